package rights

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Purpose holds the facts on what a processing is for, as far as they tell
// whether it needs consent. Legitimate interests aren't among them: a public
// body can't rest its tasks on these.
//
// Law: Regolamento 25(1); Regolamento 25(2); Regolamento 1(2); GDPR 6(1).
type Purpose struct {
	Institutional gdpr.Answer `json:"institutional"` // does it pursue an institutional purpose of the Comune?
	Contract      gdpr.Answer `json:"contract"`      // is it necessary for a contract with the data subject?
	Duty          gdpr.Answer `json:"duty"`          // is it necessary for a legal obligation?
	Vital         gdpr.Answer `json:"vital"`         // is it necessary for someone's vital interests?
}

// NeedsConsent tells whether the purpose needs the data subject's consent: only
// if it has no other basis. Consent on top of another basis misleads, since the
// processing would go on without it.
//
// Law: Regolamento 25(1); Regolamento 25(2); GDPR 6(1); GDPR recital 43; EDPB 5/2020.
func (p Purpose) NeedsConsent() Decision {
	return needsConsent.decide(p.Institutional, p.Contract, p.Duty, p.Vital)
}

var needsConsent = rule{
	facts: []fact{
		{"rights.purpose.institutional", "Regolamento 25(1)", true},
		{"rights.purpose.contract", "GDPR 6(1)(b)", true},
		{"rights.purpose.duty", "GDPR 6(1)(c)", true},
		{"rights.purpose.vital", "GDPR 6(1)(d)", true},
	},
	holds: kleene.Rule{kleene.Of(0, 1, 2, 3)},
	yes:   gdpr.Reason{Code: "rights.purpose.yes", Provision: "Regolamento 25(2)"},
}

// AgeOfConsent is the age in years from which a child in Italy consents alone to
// online services that are offered to it.
//
// Law: Codice 2-quinquies(1); GDPR 8(1).
const AgeOfConsent = 14

// Consent is the record of a consent. The zero value records none.
//
// Law: Regolamento 25(2); Regolamento 25(3); Regolamento 25(4); GDPR 4(11); GDPR 7; GDPR 8; GDPR 9(2)(a).
type Consent struct {
	Subject   string    `json:"subject,omitempty"`  // who consents
	Purposes  []string  `json:"purposes,omitempty"` // what for
	Proof     string    `json:"proof,omitempty"`    // what proves it: where the signed form or the log is
	Given     date.Date `json:"given,omitzero"`     // the day it was given
	Withdrawn date.Date `json:"withdrawn,omitzero"` // the day it was withdrawn; 0: it wasn't

	Free        gdpr.Answer `json:"free"`        // was it free: without harm for who says no?
	Specific    gdpr.Answer `json:"specific"`    // was it given for each purpose apart?
	Informed    gdpr.Answer `json:"informed"`    // did the person know who processes what, and that he can withdraw?
	Affirmative gdpr.Answer `json:"affirmative"` // was it given by a clear act: no box ticked beforehand, no silence?
	Accessible  gdpr.Answer `json:"accessible"`  // was the question easy to find, and apart from other matters?
	Clear       gdpr.Answer `json:"clear"`       // was it easy to understand?
	Reversible  gdpr.Answer `json:"reversible"`  // is it as easy to withdraw as it was to give?

	Special  gdpr.Answer `json:"special"`  // does it cover special categories of data?
	Explicit gdpr.Answer `json:"explicit"` // was it explicit?

	Online gdpr.Answer `json:"online"`        // is it for an online service offered directly to children?
	Born   date.Date   `json:"born,omitzero"` // the day the person was born, if he may be a child
	Parent gdpr.Answer `json:"parent"`        // did a parent give or authorise it?
}

// The findings of [Consent.Check].
const (
	CodeConsentSubject     gdpr.Code = "rights.consent.subject"
	CodeConsentPurposes    gdpr.Code = "rights.consent.purposes"
	CodeConsentGiven       gdpr.Code = "rights.consent.given"
	CodeConsentProof       gdpr.Code = "rights.consent.proof"
	CodeConsentFree        gdpr.Code = "rights.consent.free"
	CodeConsentSpecific    gdpr.Code = "rights.consent.specific"
	CodeConsentInformed    gdpr.Code = "rights.consent.informed"
	CodeConsentAffirmative gdpr.Code = "rights.consent.affirmative"
	CodeConsentAccessible  gdpr.Code = "rights.consent.accessible"
	CodeConsentClear       gdpr.Code = "rights.consent.clear"
	CodeConsentReversible  gdpr.Code = "rights.consent.reversible"
	CodeConsentExplicit    gdpr.Code = "rights.consent.explicit"
	CodeConsentBorn        gdpr.Code = "rights.consent.born"
	CodeConsentParent      gdpr.Code = "rights.consent.parent"
)

