package pdnd

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

// What a draft says to mind on a question.
const (
	noteConfirm    gdpr.Code = "pdnd.note.confirm"    // a sign of the register, for a person to confirm
	noteKinds      gdpr.Code = "pdnd.note.kinds"      // identifying or not and minors aren't told by a register
	noteNoValue    gdpr.Code = "pdnd.note.no_value"   // the form has no value for what is on record
	noteNoNorm     gdpr.Code = "pdnd.note.no_norm"    // special or judicial data, and no act that provides for them
	noteRelief     gdpr.Code = "pdnd.note.relief"     // assessed with its law, or with a similar processing's
	noteCriterion  gdpr.Code = "pdnd.note.criterion"  // a criterion, and the form wants a period
	noteProvider   gdpr.Code = "pdnd.note.provider"   // the e-service's provider tells it
	noteOwed       gdpr.Code = "pdnd.note.owed"       // no case of art. 14(5): the notice is due
	noteOral       gdpr.Code = "pdnd.note.oral"       // given by word of mouth: the form has no value
	noteDownloaded gdpr.Code = "pdnd.note.downloaded" // the activity's data are kept, perhaps these aren't
)

// fillers are the questions on which something is known, each with what fills it.
var fillers = [...]struct {
	id   string
	fill func(*matter) Entry
}{
	{"purpose", (*matter).fillPurpose},
	{"institutionalPurpose", (*matter).fillPurposeText},
	{"otherPurpose", (*matter).fillPurposeText},
	{"usesPersonalData", (*matter).fillPersonal},
	{"usesThirdPartyPersonalData", func(m *matter) Entry { return yesNo("access.third_parties", m.Access.ThirdParties) }},
	{"usesThirdPartyConfidentialData", func(m *matter) Entry { return yesNo("access.confidential", m.Access.Confidential) }},
	{"personalDataTypes", (*matter).fillKinds},
	{"otherPersonalDataTypes", func(m *matter) Entry { return text("access.other", m.Access.Other) }},
	{"legalBasis", (*matter).fillBasis},
	{"legalObligationReference", func(m *matter) Entry { return text(m.path+".norm", m.purpose.Norm) }},
	{"legitimateInterestReference", func(m *matter) Entry { return text(m.path+".norm", m.purpose.Norm) }},
	{"legalBasisPublicInterest", (*matter).fillNormKind},
	{"ruleOfLawText", (*matter).fillNorm},
	{"administrativeActText", (*matter).fillNorm},
	{"publicInterestTaskText", (*matter).fillTask},
	{"knowsDataQuantity", (*matter).fillKnown},
	{"dataQuantity", (*matter).fillQuantity},
	{"deliveryMethod", (*matter).fillShape},
	{"policyProvided", (*matter).fillNotice},
	{"reasonPolicyNotProvided", (*matter).fillReason},
	{"policyProvidedMedium", (*matter).fillMedium},
	{"policyProvidedOnlineLink", (*matter).fillLink},
	{"dataProtectionMeasures", func(m *matter) Entry { return text("activity.measures", strings.Join(m.Activity.Measures, "; ")) }},
	{"doneDpia", (*matter).fillAssessed},
	{"confirmedDoneDpia", (*matter).fillConsulted},
	{"dataDownload", (*matter).fillKept},
	{"dataRetentionPeriod", (*matter).fillRetention},
	{"purposePursuit", (*matter).fillPursuit},
	{"isRequestOnBehalfOfThirdParties", (*matter).fillBehalf},
	{"thirdPartiesRequestDataUsage", (*matter).fillThirdParties},
}

func (m *matter) fillPurpose() Entry {
	at := m.path + ".function"
	switch m.purpose.Function {
	case register.ByLaw, register.ByAgreement, register.ByAutonomy:
		return suggested(at, noteConfirm, "INSTITUTIONAL")
	case register.ByContract, register.ByConsent:
		return suggested(at, noteConfirm, "OTHER")
	}
	return asked(at)
}

