package register

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Check], beside those of [Principles.Check] and
// [Design.Check].
const (
	CodeEmpty               gdpr.Code = "register.empty"                 // violation: the register holds no activity
	CodeControllerName      gdpr.Code = "register.controller.name"       // violation: the controller's name is missing
	CodeControllerContact   gdpr.Code = "register.controller.contact"    // violation: the controller's contact details are missing
	CodeOfficerName         gdpr.Code = "register.officer.name"          // violation: the data protection officer's name is missing
	CodeOfficerContact      gdpr.Code = "register.officer.contact"       // violation: the data protection officer's contact details are missing
	CodeJointName           gdpr.Code = "register.joint.name"            // violation: the joint controller's name is missing
	CodeJointContact        gdpr.Code = "register.joint.contact"         // violation: the joint controller's contact details are missing
	CodeJointAgreement      gdpr.Code = "register.joint.agreement"       // violation: the agreement with the joint controller isn't given
	CodeProcessorName       gdpr.Code = "register.processor.name"        // violation: the processor's name is missing
	CodeProcessorContract   gdpr.Code = "register.processor.contract"    // violation: the contract or other act that binds the processor isn't given
	CodeOfficeName          gdpr.Code = "register.office.name"           // violation: the office's name is missing
	CodeOfficeManager       gdpr.Code = "register.office.manager"        // warning: nobody is named who manages the office and keeps its part of the register
	CodeDates               gdpr.Code = "register.dates.missing"         // warning: the date of creation or of the last update is missing
	CodeDatesOrder          gdpr.Code = "register.dates.order"           // warning: the last update (…) comes before the creation (…)
	CodeDatesFuture         gdpr.Code = "register.dates.future"          // warning: the date … lies in the future
	CodeDating              gdpr.Code = "register.dating.missing"        // warning: nothing gives this version of the register a certain date
	CodeDatingOld           gdpr.Code = "register.dating.old"            // warning: the certain date (…) comes before the last update (…)
	CodeUnused              gdpr.Code = "register.unused"                // advice: no activity refers to “…”
	CodeIdentifier          gdpr.Code = "register.id.missing"            // warning: the identifier is missing
	CodeDuplicate           gdpr.Code = "register.id.duplicate"          // violation: the identifier “…” is already used in …
	CodeTwin                gdpr.Code = "register.activity.twin"         // warning: the same name and office as …
	CodeActivityName        gdpr.Code = "register.activity.name"         // violation: the processing has no name
	CodeActivityOffice      gdpr.Code = "register.activity.office"       // warning: the office isn't given
	CodeOrphan              gdpr.Code = "register.reference.orphan"      // violation: “…” isn't found in …
	CodePurpose             gdpr.Code = "register.purpose.missing"       // violation: no purpose is given
	CodePurposeText         gdpr.Code = "register.purpose.text"          // violation: the purpose isn't described
	CodePurposeFunction     gdpr.Code = "register.purpose.function"      // warning: the institutional function served isn't given
	CodePurposeBasis        gdpr.Code = "register.purpose.basis"         // warning: the legal basis isn't given
	CodePurposeNorm         gdpr.Code = "register.purpose.norm"          // warning: the norm that provides for the processing isn't given
	CodePurposeInterests    gdpr.Code = "register.purpose.interests"     // warning: a public authority can't rely on legitimate interests in the performance of its tasks
	CodePurposeConsent      gdpr.Code = "register.purpose.consent"       // warning: consent isn't needed for this function and, towards a public authority, isn't free as a rule
	CodePurposeNoConsent    gdpr.Code = "register.purpose.no-consent"    // violation: a specific purpose beside the others needs consent
	CodeSubjects            gdpr.Code = "register.subjects.missing"      // violation: the categories of data subjects aren't given
	CodeData                gdpr.Code = "register.data.missing"          // violation: the categories of personal data aren't given
	CodeDataText            gdpr.Code = "register.data.text"             // violation: the category of data isn't described
	CodeDataKind            gdpr.Code = "register.data.kind"             // warning: it isn't said whether the data are ordinary, special or judicial
	CodeRetention           gdpr.Code = "register.retention.missing"     // warning: it isn't said how long the data are kept
	CodeRetentionVague      gdpr.Code = "register.retention.vague"       // warning: the retention has neither a term with the event it runs from nor a criterion
	CodeRecipients          gdpr.Code = "register.recipients.missing"    // violation: the data are disclosed, but it isn't said to whom
	CodeRecipientsOpen      gdpr.Code = "register.recipients.unanswered" // warning: it isn't said whether the data are disclosed to anybody
	CodeRecipientsDenied    gdpr.Code = "register.recipients.denied"     // violation: recipients are given, but it is said that there are none
	CodeRecipientName       gdpr.Code = "register.recipient.name"        // violation: the recipient isn't named
	CodeRecipientAbroad     gdpr.Code = "register.recipient.abroad"      // violation: a recipient is in a third country (…), but no transfer to it is given
	CodeTransfers           gdpr.Code = "register.transfers.missing"     // violation: the data are transferred abroad, but it isn't said where
	CodeTransfersOpen       gdpr.Code = "register.transfers.unanswered"  // warning: it isn't said whether the data are transferred to third countries
	CodeTransfersDenied     gdpr.Code = "register.transfers.denied"      // violation: transfers are given, but it is said that there are none
	CodeTransferWhere       gdpr.Code = "register.transfer.destination"  // violation: neither the third country nor the international organisation is given
	CodeTransferCountry     gdpr.Code = "register.transfer.country"      // warning: “…” isn't a country code of two letters
	CodeTransferInside      gdpr.Code = "register.transfer.inside"       // warning: … is in the European Economic Area: it isn't a third country
	CodeTransferSafeguard   gdpr.Code = "register.transfer.safeguard"    // violation: it isn't said on what the transfer rests
	CodeTransferClosed      gdpr.Code = "register.transfer.closed"       // warning: this derogation is closed to a public authority that exercises its powers
	CodeTransferInadequate  gdpr.Code = "register.transfer.inadequate"   // warning: no decision of adequacy is known for the country …
	CodeTransferPartial     gdpr.Code = "register.transfer.partial"      // warning: the decision of adequacy for the country … covers some recipients alone: it isn't said where it shows that this is one of them
	CodeTransferDocuments   gdpr.Code = "register.transfer.documents"    // warning: the documents of the safeguards are missing
	CodeMeasures            gdpr.Code = "register.measures.missing"      // warning: the security measures aren't described
	CodeSpecialMissing      gdpr.Code = "register.special.missing"       // violation: no condition for the processing of special data is given
	CodeSpecialForbidden    gdpr.Code = "register.special.forbidden"     // violation: no condition allows these special data to be processed, or the safeguards are lacking
	CodeSpecialUndetermined gdpr.Code = "register.special.undetermined"  // warning: it isn't settled whether the special data may be processed: up to … answers are needed
	CodeSpecialUnlisted     gdpr.Code = "register.special.unlisted"      // warning: the processing rests on a condition of the GDPR that the municipal regulation doesn't list
	CodeSpecialSector       gdpr.Code = "register.special.sector"        // violation: the field of substantial public interest isn't given
	CodeSpecialUncovered    gdpr.Code = "register.special.uncovered"     // warning: the matter under letter (…) isn't in the nine fields of the municipal regulation
	CodeSpecialNorm         gdpr.Code = "register.special.norm"          // violation: the act that tells the kinds of data, the operations, the public interest and the safeguards isn't given
	CodeJudicialMissing     gdpr.Code = "register.judicial.missing"      // violation: it isn't said on what the processing of judicial data rests
	CodeJudicialForbidden   gdpr.Code = "register.judicial.forbidden"    // violation: nothing allows these judicial data to be processed, or the safeguards are lacking
	CodeJudicialOpen        gdpr.Code = "register.judicial.undetermined" // warning: it isn't settled whether the judicial data may be processed: up to … answers are needed
	CodeJudicialNorm        gdpr.Code = "register.judicial.norm"         // violation: the norm that authorises the processing of judicial data isn't given
	CodeMatchingForbidden   gdpr.Code = "register.matching.forbidden"    // violation: these data may not be matched
	CodeMatchingOpen        gdpr.Code = "register.matching.undetermined" // warning: it isn't settled whether the matching may be done: up to … answers are needed
	CodeDPIAMissing         gdpr.Code = "register.dpia.missing"          // violation: the processing is of high risk and has no impact assessment
	CodeDPIAUndetermined    gdpr.Code = "register.dpia.undetermined"     // warning: it isn't settled yet whether an impact assessment is due: facts are missing that could decide it
	CodeDPIAContradiction   gdpr.Code = "register.dpia.contradiction"    // warning: the facts on the impact assessment contradict each other: …
	CodeReviewNever         gdpr.Code = "register.review.never"          // warning: the entry was never reviewed
	CodeReviewOverdue       gdpr.Code = "register.review.overdue"        // warning: the entry was last reviewed on …, longer ago than the policy allows
	CodeServiceContract     gdpr.Code = "register.service.contract"      // violation: the contract or other act with the controller isn't given
	CodeServiceProcessing   gdpr.Code = "register.service.processing"    // violation: the categories of processing done for the controller aren't given
	CodeServiceName         gdpr.Code = "register.service.controller"    // violation: the name of the controller for whom the Comune processes data is missing
	CodeServiceContact      gdpr.Code = "register.service.contact"       // violation: the contact details of the controller for whom the Comune processes data are missing
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
// What no record of art. 30 holds (the principles, the design, the facts of the
// screening) is asked as an advice while nothing at all is said of it;
// [Policy.Record] leaves it out. A body that isn't a public authority, by the
// policy's regime, may rest on legitimate interests and need have no officer.
//
// With the day 0 nothing is said that depends on the day, and decisions of adequacy
// are those of [gdpr.LawAsOf].
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
// does, by this policy. A policy without meaning is a
// [*gdpr.InputError].
//
// Law: Regolamento 16(1); Regolamento 16(2); Regolamento 27(5); GDPR 30(1); GDPR 30(2).
func (p Policy) Check(r Register, on date.Date) (gdpr.Findings, error) {
	review, err := p.review()
	if err != nil {
		return nil, err
	}
	if _, err := p.DPIA.Check(); err != nil {
		return nil, gdpr.At("dpia", err)
	}
	c := checker{on: on, review: review, oldest: oldest(on, review), policy: &p, public: p.Regime.Has(gdpr.PublicLaw), record: p.Record}
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
	return c.found.Under(p.Regime), nil
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
	public bool // is the body a public authority?
	record bool // what art. 30 wants, and no more

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

// add adds what the row declares at a place in the current entry.
func (c *checker) add(row find.Row, where string, args ...any) {
	if c.list != "" {
		entry := c.list + "[" + strconv.Itoa(c.index) + "]"
		if where == "" {
			where = entry
		} else {
			where = entry + "." + where
		}
	}
	c.found = append(c.found, gdpr.Finding{Code: row.Code, Severity: row.Weight, Where: where, Provisions: slices.Clone(row.Law), Args: args})
}

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
		c.add(onEmptyRow, "activities")
	}
	if blank(r.Controller.Name) {
		c.add(controllerNameRow, "controller.name")
	}
	if !r.Controller.reachable() {
		c.add(controllerContactRow, "controller")
	}
	if owed := c.public || r.Officer != (Party{}); owed && blank(r.Officer.Name) {
		c.add(officerNameRow, "officer.name")
	}
	if r.Officer != (Party{}) && !r.Officer.reachable() || c.public && r.Officer == (Party{}) {
		c.add(officerContactRow, "officer")
	}
	c.joint = c.parties("joint", r.Joint, func(i int, p *Party) {
		if blank(p.Name) {
			c.add(jointNameRow, at("joint", i, "name"))
		}
		if !p.reachable() {
			c.add(jointContactRow, at("joint", i, ""))
		}
		if !c.record && blank(p.Act) {
			c.add(jointAgreementRow, at("joint", i, "act"))
		}
	})
	c.processors = c.parties("processors", r.Processors, func(i int, p *Party) {
		if blank(p.Name) {
			c.add(processorNameRow, at("processors", i, "name"))
		}
		if !c.record && blank(p.Act) {
			c.add(processorContractRow, at("processors", i, "act"))
		}
	})
	c.offices = index{make(map[string]int, len(r.Offices)), make([]bool, len(r.Offices))}
	for i := range r.Offices {
		o := &r.Offices[i]
		switch first, dup := c.offices.at[o.Name]; {
		case blank(o.Name):
			c.offices.used[i] = true // one finding is enough
			c.add(officeNameRow, at("offices", i, "name"))
		case dup:
			c.offices.used[i] = true
			c.add(duplicateRow, at("offices", i, "name"), o.Name, at("offices", first, "name"))
		default:
			c.offices.at[o.Name] = i
		}
		if !c.record && blank(o.Manager) {
			c.add(officeManagerRow, at("offices", i, "manager"))
		}
	}
	if !c.record {
		c.dates(r)
	}
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
			c.add(identifierRow, at(list, i, "id"))
		case dup:
			x.used[i] = true
			c.add(duplicateRow, at(list, i, "id"), p.ID, at(list, first, "id"))
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
		c.add(datesRow, "updated")
	case r.Updated < r.Created:
		c.add(datesOrderRow, "updated", r.Updated.String(), r.Created.String())
	}
	if c.on != 0 && r.Updated > c.on {
		c.add(datesFutureRow, "updated", r.Updated.String())
	}
	switch {
	case r.Dating.Date == 0 || blank(r.Dating.Means):
		c.add(datingRow, "dating")
	case c.on != 0 && r.Dating.Date > max(c.on, r.Updated): // one finding is enough
		c.add(datesFutureRow, "dating.date", r.Dating.Date.String())
	case r.Dating.Date < r.Updated:
		c.add(datingOldRow, "dating.date", r.Dating.Date.String(), r.Updated.String())
	}
}

