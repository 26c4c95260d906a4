package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Access holds the facts of a request for access. Whatever they are, the
// requester is told whether data about him are processed.
//
// Law: Regolamento 17(1); GDPR 15.
//
//facts:bits rights.access access
//facts:not others
type Access struct {
	Processed gdpr.Answer `json:"processed"` // are data about the requester processed?
	Others    gdpr.Answer `json:"others"`    // would a full copy harm the rights of others?
	Limit     Limit       `json:"limit"`     // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the requester gets his data and the information on their
// processing.
//
// Law: Regolamento 17(1); Regolamento 17(4); GDPR 15(1); GDPR 15(2); Codice 2-undecies(1).
func (a Access) Decide() Decision { return access.under(&a.Limit, a.said()) }

// Copy tells whether the requester gets a full copy. A no because of the rights
// of others is no refusal: the copy is given without what is theirs.
//
// Law: Regolamento 17(4); GDPR 15(3); GDPR 15(4); GDPR recital 63.
func (a Access) Copy() Decision { return fullCopy.under(&a.Limit, a.said()) }

var access = rule{
	questions: accessQuestions[:],
	holds:     kleene.And(kleene.Rule{kleene.Of(accessProcessed)}, unlimited(accessLimit)),
	grounds:   []ground{{accessProcessed, "rights.access.processed", "GDPR 15(1)"}},
	limit:     accessLimit,
	no:        gdpr.Reason{Code: "rights.access.no", Provision: "GDPR 15(1)"},
}

var fullCopy = rule{
	questions: accessQuestions[:],
	holds:     kleene.And(kleene.Rule{kleene.Of(accessProcessed, accessNotOthers)}, unlimited(accessLimit)),
	grounds:   []ground{{accessProcessed, "rights.access.processed", "GDPR 15(3)"}},
	excepts:   []ground{{accessNotOthers, "rights.access.others", "GDPR 15(4)"}},
	limit:     accessLimit,
	against:   accessAgainst,
	clashes:   []clash{{sign{accessNotOthers, gdpr.No}, sign{accessProcessed, gdpr.No}}},
	no:        gdpr.Reason{Code: "rights.access.no", Provision: "GDPR 15(3)"},
}

// AccessReply is what a reply to a request for access says. A field of type bool
// tells whether the reply has that part.
//
// The recipients are named one by one: to tell their categories is enough only
// where they can't be identified, or where the request is manifestly unfounded or
// excessive. The copy reproduces all the data, faithfully and so that they can be
// understood; extracts or whole documents belong to it where the person can't
// else use his rights. Who asks when and why his data were looked up is told the
// days and the purposes; the names of the staff only where that is essential, and
// with regard for them. The logic of an automated decision is the procedure and
// the principles that were actually applied: a formula or a general description
// of the software won't do; where others' data or trade secrets stand against it,
// the authority or the court weighs, not the controller alone.
//
// Law: Regolamento 17(1); GDPR 15(1); GDPR 15(2); GDPR 15(3); CJEU C-154/21; CJEU C-487/21; CJEU C-579/21; CJEU C-203/22.
type AccessReply struct {
	Regime     gdpr.Regime `json:"regime,omitzero"`
	Processed  gdpr.Answer `json:"processed"`  // are data about the requester processed?
	Indirect   gdpr.Answer `json:"indirect"`   // were some of the data not collected from the requester?
	Automated  gdpr.Answer `json:"automated"`  // are decisions taken by automated means, profiling included?
	Transfers  gdpr.Answer `json:"transfers"`  // are data sent to third countries or international organisations?
	Named      gdpr.Answer `json:"named"`      // are the recipients named, each of them?
	Nameless   gdpr.Answer `json:"nameless"`   // if not: can't they be identified, or is the request manifestly unfounded or excessive?
	Faithful   gdpr.Answer `json:"faithful"`   // does the copy reproduce all the data, faithfully and intelligibly?
	Essential  gdpr.Answer `json:"essential"`  // does the requester need extracts or whole documents to use his rights?
	LogsAsked  gdpr.Answer `json:"logs_asked"` // does he ask when and why his data were consulted?
	Applied    gdpr.Answer `json:"applied"`    // does it explain, so that the person can follow, the procedure and the principles actually applied?
	Confirmed  bool        `json:"confirmed"`  // that data are processed, or that none are
	Copy       bool        `json:"copy"`       // the data themselves
	Documents  bool        `json:"documents"`  // extracts or whole documents
	Logs       bool        `json:"logs"`       // the days and purposes of the consultations
	Purposes   bool        `json:"purposes"`   // what they are processed for
	Categories bool        `json:"categories"` // which kinds of data
	Recipients bool        `json:"recipients"` // who has received or will receive them, by name or category
	Retention  bool        `json:"retention"`  // for how long, or by which criterion
	Rights     bool        `json:"rights"`     // rectification, erasure, restriction, objection
	Complaint  bool        `json:"complaint"`  // to the Garante
	Source     bool        `json:"source"`     // where data not collected from the requester come from
	Logic      bool        `json:"logic"`      // of automated decisions, what they mean and lead to
	Safeguards bool        `json:"safeguards"` // of transfers
}

// The findings of [AccessReply.Check].
const (
	CodeAccessConfirmed  gdpr.Code = "rights.reply.confirmed"  // violation: the reply doesn't say whether data about the requester are processed
	CodeAccessCopy       gdpr.Code = "rights.reply.copy"       // violation: the copy of the data is missing
	CodeAccessFaithful   gdpr.Code = "rights.reply.faithful"   // violation: it isn't shown that the copy reproduces all the data faithfully and intelligibly
	CodeAccessDocuments  gdpr.Code = "rights.reply.documents"  // violation: the extracts or documents that are essential to use the rights are missing
	CodeAccessLogs       gdpr.Code = "rights.reply.logs"       // violation: the days and purposes of the consultations are missing
	CodeAccessPurposes   gdpr.Code = "rights.reply.purposes"   // violation: the purposes of the processing are missing
	CodeAccessCategories gdpr.Code = "rights.reply.categories" // violation: the categories of data are missing
	CodeAccessRecipients gdpr.Code = "rights.reply.recipients" // violation: the recipients of the data are missing
	CodeAccessNamed      gdpr.Code = "rights.reply.named"      // violation: the recipients are told by category and not by name, and it isn't shown that they can't be identified or that the request is manifestly unfounded or excessive
	CodeAccessRetention  gdpr.Code = "rights.reply.retention"  // violation: the time for which data are kept, or its criterion, is missing
	CodeAccessRights     gdpr.Code = "rights.reply.rights"     // violation: the other rights are missing: rectification, erasure, restriction, objection
	CodeAccessComplaint  gdpr.Code = "rights.reply.complaint"  // violation: the right to complain to the Garante is missing
	CodeAccessSource     gdpr.Code = "rights.reply.source"     // violation: the source of data not collected from the requester is missing
	CodeAccessLogic      gdpr.Code = "rights.reply.logic"      // violation: the logic, the significance and the consequences of automated decisions are missing
	CodeAccessApplied    gdpr.Code = "rights.reply.applied"    // violation: it isn't shown that the procedure and the principles actually applied are explained so that the person can follow
	CodeAccessSafeguards gdpr.Code = "rights.reply.safeguards" // violation: the safeguards of transfers to third countries are missing
)

var (
	accessConfirmed  = find.Violation(CodeAccessConfirmed, "GDPR 15(1)", "Regolamento 17(1)")
	accessCopy       = find.Violation(CodeAccessCopy, "GDPR 15(3)", "Regolamento 17(4)")
	accessFaithful   = find.Violation(CodeAccessFaithful, "GDPR 15(3)", "CJEU C-487/21")
	accessDocuments  = find.Violation(CodeAccessDocuments, "GDPR 15(3)", "CJEU C-487/21")
	accessLogs       = find.Violation(CodeAccessLogs, "GDPR 15(1)", "CJEU C-579/21")
	accessPurposes   = find.Violation(CodeAccessPurposes, "GDPR 15(1)(a)", "Regolamento 17(1)")
	accessCategories = find.Violation(CodeAccessCategories, "GDPR 15(1)(b)", "Regolamento 17(1)")
	accessRecipients = find.Violation(CodeAccessRecipients, "GDPR 15(1)(c)", "Regolamento 17(1)")
	accessNamed      = find.Violation(CodeAccessNamed, "GDPR 15(1)(c)", "CJEU C-154/21")
	accessRetention  = find.Violation(CodeAccessRetention, "GDPR 15(1)(d)", "Regolamento 17(1)")
	accessRights     = find.Violation(CodeAccessRights, "GDPR 15(1)(e)", "Regolamento 17(1)")
	accessComplaint  = find.Violation(CodeAccessComplaint, "GDPR 15(1)(f)")
	accessSource     = find.Violation(CodeAccessSource, "GDPR 15(1)(g)")
	accessLogic      = find.Violation(CodeAccessLogic, "GDPR 15(1)(h)", "Regolamento 17(1)")
	accessApplied    = find.Violation(CodeAccessApplied, "GDPR 15(1)(h)", "CJEU C-203/22")
	accessSafeguards = find.Violation(CodeAccessSafeguards, "GDPR 15(2)")
)

// Check tells which parts the reply lacks, each with its own code. A part whose
// condition is [gdpr.Unknown] is a warning. If no data are processed, saying so
// is all that is owed.
//
// Law: Regolamento 17(1); GDPR 15(1); GDPR 15(2); GDPR 15(3); CJEU C-154/21; CJEU C-487/21; CJEU C-579/21; CJEU C-203/22.
func (a AccessReply) Check() gdpr.Findings {
	fs := find.In(a.Regime)
	p := a.Processed
	for _, part := range [...]struct {
		owed  gdpr.Answer
		given gdpr.Answer
		row   find.Row
		where string
	}{
		{gdpr.Yes, gdpr.Is(a.Confirmed), accessConfirmed, "confirmed"},
		{p, gdpr.Is(a.Copy), accessCopy, "copy"},
		{p.And(gdpr.Is(a.Copy)), a.Faithful, accessFaithful, "faithful"},
		{p.And(a.Essential), gdpr.Is(a.Documents), accessDocuments, "documents"},
		{p.And(a.LogsAsked), gdpr.Is(a.Logs), accessLogs, "logs"},
		{p, gdpr.Is(a.Purposes), accessPurposes, "purposes"},
		{p, gdpr.Is(a.Categories), accessCategories, "categories"},
		{p, gdpr.Is(a.Recipients), accessRecipients, "recipients"},
		{p.And(gdpr.Is(a.Recipients)), a.Named.Or(a.Nameless), accessNamed, "named"},
		{p, gdpr.Is(a.Retention), accessRetention, "retention"},
		{p, gdpr.Is(a.Rights), accessRights, "rights"},
		{p, gdpr.Is(a.Complaint), accessComplaint, "complaint"},
		{p.And(a.Indirect), gdpr.Is(a.Source), accessSource, "source"},
		{p.And(a.Automated), gdpr.Is(a.Logic), accessLogic, "logic"},
		{p.And(a.Automated).And(gdpr.Is(a.Logic)), a.Applied, accessApplied, "applied"},
		{p.And(a.Transfers), gdpr.Is(a.Safeguards), accessSafeguards, "safeguards"},
	} {
		fs.Unless(part.owed.Not().Or(part.given), part.row, part.where)
	}
	return fs.Findings()
}
