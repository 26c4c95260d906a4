package rights

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/effect"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Purpose holds the facts on what a processing is for, as far as they tell
// whether it needs consent. Special categories of data need a ground of article
// 9(2) beside.
//
// Law: Regolamento 25(1); Regolamento 25(2); Regolamento 1(2); GDPR 6(1).
//
//facts:bits rights.purpose purpose
//facts:not institutional contract duty vital interests
type Purpose struct {
	Regime        gdpr.Regime `json:"regime,omitzero"`
	Institutional gdpr.Answer `json:"institutional"` // is it necessary for a task in the public interest or official authority that a law gives to the body?
	Contract      gdpr.Answer `json:"contract"`      // is it necessary for a contract with the data subject?
	Duty          gdpr.Answer `json:"duty"`          // is it necessary for a legal obligation?
	Vital         gdpr.Answer `json:"vital"`         // is it necessary for someone's vital interests?
	Interests     gdpr.Answer `json:"interests"`     // for a private body: is it necessary for legitimate interests that the data subject's don't override?
}

// NeedsConsent tells whether the purpose needs the data subject's consent: only
// if it has no other basis. Consent on top of another basis misleads, since the
// processing would go on without it. Legitimate interests don't count for a
// public body, which can't rest its tasks on them.
//
// Law: Regolamento 25(1); Regolamento 25(2); GDPR 6(1); GDPR recital 43; EDPB 5/2020.
func (p Purpose) NeedsConsent() Decision {
	if p.Regime.Has(gdpr.PublicLaw) {
		return needsConsent.decide(p.said())
	}
	return needsConsentOfPrivate.decide(p.said())
}

var otherBases = [...]ground{
	{purposeNotInstitutional, "rights.purpose.institutional", "GDPR 6(1)(e)"},
	{purposeNotContract, "rights.purpose.contract", "GDPR 6(1)(b)"},
	{purposeNotDuty, "rights.purpose.duty", "GDPR 6(1)(c)"},
	{purposeNotVital, "rights.purpose.vital", "GDPR 6(1)(d)"},
	{purposeNotInterests, "rights.purpose.interests", "GDPR 6(1)(f)"}, // of a private body alone
}

var needsConsent = rule{
	questions: purposeQuestions[:],
	holds:     kleene.Rule{kleene.Of(purposeNotInstitutional, purposeNotContract, purposeNotDuty, purposeNotVital)},
	excepts:   otherBases[:4],
	yes:       gdpr.Reason{Code: "rights.purpose.yes", Provision: "GDPR 6(1)(a)"},
}

var needsConsentOfPrivate = rule{
	questions: purposeQuestions[:],
	holds:     kleene.And(needsConsent.holds, kleene.Rule{kleene.Of(purposeNotInterests)}),
	excepts:   otherBases[:],
	yes:       gdpr.Reason{Code: "rights.purpose.yes", Provision: "GDPR 6(1)(a)"},
}

// AgeOfConsent is the age in years from which a child in Italy consents alone to
// online services that are offered to it.
//
// Law: Codice 2-quinquies(1); GDPR 8(1).
const AgeOfConsent = 14

// Majority is the age in years of full capacity in Italy.
//
// Law: c.c. 2(1).
const Majority = 18

// ageOfUnion is the age of the GDPR, where no law of the State lowers it.
const ageOfUnion = 16

