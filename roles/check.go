package roles

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Organisation.Check] on the controller, the areas and the
// people; those on acts, contracts, agreements, the officer and the
// distribution stand with their types.
const (
	CodeControllerName           gdpr.Code = "roles.controller.name"             // violation: the controller isn't named
	CodeControllerRepresentative gdpr.Code = "roles.controller.representative"   // violation: the Mayor who represents the controller isn't named
	CodeControllerMeasures       gdpr.Code = "roles.controller.measures"         // violation: it isn't said where the measures adopted are documented
	CodeControllerSupervision    gdpr.Code = "roles.controller.supervision"      // violation: no check that the instructions are followed is on record
	CodeSupervisionLate          gdpr.Code = "roles.controller.supervision.late" // warning: the last check on the instructions is of …, more than … months ago
	CodePolicySupervision        gdpr.Code = "roles.policy.supervision"          // warning: the body checks that instructions are followed every … months: the regulation wants periodic checks, and the one period that it names is of six months

	CodeAreaNone      gdpr.Code = "roles.area.none"      // violation: no area is listed: nobody is known to answer for the processing
	CodeAreaUncovered gdpr.Code = "roles.area.uncovered" // violation: the area has no manager
	CodeAreaTwice     gdpr.Code = "roles.area.twice"     // violation: the area has more than one manager

	CodeManagerOfficeHead  gdpr.Code = "roles.manager.office-head" // violation: isn't known to be a head of office
	CodeManagerKnowledge   gdpr.Code = "roles.manager.knowledge"   // violation: isn't known to have the specialist knowledge
	CodeManagerExperience  gdpr.Code = "roles.manager.experience"  // violation: isn't known to have the experience
	CodeManagerCapacity    gdpr.Code = "roles.manager.capacity"    // violation: isn't known to have the capacity
	CodeManagerReliability gdpr.Code = "roles.manager.reliability" // violation: isn't known to be reliable

	CodeSectorTwice        gdpr.Code = "roles.sector.twice"               // warning: the sector has a sub-manager already
	CodeMayorNotTold       gdpr.Code = "roles.submanager.mayor"           // violation: the Mayor wasn't told of the appointment
	CodeChangeNotTold      gdpr.Code = "roles.submanager.change"          // violation: the Mayor wasn't told of the change or replacement
	CodeConfidentiality    gdpr.Code = "roles.staff.confidentiality"      // violation: isn't known to be bound to confidentiality
	CodeTraining           gdpr.Code = "roles.staff.training"             // violation: isn't known to have been trained
	CodePublication        gdpr.Code = "roles.publication.missing"        // violation: name and PEC aren't published in Amministrazione trasparente
	CodePublicationName    gdpr.Code = "roles.publication.name"           // violation: the name published is missing or isn't the right one
	CodePublicationPEC     gdpr.Code = "roles.publication.pec"            // violation: the PEC published is missing or isn't the right one
	CodePublicationContact gdpr.Code = "roles.publication.contact"        // violation: the officer's contact details aren't published
	CodeProcessorName      gdpr.Code = "roles.processor.name"             // violation: the processor isn't named
	CodeProcessorChosen    gdpr.Code = "roles.processor.guarantees"       // violation: the processor isn't known to offer sufficient guarantees
	CodeProcessorDecides   gdpr.Code = "roles.processor.decides"          // violation: the processor decides purposes and means: it is a controller, not a processor
	CodeSubUnauthorised    gdpr.Code = "roles.processor.sub.unauthorised" // violation: the sub-processor was engaged without the controller's prior written leave
	CodeSubNotTold         gdpr.Code = "roles.processor.sub.not-told"     // violation: the leave is general and the controller wasn't told of this sub-processor
)

