package informativa

import (
	"bytes"
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
	text    []byte // of the places read, one behind the other
	ends    []int  // where each ends
	next    awaited
	last    int    // the article read last
	article []byte // its place
	plural  bool   // more than one paragraph is announced: "commi 1 e 2"
	prefix  []byte // what the letters read are of; none if none was
	before  []byte // the sign before
	strict  bool
	means   map[string][]byte // the signs of another language as Italian ones
	bracket bool              // within brackets that say something else: "15 (accesso)"
}

// read reads the articles in "artt. 6, par. 1, lett. e) ed f), e 9" as the
// canonical places "6(1)(e)", "6(1)(f)" and "9", and in "artt. dal 15 al 22" as
// "15" to "22", and returns how many they are. The text is in small letters. A
// strict citation ends at the first word that is none of it, and with its sentence.
// In a text in another language, the signs of means are read as the Italian ones
// that they stand for.
func (c *citation) read(text []byte, strict bool, means map[string][]byte) int {
	*c = citation{text: c.text[:0], ends: c.ends[:0], strict: strict, means: means}
	c.signs(text)
	return len(c.ends)
}

// signs takes sign by sign, each when the one that follows it is known.
func (c *citation) signs(text []byte) {
	if c.strict {
		text = firstSentence(text)
	}
	var sign []byte
	for following := range signs(text) {
		if italian, known := c.means[string(following)]; known {
			following = italian
		}
		if sign != nil && !c.sign(sign, following) {
			return
		}
		c.before, sign = sign, following
	}
	if sign != nil {
		c.sign(sign, nil)
	}
}

// firstSentence cuts text at the stop that ends its first sentence: one after a number
// or a bracket, with a blank behind it.
func firstSentence(text []byte) []byte {
	for i := 1; i < len(text); i++ {
		if text[i] == '.' && (digit(text[i-1]) || text[i-1] == ')') && (i+1 == len(text) || text[i+1] <= ' ') {
			return text[:i]
		}
	}
	return text
}

// at returns the place of that number.
func (c *citation) at(i int) []byte {
	start := 0
	if i > 0 {
		start = c.ends[i-1]
	}
	return c.text[start:c.ends[i]]
}

// place returns the place read last.
func (c *citation) place() []byte { return c.at(len(c.ends) - 1) }

// begin adds a place.
func (c *citation) begin(place []byte) {
	c.text = append(c.text, place...)
	c.ends = append(c.ends, len(c.text))
}

// inner adds to the place read last what stands in it: a paragraph, a letter.
func (c *citation) inner(part []byte) {
	c.text = append(c.text, '(')
	c.text = append(c.text, part...)
	c.text = append(c.text, ')')
	c.ends[len(c.ends)-1] = len(c.text)
}

// suffix adds to the number read last what it is called by.
func (c *citation) suffix(sign []byte) {
	text, inner := bytes.CutSuffix(c.text, []byte(")"))
	text = append(append(text, '-'), sign...)
	if inner {
		text = append(text, ')')
	}
	c.text = text
	c.ends[len(c.ends)-1] = len(text)
	if !inner {
		c.article = c.place()
	}
}

// sign takes the next sign of the citation, and reports whether it goes on.
func (c *citation) sign(sign, following []byte) bool {
	n := len(c.ends)
	switch {
	case digit(sign[0]):
		return c.number(sign)
	case n > 0 && c.isLetter(sign, following):
		c.letter(sign)
	case c.next == aRange && n > 0 && suffixes[string(sign)]:
		c.suffix(sign)
		c.next = settled
	case sign[0] == ')':
		if c.bracket {
			c.bracket, c.next = false, settled
		}
	case sign[0] == '.' && c.next != settled, string(sign) == "n" || string(sign) == "nn" || string(sign) == "numero":
	default:
		return c.separator(string(sign))
	}
	return true
}

// separator takes a word or a mark between numbers, and reports whether the
// citation goes on.
func (c *citation) separator(sign string) bool {
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
	return true
}

// number takes a number, and reports whether the citation goes on.
func (c *citation) number(digits []byte) bool {
	n := len(c.ends)
	if c.next == another {
		return true
	}
	number := number(digits)
	if number == 0 || number > 200 || n >= mostCited {
		return false // the number of an act, or its year
	}
	var text [3]byte
	switch {
	case c.next == aRange && n > 0 && c.last < number && number-c.last < mostCited:
		for c.last++; c.last <= number; c.last++ {
			c.begin(strconv.AppendInt(text[:0], int64(c.last), 10))
			c.article = c.place()
		}
	case (c.next == aParagraph || c.next == aPart) && n > 0 && bytes.Equal(c.place(), c.article):
		c.inner(digits)
	case (c.next == aParagraph || c.plural) && n > 0:
		c.begin(c.article)
		c.inner(digits)
	default:
		c.begin(strconv.AppendInt(text[:0], int64(number), 10))
		c.article = c.place()
	}
	c.prefix = nil
	c.last, c.next = number, settled
	return true
}

// isLetter reports whether the sign is a letter of the place read last: one where
// a letter is awaited, or one more, with a bracket behind it or none of the words
// that part letters.
func (c *citation) isLetter(sign, following []byte) bool {
	if len(sign) > 2 || sign[0] < 'a' || sign[0] > 'z' || len(sign) == 2 && sign[0] != sign[1] {
		return false
	}
	if c.next == aLetter || c.next == aPart && len(sign) == 1 {
		return true
	}
	_, parts := separators[string(sign)]
	return len(c.prefix) > 0 && (string(following) == ")" || c.next == anArticle && (!parts || string(c.before) == "ed"))
}

// letter takes a letter.
func (c *citation) letter(sign []byte) {
	if len(c.prefix) == 0 {
		c.prefix = c.place()
	} else {
		c.begin(c.prefix)
	}
	c.inner(sign)
	c.next = settled
}