// Consent is the record of a consent. The zero value records none.
//
// Children. For an online service offered to them directly, and for artificial
// intelligence, a child of 14 or more consents alone, if the information is clear
// enough for a child; below that age the parents do, and the controller makes
// reasonable efforts to see that it was they. For anything else the GDPR leaves
// capacity to national law: under 18 the parents act, and their lack is a warning
// here, since whether a mature minor may consent to lesser things is disputed.
// Where Italian law doesn't bind, the age is 16, or that which the State's law
// sets (Age).
//
// Law: Regolamento 25(2); Regolamento 25(3); Regolamento 25(4); GDPR 4(11); GDPR 7; GDPR 8; GDPR 9(2)(a); Codice 2-quinquies; L. 132/2025 4(4).
type Consent struct {
	Regime    gdpr.Regime `json:"regime,omitzero"`
	Subject   string      `json:"subject,omitempty"`  // who consents
	Purposes  []string    `json:"purposes,omitempty"` // what for
	Proof     string      `json:"proof,omitempty"`    // what proves it: where the signed form or the log is
	Given     date.Date   `json:"given,omitzero"`     // the day it was given
	Withdrawn date.Date   `json:"withdrawn,omitzero"` // the day it was withdrawn; 0: it wasn't
	Stopped   date.Date   `json:"stopped,omitzero"`   // the day on which what rested on it stopped, once it was withdrawn; 0: not yet

	Free        gdpr.Answer `json:"free"`        // was it free: without harm for whoever says no?
	Specific    gdpr.Answer `json:"specific"`    // was it given separately for each purpose?
	Informed    gdpr.Answer `json:"informed"`    // did the person know who processes what, and that he can withdraw?
	Affirmative gdpr.Answer `json:"affirmative"` // was it given by a clear act: no box ticked beforehand, no silence?
	Accessible  gdpr.Answer `json:"accessible"`  // was the question easy to find, and clearly distinguishable from other matters?
	Clear       gdpr.Answer `json:"clear"`       // was it easy to understand, for a child too where it may be one?
	Reversible  gdpr.Answer `json:"reversible"`  // is it as easy to withdraw as it was to give?

	Special   gdpr.Answer `json:"special"`   // does it cover special categories of data?
	Automated gdpr.Answer `json:"automated"` // does it carry decisions by automated means alone that have legal or similarly significant effects?
	Abroad    gdpr.Answer `json:"abroad"`    // does it carry a transfer to a third country that nothing else carries?
	Explicit  gdpr.Answer `json:"explicit"`  // was it explicit?

	Online   gdpr.Answer `json:"online"`        // is it for an online service (information society service) offered directly to children?
	AI       gdpr.Answer `json:"ai"`            // is it for access to artificial intelligence, or for processing tied to its use?
	Born     date.Date   `json:"born,omitzero"` // the day the person was born, if he may be a child
	Parent   gdpr.Answer `json:"parent"`        // did whoever holds parental responsibility give or authorise it?
	Verified gdpr.Answer `json:"verified"`      // were reasonable efforts made to verify that?
	Age      int         `json:"age,omitempty"` // outside Italian law: the age of consent of the State, 13 to 16; 0: 16
}

// The findings of [Consent.Check].
const (
	CodeConsentSubject     gdpr.Code = "rights.consent.subject"     // violation: it isn't said who consented
	CodeConsentPurposes    gdpr.Code = "rights.consent.purposes"    // violation: no purpose of the consent is given
	CodeConsentGiven       gdpr.Code = "rights.consent.given"       // violation: the day of the consent isn't given
	CodeConsentProof       gdpr.Code = "rights.consent.proof"       // violation: it isn't said what proves the consent
	CodeConsentFree        gdpr.Code = "rights.consent.free"        // violation: it isn't shown that the consent was free
	CodeConsentSpecific    gdpr.Code = "rights.consent.specific"    // violation: it isn't shown that the consent was given separately for each purpose
	CodeConsentInformed    gdpr.Code = "rights.consent.informed"    // violation: it isn't shown that the consent was informed
	CodeConsentAffirmative gdpr.Code = "rights.consent.affirmative" // violation: it isn't shown that the consent was given by a clear affirmative act
	CodeConsentAccessible  gdpr.Code = "rights.consent.accessible"  // violation: it isn't shown that the question was easy to find and clearly distinguishable from the rest
	CodeConsentClear       gdpr.Code = "rights.consent.clear"       // violation: it isn't shown that the question was understandable and clear
	CodeConsentReversible  gdpr.Code = "rights.consent.reversible"  // violation: it isn't shown that the consent is as easy to withdraw as to give
	CodeConsentExplicit    gdpr.Code = "rights.consent.explicit"    // violation: it isn't shown that the consent was explicit, as it has to be here
	CodeConsentBorn        gdpr.Code = "rights.consent.born"        // warning: the date of birth isn't given: it can't be told whether the person was …
	CodeConsentParent      gdpr.Code = "rights.consent.parent"      // violation: it isn't shown that whoever holds parental responsibility consented for a child under …
	CodeConsentMinor       gdpr.Code = "rights.consent.minor"       // warning: the person was a minor: as a rule whoever holds parental responsibility acts
	CodeConsentChild       gdpr.Code = "rights.consent.child"       // violation: it isn't shown that the information is clear enough for a child
	CodeConsentVerified    gdpr.Code = "rights.consent.verified"    // violation: it isn't shown that reasonable efforts were made to verify that the consent is a parent's
	CodeConsentStopped     gdpr.Code = "rights.consent.stopped"     // violation: the consent was withdrawn on …, and it isn't shown that what rested on it stopped that day
)