func (m *matter) fillPurposeText() Entry {
	e := text(m.path+".text", m.purpose.Text)
	if name := strings.TrimSpace(m.Activity.Name); e.State == Filled && name != "" {
		e.Values[0] += " (" + name + ")"
	}
	return e
}

// fillPersonal: an activity of the register has personal data, but an e-service
// may give others for it; its provider's declaration decides.
func (m *matter) fillPersonal() Entry {
	switch {
	case m.Access.PersonalData.Known():
		return yesNo("access.personal_data", m.Access.PersonalData)
	case m.chosen:
		return filled("data", "YES")
	case len(m.Activity.Data) > 0:
		return filled("activity.data", "YES")
	}
	return asked("access.personal_data")
}

func (m *matter) fillKinds() Entry {
	at := "activity.data"
	if m.chosen {
		at = "data"
	}
	var values []string
	open := !m.Access.Minors.Known()
	if m.kinds.Has(register.Ordinary) {
		switch m.Access.Identifying {
		case gdpr.No:
			values = append(values, "WITH_NON_IDENTIFYING_DATA")
		case gdpr.Yes:
			values = append(values, "WITH_IDENTIFYING_DATA")
		default:
			values, open = append(values, "WITH_IDENTIFYING_DATA"), true
		}
	}
	for _, k := range [...]struct {
		has   bool
		value string
	}{
		{m.Access.Minors == gdpr.Yes, "GDPR_ART_8"},
		{m.kinds.Special(), "GDPR_ART_9"},
		{m.kinds.Has(register.Criminal), "GDPR_ART_10"},
		{strings.TrimSpace(m.Access.Other) != "", "OTHER"},
	} {
		if k.has {
			values = append(values, k.value)
		}
	}
	switch {
	case len(values) == 0:
		return asked(at)
	case open:
		return suggested(m.openKinds(), noteKinds, values...)
	}
	return filled(at, values...)
}

// openKinds names the facts on the kinds that nobody has told.
func (m *matter) openKinds() string {
	var open []string
	if m.kinds.Has(register.Ordinary) && !m.Access.Identifying.Known() {
		open = append(open, "access.identifying")
	}
	if !m.Access.Minors.Known() {
		open = append(open, "access.minors")
	}
	return strings.Join(open, " ")
}

// kindQuestions asks for the facts that openKinds names.
func kindQuestions(open string) []gdpr.Question {
	var out []gdpr.Question
	for _, field := range strings.Fields(open) {
		out = append(out, gdpr.Question{Field: field, Code: gdpr.Code("pdnd.ask." + strings.TrimPrefix(field, "access."))})
	}
	return out
}

// basisValues are the platform's values of the legal bases.
var basisValues = [...]string{
	register.Consent: "CONSENT", register.Contract: "CONTRACT", register.LegalObligation: "LEGAL_OBLIGATION",
	register.VitalInterests: "SAFEGUARD", register.PublicTask: "PUBLIC_INTEREST", register.LegitimateInterests: "LEGITIMATE_INTEREST",
}

func basisValue(b register.Basis) string {
	if int(b) < len(basisValues) {
		return basisValues[b]
	}
	return ""
}

func (m *matter) fillBasis() Entry {
	if v := basisValue(m.purpose.Basis); v != "" {
		return filled(m.path+".basis", v)
	}
	return asked(m.path + ".basis")
}

func (m *matter) fillNormKind() Entry {
	at := m.path + ".norm_kind"
	norm := strings.TrimSpace(m.purpose.Norm) != "" || m.sensitive() && strings.TrimSpace(m.Activity.Norm) != ""
	switch m.purpose.NormKind {
	case register.Statute, register.Regulation:
		return filled(at, "RULE_OF_LAW")
	case register.GeneralAct:
		return filled(at, "ADMINISTRATIVE_ACT")
	}
	switch {
	case m.sensitive() && (!norm || m.purpose.NormKind == register.NoAct):
		e := asked(at)
		e.Note = noteNoNorm
		return e
	case m.purpose.NormKind == register.NoAct:
		return filled(at, "PUBLIC_INTEREST_TASK")
	case !norm:
		return suggested(at, noteConfirm, "PUBLIC_INTEREST_TASK")
	}
	if v := actKind(m.purpose.Norm); v != "" {
		return suggested(at, noteConfirm, v)
	}
	return asked(at)
}

