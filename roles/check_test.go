package roles_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/roles"
)

const (
	warning   = gdpr.Warning
	violation = gdpr.Violation
)

// defect breaks one requirement of the clean organisation.
type defect struct {
	code   gdpr.Code
	weight gdpr.Severity
	where  string
	plant  func(o *roles.Organisation)
}

// without returns the tasks but for one.
func without[T comparable](all []T, one T) []T {
	var rest []T
	for _, x := range all {
		if x != one {
			rest = append(rest, x)
		}
	}
	return rest
}

var tomorrow = today + 1

var defects = []defect{
	{roles.CodeControllerName, violation, "controller.name", func(o *roles.Organisation) { o.Controller.Name = " " }},
	{roles.CodeControllerMeasures, violation, "controller.measures", func(o *roles.Organisation) { o.Controller.Measures = "" }},
	{roles.CodeControllerSupervision, violation, "controller.supervised", func(o *roles.Organisation) { o.Controller.Supervised = 0 }},
	{roles.CodeControllerSupervision, violation, "controller.supervised", func(o *roles.Organisation) { o.Controller.Supervised = tomorrow }},
	{roles.CodeSupervisionLate, warning, "controller.supervised", func(o *roles.Organisation) { o.Controller.Supervised = date.New(2026, 5, 20) }},
	{roles.CodeSupervisionLate, warning, "controller.supervised", func(o *roles.Organisation) { o.Policy.SupervisionMonths = 1 }},
	{roles.CodePolicySupervision, warning, "policy.supervision_months", func(o *roles.Organisation) { o.Policy.SupervisionMonths = 13 }},
	{roles.CodeActScope, violation, "controller.delegates[0].act.scope", func(o *roles.Organisation) { o.Controller.Delegates[0].Act.Scope = "" }},
	{roles.CodeActForm, violation, "controller.delegates[0].act.form", func(o *roles.Organisation) { o.Controller.Delegates[0].Act.Form = roles.ByResolution }},
	{roles.CodeActExpired, violation, "controller.delegates[0].act.until", func(o *roles.Organisation) { o.Controller.Delegates[0].Act.Until = today - 1 }},
	{roles.CodeActSignerPowerless, warning, "controller.delegates[0].act.signer", func(o *roles.Organisation) { o.Controller.Delegates[0].Act.Signer = "greco" }},

	{roles.CodeAreaUncovered, violation, "areas[3]", func(o *roles.Organisation) {
		o.Areas = append(o.Areas, roles.Area{ID: "polizia", Name: "Polizia locale"})
	}},
	{roles.CodeAreaTwice, violation, "areas[0]", func(o *roles.Organisation) {
		twin := o.Managers[0]
		twin.Person, twin.Act.Appointee, twin.Published = "costa", "", o.Managers[1].Published
		o.Managers = append(o.Managers, twin)
	}},

	{roles.CodeActMissing, violation, "staff[0].act", func(o *roles.Organisation) { o.Staff[0].Act = roles.Act{} }},
	{roles.CodeActForm, violation, "managers[0].act.form", func(o *roles.Organisation) { o.Managers[0].Act.Form = roles.ByDetermination }},
	{roles.CodeActForm, violation, "sub_managers[0].act.form", func(o *roles.Organisation) { o.SubManagers[0].Act.Form = roles.ByDecree }},
	{roles.CodeActForm, violation, "officer.contract.form", func(o *roles.Organisation) { o.Officer.Contract.Form = roles.ByDecree }},
	{roles.CodeActForm, warning, "officer.designation.form", func(o *roles.Organisation) { o.Officer.Designation.Form = roles.ByLetter }},
	{roles.CodeActNumber, warning, "managers[2].act.number", func(o *roles.Organisation) { o.Managers[2].Act.Number = "" }},
	{roles.CodeActDate, violation, "managers[2].act.date", func(o *roles.Organisation) { o.Managers[2].Act.Date = 0 }},
	{roles.CodeActSigner, violation, "managers[2].act.signer", func(o *roles.Organisation) { o.Managers[2].Act.Signer = "" }},
	{roles.CodeActReasons, violation, "managers[2].act.reasons", func(o *roles.Organisation) { o.Managers[2].Act.Reasons = "\t" }},
	{roles.CodeActScope, violation, "managers[2].act.scope", func(o *roles.Organisation) { o.Managers[2].Act.Scope = "" }},
	{roles.CodeActScope, violation, "sub_managers[1].act.scope", func(o *roles.Organisation) { o.SubManagers[1].Act.Scope = "" }},
	{roles.CodeActScope, warning, "staff[1].act.scope", func(o *roles.Organisation) { o.Staff[1].Act.Scope = "" }},
	{roles.CodeActInstructions, violation, "managers[2].act.instructions", func(o *roles.Organisation) { o.Managers[2].Act.Instructions = "" }},
	{roles.CodeActInstructions, violation, "sub_managers[2].act.instructions", func(o *roles.Organisation) { o.SubManagers[2].Act.Instructions = "" }},
	{roles.CodeActInstructions, violation, "staff[2].act.instructions", func(o *roles.Organisation) { o.Staff[2].Act.Instructions = "" }},
	{roles.CodeActUntil, warning, "officer.contract.until", func(o *roles.Organisation) { o.Officer.Contract.Until, o.Officer.Designation.Until = 0, 0 }},
	{roles.CodeActExpired, violation, "staff[0].act.until", func(o *roles.Organisation) { o.Staff[0].Act.Until = today - 1 }},
	{roles.CodeActExpired, violation, "processors[0].contract.until", func(o *roles.Organisation) { o.Processors[0].Contract.Until = today - 1 }},
	{roles.CodeActExpired, violation, "arrangements[0].until", func(o *roles.Organisation) { o.Arrangements[0].Until = today - 1 }},
	{roles.CodeActNotYet, warning, "processors[0].contract.date", func(o *roles.Organisation) {
		o.Processors[0].Contract.Date, o.Processors[0].Contract.Until = tomorrow, tomorrow
	}},
	{roles.CodeActNotYet, warning, "arrangements[0].date", func(o *roles.Organisation) { o.Arrangements[0].Date = tomorrow }},
	{roles.CodeActNotYet, warning, "staff[0].act.date", func(o *roles.Organisation) { o.Staff[0].Act.Date = tomorrow }},
	{roles.CodeActAppointee, violation, "managers[0].act.appointee", func(o *roles.Organisation) { o.Managers[0].Act.Appointee = "Bianca Verdi" }},
	{roles.CodeActAppointee, violation, "officer.contract.appointee", func(o *roles.Organisation) { o.Officer.Contract.Appointee = "Giulia Serra" }},
	{roles.CodeActSignerPowerless, warning, "managers[0].act.signer", func(o *roles.Organisation) { o.Managers[0].Act.Signer = "neri" }},
	{roles.CodeActSignerPowerless, warning, "sub_managers[0].act.signer", func(o *roles.Organisation) { o.SubManagers[0].Act.Signer = "costa" }},
	{roles.CodeActSignerPowerless, warning, "staff[0].act.signer", func(o *roles.Organisation) { o.Staff[0].Act.Signer = "costa" }},
	{roles.CodeActSignerPowerless, warning, "processors[0].contract.signer", func(o *roles.Organisation) { o.Processors[0].Contract.Signer = "bruno" }},
	{roles.CodeActSignerPowerless, warning, "arrangements[0].signer", func(o *roles.Organisation) { o.Arrangements[0].Signer = "neri" }},

	{roles.CodeManagerOfficeHead, violation, "managers[1].office_head", func(o *roles.Organisation) { o.Managers[1].OfficeHead = gdpr.No }},
	{roles.CodeManagerOfficeHead, warning, "managers[1].office_head", func(o *roles.Organisation) { o.Managers[1].OfficeHead = gdpr.Unknown }},
	{roles.CodeManagerKnowledge, violation, "managers[1].knowledge", func(o *roles.Organisation) { o.Managers[1].Knowledge = gdpr.No }},
	{roles.CodeManagerExperience, violation, "managers[1].experience", func(o *roles.Organisation) { o.Managers[1].Experience = gdpr.No }},
	{roles.CodeManagerCapacity, violation, "managers[1].capacity", func(o *roles.Organisation) { o.Managers[1].Capacity = gdpr.No }},
	{roles.CodeManagerReliability, violation, "managers[1].reliability", func(o *roles.Organisation) { o.Managers[1].Reliability = gdpr.No }},
	{roles.CodePublication, violation, "managers[1].published", func(o *roles.Organisation) { o.Managers[1].Published = roles.Publication{} }},
	{roles.CodePublication, violation, "managers[1].published", func(o *roles.Organisation) { o.Managers[1].Published.On = tomorrow }},
	{roles.CodePublicationName, violation, "managers[1].published.name", func(o *roles.Organisation) { o.Managers[1].Published.Name = "" }},
	{roles.CodePublicationName, violation, "officer.published.name", func(o *roles.Organisation) { o.Officer.Published.Name = "Mario Serra" }},
	{roles.CodePublicationPEC, violation, "managers[1].published.pec", func(o *roles.Organisation) { o.Managers[1].Published.PEC = " " }},
	{roles.CodePublicationPEC, violation, "officer.published.pec", func(o *roles.Organisation) { o.Officer.Published.PEC = "altro@pec.example" }},

	{roles.CodeSectorTwice, warning, "sub_managers[3].sector", func(o *roles.Organisation) {
		twin := o.SubManagers[2]
		twin.Person = "bruno"
		o.SubManagers = append(o.SubManagers, twin)
	}},
	{roles.CodeMayorNotTold, violation, "sub_managers[0].communicated", func(o *roles.Organisation) { o.SubManagers[0].Communicated = 0 }},
	{roles.CodeMayorNotTold, violation, "sub_managers[0].communicated", func(o *roles.Organisation) { o.SubManagers[0].Communicated = o.SubManagers[0].Act.Date - 1 }},
	{roles.CodeChangeNotTold, violation, "sub_managers[0].communicated", func(o *roles.Organisation) { o.SubManagers[0].Changed = o.SubManagers[0].Communicated + 1 }},
	{roles.CodeConfidentiality, violation, "sub_managers[0].confidential", func(o *roles.Organisation) { o.SubManagers[0].Confidential = gdpr.No }},
	{roles.CodeConfidentiality, warning, "staff[0].confidential", func(o *roles.Organisation) { o.Staff[0].Confidential = gdpr.Unknown }},
	{roles.CodeTraining, violation, "staff[0].trained", func(o *roles.Organisation) { o.Staff[0].Trained = gdpr.No }},

	{roles.CodeProcessorName, violation, "processors[0].name", func(o *roles.Organisation) { o.Processors[0].Name = "" }},
	{roles.CodeProcessorChosen, warning, "processors[0].guarantees", func(o *roles.Organisation) { o.Processors[0].Guarantees = gdpr.Unknown }},
	{roles.CodeProcessorDecides, violation, "processors[0].decides", func(o *roles.Organisation) { o.Processors[0].Decides = gdpr.Yes }},
	{roles.CodeSubUnauthorised, violation, "processors[1].authorised.date", func(o *roles.Organisation) { o.Processors[1].Authorised = roles.Authorisation{} }},
	{roles.CodeSubUnauthorised, violation, "processors[1].authorised.date", func(o *roles.Organisation) {
		o.Processors[1].Authorised.Date = o.Processors[1].Contract.Date + 1
	}},
	{roles.CodeSubNotTold, violation, "processors[1].authorised.told", func(o *roles.Organisation) { o.Processors[1].Authorised.Told = 0 }},

	{roles.CodeContractMissing, violation, "processors[0].contract", func(o *roles.Organisation) { o.Processors[0].Contract = roles.Contract{} }},
	{roles.CodeContractForm, violation, "processors[0].contract.form", func(o *roles.Organisation) { o.Processors[0].Contract.Form = roles.ByDetermination }},
	{roles.CodeContractDate, warning, "processors[0].contract.date", func(o *roles.Organisation) { o.Processors[0].Contract.Date = 0 }},
	{roles.CodeContractLate, violation, "processors[0].contract.begins", func(o *roles.Organisation) {
		o.Processors[0].Contract.Begins = o.Processors[0].Contract.Date - 1
	}},
	{roles.CodeContractSubject, violation, "processors[0].contract.subject", func(o *roles.Organisation) { o.Processors[0].Contract.Subject = "" }},
	{roles.CodeContractDuration, violation, "processors[0].contract.duration", func(o *roles.Organisation) { o.Processors[0].Contract.Until = 0 }},
	{roles.CodeContractNature, violation, "processors[0].contract.nature", func(o *roles.Organisation) { o.Processors[0].Contract.Nature = "" }},
	{roles.CodeContractPurpose, violation, "processors[0].contract.purpose", func(o *roles.Organisation) { o.Processors[0].Contract.Purpose = "" }},
	{roles.CodeContractData, violation, "processors[0].contract.data", func(o *roles.Organisation) { o.Processors[0].Contract.Data = []string{" "} }},
	{roles.CodeContractSubjects, violation, "processors[0].contract.subjects", func(o *roles.Organisation) { o.Processors[0].Contract.Subjects = nil }},
	{roles.CodeContractRights, violation, "processors[0].contract.rights", func(o *roles.Organisation) { o.Processors[0].Contract.Rights = "" }},
	{roles.CodeContractDuties, violation, "processors[0].contract.duties", func(o *roles.Organisation) { o.Processors[0].Contract.Duties = "" }},
	{roles.CodeContractModes, violation, "processors[0].contract.modes", func(o *roles.Organisation) { o.Processors[0].Contract.Modes = "" }},

	{roles.CodeArrangementPartners, violation, "arrangements[0].partners", func(o *roles.Organisation) { o.Arrangements[0].Partners = nil }},
	{roles.CodeArrangementPurpose, violation, "arrangements[0].purpose", func(o *roles.Organisation) { o.Arrangements[0].Purpose = "" }},
	{roles.CodeArrangementDate, warning, "arrangements[0].date", func(o *roles.Organisation) { o.Arrangements[0].Date = 0 }},
	{roles.CodeArrangementRights, violation, "arrangements[0].rights", func(o *roles.Organisation) { o.Arrangements[0].Rights = "" }},
	{roles.CodeArrangementNotices, violation, "arrangements[0].notices", func(o *roles.Organisation) { o.Arrangements[0].Notices = "" }},
	{roles.CodeArrangementDuties, violation, "arrangements[0].duties", func(o *roles.Organisation) { o.Arrangements[0].Duties = "" }},
	{roles.CodeArrangementContact, gdpr.Advice, "arrangements[0].contact", func(o *roles.Organisation) { o.Arrangements[0].Contact = "" }},
	{roles.CodeArrangementEssence, violation, "arrangements[0].essence", func(o *roles.Organisation) { o.Arrangements[0].Essence = tomorrow }},
	{roles.CodeArrangementEssence, violation, "arrangements[0].essence", func(o *roles.Organisation) { o.Arrangements[0].Essence = 0 }},
	{roles.CodeArrangementAgainstEach, violation, "arrangements[0].against_each", func(o *roles.Organisation) { o.Arrangements[0].AgainstEach = gdpr.No }},
	{roles.CodeArrangementAgainstEach, warning, "arrangements[0].against_each", func(o *roles.Organisation) { o.Arrangements[0].AgainstEach = gdpr.Unknown }},

	{roles.CodeOfficerMissing, violation, "officer", func(o *roles.Organisation) { o.Officer = roles.Officer{} }},
	{roles.CodeOfficerExternal, violation, "officer.external", func(o *roles.Organisation) { o.Officer.External = gdpr.No }},
	{roles.CodeOfficerExternal, warning, "officer.external", func(o *roles.Organisation) {
		o.Policy.InternalOfficer = true
		o.Officer.External = gdpr.Unknown
	}},
	{roles.CodeOfficerExpert, violation, "officer.expert", func(o *roles.Organisation) { o.Officer.Expert = gdpr.No }},
	{roles.CodeOfficerDecides, violation, "officer.conflicts.decides", func(o *roles.Organisation) { o.Officer.Conflicts.Decides = gdpr.Yes }},
	{roles.CodeOfficerDecides, warning, "officer.conflicts.decides", func(o *roles.Organisation) { o.Officer.Conflicts.Decides = gdpr.Unknown }},
	{roles.CodeOfficerSupplier, violation, "officer.conflicts.supplier", func(o *roles.Organisation) { o.Officer.Conflicts.Supplier = gdpr.Yes }},
	{roles.CodeOfficerSupplier, warning, "officer.conflicts.supplier", func(o *roles.Organisation) { o.Officer.Conflicts.Supplier = gdpr.Unknown }},
	{roles.CodeOfficerSupplier, violation, "officer.conflicts.supplier", func(o *roles.Organisation) { o.Processors[0].Name = "STUDIO DATI E DIRITTI S.R.L." }},
	{roles.CodeOfficerCounsel, violation, "officer.conflicts.counsel", func(o *roles.Organisation) { o.Officer.Conflicts.Counsel = gdpr.Yes }},
	{roles.CodeOfficerAntiCorruption, warning, "officer.conflicts.anti_corruption", func(o *roles.Organisation) { o.Officer.Conflicts.AntiCorruption = gdpr.Yes }},
	{roles.CodeOfficerOtherRole, violation, "officer.person", func(o *roles.Organisation) {
		o.SubManagers[0].Person, o.SubManagers[0].Act.Appointee = "serra", ""
	}},
	{roles.CodeOfficerOtherRole, violation, "officer.person", func(o *roles.Organisation) { officerIs(o, "costa") }},
	{roles.CodeOfficerOtherRole, violation, "officer.person", func(o *roles.Organisation) { officerIs(o, "ferrante") }},
	{roles.CodeOfficerOtherRole, violation, "officer.person", func(o *roles.Organisation) { officerIs(o, "greco") }},
	{roles.CodeOfficerSecretary, warning, "officer.person", func(o *roles.Organisation) {
		o.Controller.Delegates = nil
		officerIs(o, "greco")
	}},
	{roles.CodeOfficerSystems, warning, "officer.person", func(o *roles.Organisation) {
		o.Others = []roles.Appointment{{Role: roles.AsSecurityOfficer, Person: "serra"}}
	}},
	{roles.CodeOfficerAntiCorruption, warning, "officer.conflicts.anti_corruption", func(o *roles.Organisation) {
		o.Others = []roles.Appointment{{Role: roles.AsRPCT, Person: "serra"}}
	}},
	{roles.CodeOfficerEmployed, violation, "officer.employer", func(o *roles.Organisation) { o.Officer.Employer = "Nuvola Servizi S.r.l." }},
	{roles.CodeOfficerShared, warning, "officer.shared.suited", func(o *roles.Organisation) {
		o.Officer.Shared = roles.Shared{With: []string{"Unione delle Terme"}}
	}},
	{roles.CodeOfficerShared, violation, "officer.shared.suited", func(o *roles.Organisation) {
		o.Officer.Shared = roles.Shared{With: []string{"Unione delle Terme"}, Suited: gdpr.No}
	}},
	{roles.CodeOfficerUnnamed, warning, "officer.garante.name", func(o *roles.Organisation) { o.Officer.Garante.Name = " " }},
	{roles.CodeOfficerPerson, warning, "officer.person", func(o *roles.Organisation) {
		o.Officer.Person = ""
		o.Officer.Published.Name, o.Officer.Garante.Name = o.Officer.Firm, o.Officer.Firm
	}},
	{roles.CodeAdministratorAct, violation, "others[0].act", func(o *roles.Organisation) {
		o.Others = administrator(func(a *roles.Appointment) { a.Act = roles.Act{} })
	}},
	{roles.CodeAdministratorScope, violation, "others[0].act.scope", func(o *roles.Organisation) { o.Others = administrator(func(a *roles.Appointment) { a.Act.Scope = "" }) }},
	{roles.CodeAdministratorReliable, violation, "others[0].reliable", func(o *roles.Organisation) {
		o.Others = administrator(func(a *roles.Appointment) { a.Reliable = gdpr.No })
	}},
	{roles.CodeAdministratorReliable, warning, "others[0].reliable", func(o *roles.Organisation) {
		o.Others = administrator(func(a *roles.Appointment) { a.Reliable = gdpr.Unknown })
	}},
	{roles.CodeAdministratorReviewed, warning, "others[0].reviewed", func(o *roles.Organisation) {
		o.Others = administrator(func(a *roles.Appointment) { a.Reviewed = date.New(2025, 11, 21) }) // a Friday
	}},
	{roles.CodeAdministratorLogs, violation, "others[0].log_months", func(o *roles.Organisation) { o.Others = administrator(func(a *roles.Appointment) { a.LogMonths = 5 }) }},
	{roles.CodeAdministratorLogs, warning, "others[0].log_months", func(o *roles.Organisation) { o.Others = administrator(func(a *roles.Appointment) { a.LogMonths = 0 }) }},
	{roles.CodeReportsAct, warning, "others[0].act", func(o *roles.Organisation) {
		o.Others = []roles.Appointment{{Role: roles.AsWhistleblowing, Person: "serra", Act: roles.Act{Form: roles.ByDecree, Date: date.New(2026, 1, 12), Instructions: "n/d"}}}
	}},
	{roles.CodeAdherenceApproved, warning, "adherences[0].approved", func(o *roles.Organisation) {
		o.Adherences = certified(func(a *roles.Adherence) { a.Approved = gdpr.No })
	}},
	{roles.CodeAdherenceMonitor, warning, "adherences[0].monitor", func(o *roles.Organisation) { o.Adherences = certified(func(a *roles.Adherence) { a.Monitor = "" }) }},
	{roles.CodeAdherenceUntil, warning, "adherences[0].until", func(o *roles.Organisation) { o.Adherences = certified(func(a *roles.Adherence) { a.Until = 0 }) }},
	{roles.CodeAdherenceLong, warning, "adherences[0].until", func(o *roles.Organisation) { o.Adherences = certified(func(a *roles.Adherence) { a.Until++ }) }},
	{roles.CodeAdherenceExpired, warning, "processors[0].adherences[0].until", func(o *roles.Organisation) {
		o.Processors[0].Adherences = certified(func(a *roles.Adherence) { a.From, a.Until = a.From-300, today-1 })
	}},
	{roles.CodeOfficerSecrecy, warning, "officer.secrecy", func(o *roles.Organisation) { o.Officer.Secrecy = gdpr.Unknown }},
	{roles.CodeOfficerReports, violation, "officer.reports", func(o *roles.Organisation) { o.Officer.Reports = gdpr.No }},
	{roles.CodeOfficerResources, violation, "officer.resources", func(o *roles.Organisation) { o.Officer.Resources = gdpr.No }},
	{roles.CodeOfficerPlanned, warning, "officer.planned", func(o *roles.Organisation) { o.Officer.Planned = gdpr.No }},
	{roles.CodeOfficerInvolved, violation, "officer.involved", func(o *roles.Organisation) { o.Officer.Involved = gdpr.No }},
	{roles.CodeOfficerInstructed, violation, "officer.instructed", func(o *roles.Organisation) { o.Officer.Instructed = gdpr.Yes }},
	{roles.CodeOfficerPenalised, warning, "officer.penalised", func(o *roles.Organisation) { o.Officer.Penalised = gdpr.Unknown }},
	{roles.CodeOfficerGarante, violation, "officer.garante.on", func(o *roles.Organisation) { o.Officer.Garante = roles.Notified{} }},
	{roles.CodeOfficerChannel, violation, "officer.garante.online", func(o *roles.Organisation) { o.Officer.Garante.Online = gdpr.No }},
	{roles.CodeOfficerName, violation, "officer.garante.name", func(o *roles.Organisation) { o.Officer.Garante.Name = "Bianca Neri" }},
	{roles.CodeOfficerTerm, warning, "officer.designation.until", func(o *roles.Organisation) { o.Officer.Designation.Until++ }},
	{roles.CodeOfficerStaff, violation, "officer.staff_told", func(o *roles.Organisation) { o.Officer.StaffTold = 0 }},

	{roles.CodeDistributionPublished, violation, "distribution.published", func(o *roles.Organisation) { o.Distribution.Published = 0 }},
	{roles.CodeDistributionForms, violation, "distribution.forms", func(o *roles.Organisation) { o.Distribution.Forms = tomorrow }},
	{roles.CodeDistributionSecretary, violation, "distribution.secretary", func(o *roles.Organisation) { o.Distribution.Secretary = 0 }},
	{roles.CodeDistributionOfficer, violation, "distribution.officer", func(o *roles.Organisation) { o.Distribution.Officer = 0 }},
	{roles.CodeDistributionManagers, violation, "distribution.managers", func(o *roles.Organisation) { o.Distribution.Managers = 0 }},
	{roles.CodeDistributionSubManagers, violation, "distribution.sub_managers", func(o *roles.Organisation) { o.Distribution.SubManagers = 0 }},
	{roles.CodeDistributionStaff, violation, "distribution.staff", func(o *roles.Organisation) { o.Distribution.Staff = 0 }},
}

