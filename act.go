package gdpr

import "strings"

// act is one of the acts that a Provision can cite.
type act struct {
	name  string // canonical, as it begins a Provision
	style style
	title Text // as a jurist cites it
}

// style is how an act is divided, and so how a place in it is cited.
type style uint8

const (
	union    style = iota + 1 // articles, paragraphs, letters; recitals
	national                  // articles, commi, letters
	sections                  // numbered sections
	document                  // a guideline or decision: paragraphs, cases, annexes
)

// acts are ordered so that no name follows one that it begins with.
var acts = [...]act{
	{"GDPR", union, Text{"RGPD", "GDPR"}},
	{"Reg. 1182/71", union, Text{"Reg. (CEE, Euratom) 1182/71", "Regulation (EEC, Euratom) 1182/71"}},
	{"Dec. 2021/915", union, Text{"Decisione (UE) 2021/915", "Decision (EU) 2021/915"}},

	{"Regolamento", national, Text{"Regolamento comunale", "municipal regulation"}},
	{"Web notice", sections, Text{"informativa web", "web notice"}},

	{"Codice", national, Text{"Codice privacy (D.Lgs. 196/2003)", "Italian Data Protection Code (D.Lgs. 196/2003)"}},
	{"D.Lgs. 33/2013", national, same("D.Lgs. 33/2013")},
	{"D.Lgs. 51/2018", national, same("D.Lgs. 51/2018")},
	{"D.Lgs. 82/2005", national, same("D.Lgs. 82/2005")},
	{"D.Lgs. 101/2018", national, same("D.Lgs. 101/2018")},
	{"D.Lgs. 138/2024", national, same("D.Lgs. 138/2024")},
	{"D.Lgs. 267/2000", national, Text{"TUEL (D.Lgs. 267/2000)", "local government code (D.Lgs. 267/2000)"}},
	{"D.L. 5/2011", national, same("D.L. 5/2011")},
	{"D.L. 11/2009", national, same("D.L. 11/2009")},
	{"D.L. 139/2021", national, same("D.L. 139/2021")},
	{"D.P.R. 445/2000", national, same("D.P.R. 445/2000")},
	{"D.P.R. 792/1985", national, same("D.P.R. 792/1985")},
	{"L. 54/1977", national, same("L. 54/1977")},
	{"L. 90/2024", national, same("L. 90/2024")},
	{"L. 200/1986", national, same("L. 200/1986")},
	{"L. 151/2025", national, same("L. 151/2025")},
	{"L. 241/1990", national, same("L. 241/1990")},
	{"L. 260/1949", national, same("L. 260/1949")},
	{"L. 300/1970", national, same("L. 300/1970")},
	{"L. 336/2000", national, same("L. 336/2000")},
	{"L.P. Bolzano 36/1992", national, same("L.P. Bolzano 36/1992")},
	{"c.c.", national, Text{"c.c.", "Italian Civil Code"}},
	{"c.p.c.", national, Text{"c.p.c.", "Italian Code of Civil Procedure"}},

	{"EDPB 3/2019", document, Text{"EDPB, Linee guida 3/2019", "EDPB Guidelines 3/2019"}},
	{"EDPB 4/2019", document, Text{"EDPB, Linee guida 4/2019", "EDPB Guidelines 4/2019"}},
	{"EDPB 5/2020", document, Text{"EDPB, Linee guida 5/2020", "EDPB Guidelines 5/2020"}},
	{"EDPB 7/2020", document, Text{"EDPB, Linee guida 7/2020", "EDPB Guidelines 7/2020"}},
	{"EDPB 01/2021", document, Text{"EDPB, Linee guida 01/2021", "EDPB Guidelines 01/2021"}},
	{"EDPB 01/2022", document, Text{"EDPB, Linee guida 01/2022", "EDPB Guidelines 01/2022"}},
	{"EDPB 9/2022", document, Text{"EDPB, Linee guida 9/2022", "EDPB Guidelines 9/2022"}},
	{"WP243", document, same("WP243")},
	{"WP248", document, same("WP248 rev.01")},
	{"WP250", document, same("WP250 rev.01")},
	{"WP251", document, same("WP251 rev.01")},
	{"WP260", document, same("WP260 rev.01")},
	{"Garante 8-4-2010", document, Text{"Garante, provv. 8 aprile 2010", "Garante, decision of 8 April 2010"}},
	{"Garante 243/2014", document, Text{"Garante, provv. 243/2014", "Garante, decision 243/2014"}},
	{"Garante 467/2018", document, Text{"Garante, provv. 467/2018", "Garante, decision 467/2018"}},
	{"Garante 157/2019", document, Text{"Garante, provv. 157/2019", "Garante, decision 157/2019"}},
	{"Garante 186/2021", document, Text{"Garante, provv. 186/2021", "Garante, decision 186/2021"}},
	{"Garante 209/2021", document, Text{"Garante, provv. 209/2021", "Garante, decision 209/2021"}},
	{"Garante 231/2021", document, Text{"Garante, provv. 231/2021", "Garante, decision 231/2021"}},
	{"ENISA 2013", document, Text{"ENISA, metodologia 2013", "ENISA methodology 2013"}},
	{"NIST SP 800-63B", document, same("NIST SP 800-63B")},
	{"CJEU", document, Text{"CGUE", "CJEU"}},
	{"Cass.", document, same("Cass.")},
}

// documentKinds are the named places of a document, with the Italian word.
var documentKinds = map[string]string{
	"annex":     "allegato",
	"case":      "caso",
	"criterion": "criterio",
	"example":   "esempio",
	"footnote":  "nota",
	"section":   "sezione",
	"type":      "tipo",
}

func same(title string) Text { return Text{IT: title, EN: title} }

func actNames() string {
	var b strings.Builder
	for i := range acts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(acts[i].name)
	}
	return b.String()
}
