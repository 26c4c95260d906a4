package wordscan

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// AppendBinary appends the machine to b in a form that [Load] reads. Machines of
// the same rules are the same, byte for byte.
func (m *Machine) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	w := writer{b}
	w.number(len(m.outputs))
	for i, name := range m.outputs {
		w.text(name)
		w.flag(m.whole[i])
	}
	w.number(len(m.marks))
	for _, name := range m.marks {
		w.text(name)
	}
	w.states(m.states)
	w.infos(m.numbers)
	w.number(len(m.years))
	for _, year := range m.years {
		w.number(int(year.n))
		w.info(year.word)
	}
	w.infos([]wordInfo{m.number})
	w.infos(m.values[:])
	w.tables(&m.tables)
	w.number(len(m.guards))
	for _, g := range m.guards {
		for _, limits := range [...][]limit{g.mustnt, g.must} {
			w.number(len(limits))
			for _, l := range limits {
				w.number(int(l.node))
				w.number(int(l.words))
			}
		}
	}
	return binary.LittleEndian.AppendUint64(w.b, checksum(w.b[start:])), nil
}

// checksum is FNV-1a, over eight bytes at once but for the last: it tells damage,
// and no more.
func checksum[Text ~string | ~[]byte](text Text) uint64 {
	h := uint64(14695981039346656037)
	i := 0
	for ; i+8 <= len(text); i += 8 {
		h = (h ^ load(text, i)) * 1099511628211
		h ^= h >> 29
	}
	for ; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

// writer appends numbers to a slice of bytes.
type writer struct{ b []byte }

func (w *writer) number(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) flag(f bool) { w.b = append(w.b, bit(f)) }

func (w *writer) text(s string) {
	w.number(len(s))
	w.b = append(w.b, s...)
}

// states writes the automaton of words. Where states lead follows from their
// order; sinks come last and lead to themselves.
func (w *writer) states(all []wordState) {
	w.number(len(all))
	for _, s := range all {
		w.number(int(s.known))
		w.number(int(s.rest))
		w.info(s.word)
	}
}

func (w *writer) infos(infos []wordInfo) {
	w.number(len(infos))
	for _, i := range infos {
		w.info(i)
	}
}

func (w *writer) info(i wordInfo) {
	w.number(int(i.list))
	w.b = append(w.b, i.mark, uint8(i.flag))
}

func (w *writer) target(t target) {
	w.number(int(t.node))
	w.b = append(w.b, t.guard, uint8(t.flags))
}

// uint16s writes numbers of which most rise by little.
func (w *writer) uint16s(all []uint16) {
	w.number(len(all))
	last := int64(0)
	for _, n := range all {
		w.b = binary.AppendVarint(w.b, int64(n)-last)
		last = int64(n)
	}
}

func (w *writer) accepts(all []accept) {
	w.number(len(all))
	for _, a := range all {
		w.number(int(a.output))
		w.b = append(w.b, bit(a.against)|bit(a.body)<<1)
	}
}

func (w *writer) four(b *blocks) {
	for i, bits := range b.bits {
		w.number(int(b.at[i]))
		w.number(int(b.hops[i]))
		w.b = binary.AppendUvarint(w.b, bits)
	}
}

func (w *writer) begun(g *begun) {
	for _, n := range g.nodes {
		w.number(int(n))
	}
	for i := range g.at {
		w.number(int(g.at[i]))
		w.b = binary.AppendUvarint(w.b, g.bits[i])
	}
}

func (w *writer) tables(t *tables) {
	w.number(len(t.lists))
	for i := range t.lists {
		l := &t.lists[i]
		w.four(&l.four)
		w.begun(&l.begins)
		for _, n := range [...]uint16{l.blocks, l.firsts, l.begun, l.alone} {
			w.number(int(n))
		}
	}
	w.number(len(t.blocks))
	for i := range t.blocks {
		w.four(&t.blocks[i])
	}
	w.number(len(t.hops))
	for _, h := range t.hops {
		w.number(int(h.from))
		w.number(int(h.ticks))
		w.target(h.target)
	}
	w.number(len(t.firsts))
	for _, f := range t.firsts {
		w.target(f)
	}
	w.number(len(t.begun))
	for i := range t.begun {
		w.begun(&t.begun[i])
	}
	w.accepts(t.alone)
	w.uint16s(t.bit)
	w.uint16s(t.keep)
	w.accepts(t.says)
	w.uint16s(t.saysAt)
	w.uint16s(t.fed)
	w.uint16s(t.fedAt)
	w.number(t.bits)
	w.number(t.across)
	w.number(t.longest)
}

// errEncoding says that what was to be a machine is none, or is damaged.
var errEncoding = errors.New("wordscan: no machine, or a damaged one")

// Load reads a machine that [Machine.AppendBinary] wrote.
func Load(data string) (*Machine, error) {
	n := len(data) - 8
	if n < 0 || checksum(data[:n]) != binary.LittleEndian.Uint64([]byte(data[n:])) {
		return nil, errEncoding
	}
	r := loader{data: data[:n]}
	m := &Machine{}
	m.outputs, m.whole = make([]string, r.count()), nil
	m.whole = make([]bool, len(m.outputs))
	for i := range m.outputs {
		m.outputs[i], m.whole[i] = r.text(), r.byte() != 0
	}
	m.marks = make([]string, r.count())
	for i := range m.marks {
		m.marks[i] = r.text()
	}
	m.states, m.numbers = r.states(), r.infos()
	m.years = make([]numeralInfo, r.count())
	for i := range m.years {
		m.years[i] = numeralInfo{uint16(r.number()), r.info()}
	}
	for _, i := range r.infos() {
		m.number = i
	}
	copy(m.values[:], r.infos())
	r.tables(&m.tables)
	m.guards = make([]guard, r.count())
	for i := range m.guards {
		m.guards[i] = guard{mustnt: r.limits(), must: r.limits()}
	}
	if r.failed || r.at != len(r.data) {
		return nil, errEncoding
	}
	return m, nil
}

// loader reads numbers from a string; past its end it reads zeros and has failed.
type loader struct {
	data   string
	at     int
	failed bool
}

func (r *loader) byte() uint8 {
	if r.at >= len(r.data) {
		r.failed = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *loader) uint64() uint64 {
	n, shift := uint64(0), uint(0)
	for {
		c := r.byte()
		n |= uint64(c&0x7f) << (shift & 63)
		if c < 0x80 {
			return n
		}
		shift += 7
	}
}

func (r *loader) number() int {
	if r.at < len(r.data) && r.data[r.at] < 0x80 { // most often
		r.at++
		return int(r.data[r.at-1])
	}
	return int(r.uint64() & 0xffffffff)
}

// signed reads a number that may be below zero.
func (r *loader) signed() int64 {
	n := r.uint64()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads how many there are of what follows: each takes a byte or more.
func (r *loader) count() int {
	n := r.number()
	if n < 0 || n > len(r.data)-r.at {
		r.failed = true
		return 0
	}
	return n
}

func (r *loader) text() string {
	n := r.count()
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *loader) states() []wordState {
	all := make([]wordState, r.count())
	next := 1
	for i := range all {
		s := &all[i]
		s.known, s.rest, s.word = uint32(r.number()), uint16(r.number()), r.info()
		if s.known != 0 {
			s.first = uint16(next)
			next += bits.OnesCount32(s.known)
		}
	}
	return all
}

func (r *loader) infos() []wordInfo {
	infos := make([]wordInfo, r.count())
	for i := range infos {
		infos[i] = r.info()
	}
	return infos
}

func (r *loader) info() wordInfo {
	return wordInfo{list: uint16(r.number()), mark: r.byte(), flag: wordFlag(r.byte())}
}

func (r *loader) target() target {
	return target{node: uint16(r.number()), guard: r.byte(), flags: targetFlag(r.byte())}
}

func (r *loader) uint16s() []uint16 {
	all := make([]uint16, r.count())
	last := int64(0)
	for i := range all {
		last += r.signed()
		all[i] = uint16(last)
	}
	return all
}

func (r *loader) accepts() []accept {
	all := make([]accept, r.count())
	for i := range all {
		output, flags := uint16(r.number()), r.byte()
		all[i] = accept{output, flags&1 != 0, flags&2 != 0}
	}
	return all
}

func (r *loader) limits() []limit {
	n := r.count()
	if n == 0 {
		return nil
	}
	all := make([]limit, n)
	for i := range all {
		all[i] = limit{uint16(r.number()), uint16(r.number())}
	}
	return all
}

func (r *loader) four(b *blocks) {
	for i := range b.bits {
		b.at[i], b.hops[i], b.bits[i] = uint8(r.number()), uint16(r.number()), r.uint64()
	}
}

func (r *loader) begun(g *begun) {
	for i := range g.nodes {
		g.nodes[i] = uint16(r.number())
	}
	for i := range g.at {
		g.at[i], g.bits[i] = uint32(r.number()), r.uint64()
	}
}

func (r *loader) tables(t *tables) {
	t.lists = make([]list, r.count())
	for i := range t.lists {
		l := &t.lists[i]
		r.four(&l.four)
		r.begun(&l.begins)
		l.blocks, l.firsts, l.begun, l.alone = uint16(r.number()), uint16(r.number()), uint16(r.number()), uint16(r.number())
		if i > 0 {
			was := &t.lists[i-1]
			was.more = was.blocks != l.blocks || was.firsts != l.firsts || was.begun != l.begun || was.alone != l.alone
		}
	}
	t.blocks = make([]blocks, r.count())
	for i := range t.blocks {
		r.four(&t.blocks[i])
	}
	t.hops = make([]hop, r.count())
	for i := range t.hops {
		t.hops[i] = hop{uint16(r.number()), uint16(r.number()), r.target()}
	}
	t.firsts = make([]target, r.count())
	for i := range t.firsts {
		t.firsts[i] = r.target()
	}
	t.begun = make([]begun, r.count())
	for i := range t.begun {
		r.begun(&t.begun[i])
	}
	t.alone = r.accepts()
	t.bit, t.keep = r.uint16s(), r.uint16s()
	t.says, t.saysAt = r.accepts(), r.uint16s()
	t.fed, t.fedAt = r.uint16s(), r.uint16s()
	t.bits, t.across, t.longest = r.number(), r.number(), r.number()
}
