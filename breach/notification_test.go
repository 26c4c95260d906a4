package breach_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

func window(t testing.TB) Window {
	t.Helper()
	w, err := Awareness{Aware: instant(t, "2026-09-14T09:20:00+02:00")}.Window()
	require.NoError(t, err)
	return w
}

func wholeNotification(t testing.TB) Notification {
	return Notification{
		Phase:        Complete,
		Sent:         instant(t, "2026-09-16T11:00:00+02:00"),
		Channel:      OnlineProcedure,
		Nature:       "Un messaggio con l'elenco degli iscritti alla mensa è andato a un indirizzo sbagliato.",
		Acts:         Disclosure,
		Subjects:     Group{Categories: []string{"alunni", "genitori"}, Number: 180, Approximate: true},
		Records:      Group{Categories: []string{"iscrizioni alla mensa"}, Number: 90},
		Contact:      Contact{Name: "Bianca Neri", Role: "RPD", Email: "rpd@comune.roccasilvana.example"},
		Consequences: "Conoscenza della dieta di alcuni bambini da parte di un estraneo.",
		Measures:     "Richiesta di cancellazione; doppio controllo degli indirizzi.",
	}
}

func TestNotificationElements(t *testing.T) {
	w := window(t)
	require.Empty(t, wholeNotification(t).Check(w))
	for _, c := range []struct {
		element  Element
		without  func(*Notification)
		code     gdpr.Code
		severity gdpr.Severity
		where    string
	}{
		{Nature, func(n *Notification) { n.Nature = " " }, CodeNatureMissing, gdpr.Violation, "nature"},
		{SubjectCategories, func(n *Notification) { n.Subjects.Categories = []string{""} }, CodeSubjectCategoriesMissing, gdpr.Warning, "subjects.categories"},
		{SubjectNumber, func(n *Notification) { n.Subjects.Number = 0 }, CodeSubjectNumberMissing, gdpr.Warning, "subjects.number"},
		{RecordCategories, func(n *Notification) { n.Records.Categories = nil }, CodeRecordCategoriesMissing, gdpr.Warning, "records.categories"},
		{RecordNumber, func(n *Notification) { n.Records.Number = -1 }, CodeRecordNumberMissing, gdpr.Warning, "records.number"},
		{ContactPoint, func(n *Notification) { n.Contact.Email = "" }, CodeContactMissing, gdpr.Violation, "contact"},
		{ContactPoint, func(n *Notification) { n.Contact.Name = "" }, CodeContactMissing, gdpr.Violation, "contact"},
		{Consequences, func(n *Notification) { n.Consequences = "" }, CodeConsequencesMissing, gdpr.Violation, "consequences"},
		{Measures, func(n *Notification) { n.Measures = "" }, CodeMeasuresMissing, gdpr.Violation, "measures"},
	} {
		n := wholeNotification(t)
		c.without(&n)
		require.Equal(t, []Element{c.element}, collect(n.Lacks()))
		fs := n.Check(w)
		require.Len(t, fs, 1, c.code)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.severity, fs[0].Severity)
		require.Equal(t, c.where, fs[0].Where)

		// Pending is no excuse in a complete one; in a preliminary one it is,
		// with its reason.
		n.Pending = []Pending{{Element: c.element, Why: "l'indagine è in corso"}}
		require.Equal(t, fs, n.Check(w))
		n.Phase = Preliminary
		require.Empty(t, n.Check(w))
		n.Pending[0].Why = ""
		require.True(t, n.Check(w).Has(CodePendingUnreasoned))
		n.Pending = nil
		require.Equal(t, fs, n.Check(w))
		n.Phase, n.Reference = Supplement, "12345"
		require.Empty(t, n.Check(w), "a supplement adds to an earlier one")
	}
	phone := wholeNotification(t)
	phone.Contact = Contact{Name: "Bianca Neri", Phone: "091 000000"}
	require.Empty(t, phone.Check(w))
	require.Len(t, collect(Notification{}.Lacks()), 8)
	for range (Notification{}).Lacks() {
		break
	}
}

