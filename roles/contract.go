package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Clause is one of the duties that the contract with a processor must lay on it.
// The zero value is not given.
//
// Law: GDPR 28(3).
type Clause uint8

// The clauses, in the order of GDPR art. 28(3).
//
//words:label roles.clause
const (
	ClauseInstructions    Clause = iota + 1 // instructions: (a) only on documented instructions, transfers included
	ClauseConfidentiality                   // confidentiality: (b) its people are bound to confidentiality
	ClauseSecurity                          // security: (c) the measures of art. 32
	ClauseSubProcessors                     // sub_processors: (d) others only as art. 28(2) and (4) allow
	ClauseRequests                          // requests: (e) help with data subjects' requests
	ClauseAssistance                        // assistance: (f) help with security, breaches, assessments
	ClauseDeletion                          // deletion: (g) delete or return at the end
	ClauseAudit                             // audit: (h) information, audits and inspections
	ClauseWarning                           // warning: warn at once of an unlawful instruction
)

var clauseLaw = [...]gdpr.Provision{"",
	"GDPR 28(3)(a)", "GDPR 28(3)(b)", "GDPR 28(3)(c)", "GDPR 28(3)(d)", "GDPR 28(3)(e)",
	"GDPR 28(3)(f)", "GDPR 28(3)(g)", "GDPR 28(3)(h)", "GDPR 28(3)",
}

// Provision returns the place in the GDPR that asks for the clause, or "".
//
// Law: GDPR 28(3).
func (c Clause) Provision() gdpr.Provision {
	if !c.Valid() {
		return ""
	}
	return clauseLaw[c]
}

// Clauses returns every clause that the contract must have.
//
// Law: GDPR 28(3).
func Clauses() []Clause { return slices.Collect(Clause(0).Values()) }

// Contract is the contract or other legal act between the Comune and an external
// processor, or between a processor and its sub-processor, as its parties
// declare what it says. It is written, on paper or electronically. The zero
// value is a contract that nobody made.
//
// Law: Regolamento 7(1); GDPR 28(3); GDPR 28(9).
type Contract struct {
	Form   Form      `json:"form,omitempty"`   // [ByContract] or [ByLegalAct]
	Number string    `json:"number,omitempty"` // as registered
	Date   date.Date `json:"date,omitzero"`    // day of the signature
	Until  date.Date `json:"until,omitzero"`   // last day of effect, if it has a date
	Begins date.Date `json:"begins,omitzero"`  // day from which the processor has the data, if not that of the signature
	Signer string    `json:"signer,omitempty"` // id of the person who signs for the body

	Subject  string   `json:"subject,omitempty"`  // what is entrusted
	Duration string   `json:"duration,omitempty"` // how long in words, if there is no date: "as long as the service"
	Nature   string   `json:"nature,omitempty"`   // what is done with the data
	Purpose  string   `json:"purpose,omitempty"`
	Data     []string `json:"data,omitempty"`     // types of personal data
	Subjects []string `json:"subjects,omitempty"` // categories of data subjects
	Rights   string   `json:"rights,omitempty"`   // duties and rights of the Comune
	Duties   string   `json:"duties,omitempty"`   // duties and rights of the processor, beyond the clauses
	Modes    string   `json:"modes,omitempty"`    // how the data are processed
	Clauses  []Clause `json:"clauses,omitempty"`
}

// The findings of [Contract.Check], beside those of [CodeClauseMissing].
const (
	CodeContractMissing  gdpr.Code = "roles.contract.missing"  // violation: there is no contract or other written act with the processor
	CodeContractForm     gdpr.Code = "roles.contract.form"     // violation: no written contract or other legal act binds the processor
	CodeContractDate     gdpr.Code = "roles.contract.date"     // warning: the contract has no date
	CodeContractLate     gdpr.Code = "roles.contract.late"     // violation: processing began before the contract
	CodeContractSubject  gdpr.Code = "roles.contract.subject"  // violation: the contract doesn't state its subject matter
	CodeContractDuration gdpr.Code = "roles.contract.duration" // violation: the contract doesn't state the duration
	CodeContractNature   gdpr.Code = "roles.contract.nature"   // violation: the contract doesn't state the nature of the processing
	CodeContractPurpose  gdpr.Code = "roles.contract.purpose"  // violation: the contract doesn't state the purpose
	CodeContractData     gdpr.Code = "roles.contract.data"     // violation: the contract doesn't state the types of personal data
	CodeContractSubjects gdpr.Code = "roles.contract.subjects" // violation: the contract doesn't state the categories of data subjects
	CodeContractRights   gdpr.Code = "roles.contract.rights"   // violation: the contract doesn't state the controller's duties and rights
	CodeContractDuties   gdpr.Code = "roles.contract.duties"   // violation: the contract doesn't state the processor's duties and rights
	CodeContractModes    gdpr.Code = "roles.contract.modes"    // violation: the contract doesn't state how the data are processed
	CodeContractClause   gdpr.Code = "roles.contract.clause"   // violation: the contract lacks the duties of GDPR art. 28
)

