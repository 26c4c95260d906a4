package dpia

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// TestTermVectors are the vectors of art. 36(2): the last days with and without
// extension, on the Italian calendar.
func TestTermVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/terms.json")
	require.NoError(t, err)
	var vectors []struct {
		ID    string `json:"id"`
		Input struct {
			Receipt   date.Date `json:"receipt"`
			Suspended int       `json:"suspended_days"`
		} `json:"input"`
		Expected struct {
			Nominal         date.Date `json:"advice_nominal"`
			Due             date.Date `json:"advice_due"`
			NoticeNominal   date.Date `json:"extension_notice_nominal"`
			NoticeDue       date.Date `json:"extension_notice_due"`
			ExtendedNominal date.Date `json:"extended_nominal"`
			ExtendedDue     date.Date `json:"extended_due"`
		} `json:"expected"`
	}
	require.NoError(t, json.Unmarshal(data, &vectors))
	require.Len(t, vectors, 3)
	for _, v := range vectors {
		c := Consultation{Received: v.Input.Receipt}
		if n := v.Input.Suspended; n > 0 {
			c.Suspensions = []Suspension{{From: c.Received + 10, To: c.Received + 10 + date.Date(n)}}
		}
		plain, err := c.On(c.Received+200, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, v.Expected.Nominal, plain.Advice.Nominal, v.ID)
		require.Equal(t, v.Expected.Due, plain.Advice.Due, v.ID)
		require.Equal(t, v.Expected.NoticeNominal, plain.Notice.Nominal, v.ID)
		require.Equal(t, v.Expected.NoticeDue, plain.Notice.Due, v.ID)
		require.Equal(t, v.Expected.Due+1, plain.Start, v.ID)
		require.Equal(t, gdpr.Provision("GDPR 36(2)"), plain.Advice.Provision)
		require.Equal(t, gdpr.Provision("GDPR 36(2)"), plain.Notice.Provision)

		c.Extended = v.Expected.NoticeDue
		extended, err := c.On(c.Received+200, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, v.Expected.ExtendedNominal, extended.Advice.Nominal, v.ID)
		require.Equal(t, v.Expected.ExtendedDue, extended.Advice.Due, v.ID)
		require.NotZero(t, extended.Advice.Steps&gdpr.Extended)
		require.False(t, extended.LateNotice)

		c.Extended = v.Expected.NoticeDue + 1
		late, err := c.On(c.Received+200, gdpr.Italy())
		require.NoError(t, err)
		require.True(t, late.LateNotice, v.ID)
		require.Equal(t, plain.Advice, late.Advice, "%s: a late notice has no effect", v.ID)
		require.Equal(t, plain.Start, late.Start, v.ID)
		require.GreaterOrEqual(t, late.Cautious, v.Expected.ExtendedDue+1, "%s: the prudent wait for it", v.ID)
	}
}

// received is a Monday; eight weeks end on 27 April, a Monday.
var (
	sent     = day("2026-02-27")
	received = day("2026-03-02")
)

