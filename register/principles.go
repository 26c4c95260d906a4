package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Principles is what the Comune knows of an activity against the principles of
// processing. A fact that nobody has answered is a warning: the Comune must be
// able to show that it keeps to them.
//
// Law: Regolamento 2(2); Regolamento 11(1); GDPR 5(1); GDPR 5(2).
type Principles struct {
	Informed      gdpr.Answer `json:"informed"`      // are the persons told what is done, and how?
	Accurate      gdpr.Answer `json:"accurate"`      // are the data exact, and corrected when things change?
	Necessary     gdpr.Answer `json:"necessary"`     // are all data pertinent and necessary for the purpose?
	Anonymous     gdpr.Answer `json:"anonymous"`     // would anonymous data do?
	Secured       gdpr.Answer `json:"secured"`       // are they kept from abuse, loss and damage, video recordings too?
	Indispensable gdpr.Answer `json:"indispensable"` // special and judicial data: are they indispensable?
	Renewed       gdpr.Answer `json:"renewed"`       // special and judicial data: are they brought up to date at intervals?
}

// The findings of [Principles.Check].
const (
	CodeUninformed  gdpr.Code = "register.principles.uninformed"  // violation: the persons aren't told of the processing
	CodeInaccurate  gdpr.Code = "register.principles.inaccurate"  // violation: the data aren't exact or not kept up to date
	CodeUnnecessary gdpr.Code = "register.principles.unnecessary" // violation: data are processed that aren't pertinent or necessary
	CodeAnonymous   gdpr.Code = "register.principles.anonymous"   // violation: anonymous data would serve the purpose
	CodeUnsecured   gdpr.Code = "register.principles.unsecured"   // violation: the data aren't kept from abuse, loss or damage
	CodeDispensable gdpr.Code = "register.principles.dispensable" // violation: the special or judicial data aren't indispensable
	CodeUnrenewed   gdpr.Code = "register.principles.unrenewed"   // violation: the special or judicial data aren't brought up to date at intervals
	CodeUnanswered  gdpr.Code = "register.principles.unanswered"  // warning: it isn't said whether the principles are kept to: … answers are missing
)

// The findings of [Design.Check].
const (
	CodeDesign       gdpr.Code = "register.design.missing"      // violation: data protection wasn't thought of when the processing was designed
	CodeDefault      gdpr.Code = "register.design.default"      // violation: more data than necessary are processed by default
	CodePseudonyms   gdpr.Code = "register.design.pseudonyms"   // violation: the data aren't pseudonymised where they could be
	CodeMinimisation gdpr.Code = "register.design.minimisation" // violation: the processing isn't kept to the data that each purpose needs
	CodePreventive   gdpr.Code = "register.design.preventive"   // violation: there are no preventive measures against loss, access or misuse
	CodeTraining     gdpr.Code = "register.design.training"     // violation: the staff aren't trained
	CodeUndesigned   gdpr.Code = "register.design.unanswered"   // warning: it isn't said whether the measures of protection by design are taken: … answers are missing
)

// Check tells which principles an activity with data of these kinds breaks, and
// on which nothing is known. The two last facts are asked of special and judicial
// data alone.
//
// Law: Regolamento 2(2); Regolamento 11(1); Regolamento 15(3); GDPR 5(1); GDPR 5(2).
func (p Principles) Check(kinds Kinds) gdpr.Findings {
	var c checker
	c.principles(&p, kinds)
	return c.found
}

func (c *checker) principles(given *Principles, kinds Kinds) {
	p := *given
	if !kinds.Special() && !kinds.Has(Criminal) {
		p.Indispensable, p.Renewed = gdpr.Yes, gdpr.Yes
	}
	if p == kept { // the common case
		return
	}
	open := 0
	ask := func(fact, good gdpr.Answer, row find.Row, field string) {
		switch {
		case !fact.Known():
			open++
		case fact != good:
			c.add(row, "principles."+field)
		}
	}
	ask(p.Informed, gdpr.Yes, uninformedRow, "informed")
	ask(p.Accurate, gdpr.Yes, inaccurateRow, "accurate")
	ask(p.Necessary, gdpr.Yes, unnecessaryRow, "necessary")
	ask(p.Anonymous, gdpr.No, anonymousRow, "anonymous")
	ask(p.Secured, gdpr.Yes, unsecuredRow, "secured")
	ask(p.Indispensable, gdpr.Yes, dispensableRow, "indispensable")
	ask(p.Renewed, gdpr.Yes, unrenewedRow, "renewed")
	switch {
	case *given == (Principles{}): // what no register of art. 30 holds
		c.add(unansweredRow, "principles", open)
	case open > 0:
		c.add(unansweredRow2, "principles", open)
	}
}

// kept are the principles of an activity with which all is well.
var kept = Principles{Informed: gdpr.Yes, Accurate: gdpr.Yes, Necessary: gdpr.Yes, Anonymous: gdpr.No, Secured: gdpr.Yes, Indispensable: gdpr.Yes, Renewed: gdpr.Yes}

// Design is what the Comune knows of how data protection was built into an
// activity, before it began and since.
//
// Law: Regolamento 26(1); Regolamento 26(2); GDPR 25(1); GDPR 25(2).
type Design struct {
	Designed      gdpr.Answer `json:"designed"`      // was it thought of when the processing was designed?
	Default       gdpr.Answer `json:"default"`       // are only necessary data processed by default?
	Pseudonymised gdpr.Answer `json:"pseudonymised"` // are data pseudonymised wherever the purpose allows?
	Minimised     gdpr.Answer `json:"minimised"`     // are the data the fewest that serve each purpose?
	Preventive    gdpr.Answer `json:"preventive"`    // are there preventive measures against loss, access, misuse?
	Trained       gdpr.Answer `json:"trained"`       // are the staff trained for what they do?
}

// Check tells which of the measures of protection by design and by default are
// missing, and of which nothing is known.
//
// Law: Regolamento 26(1); Regolamento 26(2); GDPR 25(1); GDPR 25(2).
func (d Design) Check() gdpr.Findings {
	var c checker
	c.design(&d)
	return c.found
}

func (c *checker) design(d *Design) {
	if *d == designed {
		return
	}
	open := 0
	ask := func(fact gdpr.Answer, row find.Row, field string) {
		switch {
		case !fact.Known():
			open++
		case fact != gdpr.Yes:
			c.add(row, "design."+field)
		}
	}
	ask(d.Designed, designRow, "designed")
	ask(d.Default, onDefaultRow, "default")
	ask(d.Pseudonymised, pseudonymsRow, "pseudonymised")
	ask(d.Minimised, minimisationRow, "minimised")
	ask(d.Preventive, preventiveRow, "preventive")
	ask(d.Trained, trainingRow, "trained")
	switch {
	case *d == (Design{}):
		c.add(undesignedRow, "design", open)
	case open > 0:
		c.add(undesignedRow2, "design", open)
	}
}

var designed = Design{gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes}
