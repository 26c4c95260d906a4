//go:build !desks

package functions

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// verdictOutput is what the platform would say.
type verdictOutput struct {
	pdnd.Verdict
	Messages []string  `json:"messages"`   // of the issues, in the language asked for
	Accepted bool      `json:"accepted"`   // it has no issue
	Form     pdnd.Form `json:"normalized"` // the form as the platform would keep it
}

func (l Lang) verdict(v pdnd.Verdict) verdictOutput {
	out := verdictOutput{v, []string{}, len(v.Issues) == 0, v.Normalized()}
	for _, i := range v.Issues {
		out.Messages = append(out.Messages, i.Message(l.Tag()))
	}
	return out
}

// questionOutput is a question of the platform's form.
type questionOutput struct {
	ID      string         `json:"id"`
	Type    pdnd.Type      `json:"type"`
	Text    string         `json:"text"`              // in the language asked for
	Hint    string         `json:"hint,omitempty"`    // in the language asked for
	Options []optionOutput `json:"options,omitempty"` // what it takes, of those that the answers leave open
	Visible bool           `json:"visible"`           // is it asked, by the answers given?
	Missing bool           `json:"missing"`           // does it still want an answer?
	Longest int            `json:"longest,omitempty"` // the length of the answer, at most
	Values  []string       `json:"values,omitempty"`  // the answers given
}

// optionOutput is a value that a question takes.
type optionOutput struct {
	Value string `json:"value"`
	Text  string `json:"text"` // in the language asked for
}

// modelInput names a form, with answers.
type modelInput struct {
	Kind    pdnd.Kind    `json:"kind"`
	Version string       `json:"version,omitempty" doc:"The version of the form, exact; the newest on the day, where it isn't given."`
	Answers pdnd.Answers `json:"answers,omitempty"`
	Day
	Lang
}

func (in *modelInput) model() (pdnd.Model, error) {
	if in.Version == "" {
		day := in.On
		if day == 0 {
			day = gdpr.LawAsOf()
		}
		return pdnd.Newest(in.Kind, day), nil
	}
	m, ok := pdnd.Find(in.Kind, in.Version)
	if !ok {
		return m, missing("version", in.Version, "pdnd.models")
	}
	return m, nil
}

// modelOutput is a form and its questions.
type modelOutput struct {
	Model     pdnd.Model       `json:"model"`
	Version   string           `json:"version"`
	Since     date.Date        `json:"since,omitzero"`
	Expires   date.Date        `json:"expires,omitzero"`
	Questions []questionOutput `json:"questions"`
}

func questions(in modelInput) (modelOutput, error) {
	m, err := in.model()
	if err != nil {
		return modelOutput{}, err
	}
	lacking := map[string]bool{}
	for q := range m.Missing(in.Answers) {
		lacking[q.ID()] = true
	}
	out := modelOutput{m, m.Version(), m.Since(), m.Expires(), []questionOutput{}}
	for q := range m.Questions() {
		o := questionOutput{
			ID: q.ID(), Type: q.Type(), Text: q.Text(in.Tag()), Hint: q.Hint(in.Tag()), Visible: q.Visible(in.Answers),
			Missing: lacking[q.ID()], Longest: q.MaxLength(), Values: in.Answers.Get(q.ID()),
		}
		for value := range q.Offers(in.Answers) {
			o.Options = append(o.Options, optionOutput{value, q.Option(value, in.Tag())})
		}
		out.Questions = append(out.Questions, o)
	}
	return out, nil
}

func pdndFunctions() []Function {
	return append(pdndForms(), pdndCases()...)
}

func pdndForms() []Function {
	return []Function{
		fn("pdnd.validate", "pdnd.Platform.Validate", func(in struct {
			Platform pdnd.Platform `json:"platform"`
			Form     pdnd.Form     `json:"form"`
			Lang
		}) (verdictOutput, error) {
			v, err := in.Platform.Validate(in.Form)
			if err != nil {
				return verdictOutput{}, gdpr.At("platform", err)
			}
			return in.verdict(v), nil
		}),
		fn("pdnd.validate_template", "pdnd.Platform.ValidateTemplate", func(in struct {
			Platform pdnd.Platform `json:"platform"`
			Template pdnd.Template `json:"template"`
			Lang
		}) (verdictOutput, error) {
			return in.verdict(in.Platform.ValidateTemplate(in.Template)), nil
		}),
		fn("pdnd.questions", "pdnd.Model.Questions", questions),
		fn("pdnd.models", "pdnd.Models", func(None) (List[modelRow], error) {
			return mapped(pdnd.Models(), func(m pdnd.Model) modelRow {
				return modelRow{m, m.Family(), m.Version(), m.Since(), m.Expires()}
			}), nil
		}),
		fn("pdnd.settle", "pdnd.Model.Settle", func(in modelInput) (struct {
			Answers pdnd.Answers `json:"answers" doc:"The answers as the platform's page leaves them: those of questions that aren't asked any more are gone."`
		}, error) {
			m, err := in.model()
			return struct {
				Answers pdnd.Answers `json:"answers" doc:"The answers as the platform's page leaves them: those of questions that aren't asked any more are gone."`
			}{m.Settle(in.Answers)}, err
		}),
		fn("pdnd.look", "pdnd.Form.Look", func(in struct {
			Form pdnd.Form `json:"form"`
			Kind pdnd.Kind `json:"kind"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(in.Form.Look(in.Kind, in.On)), nil
		}),
	}
}

// modelRow is a form of the platform.
type modelRow struct {
	Model   pdnd.Model `json:"model"`
	Family  pdnd.Kind  `json:"family"`
	Version string     `json:"version"`
	Since   date.Date  `json:"since,omitzero"`
	Expires date.Date  `json:"expires,omitzero"`
}

// draftOutput is what can be said of a case.
type draftOutput struct {
	Draft   pdnd.Draft `json:"draft"`
	Form    pdnd.Form  `json:"form"`    // as far as it is filled
	Missing []Question `json:"missing"` // the facts of the case to ask for
}

func pdndCases() []Function {
	return []Function{
		fn("pdnd.draft", "pdnd.Case.Draft", func(in struct {
			Case pdnd.Case `json:"case"`
			Lang
		}) (draftOutput, error) {
			d, err := in.Case.Draft()
			if err != nil {
				return draftOutput{}, gdpr.At("case", err)
			}
			return draftOutput{d, d.Form(), in.questions(d.Missing())}, nil
		}),
		fn("pdnd.check", "pdnd.Case.Check", func(in struct {
			Case pdnd.Case `json:"case"`
			Form pdnd.Form `json:"form"`
			Lang
		}) (Findings, error) {
			return in.told("")(in.Case.Check(in.Form))
		}),
		fn("pdnd.filings", "pdnd.Filings", func(in struct {
			Register register.Register `json:"register"`
			Lang
		}) (List[pdnd.Filing], error) {
			return List[pdnd.Filing]{append([]pdnd.Filing{}, pdnd.Filings(in.Register)...)}, nil
		}),
		fn("pdnd.filings.check", "pdnd.CheckFilings", func(in struct {
			Filings  []pdnd.Filing     `json:"filings"`
			Register register.Register `json:"register"`
			Body     pdnd.Case         `json:"body"`
			Lang
		}) (Findings, error) {
			return in.told("")(pdnd.CheckFilings(in.Filings, in.Register, in.Body))
		}),
	}
}