// The rows of the organisation.
var (
	controllerName           = find.Violation(CodeControllerName, "GDPR 24(1)", "Regolamento 4(1)")
	controllerRepresentative = find.Violation(CodeControllerRepresentative, "Regolamento 4(1)")
	controllerMeasures       = find.Violation(CodeControllerMeasures, "GDPR 24(1)", "Regolamento 4(2)")
	controllerSupervision    = find.Violation(CodeControllerSupervision, "Regolamento 4(3)")
	supervisionLate          = find.Warning(CodeSupervisionLate, "Regolamento 4(3)", "Regolamento 35(1)")
	policySupervision        = find.Warning(CodePolicySupervision, "Regolamento 4(3)", "Regolamento 35(1)")

	areaNone      = find.Violation(CodeAreaNone, "Regolamento 5(1)")
	areaUncovered = find.Violation(CodeAreaUncovered, "Regolamento 5(1)")
	areaTwice     = find.Violation(CodeAreaTwice, "Regolamento 5(1)")

	managerOfficeHead  = find.Violation(CodeManagerOfficeHead, "Regolamento 5(2)")
	managerKnowledge   = find.Violation(CodeManagerKnowledge, "Regolamento 5(2)")
	managerExperience  = find.Violation(CodeManagerExperience, "Regolamento 5(2)")
	managerCapacity    = find.Violation(CodeManagerCapacity, "Regolamento 5(2)")
	managerReliability = find.Violation(CodeManagerReliability, "Regolamento 5(2)")

	sectorTwice     = find.Warning(CodeSectorTwice, "Regolamento 6(1)")
	mayorNotTold    = find.Violation(CodeMayorNotTold, "Regolamento 6(2)")
	changeNotTold   = find.Violation(CodeChangeNotTold, "Regolamento 6(2)")
	confidentiality = find.Violation(CodeConfidentiality, "Regolamento 5(4)")
	training        = find.Violation(CodeTraining, "GDPR 32(4)", "Regolamento 5(4)")

	publication        = find.Violation(CodePublication, "GDPR 37(7)", "Regolamento 5(3)", "Regolamento 8(5)")
	publicationName    = find.Violation(CodePublicationName, "Regolamento 5(3)", "Regolamento 8(5)")
	publicationPEC     = find.Violation(CodePublicationPEC, "Regolamento 5(3)", "Regolamento 8(5)")
	publicationContact = find.Violation(CodePublicationContact, "GDPR 37(7)")

	processorName    = find.Violation(CodeProcessorName, "GDPR 28(3)", "Regolamento 7(1)")
	processorChosen  = find.Violation(CodeProcessorChosen, "GDPR 28(1)", "Regolamento 7(2)")
	processorDecides = find.Violation(CodeProcessorDecides, "GDPR 28(10)")
	subUnauthorised  = find.Violation(CodeSubUnauthorised, "GDPR 28(2)")
	subNotTold       = find.Violation(CodeSubNotTold, "GDPR 28(2)")
)

// Check tells what the organisation lacks on a day: acts and what they must say,
// no areas, or some without a manager or with two, choices without their grounds, people
// not told, names not published, contracts that leave something out. Acts past
// their end, or not yet of effect, cover nothing. With the day 0 nothing is held
// against time.
//
// What is asked is what binds the body: see [Policy].Regime. Without the template
// there need be no areas, managers or sub-managers, no form of acts, no list of
// tasks, no publication of names and PEC, no supervision every six months.
//
// A fact that is [gdpr.Unknown] is a warning where its opposite is a violation.
// So is a signer who has no power to sign on the day: whoever had the office
// when the act was signed isn't known.
//
// The error is a [*gdpr.InputError] with the path of what has no meaning: an id,
// task or clause that is empty ([gdpr.FaultMissing]); an id used twice, or a
// person appointed twice to the same ([gdpr.FaultDuplicate]); an id that isn't
// there ([gdpr.FaultReference]); processors that engage each other in a circle
// ([gdpr.FaultCycle]); an unknown form, task, clause, role or regime
// ([gdpr.FaultName]); an end before its beginning ([gdpr.FaultOrder]); a date
// outside the years 1 to 9999, or a negative figure ([gdpr.FaultRange]).
//
// Law: Regolamento 4(1); Regolamento 4(2); Regolamento 4(3); Regolamento 4(4); Regolamento 5(1); Regolamento 5(2); Regolamento 5(3); Regolamento 6(1); Regolamento 6(2); Regolamento 7(1); Regolamento 7(2); Regolamento 8(1); Regolamento 8(2); Regolamento 8(3); Regolamento 8(4); Regolamento 8(5); Regolamento 9(3); Regolamento 43(2); Regolamento 43(3); GDPR 26(1); GDPR 28(1); GDPR 28(2); GDPR 28(4); GDPR 37(1); GDPR 37(7); GDPR 38(3); GDPR 38(6); GDPR 42(7); Codice 2-quaterdecies(1).
func (o Organisation) Check(on date.Date) (gdpr.Findings, error) {
	if err := day(on, place{"on", -1, ""}, ""); err != nil {
		return nil, err
	}
	ix, err := o.index()
	if err != nil {
		return nil, err
	}
	c := checker{Collector: find.In(o.Policy.Regime), o: &o, index: ix, on: on, template: o.Policy.Regime.Has(gdpr.Template)}
	c.offices()
	c.controller()
	c.areas()
	c.managers()
	c.subManagers()
	c.staff()
	c.others()
	c.processors()
	c.arrangements()
	c.officer()
	c.adherences()
	c.distribution()
	return c.Findings(), nil
}

