package security

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Tool is a system or device that can also be used to watch the staff at work
// from afar: cameras, tracking of vehicles, logs of e-mail or of the network. The
// zero value is one of which nothing is known.
//
// Law: GDPR 88(1); L. 300/1970 4(1); L. 300/1970 4(2); L. 300/1970 4(3); Codice 114.
type Tool struct {
	Name     string      `json:"name"`
	Control  gdpr.Answer `json:"control"`             // could the work of staff be watched by it from afar, even if nobody does?
	WorkTool gdpr.Answer `json:"work_tool"`           // do workers use it to do their work, or does it record entries and attendance alone?
	Need     gdpr.Answer `json:"need"`                // is it needed for organisation or production, for safety at work, or to protect property?
	Used     date.Date   `json:"used,omitzero"`       // first day of use
	Agreed   date.Date   `json:"agreed,omitzero"`     // day of the agreement with the unions
	Allowed  date.Date   `json:"allowed,omitzero"`    // day of the Labour Inspectorate's leave, where there is no agreement
	Informed gdpr.Answer `json:"informed"`            // were workers told how it is used, and how checks are made?
	MailDays int         `json:"mail_days,omitempty"` // for the metadata of e-mail: how many days they are kept
}

// The findings of [Tool.Check].
const (
	CodeRemotePurpose   gdpr.Code = "security.remote.purpose"   // violation: …: the tool allows remote control of workers, and no need of organisation or production, of safety at work or to protect property is given
	CodeRemoteAgreement gdpr.Code = "security.remote.agreement" // violation: …: the agreement with the unions, or else the Inspectorate's leave, is missing
	CodeRemoteLate      gdpr.Code = "security.remote.late"      // violation: …: the agreement or leave came after the installation
	CodeRemoteInformed  gdpr.Code = "security.remote.informed"  // violation: …: the workers aren't known to have been told how the tool is used and checks are made, and the data can't be used in employment
	CodeRemoteMetadata  gdpr.Code = "security.remote.metadata"  // warning: …: e-mail metadata are kept for … days, beyond the 21 that the Garante points to: the need must be shown
)

var (
	remotePurpose   = find.Violation(CodeRemotePurpose, "L. 300/1970 4(1)", "Codice 114")
	remoteAgreement = find.Violation(CodeRemoteAgreement, "L. 300/1970 4(1)", "Codice 114")
	remoteLate      = find.Violation(CodeRemoteLate, "L. 300/1970 4(1)", "Codice 114")
	remoteInformed  = find.Violation(CodeRemoteInformed, "L. 300/1970 4(3)", "Codice 114")
	remoteMetadata  = find.Warning(CodeRemoteMetadata, "Garante 364/2024")
)

// mailDays is how long the Garante finds that metadata of e-mail are kept at
// most without more: an orientation, not a term of law.
const mailDays = 21

// Check tells what a tool lacks that could be used to watch workers from afar: a
// need of one of the kinds that the law allows, and, before it is used, an
// agreement with the unions or else the Labour Inspectorate's leave. Tools of
// work, and what records entries and attendance, need neither. In every case the
// data can be used in employment only if workers were told. Metadata of e-mail
// beyond 21 days are a warning: the need must be shown, and a general keeping
// calls for the agreement.
//
// It is Italian law: under [gdpr.UnionLaw] there are no findings. A breach of the
// agreement's rule is a crime (Codice 171). The article was read in verbatim
// quotations that agree, the Garante's decision in two summaries. What is
// [gdpr.Unknown] is a warning; a tool by which nobody could be watched needs
// nothing.
//
// The error is a [*gdpr.InputError]: negative days ([gdpr.FaultRange]).
//
// Law: L. 300/1970 4(1); L. 300/1970 4(2); L. 300/1970 4(3); Codice 114; Codice 171; Garante 364/2024.
func (t Tool) Check(r gdpr.Regime) (gdpr.Findings, error) {
	if t.MailDays < 0 {
		return nil, &gdpr.InputError{Field: "mail_days", Value: strconv.Itoa(t.MailDays), Fault: gdpr.FaultRange, Other: "0-"}
	}
	fs := find.In(r)
	if t.Control == gdpr.No || !r.Has(gdpr.ItalianLaw) {
		return nil, nil
	}
	if t.WorkTool != gdpr.Yes {
		t.agreement(fs)
	}
	fs.Unless(t.Informed, t.doubt(remoteInformed), "informed", t.Name)
	if t.MailDays > mailDays {
		fs.Add(remoteMetadata, "mail_days", t.Name, t.MailDays)
	}
	return fs.Findings(), nil
}

// agreement adds what a tool that isn't one of work lacks.
func (t Tool) agreement(fs *find.Collector) {
	weigh := func(row find.Row) find.Row {
		if t.WorkTool == gdpr.Unknown {
			row = row.As(gdpr.Warning)
		}
		return t.doubt(row)
	}
	fs.Unless(t.Need, weigh(remotePurpose), "need", t.Name)
	from := t.Agreed
	if from == 0 || t.Allowed != 0 && t.Allowed < from {
		from = t.Allowed
	}
	switch {
	case from == 0:
		fs.Add(weigh(remoteAgreement), "agreed", t.Name)
	case t.Used != 0 && t.Used < from:
		fs.Add(weigh(remoteLate), "used", t.Name)
	}
}

// doubt returns the row, as a warning if it isn't known whether anybody could be
// watched.
func (t Tool) doubt(row find.Row) find.Row {
	if t.Control == gdpr.Unknown {
		return row.As(gdpr.Warning)
	}
	return row
}