// administrator returns a system administrator in order (Garante, 27 November
// 2008), after a change.
func administrator(change func(*roles.Appointment)) []roles.Appointment {
	a := roles.Appointment{Role: roles.AsAdministrator, Person: "conti", Reliable: gdpr.Yes, Reviewed: date.New(2025, 11, 24), LogMonths: 6,
		Act: roles.Act{Form: roles.ByLetter, Date: date.New(2025, 1, 7), Scope: "rete e banche dati", Signer: "ferrante"}}
	change(&a)
	return []roles.Appointment{a}
}

// certified returns a certificate of three years (GDPR 42(7)), after a change.
func certified(change func(*roles.Adherence)) []roles.Adherence {
	a := roles.Adherence{Kind: roles.Certification, Name: "Sigillo", Approved: gdpr.Yes, Monitor: "Ente certificatore",
		From: date.New(2025, 1, 7), Until: date.New(2028, 1, 7)}
	change(&a)
	return []roles.Adherence{a}
}

// officerIs makes a person the officer, published and communicated as such.
func officerIs(o *roles.Organisation, person string) {
	for _, p := range o.People {
		if p.ID == person {
			o.Officer.Person = person
			o.Officer.Published.Name, o.Officer.Garante.Name = p.Name, p.Name
			if p.PEC != "" {
				o.Officer.Published.PEC = p.PEC
			}
		}
	}
}

