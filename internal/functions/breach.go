package functions

import (
	"encoding/json"
	"iter"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
)

// At is the part of an input that says at which instant it asks.
type At struct {
	At time.Time `json:"at,omitzero" doc:"The instant at which one asks, with the offset of its place."`
}

// assessInput are the facts of a breach.
type assessInput struct {
	Facts      breach.Facts      `json:"facts"`
	Exemptions breach.Exemptions `json:"exemptions,omitzero"`
	Aware      date.Date         `json:"aware,omitzero" doc:"The day on which the body became aware, whose law holds; that of the law as it was read, where it isn't given."`
	Lang
}

// assessOutput is what a breach comes to.
type assessOutput struct {
	Level    breach.Level            `json:"level"`
	Label    string                  `json:"label"`    // of the level, in the language asked for
	Notify   gdpr.Answer             `json:"notify"`   // is the Garante notified?
	Document gdpr.Answer             `json:"document"` // is it written into the register of breaches?
	Acts     breach.Acts             `json:"acts"`     // what happened to the data, as far as it is known
	Kinds    breach.Kinds            `json:"kinds"`    // of breach: of confidentiality, integrity, availability
	Reasons  []Reason                `json:"reasons"`  // why, in the order of the law
	Missing  []Question              `json:"missing"`  // the facts that are unknown and could change the level
	Tell     Decision[breach.Manner] `json:"tell"`     // are the persons told, and how?
	Due      gdpr.Answer             `json:"due"`      // is telling the persons owed?
}

func assess(in assessInput) (assessOutput, error) {
	if err := in.Facts.Check(); err != nil {
		return assessOutput{}, gdpr.At("facts", err)
	}
	a := in.Facts.Assess()
	if in.Aware != 0 {
		a = a.AsOf(in.Aware)
	}
	t := a.Tell(in.Exemptions)
	return assessOutput{
		a.Level, a.Level.Label(in.Tag()), a.Notify(), a.Document(), a.Acts(), a.Acts().Kinds(),
		in.reasons(a.Reasons()), in.questions(a.Missing()), explain(in.Lang, t.Manner, t), t.Due(),
	}, nil
}

func breachFunctions() []Function {
	return append(breachDecisions(), append(breachPapers(), breachRecords()...)...)
}

// breachDesk are the assessment and the time to notify.
func breachDesk() []Function {
	return []Function{
		fn("breach.assess", "breach.Facts.Assess", assess),
		fn("breach.assess.next", "gdpr.Next", func(in assessInput) (Next, error) {
			if err := in.Facts.Check(); err != nil {
				return Next{}, gdpr.At("facts", err)
			}
			q, ok := gdpr.Next(in.Facts, func(f breach.Facts) iter.Seq[gdpr.Question] {
				if f.Check() != nil {
					return nil
				}
				a := f.Assess()
				if in.Aware != 0 {
					a = a.AsOf(in.Aware)
				}
				return a.Missing()
			})
			return in.next(q, ok), nil
		}),
		fn("breach.window", "breach.Awareness.Window", window),
		fn("breach.channel", "breach.ChannelOn", func(in struct {
			Day
			Lang
		}) (struct {
			Channel breach.Channel `json:"channel"`
			Label   string         `json:"label" doc:"In the language asked for."`
		}, error) {
			c := breach.ChannelOn(in.On)
			return struct {
				Channel breach.Channel `json:"channel"`
				Label   string         `json:"label" doc:"In the language asked for."`
			}{c, c.Label(in.Tag())}, nil
		}),
	}
}

func breachDecisions() []Function {
	return append([]Function{
		fn("breach.tell", "breach.Assessment.Tell", func(in assessInput) (tellOutput, error) {
			out, err := assess(in)
			return tellOutput{out.Tell, out.Due}, err
		}),
		fn("breach.term", "breach.Within", func(in struct {
			Aware date.Date `json:"aware" doc:"The day on which the body became aware."`
			Lang
		}) (termOutput, error) {
			t, ok := breach.Within(in.Aware)
			if !ok {
				return termOutput{}, &gdpr.InputError{Field: "aware", Value: in.Aware.String(), Fault: gdpr.FaultRange, Other: "2018-05-25"}
			}
			return termOutput{t, breach.Hours(in.Aware), breach.Least(in.Aware)}, nil
		}),
	}, breachBeside()...)
}

