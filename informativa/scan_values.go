package informativa

import (
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
	Day  date.Date `json:"day"`
	Span Span      `json:"span"`
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
	rules noticeRules
	found wordscan.Result
}

func (v values[Text]) spans(output string) []wordscan.Span {
	return v.rules.spans(v.found, output)
}

// at returns the text of a span; a value is short.
func (v values[Text]) at(s wordscan.Span) string { return string(v.text[s.Start:s.End]) }

func (v values[Text]) mailboxes() []Mailbox {
	certified := v.spans("certified")
	var all []Mailbox
	for _, s := range v.spans("mailbox") {
		for len(certified) > 0 && certified[0].End < s.End {
			certified = certified[1:]
		}
		all = append(all, Mailbox{strings.ToLower(v.at(s)), len(certified) > 0 && certified[0].End == s.End, Span(s)})
	}
	return all
}

// phones reads on from the first group of digits, over the blanks and marks
// that numbers are written with.
func (v values[Text]) phones() []Phone {
	var all []Phone
	for _, s := range v.spans("phone") {
		start, end := s.End, s.End
		for start > s.Start && digit(v.text[start-1]) {
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
		var number strings.Builder
		if start > 0 && v.text[start-1] == '+' {
			start--
		}
		for i := start; i < end; i++ {
			if c := v.text[i]; digit(c) || c == '+' {
				number.WriteByte(c)
			}
		}
		if n := len(strings.TrimPrefix(number.String(), "+")); n >= 5 && n <= 15 {
			all = append(all, Phone{number.String(), Span{start, end}})
		}
	}
	return all
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func (v values[Text]) periods() []Period {
	matters := make([][]wordscan.Span, OfStorage+1)
	for m := OfCookies; m < OfStorage; m++ {
		matters[m] = v.spans("period." + m.String())
	}
	matters[OfStorage] = v.spans(RetentionPeriod.String())
	var all []Period
	for _, s := range v.spans("period") {
		p := Period{Term: term(v.at(s)), Span: Span(s)}
		for m := range matters {
			for len(matters[m]) > 0 && matters[m][0].End < s.End {
				matters[m] = matters[m][1:]
			}
			if p.Matter == 0 && len(matters[m]) > 0 && matters[m][0].End == s.End {
				p.Matter = Matter(m)
			}
		}
		if p.Term.N > 0 && p.Term.Unit != 0 {
			all = append(all, p)
		}
	}
	return all
}

// numerals are the numbers that periods are spelled with.
var numerals = map[string]int{
	"due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10,
	"undici": 11, "dodici": 12, "quindici": 15, "diciotto": 18, "venti": 20, "ventiquattro": 24, "trenta": 30,
	"trentasei": 36, "quarantotto": 48, "sessanta": 60, "settantadue": 72, "novanta": 90, "cento": 100,
	"centoventi": 120, "centottanta": 180,
}

// unitStems begin the words of the units, and say how many of a unit they are.
var unitStems = [...]struct {
	stem string
	unit gdpr.Unit
	n    int
}{
	{"or", gdpr.Hours, 1}, {"giorn", gdpr.Days, 1}, {"settiman", gdpr.Weeks, 1}, {"mes", gdpr.Months, 1},
	{"trimestr", gdpr.Months, 3}, {"semestr", gdpr.Months, 6}, {"ann", gdpr.Years, 1}, {"bienni", gdpr.Years, 2},
	{"trienni", gdpr.Years, 3}, {"quinquenni", gdpr.Years, 5}, {"decenni", gdpr.Years, 10},
}

// term reads "10 (dieci) anni": the last number, and the unit.
func term(text string) gdpr.Term {
	var t gdpr.Term
	working := false
	for _, word := range pieces(text) {
		if n, spelled := numerals[word]; spelled {
			t.N = n
		} else if digit(word[0]) {
			t.N = number(word)
		}
		working = working || strings.HasPrefix(word, "lavorativ")
		for _, u := range unitStems {
			if strings.HasPrefix(word, u.stem) {
				t.Unit = u.unit
				t.N *= u.n
				break
			}
		}
	}
	if working && t.Unit == gdpr.Days {
		t.Unit = gdpr.WorkingDays
	}
	return t
}

// pieces splits text into its runs of letters and of digits, in small letters.
func pieces(text string) []string {
	var all []string
	for sign := range signs(unbroken.Replace(text)) {
		if r, _ := utf8.DecodeRuneInString(sign); kindOf(r) != aMark {
			all = append(all, sign)
		}
	}
	return all
}

// unbroken puts together the words that a line or a syllable breaks.
var unbroken = strings.NewReplacer("\u00ad\r\n", "", "\u00ad\n", "", "\u00ad", "", "-\r\n", "", "-\n", "")

// number reads digits; a number of more than six is none that a value has.
func number(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		if n = n*10 + int(c-'0'); n > 999_999 {
			return 0
		}
	}
	return n
}

// months by their Italian names.
var monthNames = [...]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// updates reads "29 ottobre 2025", "29/10/2025" and "2025-10-29" at the end of
// each place.
func (v values[Text]) updates() []Update {
	var all []Update
	for _, s := range v.spans("update") {
		words := pieces(v.at(s))
		if len(words) < 3 {
			continue
		}
		words = words[len(words)-3:]
		day, year := number(words[0]), number(words[2])
		month := slices.Index(monthNames[:], words[1]) + 1
		if month == 0 && digit(words[1][0]) {
			month = number(words[1])
		}
		if day > 31 {
			day, year = year, day
		}
		d := date.New(year, time.Month(month), day)
		if y, m, dd := d.Date(); y == year && int(m) == month && dd == day && year >= 1990 && year < 2200 {
			all = append(all, Update{d, Span(s)})
		}
	}
	return all
}
