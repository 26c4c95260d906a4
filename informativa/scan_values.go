package informativa

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/wordscan"
)

// Mailbox is an address of electronic mail in a text.
type Mailbox struct {
	Address   string `json:"address"`   // in small letters
	Certified bool   `json:"certified"` // certified mail (PEC), by its domain or by what the text calls it
	Span      Span   `json:"span"`
}

// Phone is the number of a telephone or fax in a text.
type Phone struct {
	Number string `json:"number"` // digits alone, after a + if the text has one
	Span   Span   `json:"span"`
}

// Period is a length of time in a text, and what it is about.
//
// Law: GDPR 13(2)(a); Web notice 4.
type Period struct {
	Term   gdpr.Term `json:"term"`
	Matter Matter    `json:"matter,omitempty"`
	Span   Span      `json:"span"`
}

// Citation is an article of the GDPR or of the data protection code that a text
// cites; of several articles cited at once, each.
type Citation struct {
	Provision gdpr.Provision `json:"provision"`
	Span      Span           `json:"span"`
}

// Update is the day on which a text says that it was written or last changed.
type Update struct {
	Day date.Date `json:"day"`
	// WholeMonth: the text tells the month alone, of which Day is the first.
	WholeMonth bool `json:"whole_month,omitzero"`
	Span       Span `json:"span"`
}

// Matter is what a period is about. The zero value: the text doesn't say, in
// the sentence.
type Matter uint8

// The matters, from what isn't the storage of data to the kinds of data stored.
//
//words:label informativa.matter
const (
	OfCookies      Matter = iota + 1 // cookies: how long a cookie lives
	OfAge                            // age: how old a person must be
	OfReply                          // reply: how soon a request is answered
	OfBrowsing                       // browsing: storage of logs and browsing data
	OfVideo                          // video: storage of images from cameras
	OfHealth                         // health: storage of data on health
	OfApplications                   // applications: storage of curricula and applications
	OfMarketing                      // marketing: storage for advertising and newsletters
	OfRequests                       // requests: storage of messages and reports
	OfAccounting                     // accounting: storage of accounts, taxes and contracts
	OfStorage                        // storage: storage of data, no kind said
)

// values reads the values at the places that the rules have found.
type values[Text ~string | ~[]byte] struct {
	text  Text
	rules *noticeRules
	found wordscan.Result
	*notes
}

func (v values[Text]) spans(output string) []wordscan.Span {
	return v.rules.spans(v.found, output)
}

// at returns the text of a span in small letters, for as long as no other is asked
// for; a value is short.
func (v values[Text]) at(s wordscan.Span) []byte {
	v.notes.text = lower(v.notes.text[:0], v.text[s.Start:s.End])
	return v.notes.text
}

// piecesAt returns the words and the numbers of a span, likewise.
func (v values[Text]) piecesAt(s wordscan.Span) [][]byte {
	v.pieces = pieces(v.pieces[:0], unbroken(v.at(s)))
	return v.pieces
}

func (v values[Text]) mailboxes() []Mailbox {
	var addresses said
	certified := v.spans("certified")
	boxes := v.spans("mailbox")
	all := slices.Grow([]Mailbox(nil), len(boxes))
	for _, s := range boxes {
		for len(certified) > 0 && certified[0].End < s.End {
			certified = certified[1:]
		}
		all = append(all, Mailbox{addresses.text(address(v.at(s))), len(certified) > 0 && certified[0].End == s.End, place(s)})
	}
	return all
}

// noneNil returns all, or nil if there are none.
func noneNil[Value any](all []Value) []Value {
	if len(all) == 0 {
		return nil
	}
	return all
}

// address returns an address of mail with the at sign that may be written in
// brackets: "info [at] comune.it". It writes over text.
func address(text []byte) []byte {
	open := bytes.IndexAny(text, "[(")
	end := bytes.IndexAny(text, "])")
	if open < 0 || end < open {
		return text
	}
	mailbox := append(bytes.TrimRight(text[:open], " "), '@')
	return append(mailbox, bytes.TrimLeft(text[end+1:], " ")...)
}

