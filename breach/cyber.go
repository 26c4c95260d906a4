package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Cyber is an incident as the law of cybersecurity sees it, beside the breach: it
// is reported to CSIRT Italia, on the site of the national agency (ACN), in terms
// of its own. The zero value knows nothing.
//
// Two laws ask it. L. 90/2024 binds Comuni of more than 100,000 inhabitants and
// capitals of regions, metropolitan cities, local health authorities, and some
// companies of transport, IT, waste and waste water; D.Lgs. 138/2024 (NIS2) binds
// whom the agency has listed, for significant incidents. How the two exclude each
// other isn't settled by what could be read: where both reach a body, both are
// told.
//
// The hours are national ones and elapse exactly: the rule by which the hour of
// the event isn't counted (Reg. 1182/71) doesn't govern them.
//
// Law: L. 90/2024 1(1); L. 90/2024 1(2); L. 90/2024 1(3); D.Lgs. 138/2024 25(4); D.Lgs. 138/2024 25(5); D.Lgs. 138/2024 25(9).
type Cyber struct {
	Body Body `json:"body,omitzero"`
	// Incident: did it hit networks, information systems or digital services? No
	// for paper, and for a message to the wrong address.
	Incident gdpr.Answer `json:"incident,omitzero"`
	// Significant: did it cause, or can it cause, a grave disruption of services or
	// loss to the body, or considerable harm to others? For D.Lgs. 138/2024 alone.
	Significant gdpr.Answer `json:"significant,omitzero"`
	// Ongoing: is the incident still going on when the final report falls due? Then
	// there are monthly reports, and the final one comes a month after the end.
	Ongoing gdpr.Answer `json:"ongoing,omitzero"`

	Known    time.Time `json:"known,omitzero"`    // when the body knew of the incident
	Warned   time.Time `json:"warned,omitzero"`   // when the first report was sent
	Notified time.Time `json:"notified,omitzero"` // when the whole notice was sent
	Ended    date.Date `json:"ended,omitzero"`    // the day on which the incident ended
	Asked    date.Date `json:"asked,omitzero"`    // the day on which CSIRT asked for an interim report
	Interim  date.Date `json:"interim,omitzero"`  // the day on which it was sent
	Monthly  date.Date `json:"monthly,omitzero"`  // the day of the last monthly report
	Final    date.Date `json:"final,omitzero"`    // the day of the final report

	// Users: is it fit and possible to tell those who use the service, once CSIRT was
	// heard? For D.Lgs. 138/2024 alone.
	Users     gdpr.Answer `json:"users,omitzero"`
	UsersTold date.Date   `json:"users_told,omitzero"` // the day on which they were told
}

// Body is what a body is to the law of cybersecurity.
//
// Law: L. 90/2024 1(1); D.Lgs. 138/2024 25(1).
type Body struct {
	Kind        BodyKind `json:"kind,omitempty"`
	Inhabitants int      `json:"inhabitants,omitempty"` // of a Comune; 0: not known
	// Capital: is the Comune the capital of a region?
	Capital gdpr.Answer `json:"capital,omitzero"`
	// Qualified: does the company serve more than 100,000 users, or the outskirts
	// of a metropolitan city, with transport; or is it an in-house company of one of
	// these bodies for IT, transport, waste water or waste?
	Qualified gdpr.Answer `json:"qualified,omitzero"`
	// Listed: has the agency told the body that it is an essential or important one
	// under D.Lgs. 138/2024?
	Listed gdpr.Answer `json:"listed,omitzero"`
	// ListedFrom is the day from which the agency's act binds the body to report; 0:
	// not known.
	ListedFrom date.Date `json:"listed_from,omitzero"`
}

// BodyKind is a kind of body that L. 90/2024 names. The zero value is not given.
//
// Law: L. 90/2024 1(1).
type BodyKind uint8

