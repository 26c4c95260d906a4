package informativa

import (
	"slices"
	"strconv"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

var (
	rowVideoTerm = find.Violation(CodeVideoTerm, "Regolamento 32(4)")
)

// Missing returns the code of the finding that a notice lacks the element:
// "informativa.right-access.missing"; "" for what isn't an element.
//
// Law: GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (e Element) Missing() gdpr.Code {
	if !e.Valid() {
		return ""
	}
	return gdpr.Code("informativa." + strings.ReplaceAll(e.String(), "_", "-") + ".missing")
}

// Provisions returns the law and guidance that ask for the element, the first
// first; nil for what isn't an element.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (e Element) Provisions() []gdpr.Provision {
	for i := range requirements {
		if requirements[i].element == e {
			return slices.Clone(requirements[i].law)
		}
	}
	return nil
}

// Required tells whether law or guidance ask a notice for the element in a
// context. What is good practice, such as a definite period of storage, is never
// required; the checks give advice on it. An element that is required for
// certain and missing is a violation; how to use the rights, which guidance alone
// wants said, a warning.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (e Element) Required(in Context) gdpr.Answer {
	for i := range requirements {
		if r := &requirements[i]; r.element == e && r.weight != gdpr.Advice {
			return r.needed(in)
		}
	}
	return gdpr.No
}

// requirement says when a notice needs an element.
type requirement struct {
	element Element
	needed  func(Context) gdpr.Answer
	weight  gdpr.Severity // of the finding, where the element is needed for certain
	law     []gdpr.Provision
}

// requirements are one for each element, in their order. That the list is whole
// is tested.
var requirements = [...]requirement{
	{Controller, always, gdpr.Violation, law("GDPR 13(1)(a)", "GDPR 14(1)(a)", "Regolamento 23(2)", "Web notice 2")},
	{ControllerContact, always, gdpr.Violation, law("GDPR 13(1)(a)", "GDPR 14(1)(a)", "Web notice 2")},
	{DPO, publicBody, gdpr.Violation, law("GDPR 13(1)(b)", "GDPR 14(1)(b)", "GDPR 37(1)(a)", "Regolamento 23(2)", "Web notice 2")},
	{Purposes, always, gdpr.Violation, law("GDPR 13(1)(c)", "GDPR 14(1)(c)", "Regolamento 23(2)", "Web notice 3")},
	{LegalBasis, always, gdpr.Violation, law("GDPR 13(1)(c)", "GDPR 14(1)(c)", "Regolamento 23(2)")},
	{DataCategories, elsewhereData, gdpr.Violation, law("GDPR 14(1)(d)")},
	{Source, elsewhereData, gdpr.Violation, law("GDPR 14(2)(f)")},
	{Recipients, disclosure, gdpr.Violation, law("GDPR 13(1)(e)", "GDPR 14(1)(e)", "Regolamento 23(2)", "Web notice 12")},
	{Transfers, transfer, gdpr.Violation, law("GDPR 13(1)(f)", "GDPR 14(1)(f)")},
	{Retention, always, gdpr.Violation, law("GDPR 13(2)(a)", "GDPR 14(2)(a)", "Regolamento 23(2)", "Web notice 4")},
	{RetentionPeriod, always, gdpr.Advice, law("GDPR 13(2)(a)", "Regolamento 23(2)", "Web notice 4")},
	{RightAccess, always, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "Regolamento 23(2)", "Web notice 10")},
	{RightRectification, always, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "Regolamento 23(2)", "Web notice 10")},
	{RightErasure, always, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "Regolamento 23(2)", "Web notice 10")},
	{RightRestriction, always, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "Web notice 10")},
	{RightObjection, objection, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 21(4)", "Regolamento 23(2)", "Web notice 10")},
	{RightPortability, portability, gdpr.Violation, law("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 20(1)", "Regolamento 23(2)")},
	{ConsentWithdrawal, consent, gdpr.Violation, law("GDPR 13(2)(c)", "GDPR 14(2)(d)", "Regolamento 23(2)")},
	{Complaint, always, gdpr.Violation, law("GDPR 13(2)(d)", "GDPR 14(2)(e)", "Regolamento 23(2)", "Web notice 11")},
	{Exercise, always, gdpr.Warning, law("GDPR 12(2)", "WP260", "Regolamento 22(1)", "Web notice 10")},
	{Provision, personData, gdpr.Violation, law("GDPR 13(2)(e)", "Web notice 9")},
	{Consequences, personData, gdpr.Violation, law("GDPR 13(2)(e)", "Regolamento 23(2)", "Web notice 9")},
	{AutomatedDecision, automated, gdpr.Violation, law("GDPR 13(2)(f)", "GDPR 14(2)(g)", "Regolamento 23(2)")},
	{Methods, municipal, gdpr.Violation, law("Regolamento 23(2)", "Web notice 5")},
	{Security, website, gdpr.Advice, law("Web notice 5")},
	{BrowsingData, website, gdpr.Violation, law("GDPR 13(1)(c)", "Web notice 6")},
	{Cookies, cookies, gdpr.Violation, law("Codice 122(1)", "Garante 231/2021", "Web notice 8")},
	{Norm, always, gdpr.Advice, law("Web notice 1")},
}

func law(ps ...gdpr.Provision) []gdpr.Provision { return ps }

// The facts on which elements hang.

func always(Context) gdpr.Answer           { return gdpr.Yes }
func publicBody(in Context) gdpr.Answer    { return in.PublicBody }
func municipal(in Context) gdpr.Answer     { return in.Municipal }
func personData(in Context) gdpr.Answer    { return in.FromPerson }
func elsewhereData(in Context) gdpr.Answer { return in.Elsewhere }
func disclosure(in Context) gdpr.Answer    { return in.Disclosed }
func transfer(in Context) gdpr.Answer      { return in.Transferred }
func automated(in Context) gdpr.Answer     { return in.Automated }
func consent(in Context) gdpr.Answer       { return in.Consent }
func website(in Context) gdpr.Answer       { return in.Website }
func cookies(in Context) gdpr.Answer       { return in.Website.And(in.Cookies) }

// objection is a right where the processing rests on a public task or on
// legitimate interests; portability where it rests on consent or a contract.
func objection(in Context) gdpr.Answer   { return in.Task.Or(in.Interest) }
func portability(in Context) gdpr.Answer { return in.Consent.Or(in.Contract) }

// missing says each element that is needed and that has doesn't find, and where
// it would stand.
func (c *checker) missing(has func(Element) bool, where func(Element) string) {
	for _, r := range requirements {
		if has(r.element) || r.element == RetentionPeriod && !has(Retention) {
			continue
		}
		c.owed(r.needed(c.in), find.Row{Code: r.element.Missing(), Weight: r.weight, Law: r.law}, where(r.element))
	}
	// By the regulation how long images are kept is fixed before any is taken; by the
	// GDPR a criterion is enough, and the guidelines advise few days.
	switch {
	case !has(Retention) || has(RetentionPeriod):
	case c.in.regime().Has(gdpr.Template):
		c.owed(c.in.Video, rowVideoTerm, where(RetentionPeriod))
	case c.in.Video == gdpr.Yes:
		c.Add(rowVideoTerm.By("EDPB 3/2019 121").As(gdpr.Advice), where(RetentionPeriod))
	}
}

func path(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
