package regolamento

// Kind tells what a comma of the regulation does, and so what a library can
// encode of it. The zero value is not given.
type Kind uint8

// The kinds of comma.
//
//words:label regolamento.kind
const (
	Declaration Kind = iota + 1 // declaration: says what the text is or intends; there is no rule in it
	Definition                  // definition: gives a word or a list of values its meaning
	Check                       // check: says what a document or an organisation must have
	Duty                        // duty: says who must do what
	Decision                    // decision: says what follows from the facts of a case
	Calculation                 // calculation: says how long or until when
)

// State tells how far the library encodes a comma. The zero value is not given.
type State uint8

// The states of a comma.
//
//words:label regolamento.state
const (
	Computed  State = iota + 1 // computed: a rule computes or compares what it asks
	Asked                      // asked: the host's own yes or no, day or text is taken, and a finding made of a no
	InPart                     // in_part: a part of its content is computed or asked, another isn't there
	Cited                      // cited: other rules cite it; nothing of it is computed
	NoContent                  // declaration: which has no rule in it
)
