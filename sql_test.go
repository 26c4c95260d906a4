package gdpr_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestAnswerColumn: a boolean true that a driver gives as the number 1 is Yes.
func TestAnswerColumn(t *testing.T) {
	for _, c := range []struct {
		src  any
		want gdpr.Answer
	}{
		{nil, gdpr.Unknown}, {true, gdpr.Yes}, {false, gdpr.No}, {int64(1), gdpr.Yes}, {int64(0), gdpr.No},
		{"true", gdpr.Yes}, {"t", gdpr.Yes}, {"yes", gdpr.Yes}, {"sì", gdpr.Yes}, {"1", gdpr.Yes}, {[]byte("true"), gdpr.Yes},
		{"false", gdpr.No}, {"f", gdpr.No}, {"no", gdpr.No}, {"0", gdpr.No}, {[]byte("false"), gdpr.No},
		{"unknown", gdpr.Unknown}, {"null", gdpr.Unknown}, {"", gdpr.Unknown},
	} {
		a := gdpr.Answer(9)
		require.NoError(t, a.Scan(c.src), c.src)
		require.Equal(t, c.want, a, "%T %v", c.src, c.src)
	}
	for _, bad := range []any{int64(2), int64(-1), 1.0, "2", "forse", time.Now(), []string{"yes"}} {
		a := gdpr.Yes
		require.Error(t, a.Scan(bad), bad)
		require.Equal(t, gdpr.Yes, a)
	}
	for a, want := range map[gdpr.Answer]any{gdpr.Yes: true, gdpr.No: false, gdpr.Unknown: nil} {
		v, err := a.Value()
		require.NoError(t, err)
		require.Equal(t, want, v)
	}
	_, err := gdpr.Answer(3).Value()
	require.ErrorIs(t, err, gdpr.FaultName)
}

// stored writes a value to a column and reads it back, as text and as bytes.
func stored[T any](t *testing.T, v T) {
	t.Helper()
	text, err := gdpr.Column(&v).Value()
	require.NoError(t, err)
	forms := []any{text}
	if s, ok := text.(string); ok {
		forms = append(forms, []byte(s))
	}
	for _, form := range forms {
		var back T
		require.NoError(t, gdpr.Column(&back).Scan(form))
		require.Equal(t, v, back)
	}
	var old T
	require.NoError(t, gdpr.Column(&old).Scan(text))
	require.NoError(t, gdpr.Column(&old).Scan(nil))
	require.Zero(t, old, "a null isn't the value of the row before")
	text, err = gdpr.Column(&old).Value()
	require.NoError(t, err)
	require.Nil(t, text, "the zero value is null")
	require.Error(t, gdpr.Column(&v).Scan(struct{}{}))
}

func TestColumns(t *testing.T) {
	d, err := gdpr.Term{N: 30, Unit: gdpr.Days}.After(date.New(2026, time.November, 7), gdpr.Italy())
	require.NoError(t, err)
	stored(t, d.By("Regolamento 17(3)"))
	h, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(time.Date(2026, 9, 14, 9, 20, 0, 0, time.UTC))
	require.NoError(t, err)
	stored(t, h)
	stored(t, d.Term)
	stored(t, gdpr.Rolled|gdpr.TwoWorkingDays)
	stored(t, gdpr.Months)
	stored(t, gdpr.Yes)
	stored(t, gdpr.Provision("GDPR 12(3)"))
	stored(t, gdpr.Code("rights.reply.late"))
	fs := gdpr.Findings{{Code: "rights.reply.late", Severity: gdpr.Violation, Where: "replied", Provisions: []gdpr.Provision{"GDPR 12(3)"}, Args: []any{"2026-12-09", 3}}}
	stored(t, fs)
	stored(t, fs[0])
	stored(t, date.New(2026, time.November, 7))
	stored(t, time.Date(2026, 9, 14, 9, 20, 0, 5, time.UTC))
	stored(t, gdpr.Reason{Code: "x", Provision: "GDPR 12(3)"})
	stored(t, []gdpr.Question{{Field: "a", Code: "b"}})
	stored(t, map[string]int{"a": 1})
}

func TestTermColumn(t *testing.T) {
	for _, text := range []string{`{"n":10,"unit":"years"}`, "10 anni", "10 years"} {
		var term gdpr.Term
		require.NoError(t, term.Scan(text))
		require.Equal(t, gdpr.Term{N: 10, Unit: gdpr.Years}, term)
	}
	term := gdpr.Term{N: 1, Unit: gdpr.Days}
	require.ErrorIs(t, term.Scan("illimitata"), gdpr.FaultSyntax)
	require.ErrorIs(t, term.Scan(`{"n":1,"unit":"moons"}`), gdpr.FaultName)
	require.ErrorIs(t, term.Scan(int64(3)), gdpr.FaultSyntax)
	require.Equal(t, gdpr.Term{N: 1, Unit: gdpr.Days}, term)
}

func TestDateColumn(t *testing.T) {
	rome := time.FixedZone("", 3600)
	for _, src := range []any{"2026-11-07", []byte("2026-11-07"), "2026-11-07T00:00:00Z", "2026-11-07 00:00:00+00:00", "2026-11-07 00:00:00", time.Date(2026, 11, 7, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 7, 0, 0, 0, 0, rome)} {
		d := date.New(2020, 1, 1)
		require.NoError(t, gdpr.Column(&d).Scan(src), src)
		require.Equal(t, "2026-11-07", d.String(), "%v", src)
	}
	for src, fault := range map[any]gdpr.Fault{
		"2026-02-30": gdpr.FaultRange, "01/02/2026": gdpr.FaultSyntax, "2026-11-07 00:30:00": gdpr.FaultSyntax, int64(20000): gdpr.FaultSyntax,
		time.Date(2026, 11, 6, 23, 30, 0, 0, time.UTC): gdpr.FaultSyntax, // half past midnight of the 7th in Rome
	} {
		d := date.New(2020, 1, 1)
		require.ErrorIs(t, gdpr.Column(&d).Scan(src), fault, src)
		require.Equal(t, "2020-01-01", d.String())
	}
	var at time.Time
	require.ErrorIs(t, gdpr.Column(&at).Scan("2026-11-07"), gdpr.FaultSyntax)
	require.NoError(t, gdpr.Column(&at).Scan(time.Date(2026, 11, 7, 1, 2, 3, 0, rome)))
	require.Equal(t, 1, at.Hour())
	require.ErrorIs(t, gdpr.Column[date.Date](nil).Scan("2026-11-07"), gdpr.FaultMissing)
	v, err := gdpr.Column[date.Date](nil).Value()
	require.NoError(t, err)
	require.Nil(t, v)
	var c any = gdpr.Column(&at)
	require.Implements(t, (*sql.Scanner)(nil), c)
	require.Implements(t, (*driver.Valuer)(nil), c)
}

func TestUnwritableColumn(t *testing.T) {
	bad := gdpr.Term{N: 1, Unit: 99}
	_, err := bad.Value()
	require.ErrorIs(t, err, gdpr.FaultName)
	f := func() {}
	_, err = gdpr.Column(&f).Value()
	require.Error(t, err)
}
