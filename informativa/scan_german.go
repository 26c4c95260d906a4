package informativa

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/wordscan"
)

// The machine of the rules on German notices: a machine of its own, which a text
// without German neither reads nor loads.
//
//go:embed rules/de/machine.bin
var germanMachine string

// germanNotices reads it, once.
var germanNotices = sync.OnceValue(func() *noticeRules {
	rules := loadRules(germanMachine)
	rules.signs = germanSigns()
	return rules
})

// germanSigns returns the signs of a German citation, as those of an Italian one.
func germanSigns() map[string][]byte {
	all := make(map[string][]byte)
	for italian, german := range map[string]string{
		"e": "und sowie", "o": "oder bzw", "-": "bis", "art": "artikel artikeln artikels", "par": "abs absatz", "paragrafi": "absätze absätzen absaetze",
		"lett": "buchst buchstabe buchstaben bst lit litera", "n": "nr nummer",
	} {
		for _, sign := range strings.Fields(german) {
			all[sign] = []byte(italian)
		}
	}
	return all
}

// mayBeGerman reports whether a text, told by its Italian rules as in a language,
// may be German: a few of its words are marks of German, as in tables, or it has too
// few to tell. Of an Italian text hardly any is one.
func mayBeGerman(found wordscan.Result, told Language) bool {
	if told == OtherLanguage && found.Words <= shortText {
		return true
	}
	for i, marks := range found.Marked {
		if Language(i+1) == German {
			return marks > 0 && marks*wordsInTables >= found.Words
		}
	}
	return false
}

// withGerman returns the reading of a text that may be German: that by the German
// rules, that by both, or the one by the Italian rules, which told found.
func withGerman[Text ~string | ~[]byte](text Text, found wordscan.Result, italian Reading) Reading {
	rules := germanNotices()
	var german Reading
	wordscan.Visit(rules.machine, text, func(found wordscan.Result) { german = read(text, rules, found) })
	italian.Language, italian.Also = tell(found, len(text), italian.own(), german.own())
	switch {
	case italian.Language == German:
		german.Language = German
		return german
	case italian.Also == German:
		italian.add(german)
	}
	return italian
}

// own is how many elements a reading has whose rules match words of its
// language alone.
func (r *Reading) own() int {
	n := 0
	for _, e := range ownElements {
		if r.Has(e) {
			n++
		}
	}
	return n
}

// add adds what the other language of a bilingual text says: an element said in
// either is said. Of what both read in one place, the reading that says more stays.
func (r *Reading) add(o Reading) {
	for e := range Elements() {
		both := slices.Concat(r.evidence[e], o.evidence[e])
		slices.SortStableFunc(both, func(a, b wordscan.Span) int { return int(a.Start) - int(b.Start) })
		r.evidence[e] = apart(both)
	}
	r.Mailboxes = either(r.Mailboxes, o.Mailboxes, func(m Mailbox) Span { return m.Span })
	r.Phones = either(r.Phones, o.Phones, func(p Phone) Span { return p.Span })
	r.Periods = either(r.Periods, o.Periods, func(p Period) Span { return p.Span })
	r.Updates = either(r.Updates, o.Updates, func(u Update) Span { return u.Span })
	r.Repeals = either(r.Repeals, o.Repeals, func(a RepealedAt) Span { return a.Span })
	r.Blanks = either(r.Blanks, o.Blanks, func(s Span) Span { return s })
	r.Citations = r.cited(o)
	r.following = r.following || o.following
	r.rights = r.rights || o.rights
	r.refers = r.refers || o.refers
}

// either returns, in the order of the text, what is in a, and of b what lies in no
// place of a.
func either[T any](a, b []T, at func(T) Span) []T {
	all := slices.Clone(a)
	for _, more := range b {
		s := at(more)
		if !slices.ContainsFunc(a, func(one T) bool { return at(one).Start < s.End && s.Start < at(one).End }) {
			all = append(all, more)
		}
	}
	slices.SortStableFunc(all, func(x, y T) int { return at(x).Start - at(y).Start })
	return all
}

