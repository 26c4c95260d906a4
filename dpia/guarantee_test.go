package dpia

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

func soundGuarantees() []Guarantee {
	return []Guarantee{
		{Topic: Lawfulness, Measures: "Compito di interesse pubblico, art. 6, par. 1, lett. e), RGPD.", State: InPlace},
		{Topic: PurposeLimitation, Measures: "Nessun altro uso delle immagini.", Effect: "Lo dice il disciplinare.", State: InPlace},
		{Topic: Minimisation, Measures: "Oscuramento delle finestre.", State: PartlyInPlace},
		{Topic: StorageLimitation, Measures: "Cancellazione dopo sette giorni.", State: InPlace},
		{Topic: Information, Measures: "Cartelli e informativa sul sito.", State: InPlace},
		{Topic: AccessPortability, Measures: "Modulo dell'URP; la portabilità non si applica.", State: InPlace},
		{Topic: RectificationErasure, Measures: "Modulo dell'URP.", State: InPlace},
		{Topic: ObjectionRestriction, Measures: "Modulo dell'URP.", State: InPlace},
		{Topic: Processors, Measures: "Contratto con il manutentore.", State: Planned},
		{Topic: Transfers, Measures: "Nessun trasferimento.", State: InPlace},
	}
}

// TestUntreated: annex 2 of WP248 wants ten topics; one that doesn't arise says so.
func TestUntreated(t *testing.T) {
	a := soundAssessment()
	require.Empty(t, slices.Collect(a.Untreated()))
	require.False(t, a.Check().Has(CodeGuarantees))
	a.Guarantees[8].Measures = " "
	require.Equal(t, []Topic{Processors}, slices.Collect(a.Untreated()))
	require.Equal(t, 1, strings.Count(a.Markdown(language.Italian), "responsabili del trattamento | non indicato"))
	fs := a.Check()
	require.Len(t, fs, 1)
	require.Equal(t, CodeGuarantees, fs[0].Code)
	require.Equal(t, gdpr.Advice, fs[0].Severity)
	require.Contains(t, fs[0].Message(language.Italian), ": 1")
	a.Guarantees = nil
	require.Len(t, slices.Collect(a.Untreated()), 10)
	require.Equal(t, 10, strings.Count(a.Markdown(language.English), " | not given | not given | not given |"))
	for range a.Untreated() {
		break
	}
}

// TestVerdict: an approval that a high risk doesn't hinder has its reasons, and one
// under conditions has them.
func TestVerdict(t *testing.T) {
	a := soundAssessment()
	a.Verdict = Verdict{Decision: Approved}
	require.Empty(t, a.Check())
	a.Verdict = Verdict{Decision: Conditional}
	require.Equal(t, []gdpr.Code{CodeConditions}, codes(a.Check()))
	a.Verdict.Conditions = "dopo l'oscuramento delle finestre"
	require.Empty(t, a.Check())
	a.ResidualHigh = gdpr.Yes
	require.Equal(t, []gdpr.Code{CodeConsult, CodeOverridden}, codes(a.Check()))
	a.Verdict.Why = "parere del Garante del 3 marzo"
	require.Equal(t, []gdpr.Code{CodeConsult}, codes(a.Check()))
	a.Verdict = Verdict{Decision: Rejected}
	require.Equal(t, []gdpr.Code{CodeConsult}, codes(a.Check()))
}

func codes(fs gdpr.Findings) (found []gdpr.Code) {
	for _, f := range fs {
		found = append(found, f.Code)
	}
	return found
}