// phones reads on from the first group of digits, over the blanks and marks
// that numbers are written with.
func (v values[Text]) phones() []Phone {
	var numbers said
	spans := v.spans("phone")
	all := slices.Grow([]Phone(nil), len(spans))
	for _, s := range spans {
		start, end := int(s.End), int(s.End)
		for start > int(s.Start) && digit(v.text[start-1]) {
			start--
		}
		if n := len(all); n > 0 && start < all[n-1].Span.End {
			continue
		}
		for i, digits := end, end-start; i < len(v.text) && digits < 16 && strings.IndexByte("0123456789 ./-()", v.text[i]) >= 0; i++ {
			switch {
			case digit(v.text[i]):
				end = i + 1
				digits++
			case digits >= 9 || i-end > 3:
				digits = 16 // the number is whole
			}
		}
		number := v.notes.text[:0]
		if start > 0 && v.text[start-1] == '+' {
			start--
		}
		for i := start; i < end; i++ {
			if c := v.text[i]; digit(c) || c == '+' {
				number = append(number, c)
			}
		}
		if n := len(bytes.TrimPrefix(number, []byte("+"))); n >= 5 && n <= 15 {
			all = append(all, Phone{numbers.text(number), Span{start, end}})
		}
	}
	return noneNil(all)
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func (v values[Text]) periods() []Period {
	var matters [matterCount][]wordscan.Span
	for m := range Matter(0).Values() {
		if m == OfStorage {
			matters[m] = v.spans(RetentionPeriod.String())
			continue
		}
		matters[m] = v.spans("period." + m.String())
	}
	periods := v.spans("period")
	all := slices.Grow([]Period(nil), len(periods))
	for _, s := range periods {
		p := Period{Term: term(v.piecesAt(s), v.rules.signs != nil), Span: place(s)}
		for m := range matters {
			for len(matters[m]) > 0 && matters[m][0].End < s.End {
				matters[m] = matters[m][1:]
			}
			if p.Matter == 0 && len(matters[m]) > 0 && (matters[m][0].End == s.End || v.rules.signs != nil && matters[m][0].Start < s.End) {
				p.Matter = Matter(m)
			}
		}
		if p.Term.Unit == gdpr.Days && v.working(int(s.End)) {
			p.Term.Unit = gdpr.WorkingDays
		}
		if p.Term.N > 0 && p.Term.Unit != 0 {
			all = append(all, p)
		}
	}
	return noneNil(all)
}

// unitStem begins the words of a unit of time, of which they are n.
type unitStem struct {
	stem string
	unit gdpr.Unit
	n    int
}

// unitStems begin the words of the units, and say how many of a unit they are.
var unitStems = [...]unitStem{
	{"or", gdpr.Hours, 1}, {"giorn", gdpr.Days, 1}, {"settiman", gdpr.Weeks, 1}, {"mes", gdpr.Months, 1},
	{"trimestr", gdpr.Months, 3}, {"semestr", gdpr.Months, 6}, {"ann", gdpr.Years, 1}, {"bienni", gdpr.Years, 2},
	{"trienni", gdpr.Years, 3}, {"quadrienni", gdpr.Years, 4}, {"quinquenni", gdpr.Years, 5}, {"decenni", gdpr.Years, 10},
}

// shortUnits are the units written short.
var shortUnits = map[string]gdpr.Unit{"h": gdpr.Hours, "hh": gdpr.Hours, "gg": gdpr.Days}

// term reads "10 (dieci) anni" and "giorni sette": the last number, and the unit.
func term(words [][]byte, german bool) gdpr.Term {
	var t gdpr.Term
	working, each := false, 1
	for _, word := range words {
		n := 0
		if german {
			n = germanNumeral(string(word))
			if bytes.Contains(word, []byte("jähr")) || bytes.Contains(word, []byte("jaehr")) { // "zehnjährig"
				t.Unit = gdpr.Years
			}
		} else {
			n = numeral(string(word))
		}
		if n > 0 {
			t.N = n
			continue
		} else if digit(word[0]) {
			t.N = number(word)
			continue
		}
		working = working || begins(word, "lavorativ")
		if unit, short := shortUnits[string(word)]; short {
			t.Unit = unit
		}
		if u := unitOf(word); u.n > 0 {
			t.Unit, each = u.unit, u.n
		}
	}
	t.N *= each
	if working && t.Unit == gdpr.Days {
		t.Unit = gdpr.WorkingDays
	}
	return t
}

// unitOf returns the unit that a word of either language names.
func unitOf(word []byte) unitStem {
	for _, all := range [...][]unitStem{unitStems[:], germanUnitStems[:]} {
		for _, u := range all {
			if begins(word, u.stem) {
				return u
			}
		}
	}
	return unitStem{}
}

// working reports whether the words at i are "lavorativi" or the like.
func (v values[Text]) working(i int) bool {
	const word = "lavorativ"
	for i < len(v.text) && (v.text[i] == ' ' || v.text[i] == '\n' || v.text[i] == '\r') {
		i++
	}
	return len(v.text)-i >= len(word) && strings.EqualFold(string(v.text[i:i+len(word)]), word)
}

// pieces appends the runs of letters and of digits in text, which is in small
// letters.
func pieces(all [][]byte, text []byte) [][]byte {
	for sign := range signs(text) {
		if r, _ := utf8.DecodeRune(sign); kindOf(r) != aMark {
			all = append(all, sign)
		}
	}
	return all
}

// piecesOf returns the pieces of a text.
func piecesOf(text string) [][]byte { return pieces(nil, unbroken(lower(nil, text))) }

// number reads digits; a number of more than six is none that a value has.
func number(digits []byte) int {
	n := 0
	for _, c := range digits {
		if n = n*10 + int(c-'0'); n > 999_999 {
			return 0
		}
	}
	return n
}

// months by their Italian names.
var monthNames = [...]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// updates reads "29 ottobre 2025", "29/10/25", "2025-10-29" and "ottobre 2025" at
// the end of each place.
func (v values[Text]) updates() []Update {
	spans := v.spans("update")
	all := slices.Grow([]Update(nil), len(spans))
	for _, s := range spans {
		u, ok := updateOf(v.piecesAt(s))
		if !ok {
			continue
		}
		u.Span = place(s)
		if n := len(all); n > 0 && int(s.Start) < all[n-1].Span.End {
			all[n-1] = u // "Rev. 2 - 01/02/2024": the day is what comes last
			continue
		}
		all = append(all, u)
	}
	return noneNil(all)
}

// updateOf reads the day, or the month, that words end with, but for what a German
// verb adds ("am 6.12.2021 aktualisiert").
func updateOf(words [][]byte) (Update, bool) {
	n := len(words)
	for n > 0 && !digit(words[n-1][0]) {
		n--
	}
	if n < 2 {
		return Update{}, false
	}
	month := monthOf(string(words[n-2]))
	year, day, whole := number(words[n-1]), 1, true
	if n > 2 && digit(words[n-3][0]) {
		whole = false
		day = number(words[n-3])
		if month == 0 && digit(words[n-2][0]) {
			month = number(words[n-2])
		}
		if day > 31 {
			day, year = year, day
		}
	}
	if year < 100 && len(words[n-1]) == 2 && !whole {
		year += 2000
	}
	if month == 0 || year < 1990 || year >= 2200 {
		return Update{}, false
	}
	d := date.New(year, time.Month(month), day)
	if y, m, dd := d.Date(); y != year || int(m) != month || dd != day {
		return Update{}, false
	}
	return Update{Day: d, WholeMonth: whole}, true
}
