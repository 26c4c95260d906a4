// Package kleenetest checks decisions on facts of which some are unknown,
// whatever their rule: it fills the unknown facts in every way and looks at what
// comes out. It is for tests alone.
package kleenetest

import (
	"fmt"
	"iter"
	"math/bits"
	"reflect"
	"strings"
	"testing"

	"github.com/b58db29f/gdpr"
)

// Decision is a decision under test.
type Decision[F any, O comparable] struct {
	// Decide returns what the facts lead to, and whether it is decided. While
	// it isn't, the outcome is not looked at. An error means that the facts
	// contradict each other; such facts are passed over.
	Decide func(F) (outcome O, decided bool, err error)
	// Missing yields the questions that could still change the outcome.
	Missing func(F) iter.Seq[gdpr.Question]
}

// Check fills the unknown facts of partial in every way and reports where the
// decision breaks its promise:
//
//   - decided, it comes out the same however the unknown facts are filled;
//   - undetermined, it comes out in at least two ways;
//   - a fact is missing exactly if it alone changes the outcome in some filling.
//
// The facts are the exported fields of type gdpr.Answer, of nested structs too,
// named by their JSON names. At most 16 may be unknown.
func (d Decision[F, O]) Check(t testing.TB, partial F) {
	t.Helper()
	if err := d.check(partial); err != nil {
		t.Errorf("%v\nfacts: %+v", err, partial)
	}
}

func (d Decision[F, O]) check(partial F) error {
	got, decided, err := d.Decide(partial)
	if err != nil {
		return nil
	}
	missing := map[string]bool{}
	for q := range d.Missing(partial) {
		if missing[q.Field] {
			return fmt.Errorf("%s is missing twice", q.Field)
		}
		missing[q.Field] = true
	}
	filled := partial
	open := Unknown(&filled)
	if len(open) > 16 {
		return fmt.Errorf("%d unknown facts are too many to fill", len(open))
	}
	outcomes := make([]O, 1<<len(open))
	valid := make([]bool, 1<<len(open))
	seen := map[O]bool{}
	for way := range outcomes {
		for i, f := range open {
			f.Set(gdpr.Is(way>>i&1 == 1))
		}
		o, ok, err := d.Decide(filled)
		if err != nil {
			continue
		}
		if !ok {
			return fmt.Errorf("undetermined with every fact known: %+v", filled)
		}
		outcomes[way], valid[way] = o, true
		seen[o] = true
		if decided && o != got {
			return fmt.Errorf("decided %v, but %v with %+v", got, o, filled)
		}
	}
	if !decided && len(seen) < 2 {
		return fmt.Errorf("undetermined, but only %v can come out", seen)
	}
	for i, f := range open {
		flips := false
		for way := range outcomes {
			other := way ^ 1<<i
			if valid[way] && valid[other] && outcomes[way] != outcomes[other] {
				flips = true
				break
			}
		}
		if flips != missing[f.Name] {
			return fmt.Errorf("%s: missing is %v, but changing it alone changes the outcome: %v", f.Name, missing[f.Name], flips)
		}
		delete(missing, f.Name)
	}
	for name := range missing {
		return fmt.Errorf("%s is missing, but it isn't an unknown fact", name)
	}
	return nil
}

// Fact is one field of facts.
type Fact struct {
	Name string // path of JSON names: "data.special"
	v    reflect.Value
}

// Set gives the fact its answer.
func (f Fact) Set(a gdpr.Answer) { f.v.Set(reflect.ValueOf(a)) }

// All returns every fact of the struct that facts points to.
func All(facts any) []Fact { return collect(reflect.ValueOf(facts).Elem(), "", nil) }

// Unknown returns the facts that are unknown.
func Unknown(facts any) []Fact {
	var open []Fact
	for _, f := range All(facts) {
		if f.v.Interface() == gdpr.Unknown {
			open = append(open, f)
		}
	}
	return open
}

// Fill gives every fact of the struct that facts points to an answer drawn from
// the digits of seed, so that a fuzzer or a loop reaches all combinations.
func Fill(facts any, seed uint64) {
	for _, f := range All(facts) {
		f.Set(gdpr.Answer(seed % 3))
		seed = next(seed)
	}
}

func collect(v reflect.Value, path string, facts []Fact) []Fact {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if !field.IsExported() {
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "" {
			name = field.Name
		}
		if path != "" {
			name = path + "." + name
		}
		switch {
		case field.Type == reflect.TypeFor[gdpr.Answer]():
			facts = append(facts, Fact{name, v.Field(i)})
		case field.Type.Kind() == reflect.Struct:
			facts = collect(v.Field(i), name, facts)
		}
	}
	return facts
}

// Partial gives every fact of the struct that facts points to an answer drawn
// from seed, and then leaves at most open of them unknown.
func Partial(facts any, seed uint64, open int) {
	all := All(facts)
	for _, f := range all {
		seed = next(seed)
		f.Set(gdpr.Is(seed>>40&1 == 1))
	}
	for range min(open, len(all)) {
		seed = next(seed)
		all[(seed>>33)%uint64(len(all))].Set(gdpr.Unknown)
	}
}

// next spreads a seed over any number of facts.
func next(seed uint64) uint64 {
	return bits.RotateLeft64(seed*0x9E3779B97F4A7C15+0x632BE59BD9B4E019, 29)
}
