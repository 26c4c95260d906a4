package retention_test

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests load Europe/Rome on any machine

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

func rome(t testing.TB) *time.Location {
	loc, err := time.LoadLocation("Europe/Rome")
	require.NoError(t, err)
	return loc
}

func at(t testing.TB, s string) time.Time {
	i, err := time.Parse(time.RFC3339, s)
	require.NoError(t, err)
	return i.In(rome(t))
}

// TestRecordingVectors has the project's cases of footage, derived from D.L.
// 11/2009 art. 6(8) and from the Garante's decision of 8 April 2010, section 3.4.
func TestRecordingVectors(t *testing.T) {
	for _, c := range []struct {
		id        string
		recorded  string
		purpose   retention.Purpose
		safe, due string
	}{
		{"vid24-dst-spring", "2026-03-28T12:00:00+01:00", retention.OtherPurpose, "2026-03-29T13:00:00+02:00", "2026-03-29T13:00:00+02:00"},
		{"vid7-dst-spring", "2026-03-25T10:00:00+01:00", retention.UrbanSecurity, "2026-04-01T11:00:00+02:00", "2026-04-02T00:00:00+02:00"},
		{"vid7-plain", "2026-05-04T10:00:00+02:00", retention.UrbanSecurity, "2026-05-11T10:00:00+02:00", "2026-05-12T00:00:00+02:00"},
		{"vid7-xmas", "2026-12-20T22:30:00+01:00", retention.UrbanSecurity, "2026-12-27T22:30:00+01:00", "2026-12-28T00:00:00+01:00"},
	} {
		r := retention.Recording{Recorded: at(t, c.recorded), Purpose: c.purpose}
		d, err := r.Expiry(retention.Policy{})
		require.NoError(t, err, c.id)
		require.Equal(t, c.safe, d.Safe.Format(time.RFC3339), c.id)
		require.Equal(t, c.due, d.Due.Format(time.RFC3339), c.id)
		require.Equal(t, r.Recorded, d.Event, c.id)
		require.NotEmpty(t, d.Provision, c.id)

		state := func(i time.Time) retention.State {
			s, err := r.State(i, retention.Policy{})
			require.NoError(t, err)
			return s
		}
		require.Equal(t, retention.Running, state(d.Safe.Add(-1)), c.id)
		require.Equal(t, retention.Expired, state(d.Safe), c.id)
	}
}

func TestRecordingPolicy(t *testing.T) {
	recorded := at(t, "2026-05-04T10:00:00+02:00")
	d, err := retention.Recording{Recorded: recorded, Purpose: retention.UrbanSecurity}.Expiry(retention.Policy{VideoDays: 3})
	require.NoError(t, err)
	require.Equal(t, recorded.Add(72*time.Hour), d.Safe)
	require.Equal(t, at(t, "2026-05-08T00:00:00+02:00"), d.Due)
	require.Equal(t, term(3, gdpr.Days), d.Term)

	d, err = retention.Recording{Recorded: recorded, Purpose: retention.OtherPurpose}.Expiry(retention.Policy{VideoHours: 72, Reasons: "DPIA 3/2026"})
	require.NoError(t, err)
	require.Equal(t, recorded.Add(72*time.Hour), d.Due)
	require.Equal(t, term(72, gdpr.Hours), d.Term)
}

