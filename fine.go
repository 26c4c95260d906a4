package gdpr

import "strings"

// Fine is the tier of administrative fine that the infringement of a provision
// is under. The zero value, [NoFine], says that the provision has no tier of its
// own: a guideline, a template, a rule of procedure, or one that the lists of the
// law leave out.
//
// The words are "none", "83(4)" and "83(5)".
//
// Law: GDPR 83(4); GDPR 83(5); Codice 166(1); Codice 166(2).
type Fine uint8

// The tiers, from the lightest.
//
//words:label fine
const (
	NoFine   Fine = iota // none: no tier of its own
	FineFour             // 83(4): up to 10 million euro, or 2 % of the turnover of an undertaking: GDPR 83(4)
	FineFive             // 83(5): up to 20 million euro, or 4 % of the turnover of an undertaking: GDPR 83(5)
)

// Provision returns the provision that sets the tier, or "" for [NoFine].
//
// Law: GDPR 83(4); GDPR 83(5).
func (f Fine) Provision() Provision {
	switch f {
	case FineFour:
		return "GDPR 83(4)"
	case FineFive:
		return "GDPR 83(5)"
	}
	return ""
}

// Fine returns the tier of fine for the infringement of p: by the article for
// the GDPR, by the lists of its article 166 for the Codice. A whole article that
// the Codice lists only in part counts as the part that is listed; a place in it
// that isn't listed has none. A comma of the template that the GDPR repeats whole
// has the tier of what it repeats.
//
// Public bodies are fined as others are (Codice 166(3)-(4)).
//
// Law: GDPR 83(4); GDPR 83(5); GDPR 83(7); Codice 166(1); Codice 166(2); Codice 166(4).
func (p Provision) Fine() Fine {
	switch p.Act() {
	case "GDPR":
		return unionFine(p.Article())
	case "Codice":
		return codiceFine(p)
	case "Regolamento":
		if share, same := Concordance(p); share == Whole {
			return same.Fine()
		}
	}
	return NoFine
}

// Fine returns the highest tier among the provisions that the finding says are
// infringed; an advice and a warning infringe nothing yet, but tell what is at
// stake.
//
// Law: GDPR 83(3); GDPR 83(4); GDPR 83(5); Codice 166(1); Codice 166(2).
func (f Finding) Fine() Fine {
	highest := NoFine
	for _, p := range f.Provisions {
		highest = max(highest, p.Fine())
	}
	return highest
}

// unionFine is GDPR 83(4) and 83(5), by article.
func unionFine(article string) Fine {
	if strings.HasPrefix(article, "recital") {
		return NoFine
	}
	n := 0
	for _, c := range article {
		n = 10*n + int(c-'0')
	}
	switch {
	case n == 8, n == 11, n >= 25 && n <= 39, n == 42, n == 43:
		return FineFour
	case n >= 5 && n <= 7, n == 9, n >= 12 && n <= 22, n >= 44 && n <= 49, n == 58: // 58: orders and access of the authority
		return FineFive
	}
	return NoFine
}

// codiceFine is Codice 166(1) and 166(2). An entry ends where a place in it
// would go on: "93(1)" has 93(1) and its letters, "2-ter" all of that article.
func codiceFine(p Provision) Fine {
	_, place, _ := split(string(p))
	if listed(place, codiceFour) {
		return FineFour
	}
	if listed(place, codiceFive) {
		return FineFive
	}
	return NoFine
}

func listed(place string, list []string) bool {
	for _, entry := range list {
		if rest, ok := strings.CutPrefix(place, entry); ok && (rest == "" || rest[0] == '(') {
			return true
		}
	}
	return false
}

var (
	codiceFour = strings.Fields("2-quinquies(2) 92(1) 93(1) 123(4) 128 129(2) 132-ter")
	codiceFive = strings.Fields(`2-ter 2-quinquies(1) 2-sexies 2-septies(8) 2-octies 2-terdecies(1) 2-terdecies(2)
		2-terdecies(3) 2-terdecies(4) 52(4) 52(5) 75 78 79 80 82 92(2) 93(2) 93(3) 96 99 100(1) 100(2) 100(4) 101
		105(1) 105(2) 105(4) 110-bis(2) 110-bis(3) 111 111-bis 116(1) 120(2) 122 123(1) 123(2) 123(3) 123(5) 124 125
		126 130(1) 130(2) 130(3) 130(4) 130(5) 131 132 132-bis(2) 132-quater 157`)
)
