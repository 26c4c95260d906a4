package breach

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Notification.CheckForm].
const (
	CodeFormReporter      gdpr.Code = "breach.form.reporter"       // warning: who notifies, with a contact, isn't given
	CodeFormFunction      gdpr.Code = "breach.form.function"       // warning: the notifier's function isn't given
	CodeFormController    gdpr.Code = "breach.form.controller"     // warning: the controller's name is missing
	CodeFormTaxCode       gdpr.Code = "breach.form.tax-code"       // warning: the controller's tax code is missing
	CodeFormAddress       gdpr.Code = "breach.form.address"        // warning: the controller's address is missing
	CodeFormMail          gdpr.Code = "breach.form.mail"           // warning: the controller's certified and plain e-mail are missing: the authority sends the file number there
	CodeFormOfficer       gdpr.Code = "breach.form.officer"        // warning: whether a data protection officer is designated isn't given
	CodeFormProtocol      gdpr.Code = "breach.form.protocol"       // warning: the protocol number of the officer's communication is missing
	CodeFormInvolved      gdpr.Code = "breach.form.involved"       // warning: whether others are involved isn't given
	CodeFormParties       gdpr.Code = "breach.form.parties"        // warning: names or parts of the others involved are missing
	CodeFormPeriod        gdpr.Code = "breach.form.period"         // warning: when the breach happened, or whether it goes on, isn't given
	CodeFormAware         gdpr.Code = "breach.form.aware"          // warning: when the controller became aware isn't given
	CodeFormDiscovery     gdpr.Code = "breach.form.discovery"      // warning: how the controller came to know isn't given
	CodeFormNature        gdpr.Code = "breach.form.nature"         // warning: the nature of the breach is missing
	CodeFormCause         gdpr.Code = "breach.form.cause"          // warning: the cause of the breach is missing
	CodeFormData          gdpr.Code = "breach.form.data"           // warning: the kinds of data are missing
	CodeFormPersons       gdpr.Code = "breach.form.persons"        // warning: the kinds of persons are missing
	CodeFormAccount       gdpr.Code = "breach.form.account"        // warning: the account of the security incident is missing
	CodeFormContent       gdpr.Code = "breach.form.content"        // warning: the data aren't described
	CodeFormSystems       gdpr.Code = "breach.form.systems"        // warning: the systems involved, and where they are, are missing
	CodeFormSafeguards    gdpr.Code = "breach.form.safeguards"     // warning: the measures in place are missing
	CodeFormExposure      gdpr.Code = "breach.form.exposure"       // warning: the consequences of the loss of confidentiality are missing
	CodeFormCorruption    gdpr.Code = "breach.form.corruption"     // warning: the consequences of the loss of integrity are missing
	CodeFormDisruption    gdpr.Code = "breach.form.disruption"     // warning: the consequences of the loss of availability are missing
	CodeFormImpacts       gdpr.Code = "breach.form.impacts"        // warning: the possible effects on the persons are missing
	CodeFormSeverity      gdpr.Code = "breach.form.severity"       // warning: the severity is missing
	CodeFormSeverityWhy   gdpr.Code = "breach.form.severity-why"   // warning: the reasons of the severity are missing
	CodeFormPrevention    gdpr.Code = "breach.form.prevention"     // warning: the measures to prevent a repetition are missing
	CodeFormTelling       gdpr.Code = "breach.form.telling"        // warning: whether the persons are told isn't given
	CodeFormTellingDetail gdpr.Code = "breach.form.telling-detail" // warning: of the communication to the persons the day, reasons, number or text are missing
	CodeFormAbroad        gdpr.Code = "breach.form.abroad"         // warning: whether persons of other countries are concerned isn't given
	CodeFormAuthorities   gdpr.Code = "breach.form.authorities"    // warning: whether other authorities, other bodies or the police were told isn't given
)

