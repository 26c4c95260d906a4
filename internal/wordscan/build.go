package wordscan

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// An edge says from which node a word may be reached, and how far back that
// node may have been seen.
type edge struct {
	node   int
	words  int
	across bool
}

// frontier is where a pattern read so far may have come to, and what is
// demanded of the word that comes next.
type frontier struct {
	edges   []edge
	opening bool
	heading bool
	guard   int // 0: none
}

// node is a word of a pattern at its place: patterns that begin alike share
// their nodes.
type node struct {
	class  int  // joint: none
	zero   bool // the word has no width
	from   frontier
	speaks []accept
	feeds  []int // the joints that are reached with it
}

// joint is the class of a node that stands for several, of which any leads on
// alike: reached with each of them, it spares what follows an edge from each.
const joint = -1

// accept is what a node says when it is reached.
type accept struct {
	output  uint16
	against bool
	body    bool
}

// guard looks back from a word: none of the nodes that mustn't, and one of
// those that must, if there are any, was seen up to so many words before.
type guard struct{ mustnt, must []limit }

type limit struct{ node, words uint16 }

// builder makes the nodes of all rules. Node 0 is the beginning of every
// pattern.
type builder struct {
	nodes   []node
	known   map[string]int
	classes []class
	classAt map[string]int
	skip    map[string]bool
	guards  []guard
	guardAt map[string]int
}

// class is a set of lexemes, any of which may stand at a place.
type class []lexeme

func newBuilder(skip []string) *builder {
	b := &builder{
		nodes: make([]node, 1), known: make(map[string]int), classAt: make(map[string]int),
		skip: make(map[string]bool), guards: make([]guard, 1), guardAt: make(map[string]int),
	}
	for _, word := range skip {
		for _, spelling := range spellings(word) {
			b.skip[spelling] = true
		}
	}
	return b
}

// add builds the nodes of one rule.
func (b *builder) add(e entry) error {
	if !e.against {
		e.pattern = trimmed(e.pattern)
	}
	end, err := b.build(frontier{edges: []edge{{}}}, e.pattern)
	if err != nil {
		return err
	}
	says := accept{uint16(e.output), e.against, e.body}
	for _, last := range end.edges {
		if last.node == 0 {
			return fmt.Errorf("a pattern that no word need match")
		}
		if speaks := &b.nodes[last.node].speaks; !slices.Contains(*speaks, says) {
			*speaks = append(*speaks, says)
		}
	}
	return nil
}

// trimmed returns p without what may or may not end it: where the rest has
// matched, all is said.
func trimmed(p pattern) pattern {
	switch p := p.(type) {
	case sequence:
		last := len(p) - 1
		for last > 0 {
			if _, may := p[last].(optional); !may {
				break
			}
			last--
		}
		p = slices.Clone(p[:last+1])
		p[last] = trimmed(p[last])
		return p
	case choice:
		all := make(choice, len(p))
		for i, one := range p {
			all[i] = trimmed(one)
		}
		return all
	}
	return p
}

// build returns where p leads from f.
func (b *builder) build(f frontier, p pattern) (frontier, error) {
	switch p := p.(type) {
	case lexeme:
		if b.ignored(p) && !p.part {
			return f, fmt.Errorf("%q has no width: quote it, or leave it out", p.text)
		}
		p.part = false
		return b.step(f, class{p}), nil
	case sequence:
		for _, item := range p {
			var err error
			if f, err = b.build(f, item); err != nil {
				return f, err
			}
		}
		return f, nil
	case choice:
		return b.branch(f, p)
	case optional:
		through, err := b.build(f, p.inner)
		return join(f, through), err
	case gap:
		edges := slices.Clone(f.edges)
		for i := range edges {
			if edges[i].node == 0 {
				return f, fmt.Errorf("a pattern can't begin with a gap")
			}
			if edges[i].words += p.words; edges[i].words > maxGap {
				return f, fmt.Errorf("gaps of more than %d words", maxGap)
			}
			edges[i].across = edges[i].across || p.across
		}
		f.edges = edges
		return f, nil
	case place:
		f.opening = f.opening || p.opening
		f.heading = f.heading || p.heading
		return f, nil
	case before:
		end, err := b.build(frontier{edges: []edge{{}}}, p.pattern)
		f.guard = b.guarded(f.guard, end.edges, p)
		return f, err
	}
	return f, fmt.Errorf("unknown pattern %T", p)
}

// guarded returns the number of the guard that adds to another what p demands.
func (b *builder) guarded(other int, ends []edge, p before) int {
	g := guard{slices.Clone(b.guards[other].mustnt), slices.Clone(b.guards[other].must)}
	limits := &g.mustnt
	if p.must {
		limits = &g.must
	}
	for _, e := range ends {
		*limits = append(*limits, limit{uint16(e.node), uint16(p.words)})
	}
	key := fmt.Sprint(g)
	at, known := b.guardAt[key]
	if !known {
		at = len(b.guards)
		b.guardAt[key] = at
		b.guards = append(b.guards, g)
	}
	return at
}

