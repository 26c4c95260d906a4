package breach_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// wholeEntry is a breach of high risk, notified, told and not yet closed.
func wholeEntry(t testing.TB) Entry {
	letter := wholeLetter()
	letter.Sent, letter.Informed = instant(t, "2026-09-16T15:00:00+02:00"), 180
	return Entry{
		Number:    1,
		Recorded:  instant(t, "2026-09-14T10:30:00+02:00"),
		Awareness: Awareness{Occurred: instant(t, "2026-09-14T08:55:00+02:00"), Aware: instant(t, "2026-09-14T09:20:00+02:00")},
		Office:    "Servizi scolastici", Description: "Un messaggio con le diete speciali della mensa è andato a un indirizzo sbagliato.",
		Devices: []string{"posta elettronica"}, Data: []string{"anagrafici", "salute"}, Subjects: Group{Categories: []string{"alunni"}, Number: 180, Approximate: true},
		Recipients: []string{"un cittadino, noto"}, MeasuresBefore: "Istruzioni scritte al personale.", MeasuresAfter: "Doppio controllo degli indirizzi.", Effects: "Nessun danno noto.",
		Facts:         told(func(f *Facts) { yes(&f.Disclosure, &f.Special, &f.Minors, &f.Many) }),
		Exemptions:    Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.No},
		Level:         HighRisk,
		Reasons:       "Dati sulla salute di minori a un estraneo.",
		Procedure:     wholeProcedure(t),
		Notifications: []Notification{wholeNotification(t)}, Communications: []Communication{letter},
	}
}

// smallEntry is a breach whose risk is unlikely, closed.
func smallEntry(t testing.TB) Entry {
	e := wholeEntry(t)
	e.Number, e.Recorded, e.Level = 2, instant(t, "2026-09-18T10:30:00+02:00"), Unlikely
	e.Facts = told(func(f *Facts) { yes(&f.Disclosure, &f.Trusted, &f.Recovered) })
	e.Reasons = "Solo contatti, a un altro ufficio che ha confermato la cancellazione."
	e.Notifications, e.Communications = nil, nil
	e.Procedure.Notify, e.Procedure.Reasons, e.Procedure.Advised.Level = gdpr.No, "Rischio improbabile.", Unlikely
	return e.Close(instant(t, "2026-09-25T12:00:00+02:00"))
}

var afterwards = time.Date(2026, 9, 30, 12, 0, 0, 0, time.UTC)

