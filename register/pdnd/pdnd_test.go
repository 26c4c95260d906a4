package pdnd_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// TestWords: the platform's own words, each read back, with a name in both
// languages.
func TestWords(t *testing.T) {
	require.Equal(t, []string{"PA", "PRIVATE", "GSP", "SCP"}, words(t, pdnd.PA, pdnd.SCP))
	require.Len(t, words(t, pdnd.VersionNotFound, pdnd.TemplatePersonalData), 19)
	require.Equal(t, "Kind(9)", pdnd.Kind(9).String())
	require.Empty(t, pdnd.Kind(0).String()+pdnd.Kind(0).Label(language.Italian)+pdnd.Kind(9).Label(language.Italian))
}

type word interface {
	~uint8
	String() string
	Label(language.Tag) string
	MarshalText() ([]byte, error)
}

func words[T word, P interface {
	*T
	UnmarshalText([]byte) error
}](t *testing.T, first, last T) (all []string) {
	for v := first; v <= last; v++ {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.NotContains(t, all, string(text))
		all = append(all, string(text))
		var back T
		require.NoError(t, P(&back).UnmarshalText(text))
		require.Equal(t, v, back)
		require.NotEmpty(t, v.Label(language.Italian))
		require.NotEqual(t, v.Label(language.Italian), v.Label(language.English))
	}
	_, err := (last + 1).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	var none T
	require.ErrorIs(t, P(&none).UnmarshalText([]byte("no such word")), gdpr.FaultName)
	return all
}

