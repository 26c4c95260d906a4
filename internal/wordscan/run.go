package wordscan

import (
	"math/bits"
	"slices"
)

// run is the state of the patterns in a text.
type run struct {
	machine  *Machine
	seen     []seen   // by node
	live     []uint64 // by bit, whether the node that has it was reached of late
	moves    []move   // what the word at hand may do
	tick     int
	sentence int // the tick at which the sentence began
	heading  bool
	heard    []heard // by output
}

// heard is what spoke for an output, and the last span that spoke against it.
type heard struct {
	found []Span
	veto  Span
}

// seen tells of a node the tick at which it was last reached, and where the
// match began that reached it.
type seen struct{ start, tick int }

// A move leads to a target that the word at hand reaches, by a match that began
// at start.
type move struct {
	target
	start int
}

// Time begins late enough that no node seems to have been seen at time 0.
const firstTick = maxGap + 2

func newRun(m *Machine) run {
	return run{
		machine: m, seen: make([]seen, len(m.accepts)),
		live: make([]uint64, m.bits), moves: make([]move, 0, m.longest), sentence: firstTick,
		heard: make([]heard, len(m.outputs)),
	}
}

// run takes the tokens of a text, in their order.
func (r *run) run(tokens []token) {
	for i := range tokens {
		switch t := &tokens[i]; t.kind {
		case tokenWord:
			r.step(t)
		case tokenLimit:
			r.sentence = t.tick
			clear(r.live[:r.machine.across])
		case tokenHeading, tokenBody:
			r.heading = t.kind == tokenHeading
		}
	}
}

// step takes a word: it looks at where the patterns stand, and then moves them
// on, so that none takes a word twice.
func (r *run) step(t *token) {
	r.tick = t.tick
	before := t.tick - 1 + int(t.word.flag&flagZero)
	m, seen, live, tick := r.machine, r.seen, r.live, t.tick
	lists := m.lists[t.word.list : int(t.word.list)+2]
	list, next := &lists[0], &lists[1]
	moves := r.moves
	pairs := m.blocks[list.blocks:next.blocks]
	for i := range pairs {
		pair := &pairs[i]
		hits, more := live[pair[0].at]&pair[0].bits, live[pair[1].at]&pair[1].bits
		for b := &pair[0]; hits|more != 0; hits &= hits - 1 {
			if hits == 0 {
				hits, more, b = more, 0, &pair[1]
			}
			bit := hits & -hits
			h := &m.hops[b.hops+uint32(bits.OnesCount64(b.bits&(bit-1)))]
			from := seen[h.from]
			switch age := tick - from.tick; {
			case age <= int(h.ticks):
				if (h.across || from.tick >= r.sentence) && (h.to.flags&wants == 0 || r.grants(&h.to, before)) {
					moves = append(moves, move{h.to, from.start})
				}
			case age > int(h.keep):
				live[b.at] &^= bit
			}
		}
	}
	first := m.firsts[list.firsts:next.firsts]
	for i := range first {
		if r.grants(&first[i], before) {
			moves = append(moves, move{first[i], t.start})
		}
	}
	start := t.start
	begun := m.begun[list.begun:next.begun]
	for i := range begun {
		g := &begun[i]
		a, b, c, d := &seen[g.nodes[0]], &seen[g.nodes[1]], &seen[g.nodes[2]], &seen[g.nodes[3]]
		a.start, a.tick = start, tick
		b.start, b.tick = start, tick
		c.start, c.tick = start, tick
		d.start, d.tick = start, tick
		live[g.at[0]] |= g.bits[0]
		live[g.at[1]] |= g.bits[1]
	}
	if list.alone != next.alone {
		r.speak(m.alone[list.alone:next.alone], t.start, t.end)
	}
	for i := range moves {
		r.reach(&moves[i], t.end)
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
func (r *run) grants(t *target, before int) bool {
	return (t.flags&wantsOpening == 0 || r.sentence == before) &&
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
	return s >= r.sentence && r.tick-s <= l.words
}

// speak notes what a node says that was reached by the words from start to
// end. What speaks against an output takes back the matches that end within
// it, and keeps others from starting within it.
func (r *run) speak(says []accept, start, end int) {
	for _, a := range says {
		heard := &r.heard[a.output]
		n := len(heard.found)
		switch {
		case a.body && r.heading:
		case a.against:
			for n > 0 && heard.found[n-1].End > start {
				n--
			}
			heard.found = heard.found[:n]
			heard.veto = Span{start, end}
		case end <= heard.veto.End, heard.veto.Start <= start && start < heard.veto.End:
		case n > 0 && heard.found[n-1].End == end:
			last := &heard.found[n-1]
			last.Start = max(last.Start, start)
		default:
			if n == cap(heard.found) {
				heard.found = slices.Grow(heard.found, n+8)
			}
			heard.found = append(heard.found, Span{start, end})
		}
	}
}
