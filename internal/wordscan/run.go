package wordscan

import "math/bits"

// run is the state of the patterns in a text.
type run struct {
	machine  *Machine
	seen     []seen   // by node
	live     []uint64 // by bit, whether the node that has it was reached of late
	moves    []move   // what the word at hand may do
	sentence uint32   // the tick at which the sentence began
	heading  bool
	blank    Span     // the last
	left     uint32   // its tick
	heard    []heard  // by output
	spans    [][]Span // the same, for who asks
}

// heard is what spoke for an output, and the last span that spoke against it.
type heard struct {
	found []Span
	tick  uint32 // of the last found
	veto  Span
}

// seen tells of a node the tick at which it was last reached, and where the
// match began that reached it.
type seen struct{ start, tick uint32 }

// A move leads to a target that the word at hand reaches, by a match that began
// at start.
type move struct {
	target
	start uint32
}

// Time begins late enough that no node seems to have been seen at time 0.
const firstTick = maxGap + 2

func newRun(m *Machine) run {
	return run{
		machine: m, seen: make([]seen, len(m.bit)),
		live: make([]uint64, m.bits), moves: make([]move, 0, m.longest), sentence: firstTick,
		heard: make([]heard, len(m.outputs)), spans: make([][]Span, len(m.outputs)),
	}
}

// reset makes the run ready for a text that begins at tick, later by firstTick than all
// that was seen.
func (r *run) reset(tick uint32) {
	clear(r.live)
	r.sentence, r.heading, r.blank, r.left = tick, false, Span{}, 0
	for i := range r.heard {
		r.heard[i] = heard{found: r.heard[i].found[:0]}
	}
}

// found returns what was found, by output.
func (r *run) found() [][]Span {
	for i := range r.heard {
		r.spans[i] = r.heard[i].found
	}
	return r.spans
}

