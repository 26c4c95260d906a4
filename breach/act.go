package breach

import (
	"encoding/json"
	"iter"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Acts is a set of the acts that make a breach. The zero value is the empty set.
//
// Law: Regolamento 36(1); Regolamento 36(2); Regolamento 36(3); Regolamento 36(4); Regolamento 36(5); Regolamento 36(6); GDPR 4(12).
type Acts uint8

// The five acts, in the order of the regulation.
const (
	Destruction Acts = 1 << iota // (distruzione) the data no longer exist, or not in a form one can use
	Loss                         // (perdita) the Comune no longer controls, reaches or has them
	Alteration                   // (modifica) they were changed, or are no longer complete
	Disclosure                   // (divulgazione) they reached someone who isn't entitled to them
	Access                       // (accesso) someone who isn't entitled could get at them
)

var acts = gdpr.Names{"destruction", "loss", "alteration", "disclosure", "access"}

// All yields the acts in the set, in the order of the regulation.
func (a Acts) All() iter.Seq[Acts] {
	return func(yield func(Acts) bool) {
		for i := range acts {
			if one := a & (1 << i); one != 0 && !yield(one) {
				return
			}
		}
	}
}

// Kinds returns the properties of the data that the acts hurt: destruction and
// loss their availability, alteration their integrity, disclosure and access
// their confidentiality. An act alone doesn't tell of the others: a stolen file
// is lost and can be read, which is two acts.
//
// Law: Regolamento 36(1); GDPR 4(12); WP250; EDPB 01/2021 5.
func (a Acts) Kinds() Kinds {
	var k Kinds
	if a&(Disclosure|Access) != 0 {
		k |= Confidentiality
	}
	if a&Alteration != 0 {
		k |= Integrity
	}
	if a&(Destruction|Loss) != 0 {
		k |= Availability
	}
	return k
}

// String returns the words of the acts: "loss, access".
func (a Acts) String() string { return strings.Join(words(acts, uint8(a)), ", ") }

// Label returns the names of the acts in the language that gdpr.Match picks for
// tag.
func (a Acts) Label(tag language.Tag) string { return labels(tag, "breach.act.", acts, uint8(a)) }

// MarshalJSON returns the words of the acts as an array.
func (a Acts) MarshalJSON() ([]byte, error) { return json.Marshal(words(acts, uint8(a))) }

// UnmarshalJSON reads an array of words. An unknown word is a *gdpr.InputError.
func (a *Acts) UnmarshalJSON(data []byte) error {
	set, err := parseSet(acts, data)
	*a = Acts(set)
	return err
}

// Kinds is a set of the properties of data that a breach hurts. The zero value
// is the empty set.
//
// Law: GDPR 4(12); WP250; EDPB 01/2021 5.
type Kinds uint8

// The three properties.
const (
	Confidentiality Kinds = 1 << iota // (riservatezza) only who is entitled knows the data
	Integrity                         // (integrità) they are as they should be
	Availability                      // (disponibilità) they are there when needed
)

var kinds = gdpr.Names{"confidentiality", "integrity", "availability"}

// String returns the words of the kinds: "confidentiality, availability".
func (k Kinds) String() string { return strings.Join(words(kinds, uint8(k)), ", ") }

// Label returns the names of the kinds in the language that gdpr.Match picks for
// tag.
func (k Kinds) Label(tag language.Tag) string { return labels(tag, "breach.kind.", kinds, uint8(k)) }

// MarshalJSON returns the words of the kinds as an array.
func (k Kinds) MarshalJSON() ([]byte, error) { return json.Marshal(words(kinds, uint8(k))) }

// UnmarshalJSON reads an array of words. An unknown word is a *gdpr.InputError.
func (k *Kinds) UnmarshalJSON(data []byte) error {
	set, err := parseSet(kinds, data)
	*k = Kinds(set)
	return err
}

// Unauthorised tells whether a person who got at data is an unauthorised one
// (soggetto non autorizzato): someone to whom nobody gave access, or who used
// the access that he has beyond his tasks, as the employee who copies the
// addresses of the citizens for ends of his own.
//
// Law: Regolamento 36(7); GDPR 29; EDPB 01/2021 case 08.
func Unauthorised(authorised, withinTasks gdpr.Answer) gdpr.Answer {
	return authorised.And(withinTasks).Not()
}

func words(names gdpr.Names, set uint8) []string {
	in := []string{}
	for i, name := range names {
		if set>>i&1 == 1 {
			in = append(in, name)
		}
	}
	return in
}

func labels(tag language.Tag, prefix string, names gdpr.Names, set uint8) string {
	in := words(names, set)
	for i, word := range in {
		in[i] = catalog.Text(tag, prefix+word)
	}
	return strings.Join(in, ", ")
}

func parseSet(names gdpr.Names, data []byte) (set uint8, err error) {
	var in []string
	if err := json.Unmarshal(data, &in); err != nil {
		return 0, &gdpr.InputError{Value: string(data), Fault: gdpr.FaultSyntax, Other: `["` + names[0] + `"]`}
	}
	for _, word := range in {
		i, err := names.Parse(word)
		if err != nil {
			return 0, err
		}
		set |= 1 << i
	}
	return set, nil
}