// CodeClauseMissing returns the code of the finding that a contract lacks the
// clause: [CodeContractClause], a dot and the clause's word.
//
// Law: GDPR 28(3).
func CodeClauseMissing(c Clause) gdpr.Code {
	return CodeContractClause + "." + gdpr.Code(c.String())
}

// Check tells what the contract lacks: the contents of the municipal regulation
// (purpose, kinds of data, duration, the processor's duties and rights, modes)
// and those of the GDPR (subject matter, nature, data subjects, the Comune's
// duties and rights, and the nine clauses). The standard clauses of the
// Commission have them all. A contract without a date is a warning: the GDPR
// wants writing, and no date, but without one nobody can show that processing
// began after it. What the template alone asks cites it alone: under another
// regime see [gdpr.Findings.Under].
//
// The error is a [*gdpr.InputError]: an unknown form or clause
// ([gdpr.FaultName]), a clause that is 0 ([gdpr.FaultMissing]), an end before the
// date ([gdpr.FaultOrder]), a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: GDPR 28(3); GDPR 28(9); GDPR 5(2); Regolamento 7(1); Dec. 2021/915.
func (c Contract) Check() (gdpr.Findings, error) {
	if err := c.validate(); err != nil {
		return nil, err
	}
	fs := find.In(gdpr.Template)
	c.check(place{list: "", i: -1}, fs)
	return fs.Findings(), nil
}

func (c *Contract) validate() error {
	if c.Form != 0 && !c.Form.Valid() {
		return unknownWord("form", c.Form)
	}
	for i := range c.Clauses {
		if !c.Clauses[i].Valid() {
			return unknownWord(place{"clauses", i, ""}.at(""), c.Clauses[i])
		}
	}
	return first(day(c.Begins, place{"", -1, ""}, "begins"), span(c.Date, c.Until))
}

// The rows of a contract. GDPR 28(3) lists what it says, and the template adds the
// processor's duties and rights and the modes.
var (
	contractMissing  = find.Violation(CodeContractMissing, "GDPR 28(3)", "Regolamento 7(1)")
	contractForm     = find.Violation(CodeContractForm, "GDPR 28(9)", "Regolamento 7(1)")
	contractDate     = find.Warning(CodeContractDate, "GDPR 5(2)")
	contractLate     = find.Violation(CodeContractLate, "GDPR 28(3)", "Regolamento 7(1)")
	contractSubject  = find.Violation(CodeContractSubject, "GDPR 28(3)")
	contractDuration = find.Violation(CodeContractDuration, "GDPR 28(3)", "Regolamento 7(1)")
	contractNature   = find.Violation(CodeContractNature, "GDPR 28(3)")
	contractPurpose  = find.Violation(CodeContractPurpose, "GDPR 28(3)", "Regolamento 7(1)")
	contractData     = find.Violation(CodeContractData, "GDPR 28(3)", "Regolamento 7(1)")
	contractSubjects = find.Violation(CodeContractSubjects, "GDPR 28(3)")
	contractRights   = find.Violation(CodeContractRights, "GDPR 28(3)")
	contractDuties   = find.Violation(CodeContractDuties, "Regolamento 7(1)")
	contractModes    = find.Violation(CodeContractModes, "Regolamento 7(1)")
	contractClause   = find.Violation(CodeContractClause, "GDPR 28(3)")
)

func (c *Contract) check(p place, fs *find.Collector) {
	if c.Form == 0 && c.Date == 0 && c.Subject == "" && len(c.Clauses) == 0 {
		fs.Add(contractMissing, p.at(""))
		return
	}
	add := func(bad bool, row *find.Row, field string) {
		if bad {
			fs.Add(*row, p.at(field))
		}
	}
	add(c.Form != ByContract && c.Form != ByLegalAct, &contractForm, "form")
	add(c.Date == 0, &contractDate, "date")
	add(c.Begins != 0 && c.Begins < c.Date, &contractLate, "begins")
	add(blank(c.Subject), &contractSubject, "subject")
	add(c.Until == 0 && blank(c.Duration), &contractDuration, "duration")
	add(blank(c.Nature), &contractNature, "nature")
	add(blank(c.Purpose), &contractPurpose, "purpose")
	add(blanks(c.Data), &contractData, "data")
	add(blanks(c.Subjects), &contractSubjects, "subjects")
	add(blank(c.Rights), &contractRights, "rights")
	add(blank(c.Duties), &contractDuties, "duties")
	add(blank(c.Modes), &contractModes, "modes")
	for clause := range Clause(0).Values() {
		if !slices.Contains(c.Clauses, clause) {
			row := contractClause.By(clause.Provision())
			row.Code = CodeClauseMissing(clause)
			fs.Add(row, p.at("clauses"))
		}
	}
}

// blanks reports whether the list has nothing to read.
func blanks(list []string) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !blank(s) })
}
