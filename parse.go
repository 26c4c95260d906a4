package gdpr

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
)

const answerForms = "sì, no, non so"

// ParseAnswer reads an answer as people write it, in Italian or English, in
// capitals or not: "sì", "si", "s", "vero", "yes", "y", "true", "t", "1" and "x",
// "no", "n", "falso", "false", "f" and "0", and for [Unknown] "non so", "non
// noto", "?", "unknown", "null" and no text. Anything else is an [*InputError]
// with [FaultName].
func ParseAnswer(text string) (Answer, error) {
	switch strings.ToLower(strings.Join(strings.Fields(text), " ")) {
	case "sì", "si", "si'", "s", "vero", "yes", "y", "true", "t", "1", "x":
		return Yes, nil
	case "no", "n", "falso", "false", "f", "0":
		return No, nil
	case "", "non so", "non noto", "non lo so", "?", "unknown", "don't know", "null":
		return Unknown, nil
	}
	return Unknown, &InputError{Value: text, Fault: FaultName, Other: answerForms}
}

const termForms = "30 giorni, un mese, 10 anni, 72 ore"

// ParseTerm reads a term as people write it, in Italian or English: "30 giorni",
// "30 gg", "un mese", "sei mesi", "anni 10", "10 anni", "72 ore", "72h", "5 giorni
// lavorativi", "30 days", "one year", "un biennio", and the forms P30D and PT72H
// of ISO 8601. The term is [European]; for another counting set the field.
//
// Anything else is an [*InputError] with [FaultSyntax]: also what is more than
// one term, such as "un anno e sei mesi", and what has no number, such as "per il
// tempo necessario".
func ParseTerm(text string) (Term, error) {
	wrong := &InputError{Value: text, Fault: FaultSyntax, Other: termForms}
	if t, ok := isoTerm(strings.TrimSpace(text)); ok {
		return t, nil
	}
	words := termWords(text)
	switch len(words) {
	case 1, 2, 3:
	default:
		return Term{}, wrong
	}
	if t, ok := spans[words[len(words)-1]]; ok && (len(words) == 1 || len(words) == 2 && numberOf(words[0]) == 1) {
		return t, nil
	}
	if len(words) == 2 && numberOf(words[1]) > 0 { // "anni 10"
		words[0], words[1] = words[1], words[0]
	}
	n, unit := numberOf(words[0]), unitOf(words[1:])
	if n <= 0 || unit == 0 {
		return Term{}, wrong
	}
	return Term{N: n, Unit: unit}, nil
}

// termWords splits the text into words and numbers: "30gg." is "30" and "gg".
func termWords(text string) []string {
	var words []string
	last := rune(0)
	for _, r := range strings.ToLower(text) {
		kind := rune('a')
		switch {
		case strings.ContainsRune(" \t\n\u00a0.-_'’", r):
			last = 0
			continue
		case r >= '0' && r <= '9':
			kind = '0'
		}
		if kind != last {
			words = append(words, "")
		}
		words[len(words)-1] += string(r)
		last = kind
	}
	return words
}

func isoTerm(text string) (Term, bool) {
	units, number := "DWMY", text
	switch {
	case strings.HasPrefix(text, "PT"):
		units, number = "H", text[2:]
	case strings.HasPrefix(text, "P"):
		number = text[1:]
	default:
		return Term{}, false
	}
	if number == "" || !strings.Contains(units, number[len(number)-1:]) {
		return Term{}, false
	}
	n, err := strconv.Atoi(number[:len(number)-1])
	if err != nil || n <= 0 || number[0] == '+' {
		return Term{}, false
	}
	return Term{N: n, Unit: map[byte]Unit{'H': Hours, 'D': Days, 'W': Weeks, 'M': Months, 'Y': Years}[number[len(number)-1]]}, true
}

