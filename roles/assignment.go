package roles

import (
	"iter"
	"slices"

	"github.com/b58db29f/gdpr"
)

// Part is what a role does in a task: the letters of a RACI matrix, and one for
// help. The zero value is no part.
type Part uint8

// The parts.
//
//words:label roles.part
const (
	Owns      Part = iota + 1 // owns: does it and answers for it: A/R
	Answers                   // answers: answers for it, while another does it: A
	Does                      // does: does it: R
	Helps                     // helps: helps who does it: S
	Consulted                 // consulted: is asked before: C
	Informed                  // informed: is told: I
)

var partLetters = [partCount]string{"", "A/R", "A", "R", "S", "C", "I"}

// Letter returns the part as a RACI matrix prints it: "A/R", "A", "R", "S", "C",
// "I", or "" for no part.
//
// Law: Regolamento 5(4); Regolamento 6(3).
func (p Part) Letter() string {
	if !p.Valid() {
		return ""
	}
	return partLetters[p]
}

// Assignment is one role's part in one task, and where it is written. Provision
// is the municipal regulation's comma if there is one, else the GDPR's or the
// Codice's; Also is the other source, or "".
//
// "Answers" is the line inside the Comune. Towards people and the Garante it is
// always the controller who answers.
//
// Law: GDPR 24(1); Regolamento 41(1).
type Assignment struct {
	Task      Task           `json:"task"`
	Role      Role           `json:"role"`
	Part      Part           `json:"part"`
	Provision gdpr.Provision `json:"provision"`
	Also      gdpr.Provision `json:"also,omitempty"`
	InAct     bool           `json:"in_act,omitempty"` // the role's act of appointment must list the task
}

// Assignments returns the whole table of who does what, in the order of the
// tasks and, within one, from the controller down.
//
// Law: Regolamento 4(2); Regolamento 4(3); Regolamento 5(4); Regolamento 6(1); Regolamento 6(2); Regolamento 6(3); Regolamento 7(2); Regolamento 8(3); Regolamento 9(1); GDPR 24(1); GDPR 28(3); GDPR 39(1).
func Assignments() iter.Seq[Assignment] {
	return where(func(*Assignment) bool { return true })
}

// Assignments returns who has a part in the task: who notifies the Garante, who
// helps, who is heard.
//
// Law: Regolamento 5(4); Regolamento 9(1); Regolamento 37(3).
func (t Task) Assignments() iter.Seq[Assignment] {
	return where(func(a *Assignment) bool { return a.Task == t })
}

// Assignments returns the role's part in every task of the matter, or in all of
// them if the matter is 0: what the manager must do about a breach. A delegate
// has none of his own: his are those of [AsController] that the act delegates.
//
// Law: Regolamento 5(4); Regolamento 6(1); Regolamento 9(1).
func (r Role) Assignments(m Matter) iter.Seq[Assignment] {
	return where(func(a *Assignment) bool { return a.Role == r && (m == 0 || a.Task.Matter() == m) })
}

// InAct returns the tasks that the role's act of appointment must list.
//
// Law: Regolamento 5(4); Regolamento 6(1); Regolamento 8(1); Regolamento 9(1); GDPR 39(1).
func (r Role) InAct() iter.Seq[Assignment] {
	return where(func(a *Assignment) bool { return a.Role == r && a.InAct })
}

// CarriesOver tells whether a task that art. 5 gives to the internal managers
// binds the external processors too: art. 5 applies to them "so far as
// compatible", which it is where GDPR art. 28 or 33 lays the same duty on a
// processor. The assignment says which part they have. What belongs to the
// office, such as naming the officer, doesn't carry over.
//
// Law: Regolamento 7(2); Regolamento 5(4); GDPR 28(3); GDPR 33(2).
func CarriesOver(t Task) (Assignment, bool) {
	for i := range assignments {
		if a := &assignments[i]; a.Task == t && a.Role == AsProcessor && carried[t] {
			return *a, true
		}
	}
	return Assignment{}, false
}