var (
	consentSubject     = find.Violation(CodeConsentSubject, "GDPR 7(1)", "Regolamento 25(2)")
	consentPurposes    = find.Violation(CodeConsentPurposes, "GDPR 6(1)(a)", "Regolamento 25(2)")
	consentGiven       = find.Violation(CodeConsentGiven, "GDPR 7(1)", "Regolamento 25(2)")
	consentProof       = find.Violation(CodeConsentProof, "GDPR 7(1)", "Regolamento 25(2)")
	consentFree        = find.Violation(CodeConsentFree, "GDPR 4(11)", "GDPR 7(4)")
	consentSpecific    = find.Violation(CodeConsentSpecific, "GDPR 4(11)", "GDPR 6(1)(a)")
	consentInformed    = find.Violation(CodeConsentInformed, "GDPR 4(11)", "GDPR 7(3)")
	consentAffirmative = find.Violation(CodeConsentAffirmative, "GDPR 4(11)")
	consentAccessible  = find.Violation(CodeConsentAccessible, "GDPR 7(2)", "Regolamento 25(3)")
	consentClear       = find.Violation(CodeConsentClear, "GDPR 7(2)", "Regolamento 25(3)")
	consentReversible  = find.Violation(CodeConsentReversible, "GDPR 7(3)", "Regolamento 25(4)")
	consentExplicit    = find.Violation(CodeConsentExplicit, "GDPR 9(2)(a)")
	consentBorn        = find.Warning(CodeConsentBorn, "GDPR 8(1)", "Codice 2-quinquies(1)")
	consentParent      = find.Violation(CodeConsentParent, "GDPR 8(1)", "Codice 2-quinquies(1)")
	consentMinor       = find.Warning(CodeConsentMinor, "GDPR 8(3)", "c.c. 2(1)", "c.c. 320(1)")
	consentChild       = find.Violation(CodeConsentChild, "Codice 2-quinquies(2)")
	consentVerified    = find.Violation(CodeConsentVerified, "GDPR 8(2)")
	consentStopped     = find.Violation(CodeConsentStopped, "GDPR 6(1)(a)", "GDPR 7(3)", "Regolamento 25(4)")
)

// Check tells what the record lacks of a consent that can be proven and is
// valid. What isn't so is a violation; what nobody says is a warning, because it
// is for the controller to prove.
//
// A withdrawal before the consent, a stop before the withdrawal or without one, a
// consent before the birth are a [*gdpr.InputError] with [gdpr.FaultOrder]; an
// age outside 13 to 16 is one with [gdpr.FaultRange]; an explicit consent that
// was no clear act one with [gdpr.FaultContradiction].
//
// Law: Regolamento 25(2); Regolamento 25(3); Regolamento 25(4); GDPR 4(11); GDPR 7(1); GDPR 7(2); GDPR 7(3); GDPR 7(4); GDPR 8(1); GDPR 8(2); GDPR 8(3); GDPR 9(2)(a); GDPR 22(2)(c); GDPR 49(1)(a); Codice 2-quinquies(1); Codice 2-quinquies(2); L. 132/2025 4(4); c.c. 320(1); EDPB 5/2020.
func (c Consent) Check() (gdpr.Findings, error) {
	if err := c.validate(); err != nil {
		return nil, err
	}
	fs := find.In(c.Regime)
	for _, part := range [...]struct {
		given bool
		row   find.Row
		where string
	}{
		{!blank.Is(c.Subject), consentSubject, "subject"},
		{!blank.All(c.Purposes), consentPurposes, "purposes"},
		{c.Given != 0, consentGiven, "given"},
		{!blank.Is(c.Proof), consentProof, "proof"},
	} {
		if !part.given {
			fs.Add(part.row, part.where)
		}
	}
	fs.Unless(c.Free, consentFree, "free")
	fs.Unless(c.Specific, consentSpecific, "specific")
	fs.Unless(c.Informed, consentInformed, "informed")
	fs.Unless(c.Affirmative, consentAffirmative, "affirmative")
	fs.Unless(c.Accessible, consentAccessible, "accessible")
	fs.Unless(c.Clear, consentClear, "clear")
	fs.Unless(c.Reversible, consentReversible, "reversible")
	c.checkExplicit(fs)
	c.checkChild(fs)
	switch {
	case c.Withdrawn == 0:
	case c.Stopped == 0:
		fs.Add(consentStopped.As(gdpr.Warning), "stopped", c.Withdrawn)
	case c.Stopped > c.Withdrawn:
		fs.Add(consentStopped, "stopped", c.Withdrawn)
	}
	return fs.Findings(), nil
}

