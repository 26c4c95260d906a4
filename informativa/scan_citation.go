package informativa

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/wordscan"
)

// Between an article and the act that it is of, or the other way round, there
// are so many bytes at most.
const (
	actAfter  = 160
	actBefore = 24
	mostCited = 40 // articles cited at once: "artt. 12-22" are eleven
)

// actName is a place where the text names an act; "" is one that isn't read.
type actName struct {
	wordscan.Span
	act string
}

// citations attributes each article to the act that the text names next, or
// has just named.
func (v values[Text]) citations() []Citation {
	acts := v.acts()
	articles := apart(v.spans("article"))
	var all []Citation
	next := 0
	for i, article := range articles {
		for next < len(acts) && acts[next].Start < article.End {
			next++
		}
		end := min(article.End+actAfter, len(v.text))
		act, known := "", false
		switch {
		case next < len(acts) && acts[next].Start <= end && !v.interrupted(article.End, acts[next].Start):
			act, known, end = acts[next].act, true, acts[next].Start
		case next > 0 && article.Start-acts[next-1].End <= actBefore && !v.interrupted(acts[next-1].End, article.Start):
			act, known = acts[next-1].act, true
		}
		if !known || act == "" {
			continue
		}
		if i+1 < len(articles) {
			end = min(end, articles[i+1].Start)
		}
		for _, place := range places(v.at(wordscan.Span{Start: article.Start, End: max(end, article.End)})) {
			p, err := gdpr.ParseProvision(act + " " + place)
			if err == nil {
				all = append(all, Citation{p, Span(article)})
			}
		}
	}
	return all
}

// acts returns where acts are named, in the order of the text; of two names
// that overlap the one that says more.
func (v values[Text]) acts() []actName {
	var all []actName
	for _, a := range [...]struct{ output, act string }{{"act.gdpr", "GDPR"}, {"act.codice", "Codice"}, {"act.other", ""}} {
		all = merged(all, v.spans(a.output), a.act)
	}
	kept := all[:0]
	for _, a := range all {
		if n := len(kept); n > 0 && a.Start < kept[n-1].End {
			if a.End-a.Start > kept[n-1].End-kept[n-1].Start {
				kept[n-1] = a
			}
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// merged returns names, which are in the order of their beginnings, with the
// spans at which act is named among them.
func merged(names []actName, spans []wordscan.Span, act string) []actName {
	begin := func(a, b wordscan.Span) int { return a.Start - b.Start }
	if !slices.IsSortedFunc(spans, begin) { // hardly ever: one name holds another
		spans = slices.SortedStableFunc(slices.Values(spans), begin)
	}
	all := make([]actName, 0, len(names)+len(spans))
	for _, s := range spans {
		for len(names) > 0 && names[0].Start <= s.Start {
			all = append(all, names[0])
			names = names[1:]
		}
		all = append(all, actName{s, act})
	}
	return append(all, names...)
}

// interrupted reports whether a paragraph or an item ends between two places.
func (v values[Text]) interrupted(start, end int) bool {
	line := false // nothing but blanks since the end of a line
	for i := start; i < end; i++ {
		switch c := v.text[i]; {
		case c == ';' || c == '|' || c == '\n' && line:
			return true
		case c == '\n':
			line = true
		case c != ' ' && c != '\t' && c != '\r':
			line = false
		}
	}
	return false
}

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
	",": anArticle, "/": anArticle, "e": anArticle, "ed": anArticle, "o": anArticle, "nonché": anArticle, "da": anArticle,
	"art": anArticle, "artt": anArticle, "articolo": anArticle, "articoli": anArticle,
	"-": aRange, "–": aRange, "a": aRange, "al": aRange,
	"par": aParagraph, "paragr": aParagraph, "paragrafo": aParagraph, "comma": aParagraph, "c": aParagraph, "co": aParagraph, "§": aParagraph,
	"lett": aLetter, "let": aLetter, "lettera": aLetter, ".": aPart, "(": aPart,
}

// suffixes are what an article put in between two others is called by.
var suffixes = map[string]bool{"bis": true, "ter": true, "quater": true, "quinquies": true, "sexies": true, "septies": true, "octies": true,
	"novies": true, "decies": true, "undecies": true, "duodecies": true, "terdecies": true, "quaterdecies": true, "quinquiesdecies": true}

// places reads the articles in "artt. 6, par. 1, lett. e), e 9" as the canonical
// places "6(1)(e)" and "9", and in "artt. da 15 a 22" as "15" to "22".
func places(text string) []string {
	var all []string
	next, last := anArticle, 0
	for word := range signs(text) {
		n := len(all)
		switch {
		case digit(word[0]) && next == another:
		case digit(word[0]):
			number := number(word)
			if number == 0 || number > 200 || n >= mostCited {
				return all // the number of an act, or its year
			}
			switch {
			case next == aRange && n > 0 && last < number && number-last < mostCited:
				for last++; last <= number; last++ {
					all = append(all, strconv.Itoa(last))
				}
			case (next == aParagraph || next == aPart) && n > 0:
				all[n-1] += "(" + word + ")"
			default:
				all = append(all, strconv.Itoa(number))
			}
			last, next = number, settled
		case (next == aLetter || next == aPart) && n > 0 && len(word) == 1 && 'a' <= word[0] && word[0] <= 'z':
			all[n-1] += "(" + word + ")"
			next = settled
		case next == aRange && n > 0 && suffixes[word]:
			all[n-1] += "-" + word
			next = settled
		case word == "." && next != settled, word == ")":
		default:
			separator, known := separators[word]
			if !known {
				separator = another
			}
			next = separator
		}
	}
	return all
}

// signs yields the runs of letters in text, in small letters, the runs of
// digits, and the single marks.
func signs(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(text) > 0 {
			r, size := utf8.DecodeRuneInString(text)
			kind, end := kindOf(r), size
			for end < len(text) && kind != aMark {
				r, size := utf8.DecodeRuneInString(text[end:])
				if kindOf(r) != kind {
					break
				}
				end += size
			}
			if !unicode.IsSpace(r) && !yield(strings.ToLower(text[:end])) {
				return
			}
			text = text[end:]
		}
	}
}

const aMark, aDigit, someLetter = 0, 1, 2

func kindOf(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return aDigit
	case unicode.IsLetter(r):
		return someLetter
	}
	return aMark
}
