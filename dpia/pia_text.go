package dpia

import (
	"html"
	"strings"
	"unicode"
)

// plain returns the text of a piece of HTML as the CNIL's tool writes it: tags are
// gone, what begins a line begins one, an item of a list begins with a dash.
func plain(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return tidy(markup)
	}
	var b strings.Builder
	rest := markup
	for {
		before, after, ok := strings.Cut(rest, "<")
		b.WriteString(strings.ReplaceAll(before, "\n", " ")) // a line end within HTML is a space
		if !ok {
			break
		}
		tag, next, ok := strings.Cut(after, ">")
		if !ok || !opensTag(after) { // a sign that stands for itself
			b.WriteString("&lt;")
			rest = after
			continue
		}
		b.WriteString(broken(tag))
		rest = next
	}
	return tidy(html.UnescapeString(b.String()))
}

// opensTag reports whether what follows "<" is a tag, by HTML's own rule.
func opensTag(after string) bool {
	after = strings.TrimPrefix(after, "/")
	return after != "" && (after[0] >= 'a' && after[0] <= 'z' || after[0] >= 'A' && after[0] <= 'Z' || after[0] == '!')
}

// broken returns what a tag stands for in plain text.
func broken(tag string) string {
	name, _, _ := strings.Cut(strings.ToLower(strings.Trim(tag, "/ ")), " ")
	closing := strings.HasPrefix(tag, "/")
	switch name {
	case "br", "br/", "div", "p", "ul", "ol", "tr", "h1", "h2", "h3", "h4":
		return "\n"
	case "li":
		if closing {
			return "\n"
		}
		return "\n- "
	case "td", "th":
		return " "
	}
	return ""
}

// tidy returns a text without spaces at the ends of its lines and without empty
// lines; an item of a list without text is none.
func tidy(text string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) }), " ")
		if line != "" && line != "-" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// markup returns a plain text as HTML: lines are broken, signs are escaped.
func markup(text string) string {
	return strings.ReplaceAll(html.EscapeString(tidy(text)), "\n", "<br>")
}
