package informativa

import (
	"strconv"
	"strings"
)

// awaited is what the next number or letter of a citation stands for.
type awaited uint8

const (
	anArticle awaited = iota
	aRange            // the last of a row of articles
	aParagraph
	aLetter
	aPart   // a paragraph or a letter, after a stop or a bracket: "6.1.f", "6(1)(f)"
	settled // nothing, before a separator says so
	another // nothing: it belongs to something else
)

// separators are the words and marks between the numbers of a citation.
var separators = map[string]awaited{
	",": anArticle, "/": anArticle, "e": anArticle, "ed": anArticle, "o": anArticle, "od": anArticle, "nonché": anArticle,
	"da": anArticle, "dal": anArticle, "dall": anArticle, "dai": anArticle, "dagli": anArticle, "'": anArticle, "’": anArticle,
	"art": anArticle, "artt": anArticle, "articolo": anArticle, "articoli": anArticle,
	"-": aRange, "–": aRange, "a": aRange, "al": aRange, "all": aRange, "ai": aRange, "agli": aRange, "fino": aRange, "sino": aRange,
	"par": aParagraph, "parr": aParagraph, "paragr": aParagraph, "paragrafo": aParagraph, "paragrafi": aParagraph,
	"comma": aParagraph, "commi": aParagraph, "c": aParagraph, "co": aParagraph, "§": aParagraph,
	"lett": aLetter, "let": aLetter, "lettera": aLetter, "lettere": aLetter, ".": aPart, "(": aPart,
}

// suffixes are what an article put in between two others is called by.
var suffixes = map[string]bool{"bis": true, "ter": true, "quater": true, "quinquies": true, "sexies": true, "septies": true, "octies": true,
	"novies": true, "decies": true, "undecies": true, "duodecies": true, "terdecies": true, "quaterdecies": true, "quinquiesdecies": true}

// citation reads the places of one citation.
type citation struct {
	all     []string
	next    awaited
	last    int // the article read last
	article string
	plural  bool   // more than one paragraph is announced: "commi 1 e 2"
	prefix  string // what the letters read are of; "" if none was
	before  string // the sign before
	strict  bool
	bracket bool // within brackets that say something else: "15 (accesso)"
}

// places reads the articles in "artt. 6, par. 1, lett. e) ed f), e 9" as the
// canonical places "6(1)(e)", "6(1)(f)" and "9", and in "artt. dal 15 al 22" as
// "15" to "22". A strict citation ends at the first word that is none of it, and
// with its sentence.
func places(text string, strict bool) []string {
	if strict {
		text = firstSentence(text)
	}
	c := citation{strict: strict}
	var some [64]string
	all := some[:0]
	for sign := range signs(text) {
		all = append(all, sign)
	}
	for i, sign := range all {
		following := ""
		if i+1 < len(all) {
			following = all[i+1]
		}
		if !c.read(sign, following) {
			break
		}
		c.before = sign
	}
	return c.all
}

// firstSentence cuts text at the stop that ends its first sentence: one after a number
// or a bracket, with a blank behind it.
func firstSentence(text string) string {
	for i := 1; i < len(text); i++ {
		if text[i] == '.' && (digit(text[i-1]) || text[i-1] == ')') && (i+1 == len(text) || text[i+1] <= ' ') {
			return text[:i]
		}
	}
	return text
}

// read takes the next sign of the citation, and reports whether it goes on.
func (c *citation) read(sign, following string) bool {
	n := len(c.all)
	switch {
	case digit(sign[0]):
		return c.number(sign)
	case n > 0 && c.isLetter(sign, following):
		c.letter(sign)
	case c.next == aRange && n > 0 && suffixes[sign]:
		if place, inner := strings.CutSuffix(c.all[n-1], ")"); inner {
			c.all[n-1] = place + "-" + sign + ")"
		} else {
			c.all[n-1] += "-" + sign
			c.article = c.all[n-1]
		}
		c.next = settled
	case sign == ")":
		if c.bracket {
			c.bracket, c.next = false, settled
		}
	case sign == "." && c.next != settled, sign == "n" || sign == "nn" || sign == "numero":
	default:
		separator, known := separators[sign]
		if known && sign != "e" && sign != "ed" && sign != "," && sign != "o" {
			c.plural = sign == "commi" || sign == "paragrafi" || sign == "parr" || sign == "par" && c.plural
		}
		switch {
		case c.next == aRange && (strings.HasPrefix(sign, "art") || sign == "'" || sign == "’"):
			return true // "dall'art. 15 all'art. 22"
		case !known && c.next == aPart:
			c.bracket = true
			separator = another
		case !known:
			if c.strict && !c.bracket {
				return false
			}
			separator = another
		}
		if !c.bracket || !known {
			c.next = separator
		}
	}
	return true
}

// number takes a number, and reports whether the citation goes on.
func (c *citation) number(digits string) bool {
	n := len(c.all)
	if c.next == another {
		return true
	}
	number := number(digits)
	if number == 0 || number > 200 || n >= mostCited {
		return false // the number of an act, or its year
	}
	switch {
	case c.next == aRange && n > 0 && c.last < number && number-c.last < mostCited:
		for c.last++; c.last <= number; c.last++ {
			c.article = strconv.Itoa(c.last)
			c.all = append(c.all, c.article)
		}
	case (c.next == aParagraph || c.next == aPart) && n > 0 && c.all[n-1] == c.article:
		c.all[n-1] += "(" + digits + ")"
	case (c.next == aParagraph || c.plural) && n > 0:
		c.all = append(c.all, c.article+"("+digits+")")
	default:
		c.article = strconv.Itoa(number)
		c.all = append(c.all, c.article)
	}
	c.prefix = ""
	c.last, c.next = number, settled
	return true
}

// isLetter reports whether the sign is a letter of the place read last: one where
// a letter is awaited, or one more, with a bracket behind it or none of the words
// that part letters.
func (c *citation) isLetter(sign, following string) bool {
	if len(sign) > 2 || sign[0] < 'a' || sign[0] > 'z' || len(sign) == 2 && sign[0] != sign[1] {
		return false
	}
	if c.next == aLetter || c.next == aPart && len(sign) == 1 {
		return true
	}
	_, parts := separators[sign]
	return c.prefix != "" && (following == ")" || c.next == anArticle && (!parts || c.before == "ed"))
}

// letter takes a letter.
func (c *citation) letter(sign string) {
	n := len(c.all)
	if c.prefix == "" {
		c.prefix = c.all[n-1]
		c.all[n-1] += "(" + sign + ")"
	} else {
		c.all = append(c.all, c.prefix+"("+sign+")")
	}
	c.next = settled
}
