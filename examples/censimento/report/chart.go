package report

import (
	"fmt"
	"html/template"
	"strings"
)

// bar draws a bar of lengths in a row, out of a whole, each in the colour of its
// class: "found", 70, "missing", 20, …
func bar(whole any, pieces ...any) template.HTML {
	var b strings.Builder
	b.WriteString(`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="1000" height="10"/>`)
	of, at := length(whole), 0.0
	for i := 0; i+1 < len(pieces) && of > 0; i += 2 {
		long := 1000 * length(pieces[i+1]) / of
		if long > 0 {
			fmt.Fprintf(&b, `<rect class="%s" x="%.1f" width="%.1f" height="10"/>`, template.HTMLEscapeString(fmt.Sprint(pieces[i])), at, long)
		}
		at += long
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func length(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// legend draws the sample of a colour.
func legend(class string) template.HTML {
	return template.HTML(`<svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="` + template.HTMLEscapeString(class) + `" width="10" height="10"/></svg>`)
}