func TestEntry(t *testing.T) {
	require.Empty(t, wholeEntry(t).Check(afterwards))
	require.Empty(t, smallEntry(t).Check(afterwards))
	soon := instant(t, "2026-09-15T09:20:00+02:00")
	for _, c := range []struct {
		why    string
		change func(*Entry)
		at     time.Time
		want   []string
	}{
		{"number", func(e *Entry) { e.Number = 0 }, afterwards, []string{"breach.entry.number number"}},
		{"recorded", func(e *Entry) { e.Recorded = time.Time{} }, afterwards, []string{"breach.entry.recorded recorded"}},
		{"office", func(e *Entry) { e.Office = "" }, afterwards, []string{"breach.entry.office office"}},
		{"description", func(e *Entry) { e.Description = "" }, afterwards, []string{"breach.entry.description description"}},
		{"devices", func(e *Entry) { e.Devices = nil }, afterwards, []string{"breach.entry.devices devices"}},
		{"data", func(e *Entry) { e.Data = []string{} }, afterwards, []string{"breach.entry.data data"}},
		{"subjects", func(e *Entry) { e.Subjects.Categories = nil }, afterwards, []string{"breach.entry.subjects subjects.categories"}},
		{"recipients", func(e *Entry) { e.Recipients = []string{""} }, afterwards, []string{"breach.entry.recipients recipients"}},
		{"measures before", func(e *Entry) { e.MeasuresBefore = "" }, afterwards, []string{"breach.entry.measures-before measures_before"}},
		{"measures after", func(e *Entry) { e.MeasuresAfter = "" }, afterwards, []string{"breach.entry.measures-after measures_after"}},
		{"effects", func(e *Entry) { e.Effects = "" }, afterwards, []string{"breach.entry.effects effects"}},
		{"report", func(e *Entry) { e.Procedure.Report = "" }, afterwards, []string{"breach.procedure.report procedure.report"}},
		{"awareness", func(e *Entry) { e.Awareness.Aware = time.Time{} }, afterwards, []string{"breach.entry.awareness awareness.aware"}},
		{"awareness before the event", func(e *Entry) { e.Awareness.Occurred = e.Awareness.Aware.Add(1) }, afterwards, []string{"breach.entry.awareness awareness.aware"}},
		{"level", func(e *Entry) { e.Level = Undetermined }, afterwards, []string{"breach.entry.level level"}},
		{"level below the facts", func(e *Entry) { e.Level = Risk }, afterwards, []string{"breach.entry.level-lower level"}},
		{"level above the facts", func(e *Entry) { e.Facts = told(func(f *Facts) { yes(&f.Disclosure, &f.Many) }) }, afterwards, nil},
		{"not notified yet", func(e *Entry) { e.Notifications = nil }, soon, []string{"breach.entry.to-notify notifications"}},
		{"not notified in time", func(e *Entry) { e.Notifications = nil }, afterwards, []string{"breach.entry.not-notified notifications"}},
		{"only a draft", func(e *Entry) { e.Notifications[0].Sent = time.Time{} }, afterwards, []string{"breach.entry.not-notified notifications"}},
		{"closed without notice", func(e *Entry) { e.Notifications = nil; *e = e.Close(soon) }, soon, []string{"breach.entry.not-notified notifications"}},
		{"undetermined, not notified", func(e *Entry) { e.Level, e.Notifications = Undetermined, nil }, afterwards, []string{"breach.entry.level level", "breach.entry.not-notified notifications"}},
		{"a notification lacks something", func(e *Entry) { e.Notifications[0].Measures = "" }, afterwards, []string{"breach.notification.measures notifications[0].measures", "breach.phases.open notifications.measures"}},
		{"not told yet", func(e *Entry) { e.Communications = nil }, afterwards, []string{"breach.entry.to-tell communications"}},
		{"not told, and closed", func(e *Entry) { e.Communications = nil; *e = e.Close(afterwards) }, afterwards, []string{"breach.entry.not-told communications"}},
		{"only a draft of the letter", func(e *Entry) { e.Communications[0].Sent = time.Time{} }, afterwards, []string{"breach.entry.to-tell communications"}},
		{"told in part", func(e *Entry) { e.Communications[0].Informed = 10 }, afterwards, []string{"breach.communication.partial communications[0].informed"}},
		{"mitigated", func(e *Entry) { e.Communications, e.Exemptions.Mitigated = nil, gdpr.Yes }, afterwards, nil},
		{"exemptions not looked at", func(e *Entry) { e.Communications, e.Exemptions = nil, Exemptions{} }, afterwards, []string{"breach.entry.to-tell communications"}},
		{"exemptions not looked at, with a note", func(e *Entry) {
			e.Communications, e.Exemptions, e.NotTold = nil, Exemptions{}, "In valutazione."
		}, afterwards, nil},
		{"ordered to tell", func(e *Entry) {
			e.Communications, e.Exemptions.Mitigated = nil, gdpr.Yes
			e.Orders = []Order{{Received: 20000, Done: 20001, Tell: true}}
		}, afterwards, []string{"breach.entry.not-told communications"}},
		{"ordered, and exempted", func(e *Entry) {
			e.Exemptions.Ruling = NeedNotTell
			e.Orders = []Order{{Received: 20000, Done: 20001, Tell: true}}
		}, afterwards, []string{"breach.entry.ruling exemptions.ruling"}},
		{"an order open", func(e *Entry) { e.Orders = []Order{{Received: 20000, Text: "misure"}} }, afterwards, []string{"breach.order.open orders[0].done"}},
		{"changed after closing", func(e *Entry) { *e = e.Close(afterwards); e.Effects = "Nessuno." }, afterwards, []string{"breach.entry.changed seal"}},
		{"changed in the depth", func(e *Entry) { *e = e.Close(afterwards); e.Facts.Many = gdpr.No }, afterwards, []string{"breach.entry.changed seal"}},
		{"closed without seal", func(e *Entry) { e.Closed = afterwards }, afterwards, []string{"breach.entry.unsealed seal"}},
		{"amended", func(e *Entry) {
			*e = e.Close(afterwards)
			e.Amendments = []Amendment{{At: afterwards, By: "B. Neri", Text: "Un interessato in più."}}
		}, afterwards, nil},
		{"amended without author", func(e *Entry) {
			*e = e.Close(afterwards)
			e.Amendments = []Amendment{{At: afterwards, By: "B. Neri", Text: "x"}, {At: afterwards, Text: "x"}}
		}, afterwards, []string{"breach.entry.amendment amendments[1]"}},
		{"amended without text", func(e *Entry) { *e = e.Close(afterwards); e.Amendments = []Amendment{{At: afterwards, By: "B. Neri"}} }, afterwards, []string{"breach.entry.amendment amendments[0]"}},
		{"amended before the closing", func(e *Entry) {
			*e = e.Close(afterwards)
			e.Amendments = []Amendment{{At: afterwards.Add(-1), By: "B. Neri", Text: "x"}}
		}, afterwards, []string{"breach.entry.amendment amendments[0]"}},
		{"a value that can't be sealed", func(e *Entry) { e.Level = 99; e.Closed, e.Seal = afterwards, "x" }, afterwards, []string{"breach.entry.changed seal"}},
		{"no breach after all", func(e *Entry) {
			e.Level, e.Notifications, e.Communications, e.Procedure, e.Facts.Security = NotABreach, nil, nil, Procedure{}, gdpr.No
		}, afterwards, nil},
		{"no breach, against the facts", func(e *Entry) { e.Level, e.Notifications, e.Communications = NotABreach, nil, nil }, afterwards, []string{"breach.entry.level-lower level"}},
		{"no breach, but an order to tell", func(e *Entry) {
			e.Level, e.Notifications, e.Communications, e.Procedure, e.Facts.Security = NotABreach, nil, nil, Procedure{}, gdpr.No
			e.Orders = []Order{{Received: 20000, Text: "misure", Tell: true}}
		}, afterwards, []string{"breach.entry.not-told communications", "breach.order.open orders[0].done"}},
		{"the manager knew before", func(e *Entry) { e.Procedure.Learned = e.Awareness.Aware.Add(-time.Second) }, afterwards, []string{"breach.entry.aware-later awareness.aware"}},
	} {
		e := wholeEntry(t)
		c.change(&e)
		var got []string
		for _, f := range e.Check(c.at) {
			got = append(got, string(f.Code)+" "+f.Where)
		}
		require.Equal(t, c.want, got, c.why)
	}
	e := smallEntry(t)
	e.Reasons, e.Procedure.Reasons = "", ""
	require.True(t, e.Check(afterwards).Has(CodeEntryReasons))
	open := wholeEntry(t)
	open.Level = Undetermined
	require.Equal(t, gdpr.Warning, open.Check(afterwards).Worst(), "an open entry may still be undetermined")
	require.Equal(t, gdpr.Violation, open.Close(afterwards).Check(afterwards).Worst())
	late := wholeEntry(t)
	late.Notifications = nil
	require.Contains(t, late.Check(soon).String(), "48 hours left")
}

