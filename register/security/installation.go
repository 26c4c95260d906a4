package security

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
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
	CodeInstallationWho       gdpr.Code = "security.installation.installer"
	CodeInstallationStatement gdpr.Code = "security.installation.statement"
	CodeInstallationEarly     gdpr.Code = "security.installation.early"
	CodeInstallationDescribes gdpr.Code = "security.installation.description"
	CodeInstallationConforms  gdpr.Code = "security.installation.conformity"
)

// check finds what the installer's statement lacks.
func (i *Installation) check() gdpr.Findings {
	var fs gdpr.Findings
	add := func(code gdpr.Code, s gdpr.Severity, field string) {
		f := finding(code, s, field, "Regolamento 30(3)")
		f.Args = []any{i.System}
		fs = append(fs, f)
	}
	if blank(i.Installer) {
		add(CodeInstallationWho, gdpr.Warning, "installer")
	}
	if i.Stated == 0 {
		add(CodeInstallationStatement, gdpr.Violation, "stated")
		return fs
	}
	if i.Stated < i.Done {
		add(CodeInstallationEarly, gdpr.Warning, "stated")
	}
	if !i.Describes {
		add(CodeInstallationDescribes, gdpr.Violation, "describes")
	}
	if !i.Conforms {
		add(CodeInstallationConforms, gdpr.Violation, "conforms")
	}
	return fs
}
