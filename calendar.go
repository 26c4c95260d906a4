package gdpr

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"time"

	"github.com/rickb777/date/v2"
)

// Calendar tells working days from holidays. It is an immutable value, safe to
// copy, compare and share. Saturdays and Sundays are never working days; beyond
// them the zero value has no holidays, in the years 1 to 9999.
//
// [Italy] is the calendar of an Italian Comune, [Rome] and [Bolzano] are the two
// places with a holiday more; [Calendar.With] adds days, such as a
// [PatronSaint], and [NewCalendar] makes another country's.
//
// Law: Reg. 1182/71 2(1); Reg. 1182/71 2(2).
type Calendar struct{ *holidays }

// HolidayRule says on which days of which years a holiday falls, in one of three
// ways:
//
//	{Month: time.May, Day: 1}                          on a day of a month
//	{Easter: 1}                                        days after Easter Sunday, before it if negative
//	{Month: time.May, Nth: 1, Weekday: time.Monday}    on the first Monday of a month; the last: Nth: -1
//
// A day of one year, as those that a government names from year to year, has that
// year in From and in Until.
type HolidayRule struct {
	Name      Text         `json:"name"`
	Law       Provision    `json:"law,omitempty"`       // the law that makes it a holiday
	Month     time.Month   `json:"month,omitempty"`     // 1 to 12, or 0 for a day that moves with Easter
	Day       int          `json:"day,omitempty"`       // day of the month
	Nth       int          `json:"nth,omitempty"`       // which such Weekday of the month: 1 to 5 from its beginning, -1 to -5 from its end; 0: Day tells
	Weekday   time.Weekday `json:"weekday,omitempty"`   // 0 Sunday to 6 Saturday, if Nth isn't 0
	Easter    int          `json:"easter,omitempty"`    // days from Easter Sunday, -48 to 60, if Month is 0
	From      int          `json:"from,omitempty"`      // first year; 0: ever since
	Until     int          `json:"until,omitempty"`     // last year; 0: still
	Local     bool         `json:"local,omitempty"`     // kept by custom in one place: listed, but moves no term
	Unsettled bool         `json:"unsettled,omitempty"` // whether it is one for these terms is disputed: Due moves off it, Safe never does
}

// Holiday is a holiday on its day.
type Holiday struct {
	Date  date.Date `json:"date"`
	Name  Text      `json:"name"`
	Law   Provision `json:"law,omitempty"`
	Local bool      `json:"local,omitempty"` // listed, but moves no term
}

// holidays are the rules of a Calendar, indexed for speed. They never change
// once made.
type holidays struct {
	first, last   int       // years covered
	start, finish date.Date // their first day, and the day after their last
	rules         []HolidayRule
	yearly        []HolidayRule // those of more than one day
	fixed         [13]uint32    // bit d of month m: a rule names that day
	easter        uint8         // bit w: some rule moves with Easter and falls on the weekday w, 0 a Monday
	single        []single      // rules of one day of one year, by date
	// The least and the greatest of the days from Easter of such rules.
	soonest, latest date.Date
	firm            *holidays // the same without the rules that are unsettled, nil if there are none
}

// single is a rule that names one day, as index writes it.
type single struct {
	day   date.Date
	moves bool // isn't local
	rule  int  // in rules
}

// maxRules keeps the search for the next working day short, whatever a host's
// calendar says: of rules that come back each year there are no more. Days of one
// year are found by their date, and there may be any number.
const maxRules = 64

// NewCalendar returns a calendar for the years first to last, both included,
// with the holidays of rules. First must be 1 or later, last 9999 or earlier;
// 64 rules at the most, without those of a single year. What makes no sense in them is an [*InputError].
//
// Completeness is the host's: a year that its list doesn't know must lie outside
// first and last, so that a date in it is an error instead of a wrong answer.
//
// Law: Reg. 1182/71 2(1).
func NewCalendar(first, last int, rules ...HolidayRule) (Calendar, error) {
	if first < 1 || first > 9999 {
		return Calendar{}, &InputError{Field: "first", Value: strconv.Itoa(first), Fault: FaultRange, Other: "1-9999"}
	}
	if last < first || last > 9999 {
		return Calendar{}, &InputError{Field: "last", Value: strconv.Itoa(last), Fault: FaultRange, Other: strconv.Itoa(first) + "-9999"}
	}
	yearly := 0
	for i := range rules {
		if err := rules[i].check(); err != nil {
			return Calendar{}, At("rules["+strconv.Itoa(i)+"]", err)
		}
		if !rules[i].single() {
			yearly++
		}
	}
	if yearly > maxRules {
		return Calendar{}, &InputError{Field: "rules", Value: strconv.Itoa(yearly), Fault: FaultRange, Other: "0-" + strconv.Itoa(maxRules)}
	}
	return Calendar{index(first, last, rules)}, nil
}

