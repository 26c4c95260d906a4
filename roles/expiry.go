package roles

import (
	"cmp"
	"slices"

	"github.com/rickb777/date/v2"
)

// Expiry is an act that ends: what it is the act of, and whose.
type Expiry struct {
	Until date.Date `json:"until"` // last day of effect
	Where string    `json:"where"` // path of the act in the organisation
	Role  Role      `json:"role"`
	Name  string    `json:"name"` // of the person, the firm or the first partner
}

// Expiries returns the acts whose last day of effect lies between two days, both
// included, from the earliest; on the same day in the order of the organisation.
// It is what a host shows to whoever must renew them in time. An organisation whose
// check is an error may give names that are "".
//
// Law: Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); GDPR 28(3).
func (o Organisation) Expiries(from, to date.Date) []Expiry {
	names := make(map[string]string, len(o.People))
	for i := range o.People {
		names[o.People[i].ID] = o.People[i].Name
	}
	var found []Expiry
	add := func(until date.Date, p place, role Role, name string) {
		if until != 0 && until >= from && until <= to {
			found = append(found, Expiry{until, p.at(""), role, name})
		}
	}
	for i := range o.Controller.Delegates {
		d := &o.Controller.Delegates[i]
		add(d.Act.Until, place{"controller.delegates", i, "act"}, AsDelegate, names[d.Person])
	}
	for i := range o.Managers {
		add(o.Managers[i].Act.Until, place{"managers", i, "act"}, AsManager, names[o.Managers[i].Person])
	}
	for i := range o.SubManagers {
		add(o.SubManagers[i].Act.Until, place{"sub_managers", i, "act"}, AsSubManager, names[o.SubManagers[i].Person])
	}
	for i := range o.Staff {
		add(o.Staff[i].Act.Until, place{"staff", i, "act"}, AsAuthorised, names[o.Staff[i].Person])
	}
	for i := range o.Others {
		add(o.Others[i].Act.Until, place{"others", i, "act"}, o.Others[i].Role, names[o.Others[i].Person])
	}
	for i := range o.Processors {
		add(o.Processors[i].Contract.Until, place{"processors", i, "contract"}, AsProcessor, o.Processors[i].Name)
	}
	for i := range o.Arrangements {
		var partner string
		if len(o.Arrangements[i].Partners) > 0 {
			partner = o.Arrangements[i].Partners[0]
		}
		add(o.Arrangements[i].Until, place{"arrangements", i, ""}, AsJointController, partner)
	}
	officer := cmp.Or(o.Officer.Firm, names[o.Officer.Person])
	add(o.Officer.Contract.Until, place{"officer", -1, "contract"}, AsOfficer, officer)
	add(o.Officer.Designation.Until, place{"officer", -1, "designation"}, AsOfficer, officer)
	slices.SortStableFunc(found, func(a, b Expiry) int { return cmp.Compare(a.Until, b.Until) })
	return found
}
