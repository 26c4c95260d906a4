package dpia

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

var shared = flag.String("shared", "", "folder with forms/cnil-example.json, the example that the CNIL's tool ships (GPL-3: not copied here)")

// a small file as the tool exports it.
const piaFile = `{
 "pia": {"id": 7, "status": 3, "name": "Videosorveglianza", "author_name": "Anna", "evaluator_name": "Bruno", "validator_name": "Carla",
  "dpos_names": "Dario", "dpo_status": 1, "dpo_opinion": "<p>Va <b>bene</b>.</p>", "concerned_people_searched_opinion": false,
  "concerned_people_searched_content": "indagini &amp; rilievi", "concerned_people_status": null, "category": "x", "progress": 12},
 "answers": [
  {"pia_id": 7, "reference_to": 111, "data": {"text": "<ul><li>Riprese <strong>continue</strong></li><li>Tre piazze</li></ul>", "gauge": 0, "list": []}, "id": 1},
  {"reference_to": "212", "data": {"text": "Compito di interesse pubblico"}},
  {"reference_to": 321, "data": {"text": null, "gauge": null, "list": ["riconoscimento", " ", "stigma"]}},
  {"reference_to": 324, "data": {"text": null, "gauge": null, "list": ["Cifratura"]}},
  {"reference_to": 325, "data": {"text": "grave", "gauge": 3, "list": []}},
  {"reference_to": 326, "data": {"text": "", "gauge": 9, "list": []}},
  {"reference_to": {"odd": 1}, "data": null}
 ],
 "measures": [{"id": 101, "title": "Cifratura", "content": "<div>AES</div>", "placeholder": "k"}, {"id": 102, "title": "Formazione", "content": ""}, {"id": 103, "title": ""}],
 "evaluations": [{"reference_to": "3.2", "status": 2, "gauges": {"x": 2, "y": 1}}, {"reference_to": "3.1.[object Object]"}],
 "comments": [{"description": "?", "reference_to": 212, "for_measure": false}],
 "version": 3.10
}`

func readPIA(t *testing.T, data string) PIA {
	p, err := ReadPIA([]byte(data))
	require.NoError(t, err)
	return p
}

func TestPIA(t *testing.T) {
	p := readPIA(t, piaFile)
	a := p.Assessment()
	require.Equal(t, "Videosorveglianza", a.Processing)
	require.Equal(t, "Anna", a.Author)
	require.Equal(t, "Bruno", a.Record.Evaluator)
	require.Equal(t, "Dario", a.Record.Officer)
	require.Equal(t, "Carla", a.Approval.By)
	require.Equal(t, Approved, a.Verdict.Decision)
	require.Equal(t, "Va bene.", a.Opinion.Text)
	require.Equal(t, gdpr.Yes, a.Opinion.Favours)
	require.Equal(t, Subjects{Heard: gdpr.No, Reasons: "indagini & rilievi"}, a.Subjects)
	require.Equal(t, "- Riprese continue\n- Tre piazze", a.Operations)
	require.Equal(t, []Guarantee{{Topic: Lawfulness, Measures: "Compito di interesse pubblico"}}, a.Guarantees)
	require.Equal(t, []Risk{{
		Event: Access, Impacts: "riconoscimento\nstigma", Measures: []Measure{{What: "Cifratura", Detail: "AES"}},
		Inherent: Rating{Severity: Significant}, WhySeverity: "grave", After: Rating{Limited, Negligible},
	}}, a.Risks)
	require.Equal(t, []Measure{{What: "Formazione"}}, a.Common)
	require.Equal(t, gdpr.Unknown, a.Consultation(), "the tool's ratings count the measures: Before isn't known")
	requireSameFile(t, piaFile, p.With(a))
}

// requireSameFile: the file has the same values, whatever their order.
func requireSameFile(t *testing.T, want string, p PIA) {
	t.Helper()
	data, err := json.Marshal(p)
	require.NoError(t, err)
	require.JSONEq(t, want, string(data))
}

// TestPIAOfTheCNIL: the tool's own example goes into an assessment and back, and
// no value of it changes.
func TestPIAOfTheCNIL(t *testing.T) {
	if *shared == "" {
		t.Log("not tried on the tool's own example: no -shared")
		return
	}
	data, err := os.ReadFile(filepath.Join(*shared, "forms", "cnil-example.json"))
	require.NoError(t, err)
	p, err := ReadPIA(data)
	require.NoError(t, err)
	a := p.Assessment()
	require.Len(t, a.Risks, 3)
	require.Len(t, a.Guarantees, 11)
	seen := map[string]bool{}
	for _, r := range a.Risks {
		for _, m := range r.Measures {
			seen[m.What] = true
		}
	}
	for _, m := range a.Common {
		require.False(t, seen[m.What], m.What)
		seen[m.What] = true
	}
	require.Len(t, seen, 23)
	require.Equal(t, Rating{Significant, Maximum}, a.Risks[0].Inherent)
	require.Equal(t, Rating{Significant, Negligible}, a.Risks[0].After)
	require.NotContains(t, a.Markdown(language.Italian), "<strong>")
	requireSameFile(t, string(data), p.With(a))

	// Through a new file, an assessment comes back as it was read.
	again := PIA{}.With(a).Assessment()
	require.Equal(t, a, again)
	a.Description.Assets = "Un <server> & due telefoni"
	changed := p.With(a)
	require.Equal(t, a, changed.Assessment())
	require.Len(t, changed.comments, len(p.comments))
	require.Equal(t, "Captoo", p.Assessment().Processing, "the file that was read isn't changed")
	requireSameFile(t, string(data), p)
}

