package roles

import (
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/find"
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

	// ByLaw is the law that says who answers for what, if one does: then no
	// agreement is needed.
	ByLaw gdpr.Provision `json:"by_law,omitempty"`

	Rights  string `json:"rights,omitempty"`  // who answers data subjects' requests
	Notices string `json:"notices,omitempty"` // who gives the notices of arts. 13 and 14
	Duties  string `json:"duties,omitempty"`  // who sees to the rest: security, breaches, processors
	Contact string `json:"contact,omitempty"` // contact point for people; optional

	Essence     date.Date   `json:"essence,omitzero"` // day from which its essence is at people's disposal
	AgainstEach gdpr.Answer `json:"against_each"`     // people may turn to any of the controllers
}

// The findings on an [Arrangement].
const (
	CodeArrangementPartners    gdpr.Code = "roles.arrangement.partners"     // violation: the arrangement doesn't name the other controllers
	CodeArrangementPurpose     gdpr.Code = "roles.arrangement.purpose"      // violation: the arrangement doesn't say what is decided together
	CodeArrangementDate        gdpr.Code = "roles.arrangement.date"         // warning: the arrangement has no date
	CodeArrangementRights      gdpr.Code = "roles.arrangement.rights"       // violation: the arrangement doesn't say who answers data subjects' requests
	CodeArrangementNotices     gdpr.Code = "roles.arrangement.notices"      // violation: the arrangement doesn't say who gives the notices
	CodeArrangementDuties      gdpr.Code = "roles.arrangement.duties"       // violation: the arrangement doesn't share out the other duties
	CodeArrangementContact     gdpr.Code = "roles.arrangement.contact"      // advice: the arrangement names no contact point for people
	CodeArrangementEssence     gdpr.Code = "roles.arrangement.essence"      // violation: the essence of the arrangement isn't at people's disposal
	CodeArrangementAgainstEach gdpr.Code = "roles.arrangement.against-each" // violation: people aren't known to be able to turn to each of the controllers
)

// Check tells what the agreement lacks. Only the contact point is optional, and
// so advice. A date isn't asked by law, but shows that the agreement was there: a
// warning. Where a law shares out the duties, the agreement needs nothing of it.
//
// The error is a [*gdpr.InputError]: an end before the date ([gdpr.FaultOrder]),
// a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: Regolamento 4(4); GDPR 26(1); GDPR 26(2); GDPR 26(3).
func (a Arrangement) Check() (gdpr.Findings, error) {
	if err := span(a.Date, a.Until); err != nil {
		return nil, err
	}
	c := find.In(gdpr.Template)
	a.check(place{list: "", i: -1}, c)
	return c.Findings(), nil
}

// The rows of an arrangement.
var (
	arrangementPartners    = find.Violation(CodeArrangementPartners, "GDPR 26(1)", "Regolamento 4(4)")
	arrangementPurpose     = find.Violation(CodeArrangementPurpose, "GDPR 26(1)", "Regolamento 4(4)")
	arrangementDate        = find.Warning(CodeArrangementDate, "GDPR 5(2)")
	arrangementRights      = find.Violation(CodeArrangementRights, "GDPR 26(1)", "Regolamento 4(4)")
	arrangementNotices     = find.Violation(CodeArrangementNotices, "GDPR 26(1)", "Regolamento 4(4)")
	arrangementDuties      = find.Violation(CodeArrangementDuties, "GDPR 26(1)", "Regolamento 4(4)")
	arrangementContact     = find.Advice(CodeArrangementContact, "GDPR 26(1)")
	arrangementEssence     = find.Violation(CodeArrangementEssence, "GDPR 26(2)")
	arrangementAgainstEach = find.Violation(CodeArrangementAgainstEach, "GDPR 26(3)")
)

func (a *Arrangement) check(p place, c *find.Collector) {
	add := func(bad bool, row *find.Row, field string) {
		if bad {
			c.Add(*row, p.at(field))
		}
	}
	law := a.ByLaw == "" // which otherwise says who answers for what
	add(blanks(a.Partners), &arrangementPartners, "partners")
	add(blank(a.Purpose), &arrangementPurpose, "purpose")
	add(law && a.Date == 0, &arrangementDate, "date")
	add(law && blank(a.Rights), &arrangementRights, "rights")
	add(law && blank(a.Notices), &arrangementNotices, "notices")
	add(law && blank(a.Duties), &arrangementDuties, "duties")
	add(law && blank(a.Contact), &arrangementContact, "contact")
	add(law && a.Essence == 0, &arrangementEssence, "essence")
	if a.AgainstEach != gdpr.Yes {
		c.Unless(a.AgainstEach, arrangementAgainstEach, p.at("against_each"))
	}
}

// EssenceText writes the essence of the arrangement as people are to find it,
// beside or in the notice: who decides together and what for, who answers their
// requests, who informs them, whom they can ask, and that they may turn to each of
// the controllers all the same. It is in the language that [gdpr.Match] picks for
// tag; what the arrangement doesn't say has a [Blank]. The names are as they are
// given, the controller's own among them.
//
// Law: GDPR 26(2); GDPR 26(3); GDPR 13(1)(a).
func (a Arrangement) EssenceText(controller string, tag language.Tag) string {
	names := givenList(append([]string{given(controller)}, a.Partners...))
	text := catalog.Text(tag, "roles.essence", names, given(a.Purpose), clause(a.Rights), clause(a.Notices))
	if !blank(a.Contact) {
		text += " " + catalog.Text(tag, "roles.essence.contact", clause(a.Contact))
	}
	return text + " " + catalog.Text(tag, "roles.essence.each")
}