func TestRegister(t *testing.T) {
	r := Register{Controller: "Comune di Roccasilvana", Entries: []Entry{wholeEntry(t), smallEntry(t)}}
	require.Empty(t, r.Check(afterwards))
	require.Empty(t, Register{Controller: "x"}.Check(afterwards))
	for _, c := range []struct {
		why    string
		change func(*Register)
		want   []string
	}{
		{"controller", func(r *Register) { r.Controller = "" }, []string{"breach.register.controller controller"}},
		{"gap", func(r *Register) { r.Entries[1].Number = 3 }, []string{"breach.register.gap entries[1].number", "breach.entry.changed entries[1].seal"}},
		{"gap at the beginning", func(r *Register) { r.Entries = r.Entries[1:] }, []string{"breach.register.gap entries[0].number"}},
		{"repeated", func(r *Register) { r.Entries[1].Number = 1 }, []string{"breach.register.number entries[1].number", "breach.entry.changed entries[1].seal"}},
		{"no number", func(r *Register) { r.Entries[0].Number = 0 }, []string{"breach.entry.number entries[0].number", "breach.register.gap entries[1].number"}},
		{"order", func(r *Register) { r.Entries[0].Recorded = r.Entries[1].Recorded.Add(1) }, []string{"breach.register.order entries[1].recorded"}},
		{"same instant", func(r *Register) { r.Entries[0].Recorded = r.Entries[1].Recorded }, nil},
	} {
		changed := r
		changed.Entries = append([]Entry(nil), r.Entries...)
		c.change(&changed)
		var got []string
		for _, f := range changed.Check(afterwards) {
			got = append(got, string(f.Code)+" "+f.Where)
		}
		require.Equal(t, c.want, got, c.why)
	}
}

