package security

import (
	"iter"
	"slices"

	"github.com/b58db29f/gdpr"
)

// Measure is one of the measures that the regulation lists, or that the GDPR
// names besides. The zero value is not given.
//
// Law: Regolamento 30(1); Regolamento 30(2); Regolamento 30(3); Regolamento 31(1); Regolamento 31(2); Regolamento 31(3); Regolamento 31(4); Regolamento 32(1); Regolamento 32(2); Regolamento 32(3); Regolamento 32(4); GDPR 32(1).
type Measure uint8

// The measures, in the order of the regulation; the GDPR's own come last.
//
//words:label security.measure
const (
	PasswordLength      Measure = iota + 1 // password_length: eight characters, or the most that the tool allows
	PasswordChange                         // password_change: at first use and every six months
	DisabledCodes                          // disabled_codes: codes without role or use are disabled
	AntiIntrusion                          // anti_intrusion: programs against intrusion
	Antivirus                              // antivirus: kept up to date, reviewed every six months
	MediaDestruction                       // media_destruction: storage media that aren't used again are destroyed
	Pseudonymisation                       // pseudonymisation: of the data processed
	Firewall                               // firewall: systems that protect the network
	FireProtection                         // fire_protection: against fire
	Backup                                 // backup: copies, and their keeping
	Restore                                // restore: availability restored in time after an incident
	SessionInstructions                    // session_instructions: circulars: no session left open and unwatched
	InstallerStatement                     // installer_statement: what the installer did, in writing

	PaperInstructions // paper_instructions: written, on keeping and control of files
	PaperCustody      // paper_custody: sensitive files are watched until they are returned
	ArchiveControl    // archive_control: entry to sensitive archives is controlled
	AfterHours        // after_hours: who enters after hours is identified and recorded, or has leave beforehand

	VideoProtection   // video_protection: against loss, access and other uses
	VideoTransmission // video_transmission: images are protected on their way too
	CameraPlace       // camera_place: cameras stand only where they are needed
	CameraAngle       // camera_angle: and see only what is needed
	CameraDetail      // camera_detail: without close-ups that aren't needed
	VideoAccess       // video_access: levels of access by role, with credentials
	VideoViewing      // video_viewing: later viewing, deletion and copies are limited
	VideoMaintenance  // video_maintenance: technicians see images only if they must, in the presence of staff
	VideoNetwork      // video_network: networked cameras are protected against intrusion
	VideoNotice       // video_notice: the notice of art. 24 is ready before filming
	VideoPeriod       // video_period: so is the exact period of keeping

	Encryption     // encryption: GDPR: where appropriate
	RegularTesting // regular_testing: GDPR: a process to test the measures
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
	code        gdpr.Code // the finding that it is missing
	group       group
	conditional bool // may be excluded with a reason
	law         [2]gdpr.Provision
}{
	{},
	{"security.missing.password-length", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"security.missing.password-change", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"security.missing.disabled-codes", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)"}},
	{"security.missing.anti-intrusion", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"security.missing.antivirus", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"security.missing.media-destruction", electronic, true, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(2)"}},
	{"security.missing.pseudonymisation", electronic, true, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(a)"}},
	{"security.missing.firewall", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"security.missing.fire-protection", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(b)"}},
	{"security.missing.backup", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(c)"}},
	{"security.missing.restore", electronic, false, [2]gdpr.Provision{"Regolamento 30(1)", "GDPR 32(1)(c)"}},
	{"security.missing.session-instructions", electronic, false, [2]gdpr.Provision{"Regolamento 30(2)", "GDPR 32(4)"}},
	{"security.missing.installer-statement", electronic, true, [2]gdpr.Provision{"Regolamento 30(3)"}},
	{"security.missing.paper-instructions", paper, false, [2]gdpr.Provision{"Regolamento 31(1)", "GDPR 32(4)"}},
	{"security.missing.paper-custody", paper, false, [2]gdpr.Provision{"Regolamento 31(2)", "GDPR 32(2)"}},
	{"security.missing.archive-control", paper, false, [2]gdpr.Provision{"Regolamento 31(3)", "GDPR 32(2)"}},
	{"security.missing.after-hours", paper, false, [2]gdpr.Provision{"Regolamento 31(4)", "GDPR 32(2)"}},
	{"security.missing.video-protection", video, false, [2]gdpr.Provision{"Regolamento 32(1)", "GDPR 32(2)"}},
	{"security.missing.video-transmission", video, true, [2]gdpr.Provision{"Regolamento 32(1)", "GDPR 32(2)"}},
	{"security.missing.camera-place", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"security.missing.camera-angle", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"security.missing.camera-detail", video, false, [2]gdpr.Provision{"Regolamento 32(2)", "GDPR 5(1)(c)"}},
	{"security.missing.video-access", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"security.missing.video-viewing", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"security.missing.video-maintenance", video, false, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(4)"}},
	{"security.missing.video-network", video, true, [2]gdpr.Provision{"Regolamento 32(3)", "GDPR 32(1)(b)"}},
	{"security.missing.video-notice", video, false, [2]gdpr.Provision{"Regolamento 32(4)", "GDPR 13"}},
	{"security.missing.video-period", video, true, [2]gdpr.Provision{"Regolamento 32(4)", "Regolamento 15(2)"}},
	{"security.missing.encryption", electronic, true, [2]gdpr.Provision{"GDPR 32(1)(a)"}},
	{"security.missing.regular-testing", electronic, false, [2]gdpr.Provision{"GDPR 32(1)(d)"}},
}

// Measures yields all measures in their order.
//
// Law: Regolamento 30(1); Regolamento 31(1); Regolamento 32(3); GDPR 32(1).
func Measures() iter.Seq[Measure] {
	return Measure(0).Values()
}

// Provisions returns the places in the law that ask for the measure; none for a
// value that isn't a measure.
//
// Law: Regolamento 30(1); Regolamento 31(1); Regolamento 32(3); GDPR 32(1).
func (m Measure) Provisions() []gdpr.Provision {
	if !m.Valid() {
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
func (m Measure) Conditional() bool { return m.Valid() && measures[m].conditional }

// binding reports whether the regulation asks for the measure, and not the GDPR
// alone, which leaves its choice to the risk.
func (m Measure) binding() bool { return m < Encryption }
