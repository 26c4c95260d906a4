package roles

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Form is the form of an act. The zero value is not given.
type Form uint8

// The forms.
//
//words:label roles.form
const (
	ByDecree        Form = iota + 1 // decree: decreto del Sindaco
	ByResolution                    // resolution: delibera di Giunta
	ByDetermination                 // determination: determina of a head of area
	ByLetter                        // letter: written authorisation to staff
	ByContract                      // contract: contract signed with an outsider
	ByLegalAct                      // legal_act: another legal act that binds a processor, such as a convention between public bodies
)

// Act is the act that puts someone in a role, as its author declares what it
// says. The zero value is an act that nobody took.
//
// Law: Regolamento 5(1); Regolamento 5(4); Regolamento 6(1); Regolamento 8(1); Codice 2-quaterdecies(1).
type Act struct {
	Form         Form      `json:"form,omitempty"`
	Number       string    `json:"number,omitempty"` // as registered: "12/2026"
	Date         date.Date `json:"date,omitzero"`
	Until        date.Date `json:"until,omitzero"`         // last day of effect; 0 if it has no end
	Signer       string    `json:"signer,omitempty"`       // id of the person who signs; none for a resolution of the Giunta
	Appointee    string    `json:"appointee,omitempty"`    // name as the act writes it, if it is to be held against the person's
	Reasons      string    `json:"reasons,omitempty"`      // why this person
	Scope        string    `json:"scope,omitempty"`        // the area, sector or processing for which it holds
	Instructions string    `json:"instructions,omitempty"` // the written instructions, or where they are
	Tasks        []Task    `json:"tasks,omitempty"`        // the tasks that it lists
}

// The findings of [Act.Check], beside those of [CodeTaskMissing].
const (
	CodeActMissing         gdpr.Code = "roles.act.missing"
	CodeActForm            gdpr.Code = "roles.act.form"
	CodeActNumber          gdpr.Code = "roles.act.number"
	CodeActDate            gdpr.Code = "roles.act.date"
	CodeActSigner          gdpr.Code = "roles.act.signer"
	CodeActReasons         gdpr.Code = "roles.act.reasons"
	CodeActScope           gdpr.Code = "roles.act.scope"
	CodeActInstructions    gdpr.Code = "roles.act.instructions"
	CodeActUntil           gdpr.Code = "roles.act.until"
	CodeActTaskMissing     gdpr.Code = "roles.act.task"
	CodeActExpired         gdpr.Code = "roles.act.expired"
	CodeActNotYet          gdpr.Code = "roles.act.not-yet"
	CodeActAppointee       gdpr.Code = "roles.act.appointee"
	CodeActSignerPowerless gdpr.Code = "roles.act.signer.powerless"
)

// CodeTaskMissing returns the code of the finding that an act of appointment
// doesn't list the task: [CodeActTaskMissing], a dot and the task's word.
//
// Law: Regolamento 5(4); Regolamento 6(1); Regolamento 9(1); GDPR 39(1).
func CodeTaskMissing(t Task) gdpr.Code { return CodeActTaskMissing + "." + gdpr.Code(t.String()) }

// Check tells what an act that gives the role lacks:
//
//   - a manager is designated by decree of the Mayor or resolution of the Giunta,
//     with reasons, for an area, with written instructions and the tasks of art. 5;
//   - a sub-manager by determina of the manager, which bounds the processing,
//     instructs and lists at least two competences;
//   - staff are authorised in writing, with a scope and instructions;
//   - the officer by a service contract that lists the tasks and says when it ends;
//   - a delegate by a decree of the Mayor that bounds the powers.
//
// Processors have a [Contract]. The error is a [*gdpr.InputError]: a role without
// such an act, an unknown form or task ([gdpr.FaultName]), a task that is 0
// ([gdpr.FaultMissing]), an end before the date ([gdpr.FaultOrder]), a date
// outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: Regolamento 5(1); Regolamento 5(4); Regolamento 6(1); Regolamento 8(1); Regolamento 9(1); Codice 2-quaterdecies(1); Codice 2-quaterdecies(2); GDPR 29; GDPR 32(4); GDPR 37(6).
func (a Act) Check(role Role) (gdpr.Findings, error) {
	f := formalityOf(role)
	if f == nil {
		return nil, &gdpr.InputError{Field: "role", Value: role.String(), Fault: gdpr.FaultName, Other: "manager, sub-manager, authorised, officer, delegate"}
	}
	if err := a.validate(); err != nil {
		return nil, err
	}
	var fs gdpr.Findings
	a.check(f, place{list: "", i: -1}, &fs)
	return fs, nil
}

// formality is what the law asks of an act. The provisions of an element that it
// doesn't ask for are nil.
type formality struct {
	role         Role
	forms        []Form
	law          []gdpr.Provision // the act itself, its form, number, date and signature
	reasons      []gdpr.Provision
	scope        []gdpr.Provision
	instructions []gdpr.Provision
	until        []gdpr.Provision
}

