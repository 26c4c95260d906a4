package pdnd

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/register"
)

// Filing is one access to the platform as a body keeps it beside its register:
// which purpose of which activity, the e-service, and the analysis if there is
// one. [Filing.Case] joins it with the register.
//
// Law: GDPR 5(2); GDPR 30(1).
type Filing struct {
	Activity string    `json:"activity"`          // id in the register
	Purpose  int       `json:"purpose,omitempty"` // which of its purposes, from 0
	Data     []int     `json:"data,omitempty"`    // which of its categories of data, from 0; none: not known
	Service  string    `json:"service,omitempty"` // id of the service that the body does for another controller, if it acts for one
	Access   Access    `json:"access,omitzero"`
	Form     *Form     `json:"form,omitempty"` // the analysis, filed or being filled in
	Filed    date.Date `json:"filed,omitzero"` // the day on which the platform took it, 0: not yet
}

// Filings returns the accesses that a register tells of without saying so: an
// activity one of whose sources names the platform ("ANPR, tramite PDND"), once
// for each purpose. A body that keeps a list of its own needs it only to see what
// the list lacks.
//
// Law: GDPR 5(2); GDPR 30(1).
func Filings(r register.Register) []Filing {
	var out []Filing
	for i := range r.Activities {
		a := &r.Activities[i]
		for _, source := range a.Sources {
			provider, through := throughPlatform(source)
			if !through {
				continue
			}
			for p := range max(1, len(a.Purposes)) {
				out = append(out, Filing{Activity: a.ID, Purpose: p, Access: Access{Provider: provider}})
			}
		}
	}
	return out
}

// throughPlatform reports whether a source names the platform, and what comes
// before its name.
func throughPlatform(source string) (provider string, through bool) {
	lower := strings.ToLower(source)
	for _, name := range [...]string{"pdnd", "piattaforma digitale nazionale dati"} {
		i := strings.Index(lower, name)
		if i < 0 || len(lower) != len(source) {
			continue
		}
		provider = strings.TrimRight(source[:i], " ,;:(-–")
		for _, word := range [...]string{" la", " tramite", " mediante", " attraverso", " via", " su", " da"} {
			provider = strings.TrimRight(strings.TrimSuffix(provider, word), " ,;:(-–")
		}
		return provider, true
	}
	return "", false
}

// Case joins the filing with the register, for a body of that kind, on the day. An
// activity or a service that the register doesn't have is a [*gdpr.InputError]
// with [gdpr.FaultReference].
//
// Law: GDPR 5(2); GDPR 30(1).
func (f Filing) Case(r register.Register, kind Kind, on date.Date) (Case, error) {
	c := Case{Kind: kind, On: on, Purpose: f.Purpose, Data: f.Data, Access: f.Access, Filed: f.Filed}
	found := false
	for _, a := range r.Activities {
		if a.ID == f.Activity {
			c.Activity, found = a, true
			break
		}
	}
	if !found {
		return Case{}, &gdpr.InputError{Field: "activity", Value: f.Activity, Fault: gdpr.FaultReference, Other: "register.activities"}
	}
	for i := range r.Services {
		if f.Service != "" && r.Services[i].ID == f.Service {
			c.Service = &r.Services[i]
		}
	}
	if f.Service != "" && c.Service == nil {
		return Case{}, &gdpr.InputError{Field: "service", Value: f.Service, Fault: gdpr.FaultReference, Other: "register.services"}
	}
	return c, nil
}

// Standing is where the analysis of one access stands on the day: what a host
// shows of it beside the other duties.
//
// Law: GDPR 5(2); GDPR 24(1).
type Standing struct {
	Draft    Draft         // what can be drafted today, and what it lacks
	Form     Form          // the analysis, or where there is none the draft's
	Filed    bool          // there is an analysis
	Verdict  Verdict       // the platform's, of Form as a whole
	Findings gdpr.Findings // of [Case.Check] and [Form.Look]
}

