package main

// regimeLayers draws whose law binds whom: each regime has what the next one has,
// and more.
func regimeLayers(l lang) string {
	c := newCanvas(900, 330, words{"I regimi come strati di norme", "Regimes as layers of law"}[l])
	layers := []struct {
		class, name string
		law, who    words
	}{
		{"a", "gdpr.UnionLaw", words{"RGPD, Reg. 1182/71, EDPB, Corte di giustizia", "GDPR, Reg. 1182/71, EDPB, Court of Justice"}, words{"enti di altri Stati", "bodies of other States"}},
		{"b", "gdpr.ItalianLaw", words{"+ Codice privacy, provvedimenti del Garante", "+ Codice privacy, decisions of the Garante"}, words{"soggetti privati in Italia", "private bodies in Italy"}},
		{"c", "gdpr.PublicLaw", words{"+ D.Lgs. 33/2013, L. 241/1990, L. 90/2024, TUEL …", "+ D.Lgs. 33/2013, L. 241/1990, L. 90/2024, TUEL …"}, words{"Comuni, scuole, aziende sanitarie, università", "municipalities, schools, health bodies, universities"}},
		{"d", "gdpr.Template", words{"+ il regolamento tipo", "+ the template regulation"}, words{"il Comune che l’ha adottato (valore iniziale)", "the municipality that adopted it (zero value)"}},
	}
	for i, layer := range layers {
		y := 250 - 72*i
		c.rect(20, y, 560-60*i, 60, "box "+layer.class)
		c.text(34, y+25, "start", "bold", layer.name)
		c.text(34, y+46, "start", "small", layer.law[l])
		c.line(580-60*i, y+30, 620, y+30, "thin")
		c.text(628, y+35, "start", "small", layer.who[l])
	}
	return c.String()
}