func (c *Consent) validate() error {
	switch {
	case c.Withdrawn != 0 && c.Withdrawn < c.Given:
		return order("withdrawn", c.Withdrawn, "given", c.Given)
	case c.Stopped != 0 && c.Stopped < c.Withdrawn:
		return order("stopped", c.Stopped, "withdrawn", c.Withdrawn)
	case c.Stopped != 0 && c.Withdrawn == 0:
		return &gdpr.InputError{Field: "withdrawn", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case c.Given != 0 && c.Given < c.Born:
		return order("given", c.Given, "born", c.Born)
	case c.Age != 0 && (c.Age < 13 || c.Age > ageOfUnion):
		return &gdpr.InputError{Field: "age", Value: strconv.Itoa(c.Age), Fault: gdpr.FaultRange, Other: "13-16"}
	case c.Explicit == gdpr.Yes && c.Affirmative == gdpr.No:
		return &gdpr.InputError{Field: "explicit", Value: "true", Fault: gdpr.FaultContradiction, Other: "affirmative"}
	}
	return nil
}

// checkExplicit asks for an explicit consent where an article does, and cites
// those articles alone.
func (c *Consent) checkExplicit(fs *find.Collector) {
	var law []gdpr.Provision
	for _, by := range [...]struct {
		of  gdpr.Answer
		law gdpr.Provision
	}{{c.Special, "GDPR 9(2)(a)"}, {c.Automated, "GDPR 22(2)(c)"}, {c.Abroad, "GDPR 49(1)(a)"}} {
		if by.of != gdpr.No {
			law = append(law, by.law)
		}
	}
	if law != nil {
		fs.Unless(gdpr.Any(c.Special, c.Automated, c.Abroad).Not().Or(c.Explicit), consentExplicit.By(law...), "explicit")
	}
}

// ai is whether L. 132/2025 4(4) reaches the consent: not one given before the law,
// which is in force from 10 October 2025.
func (c *Consent) ai() gdpr.Answer {
	if c.Given != 0 && c.Given < effect.AI() {
		return gdpr.No
	}
	return c.AI
}

// checkChild tells whether somebody had to consent for a child.
func (c *Consent) checkChild(fs *find.Collector) {
	italian := c.Regime.Has(gdpr.ItalianLaw)
	direct, alone := c.Online, ageOfUnion
	switch {
	case italian:
		direct, alone = c.Online.Or(c.ai()), AgeOfConsent
	case c.Age != 0:
		alone = c.Age
	}
	if c.Born == 0 || c.Given == 0 {
		if c.Born == 0 && direct == gdpr.Yes && c.Parent != gdpr.Yes {
			fs.Add(consentBorn, "born", alone)
		}
		return
	}
	years := age(c.Born, c.Given)
	switch {
	case years >= Majority:
	case years >= alone && direct == gdpr.Yes:
		if italian {
			fs.Unless(c.Clear, consentChild.By(c.clearness()...), "clear")
		}
	case direct == gdpr.Yes:
		fs.Unless(c.Parent, consentParent.By(c.parental()...), "parent", alone)
		if c.Parent == gdpr.Yes && c.Online == gdpr.Yes {
			fs.Unless(c.Verified, consentVerified, "verified")
		}
	case c.Parent == gdpr.Yes:
	case direct == gdpr.Unknown && years < alone:
		fs.Add(consentParent.As(gdpr.Warning), "parent", alone)
	default:
		fs.Add(consentMinor, "parent")
	}
}

// parental returns what asks for the parents' consent.
func (c *Consent) parental() (law []gdpr.Provision) {
	if c.Online == gdpr.Yes {
		law = append(law, "GDPR 8(1)", "Codice 2-quinquies(1)")
	}
	if c.ai() == gdpr.Yes {
		law = append(law, "L. 132/2025 4(4)")
	}
	return law
}

// clearness returns what asks for information that a child understands.
func (c *Consent) clearness() (law []gdpr.Provision) {
	if c.Online == gdpr.Yes {
		law = append(law, "Codice 2-quinquies(2)")
	}
	if c.ai() == gdpr.Yes {
		law = append(law, "L. 132/2025 4(4)")
	}
	return law
}

// age returns the completed years of a person on a day. Who was born on 29
// February completes a year on 1 March where there is no such day: the later of
// two readings, and the safer one where age gives a power.
func age(born, on date.Date) int {
	y1, m1, d1 := born.Date()
	y2, m2, d2 := on.Date()
	if m2 < m1 || m2 == m1 && d2 < d1 {
		return y2 - y1 - 1
	}
	return y2 - y1
}

// ConsentState is what has become of a consent by a day. The zero value is not
// given.
//
// Law: Regolamento 25(4); GDPR 7(3).
type ConsentState uint8

// The states of a consent.
//
//words:label rights.consent_state
const (
	NoConsent        ConsentState = iota + 1 // none: there is none yet: nothing may rest on it
	ConsentGiven                             // given: it holds; what is done now stays lawful, even if it is withdrawn later
	ConsentWithdrawn                         // withdrawn: it was withdrawn: what rested on it has to stop
)

// State tells whether the consent holds on a day, by the dates alone: whether it
// is valid, [Consent.Check] tells. A withdrawal counts from its own day on, and
// takes nothing from what was done before.
//
// Law: Regolamento 25(4); GDPR 7(3).
func (c Consent) State(on date.Date) ConsentState {
	switch {
	case c.Given == 0 || on < c.Given:
		return NoConsent
	case c.Withdrawn != 0 && on >= c.Withdrawn:
		return ConsentWithdrawn
	}
	return ConsentGiven
}
