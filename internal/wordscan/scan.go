package wordscan

import (
	"math/bits"
	"unicode/utf8"
)

// A Result is what a machine found in a text.
type Result struct {
	// Found holds, by output, where its patterns matched, in the order of
	// the ends. Spans of one output may overlap.
	Found [][]Span
	// Words counts the words of the text, those of no width too, and Marked,
	// by mark, those that bear a mark.
	Words  int
	Marked []int
	// Invalid counts the bytes that are no UTF-8, Control the control
	// characters that no text holds.
	Invalid, Control int
}

// A Span is a place in the text, in bytes: from Start to before End.
type Span struct{ Start, End int }

// Scan reads text once and returns what m finds in it. It takes time linear
// in the length of the text, and memory for what it returns.
func Scan[Text ~string | ~[]byte](m *Machine, text Text) Result {
	s := scanner[Text]{
		run:  run{machine: m, at: make([]int32, len(m.accepts)), start: make([]int, len(m.accepts)), found: make([][]Span, len(m.outputs)), vetoes: make([]Span, len(m.outputs))},
		text: text, marked: make([]int, len(m.marks)+1), fresh: true,
	}
	if len(m.next) == 0 {
		return Result{}
	}
	s.begin()
	s.scan()
	words := 0
	for _, n := range s.marked {
		words += n
	}
	return Result{Found: s.found, Words: words, Marked: s.marked[1:], Invalid: s.invalid, Control: s.control}
}

// run is the state of the patterns in a text. Time is counted in words that
// have a width; the limit of a sentence takes one tick too.
type run struct {
	machine  *Machine
	at       []int32 // by node, the tick at which it was last reached
	start    []int   // by node, where the match began that reached it
	tick     int32
	sentence int32 // the tick at which the sentence began
	heading  bool
	found    [][]Span
	vetoes   []Span // by output, the last span that spoke against it
}

// Time begins late enough that no node seems to have been seen at time 0, and
// begins again, once in a thousand million words, before it overflows: a match
// that goes on at that moment is lost.
const firstTick, lastTick = maxGap + 2, 1 << 30

func (r *run) begin() {
	clear(r.at)
	r.tick, r.sentence = firstTick, firstTick
}

// limit ends the sentence.
func (r *run) limit() {
	if r.sentence != r.tick {
		r.tick++
		r.sentence = r.tick
	}
}

// step takes the word at text[start:end].
func (r *run) step(word wordInfo, start, end int) {
	if r.tick >= lastTick {
		r.begin()
	}
	before := r.sentence
	if word.flag&flagZero == 0 {
		r.tick++
		before++
	}
	m := r.machine
	list := m.lists[word.list]
	for at := list.after; at < list.first; at += 64 {
		for hits := r.hits(m.origins[at:min(at+64, list.first)]); hits != 0; hits &= hits - 1 {
			i := at + uint32(bits.TrailingZeros64(hits))
			t := &m.tries[i]
			if t.flags&tryDemands == 0 || r.grants(t, before) {
				r.reach(t, r.start[m.origins[i].node], end)
			}
		}
	}
	first := m.tries[list.first:list.end]
	for i := range first {
		t := &first[i]
		if t.flags == 0 {
			r.at[t.to], r.start[t.to] = r.tick, start
		} else if t.flags&tryDemands == 0 || r.grants(t, before) {
			r.reach(t, start, end)
		}
	}
}

// hits returns a bit for each of the origins, 64 at most, that was seen late
// enough. It doesn't branch, since hardly anything foretells which: a number's
// highest bit tells whether it is negative.
func (r *run) hits(origins []origin) uint64 {
	at, last, opened := r.at, r.tick-1, r.sentence-1
	hits := uint64(0)
	for i, o := range origins {
		seen := at[o.node]
		late := last - int32(o.words&(within-1)) - seen
		before := opened&-int32(o.words>>15) - seen
		hits |= uint64(uint32(late&before)>>31) << (i & 63)
	}
	return hits
}

// reach notes that the word that ends at end has reached the node after t, by
// a match that began at start; of two matches at once, the shorter stays.
func (r *run) reach(t *try, start, end int) {
	if r.at[t.to] == r.tick && r.start[t.to] >= start {
		return
	}
	r.at[t.to], r.start[t.to] = r.tick, start
	if t.flags&tryFeeds != 0 {
		for _, j := range r.machine.feeds[t.to] {
			if r.at[j] != r.tick || r.start[j] < start {
				r.at[j], r.start[j] = r.tick, start
			}
		}
	}
	if t.flags&trySpeaks != 0 {
		r.speak(r.machine.accepts[t.to], start, end)
	}
}