// Check tells what the record lacks of a consent that can be proven and is
// valid. What isn't so is a violation; what nobody says is a warning, because it
// is for the Comune to prove.
//
// A withdrawal before the consent, or a consent before the birth, is a
// [*gdpr.InputError] with [gdpr.FaultOrder].
//
// Law: Regolamento 25(2); Regolamento 25(3); Regolamento 25(4); GDPR 4(11); GDPR 7(1); GDPR 7(2); GDPR 7(3); GDPR 7(4); GDPR 8(1); GDPR 8(2); GDPR 9(2)(a); Codice 2-quinquies(1); Codice 2-quinquies(2); EDPB 5/2020.
func (c Consent) Check() (gdpr.Findings, error) {
	switch {
	case c.Withdrawn != 0 && c.Withdrawn < c.Given:
		return nil, order("withdrawn", c.Withdrawn, "given", c.Given)
	case c.Given != 0 && c.Given < c.Born:
		return nil, order("given", c.Given, "born", c.Born)
	}
	var fs gdpr.Findings
	if strings.TrimSpace(c.Subject) == "" {
		fs = append(fs, violation(CodeConsentSubject, "subject", "Regolamento 25(2)", "GDPR 7(1)"))
	}
	if strings.TrimSpace(strings.Join(c.Purposes, "")) == "" {
		fs = append(fs, violation(CodeConsentPurposes, "purposes", "Regolamento 25(2)", "GDPR 6(1)(a)"))
	}
	if c.Given == 0 {
		fs = append(fs, violation(CodeConsentGiven, "given", "Regolamento 25(2)", "GDPR 7(1)"))
	}
	if strings.TrimSpace(c.Proof) == "" {
		fs = append(fs, violation(CodeConsentProof, "proof", "Regolamento 25(2)", "GDPR 7(1)"))
	}
	fs = unmet(fs, c.Free, CodeConsentFree, "free", "GDPR 4(11)", "GDPR 7(4)")
	fs = unmet(fs, c.Specific, CodeConsentSpecific, "specific", "GDPR 4(11)", "GDPR 6(1)(a)")
	fs = unmet(fs, c.Informed, CodeConsentInformed, "informed", "GDPR 4(11)", "GDPR 7(3)")
	fs = unmet(fs, c.Affirmative, CodeConsentAffirmative, "affirmative", "GDPR 4(11)")
	fs = unmet(fs, c.Accessible, CodeConsentAccessible, "accessible", "Regolamento 25(3)", "GDPR 7(2)")
	fs = unmet(fs, c.Clear, CodeConsentClear, "clear", "Regolamento 25(3)", "GDPR 7(2)", "Codice 2-quinquies(2)")
	fs = unmet(fs, c.Reversible, CodeConsentReversible, "reversible", "Regolamento 25(4)", "GDPR 7(3)")
	fs = unmet(fs, c.Special.Not().Or(c.Explicit), CodeConsentExplicit, "explicit", "GDPR 9(2)(a)")
	return c.checkChild(fs), nil
}

func (c *Consent) checkChild(fs gdpr.Findings) gdpr.Findings {
	if c.Online == gdpr.No || c.Parent == gdpr.Yes {
		return fs
	}
	switch {
	case c.Online == gdpr.Yes && c.Born == 0:
		fs = append(fs, warning(CodeConsentBorn, "born", "Codice 2-quinquies(1)", "GDPR 8(1)"))
	case c.Born != 0 && c.Given != 0 && age(c.Born, c.Given) < AgeOfConsent:
		fs = unmet(fs, c.Online.Not().Or(c.Parent), CodeConsentParent, "parent", "Codice 2-quinquies(1)", "GDPR 8(1)")
	}
	return fs
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
//words:plain
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