func TestTimeline(t *testing.T) {
	base := Consultation{Submitted: sent, Received: received}
	with := func(change func(*Consultation)) Consultation {
		c := base
		change(&c)
		return c
	}
	suspended := func(days ...string) []Suspension {
		var s []Suspension
		for i := 0; i < len(days); i += 2 {
			one := Suspension{From: day(days[i])}
			if days[i+1] != "" {
				one.To = day(days[i+1])
			}
			s = append(s, one)
		}
		return s
	}
	for _, c := range []struct {
		name  string
		c     Consultation
		on    string
		state State
		due   string // of the opinion; "" if no term runs yet
		start string // "" if not known
		wait  string // the cautious start; "" if the same
	}{
		{"nothing sent", Consultation{}, "2026-03-10", Draft, "", "", ""},
		{"sent tomorrow", base, "2026-02-26", Draft, "", "", ""},
		{"sent today", base, "2026-02-27", Submitted, "", "", ""},
		{"not yet received", base, "2026-03-01", Submitted, "", "", ""},
		{"received without a day of sending", Consultation{Received: received}, "2026-03-02", Submitted, "2026-04-27", "2026-04-28", ""},
		{"received", base, "2026-03-02", Submitted, "2026-04-27", "2026-04-28", ""},
		{"last day", base, "2026-04-27", Submitted, "2026-04-27", "2026-04-28", ""},
		{"expired", base, "2026-04-28", TermExpired, "2026-04-27", "2026-04-28", ""},
		{"sent and received on one day", Consultation{Submitted: received, Received: received}, "2026-03-02", Submitted, "2026-04-27", "2026-04-28", ""},
		{"extended today", with(func(c *Consultation) { c.Extended = day("2026-04-02") }), "2026-04-02", Extended, "2026-06-08", "2026-06-09", ""},
		{"extended on the last day for it", with(func(c *Consultation) { c.Extended = day("2026-04-02") }), "2026-04-28", Extended, "2026-06-08", "2026-06-09", ""},
		{"extension still to come", with(func(c *Consultation) { c.Extended = day("2026-04-02") }), "2026-04-01", Submitted, "2026-04-27", "2026-04-28", ""},
		{"extended and expired", with(func(c *Consultation) { c.Extended = day("2026-04-02") }), "2026-06-09", TermExpired, "2026-06-08", "2026-06-09", ""},
		{"extended too late", with(func(c *Consultation) { c.Extended = day("2026-04-03") }), "2026-04-28", TermExpired, "2026-04-27", "2026-04-28", "2026-06-09"},
		{"opinion", with(func(c *Consultation) { c.Opinion = day("2026-04-20") }), "2026-04-20", OpinionReceived, "2026-04-27", "", ""},
		{"opinion after the term", with(func(c *Consultation) { c.Opinion = day("2026-05-20") }), "2026-05-20", OpinionReceived, "2026-04-27", "", ""},
		{"opinion still to come", with(func(c *Consultation) { c.Opinion = day("2026-05-20") }), "2026-05-19", TermExpired, "2026-04-27", "2026-04-28", ""},

		{"suspended, open", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "") }), "2026-03-20", Suspended, "2026-05-04", "", ""},
		{"suspended on its first day", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "2026-03-30") }), "2026-03-16", Suspended, "2026-04-27", "", ""},
		{"suspended on the day before its end", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "2026-03-30") }), "2026-03-29", Suspended, "2026-05-11", "", ""},
		{"no longer suspended", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "2026-03-30") }), "2026-03-30", Submitted, "2026-05-11", "2026-05-12", "2026-05-13"},
		{"suspension still to come", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "2026-03-30") }), "2026-03-15", Submitted, "2026-04-27", "2026-04-28", ""},
		{"open for ever is never expired", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "") }), "2027-03-16", Suspended, "2027-04-27", "", ""},
		{"two apart", with(func(c *Consultation) {
			c.Suspensions = suspended("2026-03-09", "2026-03-16", "2026-04-06", "2026-04-13")
		}), "2026-05-12", TermExpired, "2026-05-11", "2026-05-12", "2026-05-14"},
		{"two that overlap", with(func(c *Consultation) {
			c.Suspensions = suspended("2026-03-09", "2026-03-23", "2026-03-16", "2026-03-30")
		}), "2026-04-10", Submitted, "2026-05-18", "2026-05-19", "2026-05-20"},
		{"one inside another", with(func(c *Consultation) {
			c.Suspensions = suspended("2026-03-09", "2026-03-30", "2026-03-16", "2026-03-23")
		}), "2026-04-10", Submitted, "2026-05-18", "2026-05-19", "2026-05-20"},
		{"one ended, the other open", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-09", "2026-03-16", "2026-03-12", "") }), "2026-03-23", Suspended, "2026-05-11", "", ""},
		{"one open, the other ended", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-09", "", "2026-03-12", "2026-03-16") }), "2026-03-23", Suspended, "2026-05-11", "", ""},
		{"of no days", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-09", "2026-03-09") }), "2026-03-23", Submitted, "2026-04-27", "2026-04-28", "2026-04-29"},
		{"on the last day of the term", with(func(c *Consultation) { c.Suspensions = suspended("2026-04-27", "2026-05-04") }), "2026-05-04", Submitted, "2026-05-04", "2026-05-05", "2026-05-06"},
		{"after the term", with(func(c *Consultation) { c.Suspensions = suspended("2026-04-28", "") }), "2026-05-04", TermExpired, "2026-04-27", "2026-04-28", ""},
		{"reopens nothing, though the first was prolonged", with(func(c *Consultation) { c.Suspensions = suspended("2026-03-16", "2026-03-30", "2026-05-12", "") }), "2026-05-20", TermExpired, "2026-05-11", "2026-05-12", ""},
		{"suspended and extended", with(func(c *Consultation) {
			c.Extended, c.Suspensions = day("2026-03-30"), suspended("2026-03-16", "2026-03-30")
		}), "2026-04-10", Extended, "2026-06-22", "2026-06-23", "2026-06-24"},
		{"suspended, and extended meanwhile", with(func(c *Consultation) {
			c.Extended, c.Suspensions = day("2026-03-30"), suspended("2026-03-16", "")
		}), "2026-04-01", Suspended, "2026-06-24", "", ""},
		{"opinion while suspended", with(func(c *Consultation) {
			c.Opinion, c.Suspensions = day("2026-04-01"), suspended("2026-03-16", "")
		}), "2026-04-01", OpinionReceived, "2026-05-13", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.c.On(day(c.on), gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.state, got.State)
			days := func(d date.Date) string {
				if d == 0 {
					return ""
				}
				return d.String()
			}
			require.Equal(t, c.due, days(got.Advice.Due))
			require.Equal(t, c.start, days(got.Start))
			if c.name == "reopens nothing, though the first was prolonged" {
				require.Greater(t, got.Cautious, got.Start, "prudence takes the second one for in time")
				return
			}
			if c.wait == "" {
				c.wait = c.start
			}
			require.Equal(t, c.wait, days(got.Cautious))
		})
	}
}

