package roles

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Role is the part that someone has in the Comune's processing. The zero value
// is not given.
//
// Italian law and offices call four of them "responsabile"; here each has a name
// of its own (see the package's glossary).
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1).
type Role uint8

// The roles, from the top.
const (
	AsController      Role = iota + 1 // titolare: the Comune, acting by the Mayor
	AsManager                         // responsabile interno: head of an area, designated by the controller
	AsSubManager                      // sub-responsabile: designated by a manager for a sector
	AsAuthorised                      // autorizzato (incaricato): anyone else who processes data under them
	AsProcessor                       // responsabile esterno: the processor of GDPR art. 28
	AsJointController                 // contitolare: another body that decides with the Comune
	AsOfficer                         // RPD: the data protection officer
	AsDelegate                        // delegato: who acts for the Mayor within a written delegation
)

var roleNames = gdpr.Names{"", "controller", "manager", "sub-manager", "authorised", "processor", "joint controller", "officer", "delegate"}

// String returns the role's word: "manager".
func (r Role) String() string { return roleNames.String(int(r)) }

// Label returns the role's name in the language that [gdpr.Match] picks for tag.
func (r Role) Label(tag language.Tag) string { return label(tag, "role", r.String()) }

// MarshalText returns the role's word.
func (r Role) MarshalText() ([]byte, error) { return roleNames.Text(int(r)) }

// UnmarshalText reads the role's word. An unknown word is a [*gdpr.InputError].
func (r *Role) UnmarshalText(text []byte) error {
	i, err := roleNames.Parse(string(text))
	*r = Role(i)
	return err
}

func (r Role) known() bool { return r >= AsController && r <= AsDelegate }

// label returns what a person reads for a word of an enumeration.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "roles."+enumeration+"."+word)
}
