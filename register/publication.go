package register

import (
	"strconv"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Publication is one document, or one body of data, on the web site, and what
// tells how long it stays there.
//
// Law: Regolamento 13(7); Regolamento 13(8); D.Lgs. 33/2013 8(3); D.Lgs. 267/2000 124(1).
type Publication struct {
	ID         string      `json:"id,omitempty"`
	Content    Content     `json:"content"`
	Posted     date.Date   `json:"posted,omitzero"`  // first day online
	Duty       date.Date   `json:"duty,omitzero"`    // day on which the duty to publish arose; that of posting if it isn't given
	Effective  gdpr.Answer `json:"effective"`        // does the act still have effects?
	EffectsEnd date.Date   `json:"effects,omitzero"` // last day of its effects, once it is known
	MandateEnd date.Date   `json:"mandate,omitzero"` // day on which the office or mandate ended
	Until      date.Date   `json:"until,omitzero"`   // last day by another term of law, which then decides
	By         string      `json:"by,omitempty"`     // the act that sets that other term
}

// Content is what is published, so far as it makes a difference to how long. The
// zero value is not given.
//
// Law: Regolamento 13(7); Regolamento 13(8); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); D.Lgs. 267/2000 124(1).
type Content uint8

// The contents.
//
//words:label register.content
const (
	Transparency Content = iota + 1 // transparency: what D.Lgs. 33/2013 wants published: five years
	Political                       // political: holders of political offices: three years after the end of the mandate
	Manager                         // manager: managers, and others who have their functions: three years after the end of the office
	Assets                          // assets: declarations of assets, and relatives' data: until the end of the mandate
	Notice                          // notice: notice board: fifteen days
	Consultant                      // consultant: consultants and collaborators: three years after the end of the engagement
)

// Period is how long something stays published. Its days are calendar days and
// never move off holidays: nobody has to do anything for a page to stay.
//
// Law: Regolamento 13(7); D.Lgs. 33/2013 8(3); D.Lgs. 267/2000 124(1).
type Period struct {
	First     date.Date      `json:"first"`               // first day counted
	Last      date.Date      `json:"last,omitzero"`       // last day online, on the reading that the library holds
	Safe      date.Date      `json:"safe,omitzero"`       // last day on the longest defensible reading: complete whoever counts
	Open      gdpr.Answer    `json:"open"`                // does it last beyond Last, to an end that nobody knows yet?
	Provision gdpr.Provision `json:"provision,omitempty"` // the rule that sets it
}

// Removal returns the first day on which it must be offline, and whether that is
// known: it isn't while [Period.Open] is not [gdpr.No].
//
// Law: Regolamento 13(7); Regolamento 13(9); D.Lgs. 33/2013 8(3).
func (p Period) Removal() (day date.Date, known bool) {
	if p.Open != gdpr.No {
		return 0, false
	}
	return p.Last + 1, true
}

// Period tells how long the publication stays online.
//
//   - Five years from 1 January of the year after that in which the duty arose,
//     for what the transparency decree wants published.
//   - Beyond them while the act still has effects, to their end.
//   - Three years after the end of the mandate or office, for political offices,
//     managers, consultants; declarations of assets end with it. The regulation
//     finds managers in art. 15(4) of the decree, which since 2016 has consultants
//     alone; theirs is 14(2), to which 14(1-bis) sends, and 14(1-quinquies) also the
//     holders of positions with delegated powers and whoever exercises a manager's
//     functions, as the heads of area of a small Comune do.
//   - Fifteen days on the notice board, of which the first counts (the Interior
//     Ministry and the courts). Safe is a day later, for those who count from the day
//     after, as a draft of the digital agency did.
//   - Until the day that another law sets, where one does: the privacy rules, or
//     the anti-corruption authority, which may shorten the five years.
//
// The error is a [*gdpr.InputError]: no content, no day to count from
// ([gdpr.FaultMissing]), another term or effects that end before they begin
// ([gdpr.FaultOrder]), a date outside the years 1 to 9989 ([gdpr.FaultRange]).
//
// Law: Regolamento 13(7); Regolamento 13(8); D.Lgs. 33/2013 8(3); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); D.Lgs. 267/2000 124(1).
func (p Publication) Period() (Period, error) {
	duty := p.Duty
	if duty == 0 {
		duty = p.Posted
	}
	if err := p.check(duty); err != nil {
		return Period{}, err
	}
	if p.Until != 0 {
		return Period{First: duty, Last: p.Until, Safe: p.Until, Open: gdpr.No, Provision: "Regolamento 13(8)"}, nil
	}
	switch p.Content {
	case Notice:
		return Period{First: p.Posted, Last: p.Posted + boardDays - 1, Safe: p.Posted + boardDays, Open: gdpr.No, Provision: "D.Lgs. 267/2000 124(1)"}, nil
	case Political:
		return p.afterMandate(duty, officeYears, "D.Lgs. 33/2013 14(2)"), nil
	case Manager:
		return p.afterMandate(duty, officeYears, "D.Lgs. 33/2013 14(2)"), nil
	case Consultant:
		return p.afterMandate(duty, officeYears, "D.Lgs. 33/2013 15(4)"), nil
	case Assets:
		return p.afterMandate(duty, 0, "D.Lgs. 33/2013 14(2)"), nil
	}
	first := date.New(duty.Year()+1, time.January, 1)
	last := date.New(duty.Year()+transparencyYears, time.December, 31)
	period := Period{First: first, Last: last, Safe: last, Open: p.Effective, Provision: "D.Lgs. 33/2013 8(3)"}
	if p.EffectsEnd != 0 {
		period.Open = gdpr.No
		if p.EffectsEnd > last {
			period.Last, period.Safe, period.Provision = p.EffectsEnd, p.EffectsEnd, "Regolamento 13(8)"
		}
	}
	return period, nil
}

const (
	boardDays         = 15
	transparencyYears = 5
	officeYears       = 3
)

// afterMandate returns the period that ends so many years after the mandate.
func (p *Publication) afterMandate(first date.Date, years int, by gdpr.Provision) Period {
	if p.MandateEnd == 0 {
		return Period{First: first, Open: gdpr.Yes, Provision: by}
	}
	year, month, day := p.MandateEnd.Date()
	last, err := gdpr.NewDate(year+years, month, day)
	if err != nil { // 29 February, and no such day three years later
		last, _ = gdpr.NewDate(year+years, month, day-1)
	}
	return Period{First: first, Last: last, Safe: last, Open: gdpr.No, Provision: by}
}

func (p *Publication) check(duty date.Date) error {
	switch {
	case !p.Content.Valid():
		return &gdpr.InputError{Field: "content", Value: p.Content.String(), Fault: gdpr.FaultMissing, Other: "transparency, political, manager, assets, notice, consultant"}
	case duty == 0:
		return &gdpr.InputError{Field: "duty", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case p.Content == Notice && p.Posted == 0:
		return &gdpr.InputError{Field: "posted", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case p.Until != 0 && p.Until < max(duty, p.Posted):
		return &gdpr.InputError{Field: "until", Value: p.Until.String(), Fault: gdpr.FaultOrder, Other: max(duty, p.Posted).String()}
	case p.EffectsEnd != 0 && p.Effective == gdpr.Yes && p.EffectsEnd < duty:
		return &gdpr.InputError{Field: "effects", Value: p.EffectsEnd.String(), Fault: gdpr.FaultOrder, Other: "duty " + duty.String()}
	}
	for _, d := range [...]struct {
		field string
		day   date.Date
	}{{"posted", p.Posted}, {"duty", p.Duty}, {"effects", p.EffectsEnd}, {"mandate", p.MandateEnd}, {"until", p.Until}} {
		if d.day < 0 || d.day >= lastDay {
			return &gdpr.InputError{Field: d.field, Value: strconv.FormatInt(int64(d.day), 10), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9989-12-31"}
		}
	}
	return nil
}

// lastDay is 1 January 9990: every period from an earlier day is a date.
const lastDay date.Date = 9989*365 + 9989/4 - 9989/100 + 9989/400

// PublishBy returns the day by which the data of a holder of a political office,
// or of a manager, are published: three months after the election or appointment.
// The term is one of Italian law: a last day that is a Sunday or a holiday moves
// it, a Saturday doesn't. For consultants, whose term is the same, and for what is
// published at once, by the quarter or the year, see package transparency.
//
// The errors are those of [gdpr.Term.After].
//
// Law: Regolamento 13(2); D.Lgs. 33/2013 14(2); c.c. 2963.
func PublishBy(elected date.Date, cal gdpr.Calendar) (gdpr.Deadline, error) {
	d, err := gdpr.Term{N: 3, Unit: gdpr.Months, Counting: gdpr.Italian}.After(elected, cal)
	if err != nil {
		return gdpr.Deadline{}, err
	}
	return d.By("D.Lgs. 33/2013 14(2)"), nil
}