// The kinds of bodies.
//
//words:label breach.body
const (
	ComuneBody       BodyKind = iota + 1 // comune
	MetropolitanBody                     // metropolitan_city
	HealthBody                           // health_authority: azienda sanitaria locale
	CompanyBody                          // company: of transport, or in-house
	OtherBody                            // other
)

// largeComune is the number of inhabitants above which L. 90/2024 binds a Comune.
const largeComune = 100_000

// Reports tells whether L. 90/2024 has the body report incidents. A population
// that isn't known is Unknown, never small.
//
// Law: L. 90/2024 1(1).
func (b Body) Reports() gdpr.Answer {
	switch b.Kind {
	case ComuneBody:
		large := gdpr.Unknown
		if b.Inhabitants > 0 {
			large = gdpr.Is(b.Inhabitants > largeComune)
		}
		return large.Or(b.Capital)
	case MetropolitanBody, HealthBody:
		return gdpr.Yes
	case CompanyBody:
		return b.Qualified
	case OtherBody:
		return gdpr.No
	}
	return gdpr.Unknown
}

// CyberStep is one thing to send to CSIRT Italia. The zero value is none.
//
// Law: L. 90/2024 1(2); D.Lgs. 138/2024 25(5).
type CyberStep uint8

// The steps, in their order.
//
//words:label breach.cyber
const (
	FirstReport   CyberStep = iota + 1 // first_report: (segnalazione, pre-notifica) within 24 hours
	WholeNotice                        // whole_notice: (notifica) within 72 hours
	MonthlyReport                      // monthly_report: while the incident goes on
	FinalReport                        // final_report: one month after the notice, or after the end
)

// CyberTerm is the term of a step. Hours is set for the first two, Day for the
// reports.
//
// Law: L. 90/2024 1(2); D.Lgs. 138/2024 25(5).
type CyberTerm struct {
	Step  CyberStep         `json:"step"`
	Hours gdpr.HourDeadline `json:"hours,omitzero"`
	Day   gdpr.Deadline     `json:"day,omitzero"`
	Sent  bool              `json:"sent"` // it was sent, in time or not
	Late  bool              `json:"late"` // it was sent too late
}

// Owed tells whether the incident is reported under L. 90/2024, and under
// D.Lgs. 138/2024. The latter is first applied by acts of the agency: for an incident
// known before [Body.ListedFrom], or while that day isn't given, it is
// [gdpr.Unknown].
//
// Law: L. 90/2024 1(1); D.Lgs. 138/2024 25(4).
func (y Cyber) Owed() (law90, nis gdpr.Answer) {
	law90, nis = y.Incident.And(y.Body.Reports()), y.Incident.And(y.Body.Listed).And(y.Significant)
	if y.Known.IsZero() {
		return law90, nis
	}
	known := date.NewAt(y.Known)
	switch {
	case known < law90From:
		law90 = gdpr.No
	case known < law90Bodies && y.Body.Kind == ComuneBody:
		law90 = gdpr.No
	case known < law90Bodies && law90 == gdpr.Yes:
		law90 = gdpr.Unknown
	}
	switch {
	case known < nisFrom:
		nis = gdpr.No
	case nis == gdpr.Yes && (y.Body.ListedFrom == 0 || known < y.Body.ListedFrom):
		nis = gdpr.Unknown
	}
	return law90, nis
}

// The days of the two laws. L. 90/2024 is in force from 17 July 2024 and binds
// Comuni from the hundred-and-eightieth day after; which other bodies it gives
// that time wasn't read, so that in between it is unknown for them. D.Lgs. 138/2024
// applies from 18 October 2024.
var (
	law90From   = date.New(2024, time.July, 17)
	law90Bodies = date.New(2025, time.January, 13)
	nisFrom     = date.New(2024, time.October, 18)
)

