package gdpr_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

var answers = []gdpr.Answer{gdpr.Unknown, gdpr.No, gdpr.Yes}

// TestAnswerTables writes out Kleene's strong tables.
func TestAnswerTables(t *testing.T) {
	const u, n, y = gdpr.Unknown, gdpr.No, gdpr.Yes
	and := [3][3]gdpr.Answer{{u, n, u}, {n, n, n}, {u, n, y}}
	or := [3][3]gdpr.Answer{{u, u, y}, {u, n, y}, {y, y, y}}
	for _, a := range answers {
		for _, b := range answers {
			require.Equal(t, and[a][b], a.And(b), "%s and %s", a, b)
			require.Equal(t, or[a][b], a.Or(b), "%s or %s", a, b)
			require.Equal(t, a.And(b), gdpr.All(a, b))
			require.Equal(t, a.Or(b), gdpr.Any(a, b))
			require.Equal(t, a.Not().Or(b.Not()), a.And(b).Not(), "De Morgan")
		}
	}
	require.Equal(t, []gdpr.Answer{u, y, n}, []gdpr.Answer{u.Not(), n.Not(), y.Not()})
	require.Equal(t, []bool{false, true, true}, []bool{u.Known(), n.Known(), y.Known()})
	require.Equal(t, gdpr.Yes, gdpr.All())
	require.Equal(t, gdpr.No, gdpr.Any())
	require.Equal(t, gdpr.Yes, gdpr.Is(true))
	require.Equal(t, gdpr.No, gdpr.Is(false))
}

// TestAtLeast holds the count against every way to fill the unknown answers.
func TestAtLeast(t *testing.T) {
	for _, a := range answers {
		for _, b := range answers {
			for _, c := range answers {
				for n := -1; n <= 4; n++ {
					seen := map[bool]bool{}
					for way := range 8 {
						yes := 0
						for i, x := range []gdpr.Answer{a, b, c} {
							if x == gdpr.Yes || x == gdpr.Unknown && way>>i&1 == 1 {
								yes++
							}
						}
						seen[yes >= n] = true
					}
					want := gdpr.Unknown
					if len(seen) == 1 {
						want = gdpr.Is(seen[true])
					}
					require.Equal(t, want, gdpr.AtLeast(n, a, b, c), "%d of %s %s %s", n, a, b, c)
				}
			}
		}
	}
	least, most := gdpr.Count(gdpr.Yes, gdpr.Unknown, gdpr.No, gdpr.Yes)
	require.Equal(t, []int{2, 3}, []int{least, most})
}

func TestAnswerJSON(t *testing.T) {
	type facts struct {
		Special gdpr.Answer `json:"special"`
	}
	for a, want := range map[gdpr.Answer]string{gdpr.Unknown: `{"special":null}`, gdpr.No: `{"special":false}`, gdpr.Yes: `{"special":true}`} {
		data, err := json.Marshal(facts{a})
		require.NoError(t, err)
		require.Equal(t, want, string(data))
		back := facts{gdpr.Yes}
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, a, back.Special)
	}
	var f facts
	require.NoError(t, json.Unmarshal([]byte(`{}`), &f))
	require.Equal(t, gdpr.Unknown, f.Special, "not said is not no")
	for _, bad := range []string{`"yes"`, `1`, `{}`, `"null"`} {
		var a gdpr.Answer
		require.ErrorIs(t, json.Unmarshal([]byte(bad), &a), gdpr.FaultName, bad)
	}
	require.Equal(t, []string{"unknown", "no", "yes"}, []string{gdpr.Unknown.String(), gdpr.No.String(), gdpr.Yes.String()})
	// A value that no constant has is as good as unknown.
	require.False(t, gdpr.Answer(9).Known())
	require.Equal(t, "unknown", gdpr.Answer(9).String())
}
