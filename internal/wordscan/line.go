package wordscan

import (
	"math/bits"
	"unicode/utf8"
)

// closed reports whether the line that ends at i ends with a stop, a colon or
// the like.
func (s *reader[Text]) closed(i int) bool {
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
func (s *reader[Text]) line(i int) {
	text, was := s.text, s.heading
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '>') {
		i++
	}
	if i >= len(text) || text[i] == '\n' {
		s.fresh = true
		s.head(false)
		s.limit()
		return
	}
	if i < s.titled {
		return // the heading goes on
	}
	numbered, item := s.marker(i)
	s.head(text[i] == '#' || !item && (s.fresh || numbered) && s.title(i, numbered))
	if was || item || numbered || s.heading {
		s.limit()
	}
	if !s.heading && (was || item || numbered) && text[i] != '|' {
		s.item(i)
	}
}

// head notes whether a heading follows.
func (s *reader[Text]) head(heading bool) {
	if heading == s.heading {
		return
	}
	s.heading = heading
	kind := tokenBody
	if heading {
		kind = tokenHeading
	}
	s.emit(token{kind: kind})
}

// title reports whether the line at i is as short and plain as a heading; its
// number is no word of it.
//
// A line is none if the text goes on in the next: that begins with a small
// letter, and this one with a great one, or this one ends in a word that wants
// another ("dal"). Then both make a heading if an empty line follows.
func (s *reader[Text]) title(i int, numbered bool) bool {
	words, next, plain := s.measure(i)
	if numbered {
		words--
	}
	if !plain || words > headingWords {
		return false
	}
	if s.empty(next) {
		return true
	}
	if !s.goesOn(i, next) {
		return words <= leadWords
	}
	more, after, plain := s.measure(next)
	if !plain || words+more > headingWords || !s.empty(after) {
		return false
	}
	s.titled = after
	return true
}

// goesOn reports whether the line at i goes on in the next.
func (s *reader[Text]) goesOn(i, next int) bool {
	end := next - 1
	for end > i && (s.text[end-1] <= ' ' || s.text[end-1] == '*') {
		end--
	}
	if s.wanting(end) {
		return true
	}
	for i < len(s.text) && (byteKinds[s.text[i]] == kindDigit || s.text[i] == '.' || s.text[i] == ')' || s.text[i] <= ' ' || s.text[i] == '*') {
		i++
	}
	next = s.past(next)
	return i < len(s.text) && 'A' <= s.text[i] && s.text[i] <= 'Z' && next+1 < len(s.text) &&
		('a' <= s.text[next] && s.text[next] <= 'z' || s.has(next, "è")) && s.text[next+1] != ')' && s.text[next+1] != '.'
}

// item tells the patterns that an item, a cell or what a colon or a heading
// announces begins at i, unless it is a blank.
func (s *reader[Text]) item(i int) {
	on := s.past(i) // marks of emphasis may stand before it
	if word := s.machine.values[valueItem]; word.list != 0 && s.blankAt(on) == on {
		end := s.last
		if end == 0 {
			_, size := s.rune(i)
			end = i + size
		}
		s.emit(token{start: uint32(i), end: uint32(end), tick: s.tick, word: word})
	}
}

// cell reads the bar of a table at i: behind it is a cell, which is an item, or
// empty.
func (s *reader[Text]) cell(i int) int {
	if end := s.rule(i); end > i {
		return end
	}
	on := s.past(i + 1)
	switch {
	case on == len(s.text) || s.text[on] == '\n':
	case s.text[on] == '|':
		s.leave(s.labelStart(i), i+1)
	case s.lacking(on) > on:
		end := s.lacking(on)
		s.leave(s.labelStart(i), end)
		return end
	case s.letter(on) || byteKinds[s.text[on]] == kindDigit:
		s.item(on)
	}
	return i + 1
}

// rule returns where the line ends that begins with the bar at i and rules a
// table off below its head ("|---|---|"); i if none does.
func (s *reader[Text]) rule(i int) int {
	if i > 0 && s.text[i-1] != '\n' {
		return i
	}
	dashes := 0
	for end := i; ; end++ {
		if end == len(s.text) || s.text[end] == '\n' {
			if dashes < 3 {
				return i
			}
			return end
		}
		switch s.text[end] {
		case '-':
			dashes++
		case '|', ':', ' ', '\t', '\r':
		default:
			return i
		}
	}
}

// marker reports whether a numbered or another item of a list begins at i.
func (s *reader[Text]) marker(i int) (numbered, item bool) {
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
func (s *reader[Text]) measure(i int) (words, next int, plain bool) {
	text, start := s.text, i
	words = 1
	blank := uint64(0) // the top bit of the lowest byte: the byte before is blank
	for i+8 <= len(text) {
		eight := load(text, i)
		if hasByte(eight, '\n') || hasByte(eight, ':') || hasByte(eight, '@') {
			break
		}
		blanks := blanks(eight)
		words += bits.OnesCount64((blanks<<8 | blank) &^ blanks)
		if words > headingWords {
			return words, i, false
		}
		blank = blanks >> 56
		i += 8
	}
	if blank != 0 {
		i--
	}
	for ; i < len(text) && text[i] != '\n'; i++ {
		switch c := text[i]; {
		case c > '@': // most often a letter
		case c == ':' || c == '@':
			return words, i, false
		case c <= ' ' && i+1 < len(text) && text[i+1] > ' ':
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

// empty reports whether the line at i is empty, or the text ends there.
func (s *reader[Text]) empty(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	return i >= len(s.text) || s.text[i] == '\n'
}