// carried are the tasks of art. 5 that bind processors too, since the GDPR lays
// them on a processor as well: GDPR 28(3)(b), (c), (e), (f) and 33(2).
var carried = [taskCount]bool{
	PrepareStaff: true, AnswerRequests: true, Assess: true, ApplyMeasures: true, ReportBreach: true, NotifyGarante: true, TellPeople: true,
}

// Under returns the assignment as it holds for a body under a regime, with the
// law that binds there, and whether it does. Managers and sub-managers are the
// template's: elsewhere their tasks are what their acts give them, and no act has
// a list that it must have.
//
// Law: Regolamento 5(4); Regolamento 6(1); GDPR 24(1); GDPR 29; Codice 2-quaterdecies(1).
func (a Assignment) Under(r gdpr.Regime) (Assignment, bool) {
	if r.Has(gdpr.Template) {
		return a, true
	}
	if a.Role == AsManager || a.Role == AsSubManager {
		return Assignment{}, false
	}
	a.InAct = false
	first, holds := r.Cite(a.Provision)
	second, too := r.Cite(a.Also)
	switch too = too && a.Also != ""; {
	case !holds && !too:
		return Assignment{}, false
	case !holds:
		first, second = second, ""
	case !too || first == second:
		second = ""
	}
	a.Provision, a.Also = first, second
	return a, true
}

// MatrixUnder is [Matrix] for a body under a regime: the rows that hold there.
// What nobody but the controller is left to do the controller does itself.
//
// Law: Regolamento 4(2); Regolamento 5(4); GDPR 24(1).
func MatrixUnder(r gdpr.Regime, m Matter) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := 0; i < len(assignments); {
			row := Row{Task: assignments[i].Task}
			for ; i < len(assignments) && assignments[i].Task == row.Task; i++ {
				if a, ok := assignments[i].Under(r); ok {
					row.Parts[a.Role-1] = a.Part
				}
			}
			if (m == 0 || row.Task.Matter() == m) && row.settle() && !yield(row) {
				return
			}
		}
	}
}

// settle makes one role answer for the row and one at least do it, if any is left
// that does or answers.
func (r *Row) settle() bool {
	parts := r.Parts[:]
	if slices.Contains(parts, Owns) || slices.Contains(parts, Answers) && slices.Contains(parts, Does) {
		return true
	}
	alone := max(slices.Index(parts, Answers), slices.Index(parts, Does))
	if alone < 0 {
		return false
	}
	parts[alone] = Owns
	return true
}

// Row is one line of the RACI matrix: a task and each role's part in it.
type Row struct {
	Task  Task            `json:"task"`
	Parts [AsOfficer]Part `json:"parts"` // by role, from the controller to the officer; see [Row.Part]
}

// Part returns the role's part in the row's task, 0 if it has none. A delegate
// has none of his own: his are those of [AsController] that the act delegates.
//
// Law: Regolamento 4(2); Regolamento 5(4); Regolamento 6(3).
func (r Row) Part(role Role) Part {
	if i := int(role) - 1; !role.Valid() || i >= len(r.Parts) {
		return 0
	}
	return r.Parts[role-1]
}

// Matrix returns the RACI matrix of the matter, or of everything if it is 0:
// one row a task, in their order. In each row one role answers.
//
// Law: Regolamento 4(2); Regolamento 5(4); Regolamento 6(3); Regolamento 9(1).
func Matrix(m Matter) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := 0; i < len(assignments); {
			row := Row{Task: assignments[i].Task}
			for ; i < len(assignments) && assignments[i].Task == row.Task; i++ {
				row.Parts[assignments[i].Role-1] = assignments[i].Part
			}
			if (m == 0 || row.Task.Matter() == m) && !yield(row) {
				return
			}
		}
	}
}

func where(keep func(*Assignment) bool) iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		for i := range assignments {
			if keep(&assignments[i]) && !yield(assignments[i]) {
				return
			}
		}
	}
}

// inAct marks the tasks that an act of appointment must list.
const inAct = true

