package breach_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

// wholeForm is a notification with every field of the form.
func wholeForm(t testing.TB) Notification {
	n := wholeNotification(t)
	n.Form = Form{
		Own: "prot. 4410/2026", Reporter: Reporter{Name: "Carla Verdi", Email: "segreteria@comune.roccasilvana.example", Phone: "091 000001", Function: LegalFunction, Role: "Sindaca"},
		Controller: Organisation{Name: "Comune di Roccasilvana", TaxCode: "80000000000", Address: "Italia, Piazza Roma 1, 90000 Roccasilvana (PA)", Phone: "091 000000", Email: "info@comune.roccasilvana.example", PEC: "comune@pec.roccasilvana.example"},
		Designated: gdpr.Yes, Officer: Contact{Name: "Bianca Neri", Email: "rpd@comune.roccasilvana.example"}, Protocol: "RPD-123456",
		Involved: gdpr.Yes, Parties: []Party{{Name: "Mensa Sana S.r.l.", TaxCode: "01234567890", Contact: "info@mensa.example", Role: ProcessorParty}},
		Period: Period{When: OnDay, From: instant(t, "2026-09-14T08:55:00+02:00")}, Aware: instant(t, "2026-09-14T09:20:00+02:00"),
		Discovery: Discovery{By: ByThird, Text: "Il destinatario ha telefonato.", Told: date.New(2026, time.September, 14)},
		Incident:  SentByMistake, Cause: InternalAccident, Account: "L'indirizzo è stato scelto dal completamento automatico.", Systems: "Posta elettronica, server presso il Comune.",
		Leak: Leaked, Legible: Intelligible, Persons: Children | Beneficiaries, Data: BasicData | HealthData | ServiceData, Content: "Nome, classe e dieta speciale.",
		Safeguards: Rules | Training, SafeguardsText: "Istruzioni scritte al personale.",
		Exposure: BeyondNotice, Impacts: LossOfControl | KnownToThirds, Severity: MediumSeverity, SeverityWhy: "Dati sulla salute, un solo destinatario noto.",
		Level: HighRisk, LevelWhy: "Dati sulla salute di minori a un estraneo.", Preventions: NewProcess, Prevention: "Doppio controllo degli indirizzi.",
		Telling: TellingReport{State: Told, On: date.New(2026, time.September, 16), Informed: 180, All: gdpr.Yes, Means: EachPerson, MeansText: "lettera", Text: "Le scriviamo perché la dieta di Suo figlio è stata inviata a un'altra persona."},
		Abroad:  Abroad{Union: gdpr.No, Third: gdpr.No, Authorities: gdpr.No, Bodies: gdpr.No, Police: gdpr.No, CrossBorder: gdpr.No},
	}
	return n
}

