package pdnd

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

// TestActs: how clerks cite.
func TestActs(t *testing.T) {
	for text, want := range map[string][]string{
		"L. 241/1990":                               {"241/1990"},
		"l. n. 241/90, art. 12":                     {"241/1990"},
		"legge 7 agosto 1990, n. 241":               {"241/1990"},
		"legge 7 agosto 1990 n.241":                 {"241/1990"},
		"legge n. 241 del 1990":                     {"241/1990"},
		"D.Lgs. 03/2010":                            {"3/2010"},
		"D.Lgs. 33/13":                              {"33/2013"},
		"Regolamento (UE) 2016/679":                 {"679/2016"},
		"L. 328/2000; D.P.R. 223/1989":              {"328/2000", "223/1989"},
		"legge di bilancio 2021":                    {"2021"},
		"decreto legislativo 13 aprile 2017, n. 63": {"63/2017"},
		"art. 6, comma 2, lett. a)":                 nil,
		"normativa vigente":                         nil,
		"D.G.C. n. 12345678/2025":                   nil,
		"1/12":                                      {"1/2012"},
		"a/b 3000 1849":                             nil,
	} {
		require.Equal(t, want, actsIn(text), text)
	}
	require.True(t, cites("statuto comunale"))
	require.False(t, cites("-"))
}

// TestPeriods: how clerks write a period.
func TestPeriods(t *testing.T) {
	year := days(gdpr.Term{N: 1, Unit: gdpr.Years})
	for text, want := range map[string]int{
		"1 anno": year, "un anno dalla fine": year, "dieci anni": 10 * year, "10 ANNI": 10 * year, "2 (due) anni": 2 * year,
		"14 giorni": 1400, "24 ore": 96, "ventiquattro ore": 96, "6 mesi": 6 * 3044, "2 settimane": 1400,
		"trenta giorni": 3000, "sessanta giorni": 6000, "quaranta giorni": 4000, "venti giorni": 2000, "quindici giorni": 1500, "dodici mesi": 12 * 3044,
		"finché serve": 0, "anni": 0, "molti anni": 0, "": 0, "0 anni": 0, "1000 orari": 0, "uno annoso": 0,
		"99999999999 anni": 0,
	} {
		require.Equal(t, want, periodIn(text), text)
	}
	require.Zero(t, days(gdpr.Term{N: 1, Unit: 99}))
	require.Zero(t, days(gdpr.Term{N: -1, Unit: gdpr.Days}))
}

func TestAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://comune.example/privacy": "https", " http://comune.example": "http",
		"ftp://comune.example": "", "https://": "", "https://localhost": "", "comune.example": "", "https://a b.example/%zz": "",
	} {
		require.Equal(t, want, address(text), text)
	}
}

// TestText: forms and questions as text, there and back.
func TestText(t *testing.T) {
	for m := range Models() {
		text, err := m.MarshalText()
		require.NoError(t, err)
		var back Model
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, m, back)
		for q := range m.Questions() {
			text, err := q.MarshalText()
			require.NoError(t, err)
			var back Question
			require.NoError(t, back.UnmarshalText(text))
			require.Equal(t, q, back)
			require.Equal(t, m, back.Model())
		}
	}
	var m Model
	require.NoError(t, m.UnmarshalText([]byte("GSP 2.0")))
	require.Equal(t, "PRIVATE 2.0", m.String())
	for _, text := range []string{"PA 3.2", "PA", "pa 3.1", "PA 3.1 "} {
		require.ErrorIs(t, m.UnmarshalText([]byte(text)), gdpr.FaultName)
	}
	var q Question
	for _, text := range []string{"PA 3.1 x", "doneDpia", "PA 3.9 doneDpia"} {
		require.ErrorIs(t, q.UnmarshalText([]byte(text)), gdpr.FaultName)
	}
	require.NoError(t, q.UnmarshalText(nil))
	require.NoError(t, m.UnmarshalText(nil))
	require.Equal(t, Model{}, m)
	require.Empty(t, q.String())
	require.Equal(t, Newest(PA, 0).Since()-1, date.New(2025, time.October, 23))
	require.Zero(t, Model{99}.row().family)
}