var (
	formReporter      = find.Warning(CodeFormReporter, "Garante 209/2021")
	formFunction      = find.Warning(CodeFormFunction, "Garante 209/2021")
	formController    = find.Warning(CodeFormController, "Garante 209/2021")
	formTaxCode       = find.Warning(CodeFormTaxCode, "Garante 209/2021")
	formAddress       = find.Warning(CodeFormAddress, "Garante 209/2021")
	formMail          = find.Warning(CodeFormMail, "Garante 209/2021")
	formOfficer       = find.Warning(CodeFormOfficer, "Garante 209/2021")
	formProtocol      = find.Warning(CodeFormProtocol, "Garante 209/2021")
	formInvolved      = find.Warning(CodeFormInvolved, "Garante 209/2021")
	formParties       = find.Warning(CodeFormParties, "Garante 209/2021")
	formPeriod        = find.Warning(CodeFormPeriod, "Garante 209/2021")
	formAware         = find.Warning(CodeFormAware, "Garante 209/2021")
	formDiscovery     = find.Warning(CodeFormDiscovery, "Garante 209/2021")
	formNature        = find.Warning(CodeFormNature, "Garante 209/2021")
	formCause         = find.Warning(CodeFormCause, "Garante 209/2021")
	formData          = find.Warning(CodeFormData, "Garante 209/2021")
	formPersons       = find.Warning(CodeFormPersons, "Garante 209/2021")
	formAccount       = find.Warning(CodeFormAccount, "Garante 209/2021")
	formContent       = find.Warning(CodeFormContent, "Garante 209/2021")
	formSystems       = find.Warning(CodeFormSystems, "Garante 209/2021")
	formSafeguards    = find.Warning(CodeFormSafeguards, "Garante 209/2021")
	formExposure      = find.Warning(CodeFormExposure, "Garante 209/2021")
	formCorruption    = find.Warning(CodeFormCorruption, "Garante 209/2021")
	formDisruption    = find.Warning(CodeFormDisruption, "Garante 209/2021")
	formImpacts       = find.Warning(CodeFormImpacts, "Garante 209/2021")
	formSeverity      = find.Warning(CodeFormSeverity, "Garante 209/2021")
	formSeverityWhy   = find.Warning(CodeFormSeverityWhy, "Garante 209/2021")
	formPrevention    = find.Warning(CodeFormPrevention, "Garante 209/2021")
	formTelling       = find.Warning(CodeFormTelling, "Garante 209/2021")
	formTellingDetail = find.Warning(CodeFormTellingDetail, "Garante 209/2021")
	formAbroad        = find.Warning(CodeFormAbroad, "Garante 209/2021")
	formAuthorities   = find.Warning(CodeFormAuthorities, "Garante 209/2021")
)

// CheckForm tells which required fields of the authority's form are empty. Those
// that describe the breach in detail are required of a complete notification, and
// may wait in a preliminary one; a supplement and a withdrawal refer to an earlier
// one, and have none. The fields are those of the Garante's form, so far as its
// sources could be read: see [Form]. What the law itself asks is told by
// [Notification.Check].
//
// Law: GDPR 33(3); GDPR 33(4); Garante 157/2019; Garante 209/2021.
func (n Notification) CheckForm() gdpr.Findings {
	c := find.In(gdpr.Template)
	if n.Phase == Supplement || n.Phase == Withdrawal {
		return nil
	}
	for _, field := range n.required() {
		if field.empty && (!field.whole || n.Phase != Preliminary) {
			c.Add(field.row, field.where)
		}
	}
	return c.Findings()
}

// requirement is a field of the form: whether it is empty, and whether a whole
// notification alone needs it.
type requirement struct {
	empty, whole bool
	row          find.Row
	where        string
}

func (n Notification) required() []requirement {
	return append(n.requiredFirst(), n.requiredWhole()...)
}