// TestRolledTerm: eight weeks that end on 26 December end on the 28th, and the
// Comune may go on from the 29th.
func TestRolledTerm(t *testing.T) {
	got, err := Consultation{Received: day("2026-10-31")}.On(day("2026-12-28"), gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, Submitted, got.State)
	require.Equal(t, day("2026-12-29"), got.Start)
}

// TestSuspensionOnAMovedLastDay: GDPR 36(2) lets the terms be suspended until the
// authority has its information, so that none of them ends before it. A suspension
// that begins when the weeks are over, on a last day that a weekend or Easter put
// off, counts as one of a day before.
func TestSuspensionOnAMovedLastDay(t *testing.T) {
	for _, c := range []struct{ received, from, to, due, cautious string }{
		{"2026-01-03", "2026-03-02", "2026-03-12", "2026-03-12", "2026-03-14"}, // the weeks end on Saturday 28 February
		{"2026-01-05", "2026-03-02", "2026-03-12", "2026-03-12", "2026-03-14"}, // the weeks end on that day
		{"2026-02-07", "2026-04-07", "2026-04-20", "2026-04-20", "2026-04-22"}, // on the Saturday before Easter
		{"2026-01-03", "2026-03-03", "2026-03-12", "2026-03-02", "2026-03-03"}, // the term was over
	} {
		consultation := Consultation{Submitted: day(c.received), Received: day(c.received), Suspensions: []Suspension{{From: day(c.from), To: day(c.to)}}}
		got, err := consultation.On(day(c.to), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, []string{c.due, c.cautious}, []string{got.Advice.Due.String(), got.Cautious.String()}, c)
		require.Equal(t, got.Advice.Due+1, got.Start)
		for on := day(c.from); on < day(c.to); on++ {
			got, err := consultation.On(on, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.due == "2026-03-02", got.State != Suspended)
			require.True(t, got.State != Suspended || got.Advice.Due >= on, "%s: not before the day that is asked about", on)
		}
	}
}

