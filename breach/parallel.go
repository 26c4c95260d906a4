package breach

import "github.com/b58db29f/gdpr"

// CodeParallel is the finding of [Parallel].
const CodeParallel gdpr.Code = "breach.parallel"

// largeComune is the number of inhabitants above which L. 90/2024 makes a Comune
// report incidents.
const largeComune = 100_000

// Parallel is a hint at another duty: a Comune of more than 100,000 inhabitants,
// or the capital of a region, reports cyber incidents to CSIRT Italia too, in 24
// and 72 hours of its own, and D.Lgs. 138/2024 (NIS2) may reach others. The
// finding is advice; the library has no rule on those duties. While capital is
// Unknown it is given.
//
// Law: L. 90/2024 1(1); D.Lgs. 138/2024 25(1).
func Parallel(inhabitants int, capital gdpr.Answer) gdpr.Findings {
	if inhabitants <= largeComune && capital == gdpr.No {
		return nil
	}
	return gdpr.Findings{advice(CodeParallel, "", "L. 90/2024 1(1)", "D.Lgs. 138/2024 25(1)")}
}
