package informativa

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/wordscan"
	"github.com/b58db29f/gdpr/register"
)

func TestRegimeOfAContext(t *testing.T) {
	for regime, want := range map[gdpr.Regime][2]gdpr.Answer{
		gdpr.Template: {gdpr.Yes, gdpr.Yes}, gdpr.PublicLaw: {gdpr.No, gdpr.Yes}, gdpr.ItalianLaw: {gdpr.No, gdpr.No}, gdpr.UnionLaw: {gdpr.No, gdpr.Unknown},
	} {
		in := Context{}.Under(regime)
		require.Equal(t, want, [2]gdpr.Answer{in.Municipal, in.PublicBody}, regime)
	}
	for in, want := range map[Context]gdpr.Regime{
		{}:                   gdpr.Template,
		{Municipal: gdpr.No}: gdpr.PublicLaw,
		{Municipal: gdpr.No, PublicBody: gdpr.Yes}:  gdpr.PublicLaw,
		{Municipal: gdpr.No, PublicBody: gdpr.No}:   gdpr.ItalianLaw,
		{Municipal: gdpr.Yes, PublicBody: gdpr.No}:  gdpr.Template,
		{Municipal: gdpr.No, Regime: gdpr.UnionLaw}: gdpr.UnionLaw,
	} {
		require.Equal(t, want, in.regime(), "%+v", in)
	}
}

func TestWithinYear(t *testing.T) {
	for term, want := range map[gdpr.Term]bool{
		{N: 12, Unit: gdpr.Months}: true, {N: 13, Unit: gdpr.Months}: false, {N: 1, Unit: gdpr.Years}: true, {N: 2, Unit: gdpr.Years}: false,
		{N: 366, Unit: gdpr.Days}: true, {N: 1, Unit: gdpr.Years + 1}: false, {N: 1, Unit: 99}: false,
	} {
		require.Equal(t, want, withinYear(term), term)
	}
}

func TestSameParty(t *testing.T) {
	one := Party{Name: "Comune di Alfa", Email: "a@alfa.example", PEC: "a@pec.alfa.example"}
	for _, other := range []Party{{Name: "comune di alfa "}, {Name: "Beta", Email: "A@alfa.example"}, {Name: "Beta", PEC: "a@pec.alfa.example"}} {
		require.True(t, one.same(other), "%+v", other)
	}
	for _, other := range []Party{{}, {Name: "Beta"}, {Name: "Beta", Email: "b@alfa.example"}} {
		require.False(t, one.same(other), "%+v", other)
	}
}

func TestRightsNamed(t *testing.T) {
	at := func(start int) Span { return Span{Start: start, End: start + 5} }
	rights := func(r Reading) (all []Element) {
		for e := range r.rightsByArticle() {
			all = append(all, e)
		}
		slices.Sort(all)
		return all
	}
	require.Equal(t, []Element{RightAccess}, rights(Reading{Citations: []Citation{{Provision: "GDPR 15", Span: at(1)}}}))
	require.Len(t, rights(Reading{Citations: []Citation{{Provision: "GDPR 15", Span: at(1)}}, following: true}), 6)
	require.Equal(t, []Element{RightErasure}, rights(Reading{Citations: []Citation{{Provision: "GDPR 17", Span: at(1)}}, following: true}))
	require.Empty(t, rights(Reading{Citations: []Citation{{Provision: "Codice 15", Span: at(1)}}}))

	for _, order := range [][]Citation{
		{{Provision: "GDPR 21", Span: at(10)}, {Provision: "GDPR 15", Span: at(50)}},
		{{Provision: "GDPR 15", Span: at(10)}, {Provision: "GDPR 21", Span: at(50)}},
	} {
		fs := Reading{Language: Italian, Citations: order}.Check(Comune())
		i := slices.IndexFunc(fs, func(f gdpr.Finding) bool { return f.Code == CodeByArticle })
		require.GreaterOrEqual(t, i, 0)
		require.Equal(t, at(10).path(), fs[i].Where)
		require.Equal(t, gdpr.Args{2}, fs[i].Args)
	}
}

func TestSaidInOneWay(t *testing.T) {
	for _, p := range []Purpose{{Basis: register.PublicTask}, {Law: "L.R. 1/2020"}} {
		require.True(t, Notice{Purposes: []Purpose{p}}.said().has(LegalBasis), "%+v", p)
	}
	require.False(t, Notice{Purposes: []Purpose{{Text: "iscrizione"}}}.said().has(LegalBasis))
	for articles, want := range map[gdpr.Provision]bool{"GDPR 13": true, "GDPR": false, "Codice 13": false} {
		require.Equal(t, want, Notice{Articles: []gdpr.Provision{articles}}.said().has(Norm), articles)
	}
	for _, p := range []Purpose{{Basis: register.PublicTask}, {Condition: "GDPR 9(2)(g)"}} {
		require.True(t, Notice{Purposes: []Purpose{p}}.besides().has(Norm), "%+v", p)
	}
	dpo := Party{Email: "rpd@alfa.example", PEC: "rpd@pec.alfa.example"}
	for exercise, want := range map[string]bool{"urp@alfa.example": true, dpo.Email: false, dpo.PEC: false, "allo sportello": false} {
		require.Equal(t, want, Notice{DPO: dpo, Exercise: exercise}.besides().has(ControllerContact), exercise)
	}
}

func TestTellsTheLanguage(t *testing.T) {
	marked := func(italian, english int) []int {
		m := make([]int, max(int(English), int(Italian)))
		m[Italian-1], m[English-1] = italian, english
		return m
	}
	for _, c := range []struct {
		why              string
		words            int
		italian, english int
		own              int
		told, also       Language
	}{
		{"one in twelve", 120, 10, 0, 0, Italian, 0},
		{"fewer", 132, 10, 0, 0, OtherLanguage, 0},
		{"of both, half as much", 120, 10, 20, 0, Italian, English},
		{"less than half", 120, 10, 21, 0, English, 0},
		{"less than half, and it says enough in Italian", 120, 10, 21, 4, Italian, English},
		{"less than half, and it says too little", 120, 10, 21, 3, English, 0},
		{"a table", 400, 10, 0, 4, Italian, 0},
		{"a table that says too little", 400, 10, 0, 3, OtherLanguage, 0},
		{"a table with fewer", 401, 10, 0, 4, OtherLanguage, 0},
		{"a few words", 60, 1, 1, 1, Italian, 0},
		{"a few words more", 61, 1, 0, 1, OtherLanguage, 0},
		{"a few words that say nothing", 60, 1, 0, 0, OtherLanguage, 0},
		{"a few words with more of another", 60, 1, 2, 1, OtherLanguage, 0},
		{"a few words without any mark", 60, 0, 0, 1, OtherLanguage, 0},
		{"English, one in twelve", 120, 0, 10, 0, English, 0},
		{"English, fewer", 121, 0, 10, 0, OtherLanguage, 0},
	} {
		told, also := tell(wordscan.Result{Words: c.words, Marked: marked(c.italian, c.english)}, 1000, c.own, 0)
		require.Equal(t, []Language{c.told, c.also}, []Language{told, also}, c.why)
	}
	even := []int{0, 0, 0, 0, 0, 0}
	even = even[:max(int(Italian), int(English), int(French))]
	even[English-1], even[French-1] = 10, 10
	told, _ := tell(wordscan.Result{Words: 120, Marked: even}, 1000, 0, 0)
	require.Equal(t, min(English, French), told, "of two with as many marks the first")
}

// Small letters are those of ASCII, so that places stay.
func TestSmall(t *testing.T) { require.Equal(t, "azaz È", small("AZaz È")) }