// grants reports whether the word is where t demands it: at the opening of its
// sentence, which is the tick before, in a heading, clear of what its guard
// forbids.
func (r *run) grants(t *try, before int32) bool {
	return (t.flags&tryOpening == 0 || r.tick == before) &&
		(t.flags&tryHeading == 0 || r.heading) &&
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
	return r.at[l.node] >= r.sentence && int(r.tick-r.at[l.node]) <= l.words
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

// scanner reads the words of a text.
type scanner[Text ~string | ~[]byte] struct {
	run
	text             Text
	marked           []int // by mark, 0 for the words that bear none
	invalid, control int

	last  wordInfo // the word before
	upto  int      // where it ends
	one   bool     // it has a single letter
	first bool     // it is a number that opens its line
	fresh bool     // the line before is empty, a heading, or ended by a stop
}

func (s *scanner[Text]) scan() {
	s.line(0)
	for i := 0; i < len(s.text); {
		c := s.text[i]
		switch kind := byteKinds[c]; kind {
		default:
			if i = s.word(i); i < len(s.text) && s.text[i] == ' ' {
				i++ // most often a blank follows
			}
		case kindDigit:
			i = s.number(i)
		case kindLine:
			s.fresh = s.heading || s.closed(i)
			i++
			s.line(i)
		case kindStop:
			i++
			if s.stops(c, i) {
				s.limit()
			}
		case kindAt:
			i = s.email(i)
		case kindOther:
			if c == ']' && i+1 < len(s.text) && s.text[i+1] == '(' {
				i = s.link(i + 2)
				continue
			}
			switch {
			case c == ';':
				s.tick++ // what it parts isn't side by side
			case c == ':' && i+1 < len(s.text) && s.text[i+1] <= ' ', c == '|' && s.cell(i+1):
				s.item(i)
			case c < ' ' || c == 0x7f:
				s.control++
			}
			i++
		case kindSpace, kindApostrophe, kindHyphen, kindSlash:
			i++
		case kindHigh:
			r, size := s.rune(i)
			if fold(r).glyph == glyphLetters {
				i = s.word(i)
				continue
			}
			if r == utf8.RuneError && size == 1 {
				s.invalid++
			}
			i += size
		}
	}
}

// rune decodes the rune at i.
func (s *scanner[Text]) rune(i int) (rune, int) {
	var buffer [utf8.UTFMax]byte
	n := copy(buffer[:], s.text[i:min(i+utf8.UTFMax, len(s.text))])
	return utf8.DecodeRune(buffer[:n])
}

// word takes the word that begins at i and returns where it ends. A word
// broken by a hyphen at the end of a line is one.
func (s *scanner[Text]) word(i int) int {
	next, text, start := s.machine.next, s.text, i
	state, marks, accent := uint16(0), 0, false
	for {
		for i < len(text) {
			symbol := byteKinds[text[i]]
			if symbol >= symbols {
				break
			}
			state = next[state][symbol]
			i++
		}
		if i == len(text) {
			break
		}
		switch byteKinds[text[i]] {
		case kindHyphen:
			if on := s.broken(i + 1); on > 0 {
				marks += on - i
				i = on
				continue
			}
		case kindHigh:
			r, size := s.rune(i)
			f := fold(r)
			switch f.glyph {
			case glyphNothing:
				accent = accent || r != softHyphen
				on := i + size
				if next := s.broken(on); r == softHyphen && next > 0 {
					on = next
				}
				marks += on - i
				i = on
				continue
			case glyphLetters:
				accent = true
				for _, symbol := range f.letters[:f.n] {
					state = next[state][symbol]
				}
				marks += size - int(f.n)
				i += size
				continue
			}
		}
		break
	}
	if i < len(text) && s.scheme(start, i) {
		return s.url(start, i)
	}
	s.one = i-start-marks == 1
	if s.one && state == next[0]['e'-'a'] && (accent || s.apostropheAccent(i)) {
		state = next[0][symbolVerb]
	}
	s.take(s.machine.words[state], start, i)
	return i
}

// take hands a word over to the patterns.
func (s *scanner[Text]) take(word wordInfo, start, end int) {
	s.marked[word.mark]++
	s.last, s.upto, s.first = word, end, false
	if word.list != 0 {
		s.step(word, start, end)
	} else if word.flag&flagZero == 0 {
		s.tick++
	}
}

// broken returns where a word goes on that a line's end at i breaks, or zero.
func (s *scanner[Text]) broken(i int) int {
	if i < len(s.text) && s.text[i] == '\r' {
		i++
	}
	if i >= len(s.text) || s.text[i] != '\n' {
		return 0
	}
	for i++; i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t'); i++ {
	}
	if s.letter(i) {
		return i
	}
	return 0
}

