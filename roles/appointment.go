package roles

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Appointment is somebody in a role of data protection beside those that the law
// of this library has tasks for: a referent, a privacy manager, an administrator
// of systems, a security officer, the RPCT, the manager of reports, a member of
// the breach group. The zero value isn't given.
//
// Whoever handles the reports of wrongdoing (gestore delle segnalazioni) is
// authorised by an act and with instructions, or, an outside body, bound by the
// contract of a processor, which is checked where the processors are. The rules of
// D.Lgs. 24/2023 on who may be it weren't read.
//
// Else only administrators have rules of their own, by the Garante's decision of 27
// November 2008: they are chosen with regard to experience, capacity and
// reliability, designated one by one with a scope, their work is checked every
// year, their accesses are logged. The decision was read in quotations and
// summaries, which agree on designation, choice and logs; the yearly check is
// told of in two of them.
//
// Law: Codice 2-quaterdecies(1); GDPR 29; GDPR 32(4); Garante 27-11-2008; D.Lgs. 24/2023 13(6).
type Appointment struct {
	Role      Role        `json:"role"`                // from [AsReferent] on
	Person    string      `json:"person,omitempty"`    // by id
	Processor string      `json:"processor,omitempty"` // for the manager of reports, where an outside body is it: by id
	Act       Act         `json:"act,omitzero"`
	Reliable  gdpr.Answer `json:"reliable,omitzero"`   // for an administrator: chosen for experience, capacity and reliability
	Reviewed  date.Date   `json:"reviewed,omitzero"`   // for an administrator: last check of the work
	LogMonths int         `json:"log_months,omitzero"` // for an administrator: how long the logs of accesses are kept
}

// The findings on appointments.
const (
	CodeAdministratorAct      gdpr.Code = "roles.administrator.act"      // violation: the system administrator has no designation of his own
	CodeAdministratorScope    gdpr.Code = "roles.administrator.scope"    // violation: the designation doesn't give the system administrator's scope
	CodeAdministratorReliable gdpr.Code = "roles.administrator.reliable" // violation: the system administrator isn't known to have been chosen for experience, capacity and reliability
	CodeAdministratorReviewed gdpr.Code = "roles.administrator.reviewed" // warning: the system administrator's work had to be checked by …
	CodeReportsAct            gdpr.Code = "roles.reports.act"            // warning: whoever handles the reports of wrongdoing isn't known to be authorised by an act and with instructions
	CodeAdministratorLogs     gdpr.Code = "roles.administrator.logs"     // violation: the logs of the system administrator's accesses aren't known to be kept for at least … months
)

var (
	administratorAct      = find.Violation(CodeAdministratorAct, "Garante 27-11-2008")
	administratorScope    = find.Violation(CodeAdministratorScope, "Garante 27-11-2008")
	administratorReliable = find.Violation(CodeAdministratorReliable, "Garante 27-11-2008")
	administratorReviewed = find.Warning(CodeAdministratorReviewed, "Garante 27-11-2008")
	reportsAct            = find.Warning(CodeReportsAct, "GDPR 29", "Codice 2-quaterdecies(1)")
	administratorLogs     = find.Violation(CodeAdministratorLogs, "Garante 27-11-2008")
)

// apart are the roles that an [Appointment] is for: those without tasks of law.
var apart = [roleCount]bool{
	AsReferent: true, AsPrivacyManager: true, AsAdministrator: true, AsSecurityOfficer: true, AsRPCT: true, AsWhistleblowing: true, AsBreachTeam: true,
}

// leastLogs is how many months the logs of administrators' accesses are kept at
// least.
const leastLogs = 6

// others adds what the appointments beside those of the template lack.
func (c *checker) others() {
	for i := range c.o.Others {
		a, p := &c.o.Others[i], place{"others", i, ""}
		c.holds(&a.Act, p.in("act"), a.Person, "", "Codice 2-quaterdecies(1)")
		switch a.Role {
		case AsAdministrator:
			c.administrator(a, p)
		case AsWhistleblowing:
			c.reports(a, p)
		}
	}
}

// reports adds what whoever handles the reports of wrongdoing lacks: an act with
// instructions. The contract of an outside body is checked with the processors'.
func (c *checker) reports(a *Appointment, p place) {
	if a.Processor != "" {
		return
	}
	if a.Act.Date == 0 || blank(a.Act.Instructions) {
		c.Add(reportsAct, p.at("act"))
	}
}

func (c *checker) administrator(a *Appointment, p place) {
	if a.Act.Form == 0 && a.Act.Date == 0 && a.Act.Number == "" {
		c.Add(administratorAct, p.at("act"))
	} else if blank(a.Act.Scope) && len(a.Act.Tasks) == 0 {
		c.Add(administratorScope, p.at("act.scope"))
	}
	c.unless(a.Reliable, administratorReliable, p, "reliable")
	if from := max(a.Reviewed, a.Act.Date); from != 0 {
		due, err := gdpr.Term{N: 1, Unit: gdpr.Years, Counting: gdpr.Italian}.After(from, gdpr.Calendar{})
		if err == nil && due.Due < c.on {
			c.Add(administratorReviewed, p.at("reviewed"), due.Due)
		}
	}
	if a.LogMonths < leastLogs {
		row := administratorLogs
		if a.LogMonths == 0 {
			row = row.As(gdpr.Warning)
		}
		c.Add(row, p.at("log_months"), leastLogs)
	}
}

// outside returns the name of the outside body that has the role.
func (o *Organisation) outside(a *Appointment) string {
	for i := range o.Processors {
		if o.Processors[i].ID == a.Processor {
			return o.Processors[i].Name
		}
	}
	return ""
}

// holdsOther reports whether the person has the role among the appointments.
func (c *checker) holdsOther(person string, role Role) bool {
	return person != "" && slices.ContainsFunc(c.o.Others, func(a Appointment) bool { return a.Person == person && a.Role == role })
}

func (o *Organisation) validOthers(ix *index) error {
	for i := range o.Others {
		a, p := &o.Others[i], place{"others", i, ""}
		switch {
		case !a.Role.Valid():
			return unknownWord(p.at("role"), a.Role)
		case !apart[a.Role]:
			return &gdpr.InputError{Field: p.at("role"), Value: a.Role.String(), Fault: gdpr.FaultName, Other: "referent, privacy_manager, administrator, security_officer, rpct, whistleblowing, breach_team"}
		case a.LogMonths < 0:
			return negative(p.at("log_months"), a.LogMonths)
		}
		named := names(ix.people, a.Person, "people", p, "person")
		if a.Processor != "" && a.Person == "" && a.Role == AsWhistleblowing {
			named = nil
		}
		if err := first(named, refers(ix.processors, a.Processor, "processors", p, "processor"), ix.act(&a.Act, p, "act"), day(a.Reviewed, p, "reviewed")); err != nil {
			return err
		}
	}
	return nil
}
