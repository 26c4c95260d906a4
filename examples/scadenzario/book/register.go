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
		if d.Removed == 0 {
			b.removal(fmt.Sprintf("site.documents[%d]", i), d.Publication.ID+" · "+d.Publication.Content.Label(b.Tag), p)
		}
	}
	return nil
}
