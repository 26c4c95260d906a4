// Package blank tells a text that says something from one that fills a field
// without saying anything: white space, a dash, "n/d", "[NOME ENTE]", "____", a
// variable that no template has filled.
//
// Every check of a document asks it, so that what a form left open is never taken
// for an answer.
package blank

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Is reports whether s says nothing: it has no letter or digit, it is a word that
// stands for what is still to be written ("n/d", "da definire", "XXXXX"), it is
// wholly in brackets, or it is a short text with a gap left in it ("Comune di
// ____", "dpo@[dominio]"). "Nessuno" and "none" say something.
//
//	blank.Is("[NOME ENTE]") // true
//	blank.Is("Comune di Roccasilvana (CT)") // false
//
// It costs one pass over the text and allocates nothing.
func Is(s string) bool {
	var seen uint8
	for i := 0; i < len(s); i++ {
		seen |= classes[s[i]]
	}
	if seen&ascii == 0 && (seen&wide == 0 || !letters(s)) {
		return true
	}
	if len(s) > longest {
		return false
	}
	return len(s) < longestWord && stands(s) || seen&suspect != 0 && (enclosed(strings.TrimSpace(s)) || gap(s))
}

// What a byte can be: a letter or digit, part of a wider rune, or one that a
// template's gap has.
const (
	ascii = 1 << iota
	wide
	suspect
)

var classes = func() (of [256]uint8) {
	for c := range of {
		switch c := byte(c); {
		case c >= utf8.RuneSelf:
			of[c] = wide
		case c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			of[c] = ascii
		}
	}
	for _, c := range []byte("Xx_[{<.$%") {
		of[c] |= suspect
	}
	return of
}()

// letters reports whether s has a letter or digit in any script.
func letters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) })
}

// All reports whether every one of the texts says nothing; it is true of none.
func All(texts []string) bool {
	for _, t := range texts {
		if !Is(t) {
			return false
		}
	}
	return true
}

// longest is the length above which a text is prose, in which a gap or a bracket
// takes nothing from what the rest says.
const longest = 120

// longestWord is above the length of every text that stands for another, with
// some room for marks.
const longestWord = 40

// stands reports whether s is a word or two that stand for what is to be written.
func stands(s string) bool {
	var buf [24]byte
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= utf8.RuneSelf:
		default: // a run of anything else is one space
			if n == 0 || buf[n-1] == ' ' {
				continue
			}
			c = ' '
		}
		if n == len(buf) {
			return false
		}
		buf[n] = c
		n++
	}
	for n > 0 && buf[n-1] == ' ' {
		n--
	}
	switch string(buf[:n]) {
	case "n d", "nd", "n a", "n p", "n c", "nn", "todo", "to do", "tbd", "tba", "null", "nil", "undefined", "xx", "xxx",
		"da definire", "da nominare", "da designare", "da individuare", "da compilare", "da completare", "da inserire",
		"da indicare", "da specificare", "da precisare", "da stabilire", "da verificare", "da determinare", "da valutare",
		"in corso di nomina", "in fase di nomina", "in via di definizione", "in fase di definizione", "in corso di definizion",
		"non disponibile", "non definito", "non definita", "non indicato", "non indicata", "non specificato", "non specificata",
		"non nominato", "non pervenuto", "nome ente", "nome comune", "gg mm aaaa", "dd mm yyyy",
		"to be defined", "to be completed", "to be appointed", "not available", "not specified", "not defined", "lorem ipsum",
		"placeholder", "come sopra da definire":
		return true
	}
	return false
}

// enclosed reports whether the whole of s is in one pair of brackets of a
// template.
func enclosed(s string) bool {
	for _, pair := range [...][2]string{{"[", "]"}, {"{", "}"}, {"<", ">"}, {"${", "}"}, {"%", "%"}} {
		inner, ok := strings.CutPrefix(s, pair[0])
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(inner, pair[1])
		if ok && !strings.Contains(strings.TrimRight(inner, pair[1]), pair[1]) {
			return true
		}
	}
	return false
}

// gap reports whether something in s was left to be filled in.
func gap(s string) bool {
	if strings.Contains(s, "___") || strings.Contains(s, ".....") || strings.Contains(s, "{{") || strings.Contains(s, "${") {
		return true
	}
	for rest := s; ; {
		_, inner, ok := strings.Cut(rest, "[")
		if !ok {
			break
		}
		inner, rest, ok = strings.Cut(inner, "]")
		if ok && variable(inner) {
			return true
		}
	}
	return exes(s)
}

// variable reports whether what stands in square brackets within a text is a
// name to be replaced: dots, or words of capitals, or nothing, or one that an
// address can't have.
func variable(inner string) bool {
	if strings.Trim(inner, " ._-") == "" {
		return true
	}
	for _, name := range [...]string{"dominio", "ente", "nome", "comune", "denominazione", "indirizzo", "data", "inserire", "specificare", "indicare"} {
		if strings.EqualFold(inner, name) {
			return true
		}
	}
	upper := 0
	for _, r := range inner {
		switch {
		case unicode.IsLower(r), unicode.IsDigit(r):
			return false
		case unicode.IsUpper(r):
			upper++
		}
	}
	return upper > 3
}

// exes reports whether a word of s is a row of the letter x: three small ones or
// four of any, since three capitals are a number.
func exes(s string) bool {
	small, any, other := 0, 0, false
	for i := 0; i <= len(s); i++ {
		c := byte(' ')
		if i < len(s) {
			c = s[i]
		}
		switch {
		case c == 'x':
			small++
			any++
		case c == 'X':
			any++
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c >= utf8.RuneSelf:
			other = true
		default:
			if !other && (any >= 4 || small >= 3) {
				return true
			}
			small, any, other = 0, 0, false
		}
	}
	return false
}
