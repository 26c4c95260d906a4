package register

import (
	"github.com/b58db29f/gdpr"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/register/retention"
)

// Retention is how long data are kept: a period from an event, or a criterion
// where no period can be told, or both. The zero value says nothing.
//
// Law: Regolamento 16(2); GDPR 30(1)(f); GDPR 5(1)(e).
type Retention struct {
	Period    gdpr.Term       `json:"period,omitzero"`
	Bound     retention.Bound `json:"bound,omitzero"`      // which end of the keeping the period is: a ceiling, unless it says otherwise
	From      string          `json:"from,omitempty"`      // the event: "end of the employment"
	Series    string          `json:"series,omitempty"`    // id of its series in the plan of conservation, against which it is held
	Criterion string          `json:"criterion,omitempty"` // "as long as the person is resident"
}

// stated reports whether r has a term with its event, or a criterion.
func (r *Retention) stated() bool {
	return !is.Term(r.Criterion) || r.Period.N > 0 && r.Period.Unit != 0 && !blank(r.From)
}

// Rules returns what the register says of retention as rules for
// [retention.NewSchedule], so that what it promises can be done: one for each
// activity, under its id, and one for each category of data with a period of its
// own, under the activity's id, a slash and the category's text. Basis and fate
// are for the host to add, since no register of art. 30 has them.
//
// An activity that says nothing has no rule, and neither has a period in hours:
// see [retention.Recording]. An event that stands beside a criterion alone is left
// out, since the data needn't go when it happens.
//
// Law: Regolamento 13(9); Regolamento 16(2); GDPR 30(1)(f); GDPR 5(1)(e).
func (r Register) Rules() []retention.Rule {
	var rules []retention.Rule
	add := func(kept Retention, id, text string) {
		if !kept.stated() || kept.Period.Unit == gdpr.Hours {
			return
		}
		rule := retention.Rule{ID: id, Text: text, Period: kept.Period, Bound: kept.Bound, Series: kept.Series, Criterion: kept.Criterion}
		if kept.Period != (gdpr.Term{}) {
			rule.Event = kept.From
		}
		rules = append(rules, rule)
	}
	for i := range r.Activities {
		a := &r.Activities[i]
		add(a.Retention, a.ID, a.Name)
		for _, d := range a.Data {
			add(d.Retention, a.ID+"/"+d.Text, a.Name+": "+d.Text)
		}
	}
	return rules
}
