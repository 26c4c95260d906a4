package roles

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// The findings of [Organisation.Check] on the controller, the areas and the
// people; those on acts, contracts, agreements, the officer and the
// distribution stand with their types.
const (
	CodeControllerName           gdpr.Code = "roles.controller.name"
	CodeControllerRepresentative gdpr.Code = "roles.controller.representative"
	CodeControllerMeasures       gdpr.Code = "roles.controller.measures"
	CodeControllerSupervision    gdpr.Code = "roles.controller.supervision"
	CodeSupervisionLate          gdpr.Code = "roles.controller.supervision.late"

	CodeAreaNone      gdpr.Code = "roles.area.none"
	CodeAreaUncovered gdpr.Code = "roles.area.uncovered"
	CodeAreaTwice     gdpr.Code = "roles.area.twice"

	CodeManagerOfficeHead  gdpr.Code = "roles.manager.office-head"
	CodeManagerKnowledge   gdpr.Code = "roles.manager.knowledge"
	CodeManagerExperience  gdpr.Code = "roles.manager.experience"
	CodeManagerCapacity    gdpr.Code = "roles.manager.capacity"
	CodeManagerReliability gdpr.Code = "roles.manager.reliability"

	CodeSectorTwice      gdpr.Code = "roles.sector.twice"
	CodeMayorNotTold     gdpr.Code = "roles.submanager.mayor"
	CodeChangeNotTold    gdpr.Code = "roles.submanager.change"
	CodeConfidentiality  gdpr.Code = "roles.staff.confidentiality"
	CodeTraining         gdpr.Code = "roles.staff.training"
	CodePublication      gdpr.Code = "roles.publication.missing"
	CodePublicationName  gdpr.Code = "roles.publication.name"
	CodePublicationPEC   gdpr.Code = "roles.publication.pec"
	CodeProcessorName    gdpr.Code = "roles.processor.name"
	CodeProcessorChosen  gdpr.Code = "roles.processor.guarantees"
	CodeProcessorDecides gdpr.Code = "roles.processor.decides"
	CodeSubUnauthorised  gdpr.Code = "roles.processor.sub.unauthorised"
	CodeSubNotTold       gdpr.Code = "roles.processor.sub.not-told"
)

// Check tells what the organisation lacks on a day: acts and what they must say,
// no areas, or some without a manager or with two, choices without their grounds, people
// not told, names not published, contracts that leave something out. Acts past
// their end, or not yet of effect, cover nothing. With the day 0 nothing is held
// against time.
//
// A fact that is [gdpr.Unknown] is a warning where its opposite is a violation.
// So is a signer who has no power to sign on the day: whoever had the office
// when the act was signed isn't known.
//
// The error is a [*gdpr.InputError] with the path of what has no meaning: an id,
// task or clause that is empty ([gdpr.FaultMissing]); an id used twice, or a
// person appointed twice to the same ([gdpr.FaultDuplicate]); an id that isn't
// there ([gdpr.FaultReference]); processors that engage each other in a circle
// ([gdpr.FaultCycle]); an unknown form, task or clause ([gdpr.FaultName]); an end
// before its beginning ([gdpr.FaultOrder]); a date outside the years 1 to 9999,
// or a policy beyond its limits ([gdpr.FaultRange]).
//
// Law: Regolamento 4(1); Regolamento 4(2); Regolamento 4(3); Regolamento 4(4); Regolamento 5(1); Regolamento 5(2); Regolamento 5(3); Regolamento 6(1); Regolamento 6(2); Regolamento 7(1); Regolamento 7(2); Regolamento 8(1); Regolamento 8(2); Regolamento 8(3); Regolamento 8(4); Regolamento 8(5); Regolamento 9(3); Regolamento 43(2); Regolamento 43(3); GDPR 26(1); GDPR 28(1); GDPR 28(2); GDPR 28(4); GDPR 37(7); GDPR 38(6); Codice 2-quaterdecies(1).
func (o Organisation) Check(on date.Date) (gdpr.Findings, error) {
	if err := day(on, place{"on", -1, ""}, ""); err != nil {
		return nil, err
	}
	ix, err := o.index()
	if err != nil {
		return nil, err
	}
	c := checker{o: &o, index: ix, on: on}
	c.offices()
	c.controller()
	c.areas()
	c.managers()
	c.subManagers()
	c.staff()
	c.processors()
	c.arrangements()
	c.officer()
	c.distribution()
	return c.found, nil
}

