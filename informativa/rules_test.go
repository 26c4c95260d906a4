package informativa_test

import (
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
)

func TestSiteWithoutItsPart(t *testing.T) {
	n := nursery()
	n.Site = nil
	in := Comune()
	for website, want := range map[gdpr.Answer]bool{gdpr.Yes: true, gdpr.No: false, gdpr.Unknown: false} {
		in.Website = website
		require.Equal(t, want, n.Check(in).Has(CodeLinks), website)
	}
	n.Site = &Site{}
	in.Website = gdpr.Unknown
	require.True(t, n.Check(in).Has(CodeLinks), "a notice that speaks of one")
}

func TestPixelsByDay(t *testing.T) {
	n := portal()
	n.Site.Mailing = &Mailing{Pixels: gdpr.Yes, OptOut: true}
	in := online()
	for on, want := range map[date.Date]bool{date.New(2026, time.October, 28): false, date.New(2026, time.October, 29): true, date.New(2026, time.October, 30): true} {
		in.On = on
		require.Equal(t, want, n.Check(in).Has(CodePixels), on)
	}
}

func TestFreeAndOwed(t *testing.T) {
	for _, c := range []struct {
		supplies []Supply
		want     bool
	}{
		{[]Supply{{What: "", Obligation: Free}, {What: "e-mail", Obligation: Free}}, false},
		{[]Supply{{What: "nome", Obligation: ByStatute}, {What: "e-mail", Obligation: Free}}, false},
		{[]Supply{{What: "", Obligation: ByStatute}, {What: "e-mail", Obligation: Free}}, true},
		{[]Supply{{What: "e-mail", Obligation: ByStatute}, {What: "e-mail", Obligation: Free}}, true},
		{[]Supply{{What: "e-mail", Obligation: Free}, {What: "", Obligation: ByStatute}}, true},
		{[]Supply{{What: "", Obligation: Free}, {What: "e-mail", Obligation: ByStatute}}, true},
		{[]Supply{{What: "e-mail", Obligation: Free}, {What: "E-mail ", Obligation: ByStatute}}, true},
	} {
		n := nursery()
		n.Supplies = c.supplies
		require.Equal(t, c.want, n.Check(Comune()).Has(CodeFreeAndOwed), "%+v", c.supplies)
	}
}

func TestUntrue(t *testing.T) {
	in := Comune()
	for _, c := range []struct {
		says   gdpr.Answer
		listed []string
		is     gdpr.Answer
		want   gdpr.Severity
	}{
		{gdpr.Yes, nil, gdpr.No, gdpr.Warning},
		{gdpr.Unknown, []string{"Regione"}, gdpr.No, gdpr.Warning},
		{gdpr.Unknown, nil, gdpr.No, 0},
		{gdpr.No, nil, gdpr.Yes, gdpr.Violation},
		{gdpr.No, nil, gdpr.No, 0},
	} {
		n := nursery()
		n.Disclosed, n.Recipients = c.says, c.listed
		in.Disclosed = c.is
		var got gdpr.Severity
		for _, f := range n.Check(in) {
			if f.Code == CodeUntrue {
				got = f.Severity
			}
		}
		require.Equal(t, c.want, got, "%+v", c)
	}
}

func TestVideoTerm(t *testing.T) {
	for _, c := range []struct {
		regime  gdpr.Regime
		video   gdpr.Answer
		storage []Storage
		want    gdpr.Severity
	}{
		{gdpr.Template, gdpr.Yes, []Storage{{Criterion: "finché serve"}}, gdpr.Violation},
		{gdpr.Template, gdpr.Yes, []Storage{{Term: gdpr.Term{N: 7, Unit: gdpr.Days}}}, 0},
		{gdpr.Template, gdpr.Yes, nil, 0}, // then it isn't told at all
		{gdpr.UnionLaw, gdpr.Yes, []Storage{{Criterion: "finché serve"}}, gdpr.Advice},
		{gdpr.UnionLaw, gdpr.No, []Storage{{Criterion: "finché serve"}}, 0},
		{gdpr.UnionLaw, gdpr.Unknown, []Storage{{Criterion: "finché serve"}}, 0},
	} {
		n := nursery()
		n.Storage = c.storage
		in := Comune().Under(c.regime)
		in.Video = c.video
		var got gdpr.Severity
		for _, f := range n.Check(in) {
			if f.Code == CodeVideoTerm {
				got = f.Severity
			}
		}
		require.Equal(t, c.want, got, "%+v", c)
	}
}