var formalities = [...]formality{
	{
		role: AsManager, forms: []Form{ByDecree, ByResolution},
		law:          []gdpr.Provision{"Regolamento 5(1)", "Codice 2-quaterdecies(1)"},
		reasons:      []gdpr.Provision{"Regolamento 5(1)"},
		scope:        []gdpr.Provision{"Regolamento 5(1)"},
		instructions: []gdpr.Provision{"Regolamento 4(3)", "GDPR 29"},
	},
	{
		role: AsSubManager, forms: []Form{ByDetermination},
		law:          []gdpr.Provision{"Regolamento 6(1)", "Codice 2-quaterdecies(1)"},
		scope:        []gdpr.Provision{"Regolamento 6(1)"},
		instructions: []gdpr.Provision{"Regolamento 6(1)", "GDPR 29"},
	},
	{
		role: AsAuthorised, forms: []Form{ByLetter, ByDetermination, ByDecree},
		law:          []gdpr.Provision{"Codice 2-quaterdecies(2)", "GDPR 29"},
		scope:        []gdpr.Provision{"Codice 2-quaterdecies(2)"},
		instructions: []gdpr.Provision{"GDPR 29", "GDPR 32(4)"},
	},
	{
		role: AsOfficer, forms: []Form{ByContract},
		law:   []gdpr.Provision{"Regolamento 8(1)", "GDPR 37(6)"},
		until: []gdpr.Provision{"Garante 186/2021 section 6.4"},
	},
	{
		role: AsDelegate, forms: []Form{ByDecree},
		law:   []gdpr.Provision{"Regolamento 4(1)"},
		scope: []gdpr.Provision{"Regolamento 4(1)"},
	},
}

// designation is the act by which the Comune designates its officer, beside the
// service contract or, for an internal one, in its place.
var designation = formality{
	forms: []Form{ByDecree, ByResolution, ByDetermination},
	law:   []gdpr.Provision{"GDPR 37(1)", "Garante 186/2021 section 6.1"},
}

func formalityOf(role Role) *formality {
	for i := range formalities {
		if formalities[i].role == role {
			return &formalities[i]
		}
	}
	return nil
}

// validate refuses what has no meaning in an act.
func (a *Act) validate() error {
	if a.Form >= formCount {
		return unknownWord("form", a.Form)
	}
	for i := range a.Tasks {
		if !a.Tasks[i].known() {
			return unknownWord(place{"tasks", i, ""}.at(""), a.Tasks[i])
		}
	}
	return span(a.Date, a.Until)
}

// check adds what the act lacks of its formality.
func (a *Act) check(f *formality, p place, fs *gdpr.Findings) {
	if a.Form == 0 && a.Date == 0 && a.Number == "" {
		lack(fs, CodeActMissing, gdpr.Violation, p.at(""), f.law)
		return
	}
	if !slices.Contains(f.forms, a.Form) {
		lack(fs, CodeActForm, gdpr.Violation, p.at("form"), f.law)
	}
	if blank(a.Number) {
		lack(fs, CodeActNumber, gdpr.Warning, p.at("number"), f.law)
	}
	if a.Date == 0 {
		lack(fs, CodeActDate, gdpr.Violation, p.at("date"), f.law)
	}
	if f.until != nil && a.Until == 0 {
		lack(fs, CodeActUntil, gdpr.Warning, p.at("until"), f.until)
	}
	if blank(a.Signer) && a.Form != ByResolution {
		lack(fs, CodeActSigner, gdpr.Violation, p.at("signer"), f.law)
	}
	if f.reasons != nil && blank(a.Reasons) {
		lack(fs, CodeActReasons, gdpr.Violation, p.at("reasons"), f.reasons)
	}
	if f.scope != nil && blank(a.Scope) {
		lack(fs, CodeActScope, gdpr.Violation, p.at("scope"), f.scope)
	}
	if f.instructions != nil && blank(a.Instructions) {
		lack(fs, CodeActInstructions, gdpr.Violation, p.at("instructions"), f.instructions)
	}
	a.checkTasks(f.role, p, fs)
}

// checkTasks adds the tasks that the role's act must list and doesn't.
func (a *Act) checkTasks(role Role, p place, fs *gdpr.Findings) {
	if role != AsManager && role != AsSubManager && role != AsOfficer {
		return
	}
	for i := range assignments {
		if want := &assignments[i]; want.Role == role && want.InAct && !slices.Contains(a.Tasks, want.Task) {
			lack(fs, CodeTaskMissing(want.Task), gdpr.Violation, p.at("tasks"), want.provisions())
		}
	}
}

func (a *Assignment) provisions() []gdpr.Provision {
	if a.Also == "" {
		return []gdpr.Provision{a.Provision}
	}
	return []gdpr.Provision{a.Provision, a.Also}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