// requiredFirst are the fields that every first notification has.
func (n Notification) requiredFirst() []requirement {
	f := n.Form
	return []requirement{
		{blank(f.Reporter.Name) || blank(f.Reporter.Email) && blank(f.Reporter.Phone), false, formReporter, "form.reporter"},
		{f.Reporter.Function == 0 && blank(f.Reporter.Role), false, formFunction, "form.reporter.function"},
		{blank(f.Controller.Name), false, formController, "form.controller.name"},
		{blank(f.Controller.TaxCode), false, formTaxCode, "form.controller.tax_code"},
		{blank(f.Controller.Address), false, formAddress, "form.controller.address"},
		{blank(f.Controller.PEC) && blank(f.Controller.Email), false, formMail, "form.controller.pec"},
		{f.Designated == gdpr.Unknown, false, formOfficer, "form.designated"},
		{f.Designated == gdpr.Yes && blank(f.Protocol), false, formProtocol, "form.protocol"},
		{f.Involved == gdpr.Unknown && len(f.Parties) == 0, false, formInvolved, "form.involved"},
		{f.Involved == gdpr.Yes && !namedParties(f.Parties), false, formParties, "form.parties"},
		{!f.Period.whole(), false, formPeriod, "form.period"},
		{f.Aware.IsZero(), false, formAware, "form.aware"},
		{f.Discovery.By == 0 && blank(f.Discovery.Text), false, formDiscovery, "form.discovery"},
		{n.Acts == 0, false, formNature, "acts"},
		{f.Cause == 0, false, formCause, "form.cause"},
		{f.Data == 0, false, formData, "form.data"},
		{f.Persons == 0, false, formPersons, "form.persons"},
		{f.Telling.State == 0, false, formTelling, "form.telling"},
		{!f.Telling.whole(), false, formTellingDetail, "form.telling"},
	}
}

// requiredWhole are the fields that describe the breach in detail.
func (n Notification) requiredWhole() []requirement {
	f := n.Form
	k := n.Acts.Kinds()
	return []requirement{
		{blank(f.Account), true, formAccount, "form.account"},
		{blank(f.Content), true, formContent, "form.content"},
		{blank(f.Systems), true, formSystems, "form.systems"},
		{f.Safeguards == 0 && blank(f.SafeguardsText), true, formSafeguards, "form.safeguards"},
		{k&Confidentiality != 0 && f.Exposure == 0, true, formExposure, "form.exposure"},
		{k&Integrity != 0 && f.Corruption == 0, true, formCorruption, "form.corruption"},
		{k&Availability != 0 && f.Disruption == 0, true, formDisruption, "form.disruption"},
		{f.Impacts == 0, true, formImpacts, "form.impacts"},
		{f.Severity == 0, true, formSeverity, "form.severity"},
		{f.Severity != 0 && f.Severity != SeverityOpen && blank(f.SeverityWhy), true, formSeverityWhy, "form.severity_why"},
		{f.Preventions == 0 && blank(f.Prevention), true, formPrevention, "form.prevention"},
		{f.Abroad.Union == gdpr.Unknown && len(f.Abroad.Countries) == 0 || f.Abroad.Third == gdpr.Unknown && len(f.Abroad.Thirds) == 0, true, formAbroad, "form.abroad"},
		{f.Abroad.Authorities == gdpr.Unknown || f.Abroad.Bodies == gdpr.Unknown || f.Abroad.Police == gdpr.Unknown, true, formAuthorities, "form.abroad.authorities"},
	}
}

// whole reports whether the period says when the breach happened.
func (p Period) whole() bool {
	switch p.When {
	case OnDay, StillGoingOn:
		return !p.From.IsZero()
	case FromTo:
		return !p.From.IsZero() && !p.To.Before(p.From)
	case NeverKnown, WhenNotYet:
		return true
	}
	return false
}

func namedParties(parties []Party) bool {
	for _, p := range parties {
		if blank(p.Name) || p.Role == 0 {
			return false
		}
	}
	return len(parties) > 0
}

// whole reports whether the report says what its state calls for.
func (t TellingReport) whole() bool {
	switch t.State {
	case Told:
		return t.On != 0 && t.Informed > 0 && !blank(t.Text)
	case ToldOn:
		return t.Planned != 0
	case NotHigh:
		return !blank(t.Why)
	case ToldExempt:
		return t.Exemption != 0 && !blank(t.Why)
	}
	return true
}
