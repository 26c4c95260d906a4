package main

import (
	"slices"
	"testing"
)

// TestSmall: of a package's changes those are told that no test notices or comes by,
// those that can't be noticed count for nothing, and a row without a change is stale.
func TestSmall(t *testing.T) {
	r, err := measure("testdata/small", nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"small.go\tDays.Late\tday > d.n: >=":  "",
		"small.go\tDays.Late\tday > d.n: not": "",
		"small.go\tAdult\tyears >= 18: >":     "lived",
		"small.go\tAdult\tyears >= 18: not":   "",
		"small.go\tMost\ta > b: >=":           "lived",
		"small.go\tMost\ta > b: not":          "",
		"small.go\tuntested\t!a: without not": "not reached",
	}
	if len(r.mutants) != len(want) {
		t.Errorf("%d changes", len(r.mutants))
	}
	for _, m := range r.mutants {
		if how, ok := want[m.key()]; !ok || how != r.lived[m.id] {
			t.Errorf("%q: %q", m.key(), r.lived[m.id])
		}
	}
	files, stale := r.count()
	if want := (count{all: 7, noticed: 4, listed: 1}); files["small.go"] != want {
		t.Errorf("%+v", files)
	}
	if !slices.Equal(stale, []string{"small.go\tLate\td > e: >="}) {
		t.Errorf("%q", stale)
	}
	for least, below := range map[float64]bool{66: false, 67: true} {
		if share := files["small.go"].share(); share < least != below {
			t.Errorf("%f", share)
		}
	}
}