// branch follows the alternatives; those of one word each make one node.
func (b *builder) branch(f frontier, all choice) (frontier, error) {
	var words class
	var joined frontier
	for _, one := range flatten(all) {
		word, single := one.(lexeme)
		if single && !b.zero(word) && !b.ignored(word) {
			words = append(words, word)
			continue
		}
		end, err := b.build(f, one)
		if err != nil {
			return f, err
		}
		joined = join(joined, end)
	}
	if len(words) > 0 {
		joined = join(joined, b.step(f, words))
	}
	return joined, nil
}

// flatten opens choices within choices.
func flatten(all choice) choice {
	var flat choice
	for _, one := range all {
		if inner, nested := one.(choice); nested {
			flat = append(flat, flatten(inner)...)
		} else {
			flat = append(flat, one)
		}
	}
	return flat
}

// zero reports whether w is demanded though it has no width.
func (b *builder) zero(w lexeme) bool {
	return w.quoted && !w.stem && b.skip[w.text] || w.value && w.text == valueNames[valueItem]
}

// ignored reports whether w is a word of no width that nothing demands.
func (b *builder) ignored(w lexeme) bool {
	return !w.quoted && !w.stem && !w.value && b.skip[w.text]
}

// step returns the frontier after one word of the class.
func (b *builder) step(f frontier, words class) frontier {
	if len(words) == 1 && b.ignored(words[0]) {
		return f
	}
	f.edges = b.joined(f.edges)
	n := node{class: b.class(words), zero: len(words) == 1 && b.zero(words[0]), from: f}
	at, _ := b.node(n)
	return frontier{edges: []edge{{node: at}}}
}

// node returns the number of the node like n, and whether it is new.
func (b *builder) node(n node) (at int, fresh bool) {
	key := b.key(n)
	at, known := b.known[key]
	if !known {
		at = len(b.nodes)
		b.known[key] = at
		b.nodes = append(b.nodes, n)
	}
	return at, !known
}

// joined puts a joint in the place of edges that differ in their nodes alone.
func (b *builder) joined(edges []edge) []edge {
	var all []edge
	for len(edges) > 0 {
		first := edges[0]
		var like, rest []edge
		for _, e := range edges {
			if e.words == first.words && e.across == first.across && e.node != 0 && first.node != 0 || e == first {
				like = append(like, edge{node: e.node})
			} else {
				rest = append(rest, e)
			}
		}
		edges = rest
		if len(like) > 1 {
			at, fresh := b.node(node{class: joint, from: frontier{edges: like}})
			if fresh {
				for _, e := range like {
					b.nodes[e.node].feeds = append(b.nodes[e.node].feeds, at)
				}
			}
			first.node = at
		}
		all = append(all, first)
	}
	return all
}

// class returns the number of the class.
func (b *builder) class(words class) int {
	words = slices.Clone(words)
	slices.SortFunc(words, func(x, y lexeme) int { return strings.Compare(x.key(), y.key()) })
	words = slices.Compact(words)
	var key strings.Builder
	for _, word := range words {
		key.WriteString(word.key())
		key.WriteByte(' ')
	}
	at, known := b.classAt[key.String()]
	if !known {
		at = len(b.classes)
		b.classAt[key.String()] = at
		b.classes = append(b.classes, words)
	}
	return at
}

func (w lexeme) key() string {
	switch {
	case w.value:
		return "<" + w.text
	case w.stem:
		return w.text + "*"
	}
	return w.text
}

// key names a node by all that tells it from others.
func (b *builder) key(n node) string {
	var key []byte
	key = binary.AppendVarint(key, int64(n.class))
	key = binary.AppendVarint(key, int64(n.from.guard))
	key = append(key, bit(n.zero), bit(n.from.opening), bit(n.from.heading))
	for _, e := range n.from.edges {
		key = binary.AppendVarint(key, int64(e.node))
		key = binary.AppendVarint(key, int64(e.words))
		key = append(key, bit(e.across))
	}
	return string(key)
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// join returns the frontier of either way; of two edges from one node the
// wider stays.
func join(f, g frontier) frontier {
	edges := slices.Concat(f.edges, g.edges)
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(x.node, y.node), cmp.Compare(bit(y.across), bit(x.across)), cmp.Compare(y.words, x.words))
	})
	f.edges = slices.CompactFunc(edges, func(x, y edge) bool { return x.node == y.node && x.across == y.across })
	if len(f.edges) == 0 {
		return g
	}
	f.opening = f.opening || g.opening
	f.heading = f.heading || g.heading
	f.guard = max(f.guard, g.guard)
	return f
}