type checker struct {
	*find.Collector
	o *Organisation
	index
	on       date.Date
	template bool              // is the template part of the body's law?
	cover    []int             // how many managers each area has on the day
	heads    map[pair]struct{} // who heads which area on the day
	powers   []power           // of each person
}

// power is what someone may sign for.
type power uint8

const (
	ofController power = 1 << iota // the Mayor, or a delegate
	ofManager                      // the head of some area
)

// unless adds what isn't as it must be, or isn't known to be.
func (c *checker) unless(a gdpr.Answer, row find.Row, p place, field string) {
	if a != gdpr.Yes {
		c.Unless(a, row, p.at(field))
	}
}

// done reports whether something dated has happened by the day.
func (c *checker) done(d date.Date) bool { return d != 0 && (c.on == 0 || d <= c.on) }

// name returns the name of a person by id, or "".
func (c *checker) name(id string) string {
	if i, ok := c.people[id]; ok {
		return c.o.People[i].Name
	}
	return ""
}

// inForce reports whether an act that runs from a day to another holds on the day.
func (c *checker) inForce(from, until date.Date) bool {
	return c.on == 0 || from <= c.on && (until == 0 || until >= c.on)
}

// formality returns what the body's regime asks of the role's act.
func (c *checker) formality(role Role) *formality { return formalityOf(role, c.o.Policy.Regime) }

// act adds what the act of a role lacks, unless the body's own rules give the
// role without one.
func (c *checker) act(a *Act, role Role, p place) {
	if !c.template && c.o.Policy.ExOfficio && a.Form == 0 && a.Date == 0 && a.Number == "" && (role == AsManager || role == AsSubManager) {
		return
	}
	a.check(c.formality(role), p, c.Collector)
}

// offices finds who heads which area on the day, and who may sign for what.
func (c *checker) offices() {
	c.cover = make([]int, len(c.o.Areas))
	c.heads = make(map[pair]struct{}, len(c.o.Managers))
	c.powers = make([]power, len(c.o.People))
	for i := range c.o.Managers {
		m := &c.o.Managers[i]
		if c.inForce(m.Act.Date, m.Act.Until) {
			person := c.people[m.Person]
			c.powers[person] |= ofManager
			if m.Area != "" {
				area := c.index.areas[m.Area]
				c.cover[area]++
				c.heads[pairOf(person, area)] = struct{}{}
			}
		}
	}
	if i, ok := c.people[c.o.Controller.Representative]; ok {
		c.powers[i] |= ofController
	}
	for i := range c.o.Controller.Delegates {
		if d := &c.o.Controller.Delegates[i]; c.inForce(d.Act.Date, d.Act.Until) {
			c.powers[c.people[d.Person]] |= ofController
		}
	}
}

// may reports whether the person has one of the powers.
func (c *checker) may(person string, of power) bool { return c.powers[c.people[person]]&of != 0 }

// headsArea reports whether the person heads the area on the day.
func (c *checker) headsArea(person string, area int) bool {
	_, ok := c.heads[pairOf(c.people[person], area)]
	return ok
}

func (c *checker) controller() {
	o, p := &c.o.Controller, place{"controller", -1, ""}
	if blank(o.Name) {
		c.Add(controllerName, p.at("name"))
	}
	if o.Representative == "" {
		c.Add(controllerRepresentative, p.at("representative"))
	}
	if blank(o.Measures) {
		c.Add(controllerMeasures, p.at("measures"))
	}
	c.supervision(o, p)
	for i := range o.Delegates {
		d, p := &o.Delegates[i], place{"controller.delegates", i, ""}
		c.act(&d.Act, AsDelegate, p.in("act"))
		c.holds(&d.Act, p.in("act"), d.Person, "", "Codice 2-quaterdecies(1)", "Regolamento 4(1)")
		if s := d.Act.Signer; s != "" && s != o.Representative {
			c.Add(actPowerless.By("Regolamento 4(1)"), p.at("act.signer"))
		}
	}
}