// breachBeside are what is asked beside the assessment.
func breachBeside() []Function {
	return []Function{
		fn("breach.unauthorised", "breach.Unauthorised", func(in struct {
			Authorised  gdpr.Answer `json:"authorised" doc:"Was the person authorised to process these data?"`
			WithinTasks gdpr.Answer `json:"within_tasks" doc:"Was what he did within his tasks?"`
			Lang
		}) (Answered, error) {
			return Answered{breach.Unauthorised(in.Authorised, in.WithinTasks)}, nil
		}),
		fn("breach.score", "breach.Factors.Score", func(in struct {
			Factors breach.Factors `json:"factors"`
			Lang
		}) (scoreOutput, error) {
			s, err := in.Factors.Score()
			if err != nil {
				return scoreOutput{}, gdpr.At("factors", err)
			}
			low, high := s.Bands()
			return scoreOutput{s, low, high, in.found(in.Factors.Check())}, nil
		}),
		fn("breach.cyber", "breach.Cyber.Terms", cyber),
		fn("breach.parallel", "breach.Parallel", func(in struct {
			Inhabitants int         `json:"inhabitants" doc:"Of the Comune; 0: not known."`
			Capital     gdpr.Answer `json:"capital" doc:"Is the Comune the capital of a region?"`
			Lang
		}) (Findings, error) {
			return in.found(breach.Parallel(in.Inhabitants, in.Capital)), nil
		}),
	}
}

// tellOutput tells whether, and how, the persons are told.
type tellOutput struct {
	Decision[breach.Manner]
	Due gdpr.Answer `json:"due"` // is it owed?
}

// termOutput is the term to notify.
type termOutput struct {
	Term  gdpr.Term    `json:"term"`
	Hours int          `json:"hours"` // of the term
	Least breach.Level `json:"least"` // the least level of risk that is notified
}

// scoreOutput is a severity by ENISA's method.
type scoreOutput struct {
	breach.Score
	Low  breach.Band `json:"low"`  // the band of the lowest total
	High breach.Band `json:"high"` // the band of the highest total: the same where all factors are known
	Findings
}

// windowInput is when a body became aware of a breach.
type windowInput struct {
	Awareness breach.Awareness `json:"awareness"`
	Reading   gdpr.Reading     `json:"reading,omitzero"`
	At
	Cal
	Lang
}

// windowOutput is the time to notify.
type windowOutput struct {
	breach.Window
	Start    time.Time `json:"start"`               // when the clock started
	Seconds  *int64    `json:"seconds,omitempty"`   // left until due at the instant asked about; negative once it is over
	SafeLeft *int64    `json:"safe_left,omitempty"` // seconds left until safe
	Late     bool      `json:"late,omitempty"`      // at the instant asked about it is over
}

func window(in windowInput) (windowOutput, error) {
	cal, err := in.calendar()
	if err != nil {
		return windowOutput{}, err
	}
	start, err := in.Awareness.Start()
	if err != nil {
		return windowOutput{}, gdpr.At("awareness", err)
	}
	w, err := in.Awareness.Window()
	if err != nil {
		return windowOutput{}, gdpr.At("awareness", err)
	}
	if w, err = w.Reading(in.Reading, cal); err != nil {
		return windowOutput{}, err
	}
	out := windowOutput{Window: w, Start: start}
	if !in.At.At.IsZero() {
		left, safe := int64(w.Left(in.At.At)/time.Second), int64(w.SafeLeft(in.At.At)/time.Second)
		out.Seconds, out.SafeLeft, out.Late = &left, &safe, w.Late(in.At.At)
	}
	return out, nil
}

// cyberOutput is what the law of cybersecurity asks.
type cyberOutput struct {
	Law90 gdpr.Answer        `json:"law_90"` // does L. 90/2024 ask for a report?
	NIS   gdpr.Answer        `json:"nis"`    // does D.Lgs. 138/2024?
	Terms []breach.CyberTerm `json:"terms"`
	Findings
}

func cyber(in struct {
	Cyber breach.Cyber `json:"cyber"`
	At
	Cal
	Lang
}) (cyberOutput, error) {
	cal, err := in.calendar()
	if err != nil {
		return cyberOutput{}, err
	}
	terms, err := in.Cyber.Terms(cal)
	if err != nil {
		return cyberOutput{}, gdpr.At("cyber", err)
	}
	fs, err := in.Cyber.Check(in.At.At, cal)
	if err != nil {
		return cyberOutput{}, gdpr.At("cyber", err)
	}
	law90, nis := in.Cyber.Owed()
	return cyberOutput{law90, nis, append([]breach.CyberTerm{}, terms...), in.found(fs)}, nil
}

func breachPapers() []Function {
	return append([]Function{
		fn("breach.notify.check", "breach.Notification.Check", func(in struct {
			Notification breach.Notification `json:"notification"`
			Window       breach.Window       `json:"window,omitzero"`
			Lang
		}) (notifyOutput, error) {
			n := in.Notification
			return notifyOutput{listed(n.Lacks()).Items, in.found(append(n.Check(in.Window), n.CheckForm()...))}, nil
		}),
		fn("breach.notify.phases", "breach.CheckPhases", func(in struct {
			Notifications []breach.Notification `json:"notifications"`
			Window        breach.Window         `json:"window,omitzero"`
			At
			Lang
		}) (Findings, error) {
			return in.found(breach.CheckPhases(in.Notifications, in.Window, in.At.At)), nil
		}),
		fn("breach.notify.text", "breach.Notification.Markdown", func(in struct {
			Notification breach.Notification `json:"notification"`
			Lang
		}) (Text, error) {
			return Text{in.Notification.Markdown(in.Tag())}, nil
		}),
		fn("breach.notify.edpb", "breach.Notification.EDPB", func(in struct {
			Notification breach.Notification `json:"notification"`
			Lang
		}) (struct {
			Form json.RawMessage `json:"form" doc:"The form of the EDPB's template, as JSON."`
		}, error) {
			form, err := in.Notification.EDPB()
			return struct {
				Form json.RawMessage `json:"form" doc:"The form of the EDPB's template, as JSON."`
			}{form}, gdpr.At("notification", err)
		}),
	}, breachLetters()...)
}

