package register

import (
	"errors"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// The findings of [Check], beside those of [Principles.Check] and
// [Design.Check].
const (
	CodeEmpty               gdpr.Code = "register.empty"
	CodeControllerName      gdpr.Code = "register.controller.name"
	CodeControllerContact   gdpr.Code = "register.controller.contact"
	CodeOfficerName         gdpr.Code = "register.officer.name"
	CodeOfficerContact      gdpr.Code = "register.officer.contact"
	CodeJointName           gdpr.Code = "register.joint.name"
	CodeJointContact        gdpr.Code = "register.joint.contact"
	CodeJointAgreement      gdpr.Code = "register.joint.agreement"
	CodeProcessorName       gdpr.Code = "register.processor.name"
	CodeProcessorContract   gdpr.Code = "register.processor.contract"
	CodeOfficeName          gdpr.Code = "register.office.name"
	CodeOfficeManager       gdpr.Code = "register.office.manager"
	CodeDates               gdpr.Code = "register.dates.missing"
	CodeDatesOrder          gdpr.Code = "register.dates.order"
	CodeDatesFuture         gdpr.Code = "register.dates.future"
	CodeDating              gdpr.Code = "register.dating.missing"
	CodeDatingOld           gdpr.Code = "register.dating.old"
	CodeUnused              gdpr.Code = "register.unused"
	CodeIdentifier          gdpr.Code = "register.id.missing"
	CodeDuplicate           gdpr.Code = "register.id.duplicate"
	CodeTwin                gdpr.Code = "register.activity.twin"
	CodeActivityName        gdpr.Code = "register.activity.name"
	CodeActivityOffice      gdpr.Code = "register.activity.office"
	CodeOrphan              gdpr.Code = "register.reference.orphan"
	CodePurpose             gdpr.Code = "register.purpose.missing"
	CodePurposeText         gdpr.Code = "register.purpose.text"
	CodePurposeFunction     gdpr.Code = "register.purpose.function"
	CodePurposeBasis        gdpr.Code = "register.purpose.basis"
	CodePurposeNorm         gdpr.Code = "register.purpose.norm"
	CodePurposeInterests    gdpr.Code = "register.purpose.interests"
	CodePurposeConsent      gdpr.Code = "register.purpose.consent"
	CodePurposeNoConsent    gdpr.Code = "register.purpose.no-consent"
	CodeSubjects            gdpr.Code = "register.subjects.missing"
	CodeData                gdpr.Code = "register.data.missing"
	CodeDataText            gdpr.Code = "register.data.text"
	CodeDataKind            gdpr.Code = "register.data.kind"
	CodeRetention           gdpr.Code = "register.retention.missing"
	CodeRetentionVague      gdpr.Code = "register.retention.vague"
	CodeRecipients          gdpr.Code = "register.recipients.missing"
	CodeRecipientsOpen      gdpr.Code = "register.recipients.unanswered"
	CodeRecipientsDenied    gdpr.Code = "register.recipients.denied"
	CodeRecipientName       gdpr.Code = "register.recipient.name"
	CodeRecipientAbroad     gdpr.Code = "register.recipient.abroad"
	CodeTransfers           gdpr.Code = "register.transfers.missing"
	CodeTransfersOpen       gdpr.Code = "register.transfers.unanswered"
	CodeTransfersDenied     gdpr.Code = "register.transfers.denied"
	CodeTransferWhere       gdpr.Code = "register.transfer.destination"
	CodeTransferCountry     gdpr.Code = "register.transfer.country"
	CodeTransferInside      gdpr.Code = "register.transfer.inside"
	CodeTransferSafeguard   gdpr.Code = "register.transfer.safeguard"
	CodeTransferClosed      gdpr.Code = "register.transfer.closed"
	CodeTransferDocuments   gdpr.Code = "register.transfer.documents"
	CodeMeasures            gdpr.Code = "register.measures.missing"
	CodeSpecialMissing      gdpr.Code = "register.special.missing"
	CodeSpecialForbidden    gdpr.Code = "register.special.forbidden"
	CodeSpecialUndetermined gdpr.Code = "register.special.undetermined"
	CodeSpecialUnlisted     gdpr.Code = "register.special.unlisted"
	CodeSpecialSector       gdpr.Code = "register.special.sector"
	CodeSpecialUncovered    gdpr.Code = "register.special.uncovered"
	CodeSpecialNorm         gdpr.Code = "register.special.norm"
	CodeJudicialMissing     gdpr.Code = "register.judicial.missing"
	CodeJudicialForbidden   gdpr.Code = "register.judicial.forbidden"
	CodeJudicialOpen        gdpr.Code = "register.judicial.undetermined"
	CodeJudicialNorm        gdpr.Code = "register.judicial.norm"
	CodeMatchingForbidden   gdpr.Code = "register.matching.forbidden"
	CodeMatchingOpen        gdpr.Code = "register.matching.undetermined"
	CodeDPIAMissing         gdpr.Code = "register.dpia.missing"
	CodeDPIAUndetermined    gdpr.Code = "register.dpia.undetermined"
	CodeDPIAContradiction   gdpr.Code = "register.dpia.contradiction"
	CodeReviewNever         gdpr.Code = "register.review.never"
	CodeReviewOverdue       gdpr.Code = "register.review.overdue"
	CodeServiceContract     gdpr.Code = "register.service.contract"
	CodeServiceProcessing   gdpr.Code = "register.service.processing"
	CodeServiceName         gdpr.Code = "register.service.controller"
	CodeServiceContact      gdpr.Code = "register.service.contact"
)

// Check tells what is wrong with the register on a day, by the default
// [Policy]: everything that the municipal regulation and art. 30 of the GDPR
// want in it, each under a code and a path of its own; what follows from it
// (special data without a condition, a high risk without an assessment); and
// what doesn't hold together (two entries under one id, a reference to nothing).
// Findings come in the order of the document.
//
// What art. 30 asks "where possible" (retention, measures) is a warning when it
// is missing; what it asks only of some (recipients, transfers) is settled by
// saying that there are none. The municipal regulation drops the "where
// possible"; the library keeps it, since the duty is the GDPR's.
//
// With the day 0 nothing is said that depends on the day.
//
// A Comune is never exempt for having few staff: it keeps special and judicial
// data, and what it does isn't occasional.
//
// Law: Regolamento 16(1); Regolamento 16(2); Regolamento 2(2); Regolamento 10(1); Regolamento 26(1); GDPR 30(1); GDPR 30(2); GDPR 30(5); GDPR 35(1).
func Check(r Register, on date.Date) gdpr.Findings {
	found, _ := Policy{}.Check(r, on)
	return found
}

// Check tells what is wrong with the register, as the function of the same name
// does, by this policy. A policy without meaning, or milder than the law, is a
// [*gdpr.InputError].
//
// Law: Regolamento 16(1); Regolamento 16(2); Regolamento 27(5); GDPR 30(1); GDPR 30(2).
func (p Policy) Check(r Register, on date.Date) (gdpr.Findings, error) {
	review, err := p.review()
	if err != nil {
		return nil, err
	}
	if err := p.DPIA.Check(); err != nil {
		return nil, gdpr.At("dpia", err)
	}
	c := checker{on: on, review: review, oldest: oldest(on, review), policy: &p}
	c.header(&r)
	for i := range r.Activities {
		c.below("activities", i)
		c.activity(&r.Activities[i])
	}
	services := make(map[string]int, len(r.Services))
	for i := range r.Services {
		c.below("services", i)
		c.service(&r.Services[i], services, i)
	}
	c.unused(&r)
	return c.found, nil
}

// checker collects findings, each below the place where it stands.
type checker struct {
	found gdpr.Findings
	list  string // "activities", or "" at the top
	index int

	on     date.Date
	review gdpr.Term
	oldest date.Date // a review before this day is overdue
	policy *Policy

	processors, joint, offices index
	ids                        map[string]int
	twins                      map[twin]int
}

// index finds the entries of a list, and remembers which were referred to.
type index struct {
	at   map[string]int
	used []bool
}

func (x *index) find(key string) bool {
	i, ok := x.at[key]
	if ok {
		x.used[i] = true
	}
	return ok
}

type twin struct{ office, name string }

// below puts the findings that follow below an entry of a list.
func (c *checker) below(list string, i int) { c.list, c.index = list, i }

// add adds a finding at a place in the current entry.
func (c *checker) add(code gdpr.Code, severity gdpr.Severity, where string, law ...gdpr.Provision) *added {
	if c.list != "" {
		entry := c.list + "[" + strconv.Itoa(c.index) + "]"
		if where == "" {
			where = entry
		} else {
			where = entry + "." + where
		}
	}
	c.found = append(c.found, gdpr.Finding{Code: code, Severity: severity, Where: where, Provisions: law})
	return (*added)(&c.found[len(c.found)-1])
}

// added is the finding just added.
type added gdpr.Finding

func (f *added) args(args ...any) { f.Args = args }

// at returns the path of a field of an entry of a list.
func at(list string, i int, field string) string {
	path := list + "[" + strconv.Itoa(i) + "]"
	if field == "" {
		return path
	}
	return path + "." + field
}

func (c *checker) header(r *Register) {
	if len(r.Activities) == 0 && len(r.Services) == 0 {
		c.add(CodeEmpty, gdpr.Violation, "activities", "Regolamento 16(1)", "GDPR 30(1)")
	}
	if blank(r.Controller.Name) {
		c.add(CodeControllerName, gdpr.Violation, "controller.name", "Regolamento 16(2)", "GDPR 30(1)(a)")
	}
	if !r.Controller.reachable() {
		c.add(CodeControllerContact, gdpr.Violation, "controller", "Regolamento 16(2)", "GDPR 30(1)(a)")
	}
	if blank(r.Officer.Name) {
		c.add(CodeOfficerName, gdpr.Violation, "officer.name", "Regolamento 16(2)", "GDPR 30(1)(a)", "GDPR 37(1)(a)")
	}
	if !r.Officer.reachable() {
		c.add(CodeOfficerContact, gdpr.Violation, "officer", "Regolamento 16(2)", "GDPR 30(1)(a)")
	}
	c.joint = c.parties("joint", r.Joint, func(i int, p *Party) {
		if blank(p.Name) {
			c.add(CodeJointName, gdpr.Violation, at("joint", i, "name"), "GDPR 30(1)(a)")
		}
		if !p.reachable() {
			c.add(CodeJointContact, gdpr.Violation, at("joint", i, ""), "GDPR 30(1)(a)")
		}
		if blank(p.Act) {
			c.add(CodeJointAgreement, gdpr.Violation, at("joint", i, "act"), "GDPR 26(1)")
		}
	})
	c.processors = c.parties("processors", r.Processors, func(i int, p *Party) {
		if blank(p.Name) {
			c.add(CodeProcessorName, gdpr.Violation, at("processors", i, "name"), "GDPR 30(1)(d)")
		}
		if blank(p.Act) {
			c.add(CodeProcessorContract, gdpr.Violation, at("processors", i, "act"), "GDPR 28(3)", "GDPR 28(9)")
		}
	})
	c.offices = index{make(map[string]int, len(r.Offices)), make([]bool, len(r.Offices))}
	for i := range r.Offices {
		o := &r.Offices[i]
		switch first, dup := c.offices.at[o.Name]; {
		case blank(o.Name):
			c.offices.used[i] = true // one finding is enough
			c.add(CodeOfficeName, gdpr.Violation, at("offices", i, "name"), "Regolamento 16(1)")
		case dup:
			c.offices.used[i] = true
			c.add(CodeDuplicate, gdpr.Violation, at("offices", i, "name"), "GDPR 5(2)").args(o.Name, at("offices", first, "name"))
		default:
			c.offices.at[o.Name] = i
		}
		if blank(o.Manager) {
			c.add(CodeOfficeManager, gdpr.Warning, at("offices", i, "manager"), "Regolamento 16(1)")
		}
	}
	c.dates(r)
	c.ids = make(map[string]int, len(r.Activities))
	c.twins = make(map[twin]int, len(r.Activities))
}

// parties indexes a list of parties, with what each lacks.
func (c *checker) parties(list string, ps []Party, check func(int, *Party)) index {
	x := index{make(map[string]int, len(ps)), make([]bool, len(ps))}
	for i := range ps {
		p := &ps[i]
		switch first, dup := x.at[p.ID]; {
		case blank(p.ID):
			x.used[i] = true // one finding is enough
			c.add(CodeIdentifier, gdpr.Warning, at(list, i, "id"), "GDPR 5(2)")
		case dup:
			x.used[i] = true
			c.add(CodeDuplicate, gdpr.Violation, at(list, i, "id"), "GDPR 5(2)").args(p.ID, at(list, first, "id"))
		default:
			x.at[p.ID] = i
		}
		check(i, p)
	}
	return x
}

// reachable reports whether p can be reached by any means.
func (p *Party) reachable() bool {
	return !blank(p.Email) || !blank(p.PEC) || !blank(p.Phone) || !blank(p.Address)
}

func (c *checker) dates(r *Register) {
	switch {
	case r.Created == 0 || r.Updated == 0:
		c.add(CodeDates, gdpr.Warning, "updated", "Regolamento 16(1)", "GDPR 5(2)")
	case r.Updated < r.Created:
		c.add(CodeDatesOrder, gdpr.Warning, "updated", "GDPR 5(2)").args(r.Updated.String(), r.Created.String())
	}
	if c.on != 0 && r.Updated > c.on {
		c.add(CodeDatesFuture, gdpr.Warning, "updated", "GDPR 5(2)").args(r.Updated.String())
	}
	switch {
	case r.Dating.Date == 0 || blank(r.Dating.Means):
		c.add(CodeDating, gdpr.Warning, "dating", "GDPR 5(2)")
	case c.on != 0 && r.Dating.Date > max(c.on, r.Updated): // one finding is enough
		c.add(CodeDatesFuture, gdpr.Warning, "dating.date", "GDPR 5(2)").args(r.Dating.Date.String())
	case r.Dating.Date < r.Updated:
		c.add(CodeDatingOld, gdpr.Warning, "dating.date", "GDPR 5(2)").args(r.Dating.Date.String(), r.Updated.String())
	}
}

// unused tells which processors, joint controllers and offices no activity
// refers to.
func (c *checker) unused(r *Register) {
	c.list = ""
	for i, used := range c.joint.used {
		if !used {
			c.add(CodeUnused, gdpr.Advice, at("joint", i, ""), "GDPR 5(2)").args(r.Joint[i].Name)
		}
	}
	for i, used := range c.processors.used {
		if !used {
			c.add(CodeUnused, gdpr.Advice, at("processors", i, ""), "GDPR 5(2)").args(r.Processors[i].Name)
		}
	}
	for i, used := range c.offices.used {
		if !used {
			c.add(CodeUnused, gdpr.Advice, at("offices", i, ""), "GDPR 5(2)").args(r.Offices[i].Name)
		}
	}
}

func (c *checker) activity(a *Activity) {
	switch first, dup := c.ids[a.ID]; {
	case blank(a.ID):
		c.add(CodeIdentifier, gdpr.Warning, "id", "GDPR 5(2)")
	case dup:
		c.add(CodeDuplicate, gdpr.Violation, "id", "GDPR 5(2)").args(a.ID, at("activities", first, "id"))
	default:
		c.ids[a.ID] = c.index
	}
	if blank(a.Name) {
		c.add(CodeActivityName, gdpr.Violation, "name", "GDPR 30(1)")
	} else if first, dup := c.twins[twin{a.Office, a.Name}]; dup {
		c.add(CodeTwin, gdpr.Warning, "name", "GDPR 5(2)").args(at("activities", first, ""))
	} else {
		c.twins[twin{a.Office, a.Name}] = c.index
	}
	if blank(a.Office) {
		c.add(CodeActivityOffice, gdpr.Warning, "office", "Regolamento 16(1)")
	} else if !c.offices.find(a.Office) {
		c.orphan("office", a.Office, "offices")
	}
	c.purposes(a)
	if !some(a.Subjects) {
		c.add(CodeSubjects, gdpr.Violation, "subjects", "Regolamento 16(2)", "GDPR 30(1)(c)")
	}
	kinds := c.data(a)
	c.recipients(a)
	c.transfers(a.Abroad, a.Transfers, onActivity)
	if !some(a.Measures) {
		c.add(CodeMeasures, gdpr.Warning, "measures", "Regolamento 16(2)", "GDPR 30(1)(g)")
	}
	c.principles(&a.Principles, kinds)
	c.design(&a.Design)
	c.special(a, kinds)
	c.judicial(a, kinds)
	c.matching(a)
	c.dpia(a)
	c.reviewed(a)
}

func (c *checker) orphan(where, id, list string) {
	c.add(CodeOrphan, gdpr.Violation, where, "GDPR 5(2)").args(id, list)
}

func (c *checker) purposes(a *Activity) {
	if len(a.Purposes) == 0 {
		c.add(CodePurpose, gdpr.Violation, "purposes", "Regolamento 16(2)", "GDPR 30(1)(b)")
	}
	for i := range a.Purposes {
		p := &a.Purposes[i]
		if blank(p.Text) {
			c.add(CodePurposeText, gdpr.Violation, at("purposes", i, "text"), "Regolamento 16(2)", "GDPR 30(1)(b)")
		}
		if p.Function == 0 {
			c.add(CodePurposeFunction, gdpr.Warning, at("purposes", i, "function"), "Regolamento 1(2)")
		}
		switch p.Basis {
		case 0:
			c.add(CodePurposeBasis, gdpr.Warning, at("purposes", i, "basis"), "GDPR 6(1)", "GDPR 5(2)")
		case LegitimateInterests:
			severity := gdpr.Warning
			if p.Function <= ByAutonomy { // a task of the Comune, or nobody says that it isn't
				severity = gdpr.Violation
			}
			c.add(CodePurposeInterests, severity, at("purposes", i, "basis"), "GDPR 6(1)(f)", "GDPR 6(1)")
		case LegalObligation, PublicTask:
			if blank(p.Norm) {
				c.add(CodePurposeNorm, gdpr.Warning, at("purposes", i, "norm"), "GDPR 6(3)", "Codice 2-ter(1)")
			}
		}
		switch {
		case p.Function == 0 || p.Basis == 0:
		case p.Function.NeedsConsent() && p.Basis != Consent:
			c.add(CodePurposeNoConsent, gdpr.Violation, at("purposes", i, "basis"), "Regolamento 1(2)", "GDPR 6(1)(a)")
		case !p.Function.NeedsConsent() && p.Basis == Consent:
			c.add(CodePurposeConsent, gdpr.Warning, at("purposes", i, "basis"), "Regolamento 1(2)", "GDPR recital 43")
		}
	}
}

func (c *checker) data(a *Activity) Kinds {
	if len(a.Data) == 0 {
		c.add(CodeData, gdpr.Violation, "data", "Regolamento 16(2)", "GDPR 30(1)(c)")
	}
	var kinds Kinds
	none := Retention{}
	own := len(a.Data) > 0 // has every category a term of its own?
	for i := range a.Data {
		d := &a.Data[i]
		if blank(d.Text) {
			c.add(CodeDataText, gdpr.Violation, at("data", i, "text"), "Regolamento 16(2)", "GDPR 30(1)(c)")
		}
		if d.Kind < Ordinary || d.Kind > Criminal {
			c.add(CodeDataKind, gdpr.Warning, at("data", i, "kind"), "GDPR 9(1)", "GDPR 10")
		}
		kinds |= KindSet(d.Kind)
		switch {
		case d.Retention == none:
			own = false
		case !d.Retention.stated():
			c.add(CodeRetentionVague, gdpr.Warning, at("data", i, "retention"), "Regolamento 16(2)", "GDPR 30(1)(f)", "GDPR 5(1)(e)")
		}
	}
	switch {
	case a.Retention == none && own:
	case a.Retention == none:
		c.add(CodeRetention, gdpr.Warning, "retention", "Regolamento 16(2)", "GDPR 30(1)(f)", "GDPR 5(1)(e)")
	case !a.Retention.stated():
		c.add(CodeRetentionVague, gdpr.Warning, "retention", "Regolamento 16(2)", "GDPR 30(1)(f)", "GDPR 5(1)(e)")
	}
	return kinds
}

func (c *checker) recipients(a *Activity) {
	// A processor and a joint controller are recipients too.
	listed := len(a.Recipients) + len(a.Processors) + len(a.Joint)
	switch {
	case listed > 0 && a.Disclosed == gdpr.No:
		c.add(CodeRecipientsDenied, gdpr.Violation, "disclosed", "Regolamento 16(2)", "GDPR 30(1)(d)")
	case listed == 0 && a.Disclosed == gdpr.Yes:
		c.add(CodeRecipients, gdpr.Violation, "recipients", "Regolamento 16(2)", "GDPR 30(1)(d)")
	case listed == 0 && a.Disclosed == gdpr.Unknown:
		c.add(CodeRecipientsOpen, gdpr.Warning, "disclosed", "Regolamento 16(2)", "GDPR 30(1)(d)")
	}
	for i := range a.Recipients {
		p := &a.Recipients[i]
		if blank(p.Name) {
			c.add(CodeRecipientName, gdpr.Violation, at("recipients", i, "name"), "Regolamento 16(2)", "GDPR 30(1)(d)")
		}
		switch {
		case p.Country == "":
		case !isCountry(p.Country):
			c.add(CodeTransferCountry, gdpr.Warning, at("recipients", i, "country"), "GDPR 30(1)(d)").args(clip(p.Country))
		case !inside(p.Country) && !covers(a.Transfers, p.Country):
			c.add(CodeRecipientAbroad, gdpr.Violation, at("recipients", i, "country"), "GDPR 30(1)(e)", "GDPR 44").args(p.Country)
		}
	}
	for i, id := range a.Processors {
		if !c.processors.find(id) {
			c.orphan(at("processors", i, ""), id, "processors")
		}
	}
	for i, id := range a.Joint {
		if !c.joint.find(id) {
			c.orphan(at("joint", i, ""), id, "joint")
		}
	}
}

// covers reports whether one of the transfers goes to the country, or to an
// international organisation, which may be in any.
func covers(ts []Transfer, country string) bool {
	for i := range ts {
		if ts[i].Country == country || ts[i].Country == "" {
			return true
		}
	}
	return false
}

// onActivity and onService are where the law wants transfers told, of the
// Comune's own activities and of what it does for others.
func onActivity() []gdpr.Provision { return []gdpr.Provision{"GDPR 30(1)(e)", "Regolamento 16(2)"} }
func onService() []gdpr.Provision  { return []gdpr.Provision{"GDPR 30(2)(c)"} }

func (c *checker) transfers(abroad Listed, ts []Transfer, law func() []gdpr.Provision) {
	switch {
	case len(ts) > 0 && abroad == gdpr.No:
		c.add(CodeTransfersDenied, gdpr.Violation, "abroad", law()...)
	case len(ts) == 0 && abroad == gdpr.Yes:
		c.add(CodeTransfers, gdpr.Violation, "transfers", law()...)
	case len(ts) == 0 && abroad == gdpr.Unknown:
		c.add(CodeTransfersOpen, gdpr.Warning, "abroad", law()...)
	}
	for i := range ts {
		t := &ts[i]
		switch {
		case blank(t.Country) && blank(t.Organisation):
			c.add(CodeTransferWhere, gdpr.Violation, at("transfers", i, ""), law()...)
		case t.Country == "":
		case !isCountry(t.Country):
			c.add(CodeTransferCountry, gdpr.Warning, at("transfers", i, "country"), law()...).args(clip(t.Country))
		case inside(t.Country):
			c.add(CodeTransferInside, gdpr.Warning, at("transfers", i, "country"), "GDPR 44").args(t.Country)
			continue
		}
		switch {
		case t.Safeguard.Provision() == "":
			c.add(CodeTransferSafeguard, gdpr.Violation, at("transfers", i, "safeguard"), "GDPR 44", law()[0])
		case t.Safeguard.Closed():
			c.add(CodeTransferClosed, gdpr.Violation, at("transfers", i, "safeguard"), "GDPR 49(3)", t.Safeguard.Provision())
		}
		if blank(t.Documents) {
			// The GDPR wants documents of the safeguards in the register for
			// the last of the derogations alone, the municipal regulation for
			// every transfer.
			severity := gdpr.Warning
			if t.Safeguard == Compelling {
				severity = gdpr.Violation
			}
			c.add(CodeTransferDocuments, severity, at("transfers", i, "documents"), law()...)
		}
	}
}

func (c *checker) special(a *Activity, kinds Kinds) {
	if !kinds.Special() {
		return
	}
	if a.Special == (Special{}) {
		c.add(CodeSpecialMissing, gdpr.Violation, "special", "Regolamento 10(1)", "GDPR 9(2)")
		return
	}
	switch d := a.Special.Decide(kinds); d.Outcome {
	case Forbidden:
		c.add(CodeSpecialForbidden, gdpr.Violation, "special", "Regolamento 10(1)", "GDPR 9(1)")
	case Undetermined:
		c.add(CodeSpecialUndetermined, gdpr.Warning, "special", "Regolamento 10(1)", "GDPR 9(2)").args(missing(d))
	case Unlisted:
		c.add(CodeSpecialUnlisted, gdpr.Warning, "special", "Regolamento 10(1)")
	}
	if a.Special.Interest != gdpr.Yes {
		return
	}
	switch {
	case a.Sector == 0 && a.Matter == 0:
		c.add(CodeSpecialSector, gdpr.Violation, "sector", "Regolamento 12(1)", "Codice 2-sexies(2)")
	case a.Sector == 0:
		c.add(CodeSpecialUncovered, gdpr.Warning, "matter", "Regolamento 12(1)", a.Matter.Provision()).args(a.Matter.String())
	}
	if blank(a.Norm) {
		c.add(CodeSpecialNorm, gdpr.Violation, "norm", "Codice 2-sexies(1)")
	}
}

func (c *checker) judicial(a *Activity, kinds Kinds) {
	if !kinds.Has(Criminal) {
		return
	}
	if a.Judicial == (Judicial{}) {
		c.add(CodeJudicialMissing, gdpr.Violation, "judicial", "Regolamento 11(4)", "GDPR 10")
		return
	}
	switch d := a.Judicial.Decide(kinds); d.Outcome {
	case Forbidden:
		c.add(CodeJudicialForbidden, gdpr.Violation, "judicial", "Regolamento 11(4)", "GDPR 10", "Codice 2-octies(1)")
	case Undetermined:
		c.add(CodeJudicialOpen, gdpr.Warning, "judicial", "Regolamento 11(4)", "GDPR 10").args(missing(d))
	}
	if blank(a.Norm) {
		c.add(CodeJudicialNorm, gdpr.Violation, "norm", "Codice 2-octies(1)")
	}
}

func (c *checker) matching(a *Activity) {
	if a.Matching == (Matching{}) {
		return
	}
	switch d := a.Matching.Decide(); d.Outcome {
	case Forbidden:
		c.add(CodeMatchingForbidden, gdpr.Violation, "matching", "Regolamento 11(2)")
	case Undetermined:
		c.add(CodeMatchingOpen, gdpr.Warning, "matching", "Regolamento 11(2)").args(missing(d))
	}
}

// missing names the facts that a decision still wants.
func missing(d Decision) string {
	var fields []string
	for q := range d.Missing() {
		fields = append(fields, q.Field)
	}
	return strings.Join(fields, ", ")
}

func (c *checker) dpia(a *Activity) {
	done := a.DPIA.Done != 0
	if done && c.on != 0 && a.DPIA.Done > c.on {
		done = false // it must come before the processing
		c.add(CodeDatesFuture, gdpr.Warning, "dpia.done", "GDPR 35(1)").args(a.DPIA.Done.String())
	}
	s, err := a.Screen(c.policy.DPIA)
	switch {
	case err != nil:
		c.add(CodeDPIAContradiction, gdpr.Warning, "dpia.facts", "GDPR 35(1)").args(against(err))
	case done:
	case s.Outcome == dpia.Required:
		c.add(CodeDPIAMissing, gdpr.Violation, "dpia", "Regolamento 27(1)", "GDPR 35(1)")
	case s.Outcome == dpia.Undetermined:
		c.add(CodeDPIAUndetermined, gdpr.Warning, "dpia.facts", "Regolamento 27(1)", "GDPR 35(1)")
	}
}

func (c *checker) reviewed(a *Activity) {
	switch {
	case a.Reviewed == 0:
		c.add(CodeReviewNever, gdpr.Warning, "reviewed", "Regolamento 16(1)")
	case c.on == 0:
	case a.Reviewed > c.on:
		c.add(CodeDatesFuture, gdpr.Warning, "reviewed", "GDPR 5(2)").args(a.Reviewed.String())
	case a.Reviewed < c.oldest:
		c.add(CodeReviewOverdue, gdpr.Warning, "reviewed", "Regolamento 16(1)").args(a.Reviewed.String())
	}
}

func (c *checker) service(s *Service, ids map[string]int, i int) {
	switch first, dup := ids[s.ID]; {
	case blank(s.ID):
		c.add(CodeIdentifier, gdpr.Warning, "id", "GDPR 5(2)")
	case dup:
		c.add(CodeDuplicate, gdpr.Violation, "id", "GDPR 5(2)").args(s.ID, at("services", first, "id"))
	default:
		ids[s.ID] = i
	}
	if blank(s.Controller.Name) {
		c.add(CodeServiceName, gdpr.Violation, "controller.name", "GDPR 30(2)(a)")
	}
	if !s.Controller.reachable() {
		c.add(CodeServiceContact, gdpr.Violation, "controller", "GDPR 30(2)(a)")
	}
	if blank(s.Controller.Act) {
		c.add(CodeServiceContract, gdpr.Violation, "controller.act", "GDPR 28(3)")
	}
	if !some(s.Processing) {
		c.add(CodeServiceProcessing, gdpr.Violation, "processing", "GDPR 30(2)(b)")
	}
	c.transfers(s.Abroad, s.Transfers, onService)
	if !some(s.Measures) {
		c.add(CodeMeasures, gdpr.Warning, "measures", "GDPR 30(2)(d)")
	}
	for i, id := range s.Subcontract {
		if !c.processors.find(id) {
			c.orphan(at("processors", i, ""), id, "processors")
		}
	}
}

// oldest returns the first day on which a review is still recent enough on the
// day on, or 0 if every one is. It counts forward as a term does, so that a
// review of 31 March is good for six months until 30 September.
func oldest(on date.Date, review gdpr.Term) date.Date {
	// The end of the term grows with the day of the review: search for it.
	low, high := date.Date(0), on
	for low < high {
		mid := low + (high-low)/2
		d, err := review.After(mid, gdpr.Calendar{})
		if err == nil && d.Nominal < on {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// against names the field that an error is about, and what it was held against:
// words that stand in a message of any language.
func against(err error) string {
	var in *gdpr.InputError
	if !errors.As(err, &in) {
		return ""
	}
	return in.Field + " (" + in.Other + ")"
}

// blank reports whether s has nothing but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// some reports whether one of the texts isn't blank.
func some(texts []string) bool {
	for _, t := range texts {
		if !blank(t) {
			return true
		}
	}
	return false
}

// clip shortens what a message quotes of the input.
func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
