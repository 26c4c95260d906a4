// Package find is how a check declares and collects what it finds: a row beside
// each rule, and a collector that cites by the regime of the body.
//
//	var late = find.Violation(CodeLate, "GDPR 12(3)", "Regolamento 17(3)")
//
//	c := find.In(policy.Regime)
//	if told > due {
//		c.Add(late, "extensions[0].told", told, due)
//	}
//	return c.Findings()
//
// A row is declared once, at the level of the package; a generator reads the rows
// and writes CODES.md and the comments of the constants from them.
package find

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Row is what a check can find: its code, its weight, and the law that it rests
// on, general law before the template.
type Row struct {
	Code   gdpr.Code
	Weight gdpr.Severity
	Law    []gdpr.Provision
}

// Violation declares a finding that a duty of law isn't met.
func Violation(code gdpr.Code, law ...gdpr.Provision) Row { return Row{code, gdpr.Violation, law} }

// Warning declares a finding that somebody must look at.
func Warning(code gdpr.Code, law ...gdpr.Provision) Row { return Row{code, gdpr.Warning, law} }

// Advice declares a finding of good practice.
func Advice(code gdpr.Code, law ...gdpr.Provision) Row { return Row{code, gdpr.Advice, law} }

// By returns the row with other law than it was declared with: where the same
// lapse is one of different rules by the case, or a body's own rule asks it.
func (r Row) By(law ...gdpr.Provision) Row {
	r.Law = slices.DeleteFunc(slices.Clone(law), func(p gdpr.Provision) bool { return p == "" })
	return r
}

// As returns the row with another weight.
func (r Row) As(weight gdpr.Severity) Row {
	r.Weight = weight
	return r
}

// Collector collects the findings of one check, in the order in which they are
// added. Its zero value collects under the template's regime.
type Collector struct {
	regime gdpr.Regime
	found  gdpr.Findings
}

// In returns a collector for a body under the regime.
func In(regime gdpr.Regime) *Collector { return &Collector{regime: regime} }

// Add adds what the row declares, found at where, a path in the input. Args are
// what its sentence prints: strings, ints, days, instants, and what has a String.
func (c *Collector) Add(r Row, where string, args ...any) {
	c.found = append(c.found, gdpr.Finding{Code: r.Code, Severity: r.Weight, Where: where, Provisions: slices.Clone(r.Law), Args: stored(args)})
}

// Unless adds what the row declares where a is no, the same as a warning where
// nobody knows, and nothing where it is yes.
func (c *Collector) Unless(a gdpr.Answer, r Row, where string, args ...any) {
	switch a {
	case gdpr.Yes:
	case gdpr.No:
		c.Add(r, where, args...)
	default:
		c.Add(r.As(min(r.Weight, gdpr.Warning)), where, args...)
	}
}

// Below adds the findings of a part, at its path.
func (c *Collector) Below(path string, fs gdpr.Findings) {
	c.found = append(c.found, fs.Below(path)...)
}

// Findings returns what was collected, as a body under the regime is told it;
// nil if there is nothing.
func (c *Collector) Findings() gdpr.Findings { return c.found.Under(c.regime) }

// Index returns the path of the i-th element of a list: "requests[3]".
func Index(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// stored returns the arguments as a finding keeps them, strings and ints, so
// that it reads back from JSON as it was.
func stored(args []any) []any {
	if len(args) == 0 {
		return nil
	}
	kept := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case string, int:
			kept[i] = a
		case date.Date:
			kept[i] = a.String()
		case time.Time:
			kept[i] = a.Format(time.RFC3339)
		default:
			kept[i] = fmt.Sprint(a)
		}
	}
	return kept
}