// Stand tells where the analysis stands: form is the one that the body has, nil
// if it has none yet. One that the platform took is judged as of that day: a
// version that ended since is no reason to make it again, until a new purpose or a
// change of it needs one. The errors are those of [Case.Draft] and
// [Platform.Validate].
//
// Law: GDPR 5(2); GDPR 24(1).
func (c Case) Stand(form *Form) (Standing, error) {
	d, err := c.Draft()
	if err != nil {
		return Standing{}, err
	}
	s := Standing{Draft: d, Form: d.Form()}
	if form != nil {
		s.Form, s.Filed = *form, true
	}
	m, err := c.resolve()
	if err != nil {
		return Standing{}, err
	}
	at := m.on
	if c.Filed != 0 {
		at = min(at, c.Filed)
	}
	p := Platform{Kind: c.Kind, At: noon(at), PersonalData: c.Access.PersonalData}
	if s.Verdict, err = p.Validate(s.Form); err != nil {
		return Standing{}, gdpr.At("form", err)
	}
	s.Findings = append(m.check(s.Form), s.Form.Look(c.Kind, at)...)
	if c.Filed != 0 {
		s.Findings = slices.DeleteFunc(s.Findings, func(f gdpr.Finding) bool { return f.Code == CodeFormExpiring })
	}
	return s, nil
}

// Expires returns the last day on which the platform takes the analysis's
// version, 0 where no end is set. A form that the platform hasn't taken by that
// day has to be made again.
//
// Law: GDPR 5(2).
func (s Standing) Expires() date.Date { return s.Verdict.Model.Expires() }

// The findings of [CheckFilings].
const (
	CodeFilingMissing  gdpr.Code = "pdnd.filing.missing"  // warning: there is no risk analysis: questions left …, declarations left …
	CodeFilingRefused  gdpr.Code = "pdnd.filing.refused"  // warning: the platform refuses the analysis for … reasons
	CodeFilingUnlisted gdpr.Code = "pdnd.filing.unlisted" // advice: the register has the platform among the sources of … (…), but the access isn't in the list
)

// They rest on no law but the platform's terms.
var (
	filingMissing  = find.Warning(CodeFilingMissing)
	filingRefused  = find.Warning(CodeFilingRefused)
	filingUnlisted = find.Advice(CodeFilingUnlisted)
)

// CheckFilings tells of all accesses of a body where their analyses stand: those
// that aren't there, with how much is left to be asked and declared, those that
// the platform would refuse, what [Case.Check] and [Form.Look] find in each, and
// the accesses of which the register tells and the list doesn't. Kind, Regime, On
// and Policy are taken from body. Paths are those of the list: "[2].form.answers.doneDpia".
//
// The error is that of the first filing that has no meaning, with its place.
//
// Law: GDPR 5(2); GDPR 24(1); GDPR 30(1).
func CheckFilings(list []Filing, r register.Register, body Case) (gdpr.Findings, error) {
	c := find.In(body.Regime)
	for i := range list {
		place := find.Index("", i)
		k, err := list[i].Case(r, body.Kind, body.On)
		if err != nil {
			return nil, gdpr.At(place, err)
		}
		k.Regime, k.Policy = body.Regime, body.Policy
		s, err := k.Stand(list[i].Form)
		switch {
		case err != nil:
			return nil, gdpr.At(place, err)
		case !s.Filed:
			asked, declared := s.left()
			c.Add(filingMissing, place, asked, declared)
			continue
		case !s.Verdict.Valid():
			c.Add(filingRefused, place+".form", len(s.Verdict.Issues))
		}
		c.Below(place+".form", s.Findings)
	}
	for _, f := range Filings(r) {
		listed := slices.ContainsFunc(list, func(g Filing) bool { return g.Activity == f.Activity && g.Purpose == f.Purpose })
		if !listed {
			c.Add(filingUnlisted, "", f.Activity, f.Access.Provider)
		}
	}
	return c.Findings(), nil
}

// left counts what a person still has to answer and to declare.
func (s *Standing) left() (asked, declared int) {
	for range s.Draft.Missing() {
		asked++
	}
	for range s.Draft.Declarations() {
		declared++
	}
	return asked, declared
}
