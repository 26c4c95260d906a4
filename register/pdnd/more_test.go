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
		"16/679":                                    nil, // a year before its number has four digits
		"2021":                                      {"2021"},
		"del 2021":                                  {"2021"},
		"lettera 5 anno 2021":                       {"2021"},
		"D.G.C. n. 123456/2025":                     {"123456/2025"},
		"D.Lgs. 101/2018":                           {"101/2018"},
		"ab/2018, 1/20x8, 1/2100":                   nil,
		"R.D. 1/1850, L. 2/2099":                    {"1/1850", "2/2099"},
		"L. 1/40, L. 1/39":                          {"1/1940", "1/2039"},
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
		"99999999999 anni": 0, "2 zanni": 0, "19 anni": 19 * year, "10 lunghi anni": 10 * year, "5 a": 0, "3 e 2": 0, "per uno anno": year,
		"10485760 anni": 1 << 20 * year,
	} {
		require.Equal(t, want, periodIn(text), text)
	}
	require.Zero(t, days(gdpr.Term{N: 1, Unit: 99}))
	require.Zero(t, days(gdpr.Term{N: 1, Unit: gdpr.Years + 1}))
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
	bad := with(TemplateAnswer{Question: "usesThirdPartyPersonalData", Values: []string{"BOH"}})
	require.Equal(t, []Issue{{Code: TemplateBadValue, Question: "usesThirdPartyPersonalData"}}, Platform{Kind: PA, PersonalData: gdpr.Yes}.ValidateTemplate(bad).Issues)
	open := Template{Version: "3.1", Answers: TemplateAnswers{valid.Answers[0], valid.Answers[1], {Question: "usesPersonalData", Editable: true}, valid.Answers[4]}}
	require.Equal(t, []Issue{{Code: TemplatePersonalData}}, Platform{Kind: PA, PersonalData: gdpr.Yes}.ValidateTemplate(open).Issues, "left open, it doesn't say that there are")
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

// TestMeasures: a text tells a measure if half of its long words are there.
func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure string
		want    bool
	}{
		{"Cifratura dei dischi", "cifratura", true},
		{"cifratura e server", "cifratura completa dischi server", true},
		{"server", "cifratura completa dischi server", false},
		{"nulla", "dei a in", false},
		{"dati al sicuro", "dati", false},
		{"le porte", "porte", true},
	} {
		require.Equal(t, c.want, shares(c.text, []string{c.measure}), "%s: %s", c.text, c.measure)
	}
}

// TestEdges: the last value of each list, and the first beyond it.
func TestEdges(t *testing.T) {
	require.Equal(t, "LEGITIMATE_INTEREST", basisValue(register.LegitimateInterests))
	require.Empty(t, basisValue(register.LegitimateInterests+1))
	require.Equal(t, 1, units("\uffff"))
	require.Equal(t, 2, units("\U00010000"))
	require.True(t, Length{Units: 0, Limit: 1}.Short())
	require.False(t, Length{Units: 5, Limit: 5}.Short())
	require.Equal(t, &models[0], Model{uint8(len(models))}.row())
	w := words{"", "a"}
	require.Equal(t, "a", w.text("K", 1))
	require.Equal(t, "K(2)", w.text("K", 2))
	i, err := w.parse(nil)
	require.NoError(t, err)
	require.Zero(t, i)
	_, err = Case{Kind: PA, Purpose: 1, Activity: register.Activity{Purposes: []register.Purpose{{}}}}.Draft()
	require.ErrorIs(t, err, gdpr.FaultReference)
	require.Empty(t, Newest(PA, 0).Settle(Answers{{Question: "purpose"}}), "an empty answer is none")
}