type checker struct {
	o *Organisation
	index
	on     date.Date
	cover  []int             // how many managers each area has on the day
	heads  map[pair]struct{} // who heads which area on the day
	powers []power           // of each person
	found  gdpr.Findings
}

// power is what someone may sign for.
type power uint8

const (
	ofController power = 1 << iota // the Mayor, or a delegate
	ofManager                      // the head of some area
)

func (c *checker) add(code gdpr.Code, s gdpr.Severity, where string, law ...gdpr.Provision) {
	lack(&c.found, code, s, where, law)
}

// doubt adds what isn't as it must be, or isn't known to be.
func (c *checker) doubt(a gdpr.Answer, code gdpr.Code, where string, law ...gdpr.Provision) {
	lack(&c.found, code, doubtful(a), where, law)
}

// doubtful returns the weight of a fact that should be [gdpr.Yes].
func doubtful(a gdpr.Answer) gdpr.Severity {
	if a == gdpr.Unknown {
		return gdpr.Warning
	}
	return gdpr.Violation
}

// lack adds a finding, with provisions of its own.
func lack(fs *gdpr.Findings, code gdpr.Code, s gdpr.Severity, where string, law []gdpr.Provision) {
	*fs = append(*fs, gdpr.Finding{Code: code, Severity: s, Where: where, Provisions: slices.Clone(law)})
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

// offices finds who heads which area on the day, and who may sign for what.
func (c *checker) offices() {
	c.cover = make([]int, len(c.o.Areas))
	c.heads = make(map[pair]struct{}, len(c.o.Managers))
	c.powers = make([]power, len(c.o.People))
	for i := range c.o.Managers {
		m := &c.o.Managers[i]
		if c.inForce(m.Act.Date, m.Act.Until) {
			person, area := c.people[m.Person], c.index.areas[m.Area]
			c.cover[area]++
			c.heads[pairOf(person, area)] = struct{}{}
			c.powers[person] |= ofManager
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
		c.add(CodeControllerName, gdpr.Violation, p.at("name"), "Regolamento 4(1)", "GDPR 24(1)")
	}
	if o.Representative == "" {
		c.add(CodeControllerRepresentative, gdpr.Violation, p.at("representative"), "Regolamento 4(1)")
	}
	if blank(o.Measures) {
		c.add(CodeControllerMeasures, gdpr.Violation, p.at("measures"), "Regolamento 4(2)", "GDPR 24(1)")
	}
	switch {
	case !c.done(o.Supervised):
		c.add(CodeControllerSupervision, gdpr.Violation, p.at("supervised"), "Regolamento 4(3)")
	case c.on != 0:
		months := c.o.Policy.supervisionMonths()
		due, err := gdpr.Term{N: months, Unit: gdpr.Months}.After(o.Supervised, gdpr.Calendar{})
		if err == nil && due.Due < c.on {
			c.add(CodeSupervisionLate, gdpr.Warning, p.at("supervised"), "Regolamento 4(3)", "Regolamento 35(1)")
			last := &c.found[len(c.found)-1]
			last.Args = []any{o.Supervised.String(), months}
		}
	}
	for i := range o.Delegates {
		d, p := &o.Delegates[i], place{"controller.delegates", i, ""}
		d.Act.check(formalityOf(AsDelegate), p.in("act"), &c.found)
		c.holds(&d.Act, p.in("act"), d.Person, "", "Regolamento 4(1)")
		if s := d.Act.Signer; s != "" && s != o.Representative {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("act.signer"), "Regolamento 4(1)")
		}
	}
}

// holds adds what keeps an act that someone relies on from holding on the day,
// and a name in it that is neither the firm's nor, without a firm, the person's.
func (c *checker) holds(a *Act, p place, person, firm string, law ...gdpr.Provision) {
	c.runs(a.Date, a.Until, p, law...)
	if a.Appointee != "" && !sameWords(a.Appointee, cmp.Or(firm, c.name(person))) {
		c.add(CodeActAppointee, gdpr.Violation, p.at("appointee"), law...)
	}
}

// runs adds that an act, contract or agreement has ended by the day, or has yet
// to begin.
func (c *checker) runs(from, until date.Date, p place, law ...gdpr.Provision) {
	switch {
	case c.on == 0:
	case until != 0 && until < c.on:
		c.add(CodeActExpired, gdpr.Violation, p.at("until"), law...)
	case from > c.on:
		c.add(CodeActNotYet, gdpr.Warning, p.at("date"), law...)
	}
}

func (c *checker) areas() {
	if len(c.o.Areas) == 0 {
		c.add(CodeAreaNone, gdpr.Violation, "areas", "Regolamento 5(1)")
	}
	for i := range c.o.Areas {
		switch n := c.cover[i]; {
		case n == 0:
			c.add(CodeAreaUncovered, gdpr.Violation, place{"areas", i, ""}.at(""), "Regolamento 5(1)")
		case n > 1:
			c.add(CodeAreaTwice, gdpr.Violation, place{"areas", i, ""}.at(""), "Regolamento 5(1)")
		}
	}
}

func (c *checker) managers() {
	f := formalityOf(AsManager)
	for i := range c.o.Managers {
		m, p := &c.o.Managers[i], place{"managers", i, ""}
		m.Act.check(f, p.in("act"), &c.found)
		c.holds(&m.Act, p.in("act"), m.Person, "", "Regolamento 5(1)")
		if s := m.Act.Signer; s != "" && m.Act.Form != ByResolution && !c.may(s, ofController) {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("act.signer"), "Regolamento 5(1)")
		}
		for _, e := range [...]struct {
			a     gdpr.Answer
			code  gdpr.Code
			field string
		}{
			{m.OfficeHead, CodeManagerOfficeHead, "office_head"},
			{m.Knowledge, CodeManagerKnowledge, "knowledge"},
			{m.Experience, CodeManagerExperience, "experience"},
			{m.Capacity, CodeManagerCapacity, "capacity"},
			{m.Reliability, CodeManagerReliability, "reliability"},
		} {
			if e.a != gdpr.Yes {
				c.doubt(e.a, e.code, p.at(e.field), "Regolamento 5(2)")
			}
		}
		c.published(&m.Published, p.in("published"), m.Person, "", "Regolamento 5(3)", "")
	}
}

