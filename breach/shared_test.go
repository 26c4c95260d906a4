package breach_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

func found(fs gdpr.Findings) (all []string) {
	for _, f := range fs {
		all = append(all, string(f.Code)+" "+f.Where)
	}
	return all
}

// A processor tells the controller without undue delay (GDPR 33(2), 28(3)(f)): it
// notifies nobody, and needs no register of its own.
func TestProcessor(t *testing.T) {
	aware := instant(t, "2026-09-14T09:20:00+02:00")
	whole := Entry{Awareness: Awareness{Aware: aware}, Shared: Shared{Role: AsProcessor, With: "Unione dei Comuni", Told: aware.Add(5 * time.Hour), Hours: 24}}
	require.Empty(t, whole.Check(afterwards))
	for _, c := range []struct {
		why    string
		change func(*Entry)
		at     time.Time
		want   []string
	}{
		{"not told yet", func(e *Entry) { e.Shared.Told = time.Time{} }, aware.Add(time.Hour), []string{"breach.shared.to-tell shared.told"}},
		{"never told", func(e *Entry) { e.Shared.Told = time.Time{} }, afterwards, []string{"breach.shared.not-told shared.told"}},
		{"closed untold", func(e *Entry) { e.Shared.Told = time.Time{}; *e = e.Close(aware.Add(time.Hour)) }, aware.Add(time.Hour), []string{"breach.shared.not-told shared.told"}},
		{"after the contract's hours", func(e *Entry) { e.Shared.Told = aware.Add(25 * time.Hour) }, afterwards, []string{"breach.shared.late shared.told"}},
		{"within them", func(e *Entry) { e.Shared.Told = aware.Add(24 * time.Hour) }, afterwards, nil},
		{"without any agreed", func(e *Entry) { e.Shared.Told, e.Shared.Hours = aware.Add(60*time.Hour), 0 }, afterwards, nil},
		{"for whom?", func(e *Entry) { e.Shared.With = "" }, afterwards, []string{"breach.shared.with shared.with"}},
		{"notified for the controller, as if it were a first one", func(e *Entry) {
			e.Notifications = []Notification{{Phase: Withdrawal, Withdrawn: "Dati di prova.", Reference: "1"}}
		}, afterwards, []string{"breach.phases.first notifications[0].phase"}},
		{"when?", func(e *Entry) { e.Awareness = Awareness{} }, afterwards, []string{"breach.entry.awareness awareness.aware"}},
	} {
		e := whole
		c.change(&e)
		require.Equal(t, c.want, found(e.Check(c.at)), c.why)
	}
	whole.Shared.Told = aware.Add(25 * time.Hour)
	require.Contains(t, whole.Check(afterwards).String(), "late by 1 h")
	for range (Register{Entries: []Entry{whole}}).Awaiting() {
		t.Error("a processor notifies nobody")
	}
}

// Of joint controllers the one notifies that their arrangement names (GDPR 26(1));
// the others keep the register and weigh the risk as well.
func TestJointControllers(t *testing.T) {
	e := wholeEntry(t)
	e.Shared = Shared{Role: AsJointController, With: "Comune di Vallescura", Ours: gdpr.Yes}
	require.Empty(t, e.Check(afterwards))
	e.Notifications = nil
	require.Contains(t, found(e.Check(afterwards)), "breach.entry.not-notified notifications")
	e.Shared.Ours = gdpr.Unknown
	require.Contains(t, found(e.Check(afterwards)), "breach.shared.notifier shared.ours")
	require.Contains(t, found(e.Check(afterwards)), "breach.entry.not-notified notifications", "unknown is no leave to wait")
	e.Shared.Ours = gdpr.No
	require.Equal(t, []string{"breach.shared.to-tell shared.told"}, found(e.Check(afterwards)))
	require.Equal(t, []gdpr.Provision{"GDPR 26(1)"}, e.Check(afterwards)[0].Provisions)
	e.Shared.Told = e.Awareness.Aware
	require.Empty(t, e.Check(afterwards))
}

