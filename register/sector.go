package register

import (
	"iter"

	"github.com/b58db29f/gdpr"
)

// Sector is one of the nine fields in which the municipal regulation finds a
// substantial public interest (interesse pubblico rilevante). The zero value is
// not given.
//
// The regulation names the fields and no more: for special data the Code also
// wants an act that tells the data, the operations, the reason and the
// safeguards, for which see [Norm].
//
// Law: Regolamento 12(1); Codice 2-sexies(2).
type Sector uint8

// The nine sectors, in the order of the regulation.
//
//words:label register.sector
const (
	CivilStatus   Sector = iota + 1 // civil_status: civil status, population register, electoral lists
	Citizenship                     // citizenship: citizenship, immigration, foreigners, refugees
	PoliticalLife                   // political_life: political rights, mandates, publicity of the bodies' work
	Employment                      // employment: employment by the Comune
	Taxes                           // taxes: taxes
	Benefits                        // benefits: economic benefits, licences and permits
	SocialCare                      // social_care: voluntary work and social services
	Access                          // access: protection before administration and courts: access to documents
	Worship                         // worship: relations with religious bodies
)

// matters of the sectors, in the order of the Code.
var sectorMatters = [...][]Matter{
	CivilStatus:   {matterB},
	Citizenship:   {matterE},
	PoliticalLife: {matterF, matterG, matterH},
	Employment:    {matterU, matterDD},
	Taxes:         {matterI},
	Benefits:      {matterM, matterN},
	SocialCare:    {matterO, matterS, matterT, matterAA},
	Access:        {matterA, matterQ},
	Worship:       {matterR},
}

// Matters yields the letters of the Code's list that the sector covers.
//
// Law: Regolamento 12(1); Codice 2-sexies(2).
func (s Sector) Matters() iter.Seq[Matter] {
	return func(yield func(Matter) bool) {
		if int(s) >= len(sectorMatters) {
			return
		}
		for _, m := range sectorMatters[s] {
			if !yield(m) {
				return
			}
		}
	}
}

// Matter is one letter of the Code's list of matters of substantial public
// interest. Its word is the letter: "dd". The zero value is not given.
//
// A Comune works in several that its regulation leaves out: inspections (l),
// schools and nurseries (bb), archives and statistics (cc). Of others a sector
// covers a part: employment has the safety at work of letter u, not civil
// protection; access to documents the protection of letter q, not the fines of
// the local police; benefits the awards of letter n, not patronage.
//
// Law: Codice 2-sexies(2).
type Matter uint8

// The letters, which follow the Italian alphabet.
//
//words:label register.matter
const (
	matterA  Matter = iota + 1 // a
	matterB                    // b
	matterC                    // c
	matterD                    // d
	matterE                    // e
	matterF                    // f
	matterG                    // g
	matterH                    // h
	matterI                    // i
	matterL                    // l
	matterM                    // m
	matterN                    // n
	matterO                    // o
	matterP                    // p
	matterQ                    // q
	matterR                    // r
	matterS                    // s
	matterT                    // t
	matterU                    // u
	matterV                    // v
	matterZ                    // z
	matterAA                   // aa
	matterBB                   // bb
	matterCC                   // cc
	matterDD                   // dd
)

// Matters yields every letter of the list.
//
// Law: Codice 2-sexies(2).
func Matters() iter.Seq[Matter] {
	return Matter(0).Values()
}

// Sector returns the sector of the municipal regulation that covers the matter,
// in whole or in part, or 0 if none does.
//
// Law: Regolamento 12(1); Codice 2-sexies(2).
func (m Matter) Sector() Sector {
	for s, covered := range sectorMatters {
		for _, c := range covered {
			if c == m {
				return Sector(s)
			}
		}
	}
	return 0
}

// Provision returns the letter's citation, "Codice 2-sexies(2)(dd)", or "" for
// the zero value.
//
// Law: Codice 2-sexies(2).
func (m Matter) Provision() gdpr.Provision {
	if !m.Valid() {
		return ""
	}
	return "Codice 2-sexies(2)(" + gdpr.Provision(m.String()) + ")"
}