// letter reports whether a letter stands at i.
func (s *scanner[Text]) letter(i int) bool {
	if i >= len(s.text) {
		return false
	}
	kind := byteKinds[s.text[i]]
	if kind != kindHigh {
		return kind < symbols
	}
	r, _ := s.rune(i)
	return fold(r).glyph == glyphLetters
}

// apostropheAccent reports whether an apostrophe stands at i for the accent
// of the letter before: no letter follows it.
func (s *scanner[Text]) apostropheAccent(i int) bool {
	if i >= len(s.text) {
		return false
	}
	switch byteKinds[s.text[i]] {
	case kindApostrophe:
		return !s.letter(i + 1)
	case kindHigh:
		r, size := s.rune(i)
		return fold(r).glyph == glyphApostrophe && !s.letter(i+size)
	}
	return false
}

// number takes the digits at i.
func (s *scanner[Text]) number(i int) int {
	start, n := i, 0
	for i < len(s.text) && byteKinds[s.text[i]] == kindDigit {
		n = min(n*10+int(s.text[i]-'0'), 1<<20)
		i++
	}
	word := s.machine.number
	if s.text[start] != '0' {
		if known := s.machine.numbers; n < len(known) {
			word = known[n]
		}
	}
	opens := s.tick == s.sentence
	s.one = false
	s.take(word, start, i)
	s.first = opens
	return i
}

// stops reports whether the stop before i ends a sentence: a blank or a mark
// follows it, and it closes neither an abbreviation, an initial nor the
// number of an item.
func (s *scanner[Text]) stops(c byte, i int) bool {
	if i < len(s.text) {
		switch kind := byteKinds[s.text[i]]; {
		case kind < symbols, kind == kindDigit, kind == kindStop:
			return false
		case kind == kindHigh && s.letter(i):
			return false
		}
	}
	if c != '.' || s.upto != i-1 {
		return true
	}
	return s.last.flag&flagAbbreviation == 0 && !s.one && !s.first
}

// email takes the address whose at sign stands at i.
func (s *scanner[Text]) email(i int) int {
	start := i
	for start > 0 && i-start < 64 && local(s.text[start-1]) {
		start--
	}
	end, dot, pec := i+1, false, false
	for end < len(s.text) && end-i < 255 {
		c := s.text[end]
		kind := byteKinds[c]
		if kind >= symbolOther && kind != kindDigit && kind != kindHyphen && c != '.' {
			break
		}
		end++
	}
	for end > i+1 && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	for k := i + 1; k < end; k++ {
		dot = dot || s.text[k] == '.'
		pec = pec || s.certified(k, end)
	}
	if !dot || start == i {
		return i + 1
	}
	kind := valueEmail
	if pec {
		kind = valuePEC
	}
	s.one = false
	s.take(s.machine.values[kind], start, end)
	return end
}

// local reports whether c may stand in the local part of an address.
func local(c byte) bool {
	kind := byteKinds[c]
	return kind < symbols || kind == kindDigit || kind == kindHyphen || c == '.' || c == '_' || c == '+' || c == '%' || c == '\''
}

// certified reports whether the domain at i names certified mail: its
// providers use names such as pec, legalmail and postacert.
func (s *scanner[Text]) certified(i, end int) bool {
	for _, name := range [...]string{"pec", "legalmail", "cert"} {
		if len(name) > end-i {
			continue
		}
		k := 0
		for k < len(name) && byteKinds[s.text[i+k]] == name[k]-'a' {
			k++
		}
		if k == len(name) {
			return true
		}
	}
	return false
}

// scheme reports whether text[start:i] opens an address of the web.
func (s *scanner[Text]) scheme(start, i int) bool {
	switch c := s.text[i]; c {
	case ':':
		return i+2 < len(s.text) && s.text[i+1] == '/' && s.text[i+2] == '/'
	case '.':
		const w = 'w' - 'a'
		return i-start == 3 && byteKinds[s.text[start]] == w && byteKinds[s.text[start+1]] == w && byteKinds[s.text[start+2]] == w && s.letter(i+1)
	}
	return false
}

// url takes the address of the web from start on, up to a blank or a bracket.
func (s *scanner[Text]) url(start, i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if c <= ' ' || c == ')' || c == '<' || c == '>' || c == '"' || c == ']' || c == '|' || c >= utf8.RuneSelf {
			break
		}
		i++
	}
	s.one = false
	s.take(s.machine.values[valueURL], start, i)
	return i
}

