package wordscan

import "math/bits"

// A wordState is a state of the automaton of words. The letters that it knows
// lead to states side by side, in the order of the letters; all others lead to
// one that no letter leaves.
type wordState struct {
	known uint32   // by symbol
	first uint16   // where the first of them leads
	rest  uint16   // where the others do
	word  wordInfo // what ends here
}

// on returns where a symbol leads from a state.
func (m *Machine) on(state uint16, symbol uint8) uint16 {
	s := &m.states[state]
	bit := uint32(1) << (symbol & (symbols - 1))
	if s.known&bit == 0 {
		return s.rest
	}
	return s.first + uint16(bits.OnesCount32(s.known&(bit-1)))
}

// spelled returns the state after the plain letters of a text.
func spelled[Text ~string | ~[]byte](m *Machine, letters Text) uint16 {
	state := uint16(0)
	for i := range len(letters) {
		state = m.on(state, byteKinds[letters[i]])
	}
	return state
}

// recent holds words of up to 16 letters read of late, and their states: most
// words of a text are the same few. Those of up to 8 are the most.
type recent struct {
	short [recentWords]shortWord
	long  [recentWords / 2]longWord
}

const recentBits = 11
const recentWords = 1 << recentBits

// shortWord is a word of up to 8 letters by its small letters, behind which come
// zeros.
type shortWord struct {
	low   uint64
	state uint16
	word  wordInfo
}

// longWord is a word of up to 16.
type longWord struct {
	shortWord
	high uint64
}

// read returns the word of those letters.
func (r *recent) read(m *Machine, low, high uint64) (state uint16, word wordInfo) {
	hash := low * 0x9e3779b97f4a7c15
	if high == 0 {
		w := &r.short[hash>>(64-recentBits)]
		if w.low != low {
			w.spell(m, low, 0)
		}
		return w.state, w.word
	}
	w := &r.long[(hash^high*0xc2b2ae3d27d4eb4f)>>(64-recentBits+1)]
	if w.low != low || w.high != high {
		w.high = high
		w.spell(m, low, high)
	}
	return w.state, w.word
}

// spell makes w the word of those letters.
func (w *shortWord) spell(m *Machine, low, high uint64) {
	w.low = low
	state := uint16(0)
	for _, some := range [...]uint64{low, high} {
		for ; some != 0; some >>= 8 {
			s := &m.states[state]
			bit := uint32(1) << (uint8(some) - 'a')
			state = s.rest
			if s.known&bit != 0 {
				state = s.first + uint16(bits.OnesCount32(s.known&(bit-1)))
			} else if s.known == 0 {
				break // no letter leads anywhere else
			}
		}
	}
	w.state, w.word = state, m.states[state].word
}

// letters returns the letters that sixteen bytes begin with, as small ones, and
// how many they are.
func letters(low, high uint64) (uint64, uint64, int) {
	low, n := eightLetters(low)
	high, more := eightLetters(high)
	if n < 8 {
		high, more = 0, 0
	}
	return low, high, n + more
}

func eightLetters(eight uint64) (uint64, int) {
	small := eight | lows*0x20
	plain := small &^ tops
	no := ^((plain + lows*(0x80-'a')) &^ (plain + lows*(0x80-'z'-1)) &^ eight) & tops
	n := bits.TrailingZeros64(no) / 8
	return small & (1<<(8*uint(n)) - 1), n
}
