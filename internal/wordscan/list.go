package wordscan

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// tables hold what may happen at each word.
type tables struct {
	lists  []list   // by the number of a word; list 0 is empty
	blocks []blocks // by fours, the last of a list with empty ones: a loop costs more
	hops   []hop
	firsts []target
	begun  []begun
	alone  []accept

	bit    []uint16 // by node, its bit in the set of live nodes; 0 for those that lead nowhere
	keep   []uint16 // by node, the most ticks that a hop from it looks back
	says   []accept
	saysAt []uint16 // by node, where what it says begins in says; it ends where the next begins
	fed    []uint16
	fedAt  []uint16 // by node, the same for the joints reached with it in fed

	bits, across int // the words of live bits; those from across on outlive a sentence
	longest      int // the most moves that a word may make
}

// list is what may happen at a word. It may go on with patterns, by the hops of
// its blocks. It may be the first of a pattern: of firsts something is demanded;
// the others are always begun, and what they say, alone, is known. The first of
// the blocks and of the begun stand here, where a word finds them at once; what
// is more, and the firsts and alone, begin in the table of that name at that
// number, and end where those of the next list begin.
type list struct {
	four                         blocks
	begins                       begun
	blocks, firsts, begun, alone uint16
	more                         bool // any of these is there
}

// begun is four nodes that a word reaches whatever stands before it, and their
// bits, in two words of the set of live nodes. Those left over are node 0, at
// which nothing looks, and no bits: to note all is quicker than to count them.
type begun struct {
	nodes [4]uint16
	at    [2]uint32
	bits  [2]uint64
}

// A block holds hops whose origins have bits in the same word of the set of live
// nodes, one hop a bit, in the order of the bits. A word of text is held against
// many hops at once: hardly any has an origin that is live.
type block struct {
	bits uint64
	hops uint16 // the first of the hops
	at   uint8  // the word of the set
}

// blocks are four blocks, laid out to take little room.
type blocks struct {
	bits [4]uint64
	hops [4]uint16
	at   [4]uint8
}

// A hop leads to a target from a node that was seen so many ticks ago at most.
type hop struct {
	from, ticks uint16
	target
}

// A target is a node that a word may reach, and what is demanded of the word.
type target struct {
	node  uint16
	guard uint8
	flags targetFlag
}

type targetFlag uint8

const (
	wantsOpening targetFlag = 1 << iota
	wantsHeading
	wantsGuard
	speaks
	feedsJoints
	acrossLimits // a hop leads over the limits of sentences

	wants = wantsOpening | wantsHeading | wantsGuard
)

// accepts returns what a node says.
func (t *tables) accepts(node uint16) []accept { return t.says[t.saysAt[node]:t.saysAt[node+1]] }

// joints returns the joints that are reached with a node.
func (t *tables) joints(node uint16) []uint16 { return t.fed[t.fedAt[node]:t.fedAt[node+1]] }

// ends returns a list that begins where the tables end.
func (t *tables) ends() list {
	return list{blocks: uint16(len(t.blocks)), firsts: uint16(len(t.firsts)), begun: uint16(len(t.begun)), alone: uint16(len(t.alone))}
}

// list returns the number of the list of what leads to the nodes.
func (l *lexicon) list(nodes []int) uint16 {
	key := fmt.Sprint(nodes)
	if at, known := l.lists[key]; known {
		return at
	}
	m := l.machine
	at := uint16(len(m.lists) - 1) // the list that begins where the tables end
	l.lists[key] = at
	var always []uint16
	var hops []hop
	moves := 0
	for _, number := range nodes {
		n, to := l.builder.nodes[number], l.target(number)
		moves += len(n.from.edges)
		for _, e := range n.from.edges {
			switch {
			case e.node != 0:
				h := hop{uint16(e.node), uint16(e.words), to}
				if e.across {
					h.flags |= acrossLimits
				}
				if !n.zero {
					h.ticks++
				}
				hops = append(hops, h)
			case to.flags&wants != 0:
				m.firsts = append(m.firsts, to)
			default:
				always = append(append(always, to.node), m.joints(to.node)...)
				m.alone = append(m.alone, m.accepts(to.node)...)
			}
		}
	}
	of := &m.lists[at]
	of.begins = m.begin(always)
	m.longest = max(m.longest, moves)
	of.four = l.lay(hops)
	end := m.ends()
	of.more = of.blocks != end.blocks || of.firsts != end.firsts || of.begun != end.begun || of.alone != end.alone
	m.lists = append(m.lists, end)
	return at
}