// The level that was decided is held against what the facts demand, whether or not
// they determine one (GDPR 33(1), recital 85).
func TestDecidedLevel(t *testing.T) {
	hostile := Facts{PersonalData: gdpr.Yes, Security: gdpr.Yes, Identifiable: gdpr.Yes, Access: gdpr.Yes, Hostile: gdpr.Yes, Excluded: gdpr.No, Encrypted: gdpr.No, Public: gdpr.No}
	require.Equal(t, Undetermined, hostile.Assess().Level)
	require.Equal(t, gdpr.Yes, hostile.Assess().Notify())
	for _, c := range []struct {
		why   string
		facts Facts
		level Level
		want  gdpr.Code
	}{
		{"an intrusion called no breach", hostile, NotABreach, CodeEntryLevelLower},
		{"an intrusion called unlikely", hostile, Unlikely, CodeEntryLevelLower},
		{"an intrusion called a risk, which may be high", hostile, Risk, CodeEntryLevelOpen},
		{"an intrusion called a high risk", hostile, HighRisk, ""},
		{"nothing answered, called unlikely", Facts{}, Unlikely, CodeEntryLevelOpen},
		{"nothing answered, called no breach", Facts{}, NotABreach, CodeEntryLevelOpen},
		{"a breach called none", Facts{PersonalData: gdpr.Yes, Security: gdpr.Yes, Loss: gdpr.Yes}, NotABreach, CodeEntryLevelLower},
		{"a breach called unlikely", Facts{PersonalData: gdpr.Yes, Security: gdpr.Yes, Loss: gdpr.Yes}, Unlikely, CodeEntryLevelOpen},
	} {
		for _, closed := range []bool{false, true} {
			e := wholeEntry(t)
			e.Facts, e.Level = c.facts, c.level
			if closed {
				e = e.Close(afterwards)
			}
			fs := e.Check(afterwards)
			for _, code := range []gdpr.Code{CodeEntryLevelLower, CodeEntryLevelOpen} {
				require.Equal(t, code == c.want, fs.Has(code), "%s: %s", c.why, code)
			}
		}
	}
	nothing := wholeEntry(t)
	nothing.Facts, nothing.Level = Facts{}, Unlikely
	require.Contains(t, nothing.Check(afterwards).String(), fmt.Sprintf("could raise it: %d", len(collect(Facts{}.Assess().Missing()))), "each fact is counted")
	e := wholeEntry(t)
	e.Facts.Slight, e.Facts.Identity = gdpr.Yes, gdpr.Yes
	require.Equal(t, []string{"breach.entry.facts facts.slight"}, found(e.Check(afterwards)))
}

// A high risk that the persons are never told of doesn't stay a warning for ever
// (GDPR 34(1)), and the age of what is owed is told.
func TestNeverTold(t *testing.T) {
	e := wholeEntry(t)
	e.Communications = nil
	at := func(days int) time.Time { return e.Awareness.Aware.AddDate(0, 0, days) }
	require.Equal(t, []string{"breach.entry.to-tell communications"}, found(e.Check(at(30))))
	require.Contains(t, e.Check(at(30)).String(), "days since the breach was known: 30")
	require.Equal(t, []string{"breach.entry.not-told communications"}, found(e.Check(at(31))))
	require.Equal(t, gdpr.Violation, e.Check(at(755)).Worst())
	require.Contains(t, e.Check(at(755)).String(), "days since the breach was known: 755")
	e.NotTold = "Le indagini sono in corso."
	require.Equal(t, []string{"breach.entry.to-tell communications"}, found(e.Check(at(755))))
	e.Exemptions = Exemptions{}
	require.Equal(t, []string{"breach.entry.to-tell communications"}, found(e.Check(at(755))), "a note isn't for ever")
	require.Empty(t, found(e.Check(at(3))))
	require.Empty(t, found(e.Check(at(30))))
	require.Equal(t, []string{"breach.entry.to-tell communications"}, found(e.Check(at(31))))
	late := wholeEntry(t)
	late.Notifications = nil
	require.Contains(t, late.Check(afterwards).String(), "days since it was known: 16")
}

