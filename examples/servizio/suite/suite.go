// Package suite runs the conformance suite of the folder conformance over any
// implementation of the functions, and gives its score by area.
package suite

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
)

// File is a file of the suite: the cases of an area.
type File struct {
	Area    string `json:"area"`
	Title   string `json:"title"`
	Licence string `json:"licence"`
	LawAsOf string `json:"law_as_of"`
	Cases   []Case `json:"cases"`
}

// Case is one call, and what its answer has to say.
type Case struct {
	ID       string          `json:"id"`
	Title    string          `json:"title,omitempty"`
	Kind     string          `json:"kind"`   // official, derived or worked
	Source   string          `json:"source"` // where the expected values come from
	Function string          `json:"function"`
	Input    json.RawMessage `json:"input"`
	OK       *bool           `json:"ok,omitempty"`      // false: a problem is expected; true where it isn't given
	Expect   json.RawMessage `json:"expect"`            // what the answer has, among other things
	Differs  string          `json:"differs,omitempty"` // why this library knowingly answers otherwise: the case is told, and not counted
}

// Wanted reports whether the case expects an output rather than a problem.
func (c Case) Wanted() bool { return c.OK == nil || *c.OK }

// Load reads the files of a suite, in the order of their names.
func Load(folder fs.FS) ([]File, error) {
	names, err := fs.Glob(folder, "cases/*.json")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there are no files cases/*.json")
	}
	var files []File
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		var f File
		if err := json.Unmarshal(text, &f); err != nil {
			return nil, fmt.Errorf("%s: %w", path.Base(name), err)
		}
		files = append(files, f)
	}
	return files, nil
}

// Door is an implementation: it answers a call with an output, or with a problem
// and false.
type Door func(function string, input []byte) (answer []byte, ok bool, err error)

// Score is how many cases of an area pass.
type Score struct {
	Passed, All int
	Differ      int // cases beside, in which this library knowingly differs and the door doesn't answer as the source
}

// Run runs the cases over a door, writes those that fail, and returns the scores by
// area. The error is one of the door itself.
func Run(files []File, door Door, failures io.Writer) (map[string]Score, error) {
	scores := map[string]Score{}
	for _, f := range files {
		for _, c := range f.Cases {
			answer, ok, err := door(c.Function, c.Input)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.ID, err)
			}
			s := scores[f.Area]
			why := c.Judge(answer, ok)
			if why != "" && c.Differs != "" {
				s.Differ++
				scores[f.Area] = s
				continue
			}
			s.All++
			if why != "" {
				fmt.Fprintf(failures, "%s/%s (%s, %s): %s\n", f.Area, c.ID, c.Kind, c.Source, why)
			} else {
				s.Passed++
			}
			scores[f.Area] = s
		}
	}
	return scores, nil
}

// Print writes the scores.
func Print(w io.Writer, scores map[string]Score) (passed bool) {
	var all Score
	for _, area := range slices.Sorted(maps.Keys(scores)) {
		s := scores[area]
		fmt.Fprintf(w, "%-16s %5d of %5d%s\n", area, s.Passed, s.All, s.beside())
		all.Passed, all.All, all.Differ = all.Passed+s.Passed, all.All+s.All, all.Differ+s.Differ
	}
	fmt.Fprintf(w, "%-16s %5d of %5d%s\n", "all", all.Passed, all.All, all.beside())
	return all.Passed == all.All
}

// beside tells the cases that aren't counted.
func (s Score) beside() string {
	if s.Differ == 0 {
		return ""
	}
	return fmt.Sprintf(", and %d in which the library knowingly differs", s.Differ)
}

// Judge returns what is wrong with the answer, or "".
func (c Case) Judge(answer []byte, ok bool) string {
	if ok != c.Wanted() {
		return fmt.Sprintf("ok is %t, answer %.300s", ok, answer)
	}
	var want, got any
	if err := json.Unmarshal(c.Expect, &want); err != nil {
		return "the case: " + err.Error()
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		return "the answer: " + err.Error()
	}
	return holds("", want, got)
}

// holds returns where got lacks something of want: a field of an object; a list has
// as many elements, each of which holds.
func holds(at string, want, got any) string {
	switch want := want.(type) {
	case map[string]any:
		fields, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: no object: %v", at, got)
		}
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if why := holds(at+"."+name, want[name], fields[name]); why != "" {
				return why
			}
		}
		return ""
	case []any:
		items, ok := got.([]any)
		if !ok || len(items) != len(want) {
			return fmt.Sprintf("%s: want %v, got %v", at, want, got)
		}
		for i := range want {
			if why := holds(fmt.Sprintf("%s[%d]", at, i), want[i], items[i]); why != "" {
				return why
			}
		}
		return ""
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Sprintf("%s: want %v, got %v", at, want, got)
	}
	return ""
}
