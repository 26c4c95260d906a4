package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
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
	if !c.known() {
		return ""
	}
	return clauseLaw[c]
}

func (c Clause) known() bool { return c >= ClauseInstructions && c <= ClauseWarning }

// Clauses returns every clause that the contract must have.
//
// Law: GDPR 28(3).
func Clauses() []Clause {
	all := make([]Clause, 0, ClauseWarning)
	for c := ClauseInstructions; c <= ClauseWarning; c++ {
		all = append(all, c)
	}
	return all
}

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
	Signer string    `json:"signer,omitempty"` // id of the person who signs for the Comune

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
	CodeContractMissing  gdpr.Code = "roles.contract.missing"
	CodeContractForm     gdpr.Code = "roles.contract.form"
	CodeContractDate     gdpr.Code = "roles.contract.date"
	CodeContractSubject  gdpr.Code = "roles.contract.subject"
	CodeContractDuration gdpr.Code = "roles.contract.duration"
	CodeContractNature   gdpr.Code = "roles.contract.nature"
	CodeContractPurpose  gdpr.Code = "roles.contract.purpose"
	CodeContractData     gdpr.Code = "roles.contract.data"
	CodeContractSubjects gdpr.Code = "roles.contract.subjects"
	CodeContractRights   gdpr.Code = "roles.contract.rights"
	CodeContractDuties   gdpr.Code = "roles.contract.duties"
	CodeContractModes    gdpr.Code = "roles.contract.modes"
	CodeContractClause   gdpr.Code = "roles.contract.clause"
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
// Commission have them all.
//
// The error is a [*gdpr.InputError]: an unknown form or clause
// ([gdpr.FaultName]), a clause that is 0 ([gdpr.FaultMissing]), an end before the
// date ([gdpr.FaultOrder]), a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: Regolamento 7(1); GDPR 28(3); GDPR 28(9); Dec. 2021/915.
func (c Contract) Check() (gdpr.Findings, error) {
	if err := c.validate(); err != nil {
		return nil, err
	}
	var fs gdpr.Findings
	c.check(place{list: "", i: -1}, &fs)
	return fs, nil
}

func (c *Contract) validate() error {
	if c.Form >= formCount {
		return unknownWord("form", c.Form)
	}
	for i := range c.Clauses {
		if !c.Clauses[i].known() {
			return unknownWord(place{"clauses", i, ""}.at(""), c.Clauses[i])
		}
	}
	return span(c.Date, c.Until)
}

func (c *Contract) check(p place, fs *gdpr.Findings) {
	if c.Form == 0 && c.Date == 0 && c.Subject == "" && len(c.Clauses) == 0 {
		lack(fs, CodeContractMissing, gdpr.Violation, p.at(""), []gdpr.Provision{"Regolamento 7(1)", "GDPR 28(3)"})
		return
	}
	both := []gdpr.Provision{"Regolamento 7(1)", "GDPR 28(3)"}
	union := both[1:]
	if c.Form != ByContract && c.Form != ByLegalAct {
		lack(fs, CodeContractForm, gdpr.Violation, p.at("form"), []gdpr.Provision{"Regolamento 7(1)", "GDPR 28(9)"})
	}
	if c.Date == 0 {
		lack(fs, CodeContractDate, gdpr.Violation, p.at("date"), []gdpr.Provision{"Regolamento 7(1)", "GDPR 28(9)"})
	}
	for _, e := range [...]struct {
		missing bool
		code    gdpr.Code
		field   string
		law     []gdpr.Provision
	}{
		{blank(c.Subject), CodeContractSubject, "subject", union},
		{c.Until == 0 && blank(c.Duration), CodeContractDuration, "duration", both},
		{blank(c.Nature), CodeContractNature, "nature", union},
		{blank(c.Purpose), CodeContractPurpose, "purpose", both},
		{blanks(c.Data), CodeContractData, "data", both},
		{blanks(c.Subjects), CodeContractSubjects, "subjects", union},
		{blank(c.Rights), CodeContractRights, "rights", union},
		{blank(c.Duties), CodeContractDuties, "duties", both[:1]},
		{blank(c.Modes), CodeContractModes, "modes", both[:1]},
	} {
		if e.missing {
			lack(fs, e.code, gdpr.Violation, p.at(e.field), e.law)
		}
	}
	for clause := ClauseInstructions; clause <= ClauseWarning; clause++ {
		if !slices.Contains(c.Clauses, clause) {
			lack(fs, CodeClauseMissing(clause), gdpr.Violation, p.at("clauses"), clauseLaw[clause:clause+1])
		}
	}
}

// blanks reports whether the list has nothing to read.
func blanks(list []string) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !blank(s) })
}