// supervision adds that the controller hasn't checked, lately or at all, that
// its managers follow their instructions: a duty of the template alone.
func (c *checker) supervision(o *Controller, p place) {
	months := c.o.Policy.supervisionMonths()
	if months > supervisionMost {
		c.Add(policySupervision, "policy.supervision_months", months)
	}
	if !c.done(o.Supervised) {
		c.Add(controllerSupervision, p.at("supervised"))
		return
	}
	if c.on == 0 {
		return
	}
	due, err := gdpr.Term{N: min(months, supervisionMost), Unit: gdpr.Months, Counting: gdpr.Italian}.After(o.Supervised, gdpr.Calendar{})
	if err == nil && due.Due < c.on {
		c.Add(supervisionLate, p.at("supervised"), o.Supervised, min(months, supervisionMost))
	}
}

// holds adds what keeps an act that someone relies on from holding on the day,
// and a name in it that is neither the firm's nor, without a firm, the person's.
func (c *checker) holds(a *Act, p place, person, firm string, law ...gdpr.Provision) {
	c.runs(a.Date, a.Until, p, law...)
	if a.Appointee != "" && !sameWords(a.Appointee, cmp.Or(firm, c.name(person))) {
		c.Add(actAppointee.By(law...), p.at("appointee"))
	}
}

// runs adds that an act, contract or agreement has ended by the day, or has yet
// to begin.
func (c *checker) runs(from, until date.Date, p place, law ...gdpr.Provision) {
	switch {
	case c.on == 0:
	case until != 0 && until < c.on:
		c.Add(actExpired.By(law...), p.at("until"))
	case from > c.on:
		c.Add(actNotYet.By(law...), p.at("date"))
	}
}

func (c *checker) areas() {
	if len(c.o.Areas) == 0 {
		c.Add(areaNone, "areas")
	}
	for i := range c.o.Areas {
		switch n := c.cover[i]; {
		case n == 0:
			c.Add(areaUncovered, place{"areas", i, ""}.at(""))
		case n > 1:
			c.Add(areaTwice, place{"areas", i, ""}.at(""))
		}
	}
}

func (c *checker) managers() {
	for i := range c.o.Managers {
		m, p := &c.o.Managers[i], place{"managers", i, ""}
		c.act(&m.Act, AsManager, p.in("act"))
		c.holds(&m.Act, p.in("act"), m.Person, "", "Codice 2-quaterdecies(1)", "Regolamento 5(1)")
		if !c.template {
			continue
		}
		if s := m.Act.Signer; s != "" && m.Act.Form != ByResolution && !c.may(s, ofController) {
			c.Add(actPowerless.By("Regolamento 5(1)"), p.at("act.signer"))
		}
		c.unless(m.OfficeHead, managerOfficeHead, p, "office_head")
		c.unless(m.Knowledge, managerKnowledge, p, "knowledge")
		c.unless(m.Experience, managerExperience, p, "experience")
		c.unless(m.Capacity, managerCapacity, p, "capacity")
		c.unless(m.Reliability, managerReliability, p, "reliability")
		c.published(&m.Published, p.in("published"), m.Person, "", "Regolamento 5(3)")
	}
}

func (c *checker) subManagers() {
	seen := make(map[string]bool, len(c.o.SubManagers))
	for i := range c.o.SubManagers {
		s, p := &c.o.SubManagers[i], place{"sub_managers", i, ""}
		c.act(&s.Act, AsSubManager, p.in("act"))
		c.holds(&s.Act, p.in("act"), s.Person, "", "Codice 2-quaterdecies(1)", "Regolamento 6(1)")
		if c.inForce(s.Act.Date, s.Act.Until) {
			if seen[s.Sector] {
				c.Add(sectorTwice, p.at("sector"))
			}
			seen[s.Sector] = true
		}
		c.prepared(s.Confidential, s.Trained, p)
		if !c.template {
			continue
		}
		if s.Act.Signer != "" && !c.headsArea(s.Act.Signer, c.sectors[s.Sector]) {
			c.Add(actPowerless.By("Regolamento 6(1)"), p.at("act.signer"))
		}
		switch {
		case !c.done(s.Communicated) || s.Communicated < s.Act.Date:
			c.Add(mayorNotTold, p.at("communicated"))
		case s.Communicated < s.Changed:
			c.Add(changeNotTold, p.at("communicated"))
		}
	}
}