func TestAwaiting(t *testing.T) {
	open := wholeEntry(t)
	open.Notifications = nil
	undetermined := open
	undetermined.Number, undetermined.Level = 2, Undetermined
	closed := open.Close(afterwards)
	lost := open
	lost.Awareness = Awareness{}
	none := open
	none.Level = NotABreach
	r := Register{Entries: []Entry{wholeEntry(t), smallEntry(t), open, undetermined, closed, lost, none}}
	var numbers []int
	for e, w := range r.Awaiting() {
		numbers = append(numbers, e.Number)
		require.Equal(t, time.Minute, w.SafeLeft(instant(t, "2026-09-17T09:19:00+02:00")))
	}
	require.Equal(t, []int{1, 2}, numbers)
	for range r.Awaiting() {
		break
	}
}

func TestExportRoundTrip(t *testing.T) {
	amended := smallEntry(t)
	amended.Amendments = []Amendment{{At: afterwards, By: "B. Neri", Text: "Nota.", Reason: "nuovi elementi"}}
	r := Register{Controller: "Comune di Roccasilvana", Entries: []Entry{wholeEntry(t), amended}}
	text, err := r.Export()
	require.NoError(t, err)
	again, err := r.Export()
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
	back, err := Import(text)
	require.NoError(t, err)
	require.Empty(t, back.Check(afterwards), "the seal survives")
	again, err = back.Export()
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
	golden(t, "register.json", string(text))

	empty, err := Register{}.Export()
	require.NoError(t, err)
	require.Contains(t, string(empty), `"entries": []`)
	back, err = Import(empty)
	require.NoError(t, err)
	require.Empty(t, back.Entries)
}

func TestExportErrors(t *testing.T) {
	var in *gdpr.InputError
	_, err := Register{Entries: []Entry{{Level: 99}}}.Export()
	require.True(t, errors.As(err, &in))
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = Register{Entries: []Entry{{Recorded: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}}}.Export()
	require.ErrorIs(t, err, gdpr.FaultRange)
	for text, fault := range map[string]gdpr.Fault{
		`{"entries": [{"levell": "risk"}]}`:                         gdpr.FaultName,
		`{"entries": [{"level": "grave"}]}`:                         gdpr.FaultName,
		`{"entries": [{"recorded": "2026-09-14T09:20:00"}]}`:        gdpr.FaultSyntax,
		`{"entries": [{"notifications": [{"acts": ["theft"]}]}]}`:   gdpr.FaultName,
		`{"entries": [{"notifications": [{"acts": "loss"}]}]}`:      gdpr.FaultSyntax,
		`{"entries": [{"notifications": [{"channel": "fax"}]}]}`:    gdpr.FaultName,
		`{"entries": [{"exemptions": {"ruling": "perhaps"}}]}`:      gdpr.FaultName,
		`{"entries": [{"communications": [{"manner": "loudly"}]}]}`: gdpr.FaultName,
		`{"entries": []} {}`:                                        gdpr.FaultSyntax,
		``:                                                          gdpr.FaultSyntax,
	} {
		r, err := Import([]byte(text))
		require.ErrorIs(t, err, fault, text)
		require.Equal(t, Register{}, r)
	}
}