// TestEachRequirement breaks one requirement at a time of an organisation that
// is in order, and expects that finding and no other.
func TestEachRequirement(t *testing.T) {
	all := append([]defect(nil), defects...)
	for a := range roles.AsManager.InAct() {
		all = append(all, defect{roles.CodeTaskMissing(a.Task), violation, "managers[0].act.tasks",
			func(o *roles.Organisation) { o.Managers[0].Act.Tasks = without(o.Managers[0].Act.Tasks, a.Task) }})
	}
	for a := range roles.AsSubManager.InAct() {
		all = append(all, defect{roles.CodeTaskMissing(a.Task), violation, "sub_managers[0].act.tasks",
			func(o *roles.Organisation) { o.SubManagers[0].Act.Tasks = without(o.SubManagers[0].Act.Tasks, a.Task) }})
	}
	for a := range roles.AsOfficer.InAct() {
		all = append(all, defect{roles.CodeTaskMissing(a.Task), violation, "officer.contract.tasks",
			func(o *roles.Organisation) { o.Officer.Contract.Tasks = without(o.Officer.Contract.Tasks, a.Task) }})
	}
	for _, c := range roles.Clauses() {
		all = append(all, defect{roles.CodeClauseMissing(c), violation, "processors[0].contract.clauses",
			func(o *roles.Organisation) { o.Processors[0].Contract.Clauses = without(roles.Clauses(), c) }})
	}
	for _, d := range all {
		o := clean(t)
		d.plant(o)
		found := check(t, o)
		require.Len(t, found, 1, "%s at %s: %s", d.code, d.where, found)
		require.Equal(t, d.code, found[0].Code)
		require.Equal(t, d.weight, found[0].Severity, "%s", found)
		require.Equal(t, d.where, found[0].Where)
		require.NotEmpty(t, found[0].Provisions)
		for _, p := range found[0].Provisions {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err)
		}
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotContains(t, found[0].Message(tag), "%!")
			require.NotEqual(t, string(found[0].Code), found[0].Message(tag))
		}
	}
}