// TestNewPIA: what the note names is left out, all else comes back.
func TestNewPIA(t *testing.T) {
	a := wholeAssessment()
	a.Risks[0].After, a.Risks[1].After = Rating{Limited, Limited}, Rating{}
	data, err := json.Marshal(PIA{}.With(a))
	require.NoError(t, err)
	for _, part := range []string{`"pia":`, `"answers":`, `"measures":`, `"evaluations":`, `"comments":[]`} {
		require.Contains(t, string(data), part, "the tool walks all five")
	}
	back := readPIA(t, string(data)).Assessment()

	want := Assessment{
		Processing: a.Processing, Author: a.Author, Operations: a.Operations, Purposes: a.Purposes, Codes: a.Codes,
		Record:      Record{Officer: a.Record.Officer, Evaluator: a.Record.Evaluator},
		Description: Description{Responsibilities: a.Controller + "\n" + a.Description.Responsibilities, Data: a.Description.Data, Lifecycle: a.Description.Lifecycle, Assets: a.Description.Assets},
		Subjects:    Subjects{Heard: gdpr.Yes, Who: a.Subjects.Who, Views: a.Subjects.Views, Favours: gdpr.Yes},
		Approval:    Approval{By: a.Approval.By}, Verdict: Verdict{Decision: Approved},
	}
	want.Opinion.Text, want.Opinion.Favours = a.Opinion.Text, a.Opinion.Favours
	for _, g := range a.Guarantees {
		if g.Topic != PurposeLimitation {
			want.Guarantees = append(want.Guarantees, Guarantee{Topic: g.Topic, Measures: g.Measures})
		}
	}
	want.Common = []Measure{{What: "Istruzioni scritte", Detail: "al personale"}}
	for i, r := range a.Risks {
		var ms []Measure
		for j, m := range r.Measures {
			detail := m.Detail
			if i > 0 && j == 0 {
				detail = back.Risks[0].Measures[0].Detail // the tool has one description for a title
			}
			ms = append(ms, Measure{What: m.What, Detail: detail})
		}
		want.Risks = append(want.Risks, Risk{Event: r.Event, Sources: r.Sources, Threats: r.Threats, Impacts: r.Impacts, Measures: ms,
			Inherent: r.Inherent, After: r.After, WhySeverity: r.WhySeverity, WhyLikelihood: r.WhyLikelihood})
	}
	require.Equal(t, want, back)
	require.Equal(t, back, PIA{}.With(back).Assessment(), "what came back stays")

	refused := PIA{}.With(Assessment{Verdict: Verdict{Decision: Rejected}, Subjects: Subjects{Heard: gdpr.No, Reasons: "segreto"}})
	require.Equal(t, Rejected, refused.Assessment().Verdict.Decision)
	require.Equal(t, "segreto", refused.Assessment().Subjects.Reasons)
	open := refused.With(Assessment{})
	require.Zero(t, open.Assessment().Verdict.Decision)
	require.Empty(t, PIA{}.With(Assessment{}).Assessment().Risks)
	cleared := readPIA(t, piaFile).With(Assessment{})
	require.Empty(t, cleared.Assessment().Risks)
	require.Empty(t, cleared.Assessment().Operations)
	require.Len(t, cleared.comments, 1)
}

