package main

import (
	"html/template"
	"io"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
	"github.com/b58db29f/gdpr/rights"
)

// writeHTML writes the book as one page that stands alone: to read, to print and
// to send.
func writeHTML(w io.Writer, b book.Book, _ bool) error {
	type line struct {
		book.Row
		Citation, LeftText string
		Class              string
	}
	var lines []line
	for _, r := range b.Rows {
		class := ""
		switch {
		case r.Late:
			class = "late"
		case r.Left <= 7:
			class = "soon"
		}
		lines = append(lines, line{r, r.Law.Cite(b.Tag), left(r, b.Tag), class})
	}
	var found []finding
	for _, f := range b.Findings.ByWeight() {
		found = append(found, finding{f, b.Subject(f.Where), f.Message(b.Tag), ""})
	}
	return page.Execute(w, map[string]any{
		"Lang": b.Tag.String(), "Comune": b.Comune, "On": longDate(b.On, b.Tag), "Rows": lines, "Findings": found,
		"Title": say(b.Tag, "Scadenze", "Deadlines"), "Found": capital(findingsTitle(b)),
		"Due": say(b.Tag, "Scade", "Due"), "Safe": say(b.Tag, "Prudente", "Safe"), "Left": say(b.Tag, "Mancano", "Left"),
		"State": say(b.Tag, "Stato", "State"), "What": say(b.Tag, "Che cosa", "What"), "Office": say(b.Tag, "Ufficio", "Office"),
		"None":    say(b.Tag, "Nessuna scadenza.", "No deadlines."),
		"Letters": say(b.Tag, "Lettere", "Letters"),
		"letter":  func(l rights.LetterKind) string { return l.Label(b.Tag) },
		"weight":  func(s gdpr.Severity) string { return s.Label(b.Tag) },
	})
}

var page = template.Must(template.New("book").Funcs(template.FuncMap{"day": day}).Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}: {{.Comune}}</title>
<style>
body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: #17324d; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #c5c7c9; }
td.day { white-space: nowrap; } td small { display: block; color: #455a70; }
tr.late td:first-child { border-left: .4rem solid #b3002d; } tr.soon td:first-child { border-left: .4rem solid #8a5a00; }
li { margin-bottom: .5rem; } .violation strong { color: #b3002d; } .warning strong { color: #8a5a00; }
code { font-size: .85em; color: #455a70; }
@media print { body { max-width: none; padding: 0; } tr, li { break-inside: avoid; } @page { size: A4 landscape; margin: 15mm; } }
</style>
</head>
<body>
<h1>{{.Title}}: {{.Comune}}</h1>
<p>{{.On}}</p>
{{if .Rows}}<div class="table"><table>
<thead><tr><th scope="col">{{.Due}}</th><th scope="col">{{.Safe}}</th><th scope="col">{{.Left}}</th><th scope="col">{{.State}}</th><th scope="col">{{.What}}</th><th scope="col">{{.Office}}</th></tr></thead>
<tbody>
{{range .Rows}}<tr class="{{.Class}}"><td class="day">{{day .Due}}</td><td class="day">{{day .Safe}}</td><td class="day">{{.LeftText}}</td><td>{{.State}}</td><td>{{.What}}{{range .Notes}}<small>{{.}}</small>{{end}}<small>{{.Citation}}</small>{{if .Letters}}<small>{{$.Letters}}: {{range $i, $l := .Letters}}{{if $i}}; {{end}}{{call $.letter $l}}{{end}}</small>{{end}}</td><td>{{.Office}}</td></tr>
{{end}}</tbody></table></div>{{else}}<p>{{.None}}</p>{{end}}
<h2>{{.Found}}</h2>
{{if .Findings}}<ul>
{{range .Findings}}<li class="{{.Severity}}"><strong>{{call $.weight .Severity}}</strong> {{if .Subject}}{{.Subject}}: {{end}}{{.Message}} <code>{{.Where}} · {{.Code}}{{range .Provisions}} · {{.}}{{end}}</code></li>
{{end}}</ul>{{end}}
</body>
</html>
`))