// With returns the calendar with more holidays, by the same rules as
// [NewCalendar]. The zero Calendar gets the years 1 to 9999.
//
// Law: Reg. 1182/71 2(1).
func (c Calendar) With(rules ...HolidayRule) (Calendar, error) {
	first, last := c.Years()
	if c.holidays == nil {
		return NewCalendar(first, last, rules...)
	}
	return NewCalendar(first, last, slices.Concat(c.rules, rules)...)
}

// PatronSaint is the day of a town's patron, as a rule for [Calendar.With]. It
// is a holiday by custom and labour contracts, not by the law that lists the
// public holidays, so it is listed and moves no term: the courts make one
// exception, 29 June in Rome, for which see [Rome]. A host that holds another
// view clears Local, and the day moves terms as any holiday.
//
// Law: L. 260/1949 2; Cass. 17079/2007; Cass. 5895/2015.
func PatronSaint(name Text, month time.Month, day int) HolidayRule {
	return HolidayRule{Name: name, Month: month, Day: day, Local: true}
}

// Years returns the first and the last year that the calendar covers. A date in
// another year is an error wherever the calendar is used.
func (c Calendar) Years() (first, last int) {
	if c.holidays == nil {
		return 1, 9999
	}
	return c.first, c.last
}

// WorkingDay reports whether d is neither a Saturday, nor a Sunday, nor a public
// holiday. A date outside the calendar is an [*InputError] with [FaultRange].
//
// Law: Reg. 1182/71 2(2).
func (c Calendar) WorkingDay(d date.Date) (bool, error) {
	if err := c.covers(d); err != nil {
		return false, err
	}
	return c.working(d), nil
}

// Next returns d if it is a working day, or the first one after it. A date
// outside the calendar is an [*InputError] with [FaultRange].
//
// Law: Reg. 1182/71 3(4).
func (c Calendar) Next(d date.Date) (date.Date, error) { return c.walk(d, 1) }

// Previous returns d if it is a working day, or the last one before it. A date
// outside the calendar is an [*InputError] with [FaultRange].
//
// Law: Reg. 1182/71 2(2).
func (c Calendar) Previous(d date.Date) (date.Date, error) { return c.walk(d, -1) }

func (c Calendar) walk(d, step date.Date) (date.Date, error) {
	if err := c.covers(d); err != nil {
		return 0, err
	}
	for !c.working(d) {
		d += step
	}
	return d, c.covers(d)
}

// Holiday returns the holiday on d, a public one before a local one, and whether
// there is one. Saturdays and Sundays are not holidays of the list. Outside the
// calendar's years there is none.
//
// Law: Reg. 1182/71 2(1).
func (c Calendar) Holiday(d date.Date) (Holiday, bool) {
	var found Holiday
	var ok bool
	if c.holidays == nil || c.covers(d) != nil {
		return found, false
	}
	for r := range c.named(d) {
		if !ok || found.Local {
			found, ok = r.holiday(d), true
		}
	}
	return found, ok
}

// named yields the rules that name d, a day of the calendar.
func (c Calendar) named(d date.Date) iter.Seq[*HolidayRule] {
	return func(yield func(*HolidayRule) bool) {
		year, month, day := civil(d)
		for i := range c.yearly {
			if r := &c.yearly[i]; r.on(year, month, day, d) && !yield(r) {
				return
			}
		}
		for i := c.search(d); i < len(c.single) && c.single[i].day == d; i++ {
			if !yield(&c.rules[c.single[i].rule]) {
				return
			}
		}
	}
}

func (r *HolidayRule) holiday(d date.Date) Holiday {
	return Holiday{Date: d, Name: r.Name, Law: r.Law, Local: r.Local}
}

