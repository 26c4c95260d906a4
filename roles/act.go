package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
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
	ByOwnRule                       // own_rule: no act: the body's own regulation, or a law, gives the role to whoever holds the office
	ByEmployment                    // employment: the contract of employment
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
	CodeActMissing         gdpr.Code = "roles.act.missing"          // violation: there is no act
	CodeActForm            gdpr.Code = "roles.act.form"             // violation: the act isn't of the form that is prescribed
	CodeActNumber          gdpr.Code = "roles.act.number"           // warning: the act has no registration number
	CodeActDate            gdpr.Code = "roles.act.date"             // violation: the act has no date
	CodeActSigner          gdpr.Code = "roles.act.signer"           // violation: it isn't said who signs the act
	CodeActReasons         gdpr.Code = "roles.act.reasons"          // violation: the act gives no reasons
	CodeActScope           gdpr.Code = "roles.act.scope"            // violation: the act doesn't bound the processing
	CodeActInstructions    gdpr.Code = "roles.act.instructions"     // violation: there are no written instructions
	CodeActUntil           gdpr.Code = "roles.act.until"            // warning: it isn't said when it ends
	CodeActTaskMissing     gdpr.Code = "roles.act.task"             // violation: the act doesn't list the tasks
	CodeActExpired         gdpr.Code = "roles.act.expired"          // violation: the act has expired
	CodeActNotYet          gdpr.Code = "roles.act.not-yet"          // warning: the act has no effect yet
	CodeActAppointee       gdpr.Code = "roles.act.appointee"        // violation: the name in the act isn't the person's
	CodeActSignerPowerless gdpr.Code = "roles.act.signer.powerless" // warning: who signs isn't known to have the power: check that they had it on the date of the act
)

// CodeTaskMissing returns the code of the finding that an act of appointment
// doesn't list the task: [CodeActTaskMissing], a dot and the task's word.
//
// Law: Regolamento 5(4); Regolamento 6(1); Regolamento 9(1); GDPR 39(1).
func CodeTaskMissing(t Task) gdpr.Code { return CodeActTaskMissing + "." + gdpr.Code(t.String()) }

// Check tells what an act that gives the role lacks under the template:
//
//   - a manager is designated by decree of the Mayor or resolution of the Giunta,
//     with reasons, for an area, with written instructions and the tasks of art. 5;
//   - a sub-manager by determina of the manager, which bounds the processing,
//     instructs and lists at least two competences;
//   - staff are authorised in whatever way the controller chooses, with a scope
//     and instructions;
//   - the officer by a service contract that lists the tasks and says when it ends;
//   - a delegate by a decree of the Mayor that bounds the powers.
//
// For another body see [Act.CheckUnder]. Processors have a [Contract]. The error
// is a [*gdpr.InputError]: a role without such an act, an unknown form or task
// ([gdpr.FaultName]), a task that is 0 ([gdpr.FaultMissing]), an end before the
// date ([gdpr.FaultOrder]), a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: Regolamento 5(1); Regolamento 5(4); Regolamento 6(1); Regolamento 8(1); Regolamento 9(1); Codice 2-quaterdecies(1); Codice 2-quaterdecies(2); GDPR 29; GDPR 32(4); GDPR 37(6).
func (a Act) Check(role Role) (gdpr.Findings, error) { return a.CheckUnder(role, gdpr.Template) }

// CheckUnder is [Act.Check] for a body under a regime. Without the template no
// form, number, signature, reasons or list of tasks is asked of a designation:
// the Codice lets the controller give tasks to persons expressly designated, by
// its own rules too ([ByOwnRule], [ByEmployment]), and choose how it authorises
// its staff. What stays is that who acts under its authority is instructed, that
// what a designated person has been given can be told, and that an officer from
// outside has a service contract. What is missing of those is a doubt.
//
// The errors are those of [Act.Check].
//
// Law: Codice 2-quaterdecies(1); Codice 2-quaterdecies(2); GDPR 29; GDPR 32(4); GDPR 37(6); Garante 186/2021 section 6.4.
func (a Act) CheckUnder(role Role, r gdpr.Regime) (gdpr.Findings, error) {
	f := formalityOf(role, r)
	if f == nil {
		return nil, &gdpr.InputError{Field: "role", Value: role.String(), Fault: gdpr.FaultName, Other: "manager, sub_manager, authorised, officer, delegate"}
	}
	if err := a.validate(); err != nil {
		return nil, err
	}
	c := find.In(r)
	a.check(f, place{list: "", i: -1}, c)
	return c.Findings(), nil
}

