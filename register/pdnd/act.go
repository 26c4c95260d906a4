package pdnd

import "strings"

// cites reports whether a text names some act: by a year or a number and a year,
// or by a name that needs none.
func cites(text string) bool {
	if len(actsIn(text)) > 0 {
		return true
	}
	text = strings.ToLower(text)
	for _, name := range [...]string{"costituzione", "codice", "testo unico", "t.u.", "tuel", "statuto", "trattato", "gdpr", "rgpd"} {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// actsIn returns the acts that a text cites, as number and year ("196/2003"), or
// the year alone where no number stands before it ("legge di bilancio 2021"). Of
// dates only the year is read: "legge 7 agosto 1990, n. 241" is "241/1990".
func actsIn(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '(' || r == ')' || r == '\n' || r == '\t'
	})
	var acts []string
	for i, w := range words {
		w = strings.Trim(w, ".:")
		if left, right, ok := strings.Cut(w, "/"); ok {
			if n, y := number(left), year(right); n != "" && y != "" {
				acts = append(acts, n+"/"+y)
			} else if y, n := year(left), number(right); len(left) == 4 && y != "" && n != "" { // 2016/679
				acts = append(acts, n+"/"+y)
			}
			continue
		}
		if len(w) != 4 || year(w) == "" {
			continue
		}
		acts = append(acts, numberNear(words, i)+year(w))
	}
	return acts
}

// numberNear returns the number of an act whose year is the i-th word, with a
// slash: "n. 241" after it, or "241 del" before it; "" if there is none.
func numberNear(words []string, i int) string {
	for j := i + 1; j < len(words) && j <= i+2; j++ {
		if n := number(strings.TrimPrefix(strings.ToLower(words[j]), "n.")); n != "" {
			return n + "/"
		}
		if !strings.EqualFold(strings.Trim(words[j], ".°"), "n") {
			break
		}
	}
	if i > 1 && strings.EqualFold(words[i-1], "del") {
		if n := number(words[i-2]); n != "" {
			return n + "/"
		}
	}
	return ""
}

// number returns the text if it is a number of an act.
func number(s string) string {
	s = strings.TrimLeft(strings.Trim(s, ".,"), "0")
	if s == "" || len(s) > 6 {
		return ""
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return ""
		}
	}
	return s
}

// year returns the year that a text is, with its four digits, "" for none.
func year(s string) string {
	for _, r := range s {
		if r < '0' || r > '9' {
			return ""
		}
	}
	switch {
	case len(s) == 4 && s >= "1850" && s <= "2099":
		return s
	case len(s) == 2 && s >= "40":
		return "19" + s
	case len(s) == 2:
		return "20" + s
	}
	return ""
}
