package wordscan

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

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
	l.seat()
	for _, n := range b.nodes {
		m.saysAt = append(m.saysAt, uint16(len(m.says)))
		m.says = append(m.says, n.speaks...)
		m.fedAt = append(m.fedAt, uint16(len(m.fed)))
		for _, joint := range n.feeds {
			m.fed = append(m.fed, uint16(joint))
		}
	}
	m.saysAt = append(m.saysAt, uint16(len(m.says)))
	m.fedAt = append(m.fedAt, uint16(len(m.fed)))
	m.lists = []list{m.ends()}
	l.list(nil)
	return l
}

// addMarks enters the words that are counted or that have no width.
func (l *lexicon) addMarks(r *rules) {
	set := func(word string, change func(*wordInfo)) {
		for _, word := range spellings(word) {
			info := l.flags[word]
			change(&info)
			l.flags[word] = info
			l.insert(lexeme{text: word})
		}
	}
	for _, word := range r.skip {
		set(word, func(i *wordInfo) { i.flag |= flagZero })
	}
	for _, word := range r.abbreviations {
		set(word, func(i *wordInfo) { i.flag |= flagAbbreviation })
	}
	for _, flag := range slices.Sorted(maps.Keys(r.flagged)) {
		for _, word := range r.flagged[flag] {
			set(word, func(i *wordInfo) { i.flag |= flag })
		}
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

// compile lays the trie out as a table, in the order of the letters and by the
// length of the words, so that where a state leads stands side by side. Beyond
// the trie a word stays in the sink of the stems that it has passed.
func (l *lexicon) compile() error {
	order, passed := l.order()
	var sinks sinks
	for _, at := range order {
		sinks.number(passed[at])
	}
	states := len(order) + len(sinks.stems)
	if states > maxStates {
		return fmt.Errorf("%d states of words, more than %d", states, maxStates)
	}
	m, next := l.machine, 1
	for _, at := range order {
		branch := &l.trie[at]
		s := wordState{rest: uint16(len(order) + sinks.number(passed[at])), word: l.info(branch.exact, passed[at])}
		for symbol := range branch.next {
			s.known |= 1 << symbol // a sign that is no letter, nothing reaches
		}
		if s.known != 0 {
			s.first = uint16(next)
			next += bits.OnesCount32(s.known)
		}
		m.states = append(m.states, s)
	}
	for _, stems := range sinks.stems {
		m.states = append(m.states, wordState{rest: uint16(len(m.states)), word: l.info("", stems)})
	}
	if err := l.values(); err != nil {
		return err
	}
	if max(len(m.blocks), len(m.begun), len(m.firsts), len(m.alone), len(m.hops)) > maxNodes || m.bits > 1<<8 {
		return fmt.Errorf("the tables of the patterns are too long")
	}
	if len(m.lists) > maxNodes {
		return fmt.Errorf("%d sets of words, more than %d", len(m.lists), maxNodes)
	}
	return nil
}

// order returns the branches in the order of their states, and of each the stems
// passed on the way to it.
func (l *lexicon) order() (order []int, passed [][]string) {
	passed = make([][]string, len(l.trie))
	order = []int{0}
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
	return order, passed
}

// sinks are the sets of stems by which words end that patterns don't spell out.
type sinks struct {
	at    map[string]int
	stems [][]string
}

// number returns the number of a set.
func (s *sinks) number(stems []string) int {
	if s.at == nil {
		s.at = map[string]int{}
	}
	key := strings.Join(stems, " ")
	at, known := s.at[key]
	if !known {
		at = len(s.stems)
		s.at[key] = at
		s.stems = append(s.stems, stems)
	}
	return at
}

// values enters the numbers and the other words that no letters spell.
func (l *lexicon) values() error {
	m := l.machine
	m.number = l.info("<num", nil)
	for _, word := range slices.Sorted(maps.Keys(l.byWord)) {
		if !isNumber(word) {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || n > maxNumber {
			return fmt.Errorf("%s is too great a number for a pattern", word)
		}
		if n >= maxSmall {
			m.years = append(m.years, numeralInfo{uint16(n), l.info(word, []string{"<num"})})
			continue
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
	m.values[valueBlank].flag |= flagBlank
	m.values[valuePEC] = l.info("<pec", []string{"<email"})
	return nil
}

// info returns what the machine does at a word that is the given one and
// begins with the stems.
func (l *lexicon) info(exact string, stems []string) wordInfo {
	info := l.flags[exact]
	if info.flag&flagBlank != 0 {
		stems = append(slices.Clone(stems), "<blank")
	}
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
