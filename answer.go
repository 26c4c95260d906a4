package gdpr

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Answer is what is known of a yes-or-no fact. The zero value is [Unknown],
// which is not [No]: a rule that would need the fact says so instead of
// guessing. In JSON the three are null, false and true.
//
// Answers combine by Kleene's strong three-valued logic: a result is known as
// soon as no value of the unknown facts could change it.
type Answer uint8

// The three answers.
const (
	Unknown Answer = iota // nobody has said yet; JSON null
	No                    // established that it is not so; JSON false
	Yes                   // established that it is so; JSON true
)

// Is returns [Yes] for true and [No] for false.
func Is(known bool) Answer {
	if known {
		return Yes
	}
	return No
}

// Known reports whether a is [Yes] or [No].
func (a Answer) Known() bool { return a == Yes || a == No }

// Not returns the opposite of a; the opposite of [Unknown] is [Unknown].
func (a Answer) Not() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}

// And returns [No] if a or b is [No], [Yes] if both are [Yes], and [Unknown]
// otherwise.
func (a Answer) And(b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Yes && b == Yes:
		return Yes
	}
	return Unknown
}

// Or returns [Yes] if a or b is [Yes], [No] if both are [No], and [Unknown]
// otherwise.
func (a Answer) Or(b Answer) Answer {
	switch {
	case a == Yes || b == Yes:
		return Yes
	case a == No && b == No:
		return No
	}
	return Unknown
}

// All returns the conjunction of the answers; of none it is [Yes].
func All(answers ...Answer) Answer {
	all := Yes
	for _, a := range answers {
		all = all.And(a)
	}
	return all
}

// Any returns the disjunction of the answers; of none it is [No].
func Any(answers ...Answer) Answer {
	some := No
	for _, a := range answers {
		some = some.Or(a)
	}
	return some
}

// Count returns how many of the answers are [Yes] at least (those that are)
// and at most (those that are not [No]).
func Count(answers ...Answer) (least, most int) {
	for _, a := range answers {
		switch a {
		case Yes:
			least++
			most++
		case No:
		default:
			most++
		}
	}
	return least, most
}

// AtLeast tells whether n or more of the answers are [Yes]: it is [Unknown]
// while the unknown ones could still decide it. With n of zero or less it is
// [Yes].
func AtLeast(n int, answers ...Answer) Answer {
	least, most := Count(answers...)
	switch {
	case least >= n:
		return Yes
	case most < n:
		return No
	}
	return Unknown
}

// String returns "unknown", "no" or "yes".
func (a Answer) String() string {
	switch a {
	case Yes:
		return "yes"
	case No:
		return "no"
	}
	return "unknown"
}

// Label returns "sì", "no" or "non noto" in the language that [Match] picks for
// tag.
func (a Answer) Label(tag language.Tag) string { return catalog.Text(tag, "answer."+a.String()) }

// MarshalJSON returns null, false or true.
func (a Answer) MarshalJSON() ([]byte, error) {
	switch a {
	case Yes:
		return []byte("true"), nil
	case No:
		return []byte("false"), nil
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads null, false or true. Anything else is an [*InputError]
// with the fault [FaultName].
func (a *Answer) UnmarshalJSON(data []byte) error {
	switch string(data) {
	case "true":
		*a = Yes
	case "false":
		*a = No
	case "null":
		*a = Unknown
	default:
		return &InputError{Value: fmt.Sprintf("%.40s", strings.Trim(string(data), `"`)), Fault: FaultName, Other: "null, false, true"}
	}
	return nil
}