// run takes the tokens of a text, in their order.
func (r *run) run(tokens []token) {
	for i := range tokens {
		switch t := &tokens[i]; t.kind {
		case tokenWord:
			if t.word.flag&flagBlank != 0 {
				r.leave(t)
			}
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
	list, live := &r.machine.lists[t.word.list], r.live
	four := &list.four
	if hits := live[four.at[0]] & four.bits[0]; hits != 0 {
		r.follow(t, four, 0, hits)
	}
	if hits := live[four.at[1]] & four.bits[1]; hits != 0 {
		r.follow(t, four, 1, hits)
	}
	if hits := live[four.at[2]] & four.bits[2]; hits != 0 {
		r.follow(t, four, 2, hits)
	}
	if hits := live[four.at[3]] & four.bits[3]; hits != 0 {
		r.follow(t, four, 3, hits)
	}
	if list.more {
		r.further(t, list, &r.machine.lists[int(t.word.list)+1])
	}
	seen, start, tick, g := r.seen, t.start, t.tick, &list.begins
	a, b, c, d := &seen[g.nodes[0]], &seen[g.nodes[1]], &seen[g.nodes[2]], &seen[g.nodes[3]]
	a.start, a.tick = start, tick
	b.start, b.tick = start, tick
	c.start, c.tick = start, tick
	d.start, d.tick = start, tick
	live[g.at[0]] |= g.bits[0]
	live[g.at[1]] |= g.bits[1]
	if len(r.moves) > 0 {
		r.move(t)
	}
}

// further takes what a list holds in the tables.
func (r *run) further(t *token, list, next *list) {
	m := r.machine
	blocks := m.blocks[list.blocks:next.blocks]
	for i := range blocks {
		r.look(t, &blocks[i])
	}
	r.first(t, m.firsts[list.firsts:next.firsts])
	begun := m.begun[list.begun:next.begun]
	for i := range begun {
		r.begin(t, &begun[i])
	}
	if list.alone != next.alone {
		r.speak(m.alone[list.alone:next.alone], t.start, t)
	}
}

// look looks at the origins of the hops of four blocks.
func (r *run) look(t *token, four *blocks) {
	live := r.live
	if hits := live[four.at[0]] & four.bits[0]; hits != 0 {
		r.follow(t, four, 0, hits)
	}
	if hits := live[four.at[1]] & four.bits[1]; hits != 0 {
		r.follow(t, four, 1, hits)
	}
	if hits := live[four.at[2]] & four.bits[2]; hits != 0 {
		r.follow(t, four, 2, hits)
	}
	if hits := live[four.at[3]] & four.bits[3]; hits != 0 {
		r.follow(t, four, 3, hits)
	}
}

// begin notes that four nodes are reached by the word alone.
func (r *run) begin(t *token, g *begun) {
	seen, live, start, tick := r.seen, r.live, t.start, t.tick
	a, b, c, d := &seen[g.nodes[0]], &seen[g.nodes[1]], &seen[g.nodes[2]], &seen[g.nodes[3]]
	a.start, a.tick = start, tick
	b.start, b.tick = start, tick
	c.start, c.tick = start, tick
	d.start, d.tick = start, tick
	live[g.at[0]] |= g.bits[0]
	live[g.at[1]] |= g.bits[1]
}

// follow looks at the hops of a block whose origins are live, and notes the moves that
// the word makes by them.
func (r *run) follow(t *token, four *blocks, i int, hits uint64) {
	all, at, first := four.bits[i], four.at[i], int(four.hops[i])
	for ; hits != 0; hits &= hits - 1 {
		bit := hits & -hits
		h := &r.machine.hops[first+bits.OnesCount64(all&(bit-1))]
		from := &r.seen[h.from]
		switch age := t.tick - from.tick; {
		case age <= uint32(h.ticks):
			if (h.flags&acrossLimits != 0 || from.tick >= r.sentence) && (h.flags&wants == 0 || r.grants(&h.target, t)) {
				r.moves = append(r.moves, move{h.target, from.start})
			}
		case age > uint32(r.machine.keep[h.from]):
			r.live[at] &^= bit
		}
	}
}

// first notes the moves by which the word begins patterns that demand something
// of it.
func (r *run) first(t *token, targets []target) {
	for i := range targets {
		if r.grants(&targets[i], t) {
			r.moves = append(r.moves, move{targets[i], t.start})
		}
	}
}

// move makes the moves of the word; of two to one node, that of the shorter
// match stays.
func (r *run) move(t *token) {
	for i := range r.moves {
		m := &r.moves[i]
		if s := &r.seen[m.node]; s.tick == t.tick && s.start >= m.start {
			continue
		}
		r.note(m.node, m.start, t.tick)
		if m.flags&feedsJoints != 0 {
			for _, joint := range r.machine.joints(m.node) {
				if s := &r.seen[joint]; s.tick != t.tick || s.start < m.start {
					r.note(joint, m.start, t.tick)
				}
			}
		}
		if m.flags&speaks != 0 {
			r.speak(r.machine.accepts(m.node), m.start, t)
		}
	}
	r.moves = r.moves[:0]
}

// note notes that a node is reached.
func (r *run) note(node uint16, start, tick uint32) {
	at := &r.seen[node]
	at.start, at.tick = start, tick
	bit := r.machine.bit[node]
	r.live[bit>>6] |= 1 << (bit & 63)
}

// grants reports whether the word is where to demands it: at the opening of its
// sentence, in a heading, clear of what its guard forbids.
func (r *run) grants(to *target, t *token) bool {
	return (to.flags&wantsOpening == 0 || r.sentence == t.tick-uint32(t.word.width())) &&
		(to.flags&wantsHeading == 0 || r.heading) &&
		(to.guard == 0 || r.allows(&r.machine.guards[to.guard], t.tick))
}

// allows reports whether what stands before the word is as the guard demands.
func (r *run) allows(g *guard, tick uint32) bool {
	for _, l := range g.mustnt {
		if r.lately(l, tick) {
			return false
		}
	}
	for _, l := range g.must {
		if r.lately(l, tick) {
			return true
		}
	}
	return len(g.must) == 0
}

// lately reports whether the node was seen in this sentence, up to so many
// words before tick.
func (r *run) lately(l limit, tick uint32) bool {
	s := r.seen[l.node].tick
	return s >= r.sentence && tick-s <= uint32(l.words)
}

// leave takes back what was found by the words just before a blank.
func (r *run) leave(t *token) {
	r.blank, r.left = Span{t.start, t.end}, t.tick
	for i := range r.heard {
		h := &r.heard[i]
		n := len(h.found)
		if n == 0 || r.machine.whole[i] {
			continue
		}
		from := t.start
		if h.tick == t.tick-uint32(t.word.width()) {
			from = min(from, h.found[n-1].Start)
		}
		for n > 0 && h.found[n-1].End > from {
			n--
		}
		h.found = h.found[:n]
	}
}

// speak notes what a node says that was reached by the words from start to t.
func (r *run) speak(says []accept, first uint32, t *token) {
	start := first
	end := max(t.end, start) // an item ends with the word before it
	around := start < r.blank.End && (r.blank.End < end || r.blank.End == end && start < r.blank.Start) && t.tick-r.left <= maxAround
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
		case around && !r.machine.whole[a.output]:
		case end <= heard.veto.End, heard.veto.Start <= start && start < heard.veto.End:
		case n > 0 && heard.found[n-1].End == end:
			last := &heard.found[n-1]
			last.Start = max(last.Start, start)
		case n == maxFound && !r.machine.whole[a.output]:
		default:
			heard.found = append(heard.found, Span{start, end})
			heard.tick = t.tick
		}
	}
}