func (c *checker) subManagers() {
	f := formalityOf(AsSubManager)
	seen := make(map[string]bool, len(c.o.SubManagers))
	for i := range c.o.SubManagers {
		s, p := &c.o.SubManagers[i], place{"sub_managers", i, ""}
		s.Act.check(f, p.in("act"), &c.found)
		c.holds(&s.Act, p.in("act"), s.Person, "", "Regolamento 6(1)")
		if s.Act.Signer != "" && !c.headsArea(s.Act.Signer, c.sectors[s.Sector]) {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("act.signer"), "Regolamento 6(1)")
		}
		if c.inForce(s.Act.Date, s.Act.Until) {
			if seen[s.Sector] {
				c.add(CodeSectorTwice, gdpr.Warning, p.at("sector"), "Regolamento 6(1)")
			}
			seen[s.Sector] = true
		}
		switch {
		case !c.done(s.Communicated) || s.Communicated < s.Act.Date:
			c.add(CodeMayorNotTold, gdpr.Violation, p.at("communicated"), "Regolamento 6(2)")
		case s.Communicated < s.Changed:
			c.add(CodeChangeNotTold, gdpr.Violation, p.at("communicated"), "Regolamento 6(2)")
		}
		c.prepared(s.Confidential, s.Trained, p)
	}
}

func (c *checker) staff() {
	f := formalityOf(AsAuthorised)
	for i := range c.o.Staff {
		s, p := &c.o.Staff[i], place{"staff", i, ""}
		s.Act.check(f, p.in("act"), &c.found)
		c.holds(&s.Act, p.in("act"), s.Person, "", "Codice 2-quaterdecies(2)")
		if signer := s.Act.Signer; signer != "" && !c.headsArea(signer, c.index.areas[s.Area]) && !c.may(signer, ofController) {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("act.signer"), "Codice 2-quaterdecies(2)")
		}
		c.prepared(s.Confidential, s.Trained, p)
	}
}

