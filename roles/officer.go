package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Officer is the data protection officer (responsabile della protezione dei
// dati, RPD): by the municipal regulation an outsider with a service contract,
// by the GDPR also a member of the staff. The zero value is a Comune without
// one, which no public body may be.
//
// Law: Regolamento 8(1); Regolamento 8(2); Regolamento 8(3); Regolamento 8(4); Regolamento 8(5); Regolamento 9(3); GDPR 37(1)(a); GDPR 37(5); GDPR 37(6); GDPR 38(6).
type Officer struct {
	Person      string      `json:"person,omitempty"`     // by id: the officer, or who acts for the firm
	Firm        string      `json:"firm,omitempty"`       // name of the legal person that is the officer, if it is one
	External    gdpr.Answer `json:"external"`             // from outside the Comune
	Expert      gdpr.Answer `json:"expert"`               // knows data protection law and practice
	Contract    Act         `json:"contract,omitzero"`    // service contract, for an external one
	Designation Act         `json:"designation,omitzero"` // act that designates
	Conflicts   Conflicts   `json:"conflicts"`
	Secrecy     gdpr.Answer `json:"secrecy"`    // bound to secrecy
	Reports     gdpr.Answer `json:"reports"`    // reports directly to the Mayor, his delegate or the managers
	Resources   gdpr.Answer `json:"resources"`  // has the means for the tasks
	Planned     gdpr.Answer `json:"planned"`    // the means are in the DUP and the budget
	Involved    gdpr.Answer `json:"involved"`   // is involved in time in every matter
	Instructed  gdpr.Answer `json:"instructed"` // gets instructions on the tasks
	Penalised   gdpr.Answer `json:"penalised"`  // can be removed or penalised for doing them
	Published   Publication `json:"published,omitzero"`
	Garante     Notified    `json:"garante"`
	StaffTold   date.Date   `json:"staff_told,omitzero"` // day on which all staff were told
}

// Conflicts are the positions that an officer can't hold besides.
//
// Law: GDPR 38(6); Regolamento 8(1); Garante 186/2021 section 10.1; Garante 186/2021 section 10.2; Garante 186/2021 section 10.3.
type Conflicts struct {
	Decides        gdpr.Answer `json:"decides"`         // takes part in decisions on purposes and means
	Supplier       gdpr.Answer `json:"supplier"`        // supplies the Comune with services as its processor
	Counsel        gdpr.Answer `json:"counsel"`         // defends the Comune in court on data protection
	AntiCorruption gdpr.Answer `json:"anti_corruption"` // is the Comune's RPCT too; discouraged, not forbidden
}

// Notified is the communication of the officer to the Garante. Each controller
// makes its own, for an officer shared with others too.
//
// Law: GDPR 37(7); Regolamento 8(4); Garante 186/2021 section 4.1.
type Notified struct {
	On     date.Date   `json:"on,omitzero"`
	Online gdpr.Answer `json:"online"` // by the Garante's online procedure, the only channel it accepts
	Name   string      `json:"name,omitempty"`
}

// The findings on the officer.
const (
	CodeOfficerMissing        gdpr.Code = "roles.officer.missing"
	CodeOfficerPerson         gdpr.Code = "roles.officer.person"
	CodeOfficerExternal       gdpr.Code = "roles.officer.external"
	CodeOfficerExpert         gdpr.Code = "roles.officer.expert"
	CodeOfficerDecides        gdpr.Code = "roles.officer.conflict.decides"
	CodeOfficerSupplier       gdpr.Code = "roles.officer.conflict.supplier"
	CodeOfficerCounsel        gdpr.Code = "roles.officer.conflict.counsel"
	CodeOfficerAntiCorruption gdpr.Code = "roles.officer.conflict.anti-corruption"
	CodeOfficerOtherRole      gdpr.Code = "roles.officer.conflict.role"
	CodeOfficerSecrecy        gdpr.Code = "roles.officer.secrecy"
	CodeOfficerReports        gdpr.Code = "roles.officer.reports"
	CodeOfficerResources      gdpr.Code = "roles.officer.resources"
	CodeOfficerPlanned        gdpr.Code = "roles.officer.planned"
	CodeOfficerInvolved       gdpr.Code = "roles.officer.involved"
	CodeOfficerInstructed     gdpr.Code = "roles.officer.instructed"
	CodeOfficerPenalised      gdpr.Code = "roles.officer.penalised"
	CodeOfficerGarante        gdpr.Code = "roles.officer.garante"
	CodeOfficerChannel        gdpr.Code = "roles.officer.channel"
	CodeOfficerStaff          gdpr.Code = "roles.officer.staff"
	CodeOfficerName           gdpr.Code = "roles.officer.alignment.name"
	CodeOfficerTerm           gdpr.Code = "roles.officer.alignment.term"
)

// check adds what is wrong with the officer of the organisation.
func (c *checker) officer() {
	o, p := &c.o.Officer, place{"officer", -1, ""}
	if o.Person == "" && blank(o.Firm) {
		c.add(CodeOfficerMissing, gdpr.Violation, p.at(""), "Regolamento 8(1)", "GDPR 37(1)(a)")
		return
	}
	if o.Person == "" {
		c.add(CodeOfficerPerson, gdpr.Violation, p.at("person"), "GDPR 37(7)", "Garante 186/2021 section 6.3")
	}
	internal := o.External == gdpr.No && c.o.Policy.InternalOfficer
	if o.External != gdpr.Yes && !internal {
		c.doubt(o.External, CodeOfficerExternal, p.at("external"), "Regolamento 8(1)", "GDPR 37(6)")
	}
	if o.Expert != gdpr.Yes {
		c.doubt(o.Expert, CodeOfficerExpert, p.at("expert"), "Regolamento 8(1)", "GDPR 37(5)")
	}
	if internal {
		o.Designation.check(&designation, p.in("designation"), &c.found)
		o.Designation.checkTasks(AsOfficer, p.in("designation"), &c.found)
	} else {
		o.Contract.check(formalityOf(AsOfficer), p.in("contract"), &c.found)
		c.holds(&o.Contract, p.in("contract"), o.Person, o.Firm, "Regolamento 8(1)")
		o.Designation.check(&designation, p.in("designation"), &c.found)
		if o.Contract.Until != o.Designation.Until {
			c.add(CodeOfficerTerm, gdpr.Warning, p.at("designation.until"), "Garante 186/2021 section 6.1")
		}
	}
	c.holds(&o.Designation, p.in("designation"), o.Person, o.Firm, "GDPR 37(1)(a)")
	c.conflicts(o, p)
	c.position(o, p)
	c.published(&o.Published, p.in("published"), o.Person, o.Firm, "Regolamento 8(5)", "GDPR 37(7)")
	c.told(o, p)
}

// name returns who the officer is on paper: the firm, or the person.
func (o *Officer) name(c *checker) string {
	if o.Firm != "" {
		return o.Firm
	}
	return c.name(o.Person)
}

// conflicts adds the positions that the officer holds and mustn't, declared or
// to be seen in the organisation itself.
func (c *checker) conflicts(o *Officer, p place) {
	p = p.in("conflicts")
	if o.Conflicts.Decides != gdpr.No {
		c.doubt(o.Conflicts.Decides.Not(), CodeOfficerDecides, p.at("decides"), "GDPR 38(6)", "Garante 186/2021 section 10.1")
	}
	if o.Conflicts.Supplier != gdpr.No || c.supplier(o) {
		a := o.Conflicts.Supplier.Not()
		if c.supplier(o) {
			a = gdpr.No
		}
		c.doubt(a, CodeOfficerSupplier, p.at("supplier"), "GDPR 38(6)", "Garante 186/2021 section 10.2")
	}
	if o.Conflicts.Counsel != gdpr.No {
		c.doubt(o.Conflicts.Counsel.Not(), CodeOfficerCounsel, p.at("counsel"), "GDPR 38(6)", "Garante 186/2021 section 10.3")
	}
	if o.Conflicts.AntiCorruption == gdpr.Yes {
		c.add(CodeOfficerAntiCorruption, gdpr.Warning, p.at("anti_corruption"), "GDPR 38(6)")
	}
	if c.otherRole(o.Person) {
		c.add(CodeOfficerOtherRole, gdpr.Violation, "officer.person", "Regolamento 8(1)", "GDPR 38(6)")
	}
}

// supplier reports whether the officer's firm or person is among the processors.
func (c *checker) supplier(o *Officer) bool {
	name := o.name(c)
	for i := range c.o.Processors {
		if !blank(name) && sameWords(c.o.Processors[i].Name, name) {
			return true
		}
	}
	return false
}

// otherRole reports whether the person also has a role that decides on processing.
func (c *checker) otherRole(person string) bool {
	return person != "" && (c.may(person, ofController|ofManager) ||
		slices.ContainsFunc(c.o.SubManagers, func(s SubManager) bool { return s.Person == person }))
}

// position adds what the officer lacks of an independent and equipped position.
func (c *checker) position(o *Officer, p place) {
	if o.Secrecy != gdpr.Yes {
		c.doubt(o.Secrecy, CodeOfficerSecrecy, p.at("secrecy"), "Regolamento 8(2)", "GDPR 38(5)")
	}
	if o.Reports != gdpr.Yes {
		c.doubt(o.Reports, CodeOfficerReports, p.at("reports"), "Regolamento 8(2)", "GDPR 38(3)")
	}
	if o.Resources != gdpr.Yes {
		c.doubt(o.Resources, CodeOfficerResources, p.at("resources"), "Regolamento 8(3)", "GDPR 38(2)")
	}
	if o.Planned != gdpr.Yes {
		// The regulation has the Comune look to the DUP and the budget "also":
		// means from elsewhere do, so this is never more than a doubt.
		c.add(CodeOfficerPlanned, gdpr.Warning, p.at("planned"), "Regolamento 8(3)")
	}
	if o.Involved != gdpr.Yes {
		c.doubt(o.Involved, CodeOfficerInvolved, p.at("involved"), "Regolamento 9(1)", "GDPR 38(1)")
	}
	if o.Instructed != gdpr.No {
		c.doubt(o.Instructed.Not(), CodeOfficerInstructed, p.at("instructed"), "Regolamento 9(3)", "GDPR 38(3)")
	}
	if o.Penalised != gdpr.No {
		c.doubt(o.Penalised.Not(), CodeOfficerPenalised, p.at("penalised"), "Regolamento 9(3)", "GDPR 38(3)")
	}
}

// told adds what the Garante and the staff weren't told of the officer.
func (c *checker) told(o *Officer, p place) {
	g := p.in("garante")
	switch {
	case !c.done(o.Garante.On):
		c.add(CodeOfficerGarante, gdpr.Violation, g.at("on"), "Regolamento 8(4)", "GDPR 37(7)")
	default:
		if o.Garante.Online != gdpr.Yes {
			c.doubt(o.Garante.Online, CodeOfficerChannel, g.at("online"), "GDPR 37(7)", "Garante 186/2021 section 7")
		}
		if !sameWords(o.Garante.Name, o.name(c)) && !sameWords(o.Garante.Name, c.name(o.Person)) {
			c.add(CodeOfficerName, gdpr.Violation, g.at("name"), "GDPR 37(7)", "Garante 186/2021 section 6.1")
		}
	}
	if !c.done(o.StaffTold) {
		c.add(CodeOfficerStaff, gdpr.Violation, p.at("staff_told"), "Regolamento 8(4)")
	}
}
