package breach

import (
	"reflect"
	"slices"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Form is what the form of the authority asks of a notification beside the
// elements that the law names: see [Notification.CheckForm]. It has the fields of
// the Garante's form (decision 157/2019; online since decision 209/2021) and of the
// common template that the EDPB put to consultation on 10 June 2026: see
// [Notification.EDPB]. Of the Garante's form not every label could be read in the
// original; the fields here follow the model of 2019, and the online one may name
// and order them otherwise.
//
// No field takes the data that were breached: no names of the persons concerned.
// The zero value is an empty form.
//
// Law: GDPR 33(3); GDPR 33(4); D.Lgs. 51/2018 26; Garante 157/2019; Garante 209/2021.
type Form struct {
	Law        Law          `json:"law,omitempty"`
	Own        string       `json:"own,omitempty"`      // the body's own reference
	Completes  gdpr.Answer  `json:"completes,omitzero"` // does this supplement complete the notification?
	Reporter   Reporter     `json:"reporter,omitzero"`
	Controller Organisation `json:"controller,omitzero"`
	// Designated: does the body have a data protection officer?
	Designated gdpr.Answer `json:"designated,omitzero"`
	Officer    Contact     `json:"officer,omitzero"`
	Protocol   string      `json:"protocol,omitempty"` // of the communication of the officer to the Garante
	// Involved: are others involved: joint controllers, processors?
	Involved gdpr.Answer `json:"involved,omitzero"`
	Parties  []Party     `json:"parties,omitempty"`

	Period    Period    `json:"period,omitzero"`
	Aware     time.Time `json:"aware,omitzero"` // when the controller became aware
	Discovery Discovery `json:"discovery,omitzero"`

	Incident Incident `json:"incident,omitempty"`
	Cause    Cause    `json:"cause,omitempty"`
	Account  string   `json:"account,omitempty"` // the security incident in detail: what was exploited, how
	Systems  string   `json:"systems,omitempty"` // the systems involved, and where they are

	Leak      Leak      `json:"leak,omitempty"`      // loss of confidentiality: what happened
	Legible   Legible   `json:"legible,omitempty"`   // and could the data be understood
	Tampering Tampering `json:"tampering,omitempty"` // loss of integrity
	Outage    Outage    `json:"outage,omitempty"`    // loss of availability

	Persons      PersonKinds `json:"persons,omitzero"`
	SubjectCount Count       `json:"subject_count,omitempty"` // how their number is known
	Data         DataKinds   `json:"data,omitzero"`
	Content      string      `json:"content,omitempty"` // the data in words
	RecordCount  Count       `json:"record_count,omitempty"`

	Safeguards     Safeguards `json:"safeguards,omitzero"` // in place when it happened
	SafeguardsText string     `json:"safeguards_text,omitempty"`

	Exposure    Exposure    `json:"exposure,omitzero"` // consequences of a loss of confidentiality
	Corruption  Corruption  `json:"corruption,omitzero"`
	Disruption  Disruption  `json:"disruption,omitzero"`
	Impacts     Impacts     `json:"impacts,omitzero"` // on the persons (GDPR, recital 85)
	OtherImpact string      `json:"other_impact,omitempty"`
	Severity    Severity    `json:"severity,omitempty"`
	SeverityWhy string      `json:"severity_why,omitempty"`
	Level       Level       `json:"level,omitzero"`
	LevelWhy    string      `json:"level_why,omitempty"`  // method and factors
	Preventions Preventions `json:"preventions,omitzero"` // measures against a repetition
	Prevention  string      `json:"prevention,omitempty"`

	Telling TellingReport `json:"telling,omitzero"`
	Abroad  Abroad        `json:"abroad,omitzero"`
}

// Reporter is the person who notifies for the controller.
//
// Law: Garante 209/2021.
type Reporter struct {
	Name     string   `json:"name,omitempty"`
	Email    string   `json:"email,omitempty"`
	Phone    string   `json:"phone,omitempty"`
	Function Function `json:"function,omitempty"`
	Role     string   `json:"role,omitempty"` // in words
}

// Function is in what function someone notifies. The zero value is not given.
//
// Law: Garante 209/2021.
type Function uint8

// The functions.
//
//words:label breach.function
const (
	OfficerFunction Function = iota + 1 // officer: the data protection officer
	LegalFunction                       // legal_representative
	OtherFunction                       // other: who is authorised by the controller, or another
)

// Organisation is a controller, as an authority has it in its files.
//
// Law: GDPR 4(7); Garante 209/2021.
type Organisation struct {
	Name    string `json:"name,omitempty"`
	TaxCode string `json:"tax_code,omitempty"`
	Address string `json:"address,omitempty"` // country, province, town, postal code, street
	Phone   string `json:"phone,omitempty"`
	Email   string `json:"email,omitempty"`
	PEC     string `json:"pec,omitempty"`
}

// Party is another body that is involved.
//
// Law: GDPR 26(1); GDPR 28(1).
type Party struct {
	Name    string    `json:"name,omitempty"`
	TaxCode string    `json:"tax_code,omitempty"`
	Contact string    `json:"contact,omitempty"`
	Role    PartyRole `json:"role,omitempty"`
}

// PartyRole is the part of another body. The zero value is not given.
//
// Law: GDPR 4(8); GDPR 26(1); GDPR 27(1).
type PartyRole uint8

// The parts of others.
//
//words:label breach.party
const (
	ProcessorParty      PartyRole = iota + 1 // processor
	JointParty                               // joint_controller
	SubprocessorParty                        // subprocessor
	RepresentativeParty                      // representative: of a controller outside the Union
	OtherParty                               // other
)

// Period is when the breach happened.
//
// Law: GDPR 33(5); Garante 209/2021.
type Period struct {
	When      Occurrence `json:"when,omitempty"`
	From      time.Time  `json:"from,omitzero"`
	To        time.Time  `json:"to,omitzero"`
	Estimated bool       `json:"estimated,omitempty"`
	Note      string     `json:"note,omitempty"`
}

// Occurrence is how the time of a breach is known. The zero value is not given.
//
// Law: Garante 209/2021.
type Occurrence uint8

// The ways in which it is known, in the order of the EDPB's template.
//
//words:label breach.occurrence
const (
	OnDay        Occurrence = iota + 1 // on
	FromTo                             // from_to
	StillGoingOn                       // ongoing
	NeverKnown                         // undeterminable
	WhenNotYet                         // to_be_determined
)

// Discovery is how the controller came to know.
//
// Law: GDPR 33(1); GDPR 33(2); Garante 209/2021.
type Discovery struct {
	By   Discoverer `json:"by,omitempty"`
	Text string     `json:"text,omitempty"`
	Told date.Date  `json:"told,omitzero"` // the day of another's notice
}

// Discoverer is from whom the controller knows. The zero value is not given.
//
// Law: GDPR 33(2); Garante 209/2021.
type Discoverer uint8

// From whom, in the order of the EDPB's template.
//
//words:label breach.discoverer
const (
	ByController Discoverer = iota + 1 // controller
	ByProcessor                        // processor
	ByPerson                           // person: someone concerned
	ByThird                            // third_party
	ByPress                            // press
	ByOther                            // other
)

// TellingReport is what the form says of the communication to the persons.
//
// Law: GDPR 34(1); GDPR 34(3); Garante 209/2021.
type TellingReport struct {
	State     TellingState `json:"state,omitempty"`
	On        date.Date    `json:"on,omitzero"`      // the day on which they were told
	Planned   date.Date    `json:"planned,omitzero"` // the day for which it is planned
	Exemption Exemption    `json:"exemption,omitempty"`
	Why       string       `json:"why,omitempty"` // the reasons of a no
	Informed  int          `json:"informed,omitempty"`
	All       gdpr.Answer  `json:"all,omitzero"` // were all of them told?
	NotAll    string       `json:"not_all,omitempty"`
	Means     TellingMeans `json:"means,omitempty"`
	MeansText string       `json:"means_text,omitempty"` // by letter, by e-mail
	Text      string       `json:"text,omitempty"`       // of the communication
}

// TellingState is how the communication stands. The zero value is not given.
//
// Law: GDPR 34(1); GDPR 34(3).
type TellingState uint8

// The states, in the order of the EDPB's template.
//
//words:label breach.telling
const (
	Told       TellingState = iota + 1 // told
	ToldOn                             // planned: on a day that is set
	ToldLater                          // day_to_be_set
	ToldUnsure                         // under_assessment
	NotHigh                            // not_high: no high risk
	ToldExempt                         // exempt: by GDPR 34(3)
)

// Exemption is a ground on which the persons aren't told each. The zero value is
// none.
//
// Law: GDPR 34(3)(a); GDPR 34(3)(b); GDPR 34(3)(c).
type Exemption uint8

// The grounds, in the order of the law.
//
//words:label breach.exemption
const (
	Protected Exemption = iota + 1 // protected: measures beforehand made the data unintelligible
	Prevented                      // mitigated: measures afterwards
	Effort                         // disproportionate: a public communication instead
)

// TellingMeans is by what means the persons are told. The zero value is not given.
//
// Law: GDPR 34(1); GDPR 34(3)(c).
type TellingMeans uint8

// The means.
//
//words:label breach.means
const (
	EachPerson   TellingMeans = iota + 1 // each_person
	PublicNotice                         // public_notice
	OtherMeans                           // other
)

// Abroad is what the form asks of other countries, authorities and bodies. A list
// without its answer counts as a yes.
//
// Law: GDPR 33(1); GDPR 55(1); GDPR 56(1); Garante 209/2021.
type Abroad struct {
	Union       gdpr.Answer `json:"union,omitzero"` // persons of other countries of the EEA?
	Countries   []string    `json:"countries,omitempty"`
	Third       gdpr.Answer `json:"third,omitzero"` // persons of countries outside the EEA?
	Thirds      []string    `json:"thirds,omitempty"`
	Authorities gdpr.Answer `json:"authorities,omitzero"` // notified to other supervisory authorities?
	Which       string      `json:"which,omitempty"`
	Bodies      gdpr.Answer `json:"bodies,omitzero"` // notified to other bodies by other laws, as to CSIRT?
	WhichBodies string      `json:"which_bodies,omitempty"`
	Police      gdpr.Answer `json:"police,omitzero"`       // reported to the police or a court?
	CrossBorder gdpr.Answer `json:"cross_border,omitzero"` // is the processing a cross-border one (GDPR 4(23))?
}

// IsZero reports whether the form is empty.
func (f Form) IsZero() bool { return reflect.ValueOf(f).IsZero() }

// clone returns the form with lists of its own.
func (f Form) clone() Form {
	f.Parties = slices.Clone(f.Parties)
	f.Abroad.Countries = slices.Clone(f.Abroad.Countries)
	f.Abroad.Thirds = slices.Clone(f.Abroad.Thirds)
	return f
}