// TestTable holds forms.tsv against the shared rules.json, question by question.
func TestTable(t *testing.T) {
	if *shared == "" {
		t.Log("not held against rules.json: give its folder with -args -shared DIR")
		return
	}
	data, err := os.ReadFile(filepath.Join(*shared, "pdnd", "rules.json"))
	require.NoError(t, err)
	var rules struct {
		Versions []struct {
			Family, Version string
			Newest          bool
			Expires         string
			Flag            bool `json:"checksPersonalDataFlag"`
			Questions       []struct {
				ID, Type, Widget string
				Required         bool
				Values           []struct{ Value string }
				When             []pdnd.Condition
				Hide             []struct {
					Value string
					Any   []pdnd.Condition
				}
				Default   []string
				MaxLength int
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &rules))
	models := slices.Collect(pdnd.Models())
	require.Len(t, models, len(rules.Versions))
	for i, v := range rules.Versions {
		m := models[i]
		require.Equal(t, v.Family+" "+v.Version, m.String())
		require.Equal(t, v.Flag, m.FlagChecked())
		require.Equal(t, v.Newest, pdnd.Newest(m.Family(), 0) == m)
		if v.Expires == "" {
			require.Zero(t, m.Expires())
		} else {
			require.Equal(t, v.Expires, m.Expires().String()+"T23:59:59")
		}
		questions := slices.Collect(m.Questions())
		require.Len(t, questions, len(v.Questions))
		for j, want := range v.Questions {
			q := questions[j]
			require.Equal(t, want.ID, q.ID())
			require.True(t, want.Required)
			require.Equal(t, map[string]pdnd.Type{"text": pdnd.Text, "multi": pdnd.Multi, "single": pdnd.Single}[want.Type] == q.Type(), want.Widget != "switch")
			require.Equal(t, want.Widget == "switch", q.Type() == pdnd.Switch)
			require.Equal(t, want.MaxLength, q.MaxLength())
			var values []string
			for _, value := range want.Values {
				values = append(values, value.Value)
			}
			require.Equal(t, values, slices.Collect(q.Values()))
			require.True(t, slices.Equal(want.When, slices.Collect(q.Conditions())))
			first := ""
			if len(want.Default) > 0 {
				first = want.Default[0]
			}
			require.Equal(t, first, q.Default())
			for _, h := range want.Hide {
				for _, c := range h.Any {
					require.True(t, q.Hides(h.Value, pdnd.Answers{{Question: c.Question, Values: []string{c.Value}}}))
				}
			}
		}
	}
}

// TestSentences: each question and each value has words of its own in both
// languages, and no key is ever shown.
func TestSentences(t *testing.T) {
	for m := range pdnd.Models() {
		for q := range m.Questions() {
			for _, tag := range []language.Tag{language.Italian, language.English} {
				for _, text := range []string{q.Text(tag), q.Hint(tag)} {
					require.NotContains(t, text, "pdnd.", "%v %s", m, q.ID())
					require.Greater(t, len(text), 20)
				}
				require.True(t, strings.HasSuffix(q.Text(tag), "?"))
				for v := range q.Values() {
					require.NotContains(t, q.Option(v, tag), "pdnd.")
					require.NotEqual(t, v, q.Option(v, tag))
				}
				require.Equal(t, "?!", q.Option("?!", tag))
			}
			require.NotEqual(t, q.Text(language.Italian), q.Text(language.English))
			require.Equal(t, q.Text(language.Italian), q.Ask().Text(language.Italian))
			require.Equal(t, "answers."+q.ID(), q.Ask().Field)
		}
	}
}

// TestNewest walks every day from 2018 to 2035: each has one newest form of each
// family, it never goes back, and it hasn't expired.
func TestNewest(t *testing.T) {
	for _, kind := range []pdnd.Kind{pdnd.PA, pdnd.Private, pdnd.GSP, pdnd.SCP} {
		last := ""
		for on := date.New(2018, time.January, 1); on <= date.New(2035, time.December, 31); on++ {
			m := pdnd.Newest(kind, on)
			require.Equal(t, kind.Family(), m.Family())
			require.False(t, m.Expired(on), "%v on %v", m, on)
			require.LessOrEqual(t, last, m.Version())
			last = m.Version()
		}
		require.Equal(t, last, pdnd.Newest(kind, 0).Version())
	}
	on := func(year int, month time.Month, day int) string {
		return pdnd.Newest(pdnd.PA, date.New(year, month, day)).String()
	}
	require.Equal(t, "PA 1.0", on(2022, time.October, 5))
	require.Equal(t, "PA 2.0", on(2022, time.October, 6))
	require.Equal(t, "PA 2.0", on(2023, time.July, 26))
	require.Equal(t, "PA 3.0", on(2023, time.July, 27))
	require.Equal(t, "PA 3.1", on(2025, time.October, 24))
	require.Equal(t, pdnd.Model{}, pdnd.Newest(0, 0))
	_, found := pdnd.Find(0, "")
	require.False(t, found)
}

// TestNoModel: the zero values have nothing, and nothing panics.
func TestNoModel(t *testing.T) {
	for _, m := range []pdnd.Model{{}} {
		require.Empty(t, slices.Collect(m.Questions()))
		require.Empty(t, m.String())
		require.Empty(t, m.Sent(pdnd.Answers{{Question: "purpose"}}))
		_, found := m.Question("purpose")
		require.False(t, found)
	}
	var q pdnd.Question
	require.Empty(t, q.ID()+q.Text(language.Italian)+q.Hint(language.Italian)+q.Default())
	require.False(t, q.Visible(nil))
	require.Equal(t, "x", q.Option("x", language.Italian))
	require.Zero(t, pdnd.Kind(9).Family())
	require.Zero(t, pdnd.Verdict{}.Normalized())
}

func TestValidateErrors(t *testing.T) {
	_, err := pdnd.Platform{}.Validate(pdnd.Form{Version: "3.1"})
	require.ErrorIs(t, err, gdpr.FaultMissing)
	_, err = pdnd.Platform{Kind: 9}.Validate(pdnd.Form{Version: "3.1"})
	require.ErrorIs(t, err, gdpr.FaultName)
	twice := pdnd.Answers{{"purpose", []string{"OTHER"}}, {"purpose", []string{"OTHER"}}}
	_, err = pdnd.Platform{Kind: pdnd.PA}.Validate(pdnd.Form{Version: "3.1", Answers: twice})
	require.ErrorIs(t, err, gdpr.FaultDuplicate)
	// The day of the law that the library knows, where no instant is given.
	v, err := pdnd.Platform{Kind: pdnd.PA}.Validate(pdnd.Form{Version: "3.0"})
	require.NoError(t, err)
	require.Equal(t, pdnd.VersionExpired, v.Issues[0].Code)
}

// TestReading: JSON is read as the platform reads it.
func TestReading(t *testing.T) {
	f, err := pdnd.Parse([]byte(`{"version":"3.1","answers":{"b":["1"],"10":[],"01":[],"2":["è"],"b":["2","3"],"-1":[],"4294967295":[],"4294967294":[]}}`))
	require.NoError(t, err)
	var order []string
	for _, a := range f.Answers {
		order = append(order, a.Question)
	}
	require.Equal(t, []string{"2", "10", "4294967294", "b", "01", "-1", "4294967295"}, order)
	require.Equal(t, []string{"2", "3"}, f.Answers.Get("b"))
	require.Equal(t, "2", f.Answers.First("b"))
	require.Empty(t, f.Answers.First("10"))
	require.True(t, f.Answers.Has("b", "3"))
	out, err := json.Marshal(f)
	require.NoError(t, err)
	require.JSONEq(t, `{"version":"3.1","answers":{"2":["è"],"10":[],"4294967294":[],"b":["2","3"],"01":[],"-1":[],"4294967295":[]}}`, string(out))

	for text, fault := range map[string]gdpr.Fault{
		`{"version":"3.1","answers":{"purpose":"OTHER"}}`:     gdpr.FaultSyntax,
		`{"version":"3.1","answers":{"purpose":[1]}}`:         gdpr.FaultSyntax,
		`{"version":"3.1","answers":[]}`:                      gdpr.FaultSyntax,
		`{"version":"3.1","tenantKind":"PA","answers":{}}`:    gdpr.FaultName,
		`{"version":"3.1","answers":{"purpose":["OTHER"]}} x`: gdpr.FaultSyntax,
	} {
		_, err := pdnd.Parse([]byte(text))
		require.ErrorIs(t, err, fault, text)
	}
	_, err = pdnd.Parse([]byte(`{"version":"3.1","answers":{"purpose":"OTHER"}}`))
	var in *gdpr.InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, "answers.purpose", in.Field)

	f, err = pdnd.Parse([]byte(`{"version":"3.1","answers":null}`))
	require.NoError(t, err)
	require.Empty(t, f.Answers)
}

