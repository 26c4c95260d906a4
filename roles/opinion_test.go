package roles_test

import (
	"encoding/json"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

func TestOpinion(t *testing.T) {
	asked, given, decided := date.New(2026, 3, 2), date.New(2026, 3, 9), date.New(2026, 3, 10)
	tests := []struct {
		name    string
		o       roles.Opinion
		decided date.Date
		code    gdpr.Code
		weight  gdpr.Severity
		where   string
	}{
		{"nobody asked, and nothing is decided yet", roles.Opinion{}, 0, roles.CodeOpinionNotAsked, violation, "asked"},
		{"nobody asked", roles.Opinion{}, decided, roles.CodeOpinionNotAsked, violation, "asked"},
		{"asked, the decision still to come", roles.Opinion{Asked: asked}, 0, "", 0, ""},
		{"decided without it", roles.Opinion{Asked: asked}, decided, roles.CodeOpinionNotGiven, violation, "given"},
		{"given after the decision", roles.Opinion{Asked: asked, Given: decided + 1, Departed: gdpr.No}, decided, roles.CodeOpinionLate, violation, "given"},
		{"given on the day", roles.Opinion{Asked: asked, Given: decided, Departed: gdpr.No}, decided, "", 0, ""},
		{"given unasked", roles.Opinion{Given: given, Departed: gdpr.No}, decided, "", 0, ""},
		{"followed", roles.Opinion{Asked: asked, Given: given, Departed: gdpr.No}, decided, "", 0, ""},
		{"followed or not", roles.Opinion{Asked: asked, Given: given}, decided, roles.CodeOpinionUnresolved, warning, "departed"},
		{"departed from in silence", roles.Opinion{Asked: asked, Given: given, Departed: gdpr.Yes, Reasons: " \n"}, decided, roles.CodeOpinionUnreasoned, violation, "reasons"},
		{"departed from with reasons", roles.Opinion{Asked: asked, Given: given, Departed: gdpr.Yes, Reasons: "i dati erano cifrati"}, decided, "", 0, ""},
	}
	for _, tt := range tests {
		found := tt.o.Check(tt.decided)
		if tt.code == "" {
			require.Nil(t, found, tt.name)
			continue
		}
		require.Len(t, found, 1, tt.name)
		require.Equal(t, tt.code, found[0].Code, tt.name)
		require.Equal(t, tt.weight, found[0].Severity, tt.name)
		require.Equal(t, tt.where, found[0].Where, tt.name)
		require.NotContains(t, found[0].Message(language.Italian), "%!")
		for _, p := range found[0].Provisions {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err)
		}
	}
	late := roles.Opinion{Asked: asked, Given: decided + 1}.Check(decided)
	require.Equal(t, "il parere del RPD è dell'11 marzo 2026, dopo la decisione del 10 marzo 2026", late[0].Message(language.Italian))
}

func TestOpinionJSON(t *testing.T) {
	o := roles.Opinion{Asked: date.New(2026, 3, 2), Departed: gdpr.Yes, Reasons: "r"}
	data, err := json.Marshal(o)
	require.NoError(t, err)
	require.JSONEq(t, `{"asked":"2026-03-02","departed":true,"reasons":"r"}`, string(data))
	var back roles.Opinion
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, o, back)
}

func FuzzOpinion(f *testing.F) {
	f.Add(int64(5), int64(6), uint8(2), "perché", int64(7))
	f.Fuzz(func(t *testing.T, asked, given int64, departed uint8, reasons string, decided int64) {
		o := roles.Opinion{Asked: date.Date(asked), Given: date.Date(given), Departed: gdpr.Answer(departed), Reasons: reasons}
		found := o.Check(date.Date(decided))
		if len(found) > 1 {
			t.Errorf("more than one finding: %v", found)
		}
		// A decision still to come never asks for more than one taken.
		if len(found) == 0 && len(o.Check(0)) > 0 {
			t.Errorf("%+v: in order when decided, not before", o)
		}
		_ = found.Report(language.Italian)
	})
}
