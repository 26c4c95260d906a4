package main

// noticeReading draws how a text becomes findings.
func noticeReading(l lang) string {
	c := newCanvas(900, 250, words{"Come si legge un’informativa", "How a notice is read"}[l])
	steps := []struct {
		class       string
		title, what words
		more        words
	}{
		{"", words{"testo", "text"}, words{"pagina, PDF, Markdown", "page, PDF, Markdown"}, words{"righe, titoli, tabelle", "lines, headings, tables"}},
		{"a", words{"elementi", "elements"}, words{"titolare, finalità …", "controller, purposes …"}, words{"ognuno con il passo", "each with its place"}},
		{"b", words{"valori", "values"}, words{"norme, periodi, date,", "law, periods, days,"}, words{"indirizzi", "addresses"}},
		{"c", words{"confronto", "held against"}, words{"chi pubblica, che dati", "who publishes what"}, words{"tratta, quale regime", "under which regime"}},
		{"d", words{"rilievi", "findings"}, words{"che cosa manca, con", "what is missing, with"}, words{"la norma e il peso", "its provision and weight"}},
	}
	functions := []string{"", "informativa.Scan", "Reading", "Reading.Check", "gdpr.Findings"}
	const width, gap = 152, 28
	for i, s := range steps {
		x := 14 + i*(width+gap)
		c.rect(x, 50, width, 96, "box "+s.class)
		c.text(x+width/2, 80, "middle", "bold", s.title[l])
		c.text(x+width/2, 106, "middle", "small", s.what[l], s.more[l])
		c.text(x+width/2, 168, "middle", "small", functions[i])
		if i > 0 {
			c.arrow(x-gap+2, 98, x-3, 98)
		}
	}
	c.text(14, 215, "start", "small", words{
		"Un titolo senza testo, un trattino, uno spazio da riempire non contano: ciò che il testo non dice resta da chiedere.",
		"A heading with nothing under it, a dash, a blank don’t count: what the text doesn’t say is asked for.",
	}[l])
	return c.String()
}
