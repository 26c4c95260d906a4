package security

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Installation is the work of somebody from outside on a system that processes
// personal data, and what is in writing about it.
//
// Law: Regolamento 30(3).
type Installation struct {
	System    string    `json:"system"`              // what was installed or changed
	Installer string    `json:"installer,omitempty"` // who did it
	Done      date.Date `json:"done,omitzero"`       // day of the work
	Stated    date.Date `json:"stated,omitzero"`     // day of the written statement; 0: there is none
	Describes bool      `json:"describes,omitempty"` // it says what was done
	Conforms  bool      `json:"conforms,omitempty"`  // it says that the work conforms to the rules on data protection
}

// The findings on an installation.
const (
	CodeInstallationWho       gdpr.Code = "security.installation.installer"   // warning: …: it isn't said who did the work
	CodeInstallationStatement gdpr.Code = "security.installation.statement"   // violation: …: the installer's written statement is missing
	CodeInstallationEarly     gdpr.Code = "security.installation.early"       // warning: …: the statement is earlier than the work
	CodeInstallationDescribes gdpr.Code = "security.installation.description" // violation: …: the statement doesn't describe the work
	CodeInstallationConforms  gdpr.Code = "security.installation.conformity"  // violation: …: the statement doesn't say that the work conforms to the rules on data protection
)

var (
	installationWho       = find.Warning(CodeInstallationWho, "Regolamento 30(3)")
	installationStatement = find.Violation(CodeInstallationStatement, "Regolamento 30(3)")
	installationEarly     = find.Warning(CodeInstallationEarly, "Regolamento 30(3)")
	installationDescribes = find.Violation(CodeInstallationDescribes, "Regolamento 30(3)")
	installationConforms  = find.Violation(CodeInstallationConforms, "Regolamento 30(3)")
)

// check finds what the installer's statement lacks.
func (i *Installation) check() gdpr.Findings {
	var fs find.Collector
	if blank(i.Installer) {
		fs.Add(installationWho, "installer", i.System)
	}
	if i.Stated == 0 {
		fs.Add(installationStatement, "stated", i.System)
		return fs.Findings()
	}
	if i.Stated < i.Done {
		fs.Add(installationEarly, "stated", i.System)
	}
	if !i.Describes {
		fs.Add(installationDescribes, "describes", i.System)
	}
	if !i.Conforms {
		fs.Add(installationConforms, "conforms", i.System)
	}
	return fs.Findings()
}