func (c *checker) staff() {
	for i := range c.o.Staff {
		s, p := &c.o.Staff[i], place{"staff", i, ""}
		c.act(&s.Act, AsAuthorised, p.in("act"))
		c.holds(&s.Act, p.in("act"), s.Person, "", "Codice 2-quaterdecies(2)")
		if signer := s.Act.Signer; c.template && signer != "" && !c.headsArea(signer, c.index.areas[s.Area]) && !c.may(signer, ofController) {
			c.Add(actPowerless.By("Regolamento 5(1)"), p.at("act.signer"))
		}
		c.prepared(s.Confidential, s.Trained, p)
	}
}

// prepared adds that somebody isn't bound to confidentiality or trained. General
// law wants people instructed, and who isn't trained is hardly so: a doubt; the
// template wants both.
func (c *checker) prepared(confidential, trained gdpr.Answer, p place) {
	c.unless(confidential, confidentiality, p, "confidential")
	row := training
	if !c.template {
		row = row.As(gdpr.Warning)
	}
	c.unless(trained, row, p, "trained")
}

func (c *checker) processors() {
	for i := range c.o.Processors {
		s, p := &c.o.Processors[i], place{"processors", i, ""}
		if blank(s.Name) {
			c.Add(processorName, p.at("name"))
		}
		s.Contract.check(p.in("contract"), c.Collector)
		c.runs(s.Contract.Date, s.Contract.Until, p.in("contract"), "GDPR 28(3)", "Regolamento 7(1)")
		c.unless(s.Guarantees, processorChosen, p, "guarantees")
		if s.Decides == gdpr.Yes {
			c.Add(processorDecides, p.at("decides"))
		}
		if s.EngagedBy != "" {
			c.subProcessor(s, p)
		} else if signer := s.Contract.Signer; c.template && signer != "" && !c.may(signer, ofController|ofManager) {
			c.Add(actPowerless.By("Regolamento 7(1)", "D.Lgs. 267/2000 107(3)(c)"), p.at("contract.signer"))
		}
	}
}

// subProcessor adds what the body's leave for a sub-processor lacks: it comes
// before the contract, and a general one needs notice of each.
func (c *checker) subProcessor(s *Processor, p place) {
	switch {
	case !c.done(s.Authorised.Date), s.Contract.Date != 0 && s.Authorised.Date > s.Contract.Date:
		c.Add(subUnauthorised, p.at("authorised.date"))
	case s.Authorised.General && !c.done(s.Authorised.Told):
		c.Add(subNotTold, p.at("authorised.told"))
	}
}

func (c *checker) arrangements() {
	for i := range c.o.Arrangements {
		a, p := &c.o.Arrangements[i], place{"arrangements", i, ""}
		a.check(p, c.Collector)
		c.runs(a.Date, a.Until, p, "GDPR 26(1)", "Regolamento 4(4)")
		if a.Essence != 0 && !c.done(a.Essence) {
			c.Add(arrangementEssence, p.at("essence"))
		}
		if c.template && a.Signer != "" && !c.may(a.Signer, ofController) {
			c.Add(actPowerless.By("Regolamento 4(4)"), p.at("signer"))
		}
	}
}

// published adds what isn't in Amministrazione trasparente of a person, or of
// the firm that has the role.
func (c *checker) published(pub *Publication, p place, person, firm string, law gdpr.Provision) {
	if !c.done(pub.On) {
		c.Add(publication.By(law), p.at(""))
		return
	}
	if !sameWords(pub.Name, c.name(person)) && !sameWords(pub.Name, firm) {
		c.Add(publicationName.By(law), p.at("name"))
	}
	var pec string
	if i, ok := c.people[person]; ok {
		pec = c.o.People[i].PEC
	}
	if blank(pub.PEC) || !blank(pec) && !strings.EqualFold(strings.TrimSpace(pub.PEC), strings.TrimSpace(pec)) {
		c.Add(publicationPEC.By(law), p.at("pec"))
	}
}

// sameWords reports whether two names are the same person's or firm's: every
// word of one is in the other, whatever the case, so that "Neri Bianca" and "avv.
// Bianca Neri" agree. Nobody's name is the same as no name.
func sameWords(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	return within(x, y) || within(y, x)
}

// within reports whether there are words and the others have each of them.
func within(words, others []string) bool {
	known := make(map[string]bool, len(others))
	for _, word := range others {
		known[word] = true
	}
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !known[word] })
}