// Holidays yields the holidays of a year by date, each with its name and the law
// that makes it one: two, where two fall on one day, as Liberation Day and Easter
// Monday did in 2011. A year outside the calendar is an [*InputError] with
// [FaultRange].
//
// Law: Reg. 1182/71 2(1).
func (c Calendar) Holidays(year int) (iter.Seq[Holiday], error) {
	if err := c.coversYear(year); err != nil {
		return nil, err
	}
	return func(yield func(Holiday) bool) {
		for d := date.New(year, time.January, 1); d.Year() == year; d++ {
			if c.holidays == nil {
				return
			}
			for r := range c.named(d) {
				if !yield(r.holiday(d)) {
					return
				}
			}
		}
	}, nil
}

func (c Calendar) covers(d date.Date) error {
	if c.holidays != nil && d >= c.start && d < c.finish || c.holidays == nil && d >= 0 && d < yearStart(10000) {
		return nil
	}
	return c.outside(d)
}

func (c Calendar) outside(d date.Date) error {
	first, last := c.Years()
	return &InputError{Value: d.String(), Fault: FaultRange, Other: strconv.Itoa(first) + "-" + strconv.Itoa(last)}
}

func (c Calendar) coversYear(year int) error {
	first, last := c.Years()
	if year < first || year > last {
		return &InputError{Value: strconv.Itoa(year), Fault: FaultRange, Other: strconv.Itoa(first) + "-" + strconv.Itoa(last)}
	}
	return nil
}

// working reports whether d, which the calendar covers or nearly so, is a
// working day.
func (c Calendar) working(d date.Date) bool {
	w := weekday(d)
	return w < 5 && !c.public(d, w)
}

// public reports whether d, of the weekday w, is a public holiday of the list.
func (c Calendar) public(d date.Date, w int) bool {
	if c.holidays == nil {
		return false
	}
	year, month, day := civil(d)
	fixed := c.fixed[month]>>day&1 == 1
	moving := c.easter>>w&1 == 1 && c.nearEaster(year, d)
	if fixed || moving {
		for i := range c.yearly {
			if r := &c.yearly[i]; !r.Local && (moving || r.Month != 0) && r.on(year, month, day, d) {
				return true
			}
		}
	}
	return fixed && c.off(d)
}

// off reports whether a rule of one day, and not a local one, names d.
func (h *holidays) off(d date.Date) bool {
	for i := h.search(d); i < len(h.single) && h.single[i].day == d; i++ {
		if h.single[i].moves {
			return true
		}
	}
	return false
}

// search returns where the rules of the single day d are, or would be.
func (h *holidays) search(d date.Date) int {
	i, _ := slices.BinarySearchFunc(h.single, d, func(s single, d date.Date) int { return cmp.Compare(s.day, d) })
	return i
}

// settled returns the calendar without the holidays that are unsettled.
func (c Calendar) settled() Calendar {
	if c.holidays == nil || c.firm == nil {
		return c
	}
	return Calendar{c.firm}
}

// nearEaster reports whether some rule that moves with Easter, which falls from
// 22 March to 25 April, can fall on d.
func (h *holidays) nearEaster(year int, d date.Date) bool {
	first := dayOf(year, time.March, 22)
	return d >= first+h.soonest && d <= first+34+h.latest
}

// weekday returns the day of the week, 0 a Monday as the day 0 is one.
func weekday(d date.Date) int { return int(uint32(d+cycle) % 7) }

// on reports whether the holiday falls on d, which is the day of month of year.
func (r *HolidayRule) on(year int, month time.Month, day int, d date.Date) bool {
	if year < r.From || r.Until != 0 && year > r.Until {
		return false
	}
	switch {
	case r.Month == 0:
		return d == easter(year)+date.Date(r.Easter)
	case r.Month != month:
		return false
	case r.Nth > 0:
		return r.falls(d) && (day+6)/7 == r.Nth
	case r.Nth < 0:
		return r.falls(d) && (monthDays(year, month)-day)/7 == -r.Nth-1
	}
	return r.Day == day
}

// falls reports whether d is of the rule's weekday.
func (r *HolidayRule) falls(d date.Date) bool { return (weekday(d)+1)%7 == int(r.Weekday) }

// single reports whether the rule names one day of one year.
func (r *HolidayRule) single() bool {
	return r.Month != 0 && r.Nth == 0 && r.From != 0 && r.From == r.Until
}