func TestWith(t *testing.T) {
	a := pdnd.Answers{}.With("x", "1").With("y", "2", "3")
	require.Equal(t, pdnd.Answers{{"x", []string{"9"}}, {"y", []string{"2", "3"}}}, a.With("x", "9"))
	require.Equal(t, pdnd.Answers{{"y", []string{"2", "3"}}}, a.With("x"))
	require.Equal(t, "1", a.First("x"))
}

// TestSettle: a leftover of a change of mind, which the portal sends and the
// platform refuses, goes, and so does what hung on it.
func TestSettle(t *testing.T) {
	m := pdnd.Newest(pdnd.PA, 0)
	a := pdnd.Answers{}.With("purpose", "OTHER").With("otherPurpose", "x").With("usesPersonalData", "NO").
		With("usesThirdPartyPersonalData", "NO").With("isRequestOnBehalfOfThirdParties", "NO").
		With("legalBasis", "PUBLIC_INTEREST").With("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK").
		With("publicInterestTaskText", "compito").With("boh", "x")
	sent, err := pdnd.Platform{Kind: pdnd.PA}.Validate(pdnd.Form{Version: "3.1", Answers: m.Sent(a)})
	require.NoError(t, err)
	require.Equal(t, pdnd.ConditionMissing, sent.Issues[0].Code)
	settled := m.Settle(a)
	require.Nil(t, settled.Get("publicInterestTaskText"))
	v, err := pdnd.Platform{Kind: pdnd.PA}.Validate(pdnd.Form{Version: "3.1", Answers: settled})
	require.NoError(t, err)
	require.True(t, v.Valid())
}

