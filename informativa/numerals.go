package informativa

import "strings"

// units and tens are the words that Italian numbers are made of.
var (
	unitWords = map[string]int{"un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9,
		"dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19}
	tenWords = [...]string{"vent", "trent", "quarant", "cinquant", "sessant", "settant", "ottant", "novant"}
)

// numeral returns the number that a word spells, up to 999, or zero: "due",
// "trent" (trent'anni), "quarantotto", "centottanta".
func numeral(word string) int {
	hundreds := 0
	if before, after, found := strings.Cut(word, "cent"); found {
		hundreds = 1
		if before != "" {
			hundreds = unitWords[before]
			if hundreds < 2 || hundreds > 9 {
				return 0
			}
		}
		word = strings.TrimPrefix(after, "o")
		if after == "ottanta" { // "centottanta": one o for both
			word = after
		}
		if word == "" {
			return hundreds * 100
		}
	}
	if n, known := unitWords[word]; known {
		return hundreds*100 + n
	}
	for i, ten := range tenWords {
		rest, found := strings.CutPrefix(word, ten)
		if !found {
			continue
		}
		n := hundreds*100 + 20 + 10*i
		switch rest {
		case "", "i", "a":
			return n
		case "uno", "un", "otto":
			return n + unitWords[rest]
		}
		if unit := unitWords[rest[1:]]; (rest[0] == 'i') == (i == 0) && (rest[0] == 'a' || i == 0) && unit >= 1 && unit <= 9 {
			return n + unit
		}
		if strings.HasSuffix(rest, "tré") {
			return n + 3
		}
	}
	return 0
}
