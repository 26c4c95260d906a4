package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// FurtherUse holds the facts of a use of data for another purpose than that for
// which they were collected.
//
// It is lawful where the person consents, where a law allows it as a necessary
// and proportionate measure for one of the aims of article 23(1), for archives in
// the public interest, research and statistics with the safeguards of article 89,
// or where the new purpose is compatible with the old one. Whether it is
// compatible is weighed, not counted: the article names five things to look at,
// [FurtherUse.Check] wants a word on each, and the result is a person's.
//
// Law: GDPR 5(1)(b); GDPR 6(4); GDPR 89(1); GDPR recital 50.
//
//facts:bits rights.further further
//facts:only consent law archives compatible
type FurtherUse struct {
	Regime     gdpr.Regime `json:"regime,omitzero"`
	Consent    gdpr.Answer `json:"consent"`    // does the person consent to the new purpose?
	Law        gdpr.Answer `json:"law"`        // does a law of the Union or of the State allow it, necessary and proportionate for an aim of article 23(1)?
	Archives   gdpr.Answer `json:"archives"`   // does it serve archiving in the public interest, research or statistics, with the safeguards of article 89(1)?
	Compatible gdpr.Answer `json:"compatible"` // by the weighing of the five elements, is the new purpose compatible with the old one?

	Link         string `json:"link,omitempty"`         // what links the two purposes
	Context      string `json:"context,omitempty"`      // how the data were collected, and what the person could expect of the controller
	Nature       string `json:"nature,omitempty"`       // which data they are: special categories, convictions
	Consequences string `json:"consequences,omitempty"` // what it can mean for the person
	Safeguards   string `json:"safeguards,omitempty"`   // encryption, pseudonymisation and the like

	Informed gdpr.Answer `json:"informed"` // was the person told of the new purpose before it began?
}

// Decide tells whether the data may be used for the new purpose. It needs a
// legal basis as any processing does.
//
// Law: GDPR 5(1)(b); GDPR 6(4); GDPR 23(1); GDPR 89(1).
func (f FurtherUse) Decide() Decision {
	return further.decide(f.said())
}

var further = rule{
	questions: furtherQuestions[:],
	holds:     kleene.AtLeast(1, kleene.Of(furtherConsent, furtherLaw, furtherArchives, furtherCompatible)),
	grounds: []ground{
		{furtherConsent, "rights.further.consent", "GDPR 6(4)"},
		{furtherLaw, "rights.further.law", "GDPR 6(4)"},
		{furtherArchives, "rights.further.archives", "GDPR 5(1)(b)"},
		{furtherCompatible, "rights.further.compatible", "GDPR 6(4)"},
	},
	no: gdpr.Reason{Code: "rights.further.no", Provision: "GDPR 5(1)(b)"},
}

// The findings of [FurtherUse.Check].
const (
	CodeFurtherLink         gdpr.Code = "rights.further.element.link"         // violation: the link between the two purposes was not weighed
	CodeFurtherContext      gdpr.Code = "rights.further.element.context"      // violation: the context of the collection and the relation with the person were not weighed
	CodeFurtherNature       gdpr.Code = "rights.further.element.nature"       // violation: the nature of the data was not weighed
	CodeFurtherConsequences gdpr.Code = "rights.further.element.consequences" // violation: the consequences for the person were not weighed
	CodeFurtherSafeguards   gdpr.Code = "rights.further.element.safeguards"   // violation: the safeguards, such as encryption or pseudonymisation, were not weighed
	CodeFurtherInformed     gdpr.Code = "rights.further.informed"             // violation: it isn't shown that the person was told of the new purpose before it began
	CodeFurtherUnlawful     gdpr.Code = "rights.further.unlawful"             // violation: nothing is shown that allows the data to be used for the new purpose
)

var (
	furtherLink         = find.Violation(CodeFurtherLink, "GDPR 6(4)(a)")
	furtherContext      = find.Violation(CodeFurtherContext, "GDPR 6(4)(b)")
	furtherNature       = find.Violation(CodeFurtherNature, "GDPR 6(4)(c)")
	furtherConsequences = find.Violation(CodeFurtherConsequences, "GDPR 6(4)(d)")
	furtherSafeguards   = find.Violation(CodeFurtherSafeguards, "GDPR 6(4)(e)")
	furtherInformed     = find.Violation(CodeFurtherInformed, "GDPR 13(3)", "GDPR 14(4)")
	furtherUnlawful     = find.Violation(CodeFurtherUnlawful, "GDPR 5(1)(b)")
)

