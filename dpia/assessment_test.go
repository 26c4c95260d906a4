package dpia

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/roles"
)

func soundAssessment() Assessment {
	return Assessment{
		Controller:      "Comune di Roccasilvana",
		Processing:      "Videosorveglianza delle piazze",
		Author:          "Bianca Neri, Comando di polizia locale",
		Operations:      "Dodici telecamere riprendono tre piazze; immagini cifrate, viste da quattro operatori, cancellate dopo sette giorni.",
		Purposes:        "Sicurezza urbana (art. 6, comma 7, D.L. 11/2009)",
		Necessity:       "Le pattuglie non coprono le ore notturne.",
		Proportionality: "Solo aree con episodi accertati; nessun riconoscimento facciale.",
		Demonstration:   "Registro degli accessi, verifica semestrale, relazione annuale alla Giunta.",
		Codes:           "Nessun codice di condotta approvato per il settore.",
		Guarantees:      soundGuarantees(),
		Risks:           []Risk{soundRisk(Access), soundRisk(Modification), soundRisk(Loss)},
		ResidualHigh:    gdpr.No,
		Opinion:         roles.Opinion{Asked: day("2026-02-02"), Given: day("2026-02-16"), Departed: gdpr.No},
		Subjects:        Subjects{Heard: gdpr.Yes, Views: "L'assemblea di quartiere chiede cartelli più visibili.", Departed: gdpr.No},
		Approval:        Approval{By: "Giunta comunale", On: day("2026-03-02"), Proof: "deliberazione n. 18, prot. 2114"},
		Begins:          day("2026-04-01"),
	}
}

func TestAssessmentCheck(t *testing.T) {
	require.Empty(t, soundAssessment().Check())
	for _, c := range []struct {
		code  gdpr.Code
		where string
		spoil func(*Assessment)
	}{
		{CodeController, "controller", func(a *Assessment) { a.Controller = "" }},
		{CodeAuthor, "author", func(a *Assessment) { a.Author = "\t" }},
		{CodeOperations, "operations", func(a *Assessment) { a.Operations = "" }},
		{CodePurposes, "purposes", func(a *Assessment) { a.Purposes = "" }},
		{CodeNecessity, "necessity", func(a *Assessment) { a.Necessity = "" }},
		{CodeProportionality, "proportionality", func(a *Assessment) { a.Proportionality = "" }},
		{CodeDemonstration, "demonstration", func(a *Assessment) { a.Demonstration = "" }},
		{CodeConduct, "codes", func(a *Assessment) { a.Codes = "" }},
		{CodeRisks, "risks", func(a *Assessment) { a.Risks = nil }},
		{CodeUnassessedAccess, "risks", func(a *Assessment) { a.Risks = a.Risks[1:] }},
		{CodeUnassessedModification, "risks", func(a *Assessment) { a.Risks = slices.Delete(a.Risks, 1, 2) }},
		{CodeUnassessedLoss, "risks", func(a *Assessment) { a.Risks = a.Risks[:2] }},
		{CodeRiskImpacts, "risks[1].impacts", func(a *Assessment) { a.Risks[1].Impacts = "" }},
		{CodeDenied, "residual_high", func(a *Assessment) { a.Risks[2].After = Rating{Significant, Significant} }},
		{CodeConsult, "residual_high", func(a *Assessment) { a.ResidualHigh = gdpr.Yes }},
		{CodeConsult, "residual_high", func(a *Assessment) {
			a.Risks[2].After, a.ResidualHigh = Rating{Significant, Significant}, gdpr.Unknown
		}},
		{roles.CodeOpinionNotAsked, "opinion.asked", func(a *Assessment) { a.Opinion = roles.Opinion{} }},
		{roles.CodeOpinionNotGiven, "opinion.given", func(a *Assessment) { a.Opinion.Given = 0 }},
		{roles.CodeOpinionLate, "opinion.given", func(a *Assessment) { a.Opinion.Given = a.Approval.On + 1 }},
		{roles.CodeOpinionUnreasoned, "opinion.reasons", func(a *Assessment) { a.Opinion.Departed = gdpr.Yes }},
		{CodeSubjectsUnasked, "subjects.heard", func(a *Assessment) { a.Subjects.Heard = gdpr.Unknown }},
		{CodeSubjectsUnheard, "subjects.reasons", func(a *Assessment) { a.Subjects = Subjects{Heard: gdpr.No} }},
		{CodeSubjectsViews, "subjects.views", func(a *Assessment) { a.Subjects.Views = "" }},
		{CodeSubjectsDeparted, "subjects.reasons", func(a *Assessment) { a.Subjects.Departed = gdpr.Yes }},
		{CodeApproval, "approval.by", func(a *Assessment) { a.Approval.By = "" }},
		{CodeApprovalUndated, "approval.on", func(a *Assessment) { a.Approval.On, a.Begins = 0, 0 }},
		{CodeApprovalUnproved, "approval.proof", func(a *Assessment) { a.Approval.Proof = "" }},
		{CodeLate, "begins", func(a *Assessment) { a.Approval.On = a.Begins + 1 }},
	} {
		a := soundAssessment()
		c.spoil(&a)
		fs := a.Check()
		require.Len(t, fs, 1, "%s: %v", c.code, fs)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.where, fs[0].Where)
		require.NotEmpty(t, fs[0].Provisions)
		require.Equal(t, weights[c.code], fs[0].Severity, "%s", c.code)
	}
	a := soundAssessment()
	a.Subjects = Subjects{Heard: gdpr.No, Reasons: "indagini in corso"}
	a.Begins = a.Approval.On
	for i := range a.Risks {
		for j := range a.Risks[i].Measures {
			a.Risks[i].Measures[j].Due = a.Begins
		}
	}
	require.Empty(t, a.Check())
	a.Approval.On = 0
	require.True(t, a.Check().Has(CodeLate), "a processing that begins without an approval is late")
	a = soundAssessment()
	a.Subjects.Departed, a.Subjects.Reasons = gdpr.Yes, "i cartelli sono già conformi"
	require.Empty(t, a.Check())
}