// cited returns what both readings cite; of one place, the longer citation:
// "Art. 6 Abs. 1 Buchst. e)" is one article to the rules of the other language.
func (r *Reading) cited(o Reading) []Citation {
	length := func(all []Citation, at Span) (n int) {
		for _, c := range all {
			if c.Span == at {
				n += len(c.Provision)
			}
		}
		return n
	}
	fuller := func(all, others []Citation, ties bool) (kept []Citation) {
		for _, c := range all {
			if mine, theirs := length(all, c.Span), length(others, c.Span); mine > theirs || ties && mine == theirs {
				kept = append(kept, c)
			}
		}
		return kept
	}
	both := slices.Concat(fuller(r.Citations, o.Citations, true), fuller(o.Citations, r.Citations, false))
	slices.SortStableFunc(both, func(a, b Citation) int { return a.Span.Start - b.Span.Start })
	return both
}

// germanUnits are the numbers below twenty, germanTens the tens from twenty on.
var (
	germanUnits = map[string]int{"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "eins": 1, "zwei": 2, "zweier": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
		"sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
		"achtzehn": 18, "neunzehn": 19}
	germanTens = map[string]int{"zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90}
	umlauts    = strings.NewReplacer("ae", "ä", "oe", "ö", "ue", "ü")
)

// germanNumeral returns the number that a German word spells, up to 999, or zero:
// "zwei", "achtundvierzig", "hundertzwanzig".
func germanNumeral(word string) int {
	for _, years := range [...]string{"jähr", "jaehr"} {
		word, _, _ = strings.Cut(word, years) // "zehnjährig"
	}
	n := 0
	if before, after, found := strings.Cut(word, "hundert"); found {
		if n = 1; before != "" {
			if n = germanUnits[before]; n == 0 || n > 9 {
				return 0
			}
		}
		if n *= 100; after == "" {
			return n
		}
		word = strings.TrimPrefix(after, "und")
	}
	for _, word := range [...]string{word, umlauts.Replace(word)} {
		if unit, known := germanUnits[word]; known {
			return n + unit
		}
		if ten, known := germanTens[word]; known {
			return n + ten
		}
		unit, ten, found := strings.Cut(word, "und")
		if found && germanTens[ten] > 0 && germanUnits[unit] > 0 && germanUnits[unit] < 10 {
			return n + germanTens[ten] + germanUnits[unit]
		}
	}
	return 0
}

// germanUnitStems begin the German words of the units of time.
var germanUnitStems = [...]unitStem{
	{"stund", gdpr.Hours, 1}, {"tag", gdpr.Days, 1}, {"kalendertag", gdpr.Days, 1}, {"arbeitstag", gdpr.WorkingDays, 1}, {"werktag", gdpr.WorkingDays, 1},
	{"woche", gdpr.Weeks, 1}, {"monat", gdpr.Months, 1}, {"kalendermonat", gdpr.Months, 1}, {"quartal", gdpr.Months, 3}, {"semester", gdpr.Months, 6},
	{"jahr", gdpr.Years, 1}, {"kalenderjahr", gdpr.Years, 1}, {"jahrzehnt", gdpr.Years, 10},
}

// germanMonths by their names, each as the scanner may see it: in South Tyrol,
// January is also "Jänner".
var germanMonths = [...][]string{{"januar", "jänner", "jaenner"}, {"februar", "feber"}, {"märz", "maerz"}, {"april"}, {"mai"}, {"juni"}, {"juli"}, {"august"},
	{"september"}, {"oktober"}, {"november"}, {"dezember"}}

// monthOf returns the number of the month of that name, in either language, or
// zero.
func monthOf(name string) int {
	if i := slices.Index(monthNames[:], name); i >= 0 {
		return i + 1
	}
	return slices.IndexFunc(germanMonths[:], func(names []string) bool { return slices.Contains(names, name) }) + 1
}
