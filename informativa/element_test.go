package informativa_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

func TestElements(t *testing.T) {
	n := 0
	for e := range informativa.Elements() {
		n++
		require.Equal(t, informativa.Element(n), e)
		text, err := e.MarshalText()
		require.NoError(t, err)
		require.Equal(t, e.String(), string(text))
		var back informativa.Element
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, e, back)
		require.NotEmpty(t, e.Label(language.Italian))
		require.NotEmpty(t, e.Label(language.English))
	}
	require.Equal(t, 28, n)
	for range informativa.Elements() {
		break
	}
	require.Equal(t, "right_access", informativa.RightAccess.String())
	require.Empty(t, informativa.Element(0).String()+informativa.Element(99).Label(language.Italian)+informativa.Element(0).Label(language.Italian))
	_, err := informativa.Element(99).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	var e informativa.Element
	require.ErrorIs(t, json.Unmarshal([]byte(`"accesso"`), &e), gdpr.FaultName)
}