// Terms returns the terms of what is owed, or may be owed, in their order: 24 and
// 72 hours from knowing of the incident under each law; and under D.Lgs. 138/2024
// the reports: a final one a month after the whole notice was sent, or, if the
// incident goes on by then, one each month and the final one a month after its end.
// An end that is on record after that month says that it went on, and one within it
// that it didn't. Only the next report is counted: monthly ones of the past that were
// never sent, or late, aren't judged. An interim report
// is owed when CSIRT asks for it, and has no term of its own.
//
// The error is that of gdpr.Term: no instant of knowing (gdpr.FaultMissing), a day
// outside the calendar.
//
// Law: L. 90/2024 1(2); D.Lgs. 138/2024 25(5).
func (y Cyber) Terms(cal gdpr.Calendar) ([]CyberTerm, error) {
	law90, nis := y.Owed()
	var terms []CyberTerm
	for _, law := range [...]struct {
		owed gdpr.Answer
		by   gdpr.Provision
	}{{law90, "L. 90/2024 1(2)"}, {nis, "D.Lgs. 138/2024 25(5)"}} {
		if law.owed == gdpr.No {
			continue
		}
		for _, step := range [...]struct {
			step CyberStep
			n    int
			sent time.Time
		}{{FirstReport, 24, y.Warned}, {WholeNotice, 72, y.Notified}} {
			d, err := elapsed(y.Known, step.n)
			if err != nil {
				return nil, gdpr.At("known", err)
			}
			terms = append(terms, CyberTerm{Step: step.step, Hours: d.By(law.by), Sent: !step.sent.IsZero(), Late: step.sent.After(d.Due)})
		}
	}
	if nis == gdpr.No || y.Notified.IsZero() {
		return terms, nil
	}
	reports, err := y.reports(cal)
	return append(terms, reports...), err
}

func (y Cyber) reports(cal gdpr.Calendar) ([]CyberTerm, error) {
	month := gdpr.Term{N: 1, Unit: gdpr.Months, Counting: gdpr.Italian}
	from, step, sent := date.NewAt(y.Notified), FinalReport, y.Final
	d, err := month.After(from, cal)
	if err != nil {
		return nil, err
	}
	switch goesOn := y.Ended > d.Due || y.Ended == 0 && y.Ongoing == gdpr.Yes; {
	case goesOn && y.Ended != 0:
		from = y.Ended
	case goesOn:
		from, step, sent = max(from, y.Monthly), MonthlyReport, 0
	}
	if d, err = month.After(from, cal); err != nil {
		return nil, err
	}
	return []CyberTerm{{Step: step, Day: d.By("D.Lgs. 138/2024 25(5)"), Sent: sent != 0, Late: sent > d.Due}}, nil
}

// elapsed returns a deadline of exact hours.
func elapsed(from time.Time, n int) (gdpr.HourDeadline, error) {
	d, err := gdpr.Term{N: n, Unit: gdpr.Hours, Counting: gdpr.Italian}.AfterInstant(from)
	d.Due = d.Safe
	return d, err
}

// The findings of [Cyber.Check].
const (
	CodeParallel      gdpr.Code = "breach.parallel"        // advice: check the separate duty to report the incident to CSIRT Italia (L. 90/2024, D.Lgs. 138/2024)
	CodeCyberToSend   gdpr.Code = "breach.cyber.to-send"   // warning: to be sent to CSIRT Italia by: …
	CodeCyberNotSent  gdpr.Code = "breach.cyber.not-sent"  // violation: not sent to CSIRT Italia; term: …
	CodeCyberSentLate gdpr.Code = "breach.cyber.sent-late" // violation: sent to CSIRT Italia after the term: …
	CodeCyberInterim  gdpr.Code = "breach.cyber.interim"   // warning: CSIRT Italia asked for an interim report on …: it wasn't sent
	CodeCyberUsers    gdpr.Code = "breach.cyber.users"     // warning: those who use the service weren't told of the significant incident, where that is fit and possible once CSIRT Italia was heard
)

