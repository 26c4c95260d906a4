package retention

import (
	"encoding/json"
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Bound is which end of the keeping a rule's period is. A ceiling and a minimum
// are two things: what a law orders to keep for ten years mayn't go sooner because
// nobody needs it, and what it forbids to keep longer mayn't stay.
//
// Law: GDPR 5(1)(e); GDPR 6(1)(c); GDPR 17(3)(b).
type Bound uint8

// The bounds.
//
//words:label retention.bound
const (
	AtMost    Bound = iota // at_most: a ceiling: the data go by its end, or sooner if nobody needs them
	AtLeast                // at_least: a minimum that a law or the plan sets: nothing goes before its end
	Permanent              // permanent: never: the documents are for the historical archive
)

// RuleName names a rule of a schedule by its id. In JSON it is a string; the
// number of a rule's place, which files of the first edition have, is read as
// "#" and the number, and stands for that place while no rule has it as its id.
type RuleName string

// UnmarshalJSON reads an id, or the number of a place.
func (n *RuleName) UnmarshalJSON(data []byte) error {
	s := string(data)
	var text string // null is none
	if json.Unmarshal(data, &text) == nil {
		*n = RuleName(text)
		return nil
	}
	place, err := strconv.Atoi(s)
	if err != nil {
		return &gdpr.InputError{Value: s, Fault: gdpr.FaultSyntax, Other: "id"}
	}
	*n = RuleName("#" + strconv.Itoa(place))
	return nil
}