// TestTrento: an assessment without a date, a signature and a proof of when it
// was made is a breach (Garante, doc. web 9977020).
func TestTrento(t *testing.T) {
	a := soundAssessment()
	a.Approval = Approval{}
	fs := a.Check()
	require.True(t, fs.Has(CodeApproval))
	require.True(t, fs.Has(CodeApprovalUndated))
	require.Equal(t, gdpr.Violation, fs.Worst())
}

// TestPortici: the assessment comes before the processing (Garante, doc. web
// 10102334).
func TestPortici(t *testing.T) {
	a := soundAssessment()
	a.Begins = a.Approval.On - 90
	require.True(t, a.Check().Has(CodeLate))
}

func TestAssessmentConsultation(t *testing.T) {
	a := soundAssessment()
	require.Equal(t, gdpr.No, a.Consultation(), "required isn't consulted")
	a.ResidualHigh = gdpr.Yes
	require.Equal(t, gdpr.Yes, a.Consultation())
	a.ResidualHigh = gdpr.No
	a.Risks[0].After = Rating{Maximum, Significant}
	require.Equal(t, gdpr.Yes, a.Consultation(), "the ratings can't be judged away")
	a.Risks[0].After = Rating{}
	require.Equal(t, gdpr.Unknown, a.Consultation())
	require.Equal(t, gdpr.Unknown, Assessment{}.Consultation())
}

func TestAssessmentJSON(t *testing.T) {
	a := soundAssessment()
	a.Changes = []Change{{On: day("2026-05-04"), What: "nuova telecamera", AltersRisk: gdpr.No}}
	data, err := json.Marshal(a)
	require.NoError(t, err)
	var back Assessment
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, a, back)
}