func (c *checker) prepared(confidential, trained gdpr.Answer, p place) {
	if confidential != gdpr.Yes {
		c.doubt(confidential, CodeConfidentiality, p.at("confidential"), "Regolamento 5(4)", "GDPR 32(4)")
	}
	if trained != gdpr.Yes {
		c.doubt(trained, CodeTraining, p.at("trained"), "Regolamento 5(4)", "GDPR 32(4)")
	}
}

func (c *checker) processors() {
	for i := range c.o.Processors {
		s, p := &c.o.Processors[i], place{"processors", i, ""}
		if blank(s.Name) {
			c.add(CodeProcessorName, gdpr.Violation, p.at("name"), "Regolamento 7(1)")
		}
		s.Contract.check(p.in("contract"), &c.found)
		c.runs(s.Contract.Date, s.Contract.Until, p.in("contract"), "Regolamento 7(1)", "GDPR 28(3)")
		if s.Guarantees != gdpr.Yes {
			c.doubt(s.Guarantees, CodeProcessorChosen, p.at("guarantees"), "Regolamento 7(2)", "GDPR 28(1)")
		}
		if s.Decides == gdpr.Yes {
			c.add(CodeProcessorDecides, gdpr.Violation, p.at("decides"), "GDPR 28(10)")
		}
		if s.EngagedBy != "" {
			c.subProcessor(s, p)
		} else if signer := s.Contract.Signer; signer != "" && !c.may(signer, ofController|ofManager) {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("contract.signer"), "Regolamento 7(1)", "D.Lgs. 267/2000 107(3)(c)")
		}
	}
}

// subProcessor adds what the Comune's leave for a sub-processor lacks: it comes
// before the contract, and a general one needs notice of each.
func (c *checker) subProcessor(s *Processor, p place) {
	switch {
	case !c.done(s.Authorised.Date), s.Contract.Date != 0 && s.Authorised.Date > s.Contract.Date:
		c.add(CodeSubUnauthorised, gdpr.Violation, p.at("authorised.date"), "GDPR 28(2)")
	case s.Authorised.General && !c.done(s.Authorised.Told):
		c.add(CodeSubNotTold, gdpr.Violation, p.at("authorised.told"), "GDPR 28(2)")
	}
}

func (c *checker) arrangements() {
	for i := range c.o.Arrangements {
		a, p := &c.o.Arrangements[i], place{"arrangements", i, ""}
		a.check(p, &c.found)
		c.runs(a.Date, a.Until, p, "Regolamento 4(4)", "GDPR 26(1)")
		if a.Essence != 0 && !c.done(a.Essence) {
			c.add(CodeArrangementEssence, gdpr.Violation, p.at("essence"), "GDPR 26(2)")
		}
		if a.Signer != "" && !c.may(a.Signer, ofController) {
			c.add(CodeActSignerPowerless, gdpr.Warning, p.at("signer"), "Regolamento 4(4)")
		}
	}
}

// published adds what isn't in Amministrazione trasparente of a person, or of
// the firm that has the role.
func (c *checker) published(pub *Publication, p place, person, firm string, law, also gdpr.Provision) {
	provisions := []gdpr.Provision{law, also}
	if also == "" {
		provisions = provisions[:1]
	}
	if !c.done(pub.On) {
		c.add(CodePublication, gdpr.Violation, p.at(""), provisions...)
		return
	}
	if !sameWords(pub.Name, c.name(person)) && !sameWords(pub.Name, firm) {
		c.add(CodePublicationName, gdpr.Violation, p.at("name"), provisions...)
	}
	var pec string
	if i, ok := c.people[person]; ok {
		pec = c.o.People[i].PEC
	}
	if blank(pub.PEC) || !blank(pec) && !strings.EqualFold(strings.TrimSpace(pub.PEC), strings.TrimSpace(pec)) {
		c.add(CodePublicationPEC, gdpr.Violation, p.at("pec"), provisions...)
	}
}

// sameWords reports whether two names are the same person's or firm's: every
// word of the shorter one is in the longer, whatever the case, so that "Neri
// Bianca" and "avv. Bianca Neri" agree. Nobody's name is the same as no name.
func sameWords(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	words := make(map[string]bool, len(y))
	for _, word := range y {
		words[word] = true
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(word string) bool { return !words[word] })
}
