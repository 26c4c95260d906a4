package register

// NormKind is what kind of act the norm of a purpose is, where it rests on a task
// in the public interest. A law, a regulation or a general administrative act is
// a basis by itself; without one a public administration may still process what
// is necessary for its task, but no special or judicial data. The zero value is
// not given.
//
// Law: GDPR 6(3); Codice 2-ter(1); Codice 2-ter(1-bis); Codice 2-sexies(1).
type NormKind uint8

// The kinds of acts.
//
//words:label register.norm_kind
const (
	Statute    NormKind = iota + 1 // statute: a law, or an act with the force of one
	Regulation                     // regulation: of the State, of a region, of the body itself
	GeneralAct                     // general_act: a general administrative act
	NoAct                          // none: the need for the task alone
)
