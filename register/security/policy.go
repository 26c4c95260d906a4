package security

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Policy is what a Comune sets for itself: stricter than the regulation, never
// milder. The zero value is the regulation's.
//
// Law: Regolamento 30(1).
type Policy struct {
	MinLength       int `json:"min_length,omitempty"`       // characters of a password: 8 to 64; 0: 8
	ChangeMonths    int `json:"change_months,omitempty"`    // between two changes: 1 to 6; 0: 6
	DisuseMonths    int `json:"disuse_months,omitempty"`    // without use, before it is disabled: 1 to 6; 0: 6
	AntivirusMonths int `json:"antivirus_months,omitempty"` // between two reviews: 1 to 6; 0: 6
}

const (
	legalLength  = 8
	maxLength    = 64
	legalMonths  = 6
	modernLength = 15 // where the password is the only factor
)

func (p Policy) check() error {
	if p.MinLength != 0 && (p.MinLength < legalLength || p.MinLength > maxLength) {
		return &gdpr.InputError{Field: "policy.min_length", Value: strconv.Itoa(p.MinLength), Fault: gdpr.FaultRange,
			Other: strconv.Itoa(legalLength) + "-" + strconv.Itoa(maxLength)}
	}
	for _, f := range [...]struct {
		field string
		n     int
	}{{"change_months", p.ChangeMonths}, {"disuse_months", p.DisuseMonths}, {"antivirus_months", p.AntivirusMonths}} {
		if f.n < 0 || f.n > legalMonths {
			return &gdpr.InputError{Field: "policy." + f.field, Value: strconv.Itoa(f.n), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(legalMonths)}
		}
	}
	return nil
}

// or returns n, or the regulation's figure where n isn't given.
func or(n, usual int) int {
	if n == 0 {
		return usual
	}
	return n
}

func months(n int) gdpr.Term { return gdpr.Term{N: or(n, legalMonths), Unit: gdpr.Months} }
