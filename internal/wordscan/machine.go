package wordscan

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

const (
	// maxNumber is the greatest number that a pattern can name.
	maxNumber = 9999
	// maxGap is the widest gap a pattern may have, in words.
	maxGap = 1000
	// maxStates and maxNodes are what the compact tables can number.
	maxStates, maxNodes = 1 << 16, 1 << 16
)

// A Machine finds the patterns of a rule set in texts. It is immutable and
// may be used by many at once. The zero value has no rules and finds nothing.
type Machine struct {
	outputs []string
	marks   []string

	// next is the automaton of words over bytes, by state and symbol.
	next [][symbols]uint16
	// words says, by state, which word ends there.
	words []wordInfo
	// numbers and values are the words that aren't spelled by letters.
	numbers []wordInfo
	number  wordInfo
	values  [valueCount]wordInfo

	lists   []list // by the number of a word; list 0 is empty
	tries   []try
	origins []origin   // of the tries
	accepts [][]accept // by node
	feeds   [][]uint16 // by node, the joints reached with it
	guards  []guard
}

// wordInfo is what the machine does at a word.
type wordInfo struct {
	list uint16
	mark uint8 // 0: none
	flag wordFlag
}

type wordFlag uint8

const (
	flagZero wordFlag = 1 << iota
	flagAbbreviation
)

// list is what may happen at a word: it goes on with a pattern, by the tries
// from after on, or is the first of one, by those from first on. The tries after
// are ordered by the node that they lead to, the last first, and the first come
// behind, so that no pattern takes a word twice.
type list struct{ after, first, end uint32 }

// A try is an edge that a word may take. That of the tries after the first
// which may be taken is found by their origins alone.
type try struct {
	to    uint16
	guard uint16
	flags tryFlag
}

// origin is the node from which a try leads, and how many words back it may have
// been seen; within, plus this number, if the sentence must be the same.
type origin struct{ node, words uint16 }

const within = 1 << 15

type tryFlag uint16

const (
	tryOpening tryFlag = 1 << iota
	tryHeading
	tryGuarded
	trySpeaks
	tryFeeds

	tryDemands = tryOpening | tryHeading | tryGuarded
)

// Compile makes the machine of the rule files in files whose names glob matches,
// as fs.Glob does.
func Compile(files fs.FS, glob string) (*Machine, error) {
	r, err := readRules(files, glob)
	if err != nil {
		return nil, err
	}
	b := newBuilder(r.skip)
	for _, e := range r.entries {
		if err := b.add(e); err != nil {
			return nil, fmt.Errorf("[%s]: %w", r.outputs[e.output], err)
		}
	}
	if len(b.nodes) > maxNodes {
		return nil, fmt.Errorf("%d places in the patterns, more than %d", len(b.nodes), maxNodes)
	}
	m := &Machine{outputs: r.outputs, marks: r.marks, guards: b.guards}
	for _, n := range b.nodes {
		m.accepts = append(m.accepts, n.speaks)
		var feeds []uint16
		for _, at := range n.feeds {
			feeds = append(feeds, uint16(at))
		}
		m.feeds = append(m.feeds, feeds)
	}
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
	valueItem // where what was announced begins; it has no width
	valueCount
)

var valueNames = [valueCount]string{"num", "email", "pec", "url", "item"}

func isValue(name string) bool { return slices.Contains(valueNames[:], name) }

// lexicon turns the words of the patterns into the automaton of words.
type lexicon struct {
	machine *Machine
	builder *builder
	byWord  map[string][]int // class numbers by lexeme key
	nodesOf [][]int          // node numbers by class
	lists   map[string]uint16
	trie    []branch
	flags   map[string]wordInfo
}

// branch is a state of the trie of lexemes.
type branch struct {
	next  map[uint8]int
	exact string // the lexeme that ends here
	stems []string
}

func newLexicon(m *Machine, b *builder) *lexicon {
	l := &lexicon{machine: m, builder: b, byWord: make(map[string][]int), nodesOf: make([][]int, len(b.classes)),
		lists: make(map[string]uint16), trie: []branch{{next: map[uint8]int{}}}, flags: make(map[string]wordInfo)}
	for number, words := range b.classes {
		for _, word := range words {
			l.byWord[word.key()] = append(l.byWord[word.key()], number)
			if word.value || isNumber(word.text) {
				continue
			}
			l.insert(word)
		}
	}
	for number, n := range b.nodes {
		if number > 0 && n.class != joint {
			l.nodesOf[n.class] = append(l.nodesOf[n.class], number)
		}
	}
	l.list(nil)
	return l
}

// addMarks enters the words that are counted or that have no width.
func (l *lexicon) addMarks(r *rules) {
	set := func(word string, change func(*wordInfo)) {
		word = foldWord(word)
		info := l.flags[word]
		change(&info)
		l.flags[word] = info
		l.insert(lexeme{text: word})
	}
	for _, word := range r.skip {
		set(word, func(i *wordInfo) { i.flag |= flagZero })
	}
	for _, word := range r.abbreviations {
		set(word, func(i *wordInfo) { i.flag |= flagAbbreviation })
	}
	for number, name := range r.marks {
		for _, word := range r.marked[name] {
			set(word, func(i *wordInfo) { i.mark = uint8(number) + 1 })
		}
	}
}