// Every required field of the form, present and absent.
func TestForm(t *testing.T) {
	require.Empty(t, wholeForm(t).CheckForm())
	require.Empty(t, wholeForm(t).Check(window(t)))
	for _, c := range []struct {
		code    gdpr.Code
		without func(*Notification)
		whole   bool // a complete notification alone needs it
	}{
		{CodeFormReporter, func(n *Notification) { n.Form.Reporter.Name = "" }, false},
		{CodeFormReporter, func(n *Notification) { n.Form.Reporter.Email, n.Form.Reporter.Phone = "", "" }, false},
		{CodeFormFunction, func(n *Notification) { n.Form.Reporter.Function, n.Form.Reporter.Role = 0, "" }, false},
		{CodeFormController, func(n *Notification) { n.Form.Controller.Name = "-" }, false},
		{CodeFormTaxCode, func(n *Notification) { n.Form.Controller.TaxCode = "" }, false},
		{CodeFormAddress, func(n *Notification) { n.Form.Controller.Address = "" }, false},
		{CodeFormMail, func(n *Notification) { n.Form.Controller.PEC, n.Form.Controller.Email = "", "" }, false},
		{CodeFormOfficer, func(n *Notification) { n.Form.Designated = gdpr.Unknown }, false},
		{CodeFormProtocol, func(n *Notification) { n.Form.Protocol = "" }, false},
		{CodeFormInvolved, func(n *Notification) { n.Form.Involved, n.Form.Parties = gdpr.Unknown, nil }, false},
		{CodeFormParties, func(n *Notification) { n.Form.Parties[0].Role = 0 }, false},
		{CodeFormPeriod, func(n *Notification) { n.Form.Period = Period{} }, false},
		{CodeFormPeriod, func(n *Notification) { n.Form.Period.When, n.Form.Period.To = FromTo, n.Form.Period.From.Add(-1) }, false},
		{CodeFormAware, func(n *Notification) { n.Form.Aware = time.Time{} }, false},
		{CodeFormDiscovery, func(n *Notification) { n.Form.Discovery = Discovery{} }, false},
		{CodeFormNature, func(n *Notification) { n.Acts = 0 }, false},
		{CodeFormCause, func(n *Notification) { n.Form.Cause = 0 }, false},
		{CodeFormData, func(n *Notification) { n.Form.Data = 0 }, false},
		{CodeFormPersons, func(n *Notification) { n.Form.Persons = 0 }, false},
		{CodeFormAccount, func(n *Notification) { n.Form.Account = "" }, true},
		{CodeFormContent, func(n *Notification) { n.Form.Content = "" }, true},
		{CodeFormSystems, func(n *Notification) { n.Form.Systems = "" }, true},
		{CodeFormSafeguards, func(n *Notification) { n.Form.Safeguards, n.Form.SafeguardsText = 0, "" }, true},
		{CodeFormExposure, func(n *Notification) { n.Form.Exposure = 0 }, true},
		{CodeFormCorruption, func(n *Notification) { n.Acts |= Alteration }, true},
		{CodeFormDisruption, func(n *Notification) { n.Acts |= Loss }, true},
		{CodeFormImpacts, func(n *Notification) { n.Form.Impacts = 0 }, true},
		{CodeFormSeverity, func(n *Notification) { n.Form.Severity = 0 }, true},
		{CodeFormSeverityWhy, func(n *Notification) { n.Form.SeverityWhy = "" }, true},
		{CodeFormPrevention, func(n *Notification) { n.Form.Preventions, n.Form.Prevention = 0, "" }, true},
		{CodeFormTelling, func(n *Notification) { n.Form.Telling = TellingReport{} }, false},
		{CodeFormTellingDetail, func(n *Notification) { n.Form.Telling.Text = "" }, false},
		{CodeFormTellingDetail, func(n *Notification) { n.Form.Telling = TellingReport{State: ToldExempt, Exemption: Protected} }, false},
		{CodeFormTellingDetail, func(n *Notification) { n.Form.Telling = TellingReport{State: ToldOn} }, false},
		{CodeFormTellingDetail, func(n *Notification) { n.Form.Telling = TellingReport{State: NotHigh} }, false},
		{CodeFormAbroad, func(n *Notification) { n.Form.Abroad.Third = gdpr.Unknown }, true},
		{CodeFormAuthorities, func(n *Notification) { n.Form.Abroad.Police = gdpr.Unknown }, true},
	} {
		n := wholeForm(t)
		c.without(&n)
		require.Equal(t, []gdpr.Code{c.code}, codesOf(n.CheckForm()))
		n.Phase = Preliminary
		require.Equal(t, !c.whole, n.CheckForm().Has(c.code), c.code)
		n.Phase = Supplement
		require.Empty(t, n.CheckForm(), "it refers to an earlier one")
	}
	for _, p := range []Period{{When: NeverKnown}, {When: WhenNotYet}, {When: StillGoingOn, From: afterwards}, {When: FromTo, From: afterwards, To: afterwards}} {
		n := wholeForm(t)
		n.Form.Period = p
		require.Empty(t, n.CheckForm())
	}
	require.True(t, Form{}.IsZero())
	require.False(t, wholeForm(t).Form.IsZero())
}