// Some defects can't come alone.
func TestRequirementsThatComeTogether(t *testing.T) {
	tests := []struct {
		name  string
		plant func(o *roles.Organisation)
		want  []gdpr.Code
	}{
		{"no Mayor: nobody signs for the controller", func(o *roles.Organisation) { o.Controller.Representative = "" },
			[]gdpr.Code{roles.CodeControllerRepresentative, roles.CodeActSignerPowerless}},
		{"a manager's act ends: the area is uncovered", func(o *roles.Organisation) { o.Managers[1].Act.Until = today - 1 },
			[]gdpr.Code{roles.CodeAreaUncovered, roles.CodeActExpired, roles.CodeActSignerPowerless}},
		{"a manager's act is of tomorrow: the area is uncovered", func(o *roles.Organisation) { o.Managers[1].Act.Date = tomorrow },
			[]gdpr.Code{roles.CodeAreaUncovered, roles.CodeActNotYet, roles.CodeActSignerPowerless}},
		{"a firm without a person", func(o *roles.Organisation) { o.Officer.Person = "" },
			[]gdpr.Code{roles.CodeOfficerPerson, roles.CodePublicationName, roles.CodeOfficerName}},
		{"a head of area is the officer", func(o *roles.Organisation) { officerIs(o, "neri"); o.Officer.External = gdpr.No },
			[]gdpr.Code{roles.CodeOfficerExternal, roles.CodeOfficerOtherRole}},
	}
	for _, tt := range tests {
		o := clean(t)
		tt.plant(o)
		seen := map[gdpr.Code]bool{}
		for _, f := range check(t, o) {
			seen[f.Code] = true
		}
		for _, code := range tt.want {
			require.True(t, seen[code], "%s: %s", tt.name, code)
			delete(seen, code)
		}
		require.Empty(t, seen, tt.name)
	}
}

