package breach

import (
	"strings"

	"github.com/b58db29f/gdpr"
)

func violation(code gdpr.Code, where string, by ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: gdpr.Violation, Where: where, Provisions: by}
}

func warning(code gdpr.Code, where string, by ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: gdpr.Warning, Where: where, Provisions: by}
}

func advice(code gdpr.Code, where string, by ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: gdpr.Advice, Where: where, Provisions: by}
}

// with returns the finding with what its message prints.
func with(f gdpr.Finding, args ...any) gdpr.Finding {
	f.Args = args
	return f
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// allBlank reports whether no string of the list says anything.
func allBlank(list []string) bool {
	for _, s := range list {
		if !blank(s) {
			return false
		}
	}
	return true
}