func TestRecordingClosure(t *testing.T) {
	// Friday 14:00 to Monday 8:00.
	weekend := retention.Closure{From: at(t, "2026-05-08T14:00:00+02:00"), Until: at(t, "2026-05-11T08:00:00+02:00")}
	for _, c := range []struct {
		name     string
		recorded string
		closed   retention.Closure
		policy   retention.Policy
		due      string
	}{
		{"before the closure: four hours are over as it begins", "2026-05-08T10:00:00+02:00", weekend, retention.Policy{}, "2026-05-12T04:00:00+02:00"},
		{"within it: the hours begin as it ends", "2026-05-09T10:00:00+02:00", weekend, retention.Policy{}, "2026-05-12T08:00:00+02:00"},
		{"over before it begins", "2026-05-07T14:00:00+02:00", weekend, retention.Policy{}, "2026-05-08T14:00:00+02:00"},
		{"over a second after it begins", "2026-05-07T14:00:01+02:00", weekend, retention.Policy{}, "2026-05-11T08:00:01+02:00"},
		{"recorded after it", "2026-05-11T08:00:00+02:00", weekend, retention.Policy{}, "2026-05-12T08:00:00+02:00"},
		{"no closure", "2026-05-09T10:00:00+02:00", retention.Closure{}, retention.Policy{}, "2026-05-10T10:00:00+02:00"},
		{"a week at the most", "2026-05-08T10:00:00+02:00", retention.Closure{From: weekend.From, Until: at(t, "2026-05-25T08:00:00+02:00")}, retention.Policy{}, "2026-05-15T10:00:00+02:00"},
		{"the clocks change", "2026-03-28T12:00:00+01:00", retention.Closure{From: at(t, "2026-03-28T14:00:00+01:00"), Until: at(t, "2026-03-30T08:00:00+02:00")}, retention.Policy{}, "2026-03-31T06:00:00+02:00"},
	} {
		r := retention.Recording{Recorded: at(t, c.recorded), Purpose: retention.OtherPurpose, Closed: c.closed}
		d, err := r.Expiry(c.policy)
		require.NoError(t, err, c.name)
		require.Equal(t, c.due, d.Due.Format(time.RFC3339), c.name)
		require.Equal(t, r.Recorded.Add(24*time.Hour), d.Safe, c.name)
		s, err := r.State(d.Due.Add(-1), c.policy)
		require.NoError(t, err)
		require.Equal(t, retention.Running, s, c.name)
		s, err = r.State(d.Due, c.policy)
		require.NoError(t, err)
		require.Equal(t, retention.Expired, s, c.name)
	}
	urban := retention.Recording{Recorded: at(t, "2026-05-08T10:00:00+02:00"), Purpose: retention.UrbanSecurity, Closed: weekend}
	d, err := urban.Expiry(retention.Policy{})
	require.NoError(t, err)
	require.Equal(t, at(t, "2026-05-16T00:00:00+02:00"), d.Due, "seven days know no closure")
}

func TestRecordingHolds(t *testing.T) {
	r := retention.Recording{Recorded: at(t, "2026-05-04T10:00:00+02:00"), Purpose: retention.UrbanSecurity,
		Holds: []retention.Hold{{Kind: retention.Investigation, From: day(2026, 5, 6), Until: day(2026, 6, 30), Reference: "C.N.R. 44/2026"}}}
	for _, c := range []struct {
		at   string
		want retention.State
	}{
		{"2026-05-07T00:00:00+02:00", retention.Running},
		{"2026-05-11T10:00:00+02:00", retention.Held},
		{"2026-06-30T23:59:59+02:00", retention.Held},
		{"2026-06-30T21:59:59Z", retention.Held},
		{"2026-06-30T22:00:00Z", retention.Expired}, // midnight where the camera is
		{"2026-07-01T00:00:00+02:00", retention.Expired},
	} {
		i, err := time.Parse(time.RFC3339, c.at)
		require.NoError(t, err)
		got, err := r.State(i, retention.Policy{})
		require.NoError(t, err)
		require.Equal(t, c.want, got, c.at)
	}
}