// What the rules allow besides the usual.
func TestAllowed(t *testing.T) {
	tests := map[string]func(o *roles.Organisation){
		"managers designated by resolution of the Giunta, which nobody signs alone": func(o *roles.Organisation) {
			o.Managers[0].Act.Form, o.Managers[0].Act.Signer = roles.ByResolution, ""
		},
		"a delegate signs for the Mayor":         func(o *roles.Organisation) { o.Managers[0].Act.Signer = "greco" },
		"a manager signs a processor's contract": func(o *roles.Organisation) { o.Processors[0].Contract.Signer = "costa" },
		"a processor bound by another legal act": func(o *roles.Organisation) { o.Processors[0].Contract.Form = roles.ByLegalAct },
		"a duration in words": func(o *roles.Organisation) {
			o.Processors[0].Contract.Until, o.Processors[0].Contract.Duration = 0, "quanto il servizio"
		},
		"specific leave for a sub-processor, told of by itself": func(o *roles.Organisation) {
			o.Processors[1].Authorised.General, o.Processors[1].Authorised.Told = false, 0
		},
		"leave on the day of the contract": func(o *roles.Organisation) { o.Processors[1].Authorised.Date = o.Processors[1].Contract.Date },
		"staff authorised by the Mayor":    func(o *roles.Organisation) { o.Staff[0].Act.Signer = "ferrante" },
		"a year between two checks": func(o *roles.Organisation) {
			o.Policy.SupervisionMonths = 12
		},
		"an administrator designated and checked within the year": func(o *roles.Organisation) {
			o.Others = administrator(func(*roles.Appointment) {})
		},
		"a certificate of three years, a code of public bodies that nobody monitors (GDPR 41(6))": func(o *roles.Organisation) {
			o.Adherences = append(certified(func(*roles.Adherence) {}), roles.Adherence{Kind: roles.CodeOfConduct, Name: "Codice", Approved: gdpr.Yes})
		},
		"an officer shared with another body, as size and organisation allow": func(o *roles.Organisation) {
			o.Officer.Shared = roles.Shared{With: []string{"Unione delle Terme"}, Suited: gdpr.Yes}
		},
		"an officer employed by a firm that supplies nothing": func(o *roles.Organisation) { o.Officer.Employer = "Altra S.r.l." },
		"the duties of joint controllers shared out by law (GDPR 26(1))": func(o *roles.Organisation) {
			o.Arrangements[0] = roles.Arrangement{Partners: []string{"Regione"}, Purpose: "anagrafe", ByLaw: "Own 3", AgainstEach: gdpr.Yes}
		},
		"staff authorised in whatever way (Codice 2-quaterdecies(2))": func(o *roles.Organisation) { o.Staff[0].Act.Form = roles.ByContract },
		"staff authorised by determina":                               func(o *roles.Organisation) { o.Staff[0].Act.Form = roles.ByDetermination },
		"a title before the name, the name turned round":              func(o *roles.Organisation) { o.Managers[0].Published.Name = "dott.ssa NERI Bianca" },
		"no PEC on file to hold the published one against":            func(o *roles.Organisation) { o.People[3].PEC = "" },
		"the firm's name published and communicated": func(o *roles.Organisation) {
			o.Officer.Published.Name, o.Officer.Garante.Name = o.Officer.Firm, o.Officer.Firm
		},
		"one person heads two areas": func(o *roles.Organisation) {
			o.Managers[1].Person, o.Managers[1].Act.Appointee, o.Managers[1].Published = "neri", "", o.Managers[0].Published
			o.Staff[1].Act.Signer = "neri"
		},
		"the last day of effect":     func(o *roles.Organisation) { o.Managers[0].Act.Until = today },
		"an act of today":            func(o *roles.Organisation) { o.Managers[0].Act.Date = today; o.Managers[0].Published.On = today },
		"supervision six months ago": func(o *roles.Organisation) { o.Controller.Supervised = date.New(2026, 5, 22) },
		"supervision within the policy": func(o *roles.Organisation) {
			o.Policy.SupervisionMonths = 12
			o.Controller.Supervised = date.New(2025, 11, 22)
		},
		"no processors and no joint controllers": func(o *roles.Organisation) { o.Processors, o.Arrangements = nil, nil },
		"the Mayor told on the day of the act":   func(o *roles.Organisation) { o.SubManagers[0].Communicated = o.SubManagers[0].Act.Date },
		"not said whether the officer is RPCT":   func(o *roles.Organisation) { o.Officer.Conflicts.AntiCorruption = gdpr.Unknown },
		"not said whether a processor decides":   func(o *roles.Organisation) { o.Processors[0].Decides = gdpr.Unknown },
		"the officer is a natural person": func(o *roles.Organisation) {
			o.Officer.Firm, o.Officer.Contract.Appointee, o.Officer.Designation.Appointee = "", "Giulia Serra", ""
		},
		"an internal officer where the Comune's rules allow one, without a service contract": func(o *roles.Organisation) {
			o.Policy.InternalOfficer = true
			o.Officer.External = gdpr.No
			o.Officer.Designation.Tasks = o.Officer.Contract.Tasks
			o.Officer.Contract = roles.Act{}
		},
	}
	for name, allow := range tests {
		o := clean(t)
		allow(o)
		require.Empty(t, check(t, o), name)
	}
}

func TestInternalOfficersDesignationListsTheTasks(t *testing.T) {
	o := clean(t)
	o.Policy.InternalOfficer, o.Officer.External, o.Officer.Contract = true, gdpr.No, roles.Act{}
	found := check(t, o)
	require.Len(t, found, 8)
	require.Equal(t, "officer.designation.tasks", found[0].Where)
}

