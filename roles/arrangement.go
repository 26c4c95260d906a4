package roles

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Arrangement is the agreement with other controllers that decide with the
// Comune why and how data are processed: services run together, or entrusted by
// a State or regional body.
//
// Law: Regolamento 4(4); GDPR 26(1); GDPR 26(2); GDPR 26(3).
type Arrangement struct {
	Partners []string  `json:"partners,omitempty"` // names of the other controllers
	Purpose  string    `json:"purpose,omitempty"`  // what is decided together
	Number   string    `json:"number,omitempty"`   // as registered
	Date     date.Date `json:"date,omitzero"`
	Until    date.Date `json:"until,omitzero"`
	Signer   string    `json:"signer,omitempty"` // id of the person who signs for the Comune

	Rights  string `json:"rights,omitempty"`  // who answers data subjects' requests
	Notices string `json:"notices,omitempty"` // who gives the notices of arts. 13 and 14
	Duties  string `json:"duties,omitempty"`  // who sees to the rest: security, breaches, processors
	Contact string `json:"contact,omitempty"` // contact point for people; optional

	Essence     date.Date   `json:"essence,omitzero"` // day from which its essence is at people's disposal
	AgainstEach gdpr.Answer `json:"against_each"`     // people may turn to any of the controllers
}

// The findings on an [Arrangement].
const (
	CodeArrangementPartners    gdpr.Code = "roles.arrangement.partners"
	CodeArrangementPurpose     gdpr.Code = "roles.arrangement.purpose"
	CodeArrangementDate        gdpr.Code = "roles.arrangement.date"
	CodeArrangementRights      gdpr.Code = "roles.arrangement.rights"
	CodeArrangementNotices     gdpr.Code = "roles.arrangement.notices"
	CodeArrangementDuties      gdpr.Code = "roles.arrangement.duties"
	CodeArrangementContact     gdpr.Code = "roles.arrangement.contact"
	CodeArrangementEssence     gdpr.Code = "roles.arrangement.essence"
	CodeArrangementAgainstEach gdpr.Code = "roles.arrangement.against-each"
)

// Check tells what the agreement lacks. Only the contact point is optional, and
// so advice.
//
// The error is a [*gdpr.InputError]: an end before the date ([gdpr.FaultOrder]),
// a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: Regolamento 4(4); GDPR 26(1); GDPR 26(2); GDPR 26(3).
func (a Arrangement) Check() (gdpr.Findings, error) {
	if err := span(a.Date, a.Until); err != nil {
		return nil, err
	}
	var fs gdpr.Findings
	a.check(place{list: "", i: -1}, &fs)
	return fs, nil
}

func (a *Arrangement) check(p place, fs *gdpr.Findings) {
	law := []gdpr.Provision{"Regolamento 4(4)", "GDPR 26(1)"}
	for _, e := range [...]struct {
		missing bool
		code    gdpr.Code
		weight  gdpr.Severity
		field   string
		law     []gdpr.Provision
	}{
		{blanks(a.Partners), CodeArrangementPartners, gdpr.Violation, "partners", law},
		{blank(a.Purpose), CodeArrangementPurpose, gdpr.Violation, "purpose", law},
		{a.Date == 0, CodeArrangementDate, gdpr.Violation, "date", law},
		{blank(a.Rights), CodeArrangementRights, gdpr.Violation, "rights", law},
		{blank(a.Notices), CodeArrangementNotices, gdpr.Violation, "notices", law},
		{blank(a.Duties), CodeArrangementDuties, gdpr.Violation, "duties", law},
		{blank(a.Contact), CodeArrangementContact, gdpr.Advice, "contact", law[1:]},
		{a.Essence == 0, CodeArrangementEssence, gdpr.Violation, "essence", []gdpr.Provision{"GDPR 26(2)"}},
	} {
		if e.missing {
			lack(fs, e.code, e.weight, p.at(e.field), e.law)
		}
	}
	if a.AgainstEach != gdpr.Yes {
		lack(fs, CodeArrangementAgainstEach, doubtful(a.AgainstEach), p.at("against_each"), []gdpr.Provision{"GDPR 26(3)"})
	}
}
