package security_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

func TestWords(t *testing.T) {
	require.Empty(t, security.Measure(0).Label(language.Italian))
	require.Equal(t, "firewall e protezione della rete", security.Firewall.Label(language.Italian))
}

func TestJSON(t *testing.T) {
	list := whole()
	cr := credential()
	status, err := cr.Status(today, security.Policy{})
	require.NoError(t, err)
	for _, v := range []any{&list, &cr, &status, &security.Policy{MinLength: 12}, &security.Checklist{}, &security.Entry{Measure: security.Backup, State: security.Excluded, Reviewed: today, Reason: "r"}} {
		data, err := json.Marshal(v)
		require.NoError(t, err)
		back := reflect.New(reflect.TypeOf(v).Elem())
		require.NoError(t, gdpr.Decode(data, back.Interface()), string(data))
		require.Equal(t, v, back.Interface())
	}
	var c security.Checklist
	err = gdpr.Decode([]byte(`{"entries":[{"measure":"firewal"}]}`), &c)
	require.ErrorContains(t, err, "entries[0].measure")
}

// FuzzStatus: nothing panics, time never heals a credential, and a stricter
// policy never makes it better.
func FuzzStatus(f *testing.F) {
	f.Add(int64(739000), int64(739100), int64(739050), int64(0), int64(0), int64(739300), 10, uint8(3))
	f.Add(int64(739000), int64(0), int64(0), int64(739010), int64(739020), int64(739300), 0, uint8(6))
	f.Fuzz(func(t *testing.T, issued, used, changed, lost, disabled, on int64, length int, n uint8) {
		c := security.Credential{ID: "x", Length: length, Issued: date.Date(issued), Used: date.Date(used), Changed: date.Date(changed), Lost: date.Date(lost), Disabled: date.Date(disabled)}
		s, err := c.Status(date.Date(on), security.Policy{})
		if err != nil {
			return
		}
		fs, err := security.Check([]security.Credential{c}, date.Date(on), security.Policy{})
		require.NoError(t, err)
		bad := s.Condition != security.Valid && s.Condition != security.Fresh && s.Condition != security.Disabled
		require.True(t, !bad || fs.Worst() == gdpr.Violation)
		require.True(t, s.Condition != security.Disabled || (len(fs) == 0) == (used <= disabled))
		if later, err := c.Status(date.Date(on)+1, security.Policy{}); err == nil && bad {
			require.NotEqual(t, security.Valid, later.Condition)
			require.NotEqual(t, security.Fresh, later.Condition)
		}
		m := 1 + int(n%6)
		if strict, err := c.Status(date.Date(on), security.Policy{ChangeMonths: m, DisuseMonths: m}); err == nil && bad {
			require.NotEqual(t, security.Valid, strict.Condition)
			require.NotEqual(t, security.Fresh, strict.Condition)
		}
	})
}

// FuzzChecklist: whatever the JSON, nothing panics and the findings are the same
// twice.
func FuzzChecklist(f *testing.F) {
	list := whole()
	data, err := json.Marshal(list)
	require.NoError(f, err)
	f.Add(data, int64(today))
	f.Add([]byte(`{"paper":null,"entries":[{"measure":"antivirus","state":"adopted","reviewed":"2026-01-31"}],"installations":[{"system":"x"}]}`), int64(today))
	f.Fuzz(func(t *testing.T, data []byte, on int64) {
		var c security.Checklist
		if gdpr.Decode(data, &c) != nil {
			return
		}
		fs, err := c.Check(date.Date(on), security.Policy{}, gdpr.Italy())
		again, err2 := c.Check(date.Date(on), security.Policy{}, gdpr.Italy())
		require.Equal(t, fs, again)
		require.Equal(t, err, err2)
		for _, f := range fs {
			require.NotEmpty(t, f.Where)
			require.NotEmpty(t, f.Provisions)
		}
	})
}

func BenchmarkStatus(b *testing.B) {
	c := credential()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Status(today, security.Policy{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChecklist(b *testing.B) {
	c := whole()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Check(today, security.Policy{}, gdpr.Italy()); err != nil {
			b.Fatal(err)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	c := credential()
	require.Zero(t, testing.AllocsPerRun(100, func() { _, _ = c.Status(today, security.Policy{}) }))
}
