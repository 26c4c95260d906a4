package blank

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term reports whether s, which should tell how long data are kept, tells no
// time and nothing by which to find it: it is blank, or made only of words that
// suit any data whatever ("illimitata", "per il tempo necessario alle finalità",
// "nei termini di legge"). One word of the case is enough for it to say something:
// "fino alla cessazione del rapporto", "secondo il massimario di scarto".
//
// A permanent keeping is an answer, since the archives of public bodies have it.
//
// Law: GDPR 5(1)(e); GDPR 30(1)(f).
func Term(s string) bool {
	if Is(s) {
		return true
	}
	if len(s) > longTerm {
		return false
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !vague(word) {
			return false
		}
	}
	return true
}

const longTerm = 300

// vague reports whether a word suits the term of any data.
func vague(word string) bool {
	var buf [16]byte
	if len(word) > len(buf) {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c < utf8.RuneSelf && c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	switch string(buf[:len(word)]) {
	case "a", "ad", "al", "allo", "alla", "alle", "agli", "ai", "all", "di", "del", "dello", "della", "delle", "dei", "degli", "dell",
		"da", "dal", "dalla", "dalle", "dai", "dagli", "dall", "in", "nel", "nella", "nei", "nelle", "nell", "per", "con", "su", "il", "lo", "la", "i", "gli", "le", "l",
		"un", "uno", "una", "e", "ed", "o", "cui", "che", "quali", "quale", "quanto", "come", "non", "oltre", "comunque", "solo", "strettamente", "tutto", "tutta", "ogni",
		"dati", "dato", "personali", "essi", "sono", "è", "saranno", "vengono", "verranno", "stati", "stata", "conservati", "conservato", "conservata", "conservazione", "conservare",
		"trattati", "raccolti", "trattamento", "raccolta", "durata", "tempo", "tempi", "periodo", "termine", "termini", "limite", "limiti",
		"necessario", "necessaria", "necessari", "congruo", "adeguato", "ragionevole", "indispensabile", "occorrente", "utile",
		"finalità", "finalita", "scopo", "scopi", "conseguimento", "conseguire", "raggiungimento", "raggiungere", "perseguimento", "perseguire", "perseguite", "svolgimento", "espletamento", "adempimento", "indicate", "descritte",
		"sopra", "predette", "suddette", "stesse", "medesime", "legge", "leggi", "norma", "norme", "normativa", "vigente", "vigenti", "previsto", "prevista", "previsti", "stabilito", "stabilita", "stabiliti",
		"secondo", "base", "sensi", "rispetto", "fino", "finché", "finche", "sempre",
		"illimitata", "illimitato", "illimitatamente", "indeterminata", "indeterminato", "indefinita", "indefinito", "indefinitamente", "variabile", "vario", "varia",
		"as", "long", "necessary", "needed", "the", "for", "of", "to", "time", "period", "purposes", "purpose", "unlimited", "indefinite", "indefinitely", "forever", "required", "by", "law", "applicable", "data", "are", "is", "kept", "stored", "retained", "which", "they", "were", "collected":
		return true
	}
	return false
}