func TestNotificationSending(t *testing.T) {
	w := window(t)
	for _, c := range []struct {
		why    string
		change func(*Notification)
		want   []gdpr.Code
	}{
		{"at Safe", func(n *Notification) { n.Sent = w.Safe }, nil},
		{"in the last hour", func(n *Notification) { n.Sent = w.Safe.Add(time.Second) }, []gdpr.Code{CodeLastHour}},
		{"at Due", func(n *Notification) { n.Sent = w.Due }, []gdpr.Code{CodeLastHour}},
		{"after Due", func(n *Notification) { n.Sent = w.Due.Add(time.Second) }, []gdpr.Code{CodeLateUnreasoned}},
		{"after Due with reasons", func(n *Notification) { n.Sent, n.Delay = w.Due.Add(time.Second), "attacco esteso" }, []gdpr.Code{CodeLate}},
		{"before awareness", func(n *Notification) { n.Sent = w.Event.Add(-time.Second) }, []gdpr.Code{CodeBeforeAwareness}},
		{"at awareness", func(n *Notification) { n.Sent = w.Event }, nil},
		{"a draft", func(n *Notification) { n.Sent, n.Channel = time.Time{}, 0 }, nil},
		{"a late supplement", func(n *Notification) { n.Phase, n.Reference, n.Sent = Supplement, "1", w.Due.Add(time.Hour) }, nil},
		{"a supplement without reference", func(n *Notification) { n.Phase = Supplement }, []gdpr.Code{CodeReferenceMissing}},
		{"no phase", func(n *Notification) { n.Phase = 0 }, []gdpr.Code{CodePhaseMissing}},
		{"an unknown phase", func(n *Notification) { n.Phase = 9 }, []gdpr.Code{CodePhaseMissing}},
		{"by PEC, as the regulation says", func(n *Notification) { n.Channel = PEC }, []gdpr.Code{CodeChannel}},
	} {
		n := wholeNotification(t)
		c.change(&n)
		var got []gdpr.Code
		for _, f := range n.Check(w) {
			got = append(got, f.Code)
		}
		require.Equal(t, c.want, got, c.why)
		require.NotPanics(t, func() { n.Check(Window{}) })
	}
	late := wholeNotification(t)
	for by, words := range map[time.Duration]string{
		1: "1 s", time.Second: "1 s", time.Second + 1: "2 s", time.Minute: "1 min", time.Hour: "1 h",
		90 * time.Second: "1 min 30 s", 26*time.Hour + 30*time.Minute: "26 h 30 min",
	} {
		late.Sent = w.Due.Add(by)
		require.Contains(t, late.Check(w).String(), "late by "+words+",")
	}
	late.Sent = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	require.Contains(t, late.Check(w).String(), "late by 2562047 h 47 min 17 s,", "the longest that there is")
	require.Empty(t, late.Check(Window{}), "without a window there is no delay")
}

func TestChannel(t *testing.T) {
	require.Equal(t, PEC, ChannelOn(date.New(2021, 6, 30)))
	require.Equal(t, OnlineProcedure, ChannelOn(date.New(2021, 7, 1)))
}

func TestPhases(t *testing.T) {
	w := window(t)
	first := wholeNotification(t)
	first.Phase, first.Subjects.Number, first.Consequences = Preliminary, 0, ""
	first.Pending = []Pending{{Element: SubjectNumber, Why: "elenco da ricostruire", Expected: date.New(2026, 9, 21)}, {Element: Consequences, Why: "parere atteso"}}
	at := instant(t, "2026-09-21T23:00:00+02:00")
	found := func(all []Notification, at time.Time) []string {
		var got []string
		for _, f := range CheckPhases(all, w, at) {
			got = append(got, string(f.Code)+" "+f.Where)
		}
		return got
	}
	require.Nil(t, found(nil, at))
	open := []string{"breach.phases.open subjects.number", "breach.phases.open consequences"}
	require.Equal(t, open, found([]Notification{first}, at))
	require.Equal(t, append(open, "breach.phases.expected [0].pending[0].expected"), found([]Notification{first}, at.Add(24*time.Hour)), "the day announced has passed")

	second := Notification{Phase: Supplement, Reference: "12345", Sent: instant(t, "2026-09-20T10:00:00+02:00"), Channel: OnlineProcedure, Subjects: Group{Number: 180}}
	require.Equal(t, open[1:], found([]Notification{first, second}, at.Add(48*time.Hour)))
	third := second
	third.Consequences = "Nessuna ulteriore."
	require.Empty(t, found([]Notification{first, second, third}, at))
	draft := third
	draft.Sent = time.Time{}
	require.Equal(t, open[1:], found([]Notification{first, second, draft}, at), "a draft tells the Garante nothing")

	require.Equal(t, []string{"breach.phases.first [0].phase"}, found([]Notification{third}, at)[:1])
	require.Contains(t, found([]Notification{first, first}, at), "breach.phases.order [1].phase")
	third.Sent = second.Sent.Add(-time.Hour)
	require.Equal(t, []string{"breach.phases.order [2].sent"}, found([]Notification{first, second, third}, at))
	odd := first
	odd.Pending = append(odd.Pending, Pending{Element: 200, Expected: 1})
	require.NotPanics(t, func() { found([]Notification{odd}, at) })
}