// TestDefaults: what the portal starts from isn't a valid form.
func TestDefaults(t *testing.T) {
	m := pdnd.Newest(pdnd.PA, 0)
	a := m.Defaults().With("usesPersonalData", "YES")
	v, err := pdnd.Platform{Kind: pdnd.PA}.Validate(pdnd.Form{Version: "3.1", Answers: m.Sent(a)})
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(v.Issues, func(i pdnd.Issue) bool {
		return i.Code == pdnd.BadValue && i.Question == "declarationConfirmGDPR"
	}))
}

func TestOffers(t *testing.T) {
	q, _ := pdnd.Newest(pdnd.PA, 0).Question("legalBasisPublicInterest")
	require.Len(t, slices.Collect(q.Offers(nil)), 3)
	special := pdnd.Answers{{"personalDataTypes", []string{"GDPR_ART_9"}}}
	require.Equal(t, []string{"RULE_OF_LAW", "ADMINISTRATIVE_ACT"}, slices.Collect(q.Offers(special)))
	require.True(t, q.Allows("PUBLIC_INTEREST_TASK"))
	require.False(t, q.Allows("public_interest_task"))
}

func TestIssues(t *testing.T) {
	for _, c := range []struct {
		issue  pdnd.Issue
		it, en string
	}{
		{pdnd.Issue{Code: pdnd.VersionExpired, Version: "3.0", Kind: pdnd.PA}, "la versione del modello è scaduta (PA 3.0)", "the version of the form has expired (PA 3.0)"},
		{pdnd.Issue{Code: pdnd.ConditionMissing, Question: "ruleOfLawText", On: "legalBasis"},
			"ruleOfLawText: la domanda dipende da un'altra, che non ha risposta (legalBasis)",
			"ruleOfLawText: the question hangs on another, which has no answer (legalBasis)"},
		{pdnd.Issue{Code: pdnd.ConditionUnmet, Question: "otherPurpose", On: "purpose", Value: "OTHER"},
			"otherPurpose: la domanda dipende da una risposta diversa da quella data (purpose = OTHER)",
			"otherPurpose: the question hangs on another answer than the one given (purpose = OTHER)"},
		{pdnd.Issue{Code: pdnd.BadValue, Question: "doneDpia", Allowed: []string{"YES", "NO"}},
			"doneDpia: il valore non è tra quelli ammessi (YES, NO)", "doneDpia: the value isn't among the allowed ones (YES, NO)"},
		{pdnd.Issue{Code: pdnd.AnswerMissing, Question: "doneDpia"}, "doneDpia: manca la risposta", "doneDpia: the answer is missing"},
	} {
		require.Equal(t, c.it, c.issue.Message(language.Italian))
		require.Equal(t, c.en, c.issue.Message(language.English))
		var back pdnd.Issue
		require.NoError(t, json.Unmarshal(raw(t, c.issue), &back))
		require.True(t, c.issue.Equal(back))
	}
}

// TestShared: what a verdict gives to its reader is the reader's own.
func TestShared(t *testing.T) {
	f := pdnd.Form{Version: "3.1", Answers: pdnd.Answers{{"purpose", []string{"x"}}}}
	v, err := pdnd.Platform{Kind: pdnd.PA}.Validate(f)
	require.NoError(t, err)
	v.Issues[0].Allowed[0] = "x"
	again, err := pdnd.Platform{Kind: pdnd.PA}.Validate(f)
	require.NoError(t, err)
	require.Equal(t, "INSTITUTIONAL", again.Issues[0].Allowed[0])
}