// The first notification that was sent is held against the term, under whatever
// name; and what a later one brings isn't missing of the first (GDPR 33(4)).
func TestFirstNotification(t *testing.T) {
	w := window(t)
	n := wholeNotification(t)
	n.Phase, n.Reference, n.Sent = Supplement, "12345", w.Event.AddDate(1, 2, 0)
	require.Equal(t, []string{"breach.phases.first [0].phase", "breach.notification.late-unreasoned [0].delay"}, found(CheckPhases([]Notification{n}, w, afterwards)))

	first := wholeNotification(t)
	first.Phase, first.Consequences = Preliminary, ""
	rest := Notification{Phase: Supplement, Reference: "12345", Sent: first.Sent.Add(time.Hour), Channel: OnlineProcedure, Consequences: "Conoscenza della dieta da parte di un estraneo."}
	require.Equal(t, []string{"breach.notification.consequences [0].consequences", "breach.phases.open consequences"}, found(CheckPhases([]Notification{first}, w, afterwards)))
	require.Empty(t, CheckPhases([]Notification{first, rest}, w, afterwards))

	whole := wholeNotification(t)
	whole.Sent = w.Due.Add(time.Hour)
	require.Equal(t, []string{"breach.phases.order [1].phase"}, found(CheckPhases([]Notification{wholeNotification(t), whole}, w, afterwards)), "the first was in time")

	rest.Consequences = ""
	require.Equal(t, []string{"breach.notification.supplement-empty [1]"}, found(CheckPhases([]Notification{wholeNotification(t), rest}, w, afterwards)))
}

// A notification that was taken back is none.
func TestWithdrawal(t *testing.T) {
	e := wholeEntry(t)
	back := Notification{Phase: Withdrawal, Reference: "12345", Withdrawn: "Non era una violazione: i dati erano di prova.", Sent: e.Notifications[0].Sent.Add(time.Hour), Channel: OnlineProcedure}
	e.Notifications = append(e.Notifications, back)
	require.Equal(t, []string{"breach.entry.not-notified notifications"}, found(e.Check(afterwards)))
	e.Level, e.Facts, e.Communications = NotABreach, told(func(f *Facts) { no(&f.Security) }), nil
	require.Empty(t, e.Check(afterwards))
	back.Withdrawn, back.Reference = "", ""
	require.Equal(t, []gdpr.Code{CodeReferenceMissing, CodeWithdrawalReason}, codesOf(back.Check(Window{})))
}

func codesOf(fs gdpr.Findings) (all []gdpr.Code) {
	for _, f := range fs {
		all = append(all, f.Code)
	}
	return all
}

// A text of a word or two fills the form, and tells nothing: the Garante fined a
// controller that had filled every field so (doc. web 10063782).
func TestGenericTexts(t *testing.T) {
	n := wholeNotification(t)
	n.Nature, n.Consequences, n.Measures = "attacco", "disagi", "misure"
	require.Equal(t, []string{"breach.notification.generic nature", "breach.notification.generic consequences", "breach.notification.generic measures"}, found(n.Check(window(t))))
	n.Nature = "..."
	require.True(t, n.Check(window(t)).Has(CodeNatureMissing), "points say nothing")
}

// Under a regime nothing of another layer is asked or cited.
func TestRegimes(t *testing.T) {
	bare := wholeEntry(t)
	bare.Number, bare.Recorded = 0, time.Time{}
	bare.Office, bare.Devices, bare.Data, bare.Recipients, bare.MeasuresBefore = "", nil, nil, nil, ""
	bare.Procedure = Procedure{}
	require.Len(t, bare.Check(afterwards), 13)
	for _, regime := range []gdpr.Regime{gdpr.ItalianLaw, gdpr.UnionLaw} {
		require.Empty(t, bare.CheckUnder(Policy{Regime: regime}, afterwards), regime)
	}
	require.Equal(t, []string{"roles.opinion.not-asked procedure.opinion.asked"}, found(bare.CheckUnder(Policy{Regime: gdpr.PublicLaw}, afterwards)), "a public body has an officer, and asks him (GDPR 38(1))")

	empty := Register{Entries: []Entry{{Level: HighRisk, Orders: []Order{{Until: 1}}, Cyber: Cyber{Body: Body{Kind: HealthBody}, Incident: gdpr.Yes}, Notifications: []Notification{{Sent: afterwards}}, Communications: []Communication{{}}}}}
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		fs := empty.CheckUnder(Policy{Regime: regime}, afterwards)
		require.NotEmpty(t, fs)
		for _, f := range fs {
			for _, p := range f.Provisions {
				require.True(t, regime.Binds(p), "%s: %s", regime, f)
			}
		}
	}
}

