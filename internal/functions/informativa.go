package functions

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

func informativaFunctions() []Function {
	return append(informativaNotices(), append(informativaDecisions(), informativaSigns()...)...)
}

// scanInput is the text of a notice.
type scanInput struct {
	Text    string              `json:"text" doc:"The text of the notice, as people read it or as Markdown."`
	Context informativa.Context `json:"context,omitzero"`
	Lang
}

// evidence is where a text says an element.
type evidence struct {
	Element informativa.Element `json:"element"`
	Label   string              `json:"label"` // in the language asked for
	Spans   []informativa.Span  `json:"spans"` // bytes of the text in UTF-8
}

// scanOutput is what a text says, and what it lacks.
type scanOutput struct {
	Reading  informativa.Reading `json:"reading"`
	Found    []evidence          `json:"found"`    // the elements that it says, with the places
	Read     legibility          `json:"read"`     // how easy it is to read
	Findings []Finding           `json:"findings"` // what it lacks in the context
	Worst    gdpr.Severity       `json:"worst,omitzero"`
}

func scan(in scanInput) (scanOutput, error) {
	r := informativa.Scan(in.Text)
	fs := in.found(r.Check(in.Context))
	out := scanOutput{Reading: r, Found: []evidence{}, Read: measure(in.Text), Findings: fs.Findings, Worst: fs.Worst}
	for e := range r.Found() {
		out.Found = append(out.Found, evidence{e, e.Label(in.Tag()), listed(r.Evidence(e)).Items})
	}
	return out, nil
}

// legibility is how easy a text is to read.
type legibility struct {
	informativa.Legibility
	Gulpease  float64               `json:"gulpease"` // 0 to 100, the easiest
	Schooling informativa.Schooling `json:"schooling,omitzero"`
}

func measure(text string) legibility {
	l := informativa.Measure(text)
	return legibility{l, l.Gulpease(), l.Schooling()}
}

// noticeInput is a notice as data.
type noticeInput struct {
	Notice  informativa.Notice  `json:"notice"`
	Context informativa.Context `json:"context,omitzero"`
	Lang
}

// required is an element and whether a notice must say it.
type required struct {
	Element    informativa.Element `json:"element"`
	Label      string              `json:"label"`    // in the language asked for
	Required   gdpr.Answer         `json:"required"` // null where the context doesn't tell
	Provisions []gdpr.Provision    `json:"provisions"`
}

// noticeDesk are the checks of a notice, as a text and as data.
func noticeDesk() []Function {
	return []Function{
		fn("informativa.scan", "informativa.Scan", scan),
		fn("informativa.check", "informativa.Notice.Check", func(in noticeInput) (Findings, error) {
			return in.found(in.Notice.Check(in.Context)), nil
		}),
	}
}

func informativaNotices() []Function {
	return []Function{
		fn("informativa.measure", "informativa.Measure", func(in scanInput) (legibility, error) {
			return measure(in.Text), nil
		}),
		fn("informativa.repealed", "informativa.Repealed", func(in struct {
			Text string `json:"text" doc:"The text that cites the law."`
			Day
			Lang
		}) (List[informativa.Repeal], error) {
			return listed(informativa.Repealed(in.Text, in.On)), nil
		}),
		fn("informativa.required", "informativa.Element.Required", func(in struct {
			Context informativa.Context `json:"context,omitzero"`
			Lang
		}) (List[required], error) {
			return mapped(informativa.Elements(), func(e informativa.Element) required {
				return required{e, e.Label(in.Tag()), e.Required(in.Context), e.Provisions()}
			}), nil
		}),
		fn("informativa.rights", "informativa.Context.Rights", func(in struct {
			Context informativa.Context `json:"context,omitzero"`
			Lang
		}) (informativa.Rights, error) {
			return in.Context.Rights(), nil
		}),
		fn("informativa.text", "informativa.Notice.Render", func(in noticeInput) (textOutput, error) {
			return textOutput{in.Notice.Render(in.Tag()), in.Notice.Summary(in.Tag())}, nil
		}),
		fn("informativa.from_register", "informativa.FromRegister", func(in struct {
			Register register.Register `json:"register"`
			Activity string            `json:"activity" doc:"The id of the activity."`
			Regime   gdpr.Regime       `json:"regime,omitzero" doc:"Whose law binds the body."`
			Lang
		}) (struct {
			Notice  informativa.Notice  `json:"notice"`
			Context informativa.Context `json:"context"`
		}, error) {
			n, c, err := informativa.FromRegister(in.Register, in.Activity, in.Tag())
			c = c.Under(in.Regime)
			n.Rights = c.Rights()
			return struct {
				Notice  informativa.Notice  `json:"notice"`
				Context informativa.Context `json:"context"`
			}{n, c}, err
		}),
	}
}

