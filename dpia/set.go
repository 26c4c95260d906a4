package dpia

import (
	"encoding"
	"encoding/json"
	"iter"
	"math/bits"

	"github.com/b58db29f/gdpr"
)

// Mark is what a [Screening] can find of a processing: a mandatory trigger, a
// type of the Garante's list, an index of the regulation, a criterion of WP248.
type Mark interface {
	Trigger | Type | Index | Criterion
	String() string
}

// Set is a set of marks, a small comparable value. The zero value is empty. In
// JSON it is an array of words.
type Set[M Mark] uint16

// setOf returns the set of the marks.
func setOf[M Mark](marks ...M) Set[M] {
	var s Set[M]
	for _, m := range marks {
		s |= 1 << m >> 1
	}
	return s
}

// Has reports whether m is in the set.
func (s Set[M]) Has(m M) bool { return m > 0 && s>>(m-1)&1 == 1 }

// Len returns how many marks are in the set: the score.
func (s Set[M]) Len() int { return bits.OnesCount16(uint16(s)) }

// All yields the marks in the order of the law.
func (s Set[M]) All() iter.Seq[M] {
	return func(yield func(M) bool) {
		for m := M(1); s>>(m-1) != 0; m++ {
			if s.Has(m) && !yield(m) {
				return
			}
		}
	}
}

// MarshalJSON returns the words of the marks as an array.
func (s Set[M]) MarshalJSON() ([]byte, error) {
	words := []string{}
	for m := range s.All() {
		words = append(words, m.String())
	}
	return json.Marshal(words)
}

// UnmarshalJSON reads an array of words. An unknown word is an
// [*gdpr.InputError] that lists the valid ones, and leaves the set as it was.
func (s *Set[M]) UnmarshalJSON(data []byte) error {
	var words []string
	if err := json.Unmarshal(data, &words); err != nil {
		return &gdpr.InputError{Value: string(data), Fault: gdpr.FaultSyntax, Other: `["` + M(1).String() + `"]`}
	}
	var read Set[M]
	for _, word := range words {
		var m M
		reader, _ := any(&m).(encoding.TextUnmarshaler)
		if err := reader.UnmarshalText([]byte(word)); err != nil {
			return err
		}
		read |= setOf(m)
	}
	*s = read
	return nil
}