// link takes the target of a Markdown link; an address of mail is read as text.
func (s *scanner[Text]) link(i int) int {
	const mail = "mailto:"
	if len(s.text)-i >= len(mail) && string(s.text[i:i+len(mail)]) == mail {
		return i + len(mail)
	}
	start := i
	for i < len(s.text) && s.text[i] > ' ' && s.text[i] != ')' && s.text[i] < utf8.RuneSelf {
		i++
	}
	if i > start {
		s.one = false
		s.take(s.machine.values[valueURL], start, i)
	}
	return i
}

// closed reports whether the line that ends at i ends with a stop, a colon or
// the like.
func (s *scanner[Text]) closed(i int) bool {
	for i > 0 {
		i--
		switch c := s.text[i]; c {
		case ' ', '\t', '\r', '*', '_', ')':
		case '.', ':', ';', '?', '!', '\n':
			return true
		default:
			return false
		}
	}
	return true
}

// Headings have few words: up to headingWords on a line alone, up to
// leadWords on a line that others follow at once.
const headingWords, leadWords = 12, 6

// line looks at the line that begins at i: whether it is a heading, and
// whether a sentence begins with it.
func (s *scanner[Text]) line(i int) {
	text, was := s.text, s.heading
	s.heading = false
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '>') {
		i++
	}
	if i >= len(text) || text[i] == '\n' {
		s.fresh = true
		s.limit()
		return
	}
	numbered, item := s.marker(i)
	s.heading = text[i] == '#' || !item && (s.fresh || numbered) && s.title(i)
	if was || item || numbered || s.heading {
		s.limit()
	}
	if !s.heading && (was || item || numbered) && text[i] != '|' {
		s.item(i)
	}
}

// title reports whether the line at i is as short and plain as a heading.
func (s *scanner[Text]) title(i int) bool {
	words, next, plain := s.measure(i)
	return plain && (words <= leadWords || words <= headingWords && s.blank(next))
}

// item tells the patterns that an item, a cell or the text below a heading
// begins at i.
func (s *scanner[Text]) item(i int) {
	if word := s.machine.values[valueItem]; word.list != 0 {
		_, size := s.rune(i)
		s.step(word, i, i+size)
	}
}

// cell reports whether a cell of a table begins at i, and has words.
func (s *scanner[Text]) cell(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '*') {
		i++
	}
	return s.letter(i) || i < len(s.text) && byteKinds[s.text[i]] == kindDigit
}

// marker reports whether a numbered or another item of a list begins at i.
func (s *scanner[Text]) marker(i int) (numbered, item bool) {
	text, start := s.text, i
	for i < len(text) && byteKinds[text[i]] == kindDigit {
		i++
	}
	space := func(i int) bool { return i < len(text) && (text[i] == ' ' || text[i] == '\t') }
	switch c := text[start]; {
	case i > start:
		return i < len(text) && (text[i] == '.' || text[i] == ')'), false
	case c == '-' || c == '*' || c == '+' || c == '|':
		return false, space(start+1) || c == '|'
	case byteKinds[c] < symbols:
		return false, start+1 < len(text) && text[start+1] == ')'
	case c >= utf8.RuneSelf:
		r, size := s.rune(start)
		return false, fold(r).glyph == glyphBreak && space(start+size)
	}
	return false, false
}

// measure counts the words of the line at i and returns where the next line
// begins; the line isn't plain if it has more words than a heading, or a
// colon, an at sign or a closing stop, which headings lack.
func (s *scanner[Text]) measure(i int) (words, next int, plain bool) {
	text, start := s.text, i
	words = 1
	for ; i < len(text) && text[i] != '\n'; i++ {
		switch c := text[i]; {
		case c > '@': // most often a letter
		case c == ':' || c == '@':
			return words, i, false
		case (c == ' ' || c == '\t') && i+1 < len(text) && text[i+1] > ' ':
			if words++; words > headingWords {
				return words, i, false
			}
		}
	}
	end := i
	for end > start && (text[end-1] <= ' ' || text[end-1] == '*' || text[end-1] == '_') {
		end--
	}
	return words, i + 1, end == start || text[end-1] != '.' && text[end-1] != ';' && text[end-1] != ','
}

// blank reports whether the line at i is empty, or the text ends there.
func (s *scanner[Text]) blank(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	return i >= len(s.text) || s.text[i] == '\n'
}
