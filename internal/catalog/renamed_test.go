package catalog_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

//go:embed testdata/questions.txt
var questions string

// TestRenamed: every code that a question had in the first edition, as hosts have
// stored it, still has its sentence.
func TestRenamed(t *testing.T) {
	n := 0
	for code := range strings.Lines(questions) {
		code = strings.TrimSpace(code)
		require.True(t, catalog.Has(code), code)
		n++
	}
	require.Greater(t, n, 200)
	require.Equal(t, catalog.Text(language.English, "breach.assessment.key_safe.ask"), catalog.Text(language.English, "breach.question.key-safe"))
	require.Equal(t, catalog.Text(language.English, "breach.telling.mitigated.ask"), catalog.Text(language.English, "breach.question.mitigated"))
	require.Equal(t, catalog.Text(language.English, "rights.automated.contract.ask"), catalog.Text(language.English, "rights.safeguard.contract.ask"))
	require.Equal(t, catalog.Text(language.Italian, "rights.restricted.prejudice.ask"), catalog.Text(language.Italian, "rights.limit.restricted.ask"))
	require.False(t, catalog.Has("breach.question.nothing"))
}