// target returns the node of that number as words reach it.
func (l *lexicon) target(number int) target {
	n := l.builder.nodes[number]
	t := target{node: uint16(number), guard: uint8(n.from.guard)}
	for flag, set := range map[targetFlag]bool{
		wantsOpening: n.from.opening, wantsHeading: n.from.heading, wantsGuard: n.from.guard != 0,
		speaks: len(n.speaks) > 0, feedsJoints: len(n.feeds) > 0,
	} {
		if set {
			t.flags |= flag
		}
	}
	return t
}

// begin returns the nodes that a word reaches whatever stands before it, and
// enters those that are more.
func (t *tables) begin(all []uint16) (first begun) {
	live := make(map[uint32]uint64)
	for _, node := range all {
		if bit := t.bit[node]; bit != 0 {
			live[uint32(bit>>6)] |= 1 << (bit & 63)
		}
	}
	words := slices.Sorted(maps.Keys(live))
	for n := 0; len(all) > 0 || len(words) > 0; n++ {
		b := &first
		if n > 0 {
			t.begun = append(t.begun, begun{})
			b = &t.begun[len(t.begun)-1]
		}
		all = all[copy(b.nodes[:], all):]
		some := words[:min(len(b.at), len(words))]
		for i, word := range some {
			b.at[i], b.bits[i] = word, live[word]
		}
		words = words[len(some):]
	}
	return first
}

// lay lays hops out in blocks, of which it returns the first four. Two hops from
// the same node take two blocks.
func (l *lexicon) lay(hops []hop) (first blocks) {
	m := l.machine
	bit := func(h hop) uint16 { return m.bit[h.from] }
	slices.SortStableFunc(hops, func(a, b hop) int { return cmp.Compare(bit(a), bit(b)) })
	var all []block
	for len(hops) > 0 {
		b := block{at: uint8(bit(hops[0]) >> 6), hops: uint16(len(m.hops))}
		var rest []hop
		for _, h := range hops {
			one := uint64(1) << (bit(h) & 63)
			if uint8(bit(h)>>6) != b.at || b.bits&one != 0 {
				rest = append(rest, h)
				continue
			}
			b.bits |= one
			m.hops = append(m.hops, h)
		}
		all = append(all, b)
		hops = rest
	}
	for i, b := range all {
		four := &first
		if i >= 4 {
			if i%4 == 0 {
				m.blocks = append(m.blocks, blocks{})
			}
			four = &m.blocks[len(m.blocks)-1]
		}
		four.bits[i%4], four.hops[i%4], four.at[i%4] = b.bits, b.hops, b.at
	}
	return first
}

// seat gives the nodes that lead on their bits: those from which the words of
// one class are reached side by side, so that they make few blocks, the largest
// class first; those that lead over the limit of a sentence behind the others.
func (l *lexicon) seat() {
	nodes := l.builder.nodes
	across := make([]bool, len(nodes))
	m := l.machine
	m.keep = make([]uint16, len(nodes))
	for _, n := range nodes {
		for _, e := range n.from.edges {
			across[e.node] = across[e.node] || e.across
			m.keep[e.node] = max(m.keep[e.node], uint16(e.words)+1)
		}
	}
	origins := make([][]int, len(l.nodesOf)) // by class
	for class, reached := range l.nodesOf {
		for _, number := range reached {
			for _, e := range nodes[number].from.edges {
				if e.node != 0 {
					origins[class] = append(origins[class], e.node)
				}
			}
		}
	}
	slices.SortStableFunc(origins, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	m.bit = make([]uint16, len(nodes))
	next := uint16(1)
	for _, beyond := range []bool{false, true} {
		m.across = int(next >> 6)
		for _, class := range origins {
			for _, number := range class {
				if m.bit[number] == 0 && across[number] == beyond {
					m.bit[number] = next
					next++
				}
			}
		}
		next = (next + 63) &^ 63
	}
	m.bits = int(next >> 6)
}