func TestReviewOn(t *testing.T) {
	a := soundAssessment()
	next := day("2027-03-02")
	for _, c := range []struct {
		name    string
		on      string
		months  int
		review  string
		changes []Change
		want    Review
	}{
		{"within the year", "2027-03-01", 0, "", nil, Review{gdpr.No, next, ""}},
		{"the day has come", "2027-03-02", 0, "", nil, Review{gdpr.Yes, next, ""}},
		{"a policy of six months, though a Sunday isn't passed", "2026-09-01", 6, "", nil, Review{gdpr.No, day("2026-09-02"), ""}},
		{"an earlier day of its own", "2026-06-01", 0, "2026-05-31", nil, Review{gdpr.Yes, day("2026-05-31"), ""}},
		{"a later day of its own gives no more time", "2027-03-02", 0, "2028-01-01", nil, Review{gdpr.Yes, next, ""}},
		{"the risk changed", "2026-07-01", 0, "", []Change{{On: day("2026-06-10"), AltersRisk: gdpr.Yes}}, Review{gdpr.Yes, day("2026-06-10"), "GDPR 35(11)"}},
		{"the risk changed today", "2026-06-10", 0, "", []Change{{On: day("2026-06-10"), AltersRisk: gdpr.Yes}}, Review{gdpr.Yes, day("2026-06-10"), "GDPR 35(11)"}},
		{"a change that doesn't touch it", "2026-07-01", 0, "", []Change{{On: day("2026-06-10"), AltersRisk: gdpr.No}}, Review{gdpr.No, next, ""}},
		{"nobody knows whether", "2026-07-01", 0, "", []Change{{On: day("2026-06-10")}}, Review{gdpr.Unknown, next, ""}},
		{"still to come", "2026-06-09", 0, "", []Change{{On: day("2026-06-10"), AltersRisk: gdpr.Yes}}, Review{gdpr.No, next, ""}},
		{"before the approval", "2026-07-01", 0, "", []Change{{On: day("2026-03-01"), AltersRisk: gdpr.Yes}}, Review{gdpr.No, next, ""}},
		{"one still to come, or past, hides none", "2026-07-01", 0, "", []Change{{On: day("2026-03-01")}, {On: day("2026-08-10")}, {On: day("2026-06-10"), AltersRisk: gdpr.Yes}}, Review{gdpr.Yes, day("2026-06-10"), "GDPR 35(11)"}},
		{"on the day of approval", "2026-07-01", 0, "", []Change{{On: day("2026-03-02"), AltersRisk: gdpr.Yes}}, Review{gdpr.Yes, day("2026-03-02"), "GDPR 35(11)"}},
		{"after the day had come", "2027-07-01", 0, "", []Change{{On: day("2027-06-10"), AltersRisk: gdpr.Yes}}, Review{gdpr.Yes, next, "GDPR 35(11)"}},
	} {
		a.Changes, a.Review = c.changes, 0
		if c.review != "" {
			a.Review = day(c.review)
		}
		got, err := a.ReviewOn(day(c.on), Policy{ReviewMonths: c.months})
		require.NoError(t, err, c.name)
		require.Equal(t, c.want, got, c.name)
	}
	_, err := Assessment{}.ReviewOn(day("2026-07-01"), Policy{})
	require.ErrorIs(t, err, gdpr.FaultMissing)
	_, err = a.ReviewOn(day("2026-07-01"), Policy{ReviewMonths: 1201})
	require.ErrorIs(t, err, gdpr.FaultRange)
	long, err := a.ReviewOn(day("2026-07-01"), Policy{ReviewMonths: 99})
	require.NoError(t, err, "a figure of the body's own is no error")
	require.Equal(t, day("2034-06-02"), long.By)
	a.Approval.On = day("9999-06-01")
	_, err = a.ReviewOn(day("9999-07-01"), Policy{})
	require.ErrorIs(t, err, gdpr.FaultRange)
	require.ErrorContains(t, err, "approval.on")
}

func soundRequest() Request {
	return Request{
		Controller: "Comune di Roccasilvana, piazza Europa 1, protocollo@pec.example",
		Officer:    "rpd@pec.example",
		ByOfficer:  gdpr.Yes,
		Shared:     gdpr.No,
		Purposes:   "sicurezza urbana",
		Means:      "telecamere con analisi delle immagini",
		Measures:   "cifratura, oscuramento, registro degli accessi",
		Assessment: "valutazione prot. 2114 del 2 marzo 2026",
		Complete:   true,
	}
}

