package gdpr

import (
	"slices"
	"strings"
)

// Share tells how much of a comma of the template general law says too. The zero
// value is not given: what was asked about is no comma.
type Share uint8

// The shares of a comma.
const (
	TemplateOnly Share = iota + 1 // the template's own; "own"
	Core                          // general law has the core, the template a detail more; "core"
	Whole                         // general law says the same; "whole"
)

var shares = Names{"", "own", "core", "whole"}

// String returns the share's word.
func (s Share) String() string { return shares.String(int(s)) }

// MarshalText returns the share's word.
func (s Share) MarshalText() ([]byte, error) { return shares.Text(int(s)) }

// UnmarshalText reads the share's word. An unknown word is an [*InputError] with
// [FaultName].
func (s *Share) UnmarshalText(text []byte) error {
	i, err := shares.Parse(string(text))
	if err == nil {
		*s = Share(i)
	}
	return err
}

// Concordance tells how much of a comma of the template regulation general law
// says too, and the provision that does; for anything else than a comma of the
// template, 0 and none.
//
//	gdpr.Concordance("Regolamento 39(1)") // Whole, GDPR 34(1)
//	gdpr.Concordance("Regolamento 17(3)") // Core, GDPR 12(3): the thirty days are the template's
//	gdpr.Concordance("Regolamento 35(1)") // TemplateOnly, none
//
// Law: Regolamento; GDPR.
func Concordance(p Provision) (Share, Provision) {
	i, ok := slices.BinarySearchFunc(concordance[:], p, func(c concord, p Provision) int { return strings.Compare(string(c.comma), string(p)) })
	if !ok {
		return 0, ""
	}
	return concordance[i].share, concordance[i].same
}

// concord is a row of concordance.tsv.
type concord struct {
	comma Provision
	same  Provision
	share Share
}
