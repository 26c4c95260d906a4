package wordscan

import "unicode/utf8"

// Blanks are places that a writer was to fill in and left: "____", "....",
// "[NOME ENTE]", "{{ente}}", a label with nothing behind it. A blank is no
// content: what was found up to it, or around it, isn't found.

const (
	// maxBlank is how long a blank between brackets is at most, in bytes.
	maxBlank = 80
	// maxAround is how many words back a blank spoils the match that it lies in:
	// farther off it may stand for something else.
	maxAround = 32
	// maxTemplate is how long a line is at most that asks for what is to be
	// written: "inserire denominazione".
	maxTemplate = 32
	// labelWords is how many words a label has at most.
	labelWords = 7
)

// skipBlank takes the blank that begins at i and returns where it ends; i if
// none does.
func (s *reader[Text]) skipBlank(i int) int {
	end := s.blankAt(i)
	if end > i {
		s.leave(i, end)
	}
	return end
}

// leave notes a blank, which is no word of the text.
func (s *reader[Text]) leave(start, end int) {
	s.take(s.machine.values[valueBlank], start, end, false)
	s.marked[0]--
}

// blankAt returns where the blank ends that begins at i; i if none does.
func (s *reader[Text]) blankAt(i int) int {
	if i >= len(s.text) {
		return i
	}
	switch c := s.text[i]; c {
	case '_':
		if end := s.row(i, "_"); end-i > 2 {
			return end
		}
	case '.':
		return s.dots(i, ".", 4)
	case '[':
		return s.square(i)
	case '{':
		if end := s.bracket(i, '}'); end > i+2 {
			if end < len(s.text) && s.text[end] == '}' {
				end++
			}
			return end
		}
	case '<':
		end := s.bracket(i, '>')
		if end > i+2 && (s.text[i+1] == '%' || s.named(i+1, end-1) && s.template(i+1, end-1, flagField|flagFill)) {
			return end
		}
	case '%':
		end := s.bracket(i, '%')
		if end > i+3 && s.letter(i+1) && s.template(i+1, end-1, flagField|flagFill) {
			return end
		}
	case opening[0]:
		if s.has(i, opening) {
			for end := i + len(opening); end < min(len(s.text), i+maxBlank) && s.text[end] != '\n'; end++ {
				if s.has(end, closing) && s.template(i+len(opening), end, 0) {
					return end + len(closing)
				}
			}
		}
	case '(':
		if end := s.bracket(i, ')'); end > i+2 && s.template(i+1, end-1, flagFill) {
			return end
		}
	case 'x', 'X':
		if end := s.row(i, "xX"); end-i > 2 && !s.letter(end) {
			return end
		}
	case ellipsis[0]:
		if s.has(i, ellipsis) {
			return s.dots(i, ellipsis, 2)
		}
	}
	return i
}

// square returns where the blank in square brackets ends, single or double, that
// begins at i; i if none does. A link, "[name](...)", is none.
func (s *reader[Text]) square(i int) int {
	if s.has(i, "[[") && !s.has(i, "[[[") {
		if end := s.square(i + 1); end > i+1 && s.has(end, "]") {
			return end + 1
		}
	}
	end := s.bracket(i, ']')
	if end > i+3 && (end == len(s.text) || s.text[end] != '(' && s.text[end] != '[' && s.text[end] != ':') && s.template(i+1, end-1, flagField|flagFill) {
		return end
	}
	return i
}

const (
	ellipsis         = "…"
	opening, closing = "«", "»" // of the fields that letters are merged with
)

// has reports whether token stands at i.
func (s *reader[Text]) has(i int, token string) bool {
	return len(s.text)-i >= len(token) && string(s.text[i:i+len(token)]) == token
}

// row returns where the row of such bytes ends that begins at i.
func (s *reader[Text]) row(i int, bytes string) int {
	for i < len(s.text) && (s.text[i] == bytes[0] || s.text[i] == bytes[len(bytes)-1]) {
		i++
	}
	return i
}

