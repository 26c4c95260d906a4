package roles

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Matter is a field in which tasks fall. The zero value is not given, and
// stands for every matter where one is asked for.
type Matter uint8

// The matters, in the order of the municipal regulation.
const (
	MatterOrganisation Matter = iota + 1 // who is who
	MatterOfficer                        // the data protection officer
	MatterRegister                       // records of processing
	MatterRequests                       // requests of data subjects
	MatterNotices                        // information given to people
	MatterAssessment                     // impact assessment and prior consultation
	MatterSecurity                       // measures and audit
	MatterBreach                         // personal data breaches
)

var matterNames = gdpr.Names{"", "organisation", "officer", "register", "requests", "notices", "assessment", "security", "breach"}

// String returns the matter's word: "breach".
func (m Matter) String() string { return matterNames.String(int(m)) }

// Label returns the matter's name in the language that [gdpr.Match] picks for tag.
func (m Matter) Label(tag language.Tag) string { return label(tag, "matter", m.String()) }

// MarshalText returns the matter's word.
func (m Matter) MarshalText() ([]byte, error) { return matterNames.Text(int(m)) }

// UnmarshalText reads the matter's word. An unknown word is a [*gdpr.InputError].
func (m *Matter) UnmarshalText(text []byte) error {
	i, err := matterNames.Parse(string(text))
	*m = Matter(i)
	return err
}

// Task is one thing that the law wants done. The zero value is not given. Who
// does it is told by [Task.Assignments].
type Task uint8

// The tasks, in the order of their matters.
const (
	Demonstrate Task = iota + 1 // adopt measures and be able to prove them
	Supervise                   // check that the written instructions are followed
	AgreeJointly
	AppointManagers
	AppointSubManagers
	TellMayor // of sub-managers appointed, changed or replaced
	AuthoriseStaff
	PrepareStaff // bind to confidentiality and train
	EngageProcessors
	EngageSubProcessors
	PublishRegulation
	DistributeRegulation

	AppointOfficer
	TellGaranteOfficer
	TellStaffOfficer
	PublishNames
	ResourceOfficer
	InvolveOfficer
	Advise
	Monitor
	Cooperate // with the Garante
	BeContactPoint

	KeepRegister
	KeepProcessorRegister
	ShowRegister

	AnswerRequests
	IdentifyRequester
	TellRecipients

	GiveNotice
	DisplaySigns

	Assess
	AdviseAssessment
	ConsultGarante

	ApplyMeasures
	FollowInstructions
	Audit
	MonitorHalfYearly
	CorrectMeasures

	ReportBreach
	AskOpinion
	GiveOpinion
	DecideRisk
	NotifyGarante
	TellPeople
	KeepBreachRegister
)

var taskNames = gdpr.Names{"",
	"demonstrate", "supervise", "agree jointly", "appoint managers", "appoint sub-managers", "tell mayor",
	"authorise staff", "prepare staff", "engage processors", "engage sub-processors", "publish regulation", "distribute regulation",
	"appoint officer", "tell garante of officer", "tell staff of officer", "publish names", "resource officer", "involve officer",
	"advise", "monitor", "cooperate", "be contact point",
	"keep register", "keep processor register", "show register",
	"answer requests", "identify requester", "tell recipients",
	"give notice", "display signs",
	"assess", "advise on assessment", "consult garante",
	"apply measures", "follow instructions", "audit", "monitor half-yearly", "correct measures",
	"report breach", "ask opinion", "give opinion", "decide risk", "notify garante", "tell people", "keep breach register",
}

// taskMatters says where each matter's tasks begin.
var taskMatters = [...]struct {
	first  Task
	matter Matter
}{
	{Demonstrate, MatterOrganisation},
	{AppointOfficer, MatterOfficer},
	{KeepRegister, MatterRegister},
	{AnswerRequests, MatterRequests},
	{GiveNotice, MatterNotices},
	{Assess, MatterAssessment},
	{ApplyMeasures, MatterSecurity},
	{ReportBreach, MatterBreach},
}

// String returns the task's word: "report breach".
func (t Task) String() string { return taskNames.String(int(t)) }

// Label returns what is to be done, in the language that [gdpr.Match] picks for tag.
func (t Task) Label(tag language.Tag) string { return label(tag, "task", t.String()) }

// MarshalText returns the task's word.
func (t Task) MarshalText() ([]byte, error) { return taskNames.Text(int(t)) }

// UnmarshalText reads the task's word. An unknown word is a [*gdpr.InputError].
func (t *Task) UnmarshalText(text []byte) error {
	i, err := taskNames.Parse(string(text))
	*t = Task(i)
	return err
}

// Matter returns the matter in which the task falls, or 0 for no task.
//
// Law: Regolamento 5(4); Regolamento 9(1).
func (t Task) Matter() Matter {
	var m Matter
	for _, from := range taskMatters {
		if t.known() && t >= from.first {
			m = from.matter
		}
	}
	return m
}

// Limit tells in words within which time the task is due, and which package of
// this library counts it, in the language that [gdpr.Match] picks for tag. It is
// "" where the law names no time.
//
// Law: Regolamento 17(3); Regolamento 29(3); Regolamento 35(1); Regolamento 37(1); Regolamento 37(3); GDPR 12(3); GDPR 33(1); GDPR 33(2); GDPR 34(1); GDPR 36(1).
func (t Task) Limit(tag language.Tag) string {
	switch t {
	case Supervise, PublishNames, TellGaranteOfficer, InvolveOfficer, ShowRegister, AnswerRequests, TellRecipients,
		GiveNotice, DisplaySigns, Assess, ConsultGarante, MonitorHalfYearly, ReportBreach, AskOpinion, NotifyGarante, TellPeople:
		return label(tag, "limit", t.String())
	}
	return ""
}

func (t Task) known() bool { return t >= Demonstrate && t <= KeepBreachRegister }
