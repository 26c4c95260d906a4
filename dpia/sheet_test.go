package dpia

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	markdown "github.com/b58db29f/gdpr/internal/page"
	"github.com/b58db29f/gdpr/roles"
)

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

var languages = map[string]language.Tag{"it": language.Italian, "en": language.English}

func TestSheetGolden(t *testing.T) {
	sheet := Sheet{
		Controller: "Comune di Roccasilvana",
		Processing: "Chatbot dello sportello sociale | prova",
		Author:     "Bianca Neri",
		Date:       day("2026-03-02"),
	}
	chatbot := none()
	chatbot.NewTechnology, chatbot.SpecialData = gdpr.Yes, gdpr.Yes
	doctor := none()
	doctor.SpecialData, doctor.Vulnerable = gdpr.Yes, gdpr.Yes
	staff := none()
	staff.Monitoring, staff.Employees = gdpr.Yes, gdpr.Yes
	policy := Policy{Own: []gdpr.Text{{IT: "dati di alunni delle scuole comunali", EN: "data on pupils of the municipal schools"}}}
	pupils := none()
	pupils.Vulnerable, pupils.Own = gdpr.Yes, gdpr.Yes
	chosen, err := Screen(pupils, policy)
	require.NoError(t, err)
	for name, s := range map[string]Screening{
		"required":     mustScreen(t, chatbot),
		"stricter":     mustScreen(t, staff),
		"no":           mustScreen(t, none()), // each criterion that doesn't hold is a ground of the "no"
		"excepted":     mustScreen(t, doctor).Excepted(soundException()),
		"own":          chosen,
		"undetermined": mustScreen(t, Facts{Vulnerable: gdpr.Yes, Monitoring: gdpr.No}).AssessedByLaw(LawAssessment{PublicTask: gdpr.Yes}),
	} {
		for lang, tag := range languages {
			sheet.Screening, sheet.Exception, sheet.Policy = s, Exception{}, Policy{}
			sheet.LargeScale, sheet.Proof, sheet.Opinion = "", "", roles.Opinion{}
			if s.Rule == ByNone {
				sheet.LargeScale, sheet.Proof = "quaranta utenti in un anno, in un solo Comune", "prot. 2114/2026"
				sheet.Opinion = roles.Opinion{Asked: day("2026-02-23"), Given: day("2026-02-27"), Text: "Concordo: nessun criterio ricorre.", Favours: gdpr.Yes, Departed: gdpr.No}
			}
			if s.Rule == ByOwn {
				sheet.Policy = policy
			}
			if s.Rule == ByException {
				sheet.Exception = soundException()
			}
			golden(t, "sheet-"+name+"."+lang+".md", sheet.Markdown(tag))
		}
	}
	blank := Sheet{Screening: mustScreen(t, Facts{})}
	require.Contains(t, blank.Markdown(language.Italian), "- nulla è ancora accertato\n")
	require.Contains(t, blank.Markdown(language.Italian), "| Data | non indicato |")
}

func TestAssessmentGolden(t *testing.T) {
	a := soundAssessment()
	a.Changes = []Change{{On: day("2026-05-04"), What: "nuova telecamera in via Roma", AltersRisk: gdpr.Yes}}
	unfinished := Assessment{Processing: "Sensori del traffico", Risks: []Risk{{Event: OtherRisk, Title: "profili degli spostamenti", Before: Rating{Severity: Maximum}}}}
	for lang, tag := range languages {
		golden(t, "assessment."+lang+".md", a.Markdown(tag))
		golden(t, "assessment-unfinished."+lang+".md", unfinished.Markdown(tag))
	}
}

// TestMarkdownIsText: what a host puts in can't change the sheet's structure.
func TestMarkdownIsText(t *testing.T) {
	hostile := "# titolo\n| a | b |\n<script>x</script> [l](http://x) *y* `z`"
	sheet := Sheet{Controller: hostile, Processing: hostile, Author: hostile, Screening: mustScreen(t, none())}
	plain := Sheet{Controller: "x", Processing: "x", Author: "x", Screening: mustScreen(t, none())}
	require.Equal(t, strings.Count(plain.Markdown(language.Italian), "\n"), strings.Count(sheet.Markdown(language.Italian), "\n"))
	require.NotContains(t, sheet.Markdown(language.Italian), "<script>")
	for in, want := range map[string]string{
		"a|b":            `a\|b`,
		"- punto":        `\- punto`,
		"1. punto":       `1\. punto`,
		"2) punto":       `2\) punto`,
		"Bianca N. Neri": "Bianca N. Neri",
		"A.B. Neri":      "A.B. Neri",
		"a - b":          "a - b",
		"":               "",
		"&lt;":           `\&lt;`,
		"è  così":        "è così",
	} {
		require.Equal(t, want, markdown.Inline(in))
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("Videosorveglianza", "a|b")
	f.Add("# x\n", "<b>\r\n- \\")
	f.Add("|", "\u2028\x00\xff")
	plain := Assessment{Operations: "x", Risks: []Risk{{Title: "x", Sources: "x", Measures: []Measure{{What: "x"}}}}}
	lines := strings.Count(plain.Markdown(language.Italian), "\n")
	bars := strings.Count(plain.Markdown(language.Italian), "|")
	f.Fuzz(func(t *testing.T, text, cell string) {
		if blank(text) || blank(cell) {
			return
		}
		a := Assessment{Operations: text, Risks: []Risk{{Title: cell, Sources: cell, Measures: []Measure{{What: cell}}}}}
		got := a.Markdown(language.Italian)
		if strings.Count(got, "\n") != lines {
			t.Fatalf("%q and %q make more lines", text, cell)
		}
		if strings.Count(got, "|")-strings.Count(got, `\|`) != bars {
			t.Fatalf("%q and %q make more cells", text, cell)
		}
	})
}