// An entry of the register fills the notification with what it says.
func TestDraft(t *testing.T) {
	e := wholeEntry(t)
	e.Awareness.Processor, e.Awareness.Aware = e.Awareness.Aware, time.Time{}
	e.Facts.Identity, e.Facts.Loss, e.Facts.Backup, e.Facts.Vulnerable = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	n := e.Draft(Preliminary)
	require.Empty(t, collect(Notification{Nature: n.Nature, Subjects: n.Subjects, Records: n.Records, Contact: n.Contact, Consequences: n.Consequences, Measures: n.Measures}.Lacks()))
	require.True(t, n.Sent.IsZero())
	require.Equal(t, Disclosure|Loss, n.Acts)
	f := n.Form
	require.Equal(t, Discovery{By: ByProcessor, Told: date.New(2026, time.September, 14)}, f.Discovery)
	require.Equal(t, OnDay, f.Period.When)
	require.Equal(t, Children|WeakPersons, f.Persons)
	require.Equal(t, IdentifyingData, f.Data)
	require.Equal(t, Leaked, f.Leak)
	require.Equal(t, Intelligible, f.Legible)
	require.Equal(t, TemporaryOutage, f.Outage)
	require.Equal(t, HighRisk, f.Level)
	require.Equal(t, TellingReport{State: Told, On: date.New(2026, time.September, 16), Informed: 180, All: gdpr.Yes, Means: EachPerson, MeansText: "lettera", Text: f.Telling.Text}, f.Telling)
	n.Subjects.Categories[0], n.Records.Categories[0] = "", ""
	require.Equal(t, "alunni", e.Subjects.Categories[0])
	require.Equal(t, "anagrafici", e.Data[0])

	for _, c := range []struct {
		why    string
		change func(*Entry)
		want   TellingReport
	}{
		{"planned", func(e *Entry) { e.ToTell = date.New(2026, time.September, 20) }, TellingReport{State: ToldOn, Planned: date.New(2026, time.September, 20)}},
		{"owed", func(e *Entry) {}, TellingReport{State: ToldLater}},
		{"open", func(e *Entry) { e.Exemptions = Exemptions{} }, TellingReport{State: ToldUnsure}},
		{"mitigated", func(e *Entry) { e.Exemptions.Mitigated, e.NotTold = gdpr.Yes, "Il ladro è stato preso." }, TellingReport{State: ToldExempt, Exemption: Prevented, Why: "Il ladro è stato preso."}},
		{"not high", func(e *Entry) { e.Level, e.Reasons = Risk, "Un solo destinatario." }, TellingReport{State: NotHigh, Why: "Un solo destinatario."}},
	} {
		e := wholeEntry(t)
		e.Communications = nil
		c.change(&e)
		require.Equal(t, c.want, e.Draft(Complete).Form.Telling, c.why)
	}
	locked := wholeEntry(t)
	locked.Facts = told(func(f *Facts) {
		yes(&f.Access, &f.Excluded, &f.Encrypted, &f.KeySafe, &f.Destruction, &f.Judicial, &f.Financial, &f.Location)
	})
	f = locked.Draft(Complete).Form
	require.Equal(t, []any{NotLeaked, Unintelligible, PermanentOutage, CriminalData | EconomicData | LocationData}, []any{f.Leak, f.Legible, f.Outage, f.Data})
	locked.Facts.KeySafe, locked.Facts.Excluded = gdpr.No, gdpr.No
	f = locked.Draft(Complete).Form
	require.Equal(t, []any{LikelyLeaked, Breakable}, []any{f.Leak, f.Legible})
	locked.Notifications[0].Reference = "12345"
	require.Equal(t, "12345", locked.Draft(Supplement).Reference)
}