// dots returns where a row of dots ends that is a blank: one of so many, or one
// that follows a colon or a word that wants another ("è …", "di ...").
func (s *reader[Text]) dots(i int, dot string, enough int) int {
	end, n := i, 0
	for s.has(end, dot) {
		end += len(dot)
		n++
	}
	if n >= enough {
		return end
	}
	before := i
	for before > 0 && (s.text[before-1] == ' ' || s.text[before-1] == '\t') {
		before--
	}
	if n*len(dot) < 3 || before == i || before == 0 || s.text[before-1] != ':' && !s.wanting(before) {
		return i
	}
	return end
}

// wanting reports whether a word ends at i that wants another: one of no width,
// or a verb of one letter.
func (s *reader[Text]) wanting(i int) bool {
	start := i
	for start > 0 && i-start <= 6 && byteKinds[s.text[start-1]] < symbols {
		start--
	}
	if start == i {
		return s.has(i-min(i, 2), "è") || s.has(i-min(i, 2), "È") || i > 1 && s.text[i-1] == '\'' && s.wanting(i-1)
	}
	return s.wordAt(start, i).flag&flagZero != 0 && i-start <= 6
}

// wordAt returns the word of plain letters that is text[start:end].
func (s *reader[Text]) wordAt(start, end int) wordInfo {
	for i := start; i < end; i++ {
		if byteKinds[s.text[i]] >= symbols {
			return wordInfo{}
		}
	}
	return s.machine.states[spelled(s.machine, s.text[start:end])].word
}

// bracket returns where the bracket at i is closed, in the same line; i if it
// isn't, or far away.
func (s *reader[Text]) bracket(i int, closing byte) int {
	for end := i + 1; end < min(len(s.text), i+maxBlank); end++ {
		switch s.text[end] {
		case closing:
			return end + 1
		case '\n', s.text[i]:
			if s.text[end] != '{' || end > i+1 {
				return i
			}
		}
	}
	return i
}

// template reports whether text[start:end] is what a writer was to replace: its
// first word is one of those flagged, or there is no word, but dots and lines.
func (s *reader[Text]) template(start, end int, flags wordFlag) bool {
	for start < end && (s.text[start] <= ' ' || s.text[start] == '*' || s.text[start] == '\'') {
		start++
	}
	word := start
	for word < end && byteKinds[s.text[word]] < symbols {
		word++
	}
	if word == start {
		filled := start
		for filled < end && (s.text[filled] == '.' || s.text[filled] == '_' || s.text[filled] == ' ' || s.text[filled] == '-' || s.has(filled, ellipsis)) {
			if s.has(filled, ellipsis) {
				filled += len(ellipsis) - 1
			}
			filled++
		}
		return filled == end && end-start > 1
	}
	if s.row(start, "xX") == word && word-start > 1 {
		return true
	}
	if s.wordAt(start, word).flag&flags != 0 {
		return true
	}
	return word < end && s.text[word] == '_' && !s.mailbox(word, end)
}

// mailbox reports whether an at sign stands in text[start:end]: "rpd_dsb@pec.it".
func (s *reader[Text]) mailbox(start, end int) bool {
	for i := start; i < end; i++ {
		if s.text[i] == '@' {
			return true
		}
	}
	return false
}

// named reports whether text[start:end] is more than one word and nothing but
// words: "NOME ENTE", and no tag of HTML.
func (s *reader[Text]) named(start, end int) bool {
	words := 1
	for i := start; i < end; i++ {
		switch c := s.text[i]; {
		case c == ' ' || c == '_':
			words++
		case byteKinds[c] >= symbols && c != '\'' && c < utf8.RuneSelf:
			return false
		}
	}
	return words > 1
}

// colon reads what follows a colon: what it announces is an item, or it is a
// label with nothing behind.
func (s *reader[Text]) colon(i int) int {
	text, on := s.text, i+1
	for on < len(text) && on < i+4 && (text[on] == '*' || text[on] == '_' && s.blankAt(on) == on) {
		on++
	}
	if on < len(text) && text[on] > ' ' && text[on] != '_' && text[on] != '[' && text[on] != '{' {
		return i + 1
	}
	on = s.past(on)
	if on == len(text) || text[on] == '\n' {
		if s.nothing(i, on) {
			s.leave(s.labelStart(i), i+1)
			s.limit()
		} else {
			s.item(i)
		}
		return i + 1
	}
	if end := s.lacking(on); end > on {
		s.leave(s.labelStart(i), end)
		return end
	}
	s.item(on)
	return i + 1
}

