package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

// monitoring adds the checks that fall due within a month, and what
// the programme of monitoring lacks.
func (b *Book) monitoring(c comune.Comune) error {
	m := c.Monitoring
	if m == nil {
		return nil
	}
	found, err := m.Programme.Check(b.On, m.Policy, b.cal)
	if err != nil {
		return gdpr.At("monitoring", err)
	}
	b.Findings = append(b.Findings, found.Below("monitoring.programme")...)
	for cell, err := range m.Programme.Coverage(b.On, m.Policy, b.cal) {
		if err != nil {
			return gdpr.At("monitoring", err)
		}
		if cell.Next.IsZero() || cell.Next.Left(b.On) > soon {
			continue
		}
		b.add(fmt.Sprintf("monitoring %s/%s", cell.Office, cell.Matter), cell.Office+" · "+cell.Matter.Label(b.Tag), cell.State.Label(b.Tag), cell.Next)
		b.Rows[len(b.Rows)-1].Office = cell.Office
	}
	return nil
}