func TestRequestCheck(t *testing.T) {
	require.Empty(t, soundRequest().Check())
	for _, c := range []struct {
		code  gdpr.Code
		where string
		spoil func(*Request)
	}{
		{CodeRequestController, "controller", func(r *Request) { r.Controller = "" }},
		{CodeRequestOfficer, "officer", func(r *Request) { r.Officer = "" }},
		{CodeRequestSender, "by_officer", func(r *Request) { r.ByOfficer = gdpr.Unknown }},
		{CodeRequestSender, "by_officer", func(r *Request) { r.ByOfficer = gdpr.No }},
		{CodeRequestShared, "shared", func(r *Request) { r.Shared = gdpr.Unknown }},
		{CodeRequestResponsibilities, "responsibilities", func(r *Request) { r.Shared = gdpr.Yes }},
		{CodeRequestPurposes, "purposes", func(r *Request) { r.Purposes = "" }},
		{CodeRequestMeans, "means", func(r *Request) { r.Means = "" }},
		{CodeRequestMeasures, "measures", func(r *Request) { r.Measures = "" }},
		{CodeRequestAssessment, "assessment", func(r *Request) { r.Assessment = "" }},
		{CodeRequestSummary, "complete", func(r *Request) { r.Complete = false }},
		{CodeRequestAsked, "provided", func(r *Request) { r.Asked = []string{"planimetria"} }},
	} {
		r := soundRequest()
		c.spoil(&r)
		fs := r.Check()
		require.Len(t, fs, 1, "%s: %v", c.code, fs)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.where, fs[0].Where)
		require.NotEmpty(t, fs[0].Provisions)
		require.Equal(t, weights[c.code], fs[0].Severity, "%s", c.code)
	}
	r := soundRequest()
	r.Shared, r.Responsibilities = gdpr.Yes, "il gestore conserva le immagini per conto del Comune"
	r.Asked, r.Provided = []string{"planimetria"}, []string{"planimetria"}
	require.Empty(t, r.Check())
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var back Request
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, r, back)
}

// weights are the severities: a violation is a duty of the law's own text, a
// warning what must be looked at or what the guidelines ask.
var weights = map[gdpr.Code]gdpr.Severity{
	CodeExceptionUnreasoned: gdpr.Violation, CodeExceptionUndated: gdpr.Violation,
	CodeController: gdpr.Violation, CodeAuthor: gdpr.Violation, CodeOperations: gdpr.Violation,
	CodePurposes: gdpr.Violation, CodeNecessity: gdpr.Violation, CodeProportionality: gdpr.Violation,
	CodeDemonstration: gdpr.Violation, CodeConduct: gdpr.Advice, CodeRisks: gdpr.Violation,
	CodeUnassessedAccess: gdpr.Warning, CodeUnassessedModification: gdpr.Warning, CodeUnassessedLoss: gdpr.Warning,
	CodeDenied: gdpr.Violation, CodeConsult: gdpr.Warning,
	CodeSubjectsUnasked: gdpr.Warning, CodeSubjectsUnheard: gdpr.Warning, CodeSubjectsViews: gdpr.Warning, CodeSubjectsDeparted: gdpr.Warning,
	CodeApproval: gdpr.Violation, CodeApprovalUndated: gdpr.Violation, CodeApprovalUnproved: gdpr.Violation, CodeLate: gdpr.Violation,
	CodeRiskUnnamed: gdpr.Warning, CodeRiskUnrated: gdpr.Violation, CodeRiskSources: gdpr.Warning, CodeRiskImpacts: gdpr.Warning,
	CodeRiskMeasures: gdpr.Violation, CodeRiskRaised: gdpr.Warning, CodeRiskUnlinked: gdpr.Warning, CodeMeasureOwner: gdpr.Advice,
	CodeRequestController: gdpr.Violation, CodeRequestOfficer: gdpr.Violation, CodeRequestSender: gdpr.Warning,
	CodeRequestShared: gdpr.Warning, CodeRequestResponsibilities: gdpr.Violation, CodeRequestPurposes: gdpr.Violation,
	CodeRequestMeans: gdpr.Violation, CodeRequestMeasures: gdpr.Violation, CodeRequestAssessment: gdpr.Violation,
	CodeRequestSummary: gdpr.Violation, CodeRequestAsked: gdpr.Violation,
	roles.CodeOpinionNotAsked: gdpr.Violation, roles.CodeOpinionNotGiven: gdpr.Violation,
	roles.CodeOpinionLate: gdpr.Violation, roles.CodeOpinionUnreasoned: gdpr.Violation,
}

