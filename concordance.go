package gdpr

import (
	"slices"
	"strings"
)

// Share tells how much of a comma of the template general law says too. The zero
// value is not given: what was asked about is no comma.
type Share uint8

// The shares of a comma.
//
//words:label share
const (
	TemplateOnly Share = iota + 1 // own: the template's own
	Core                          // core: general law has the core, the template a detail more
	Whole                         // whole: general law says the same
)

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
