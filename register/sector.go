package register

import (
	"iter"

	"golang.org/x/text/language"

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
const (
	CivilStatus   Sector = iota + 1 // civil status, population register, electoral lists
	Citizenship                     // citizenship, immigration, foreigners, refugees
	PoliticalLife                   // political rights, mandates, publicity of the bodies' work
	Employment                      // employment by the Comune
	Taxes                           // taxes
	Benefits                        // economic benefits, licences and permits
	SocialCare                      // voluntary work and social services
	Access                          // protection before administration and courts: access to documents
	Worship                         // relations with religious bodies
)

var sectors = gdpr.Names{"", "civil status", "citizenship", "political life", "employment", "taxes", "benefits", "social care", "access", "worship"}

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

// String returns the sector's word: "civil status".
func (s Sector) String() string { return sectors.String(int(s)) }

// Label returns the sector's name in the language that [gdpr.Match] picks for
// tag.
func (s Sector) Label(tag language.Tag) string { return label(tag, "sector", s.String()) }

// MarshalText returns the sector's word.
func (s Sector) MarshalText() ([]byte, error) { return sectors.Text(int(s)) }

// UnmarshalText reads the sector's word. An unknown word is a
// [*gdpr.InputError].
func (s *Sector) UnmarshalText(text []byte) error {
	i, err := sectors.Parse(string(text))
	*s = Sector(i)
	return err
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
const (
	matterA Matter = iota + 1
	matterB
	matterC
	matterD
	matterE
	matterF
	matterG
	matterH
	matterI
	matterL
	matterM
	matterN
	matterO
	matterP
	matterQ
	matterR
	matterS
	matterT
	matterU
	matterV
	matterZ
	matterAA
	matterBB
	matterCC
	matterDD
)

var matters = gdpr.Names{"", "a", "b", "c", "d", "e", "f", "g", "h", "i", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "z", "aa", "bb", "cc", "dd"}

// Matters yields every letter of the list.
//
// Law: Codice 2-sexies(2).
func Matters() iter.Seq[Matter] {
	return func(yield func(Matter) bool) {
		for m := matterA; m <= matterDD; m++ {
			if !yield(m) {
				return
			}
		}
	}
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
	if m == 0 || int(m) >= len(matters) {
		return ""
	}
	return "Codice 2-sexies(2)(" + gdpr.Provision(m.String()) + ")"
}

// String returns the letter.
func (m Matter) String() string { return matters.String(int(m)) }

// Label says in a few words of the language that [gdpr.Match] picks for tag what
// the matter is.
func (m Matter) Label(tag language.Tag) string { return label(tag, "matter", m.String()) }

// MarshalText returns the letter.
func (m Matter) MarshalText() ([]byte, error) { return matters.Text(int(m)) }

// UnmarshalText reads the letter. An unknown one is a [*gdpr.InputError].
func (m *Matter) UnmarshalText(text []byte) error {
	i, err := matters.Parse(string(text))
	*m = Matter(i)
	return err
}
