package pdnd

import (
	"slices"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

// Case is all that is known of one access to the platform: one purpose of one
// activity of the register, one e-service, and the papers around them. [Case.Draft]
// drafts the analysis from it and [Case.Check] holds an analysis against it. What
// isn't known is left out.
//
// A register speaks of the whole activity, the form of what comes through one
// e-service. Data says which of the activity's categories these are; without it
// what is taken from the activity is the most that there can be.
//
// Law: GDPR 5(2); GDPR 24(1); GDPR 30(1).
type Case struct {
	Kind     Kind              `json:"kind"`              // of the body
	Regime   gdpr.Regime       `json:"regime,omitzero"`   // whose law binds it
	On       date.Date         `json:"on,omitzero"`       // the day; 0: that of [gdpr.LawAsOf]
	Activity register.Activity `json:"activity"`          // as in the register
	Purpose  int               `json:"purpose,omitempty"` // which of the activity's purposes, from 0
	Data     []int             `json:"data,omitempty"`    // which of its categories of data come through the e-service, from 0; none: not known
	Service  *register.Service `json:"service,omitempty"` // for whom the body acts, where the purpose is another controller's
	Access   Access            `json:"access,omitzero"`   // what no register holds
	Filed    date.Date         `json:"filed,omitzero"`    // the day on which the platform took the analysis, for [Case.Stand]; 0: not yet

	Notice     *informativa.Notice    `json:"notice,omitempty"`
	Context    informativa.Context    `json:"context,omitzero"`    // what is so of the processing, for the notice
	Delivery   informativa.Delivery   `json:"delivery,omitzero"`   // how the notice is given
	Given      date.Date              `json:"given,omitzero"`      // the day on which it was given
	Collection informativa.Collection `json:"collection,omitzero"` // when the data were obtained
	Exemption  informativa.Exemption  `json:"exemption,omitzero"`  // why the notice may be left out

	Assessment   *dpia.Assessment   `json:"assessment,omitempty"`
	Consultation *dpia.Consultation `json:"consultation,omitempty"`
	Policy       dpia.Policy        `json:"policy,omitzero"`    // of the screening
	Security     gdpr.Findings      `json:"security,omitempty"` // what security.Checklist.Check found
}

// Access is what no register holds about an access, and the analysis asks.
//
// Law: GDPR 5(2).
type Access struct {
	Service         string      `json:"service,omitempty"`  // the e-service
	Provider        string      `json:"provider,omitempty"` // who provides it
	PersonalData    gdpr.Answer `json:"personal_data"`      // does its provider declare that it gives personal data?
	Identifying     gdpr.Answer `json:"identifying"`        // do the ordinary data among them identify the persons directly?
	Minors          gdpr.Answer `json:"minors"`             // are there data of minors, of whatever category?
	Other           string      `json:"other,omitempty"`    // categories of personal data that no item of the form covers
	Persons         int         `json:"persons,omitempty"`  // of how many persons; 0: not known
	Shape           Shape       `json:"shape,omitempty"`    // in which the data come
	Kept            gdpr.Answer `json:"kept"`               // does the body keep what it receives?
	Verifying       gdpr.Answer `json:"verifying"`          // is it enough to verify data that the body has?
	Behalf          gdpr.Answer `json:"behalf"`             // on behalf of third parties?
	Administrations gdpr.Answer `json:"administrations"`    // are these third parties public administrations alone?
	ThirdParties    gdpr.Answer `json:"third_parties"`      // without personal data: are there data about third parties?
	Confidential    gdpr.Answer `json:"confidential"`       // and are these confidential?
}

// Shape is the form in which data come through an e-service. The zero value is
// not given.
//
// Law: GDPR 4(5); GDPR 25(1); GDPR recital 26.
type Shape uint8

// The forms of data.
//
//words:label pdnd.shape
const (
	Clear         Shape = iota + 1 // clear: as they are
	Pseudonymised                  // pseudonymised: without what identifies, which is kept apart; still personal
	Aggregate                      // aggregate: totals
	Anonymous                      // anonymous: of nobody in particular; not personal
)

// shapes are the platform's values.
var shapes = [...]string{"", "CLEARTEXT", "PSEUDOANONYMOUS", "AGGREGATE", "ANONYMOUS"}

// matter is a case with what is derived of it once.
type matter struct {
	*Case
	on      date.Date
	purpose register.Purpose
	path    string         // of the purpose in the case
	kinds   register.Kinds // that may come through the e-service
	chosen  bool           // Data says so
}

// resolve checks the case's numbers and derives the rest. The parts are held
// against the law that binds the case's body, whatever regime they name; c is the
// callers' own copy.
func (c *Case) resolve() (*matter, error) {
	m := &matter{Case: c, on: c.On, chosen: len(c.Data) > 0}
	c.Policy.Regime, c.Exemption.Regime, c.Collection.Regime = c.Regime, c.Regime, c.Regime
	c.Activity.Special.Regime = c.Regime
	if m.on == 0 {
		m.on = gdpr.LawAsOf()
	}
	if c.Purpose < 0 || c.Purpose > 0 && c.Purpose >= len(c.Activity.Purposes) {
		return nil, &gdpr.InputError{Field: "purpose", Value: strconv.Itoa(c.Purpose), Fault: gdpr.FaultReference, Other: "activity.purposes"}
	}
	m.path = "activity.purposes[" + strconv.Itoa(c.Purpose) + "]"
	if len(c.Activity.Purposes) > 0 {
		m.purpose = c.Activity.Purposes[c.Purpose]
	}
	m.kinds = c.Activity.Kinds()
	if m.chosen {
		m.kinds = 0
	}
	for i, n := range c.Data {
		if n < 0 || n >= len(c.Activity.Data) {
			return nil, &gdpr.InputError{Field: "data[" + strconv.Itoa(i) + "]", Value: strconv.Itoa(n), Fault: gdpr.FaultReference, Other: "activity.data"}
		}
		m.kinds |= register.KindSet(c.Activity.Data[n].Kind)
	}
	return m, nil
}

// public reports whether the body is a public one, of which the law asks more.
func (m *matter) public() bool { return m.Kind == PA }

// sensitive reports whether there are special or judicial data.
func (m *matter) sensitive() bool { return m.kinds.Special() || m.kinds.Has(register.Criminal) }

// kept returns the longest period for which the data that may come are kept.
func (m *matter) kept() register.Retention {
	longest := register.Retention{}
	add := func(r register.Retention) {
		if days(r.Period) > days(longest.Period) || longest == (register.Retention{}) {
			longest = r
		}
	}
	for i, d := range m.Activity.Data {
		switch {
		case m.chosen && !slices.Contains(m.Data, i):
		case d.Retention != (register.Retention{}):
			add(d.Retention)
		default:
			add(m.Activity.Retention)
		}
	}
	if len(m.Activity.Data) == 0 {
		add(m.Activity.Retention)
	}
	return longest
}

// days is about how many hundredths of a day a term has, to compare two; 0 is no
// term.
func days(t gdpr.Term) int {
	per := [...]int{gdpr.Hours: 4, gdpr.Days: 100, gdpr.WorkingDays: 140, gdpr.Weeks: 700, gdpr.Months: 3044, gdpr.Years: 36525}
	if int(t.Unit) >= len(per) {
		return 0
	}
	return max(0, min(t.N, 1<<20)) * per[t.Unit]
}