// wholeAssessment has every field of annex 2 of WP248 and of the EDPB's template
// for consultation of 2026, in the order of its parts.
func wholeAssessment() Assessment {
	a := soundAssessment()
	a.Record = Record{
		Offices: "Comando di polizia locale", Contact: "piazza della Repubblica 1", Officer: "Bianca Neri",
		Parties: []Party{
			{Name: "Unione dei Comuni", As: JointController, Tasks: "centrale operativa; accordo rep. 9/2026"},
			{Name: "VideoSicura S.r.l.", As: Processor, Tasks: "manutenzione; contratto rep. 66/2026"},
			{Name: "Cavi S.n.c.", As: SubProcessor, Tasks: "cablaggi"},
		},
		Version: "2, quattro telecamere in più", Ends: "con il progetto, fine 2029", Team: "Comando: rischi; Sistemi informativi: misure",
		Evaluator: "Aldo Monti", Standards: "EDPB 3/2019; WP248", Screening: Facts{Monitoring: gdpr.Yes, LargeScale: gdpr.Yes}, Wished: "chiesta dal RPD",
		LeftOut: "il riconoscimento facciale, che non si usa", Completed: day("2026-02-27"), Published: gdpr.Yes, How: "in sintesi, sul sito",
		Log: []Edition{{Version: "1", On: day("2025-01-10"), By: "Comando", What: "prima stesura"}, {Version: "2", On: day("2026-02-27"), By: "Comando", What: "quattro telecamere"}},
	}
	a.Description = Description{
		Nature: "Ripresa e registrazione.", Extent: "Tre piazze.\nDodici telecamere.", Context: "Episodi di vandalismo.", Responsibilities: "Il Comando guarda, l'Unione conserva.",
		Data: "Immagini, sette giorni.", Lifecycle: "Ripresa, registrazione, cancellazione.", Assets: "Telecamere, rete, registratore.",
		CrossBorder: gdpr.No, Abroad: gdpr.No, Countries: "nessun Paese terzo",
		Items:  []Item{{What: "immagini", Persons: "passanti", Special: gdpr.No, Exception: "non occorre", Need: "vedere i fatti", Recipients: "autorità giudiziaria, su richiesta", Retention: "sette giorni", Quality: "ora verificata ogni mese"}},
		Uses:   []Use{{Purpose: "sicurezza urbana", Further: gdpr.No, Data: "immagini", Basis: "art. 6, par. 1, lett. e)", Why: "D.L. 11/2009"}, {Purpose: "sanzioni", Further: gdpr.Yes, Why: "non compatibile: esclusa"}},
		Phases: []Phase{{Name: "ripresa", Operations: "raccolta", Assets: "telecamere", How: "in continuo"}},
	}
	a.Method = "Quattro livelli di gravità e di probabilità.\nIl rischio elevato non si accetta."
	a.Common = []Measure{{What: "Istruzioni scritte", Detail: "al personale", InPlace: true}}
	a.Risks[0].Inherent = Rating{Significant, Limited}
	a.Risks[0].WhySeverity, a.Risks[0].WhyLikelihood, a.Risks[0].Acceptable = "si riconoscono le persone", "rete separata", gdpr.Yes
	a.Risks[0].Measures[0].Partly, a.Risks[0].Measures[0].Detail = true, "due operatori\nturni"
	a.Opinion.Text, a.Opinion.Favours = "Favorevole, con cartelli più visibili.", gdpr.Yes
	a.Subjects.Who, a.Subjects.Favours = "assemblea di quartiere del 3 febbraio", gdpr.Yes
	a.Verdict = Verdict{Decision: Conditional, Conditions: "cartelli entro il 1° aprile", Why: "il rischio è lieve"}
	a.Accepted = Acceptance{By: "Lucia Ferrante, Sindaca", On: day("2026-03-02"), Reasons: "misure verificate"}
	return a
}