// TestJSON: a draft, a case and a verdict come back as they were.
func TestJSON(t *testing.T) {
	c := Case{Kind: PA, Access: Access{Minors: gdpr.Yes, Shape: Clear}, Activity: register.Activity{ID: "x", Data: []register.Data{{Kind: register.Ordinary}}}}
	d, err := c.Draft()
	require.NoError(t, err)
	again(t, d)
	again(t, c)
	again(t, Filing{Activity: "x", Form: &Form{Version: "3.1", Answers: Answers{{"purpose", []string{"OTHER"}}}}})
	again(t, Newest(PA, 0).Sheet(language.Italian))
	v, err := Platform{Kind: PA}.Validate(Form{Version: "3.1"})
	require.NoError(t, err)
	var back Verdict
	data, err := json.Marshal(v)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, v.Model, back.Model)
	require.True(t, slices.EqualFunc(v.Issues, back.Issues, Issue.Equal))
}

func again[T any](t *testing.T, v T) {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var back T
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, v, back)
}

// TestTemplateRules: each rule on a template that the vectors don't break.
func TestTemplateRules(t *testing.T) {
	valid := Template{Version: "3.1", Answers: TemplateAnswers{
		{Question: "purpose", Values: []string{"OTHER"}},
		{Question: "otherPurpose", Suggested: []string{"uno", "due"}},
		{Question: "usesPersonalData", Values: []string{"NO"}},
		{Question: "usesThirdPartyPersonalData", Values: []string{"NO"}},
		{Question: "isRequestOnBehalfOfThirdParties", Values: []string{"NO"}},
	}}
	p := Platform{Kind: PA, PersonalData: gdpr.No}
	require.Empty(t, p.ValidateTemplate(valid).Issues)
	fallback := Platform{Fallback: PA}
	require.Empty(t, fallback.ValidateTemplate(valid).Issues)
	with := func(a TemplateAnswer) Template {
		out := Template{Version: "3.1", Answers: slices.Clone(valid.Answers)}
		if i := slices.IndexFunc(out.Answers, func(b TemplateAnswer) bool { return a.Question == b.Question }); i >= 0 {
			out.Answers[i] = a
		} else {
			out.Answers = append(out.Answers, a)
		}
		return out
	}
	for _, k := range []struct {
		change TemplateAnswer
		issues []Issue
	}{
		{TemplateAnswer{Question: "purpose", Editable: true}, []Issue{{Code: TemplateConditionEditable, Question: "otherPurpose", On: "purpose"}}},
		{TemplateAnswer{Question: "doneDpia", Values: []string{"YES"}}, []Issue{{Code: TemplateConditionUnmet, Question: "doneDpia", On: "usesPersonalData", Value: "YES"}}},
		{TemplateAnswer{Question: "dataRetentionPeriod", Values: []string{"x"}}, []Issue{
			{Code: TemplateConditionUnmet, Question: "dataRetentionPeriod", On: "usesPersonalData", Value: "YES"},
			{Code: TemplateConditionMissing, Question: "dataRetentionPeriod", On: "dataDownload"},
		}},
		{TemplateAnswer{Question: "otherPurpose", Editable: true}, nil},
		{TemplateAnswer{Question: "usesThirdPartyPersonalData", Values: []string{"BOH"}}, []Issue{{Code: TemplateBadValue, Question: "usesThirdPartyPersonalData"}}},
	} {
		require.Equal(t, k.issues, p.ValidateTemplate(with(k.change)).Issues, k.change.Question)
	}
	require.Equal(t, TemplatePersonalData, Platform{Kind: PA, PersonalData: gdpr.Yes}.ValidateTemplate(valid).Issues[0].Code)
	var a TemplateAnswers
	require.ErrorIs(t, json.Unmarshal([]byte(`{"purpose":["x"]}`), &a), gdpr.FaultSyntax)
}

// TestAnswering: as facts are told, by the field that the draft asks for, the
// draft asks for less, and in the end for none of them.
func TestAnswering(t *testing.T) {
	for _, answer := range []gdpr.Answer{gdpr.Yes, gdpr.No} {
		c := Case{Kind: PA, Activity: register.Activity{
			Data:     []register.Data{{Text: "nome", Kind: register.Ordinary}},
			Purposes: []register.Purpose{{Text: "tenere l'anagrafe dei residenti", Function: register.ByLaw, Basis: register.LegalObligation, Norm: "L. 1228/1954"}},
		}}
		asked := map[string]bool{}
		for range 20 {
			d, err := c.Draft()
			require.NoError(t, err)
			field := ""
			for q := range d.Missing() {
				var probe Case
				if probe.Set(q.Field, gdpr.Yes) == nil {
					field = q.Field
					break
				}
			}
			if field == "" {
				break
			}
			require.False(t, asked[field], field)
			asked[field] = true
			require.NoError(t, c.Set(field, answer))
		}
		require.Greater(t, len(asked), 3)
	}
}