func wholeLetter() Communication {
	return Communication{
		From: "Comune di Roccasilvana", Manner: Personally, Means: "lettera", Informed: 2,
		Nature:       "Per errore abbiamo inviato la Sua domanda di contributo a un altro cittadino.",
		Contact:      Contact{Name: "Bianca Neri", Role: "responsabile della protezione dei dati", Phone: "091 000000"},
		Consequences: "Chi ha ricevuto la domanda conosce il Suo reddito.",
		Measures:     "Abbiamo chiesto la restituzione e cambiato il modo di spedire.",
		Advice:       "Non risponda a chi La contatta a nome del Comune chiedendo dati.",
		Plain:        gdpr.Yes, Dedicated: gdpr.Yes,
	}
}

func TestCommunication(t *testing.T) {
	require.Empty(t, wholeLetter().Check(Personally, 2))
	for _, c := range []struct {
		change   func(*Communication)
		code     gdpr.Code
		severity gdpr.Severity
	}{
		{func(l *Communication) { l.Nature = "" }, CodeLetterNature, gdpr.Violation},
		{func(l *Communication) { l.Contact = Contact{} }, CodeLetterContact, gdpr.Violation},
		{func(l *Communication) { l.Consequences = "\n" }, CodeLetterConsequences, gdpr.Violation},
		{func(l *Communication) { l.Measures = "" }, CodeLetterMeasures, gdpr.Violation},
		{func(l *Communication) { l.Advice = "" }, CodeLetterAdvice, gdpr.Warning},
		{func(l *Communication) { l.Plain = gdpr.No }, CodeLetterPlain, gdpr.Violation},
		{func(l *Communication) { l.Plain = gdpr.Unknown }, CodeLetterPlainUnknown, gdpr.Advice},
		{func(l *Communication) { l.Dedicated = gdpr.No }, CodeLetterDedicated, gdpr.Warning},
		{func(l *Communication) { l.Manner = Publicly }, CodeLetterManner, gdpr.Violation},
		{func(l *Communication) { l.Manner = NotNeeded }, CodeLetterManner, gdpr.Violation},
		{func(l *Communication) { l.Sent, l.Informed = time.Unix(1, 0), 1 }, CodeLetterPartial, gdpr.Warning},
	} {
		l := wholeLetter()
		c.change(&l)
		fs := l.Check(Personally, 2)
		require.Len(t, fs, 1, c.code)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.severity, fs[0].Severity)
	}
	public := wholeLetter()
	public.Manner, public.Sent, public.Informed = Publicly, time.Unix(1, 0), 0
	require.Empty(t, public.Check(Publicly, 2))
	require.Empty(t, public.Check(NotNeeded, 2), "telling without a duty is no fault")
	all := wholeLetter()
	all.Sent = time.Unix(1, 0)
	require.Empty(t, all.Check(Personally, 0), "the number isn't known")
	require.Empty(t, all.Check(Publicly, 2), "a letter to each is more than is owed")
}

func TestOrder(t *testing.T) {
	until := date.New(2026, 10, 1)
	o := Order{Received: date.New(2026, 9, 20), Until: until, Text: "Informare gli interessati.", Done: until}
	require.Empty(t, o.Check(until+5))
	for _, c := range []struct {
		change func(*Order)
		on     date.Date
		code   gdpr.Code
	}{
		{func(o *Order) { o.Received = 0 }, until, CodeOrderReceipt},
		{func(o *Order) { o.Text = "" }, until, CodeOrderText},
		{func(o *Order) { o.Done = 0 }, until, CodeOrderOpen},
		{func(o *Order) { o.Done, o.Until = 0, 0 }, until + 90, CodeOrderOpen},
		{func(o *Order) { o.Done = 0 }, until + 1, CodeOrderLate},
		{func(o *Order) { o.Done = until + 1 }, until, CodeOrderLate},
	} {
		changed := o
		c.change(&changed)
		fs := changed.Check(c.on)
		require.Len(t, fs, 1)
		require.Equal(t, c.code, fs[0].Code)
	}
	o.Text, o.Tell = "", true
	require.Empty(t, o.Check(until), "an order to tell says what it orders")
}

func TestParallel(t *testing.T) {
	require.Empty(t, Parallel(100_000, gdpr.No))
	for _, fs := range []gdpr.Findings{Parallel(100_001, gdpr.No), Parallel(900, gdpr.Yes), Parallel(900, gdpr.Unknown)} {
		require.True(t, fs.Has(CodeParallel))
		require.Equal(t, gdpr.Advice, fs.Worst())
	}
}

// A supplement may bring the reasons for the delay alone, or what happened to the
// data, or fields of the form (GDPR 33(1), 33(4)).
func TestSupplementAdds(t *testing.T) {
	w := window(t)
	for _, n := range []Notification{{Delay: "La casella era sotto attacco."}, {Acts: Loss}, {Form: Form{Own: "prot. 1"}}} {
		n.Phase, n.Reference, n.Channel = Supplement, "1", OnlineProcedure
		require.Empty(t, n.Check(w), "%+v", n)
	}
}
