package functions

import (
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// counted is a term to count.
type counted struct {
	Event date.Date `json:"event" doc:"The day from which the term is counted; it isn't counted itself."`
	Term  gdpr.Term `json:"term"`
	Cal
	Lang
}

// rootDesk are a term, a citation, and the day of the law.
func rootDesk() []Function {
	return []Function{
		fn("gdpr.deadline", "gdpr.Term.After", func(in counted) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Term.After(in.Event, cal)
			return in.deadline(d, cal), err
		}),
		fn("gdpr.provision", "gdpr.ParseProvision", provision),
		fn("gdpr.law", "gdpr.LawAsOf", func(None) (struct {
			AsOf date.Date `json:"as_of" doc:"The day up to which the law was read."`
		}, error) {
			return struct {
				AsOf date.Date `json:"as_of" doc:"The day up to which the law was read."`
			}{gdpr.LawAsOf()}, nil
		}),
	}
}

// root are the functions of the vocabulary: terms, calendars, citations, codes.
func root() []Function {
	return append([]Function{
		fn("gdpr.deadline.before", "gdpr.Term.Before", func(in counted) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Term.Before(in.Event, cal)
			return in.deadline(d, cal), err
		}),
		fn("gdpr.deadline.pause", "gdpr.Deadline.Pause", func(in struct {
			Deadline gdpr.Deadline `json:"deadline"`
			From     date.Date     `json:"from" doc:"The day on which the clock stops."`
			To       date.Date     `json:"to" doc:"The first day that counts again."`
			Cal
			Lang
		}) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Deadline.Pause(in.From, in.To, cal)
			return in.deadline(d, cal), err
		}),
		fn("gdpr.deadline.hours", "gdpr.Term.AfterInstant", func(in struct {
			Event   time.Time    `json:"event" doc:"The instant from which the term is counted, with the offset of its place."`
			Term    gdpr.Term    `json:"term"`
			Reading gdpr.Reading `json:"reading,omitzero"`
			Cal
			Lang
		}) (gdpr.HourDeadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return gdpr.HourDeadline{}, err
			}
			d, err := in.Term.AfterInstant(in.Event)
			if err != nil {
				return gdpr.HourDeadline{}, err
			}
			return d.Reading(in.Reading, cal)
		}),
	}, rootRest()...)
}

// rootRest are the calendars, the citations and the codes.
func rootRest() []Function {
	return []Function{
		fn("gdpr.calendar.day", "gdpr.Calendar.WorkingDay", calendarDay),
		fn("gdpr.calendar.year", "gdpr.Calendar.Holidays", func(in struct {
			Year int `json:"year" doc:"The year, such as 2026."`
			Cal
			Lang
		}) (List[gdpr.Holiday], error) {
			cal, err := in.calendar()
			if err != nil {
				return List[gdpr.Holiday]{}, err
			}
			all, err := cal.Holidays(in.Year)
			if err != nil {
				return List[gdpr.Holiday]{}, gdpr.At("year", err)
			}
			return listed(all), nil
		}),
		fn("gdpr.date", "gdpr.ParseItalianDate", func(in struct {
			Text string `json:"text" doc:"The date as an Italian document has it: 8 novembre 2026, 08/11/2026."`
			Lang
		}) (struct {
			Date date.Date `json:"date" doc:"The day."`
			Text string    `json:"text" doc:"The day as running text has it, in the language asked for."`
		}, error) {
			d, err := gdpr.ParseItalianDate(in.Text)
			return struct {
				Date date.Date `json:"date" doc:"The day."`
				Text string    `json:"text" doc:"The day as running text has it, in the language asked for."`
			}{d, gdpr.FormatDate(d, in.Tag())}, gdpr.At("text", err)
		}),
		fn("gdpr.rows", "gdpr.Rows", rows),
		fn("gdpr.findings", "gdpr.Findings.Under", func(in struct {
			Findings gdpr.Findings `json:"findings"`
			Regime   gdpr.Regime   `json:"regime,omitzero"`
			Lang
		}) (Findings, error) {
			return in.found(in.Findings.Under(in.Regime)), nil
		}),
	}
}

