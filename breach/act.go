package breach

import "github.com/b58db29f/gdpr"

// Acts is a set of the acts that make a breach. The zero value is the empty set.
//
// Law: Regolamento 36(1); Regolamento 36(2); Regolamento 36(3); Regolamento 36(4); Regolamento 36(5); Regolamento 36(6); GDPR 4(12).
type Acts uint8

// The five acts, in the order of the regulation.
//
//words:set breach.act
const (
	Destruction Acts = 1 << iota // destruction: (distruzione) the data no longer exist, or not in a form one can use
	Loss                         // loss: (perdita) the Comune no longer controls, reaches or has them
	Alteration                   // alteration: (modifica) they were changed, or are no longer complete
	Disclosure                   // disclosure: (divulgazione) they reached someone who isn't entitled to them
	Access                       // access: (accesso) someone who isn't entitled could get at them
)

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

// Kinds is a set of the properties of data that a breach hurts. The zero value
// is the empty set.
//
// Law: GDPR 4(12); WP250; EDPB 01/2021 5.
type Kinds uint8

// The three properties.
//
//words:set breach.kind
const (
	Confidentiality Kinds = 1 << iota // confidentiality: (riservatezza) only those entitled know the data
	Integrity                         // integrity: (integrità) they are as they should be
	Availability                      // availability: (disponibilità) they are there when needed
)

// Unauthorised tells whether a person who got at data is an unauthorised one
// (soggetto non autorizzato): someone to whom nobody gave access, or who used
// the access that he has beyond his tasks, as the employee who copies the
// addresses of the citizens for ends of his own.
//
// Law: Regolamento 36(7); GDPR 29; EDPB 01/2021 case 08.
func Unauthorised(authorised, withinTasks gdpr.Answer) gdpr.Answer {
	return authorised.And(withinTasks).Not()
}
