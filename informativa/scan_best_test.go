package informativa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

// TestBest: the place that holds what the element asks for goes before one that
// only speaks of it, and its offsets are exact.
func TestBest(t *testing.T) {
	const text = "I dati sono conservati per il tempo necessario. Le immagini si conservano per 72 ore.\n\n" +
		"Sede: via Roma, 1. Il titolare si contatta a info@comune.prova.it.\n\n" +
		"Il trattamento è necessario per un obbligo legale, ai sensi dell'art. 6, par. 1, lett. c), del GDPR."
	r := informativa.Scan(text)
	for e, want := range map[informativa.Element]string{
		informativa.Retention: "72 ore", informativa.RetentionPeriod: "72 ore",
		informativa.ControllerContact: "info@comune.prova.it", informativa.LegalBasis: "art. 6",
	} {
		at, found := r.Best(e)
		require.True(t, found, e)
		require.Contains(t, text[at.Start:at.End], want, e)
	}
	at, found := r.Best(informativa.Controller)
	require.Equal(t, r.Has(informativa.Controller), found)
	if found {
		for first := range r.Evidence(informativa.Controller) {
			require.Equal(t, first, at)
			break
		}
	}
	_, found = r.Best(informativa.Cookies)
	require.False(t, found)
	_, found = informativa.Reading{}.Best(informativa.Norm)
	require.False(t, found)
}