// breachLetters are what is drawn from an entry, and said to the persons.
func breachLetters() []Function {
	return []Function{
		fn("breach.notify.draft", "breach.Entry.Draft", func(in struct {
			Entry breach.Entry `json:"entry"`
			Phase breach.Phase `json:"phase,omitzero"`
			Lang
		}) (struct {
			Notification breach.Notification `json:"notification"`
		}, error) {
			return struct {
				Notification breach.Notification `json:"notification"`
			}{in.Entry.Draft(in.Phase)}, nil
		}),
		fn("breach.tell.check", "breach.Communication.Check", func(in struct {
			Communication breach.Communication `json:"communication"`
			Owed          breach.Manner        `json:"owed,omitzero" doc:"The manner that breach.tell came to."`
			Subjects      int                  `json:"subjects,omitempty" doc:"How many persons are concerned; 0: not known."`
			Lang
		}) (Findings, error) {
			return in.found(in.Communication.Check(in.Owed, in.Subjects)), nil
		}),
		fn("breach.tell.text", "breach.Communication.Markdown", func(in struct {
			Communication breach.Communication `json:"communication"`
			Lang
		}) (Text, error) {
			return Text{in.Communication.Markdown(in.Tag())}, nil
		}),
		fn("breach.order.check", "breach.Order.Check", func(in struct {
			Order breach.Order `json:"order"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(in.Order.Check(in.On)), nil
		}),
		fn("breach.procedure.check", "breach.Procedure.CheckUnder", func(in struct {
			Procedure breach.Procedure `json:"procedure"`
			Policy    breach.Policy    `json:"policy,omitzero"`
			Lang
		}) (Findings, error) {
			return in.found(in.Procedure.CheckUnder(in.Policy)), nil
		}),
		fn("breach.policy.check", "breach.Policy.Check", func(in struct {
			Policy breach.Policy `json:"policy"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(in.Policy.Check(in.On)), nil
		}),
	}
}

// notifyOutput is what a notification lacks.
type notifyOutput struct {
	Lacks []breach.Element `json:"lacks"` // the contents of the law that it doesn't have yet
	Findings
}

// awaiting is an entry whose notification is awaited.
type awaiting struct {
	Number int           `json:"number"` // of the entry
	Window breach.Window `json:"window"`
}

func breachRecords() []Function {
	return []Function{
		fn("breach.entry.check", "breach.Entry.CheckUnder", func(in struct {
			Entry  breach.Entry  `json:"entry"`
			Policy breach.Policy `json:"policy,omitzero"`
			At
			Lang
		}) (Findings, error) {
			return in.found(in.Entry.CheckUnder(in.Policy, in.At.At)), nil
		}),
		fn("breach.entry.close", "breach.Entry.Close", func(in struct {
			Entry breach.Entry `json:"entry"`
			At
			Lang
		}) (struct {
			Entry breach.Entry `json:"entry"`
		}, error) {
			return struct {
				Entry breach.Entry `json:"entry"`
			}{in.Entry.Close(in.At.At)}, nil
		}),
		fn("breach.entry.text", "breach.Entry.Markdown", func(in struct {
			Entry breach.Entry `json:"entry"`
			Lang
		}) (Text, error) {
			return Text{in.Entry.Markdown(in.Tag())}, nil
		}),
		fn("breach.register.check", "breach.Register.CheckUnder", func(in struct {
			Register breach.Register `json:"register"`
			Policy   breach.Policy   `json:"policy,omitzero"`
			At
			Lang
		}) (Findings, error) {
			return in.found(in.Register.CheckUnder(in.Policy, in.At.At)), nil
		}),
		fn("breach.register.awaiting", "breach.Register.Awaiting", func(in struct {
			Register breach.Register `json:"register"`
			Lang
		}) (List[awaiting], error) {
			out := List[awaiting]{[]awaiting{}}
			for e, w := range in.Register.Awaiting() {
				out.Items = append(out.Items, awaiting{e.Number, w})
			}
			return out, nil
		}),
		fn("breach.register.sheet", "breach.Register.SheetUnder", func(in struct {
			Register breach.Register `json:"register"`
			Policy   breach.Policy   `json:"policy,omitzero"`
			Number   int             `json:"number" doc:"The number of the entry."`
			Lang
		}) (Text, error) {
			sheet, ok := in.Register.SheetUnder(in.Policy, in.Number, in.Tag())
			if !ok {
				return Text{}, missing("number", in.Number, "register")
			}
			return Text{sheet}, nil
		}),
	}
}