func TestWithoutADayNothingIsLate(t *testing.T) {
	o := clean(t)
	o.Controller.Supervised = date.New(2001, 1, 1)
	o.Managers[0].Act.Until = date.New(2026, 3, 3)
	o.Processors[0].Contract.Until = date.New(2026, 3, 3)
	o.Arrangements[0].Until = date.New(2026, 3, 3)
	found, err := o.Check(0)
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestSupervisionIsLateAfterItsLastDay(t *testing.T) {
	o := clean(t)
	o.Controller.Supervised = date.New(2026, 5, 20) // six months end on Friday 20 November
	for day, late := range map[int]bool{20: false, 21: true} {
		found, err := o.Check(date.New(2026, 11, day))
		require.NoError(t, err)
		require.Equal(t, late, found.Has(roles.CodeSupervisionLate), day)
	}
}

func TestSupervisionMessage(t *testing.T) {
	o := clean(t)
	o.Controller.Supervised = date.New(2026, 5, 8)
	found := check(t, o)
	require.Equal(t, "l'ultima verifica sulle istruzioni è dell'8 maggio 2026, più di 6 mesi fa", found[0].Message(language.Italian))
	o.Policy.SupervisionMonths = 1
	require.Equal(t, "the last check on the instructions is of 8 May 2026, more than 1 month ago", check(t, o)[0].Message(language.English))
}

func TestInputsWithoutMeaning(t *testing.T) {
	tests := []struct {
		field string
		fault gdpr.Fault
		plant func(o *roles.Organisation)
	}{
		{"policy.regime", gdpr.FaultName, func(o *roles.Organisation) { o.Policy.Regime = 9 }},
		{"others[0].role", gdpr.FaultMissing, func(o *roles.Organisation) { o.Others = []roles.Appointment{{Person: "conti"}} }},
		{"others[0].role", gdpr.FaultName, func(o *roles.Organisation) {
			o.Others = []roles.Appointment{{Role: roles.AsManager, Person: "conti"}}
		}},
		{"others[0].person", gdpr.FaultReference, func(o *roles.Organisation) {
			o.Others = []roles.Appointment{{Role: roles.AsReferent, Person: "x"}}
		}},
		{"others[0].log_months", gdpr.FaultRange, func(o *roles.Organisation) {
			o.Others = []roles.Appointment{{Role: roles.AsAdministrator, Person: "conti", LogMonths: -1}}
		}},
		{"adherences[0].kind", gdpr.FaultMissing, func(o *roles.Organisation) { o.Adherences = []roles.Adherence{{}} }},
		{"adherences[0].until", gdpr.FaultOrder, func(o *roles.Organisation) {
			o.Adherences = []roles.Adherence{{Kind: roles.CodeOfConduct, From: 2, Until: 1}}
		}},
		{"processors[0].adherences[0].kind", gdpr.FaultName, func(o *roles.Organisation) {
			o.Processors[0].Adherences = []roles.Adherence{{Kind: 9}}
		}},
		{"policy.supervision_months", gdpr.FaultRange, func(o *roles.Organisation) { o.Policy.SupervisionMonths = -1 }},
		{"people[1].id", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.People[1].ID = "ferrante" }},
		{"people[0].id", gdpr.FaultMissing, func(o *roles.Organisation) { o.People[0].ID = "" }},
		{"areas[2].id", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.Areas[2].ID = "aagg" }},
		{"areas[0].sectors[1].id", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.Areas[0].Sectors[1].ID = "protocollo" }},
		{"areas[2].sectors[0].id", gdpr.FaultMissing, func(o *roles.Organisation) { o.Areas[2].Sectors[0].ID = "" }},
		{"processors[1].id", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.Processors[1].ID = "nuvola" }},
		{"controller.representative", gdpr.FaultReference, func(o *roles.Organisation) { o.Controller.Representative = "x" }},
		{"controller.secretary", gdpr.FaultReference, func(o *roles.Organisation) { o.Controller.Secretary = "x" }},
		{"controller.supervised", gdpr.FaultRange, func(o *roles.Organisation) { o.Controller.Supervised = math.MaxInt32 }},
		{"controller.delegates[0].person", gdpr.FaultReference, func(o *roles.Organisation) { o.Controller.Delegates[0].Person = "x" }},
		{"controller.delegates[0].act.signer", gdpr.FaultReference, func(o *roles.Organisation) { o.Controller.Delegates[0].Act.Signer = "x" }},
		{"managers[0].person", gdpr.FaultMissing, func(o *roles.Organisation) { o.Managers[0].Person = "" }},
		{"managers[0].area", gdpr.FaultReference, func(o *roles.Organisation) { o.Managers[0].Area = "x" }},
		{"managers[0].act.form", gdpr.FaultName, func(o *roles.Organisation) { o.Managers[0].Act.Form = 99 }},
		{"managers[0].act.tasks[2]", gdpr.FaultName, func(o *roles.Organisation) { o.Managers[0].Act.Tasks[2] = 99 }},
		{"managers[0].act.tasks[0]", gdpr.FaultMissing, func(o *roles.Organisation) { o.Managers[0].Act.Tasks[0] = 0 }},
		{"managers[0].act.until", gdpr.FaultOrder, func(o *roles.Organisation) { o.Managers[0].Act.Until = o.Managers[0].Act.Date - 1 }},
		{"managers[0].act.date", gdpr.FaultRange, func(o *roles.Organisation) { o.Managers[0].Act.Date = -1 }},
		{"managers[0].published.on", gdpr.FaultRange, func(o *roles.Organisation) { o.Managers[0].Published.On = -1 }},
		{"managers[3].person", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.Managers = append(o.Managers, o.Managers[0]) }},
		{"sub_managers[0].person", gdpr.FaultReference, func(o *roles.Organisation) { o.SubManagers[0].Person = "x" }},
		{"sub_managers[0].sector", gdpr.FaultReference, func(o *roles.Organisation) { o.SubManagers[0].Sector = "aagg" }},
		{"sub_managers[0].changed", gdpr.FaultRange, func(o *roles.Organisation) { o.SubManagers[0].Changed = -1 }},
		{"sub_managers[0].communicated", gdpr.FaultRange, func(o *roles.Organisation) { o.SubManagers[0].Communicated = -1 }},
		{"sub_managers[3].person", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.SubManagers = append(o.SubManagers, o.SubManagers[0]) }},
		{"sub_managers[4].person", gdpr.FaultDuplicate, func(o *roles.Organisation) {
			other := o.SubManagers[0]
			other.Person = "gallo"
			o.SubManagers = append(o.SubManagers, other, o.SubManagers[0])
		}},
		{"staff[0].person", gdpr.FaultMissing, func(o *roles.Organisation) { o.Staff[0].Person = "" }},
		{"staff[1].area", gdpr.FaultReference, func(o *roles.Organisation) { o.Staff[1].Area = "x" }},
		{"staff[1].act.signer", gdpr.FaultReference, func(o *roles.Organisation) { o.Staff[1].Act.Signer = "x" }},
		{"staff[3].person", gdpr.FaultDuplicate, func(o *roles.Organisation) { o.Staff = append(o.Staff, o.Staff[1]) }},
		{"processors[1].engaged_by", gdpr.FaultReference, func(o *roles.Organisation) { o.Processors[1].EngagedBy = "x" }},
		{"processors[0].contract.signer", gdpr.FaultReference, func(o *roles.Organisation) { o.Processors[0].Contract.Signer = "x" }},
		{"processors[0].contract.form", gdpr.FaultName, func(o *roles.Organisation) { o.Processors[0].Contract.Form = 99 }},
		{"processors[0].contract.clauses[0]", gdpr.FaultMissing, func(o *roles.Organisation) { o.Processors[0].Contract.Clauses[0] = 0 }},
		{"processors[0].contract.until", gdpr.FaultOrder, func(o *roles.Organisation) { o.Processors[0].Contract.Until = 1 }},
		{"processors[1].authorised.date", gdpr.FaultRange, func(o *roles.Organisation) { o.Processors[1].Authorised.Date = -1 }},
		{"processors[1].authorised.told", gdpr.FaultRange, func(o *roles.Organisation) { o.Processors[1].Authorised.Told = -1 }},
		{"processors[0].engaged_by", gdpr.FaultCycle, func(o *roles.Organisation) { o.Processors[0].EngagedBy = "nuvola" }},
		{"processors[1].engaged_by", gdpr.FaultCycle, func(o *roles.Organisation) { o.Processors[0].EngagedBy = "archivi" }},
		{"arrangements[0].signer", gdpr.FaultReference, func(o *roles.Organisation) { o.Arrangements[0].Signer = "x" }},
		{"arrangements[0].until", gdpr.FaultOrder, func(o *roles.Organisation) { o.Arrangements[0].Until = 1 }},
		{"arrangements[0].essence", gdpr.FaultRange, func(o *roles.Organisation) { o.Arrangements[0].Essence = -1 }},
		{"officer.person", gdpr.FaultReference, func(o *roles.Organisation) { o.Officer.Person = "x" }},
		{"officer.contract.signer", gdpr.FaultReference, func(o *roles.Organisation) { o.Officer.Contract.Signer = "x" }},
		{"officer.designation.until", gdpr.FaultOrder, func(o *roles.Organisation) { o.Officer.Designation.Until = 1 }},
		{"officer.published.on", gdpr.FaultRange, func(o *roles.Organisation) { o.Officer.Published.On = -1 }},
		{"officer.garante.on", gdpr.FaultRange, func(o *roles.Organisation) { o.Officer.Garante.On = -1 }},
		{"officer.staff_told", gdpr.FaultRange, func(o *roles.Organisation) { o.Officer.StaffTold = -1 }},
		{"distribution.staff", gdpr.FaultRange, func(o *roles.Organisation) { o.Distribution.Staff = -1 }},
	}
	for _, tt := range tests {
		o := clean(t)
		tt.plant(o)
		found, err := o.Check(today)
		require.Nil(t, found)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in, tt.field)
		require.Equal(t, tt.field, in.Field)
		require.ErrorIs(t, err, tt.fault, tt.field)
		require.NotEmpty(t, in.Other, "%s: what it was held against", tt.field)
		_, err = o.Chart()
		require.ErrorIs(t, err, tt.fault)
	}
	_, err := clean(t).Check(-1)
	require.ErrorIs(t, err, gdpr.FaultRange)
}

