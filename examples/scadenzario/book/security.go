package book

import (
	"fmt"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/register/security"
)

// security adds the next changes of passwords and reviews of measures, and what
// is wrong with credentials and measures.
func (b *Book) security(c comune.Comune) error {
	s := c.Security
	if s == nil {
		return nil
	}
	found, err := s.Checklist.Check(b.On, s.Policy, b.cal)
	if err != nil {
		return gdpr.At("security.checklist", err)
	}
	b.Findings = append(b.Findings, found.Below("security.checklist")...)
	for i, e := range s.Checklist.Entries {
		d, err := e.NextReview(s.Policy, b.cal)
		if err != nil {
			return gdpr.At(fmt.Sprintf("security.checklist.entries[%d]", i), err)
		}
		if !d.IsZero() {
			b.add(fmt.Sprintf("security.checklist.entries[%d]", i), e.Measure.Label(b.Tag)+say(b.Tag, ": verifica", ": review"), say(b.Tag, "in corso", "running"), d)
		}
	}
	for i, cred := range s.Credentials {
		if max(cred.Issued, cred.Used, cred.Changed, cred.Lost, cred.Disabled) > b.On {
			continue // the file knows its state on a later day alone
		}
		ref := fmt.Sprintf("security.credentials[%d]", i)
		status, err := cred.Status(b.On, s.Policy)
		if err != nil {
			return gdpr.At(ref, err)
		}
		found, err := security.Check(s.Credentials[i:i+1], b.On, s.Policy)
		if err != nil {
			return gdpr.At(ref, err)
		}
		for _, f := range found {
			f.Where = ref + strings.TrimPrefix(f.Where, "[0]")
			b.Findings = append(b.Findings, f)
		}
		if !status.Change.IsZero() && status.Change.Left(b.On) <= soon {
			b.add(ref, cred.ID+say(b.Tag, " · cambio della password", " · change of password"), status.Condition.Label(b.Tag), status.Change)
		}
	}
	return nil
}