func TestEnumerations(t *testing.T) {
	for _, c := range []struct {
		v    any
		back any
	}{
		{Risk, new(Level)}, {Publicly, new(Manner)}, {MustTell, new(Ruling)}, {Supplement, new(Phase)}, {RecordNumber, new(Element)}, {PEC, new(Channel)},
		{FinancialData, new(Category)}, {Maximum, new(Identification)}, {PartExtent, new(Extent)}, {VeryHigh, new(Band)}, {Loss | Access, new(Acts)}, {Integrity | Availability, new(Kinds)},
	} {
		text, err := json.Marshal(c.v)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(text, c.back))
		again, err := json.Marshal(c.back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		require.Contains(t, string(text), strings.Split(c.v.(interface{ String() string }).String(), ", ")[0])
		wrong := `"nonsense"`
		if text[0] == '[' {
			wrong = `["nonsense"]`
		}
		require.ErrorIs(t, json.Unmarshal([]byte(wrong), c.back), gdpr.FaultName)
	}
	for _, c := range []interface{ Label(language.Tag) string }{
		Undetermined, NotABreach, Unlikely, Risk, HighRisk, Open, NotNeeded, Personally, Publicly, Preliminary, Complete, Supplement,
		Nature, SubjectCategories, SubjectNumber, RecordCategories, RecordNumber, ContactPoint, Consequences, Measures, Low, Medium, High, VeryHigh,
		Destruction, Loss, Alteration, Disclosure, Access, Confidentiality, Integrity, Availability,
	} {
		it, en := c.Label(language.Italian), c.Label(language.English)
		require.NotContains(t, it, "breach.")
		require.NotEqual(t, it, en)
	}
	require.Equal(t, "perdita, accesso", (Loss | Access).Label(language.Italian))
	require.Equal(t, []Acts{Loss, Access}, collect((Loss | Access).All()))
	require.Equal(t, "loss, access", (Loss | Access).String())
	require.Equal(t, "confidentiality, integrity", (Confidentiality | Integrity).String())
	for range Acts(31).All() {
		break
	}
	for _, key := range []string{"online_procedure", "pec", "other"} {
		require.True(t, catalog.Has("breach.channel."+key))
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got, "go test -update rewrites %s", file)
}

func TestMarkdown(t *testing.T) {
	first := wholeNotification(t)
	first.Phase, first.Subjects, first.Consequences = Preliminary, Group{}, ""
	first.Delay = "La casella era sotto attacco."
	first.Pending = []Pending{{Element: SubjectNumber, Why: "elenco da ricostruire", Expected: date.New(2026, 9, 21)}, {Element: Consequences}}
	sheet := wholeEntry(t)
	sheet.Awareness.Processor = instant(t, "2026-09-14T09:40:00+02:00")
	sheet.Orders = []Order{{Received: date.New(2026, 9, 20), Text: "Rafforzare i controlli."}}
	sheet.Procedure.Opinion.Departed, sheet.Procedure.Opinion.Reasons = gdpr.Yes, "Il Comune avvisa anche le scuole."
	sheet = sheet.Close(afterwards)
	old := sheet
	// What the first edition sealed, with spaces in the words, is still sealed.
	old.Seal = "68985d666e94d3d96f26e879a9a303d3fcf61f525508fb1aa87974074e6215fe"
	require.False(t, old.Check(afterwards.Add(time.Hour)).Has(CodeEntryChanged))
	sheet.Amendments = []Amendment{{At: afterwards.Add(time.Hour), By: "Bianca Neri", Text: "Un interessato in più."}}
	public := wholeLetter()
	public.Manner, public.Sent = Publicly, instant(t, "2026-09-16T15:00:00+02:00")
	for _, c := range []struct {
		name string
		doc  interface{ Markdown(language.Tag) string }
	}{
		{"notification", wholeNotification(t)},
		{"notification-preliminary", first},
		{"notification-empty", Notification{}},
		{"letter", wholeLetter()},
		{"letter-empty", Communication{}},
		{"public", public},
		{"sheet", sheet},
		{"sheet-unlikely", smallEntry(t)},
		{"sheet-empty", Entry{}},
	} {
		golden(t, c.name+".it.md", c.doc.Markdown(language.Italian))
		golden(t, c.name+".en.md", c.doc.Markdown(language.English))
		require.Equal(t, c.doc.Markdown(language.Italian), c.doc.Markdown(language.German))
	}
}

// What someone wrote can't become markup.
func TestMarkdownIsEscaped(t *testing.T) {
	l := wholeLetter()
	l.Nature = "# Titolo\n- voce\n1. primo\n12) secondo\n2026\n\n<script>x</script> [a](b) *c* `d` a_b"
	text := l.Markdown(language.Italian)
	for _, want := range []string{"\n\\# Titolo\n", "\n\\- voce\n", "\n1\\. primo\n", "\n12\\) secondo\n", "\n2026\n", `\<script\>`, `\[a\](b)`, `\*c\*`, "\\`d\\`", `a\_b`} {
		require.Contains(t, text, want)
	}
	n := wholeNotification(t)
	n.Reference = "1\n# 2"
	require.Contains(t, n.Markdown(language.Italian), "1 \\# 2\n")
}