func TestConsultationErrors(t *testing.T) {
	for _, c := range []struct {
		name  string
		c     Consultation
		fault gdpr.Fault
		field string
	}{
		{"received before sent", Consultation{Submitted: received, Received: received - 1}, gdpr.FaultOrder, "received"},
		{"extended before receipt", Consultation{Received: received, Extended: received - 1}, gdpr.FaultOrder, "extended"},
		{"opinion before receipt", Consultation{Received: received, Opinion: received - 1}, gdpr.FaultOrder, "opinion"},
		{"extended without receipt", Consultation{Submitted: sent, Extended: received}, gdpr.FaultMissing, "received"},
		{"opinion without receipt", Consultation{Opinion: received}, gdpr.FaultMissing, "received"},
		{"suspension without receipt", Consultation{Suspensions: []Suspension{{From: received}}}, gdpr.FaultMissing, "received"},
		{"suspension before receipt", Consultation{Received: received, Suspensions: []Suspension{{From: received - 1}}}, gdpr.FaultOrder, "suspensions[0].from"},
		{"suspension without beginning", Consultation{Received: received, Suspensions: []Suspension{{To: received}}}, gdpr.FaultMissing, "suspensions[0].from"},
		{"suspension that ends first", Consultation{Received: received, Suspensions: []Suspension{{From: received + 3, To: received + 2}}}, gdpr.FaultOrder, "suspensions[0].to"},
		{"suspensions out of order", Consultation{Received: received, Suspensions: []Suspension{{From: received + 3, To: received + 5}, {From: received + 2}}}, gdpr.FaultOrder, "suspensions[1].from"},
		{"receipt outside the calendar", Consultation{Received: day("1900-01-01")}, gdpr.FaultRange, "received.event"},
	} {
		_, err := c.c.On(received+400, gdpr.Italy())
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in, c.name)
		require.Equal(t, c.fault, in.Fault, c.name)
		require.Equal(t, c.field, in.Field, c.name)
	}
	_, err := Consultation{Received: received, Suspensions: []Suspension{{From: received + 3}, {From: received + 2}}}.On(received, gdpr.Italy())
	require.ErrorContains(t, err, "suspensions[0].from 2026-03-05", "both are named")
	// At the end of the calendar's years each of the terms can fall beyond it.
	cal, err := gdpr.NewCalendar(2026, 2026)
	require.NoError(t, err)
	for name, c := range map[string]Consultation{
		"notice":           {Received: day("2026-12-10")},
		"eight weeks":      {Received: day("2026-11-20")},
		"suspended":        {Received: day("2026-10-20"), Suspensions: []Suspension{{From: day("2026-10-30"), To: day("2026-12-20")}}},
		"cautious":         {Received: day("2026-10-20"), Extended: day("2026-12-01")},
		"suspended a day":  {Received: day("2026-11-03"), Suspensions: []Suspension{{From: day("2026-11-10"), To: day("2026-11-12")}}},
		"cautious pausing": {Received: day("2026-11-04"), Suspensions: []Suspension{{From: day("2026-11-10"), To: day("2026-11-11")}}},
	} {
		_, err := c.On(day("2026-12-30"), cal)
		require.ErrorIs(t, err, gdpr.FaultRange, name)
	}
}

// oracle counts the running days of the term one by one.
func oracle(c Consultation, weeks int) date.Date {
	d := c.Received
	for left := 7 * weeks; left > 0; {
		d++
		if !slices.ContainsFunc(c.Suspensions, func(s Suspension) bool { return s.From < d && d <= s.To }) {
			left--
		}
	}
	return d
}

