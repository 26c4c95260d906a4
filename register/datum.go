package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Datum is what is known of one datum in a document that is to be published on
// the web site.
//
// Law: Regolamento 13(1); Regolamento 13(3); Regolamento 13(4); Regolamento 13(5).
type Datum struct {
	Kind          Kind        `json:"kind,omitempty"`
	Duty          gdpr.Answer `json:"duty"`          // does a law or regulation require that the document be published?
	Necessary     gdpr.Answer `json:"necessary"`     // is the datum pertinent and not excessive for the aim of publishing?
	Hardship      gdpr.Answer `json:"hardship"`      // does it tell of somebody's economic or social hardship, as in a list of benefits?
	Indispensable gdpr.Answer `json:"indispensable"` // special or judicial: would nothing less do?
	Provided      gdpr.Answer `json:"provided"`      // special or judicial: does a law provide that it be disseminated?
}

// Publish tells whether the datum may be published ([Allowed]) or must be made
// unintelligible ([Forbidden]), with the rest of the document as it may be.
//
//   - Without a duty to publish nothing personal is published.
//   - What isn't necessary is masked.
//   - Data on health, genetic and biometric data, and data on sex life are never
//     disseminated, nor is the hardship of who gets a benefit.
//   - Other special data, and judicial data, only where that is indispensable and
//     a law provides for it.
//
// The municipal regulation bans health data alone; the Code bans all three.
//
// Law: Regolamento 10(3); Regolamento 11(2); Regolamento 13(1); Regolamento 13(3); Regolamento 13(4); Regolamento 13(5); Codice 2-ter(3); Codice 2-septies(8); D.Lgs. 33/2013 7-bis(4); D.Lgs. 33/2013 7-bis(6); D.Lgs. 33/2013 26(4); Garante 243/2014.
func (d Datum) Publish() Decision {
	var f kleene.Facts
	f = f.Put(3, d.Duty).Put(4, d.Necessary).Put(5, d.Hardship.Not())
	open := spreadable(d.Kind)
	if d.Kind != 0 {
		ordinary := d.Kind == Ordinary
		f = f.Put(0, gdpr.Is(ordinary)).Put(1, gdpr.Is(open)).Put(2, gdpr.Is(ordinary || open))
	}
	if d.Kind == 0 || open {
		f = f.Put(6, d.Indispensable).Put(7, d.Provided)
	}
	return decide(onDatum, f)
}

// spreadable reports whether special or judicial data of the kind may be
// disseminated at all.
func spreadable(k Kind) bool {
	return k == Origin || k == Politics || k == Belief || k == Union || k == Criminal
}

var datumRule = rule{
	name: "datum",
	// What the kind makes of it: ordinary; special or judicial, and not banned;
	// not banned.
	facts: []string{"kind", "kind", "kind", "duty", "necessary", "hardship", "indispensable", "provided"},
	grounds: []ground{
		{kleene.Of(0, 3, 4, 5), Allowed, gdpr.Reason{Code: "register.datum.ordinary", Provision: "Regolamento 13(6)"}},
		{kleene.Of(1, 3, 4, 5, 6, 7), Allowed, gdpr.Reason{Code: "register.datum.indispensable", Provision: "Regolamento 13(4)"}},
	},
	wants: []want{
		{2, gdpr.Reason{Code: "register.datum.banned", Provision: "Codice 2-septies(8)"}},
		{3, gdpr.Reason{Code: "register.datum.dutiless", Provision: "Codice 2-ter(3)"}},
		{4, gdpr.Reason{Code: "register.datum.unnecessary", Provision: "Regolamento 13(3)"}},
		{5, gdpr.Reason{Code: "register.datum.hardship", Provision: "D.Lgs. 33/2013 26(4)"}},
		{6, gdpr.Reason{Code: "register.datum.dispensable", Provision: "Regolamento 13(4)"}},
		{7, gdpr.Reason{Code: "register.datum.unprovided", Provision: "Regolamento 11(2)"}},
	},
	otherwise: gdpr.Reason{Code: "register.datum.banned", Provision: "Codice 2-septies(8)"},
}

// Place is a part of the web site on which documents are published. The zero
// value is not given.
type Place uint8

// The places.
//
//words:label register.place
const (
	TransparencySection Place = iota + 1 // transparency: Amministrazione trasparente
	NoticeBoard                          // board: albo pretorio on line
)

// Indexable tells whether search engines may index a document with data of these
// kinds: the transparency section's ordinary data, yes; special and judicial
// data, no; and nothing of the notice board, whose documents must not outlive
// their posting in a search engine. Without the place it is [gdpr.Unknown],
// unless the kinds alone forbid it.
//
// Law: Regolamento 13(6); Regolamento 14(1); D.Lgs. 33/2013 7-bis(1); D.Lgs. 33/2013 9(1); Garante 243/2014.
func (p Place) Indexable(kinds Kinds) gdpr.Answer {
	switch {
	case kinds.Special() || kinds.Has(Criminal) || p == NoticeBoard:
		return gdpr.No
	case p == TransparencySection:
		return gdpr.Yes
	}
	return gdpr.Unknown
}