// TestEverySentence: each code, reason and question reads in both languages, and
// each provision is canonical.
func TestEverySentence(t *testing.T) {
	var codes []gdpr.Code
	add := func(fs gdpr.Findings) {
		for _, f := range fs {
			codes = append(codes, f.Code)
			for _, p := range f.Provisions {
				_, err := gdpr.ParseProvision(string(p))
				require.NoError(t, err)
			}
			for _, tag := range []language.Tag{language.Italian, language.English} {
				require.NotContains(t, f.Message(tag), "%!")
				require.NotEqual(t, string(f.Code), f.Message(tag))
			}
		}
	}
	add(Assessment{}.Check())
	add(Request{Asked: []string{"x"}}.Check())
	add(Exception{}.Check())
	add(Risk{}.Check())
	require.Greater(t, len(codes), 20)
	for _, name := range names {
		require.True(t, catalog.Has("dpia.screening."+name+".ask"), name)
	}
	for _, c := range triggers {
		require.True(t, catalog.Has(string(c.code)))
		_, err := gdpr.ParseProvision(string(c.provision))
		require.NoError(t, err)
	}
	for _, c := range types {
		require.True(t, strings.HasPrefix(string(c.code), "dpia.type."+Type(c.mark).String()), c.code)
		require.True(t, catalog.Has(string(c.code)))
		_, err := gdpr.ParseProvision(string(c.provision))
		require.NoError(t, err)
	}
}

// FuzzDocuments fills the documents in any way: each is judged the same twice,
// and a review is needed exactly once its day has come.
func FuzzDocuments(f *testing.F) {
	f.Add("videosorveglianza", int64(738000), int64(738400), int64(738100), uint8(2), 12)
	f.Add(" ", int64(0), int64(-1), int64(1<<62), uint8(200), -1)
	f.Fuzz(func(t *testing.T, text string, approved, on, changed int64, enum uint8, months int) {
		answer := gdpr.Answer(enum % 3)
		risk := Risk{Event: Event(enum), Title: text, Before: Rating{Level(enum % 6), Level(enum / 6)}, After: Rating{Level(enum / 7), Level(enum % 7)},
			Measures: []Measure{{What: text, Severity: enum&1 == 1, Likelihood: enum&2 == 2}}}
		a := Assessment{Operations: text, Risks: []Risk{risk}, ResidualHigh: answer, Review: date.Date(changed),
			Approval: Approval{By: text, On: date.Date(approved)}, Begins: date.Date(changed), Changes: []Change{{On: date.Date(changed), AltersRisk: answer}}}
		require.Equal(t, a.Check(), a.Check())
		require.LessOrEqual(t, risk.Residual().Severity, risk.Before.Severity)
		require.LessOrEqual(t, risk.Residual().Likelihood, risk.Before.Likelihood)
		r := Request{Purposes: text, Shared: answer, Asked: []string{text}}
		require.Equal(t, r.Check(), r.Check())
		review, err := a.ReviewOn(date.Date(on), Policy{ReviewMonths: months})
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			return
		}
		require.Equal(t, review.Needed == gdpr.Yes, review.By <= date.Date(on))
	})
}

// TestMeasureLate: a rating that hangs on a measure which isn't in place when the
// processing begins isn't true until then (GDPR 36(1), recitals 84 and 94).
func TestMeasureLate(t *testing.T) {
	a := soundAssessment()
	require.False(t, a.Check().Has(CodeMeasureLate))
	a.Risks[0].Measures = append([]Measure(nil), a.Risks[0].Measures...)
	a.Risks[0].Measures[1].Due = a.Begins + 1
	fs := a.Check()
	require.True(t, fs.Has(CodeMeasureLate))
	for _, f := range fs {
		require.Equal(t, "risks[0].measures[1].due", f.Where)
	}
	a.Risks[0].Measures[1].InPlace = true
	require.False(t, a.Check().Has(CodeMeasureLate))
}

// TestRegimeOfPapers: an empty assessment, request and their parts cite nothing
// that doesn't bind.
func TestRegimeOfPapers(t *testing.T) {
	for _, regime := range regimes {
		fs := Assessment{Regime: regime, Risks: []Risk{{Event: Access}}}.Check()
		fs = append(fs, Request{Regime: regime, Asked: []string{"x"}}.Check()...)
		require.NotEmpty(t, fs)
		for _, f := range fs {
			for _, p := range f.Provisions {
				require.True(t, regime.Binds(p), "%s under %s", f, regime)
			}
		}
	}
}

// TestMarkdownIsLinear: many measures cost in proportion.
func TestMarkdownIsLinear(t *testing.T) {
	cost := func(n int) float64 {
		a := soundAssessment()
		a.Risks[0].Measures = make([]Measure, n)
		return testing.AllocsPerRun(1, func() { a.Markdown(language.Italian) })
	}
	require.Less(t, cost(4000), 5*cost(1000))
}
