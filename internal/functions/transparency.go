//go:build !desks

package functions

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/transparency"
)

func transparencyFunctions() []Function {
	return []Function{
		fn("transparency.check", "transparency.Check", func(in struct {
			Entries []transparency.Entry `json:"entries"`
			Day
			Cal
			Lang
		}) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			return in.found(transparency.Check(in.Entries, in.On, cal)), nil
		}),
		fn("transparency.duties", "transparency.Duties", func(None) (List[transparency.Duty], error) {
			return listed(transparency.Duties()), nil
		}),
		fn("transparency.postings", "transparency.Postings", func(None) (List[transparency.Posting], error) {
			return listed(transparency.Postings()), nil
		}),
		fn("transparency.deadline", "transparency.Duty.Deadline", dutyTerm(transparency.Duty.Deadline)),
		fn("transparency.renewal", "transparency.Duty.Renewal", dutyTerm(transparency.Duty.Renewal)),
		fn("transparency.publication", "transparency.Duty.Publication", func(in struct {
			Entry transparency.Entry `json:"entry"`
			Lang
		}) (publicationOutput, error) {
			duty, ok := transparency.Find(in.Entry.Duty)
			if !ok {
				return publicationOutput{}, missing("entry.duty", in.Entry.Duty, "transparency.duties")
			}
			p := duty.Publication(in.Entry)
			period, err := p.Period()
			return publicationOutput{p, removal(period)}, gdpr.At("entry", err)
		}),
		fn("transparency.posting", "transparency.Posting.Period", func(in struct {
			Posting string    `json:"posting" doc:"The id of the kind of posting, as transparency.postings lists it."`
			Posted  date.Date `json:"posted" doc:"The first day on the notice board."`
			Lang
		}) (removalOutput, error) {
			p, ok := transparency.FindPosting(in.Posting)
			if !ok {
				return removalOutput{}, missing("posting", in.Posting, "transparency.postings")
			}
			return removal(p.Period(in.Posted)), nil
		}),
	}
}

// publicationOutput is a publication and how long it stays online.
type publicationOutput struct {
	Publication register.Publication `json:"publication"`
	Period      removalOutput        `json:"period"`
}

// dutied is a duty to publish, and the day from which its term runs.
type dutied struct {
	Duty  string    `json:"duty" doc:"The id of the duty, as transparency.duties lists it."`
	Event date.Date `json:"event" doc:"The day on which the duty arose, or of the last renewal."`
	Cal
	Lang
}

// dutyTerm is a function that counts a term of a duty.
func dutyTerm(count func(d transparency.Duty, event date.Date, cal gdpr.Calendar) (gdpr.Deadline, error)) func(in dutied) (Deadline, error) {
	return func(in dutied) (Deadline, error) {
		cal, err := in.calendar()
		if err != nil {
			return Deadline{}, err
		}
		duty, ok := transparency.Find(in.Duty)
		if !ok {
			return Deadline{}, missing("duty", in.Duty, "transparency.duties")
		}
		d, err := count(duty, in.Event, cal)
		return in.deadline(d, cal), err
	}
}
