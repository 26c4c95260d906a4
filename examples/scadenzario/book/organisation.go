package book

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/roles"
)

// horizon is how far ahead the book looks for acts that end: a year.
const horizon = 366

// appointing are the provisions by which each is appointed or engaged: the first
// that binds the body is cited.
var appointing = map[roles.Role][]gdpr.Provision{
	roles.AsManager:         {"Regolamento 5(1)", "Codice 2-quaterdecies(1)", "GDPR 29"},
	roles.AsSubManager:      {"Regolamento 6(1)", "Codice 2-quaterdecies(1)", "GDPR 29"},
	roles.AsProcessor:       {"GDPR 28(3)"},
	roles.AsOfficer:         {"Regolamento 8(1)", "GDPR 37(1)"},
	roles.AsDelegate:        {"Regolamento 4(1)", "Codice 2-quaterdecies(1)", "GDPR 29"},
	roles.AsAuthorised:      {"Codice 2-quaterdecies(2)", "GDPR 29"},
	roles.AsJointController: {"GDPR 26(1)"},
	roles.AsAdministrator:   {"Codice 2-quaterdecies(1)", "GDPR 29"}, // and the roles beside
}

// appointedBy returns the provision to cite for the role to a body under a regime.
func appointedBy(role roles.Role, r gdpr.Regime) gdpr.Provision {
	law := appointing[role]
	if law == nil {
		law = appointing[roles.AsAdministrator]
	}
	for _, p := range law {
		if r.Binds(p) {
			return p
		}
	}
	return ""
}

// organisation adds the acts of appointment and contracts that end within a
// year, and what the organisation lacks.
func (b *Book) organisation(c comune.Comune) error {
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
		b.Rows = append(b.Rows, Row{Key: ref, Ref: ref, What: e.Name + " · " + c.Organisation.Policy.Label(e.Role, b.Tag), State: say(b.Tag, "in corso", "running"),
			Due: e.Until, Safe: e.Until, Left: int(e.Until - b.On),
			Notes: []string{say(b.Tag, "ultimo giorno di efficacia dell'atto", "last day of effect of the act")}, Law: appointedBy(e.Role, c.Organisation.Policy.Regime)})
	}
	return nil
}