// lineEnd returns where the line or the cell ends in which i stands.
func (s *reader[Text]) lineEnd(i int) int {
	for end := i; end < len(s.text); end++ {
		if c := s.text[end]; c == '\n' || c == '\r' || c == '|' || end-i > maxTemplate {
			return end
		}
	}
	return len(s.text)
}

// past returns where the blanks and the marks of emphasis end that begin at i.
func (s *reader[Text]) past(i int) int {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r' || s.text[i] == '*') {
		i++
	}
	return i
}

// nothing reports whether the label that ends at the colon at i, on a line that
// ends at end, has nothing below it: the text ends, or another label follows.
func (s *reader[Text]) nothing(i, end int) bool {
	if s.labelStart(i) == i {
		return false
	}
	for end < len(s.text) && s.text[end] <= ' ' {
		end++
	}
	return end == len(s.text) || s.text[end] == '#' || s.label(end)
}

// labelStart returns where the label begins that ends at i: the few words since
// the line or the cell began; i if they are more.
func (s *reader[Text]) labelStart(i int) int {
	words, start := 1, i
	for ; start > 0 && s.text[start-1] != '\n' && s.text[start-1] != '|'; start-- {
		if s.text[start-1] == ' ' {
			words++
		}
		if words > labelWords+1 {
			return i
		}
	}
	return start
}

// label reports whether the line at i begins with a label: one of the words that
// labels begin with, and a colon within a few words.
func (s *reader[Text]) label(i int) bool {
	for i < len(s.text) && (byteKinds[s.text[i]] == kindDigit || s.text[i] == '.' || s.text[i] == ')' || s.text[i] == '*' || s.text[i] == ' ') {
		i++
	}
	end := i
	for end < len(s.text) && byteKinds[s.text[end]] < symbols {
		end++
	}
	if end == i || s.wordAt(i, end).flag&flagLabel == 0 && !s.has(end, "\u00e0") {
		return false
	}
	if s.has(end, "\u00e0") && s.machine.states[s.machine.on(spelled(s.machine, s.text[i:end]), letterA)].word.flag&flagLabel == 0 {
		return false
	}
	words := 1
	for ; end < len(s.text) && s.text[end] != '\n' && words <= labelWords; end++ {
		switch s.text[end] {
		case ':':
			return true
		case ' ':
			words++
		}
	}
	return false
}

// lacking returns where a line or a cell ends that from i on says nothing: a
// dash, "n/d", a blank; i if it says something.
func (s *reader[Text]) lacking(i int) int {
	if end := s.blankAt(i); end > i {
		return end
	}
	if end := s.lineEnd(i); end-i < maxTemplate && s.template(i, end, flagFill) {
		return end
	}
	var said [16]byte // letters
	n, end := 0, i
	for ; end < len(s.text) && s.text[end] != '\n' && s.text[end] != '|' && s.text[end] != ';'; end++ {
		c := s.text[end]
		switch kind := byteKinds[c]; {
		case kind < symbols:
			if n == len(said) {
				return i
			}
			said[n] = 'a' + kind
			n++
		case c >= utf8.RuneSelf:
			if r, _ := s.rune(end); r != '–' && r != '—' && r != '…' && utf8.RuneStart(c) {
				return i
			}
		case c > ' ' && c != '-' && c != '.' && c != '/' && c != '?' && c != '(' && c != ')' && c != '*':
			return i
		}
	}
	if n == 0 {
		if s.has(i, "---") || s.past(i) == end {
			return i // the line below the head of a table, an empty cell
		}
		return end
	}
	switch string(said[:n]) {
	case "nd", "na", "nc", "tbd", "todo", "dadefinire", "dacompletare", "dacompilare", "dainserire", "daindicare", "daspecificare", "omissis":
		return end
	}
	return i
}

// letterA is the place of the letter a among the letters of the table.
const letterA = 0
