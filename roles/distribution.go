package roles

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
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
	CodeDistributionPublished   gdpr.Code = "roles.distribution.published"    // violation: the regulation isn't published in Amministrazione trasparente
	CodeDistributionForms       gdpr.Code = "roles.distribution.forms"        // violation: the forms for exercising rights aren't published in Amministrazione trasparente
	CodeDistributionSecretary   gdpr.Code = "roles.distribution.secretary"    // violation: the Comune's secretary has no copy of the regulation
	CodeDistributionOfficer     gdpr.Code = "roles.distribution.officer"      // violation: the officer has no copy of the regulation
	CodeDistributionManagers    gdpr.Code = "roles.distribution.managers"     // violation: the managers have no copy of the regulation
	CodeDistributionSubManagers gdpr.Code = "roles.distribution.sub-managers" // violation: the sub-managers have no copy of the regulation
	CodeDistributionStaff       gdpr.Code = "roles.distribution.staff"        // violation: the staff who process data have no copy of the regulation
)

// The rows of the distribution.
var (
	distributionPublished   = find.Violation(CodeDistributionPublished, "Regolamento 43(2)")
	distributionForms       = find.Violation(CodeDistributionForms, "Regolamento 43(2)")
	distributionSecretary   = find.Violation(CodeDistributionSecretary, "Regolamento 43(3)")
	distributionOfficer     = find.Violation(CodeDistributionOfficer, "Regolamento 43(3)")
	distributionManagers    = find.Violation(CodeDistributionManagers, "Regolamento 43(3)")
	distributionSubManagers = find.Violation(CodeDistributionSubManagers, "Regolamento 43(3)")
	distributionStaff       = find.Violation(CodeDistributionStaff, "Regolamento 43(3)")
)

func (c *checker) distribution() {
	d, p := &c.o.Distribution, place{"distribution", -1, ""}
	add := func(on date.Date, owed bool, row *find.Row, field string) {
		if owed && !c.done(on) {
			c.Add(*row, p.at(field))
		}
	}
	add(d.Published, true, &distributionPublished, "published")
	add(d.Forms, true, &distributionForms, "forms")
	add(d.Secretary, true, &distributionSecretary, "secretary")
	add(d.Officer, true, &distributionOfficer, "officer")
	add(d.Managers, len(c.o.Managers) > 0, &distributionManagers, "managers")
	add(d.SubManagers, len(c.o.SubManagers) > 0, &distributionSubManagers, "sub_managers")
	add(d.Staff, len(c.o.Staff) > 0, &distributionStaff, "staff")
}
