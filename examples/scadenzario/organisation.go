package main

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/roles"
)

// horizon is how far ahead the book looks for acts that end: a year.
const horizon = 366

// appointing is the provision by which each is appointed or engaged.
var appointing = map[roles.Role]gdpr.Provision{
	roles.AsManager:         "Regolamento 5(1)",
	roles.AsSubManager:      "Regolamento 6(1)",
	roles.AsProcessor:       "GDPR 28(3)",
	roles.AsOfficer:         "Regolamento 8(1)",
	roles.AsDelegate:        "Regolamento 4(1)",
	roles.AsAuthorised:      "Codice 2-quaterdecies(2)",
	roles.AsJointController: "GDPR 26(1)",
}

// organisation adds the acts of appointment and contracts that end within a
// year, and what the organisation lacks.
func (b *book) organisation(c comune.Comune) error {
	if c.Organisation == nil {
		return nil
	}
	found, err := c.Organisation.Check(b.On)
	if err != nil {
		return gdpr.At("organisation", err)
	}
	b.Findings = append(b.Findings, found.Below("organisation")...)
	for _, e := range c.Organisation.Expiries(b.On, b.On+horizon) {
		ref := "organisation." + e.Where
		b.Rows = append(b.Rows, row{key: ref, Ref: ref, What: e.Name + " · " + e.Role.Label(b.tag), State: say(b.tag, "in corso", "running"),
			Due: e.Until, Safe: e.Until, Left: int(e.Until - b.On),
			Notes: []string{say(b.tag, "ultimo giorno di efficacia dell'atto", "last day of effect of the act")}, Law: appointing[e.Role]})
	}
	return nil
}
