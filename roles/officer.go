package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Officer is the data protection officer (responsabile della protezione dei
// dati, RPD): by the municipal regulation an outsider with a service contract,
// by the GDPR also a member of the staff. The zero value is a body without one,
// which no public body may be, nor some others: see [Organisation.NeedsOfficer].
//
// Law: Regolamento 8(1); Regolamento 8(2); Regolamento 8(3); Regolamento 8(4); Regolamento 8(5); Regolamento 9(3); GDPR 37(1)(a); GDPR 37(5); GDPR 37(6); GDPR 38(6).
type Officer struct {
	Person      string      `json:"person,omitempty"`     // by id: the officer, or who acts for the firm
	Firm        string      `json:"firm,omitempty"`       // name of the legal person that is the officer, if it is one
	Employer    string      `json:"employer,omitempty"`   // firm that employs the person, if it isn't Firm
	Shared      Shared      `json:"shared,omitzero"`      // other bodies that have the same officer
	External    gdpr.Answer `json:"external"`             // from outside the body
	Expert      gdpr.Answer `json:"expert"`               // knows data protection law and practice
	Contract    Act         `json:"contract,omitzero"`    // service contract, for an external one
	Designation Act         `json:"designation,omitzero"` // act that designates
	Conflicts   Conflicts   `json:"conflicts"`
	Secrecy     gdpr.Answer `json:"secrecy"`    // bound to secrecy
	Reports     gdpr.Answer `json:"reports"`    // reports directly to the highest level: the head, or the board; to the managers alone isn't enough
	Resources   gdpr.Answer `json:"resources"`  // has the means for the tasks
	Planned     gdpr.Answer `json:"planned"`    // the means are in the DUP and the budget (the template's alone)
	Involved    gdpr.Answer `json:"involved"`   // is involved in time in every matter
	Instructed  gdpr.Answer `json:"instructed"` // gets instructions on the tasks
	Penalised   gdpr.Answer `json:"penalised"`  // can be removed or penalised for doing them
	Published   Publication `json:"published,omitzero"`
	Garante     Notified    `json:"garante"`
	StaffTold   date.Date   `json:"staff_told,omitzero"` // day on which all staff were told
}

// Shared is an officer whom several bodies have in common: public bodies may,
// with regard to their organisation and size; a group of undertakings, if each
// place of business can easily reach the officer. The zero value is an officer
// of one body.
//
// Law: GDPR 37(2); GDPR 37(3); Garante 186/2021 section 4.1.
type Shared struct {
	With   []string    `json:"with,omitempty"` // names of the others
	Suited gdpr.Answer `json:"suited"`         // do organisation and size allow one officer for all, within reach of each?
}

// Conflicts are the positions that an officer can't hold besides.
//
// Law: GDPR 38(6); Regolamento 8(1); Garante 186/2021 section 10.1; Garante 186/2021 section 10.2; Garante 186/2021 section 10.3.
type Conflicts struct {
	Decides        gdpr.Answer `json:"decides"`         // takes part in decisions on purposes and means
	Supplier       gdpr.Answer `json:"supplier"`        // supplies the body with services as its processor
	Counsel        gdpr.Answer `json:"counsel"`         // defends the body in court on data protection
	AntiCorruption gdpr.Answer `json:"anti_corruption"` // is the body's RPCT too; discouraged, not forbidden
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
	CodeOfficerMissing        gdpr.Code = "roles.officer.missing"                  // violation: the body has no data protection officer
	CodeOfficerNeeded         gdpr.Code = "roles.officer.needed"                   // warning: it isn't settled whether the body must have a data protection officer: find out whether it is public, and whether its core activities are large-scale monitoring, regular and systematic, or large-scale processing of special data or data on offences
	CodeOfficerPerson         gdpr.Code = "roles.officer.person"                   // warning: the officer is a legal person, and no natural person is named to act for it
	CodeOfficerShared         gdpr.Code = "roles.officer.shared"                   // violation: the officer is shared with other bodies, and their size and organisation aren't known to allow it
	CodeOfficerEmployed       gdpr.Code = "roles.officer.conflict.employed"        // violation: the officer is employed by a processor of the body
	CodeOfficerSecretary      gdpr.Code = "roles.officer.conflict.secretary"       // warning: the officer is the body's secretary: see that the officer takes no part in decisions on processing
	CodeOfficerSystems        gdpr.Code = "roles.officer.conflict.systems"         // warning: the officer is also a system administrator or the security officer: see to the conflict of interests
	CodeOfficerUnnamed        gdpr.Code = "roles.officer.unnamed"                  // warning: it isn't said which name of the officer was communicated
	CodeOfficerExternal       gdpr.Code = "roles.officer.external"                 // violation: the officer isn't known to come from outside, as the municipal regulation wants (the GDPR would allow it)
	CodeOfficerExpert         gdpr.Code = "roles.officer.expert"                   // violation: the officer isn't known to be an expert
	CodeOfficerDecides        gdpr.Code = "roles.officer.conflict.decides"         // violation: it isn't excluded that the officer takes part in decisions on purposes and means
	CodeOfficerSupplier       gdpr.Code = "roles.officer.conflict.supplier"        // violation: it isn't excluded that the officer supplies the body as its processor
	CodeOfficerCounsel        gdpr.Code = "roles.officer.conflict.counsel"         // violation: it isn't excluded that the officer defends the body in court on data protection
	CodeOfficerAntiCorruption gdpr.Code = "roles.officer.conflict.anti-corruption" // warning: the officer is also the body's anti-corruption officer: that is discouraged
	CodeOfficerOtherRole      gdpr.Code = "roles.officer.conflict.role"            // violation: the officer also has a role that decides on processing
	CodeOfficerSecrecy        gdpr.Code = "roles.officer.secrecy"                  // violation: the officer isn't known to be bound to secrecy
	CodeOfficerReports        gdpr.Code = "roles.officer.reports"                  // violation: the officer isn't known to report directly to the top: reporting to managers alone isn't enough
	CodeOfficerResources      gdpr.Code = "roles.officer.resources"                // violation: the officer isn't known to have the necessary resources
	CodeOfficerPlanned        gdpr.Code = "roles.officer.planned"                  // warning: the officer's resources aren't known to be in the DUP and the budget
	CodeOfficerInvolved       gdpr.Code = "roles.officer.involved"                 // violation: the officer isn't known to be involved in time
	CodeOfficerInstructed     gdpr.Code = "roles.officer.instructed"               // violation: it isn't excluded that the officer gets instructions on the tasks
	CodeOfficerPenalised      gdpr.Code = "roles.officer.penalised"                // violation: it isn't excluded that the officer can be removed or penalised for the tasks
	CodeOfficerGarante        gdpr.Code = "roles.officer.garante"                  // violation: the supervisory authority wasn't told of the officer
	CodeOfficerChannel        gdpr.Code = "roles.officer.channel"                  // violation: the Garante isn't known to have been told by its online procedure
	CodeOfficerStaff          gdpr.Code = "roles.officer.staff"                    // violation: the staff weren't told of the officer
	CodeOfficerName           gdpr.Code = "roles.officer.alignment.name"           // violation: the name given to the Garante isn't the officer's
	CodeOfficerTerm           gdpr.Code = "roles.officer.alignment.term"           // warning: the officer's designation and contract end on different days
)

// The rows of the officer.
var (
	officerMissing        = find.Violation(CodeOfficerMissing, "GDPR 37(1)", "GDPR 37(1)(a)", "GDPR 37(1)(b)", "GDPR 37(1)(c)", "Regolamento 8(1)")
	officerNeeded         = find.Warning(CodeOfficerNeeded, "GDPR 37(1)")
	officerPerson         = find.Warning(CodeOfficerPerson, "WP243", "Garante 186/2021 section 6.3")
	officerOutside        = find.Violation(CodeOfficerExternal, "Regolamento 8(1)")
	officerExpert         = find.Violation(CodeOfficerExpert, "GDPR 37(5)", "Regolamento 8(1)")
	officerShared         = find.Violation(CodeOfficerShared, "GDPR 37(2)", "GDPR 37(3)")
	officerDecides        = find.Violation(CodeOfficerDecides, "GDPR 38(6)", "Garante 186/2021 section 10.1")
	officerSupplier       = find.Violation(CodeOfficerSupplier, "GDPR 38(6)", "Garante 186/2021 section 10.2")
	officerEmployed       = find.Violation(CodeOfficerEmployed, "GDPR 38(6)", "Garante 186/2021 section 10.2")
	officerCounsel        = find.Violation(CodeOfficerCounsel, "GDPR 38(6)", "Garante 186/2021 section 10.3")
	officerAntiCorruption = find.Warning(CodeOfficerAntiCorruption, "GDPR 38(6)")
	officerSecretary      = find.Warning(CodeOfficerSecretary, "GDPR 38(6)", "WP243 section 3.5", "Garante 186/2021 section 10.1")
	officerSystems        = find.Warning(CodeOfficerSystems, "GDPR 38(6)", "WP243 section 3.5")
	officerOtherRole      = find.Violation(CodeOfficerOtherRole, "GDPR 38(6)", "Regolamento 8(1)")
	officerSecrecy        = find.Violation(CodeOfficerSecrecy, "GDPR 38(5)", "Regolamento 8(2)")
	officerReports        = find.Violation(CodeOfficerReports, "GDPR 38(3)", "Regolamento 8(2)")
	officerResources      = find.Violation(CodeOfficerResources, "GDPR 38(2)", "Regolamento 8(3)")
	officerPlanned        = find.Warning(CodeOfficerPlanned, "Regolamento 8(3)")
	officerInvolved       = find.Violation(CodeOfficerInvolved, "GDPR 38(1)", "Regolamento 9(1)")
	officerInstructed     = find.Violation(CodeOfficerInstructed, "GDPR 38(3)", "Regolamento 9(3)")
	officerPenalised      = find.Violation(CodeOfficerPenalised, "GDPR 38(3)", "Regolamento 9(3)")
	officerGarante        = find.Violation(CodeOfficerGarante, "GDPR 37(7)", "Regolamento 8(4)")
	officerChannel        = find.Violation(CodeOfficerChannel, "GDPR 37(7)", "Garante 186/2021 section 7")
	officerStaff          = find.Violation(CodeOfficerStaff, "Regolamento 8(4)")
	officerUnnamed        = find.Warning(CodeOfficerUnnamed, "Garante 186/2021 section 6.1")
	officerName           = find.Violation(CodeOfficerName, "Regolamento 8(4)", "Garante 186/2021 section 6.1")
	officerTerm           = find.Warning(CodeOfficerTerm, "Garante 186/2021 section 6.1")
)

// NeedsOfficer tells whether the body must have a data protection officer: a
// public body always; any other if its core activities are regular and
// systematic monitoring of people on a large scale, or large-scale processing of
// special data or of data on convictions and offences. It is [gdpr.Unknown]
// while facts of the [Controller] could still change it.
//
// The regime says whether the body is public, but for [gdpr.UnionLaw], where
// Controller.Public does. A law of a Member State can ask for an officer in other
// cases (art. 37(4)); Italian law doesn't.
//
// Law: GDPR 37(1)(a); GDPR 37(1)(b); GDPR 37(1)(c); GDPR 37(4); Regolamento 8(1).
func (o Organisation) NeedsOfficer() gdpr.Answer {
	return gdpr.Any(o.public(), o.Controller.Monitors, o.Controller.Sensitive)
}

// public tells whether the body is a public authority or body.
func (o *Organisation) public() gdpr.Answer {
	switch {
	case o.Policy.Regime.Has(gdpr.PublicLaw):
		return gdpr.Yes
	case o.Policy.Regime.Has(gdpr.ItalianLaw):
		return gdpr.No
	}
	return o.Controller.Public
}

// noOfficer adds that there is none, if there must be.
func (c *checker) noOfficer(p place) {
	switch c.o.NeedsOfficer() {
	case gdpr.Unknown:
		c.Add(officerNeeded, p.at(""))
	case gdpr.Yes:
		law := []gdpr.Provision{"GDPR 37(1)(c)"}
		switch {
		case c.o.public() == gdpr.Yes:
			law = []gdpr.Provision{"GDPR 37(1)(a)", "Regolamento 8(1)"}
		case c.o.Controller.Monitors == gdpr.Yes:
			law = []gdpr.Provision{"GDPR 37(1)(b)"}
		}
		c.Add(officerMissing.By(law...), p.at(""))
	}
}

// officer adds what is wrong with the officer of the organisation.
func (c *checker) officer() {
	o, p := &c.o.Officer, place{"officer", -1, ""}
	if o.Person == "" && blank(o.Firm) {
		c.noOfficer(p)
		return
	}
	if o.Person == "" {
		c.Add(officerPerson, p.at("person"))
	}
	if !c.insider(o) {
		c.unless(o.External, officerOutside, p, "external")
	}
	c.unless(o.Expert, officerExpert, p, "expert")
	if len(o.Shared.With) > 0 && o.Shared.Suited != gdpr.Yes {
		law := gdpr.Provision("GDPR 37(3)")
		if c.o.public() == gdpr.No {
			law = "GDPR 37(2)"
		}
		c.Unless(o.Shared.Suited, officerShared.By(law), p.at("shared.suited"))
	}
	c.appointed(o, p)
	c.conflicts(o, p)
	c.position(o, p)
	c.told(o, p)
}

// insider reports whether the officer is from inside, and may be.
func (c *checker) insider(o *Officer) bool {
	return o.External == gdpr.No && (c.o.Policy.InternalOfficer || !c.template)
}

// appointed adds what the contract and the designation of the officer lack. An
// officer from inside has no service contract, and his designation lists the
// tasks under the template.
func (c *checker) appointed(o *Officer, p place) {
	designate := &designation
	if !c.template {
		designate = &plainDesignation
	}
	at := p.in("designation")
	contract := o.Contract.Form != 0 || o.Contract.Date != 0
	switch {
	case c.insider(o):
		o.Designation.check(designate, at, c.Collector)
		if c.template {
			o.Designation.checkTasks(AsOfficer, at, c.Collector)
		}
	default:
		if c.template || o.External == gdpr.Yes || contract {
			o.Contract.check(c.formality(AsOfficer), p.in("contract"), c.Collector)
		}
		c.holds(&o.Contract, p.in("contract"), o.Person, o.Firm, "GDPR 37(1)", "Regolamento 8(1)")
		if o.Designation.Form != 0 || o.Designation.Date != 0 || c.template || !contract {
			o.Designation.check(designate, at, c.Collector)
		} else {
			c.Add(actMissing.As(gdpr.Warning).By("Garante 186/2021 section 6.1"), at.at(""))
		}
		if o.Contract.Until != o.Designation.Until && o.Designation.Date != 0 {
			c.Add(officerTerm, p.at("designation.until"))
		}
	}
	c.holds(&o.Designation, at, o.Person, o.Firm, "GDPR 37(1)")
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
	in := p.in("conflicts")
	c.unless(o.Conflicts.Decides.Not(), officerDecides, in, "decides")
	supplier := o.Conflicts.Supplier
	if c.supplies(o.name(c)) {
		supplier = gdpr.Yes
	}
	c.unless(supplier.Not(), officerSupplier, in, "supplier")
	if supplier != gdpr.Yes && c.supplies(o.Employer) {
		c.Add(officerEmployed, p.at("employer"))
	}
	c.unless(o.Conflicts.Counsel.Not(), officerCounsel, in, "counsel")
	if o.Conflicts.AntiCorruption == gdpr.Yes || c.holdsOther(o.Person, AsRPCT) {
		c.Add(officerAntiCorruption, in.at("anti_corruption"))
	}
	switch {
	case c.otherRole(o.Person):
		c.Add(officerOtherRole, p.at("person"))
	case o.Person != "" && o.Person == c.o.Controller.Secretary:
		c.Add(officerSecretary, p.at("person"))
	case c.holdsOther(o.Person, AsAdministrator) || c.holdsOther(o.Person, AsSecurityOfficer):
		c.Add(officerSystems, p.at("person"))
	}
}

// supplies reports whether a firm or person of that name is among the processors.
func (c *checker) supplies(name string) bool {
	return !blank(name) && slices.ContainsFunc(c.o.Processors, func(p Processor) bool { return sameWords(p.Name, name) })
}

// otherRole reports whether the person also has a role that decides on processing.
func (c *checker) otherRole(person string) bool {
	return person != "" && (c.may(person, ofController|ofManager) ||
		slices.ContainsFunc(c.o.SubManagers, func(s SubManager) bool { return s.Person == person }))
}

// position adds what the officer lacks of an independent and equipped position.
func (c *checker) position(o *Officer, p place) {
	c.unless(o.Secrecy, officerSecrecy, p, "secrecy")
	c.unless(o.Reports, officerReports, p, "reports")
	c.unless(o.Resources, officerResources, p, "resources")
	if c.template && o.Planned != gdpr.Yes {
		// The regulation has the Comune look to the DUP and the budget "also":
		// means from elsewhere do, so this is never more than a doubt.
		c.Add(officerPlanned, p.at("planned"))
	}
	c.unless(o.Involved, officerInvolved, p, "involved")
	c.unless(o.Instructed.Not(), officerInstructed, p, "instructed")
	c.unless(o.Penalised.Not(), officerPenalised, p, "penalised")
}

// told adds what the public, the supervisory authority and the staff weren't
// told of the officer. The GDPR has contact details published; name and PEC are
// the template's.
func (c *checker) told(o *Officer, p place) {
	if pub := p.in("published"); c.template {
		c.publishedOfficer(o, pub)
	} else {
		switch {
		case !c.done(o.Published.On):
			c.Add(publicationContact, pub.at(""))
		case blank(o.Published.Contact) && blank(o.Published.PEC):
			c.Add(publicationContact, pub.at("contact"))
		}
	}
	g := p.in("garante")
	if !c.done(o.Garante.On) {
		c.Add(officerGarante, g.at("on"))
	} else {
		if c.o.Policy.Regime.Has(gdpr.ItalianLaw) {
			c.unless(o.Garante.Online, officerChannel, g, "online")
		}
		switch {
		case blank(o.Garante.Name):
			c.Add(officerUnnamed, g.at("name"))
		case !sameWords(o.Garante.Name, o.name(c)) && !sameWords(o.Garante.Name, c.name(o.Person)):
			c.Add(officerName, g.at("name"))
		}
	}
	if !c.done(o.StaffTold) {
		c.Add(officerStaff, p.at("staff_told"))
	}
}

// publishedOfficer adds what isn't published of the officer as the template
// wants it. That nothing is published infringes the GDPR too.
func (c *checker) publishedOfficer(o *Officer, p place) {
	if !c.done(o.Published.On) {
		c.Add(publication.By("GDPR 37(7)", "Regolamento 8(5)"), p.at(""))
		return
	}
	c.published(&o.Published, p, o.Person, o.Firm, "Regolamento 8(5)")
}