// The export has the letters of the EDPB's template; a module of its own validates
// it by the schema.
func TestEDPB(t *testing.T) {
	text, err := wholeForm(t).EDPB()
	require.NoError(t, err)
	golden(t, "edpb.json", string(text))
	var fields map[string]any
	require.NoError(t, json.Unmarshal(text, &fields))
	for field, want := range map[string]any{
		"field_3": "a", "field_4": "a", "field_12": "Comune di Roccasilvana", "field_23": "b", "field_29": "yes", "field_39": []any{"processor"}, "field_44": "a",
		"field_50": "d", "field_52": "2026-09-14", "field_55": []any{"a"}, "field_60": "r", "field_61": "a", "field_65": []any{"d", "j"}, "field_67": "b", "field_68": 180.0,
		"field_70": []any{"a", "k", "u"}, "field_72": "a", "field_87": "b", "field_89": "a", "field_97": "a", "field_102": "a", "field_113": "b",
	} {
		require.Equal(t, want, fields[field], field)
	}
	for _, c := range []struct {
		n    Notification
		want map[string]any
	}{
		{Notification{Phase: Withdrawal, Withdrawn: "Dati di prova.", Reference: "1"}, map[string]any{"field_3": "b", "field_4": "c", "field_5": "Dati di prova.", "field_6": "1"}},
		{Notification{Phase: Supplement, Form: Form{Completes: gdpr.Yes}}, map[string]any{"field_3": "b", "field_4": "a"}},
		{Notification{Phase: Supplement}, map[string]any{"field_4": "b"}},
		{Notification{Phase: Preliminary, Form: Form{SubjectCount: NeverCounted, Severity: LowSeverity, Telling: TellingReport{State: ToldLater}}}, map[string]any{"field_4": "b", "field_67": "c", "field_72": "d", "field_87": "a", "field_89": "d", "field_97": "b1", "field_113": "c"}},
		{Notification{Form: Form{Severity: 99, Level: 99}}, map[string]any{"field_87": "d"}},
		{Notification{Form: Form{Parties: []Party{{Role: JointParty}, {Role: OtherParty}}, Telling: TellingReport{State: ToldExempt, Exemption: Effort, Why: "x"}}}, map[string]any{"field_39": []any{"joint controller", "other"}, "field_100": "c", "field_101": "x"}},
		{Notification{Consequences: "Altro.", Form: Form{Exposure: OtherExposure, Corruption: OtherCorruption, Disruption: OtherDisruption}}, map[string]any{"field_80": "Altro.", "field_82": "Altro.", "field_84": "Altro."}},
	} {
		text, err := c.n.EDPB()
		require.NoError(t, err)
		var fields map[string]any
		require.NoError(t, json.Unmarshal(text, &fields))
		for field, want := range c.want {
			require.Equal(t, want, fields[field], "%s of %+v", field, c.n.Phase)
		}
	}
}

func TestPapers(t *testing.T) {
	for tag, name := range map[language.Tag]string{language.Italian: "it", language.English: "en"} {
		golden(t, "form."+name+".md", wholeForm(t).Markdown(tag))
		preliminary := wholeEntry(t).Draft(Preliminary)
		preliminary.Acts |= Loss | Alteration
		preliminary.Pending = []Pending{{Why: "perizia in corso"}}
		golden(t, "draft."+name+".md", preliminary.Markdown(tag))
		unlikely := smallEntry(t)
		unlikely.Procedure.By, unlikely.Procedure.Advised.Text = "la Sindaca", "Il rischio è improbabile: il destinatario è un ufficio dell'ente."
		unlikely.Facts.Many = gdpr.Unknown
		sheet, ok := Register{Controller: "Comune di Roccasilvana", Entries: []Entry{unlikely}}.Sheet(2, tag)
		require.True(t, ok)
		golden(t, "sheet-no."+name+".md", sheet)
	}
	_, ok := Register{}.Sheet(1, language.Italian)
	require.False(t, ok)
	open := wholeEntry(t)
	open.Exemptions = Exemptions{Mitigated: gdpr.No}
	require.Contains(t, open.Markdown(language.English), "**Communication to the persons owed**: yes\n- **Manner of the communication**: undetermined", "whether is decided, how is open")
	open.Level = Undetermined
	require.Contains(t, open.Markdown(language.English), "owed**: not decided yet")
}

