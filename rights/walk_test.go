package rights_test

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// walker finds the last day of a term by walking the days one by one, with a
// calendar of its own and nothing of the library's.
type walker struct {
	working []bool // by day from walkFrom: can the term end on it?
	twoDays bool   // must the term hold two working days?
}

var (
	italianHolidays = holidaysOfItaly(1985, 2103)
	europeanWalk    = newWalker(italianHolidays, true, true)
	italianWalk     = newWalker(italianHolidays, false, false)
)

// holidaysOfItaly lists the holidays of L. 260/1949 with its changes.
func holidaysOfItaly(first, last int) map[date.Date]bool {
	off := map[date.Date]bool{}
	for year := first; year <= last; year++ {
		for _, d := range [][2]int{{1, 1}, {1, 6}, {4, 25}, {5, 1}, {8, 15}, {11, 1}, {12, 8}, {12, 25}, {12, 26}} {
			off[date.New(year, time.Month(d[0]), d[1])] = true
		}
		if year == 1986 || year >= 2001 {
			off[date.New(year, time.June, 2)] = true
		}
		if year >= 2026 {
			off[date.New(year, time.October, 4)] = true
		}
		off[sunday(year)+1] = true
	}
	off[date.New(2011, time.March, 17)] = true
	return off
}

// sunday returns Easter by Gauss's rule, with its two exceptions.
func sunday(year int) date.Date {
	a, b, c, k := year%19, year%4, year%7, year/100
	p := (13 + 8*k) / 25
	m, n := (15-p+k-k/4)%30, (4+k-k/4)%7
	d := (19*a + m) % 30
	e := (2*b + 4*c + 6*d + n) % 7
	days := 22 + d + e
	if d == 29 && e == 6 || d == 28 && e == 6 && a > 10 {
		days -= 7
	}
	return date.New(year, time.March, 1) + date.Date(days-1)
}

func (w walker) works(d date.Date) bool { return w.working[d-walkFrom] }

// walkFrom is the first day of the walker's calendar.
var walkFrom = date.New(1985, time.January, 1)

// newWalker returns a walker over days on which a term can end or not.
func newWalker(off map[date.Date]bool, saturday, twoDays bool) walker {
	var working []bool
	for d := walkFrom; d < date.New(2104, time.January, 1); d++ {
		weekday := d.Weekday()
		working = append(working, weekday != time.Sunday && (weekday != time.Saturday || !saturday) && !off[d])
	}
	return walker{working, twoDays}
}

// months adds months the slow way: to the first of the month, and then days up
// to the number of d or the month's end.
func months(d date.Date, n int) date.Date {
	year, month, number := d.Date()
	first := time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return date.NewAt(first) + date.Date(min(number, last)-1)
}

// stop is a pause: the clock stands still from a day to another, which counts.
type stop struct{ from, to date.Date } // to 0: it is open

// end walks from the day of an event through a term of so many days. A stop that
// begins on the day of the event, or before it, makes it an event of its end. It
// returns the last day, by the clock with stops, and the day since which it
// stands still, or 0.
func (w walker) end(event date.Date, days int, stops []stop) (due, open date.Date) {
	held, off := 0, date.Date(0) // working days after the event; the first day on which the clock runs again
	next := 0
	stands := func(d date.Date) bool { // is d a day on which the clock stands still?
		for ; next < len(stops) && stops[next].from <= d && open == 0; next++ {
			switch s := stops[next]; {
			case s.to == 0:
				open = max(s.from, off)
			case s.to > off:
				off = s.to
			}
		}
		return d < off
	}
	d := event
	for stands(d) { // the two working days can be days of a pause
		for ; d < off; d++ {
			if d > event && w.works(d) {
				held++
			}
		}
	}
	first := d
	for left := days; left > 0; {
		d++
		still := stands(d)
		if w.works(d-1) && d-1 > event && d-1 >= first {
			held++
		}
		if !still {
			left--
		}
	}
	for {
		if still := stands(d); still || !w.works(d) || w.twoDays && days >= 2 && held == 0 {
			if w.works(d) && d > event {
				held++
			}
			d++
			continue
		}
		return d, open
	}
}

// expected is what the walker makes of a request.
type expected struct {
	reply, extended, told date.Date // Due of the deadline that binds
	replyGDPR, replyTown  date.Date
	longGDPR, longTown    date.Date
	own, notice, promise  date.Date
}

// walkRequest finds every last day of a request by walking.
func walkRequest(r rights.Request, p rights.Policy) (want expected) {
	local := italianWalk
	if p.Regime == gdpr.UnionLaw {
		local = europeanWalk
	}
	stops := stopsOf(r)
	month := int(months(r.Received, 1) - r.Received)
	three := int(months(r.Received, 3) - r.Received)
	var open date.Date
	want.replyGDPR, open = europeanWalk.end(r.Received, month, stops)
	want.notice = want.replyGDPR
	want.reply = want.replyGDPR
	town := p.Regime == gdpr.Template && r.Right != rights.ToHumanDecision // of which it says nothing
	if town {
		want.replyTown, _ = local.end(r.Received, 30, stops)
		want.reply = min(want.reply, want.replyTown)
	}
	if p.Days != 0 {
		end, _ := local.end(r.Received, p.Days, stops)
		if p.By == "" {
			want.promise = end
		} else {
			want.own = end
			want.reply = min(want.reply, end)
		}
	}
	for _, e := range r.Extensions {
		if want.told == 0 && e.Reasons != "" && (e.Told <= want.notice || open != 0 && e.Told >= open) {
			want.told = e.Told
		}
	}
	within := func(due date.Date) []stop { // without an extension, a stop after the reply's term stops nothing
		if want.told != 0 {
			return stops
		}
		for i := range stops {
			if stops[i].from > due {
				return stops[:i]
			}
		}
		return stops
	}
	want.longGDPR, _ = europeanWalk.end(r.Received, three, within(want.replyGDPR))
	want.extended = want.longGDPR
	if town {
		thirty := r.Received + 30
		want.longTown, _ = local.end(r.Received, int(months(thirty, 2)-r.Received), within(want.replyTown))
		want.extended = min(want.extended, want.longTown)
	}
	return want
}

// stopsOf returns the pauses of a request that count, in order.
func stopsOf(r rights.Request) (stops []stop) {
	closed := max(r.Replied, r.Refusal.Sent)
	for _, p := range r.Pauses {
		if p.Prompt != gdpr.Yes || p.Cause == 0 || p.Cause == rights.Identification && r.Right == rights.ToHumanDecision {
			continue
		}
		to := p.Answered
		if closed != 0 && (to == 0 || to > closed) {
			to = closed
		}
		stops = append(stops, stop{p.Asked, to})
	}
	return stops
}
