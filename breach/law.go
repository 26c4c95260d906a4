package breach

import (
	"slices"

	"github.com/b58db29f/gdpr"
)

// Law says under whose rules the processing is that was breached: the GDPR, or
// D.Lgs. 51/2018 for what the municipal police process to prevent, find or
// prosecute crimes. A breach of either is notified to the Garante in the same way
// and within the same time (D.Lgs. 51/2018, art. 26); telling the persons can be
// delayed, limited or left out under the second (art. 27).
//
// Law: GDPR 33(1); D.Lgs. 51/2018 26; D.Lgs. 51/2018 27.
type Law uint8

// The two laws.
//
//words:label breach.law
const (
	GeneralLaw Law = iota // gdpr: arts. 33 and 34 of the GDPR; the zero value
	PoliceLaw             // police: arts. 26 and 27 of D.Lgs. 51/2018
)

// cite returns the findings as they read under the law: what the GDPR asks in
// arts. 33 and 34, D.Lgs. 51/2018 asks in arts. 26 and 27.
func (l Law) cite(fs gdpr.Findings) gdpr.Findings {
	if l != PoliceLaw {
		return fs
	}
	cited := make(gdpr.Findings, len(fs))
	for i, f := range fs {
		law := make([]gdpr.Provision, 0, len(f.Provisions))
		for _, p := range f.Provisions {
			if p = policeLaw(p); !slices.Contains(law, p) {
				law = append(law, p)
			}
		}
		f.Provisions = law
		cited[i] = f
	}
	return cited
}

// policeTwins are the articles of the GDPR on breaches, and what says the same of
// the data of the police.
var policeTwins = [...]struct{ general, police gdpr.Provision }{
	{"GDPR 33", "D.Lgs. 51/2018 26"},
	{"GDPR 34", "D.Lgs. 51/2018 27"},
}

// policeLaw returns what the law on the data of the police has in p's place, or p
// if it has nothing.
func policeLaw(p gdpr.Provision) gdpr.Provision {
	for _, twin := range policeTwins {
		if p.Act() == twin.general.Act() && p.Article() == twin.general.Article() {
			return twin.police
		}
	}
	return p
}