// spans are the words that are a term by themselves.
var spans = map[string]Term{
	"bimestre": {N: 2, Unit: Months}, "trimestre": {N: 3, Unit: Months}, "quadrimestre": {N: 4, Unit: Months}, "semestre": {N: 6, Unit: Months},
	"biennio": {N: 2, Unit: Years}, "triennio": {N: 3, Unit: Years}, "quinquennio": {N: 5, Unit: Years}, "decennio": {N: 10, Unit: Years},
	"ventennio": {N: 20, Unit: Years}, "trentennio": {N: 30, Unit: Years}, "decade": {N: 10, Unit: Years},
}

var numbers = map[string]int{
	"un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10,
	"undici": 11, "dodici": 12, "quindici": 15, "diciotto": 18, "venti": 20, "ventiquattro": 24, "trenta": 30, "quaranta": 40, "quarantacinque": 45,
	"quarantotto": 48, "cinquanta": 50, "sessanta": 60, "settantadue": 72, "novanta": 90, "cento": 100, "centoventi": 120, "centottanta": 180,
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}

// numberOf returns the number that a word or its digits stand for, or 0.
func numberOf(word string) int {
	if n, ok := numbers[word]; ok {
		return n
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return n
}

var unitNames = map[string]Unit{
	"ora": Hours, "ore": Hours, "h": Hours, "hour": Hours, "hours": Hours,
	"giorno": Days, "giorni": Days, "gg": Days, "g": Days, "gio": Days, "day": Days, "days": Days, "d": Days,
	"settimana": Weeks, "settimane": Weeks, "sett": Weeks, "week": Weeks, "weeks": Weeks,
	"mese": Months, "mesi": Months, "month": Months, "months": Months,
	"anno": Years, "anni": Years, "aa": Years, "year": Years, "years": Years, "y": Years,
}

func unitOf(words []string) Unit {
	switch len(words) {
	case 1:
		return unitNames[words[0]]
	case 2:
		if words[0] == "working" && unitNames[words[1]] == Days {
			return WorkingDays
		}
		switch words[1] {
		case "lavorativi", "lavorativo", "lav", "feriali":
			if unitNames[words[0]] == Days {
				return WorkingDays
			}
		case "solari", "calendario", "consecutivi":
			if unitNames[words[0]] == Days {
				return Days
			}
		}
	}
	return 0
}

// ParseItalianDate reads a date as it is typed in Italy, the day first:
// 27/11/2026, 27-11-2026, 27.11.2026, "27 novembre 2026", "1º gennaio 2027". It
// also reads 2026-11-27. It is a choice of the host's, apart from [ParseDate]:
// elsewhere the month comes first, and 01/02/2026 is another day.
//
// Anything else is an [*InputError] with [FaultSyntax], years of two digits among
// it; a day that doesn't exist is one with [FaultRange].
func ParseItalianDate(text string) (date.Date, error) {
	text = strings.TrimSpace(text)
	if d, err := ParseDate(text); err == nil {
		return d, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/-. ", r) })
	wrong := &InputError{Value: text, Fault: FaultSyntax, Other: "27/11/2026"}
	if len(parts) != 3 || len(parts[2]) != 4 {
		return 0, wrong
	}
	month, ok := italianMonths[strings.ToLower(parts[1])]
	if !ok {
		n, good := digits(parts[1], 0, len(parts[1]))
		if !good || len(parts[1]) > 2 {
			return 0, wrong
		}
		month = time.Month(n)
	}
	first := strings.TrimRight(parts[0], "°º^")
	day, good1 := digits(first, 0, len(first))
	year, good2 := digits(parts[2], 0, 4)
	if !good1 || !good2 || first == "" || len(first) > 2 {
		return 0, wrong
	}
	d, err := NewDate(year, month, day)
	var in *InputError
	if errors.As(err, &in) {
		in.Value = text // as it was typed
	}
	return d, err
}

var italianMonths = map[string]time.Month{
	"gennaio": 1, "febbraio": 2, "marzo": 3, "aprile": 4, "maggio": 5, "giugno": 6,
	"luglio": 7, "agosto": 8, "settembre": 9, "ottobre": 10, "novembre": 11, "dicembre": 12,
}
