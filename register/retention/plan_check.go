package retention

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Plan.Check].
const (
	CodePlanShort   gdpr.Code = "retention.plan.short"   // violation: …: the term is shorter than the plan's or the law's minimum
	CodePlanLong    gdpr.Code = "retention.plan.long"    // violation: …: the term is longer than the plan's or the law's maximum
	CodePlanDiffers gdpr.Code = "retention.plan.differs" // advice: …: the term differs from the plan's
	CodePlanFate    gdpr.Code = "retention.plan.fate"    // violation: …: erasure is set, but by the plan the keeping is permanent
	CodePlanNone    gdpr.Code = "retention.plan.none"    // advice: …: no series of the plan of conservation is named
	CodePlanUnknown gdpr.Code = "retention.plan.unknown" // warning: the series … isn't in the plan of conservation
)

var (
	planShort   = find.Violation(CodePlanShort, "GDPR 17(3)(b)", "D.P.R. 445/2000 68")
	planLong    = find.Violation(CodePlanLong, "GDPR 5(1)(e)")
	planDiffers = find.Advice(CodePlanDiffers, "D.P.R. 445/2000 68")
	planFate    = find.Violation(CodePlanFate, "D.Lgs. 42/2004 21(1)(d)", "D.P.R. 445/2000 68")
	planNone    = find.Advice(CodePlanNone, "D.P.R. 445/2000 68")
	planUnknown = find.Warning(CodePlanUnknown, "GDPR 5(2)")
)

// Check holds the rules of a schedule, or of a register by its Rules, against the
// plan: each against the row that it names as its Series, or that has its id.
//
//   - Shorter than a minimum, or longer than a maximum, that a law sets or the
//     body's own plan: a violation. What the model plan or other bodies do is
//     advised alone, since it binds nobody who hasn't adopted it.
//   - Erased where the plan keeps for ever: a violation for these, too.
//   - No row: an advice; a row that the plan doesn't have: a warning.
//
// Their places are "[3].period". A rule without a period is held against the fate
// alone.
//
// Law: D.P.R. 445/2000 68; D.Lgs. 42/2004 21(1)(d); GDPR 5(1)(e); GDPR 17(3)(b).
func (p Plan) Check(rules []Rule) gdpr.Findings {
	rows := make(map[string]*Series, len(p.Series))
	for i := range p.Series {
		rows[p.Series[i].ID] = &p.Series[i]
	}
	var c find.Collector
	for i, r := range rules {
		at := "[" + strconv.Itoa(i) + "]."
		name := r.Series
		if blank.Is(name) {
			name = r.ID
		}
		row, ok := rows[name]
		switch {
		case ok:
			row.hold(&c, r, at)
		case blank.Is(r.Series):
			c.Add(planNone, at+"series", r.ID)
		default:
			c.Add(planUnknown, at+"series", r.Series)
		}
	}
	return c.Findings()
}

// binds reports whether the row is law for the body, or a plan that it adopted.
func (s *Series) binds() bool { return s.Status == StatusLaw || s.Status == StatusAdopted }

// hold holds a rule against its row.
func (s *Series) hold(c *find.Collector, r Rule, at string) {
	weigh := func(row find.Row, law ...gdpr.Provision) find.Row {
		if !s.binds() {
			return row.By(law...).As(gdpr.Advice)
		}
		return row.By(law...)
	}
	if s.Keeping == KeepPermanent && r.Bound != Permanent && r.Fate != Archive {
		c.Add(weigh(planFate, "D.Lgs. 42/2004 21(1)(d)", s.Provision), at+"fate", r.ID)
		return
	}
	if r.Period == (gdpr.Term{}) || s.Period == (gdpr.Term{}) || r.Bound == Permanent {
		return
	}
	own, rowDays := span(r.Period), span(s.Period)
	most := own
	if r.Most != (gdpr.Term{}) {
		most = span(r.Most)
	}
	least := s.Keeping == KeepAtLeast || s.Keeping == KeepFixed
	ceiling := s.Keeping == KeepAtMost || s.Keeping == KeepFixed
	switch {
	case least && own < rowDays:
		c.Add(weigh(planShort, "GDPR 17(3)(b)", s.Provision), at+"period", r.ID)
	case ceiling && most > rowDays:
		c.Add(weigh(planLong, "GDPR 5(1)(e)", s.Provision), at+"period", r.ID)
	case (least || ceiling) && own != rowDays:
		c.Add(planDiffers.By(s.Provision), at+"period", r.ID)
	}
}

// span returns how many days a period has that is counted from a day of a common
// year, so that 12 months and a year are one; 0 for one that can't be counted.
func span(t gdpr.Term) int {
	end, _ := Rule{Period: t}.end(1, "")
	return int(end.Nominal)
}