// TestWholeAssessment: each field stands on the paper, in both languages, and goes
// through JSON.
func TestWholeAssessment(t *testing.T) {
	a := wholeAssessment()
	require.Empty(t, a.Check())
	for lang, tag := range languages {
		golden(t, "assessment-whole."+lang+".md", a.Markdown(tag))
	}
	text := a.Markdown(language.Italian)
	for _, said := range []string{
		"Comando di polizia locale", "piazza della Repubblica 1", "Unione dei Comuni | contitolare | centrale operativa; accordo rep. 9/2026", "Cavi S.n.c. | altro responsabile", "2, quattro telecamere in più", "fine 2029",
		"Aldo Monti", "EDPB 3/2019", "monitoraggio sistematico", "chiesta dal RPD", "riconoscimento facciale, che non si usa", "27 febbraio 2026", "in sintesi, sul sito", "prima stesura",
		"Ripresa e registrazione.", "Tre piazze.\nDodici telecamere.", "Episodi di vandalismo.", "l'Unione conserva", "Immagini, sette giorni.", "Telecamere, rete, registratore.",
		"Riguarda altri Stati membri: no", "nessun Paese terzo", "ora verificata ogni mese", "autorità giudiziaria, su richiesta", "non compatibile: esclusa", "in continuo",
		"Il rischio elevato non si accetta.", "Istruzioni scritte: al personale", "con le garanzie di base: gravità", "si riconoscono le persone; rete separata", "accettabile: sì", "due operatori; turni",
		"Contenuto del parere: Favorevole, con cartelli più visibili.", "Favorevole: sì", "Favorevoli: sì", "assemblea di quartiere del 3 febbraio", "approvato con condizioni", "cartelli entro il 1° aprile", "Lucia Ferrante, Sindaca",
		"deliberazione n. 18, prot. 2114",
	} {
		require.Contains(t, text, said)
	}
	data, err := json.Marshal(a)
	require.NoError(t, err)
	var back Assessment
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, a, back)
}

// TestAssessmentPaperParts: each part of the paper stands there for what is said of
// it, and once.
func TestAssessmentPaperParts(t *testing.T) {
	paper := func(change func(*Assessment)) string {
		var a Assessment
		change(&a)
		return a.Markdown(language.Italian)
	}
	none := paper(func(*Assessment) {})
	wished := paper(func(a *Assessment) { a.Record.Wished = "chiesta dal RPD" })
	screened := paper(func(a *Assessment) { a.Record.Screening = Facts{Monitoring: gdpr.Yes, LargeScale: gdpr.Yes} })
	require.Equal(t, 1, strings.Count(wished, "\n- ")-strings.Count(none, "\n- "), "the wish alone, since nothing was screened")
	require.Contains(t, screened, "monitoraggio sistematico")
	impossible := paper(func(a *Assessment) {
		a.Record.Screening, a.Record.Wished = Facts{BiometricData: gdpr.Yes, SpecialData: gdpr.No}, "chiesta dal RPD"
	})
	require.Equal(t, wished, impossible, "facts that contradict each other are no ground")

	for _, change := range []func(*Assessment){
		func(a *Assessment) { a.Description.CrossBorder, a.Description.Borders = gdpr.Yes, "Francia" },
		func(a *Assessment) { a.Description.Abroad, a.Description.Countries = gdpr.Yes, "Francia" },
	} {
		require.Contains(t, paper(change), "Francia")
	}

	row := "| " + StorageLimitation.Label(language.Italian) + " |"
	require.Equal(t, 1, strings.Count(none, row))
	require.Equal(t, 1, strings.Count(paper(func(a *Assessment) { a.Guarantees = []Guarantee{{Topic: StorageLimitation}} }), row), "listed and not treated: once")

	conditions := "\n- Condizioni: "
	require.Contains(t, paper(func(a *Assessment) { a.Verdict.Decision = Conditional }), conditions, "conditions that nobody wrote")
	require.NotContains(t, paper(func(a *Assessment) { a.Verdict.Decision = Approved }), conditions)
	require.Contains(t, paper(func(a *Assessment) { a.Verdict = Verdict{Decision: Approved, Conditions: "cartelli"} }), "cartelli")

	for _, r := range []Risk{{Sources: "ladro"}, {Threats: "furto"}} {
		text := paper(func(a *Assessment) { a.Risks = []Risk{r} })
		require.Contains(t, text, "| "+r.Sources+r.Threats+" |")
	}
}
