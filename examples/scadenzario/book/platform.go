package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// platform adds the risk analyses for PagoPA's data platform: what each lacks or
// says wrongly, and the days on which the version of a form ends.
func (b *Book) platform(c comune.Comune) error {
	if c.Register == nil {
		return nil
	}
	body := pdnd.Case{Kind: pdnd.PA, Regime: c.Regime, On: b.On, Policy: c.Policy.DPIA}
	found, err := pdnd.CheckFilings(c.Platform, *c.Register, body)
	if err != nil {
		return gdpr.At("platform", err)
	}
	b.Findings = append(b.Findings, found.Below("platform")...)
	for i, f := range c.Platform {
		ref := fmt.Sprintf("platform[%d]", i)
		k, err := f.Case(*c.Register, body.Kind, b.On)
		if err != nil {
			return gdpr.At(ref, err)
		}
		name := say(b.Tag, "analisi del rischio", "risk analysis") + " · " + k.Activity.Name
		b.names[ref] = name
		if f.Form == nil || f.Filed != 0 {
			continue
		}
		m, _ := pdnd.Find(body.Kind, f.Form.Version)
		end := m.Expires()
		if end == 0 || end > b.On+horizon {
			continue
		}
		newest := pdnd.Newest(body.Kind, b.On)
		b.Rows = append(b.Rows, Row{
			Key: ref, Ref: ref, Office: k.Activity.Office, What: name,
			State: fmt.Sprintf(say(b.Tag, "da rifare sul modello %s", "to be made again on form %s"), newest.Version()),
			Due:   end, Safe: end, Left: int(end - b.On), Late: end < b.On,
			Notes: []string{fmt.Sprintf(say(b.Tag, "la piattaforma accetta il modello %s fino al %s", "the platform takes form %s until %s"), m.Version(), day(end))},
			Law:   "GDPR 5(2)",
		})
	}
	return nil
}