// A body's own hours to report to the controller are its own: not the law's.
func TestPolicy(t *testing.T) {
	p := wholeProcedure(t)
	p.Reported = p.Learned.Add(25 * time.Hour)
	require.Empty(t, p.Check())
	own := Policy{ReportHours: 24, By: "Own 16(3)"}
	fs := p.CheckUnder(own)
	require.Equal(t, []string{"breach.procedure.report-own reported"}, found(fs))
	require.Equal(t, []gdpr.Provision{"Own 16(3)"}, fs[0].Provisions)
	require.Contains(t, fs.String(), "late by 1 h")
	own.Regime = gdpr.UnionLaw
	require.Equal(t, []string{"breach.procedure.report-own reported"}, found(p.CheckUnder(own)))
	p.Reported = p.Learned.Add(24 * time.Hour)
	require.Empty(t, p.CheckUnder(own))

	require.Empty(t, Policy{}.Check(0))
	require.Empty(t, Policy{ReportHours: 71}.Check(0))
	require.Equal(t, []string{"breach.policy.report report_hours"}, found(Policy{ReportHours: 72}.Check(0)))
	require.Empty(t, Policy{ReportHours: 72}.Check(date.New(2018, time.May, 24)), "no duty, no figure")
}

// The police's own law asks the same notification, and lets the telling wait
// (D.Lgs. 51/2018, arts. 26 and 27).
func TestPoliceLaw(t *testing.T) {
	e := wholeEntry(t)
	e.Law, e.Notifications, e.Communications = PoliceLaw, nil, nil
	fs := e.CheckUnder(Policy{Regime: gdpr.PublicLaw}, afterwards)
	require.Equal(t, []string{"breach.entry.not-notified notifications", "breach.entry.to-tell communications"}, found(fs))
	require.Equal(t, []gdpr.Provision{"D.Lgs. 51/2018 26"}, fs[0].Provisions)
	require.Equal(t, []gdpr.Provision{"D.Lgs. 51/2018 27"}, fs[1].Provisions)
	e.NotTold = "Le indagini sarebbero compromesse."
	require.Equal(t, []string{"breach.entry.not-notified notifications"}, found(e.Check(afterwards)))
	e.Law = GeneralLaw
	require.Len(t, e.Check(afterwards), 2)
}

// What is returned shares nothing with what was given.
func TestNothingIsShared(t *testing.T) {
	e := wholeEntry(t)
	e.Notifications[0].Pending = []Pending{{Why: "x"}}
	closed := e.Close(afterwards)
	closed.Devices[0], closed.Data[0], closed.Recipients[0], closed.Subjects.Categories[0] = "", "", "", ""
	closed.Procedure.Categories[0], closed.Notifications[0].Subjects.Categories[0], closed.Notifications[0].Pending[0].Why = "", "", ""
	closed.Communications[0].From = ""
	again := wholeEntry(t)
	again.Notifications[0].Pending = []Pending{{Why: "x"}}
	require.Equal(t, again, e)

	open := wholeEntry(t)
	open.Notifications = nil
	r := Register{Entries: []Entry{open}}
	for got := range r.Awaiting() {
		got.Devices[0], got.Communications[0].From = "", ""
	}
	again = wholeEntry(t)
	again.Notifications = nil
	require.Equal(t, again, r.Entries[0])
}