func TestRepealedByDay(t *testing.T) {
	from := date.New(2018, time.September, 19)
	r := Reading{Language: Italian, Repeals: []RepealedAt{{Repeal: Repeal{Law: "L. 1/1990", From: from}}}}
	for on, want := range map[date.Date]bool{from - 1: false, from: true, from + 1: true} {
		in := Comune()
		in.On = on
		require.Equal(t, want, r.Check(in).Has(CodeRepealed), on)
	}
}

func TestRepealedWays(t *testing.T) {
	for text, want := range map[string]int{
		"31 dicembre 1996, nr. 675": 1,
		"dicembre 1996 num. 675":    1,
		"1996, pagina 675":          0,
		"n. 675 della rivista":      0,
		"675 euro per la mensa scolastica del nostro comune nel 1996": 0,
		"675 del 31 dicembre 1996":                                    1,
		"196/2003, art. 13":                                           1,
		"D.Lgs. 196/2003 e ancora D.Lgs. 196/2003, art. 13":           1,
		"codice privacy, poi codice della privacy, art. 13":           1,
		"il codice privacy; il codice privacy, art. 13":               1,
		"D.Lgs. 196/2003 (codice privacy), art. 7":                    1,
		"D.Lgs. 196/2003 per la biblioteca comunale art. 7":           0,
	} {
		n := 0
		for range Repealed(text, gdpr.LawAsOf()) {
			n++
		}
		require.Equal(t, want, n, text)
	}
}

func TestEveryExemptionIsTold(t *testing.T) {
	e := nothing()
	e.Elsewhere, e.Informed, e.LaidDown, e.Safeguarded = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	var told []gdpr.Provision
	for r := range e.Decide().Reasons() {
		told = append(told, r.Provision)
	}
	require.Contains(t, told, gdpr.Provision("GDPR 14(5)(a)"))
	require.Greater(t, len(told), 1, told)
}

func TestPlainForMinors(t *testing.T) {
	text := "I dati raccolti servono soltanto per gestire la domanda di iscrizione al servizio comunale."
	for manner, codice := range map[Manner]bool{Electronic: true, OnPaper: false} {
		fs := Delivery{Manner: manner, Minors: gdpr.Yes, Text: text}.Check()
		require.Len(t, fs, 1)
		require.Equal(t, codice, slices.ContainsFunc(fs[0].Provisions, func(p gdpr.Provision) bool { return p.Act() == "Codice" }), "%v %v", manner, fs[0].Provisions)
	}
}

func TestLayersCite(t *testing.T) {
	for layer, want := range map[Layer]gdpr.Provision{AreaSign: "EDPB 3/2019 114", FirstLayer: "WP260 36"} {
		in := Comune()
		in.Layer = layer
		fs := Scan("Area videosorvegliata. La registrazione è effettuata per la sicurezza.").Check(in)
		i := slices.IndexFunc(fs, func(f gdpr.Finding) bool { return f.Code == CodeLayerController })
		require.GreaterOrEqual(t, i, 0, "%v", fs)
		require.Contains(t, fs[i].Provisions, want)
	}
}

// A sign that ends a sentence ends it after an abbreviation too, and a line that begins
// with a bracket goes on.
func TestSentencesEnd(t *testing.T) {
	require.Equal(t, 2, Measure("Si veda art! Poi basta.").Sentences)
	require.Equal(t, 1, Measure("Si veda art. 13 del testo.").Sentences)
	require.Equal(t, 1, Measure("Il testo (che\n) segue.").Sentences)
	require.Equal(t, 2, Measure("Il testo\n1) segue.").Sentences)
}
