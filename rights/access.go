package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Access holds the facts of a request for access. Whatever they are, the
// requester is told whether data about him are processed.
//
// Law: Regolamento 17(1); GDPR 15.
type Access struct {
	Processed gdpr.Answer `json:"processed"` // does the Comune process data about the requester?
	Others    gdpr.Answer `json:"others"`    // would a full copy harm the rights of others?
	Protected gdpr.Answer `json:"protected"` // would it harm an interest that Codice 2-undecies protects, actually and concretely?
}

// Decide tells whether the requester gets his data and the information on their
// processing.
//
// Law: Regolamento 17(1); Regolamento 17(4); GDPR 15(1); GDPR 15(2); Codice 2-undecies(1).
func (a Access) Decide() Decision { return access.decide(a.Processed, a.Protected) }

// Copy tells whether the requester gets a full copy. A no because of the rights
// of others is no refusal: the copy is given without what is theirs.
//
// Law: Regolamento 17(4); GDPR 15(3); GDPR 15(4); GDPR recital 63.
func (a Access) Copy() Decision { return fullCopy.decide(a.Processed, a.Others, a.Protected) }

var access = rule{
	facts: []fact{
		{"rights.access.processed", "GDPR 15(1)", false},
		protected,
	},
	holds: kleene.Rule{kleene.Of(0, 1)},
	no:    gdpr.Reason{Code: "rights.access.no", Provision: "GDPR 15(1)"},
}

var fullCopy = rule{
	facts: []fact{
		{"rights.access.processed", "GDPR 15(3)", false},
		{"rights.access.others", "GDPR 15(4)", true},
		protected,
	},
	holds: kleene.Rule{kleene.Of(0, 1, 2)},
	no:    gdpr.Reason{Code: "rights.access.no", Provision: "GDPR 15(3)"},
}

// protected is the exception that the Italian code makes to all rights of
// articles 15 to 22: money laundering, extortion, inquiries of Parliament,
// defence in court, whistleblowers, taxes. It needs an actual and concrete harm,
// and the requester can then go through the Garante.
var protected = fact{"rights.limit.protected", "Codice 2-undecies(1)", true}

// AccessReply is what a reply to a request for access says. A field of type bool
// tells whether the reply has that part.
//
// Law: Regolamento 17(1); GDPR 15(1); GDPR 15(2); GDPR 15(3).
type AccessReply struct {
	Processed  gdpr.Answer `json:"processed"`  // does the Comune process data about the requester?
	Indirect   gdpr.Answer `json:"indirect"`   // were some of the data not collected from the requester?
	Automated  gdpr.Answer `json:"automated"`  // are decisions taken by automated means, profiling included?
	Transfers  gdpr.Answer `json:"transfers"`  // are data sent to third countries or international organisations?
	Confirmed  bool        `json:"confirmed"`  // that data are processed, or that none are
	Copy       bool        `json:"copy"`       // the data themselves
	Purposes   bool        `json:"purposes"`   // what they are processed for
	Categories bool        `json:"categories"` // which kinds of data
	Recipients bool        `json:"recipients"` // who has received or will receive them
	Retention  bool        `json:"retention"`  // for how long, or by which criterion
	Rights     bool        `json:"rights"`     // rectification, erasure, restriction, objection
	Complaint  bool        `json:"complaint"`  // to the Garante
	Source     bool        `json:"source"`     // where data not collected from the requester come from
	Logic      bool        `json:"logic"`      // of automated decisions, what they mean and lead to
	Safeguards bool        `json:"safeguards"` // of transfers
}

// The findings of [AccessReply.Check].
const (
	CodeAccessConfirmed  gdpr.Code = "rights.reply.confirmed"
	CodeAccessCopy       gdpr.Code = "rights.reply.copy"
	CodeAccessPurposes   gdpr.Code = "rights.reply.purposes"
	CodeAccessCategories gdpr.Code = "rights.reply.categories"
	CodeAccessRecipients gdpr.Code = "rights.reply.recipients"
	CodeAccessRetention  gdpr.Code = "rights.reply.retention"
	CodeAccessRights     gdpr.Code = "rights.reply.rights"
	CodeAccessComplaint  gdpr.Code = "rights.reply.complaint"
	CodeAccessSource     gdpr.Code = "rights.reply.source"
	CodeAccessLogic      gdpr.Code = "rights.reply.logic"
	CodeAccessSafeguards gdpr.Code = "rights.reply.safeguards"
)

// Check tells which parts the reply lacks, each with its own code. A part whose
// condition is [gdpr.Unknown] is a warning. If no data are processed, saying so
// is all that is owed.
//
// Law: Regolamento 17(1); GDPR 15(1); GDPR 15(2); GDPR 15(3).
func (a AccessReply) Check() gdpr.Findings {
	var fs gdpr.Findings
	for _, part := range [...]struct {
		owed  gdpr.Answer
		given bool
		code  gdpr.Code
		where string
		law   []gdpr.Provision
	}{
		{gdpr.Yes, a.Confirmed, CodeAccessConfirmed, "confirmed", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)"}},
		{a.Processed, a.Copy, CodeAccessCopy, "copy", []gdpr.Provision{"Regolamento 17(4)", "GDPR 15(3)"}},
		{a.Processed, a.Purposes, CodeAccessPurposes, "purposes", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(a)"}},
		{a.Processed, a.Categories, CodeAccessCategories, "categories", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(b)"}},
		{a.Processed, a.Recipients, CodeAccessRecipients, "recipients", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(c)"}},
		{a.Processed, a.Retention, CodeAccessRetention, "retention", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(d)"}},
		{a.Processed, a.Rights, CodeAccessRights, "rights", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(e)"}},
		{a.Processed, a.Complaint, CodeAccessComplaint, "complaint", []gdpr.Provision{"GDPR 15(1)(f)"}},
		{a.Processed.And(a.Indirect), a.Source, CodeAccessSource, "source", []gdpr.Provision{"GDPR 15(1)(g)"}},
		{a.Processed.And(a.Automated), a.Logic, CodeAccessLogic, "logic", []gdpr.Provision{"Regolamento 17(1)", "GDPR 15(1)(h)"}},
		{a.Processed.And(a.Transfers), a.Safeguards, CodeAccessSafeguards, "safeguards", []gdpr.Provision{"GDPR 15(2)"}},
	} {
		if !part.given {
			fs = unmet(fs, part.owed.Not(), part.code, part.where, part.law...)
		}
	}
	return fs
}
