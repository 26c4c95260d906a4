package gdpr

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Provision is the citation of a place in the law, or in a guideline, in a
// canonical form: the act, a space, and the place in it.
//
//	GDPR 12(3)            article 12, paragraph 3
//	GDPR 9(2)(a)          article 9, paragraph 2, letter a
//	GDPR recital 91       a recital
//	Regolamento 17(3)     the template regulation, article 17, comma 3
//	Own 16(3)             a body's own regulation
//	Web notice 6          the web notice of the public body, section 6
//	Codice 2-sexies(2)(m) the Italian data protection code
//	EDPB 01/2022 160      a guideline, paragraph 160
//	EDPB 01/2021 case 03  a guideline's numbered case
//	WP248                 a whole act
//
// Provisions are plain comparable strings, so that rules can hold them as
// constants; [ParseProvision] tells whether one is canonical, and a test of this
// module does so for every citation in it. A host may cite acts that the library
// doesn't know, such as its country's law of holidays or a Region's: such a
// citation is printed as it is, and [Provision.Check] asks of it only that it is
// a line of text. The zero value cites nothing.
type Provision string

// ParseProvision returns s as a Provision if it is canonical. Otherwise the
// error is an [*InputError] with [FaultName] for an act that the library doesn't
// know, [FaultSyntax] for a place that isn't of the act's form.
func ParseProvision(s string) (Provision, error) {
	a, place, ok := split(s)
	if !ok {
		return "", &InputError{Value: s, Fault: FaultName, Other: actNames()}
	}
	if place != "" && !a.holds(place) {
		return "", &InputError{Value: s, Fault: FaultSyntax, Other: a.name + " " + a.form()}
	}
	return Provision(s), nil
}

// Check tells whether p can stand as a citation: canonical if its act is one that
// the library knows, else a line of 1 to 200 characters. Otherwise it is an
// [*InputError] with [FaultSyntax], or [FaultMissing] for none.
//
// Law: Regolamento; GDPR.
func (p Provision) Check() error {
	if _, _, known := split(string(p)); known {
		_, err := ParseProvision(string(p))
		return err
	}
	switch {
	case strings.TrimSpace(string(p)) == "":
		return &InputError{Value: string(p), Fault: FaultMissing, Other: "GDPR 12(3)"}
	case len(p) > 200 || strings.ContainsFunc(string(p), unicode.IsControl):
		return &InputError{Value: string(p[:min(len(p), 60)]), Fault: FaultSyntax, Other: "GDPR 12(3)"}
	}
	return nil
}

// Act returns the act that p cites, by its canonical name ("GDPR",
// "Reg. 1182/71"), or "" if p is not canonical.
func (p Provision) Act() string {
	a, _, _ := split(string(p))
	return a.name
}

// Article returns the article, or the section, paragraph or case of an act
// that isn't divided into articles: "12" of GDPR 12(3), "2-sexies" of
// Codice 2-sexies(2)(m), "recital 91" of GDPR recital 91. It is "" for a whole
// act.
func (p Provision) Article() string {
	_, place, _ := split(string(p))
	article, _, _ := strings.Cut(place, "(")
	return article
}

// Paragraph returns the paragraph (comma): "3" of GDPR 12(3), or "".
func (p Provision) Paragraph() string { return p.part(1) }

// Letter returns the letter: "a" of GDPR 9(2)(a), or "".
func (p Provision) Letter() string { return p.part(2) }

func (p Provision) part(n int) string {
	_, place, _ := split(string(p))
	parts := strings.Split(place, "(")
	if n >= len(parts) {
		return ""
	}
	return strings.TrimSuffix(parts[n], ")")
}

// Cite returns the citation as a jurist writes it in the language that [Match]
// picks for tag: "art. 12, par. 3, RGPD" or "Article 12(3) GDPR". A Provision
// that isn't canonical comes back as it is.
func (p Provision) Cite(tag language.Tag) string {
	a, place, ok := split(string(p))
	if !ok {
		return string(p)
	}
	title := a.title.In(tag)
	if place == "" {
		return title
	}
	english := Match(tag) == language.English
	if a.style == document {
		return title + ", " + documentPlace(place, english)
	}
	if n, ok := strings.CutPrefix(place, "recital "); ok {
		if english {
			return "Recital " + n + " " + title
		}
		return "considerando " + n + " " + title
	}
	if english {
		if a.style == sections {
			return "section " + place + " " + title
		}
		return "Article " + place + " " + title
	}
	var b strings.Builder
	if a.style == sections {
		b.WriteString("sezione ")
	} else {
		b.WriteString("art. ")
	}
	b.WriteString(p.Article())
	if n := p.Paragraph(); n != "" {
		switch {
		case p.defines():
			b.WriteString(", punto " + n + ")")
		case a.style == union:
			b.WriteString(", par. " + n)
		default:
			b.WriteString(", comma " + n)
		}
	}
	if l := p.Letter(); l != "" {
		b.WriteString(", lett. " + l + ")")
	}
	return b.String() + ", " + title
}

// defines reports whether the provision is one of the definitions that an act has
// in an article of numbered points, not of paragraphs.
func (p Provision) defines() bool {
	switch p.Article() {
	case "4":
		return p.Act() == "GDPR"
	case "3":
		return p.Act() == "AI Act"
	}
	return false
}

// documentPlace names a place in a guideline: a number alone is a paragraph.
func documentPlace(place string, english bool) string {
	kind, n, ok := strings.Cut(place, " ")
	if !ok {
		if place[0] >= '0' && place[0] <= '9' {
			return "par. " + place
		}
		return place
	}
	if english {
		return kind + " " + n
	}
	return documentKinds[kind] + " " + n
}

// holds reports whether place has the form of the act's places.
func (a act) holds(place string) bool {
	if a.style == document {
		kind, token, two := strings.Cut(place, " ")
		if !two {
			return isToken(place)
		}
		return documentKinds[kind] != "" && isToken(token)
	}
	if n, ok := strings.CutPrefix(place, "recital "); ok {
		return a.style == union && isNumber(n)
	}
	article, rest, _ := strings.Cut(place, "(")
	if !isNumbered(article, '-') {
		return false
	}
	if rest == "" {
		return !strings.Contains(place, "(")
	}
	rest, ok := strings.CutSuffix(rest, ")")
	if !ok {
		return false
	}
	paragraph, letter, two := strings.Cut(rest, ")(")
	return isNumbered(paragraph, '-') && (!two || isLetters(letter))
}

func (a act) form() string {
	switch a.style {
	case document:
		return "160 | case 03"
	case union:
		return "12(3)(a) | recital 91"
	}
	return "12(3)(a)"
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && s[0] != '0'
}

// isNumbered reports whether s is a number, perhaps with an ordinal after it:
// 2-sexies, 3-bis, 4bis.
func isNumbered(s string, dash byte) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if !isNumber(s[:i]) {
		return false
	}
	ordinal := s[i:]
	if ordinal != "" && ordinal[0] == dash {
		ordinal = ordinal[1:]
		return len(ordinal) > 2 && isLower(ordinal)
	}
	return ordinal == "" || ordinal == "bis" || ordinal == "ter"
}

func isLetters(s string) bool { return len(s) >= 1 && len(s) <= 2 && isLower(s) }

func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func isToken(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '/') {
			return false
		}
	}
	return s != ""
}