// A register with the form, the roles and the record of cybersecurity reads back
// as it was written.
func TestWholeRoundTrip(t *testing.T) {
	e := wholeEntry(t)
	e.Notifications = []Notification{wholeForm(t)}
	e.Shared = Shared{Role: AsJointController, With: "Comune di Vallescura", Told: e.Awareness.Aware, Hours: 24, Ours: gdpr.Yes}
	e.Law, e.ToTell = PoliceLaw, date.New(2026, time.September, 20)
	e.Cyber = Cyber{Body: Body{Kind: ComuneBody, Inhabitants: 5, Capital: gdpr.No, Listed: gdpr.No}, Incident: gdpr.Yes, Known: e.Awareness.Aware, Final: date.New(2026, time.October, 20)}
	r := Register{Controller: "Comune di Roccasilvana", Entries: []Entry{e.Close(afterwards)}}
	text, err := r.Export()
	require.NoError(t, err)
	back, err := Import(text)
	require.NoError(t, err)
	again, err := back.Export()
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
	require.False(t, back.Check(afterwards).Has(CodeEntryChanged), "the seal holds")
	for _, c := range []struct{ text, field string }{
		{`{"entries": [{"notifications": [{"form": {"cause": "bad luck"}}]}]}`, "entries[0].notifications[0].form.cause"},
		{`{"entries": [{"notifications": [{"form": {"data": ["shoe size"]}}]}]}`, "entries[0].notifications[0].form.data"},
	} {
		_, err := Import([]byte(c.text))
		require.ErrorIs(t, err, gdpr.FaultName)
		require.ErrorContains(t, err, c.field)
	}
	sheet, ok := r.SheetUnder(Policy{Regime: gdpr.UnionLaw}, 1, language.Italian)
	require.True(t, ok)
	require.NotContains(t, sheet, "Regolamento")
	require.Contains(t, sheet, "Servizi scolastici", "what is said of the template's fields is told under any regime")
	require.Contains(t, sheet, "contitolare: Comune di Vallescura")
	hostile := wholeForm(t)
	hostile.Form.Account, hostile.Form.Controller.Name = "<script>x</script>\n# Titolo", "| a | b |"
	require.NotContains(t, hostile.Markdown(language.Italian), "<script>")
	require.NotContains(t, hostile.Markdown(language.Italian), "\n# Titolo")
	minors := wholeLetter()
	minors.Guardians, minors.Protocol = true, "4410/2026"
	require.Contains(t, minors.Markdown(language.Italian), "di una persona minorenne")
	require.Contains(t, minors.Markdown(language.Italian), "4410/2026")
}

// Where the form takes one of two fields, either is enough.
func TestEitherField(t *testing.T) {
	for _, without := range []func(*Notification){
		func(n *Notification) { n.Form.Reporter.Email = "" },
		func(n *Notification) { n.Form.Reporter.Phone = "" },
		func(n *Notification) { n.Form.Reporter.Function = 0 },
		func(n *Notification) { n.Form.Reporter.Role = "" },
		func(n *Notification) { n.Form.Controller.PEC = "" },
		func(n *Notification) { n.Form.Controller.Email = "" },
		func(n *Notification) { n.Form.Involved = gdpr.Unknown },
		func(n *Notification) { n.Form.Involved, n.Form.Parties = gdpr.No, nil },
		func(n *Notification) { n.Form.Discovery.By = 0 },
		func(n *Notification) { n.Form.Discovery.Text = "" },
		func(n *Notification) { n.Form.Safeguards = 0 },
		func(n *Notification) { n.Form.SafeguardsText = "" },
		func(n *Notification) { n.Form.Preventions = 0 },
		func(n *Notification) { n.Form.Prevention = "" },
		func(n *Notification) { n.Form.Severity, n.Form.SeverityWhy = SeverityOpen, "" },
		func(n *Notification) { n.Form.Abroad.Third, n.Form.Abroad.Thirds = gdpr.Unknown, []string{"CH"} },
		func(n *Notification) { n.Form.Abroad.Union, n.Form.Abroad.Countries = gdpr.Unknown, []string{"FR"} },
	} {
		n := wholeForm(t)
		without(&n)
		require.Empty(t, n.CheckForm(), "%+v", n.Form)
	}
	for _, c := range []struct {
		without func(*Notification)
		want    gdpr.Code
	}{
		{func(n *Notification) { n.Form.Abroad.Authorities = gdpr.Unknown }, CodeFormAuthorities},
		{func(n *Notification) { n.Form.Abroad.Bodies = gdpr.Unknown }, CodeFormAuthorities},
		{func(n *Notification) { n.Form.Abroad.Union = gdpr.Unknown }, CodeFormAbroad},
		{func(n *Notification) { n.Form.Parties = nil }, CodeFormParties},
		{func(n *Notification) { n.Form.Telling.On = 0 }, CodeFormTellingDetail},
		{func(n *Notification) { n.Form.Telling.Informed = 0 }, CodeFormTellingDetail},
		{func(n *Notification) { n.Form.Telling = TellingReport{State: ToldExempt, Why: "Cifrati."} }, CodeFormTellingDetail},
	} {
		n := wholeForm(t)
		c.without(&n)
		require.Equal(t, []gdpr.Code{c.want}, codesOf(n.CheckForm()))
	}
	exempt := wholeForm(t)
	exempt.Form.Telling = TellingReport{State: ToldExempt, Exemption: Protected, Why: "Cifrati."}
	require.Empty(t, exempt.CheckForm())
}

