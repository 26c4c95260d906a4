package functions

import (
	"encoding/json"
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// screenInput are the facts of a processing, and what may relieve it.
type screenInput struct {
	Facts     dpia.Facts          `json:"facts"`
	Policy    dpia.Policy         `json:"policy,omitzero"`
	Law       *dpia.LawAssessment `json:"law,omitempty" doc:"What is known of an assessment made with the law that governs the processing, if one is claimed."`
	Similar   *dpia.Similar       `json:"similar,omitempty" doc:"What is known of an assessment of similar processing, if one is claimed."`
	Exception *dpia.Exception     `json:"exception,omitempty" doc:"The controller's judgement that the risk isn't high, if it was made."`
	Lang
}

// screen makes the screening of facts by the rest of the input.
func (in *screenInput) screen(f dpia.Facts) (dpia.Screening, error) {
	s, err := dpia.Screen(f, in.Policy)
	if err != nil {
		return s, err
	}
	if in.Law != nil {
		s = s.AssessedByLaw(*in.Law)
	}
	if in.Similar != nil {
		s = s.AssessedBefore(*in.Similar)
	}
	if in.Exception != nil {
		s = s.Excepted(*in.Exception)
	}
	return s, nil
}

// screenOutput tells whether a processing needs an assessment.
type screenOutput struct {
	Decision[dpia.Outcome]
	Required   gdpr.Answer              `json:"required"`      // is an assessment required? No too where it is left to the controller's judgement
	Rule       dpia.Rule                `json:"rule,omitzero"` // the rule that decided
	Label      string                   `json:"label"`         // of the outcome, in the language asked for
	Regulation dpia.Outcome             `json:"regulation"`    // by the template's letter alone, each index by itself
	Triggers   dpia.Set[dpia.Trigger]   `json:"triggers"`
	Types      dpia.Set[dpia.Type]      `json:"types"`
	Indices    dpia.Set[dpia.Index]     `json:"indices"`
	Criteria   dpia.Set[dpia.Criterion] `json:"criteria"`
}

func screen(in screenInput) (screenOutput, error) {
	s, err := in.screen(in.Facts)
	if err != nil {
		return screenOutput{}, err
	}
	required := gdpr.Is(s.Outcome == dpia.Required)
	if s.Outcome == dpia.Undetermined {
		required = gdpr.Unknown
	}
	return screenOutput{
		explain(in.Lang, s.Outcome, s), required, s.Rule, s.Outcome.Label(in.Tag()), s.Regulation(dpia.Separate),
		s.Triggers(), s.Types(), s.Indices(dpia.Separate), s.Criteria(),
	}, nil
}

func dpiaFunctions() []Function {
	return append(dpiaDecisions(), dpiaPapers()...)
}

// dpiaDesk is the screening.
func dpiaDesk() []Function {
	return []Function{
		fn("dpia.screen", "dpia.Screen", screen),
		fn("dpia.screen.next", "gdpr.Next", func(in screenInput) (Next, error) {
			if _, err := in.screen(in.Facts); err != nil {
				return Next{}, err
			}
			q, ok := gdpr.Next(in.Facts, func(f dpia.Facts) iter.Seq[gdpr.Question] {
				s, err := in.screen(f)
				if err != nil {
					return nil
				}
				return s.Missing()
			})
			return in.next(q, ok), nil
		}),
	}
}

func dpiaDecisions() []Function {
	return append([]Function{
		fn("dpia.sheet", "dpia.Sheet.Markdown", func(in struct {
			screenInput
			Controller string    `json:"controller,omitempty" doc:"The controller's name."`
			Processing string    `json:"processing,omitempty" doc:"The processing that was screened."`
			Author     string    `json:"author,omitempty" doc:"Who screened it."`
			Date       date.Date `json:"date,omitzero" doc:"The day of the sheet."`
			Proof      string    `json:"proof,omitempty" doc:"What proves the day: protocol number, dated signature."`
			LargeScale string    `json:"large_scale,omitempty" doc:"Why the scale is held large, or not."`
		}) (Text, error) {
			s, err := in.screen(in.Facts)
			if err != nil {
				return Text{}, err
			}
			sheet := dpia.Sheet{Controller: in.Controller, Processing: in.Processing, Author: in.Author, Date: in.Date, Proof: in.Proof, LargeScale: in.LargeScale, Screening: s, Policy: in.Policy}
			if in.Exception != nil {
				sheet.Exception = *in.Exception
			}
			return Text{sheet.Markdown(in.Tag())}, nil
		}),
	}, dpiaDuties()...)
}

// dpiaDuties are the duties toward the Garante and others.
func dpiaDuties() []Function {
	return []Function{
		fn("dpia.consultation", "dpia.Consultation.On", func(in struct {
			Consultation dpia.Consultation `json:"consultation"`
			Day
			Cal
			Lang
		}) (consultationOutput, error) {
			cal, err := in.calendar()
			if err != nil {
				return consultationOutput{}, err
			}
			t, err := in.Consultation.On(in.On, cal)
			if err != nil {
				return consultationOutput{}, gdpr.At("consultation", err)
			}
			return consultationOutput{t, in.reasons(t.Reasons())}, nil
		}),
		fn("dpia.recognition", "dpia.Recognition.Suspended", func(in Facts[dpia.Recognition]) (Answered, error) {
			return Answered{in.Facts.Suspended()}, nil
		}),
		fn("dpia.rights_assessment", "dpia.Deployment.RightsAssessment", func(in Facts[dpia.Deployment]) (Answered, error) {
			return Answered{in.Facts.RightsAssessment()}, nil
		}),
		fn("dpia.act_opinion", "dpia.ActOpinion.Due", func(in struct {
			Facts dpia.ActOpinion `json:"facts"`
			Cal
			Lang
		}) (actOpinionOutput, error) {
			cal, err := in.calendar()
			if err != nil {
				return actOpinionOutput{}, err
			}
			out := actOpinionOutput{Due: in.Facts.Due(), Term: in.deadline(gdpr.Deadline{}, cal)}
			if in.Facts.Asked != 0 {
				d, err := in.Facts.Term(cal)
				if err != nil {
					return actOpinionOutput{}, gdpr.At("facts", err)
				}
				out.Term = in.deadline(d, cal)
			}
			return out, nil
		}),
		fn("dpia.police", "dpia.PoliceSystem.Consultation", func(in Facts[dpia.PoliceSystem]) (Answered, error) {
			return Answered{in.Facts.Consultation()}, nil
		}),
		fn("dpia.rating", "dpia.Rating.High", func(in struct {
			Rating dpia.Rating `json:"rating"`
			Lang
		}) (Answered, error) {
			return Answered{in.Rating.High()}, nil
		}),
	}
}

// actOpinionOutput tells whether the Garante gives its opinion on an act, and when.
type actOpinionOutput struct {
	Due  gdpr.Answer `json:"due"` // is its opinion asked?
	Term Deadline    `json:"term"`
}

// consultationOutput are the terms of a prior consultation.
type consultationOutput struct {
	dpia.Timeline
	Reasons []Reason `json:"reasons"` // why the state is what it is
}

func dpiaPapers() []Function {
	return append([]Function{
		fn("dpia.check", "dpia.Assessment.Check", func(in struct {
			Assessment dpia.Assessment `json:"assessment"`
			Day
			Lang
		}) (assessmentOutput, error) {
			consultation := in.Assessment.Consultation()
			if in.On != 0 {
				consultation = in.Assessment.ConsultationOn(in.On)
			}
			return assessmentOutput{consultation, listed(in.Assessment.Untreated()).Items, in.found(in.Assessment.Check())}, nil
		}),
		fn("dpia.pia.read", "dpia.ReadPIA", func(in struct {
			File json.RawMessage `json:"file" doc:"The file of the CNIL's tool, as JSON."`
			Lang
		}) (struct {
			Assessment dpia.Assessment `json:"assessment"`
		}, error) {
			file, err := dpia.ReadPIA(in.File)
			return struct {
				Assessment dpia.Assessment `json:"assessment"`
			}{file.Assessment()}, gdpr.At("file", err)
		}),
		fn("dpia.pia.write", "dpia.PIA.With", func(in struct {
			Assessment dpia.Assessment `json:"assessment"`
			File       json.RawMessage `json:"file,omitempty" doc:"The file that the assessment was read from, which keeps what the library has no place for; a new one where it isn't given."`
			Lang
		}) (out struct {
			File json.RawMessage `json:"file" doc:"The file, which the tool imports."`
		}, err error) {
			var file dpia.PIA
			if len(in.File) > 0 {
				if file, err = dpia.ReadPIA(in.File); err != nil {
					return out, gdpr.At("file", err)
				}
			}
			out.File, err = write(file.With(in.Assessment))
			return out, err
		}),
		fn("dpia.text", "dpia.Assessment.Markdown", func(in struct {
			Assessment dpia.Assessment `json:"assessment"`
			Lang
		}) (Text, error) {
			return Text{in.Assessment.Markdown(in.Tag())}, nil
		}),
	}, dpiaParts()...)
}

// dpiaParts are the reviews, and the parts of an assessment.
func dpiaParts() []Function {
	return []Function{
		fn("dpia.review", "dpia.Assessment.ReviewOn", func(in struct {
			Assessment dpia.Assessment `json:"assessment"`
			Policy     dpia.Policy     `json:"policy,omitzero"`
			Day
			Lang
		}) (dpia.Review, error) {
			r, err := in.Assessment.ReviewOn(in.On, in.Policy)
			return r, gdpr.At("assessment", err)
		}),
		fn("dpia.policy.check", "dpia.Policy.Check", func(in struct {
			Policy dpia.Policy `json:"policy"`
			Lang
		}) (Findings, error) {
			return in.told("policy")(in.Policy.Check())
		}),
		fn("dpia.exception.check", "dpia.Exception.Check", func(in struct {
			Exception dpia.Exception `json:"exception"`
			Lang
		}) (Findings, error) {
			return in.found(in.Exception.Check()), nil
		}),
		fn("dpia.request.check", "dpia.Request.Check", func(in struct {
			Request dpia.Request `json:"request"`
			Lang
		}) (Findings, error) {
			return in.found(in.Request.Check()), nil
		}),
		fn("dpia.risk", "dpia.Risk.Check", func(in struct {
			Risk dpia.Risk `json:"risk"`
			Lang
		}) (riskOutput, error) {
			residual := in.Risk.Residual()
			return riskOutput{residual, residual.High(), in.found(in.Risk.Check())}, nil
		}),
	}
}

// assessmentOutput is what an assessment lacks.
type assessmentOutput struct {
	Consultation gdpr.Answer  `json:"consultation"` // is the Garante consulted before the processing begins? On the day asked about, if one is: a measure that isn't in place once it has begun doesn't lower the risk
	Untreated    []dpia.Topic `json:"untreated"`    // the topics of annex 2 of WP248 without a guarantee
	Findings
}

// riskOutput is what remains of a risk.
type riskOutput struct {
	Residual dpia.Rating `json:"residual"` // with the measures
	High     gdpr.Answer `json:"high"`     // is what remains high?
	Findings
}
