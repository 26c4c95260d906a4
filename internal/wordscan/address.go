package wordscan

import (
	"unicode"
	"unicode/utf8"
)

// The parts of an address of mail have so many bytes at most (RFC 5321 4.5.3.1).
const maxLocal, maxDomain = 64, 255

// domain returns where the domain begins behind an at sign written in brackets at i,
// against those who gather addresses: "info [at] comune.it"; i if there is none.
func (s *reader[Text]) domain(i int) int {
	for _, sign := range [...]string{"at", "chiocciola", "@"} {
		end := i + 1 + len(sign)
		if end >= len(s.text) || s.text[end] != ')' && s.text[end] != ']' {
			continue
		}
		if !same(s.text[i+1:end], sign) {
			return i
		}
		for end++; end < len(s.text) && s.text[end] == ' '; {
			end++
		}
		return end
	}
	return i
}

// same reports whether text is the word, in letters of any case.
func same[Text ~string | ~[]byte](text Text, word string) bool {
	for i := range len(word) {
		if c := text[i]; c != word[i] && (byteKinds[c] >= symbols || byteKinds[c] != byteKinds[word[i]]) {
			return false
		}
	}
	return true
}

// email takes the address whose at sign stands at i, and whose domain begins at
// on.
func (s *reader[Text]) email(i, on int) int {
	start := i
	for s.text[i] != '@' && start > 0 && s.text[start-1] == ' ' {
		start--
	}
	whole := start
	for start > 0 && whole-start < maxLocal && local(s.text[start-1]) {
		start--
	}
	end, dot, pec := on, false, false
	for end < len(s.text) && end-on <= maxDomain {
		c := s.text[end]
		kind := byteKinds[c]
		if kind >= symbolOther && kind != kindDigit && kind != kindHyphen && c != '.' {
			break
		}
		end++
	}
	long := end-on > maxDomain
	if end < len(s.text) && end > on {
		// A letter with an accent is none of an address, composed or not.
		if r, _ := s.rune(end); unicode.Is(unicode.Mn, r) {
			end--
		}
	}
	for end > on && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	for k := on; k < end; k++ {
		dot = dot || s.text[k] == '.'
		pec = pec || s.certified(k, end)
	}
	if !dot || start == whole || long {
		return i + 1
	}
	kind := valueEmail
	if pec {
		kind = valuePEC
	}
	if s.invented(on, end) {
		kind = valueBlank
	}
	s.take(s.machine.values[kind], start, end, false)
	return end
}

// invented reports whether the domain has a label that a writer was to replace:
// "comune.xxx.it".
func (s *reader[Text]) invented(start, end int) bool {
	for ; start < end; start++ {
		if stop := s.row(start, "xX"); stop-start > 2 && stop < end && s.text[stop] == '.' {
			return true
		}
	}
	return false
}

// inMailbox reports whether what is read up to i is of an address of mail: no
// blank stands before the at sign.
func (s *reader[Text]) inMailbox(i int) bool {
	if c := s.text[i]; c != '@' && (!local(c) || i+1 < len(s.text) && s.text[i+1] <= ' ') {
		return false
	}
	end := i
	for end < len(s.text) && end-i < maxLocal && local(s.text[end]) {
		end++
	}
	return end+1 < len(s.text) && s.text[end] == '@' && s.text[end+1] > ' '
}

// local reports whether c may stand in the local part of an address.
func local(c byte) bool {
	kind := byteKinds[c]
	return kind < symbols || kind == kindDigit || kind == kindHyphen || c == '.' || c == '_' || c == '+' || c == '%' || c == '\''
}

// certified reports whether the domain at i names certified mail: its
// providers use names such as pec, legalmail and postacert.
func (s *reader[Text]) certified(i, end int) bool {
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
func (s *reader[Text]) scheme(start, i int) bool {
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
func (s *reader[Text]) url(start, i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if c <= ' ' || c == ')' || c == '<' || c == '>' || c == '"' || c == ']' || c == '|' || c >= utf8.RuneSelf {
			break
		}
		i++
	}
	s.take(s.machine.values[valueURL], start, i, false)
	return i
}

// link takes the target of a Markdown link; an address of mail is read as text.
func (s *reader[Text]) link(i int) int {
	const mail = "mailto:"
	if len(s.text)-i >= len(mail) && string(s.text[i:i+len(mail)]) == mail {
		return i + len(mail)
	}
	start := i
	for i < len(s.text) && s.text[i] > ' ' && s.text[i] != ')' && s.text[i] < utf8.RuneSelf {
		i++
	}
	if i > start {
		s.take(s.machine.values[valueURL], start, i, false)
	}
	return i
}
