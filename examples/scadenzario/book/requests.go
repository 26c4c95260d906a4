package book

import (
	"fmt"
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

// requests adds the deadlines of the requests that are still open, and what went
// wrong with any of them.
func (b *Book) requests(c comune.Comune) error {
	for i, r := range c.Requests {
		ref := fmt.Sprintf("requests[%d]", i)
		now := r.AsOf(b.On)
		t, err := now.Timeline(c.Policy.Rights, b.cal)
		if err != nil {
			return gdpr.At(ref, err)
		}
		b.names[ref] = r.ID
		found, err := now.Check(b.On, c.Policy.Rights, b.cal)
		if err != nil {
			return gdpr.At(ref, err)
		}
		b.Findings = append(b.Findings, found.Below(ref)...)
		s := t.Status(b.On)
		if !s.State.Open() || t.InForce().IsZero() { // a withdrawal of consent has no term: its findings say what is to be done
			continue
		}
		what := r.Right.Label(b.Tag)
		if r.ID != "" {
			what = r.ID + " · " + what
		}
		b.add(ref, what, s.State.Label(b.Tag), t.InForce().Deadline)
		last := &b.Rows[len(b.Rows)-1]
		last.Office = r.Office
		last.Letters = slices.Collect(now.Letters(t, b.On))
		if r.ID != "" {
			last.Key = "request/" + r.ID + "/" + r.Right.String()
		}
	}
	return nil
}