func TestRecordingErrors(t *testing.T) {
	now := at(t, "2026-05-04T10:00:00+02:00")
	good := retention.Recording{Recorded: now, Purpose: retention.OtherPurpose}
	for _, c := range []struct {
		name   string
		change func(*retention.Recording)
		policy retention.Policy
		fault  gdpr.Fault
		field  string
	}{
		{"no instant", func(r *retention.Recording) { r.Recorded = time.Time{} }, retention.Policy{}, gdpr.FaultMissing, "recorded"},
		{"far", func(r *retention.Recording) { r.Recorded = now.AddDate(8000, 0, 0) }, retention.Policy{}, gdpr.FaultRange, "recorded"},
		{"long ago", func(r *retention.Recording) { r.Recorded = now.AddDate(-2027, 0, 0) }, retention.Policy{}, gdpr.FaultRange, "recorded"},
		{"no purpose", func(r *retention.Recording) { r.Purpose = 0 }, retention.Policy{}, gdpr.FaultMissing, "purpose"},
		{"unknown purpose", func(r *retention.Recording) { r.Purpose = 4 }, retention.Policy{}, gdpr.FaultMissing, "purpose"},
		{"closure without a start", func(r *retention.Recording) { r.Closed.Until = now }, retention.Policy{}, gdpr.FaultMissing, "closed.from"},
		{"closure without an end", func(r *retention.Recording) { r.Closed.From = now }, retention.Policy{}, gdpr.FaultOrder, "closed.until"},
		{"a night", func(r *retention.Recording) {
			r.Closed = retention.Closure{From: now, Until: now.Add(24*time.Hour - 1)}
		}, retention.Policy{}, gdpr.FaultRange, "closed.until"},
		{"a century", func(*retention.Recording) {}, retention.Policy{VideoDays: 36_526}, gdpr.FaultRange, "policy.video_days"},
		{"no days", func(*retention.Recording) {}, retention.Policy{VideoDays: -1}, gdpr.FaultRange, "policy.video_days"},
		{"no hours", func(*retention.Recording) {}, retention.Policy{VideoHours: -169}, gdpr.FaultRange, "policy.video_hours"},
		{"no months", func(*retention.Recording) {}, retention.Policy{LogMonths: -13}, gdpr.FaultRange, "policy.log_months"},
		{"a case closed before the year 1", func(r *retention.Recording) { r.Case.Closed = -1 }, retention.Policy{}, gdpr.FaultRange, "case.closed"},
	} {
		r := good
		c.change(&r)
		_, err := r.Expiry(c.policy)
		require.ErrorIs(t, err, c.fault, c.name)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field, c.name)
		s, err := r.State(now, c.policy)
		require.Error(t, err)
		require.Equal(t, retention.Unjudged, s)
	}
	for _, year := range []int{1, 9989} {
		edge := good
		edge.Recorded, edge.Case.Closed = time.Date(year, time.December, 31, 12, 0, 0, 0, time.UTC), day(9989, time.December, 31)
		_, err := edge.Expiry(retention.Policy{})
		require.NoError(t, err, year)
	}
	_, err := retention.Policy{VideoDays: 36_525, VideoHours: 24 * 36_525, LogMonths: 1200}.Check()
	require.NoError(t, err, "a century")
	good.Closed = retention.Closure{From: now, Until: now.Add(24 * time.Hour)}
	_, err = good.Expiry(retention.Policy{VideoDays: 7, VideoHours: 168, LogMonths: 12, Reasons: "DPIA 3/2026"})
	require.NoError(t, err)
}

