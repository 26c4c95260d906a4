package roles

import (
	"golang.org/x/text/language"
)

// Matter is a field in which tasks fall. The zero value is not given, and
// stands for every matter where one is asked for.
type Matter uint8

// The matters, in the order of the municipal regulation.
//
//words:label roles.matter
const (
	MatterOrganisation Matter = iota + 1 // organisation: who is who
	MatterOfficer                        // officer: the data protection officer
	MatterRegister                       // register: records of processing
	MatterRequests                       // requests: requests of data subjects
	MatterNotices                        // notices: information given to people
	MatterAssessment                     // assessment: impact assessment and prior consultation
	MatterSecurity                       // security: measures and audit
	MatterBreach                         // breach: personal data breaches
)

// Task is one thing that the law wants done. The zero value is not given. Who
// does it is told by [Task.Assignments].
type Task uint8

// The tasks, in the order of their matters.
//
//words:label roles.task
const (
	Demonstrate          Task = iota + 1 // demonstrate: adopt measures and be able to prove them
	Supervise                            // supervise: check that the written instructions are followed
	AgreeJointly                         // agree_jointly
	AppointManagers                      // appoint_managers
	AppointSubManagers                   // appoint_sub_managers
	TellMayor                            // tell_mayor: of sub-managers appointed, changed or replaced
	AuthoriseStaff                       // authorise_staff
	PrepareStaff                         // prepare_staff: bind to confidentiality and train
	EngageProcessors                     // engage_processors
	EngageSubProcessors                  // engage_sub_processors
	PublishRegulation                    // publish_regulation
	DistributeRegulation                 // distribute_regulation

	AppointOfficer     // appoint_officer
	TellGaranteOfficer // tell_garante_of_officer
	TellStaffOfficer   // tell_staff_of_officer
	PublishNames       // publish_names
	ResourceOfficer    // resource_officer
	InvolveOfficer     // involve_officer
	Advise             // advise
	Monitor            // monitor
	Cooperate          // cooperate: with the Garante
	BeContactPoint     // be_contact_point

	KeepRegister          // keep_register
	KeepProcessorRegister // keep_processor_register
	ShowRegister          // show_register

	AnswerRequests    // answer_requests
	IdentifyRequester // identify_requester
	TellRecipients    // tell_recipients

	GiveNotice   // give_notice
	DisplaySigns // display_signs

	Assess           // assess
	AdviseAssessment // advise_on_assessment
	ConsultGarante   // consult_garante

	ApplyMeasures      // apply_measures
	FollowInstructions // follow_instructions
	Audit              // audit
	MonitorHalfYearly  // monitor_half_yearly
	CorrectMeasures    // correct_measures

	ReportBreach       // report_breach
	AskOpinion         // ask_opinion
	GiveOpinion        // give_opinion
	DecideRisk         // decide_risk
	NotifyGarante      // notify_garante
	TellPeople         // tell_people
	KeepBreachRegister // keep_breach_register
)

// taskMatters is the matter of each task.
var taskMatters = [taskCount]Matter{
	Demonstrate: MatterOrganisation, Supervise: MatterOrganisation, AgreeJointly: MatterOrganisation, AppointManagers: MatterOrganisation, AppointSubManagers: MatterOrganisation, TellMayor: MatterOrganisation, AuthoriseStaff: MatterOrganisation, PrepareStaff: MatterOrganisation, EngageProcessors: MatterOrganisation, EngageSubProcessors: MatterOrganisation, PublishRegulation: MatterOrganisation, DistributeRegulation: MatterOrganisation,
	AppointOfficer: MatterOfficer, TellGaranteOfficer: MatterOfficer, TellStaffOfficer: MatterOfficer, PublishNames: MatterOfficer, ResourceOfficer: MatterOfficer, InvolveOfficer: MatterOfficer, Advise: MatterOfficer, Monitor: MatterOfficer, Cooperate: MatterOfficer, BeContactPoint: MatterOfficer,
	KeepRegister: MatterRegister, KeepProcessorRegister: MatterRegister, ShowRegister: MatterRegister,
	AnswerRequests: MatterRequests, IdentifyRequester: MatterRequests, TellRecipients: MatterRequests,
	GiveNotice: MatterNotices, DisplaySigns: MatterNotices,
	Assess: MatterAssessment, AdviseAssessment: MatterAssessment, ConsultGarante: MatterAssessment,
	ApplyMeasures: MatterSecurity, FollowInstructions: MatterSecurity, Audit: MatterSecurity, MonitorHalfYearly: MatterSecurity, CorrectMeasures: MatterSecurity,
	ReportBreach: MatterBreach, AskOpinion: MatterBreach, GiveOpinion: MatterBreach, DecideRisk: MatterBreach, NotifyGarante: MatterBreach, TellPeople: MatterBreach, KeepBreachRegister: MatterBreach,
}

// Matter returns the matter in which the task falls, or 0 for no task.
//
// Law: Regolamento 5(4); Regolamento 9(1).
func (t Task) Matter() Matter {
	if !t.Valid() {
		return 0
	}
	return taskMatters[t]
}

// Limit tells in words within which time the task is due, in the language that
// [gdpr.Match] picks for tag. It names no figure that changes with the day or the
// regime: packages rights, breach, dpia and informativa count the days. It is ""
// where the law names no time.
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
