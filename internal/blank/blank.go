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

var classes = [256]uint8{
	'0': ascii, '1': ascii, '2': ascii, '3': ascii, '4': ascii, '5': ascii, '6': ascii, '7': ascii, '8': ascii, '9': ascii,
	'A': ascii, 'B': ascii, 'C': ascii, 'D': ascii, 'E': ascii, 'F': ascii, 'G': ascii, 'H': ascii, 'I': ascii, 'J': ascii, 'K': ascii, 'L': ascii, 'M': ascii,
	'N': ascii, 'O': ascii, 'P': ascii, 'Q': ascii, 'R': ascii, 'S': ascii, 'T': ascii, 'U': ascii, 'V': ascii, 'W': ascii, 'X': ascii | suspect, 'Y': ascii, 'Z': ascii,
	'a': ascii, 'b': ascii, 'c': ascii, 'd': ascii, 'e': ascii, 'f': ascii, 'g': ascii, 'h': ascii, 'i': ascii, 'j': ascii, 'k': ascii, 'l': ascii, 'm': ascii,
	'n': ascii, 'o': ascii, 'p': ascii, 'q': ascii, 'r': ascii, 's': ascii, 't': ascii, 'u': ascii, 'v': ascii, 'w': ascii, 'x': ascii | suspect, 'y': ascii, 'z': ascii,
	'_': suspect, '[': suspect, '{': suspect, '<': suspect, '.': suspect, '$': suspect, '%': suspect,
	0x80: wide, 0x81: wide, 0x82: wide, 0x83: wide, 0x84: wide, 0x85: wide, 0x86: wide, 0x87: wide, 0x88: wide, 0x89: wide, 0x8a: wide, 0x8b: wide, 0x8c: wide, 0x8d: wide, 0x8e: wide, 0x8f: wide,
	0x90: wide, 0x91: wide, 0x92: wide, 0x93: wide, 0x94: wide, 0x95: wide, 0x96: wide, 0x97: wide, 0x98: wide, 0x99: wide, 0x9a: wide, 0x9b: wide, 0x9c: wide, 0x9d: wide, 0x9e: wide, 0x9f: wide,
	0xa0: wide, 0xa1: wide, 0xa2: wide, 0xa3: wide, 0xa4: wide, 0xa5: wide, 0xa6: wide, 0xa7: wide, 0xa8: wide, 0xa9: wide, 0xaa: wide, 0xab: wide, 0xac: wide, 0xad: wide, 0xae: wide, 0xaf: wide,
	0xb0: wide, 0xb1: wide, 0xb2: wide, 0xb3: wide, 0xb4: wide, 0xb5: wide, 0xb6: wide, 0xb7: wide, 0xb8: wide, 0xb9: wide, 0xba: wide, 0xbb: wide, 0xbc: wide, 0xbd: wide, 0xbe: wide, 0xbf: wide,
	0xc0: wide, 0xc1: wide, 0xc2: wide, 0xc3: wide, 0xc4: wide, 0xc5: wide, 0xc6: wide, 0xc7: wide, 0xc8: wide, 0xc9: wide, 0xca: wide, 0xcb: wide, 0xcc: wide, 0xcd: wide, 0xce: wide, 0xcf: wide,
	0xd0: wide, 0xd1: wide, 0xd2: wide, 0xd3: wide, 0xd4: wide, 0xd5: wide, 0xd6: wide, 0xd7: wide, 0xd8: wide, 0xd9: wide, 0xda: wide, 0xdb: wide, 0xdc: wide, 0xdd: wide, 0xde: wide, 0xdf: wide,
	0xe0: wide, 0xe1: wide, 0xe2: wide, 0xe3: wide, 0xe4: wide, 0xe5: wide, 0xe6: wide, 0xe7: wide, 0xe8: wide, 0xe9: wide, 0xea: wide, 0xeb: wide, 0xec: wide, 0xed: wide, 0xee: wide, 0xef: wide,
	0xf0: wide, 0xf1: wide, 0xf2: wide, 0xf3: wide, 0xf4: wide, 0xf5: wide, 0xf6: wide, 0xf7: wide, 0xf8: wide, 0xf9: wide, 0xfa: wide, 0xfb: wide, 0xfc: wide, 0xfd: wide, 0xfe: wide, 0xff: wide,
}

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
		"non nominato", "non pervenuto", "nome ente", "nome comune", "nome e cognome", "nome cognome", "gg mm aaaa", "dd mm yyyy",
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