func FuzzImport(f *testing.F) {
	text, err := Register{Controller: "Comune di Roccasilvana", Entries: []Entry{{Number: 1, Level: Risk}}}.Export()
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"entries":[{"facts":{"loss":true},"orders":[{"received":"2026-09-20","text":"x"}],"closed":"2026-09-20T10:00:00Z"}]}`))
	at := time.Date(2026, 9, 21, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Import(data)
		if err != nil {
			var in *gdpr.InputError
			require.True(t, errors.As(err, &in))
			return
		}
		require.Equal(t, r.Check(at), r.Check(at))
		for _, e := range r.Entries {
			require.NotEmpty(t, e.Markdown(language.Italian))
			require.Equal(t, e.Level == NotABreach || !e.Check(at).Has(CodeEntryChanged), e.Level == NotABreach || e.Closed.IsZero() || e.Seal == "" || e.Seal == e.Close(e.Closed).Seal)
		}
		for range r.Awaiting() {
		}
		text, err := r.Export()
		require.NoError(t, err)
		back, err := Import(text)
		require.NoError(t, err)
		again, err := back.Export()
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
	})
}

func FuzzDocuments(f *testing.F) {
	f.Add("Nature", "Measures", int64(1789370400), uint8(1), 3)
	f.Add("# x\n- y", "", int64(0), uint8(200), -1)
	f.Fuzz(func(t *testing.T, a, b string, unix int64, enum uint8, n int) {
		at := time.Unix(unix%4e11, 0).UTC()
		no := Notification{Phase: Phase(enum), Sent: at, Channel: Channel(enum), Nature: a, Acts: Acts(enum), Subjects: Group{Categories: []string{a, b}, Number: n}, Contact: Contact{Name: a, Phone: b}, Measures: b, Pending: []Pending{{Element: Element(enum), Why: b}}}
		w, _ := Awareness{Aware: at.Add(-time.Duration(n) * time.Hour)}.Window()
		require.Equal(t, no.Check(w), no.Check(w))
		require.NotNil(t, append(CheckPhases([]Notification{no, no}, w, at), gdpr.Finding{}))
		c := Communication{From: a, Manner: Manner(enum), Sent: at, Informed: n, Nature: b, Plain: gdpr.Answer(enum), Dedicated: gdpr.Answer(enum)}
		require.Equal(t, c.Check(Manner(enum), n), c.Check(Manner(enum), n))
		for _, text := range []string{no.Markdown(language.English), c.Markdown(language.Italian)} {
			require.NotEmpty(t, text)
			if strings.Contains(a, "<") {
				require.NotContains(t, strings.ReplaceAll(text, `\<`, ""), "<")
			}
		}
		var f Facts
		kleenetest.Fill(&f, uint64(unix))
		for r := range f.Assess().Tell(Exemptions{Mitigated: gdpr.Answer(enum), Disproportionate: gdpr.Answer(enum / 3), Ruling: Ruling(enum)}).Reasons() {
			require.NotEmpty(t, r.Text(language.Italian))
		}
		factors := Factors{Contexts: []Context{{Category: Category(enum), Step: n}}, Identification: Identification(enum), Integrity: Extent(enum), Malicious: gdpr.Answer(enum)}
		if s, err := factors.Score(); err == nil {
			require.True(t, s.Total.Low >= 1 && s.Total.Low <= s.Total.High && s.Total.High <= 24)
		}
	})
}

func BenchmarkRegister(b *testing.B) {
	entry := wholeEntry(b)
	var r Register
	for i := range 1000 {
		entry.Number = i + 1
		r.Entries = append(r.Entries, entry)
	}
	r.Controller = "Comune di Roccasilvana"
	text, err := r.Export()
	require.NoError(b, err)
	b.Run("check 1000 entries", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(r.Check(afterwards)) > 0 {
				b.Fatal("findings")
			}
		}
	})
	b.Run("export 1000 entries", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := r.Export(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkScore(b *testing.B) {
	f := derivedScores[8].factors
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Score(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	e := wholeEntry(b)
	b.ReportAllocs()
	for b.Loop() {
		_ = e.Markdown(language.Italian)
	}
}