// full is the form with the most answers that is valid.
func full() pdnd.Form {
	a := pdnd.Answers{}
	for _, one := range [][2]string{
		{"purpose", "INSTITUTIONAL"}, {"institutionalPurpose", "iscrizioni all'asilo nido"}, {"usesPersonalData", "YES"},
		{"personalDataTypes", "WITH_IDENTIFYING_DATA GDPR_ART_10 OTHER"}, {"otherPersonalDataTypes", "indirizzi"},
		{"legalBasis", "LEGAL_OBLIGATION PUBLIC_INTEREST"}, {"legalObligationReference", "D.Lgs. 65/2017"},
		{"legalBasisPublicInterest", "RULE_OF_LAW"}, {"ruleOfLawText", "D.Lgs. 65/2017"}, {"knowsDataQuantity", "YES"},
		{"dataQuantity", "QUANTITY_0_TO_100"}, {"deliveryMethod", "CLEARTEXT"}, {"policyProvided", "YES"},
		{"policyProvidedMedium", "ONLINE"}, {"policyProvidedOnlineLink", "https://comune.example/privacy"},
		{"confirmPricipleIntegrityAndDiscretion", "true"}, {"dataProtectionMeasures", "registro degli accessi"},
		{"doneDpia", "YES"}, {"confirmedDoneDpia", "NO"}, {"dataDownload", "YES"}, {"dataRetentionPeriod", "3 anni"},
		{"purposePursuit", "NEW_PERSONAL_DATA"}, {"checkedAllDataNeeded", "true"},
		{"isRequestOnBehalfOfThirdParties", "YES"}, {"thirdPartiesRequestDataUsage", "PA_ONLY"}, {"declarationConfirmGDPR", "true"},
	} {
		values := []string{one[1]}
		if one[1] == strings.ToUpper(one[1]) {
			values = strings.Fields(one[1])
		}
		a = append(a, pdnd.Answer{Question: one[0], Values: values})
	}
	return pdnd.Form{Version: "3.1", Answers: a}
}

// TestAllocations: asking which questions are open costs nothing.
func TestAllocations(t *testing.T) {
	f := full()
	m := pdnd.Newest(pdnd.PA, 0)
	q, _ := m.Question("ruleOfLawText")
	open := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if q.Visible(f.Answers) {
			open++
		}
	}))
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for range m.Visible(f.Answers) {
			open++
		}
		for range m.Missing(f.Answers) {
			open++
		}
	}))
	require.NotZero(t, open)
	p := pdnd.Platform{Kind: pdnd.PA, PersonalData: gdpr.Yes}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if v, err := p.Validate(f); err != nil || !v.Valid() {
			t.Fatal(v.Issues, err)
		}
	}))
}

func BenchmarkValidate(b *testing.B) {
	f := full()
	p := pdnd.Platform{Kind: pdnd.PA, PersonalData: gdpr.Yes}
	for name, f := range map[string]pdnd.Form{"valid": f, "empty": {Version: "3.1"}, "wrong": {Version: "2.0", Answers: f.Answers}} {
		b.Run(name, func(b *testing.B) {
			p := p
			if name == "wrong" {
				p.Kind = pdnd.GSP
			}
			b.ReportAllocs()
			for b.Loop() {
				_, _ = p.Validate(f)
			}
		})
	}
}

func BenchmarkVisible(b *testing.B) {
	f := full()
	m := pdnd.Newest(pdnd.PA, 0)
	q, _ := m.Question("ruleOfLawText")
	b.Run("question", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = q.Visible(f.Answers)
		}
	})
	b.Run("form", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for range m.Visible(f.Answers) {
			}
		}
	})
}

