package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

// register adds what the records of processing lack, the days on which documents
// leave the site, and what is wrong with the site.
func (b *Book) register(c comune.Comune) error {
	if c.Register != nil {
		found, err := c.Policy.Register.Check(*c.Register, b.On)
		if err != nil {
			return gdpr.At("register", err)
		}
		b.Findings = append(b.Findings, found.Below("register")...)
	}
	if c.Site == nil {
		return nil
	}
	b.Findings = append(b.Findings, c.Site.Check(b.On).Below("site")...)
	for i, d := range c.Site.Documents {
		p, err := d.Publication.Period()
		if err != nil {
			return gdpr.At(fmt.Sprintf("site.documents[%d].publication", i), err)
		}
		removal, known := p.Removal()
		if !known || d.Removed != 0 || removal > b.On+horizon {
			continue
		}
		ref := fmt.Sprintf("site.documents[%d]", i)
		notes := []string{fmt.Sprintf(say(b.Tag, "pubblicato dal %s al %s", "published from %s to %s"), day(p.First), day(p.Last))}
		if p.Safe > p.Last {
			notes = append(notes, fmt.Sprintf(say(b.Tag, "fino al %s per chi non conta il primo giorno", "to %s for who doesn't count the first day"), day(p.Safe)))
		}
		b.Rows = append(b.Rows, Row{
			Key: ref, Ref: ref, What: d.Publication.ID + " · " + d.Publication.Content.Label(b.Tag) + say(b.Tag, ": da togliere", ": to be taken off"),
			State: say(b.Tag, "pubblicato", "published"), Due: removal, Safe: removal, Left: int(removal - b.On), Late: removal < b.On,
			Notes: notes, Law: p.Provision,
		})
	}
	return nil
}
