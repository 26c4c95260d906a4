package pdnd_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// ready is a case on which everything is in order and known, and its form.
func ready(t testing.TB) (pdnd.Case, pdnd.Form) {
	c := whole(t)
	d, err := c.Draft()
	require.NoError(t, err)
	f := d.Form()
	for e := range d.Declarations() {
		f.Answers = f.Answers.With(e.Question.ID(), "true")
	}
	return c, f
}

// own are the findings of this package among those of a check: what the notice
// itself lacks has the codes of informativa, and is tested there.
func own(fs gdpr.Findings) gdpr.Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f gdpr.Finding) bool {
		return !strings.HasPrefix(string(f.Code), "pdnd.") || f.Code == pdnd.CodeDeclared
	})
}

// TestCheckReady: a form that is true and lawful has no finding, under any regime.
func TestCheckReady(t *testing.T) {
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		c, f := ready(t)
		c.Regime = regime
		found, err := c.Check(f)
		require.NoError(t, err)
		require.Empty(t, own(found))
	}
}

type checkCase struct {
	name   string
	change func(c *pdnd.Case, a *pdnd.Answers)
	code   gdpr.Code
	weight gdpr.Severity // 0: the code isn't found
	law    []gdpr.Provision
}

func set(question string, values ...string) func(*pdnd.Case, *pdnd.Answers) {
	return func(_ *pdnd.Case, a *pdnd.Answers) { *a = a.With(question, values...) }
}

func both(changes ...func(*pdnd.Case, *pdnd.Answers)) func(*pdnd.Case, *pdnd.Answers) {
	return func(c *pdnd.Case, a *pdnd.Answers) {
		for _, change := range changes {
			change(c, a)
		}
	}
}

func facts(change func(c *pdnd.Case)) func(*pdnd.Case, *pdnd.Answers) {
	return func(c *pdnd.Case, _ *pdnd.Answers) { change(c) }
}

