package regolamento

import "github.com/b58db29f/gdpr"

// Kind tells what a comma of the regulation does, and so what a library can
// encode of it. The zero value is not given.
//
// The words are "declaration", "definition", "check", "duty", "decision" and
// "calculation".
type Kind uint8

// The kinds of comma.
const (
	Declaration Kind = iota + 1 // says what the text is or intends; there is no rule in it
	Definition                  // gives a word or a list of values its meaning
	Check                       // says what a document or an organisation must have
	Duty                        // says who must do what
	Decision                    // says what follows from the facts of a case
	Calculation                 // says how long or until when
)

var kinds = gdpr.Names{"", "declaration", "definition", "check", "duty", "decision", "calculation"}

// String returns the kind's word.
func (k Kind) String() string { return kinds.String(int(k)) }

// MarshalText returns the kind's word. A value that isn't a kind is an
// [*gdpr.InputError] with [gdpr.FaultName].
func (k Kind) MarshalText() ([]byte, error) { return kinds.Text(int(k)) }

// UnmarshalText reads the kind's word; the empty word is the zero value. An
// unknown word is an [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := kinds.Parse(string(text))
	*k = Kind(i)
	return err
}

// State tells how far the library encodes a comma. The zero value is not given.
//
// The words are "computed", "asked", "in_part", "cited" and "declaration".
type State uint8

// The states of a comma.
const (
	Computed  State = iota + 1 // a rule computes or compares what it asks
	Asked                      // the host's own yes or no, day or text is taken, and a finding made of a no
	InPart                     // a part of its content is computed or asked, another isn't there
	Cited                      // other rules cite it; nothing of it is computed
	NoContent                  // a declaration, which has no rule in it
)

var states = gdpr.Names{"", "computed", "asked", "in_part", "cited", "declaration"}

// String returns the state's word.
func (s State) String() string { return states.String(int(s)) }

// MarshalText returns the state's word. A value that isn't a state is an
// [*gdpr.InputError] with [gdpr.FaultName].
func (s State) MarshalText() ([]byte, error) { return states.Text(int(s)) }

// UnmarshalText reads the state's word; the empty word is the zero value. An
// unknown word is an [*gdpr.InputError] with [gdpr.FaultName].
func (s *State) UnmarshalText(text []byte) error {
	i, err := states.Parse(string(text))
	*s = State(i)
	return err
}
