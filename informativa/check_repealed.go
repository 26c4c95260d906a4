package informativa

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Repeal is law that a text cites although it is no longer in force.
//
// Law: D.Lgs. 101/2018 27(1); D.L. 139/2021 9(1); GDPR 94(1).
type Repeal struct {
	Law  string         `json:"law"`  // as a jurist cites it: "art. 13 D.Lgs. 196/2003"
	From date.Date      `json:"from"` // first day on which it wasn't in force
	By   gdpr.Provision `json:"by"`   // what repealed it
}

// Repealed yields the law cited in a text that was repealed on the day on or
// before: the articles 3 to 45 of the data protection code, on which notices
// rested until 2018, its art. 2-quinquiesdecies, the directive of 1995, the law
// of 1996, and the two annulled decisions on transfers to the United States
// (Safe Harbor, Privacy Shield). It reads a canonical [gdpr.Provision] ("Codice 13") and the usual
// ways of citing ("artt. 7 e 13 del D.Lgs. 196/2003", "decreto legislativo 30
// giugno 2003, n. 196"); articles that the reform of 2018 put in, such as
// 2-ter, are in force.
//
// It is not a list of all repealed law: what it doesn't know it leaves alone.
//
// Law: D.Lgs. 101/2018 27(1); D.L. 139/2021 9(1); GDPR 94(1).
func Repealed(text string, on date.Date) iter.Seq[Repeal] {
	return func(yield func(Repeal) bool) {
		if p, err := gdpr.ParseProvision(text); err == nil && p.Act() == "Codice" {
			if r, ok := repealedArticle(p.Article()); ok && r.From <= on {
				yield(r)
			}
			return
		}
		told := map[string]bool{}
		tell := func(r Repeal) bool {
			if r.From > on || told[r.Law] {
				return true
			}
			told[r.Law] = true
			return yield(r)
		}
		plain := small(text)
		for _, act := range [...]struct {
			Repeal
			cited bool
		}{
			{directive, strings.Contains(plain, "95/46") || strings.Contains(plain, "46/95")},
			{law675, citesLaw675(plain)},
			{shield, strings.Contains(plain, "privacy shield") || strings.Contains(plain, "scudo ue-usa per la privacy") || strings.Contains(plain, "scudo privacy")},
			{safeHarbor, strings.Contains(plain, "safe harbor") || strings.Contains(plain, "safe harbour") || strings.Contains(plain, "approdo sicuro")},
		} {
			if act.cited && !tell(act.Repeal) {
				return
			}
		}
		for at, end := range codeMentions(plain) {
			for _, list := range [...]iter.Seq[string]{articlesBefore(plain[:at]), articlesAfter(plain[end:])} {
				for article := range list {
					if r, ok := repealedArticle(article); ok && !tell(r) {
						return
					}
				}
			}
		}
	}
}

// small returns text in small letters, those of ASCII alone, so that places in it
// are the same.
func small(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + ('a' - 'A')
		}
	}
	return string(b)
}

// citesLaw675 reports whether text cites the law of 1996, in any of the usual
// ways: "675/96", "n. 675 del 31 dicembre 1996", "31 dicembre 1996, n. 675".
func citesLaw675(text string) bool {
	var last [6][]byte // the runs before
	year := func(s []byte) bool { return string(s) == "1996" || string(s) == "96" }
	since := len(last) // runs since the number
	for sign := range signs(lower(nil, text)) {
		if r, _ := utf8.DecodeRune(sign); kindOf(r) == aMark {
			continue
		}
		switch {
		case string(sign) == "675":
			if number := string(last[5]); year(last[5]) || year(last[4]) && (number == "n" || number == "nr" || number == "num") {
				return true
			}
			since = 0
		case since <= 4 && year(sign):
			return true
		}
		since++
		copy(last[:], last[1:])
		last[5] = sign
	}
	return false
}