func TestSuspensionsAgainstOracle(t *testing.T) {
	rnd := rand.New(rand.NewPCG(36, 2))
	compared := 0
	for range 5000 {
		c := Consultation{Received: received + date.Date(rnd.IntN(300))}
		from := c.Received
		for range rnd.IntN(5) {
			from += date.Date(rnd.IntN(20))
			c.Suspensions = append(c.Suspensions, Suspension{From: from, To: from + date.Date(rnd.IntN(25))})
		}
		weeks := adviceWeeks
		if rnd.IntN(2) == 1 {
			c.Extended = c.Received + date.Date(rnd.IntN(28))
			weeks += extensionWeeks
		}
		got, err := c.On(c.Received+900, gdpr.Italy())
		require.NoError(t, err)
		want := oracle(c, weeks)
		if slices.ContainsFunc(c.Suspensions, func(s Suspension) bool { return s.From >= want }) {
			continue // ends on a day off, or after the term: see the table
		}
		compared++
		require.Equal(t, want, got.Advice.Nominal, "%+v", c)
		require.GreaterOrEqual(t, got.Cautious, got.Start)
	}
	require.Greater(t, compared, 2000)
}

func FuzzConsultation(f *testing.F) {
	f.Add(int64(received), int64(20), int64(14), int64(30), int64(7), int64(31), int64(60), int64(70))
	f.Add(int64(received), int64(0), int64(0), int64(0), int64(-1), int64(0), int64(0), int64(1<<40))
	f.Add(int64(received), int64(20), int64(1<<62), int64(30), int64(1<<62), int64(31), int64(60), int64(1<<62))
	f.Fuzz(func(t *testing.T, receipt, from1, long1, from2, long2, told, opinion, on int64) {
		at := func(offset int64) date.Date {
			if offset <= 0 {
				return 0
			}
			return date.Date(receipt + offset)
		}
		c := Consultation{Received: date.Date(receipt), Extended: at(told), Opinion: at(opinion)}
		for _, s := range [][2]int64{{from1, long1}, {from2, long2}} {
			if s[0] > 0 {
				one := Suspension{From: at(s[0])}
				if s[1] >= 0 {
					one.To = one.From + date.Date(s[1])
				}
				c.Suspensions = append(c.Suspensions, one)
			}
		}
		got, err := c.On(date.Date(receipt+on), gdpr.Italy())
		if err != nil {
			require.Zero(t, got)
			return
		}
		again, _ := c.On(date.Date(receipt+on), gdpr.Italy())
		require.Equal(t, got, again)
		require.GreaterOrEqual(t, got.Cautious, got.Start)
		require.Equal(t, got.Start == 0, got.Cautious == 0)
		known := (got.State == Submitted || got.State == Extended || got.State == TermExpired) && !got.Advice.IsZero()
		require.Equal(t, known, got.Start != 0)
		if known {
			require.Equal(t, got.State == TermExpired, date.Date(receipt+on) >= got.Start)
		}
	})
}