// FuzzCase: whatever is known and whatever the form says, drafting and checking
// don't panic, say the same twice, cite what binds, never declare, and what is
// drafted the platform takes as a draft.
func FuzzCase(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8}, "10 anni, art. 18 D.Lgs. 196/2003", byte(0))
	f.Add([]byte{}, "", byte(7))
	f.Fuzz(func(t *testing.T, bits []byte, text string, mode byte) {
		next := func(n int) int {
			if len(bits) == 0 {
				return 0
			}
			b := bits[0]
			bits = bits[1:]
			return int(b) % n
		}
		answer := func() gdpr.Answer { return gdpr.Answer(next(3)) }
		c := Case{Kind: Kind(mode%4 + 1), Regime: gdpr.Regime(mode>>2) % 4, On: 20000 + 5*date.Date(mode)}
		c.Activity = register.Activity{
			Name: text, Sources: []string{text}, Measures: []string{text}, Norm: text,
			Purposes:   []register.Purpose{{Text: text, Function: register.Function(next(6)), Basis: register.Basis(next(7)), Norm: text, NormKind: register.NormKind(next(5))}},
			Data:       []register.Data{{Kind: register.Kind(next(11)), Text: text}, {Kind: register.Kind(next(11))}},
			Retention:  register.Retention{Period: gdpr.Term{N: next(99), Unit: gdpr.Unit(next(7))}, From: text},
			Principles: register.Principles{Informed: answer(), Necessary: answer(), Anonymous: answer(), Secured: answer()},
			Special:    register.Special{Interest: answer(), Consent: answer(), Safeguards: answer(), Archiving: answer()},
			Judicial:   register.Judicial{Control: answer(), Authorised: answer()},
		}
		c.Access = Access{
			Provider: text, PersonalData: answer(), Identifying: answer(), Minors: answer(), Other: text, Persons: next(200) * 50, Shape: Shape(next(5)),
			Kept: answer(), Verifying: answer(), Behalf: answer(), Administrations: answer(), ThirdParties: answer(), Confidential: answer(),
		}
		c.Exemption = informativa.Exemption{Informed: answer(), LaidDown: answer()}
		if next(2) == 1 {
			c.Notice = &informativa.Notice{FullText: text, Origin: informativa.Origin{From: []string{text}}}
		}
		if next(2) == 1 {
			c.Assessment = &dpia.Assessment{ResidualHigh: answer(), Approval: dpia.Approval{On: 20000}}
			c.Consultation = &dpia.Consultation{Submitted: 19900, Received: 19900}
		}
		d, err := c.Draft()
		require.NoError(t, err)
		form := d.Form()
		v, err := Platform{Kind: c.Kind, SchemaOnly: true, At: noon(c.On)}.Validate(form)
		require.NoError(t, err)
		require.Empty(t, v.Issues)
		for _, e := range d.Entries {
			require.False(t, e.Question.Type() == Switch && len(e.Values) > 0)
		}
		for id := range form.Answers.All() {
			if q, _ := d.Model.Question(id); q.Type() == Text && next(2) == 1 {
				form.Answers = form.Answers.With(id, text)
			}
		}
		for e := range d.Declarations() {
			form.Answers = form.Answers.With(e.Question.ID(), "true")
		}
		found, err := c.Check(form)
		require.NoError(t, err)
		twice, err := c.Check(form)
		require.NoError(t, err)
		require.Equal(t, found, twice)
		for _, one := range found {
			for _, p := range one.Provisions {
				require.True(t, c.Regime.Binds(p), "%v", one)
			}
			require.NotContains(t, one.Message(language.Italian), "%!(")
		}
		form.Look(c.Kind, c.On)
	})
}

func BenchmarkCase(b *testing.B) {
	c := Case{Kind: PA, Activity: register.Activity{
		Name: "Anagrafe", Data: []register.Data{{Text: "nome", Kind: register.Ordinary}},
		Purposes: []register.Purpose{{Text: "tenere l'anagrafe dei residenti", Function: register.ByLaw, Basis: register.LegalObligation, Norm: "L. 1228/1954"}},
	}}
	d, err := c.Draft()
	require.NoError(b, err)
	form := d.Form()
	b.Run("draft", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = c.Draft()
		}
	})
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = c.Check(form)
		}
	})
}