var checkCases = []checkCase{
	// GDPR 35(1): children and special data are two of WP248's criteria.
	{"denied", both(set("doneDpia", "NO"), facts(func(c *pdnd.Case) { c.Activity.DPIA.Done = 0 })), pdnd.CodeAssessmentDenied, gdpr.Violation, []gdpr.Provision{"GDPR 35(1)", "Regolamento 27(1)"}},
	{"denied, but made", set("doneDpia", "NO"), pdnd.CodeAssessmentDenied, 0, nil},
	{"approved after the day", both(set("doneDpia", "NO"), facts(func(c *pdnd.Case) { c.Activity.DPIA.Done = today + 1 })), pdnd.CodeAssessmentDenied, gdpr.Violation, nil},
	{"not known", both(set("doneDpia", "NO"), facts(func(c *pdnd.Case) {
		c.Activity.DPIA, c.Data = register.DPIA{}, []int{0}
		c.Activity.Data = c.Activity.Data[:1]
	})), pdnd.CodeAssessmentUndetermined, gdpr.Warning, nil},
	{"contradiction", both(set("doneDpia", "NO"), facts(func(c *pdnd.Case) {
		c.Activity.DPIA = register.DPIA{Facts: dpia.Facts{SpecialData: gdpr.No}}
	})), pdnd.CodeAssessmentUndetermined, gdpr.Warning, nil},
	{"known", set("doneDpia", "NO"), pdnd.CodeAssessmentUndetermined, 0, nil},
	{"discretion", both(set("doneDpia", "NO"), facts(func(c *pdnd.Case) {
		c.Activity.Data = c.Activity.Data[:1]
		c.Activity.DPIA.Facts.SpecialData = gdpr.No
		c.Activity.DPIA.Done = 0
	})), pdnd.CodeAssessmentDiscretion, gdpr.Advice, []gdpr.Provision{"WP248", "Regolamento 27(6)"}},
	{"no discretion", set("doneDpia", "NO"), pdnd.CodeAssessmentDiscretion, 0, nil},
	{"claimed", facts(func(c *pdnd.Case) { c.Activity.DPIA.Done = 0 }), pdnd.CodeAssessmentClaimed, gdpr.Violation, []gdpr.Provision{"GDPR 5(2)", "GDPR 35(1)"}},
	{"claimed, approval later", facts(func(c *pdnd.Case) {
		c.Assessment = &dpia.Assessment{Approval: dpia.Approval{On: today + 1}}
	}), pdnd.CodeAssessmentClaimed, gdpr.Violation, nil},
	{"claimed, not due", facts(func(c *pdnd.Case) {
		c.Activity.Data = c.Activity.Data[:1]
		c.Activity.DPIA.Facts.SpecialData = gdpr.No
		c.Activity.DPIA.Done = 0
	}), pdnd.CodeAssessmentClaimed, gdpr.Violation, []gdpr.Provision{"GDPR 5(2)"}},
	{"made on the day", facts(func(c *pdnd.Case) { c.Activity.DPIA.Done, c.Activity.Reviewed = today, 0 }), pdnd.CodeAssessmentClaimed, 0, nil},
	{"changed since", facts(func(c *pdnd.Case) {
		c.Assessment = &dpia.Assessment{Approval: dpia.Approval{On: today - 30}, Changes: []dpia.Change{{On: today - 1, AltersRisk: gdpr.Yes}}}
	}), pdnd.CodeAssessmentOther, gdpr.Warning, []gdpr.Provision{"GDPR 35(11)"}},
	{"changed on the day of the approval", facts(func(c *pdnd.Case) {
		c.Assessment = &dpia.Assessment{Approval: dpia.Approval{On: today - 30}, Changes: []dpia.Change{{On: today - 30, AltersRisk: gdpr.Yes}}}
	}), pdnd.CodeAssessmentOther, 0, nil},
	{"changed today", facts(func(c *pdnd.Case) {
		c.Assessment = &dpia.Assessment{Approval: dpia.Approval{On: today - 30}, Changes: []dpia.Change{{On: today, AltersRisk: gdpr.Yes}}}
	}), pdnd.CodeAssessmentOther, gdpr.Warning, nil},
	{"changed before", facts(func(c *pdnd.Case) {
		c.Assessment = &dpia.Assessment{Approval: dpia.Approval{On: today - 30}, Changes: []dpia.Change{{On: today - 31, AltersRisk: gdpr.Yes}, {On: today - 1, AltersRisk: gdpr.No}, {On: today + 1, AltersRisk: gdpr.Yes}}}
	}), pdnd.CodeAssessmentOther, 0, nil},
	{"reviewed since", facts(func(c *pdnd.Case) { c.Activity.Reviewed = c.Activity.DPIA.Done + 1 }), pdnd.CodeAssessmentOther, 0, nil},
	{"consultation denied", facts(func(c *pdnd.Case) { c.Assessment = high() }), pdnd.CodeConsultationDenied, gdpr.Violation, []gdpr.Provision{"GDPR 36(1)", "Regolamento 29(1)"}},
	{"consultation not due", facts(func(c *pdnd.Case) {
		c.Assessment = high()
		c.Assessment.ResidualHigh = gdpr.No
	}), pdnd.CodeConsultationDenied, 0, nil},
	{"consultation done", facts(func(c *pdnd.Case) {
		c.Assessment, c.Consultation = high(), &dpia.Consultation{Submitted: today - 200, Received: today - 200}
	}), pdnd.CodeConsultationDenied, 0, nil},
	{"consultation received today", facts(func(c *pdnd.Case) {
		c.Assessment, c.Consultation = high(), &dpia.Consultation{Submitted: today, Received: today}
	}), pdnd.CodeConsultationDenied, 0, nil},
	{"consultation early", both(set("confirmedDoneDpia", "YES"), facts(func(c *pdnd.Case) {
		c.Assessment, c.Consultation = high(), &dpia.Consultation{Submitted: today - 20, Received: today - 20}
	})), pdnd.CodeConsultationEarly, gdpr.Violation, []gdpr.Provision{"GDPR 36(2)", "Regolamento 29(5)"}},
	{"consultation over", both(set("confirmedDoneDpia", "YES"), facts(func(c *pdnd.Case) {
		c.Assessment, c.Consultation = high(), &dpia.Consultation{Submitted: today - 200, Received: today - 200}
	})), pdnd.CodeConsultationEarly, 0, nil},
	{"consultation skipped", both(set("doneDpia", "NO"), set("confirmedDoneDpia"), facts(func(c *pdnd.Case) { c.Assessment = high() })), pdnd.CodeConsultationSkipped, gdpr.Violation, nil},
	{"consultation not skipped", facts(func(c *pdnd.Case) { c.Assessment = high() }), pdnd.CodeConsultationSkipped, 0, nil},

	{"consent", set("legalBasis", "CONSENT"), pdnd.CodeBasisConsent, gdpr.Warning, []gdpr.Provision{"GDPR recital 43", "Regolamento 1(2)"}},
	{"consent to something else", both(set("legalBasis", "CONSENT"), facts(func(c *pdnd.Case) { c.Activity.Purposes[0].Function = register.ByConsent })), pdnd.CodeBasisConsent, 0, nil},
	{"consent, private body", both(set("legalBasis", "CONSENT"), facts(func(c *pdnd.Case) { c.Kind = pdnd.Private })), pdnd.CodeBasisConsent, 0, nil},
	{"contract", set("legalBasis", "CONTRACT"), pdnd.CodeBasisContract, gdpr.Warning, []gdpr.Provision{"GDPR 6(1)(b)"}},
	{"a contract indeed", both(set("legalBasis", "CONTRACT"), facts(func(c *pdnd.Case) { c.Activity.Purposes[0].Function = register.ByContract })), pdnd.CodeBasisContract, 0, nil},
	{"vital", set("legalBasis", "PUBLIC_INTEREST", "SAFEGUARD"), pdnd.CodeBasisVital, gdpr.Warning, nil},
	{"vital, which nobody recorded", set("legalBasis", "SAFEGUARD"), pdnd.CodeBasisVital, gdpr.Warning, nil},
	{"vital alone", both(set("legalBasis", "SAFEGUARD"), facts(func(c *pdnd.Case) { c.Activity.Purposes[0].Basis = register.VitalInterests })), pdnd.CodeBasisVital, 0, nil},
	{"another basis", both(set("legalBasis", "LEGAL_OBLIGATION"), facts(func(c *pdnd.Case) { c.Notice = nil })), pdnd.CodeBasisDiffers, gdpr.Violation, []gdpr.Provision{"GDPR 5(2)"}},
	{"not in the notice", facts(func(c *pdnd.Case) { c.Notice.Purposes[0].Basis = register.Contract }), pdnd.CodeBasisDiffers, gdpr.Violation, []gdpr.Provision{"GDPR 14(1)(c)"}},
	{"a notice without bases", facts(func(c *pdnd.Case) { c.Notice.Purposes[0].Basis = 0 }), pdnd.CodeBasisDiffers, 0, nil},
	{"interests", facts(func(c *pdnd.Case) { c.Activity.Purposes[0].Basis = register.LegitimateInterests }), pdnd.CodeBasisInterest, gdpr.Violation, []gdpr.Provision{"GDPR 6(1)"}},
	{"interests, private body", facts(func(c *pdnd.Case) {
		c.Kind, c.Activity.Purposes[0].Basis = pdnd.Private, register.LegitimateInterests
	}), pdnd.CodeBasisInterest, 0, nil},
	{"three bases", set("legalBasis", "PUBLIC_INTEREST", "LEGAL_OBLIGATION", "CONTRACT"), pdnd.CodeBasisSeveral, gdpr.Advice, []gdpr.Provision{"GDPR 5(1)(a)"}},
	{"two bases", set("legalBasis", "PUBLIC_INTEREST", "LEGAL_OBLIGATION"), pdnd.CodeBasisSeveral, 0, nil},
	{"vague", set("ruleOfLawText", "normativa vigente"), pdnd.CodeNormVague, gdpr.Warning, []gdpr.Provision{"GDPR 6(3)", "Codice 2-ter(1)"}},
	{"a dash", set("legalObligationReference", "-"), pdnd.CodeNormVague, gdpr.Warning, nil},
	{"an article alone", set("ruleOfLawText", "art. 6, comma 2"), pdnd.CodeNormVague, gdpr.Warning, nil},
	{"in full", set("ruleOfLawText", "legge 7 agosto 1990, n. 241"), pdnd.CodeNormVague, 0, nil},
	{"by name", set("ruleOfLawText", "art. 117 della Costituzione"), pdnd.CodeNormVague, 0, nil},
	{"repealed", set("ruleOfLawText", "art. 18 D.Lgs. 196/2003"), pdnd.CodeNormRepealed, gdpr.Violation, []gdpr.Provision{"D.Lgs. 101/2018 27(1)"}},
	{"repealed later", both(set("ruleOfLawText", "art. 18 D.Lgs. 196/2003"), facts(func(c *pdnd.Case) { c.On = date.New(2018, time.May, 1) })), pdnd.CodeNormRepealed, 0, nil},
	{"another norm", set("ruleOfLawText", "L. 241/1990"), pdnd.CodeNormDiffers, gdpr.Warning, []gdpr.Provision{"GDPR 5(2)"}},
	{"no number to hold", set("ruleOfLawText", "statuto comunale"), pdnd.CodeNormDiffers, 0, nil},
	{"no norm on record", both(set("ruleOfLawText", "L. 241/1990"), facts(func(c *pdnd.Case) {
		c.Activity.Norm, c.Activity.Purposes[0].Norm, c.Notice.Purposes = "", "", nil
	})), pdnd.CodeNormDiffers, 0, nil},
	{"the same norm in other words", set("ruleOfLawText", "decreto legislativo 13 aprile 2017, n. 63"), pdnd.CodeNormDiffers, 0, nil},
	{"task", set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK"), pdnd.CodeNormTask, gdpr.Advice, []gdpr.Provision{"Codice 2-ter(1)", "Codice 2-ter(1-bis)"}},
	{"task, no norm", both(set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK"), facts(func(c *pdnd.Case) { c.Activity.Purposes[0].NormKind = register.NoAct })), pdnd.CodeNormTask, 0, nil},

	{"special task", set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK"), pdnd.CodeSpecialTask, gdpr.Violation, []gdpr.Provision{"GDPR 9(2)(g)", "Codice 2-sexies(1)"}},
	{"special task, another condition", both(set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK"), facts(func(c *pdnd.Case) {
		c.Activity.Special.Consent = gdpr.Yes
	})), pdnd.CodeSpecialTask, gdpr.Warning, nil},
	{"special, by a law", facts(func(*pdnd.Case) {}), pdnd.CodeSpecialTask, 0, nil},
	{"no special data in the form", both(set("personalDataTypes", "WITH_IDENTIFYING_DATA"), facts(func(c *pdnd.Case) { c.Activity.Special = none() })), pdnd.CodeSpecialCondition, 0, nil},
	{"no condition", facts(func(c *pdnd.Case) { c.Activity.Special = none() }), pdnd.CodeSpecialCondition, gdpr.Violation, []gdpr.Provision{"GDPR 9(2)", "Regolamento 10(1)"}},
	{"condition unknown", facts(func(c *pdnd.Case) { c.Activity.Special = register.Special{} }), pdnd.CodeSpecialCondition, gdpr.Warning, nil},
	{"condition", facts(func(*pdnd.Case) {}), pdnd.CodeSpecialCondition, 0, nil},
	{"condition that the template doesn't list", facts(func(c *pdnd.Case) {
		c.Activity.Special = none()
		c.Activity.Special.Claims = gdpr.Yes
	}), pdnd.CodeSpecialCondition, 0, nil},
	{"an act that tells too little", facts(func(c *pdnd.Case) { c.Activity.Special.Norm.Safeguards = gdpr.No }), pdnd.CodeSpecialNorm, gdpr.Warning, []gdpr.Provision{"Codice 2-sexies(1)"}},
	{"an act that needn't", facts(func(c *pdnd.Case) {
		c.Activity.Special.Norm.Safeguards, c.Activity.Special.Consent = gdpr.No, gdpr.Yes
	}), pdnd.CodeSpecialNorm, 0, nil},
	{"judicial task", both(judicial, set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK")), pdnd.CodeJudicialTask, gdpr.Violation, []gdpr.Provision{"Codice 2-octies(1)", "Codice 2-octies(5)"}},
	{"judicial task, no control", both(judicial, set("legalBasisPublicInterest", "PUBLIC_INTEREST_TASK"), facts(func(c *pdnd.Case) {
		c.Activity.Judicial.Control = gdpr.No
	})), pdnd.CodeJudicialTask, gdpr.Violation, []gdpr.Provision{"GDPR 10", "Codice 2-octies(1)"}},
	{"judicial, by a law", judicial, pdnd.CodeJudicialTask, 0, nil},
	{"judicial norm", both(judicial, facts(func(c *pdnd.Case) {
		c.Activity.Judicial = register.Judicial{Control: gdpr.No, Authorised: gdpr.No, Safeguards: gdpr.Yes}
	})), pdnd.CodeJudicialNorm, gdpr.Violation, []gdpr.Provision{"GDPR 10", "Codice 2-octies(1)"}},
	{"judicial norm, under control", both(judicial, facts(func(c *pdnd.Case) {
		c.Activity.Judicial.Norm.Exists, c.Activity.Judicial.Authorised = gdpr.No, gdpr.No
	})), pdnd.CodeJudicialNorm, gdpr.Violation, []gdpr.Provision{"Codice 2-octies(1)", "Codice 2-octies(5)"}},
	{"judicial norm unknown", both(judicial, facts(func(c *pdnd.Case) { c.Activity.Judicial = register.Judicial{} })), pdnd.CodeJudicialNorm, gdpr.Warning, nil},
	{"judicial norm there", judicial, pdnd.CodeJudicialNorm, 0, nil},
	{"unsaid", both(set("personalDataTypes", "WITH_IDENTIFYING_DATA"), facts(func(c *pdnd.Case) { c.Data = []int{0, 1} })), pdnd.CodeDataUnsaid, gdpr.Violation, []gdpr.Provision{"GDPR 5(2)"}},
	{"perhaps unsaid", set("personalDataTypes", "WITH_IDENTIFYING_DATA"), pdnd.CodeDataUnsaid, gdpr.Warning, nil},
	{"said", both(set("personalDataTypes", "WITH_IDENTIFYING_DATA"), facts(func(c *pdnd.Case) { c.Data = []int{0} })), pdnd.CodeDataUnsaid, 0, nil},
	{"unregistered", set("personalDataTypes", "WITH_IDENTIFYING_DATA", "GDPR_ART_9", "GDPR_ART_10"), pdnd.CodeDataUnregistered, gdpr.Violation, []gdpr.Provision{"GDPR 30(1)(c)"}},
	{"registered", facts(func(*pdnd.Case) {}), pdnd.CodeDataUnregistered, 0, nil},
	{"minors", facts(func(c *pdnd.Case) { c.Activity.DPIA.Facts.Vulnerable = gdpr.No }), pdnd.CodeDataMinors, gdpr.Warning, []gdpr.Provision{"GDPR 35(3)", "WP248"}},
	{"no minors", both(set("personalDataTypes", "WITH_IDENTIFYING_DATA", "GDPR_ART_9"), facts(func(c *pdnd.Case) { c.Activity.DPIA.Facts.Vulnerable = gdpr.No })), pdnd.CodeDataMinors, 0, nil},
	{"no data", set("usesPersonalData", "NO"), pdnd.CodeDataNone, gdpr.Violation, []gdpr.Provision{"GDPR 5(2)"}},
	{"perhaps no data", both(set("usesPersonalData", "NO"), facts(func(c *pdnd.Case) { c.Access.PersonalData = gdpr.Unknown })), pdnd.CodeDataNone, gdpr.Warning, nil},
	{"no data anywhere", both(set("usesPersonalData", "NO"), facts(func(c *pdnd.Case) { c.Access.PersonalData, c.Activity.Data = gdpr.Unknown, nil })), pdnd.CodeDataNone, 0, nil},
	{"other data", both(set("usesPersonalData", "NO"), facts(func(c *pdnd.Case) { c.Access.PersonalData = gdpr.No })), pdnd.CodeDataNone, 0, nil},

	{"not informed", facts(func(c *pdnd.Case) { c.Activity.Principles.Informed = gdpr.No }), pdnd.CodeNoticeUntrue, gdpr.Violation, []gdpr.Provision{"GDPR 14(1)", "Regolamento 22(1)"}},
	{"no notice seen", facts(func(c *pdnd.Case) { c.Notice, c.Activity.Principles.Informed = nil, gdpr.Unknown }), pdnd.CodeNoticeUntrue, gdpr.Warning, nil},
	{"informed", facts(func(c *pdnd.Case) { c.Notice = nil }), pdnd.CodeNoticeUntrue, 0, nil},
	{"owed", both(set("policyProvided", "NO"), facts(func(c *pdnd.Case) { c.Exemption = owed() })), pdnd.CodeNoticeOwed, gdpr.Violation, []gdpr.Provision{"GDPR 14(1)", "GDPR 14(5)"}},
	{"exempt", both(set("policyProvided", "NO"), facts(func(c *pdnd.Case) { c.Exemption = informativa.Exemption{Informed: gdpr.Yes} })), pdnd.CodeNoticeOwed, 0, nil},
	{"no reason", both(set("policyProvided", "NO"), set("reasonPolicyNotProvided", "non c'è tempo")), pdnd.CodeNoticeReason, gdpr.Warning, []gdpr.Provision{"GDPR 14(5)"}},
	{"no answer to the reason", both(set("policyProvided", "NO"), set("reasonPolicyNotProvided")), pdnd.CodeNoticeReason, 0, nil},
	{"a reason", both(set("policyProvided", "NO"), set("reasonPolicyNotProvided", "sforzo sproporzionato")), pdnd.CodeNoticeReason, 0, nil},
	{"from the person too", both(set("policyProvided", "NO"), facts(func(c *pdnd.Case) { c.Context.FromPerson = gdpr.Yes })), pdnd.CodeNoticePerson, gdpr.Violation, []gdpr.Provision{"GDPR 13(1)", "GDPR 13(4)"}},
	{"not from the person", set("policyProvided", "NO"), pdnd.CodeNoticePerson, 0, nil},
	{"article", facts(func(c *pdnd.Case) { c.Notice.Articles = []gdpr.Provision{"GDPR 13"} }), pdnd.CodeNoticeArticle, gdpr.Warning, []gdpr.Provision{"GDPR 14(1)"}},
	{"article there", facts(func(c *pdnd.Case) { c.Notice.Articles = []gdpr.Provision{"GDPR 14(1)"} }), pdnd.CodeNoticeArticle, 0, nil},
	{"source", facts(func(c *pdnd.Case) { c.Notice.Origin.From = nil }), pdnd.CodeNoticeSource, gdpr.Violation, []gdpr.Provision{"GDPR 14(2)(f)"}},
	{"another source", facts(func(c *pdnd.Case) { c.Notice.Origin.From = []string{"INPS"} }), pdnd.CodeNoticeSource, gdpr.Warning, nil},
	{"source there", facts(func(*pdnd.Case) {}), pdnd.CodeNoticeSource, 0, nil},
	{"law", facts(func(c *pdnd.Case) { c.Notice.Purposes[0].Law = "" }), pdnd.CodeNoticeLaw, gdpr.Warning, []gdpr.Provision{"Regolamento 23(2)"}},
	{"law there", facts(func(*pdnd.Case) {}), pdnd.CodeNoticeLaw, 0, nil},
	{"late", facts(func(c *pdnd.Case) { c.Collection.Day, c.Given = today-60, today }), pdnd.CodeNoticeLate, gdpr.Violation, []gdpr.Provision{"GDPR 14(3)", "Regolamento 22(3)"}},
	{"on the last day", facts(func(c *pdnd.Case) {
		c.Collection.Day, c.Given = date.New(2026, time.May, 20), date.New(2026, time.June, 22)
	}), pdnd.CodeNoticeLate, 0, nil}, // 20 June is a Saturday
	{"on the day after", facts(func(c *pdnd.Case) {
		c.Collection.Day, c.Given = date.New(2026, time.May, 20), date.New(2026, time.June, 23)
	}), pdnd.CodeNoticeLate, gdpr.Violation, nil},
	{"in time", facts(func(c *pdnd.Case) { c.Collection.Day, c.Given = today-20, today }), pdnd.CodeNoticeLate, 0, nil},
	{"no link", set("policyProvidedOnlineLink", "sul sito del Comune"), pdnd.CodeNoticeLink, gdpr.Warning, []gdpr.Provision{"GDPR 12(1)"}},
	{"half a link", set("policyProvidedOnlineLink", "www.comune.example/privacy"), pdnd.CodeNoticeLink, gdpr.Warning, nil},
	{"link", facts(func(*pdnd.Case) {}), pdnd.CodeNoticeLink, 0, nil},
	{"plain link", set("policyProvidedOnlineLink", "http://comune.example/privacy"), pdnd.CodeNoticePlain, gdpr.Advice, nil},
	{"safe link", set("policyProvidedOnlineLink", "HTTPS://comune.example/privacy"), pdnd.CodeNoticePlain, 0, nil},

	{"few, large scale", both(set("dataQuantity", "QUANTITY_101_TO_500"), facts(func(c *pdnd.Case) { c.Activity.DPIA.Facts.LargeScale = gdpr.Yes })), pdnd.CodeQuantityLarge, gdpr.Warning, []gdpr.Provision{"WP248"}},
	{"many, no large scale", set("dataQuantity", "QUANTITY_5001_OVER"), pdnd.CodeQuantityLarge, gdpr.Warning, nil},
	{"many, large scale", both(set("dataQuantity", "QUANTITY_5001_OVER"), facts(func(c *pdnd.Case) { c.Activity.DPIA.Facts.LargeScale = gdpr.Yes })), pdnd.CodeQuantityLarge, 0, nil},
	{"few, nobody says", set("dataQuantity", "QUANTITY_0_TO_100"), pdnd.CodeQuantityLarge, 0, nil},
	{"some", set("dataQuantity", "QUANTITY_1001_TO_5000"), pdnd.CodeQuantityLarge, 0, nil},
	{"how many", set("knowsDataQuantity", "NO"), pdnd.CodeQuantityUnknown, gdpr.Advice, []gdpr.Provision{"GDPR 35(1)", "GDPR 5(2)"}},
	{"so many", facts(func(*pdnd.Case) {}), pdnd.CodeQuantityUnknown, 0, nil},
	{"anonymous", set("deliveryMethod", "ANONYMOUS"), pdnd.CodeDeliveryAnonymous, gdpr.Warning, []gdpr.Provision{"GDPR recital 26"}},
	{"anonymous, and no personal data", both(set("deliveryMethod", "ANONYMOUS"), set("usesPersonalData", "NO"), set("personalDataTypes")), pdnd.CodeDeliveryAnonymous, 0, nil},
	{"anonymous, by the kinds", both(set("deliveryMethod", "ANONYMOUS"), set("usesPersonalData")), pdnd.CodeDeliveryAnonymous, gdpr.Warning, nil},
	{"anonymous, of no kind", both(set("deliveryMethod", "ANONYMOUS"), set("personalDataTypes")), pdnd.CodeDeliveryAnonymous, gdpr.Warning, nil},
	{"aggregate", set("deliveryMethod", "AGGREGATE"), pdnd.CodeDeliveryAnonymous, gdpr.Advice, nil},
	{"pseudonyms", set("deliveryMethod", "PSEUDOANONYMOUS"), pdnd.CodeDeliveryAnonymous, 0, nil},
	{"clear", facts(func(c *pdnd.Case) { c.Activity.Principles.Anonymous = gdpr.Yes }), pdnd.CodeDeliveryClear, gdpr.Warning, []gdpr.Provision{"GDPR 5(1)(c)", "GDPR 25(1)", "Regolamento 26(2)"}},
	{"not clear", both(set("deliveryMethod", "PSEUDOANONYMOUS"), facts(func(c *pdnd.Case) { c.Activity.Design.Pseudonymised = gdpr.No })), pdnd.CodeDeliveryClear, 0, nil},
	{"check and keep", set("purposePursuit", "MERE_CORRECTNESS"), pdnd.CodeNeedCheck, gdpr.Warning, []gdpr.Provision{"GDPR 5(1)(c)"}},
	{"check of special data", both(set("purposePursuit", "MERE_CORRECTNESS"), set("dataDownload", "NO")), pdnd.CodeNeedCheck, gdpr.Warning, nil},
	{"check and keep common data", both(set("purposePursuit", "MERE_CORRECTNESS"), set("personalDataTypes", "WITH_IDENTIFYING_DATA")), pdnd.CodeNeedCheck, gdpr.Warning, nil},
	{"check alone", both(set("purposePursuit", "MERE_CORRECTNESS"), set("dataDownload", "NO"), set("personalDataTypes", "WITH_IDENTIFYING_DATA")), pdnd.CodeNeedCheck, 0, nil},
	{"not needed", facts(func(c *pdnd.Case) { c.Activity.Design.Minimised = gdpr.No }), pdnd.CodeNeedDenied, gdpr.Violation, []gdpr.Provision{"GDPR 5(1)(c)"}},
	{"needed", facts(func(*pdnd.Case) {}), pdnd.CodeNeedDenied, 0, nil},
	{"no period", set("dataRetentionPeriod", "finché serve"), pdnd.CodeRetentionVague, gdpr.Warning, []gdpr.Provision{"GDPR 5(1)(e)"}},
	{"until revoked", set("dataRetentionPeriod", "fino a revoca"), pdnd.CodeRetentionVague, gdpr.Warning, nil},
	{"without end", set("dataRetentionPeriod", "a tempo illimitato"), pdnd.CodeRetentionVague, gdpr.Violation, nil},
	{"archives", both(set("dataRetentionPeriod", "conservazione permanente"), facts(func(c *pdnd.Case) { c.Activity.Special.Archiving = gdpr.Yes })), pdnd.CodeRetentionVague, gdpr.Warning, nil},
	{"in words", set("dataRetentionPeriod", "dodici mesi dall'iscrizione"), pdnd.CodeRetentionVague, 0, nil},
	{"longer", set("dataRetentionPeriod", "25 mesi"), pdnd.CodeRetentionLonger, gdpr.Violation, []gdpr.Provision{"GDPR 5(1)(e)", "Regolamento 13(9)"}},
	{"two hundredths longer", both(set("dataRetentionPeriod", "51 ore"), facts(func(c *pdnd.Case) {
		c.Activity.Retention = register.Retention{Period: gdpr.Term{N: 50, Unit: gdpr.Hours}}
	})), pdnd.CodeRetentionLonger, 0, nil},
	{"more than that", both(set("dataRetentionPeriod", "52 ore"), facts(func(c *pdnd.Case) {
		c.Activity.Retention = register.Retention{Period: gdpr.Term{N: 50, Unit: gdpr.Hours}}
	})), pdnd.CodeRetentionLonger, gdpr.Violation, nil},
	{"nothing to hold it against", both(set("dataRetentionPeriod", "9 anni"), facts(func(c *pdnd.Case) {
		c.Activity.Retention = register.Retention{Criterion: "finché serve"}
	})), pdnd.CodeRetentionLonger, 0, nil},
	{"perhaps kept, for a period", both(set("dataDownload", "NO"), facts(func(c *pdnd.Case) {
		c.Access.Kept, c.Activity.Retention.Criterion = gdpr.Unknown, ""
	})), pdnd.CodeRetentionKept, gdpr.Warning, nil},
	{"perhaps kept, by a criterion", both(set("dataDownload", "NO"), facts(func(c *pdnd.Case) {
		c.Access.Kept, c.Activity.Retention = gdpr.Unknown, register.Retention{Criterion: "finché serve"}
	})), pdnd.CodeRetentionKept, gdpr.Warning, nil},
	{"perhaps kept, and nothing says so", both(set("dataDownload", "NO"), facts(func(c *pdnd.Case) {
		c.Access.Kept, c.Activity.Retention = gdpr.Unknown, register.Retention{}
	})), pdnd.CodeRetentionKept, 0, nil},
	{"the same in months", set("dataRetentionPeriod", "24 mesi"), pdnd.CodeRetentionLonger, 0, nil},
	{"kept", set("dataDownload", "NO"), pdnd.CodeRetentionKept, gdpr.Warning, []gdpr.Provision{"GDPR 5(1)(e)", "GDPR 5(1)(d)"}},
	{"not kept", both(set("dataDownload", "NO"), facts(func(c *pdnd.Case) { c.Access.Kept = gdpr.No })), pdnd.CodeRetentionKept, 0, nil},
	{"insecure", facts(func(c *pdnd.Case) { c.Activity.Principles.Secured = gdpr.No }), pdnd.CodeSecurityUntrue, gdpr.Violation, []gdpr.Provision{"GDPR 32(1)", "Regolamento 30(1)"}},
	{"checklist", facts(func(c *pdnd.Case) { c.Security = gdpr.Findings{{Severity: gdpr.Violation}} }), pdnd.CodeSecurityUntrue, gdpr.Violation, nil},
	{"no measures on record", facts(func(c *pdnd.Case) { c.Activity.Measures = nil }), pdnd.CodeSecurityUntrue, gdpr.Warning, nil},
	{"secure", facts(func(c *pdnd.Case) { c.Security = gdpr.Findings{{Severity: gdpr.Warning}} }), pdnd.CodeSecurityUntrue, 0, nil},
	{"other measures", set("dataProtectionMeasures", "misure adeguate"), pdnd.CodeSecurityUnsaid, gdpr.Warning, []gdpr.Provision{"GDPR 32(1)"}},
	{"no measures to hold them against", both(set("dataProtectionMeasures", "misure adeguate"), facts(func(c *pdnd.Case) { c.Activity.Measures = nil })), pdnd.CodeSecurityUnsaid, 0, nil},
	{"the register's measures", set("dataProtectionMeasures", "Registrazione degli accessi agli archivi e altro"), pdnd.CodeSecurityUnsaid, 0, nil},
	{"for others, no contract", set("isRequestOnBehalfOfThirdParties", "YES"), pdnd.CodeOthersContract, gdpr.Violation, []gdpr.Provision{"GDPR 28(3)", "GDPR 30(2)"}},
	{"for others, no act", both(set("isRequestOnBehalfOfThirdParties", "YES"), facts(func(c *pdnd.Case) { c.Service = &register.Service{} })), pdnd.CodeOthersContract, gdpr.Violation, []gdpr.Provision{"GDPR 28(3)"}},
	{"for others", both(set("isRequestOnBehalfOfThirdParties", "YES"), facts(func(c *pdnd.Case) {
		c.Service = &register.Service{Controller: register.Party{Act: "convenzione rep. 5/2026"}}
	})), pdnd.CodeOthersContract, 0, nil},
	{"hidden", facts(func(c *pdnd.Case) { c.Service = &register.Service{} }), pdnd.CodeOthersHidden, gdpr.Violation, []gdpr.Provision{"GDPR 28(3)"}},
	{"not hidden", facts(func(*pdnd.Case) {}), pdnd.CodeOthersHidden, 0, nil},
	{"unlisted", facts(func(c *pdnd.Case) { c.Activity.Sources = []string{"INPS"} }), pdnd.CodeSourceUnlisted, gdpr.Warning, nil},
	{"listed", facts(func(*pdnd.Case) {}), pdnd.CodeSourceUnlisted, 0, nil},
	{"several purposes", both(set("institutionalPurpose", "iscrizione ai servizi e diete speciali; trasporto degli alunni"), facts(func(c *pdnd.Case) {
		c.Activity.Purposes = append(c.Activity.Purposes, register.Purpose{Text: "trasporto degli alunni"})
	})), pdnd.CodePurposeSeveral, gdpr.Warning, []gdpr.Provision{"GDPR 5(1)(b)"}},
	{"one of several", facts(func(c *pdnd.Case) {
		c.Activity.Purposes = append(c.Activity.Purposes, register.Purpose{Text: "trasporto degli alunni"})
	}), pdnd.CodePurposeSeveral, 0, nil},
	{"one purpose in other words", both(set("institutionalPurpose", "un servizio del tutto diverso"), facts(func(c *pdnd.Case) { c.Activity.Purposes = c.Activity.Purposes[:1] })), pdnd.CodePurposeSeveral, 0, nil},
	{"vague purpose of an old form", set("purpose", "controlli"), pdnd.CodePurposeVague, gdpr.Advice, nil},
	{"of another kind", both(set("purpose", "OTHER"), set("institutionalPurpose")), pdnd.CodePurposeVague, 0, nil},
	{"four words", set("institutionalPurpose", "controllo dei requisiti richiesti"), pdnd.CodePurposeVague, 0, nil},
	{"vague purpose", set("institutionalPurpose", "fini istituzionali"), pdnd.CodePurposeVague, gdpr.Advice, []gdpr.Provision{"GDPR 5(1)(b)"}},
	{"only the name", set("institutionalPurpose", "Mensa e trasporto scolastico"), pdnd.CodePurposeVague, gdpr.Advice, nil},
	{"told", facts(func(*pdnd.Case) {}), pdnd.CodePurposeVague, 0, nil},
}

// judicial makes the case one of judicial data on record, with all in order.
func judicial(c *pdnd.Case, a *pdnd.Answers) {
	c.Activity.Data = append(c.Activity.Data, register.Data{Text: "reati", Kind: register.Criminal})
	c.Activity.Judicial = register.Judicial{
		Control: gdpr.Yes, Norm: c.Activity.Special.Norm, Authorised: gdpr.Yes, Safeguards: gdpr.Yes,
	}
	*a = a.With("personalDataTypes", "WITH_IDENTIFYING_DATA", "GDPR_ART_8", "GDPR_ART_9", "GDPR_ART_10")
}

// none are special data on no condition.
func none() register.Special {
	no := gdpr.No
	return register.Special{Interest: no, Vital: no, Consent: no, Employment: no, Public: no, Archiving: no, Claims: no, Care: no, PublicHealth: no, Safeguards: gdpr.Yes, Garante: gdpr.Yes}
}

// owed is a notice that none of the cases of GDPR 14(5) excuses.
func owed() informativa.Exemption {
	no := gdpr.No
	return informativa.Exemption{Informed: no, Impossible: no, Defeats: no, LaidDown: no, Confidential: no}
}

// high is an approved assessment that leaves a high risk.
func high() *dpia.Assessment {
	return &dpia.Assessment{ResidualHigh: gdpr.Yes, Approval: dpia.Approval{On: today - 200}}
}

// TestCheck: each code on a form that has it and on one that hasn't.
func TestCheck(t *testing.T) {
	failing, passing := map[gdpr.Code]bool{}, map[gdpr.Code]bool{}
	for _, k := range checkCases {
		t.Run(k.name, func(t *testing.T) {
			c, f := ready(t)
			k.change(&c, &f.Answers)
			found, err := c.Check(f)
			require.NoError(t, err)
			i := slices.IndexFunc(found, func(f gdpr.Finding) bool { return f.Code == k.code })
			if k.weight == 0 {
				passing[k.code] = true
				require.Negative(t, i, "%v", found)
				return
			}
			failing[k.code] = true
			require.GreaterOrEqual(t, i, 0, "%v", found)
			require.Equal(t, k.weight, found[i].Severity)
			if k.law != nil {
				require.Equal(t, k.law, found[i].Provisions)
			}
			require.Equal(t, found.Worst() == gdpr.Violation, found.Has(pdnd.CodeDeclared))
			for _, one := range own(found) {
				for _, tag := range []language.Tag{language.Italian, language.English} {
					require.NotContains(t, one.Message(tag), "%!")
					require.NotContains(t, one.Message(tag), "pdnd.")
				}
			}
			underEveryRegime(t, c, f)
		})
	}
	failing[pdnd.CodeDeclared], passing[pdnd.CodeDeclared] = true, true // above, and in TestLookForm
	for row := range gdpr.Rows() {
		if strings.HasPrefix(string(row.Code), "pdnd.") && !strings.HasPrefix(string(row.Code), "pdnd.form.") && !strings.HasPrefix(string(row.Code), "pdnd.filing.") && !strings.HasPrefix(string(row.Code), "pdnd.note.") {
			require.True(t, failing[row.Code], "%s has no failing case", row.Code)
			require.True(t, passing[row.Code], "%s has no passing case", row.Code)
		}
	}
}

// underEveryRegime: no finding cites what doesn't bind, none is new, and under
// public law none is lost but those of the template alone.
func underEveryRegime(t *testing.T, c pdnd.Case, f pdnd.Form) {
	all, err := c.Check(f)
	require.NoError(t, err)
	for _, regime := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		c.Regime = regime
		found, err := c.Check(f)
		require.NoError(t, err)
		for _, one := range found {
			require.True(t, all.Has(one.Code))
			for _, p := range one.Provisions {
				require.True(t, regime.Binds(p), "%v under %v", one, regime)
			}
		}
	}
}

// TestCheckNotice: what the notice lacks comes with the codes of its own package,
// as a notice on data from elsewhere, on the day.
func TestCheckNotice(t *testing.T) {
	c, f := ready(t)
	found, err := c.Check(f)
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(found, func(f gdpr.Finding) bool {
		return strings.HasPrefix(string(f.Code), "informativa.") && strings.HasPrefix(f.Where, "notice")
	}))
	c.Notice = nil
	found, err = c.Check(f)
	require.NoError(t, err)
	require.Empty(t, found)
}

// TestLookForm: what the platform's validator lets through.
func TestLookForm(t *testing.T) {
	_, f := ready(t)
	require.Empty(t, f.Look(pdnd.PA, today))
	require.Empty(t, pdnd.Form{Version: "9"}.Look(pdnd.PA, today))
	for _, k := range []struct {
		question string
		values   []string
		code     gdpr.Code
	}{
		{"doneDpia", []string{"YES", "NO"}, pdnd.CodeFormSeveral},
		{"legalBasis", []string{"CONSENT", "CONSENT"}, pdnd.CodeFormRepeat},
		{"ruleOfLawText", []string{" L. 1/2020"}, pdnd.CodeFormSpaces},
		{"ruleOfLawText", []string{"   "}, pdnd.CodeFormBlank},
		{"ruleOfLawText", []string{""}, pdnd.CodeFormBlank},
		{"ruleOfLawText", []string{strings.Repeat("😀", 1001)}, pdnd.CodeFormLong},
		{"declarationConfirmGDPR", []string{"false"}, pdnd.CodeFormSwitch},
		{"legalBasisPublicInterest", []string{"PUBLIC_INTEREST_TASK"}, pdnd.CodeFormHidden},
	} {
		odd := pdnd.Form{Version: f.Version, Answers: f.Answers.With(k.question, k.values...)}
		found := odd.Look(pdnd.PA, today)
		require.Len(t, found, 1, "%v", found)
		require.Equal(t, k.code, found[0].Code)
		require.Equal(t, "answers."+k.question, found[0].Where)
		require.NotContains(t, found[0].Message(language.Italian), "%!")
	}
	long := pdnd.Form{Version: f.Version, Answers: f.Answers.With("ruleOfLawText", strings.Repeat("😀", 1000))}
	require.Empty(t, long.Look(pdnd.PA, today))
	// PA 3.0 ended on 15 February 2026.
	old := pdnd.Form{Version: "3.0"}
	end := date.New(2026, time.February, 15)
	for on, told := range map[date.Date]bool{end - 61: false, end - 60: true, end: true, end + 1: false} {
		found := old.Look(pdnd.PA, on)
		require.Equal(t, told, found.Has(pdnd.CodeFormExpiring), on.String())
		if told {
			require.Contains(t, found[0].Message(language.Italian), "15 febbraio 2026")
		}
	}
	require.Empty(t, old.Look(pdnd.PA, 0))
}

// TestTemplateAlone: an evaluation that isn't extensive needs an assessment by the
// template (Regolamento 27(3)), and not by GDPR 35(3)(a): to deny it infringes the
// regulation alone, and nothing where that doesn't bind.
func TestTemplateAlone(t *testing.T) {
	c, f := ready(t)
	c.Activity.Data = c.Activity.Data[:1]
	no := gdpr.No
	c.Activity.DPIA = register.DPIA{Facts: dpia.Facts{
		Scoring: gdpr.Yes, AutomatedEvaluation: gdpr.Yes, SystematicEvaluation: gdpr.Yes, SignificantDecisions: gdpr.Yes, ExtensiveEvaluation: no,
		AutomatedDecision: no, Monitoring: no, SpecialData: no, LargeScale: no, Matching: no, Vulnerable: no, NewTechnology: no, PreventsRight: no,
		CriminalData: no, HighlyPersonalData: no, Employees: no, PublicArea: no, BiometricData: no, GeneticData: no, Exchange: no, RemoteControl: no, Own: no,
	}}
	f.Answers = f.Answers.With("doneDpia", "NO")
	found, err := c.Check(f)
	require.NoError(t, err)
	i := slices.IndexFunc(found, func(f gdpr.Finding) bool { return f.Code == pdnd.CodeAssessmentDenied })
	require.GreaterOrEqual(t, i, 0)
	require.Equal(t, []gdpr.Provision{"Regolamento 27(1)"}, found[i].Provisions)
	c.Regime = gdpr.PublicLaw
	found, err = c.Check(f)
	require.NoError(t, err)
	require.False(t, found.Has(pdnd.CodeAssessmentDenied))
}
