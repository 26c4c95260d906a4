package security

import (
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Measure is one of the measures that the regulation lists, or that the GDPR
// names besides. The zero value is not given.
//
// Law: Regolamento 30(1); Regolamento 30(2); Regolamento 30(3); Regolamento 31(1); Regolamento 31(2); Regolamento 31(3); Regolamento 31(4); Regolamento 32(1); Regolamento 32(2); Regolamento 32(3); Regolamento 32(4); GDPR 32(1).
type Measure uint8

// The measures, in the order of the regulation; the GDPR's own come last.
const (
	PasswordLength      Measure = iota + 1 // eight characters, or the most that the tool allows
	PasswordChange                         // at first use and every six months
	DisabledCodes                          // codes without role or use are disabled
	AntiIntrusion                          // programs against intrusion
	Antivirus                              // kept up to date, reviewed every six months
	MediaDestruction                       // storage media that aren't used again are destroyed
	Pseudonymisation                       // of the data processed
	Firewall                               // systems that protect the network
	FireProtection                         // against fire
	Backup                                 // copies, and their keeping
	Restore                                // availability restored in time after an incident
	SessionInstructions                    // circulars: no session left open and unwatched
	InstallerStatement                     // what the installer did, in writing

	PaperInstructions // written, on keeping and control of files
	PaperCustody      // sensitive files are watched until they are returned
	ArchiveControl    // entry to sensitive archives is controlled
	AfterHours        // who enters after hours is identified and recorded, or has leave beforehand

	VideoProtection   // against loss, access and other uses
	VideoTransmission // images are protected on their way too
	CameraPlace       // cameras stand only where they are needed
	CameraAngle       // and see only what is needed
	CameraDetail      // without close-ups that aren't needed
	VideoAccess       // levels of access by role, with credentials
	VideoViewing      // later viewing, deletion and copies are limited
	VideoMaintenance  // technicians see images only if they must, in the presence of staff
	VideoNetwork      // networked cameras are protected against intrusion
	VideoNotice       // the notice of art. 24 is ready before filming
	VideoPeriod       // so is the exact period of keeping

	Encryption     // GDPR: where appropriate
	RegularTesting // GDPR: a process to test the measures
)

// group is the part of the list that a measure belongs to.
type group uint8

const (
	electronic group = iota
	paper
	video
)

// measures has the measures by number.
var measures = [...]struct {
	word        string
	code        gdpr.Code // the finding that it is missing
	group       group
	conditional bool // may be excluded with a reason
	law         [2]gdpr.Provision
}{
	{},
	{"password length", "security.missing.password-length", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"password change", "security.missing.password-change", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"disabled codes", "security.missing.disabled-codes", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"anti-intrusion", "security.missing.anti-intrusion", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"antivirus", "security.missing.antivirus", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"media destruction", "security.missing.media-destruction", electronic, true, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(2)"}},
	{"pseudonymisation", "security.missing.pseudonymisation", electronic, true, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(a)"}},
	{"firewall", "security.missing.firewall", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"fire protection", "security.missing.fire-protection", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"backup", "security.missing.backup", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(c)"}},
	{"restore", "security.missing.restore", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(c)"}},
	{"session instructions", "security.missing.session-instructions", electronic, false, [2]gdpr.Provision{"Regolamento 30(2)", "GDPR 32(4)"}},
	{"installer statement", "security.missing.installer-statement", electronic, true, [2]gdpr.Provision{"Regolamento 30(3)"}},
	{"paper instructions", "security.missing.paper-instructions", paper, false, [2]gdpr.Provision{"Regolamento 31(1)", "GDPR 32(4)"}},
	{"paper custody", "security.missing.paper-custody", paper, false, [2]gdpr.Provision{"Regolamento 31(2)", "GDPR 32(2)"}},
	{"archive control", "security.missing.archive-control", paper, false, [2]gdpr.Provision{"Regolamento 31(3)", "GDPR 32(2)"}},
	{"after hours", "security.missing.after-hours", paper, false, [2]gdpr.Provision{"Regolamento 31(4)", "GDPR 32(2)"}},
	{"video protection", "security.missing.video-protection", video, false, [2]gdpr.Provision{"Regolamento 32(1)", "GDPR 32(2)"}},
	{"video transmission", "security.missing.video-transmission", video, true, [2]gdpr.Provision{"Regolamento 32(1)", "GDPR 32(2)"}},
	{"camera place", "security.missing.camera-place", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"camera angle", "security.missing.camera-angle", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"camera detail", "security.missing.camera-detail", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"video access", "security.missing.video-access", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"video viewing", "security.missing.video-viewing", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"video maintenance", "security.missing.video-maintenance", video, false, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(4)"}},
	{"video network", "security.missing.video-network", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"video notice", "security.missing.video-notice", video, false, [2]gdpr.Provision{"Regolamento 32(4)", "GDPR 13"}},
	{"video period", "security.missing.video-period", video, true, [2]gdpr.Provision{"Regolamento 32(4)", "Regolamento 15(2)"}},
	{"encryption", "security.missing.encryption", electronic, true, [2]gdpr.Provision{"GDPR 32(1)(a)"}},
	{"regular testing", "security.missing.regular-testing", electronic, false, [2]gdpr.Provision{"GDPR 32(1)(d)"}},
}

// Measures yields all measures in their order.
//
// Law: Regolamento 30(1); Regolamento 31(1); Regolamento 32(3); GDPR 32(1).
func Measures() iter.Seq[Measure] {
	return func(yield func(Measure) bool) {
		for m := PasswordLength; m <= RegularTesting; m++ {
			if !yield(m) {
				return
			}
		}
	}
}

// String returns the measure's word: "password length".
func (m Measure) String() string {
	if !m.known() {
		return ""
	}
	return measures[m].word
}

// Label returns the measure's name in the language that [gdpr.Match] picks for
// tag.
func (m Measure) Label(tag language.Tag) string { return label(tag, "measure", m.String()) }

// MarshalText returns the measure's word.
func (m Measure) MarshalText() ([]byte, error) { return words().Text(int(m)) }

// UnmarshalText reads the measure's word. An unknown word is a
// [*gdpr.InputError].
func (m *Measure) UnmarshalText(text []byte) error {
	i, err := words().Parse(string(text))
	*m = Measure(i)
	return err
}

// Provisions returns the places in the law that ask for the measure; none for a
// value that isn't a measure.
//
// Law: Regolamento 30(1); Regolamento 31(1); Regolamento 32(3); GDPR 32(1).
func (m Measure) Provisions() []gdpr.Provision {
	if !m.known() {
		return nil
	}
	law := measures[m].law
	if law[1] == "" {
		return slices.Clone(law[:1])
	}
	return slices.Clone(law[:])
}

// Conditional reports whether the measure can be excluded with a reason, because
// the law wants it only where something is so: networked cameras, footage that
// is recorded, media that aren't used again.
//
// Law: Regolamento 30(1); Regolamento 32(1); Regolamento 32(3); GDPR 32(1)(a).
func (m Measure) Conditional() bool { return m.known() && measures[m].conditional }

func (m Measure) known() bool { return m >= PasswordLength && m <= RegularTesting }

// binding reports whether the regulation asks for the measure, and not the GDPR
// alone, which leaves its choice to the risk.
func (m Measure) binding() bool { return m < Encryption }

func words() gdpr.Names {
	names := make(gdpr.Names, len(measures))
	for i := range measures {
		names[i] = measures[i].word
	}
	return names
}

// label returns what a person reads for a word of an enumeration.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "security."+enumeration+"."+word)
}