// actKind tells by the name of an act which kind it is, "" if the name doesn't
// tell.
func actKind(norm string) string {
	norm = strings.ToLower(strings.TrimSpace(norm))
	for _, name := range [...]string{"l.", "legge", "d.l", "decreto leg", "d.p.r", "regolamento", "reg.", "codice", "costituzione", "art. "} {
		if strings.HasPrefix(norm, name) {
			return "RULE_OF_LAW"
		}
	}
	for _, name := range [...]string{"delibera", "d.g.c", "d.c.c", "d.g.r", "determina", "piano"} {
		if strings.HasPrefix(norm, name) {
			return "ADMINISTRATIVE_ACT"
		}
	}
	return ""
}

func (m *matter) fillNorm() Entry {
	norm, own := strings.TrimSpace(m.purpose.Norm), strings.TrimSpace(m.Activity.Norm)
	switch {
	case !m.sensitive() || own == "" || strings.Contains(norm, own):
		return text(m.path+".norm", norm)
	case strings.Contains(own, norm):
		return text("activity.norm", own)
	}
	return filled(m.path+".norm", norm+"; "+own)
}

func (m *matter) fillTask() Entry {
	if strings.TrimSpace(m.purpose.Text) == "" {
		return asked(m.path + ".text")
	}
	return suggested(m.path+".text", noteConfirm, m.purpose.Text)
}

func (m *matter) fillKnown() Entry {
	if m.Access.Persons > 0 {
		return filled("access.persons", "YES")
	}
	return asked("access.persons")
}

func (m *matter) fillQuantity() Entry {
	n := m.Access.Persons
	switch {
	case n <= 0:
		return asked("access.persons")
	case n <= 100:
		return filled("access.persons", "QUANTITY_0_TO_100")
	case n <= 500:
		return filled("access.persons", "QUANTITY_101_TO_500")
	case n <= 1000:
		return filled("access.persons", "QUANTITY_500_TO_1000")
	case n <= 5000:
		return filled("access.persons", "QUANTITY_1001_TO_5000")
	}
	return filled("access.persons", "QUANTITY_5001_OVER")
}

func (m *matter) fillShape() Entry {
	switch {
	case m.Access.Shape.Valid():
		return filled("access.shape", shapes[m.Access.Shape])
	case m.Activity.Principles.Anonymous == gdpr.No:
		return suggested("activity.principles.anonymous", noteProvider, "CLEARTEXT")
	}
	return asked("access.shape")
}

func (m *matter) fillNotice() Entry {
	informed := m.Activity.Principles.Informed
	switch {
	case informed == gdpr.No:
		return suggested("activity.principles.informed", noteConfirm, "NO")
	case m.Notice != nil:
		return suggested("notice", noteConfirm, "YES")
	case informed == gdpr.Yes:
		return suggested("activity.principles.informed", noteConfirm, "YES")
	}
	return asked("activity.principles.informed")
}

// elsewhere is the exemption for data that come through an e-service, which are
// never from the person.
func (m *matter) elsewhere() informativa.Exempted {
	e := m.Exemption
	e.Elsewhere = gdpr.Yes
	return e.Decide()
}

func (m *matter) fillReason() Entry {
	d := m.elsewhere()
	e := asked("exemption")
	switch d.Outcome {
	case informativa.Exempt:
		var reasons []string
		for r := range d.Reasons() {
			if r, ok := r.Under(m.Regime); ok {
				reasons = append(reasons, r.Text(language.Italian))
			}
		}
		return filled("exemption", strings.Join(reasons, "; "))
	case informativa.Owed:
		e.Note = noteOwed
	}
	return e
}