// repealedArticle tells whether an article of the code is repealed.
func repealedArticle(article string) (Repeal, bool) {
	law := "art. " + article + " D.Lgs. 196/2003"
	if article == "2-quinquiesdecies" {
		return Repeal{law, date.New(2021, time.October, 8), "D.L. 139/2021 9(1)"}, true
	}
	n, err := strconv.Atoi(article)
	if err != nil || n < 3 || n > 45 {
		return Repeal{}, false
	}
	return Repeal{law, date.New(2018, time.September, 19), "D.Lgs. 101/2018 27(1)"}, true
}

// codeMentions yields where a text, in small letters, names the code, by its
// number or by its name, from and to.
func codeMentions(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		const number = "196"
		for from := 0; ; {
			i := strings.Index(text[from:], number)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(number)
			rest := text[from:]
			named := strings.HasPrefix(rest, "/2003") || strings.HasPrefix(rest, "/03") ||
				strings.HasPrefix(rest, " del ") && strings.Contains(rest[:min(len(rest), len(" del 30 giugno 2003"))], "2003") ||
				strings.Contains(text[max(0, at-12):at], "2003") // "30 giugno 2003, n. 196"
			if named && !yield(at, from) {
				return
			}
		}
		for _, name := range [...]string{"codice in materia di protezione", "codice della privacy", "codice privacy", "codice protezione dati"} {
			for from := 0; ; {
				i := strings.Index(text[from:], name)
				if i < 0 {
					break
				}
				at := from + i
				from = at + len(name)
				if !yield(at, from) {
					return
				}
			}
		}
	}
}

// articlesAfter yields the articles that a citation lists at the beginning of
// text, just after the number or the name of the code: "196/2003, artt. 7 e 13".
// Those that another act follows are of that one.
func articlesAfter(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		near := text[:min(len(text), articleReach)]
		i := strings.Index(near, "art")
		if i < 0 || strings.ContainsAny(near[:i], ";:") || strings.Contains(near[:i], ". ") {
			return
		}
		for _, word := range piecesOf(near[:i]) {
			if !nameOfCode[string(word)] && !digit(word[0]) {
				return
			}
		}
		for _, word := range piecesOf(near[i:]) {
			switch string(word) {
			case "gdpr", "rgpd", "regolamento", "reg":
				return
			}
		}
		var c citation
		for i := range c.read(lower(nil, near[i:]), true, nil) {
			article, _, _ := strings.Cut(string(c.at(i)), "(")
			if !yield(article) {
				return
			}
		}
	}
}

// articleReach is how far before the name of an act its articles stand, in
// bytes: "artt. 7, comma 3, e 13 del decreto legislativo 30 giugno 2003, n. 196".
const articleReach = 120

// articlesBefore yields the articles that a citation lists at the end of text,
// just before the number of the code: between the list and the end there is
// nothing but the name of the code. "Art. 13 RGPD e D.Lgs. 196/2003" cites none.
func articlesBefore(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		near := text[max(0, len(text)-articleReach):]
		i := strings.LastIndex(near, "art")
		if i < 0 || strings.ContainsAny(near[i:], "/;") {
			return
		}
		var listed []string
		comma, name := false, false
		for _, word := range strings.FieldsFunc(near[i:], func(r rune) bool { return strings.ContainsRune(" \t\r\n.,()'’", r) }) {
			number := word[0] >= '0' && word[0] <= '9'
			switch {
			case nameOfCode[word]:
				name = true
			case number && !name:
				if !comma {
					listed = append(listed, word)
				}
				comma = false
			case number:
			case strings.HasPrefix(word, "comm") || word == "co" || word == "lett" || word == "par":
				comma = true
			case strings.HasPrefix(word, "art") || strings.HasPrefix(word, "seg") || word == "ss" || word == "ed" || len(word) == 1:
			default:
				return
			}
		}
		for _, article := range listed {
			if !yield(article) {
				return
			}
		}
	}
}

// nameOfCode are the words by which the code is called, with its day.
var nameOfCode = map[string]bool{
	"del": true, "decreto": true, "legislativo": true, "legisl": true, "lgs": true, "dlgs": true, "vo": true, "n": true, "nr": true,
	"giugno": true, "codice": true, "privacy": true, "in": true, "materia": true, "di": true, "protezione": true, "dei": true,
	"dati": true, "personali": true,
}