// Check tells what is missing: an element that wasn't weighed, where the use
// rests on the weighing; the information of the person; or any ground at all.
//
// Law: GDPR 5(1)(b); GDPR 6(4); GDPR 13(3); GDPR 14(4).
func (f FurtherUse) Check() gdpr.Findings {
	fs := find.In(f.Regime)
	d := f.Decide()
	fs.Unless(d.Outcome, furtherUnlawful, "")
	if f.Compatible == gdpr.Yes && gdpr.Any(f.Consent, f.Law, f.Archives) != gdpr.Yes {
		for _, e := range [...]struct {
			text  string
			row   find.Row
			where string
		}{
			{f.Link, furtherLink, "link"},
			{f.Context, furtherContext, "context"},
			{f.Nature, furtherNature, "nature"},
			{f.Consequences, furtherConsequences, "consequences"},
			{f.Safeguards, furtherSafeguards, "safeguards"},
		} {
			if blank.Is(e.text) {
				fs.Add(e.row, e.where)
			}
		}
	}
	if d.Outcome != gdpr.No {
		fs.Unless(f.Informed, furtherInformed, "informed")
	}
	return fs.Findings()
}

// Sharing holds the facts of data that a public body communicates to another
// controller, or disseminates. It is about ordinary data: for special categories
// and for convictions other articles decide (Codice 2-sexies, 2-septies,
// 2-octies), so that Ordinary [gdpr.No] gets the zero decision, which decides
// nothing and asks nothing: neither that they may be shared nor that they may not.
//
// A private body that doesn't act for a public task isn't bound by it, and gets
// the zero decision too.
//
// Law: Codice 2-ter(1); Codice 2-ter(1-bis); Codice 2-ter(2); Codice 2-ter(3); Codice 2-ter(4).
//
//facts:bits rights.sharing sharing
//facts:not disseminated
type Sharing struct {
	Regime       gdpr.Regime `json:"regime,omitzero"`
	Ordinary     gdpr.Answer `json:"ordinary"`     // are the data neither of special categories nor about convictions and offences?
	Disseminated gdpr.Answer `json:"disseminated"` // are they made known to undetermined persons, as by publication, or communicated to someone who wants them for other ends than a public task?
	Provided     gdpr.Answer `json:"provided"`     // does a law, a regulation or a general administrative act provide for it?
	Necessary    gdpr.Answer `json:"necessary"`    // is it necessary for a task in the public interest or for official powers given to the body, without actual harm to the persons?
	GaranteTold  gdpr.Answer `json:"garante_told"` // was the Garante told at least ten days before it began?
}

// Decide tells whether the data may be communicated or disseminated: if a rule
// provides for it, or if it is necessary for the public task; dissemination on
// the second ground only ten days after the Garante was told. While it isn't known
// whether the data are ordinary nothing is decided, since for others this isn't the
// rule.
//
// Communication is by Codice 2-ter(2), dissemination by 2-ter(3); while it isn't
// known which it is, the whole article is cited.
//
// Law: Codice 2-ter(2); Codice 2-ter(3).
func (s Sharing) Decide() Decision {
	if !s.Regime.Has(gdpr.PublicLaw) || s.Ordinary == gdpr.No {
		return Decision{}
	}
	by := &sharing
	switch s.Disseminated {
	case gdpr.No:
		by = &communicated
	case gdpr.Yes:
		by = &disseminated
	}
	d := by.decide(s.said())
	if s.Ordinary == gdpr.Unknown && d.Outcome == gdpr.No {
		return sharingKind.decide(s.said())
	}
	return d
}

var (
	sharing      = sharingBy("Codice 2-ter")
	communicated = sharingBy("Codice 2-ter(2)")
	disseminated = sharingBy("Codice 2-ter(3)")
)

func sharingBy(law gdpr.Provision) rule {
	return rule{
		questions: sharingQuestions[:],
		holds: kleene.And(kleene.Rule{kleene.Of(sharingOrdinary)}, kleene.Rule{
			kleene.Of(sharingProvided), kleene.Of(sharingNotDisseminated, sharingNecessary), kleene.Of(sharingNecessary, sharingGaranteTold),
		}),
		grounds: []ground{
			{sharingOrdinary, "rights.sharing.ordinary", law},
			{sharingProvided, "rights.sharing.provided", law},
			{sharingNecessary, "rights.sharing.necessary", "Codice 2-ter(1-bis)"},
			{sharingGaranteTold, "rights.sharing.garante_told", "Codice 2-ter(3)"},
		},
		excepts: []ground{{sharingNotDisseminated, "rights.sharing.disseminated", law}},
		no:      gdpr.Reason{Code: "rights.sharing.no", Provision: law},
	}
}

// sharingKind asks whether the data are ordinary, where the rest says that they
// may not be shared if they are.
var sharingKind = rule{
	questions: sharingQuestions[:],
	holds:     kleene.Rule{kleene.Of(sharingOrdinary)},
}