// The rows of an act. Each [formality] cites the provision of its role.
var (
	actMissing      = find.Violation(CodeActMissing, "GDPR 37(6)", "Codice 2-quaterdecies(2)", "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 4(1)")
	actForm         = find.Violation(CodeActForm, "GDPR 37(6)", "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 4(1)")
	actNumber       = find.Warning(CodeActNumber, "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 4(1)")
	actDate         = find.Violation(CodeActDate, "GDPR 5(2)", "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 4(1)")
	actSigner       = find.Violation(CodeActSigner, "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 4(1)")
	actReasons      = find.Violation(CodeActReasons, "Regolamento 5(1)")
	actScope        = find.Violation(CodeActScope, "Codice 2-quaterdecies(1)", "Codice 2-quaterdecies(2)", "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 4(1)")
	actInstructions = find.Violation(CodeActInstructions, "GDPR 29", "GDPR 32(4)", "Regolamento 4(3)", "Regolamento 6(1)")
	actUntil        = find.Warning(CodeActUntil, "Garante 186/2021 section 6.4")
	actTaskMissing  = find.Violation(CodeActTaskMissing, "Regolamento 5(4)", "Regolamento 6(1)", "Regolamento 8(1)", "Regolamento 9(1)")
	actExpired      = find.Violation(CodeActExpired, "GDPR 26(1)", "GDPR 28(3)", "GDPR 37(1)", "Codice 2-quaterdecies(1)", "Codice 2-quaterdecies(2)", "Regolamento 5(1)", "Regolamento 6(1)")
	actNotYet       = find.Warning(CodeActNotYet, "GDPR 26(1)", "GDPR 28(3)", "GDPR 37(1)", "Codice 2-quaterdecies(1)", "Codice 2-quaterdecies(2)", "Regolamento 5(1)", "Regolamento 6(1)")
	actAppointee    = find.Violation(CodeActAppointee, "GDPR 37(1)", "Codice 2-quaterdecies(1)", "Codice 2-quaterdecies(2)", "Regolamento 5(1)", "Regolamento 6(1)")
	actPowerless    = find.Warning(CodeActSignerPowerless, "Regolamento 5(1)", "Regolamento 6(1)", "Regolamento 7(1)", "Regolamento 4(1)", "Regolamento 4(4)", "D.Lgs. 267/2000 107(3)(c)")
)

// formality is what a regime asks of an act. A row without a code is of an
// element that it doesn't ask for.
type formality struct {
	role  Role
	layer gdpr.Regime // the regime from which on it is asked: that, and those with more layers, down to the next entry
	forms []Form      // nil: whichever
	tasks bool        // the act lists the tasks of its role

	missing, form, number, date, signer, reasons, scope, instructions, until find.Row
}

// prescribed returns the formality of an act with form, number, date and
// signature, by a comma of the template.
func prescribed(role Role, by gdpr.Provision, forms ...Form) formality {
	return formality{
		role: role, layer: gdpr.Template, forms: forms,
		missing: actMissing.By(by), form: actForm.By(by), number: actNumber.By(by), date: actDate.By(by), signer: actSigner.By(by),
	}
}

// formalities are those of each role, from the regime with the most layers.
var formalities = [...]formality{
	templateManager(), templateSubManager(), templateOfficer(), templateDelegate(),
	{
		role: AsAuthorised, layer: gdpr.Template,
		missing: actMissing.By("Codice 2-quaterdecies(2)"), date: actDate.As(gdpr.Warning).By("GDPR 5(2)"),
		form: actForm.As(gdpr.Warning).By("GDPR 5(2)"), number: actNumber.By("GDPR 5(2)"), signer: actSigner.As(gdpr.Warning).By("GDPR 5(2)"),
		scope:        actScope.As(gdpr.Warning).By("Codice 2-quaterdecies(2)"),
		instructions: actInstructions.By("GDPR 29", "GDPR 32(4)"),
	},
	designated(AsManager), designated(AsSubManager),
	{
		role: AsAuthorised, layer: gdpr.UnionLaw,
		missing: actMissing.As(gdpr.Warning).By("Codice 2-quaterdecies(2)"), date: actDate.As(gdpr.Warning).By("GDPR 5(2)"),
		instructions: actInstructions.As(gdpr.Warning).By("GDPR 29", "GDPR 32(4)"),
	},
	{
		role: AsOfficer, layer: gdpr.UnionLaw, forms: []Form{ByContract, ByLegalAct},
		missing: actMissing.By("GDPR 37(6)"), form: actForm.By("GDPR 37(6)"), date: actDate.As(gdpr.Warning).By("GDPR 5(2)"), until: actUntil,
	},
	{role: AsDelegate, layer: gdpr.UnionLaw},
}

func templateManager() formality {
	f := prescribed(AsManager, "Regolamento 5(1)", ByDecree, ByResolution)
	f.reasons, f.scope = actReasons, actScope.By("Regolamento 5(1)")
	f.instructions, f.tasks = actInstructions.By("Regolamento 4(3)"), true
	return f
}

func templateSubManager() formality {
	f := prescribed(AsSubManager, "Regolamento 6(1)", ByDetermination)
	f.scope, f.instructions, f.tasks = actScope.By("Regolamento 6(1)"), actInstructions.By("Regolamento 6(1)"), true
	return f
}

