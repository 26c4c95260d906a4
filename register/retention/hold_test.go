package retention_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

var kinds = []retention.HoldKind{retention.Order, retention.Investigation, retention.Need, retention.Claim, retention.Restriction, retention.Disposal, retention.Sanction}

func TestHoldOn(t *testing.T) {
	from, until := day(2026, 3, 1), day(2026, 3, 31)
	for _, k := range kinds {
		h := retention.Hold{Kind: k, From: from, Until: until, Reference: "prot. 12/2026"}
		require.False(t, h.On(from-1), k)
		require.True(t, h.On(from), k)
		require.True(t, h.On(until), k)
		require.False(t, h.On(until+1), k)
		open := h
		open.Until = 0
		require.Equal(t, k != retention.Need, open.On(until+1000), "a need without an end holds nothing")
		bare := h
		bare.Reference = " "
		require.Equal(t, k != retention.Need, bare.On(from), "a need without reasons holds nothing")
	}
	require.False(t, retention.Hold{From: from}.On(from), "no kind")
	require.False(t, retention.Hold{Kind: retention.Sanction + 1}.On(from), "no such kind")
	require.True(t, retention.Hold{Kind: retention.Claim}.On(1), "ever since")
}

func TestCheckHolds(t *testing.T) {
	on := day(2026, 11, 22)
	for _, k := range kinds {
		require.Empty(t, retention.CheckHolds([]retention.Hold{{Kind: k, From: on, Until: on + 10, Reference: "prot. 1/2026"}}, on))
	}
	good := retention.Hold{Kind: retention.Order, From: day(2026, 3, 1), Reference: "R.G.N.R. 1/2026"}
	require.Empty(t, retention.CheckHolds([]retention.Hold{good}, on))
	for _, c := range []struct {
		name   string
		change func(*retention.Hold)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"kind", func(h *retention.Hold) { h.Kind = 0 }, retention.CodeHoldKind, "[1].kind", gdpr.Violation},
		{"unknown kind", func(h *retention.Hold) { h.Kind = 99 }, retention.CodeHoldKind, "[1].kind", gdpr.Violation},
		{"start", func(h *retention.Hold) { h.From = 0 }, retention.CodeHoldStart, "[1].from", gdpr.Warning},
		{"reference", func(h *retention.Hold) { h.Reference = "" }, retention.CodeHoldReference, "[1].reference", gdpr.Violation},
		{"reversed", func(h *retention.Hold) { h.Until = h.From - 1 }, retention.CodeHoldOrder, "[1].until", gdpr.Violation},
		{"need", func(h *retention.Hold) { h.Kind = retention.Need }, retention.CodeHoldEnd, "[1].until", gdpr.Violation},
		{"old", func(h *retention.Hold) { h.From = on - 366 }, retention.CodeHoldOld, "[1].until", gdpr.Advice},
	} {
		h := good
		c.change(&h)
		fs := retention.CheckHolds([]retention.Hold{good, h}, on)
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, c.where, fs[0].Where, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		require.NotEmpty(t, fs[0].Provisions)
		for _, p := range fs[0].Provisions {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err)
		}
	}
	day1 := good
	day1.Until = day1.From
	require.Empty(t, retention.CheckHolds([]retention.Hold{day1}, on), "of one day")
	young := good
	young.From = on - 365
	require.Empty(t, retention.CheckHolds([]retention.Hold{young}, on))
}

func TestWords(t *testing.T) {
	require.Empty(t, retention.Fate(0).Label(language.Italian))
	require.Equal(t, "da cancellare", retention.Expired.Label(language.Italian))
}