// FuzzParse: no JSON makes reading or judging a form panic or hang, and what is
// read is written and read back the same.
func FuzzParse(f *testing.F) {
	data, _ := json.Marshal(full())
	f.Add(data, byte(1))
	f.Add([]byte(`{"version":"2.0","answers":{"__proto__":["x"],"7":["","\ud83d\ude00"]}}`), byte(3))
	slow := readOracle(f)
	f.Fuzz(func(t *testing.T, data []byte, kind byte) {
		form, err := pdnd.Parse(data)
		if err != nil {
			return
		}
		roundTrip(t, form)
		p := pdnd.Platform{Kind: pdnd.Kind(kind%4 + 1), At: time.Unix(int64(kind)*1e7, 0)}
		v, err := p.Validate(form)
		require.NoError(t, err)
		issues, _ := slow.validate(form, p)
		same(t, issues, v.Issues, string(data))
		_ = form.Lengths()
		for _, i := range v.Issues {
			require.NotEmpty(t, i.Message(language.Italian))
		}
	})
}

// FuzzValidate builds forms out of the identifiers and values that there are, and
// some that there aren't, and holds the verdict against the slow reading; then it
// holds the parts of the library against each other.
func FuzzValidate(f *testing.F) {
	slow := readOracle(f)
	var ids, values []string
	for _, rules := range slow {
		for _, r := range rules {
			ids = append(ids, r.id)
			values = append(values, r.values...)
		}
	}
	ids, values = append(ids, "altro", "0", ""), append(values, "testo", "", "yes", "false")
	slices.Sort(ids)
	slices.Sort(values)
	ids, values = slices.Compact(ids), slices.Compact(values)
	f.Add([]byte("\x05\x01\x03\x07\x08\x09\x0a"), byte(3), uint16(20000))
	f.Add([]byte(strings.Repeat("\x01\x02\x83", 60)), byte(77), uint16(0))
	f.Fuzz(func(t *testing.T, picks []byte, mode byte, day uint16) {
		form := pdnd.Form{Version: []string{"1.0", "2.0", "3.0", "3.1", "3"}[int(mode>>4)%5]}
		seen := map[string]bool{}
		for i := 0; i+1 < len(picks); i += 2 {
			id := ids[int(picks[i])%len(ids)]
			if n := len(form.Answers); picks[i] > 200 && n > 0 {
				form.Answers[n-1].Values = append(form.Answers[n-1].Values, values[int(picks[i+1])%len(values)])
				continue
			}
			if seen[id] {
				continue
			}
			seen[id] = true
			a := pdnd.Answer{Question: id}
			if picks[i+1] != 0 {
				a.Values = []string{values[int(picks[i+1])%len(values)]}
			}
			form.Answers = append(form.Answers, a)
		}
		p := pdnd.Platform{
			Kind: pdnd.Kind(mode%5) % 5, Fallback: pdnd.Kind(mode%3) + 1, SchemaOnly: mode&8 != 0,
			At: time.Unix(int64(day)*86400, 0).UTC(), PersonalData: []gdpr.Answer{gdpr.Unknown, gdpr.Yes, gdpr.No}[int(day)%3],
		}
		v, err := p.Validate(form)
		require.NoError(t, err)
		issues, _ := slow.validate(form, p)
		about := string(raw(t, form)) + " " + strconv.Itoa(int(mode))
		same(t, issues, v.Issues, about)
		again, err := p.Validate(form)
		require.NoError(t, err)
		require.Equal(t, v.Issues, again.Issues)
		if m := v.Model; m != (pdnd.Model{}) {
			settled := m.Settle(form.Answers)
			require.Equal(t, settled, m.Settle(settled))
			for _, a := range settled {
				q, ok := m.Question(a.Question)
				require.True(t, ok && q.Visible(settled), about)
			}
			p.PersonalData = gdpr.Unknown
			if v, err := p.Validate(pdnd.Form{Version: form.Version, Answers: settled}); !v.Model.Expired(date.NewAt(p.At)) {
				require.NoError(t, err)
				for _, i := range v.Issues {
					require.Contains(t, []pdnd.IssueCode{pdnd.BadValue, pdnd.AnswerMissing}, i.Code, about)
				}
			}
		}
	})
}
