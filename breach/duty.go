package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// duty is what the law asks of a controller that became aware of a breach on a
// day: within what term, from which level, and by which channel the authority is
// notified.
type duty struct {
	within  gdpr.Term
	least   Level // the least level that is notified: Risk or HighRisk
	channel Channel
	law     gdpr.Provision
}

// duties is the duty to notify by the day on which it took effect. Everything in
// this package that depends on the day asks here, so that a new law is a row: a
// proposal of the Commission of November 2025 would have 96 hours, and notice of
// a high risk alone.
var duties, _ = gdpr.NewDated(
	gdpr.Effect[duty]{From: date.New(2018, time.May, 25), Value: duty{gdpr.Term{N: 72, Unit: gdpr.Hours}, Risk, PEC, "GDPR 33(1)"}},
	gdpr.Effect[duty]{From: date.New(2021, time.July, 1), Value: duty{gdpr.Term{N: 72, Unit: gdpr.Hours}, Risk, OnlineProcedure, "GDPR 33(1)"}},
)

// Within returns the term within which a breach of which the controller became
// aware on a day is notified, and whether there is one: before 25 May 2018 there
// was no duty. The day 0 stands for gdpr.LawAsOf.
//
// Law: Regolamento 37(3); GDPR 33(1).
func Within(aware date.Date) (gdpr.Term, bool) {
	d, ok := duties.On(aware)
	return d.within, ok
}

// Hours returns the hours within which a breach of which the controller became
// aware on a day is notified. It is 0 for a day before 25 May 2018, when the duty
// began. The day 0 stands for gdpr.LawAsOf.
//
// Law: Regolamento 37(3); GDPR 33(1).
func Hours(aware date.Date) int {
	term, _ := Within(aware)
	return term.N
}

// Least returns the least level at which a breach of which the controller became
// aware on a day is notified: Risk; Undetermined for a day before the duty began.
// The day 0 stands for gdpr.LawAsOf.
//
// Law: Regolamento 37(3); GDPR 33(1).
func Least(aware date.Date) Level {
	d, _ := duties.On(aware)
	return d.least
}

// owed tells whether a breach of a level is notified under the duty. A level that
// isn't determined is Unknown; one below is No.
func (d duty) owed(l Level) gdpr.Answer {
	switch {
	case d.least == Undetermined || l == NotABreach || l == Unlikely:
		return gdpr.No
	case l == HighRisk || l == Risk && d.least == Risk:
		return gdpr.Yes
	case l == Risk:
		return gdpr.No
	}
	return gdpr.Unknown
}