// unused tells which processors, joint controllers and offices no activity
// refers to.
func (c *checker) unused(r *Register) {
	c.list = ""
	for i, used := range c.joint.used {
		if !used {
			c.add(unusedRow, at("joint", i, ""), r.Joint[i].Name)
		}
	}
	for i, used := range c.processors.used {
		if !used {
			c.add(unusedRow, at("processors", i, ""), r.Processors[i].Name)
		}
	}
	for i, used := range c.offices.used {
		if !used {
			c.add(unusedRow, at("offices", i, ""), r.Offices[i].Name)
		}
	}
}

func (c *checker) activity(a *Activity) {
	switch first, dup := c.ids[a.ID]; {
	case blank(a.ID):
		c.add(identifierRow, "id")
	case dup:
		c.add(duplicateRow, "id", a.ID, at("activities", first, "id"))
	default:
		c.ids[a.ID] = c.index
	}
	if blank(a.Name) {
		c.add(activityNameRow, "name")
	} else if first, dup := c.twins[twin{a.Office, a.Name}]; dup {
		c.add(twinRow, "name", at("activities", first, ""))
	} else {
		c.twins[twin{a.Office, a.Name}] = c.index
	}
	if blank(a.Office) {
		c.add(activityOfficeRow, "office")
	} else if !c.offices.find(a.Office) {
		c.orphan("office", a.Office, "offices")
	}
	c.purposes(a)
	if !some(a.Subjects) {
		c.add(subjectsRow, "subjects")
	}
	kinds := c.data(a)
	c.recipients(a)
	c.transfers(a.Abroad, a.Transfers, true, a.powers())
	if !some(a.Measures) {
		c.add(measuresRow, "measures")
	}
	if c.record {
		return
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
	c.add(orphanRow, where, id, list)
}

func (c *checker) purposes(a *Activity) {
	if len(a.Purposes) == 0 {
		c.add(purposeRow, "purposes")
	}
	for i := range a.Purposes {
		p := &a.Purposes[i]
		if blank(p.Text) {
			c.add(purposeTextRow, at("purposes", i, "text"))
		}
		if c.record {
			continue
		}
		if p.Function == 0 {
			c.add(purposeFunctionRow, at("purposes", i, "function"))
		}
		switch p.Basis {
		case 0:
			c.add(purposeBasisRow, at("purposes", i, "basis"))
		case LegitimateInterests:
			switch {
			case !c.public: // whom the second subparagraph doesn't bind
			case p.Function == 0 || p.Function.institutional(): // a task of the body, or nobody says that it isn't
				c.add(purposeInterestsRow, at("purposes", i, "basis"))
			default:
				c.add(purposeInterestsRow2, at("purposes", i, "basis"))
			}
		case LegalObligation, PublicTask:
			if blank(p.Norm) {
				c.add(purposeNormRow, at("purposes", i, "norm"))
			}
		}
		switch {
		case p.Function == 0 || p.Basis == 0:
		case p.Function.NeedsConsent() && p.Basis != Consent:
			c.add(purposeNoConsentRow, at("purposes", i, "basis"))
		case !p.Function.NeedsConsent() && p.Basis == Consent:
			c.add(purposeConsentRow, at("purposes", i, "basis"))
		}
	}
}

func (c *checker) data(a *Activity) Kinds {
	if len(a.Data) == 0 {
		c.add(dataRow, "data")
	}
	var kinds Kinds
	none := Retention{}
	own := len(a.Data) > 0 // has every category a term of its own?
	for i := range a.Data {
		d := &a.Data[i]
		if blank(d.Text) {
			c.add(dataTextRow, at("data", i, "text"))
		}
		if !c.record && !d.Kind.Valid() {
			c.add(dataKindRow, at("data", i, "kind"))
		}
		kinds |= KindSet(d.Kind)
		switch {
		case d.Retention == none:
			own = false
		case !d.Retention.stated():
			c.add(retentionVagueRow, at("data", i, "retention"))
		}
	}
	switch {
	case a.Retention == none && own:
	case a.Retention == none:
		c.add(retentionRow, "retention")
	case !a.Retention.stated():
		c.add(retentionVagueRow, "retention")
	}
	return kinds
}

func (c *checker) recipients(a *Activity) {
	// A processor and a joint controller are recipients too; yet who says that
	// the data are disclosed to nobody outside may leave out processors, whom the
	// Codice doesn't count when it speaks of communication.
	listed := len(a.Recipients) + len(a.Processors) + len(a.Joint)
	switch {
	case len(a.Recipients)+len(a.Joint) > 0 && a.Disclosed == gdpr.No:
		c.add(recipientsDeniedRow, "disclosed")
	case listed == 0 && a.Disclosed == gdpr.Yes:
		c.add(recipientsRow, "recipients")
	case listed == 0 && a.Disclosed == gdpr.Unknown:
		c.add(recipientsOpenRow, "disclosed")
	}
	for i := range a.Recipients {
		p := &a.Recipients[i]
		if blank(p.Name) {
			c.add(recipientNameRow, at("recipients", i, "name"))
		}
		switch {
		case p.Country == "":
		case !isCountry(p.Country):
			c.add(transferCountryRow, at("recipients", i, "country"), clip(p.Country))
		case !inside(p.Country) && !covers(a.Transfers, p.Country):
			c.add(recipientAbroadRow, at("recipients", i, "country"), p.Country)
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

// transfers checks the transfers of one of the body's own activities, or of a
// service; powers tells whether it exercises public powers by it.
func (c *checker) transfers(abroad Listed, ts []Transfer, own, powers bool) {
	switch {
	case len(ts) > 0 && abroad == gdpr.No:
		c.add(of(own, transfersDeniedRow, transfersDeniedRow2), "abroad")
	case len(ts) == 0 && abroad == gdpr.Yes:
		c.add(of(own, transfersRow, transfersRow2), "transfers")
	case len(ts) == 0 && abroad == gdpr.Unknown:
		c.add(of(own, transfersOpenRow, transfersOpenRow2), "abroad")
	}
	for i := range ts {
		t := &ts[i]
		switch {
		case blank(t.Country) && blank(t.Organisation):
			c.add(of(own, transferWhereRow, transferWhereRow2), at("transfers", i, ""))
		case t.Country == "":
		case !isCountry(t.Country):
			c.add(of(own, transferCountryRow2, transferCountryRow3), at("transfers", i, "country"), clip(t.Country))
		case inside(t.Country):
			c.add(transferInsideRow, at("transfers", i, "country"), t.Country)
			continue
		}
		switch {
		case t.Safeguard.Provision() == "":
			c.add(transferSafeguardRow, at("transfers", i, "safeguard"))
		case t.Safeguard.Closed() && c.public && powers:
			c.add(transferClosedRow, at("transfers", i, "safeguard"))
		case t.Safeguard.Closed() && c.public:
			c.add(transferClosedRow2, at("transfers", i, "safeguard"))
		case t.Safeguard == Adequacy && t.Country != "":
			c.adequate(t, at("transfers", i, "safeguard"), own)
		}
		if blank(t.Documents) {
			// The GDPR wants documents of the safeguards in the register for
			// the last of the derogations alone, the municipal regulation for
			// every transfer.
			switch {
			case t.Safeguard == Compelling && own:
				c.add(transferDocumentsRow, at("transfers", i, "documents"))
			case t.Safeguard == Compelling:
				c.add(transferDocumentsRow2, at("transfers", i, "documents"))
			case own:
				c.add(transferDocumentsRow3, at("transfers", i, "documents"))
			}
		}
	}
}

func (c *checker) special(a *Activity, kinds Kinds) {
	if !kinds.Special() {
		return
	}
	if a.Special == (Special{}) {
		c.add(specialMissingRow, "special")
		return
	}
	given := a.Special
	given.Regime = c.policy.Regime
	d := given.Decide(kinds)
	if d.Outcome == Undetermined && given.lawful(kinds) {
		d.Outcome = Allowed // settled, whether the template lists the condition or not
	}
	switch d.Outcome {
	case Forbidden:
		c.add(specialForbiddenRow, "special")
	case Undetermined:
		c.add(specialUndeterminedRow, "special", d.missing())
	case Unlisted:
		c.add(specialUnlistedRow, "special")
	}
	if a.Special.Interest != gdpr.Yes {
		return
	}
	switch {
	case a.Sector == 0 && a.Matter == 0:
		c.add(specialSectorRow, "sector")
	case a.Sector == 0:
		c.add(specialUncoveredRow, "matter", a.Matter.String())
	}
	if blank(a.Norm) {
		c.add(specialNormRow, "norm")
	}
}

func (c *checker) judicial(a *Activity, kinds Kinds) {
	if !kinds.Has(Criminal) {
		return
	}
	if a.Judicial == (Judicial{}) {
		c.add(judicialMissingRow, "judicial")
		return
	}
	given := a.Judicial
	given.Regime = c.policy.Regime
	switch d := given.Decide(kinds); d.Outcome {
	case Forbidden:
		c.add(judicialForbiddenRow, "judicial")
	case Undetermined:
		c.add(judicialOpenRow, "judicial", d.missing())
	}
	if blank(a.Norm) {
		c.add(judicialNormRow, "norm")
	}
}

func (c *checker) matching(a *Activity) {
	if a.Matching == (Matching{}) {
		return
	}
	given := a.Matching
	given.Regime = c.policy.Regime
	switch d := given.Decide(); d.Outcome {
	case Forbidden:
		c.add(matchingForbiddenRow, "matching")
	case Undetermined:
		c.add(matchingOpenRow, "matching", d.missing())
	}
}

// missing counts the facts that a decision still wants.
func (d Decision) missing() int {
	n := 0
	for range d.Missing() {
		n++
	}
	return n
}

// powers reports whether the activity exercises public powers or performs a duty.
func (a *Activity) powers() bool {
	for i := range a.Purposes {
		if p := &a.Purposes[i]; p.Basis == PublicTask || p.Basis == LegalObligation || p.Function == ByLaw {
			return true
		}
	}
	return len(a.Purposes) == 0
}

func (c *checker) dpia(a *Activity) {
	done := a.DPIA.Done != 0
	if done && c.on != 0 && a.DPIA.Done > c.on {
		done = false // it must come before the processing
		c.add(datesFutureRow2, "dpia.done", a.DPIA.Done.String())
	}
	s, err := a.Screen(c.policy.screening())
	switch {
	case err != nil:
		c.add(dPIAContradictionRow, "dpia.facts", against(err))
	case done:
	case s.Outcome == dpia.Required:
		c.add(dPIAMissingRow, "dpia")
	case s.Outcome == dpia.Undetermined && a.DPIA.empty():
		c.add(dPIAUndeterminedRow, "dpia.facts")
	case s.Outcome == dpia.Undetermined:
		c.add(dPIAUndeterminedRow2, "dpia.facts")
	}
}

func (c *checker) reviewed(a *Activity) {
	switch {
	case a.Reviewed == 0:
		c.add(reviewNeverRow, "reviewed")
	case c.on == 0:
	case a.Reviewed > c.on:
		c.add(datesFutureRow, "reviewed", a.Reviewed.String())
	case a.Reviewed < c.oldest:
		c.add(reviewOverdueRow, "reviewed", a.Reviewed.String())
	}
}

func (c *checker) service(s *Service, ids map[string]int, i int) {
	switch first, dup := ids[s.ID]; {
	case blank(s.ID):
		c.add(identifierRow, "id")
	case dup:
		c.add(duplicateRow, "id", s.ID, at("services", first, "id"))
	default:
		ids[s.ID] = i
	}
	if blank(s.Controller.Name) {
		c.add(serviceNameRow, "controller.name")
	}
	if !s.Controller.reachable() {
		c.add(serviceContactRow, "controller")
	}
	if !c.record && blank(s.Controller.Act) {
		c.add(serviceContractRow, "controller.act")
	}
	if !some(s.Processing) {
		c.add(serviceProcessingRow, "processing")
	}
	c.transfers(s.Abroad, s.Transfers, false, true)
	if !some(s.Measures) {
		c.add(measuresRow2, "measures")
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

// blank reports whether s says nothing: it is empty, or a placeholder.
func blank(s string) bool { return is.Is(s) }

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