func (m *matter) fillMedium() Entry {
	switch m.Delivery.Manner {
	case informativa.OnPaper:
		return filled("delivery.manner", "PRINT")
	case informativa.Electronic:
		return filled("delivery.manner", "ONLINE")
	case informativa.Oral:
		e := asked("delivery.manner")
		e.Note = noteOral
		return e
	}
	if m.Notice != nil && address(m.Notice.FullText) != "" {
		return suggested("notice.full_text", noteConfirm, "ONLINE")
	}
	return asked("delivery.manner")
}

func (m *matter) fillLink() Entry {
	if m.Notice == nil || address(m.Notice.FullText) == "" {
		return asked("notice.full_text")
	}
	return suggested("notice.full_text", noteConfirm, m.Notice.FullText)
}

// assessed reports whether an assessment was approved by the day.
func (m *matter) assessed() bool {
	done := m.Activity.DPIA.Done
	if m.Assessment != nil {
		done = m.Assessment.Approval.On
	}
	return done != 0 && done <= m.on
}

// relieved reports whether another assessment is claimed to cover the activity.
func (m *matter) relieved() bool {
	d := &m.Activity.DPIA
	return d.Law != (dpia.LawAssessment{}) || d.Similar != (dpia.Similar{})
}

func (m *matter) fillAssessed() Entry {
	at := "activity.dpia.done"
	if m.Assessment != nil {
		at = "assessment.approval.on"
	}
	if m.assessed() {
		return filled(at, "YES")
	}
	e := filled(at, "NO")
	if m.relieved() {
		e.Note = noteRelief
	}
	return e
}

func (m *matter) fillConsulted() Entry {
	switch {
	case m.Consultation == nil:
		return suggested("consultation", noteConfirm, "NO")
	case m.Consultation.Received != 0 && m.Consultation.Received <= m.on:
		return filled("consultation.received", "YES")
	}
	return filled("consultation.received", "NO")
}

func (m *matter) fillKept() Entry {
	switch {
	case m.Access.Kept.Known():
		return yesNo("access.kept", m.Access.Kept)
	case m.kept() != (register.Retention{}):
		return suggested("activity.retention", noteDownloaded, "YES")
	}
	return asked("access.kept")
}

func (m *matter) fillRetention() Entry {
	r := m.kept()
	if days(r.Period) == 0 {
		e := asked("activity.retention.period")
		if strings.TrimSpace(r.Criterion) != "" {
			e.Note = noteCriterion
		}
		return e
	}
	t := r.Period
	if t.Unit == gdpr.Weeks { // the form has hours, days, months and years
		t.N, t.Unit = t.N*7, gdpr.Days
	}
	value := t.Label(language.Italian)
	if from := strings.TrimSpace(r.From); from != "" {
		value += " (decorrenza: " + from + ")"
	}
	return filled("activity.retention.period", value)
}

func (m *matter) fillPursuit() Entry {
	switch m.Access.Verifying {
	case gdpr.Yes:
		return filled("access.verifying", "MERE_CORRECTNESS")
	case gdpr.No:
		return filled("access.verifying", "NEW_PERSONAL_DATA")
	}
	return asked("access.verifying")
}

func (m *matter) fillBehalf() Entry {
	switch {
	case m.Access.Behalf.Known():
		return yesNo("access.behalf", m.Access.Behalf)
	case m.Service != nil:
		return suggested("service", noteConfirm, "YES")
	}
	return suggested("activity", noteConfirm, "NO")
}

func (m *matter) fillThirdParties() Entry {
	switch m.Access.Administrations {
	case gdpr.Yes:
		return filled("access.administrations", "PA_ONLY")
	case gdpr.No:
		return suggested("access.administrations", noteConfirm, "PA_ALSO")
	}
	return asked("access.administrations")
}
