package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Objection holds the facts of an objection. It needs no form: the municipal
// regulation asks for writing, the GDPR doesn't, and binds.
//
// Law: Regolamento 21(1); Regolamento 21(2); GDPR 21.
//
//facts:bits rights.objection objection
//facts:not overriding claims task
type Objection struct {
	Marketing  gdpr.Answer `json:"marketing"`  // is it to direct marketing, or to profiling for it?
	Basis      gdpr.Answer `json:"basis"`      // does the processing rest on a public task or on legitimate interests?
	Research   gdpr.Answer `json:"research"`   // is the processing for research or statistics?
	Situation  gdpr.Answer `json:"situation"`  // does the requester give grounds that lie in his situation?
	Overriding gdpr.Answer `json:"overriding"` // does the controller prove compelling legitimate grounds (for a public body: based on law) that override his interests, rights and freedoms?
	Claims     gdpr.Answer `json:"claims"`     // is the processing for legal claims?
	Task       gdpr.Answer `json:"task"`       // is the research necessary for a task in the public interest?
	Limit      Limit       `json:"limit"`      // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the objection is upheld, so that the processing stops.
// One to direct marketing always is: article 21(3) knows no exception, and no
// interest of Codice 2-undecies could be prejudiced by the end of advertising. Any other is upheld unless the controller
// proves its overriding grounds: that there might be some is not enough.
//
// Law: Regolamento 21(1); Regolamento 21(2); GDPR 21(1); GDPR 21(2); GDPR 21(3); GDPR 21(6); Codice 2-undecies(1).
func (o Objection) Decide() Decision {
	return objection.under(&o.Limit, o.said())
}

var objection = rule{
	questions: objectionQuestions[:],
	holds: kleene.Or(
		kleene.Rule{kleene.Of(objectionMarketing)}, // whatever a limit says
		kleene.And(kleene.Rule{
			kleene.Of(objectionBasis, objectionSituation, objectionNotOverriding, objectionNotClaims),
			kleene.Of(objectionResearch, objectionSituation, objectionNotTask),
		}, unlimited(objectionLimit)),
	),
	grounds: []ground{
		{objectionMarketing, "rights.objection.marketing", "GDPR 21(3)"},
		{objectionBasis, "rights.objection.basis", "GDPR 21(1)"},
		{objectionResearch, "rights.objection.research", "GDPR 21(6)"},
		{objectionSituation, "rights.objection.situation", "GDPR 21(1)"},
	},
	excepts: []ground{
		{objectionNotOverriding, "rights.objection.overriding", "GDPR 21(1)"},
		{objectionNotClaims, "rights.objection.claims", "GDPR 21(1)"},
		{objectionNotTask, "rights.objection.task", "GDPR 21(6)"},
	},
	limit: objectionLimit,
	no:    gdpr.Reason{Code: "rights.objection.no", Provision: "GDPR 21(1)"},
}

// Communication is a communication to a data subject, as far as it tells of the
// right to object.
//
// Law: Regolamento 21(5); GDPR 21(4).
type Communication struct {
	Regime    gdpr.Regime `json:"regime,omitzero"`
	First     gdpr.Answer `json:"first"`     // is it the first communication with this person?
	Objection bool        `json:"objection"` // does it tell of the right to object?
	Clear     gdpr.Answer `json:"clear"`     // does it do so clearly?
	Separate  gdpr.Answer `json:"separate"`  // does it do so separately from any other information?
}

// The findings of [Communication.Check].
const (
	CodeObjectionUntold   gdpr.Code = "rights.communication.objection" // violation: the communication doesn't tell of the right to object
	CodeObjectionUnclear  gdpr.Code = "rights.communication.clear"     // violation: it isn't shown that the right to object is presented clearly
	CodeObjectionSeparate gdpr.Code = "rights.communication.separate"  // violation: it isn't shown that the right to object is presented separately from any other information
)

// The GDPR asks for it at the first communication, the municipal regulation at
// every one: a later one infringes the regulation alone.
var (
	objectionUntold        = find.Violation(CodeObjectionUntold, "GDPR 21(4)", "Regolamento 21(5)")
	objectionUntoldLater   = find.Violation(CodeObjectionUntold, "Regolamento 21(5)")
	objectionUnclear       = find.Violation(CodeObjectionUnclear, "GDPR 21(4)", "Regolamento 21(5)")
	objectionUnclearLater  = find.Violation(CodeObjectionUnclear, "Regolamento 21(5)")
	objectionSeparate      = find.Violation(CodeObjectionSeparate, "GDPR 21(4)", "Regolamento 21(5)")
	objectionSeparateLater = find.Violation(CodeObjectionSeparate, "Regolamento 21(5)")
)

// Check tells whether the communication tells of the right to object as it must.
// The GDPR asks for it at the first communication, the municipal regulation at
// every one. While nobody says whether it is the first one, what is missing is a
// warning by the GDPR, beside what the regulation says of it.
//
// Law: Regolamento 21(5); GDPR 21(4).
func (c Communication) Check() gdpr.Findings {
	fs := find.In(c.Regime)
	if !c.Objection {
		c.owed(fs, gdpr.No, objectionUntold, objectionUntoldLater, "objection")
		return fs.Findings()
	}
	c.owed(fs, c.Clear, objectionUnclear, objectionUnclearLater, "clear")
	c.owed(fs, c.Separate, objectionSeparate, objectionSeparateLater, "separate")
	return fs.Findings()
}

// owed adds what is missing of the first communication, or of a later one. While
// nobody says which it is, the regulation is infringed anyhow, and the GDPR may be.
func (c *Communication) owed(fs *find.Collector, done gdpr.Answer, first, later find.Row, where string) {
	switch c.First {
	case gdpr.Yes:
		fs.Unless(done, first, where)
	case gdpr.No:
		fs.Unless(done, later, where)
	default:
		fs.Unless(done, later, where)
		if done != gdpr.Yes {
			fs.Add(first.By("GDPR 21(4)").As(gdpr.Warning), where)
		}
	}
}
