package wordscan

import "math/bits"

// run is the state of the patterns in a text. Time is counted in words that
// have a width; the limit of a sentence takes one tick too.
type run struct {
	machine  *Machine
	seen     []seen   // by node
	live     []uint64 // by bit, whether the node that has it was reached of late
	moves    []move   // what the word at hand may do
	tick     int32
	sentence int32 // the tick at which the sentence began
	heading  bool
	marked   []int // by mark, 0 for the words that bear none
	found    [][]Span
	vetoes   []Span // by output, the last span that spoke against it
}

// seen tells of a node the tick at which it was last reached, and where the
// match began that reached it.
type seen struct {
	start int
	tick  int32
}

// A move leads to a target that the word at hand reaches, by a match that began
// at start.
type move struct {
	target
	start int
}

// Time begins late enough that no node seems to have been seen at time 0, and
// begins again, once in a thousand million words, before it overflows: a match
// that goes on at that moment is lost.
const firstTick, lastTick = maxGap + 2, 1 << 30

func newRun(m *Machine) run {
	return run{
		machine: m, seen: make([]seen, len(m.accepts)),
		live: make([]uint64, m.bits), moves: make([]move, 0, m.longest),
		tick: firstTick, sentence: firstTick,
		marked: make([]int, len(m.marks)+1), found: make([][]Span, len(m.outputs)), vetoes: make([]Span, len(m.outputs)),
	}
}

// begin counts time anew.
func (r *run) begin() {
	clear(r.seen)
	clear(r.live)
	r.tick, r.sentence = firstTick, firstTick
}

// limit ends the sentence.
func (r *run) limit() {
	if r.sentence != r.tick {
		r.tick++
		r.sentence = r.tick
		clear(r.live[:r.machine.across])
	}
}

// run takes the tokens of a text, in their order.
func (r *run) run(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		switch t.kind {
		case tokenWord:
			r.marked[t.word.mark]++
			if t.word.list != 0 {
				r.step(t.word, t.start, t.end)
			} else if t.word.flag&flagZero == 0 {
				r.tick++
			}
		case tokenItem:
			r.step(t.word, t.start, t.end)
		case tokenApart:
			r.tick++
		case tokenLimit:
			r.limit()
		case tokenHeading, tokenBody:
			r.heading = t.kind == tokenHeading
		}
	}
}

// step takes the word at text[start:end]: it looks at where the patterns stand,
// and then moves them on, so that none takes a word twice.
func (r *run) step(word wordInfo, start, end int) {
	if r.tick >= lastTick {
		r.begin()
	}
	before := r.sentence
	if word.flag&flagZero == 0 {
		r.tick++
		before++
	}
	m, seen, live, tick := r.machine, r.seen, r.live, r.tick
	lists := m.lists[word.list : int(word.list)+2]
	list, next := &lists[0], &lists[1]
	moves := r.moves
	for _, b := range m.blocks[list.blocks:next.blocks] {
		for hits := live[b.at] & b.bits; hits != 0; hits &= hits - 1 {
			bit := hits & -hits
			h := &m.hops[b.hops+uint32(bits.OnesCount64(b.bits&(bit-1)))]
			from := seen[h.from]
			switch age := tick - from.tick; {
			case age <= int32(h.ticks):
				if (h.across || from.tick >= r.sentence) && (h.to.flags&wants == 0 || r.grants(&h.to, before)) {
					moves = append(moves, move{h.to, from.start})
				}
			case age > int32(m.widest):
				live[b.at] &^= bit
			}
		}
	}
	first := m.firsts[list.firsts:next.firsts]
	for i := range first {
		if r.grants(&first[i], before) {
			moves = append(moves, move{first[i], start})
		}
	}
	for _, n := range m.plains[list.plains:next.plains] {
		s := &seen[n]
		s.start, s.tick = start, tick
	}
	for _, b := range m.begun[list.begun:next.begun] {
		live[b.at] |= b.bits
	}
	if list.alone != next.alone {
		r.speak(m.alone[list.alone:next.alone], start, end)
	}
	for i := range moves {
		r.reach(&moves[i], end)
	}
}

// reach takes a move by the word that ends at end; of two moves to one node,
// that of the shorter match stays.
func (r *run) reach(m *move, end int) {
	if s := r.seen[m.node]; s.tick == r.tick && s.start >= m.start {
		return
	}
	r.note(m.slot, m.start)
	if m.flags&feedsJoints != 0 {
		for _, joint := range r.machine.feeds[m.node] {
			if s := r.seen[joint.node]; s.tick != r.tick || s.start < m.start {
				r.note(joint, m.start)
			}
		}
	}
	if m.flags&speaks != 0 {
		r.speak(r.machine.accepts[m.node], m.start, end)
	}
}

// note notes that a node is reached.
func (r *run) note(s slot, start int) {
	r.seen[s.node] = seen{start, r.tick}
	r.live[s.bit>>6] |= 1 << (s.bit & 63)
}

// grants reports whether the word is where t demands it: at the opening of its
// sentence, which is the tick before, in a heading, clear of what its guard
// forbids.
func (r *run) grants(t *target, before int32) bool {
	return (t.flags&wantsOpening == 0 || r.tick == before) &&
		(t.flags&wantsHeading == 0 || r.heading) &&
		(t.guard == 0 || r.allows(r.machine.guards[t.guard]))
}

// allows reports whether what stands before the word is as the guard demands.
func (r *run) allows(g guard) bool {
	for _, l := range g.mustnt {
		if r.lately(l) {
			return false
		}
	}
	for _, l := range g.must {
		if r.lately(l) {
			return true
		}
	}
	return len(g.must) == 0
}

// lately reports whether the node was seen in this sentence, up to so many
// words ago.
func (r *run) lately(l limit) bool {
	s := r.seen[l.node].tick
	return s >= r.sentence && int(r.tick-s) <= l.words
}

// speak notes what a node says that was reached by the words from start to
// end. What speaks against an output takes back the matches that end within
// it, and keeps others from starting within it.
func (r *run) speak(says []accept, start, end int) {
	for _, a := range says {
		found, veto := &r.found[a.output], &r.vetoes[a.output]
		switch {
		case a.body && r.heading:
		case a.against:
			n := len(*found)
			for n > 0 && (*found)[n-1].End > start {
				n--
			}
			*found = (*found)[:n]
			*veto = Span{start, end}
		case end <= veto.End, veto.Start <= start && start < veto.End:
		default:
			if n := len(*found); n > 0 && (*found)[n-1].End == end {
				(*found)[n-1].Start = max((*found)[n-1].Start, start)
				continue
			}
			*found = append(*found, Span{start, end})
		}
	}
}