// A draft keeps what was told before, and says nothing that nobody knows.
func TestDraftSaysWhatIsKnown(t *testing.T) {
	e := wholeEntry(t)
	first := e.Notifications[0].Records.Number
	require.Positive(t, first)
	e.Notifications = append(e.Notifications, Notification{Phase: Supplement, Reference: "12345"})
	require.Equal(t, first, e.Draft(Supplement).Records.Number, "a supplement without a number takes none back")

	known := Period{When: FromTo, From: instant(t, "2026-09-13T08:55:00+02:00"), To: instant(t, "2026-09-14T08:55:00+02:00")}
	e.Notifications[1].Form.Period = known
	require.Equal(t, known, e.Draft(Supplement).Form.Period)
	e.Notifications, e.Awareness.Occurred = nil, time.Time{}
	require.Zero(t, e.Draft(Preliminary).Form.Period, "nobody knows when it happened")

	e.Facts = Facts{Access: gdpr.Yes, Encrypted: gdpr.Yes}
	require.Zero(t, e.Draft(Preliminary).Form.Legible, "nobody knows where the key is")
	e.Facts = Facts{Access: gdpr.Yes, KeySafe: gdpr.No}
	require.Zero(t, e.Draft(Preliminary).Form.Legible, "nobody knows whether they were encrypted")
	for _, f := range []Facts{{Loss: gdpr.Yes}, {Backup: gdpr.Yes}} {
		e.Facts = f
		require.Zero(t, e.Draft(Preliminary).Form.Outage, "%+v", f)
	}

	e = wholeEntry(t)
	e.Communications[0].Manner = Publicly
	require.Equal(t, gdpr.Unknown, e.Draft(Complete).Form.Telling.All, "a public notice tells no number of persons")
	e.Communications[0].Manner, e.Subjects.Number = Personally, 0
	require.Equal(t, gdpr.Unknown, e.Draft(Complete).Form.Telling.All, "nobody knows how many they are")

	e.Communications, e.Level, e.Exemptions.Mitigated = nil, Risk, gdpr.Yes
	require.Equal(t, NotHigh, e.Draft(Complete).Form.Telling.State, "what isn't owed needs no exemption (GDPR 34(1))")
	e.Level, e.Exemptions = HighRisk, Exemptions{Mitigated: gdpr.No, Ruling: NeedNotTell}
	require.NotEqual(t, Prevented, e.Draft(Complete).Form.Telling.Exemption, "nobody said that the risk was removed (GDPR 34(3)(b))")
}

// The last option of the template's lists has its own letter, and a number that
// isn't known none.
func TestEDPBEdges(t *testing.T) {
	fields := func(n Notification) map[string]any {
		text, err := n.EDPB()
		require.NoError(t, err)
		var all map[string]any
		require.NoError(t, json.Unmarshal(text, &all))
		return all
	}
	got := fields(Notification{Subjects: Group{Approximate: true}, Form: Form{Persons: 1 << 10, Exposure: 1 << 4}})
	require.Equal(t, []any{"k"}, got["field_65"])
	require.Equal(t, []any{"e"}, got["field_79"])
	require.Equal(t, "d", got["field_67"], "about none isn't a number")
	require.NotContains(t, got, "field_68")
	for _, field := range []string{"field_38", "field_39", "field_40", "field_41"} {
		require.NotContains(t, got, field, "nobody is named")
	}
}