// textOutput is the text of a notice.
type textOutput struct {
	Text    string `json:"text"`    // the whole notice, in the language asked for
	Summary string `json:"summary"` // its first layer
}

// exemptedOutput tells whether a notice may be left out.
type exemptedOutput struct {
	Decision[informativa.Outcome]
	Regulation informativa.Outcome `json:"regulation"` // by the letter of the template alone
}

// timingOutput is when a notice is due.
type timingOutput struct {
	First informativa.Moment  `json:"first"`           // for the collection
	Reuse *informativa.Moment `json:"reuse,omitempty"` // for a further purpose, if there is one
	Findings
}

func informativaDecisions() []Function {
	return []Function{
		fn("informativa.exemption", "informativa.Exemption.Decide", func(in Facts[informativa.Exemption]) (exemptedOutput, error) {
			d := in.Facts.Decide()
			return exemptedOutput{explain(in.Lang, d.Outcome, d), d.Regulation}, nil
		}),
		next("informativa.exemption", informativa.Exemption.Decide),
		fn("informativa.timing", "informativa.Collection.Deadline", func(in struct {
			Collection informativa.Collection `json:"collection"`
			Given      date.Date              `json:"given,omitzero" doc:"The day on which the notice was given; left out if it wasn't."`
			Day
			Cal
			Lang
		}) (timingOutput, error) {
			cal, err := in.calendar()
			if err != nil {
				return timingOutput{}, err
			}
			m, err := in.Collection.Deadline(cal)
			if err != nil {
				return timingOutput{}, gdpr.At("collection", err)
			}
			out := timingOutput{First: m, Findings: in.found(m.Check(in.Given, in.On))}
			reuse, ok, err := in.Collection.Reuse()
			if ok {
				out.Reuse = &reuse
			}
			return out, gdpr.At("collection", err)
		}),
		fn("informativa.delivery.check", "informativa.Delivery.Check", func(in struct {
			Delivery informativa.Delivery `json:"delivery"`
			Lang
		}) (Findings, error) {
			return in.found(in.Delivery.Check()), nil
		}),
		fn("informativa.banner.check", "informativa.Banner.Check", func(in struct {
			Banner informativa.Banner `json:"banner"`
			Lang
		}) (Findings, error) {
			return in.found(in.Banner.Check()), nil
		}),
	}
}

func informativaSigns() []Function {
	return []Function{
		fn("informativa.sign.check", "informativa.Sign.Check", func(in struct {
			Sign informativa.Sign    `json:"sign"`
			Full *informativa.Notice `json:"full,omitempty" doc:"The full notice, if the sign is to be held against it."`
			Day
			Lang
		}) (Findings, error) {
			fs := in.Sign.Check(in.On)
			if in.Full != nil {
				fs = append(fs, in.Sign.Agrees(*in.Full)...)
			}
			return in.found(fs), nil
		}),
		fn("informativa.sign.svg", "informativa.Sign.SVG", func(in struct {
			Sign informativa.Sign `json:"sign"`
			Lang
		}) (struct {
			SVG string `json:"svg" doc:"The sign as a picture, with its words in the language asked for."`
		}, error) {
			return struct {
				SVG string `json:"svg" doc:"The sign as a picture, with its words in the language asked for."`
			}{in.Sign.SVG(in.Tag())}, nil
		}),
		fn("informativa.sign.notice", "informativa.Sign.Notice", func(in struct {
			Sign informativa.Sign `json:"sign"`
			Lang
		}) (struct {
			Notice informativa.Notice `json:"notice"`
		}, error) {
			return struct {
				Notice informativa.Notice `json:"notice"`
			}{in.Sign.Notice()}, nil
		}),
		fn("informativa.placement.check", "informativa.Placement.Check", func(in struct {
			Placement informativa.Placement `json:"placement"`
			Lang
		}) (Findings, error) {
			return in.found(in.Placement.Check()), nil
		}),
	}
}
