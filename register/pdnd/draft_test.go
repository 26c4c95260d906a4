package pdnd_test

import (
	"encoding/json"
	"os"
	"slices"
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

// sample is the register of the invented Comune of the examples.
func sample(t testing.TB) register.Register {
	data, err := os.ReadFile("../../examples/comune/comune.json")
	require.NoError(t, err)
	var host struct{ Register register.Register }
	require.NoError(t, json.Unmarshal(data, &host))
	require.NotEmpty(t, host.Register.Activities)
	return host.Register
}

func activity(t testing.TB, id string) register.Activity {
	for _, a := range sample(t).Activities {
		if a.ID == id {
			return a
		}
	}
	t.Fatal(id)
	return register.Activity{}
}

var today = date.New(2026, time.November, 23)

// TestDraftOfTheSample: from the register alone a draft has 15 answers of 33 or
// more for what a Comune does by law, never a declaration, and what it puts in the
// form is what the platform takes.
func TestDraftOfTheSample(t *testing.T) {
	best := 0
	for _, a := range sample(t).Activities {
		for i := range a.Purposes {
			d, err := pdnd.Case{Kind: pdnd.PA, On: today, Activity: a, Purpose: i}.Draft()
			require.NoError(t, err)
			require.Len(t, d.Entries, 33)
			answered := 0
			for _, e := range d.Entries {
				switch e.State {
				case pdnd.Filled, pdnd.Suggested:
					answered++
					require.NotEmpty(t, e.Values, "%s %s", a.ID, e.Question.ID())
					require.NotEmpty(t, e.From)
				default:
					require.Empty(t, e.Values)
				}
				require.Equal(t, e.Question.Type() == pdnd.Switch, e.State == pdnd.Declared)
			}
			best = max(best, answered)
			t.Log(a.ID, i, answered, len(d.Form().Answers))
			valid(t, d, gdpr.Unknown)
		}
	}
	require.GreaterOrEqual(t, best, 15)
}

// valid: the draft's form is short of answers, and of nothing else.
func valid(t *testing.T, d pdnd.Draft, flag gdpr.Answer) {
	f := d.Form()
	v, err := pdnd.Platform{Kind: d.Model.Family(), PersonalData: flag, SchemaOnly: true}.Validate(f)
	require.NoError(t, err)
	require.Empty(t, v.Issues)
	v, err = pdnd.Platform{Kind: d.Model.Family()}.Validate(f)
	require.NoError(t, err)
	var lacks, asked []string
	for _, i := range v.Issues {
		require.Equal(t, pdnd.AnswerMissing, i.Code)
		lacks = append(lacks, i.Question)
	}
	for _, e := range d.Entries {
		if (e.State == pdnd.Asked || e.State == pdnd.Declared) && e.Question.Visible(f.Answers) {
			asked = append(asked, e.Question.ID())
		}
	}
	require.Equal(t, lacks, asked)
}

// whole is a case of which everything is known.
func whole(t testing.TB) pdnd.Case {
	a := activity(t, "mensa")
	a.Sources = []string{"ANPR, tramite PDND"}
	a.Purposes[0].NormKind = register.Statute
	return pdnd.Case{
		Kind: pdnd.PA, On: today, Activity: a,
		Access: pdnd.Access{
			Service: "verifica residenza", Provider: "ANPR", PersonalData: gdpr.Yes, Identifying: gdpr.Yes, Minors: gdpr.Yes,
			Persons: 800, Shape: pdnd.Clear, Kept: gdpr.Yes, Verifying: gdpr.No, Behalf: gdpr.No,
		},
		Delivery: informativa.Delivery{Manner: informativa.Electronic},
		Notice: &informativa.Notice{
			FullText: "https://comune.example/privacy/mensa", Articles: []gdpr.Provision{"GDPR 13", "GDPR 14"},
			Origin:   informativa.Origin{From: []string{"ANPR"}},
			Purposes: []informativa.Purpose{{Text: "iscrizione", Basis: register.PublicTask, Law: "D.Lgs. 63/2017"}},
		},
		Consultation: &dpia.Consultation{},
	}
}

func TestDraftWhole(t *testing.T) {
	d, err := whole(t).Draft()
	require.NoError(t, err)
	valid(t, d, gdpr.Yes)
	require.Empty(t, slices.Collect(d.Missing()))
	f := d.Form()
	want := map[string][]string{
		"purpose":                         {"INSTITUTIONAL"},
		"institutionalPurpose":            {"iscrizione ai servizi e diete speciali (Mensa e trasporto scolastico)"},
		"usesPersonalData":                {"YES"},
		"personalDataTypes":               {"WITH_IDENTIFYING_DATA", "GDPR_ART_8", "GDPR_ART_9"},
		"legalBasis":                      {"PUBLIC_INTEREST"},
		"legalBasisPublicInterest":        {"RULE_OF_LAW"},
		"ruleOfLawText":                   {"D.Lgs. 63/2017; regolamento comunale dei servizi scolastici"},
		"knowsDataQuantity":               {"YES"},
		"dataQuantity":                    {"QUANTITY_500_TO_1000"},
		"deliveryMethod":                  {"CLEARTEXT"},
		"policyProvided":                  {"YES"},
		"policyProvidedMedium":            {"ONLINE"},
		"policyProvidedOnlineLink":        {"https://comune.example/privacy/mensa"},
		"doneDpia":                        {"YES"},
		"confirmedDoneDpia":               {"NO"},
		"dataDownload":                    {"YES"},
		"dataRetentionPeriod":             {"2 anni (decorrenza: fine del ciclo scolastico)"},
		"purposePursuit":                  {"NEW_PERSONAL_DATA"},
		"isRequestOnBehalfOfThirdParties": {"NO"},
	}
	got := map[string][]string{}
	for id, values := range f.Answers.All() {
		got[id] = values
	}
	require.Equal(t, want, got)
	var declared []string
	for e := range d.Declarations() {
		declared = append(declared, e.Question.ID())
		for _, f := range e.Grounds { // what the short notice of this test lacks
			require.Contains(t, f.Where, "notice")
		}
		f.Answers = f.Answers.With(e.Question.ID(), "true")
	}
	require.Equal(t, []string{"confirmPricipleIntegrityAndDiscretion", "checkedAllDataNeeded", "declarationConfirmGDPR"}, declared)
	v, err := pdnd.Platform{Kind: pdnd.PA, PersonalData: gdpr.Yes}.Validate(f)
	require.NoError(t, err)
	require.True(t, v.Valid())
}

// TestFill: each fact, and where it goes.
func TestFill(t *testing.T) {
	type states map[string][]string // nil: asked
	for name, c := range map[string]struct {
		change func(*pdnd.Case)
		want   states
	}{
		"consent":        {func(c *pdnd.Case) { c.Activity.Purposes[0].Function = register.ByConsent }, states{"purpose": {"OTHER"}}},
		"function":       {func(c *pdnd.Case) { c.Activity.Purposes[0].Function = 0 }, states{"purpose": nil}},
		"no text":        {func(c *pdnd.Case) { c.Activity.Purposes[0].Text = " " }, states{"institutionalPurpose": nil, "publicInterestTaskText": nil}},
		"no data":        {func(c *pdnd.Case) { c.Access.PersonalData, c.Activity.Data = gdpr.Unknown, nil }, states{"usesPersonalData": nil}},
		"flag no":        {func(c *pdnd.Case) { c.Access.PersonalData = gdpr.No }, states{"usesPersonalData": {"NO"}}},
		"chosen":         {func(c *pdnd.Case) { c.Access.PersonalData, c.Data = gdpr.Unknown, []int{0} }, states{"usesPersonalData": {"YES"}, "personalDataTypes": {"WITH_IDENTIFYING_DATA", "GDPR_ART_8"}}},
		"not named":      {func(c *pdnd.Case) { c.Access.Identifying, c.Access.Minors = gdpr.No, gdpr.No }, states{"personalDataTypes": {"WITH_NON_IDENTIFYING_DATA", "GDPR_ART_9"}}},
		"other":          {func(c *pdnd.Case) { c.Access.Other = "orari" }, states{"otherPersonalDataTypes": {"orari"}, "personalDataTypes": {"WITH_IDENTIFYING_DATA", "GDPR_ART_8", "GDPR_ART_9", "OTHER"}}},
		"interests":      {func(c *pdnd.Case) { c.Activity.Purposes[0].Basis = register.LegitimateInterests }, states{"legalBasis": nil}},
		"no basis":       {func(c *pdnd.Case) { c.Activity.Purposes[0].Basis = 0 }, states{"legalBasis": nil}},
		"vital":          {func(c *pdnd.Case) { c.Activity.Purposes[0].Basis = register.VitalInterests }, states{"legalBasis": {"SAFEGUARD"}}},
		"general act":    {func(c *pdnd.Case) { c.Activity.Purposes[0].NormKind = register.GeneralAct }, states{"legalBasisPublicInterest": {"ADMINISTRATIVE_ACT"}}},
		"no act":         {func(c *pdnd.Case) { c.Activity.Purposes[0].NormKind = register.NoAct }, states{"legalBasisPublicInterest": nil}},
		"no act, common": {func(c *pdnd.Case) { c.Activity.Purposes[0].NormKind, c.Data = register.NoAct, []int{0} }, states{"legalBasisPublicInterest": {"PUBLIC_INTEREST_TASK"}}},
		"by name":        {func(c *pdnd.Case) { c.Activity.Purposes[0].NormKind = 0 }, states{"legalBasisPublicInterest": {"RULE_OF_LAW"}}},
		"by name, act": {func(c *pdnd.Case) {
			c.Activity.Purposes[0].NormKind, c.Activity.Purposes[0].Norm = 0, "D.G.C. n. 12/2025"
		}, states{"legalBasisPublicInterest": {"ADMINISTRATIVE_ACT"}}},
		"by name, unknown": {func(c *pdnd.Case) {
			c.Activity.Purposes[0].NormKind, c.Activity.Purposes[0].Norm = 0, "intesa"
		}, states{"legalBasisPublicInterest": nil}},
		"no norm": {func(c *pdnd.Case) {
			c.Activity.Purposes[0].NormKind, c.Activity.Purposes[0].Norm, c.Data = 0, "", []int{0}
		}, states{"legalBasisPublicInterest": {"PUBLIC_INTEREST_TASK"}, "ruleOfLawText": nil}},
		"few":             {func(c *pdnd.Case) { c.Access.Persons = 100 }, states{"dataQuantity": {"QUANTITY_0_TO_100"}}},
		"some":            {func(c *pdnd.Case) { c.Access.Persons = 500 }, states{"dataQuantity": {"QUANTITY_101_TO_500"}}},
		"a thousand":      {func(c *pdnd.Case) { c.Access.Persons = 1000 }, states{"dataQuantity": {"QUANTITY_500_TO_1000"}}},
		"five thousand":   {func(c *pdnd.Case) { c.Access.Persons = 5000 }, states{"dataQuantity": {"QUANTITY_1001_TO_5000"}}},
		"no such shape":   {func(c *pdnd.Case) { c.Access.Shape, c.Activity.Principles.Anonymous = 99, gdpr.Unknown }, states{"deliveryMethod": nil}},
		"many":            {func(c *pdnd.Case) { c.Access.Persons = 1001 }, states{"dataQuantity": {"QUANTITY_1001_TO_5000"}}},
		"very many":       {func(c *pdnd.Case) { c.Access.Persons = 5001 }, states{"dataQuantity": {"QUANTITY_5001_OVER"}}},
		"uncounted":       {func(c *pdnd.Case) { c.Access.Persons = 0 }, states{"knowsDataQuantity": nil, "dataQuantity": nil}},
		"pseudonyms":      {func(c *pdnd.Case) { c.Access.Shape = pdnd.Pseudonymised }, states{"deliveryMethod": {"PSEUDOANONYMOUS"}}},
		"shape sign":      {func(c *pdnd.Case) { c.Access.Shape = 0 }, states{"deliveryMethod": {"CLEARTEXT"}}},
		"no shape":        {func(c *pdnd.Case) { c.Access.Shape, c.Activity.Principles.Anonymous = 0, gdpr.Unknown }, states{"deliveryMethod": nil}},
		"uninformed":      {func(c *pdnd.Case) { c.Activity.Principles.Informed = gdpr.No }, states{"policyProvided": {"NO"}, "reasonPolicyNotProvided": nil}},
		"informed":        {func(c *pdnd.Case) { c.Notice = nil }, states{"policyProvided": {"YES"}, "policyProvidedOnlineLink": nil}},
		"informed or not": {func(c *pdnd.Case) { c.Notice, c.Activity.Principles.Informed = nil, gdpr.Unknown }, states{"policyProvided": nil}},
		"paper":           {func(c *pdnd.Case) { c.Delivery.Manner = informativa.OnPaper }, states{"policyProvidedMedium": {"PRINT"}}},
		"oral":            {func(c *pdnd.Case) { c.Delivery.Manner = informativa.Oral }, states{"policyProvidedMedium": nil}},
		"by the link":     {func(c *pdnd.Case) { c.Delivery.Manner = 0 }, states{"policyProvidedMedium": {"ONLINE"}}},
		"no manner":       {func(c *pdnd.Case) { c.Delivery.Manner, c.Notice.FullText = 0, "in bacheca" }, states{"policyProvidedMedium": nil, "policyProvidedOnlineLink": nil}},
		"no assessment":   {func(c *pdnd.Case) { c.Activity.DPIA.Done = 0 }, states{"doneDpia": {"NO"}}},
		"assessed after":  {func(c *pdnd.Case) { c.Activity.DPIA.Done = today + 1 }, states{"doneDpia": {"NO"}}},
		"the document":    {func(c *pdnd.Case) { c.Assessment = &dpia.Assessment{} }, states{"doneDpia": {"NO"}}},
		"consulted":       {func(c *pdnd.Case) { c.Consultation.Received = today }, states{"confirmedDoneDpia": {"YES"}}},
		"not consulted":   {func(c *pdnd.Case) { c.Consultation = nil }, states{"confirmedDoneDpia": {"NO"}}},
		"not kept":        {func(c *pdnd.Case) { c.Access.Kept = gdpr.No }, states{"dataDownload": {"NO"}}},
		"kept, by sign":   {func(c *pdnd.Case) { c.Access.Kept = gdpr.Unknown }, states{"dataDownload": {"YES"}}},
		"no retention": {func(c *pdnd.Case) { c.Access.Kept, c.Activity.Retention = gdpr.Unknown, register.Retention{} },
			states{"dataDownload": nil, "dataRetentionPeriod": nil}},
		"criterion": {func(c *pdnd.Case) { c.Activity.Retention = register.Retention{Criterion: "finché serve"} }, states{"dataRetentionPeriod": nil}},
		"weeks": {func(c *pdnd.Case) {
			c.Activity.Retention = register.Retention{Period: gdpr.Term{N: 2, Unit: gdpr.Weeks}}
		}, states{"dataRetentionPeriod": {"14 giorni"}}},
		"longest": {func(c *pdnd.Case) {
			c.Activity.Data[1].Retention = register.Retention{Period: gdpr.Term{N: 40, Unit: gdpr.Months}}
		}, states{"dataRetentionPeriod": {"40 mesi"}}},
		"as long, the first": {func(c *pdnd.Case) {
			c.Activity.Data[0].Retention = register.Retention{Period: gdpr.Term{N: 9, Unit: gdpr.Years}, From: "iscrizione"}
			c.Activity.Data[1].Retention = register.Retention{Period: gdpr.Term{N: 9, Unit: gdpr.Years}, From: "visita"}
		}, states{"dataRetentionPeriod": {"9 anni (decorrenza: iscrizione)"}}},
		"of the datum": {func(c *pdnd.Case) {
			c.Activity.Data[0].Retention = register.Retention{Period: gdpr.Term{N: 1, Unit: gdpr.Hours}}
			c.Data = []int{0}
		}, states{"dataRetentionPeriod": {"1 ora"}}},
		"check":           {func(c *pdnd.Case) { c.Access.Verifying = gdpr.Yes }, states{"purposePursuit": {"MERE_CORRECTNESS"}}},
		"need unknown":    {func(c *pdnd.Case) { c.Access.Verifying = gdpr.Unknown }, states{"purposePursuit": nil}},
		"service":         {func(c *pdnd.Case) { c.Access.Behalf, c.Service = gdpr.Unknown, &register.Service{} }, states{"isRequestOnBehalfOfThirdParties": {"YES"}, "thirdPartiesRequestDataUsage": nil}},
		"own":             {func(c *pdnd.Case) { c.Access.Behalf = gdpr.Unknown }, states{"isRequestOnBehalfOfThirdParties": {"NO"}}},
		"administrations": {func(c *pdnd.Case) { c.Access.Administrations = gdpr.Yes }, states{"thirdPartiesRequestDataUsage": {"PA_ONLY"}}},
		"others too":      {func(c *pdnd.Case) { c.Access.Administrations = gdpr.No }, states{"thirdPartiesRequestDataUsage": {"PA_ALSO"}}},
		"not personal": {func(c *pdnd.Case) {
			c.Access.PersonalData, c.Access.ThirdParties, c.Access.Confidential = gdpr.No, gdpr.Yes, gdpr.No
		}, states{"usesThirdPartyPersonalData": {"YES"}, "usesThirdPartyConfidentialData": {"NO"}}},
	} {
		t.Run(name, func(t *testing.T) {
			k := whole(t)
			c.change(&k)
			d, err := k.Draft()
			require.NoError(t, err)
			for id, values := range c.want {
				e, ok := d.Entry(id)
				require.True(t, ok)
				require.Equal(t, values, e.Values, id)
				require.Equal(t, values == nil, e.State == pdnd.Asked, id)
				if e.Note != "" {
					require.NotContains(t, e.NoteText(language.Italian), "pdnd.")
					require.NotEqual(t, e.NoteText(language.Italian), e.NoteText(language.English))
				}
			}
			valid(t, d, gdpr.Unknown)
		})
	}
}

func TestDraftReason(t *testing.T) {
	c := whole(t)
	c.Activity.Principles.Informed = gdpr.No
	c.Exemption = informativa.Exemption{Informed: gdpr.Yes}
	d, err := c.Draft()
	require.NoError(t, err)
	e, _ := d.Entry("reasonPolicyNotProvided")
	require.Equal(t, pdnd.Filled, e.State)
	require.NotEmpty(t, e.Values[0])
	c.Exemption = informativa.Exemption{Informed: gdpr.No, Impossible: gdpr.No, Defeats: gdpr.No, LaidDown: gdpr.No, Confidential: gdpr.No}
	d, err = c.Draft()
	require.NoError(t, err)
	e, _ = d.Entry("reasonPolicyNotProvided")
	require.Equal(t, gdpr.Code("pdnd.note.owed"), e.Note)
}

// TestDraftAsks: what a register alone leaves open.
func TestDraftAsks(t *testing.T) {
	d, err := pdnd.Case{Kind: pdnd.PA, On: today, Activity: activity(t, "polizia-locale")}.Draft()
	require.NoError(t, err)
	var fields []string
	for q := range d.Missing() {
		fields = append(fields, q.Field)
		require.NotEqual(t, string(q.Code), q.Text(language.Italian))
	}
	require.Equal(t, []string{"access.identifying", "access.minors", "access.persons", "delivery.manner", "access.verifying"}, fields)
}

func TestDraftErrors(t *testing.T) {
	for field, c := range map[string]pdnd.Case{
		"purpose": {Kind: pdnd.PA, Purpose: 1},
		"data[0]": {Kind: pdnd.PA, Data: []int{0}},
		"kind":    {},
	} {
		_, err := c.Draft()
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, field, in.Field)
	}
	_, err := pdnd.Case{Kind: pdnd.PA, Purpose: -1}.Check(pdnd.Form{})
	require.ErrorIs(t, err, gdpr.FaultReference)
	_, err = pdnd.Case{Kind: pdnd.PA}.Draft() // nothing known: all asked
	require.NoError(t, err)
	_, found := pdnd.Draft{}.Entry("purpose")
	require.False(t, found)
	require.Empty(t, pdnd.Entry{}.NoteText(language.Italian))
}

// TestDraftGrounds: a declaration is never made, and the draft says what speaks
// against it.
func TestDraftGrounds(t *testing.T) {
	c := whole(t)
	c.Activity.Principles.Secured, c.Activity.Principles.Necessary = gdpr.No, gdpr.No
	d, err := c.Draft()
	require.NoError(t, err)
	var codes []gdpr.Code
	for e := range d.Declarations() {
		for _, f := range e.Grounds {
			codes = append(codes, f.Code)
		}
	}
	require.Equal(t, []gdpr.Code{pdnd.CodeSecurityUntrue, pdnd.CodeNeedDenied}, codes[:2])
	e, _ := d.Entry("declarationConfirmGDPR")
	require.NotEmpty(t, e.Grounds)
	require.False(t, e.Grounds.Has(pdnd.CodeDeclared))
}