func TestPolicyCheck(t *testing.T) {
	for _, p := range []retention.Policy{{}, {VideoHours: 24}, {VideoHours: 72, Reasons: "DPIA 3/2026"}} {
		fs, err := p.Check()
		require.NoError(t, err)
		require.Empty(t, fs)
	}
	fs, err := retention.Policy{VideoHours: 73, Reasons: "DPIA 3/2026"}.Check()
	require.NoError(t, err)
	require.Equal(t, "1 finding\n  warning video_hours: footage is kept for 73 hours: beyond 72 the reasons must be stronger [retention.video.long; EDPB 3/2019 121, GDPR 5(1)(e)]", fs.String())
	_, err = retention.Policy{VideoDays: -30}.Check()
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// A figure that a body chose is never an error, and a finding where it goes beyond
// the law: seven days bind urban security alone (D.L. 11/2009 6(8)), other footage
// has no ceiling (EDPB 3/2019 121).
func TestPolicyBeyondTheLaw(t *testing.T) {
	for _, c := range []struct {
		policy retention.Policy
		want   string
	}{
		{retention.Policy{VideoDays: 8}, "violation retention.video.days video_days"},
		{retention.Policy{VideoDays: 8, Reasons: "DPIA 3/2026"}, "warning retention.video.days video_days"},
		{retention.Policy{VideoDays: 8, Regime: gdpr.UnionLaw}, ""},
		{retention.Policy{VideoDays: 7}, ""},
		{retention.Policy{VideoHours: 48}, "warning retention.video.reasons reasons"},
		{retention.Policy{VideoHours: 48, Regime: gdpr.PublicLaw}, ""},
		{retention.Policy{VideoHours: 96, Reasons: "[motivi]"}, "warning retention.video.reasons reasons warning retention.video.long video_hours"},
		{retention.Policy{VideoHours: 96, Reasons: "DPIA 3/2026", Regime: gdpr.UnionLaw}, "warning retention.video.long video_hours"},
		{retention.Policy{VideoHours: 72, Regime: gdpr.UnionLaw}, ""},
		{retention.Policy{VideoHours: 73, Regime: gdpr.UnionLaw}, "warning retention.video.reasons reasons warning retention.video.long video_hours"},
		{retention.Policy{VideoHours: 168, Reasons: "DPIA 3/2026"}, "warning retention.video.long video_hours"},
		{retention.Policy{LogMonths: 12}, ""},
		{retention.Policy{VideoHours: 169, Reasons: "DPIA 3/2026"}, "warning retention.video.week video_hours"},
		{retention.Policy{LogMonths: 13}, "warning retention.logs.long log_months"},
		{retention.Policy{LogMonths: 13, Regime: gdpr.PublicLaw}, ""},
	} {
		fs, err := c.policy.Check()
		require.NoError(t, err)
		require.Equal(t, c.want, strings.Join(lines(fs), " "), "%+v", c.policy)
	}
	r := retention.Recording{Recorded: at(t, "2026-05-04T10:00:00+02:00"), Purpose: retention.OtherPurpose}
	for _, c := range []struct {
		policy retention.Policy
		hours  int
		by     gdpr.Provision
	}{
		{retention.Policy{}, 24, "Garante 8-4-2010 section 3.4"},
		{retention.Policy{VideoHours: 240}, 240, "Garante 8-4-2010 section 3.4"},
		{retention.Policy{Regime: gdpr.PublicLaw}, 72, "EDPB 3/2019 121"},
	} {
		d, err := r.Expiry(c.policy)
		require.NoError(t, err)
		require.Equal(t, r.Recorded.Add(time.Duration(c.hours)*time.Hour), d.Due)
		require.Equal(t, c.by, d.Provision)
	}
	r.Closed = retention.Closure{From: r.Recorded, Until: r.Recorded.Add(48 * time.Hour)}
	d, err := r.Expiry(retention.Policy{VideoHours: 240})
	require.NoError(t, err)
	require.Equal(t, r.Recorded.Add(240*time.Hour), d.Due, "a closure never shortens")
}

// Footage for fines: an infringement is kept until its case is closed, what shows
// none isn't kept at all (GDPR 5(1)(c), 5(1)(e)).
func TestSanctions(t *testing.T) {
	recorded := at(t, "2026-05-04T10:00:00+02:00")
	for _, c := range []struct {
		name  string
		found retention.Case
		at    time.Time
		want  retention.State
	}{
		{"nobody has looked", retention.Case{}, recorded.Add(23 * time.Hour), retention.Running},
		{"nobody has looked in a day", retention.Case{}, recorded.Add(24 * time.Hour), retention.Expired},
		{"no infringement", retention.Case{Infringement: gdpr.No}, recorded, retention.Expired},
		{"an open case", retention.Case{Infringement: gdpr.Yes}, recorded.AddDate(2, 0, 0), retention.Running},
		{"on the day on which it is closed", retention.Case{Infringement: gdpr.Yes, Closed: day(2026, 9, 1)}, at(t, "2026-09-01T23:59:59+02:00"), retention.Running},
		{"a closed case", retention.Case{Infringement: gdpr.Yes, Closed: day(2026, 9, 1)}, at(t, "2026-09-02T00:00:00+02:00"), retention.Expired},
	} {
		s, err := retention.Recording{Recorded: recorded, Purpose: retention.Sanctions, Case: c.found}.State(c.at, retention.Policy{})
		require.NoError(t, err)
		require.Equal(t, c.want, s, c.name)
	}
	d, err := retention.Recording{Recorded: recorded, Purpose: retention.Sanctions, Case: retention.Case{Infringement: gdpr.Yes}}.Expiry(retention.Policy{})
	require.NoError(t, err)
	require.Zero(t, d)
}

func TestSiteLogs(t *testing.T) {
	r, err := retention.Policy{}.SiteLogs(language.Italian)
	require.NoError(t, err)
	require.Equal(t, "dati di navigazione del sito", r.Text)
	require.Equal(t, "sezione 6, informativa web", r.Basis)
	require.Empty(t, retention.Check([]retention.Rule{r}))
	d, err := r.Expiry(day(2026, 2, 28))
	require.NoError(t, err)
	require.Equal(t, day(2027, 2, 28), d.Due, "a Sunday")
	r, err = retention.Policy{LogMonths: 3}.SiteLogs(language.English)
	require.NoError(t, err)
	require.Equal(t, term(3, gdpr.Months), r.Period)
	r, err = retention.Policy{LogMonths: 24, Regime: gdpr.UnionLaw}.SiteLogs(language.English)
	require.NoError(t, err)
	require.Equal(t, term(24, gdpr.Months), r.Period)
	require.Equal(t, "Article 5(1)(e) GDPR", r.Basis)
	_, err = retention.Policy{LogMonths: -1}.SiteLogs(language.English)
	require.ErrorIs(t, err, gdpr.FaultRange)
}