// TestPIAOneField: a risk of which one thing is said is told, and so is the highest
// level; an answer without data takes some.
func TestPIAOneField(t *testing.T) {
	for data, want := range map[string]Risk{
		`{"reference_to": 321, "data": {"list": ["stigma"]}}`:     {Event: Access, Impacts: "stigma"},
		`{"reference_to": 322, "data": {"list": ["furto"]}}`:      {Event: Access, Threats: "furto"},
		`{"reference_to": 323, "data": {"list": ["ladro"]}}`:      {Event: Access, Sources: "ladro"},
		`{"reference_to": 324, "data": {"list": ["Cifratura"]}}`:  {Event: Access, Measures: []Measure{{What: "Cifratura"}}},
		`{"reference_to": 325, "data": {"gauge": 4}}`:             {Event: Access, Inherent: Rating{Severity: Maximum}},
		`{"reference_to": 325, "data": {"text": "grave"}}`:        {Event: Access, WhySeverity: "grave"},
		`{"reference_to": 326, "data": {"text": "una rete"}}`:     {Event: Access, WhyLikelihood: "una rete"},
		`{"reference_to": 326, "data": {"gauge": 5, "text": ""}}`: {},
	} {
		risks := readPIA(t, `{"pia": {}, "answers": [`+data+`]}`).Assessment().Risks
		if want.Event == 0 {
			require.Empty(t, risks, data)
			continue
		}
		require.Equal(t, []Risk{want}, risks)
	}
	blank := readPIA(t, `{"pia": {}, "answers": [{"reference_to": 111, "data": null}]}`)
	require.Equal(t, "Riprese", blank.With(Assessment{Operations: "Riprese"}).Assessment().Operations)

	p := readPIA(t, piaFile)
	a := p.Assessment()
	for _, favours := range []gdpr.Answer{gdpr.No, gdpr.Unknown, gdpr.Yes} {
		a.Opinion.Favours = favours
		require.Equal(t, favours, p.With(a).Assessment().Opinion.Favours)
	}
	a.Common = append(a.Common, Measure{What: "Registro degli accessi"})
	data, err := json.Marshal(p.With(a))
	require.NoError(t, err)
	require.Contains(t, string(data), `"id":104,"title":"Registro degli accessi"`, "a number that no other measure has")
}

// TestReadPIA: what isn't a file of the tool is an error with its field.
func TestReadPIA(t *testing.T) {
	for text, want := range map[string]gdpr.InputError{
		``:                                    {Fault: gdpr.FaultSyntax},
		`[]`:                                  {Fault: gdpr.FaultSyntax},
		`null`:                                {Fault: gdpr.FaultSyntax},
		`{}`:                                  {Field: "pia", Fault: gdpr.FaultMissing},
		`{"pia": 1}`:                          {Field: "pia", Fault: gdpr.FaultSyntax},
		`{"pia": null}`:                       {Field: "pia", Fault: gdpr.FaultSyntax},
		`{"pia": {}, "answers": 1}`:           {Field: "answers", Fault: gdpr.FaultSyntax},
		`{"pia": {}, "measures": [{}, null]}`: {Field: "measures[1]", Fault: gdpr.FaultSyntax},
	} {
		_, err := ReadPIA([]byte(text))
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in, text)
		require.Equal(t, want.Field, in.Field)
		require.Equal(t, want.Fault, in.Fault)
		kept := readPIA(t, piaFile)
		require.Error(t, kept.UnmarshalJSON([]byte(text)), text)
		requireSameFile(t, piaFile, kept)
	}
	var p PIA
	require.NoError(t, json.Unmarshal([]byte(piaFile), &p))
	requireSameFile(t, piaFile, p)
	_, err := ReadPIA([]byte("\xef\xbb\xbf{\"pia\":{}}"))
	require.NoError(t, err)
	data, err := json.Marshal(PIA{})
	require.NoError(t, err)
	require.JSONEq(t, `{"pia":{},"answers":[],"measures":[],"evaluations":[],"comments":[]}`, string(data))
}

func TestPlain(t *testing.T) {
	for given, want := range map[string]string{
		"":                                   "",
		"a":                                  "a",
		" a \n\n b ":                         "a\nb",
		"a<br />\nb":                         "a\nb",
		"<div>a</div><div>b</div>":           "a\nb",
		"<ul>\n<li>a</li>\n<li></li>\n</ul>": "- a",
		"<b>a</b> &amp; &lt;c&gt;":           "a & <c>",
		"1 < 2 & 3 > 2":                      "1 < 2 & 3 > 2",
		"a <":                                "a <",
		"<table><tr><td>a</td><td>b</td></tr></table>": "a b",
		"<!-- x -->a": "a",
		"<a href=\"x\">b</a>, <A>c</A>, <zone>d</zone>, <Z>e</Z>": "b, c, d, e",
		"a <{b}> c, <[d]>, <@e>, <`f`>":                           "a <{b}> c, <[d]>, <@e>, <`f`>",
	} {
		require.Equal(t, want, plain(given), "%q", given)
	}
}

// FuzzPIA: any file that is read is written and read again the same, an assessment
// that it gives goes back without a change, and a plain text survives HTML.
func FuzzPIA(f *testing.F) {
	f.Add(piaFile, "a\nb <c> & d")
	f.Add(`{"pia":{"status":"2"},"answers":[{"reference_to":324,"data":{"list":[" "]}}]}`, "&amp;")
	f.Add(`{"pia":{"dpo_status":1.0},"evaluations":[{"reference_to":"3.2","gauges":{"x":7}}]}`, "<")
	f.Fuzz(func(t *testing.T, file, text string) {
		text = strings.ToValidUTF8(text, "")
		require.Equal(t, tidy(text), plain(markup(text)))
		p, err := ReadPIA([]byte(file))
		if err != nil {
			return
		}
		data, err := json.Marshal(p)
		require.NoError(t, err)
		a := p.Assessment()
		again, err := json.Marshal(p.With(a))
		require.NoError(t, err)
		require.Equal(t, string(data), string(again))
		_ = p.With(Assessment{Operations: text}).Assessment()
	})
}