var (
	parallel      = find.Advice(CodeParallel, "L. 90/2024 1(1)", "D.Lgs. 138/2024 25(1)")
	cyberToSend   = find.Warning(CodeCyberToSend, "L. 90/2024 1(2)", "D.Lgs. 138/2024 25(5)")
	cyberNotSent  = find.Violation(CodeCyberNotSent, "L. 90/2024 1(2)", "D.Lgs. 138/2024 25(5)")
	cyberSentLate = find.Violation(CodeCyberSentLate, "L. 90/2024 1(2)", "D.Lgs. 138/2024 25(5)")
	cyberInterim  = find.Warning(CodeCyberInterim, "D.Lgs. 138/2024 25(5)")
	cyberUsers    = find.Warning(CodeCyberUsers, "D.Lgs. 138/2024 25(9)")
)

// Check tells how the duties towards CSIRT Italia stand at an instant: what is to
// send, what wasn't sent in time. While nobody has said whether a law reaches the
// body or the incident, it advises to find out, and calls nothing late.
//
// Law: L. 90/2024 1(1); L. 90/2024 1(2); D.Lgs. 138/2024 25(1); D.Lgs. 138/2024 25(4); D.Lgs. 138/2024 25(5); D.Lgs. 138/2024 25(9).
func (y Cyber) Check(at time.Time, cal gdpr.Calendar) (gdpr.Findings, error) {
	c := find.In(gdpr.Template)
	law90, nis := y.Owed()
	if law90 != gdpr.Yes && nis != gdpr.Yes {
		if law90 == gdpr.Unknown || nis == gdpr.Unknown {
			c.Add(parallel, "")
		}
		return c.Findings(), nil
	}
	if law90 == gdpr.Unknown || nis == gdpr.Unknown {
		c.Add(parallel, "") // the other law may reach the body too
	}
	if law90 != gdpr.Yes {
		y.Body.Kind = OtherBody
	}
	if nis != gdpr.Yes {
		y.Body.Listed = gdpr.No
	}
	terms, err := y.Terms(cal)
	if err != nil {
		return nil, err
	}
	for _, t := range terms {
		t.check(c, at)
	}
	if nis == gdpr.Yes && y.Asked != 0 && y.Interim == 0 {
		c.Add(cyberInterim, "interim", y.Asked)
	}
	switch {
	case nis != gdpr.Yes || y.UsersTold != 0:
	case y.Users == gdpr.Yes:
		c.Add(cyberUsers, "users_told")
	case y.Users == gdpr.Unknown:
		c.Add(cyberUsers.As(gdpr.Advice), "users_told")
	}
	return c.Findings(), nil
}

func (t CyberTerm) check(c *find.Collector, at time.Time) {
	where := map[CyberStep]string{FirstReport: "warned", WholeNotice: "notified", MonthlyReport: "monthly", FinalReport: "final"}[t.Step]
	var due any = t.Hours.Due
	over, by := at.After(t.Hours.Due), t.Hours.Provision
	if t.Hours.Due.IsZero() {
		due, over, by = t.Day.Due, date.NewAt(at) > t.Day.Due, t.Day.Provision
	}
	switch {
	case t.Late:
		c.Add(cyberSentLate.By(by), where, due)
	case t.Sent:
	case over:
		c.Add(cyberNotSent.By(by), where, due)
	default:
		c.Add(cyberToSend.By(by), where, due)
	}
}

// Parallel is a hint at the duties of [Cyber], for a host that has only the number
// of inhabitants, 0 if it isn't known, and whether the Comune is the capital of a
// region. The finding is advice; it is left out only where both are known and
// reach nobody.
//
// Law: L. 90/2024 1(1); D.Lgs. 138/2024 25(1).
func Parallel(inhabitants int, capital gdpr.Answer) gdpr.Findings {
	c := find.In(gdpr.Template)
	if (Body{Kind: ComuneBody, Inhabitants: inhabitants, Capital: capital}).Reports() != gdpr.No {
		c.Add(parallel, "")
	}
	return c.Findings()
}