func TestCircleIsWritten(t *testing.T) {
	o := clean(t)
	o.Processors[0].EngagedBy, o.Processors[2].EngagedBy, o.Processors[1].EngagedBy = "riscossioni", "archivi", "nuvola"
	_, err := o.Check(today)
	var in *gdpr.InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, "nuvola > riscossioni > archivi > nuvola", in.Other)
	// One that leads into the circle isn't in it.
	o = clean(t)
	o.Processors[0].EngagedBy, o.Processors[1].EngagedBy, o.Processors[2].EngagedBy = "archivi", "riscossioni", "archivi"
	_, err = o.Check(today)
	require.ErrorAs(t, err, &in)
	require.Equal(t, "archivi > riscossioni > archivi", in.Other)
}

func TestLastDayOfTheCalendar(t *testing.T) {
	o := clean(t)
	o.Managers[0].Act.Until = date.New(9999, 12, 31)
	require.Empty(t, check(t, o))
	o.Managers[0].Act.Until++
	_, err := o.Check(today)
	require.ErrorIs(t, err, gdpr.FaultRange)
	o = clean(t)
	o.Controller.Supervised = date.New(9999, 12, 30)
	_, err = o.Check(date.New(9999, 12, 31))
	require.NoError(t, err)
}

// TestEveryCodeIsTriedAndSaid reads the package's source: every code of a
// finding has a defect above that brings it about, and every code has a sentence.
func TestEveryCodeIsTriedAndSaid(t *testing.T) {
	tried := map[gdpr.Code]bool{}
	for _, d := range defects {
		tried[d.code] = true
	}
	elsewhere := map[gdpr.Code]bool{
		roles.CodeActTaskMissing: true, roles.CodeContractClause: true, // stems, completed by a word
		roles.CodeControllerRepresentative: true, roles.CodeAreaNone: true, // come with others
		roles.CodePublicationContact: true, roles.CodeOfficerNeeded: true, // of other regimes: TestRegimes
		roles.CodeDeedComune: true, roles.CodeDeedAppointee: true, roles.CodeDeedHead: true, roles.CodeDeedSigner: true,
	}
	n := 0
	for code, name := range constants(t) {
		n++
		require.True(t, catalog.Has(string(code)), "%s has no sentence", code)
		if strings.HasPrefix(name, "Code") && !strings.HasPrefix(string(code), "roles.opinion.") {
			require.True(t, tried[code] != elsewhere[code], "%s: %v %v", name, tried[code], elsewhere[code])
		}
	}
	require.Greater(t, n, 80)
	for a := range roles.Assignments() {
		require.True(t, catalog.Has(string(roles.CodeTaskMissing(a.Task))))
	}
	for _, c := range roles.Clauses() {
		require.True(t, catalog.Has(string(roles.CodeClauseMissing(c))))
	}
}

// constants returns the package's constants of type gdpr.Code, by name.
func constants(t *testing.T) map[gdpr.Code]string {
	codes := map[gdpr.Code]string{}
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	find := func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if sel, ok := spec.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Code" {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			require.NoError(t, err)
			require.Empty(t, codes[gdpr.Code(value)], "%s is used twice", value)
			codes[gdpr.Code(value)] = spec.Names[0].Name
		}
		return true
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, find)
	}
	return codes
}

// An act of which one thing is known isn't missing: what it lacks is told (GDPR 29,
// Codice 2-quaterdecies).
func TestPartsOfAnAct(t *testing.T) {
	for _, a := range []roles.Act{{Form: roles.ByDecree}, {Date: adopted}, {Number: "1/2026"}} {
		fs, err := a.Check(roles.AsManager)
		require.NoError(t, err)
		require.False(t, fs.Has(roles.CodeActMissing), "%+v", a)
		require.True(t, fs.Has(roles.CodeActSigner))
		o := clean(t)
		o.Others = administrator(func(p *roles.Appointment) { p.Act = a; p.Act.Scope = "rete" })
		require.False(t, check(t, o).Has(roles.CodeAdministratorAct), "%+v", a)
	}
	form := roles.Form(0)
	for f := range roles.Form(0).Values() {
		form = max(form, f)
	}
	_, err := roles.Act{Form: form + 1}.Check(roles.AsManager)
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = roles.Contract{Form: form + 1}.Check()
	require.ErrorIs(t, err, gdpr.FaultName)
}

