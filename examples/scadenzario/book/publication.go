package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/transparency"
)

// publication adds by when the duties of publication are met and renewed, and when
// what was published leaves the site and the notice board.
func (b *Book) publication(c comune.Comune) error {
	p := c.Publication
	if p == nil {
		return nil
	}
	b.Findings = append(b.Findings, transparency.Check(p.Duties, b.On, b.cal).Below("publication.duties")...)
	for i, e := range p.Duties {
		if err := b.duty(fmt.Sprintf("publication.duties[%d]", i), e); err != nil {
			return err
		}
	}
	for i, a := range p.Board {
		b.posted(fmt.Sprintf("publication.board[%d]", i), a)
	}
	return nil
}

// duty adds the days of one duty: to be met, or to be renewed, and the day on which
// it leaves the site.
func (b *Book) duty(ref string, e transparency.Entry) error {
	d, ok := transparency.Find(e.Duty)
	if !ok || e.Removed != 0 {
		return nil
	}
	what := d.What.In(b.Tag)
	b.names[ref] = what
	if e.Published == 0 && e.Event != 0 {
		due, err := d.Deadline(e.Event, b.cal)
		if err != nil {
			return gdpr.At(ref+".event", err)
		}
		if !due.IsZero() && d.By == transparency.Within {
			b.add(ref, what+say(b.Tag, ": da pubblicare", ": to be published"), say(b.Tag, "da pubblicare", "to be published"), due)
		}
		return nil
	}
	if last := max(e.Published, e.Renewed); last != 0 && e.Ended == 0 {
		next, err := d.Renewal(last, b.cal)
		if err != nil {
			return gdpr.At(ref+".renewed", err)
		}
		if !next.IsZero() && next.Due <= b.On+horizon {
			b.add(ref+" renewal", what+say(b.Tag, ": da aggiornare", ": to be renewed"), say(b.Tag, "pubblicato", "published"), next)
		}
	}
	if d.Stays == 0 || e.Published == 0 {
		return nil
	}
	period, err := d.Publication(e).Period()
	if err != nil {
		return gdpr.At(ref, err)
	}
	b.removal(ref+" removal", what, period)
	return nil
}

// posted adds the day on which an act leaves the notice board.
func (b *Book) posted(ref string, a comune.Posted) {
	kind, ok := transparency.FindPosting(a.Kind)
	if !ok || a.Removed != 0 {
		return
	}
	b.names[ref] = a.ID
	b.removal(ref, a.ID+" · "+kind.Kind.In(b.Tag), kind.Period(a.Posted))
}

// removal adds the day on which something published is taken off, if that is known
// and near.
func (b *Book) removal(ref, what string, p register.Period) {
	last, known := p.Removal()
	if !known || last > b.On+horizon {
		return
	}
	b.Rows = append(b.Rows, Row{
		Key: ref, Ref: ref, What: what + say(b.Tag, ": da togliere", ": to be taken off"), State: say(b.Tag, "pubblicato", "published"),
		Due: last, Safe: last, Left: int(last - b.On), Late: last < b.On, Notes: b.published(p), Law: p.Provision,
	})
}

// published says from when to when something stays published.
func (b *Book) published(p register.Period) []string {
	notes := []string{fmt.Sprintf(say(b.Tag, "pubblicato dal %s al %s", "published from %s to %s"), day(p.First), day(p.Last))}
	if p.Safe > p.Last {
		notes = append(notes, fmt.Sprintf(say(b.Tag, "fino al %s per chi non conta il primo giorno", "to %s for who doesn't count the first day"), day(p.Safe)))
	}
	return notes
}
