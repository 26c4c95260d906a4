package gdpr

import "iter"

// Gloss is a term of art of the regulation, its name in both languages, and
// what it means, in our own words.
//
// Law: Regolamento 3(1); GDPR 4.
type Gloss struct {
	Name      Text      `json:"name"`
	Meaning   Text      `json:"meaning"`
	Provision Provision `json:"provision"`
}

// Glossary yields the terms that the municipal regulation
// defines, then those that it and this library use besides.
//
// Law: Regolamento 3(1); GDPR 4.
func Glossary() iter.Seq[Gloss] {
	return func(yield func(Gloss) bool) {
		for _, d := range glossary {
			if !yield(d) {
				return
			}
		}
	}
}

var glossary = [...]Gloss{
	{Text{"dati personali", "personal data"},
		Text{"ogni notizia che riguarda una persona fisica riconoscibile", "any information about a person who can be identified"}, "GDPR 4(1)"},
	{Text{"trattamento", "processing"},
		Text{"tutto ciò che si fa con i dati, dalla raccolta alla cancellazione", "whatever is done with data, from collection to erasure"}, "GDPR 4(2)"},
	{Text{"profilazione", "profiling"},
		Text{"valutare o prevedere con mezzi automatici aspetti di una persona", "evaluating or predicting aspects of a person by automated means"}, "GDPR 4(4)"},
	{Text{"archivio", "filing system"},
		Text{"dati ordinati in modo che si possano trovare secondo criteri", "data arranged so that they can be found by criteria"}, "GDPR 4(6)"},
	{Text{"pseudonimizzazione", "pseudonymisation"},
		Text{"fare sì che i dati non indichino la persona senza altre notizie, tenute a parte e protette", "making data point to nobody without further information that is kept apart and safe"}, "GDPR 4(5)"},
	{Text{"titolare del trattamento", "controller"},
		Text{"chi decide perché e come si trattano i dati: il Comune, nella persona del Sindaco", "who decides why and how data are processed: the Comune, represented by its Mayor"}, "GDPR 4(7)"},
	{Text{"responsabile esterno del trattamento", "processor"},
		Text{"chi tratta dati per conto del titolare in base a un contratto, come un fornitore", "who processes data for the controller under a contract, such as a supplier"}, "GDPR 4(8)"},
	{Text{"destinatario", "recipient"},
		Text{"chi riceve i dati", "who is given the data"}, "GDPR 4(9)"},
	{Text{"terzo", "third party"},
		Text{"chi non è l'interessato, il titolare, un responsabile o una persona autorizzata", "who is neither data subject, controller, processor nor authorised staff"}, "GDPR 4(10)"},
	{Text{"consenso", "consent"},
		Text{"sì dell'interessato, libero, specifico, informato e inequivocabile", "the data subject's yes, free, specific, informed and unambiguous"}, "GDPR 4(11)"},
	{Text{"violazione dei dati personali", "personal data breach"},
		Text{"violazione di sicurezza per cui i dati sono distrutti, persi, modificati, rivelati o letti da chi non deve", "a breach of security by which data are destroyed, lost, altered, disclosed to or accessed by who shouldn't"}, "GDPR 4(12)"},
	{Text{"dati relativi alla salute", "data concerning health"},
		Text{"dati sullo stato di salute fisica o mentale, comprese le cure ricevute", "data on the state of body or mind, care received included"}, "GDPR 4(15)"},
	{Text{"dati giudiziari", "data on convictions and offences"},
		Text{"dati su condanne penali, reati e misure di sicurezza", "data on criminal convictions, offences and security measures"}, "GDPR 10"},

	{Text{"interessato", "data subject"},
		Text{"la persona alla quale i dati si riferiscono", "the person whom the data are about"}, "GDPR 4(1)"},
	{Text{"categorie particolari di dati", "special categories of data"},
		Text{"dati su origine, opinioni, fede, sindacato, salute, vita sessuale, e dati genetici o biometrici", "data on origin, opinions, faith, trade union, health, sex life, and genetic or biometric data"}, "GDPR 9(1)"},
	{Text{"responsabile (interno) del trattamento", "manager"},
		Text{"capo di un ufficio che il Comune designa per i trattamenti della sua area; non è un responsabile esterno", "a head of office whom the Comune designates for the processing of an area; not a processor"}, "Codice 2-quaterdecies(1)"},
	{Text{"sub-responsabile", "sub-manager"},
		Text{"persona che un responsabile interno designa per un settore", "a person whom a manager designates for a sector"}, "Regolamento 6(1)"},
	{Text{"persona autorizzata (incaricato)", "authorised staff"},
		Text{"chi tratta i dati sotto l'autorità del titolare", "who processes data under the controller's authority"}, "GDPR 29"},
	{Text{"contitolari", "joint controllers"},
		Text{"chi decide insieme perché e come si trattano i dati", "those who decide together why and how data are processed"}, "GDPR 26(1)"},
	{Text{"responsabile della protezione dei dati (RPD)", "data protection officer (DPO)"},
		Text{"chi informa, consiglia e sorveglia, e fa da contatto per interessati e Garante", "who informs, advises and monitors, and is the contact for data subjects and the authority"}, "GDPR 37(1)"},
	{Text{"Garante", "supervisory authority"},
		Text{"l'autorità italiana per la protezione dei dati personali", "the Italian data protection authority"}, "GDPR 51(1)"},
	{Text{"informativa", "privacy notice"},
		Text{"le notizie che il titolare dà all'interessato sul trattamento", "what the controller tells the data subject about the processing"}, "GDPR 13"},
	{Text{"registro delle attività di trattamento", "records of processing activities"},
		Text{"l'elenco scritto dei trattamenti del Comune", "the written list of what the Comune processes"}, "GDPR 30(1)"},
	{Text{"valutazione d'impatto (DPIA)", "data protection impact assessment (DPIA)"},
		Text{"esame dei rischi di un trattamento prima che cominci", "the examination of the risks of a processing before it begins"}, "GDPR 35(1)"},
	{Text{"consultazione preventiva", "prior consultation"},
		Text{"domanda al Garante quando il rischio resta alto", "asking the supervisory authority where the risk stays high"}, "GDPR 36(1)"},
	{Text{"diffusione", "dissemination"},
		Text{"dare conoscenza dei dati a persone indeterminate, per esempio sul web", "making data known to anybody, for example on the web"}, "Codice 2-ter(4)"},
	{Text{"albo pretorio", "municipal notice board"},
		Text{"dove il Comune pubblica i suoi atti, oggi sul sito", "where the Comune posts its acts, today on its site"}, "D.Lgs. 267/2000 124(1)"},
	{Text{"posta elettronica certificata (PEC)", "certified e-mail (PEC)"},
		Text{"posta elettronica che prova invio e consegna", "e-mail that proves sending and delivery"}, "D.Lgs. 82/2005 48"},
}