// The administrator's work is checked within a year, the same day of the next one
// included (Garante, 27 November 2008); what has no day can't be late.
func TestAdministratorsYear(t *testing.T) {
	for reviewed, late := range map[date.Date]bool{date.New(2025, 11, 21): true, date.New(2025, 11, 24): false} {
		o := clean(t)
		o.Others = administrator(func(a *roles.Appointment) { a.Reviewed = reviewed })
		require.Equal(t, late, check(t, o).Has(roles.CodeAdministratorReviewed), reviewed)
	}
	o := clean(t)
	o.Others = administrator(func(a *roles.Appointment) { a.Reviewed = date.New(2025, 11, 24) })
	for on, late := range map[date.Date]bool{date.New(2026, 11, 24): false, date.New(2026, 11, 25): true} {
		fs, err := o.Check(on)
		require.NoError(t, err)
		require.Equal(t, late, fs.Has(roles.CodeAdministratorReviewed), on)
	}
	o.Others = administrator(func(a *roles.Appointment) { a.Reviewed, a.Act.Date = 0, 0 })
	require.False(t, check(t, o).Has(roles.CodeAdministratorReviewed))
	o.Others = administrator(func(a *roles.Appointment) { a.Reviewed = date.New(2024, 11, 21) })
	fs, err := o.Check(0)
	require.NoError(t, err)
	require.False(t, fs.Has(roles.CodeAdministratorReviewed), "on no day")
}

// What nobody adheres to shows nothing; a certificate is in force on its last day
// (GDPR 42(7)), and cites the rules of certification (GDPR 42(5)), not those of codes.
func TestAdherence(t *testing.T) {
	for _, a := range []roles.Adherence{{}, {Kind: 9}, {Kind: roles.Certification, From: 2, Until: 1}} {
		_, err := a.Check(today, gdpr.Yes)
		require.Error(t, err)
	}
	a := certified(func(*roles.Adherence) {})[0]
	for on, expired := range map[date.Date]bool{a.Until: false, a.Until + 1: true} {
		fs, err := a.Check(on, gdpr.Yes)
		require.NoError(t, err)
		require.Equal(t, expired, fs.Has(roles.CodeAdherenceExpired))
	}
	for kind, want := range map[roles.AdherenceKind][]gdpr.Provision{
		roles.Certification: {"GDPR 42(5)", "GDPR 42(5)"}, roles.CodeOfConduct: {"GDPR 40(5)", "GDPR 41(1)"},
	} {
		fs, err := roles.Adherence{Kind: kind, Until: today}.Check(today, gdpr.No)
		require.NoError(t, err)
		require.Len(t, fs, 2)
		require.Equal(t, want, []gdpr.Provision{fs[0].Provisions[0], fs[1].Provisions[0]})
	}
}

// Who may sign is the template's (Regolamento 4(4), 5(1), 7(1)): elsewhere nobody is
// powerless by it, and under it whoever isn't named isn't powerless but missing.
func TestSignersAreTheTemplates(t *testing.T) {
	unsigned := func(o *roles.Organisation) {
		o.Managers[0].Act.Signer, o.Staff[0].Act.Signer, o.Processors[0].Contract.Signer, o.Arrangements[0].Signer = "", "", "", ""
	}
	powerless := func(o *roles.Organisation) {
		o.Managers[0].Act.Signer, o.Staff[0].Act.Signer, o.Processors[0].Contract.Signer, o.Arrangements[0].Signer = "bruno", "bruno", "bruno", "bruno"
	}
	o := clean(t)
	unsigned(o)
	require.False(t, check(t, o).Has(roles.CodeActSignerPowerless))
	powerless(o)
	signers := 0
	for _, f := range check(t, o) {
		if f.Code == roles.CodeActSignerPowerless {
			signers++
		}
	}
	require.Equal(t, 4, signers)
	for _, regime := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		o.Policy.Regime = regime
		require.False(t, check(t, o).Has(roles.CodeActSignerPowerless), regime)
	}
	o = clean(t)
	o.Managers[0].Act.Form, o.Managers[0].Act.Signer = roles.ByResolution, "bruno"
	require.False(t, check(t, o).Has(roles.CodeActSignerPowerless), "the board resolves, whoever signs")
}

// Sub-managers as managers may be what the body's own rules make them, without an act.
func TestSubManagersExOfficio(t *testing.T) {
	o := body("Regione Theta", gdpr.PublicLaw)
	o = withOfficer(o, gdpr.No)
	o.Areas = []roles.Area{{ID: "dg", Name: "Direzione generale", Sectors: []roles.Sector{{ID: "servizio", Name: "Servizio"}}}}
	o.SubManagers = []roles.SubManager{{Person: "uff", Sector: "servizio", Confidential: gdpr.Yes, Trained: gdpr.Yes}}
	require.True(t, check(t, &o).Has(roles.CodeActMissing))
	o.Policy.ExOfficio = true
	require.Empty(t, check(t, &o))
	o.Staff[0].Act = roles.Act{}
	require.True(t, check(t, &o).Has(roles.CodeActMissing), "staff are authorised all the same (GDPR 29)")
}

// A name published is the person's if every word of one is in the other.
func TestPublishedNames(t *testing.T) {
	for published, same := range map[string]bool{
		"Bianca Neri": true, "avv. Bianca Neri": true, "Neri": true, "Bianca Neri Neri": true, "Bianca Rossi": false, "Rossi Rossi": false, " ": false,
	} {
		o := clean(t)
		o.Managers[0].Published.Name = published
		require.Equal(t, !same, check(t, o).Has(roles.CodePublicationName), published)
	}
}

// Processing may begin on the day of the contract (GDPR 28(3)).
func TestContractBegins(t *testing.T) {
	o := clean(t)
	for begins, late := range map[date.Date]bool{o.Processors[0].Contract.Date: false, o.Processors[0].Contract.Date - 1: true} {
		o.Processors[0].Contract.Begins = begins
		require.Equal(t, late, check(t, o).Has(roles.CodeContractLate))
	}
}

// A shared officer: bodies of public law may by GDPR 37(3), a group of undertakings by
// 37(2); and outside the template a contract or a designation is enough to be looked
// at as such.
func TestOfficersOfOtherBodies(t *testing.T) {
	for public, law := range map[gdpr.Answer]gdpr.Provision{gdpr.Yes: "GDPR 37(3)", gdpr.No: "GDPR 37(2)"} {
		o := withOfficer(body("Delta", gdpr.UnionLaw), gdpr.No)
		o.Controller.Public = public
		o.Officer.Shared = roles.Shared{With: []string{"Epsilon"}, Suited: gdpr.No}
		fs := check(t, &o)
		require.Len(t, fs, 1)
		require.Equal(t, []gdpr.Provision{law}, fs[0].Provisions)
	}
	for _, contract := range []roles.Act{{Form: roles.ByContract}, {Date: adopted}} {
		o := withOfficer(body("Delta", gdpr.PublicLaw), gdpr.Unknown)
		o.Controller.Public = gdpr.Yes
		o.Officer.Contract, o.Officer.Designation = contract, roles.Act{}
		fs := check(t, &o)
		require.True(t, fs.Has(roles.CodeActMissing), "a contract without a designation: someone must look")
		for _, f := range fs {
			require.False(t, f.Code == roles.CodeActMissing && f.Severity == violation, "%+v: %s", contract, f)
		}
	}
	for _, designation := range []roles.Act{{Form: roles.ByLetter}, {Date: adopted}} {
		o := withOfficer(body("Delta", gdpr.PublicLaw), gdpr.Yes)
		o.Controller.Public = gdpr.Yes
		o.Officer.Designation = designation
		require.False(t, check(t, &o).Has(roles.CodeActMissing), "%+v", designation)
	}
}