func templateOfficer() formality {
	f := prescribed(AsOfficer, "Regolamento 8(1)", ByContract)
	f.missing, f.form = actMissing.By("GDPR 37(6)", "Regolamento 8(1)"), actForm.By("GDPR 37(6)", "Regolamento 8(1)")
	f.until, f.tasks = actUntil, true
	return f
}

func templateDelegate() formality {
	f := prescribed(AsDelegate, "Regolamento 4(1)", ByDecree)
	f.scope = actScope.By("Regolamento 4(1)")
	return f
}

// designated is what general law asks of the act of a designated person.
func designated(role Role) formality {
	return formality{
		role: role, layer: gdpr.UnionLaw,
		missing:      actMissing.As(gdpr.Warning).By("Codice 2-quaterdecies(1)"),
		scope:        actScope.As(gdpr.Warning).By("Codice 2-quaterdecies(1)"),
		instructions: actInstructions.As(gdpr.Warning).By("GDPR 29"),
	}
}

// designation is the act by which the body designates its officer, beside the
// service contract or, for an internal one, in its place.
var designation = formality{
	forms:   []Form{ByDecree, ByResolution, ByDetermination},
	missing: find.Violation(CodeActMissing, "GDPR 37(1)", "Garante 186/2021 section 6.1"),
	form:    actForm.As(gdpr.Warning).By("Garante 186/2021 section 6.1"),
	number:  actNumber.By("Garante 186/2021 section 6.1"),
	date:    actDate.As(gdpr.Warning).By("GDPR 5(2)"),
	signer:  actSigner.As(gdpr.Warning).By("Garante 186/2021 section 6.1"),
}

// plainDesignation is the designation under general law, of whatever form.
var plainDesignation = formality{
	missing: find.Violation(CodeActMissing, "GDPR 37(1)"),
	date:    actDate.As(gdpr.Warning).By("GDPR 5(2)"),
}

// formalityOf returns what a regime asks of the role's act, or nil.
func formalityOf(role Role, r gdpr.Regime) *formality {
	for i := range formalities {
		if f := &formalities[i]; f.role == role && r.Has(f.layer) {
			return f
		}
	}
	return nil
}

// validate refuses what has no meaning in an act.
func (a *Act) validate() error {
	if a.Form != 0 && !a.Form.Valid() {
		return unknownWord("form", a.Form)
	}
	for i := range a.Tasks {
		if !a.Tasks[i].Valid() {
			return unknownWord(place{"tasks", i, ""}.at(""), a.Tasks[i])
		}
	}
	return span(a.Date, a.Until)
}

// exOfficio reports whether the role comes from the body's own rules or the
// contract of employment, not from an act of its own.
func (a *Act) exOfficio() bool { return a.Form == ByOwnRule || a.Form == ByEmployment }

// check adds what the act lacks of its formality.
func (a *Act) check(f *formality, p place, c *find.Collector) {
	add := func(bad bool, row *find.Row, field string) {
		if bad && row.Code != "" {
			c.Add(*row, p.at(field))
		}
	}
	if a.Form == 0 && a.Date == 0 && a.Number == "" {
		add(true, &f.missing, "")
		return
	}
	if a.exOfficio() && f.forms == nil {
		return
	}
	add(a.Form == 0 || f.forms != nil && !slices.Contains(f.forms, a.Form), &f.form, "form")
	add(blank(a.Number), &f.number, "number")
	add(a.Date == 0, &f.date, "date")
	add(a.Until == 0, &f.until, "until")
	add(blank(a.Signer) && a.Form != ByResolution, &f.signer, "signer")
	add(blank(a.Reasons), &f.reasons, "reasons")
	add(blank(a.Scope) && (f.layer == gdpr.Template || len(a.Tasks) == 0), &f.scope, "scope")
	add(blank(a.Instructions), &f.instructions, "instructions")
	if f.tasks {
		a.checkTasks(f.role, p, c)
	}
}

// checkTasks adds the tasks that the role's act must list and doesn't.
func (a *Act) checkTasks(role Role, p place, c *find.Collector) {
	for i := range assignments {
		if want := &assignments[i]; want.Role == role && want.InAct && !slices.Contains(a.Tasks, want.Task) {
			row := actTaskMissing.By(taskList[role])
			row.Code = CodeTaskMissing(want.Task)
			c.Add(row, p.at("tasks"))
		}
	}
}

// taskList is the comma that wants the tasks of the role listed in its act. No
// other law does.
var taskList = [roleCount]gdpr.Provision{AsManager: "Regolamento 5(4)", AsSubManager: "Regolamento 6(1)", AsOfficer: "Regolamento 8(1)"}

// blank reports whether a text says nothing: a placeholder is no content.
func blank(s string) bool { return is.Is(s) }
