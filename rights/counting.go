package rights

import "github.com/b58db29f/gdpr"

// italian is a term that Italian law sets, and counts by its own rule.
func italian(n int, unit gdpr.Unit) gdpr.Term {
	return gdpr.Term{N: n, Unit: unit, Counting: gdpr.Italian}
}

// judicial is a term before a court, which stands still in August.
func judicial(n int, unit gdpr.Unit) gdpr.Term {
	return gdpr.Term{N: n, Unit: unit, Counting: gdpr.Judicial}
}