func (r *HolidayRule) check() error {
	switch {
	case r.Month < 0 || r.Month > 12:
		return &InputError{Field: "month", Value: strconv.Itoa(int(r.Month)), Fault: FaultRange, Other: "0-12"}
	case r.Month == 0 && (r.Easter < -48 || r.Easter > 60):
		return &InputError{Field: "easter", Value: strconv.Itoa(r.Easter), Fault: FaultRange, Other: "-48-60"}
	case r.Nth < -5 || r.Nth > 5:
		return &InputError{Field: "nth", Value: strconv.Itoa(r.Nth), Fault: FaultRange, Other: "-5-5"}
	case r.Nth != 0 && (r.Month == 0 || r.Day != 0):
		return &InputError{Field: "nth", Value: strconv.Itoa(r.Nth), Fault: FaultContradiction, Other: "month " + strconv.Itoa(int(r.Month)) + ", day " + strconv.Itoa(r.Day)}
	case r.Weekday < time.Sunday || r.Weekday > time.Saturday:
		return &InputError{Field: "weekday", Value: strconv.Itoa(int(r.Weekday)), Fault: FaultRange, Other: "0-6"}
	case r.Weekday != 0 && r.Nth == 0:
		return &InputError{Field: "weekday", Value: strconv.Itoa(int(r.Weekday)), Fault: FaultContradiction, Other: "nth 0"}
	case r.Month > 0 && r.Nth == 0 && (r.Day < 1 || r.Day > monthDays(2000, r.Month)): // 2000: 29 February is a day
		return &InputError{Field: "day", Value: strconv.Itoa(r.Day), Fault: FaultRange, Other: "1-" + strconv.Itoa(monthDays(2000, r.Month))}
	case r.Month > 0 && r.Easter != 0:
		return &InputError{Field: "easter", Value: strconv.Itoa(r.Easter), Fault: FaultContradiction, Other: "month"}
	case r.Until != 0 && r.Until < r.From:
		return &InputError{Field: "until", Value: strconv.Itoa(r.Until), Fault: FaultOrder, Other: "from " + strconv.Itoa(r.From)}
	}
	if r.Law != "" {
		return At("law", r.Law.Check())
	}
	return nil
}

func index(first, last int, rules []HolidayRule) *holidays {
	h := &holidays{first: first, last: last, start: yearStart(first), finish: yearStart(last + 1), rules: slices.Clone(rules)}
	for i := range h.rules {
		r := &h.rules[i]
		if r.single() {
			if r.From >= first && r.From <= last && r.Day <= monthDays(r.From, r.Month) {
				h.single = append(h.single, single{dayOf(r.From, r.Month, r.Day), !r.Local, i})
				h.fixed[r.Month] |= 1 << r.Day
			}
			continue
		}
		h.yearly = append(h.yearly, *r)
		switch {
		case r.Month == 0:
			days := date.Date(r.Easter)
			if h.easter == 0 {
				h.soonest, h.latest = days, days
			}
			h.soonest, h.latest = min(h.soonest, days), max(h.latest, days)
			h.easter |= 1 << weekday(days+6) // Easter is a Sunday, 6
		case r.Nth != 0:
			h.fixed[r.Month] = 1<<32 - 1
		default:
			h.fixed[r.Month] |= 1 << r.Day
		}
	}
	slices.SortStableFunc(h.single, func(a, b single) int { return cmp.Compare(a.day, b.day) })
	firm := slices.DeleteFunc(slices.Clone(rules), func(r HolidayRule) bool { return r.Unsettled })
	if len(firm) < len(rules) {
		h.firm = index(first, last, firm)
	}
	return h
}

// easter returns Easter Sunday of a year of the Gregorian calendar: the Sunday
// after the first full moon, by the church's tables, on or after 21 March.
func easter(year int) date.Date {
	century := year / 100
	golden := year % 19
	// The epact, corrected for the leap days that centuries drop and for the
	// moon's own drift.
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	moon := epact - (epact/28)*(1-(epact/28)*(29/(epact+1))*((21-golden)/11))
	weekday := (year + year/4 + moon + 2 - century + century/4) % 7
	return dayOf(year, time.March, 28) + date.Date(moon-weekday)
}
