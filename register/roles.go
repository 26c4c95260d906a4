package register

import (
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/roles"
)

// The findings of [Register.CheckRoles].
const (
	CodeRolesOffice    gdpr.Code = "register.roles.office"    // warning: office "…" is neither an area nor a sector of the organisation
	CodeRolesManager   gdpr.Code = "register.roles.manager"   // warning: … isn't designated for this office
	CodeRolesArea      gdpr.Code = "register.roles.area"      // warning: no office of the register belongs to "…"
	CodeRolesOfficer   gdpr.Code = "register.roles.officer"   // warning: … isn't the data protection officer designated
	CodeRolesJoint     gdpr.Code = "register.roles.joint"     // warning: there is no arrangement with the joint controller "…"
	CodeRolesProcessor gdpr.Code = "register.roles.processor" // warning: processor "…" isn't among those appointed
	CodeRolesUnlisted  gdpr.Code = "register.roles.unlisted"  // warning: processor "…" is appointed, but not in the register
)

// CheckRoles tells where the register and the Comune's organisation name
// different people: an office that is no area or sector, or whose manager isn't
// designated for it; an area without a part in the register; another data
// protection officer; a joint controller without an arrangement; a processor that
// only one of the two knows (sub-processors aside).
//
// Two names agree if one is in the other, whatever the case, so that titles and
// "Area" don't matter. All are warnings: a name can be written in two ways.
//
// Law: Regolamento 16(1); Regolamento 5(1); Regolamento 7(1); Regolamento 8(1); GDPR 30(1)(a); GDPR 26(1); GDPR 28(3).
func (r Register) CheckRoles(o roles.Organisation) gdpr.Findings {
	var c checker
	differ := func(row find.Row, where, name string) {
		c.add(row, where, clip(name))
	}
	names := make(map[string]string, len(o.People))
	for _, p := range o.People {
		names[p.ID] = p.Name
	}
	if n := r.Officer.Name; !blank(n) && !alike(n, names[o.Officer.Person], o.Officer.Firm) {
		differ(rolesOfficerRow, "officer.name", n)
	}
	for i, p := range r.Joint {
		arranged := func(a roles.Arrangement) bool { return alike(p.Name, a.Partners...) }
		if !blank(p.Name) && !slices.ContainsFunc(o.Arrangements, arranged) {
			differ(rolesJointRow, at("joint", i, "name"), p.Name)
		}
	}
	for i, p := range r.Processors {
		bound := func(q roles.Processor) bool { return alike(p.Name, q.Name) }
		if !blank(p.Name) && !slices.ContainsFunc(o.Processors, bound) {
			differ(rolesProcessorRow, at("processors", i, "name"), p.Name)
		}
	}
	for _, q := range o.Processors {
		listed := func(p Party) bool { return alike(p.Name, q.Name) }
		if q.EngagedBy == "" && !slices.ContainsFunc(r.Processors, listed) {
			differ(rolesUnlistedRow, "processors", q.Name)
		}
	}
	for i, office := range r.Offices {
		if blank(office.Name) {
			continue
		}
		heads, known := headsOf(o, names, office.Name)
		switch {
		case !known:
			differ(rolesOfficeRow, at("offices", i, "name"), office.Name)
		case !blank(office.Manager) && !alike(office.Manager, heads...):
			differ(rolesManagerRow, at("offices", i, "manager"), office.Manager)
		}
	}
	for _, area := range o.Areas {
		kept := func(office Office) bool { return within(area, office.Name) }
		if !slices.ContainsFunc(r.Offices, kept) {
			differ(rolesAreaRow, "offices", area.Name)
		}
	}
	return c.found
}

// headsOf returns who may keep an office's part: those who are designated for the
// area, and for the sector if it is one. Known is false if it is neither.
func headsOf(o roles.Organisation, names map[string]string, office string) (heads []string, known bool) {
	for _, area := range o.Areas {
		if !within(area, office) {
			continue
		}
		known = true
		for _, m := range o.Managers {
			if m.Area == area.ID {
				heads = append(heads, names[m.Person])
			}
		}
		for _, sector := range area.Sectors {
			for _, m := range o.SubManagers {
				if m.Sector == sector.ID && alike(office, sector.Name) {
					heads = append(heads, names[m.Person])
				}
			}
		}
	}
	return heads, known
}

// within reports whether an office is an area or one of its sectors.
func within(area roles.Area, office string) bool {
	return alike(office, area.Name) || slices.ContainsFunc(area.Sectors, func(s roles.Sector) bool { return alike(office, s.Name) })
}

// alike reports whether a name agrees with one of the others.
func alike(name string, others ...string) bool {
	name = fold(name)
	return slices.ContainsFunc(others, func(other string) bool {
		other = fold(other)
		return name != "" && other != "" && (strings.Contains(name, other) || strings.Contains(other, name))
	})
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