// TestIssuesDiffer: two issues are the same in all of their parts or not at all.
func TestIssuesDiffer(t *testing.T) {
	one := Issue{Code: BadValue, Question: "q", On: "o", Value: "v", Version: "3.1", Kind: PA, Allowed: []string{"YES"}}
	require.True(t, one.Equal(one))
	for i, change := range []func(*Issue){
		func(i *Issue) { i.Code = AnswerMissing }, func(i *Issue) { i.Question = "" }, func(i *Issue) { i.On = "" }, func(i *Issue) { i.Value = "" },
		func(i *Issue) { i.Version = "" }, func(i *Issue) { i.Kind = 0 }, func(i *Issue) { i.Allowed = nil },
	} {
		other := one
		change(&other)
		require.False(t, one.Equal(other), i)
	}
}

// TestSheetHides: the sheet says where an option isn't offered, as Hides does.
func TestSheetHides(t *testing.T) {
	hidden := 0
	for m := range Models() {
		for _, line := range m.Sheet(language.Italian).Questions {
			q, ok := m.Question(line.Question)
			require.True(t, ok)
			require.Equal(t, slices.Collect(q.Conditions()), line.When)
			require.Len(t, line.When, len(q.row().when))
			for _, o := range line.Options {
				for _, h := range o.Hide {
					hidden++
					require.True(t, q.Hides(o.Value, Answers{{Question: h.Question, Values: []string{h.Value}}}), "%s %s", line.Question, o.Value)
				}
			}
		}
	}
	require.Positive(t, hidden)
}

// TestTemplateOrder: whether personal data fit the e-service is asked of a template
// that is valid otherwise, whatever it says of them.
func TestTemplateOrder(t *testing.T) {
	p := Platform{Kind: PA, PersonalData: gdpr.Yes}
	v := p.ValidateTemplate(Template{Version: "3.1", Answers: TemplateAnswers{
		{Question: "purpose", Values: []string{"BOH"}}, {Question: "usesPersonalData", Values: []string{"NO"}},
	}})
	require.NotEmpty(t, v.Issues)
	for _, i := range v.Issues {
		require.NotEqual(t, TemplatePersonalData, i.Code)
	}
	for _, answers := range []TemplateAnswers{nil, {{Question: "usesPersonalData"}}} {
		require.NotPanics(t, func() { p.ValidateTemplate(Template{Version: "3.1", Answers: answers}) })
	}
}

// TestNormOnRecord: where the purpose names no act and the activity does, the kind of
// act is asked without a warning that there is none, and the act is the activity's.
func TestNormOnRecord(t *testing.T) {
	c := Case{Kind: PA, Activity: register.Activity{Norm: "intesa", Purposes: []register.Purpose{{Basis: register.PublicTask}}, Data: []register.Data{{Kind: register.Health}}}}
	entry := func(id string) Entry {
		d, err := c.Draft()
		require.NoError(t, err)
		e, ok := d.Entry(id)
		require.True(t, ok)
		return e
	}
	require.Empty(t, entry("legalBasisPublicInterest").Note)
	require.Equal(t, []string{"intesa"}, entry("ruleOfLawText").Values)
	require.Equal(t, "activity.norm", entry("ruleOfLawText").From)
	c.Activity.Norm = ""
	require.Equal(t, noteNoNorm, entry("legalBasisPublicInterest").Note)
	c.Activity.Purposes[0].Norm = "intesa"
	require.Empty(t, entry("legalBasisPublicInterest").Note)

	require.Empty(t, entry("doneDpia").Note)
	require.Equal(t, "activity.dpia.done", entry("doneDpia").From)
	c.Activity.DPIA.Similar.Operations = gdpr.Yes
	require.Equal(t, noteRelief, entry("doneDpia").Note)
	c.Activity.DPIA.Similar, c.Activity.DPIA.Law.PublicTask = dpia.Similar{}, gdpr.Yes
	require.Equal(t, noteRelief, entry("doneDpia").Note)
	c.Assessment = &dpia.Assessment{}
	require.Equal(t, "assessment.approval.on", entry("doneDpia").From)

	require.Empty(t, entry("dataRetentionPeriod").Note)
	c.Activity.Retention.Criterion = "finché serve"
	require.Equal(t, noteCriterion, entry("dataRetentionPeriod").Note)
}