// calendarDayInput asks for a day of a calendar.
type calendarDayInput struct {
	Day date.Date `json:"day" doc:"The day."`
	Cal
	Lang
}

// calendarDayOutput is what a day is.
type calendarDayOutput struct {
	Working  bool          `json:"working"`            // neither a holiday that moves terms nor a Saturday or Sunday
	Holiday  *gdpr.Holiday `json:"holiday,omitempty"`  // the holiday, if it is one
	Next     date.Date     `json:"next,omitzero"`      // the first working day from it on: itself, if it is one
	Previous date.Date     `json:"previous,omitempty"` // the last working day until it
}

func calendarDay(in calendarDayInput) (out calendarDayOutput, err error) {
	cal, err := in.calendar()
	if err != nil {
		return out, err
	}
	if out.Working, err = cal.WorkingDay(in.Day); err != nil {
		return out, gdpr.At("day", err)
	}
	if h, ok := cal.Holiday(in.Day); ok {
		out.Holiday = &h
	}
	if out.Next, err = cal.Next(in.Day); err != nil {
		return out, gdpr.At("day", err)
	}
	out.Previous, err = cal.Previous(in.Day)
	return out, gdpr.At("day", err)
}

// provisionInput is a citation to read.
type provisionInput struct {
	Text   string      `json:"text" doc:"The citation, in the library's form or in that of an Italian document: GDPR 12(3), art. 12, par. 3, GDPR."`
	Regime gdpr.Regime `json:"regime,omitzero"`
	Lang
}

// provisionOutput is what a citation is.
type provisionOutput struct {
	Provision gdpr.Provision `json:"provision"`        // in the library's form
	Act       string         `json:"act"`              // the act that it cites
	Article   string         `json:"article"`          // the article, "" if it cites the whole act
	Paragraph string         `json:"paragraph"`        // the paragraph, or ""
	Letter    string         `json:"letter"`           // the letter, or ""
	Cite      string         `json:"cite"`             // as a person writes it, in the language asked for
	Layer     gdpr.Regime    `json:"layer"`            // the narrowest regime in which it binds
	Binds     bool           `json:"binds"`            // does it bind a body under the regime of the input?
	Fine      gdpr.Fine      `json:"fine,omitzero"`    // the tier of fine for its infringement
	Share     gdpr.Share     `json:"share,omitzero"`   // of a comma of the template: how much of it the general law repeats
	Same      gdpr.Provision `json:"same,omitempty"`   // the provision of the general law that does
	Instead   gdpr.Provision `json:"instead,omitzero"` // what to cite to a body under the regime of the input, if anything
}

func provision(in provisionInput) (provisionOutput, error) {
	p, err := gdpr.ParseProvision(in.Text)
	if err != nil {
		return provisionOutput{}, gdpr.At("text", err)
	}
	share, same := gdpr.Concordance(p)
	instead, _ := in.Regime.Cite(p)
	return provisionOutput{
		Provision: p, Act: p.Act(), Article: p.Article(), Paragraph: p.Paragraph(), Letter: p.Letter(), Cite: p.Cite(in.Tag()),
		Layer: p.Layer(), Binds: in.Regime.Binds(p), Fine: p.Fine(), Share: share, Same: same, Instead: instead,
	}, nil
}

// rowsInput asks for what the checks can find.
type rowsInput struct {
	Prefix string `json:"prefix,omitempty" doc:"The beginning of the codes that are wanted: breach. for those of a package; all where it is empty."`
	Lang
}

// rowOutput is what a check can find.
type rowOutput struct {
	gdpr.Row
	Fine     gdpr.Fine `json:"fine,omitzero"` // the highest tier of fine among its provisions
	Sentence string    `json:"sentence"`      // what it says, in the language asked for; %s and %d stand for what the case gives
}

func rows(in rowsInput) (List[rowOutput], error) {
	out := List[rowOutput]{[]rowOutput{}}
	for r := range gdpr.Rows() {
		if strings.HasPrefix(string(r.Code), in.Prefix) {
			out.Items = append(out.Items, rowOutput{r, r.Fine(), r.Sentence(in.Tag())})
		}
	}
	return out, nil
}
