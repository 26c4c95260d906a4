package gdpr

import (
	"slices"
	"strconv"

	"github.com/rickb777/date/v2"
)

// Dated is a table of law by its day of effect: what held from each day until
// the next row's. A rule that changes with time asks its table for the row of
// the day, so that a new law is one row more. The zero value has no rows.
//
// It is immutable, and safe to share.
type Dated[T any] struct{ rows []Effect[T] }

// Effect is one row of a [Dated] table.
type Effect[T any] struct {
	From  date.Date // first day on which Value holds; 0: ever since
	Value T
}

// NewDated returns the table of the rows, which are in the order of their days.
// Rows out of order, or of the same day, are an [*InputError] with [FaultOrder].
//
// Law: GDPR 99(2).
func NewDated[T any](rows ...Effect[T]) (Dated[T], error) {
	for i := range rows[:max(0, len(rows)-1)] {
		if rows[i].From >= rows[i+1].From {
			return Dated[T]{}, &InputError{Field: "rows[" + strconv.Itoa(i+1) + "].from", Value: rows[i+1].From.String(), Fault: FaultOrder, Other: rows[i].From.String()}
		}
	}
	return Dated[T]{slices.Clone(rows)}, nil
}

// On returns the row that holds on a day, and whether there is one: before the
// first row's day there is none. The day 0 stands for [LawAsOf].
//
// Law: GDPR 99(2).
func (d Dated[T]) On(day date.Date) (value T, ok bool) {
	if day == 0 {
		day = LawAsOf()
	}
	for i := len(d.rows) - 1; i >= 0; i-- {
		if d.rows[i].From <= day {
			return d.rows[i].Value, true
		}
	}
	return value, false
}

// Days returns the days on which a row takes effect, in order.
//
// Law: GDPR 99(2).
func (d Dated[T]) Days() []date.Date {
	days := make([]date.Date, len(d.rows))
	for i, r := range d.rows {
		days[i] = r.From
	}
	return days
}

// With returns the table with one row more, in its place by the day: what a
// pending law would change. A row of a day that has one already is an
// [*InputError] with [FaultDuplicate].
//
// Law: GDPR 99(2).
func (d Dated[T]) With(row Effect[T]) (Dated[T], error) {
	at, found := slices.BinarySearchFunc(d.rows, row.From, func(r Effect[T], from date.Date) int { return int(r.From) - int(from) })
	if found {
		return Dated[T]{}, &InputError{Field: "from", Value: row.From.String(), Fault: FaultDuplicate, Other: "rows[" + strconv.Itoa(at) + "]"}
	}
	return Dated[T]{slices.Insert(slices.Clone(d.rows), at, row)}, nil
}
