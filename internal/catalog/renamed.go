package catalog

import "strings"

// renamed are the codes that questions had once, by how they begin, and how those
// of today do. A code of today ends in ".ask", and its words are joined by "_".
var renamed = [...]struct{ old, now string }{
	{"breach.question.", "breach.assessment."},
	{"breach.question.", "breach.telling."},
	{"dpia.question.", "dpia.screening."},
	{"informativa.ask.", "informativa.exemption."},
	{"register.ask.", "register."},
	{"roles.question.", "roles.liability."},
	{"roles.question.", "roles.authority."},
}

// renamedWhole are the codes of questions that are the same as those of today but in
// one word or two.
var renamedWhole = [...]struct{ old, now string }{
	{"rights.limit.restricted.ask", "rights.restricted.prejudice.ask"},
	{"rights.safeguard.contract.ask", "rights.automated.contract.ask"},
	{"rights.safeguard.consent.ask", "rights.automated.consent.ask"},
}

// findRenamed returns the entry of a question by a code that it had once, as a
// host may have stored it.
func findRenamed(key string) (*Entry, bool) {
	for _, r := range renamedWhole {
		if key == r.old {
			return lookUp(r.now)
		}
	}
	for _, r := range renamed {
		if rest, ok := strings.CutPrefix(key, r.old); ok {
			if e, ok := lookUp(r.now + strings.ReplaceAll(rest, "-", "_") + ".ask"); ok {
				return e, true
			}
		}
	}
	return nil, false
}
