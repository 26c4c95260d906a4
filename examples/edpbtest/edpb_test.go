package edpbtest

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile("testdata/breach-notification.corrected.schema.json")
	require.NoError(t, err)
	return s
}

func validate(t *testing.T, n breach.Notification) error {
	t.Helper()
	text, err := n.EDPB()
	require.NoError(t, err)
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return schema(t).Validate(value)
}

func at(hour int) time.Time { return time.Date(2026, time.September, 14, hour, 20, 0, 0, time.UTC) }

// entry is a breach in the register of an invented Comune.
func entry() breach.Entry {
	return breach.Entry{
		Number: 1, Recorded: at(10), Awareness: breach.Awareness{Occurred: at(8), Aware: at(9)},
		Office: "Servizi scolastici", Description: "Un elenco con diete speciali è andato all'indirizzo sbagliato.",
		Devices: []string{"posta elettronica, server presso il Comune"}, Data: []string{"nome", "dieta speciale"},
		Subjects: breach.Group{Categories: []string{"alunni"}, Number: 180, Approximate: true}, Recipients: []string{"un cittadino"},
		MeasuresBefore: "Istruzioni scritte.", MeasuresAfter: "Chiesta la cancellazione; doppio controllo.", Effects: "Un estraneo conosce la dieta di alcuni bambini.",
		Facts: breach.Facts{PersonalData: gdpr.Yes, Security: gdpr.Yes, Disclosure: gdpr.Yes, Special: gdpr.Yes, Minors: gdpr.Yes, Encrypted: gdpr.No, Excluded: gdpr.No},
		Level: breach.HighRisk, Reasons: "Dati sulla salute di minori a un estraneo.",
		Communications: []breach.Communication{{From: "Comune", Manner: breach.Personally, Sent: at(15), Means: "lettera", Informed: 180,
			Nature: "La dieta di Suo figlio è stata inviata a un'altra persona.", Measures: "Abbiamo chiesto di cancellarla."}},
	}
}

// filled is a draft of the entry that somebody has completed.
func filled(phase breach.Phase) breach.Notification {
	n := entry().Draft(phase)
	f := &n.Form
	f.Reporter = breach.Reporter{Name: "Carla Verdi", Email: "segreteria@comune.example", Function: breach.LegalFunction}
	f.Controller = breach.Organisation{Name: "Comune di Roccasilvana", TaxCode: "80000000000", Address: "Piazza Roma 1", PEC: "comune@pec.example"}
	f.Designated, f.Officer, f.Protocol = gdpr.Yes, breach.Contact{Name: "Bianca Neri", Email: "rpd@comune.example"}, "RPD-1"
	f.Involved = gdpr.No
	f.Discovery = breach.Discovery{By: breach.ByThird, Text: "Il destinatario ha telefonato.", Told: date.New(2026, time.September, 14)}
	f.Incident, f.Cause, f.Account = breach.SentByMistake, breach.InternalAccident, "Scelto dal completamento automatico."
	f.Data |= breach.BasicData | breach.HealthData
	f.Safeguards, f.Exposure, f.Impacts = breach.Rules|breach.Training, breach.BeyondNotice, breach.LossOfControl
	f.Severity, f.SeverityWhy = breach.MediumSeverity, "Un solo destinatario noto."
	f.Preventions, f.Prevention = breach.NewProcess, "Doppio controllo degli indirizzi."
	f.Abroad = breach.Abroad{Union: gdpr.No, Third: gdpr.No, Authorities: gdpr.No, Bodies: gdpr.No, Police: gdpr.No, CrossBorder: gdpr.No}
	n.Contact = breach.Contact{Name: "Bianca Neri", Role: "RPD", Email: "rpd@comune.example"}
	n.Records.Number = 180
	return n
}

// TestFilled: a notification drawn from an entry of the register and completed is
// valid, and so are a preliminary one with what is still open, a supplement and a
// withdrawal.
func TestFilled(t *testing.T) {
	n := filled(breach.Complete)
	require.Empty(t, n.CheckForm())
	require.NoError(t, validate(t, n))

	n = filled(breach.Preliminary)
	f := &n.Form
	f.Period, f.Leak, f.Legible, f.Cause, f.Incident = breach.Period{When: breach.WhenNotYet}, breach.LeakNotYet, breach.LegibleNotYet, breach.CauseNotYet, breach.IncidentNotYet
	f.SubjectCount, n.Subjects.Number, n.Records.Number = breach.CountNotYet, 0, 0
	f.Level, f.Severity, f.Impacts, f.Exposure = breach.Undetermined, breach.SeverityOpen, breach.ImpactOpen, breach.ExposureOpen
	f.Telling = breach.TellingReport{State: breach.ToldUnsure}
	require.NoError(t, validate(t, n))

	n = filled(breach.Supplement)
	n.Reference, n.Form.Completes = "12345", gdpr.Yes
	require.NoError(t, validate(t, n))
	n.Phase, n.Withdrawn = breach.Withdrawal, "Erano dati di prova."
	require.NoError(t, validate(t, n))

	n = filled(breach.Complete)
	n.Form.Parties = []breach.Party{{Name: "Mensa Sana S.r.l.", Contact: "info@mensa.example", Role: breach.ProcessorParty}}
	n.Form.Telling = breach.TellingReport{State: breach.ToldExempt, Exemption: breach.Effort, Why: "Gli indirizzi non sono noti."}
	require.NoError(t, validate(t, n))
}

// TestLacking: what CheckForm finds missing, the schema refuses as well.
func TestLacking(t *testing.T) {
	for field, without := range map[string]func(*breach.Notification){
		"field_12": func(n *breach.Notification) { n.Form.Controller.Name = "" },
		"field_21": func(n *breach.Notification) { n.Form.Reporter.Name = "" },
		"field_50": func(n *breach.Notification) { n.Form.Discovery = breach.Discovery{} },
		"field_61": func(n *breach.Notification) { n.Form.Cause = 0 },
		"field_70": func(n *breach.Notification) { n.Form.Data = 0 },
		"field_79": func(n *breach.Notification) { n.Form.Exposure = 0 },
		"field_85": func(n *breach.Notification) { n.Form.Impacts = 0 },
		"field_87": func(n *breach.Notification) { n.Form.Severity = 0 },
		"field_97": func(n *breach.Notification) { n.Form.Telling = breach.TellingReport{} },
	} {
		n := filled(breach.Complete)
		without(&n)
		require.NotEmpty(t, n.CheckForm(), field)
		err := validate(t, n)
		require.Error(t, err, field)
		require.True(t, strings.Contains(err.Error(), field), "%s: %v", field, err)
	}
}