// insert enters a word or stem in the trie.
func (l *lexicon) insert(word lexeme) {
	at := 0
	for i := range symbolsOf(word.text) {
		symbol := symbolsOf(word.text)[i]
		to, known := l.trie[at].next[symbol]
		if !known {
			to = len(l.trie)
			l.trie = append(l.trie, branch{next: map[uint8]int{}})
			l.trie[at].next[symbol] = to
		}
		at = to
	}
	if word.stem {
		if !slices.Contains(l.trie[at].stems, word.key()) {
			l.trie[at].stems = append(l.trie[at].stems, word.key())
		}
		return
	}
	l.trie[at].exact = word.text
}

func symbolsOf(word string) []uint8 {
	if word == "è" {
		return []uint8{symbolVerb}
	}
	symbols := make([]uint8, len(word))
	for i := range symbols {
		symbols[i] = word[i] - 'a'
	}
	return symbols
}

func isNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}

// compile lays the trie out as a table. Beyond the trie a word stays in the
// sink of the stems that it has passed.
func (l *lexicon) compile() error {
	m := l.machine
	sinks := map[string]int{}
	var stemsOf [][]string
	sink := func(stems []string) int {
		key := strings.Join(stems, " ")
		at, known := sinks[key]
		if !known {
			at = len(stemsOf)
			sinks[key] = at
			stemsOf = append(stemsOf, stems)
		}
		return at
	}
	// Number the branches first, with the stems passed on the way.
	passed := make([][]string, len(l.trie))
	order := []int{0}
	for i := 0; i < len(order); i++ {
		at := order[i]
		passed[at] = append(slices.Clone(passed[at]), l.trie[at].stems...)
		for symbol := range uint8(symbols) {
			if to, known := l.trie[at].next[symbol]; known {
				passed[to] = passed[at]
				order = append(order, to)
			}
		}
	}
	for _, at := range order {
		sink(passed[at])
	}
	states := len(l.trie) + len(stemsOf)
	if states > maxStates {
		return fmt.Errorf("%d states of words, more than %d", states, maxStates)
	}
	m.next = make([][symbols]uint16, states)
	m.words = make([]wordInfo, states)
	for at := range l.trie {
		rest := len(l.trie) + sink(passed[at])
		for symbol := range uint8(symbols) {
			to, known := l.trie[at].next[symbol]
			if !known {
				to = rest
			}
			m.next[at][symbol] = uint16(to)
		}
		m.words[at] = l.info(l.trie[at].exact, passed[at])
	}
	for number, stems := range stemsOf {
		at := len(l.trie) + number
		for symbol := range symbols {
			m.next[at][symbol] = uint16(at)
		}
		m.words[at] = l.info("", stems)
	}
	m.number = l.info("<num", nil)
	for word := range l.byWord {
		if !isNumber(word) {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || n > maxNumber {
			return fmt.Errorf("%s is too great a number for a pattern", word)
		}
		for len(m.numbers) <= n {
			m.numbers = append(m.numbers, m.number)
		}
		m.numbers[n] = l.info(word, []string{"<num"})
	}
	for v, name := range valueNames {
		m.values[v] = l.info("<"+name, nil)
	}
	m.values[valueItem].flag |= flagZero
	m.values[valuePEC] = l.info("<pec", []string{"<email"})
	if len(m.lists) > maxNodes {
		return fmt.Errorf("%d sets of words, more than %d", len(m.lists), maxNodes)
	}
	return nil
}

// info returns what the machine does at a word that is the given one and
// begins with the stems.
func (l *lexicon) info(exact string, stems []string) wordInfo {
	info := l.flags[exact]
	var nodes []int
	for _, key := range append(slices.Clone(stems), exact) {
		for _, class := range l.byWord[key] {
			nodes = append(nodes, l.nodesOf[class]...)
		}
	}
	slices.Sort(nodes)
	info.list = l.list(slices.Compact(nodes))
	return info
}

// list returns the number of the list of tries that lead to the nodes.
func (l *lexicon) list(nodes []int) uint16 {
	key := fmt.Sprint(nodes)
	if at, known := l.lists[key]; known {
		return at
	}
	m := l.machine
	at := uint16(len(m.lists))
	l.lists[key] = at
	var first []try
	all := list{after: uint32(len(m.tries))}
	for _, number := range slices.Backward(nodes) {
		n := l.builder.nodes[number]
		t := try{to: uint16(number), guard: uint16(n.from.guard)}
		for flag, set := range map[tryFlag]bool{
			tryOpening: n.from.opening, tryHeading: n.from.heading, tryGuarded: n.from.guard != 0,
			trySpeaks: len(n.speaks) > 0, tryFeeds: len(n.feeds) > 0,
		} {
			if set {
				t.flags |= flag
			}
		}
		for _, e := range n.from.edges {
			if e.node == 0 {
				first = append(first, t)
				continue
			}
			o := origin{uint16(e.node), uint16(e.words)}
			if !n.zero {
				o.words++
			}
			if !e.across {
				o.words |= within
			}
			m.tries, m.origins = append(m.tries, t), append(m.origins, o)
		}
	}
	all.first = uint32(len(m.tries))
	m.tries = append(m.tries, first...)
	m.origins = append(m.origins, make([]origin, len(first))...)
	all.end = uint32(len(m.tries))
	m.lists = append(m.lists, all)
	return at
}