func TestTimelineReasons(t *testing.T) {
	codes := func(c Consultation, on string) []gdpr.Code {
		tl, err := c.On(day(on), gdpr.Italy())
		require.NoError(t, err)
		var codes []gdpr.Code
		for r := range tl.Reasons() {
			codes = append(codes, r.Code)
			_, err := gdpr.ParseProvision(string(r.Provision))
			require.NoError(t, err)
			for _, tag := range []language.Tag{language.Italian, language.English} {
				require.NotEqual(t, string(r.Code), r.Text(tag))
			}
		}
		return codes
	}
	base := Consultation{Submitted: sent, Received: received}
	require.Equal(t, []gdpr.Code{"dpia.consultation.draft"}, codes(Consultation{}, "2026-03-02"))
	require.Equal(t, []gdpr.Code{"dpia.consultation.not-received"}, codes(base, "2026-03-01"))
	require.Equal(t, []gdpr.Code{"dpia.consultation.running"}, codes(base, "2026-03-02"))
	require.Equal(t, []gdpr.Code{"dpia.consultation.expired", "dpia.consultation.silence", "dpia.consultation.powers"}, codes(base, "2026-05-02"))
	base.Extended = day("2026-04-01")
	require.Equal(t, []gdpr.Code{"dpia.consultation.extended"}, codes(base, "2026-05-02"))
	base.Extended = day("2026-04-03")
	require.Equal(t, []gdpr.Code{"dpia.consultation.running", "dpia.consultation.late-notice"}, codes(base, "2026-04-05"))
	base.Suspensions = []Suspension{{From: day("2026-04-01")}}
	require.Equal(t, []gdpr.Code{"dpia.consultation.suspended"}, codes(base, "2026-04-02"))
	base.Opinion = day("2026-04-02")
	require.Equal(t, []gdpr.Code{"dpia.consultation.opinion"}, codes(base, "2026-04-02"))

	tl, err := base.On(day("2026-03-02"), gdpr.Italy())
	require.NoError(t, err)
	for range tl.Reasons() {
		break
	}
}

// TestConsultationByRegime: that silence lets a body go on is the template's word
// alone, and no other regime cites it.
func TestConsultationByRegime(t *testing.T) {
	for _, regime := range regimes {
		base := Consultation{Submitted: sent, Received: received, Regime: regime}
		extended, suspended := base, base
		extended.Extended, suspended.Suspensions = day("2026-04-01"), []Suspension{{From: day("2026-04-01")}}
		for c, on := range map[*Consultation]string{&base: "2026-03-02", &extended: "2026-05-02", &suspended: "2026-04-02", {Regime: regime}: "2026-03-02"} {
			tl, err := c.On(day(on), gdpr.Italy())
			require.NoError(t, err)
			for r := range tl.Reasons() {
				require.True(t, regime.Binds(r.Provision), r)
			}
		}
		over, err := base.On(day("2026-05-02"), gdpr.Italy())
		require.NoError(t, err)
		want := gdpr.Reason{Code: "dpia.consultation.lapsed", Provision: "GDPR 36(2)"}
		if regime == gdpr.Template {
			want = gdpr.Reason{Code: "dpia.consultation.expired", Provision: "Regolamento 29(5)"}
		}
		for r := range over.Reasons() {
			require.Equal(t, want, r)
			for _, tag := range []language.Tag{language.Italian, language.English} {
				require.NotEqual(t, string(r.Code), r.Text(tag))
			}
			break
		}
	}
}

func TestConsultationJSON(t *testing.T) {
	c := Consultation{Submitted: sent, Received: received, Suspensions: []Suspension{{From: received + 3}}}
	data, err := json.Marshal(c)
	require.NoError(t, err)
	require.JSONEq(t, `{"submitted":"2026-02-27","received":"2026-03-02","suspensions":[{"from":"2026-03-05"}]}`, string(data))
	var back Consultation
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, c, back)
	tl, err := c.On(received+10, gdpr.Italy())
	require.NoError(t, err)
	data, err = json.Marshal(tl)
	require.NoError(t, err)
	var same Timeline
	require.NoError(t, json.Unmarshal(data, &same))
	require.Equal(t, tl, same)
	data, err = json.Marshal(Timeline{State: Draft})
	require.NoError(t, err)
	require.JSONEq(t, `{"state":"draft"}`, string(data), "before the receipt there are no terms to show")
}

func TestOnAllocatesNothing(t *testing.T) {
	c := Consultation{Received: received, Suspensions: []Suspension{{From: received + 3, To: received + 8}}}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		sinkTimeline, _ = c.On(received+20, gdpr.Italy())
	}))
}
