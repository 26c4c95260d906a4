package security

import (
	"iter"
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
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

// The findings that a measure is missing.
const (
	CodeMissingPasswordLength      gdpr.Code = "security.missing.password-length"      // violation: passwords lack the minimum length of eight characters, or the most that the tool allows
	CodeMissingPasswordChange      gdpr.Code = "security.missing.password-change"      // violation: passwords aren't changed at first use and every six months
	CodeMissingDisabledCodes       gdpr.Code = "security.missing.disabled-codes"       // violation: codes aren't disabled when their role is lost or they go unused for six months
	CodeMissingAntiIntrusion       gdpr.Code = "security.missing.anti-intrusion"       // violation: programs that protect the computers against intrusion are missing
	CodeMissingAntivirus           gdpr.Code = "security.missing.antivirus"            // violation: an antivirus that is up to date and reviewed every six months is missing
	CodeMissingMediaDestruction    gdpr.Code = "security.missing.media-destruction"    // violation: storage media that can't be used again aren't destroyed
	CodeMissingPseudonymisation    gdpr.Code = "security.missing.pseudonymisation"     // violation: techniques of pseudonymisation are missing
	CodeMissingFirewall            gdpr.Code = "security.missing.firewall"             // violation: a firewall and the protection of the network are missing
	CodeMissingFireProtection      gdpr.Code = "security.missing.fire-protection"      // violation: fire protection is missing
	CodeMissingBackup              gdpr.Code = "security.missing.backup"               // violation: backups of the electronic archives are missing
	CodeMissingRestore             gdpr.Code = "security.missing.restore"              // violation: measures to restore data in time after an incident are missing
	CodeMissingSessionInstructions gdpr.Code = "security.missing.session-instructions" // violation: the circular that forbids leaving a session unattended is missing
	CodeMissingInstallerStatement  gdpr.Code = "security.missing.installer-statement"  // violation: the installer's written statement is missing
	CodeMissingPaperInstructions   gdpr.Code = "security.missing.paper-instructions"   // violation: written instructions for processing on paper are missing
	CodeMissingPaperCustody        gdpr.Code = "security.missing.paper-custody"        // violation: custody of sensitive and judicial documents until their return is missing
	CodeMissingArchiveControl      gdpr.Code = "security.missing.archive-control"      // violation: access to archives with sensitive or judicial data isn't controlled
	CodeMissingAfterHours          gdpr.Code = "security.missing.after-hours"          // violation: who enters the archives after hours is neither identified and recorded nor authorised beforehand
	CodeMissingVideoProtection     gdpr.Code = "security.missing.video-protection"     // violation: footage isn't protected against loss, access and other uses
	CodeMissingVideoTransmission   gdpr.Code = "security.missing.video-transmission"   // violation: images aren't protected in transmission
	CodeMissingCameraPlace         gdpr.Code = "security.missing.camera-place"         // violation: nothing shows that cameras stand only where they are needed
	CodeMissingCameraAngle         gdpr.Code = "security.missing.camera-angle"         // violation: the cameras' angle of view isn't limited to what is needed
	CodeMissingCameraDetail        gdpr.Code = "security.missing.camera-detail"        // violation: details and close-ups that aren't needed aren't avoided
	CodeMissingVideoAccess         gdpr.Code = "security.missing.video-access"         // violation: different levels of access to images by role are missing
	CodeMissingVideoViewing        gdpr.Code = "security.missing.video-viewing"        // violation: limits on later viewing, deletion and copies of images are missing
	CodeMissingVideoMaintenance    gdpr.Code = "security.missing.video-maintenance"    // violation: precautions for maintenance in the presence of authorised staff are missing
	CodeMissingVideoNetwork        gdpr.Code = "security.missing.video-network"        // violation: networked cameras aren't protected against unlawful access
	CodeMissingVideoNotice         gdpr.Code = "security.missing.video-notice"         // violation: the notice on video surveillance, due before filming, is missing
	CodeMissingVideoPeriod         gdpr.Code = "security.missing.video-period"         // violation: the period of keeping of images isn't fixed beforehand
	CodeMissingEncryption          gdpr.Code = "security.missing.encryption"           // warning: encryption, due where the risk calls for it, isn't shown
	CodeMissingRegularTesting      gdpr.Code = "security.missing.regular-testing"      // warning: a process to test the measures regularly isn't shown
)

var (
	missingPasswordLength      = find.Violation(CodeMissingPasswordLength, "Regolamento 30(1)")
	missingPasswordChange      = find.Violation(CodeMissingPasswordChange, "Regolamento 30(1)")
	missingDisabledCodes       = find.Violation(CodeMissingDisabledCodes, "Regolamento 30(1)")
	missingAntiIntrusion       = find.Violation(CodeMissingAntiIntrusion, "Regolamento 30(1)")
	missingAntivirus           = find.Violation(CodeMissingAntivirus, "Regolamento 30(1)")
	missingMediaDestruction    = find.Violation(CodeMissingMediaDestruction, "Regolamento 30(1)")
	missingPseudonymisation    = find.Violation(CodeMissingPseudonymisation, "GDPR 32(1)(a)", "Regolamento 30(1)")
	missingFirewall            = find.Violation(CodeMissingFirewall, "Regolamento 30(1)")
	missingFireProtection      = find.Violation(CodeMissingFireProtection, "Regolamento 30(1)")
	missingBackup              = find.Violation(CodeMissingBackup, "GDPR 32(1)(c)", "Regolamento 30(1)")
	missingRestore             = find.Violation(CodeMissingRestore, "GDPR 32(1)(c)", "Regolamento 30(1)")
	missingSessionInstructions = find.Violation(CodeMissingSessionInstructions, "Regolamento 30(2)")
	missingInstallerStatement  = find.Violation(CodeMissingInstallerStatement, "Regolamento 30(3)")
	missingPaperInstructions   = find.Violation(CodeMissingPaperInstructions, "GDPR 32(4)", "Regolamento 31(1)")
	missingPaperCustody        = find.Violation(CodeMissingPaperCustody, "Regolamento 31(2)")
	missingArchiveControl      = find.Violation(CodeMissingArchiveControl, "Regolamento 31(3)")
	missingAfterHours          = find.Violation(CodeMissingAfterHours, "Regolamento 31(4)")
	missingVideoProtection     = find.Violation(CodeMissingVideoProtection, "GDPR 32(2)", "Regolamento 32(1)")
	missingVideoTransmission   = find.Violation(CodeMissingVideoTransmission, "GDPR 32(2)", "Regolamento 32(1)")
	missingCameraPlace         = find.Violation(CodeMissingCameraPlace, "GDPR 5(1)(c)", "Regolamento 32(2)")
	missingCameraAngle         = find.Violation(CodeMissingCameraAngle, "GDPR 5(1)(c)", "Regolamento 32(2)")
	missingCameraDetail        = find.Violation(CodeMissingCameraDetail, "GDPR 5(1)(c)", "Regolamento 32(2)")
	missingVideoAccess         = find.Violation(CodeMissingVideoAccess, "Regolamento 32(3)")
	missingVideoViewing        = find.Violation(CodeMissingVideoViewing, "Regolamento 32(3)")
	missingVideoMaintenance    = find.Violation(CodeMissingVideoMaintenance, "Regolamento 32(3)")
	missingVideoNetwork        = find.Violation(CodeMissingVideoNetwork, "Regolamento 32(3)")
	missingVideoNotice         = find.Violation(CodeMissingVideoNotice, "GDPR 13", "Regolamento 32(4)")
	missingVideoPeriod         = find.Violation(CodeMissingVideoPeriod, "GDPR 13(2)(a)", "Regolamento 32(4)", "Regolamento 15(2)")
	missingEncryption          = find.Warning(CodeMissingEncryption, "GDPR 32(1)(a)")
	missingRegularTesting      = find.Warning(CodeMissingRegularTesting, "GDPR 32(1)(d)")
)

// measures has the measures by number.
var measures = [measureCount]struct {
	row         *find.Row // the finding that it is missing
	group       group
	conditional bool // may be excluded with a reason
	general     bool // the GDPR names it, and asks for it where the risk wants it
}{
	PasswordLength:      {&missingPasswordLength, electronic, false, false},
	PasswordChange:      {&missingPasswordChange, electronic, false, false},
	DisabledCodes:       {&missingDisabledCodes, electronic, false, false},
	AntiIntrusion:       {&missingAntiIntrusion, electronic, false, false},
	Antivirus:           {&missingAntivirus, electronic, false, false},
	MediaDestruction:    {&missingMediaDestruction, electronic, true, false},
	Pseudonymisation:    {&missingPseudonymisation, electronic, true, true},
	Firewall:            {&missingFirewall, electronic, false, false},
	FireProtection:      {&missingFireProtection, electronic, false, false},
	Backup:              {&missingBackup, electronic, false, true},
	Restore:             {&missingRestore, electronic, false, true},
	SessionInstructions: {&missingSessionInstructions, electronic, false, false},
	InstallerStatement:  {&missingInstallerStatement, electronic, true, false},
	PaperInstructions:   {&missingPaperInstructions, paper, false, true},
	PaperCustody:        {&missingPaperCustody, paper, false, false},
	ArchiveControl:      {&missingArchiveControl, paper, false, false},
	AfterHours:          {&missingAfterHours, paper, false, false},
	VideoProtection:     {&missingVideoProtection, video, false, true},
	VideoTransmission:   {&missingVideoTransmission, video, true, true},
	CameraPlace:         {&missingCameraPlace, video, false, true},
	CameraAngle:         {&missingCameraAngle, video, false, true},
	CameraDetail:        {&missingCameraDetail, video, false, true},
	VideoAccess:         {&missingVideoAccess, video, true, false},
	VideoViewing:        {&missingVideoViewing, video, true, false},
	VideoMaintenance:    {&missingVideoMaintenance, video, false, false},
	VideoNetwork:        {&missingVideoNetwork, video, true, false},
	VideoNotice:         {&missingVideoNotice, video, false, true},
	VideoPeriod:         {&missingVideoPeriod, video, true, true},
	Encryption:          {&missingEncryption, electronic, true, true},
	RegularTesting:      {&missingRegularTesting, electronic, false, true},
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
	return slices.Clone(measures[m].row.Law)
}

// Conditional reports whether the measure can be excluded with a reason, because
// the law wants it only where something is so: networked cameras, footage that
// is recorded, media that aren't used again.
//
// Law: Regolamento 30(1); Regolamento 32(1); Regolamento 32(3); GDPR 32(1)(a).
func (m Measure) Conditional() bool { return m.Valid() && measures[m].conditional }

// asked reports whether a regime asks for the measure: the template for all, the
// GDPR for those that it names.
func (m Measure) asked(r gdpr.Regime) bool { return r.Has(gdpr.Template) || measures[m].general }