// assignments are ordered by task and role. Where the regulation lays a duty on
// "the Comune" and names nobody, it is the controller's.
var assignments = [...]Assignment{
	{Demonstrate, AsController, Owns, "Regolamento 4(2)", "GDPR 24(1)", false},
	{Demonstrate, AsOfficer, Consulted, "Regolamento 9(1)", "GDPR 39(1)(a)", false},
	{Supervise, AsController, Owns, "Regolamento 4(3)", "GDPR 32(4)", false},
	{Supervise, AsOfficer, Helps, "Regolamento 9(1)", "GDPR 39(1)(b)", false},
	{AgreeJointly, AsController, Owns, "Regolamento 4(4)", "GDPR 26(1)", false},
	{AgreeJointly, AsJointController, Does, "Regolamento 4(4)", "GDPR 26(1)", false},
	{AppointManagers, AsController, Owns, "Regolamento 5(1)", "Codice 2-quaterdecies(1)", false},
	{AppointSubManagers, AsController, Informed, "Regolamento 6(2)", "", false},
	{AppointSubManagers, AsManager, Owns, "Regolamento 6(1)", "Codice 2-quaterdecies(1)", false},
	{TellMayor, AsController, Informed, "Regolamento 6(2)", "", false},
	{TellMayor, AsManager, Owns, "Regolamento 6(2)", "", false},
	{AuthoriseStaff, AsController, Answers, "Codice 2-quaterdecies(2)", "GDPR 29", false},
	{AuthoriseStaff, AsManager, Does, "Codice 2-quaterdecies(2)", "GDPR 29", false},
	{PrepareStaff, AsController, Answers, "GDPR 32(4)", "", false},
	{PrepareStaff, AsManager, Does, "Regolamento 5(4)", "GDPR 32(4)", inAct},
	{PrepareStaff, AsProcessor, Does, "Regolamento 7(2)", "GDPR 28(3)(b)", false},
	{PrepareStaff, AsOfficer, Helps, "Regolamento 9(1)", "GDPR 39(1)(b)", false},
	{EngageProcessors, AsController, Owns, "Regolamento 7(1)", "GDPR 28(3)", false},
	{EngageProcessors, AsOfficer, Consulted, "Regolamento 9(1)", "GDPR 38(1)", false},
	{EngageSubProcessors, AsController, Answers, "GDPR 28(2)", "", false},
	{EngageSubProcessors, AsProcessor, Does, "GDPR 28(2)", "GDPR 28(4)", false},
	{PublishRegulation, AsController, Owns, "Regolamento 43(2)", "", false},
	{DistributeRegulation, AsController, Owns, "Regolamento 43(3)", "", false},
	{DistributeRegulation, AsManager, Informed, "Regolamento 43(3)", "", false},
	{DistributeRegulation, AsSubManager, Informed, "Regolamento 43(3)", "", false},
	{DistributeRegulation, AsAuthorised, Informed, "Regolamento 43(3)", "", false},
	{DistributeRegulation, AsOfficer, Informed, "Regolamento 43(3)", "", false},

	{AppointOfficer, AsController, Owns, "Regolamento 8(1)", "GDPR 37(1)(a)", false},
	{AppointOfficer, AsManager, Helps, "Regolamento 5(4)", "", inAct},
	{TellGaranteOfficer, AsController, Owns, "Regolamento 8(4)", "GDPR 37(7)", false},
	{TellStaffOfficer, AsController, Owns, "Regolamento 8(4)", "", false},
	{TellStaffOfficer, AsManager, Informed, "Regolamento 8(4)", "", false},
	{TellStaffOfficer, AsSubManager, Informed, "Regolamento 8(4)", "", false},
	{TellStaffOfficer, AsAuthorised, Informed, "Regolamento 8(4)", "", false},
	{PublishNames, AsController, Owns, "Regolamento 5(3)", "Regolamento 8(5)", false},
	{ResourceOfficer, AsController, Owns, "Regolamento 8(3)", "GDPR 38(2)", false},
	{ResourceOfficer, AsManager, Does, "Regolamento 5(4)", "Regolamento 8(3)", inAct},
	{InvolveOfficer, AsController, Answers, "Regolamento 9(1)", "GDPR 38(1)", false},
	{InvolveOfficer, AsManager, Does, "Regolamento 5(4)", "GDPR 38(1)", inAct},
	{InvolveOfficer, AsOfficer, Informed, "Regolamento 9(1)", "GDPR 38(1)", false},
	{Advise, AsController, Informed, "Regolamento 9(1)", "GDPR 39(1)(a)", false},
	{Advise, AsManager, Informed, "Regolamento 9(1)", "GDPR 39(1)(a)", false},
	{Advise, AsSubManager, Informed, "Regolamento 9(1)", "GDPR 39(1)(a)", false},
	{Advise, AsAuthorised, Informed, "Regolamento 9(1)", "GDPR 39(1)(a)", false},
	{Advise, AsOfficer, Owns, "Regolamento 9(1)", "GDPR 39(1)(a)", inAct},
	{Monitor, AsController, Informed, "Regolamento 8(2)", "GDPR 38(3)", false},
	{Monitor, AsOfficer, Owns, "Regolamento 9(1)", "GDPR 39(1)(b)", inAct},
	{Cooperate, AsController, Answers, "GDPR 31", "", false},
	{Cooperate, AsProcessor, Helps, "GDPR 31", "", false},
	{Cooperate, AsOfficer, Does, "GDPR 39(1)(d)", "", inAct},
	{BeContactPoint, AsOfficer, Owns, "GDPR 39(1)(e)", "GDPR 38(4)", inAct},

	{KeepRegister, AsController, Answers, "Regolamento 16(1)", "GDPR 30(1)", false},
	{KeepRegister, AsManager, Does, "Regolamento 5(4)", "Regolamento 16(1)", inAct},
	{KeepRegister, AsOfficer, Helps, "Regolamento 9(1)", "", false},
	{KeepProcessorRegister, AsProcessor, Owns, "GDPR 30(2)", "", false},
	{ShowRegister, AsController, Owns, "Regolamento 16(3)", "GDPR 30(4)", false},

	{AnswerRequests, AsController, Answers, "Regolamento 17(3)", "GDPR 12(3)", false},
	{AnswerRequests, AsManager, Does, "Regolamento 5(4)", "", inAct},
	{AnswerRequests, AsSubManager, Helps, "Regolamento 6(1)", "", inAct},
	{AnswerRequests, AsProcessor, Helps, "Regolamento 7(2)", "GDPR 28(3)(e)", false},
	{AnswerRequests, AsOfficer, Helps, "GDPR 38(4)", "", false},
	{IdentifyRequester, AsController, Answers, "GDPR 12(6)", "", false},
	{IdentifyRequester, AsManager, Does, "Regolamento 17(4)", "GDPR 12(6)", false},
	{TellRecipients, AsController, Owns, "Regolamento 18(4)", "GDPR 19", false},

	{GiveNotice, AsController, Answers, "Regolamento 22(1)", "GDPR 13(1)", false},
	{GiveNotice, AsManager, Does, "Regolamento 6(3)", "", false},
	{GiveNotice, AsSubManager, Does, "Regolamento 6(1)", "GDPR 12(1)", inAct},
	{DisplaySigns, AsController, Owns, "Regolamento 24(1)", "GDPR 13", false},

	{Assess, AsController, Answers, "Regolamento 28(3)", "GDPR 35(1)", false},
	{Assess, AsManager, Does, "Regolamento 5(4)", "Regolamento 28(3)", inAct},
	{Assess, AsProcessor, Helps, "Regolamento 7(2)", "GDPR 28(3)(f)", false},
	{Assess, AsOfficer, Consulted, "Regolamento 28(1)", "GDPR 35(2)", false},
	{AdviseAssessment, AsController, Informed, "Regolamento 28(1)", "GDPR 35(2)", false},
	{AdviseAssessment, AsOfficer, Owns, "Regolamento 9(1)", "GDPR 39(1)(c)", inAct},
	{ConsultGarante, AsController, Owns, "Regolamento 28(4)", "GDPR 36(1)", false},
	{ConsultGarante, AsProcessor, Helps, "GDPR 28(3)(f)", "", false},
	{ConsultGarante, AsOfficer, Helps, "Regolamento 9(1)", "GDPR 39(1)(e)", inAct},

	{ApplyMeasures, AsController, Answers, "Regolamento 4(2)", "GDPR 32(1)", false},
	{ApplyMeasures, AsManager, Does, "Regolamento 5(4)", "", inAct},
	{ApplyMeasures, AsProcessor, Does, "Regolamento 7(2)", "GDPR 28(3)(c)", false},
	{FollowInstructions, AsManager, Answers, "Regolamento 6(3)", "GDPR 32(4)", false},
	{FollowInstructions, AsSubManager, Does, "Regolamento 6(1)", "GDPR 29", false},
	{FollowInstructions, AsAuthorised, Does, "Regolamento 31(1)", "GDPR 29", false},
	{FollowInstructions, AsProcessor, Does, "GDPR 28(3)(a)", "GDPR 29", false},
	{Audit, AsController, Answers, "Regolamento 33(1)", "GDPR 24(1)", false},
	{Audit, AsManager, Consulted, "Regolamento 34(1)", "", false},
	{Audit, AsSubManager, Consulted, "Regolamento 34(1)", "", false},
	{Audit, AsAuthorised, Consulted, "Regolamento 34(1)", "", false},
	{Audit, AsProcessor, Helps, "GDPR 28(3)(h)", "", false},
	{Audit, AsOfficer, Does, "Regolamento 33(2)", "GDPR 39(1)(b)", inAct},
	{MonitorHalfYearly, AsController, Answers, "Regolamento 35(1)", "", false},
	{MonitorHalfYearly, AsManager, Does, "Regolamento 35(1)", "", false},
	{MonitorHalfYearly, AsOfficer, Helps, "Regolamento 9(1)", "", false},
	{CorrectMeasures, AsController, Answers, "Regolamento 4(2)", "GDPR 24(1)", false},
	{CorrectMeasures, AsManager, Does, "Regolamento 35(2)", "", false},
	{CorrectMeasures, AsOfficer, Helps, "Regolamento 35(2)", "", false},

	{ReportBreach, AsController, Informed, "Regolamento 37(1)", "GDPR 33(2)", false},
	{ReportBreach, AsManager, Owns, "Regolamento 5(4)", "Regolamento 37(1)", inAct},
	{ReportBreach, AsProcessor, Does, "Regolamento 7(2)", "GDPR 33(2)", false},
	{AskOpinion, AsController, Answers, "GDPR 38(1)", "", false},
	{AskOpinion, AsManager, Does, "Regolamento 37(1)", "GDPR 38(1)", false},
	{AskOpinion, AsOfficer, Informed, "Regolamento 37(1)", "", false},
	{GiveOpinion, AsController, Informed, "Regolamento 37(2)", "", false},
	{GiveOpinion, AsOfficer, Owns, "Regolamento 9(1)", "GDPR 39(1)(a)", inAct},
	{DecideRisk, AsController, Owns, "Regolamento 37(3)", "GDPR 33(1)", false},
	{DecideRisk, AsManager, Helps, "Regolamento 37(2)", "", false},
	{DecideRisk, AsOfficer, Consulted, "Regolamento 9(1)", "", false},
	{NotifyGarante, AsController, Owns, "Regolamento 37(3)", "GDPR 33(1)", false},
	{NotifyGarante, AsManager, Helps, "Regolamento 5(4)", "", inAct},
	{NotifyGarante, AsProcessor, Helps, "Regolamento 7(2)", "GDPR 28(3)(f)", false},
	{TellPeople, AsController, Owns, "Regolamento 39(1)", "GDPR 34(1)", false},
	{TellPeople, AsManager, Helps, "Regolamento 5(4)", "", inAct},
	{TellPeople, AsProcessor, Helps, "Regolamento 7(2)", "GDPR 28(3)(f)", false},
	{KeepBreachRegister, AsController, Owns, "Regolamento 40(2)", "GDPR 33(5)", false},
	{KeepBreachRegister, AsManager, Helps, "Regolamento 40(1)", "", false},
	{KeepBreachRegister, AsOfficer, Consulted, "Regolamento 40(1)", "", false},
}
