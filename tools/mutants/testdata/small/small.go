// Package small has rules of which the tests hold all but two.
package small

// Days are the days of a term.
type Days struct{ n int }

// Late tells whether a day comes after the term; the day itself doesn't.
func (d Days) Late(day int) bool { return day > d.n }

// Adult has no test for the day on which one is eighteen.
func Adult(years int) bool { return years >= 18 }

// Most is the greater one; of two that are the same it may return either.
func Most(a, b int) int {
	if a > b {
		return a
	}
	return b
}

var untested = func(a bool) bool { return !a }
