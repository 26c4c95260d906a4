package wordscan

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

const (
	// maxNumber is the greatest number that a pattern can name.
	maxNumber = 9999
	// maxSmall is how many numbers are looked up at once.
	maxSmall = 256
	// maxGap is the widest gap a pattern may have, in words.
	maxGap = 1000
	// maxStates and maxNodes are what the compact tables can number.
	maxStates, maxNodes   = 1 << 16, 1<<16 - 1
	maxGuards, maxOutputs = 1 << 8, 1 << 16
	// maxMarks is what the mark of a word can number, beside none.
	maxMarks = 1<<8 - 1
)

// A Machine finds the patterns of a rule set in texts. What it finds never
// changes, and it may be used by many at once. The zero value has no rules and finds nothing.
type Machine struct {
	outputs []string
	whole   []bool // by output, whether it means the same with a blank behind it
	marks   []string

	// states is the automaton of words over the symbols of letters.
	states []wordState
	// numbers and values are the words that aren't spelled by letters.
	numbers []wordInfo    // by number, the small ones
	years   []numeralInfo // the others, few
	number  wordInfo
	values  [valueCount]wordInfo

	tables
	guards []guard

	rested sync.Pool // of works that no scan uses
}

// numeralInfo is what the machine does at a number that isn't small.
type numeralInfo struct {
	n    uint16
	word wordInfo
}

// wordInfo is what the machine does at a word.
type wordInfo struct {
	list uint16
	mark uint8 // 0: none
	flag wordFlag
}

// width returns how many words a word counts for: none, or one.
func (w wordInfo) width() int { return 1 - int(w.flag&flagZero) }

type wordFlag uint8

const (
	flagZero         wordFlag = 1 << iota // the lowest bit: see width
	flagAbbreviation                      // its full stop ends no sentence
	flagBlank                             // it stands for what was to be written
	flagLabel                             // labels begin with it
	flagFill                              // in brackets, it asks for what is to be written
	flagMailbox                           // within an address of mail, it says whose it is
	flagField                             // in brackets, it names what is to be written
)

// Compile makes the machine of the rule files in files whose names glob matches,
// as fs.Glob does.
func Compile(files fs.FS, glob string) (*Machine, error) {
	r, err := readRules(files, glob)
	if err != nil {
		return nil, err
	}
	if len(r.marks) > maxMarks {
		return nil, fmt.Errorf("%d marks, more than %d", len(r.marks), maxMarks)
	}
	b := newBuilder(r.skip)
	for _, e := range r.entries {
		if err := b.add(e); err != nil {
			return nil, fmt.Errorf("[%s]: %w", r.outputs[e.output], err)
		}
	}
	if len(b.guards) > maxGuards || len(r.outputs) > maxOutputs {
		return nil, fmt.Errorf("%d guards and %d outputs, more than %d and %d", len(b.guards), len(r.outputs), maxGuards, maxOutputs)
	}
	if len(b.nodes) > maxNodes {
		return nil, fmt.Errorf("%d places in the patterns, more than %d", len(b.nodes), maxNodes)
	}
	m := &Machine{outputs: r.outputs, whole: r.whole, marks: r.marks, guards: b.guards}
	l := newLexicon(m, b)
	l.addMarks(r)
	if err := l.compile(); err != nil {
		return nil, err
	}
	return m, nil
}

// Outputs returns the names of the outputs, in the order of the rules.
func (m *Machine) Outputs() []string { return slices.Clone(m.outputs) }

// Marks returns the names of the marks, in the order of the rules.
func (m *Machine) Marks() []string { return slices.Clone(m.marks) }

// Values that a text can hold beside words.
type value uint8

const (
	valueNumber value = iota
	valueEmail
	valuePEC
	valueURL
	valueItem  // where what was announced begins; it has no width
	valueBlank // what was to be filled in and isn't
	valueCount
)

var valueNames = [valueCount]string{"num", "email", "pec", "url", "item", "blank"}

func isValue(name string) bool { return slices.Contains(valueNames[:], name) }
