package roles

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Distribution is how the municipal regulation was made known: published, and
// sent in copy to those who must follow it. Each date is the day from which the
// last of a group had it; 0 is not yet. A group that nobody is in needs none.
//
// Law: Regolamento 43(2); Regolamento 43(3).
type Distribution struct {
	Published   date.Date `json:"published,omitzero"` // the regulation, on the site, in Amministrazione trasparente
	Forms       date.Date `json:"forms,omitzero"`     // the forms for exercising rights, in the same place
	Secretary   date.Date `json:"secretary,omitzero"`
	Officer     date.Date `json:"officer,omitzero"`
	Managers    date.Date `json:"managers,omitzero"`
	SubManagers date.Date `json:"sub_managers,omitzero"`
	Staff       date.Date `json:"staff,omitzero"`
}

// The findings on the [Distribution].
const (
	CodeDistributionPublished   gdpr.Code = "roles.distribution.published"
	CodeDistributionForms       gdpr.Code = "roles.distribution.forms"
	CodeDistributionSecretary   gdpr.Code = "roles.distribution.secretary"
	CodeDistributionOfficer     gdpr.Code = "roles.distribution.officer"
	CodeDistributionManagers    gdpr.Code = "roles.distribution.managers"
	CodeDistributionSubManagers gdpr.Code = "roles.distribution.sub-managers"
	CodeDistributionStaff       gdpr.Code = "roles.distribution.staff"
)

func (c *checker) distribution() {
	d, p := &c.o.Distribution, place{"distribution", -1, ""}
	for _, e := range [...]struct {
		on    date.Date
		owed  bool
		code  gdpr.Code
		field string
		law   gdpr.Provision
	}{
		{d.Published, true, CodeDistributionPublished, "published", "Regolamento 43(2)"},
		{d.Forms, true, CodeDistributionForms, "forms", "Regolamento 43(2)"},
		{d.Secretary, true, CodeDistributionSecretary, "secretary", "Regolamento 43(3)"},
		{d.Officer, true, CodeDistributionOfficer, "officer", "Regolamento 43(3)"},
		{d.Managers, len(c.o.Managers) > 0, CodeDistributionManagers, "managers", "Regolamento 43(3)"},
		{d.SubManagers, len(c.o.SubManagers) > 0, CodeDistributionSubManagers, "sub_managers", "Regolamento 43(3)"},
		{d.Staff, len(c.o.Staff) > 0, CodeDistributionStaff, "staff", "Regolamento 43(3)"},
	} {
		if e.owed && !c.done(e.on) {
			c.add(e.code, gdpr.Violation, p.at(e.field), e.law)
		}
	}
}
