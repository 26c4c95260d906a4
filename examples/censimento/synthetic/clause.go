package synthetic

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// clause is one way to say something in a notice. In its text {ente} is the body,
// {via} its address, {mail}, {pec}, {tel}, {rpd} and {sito} are its own.
type clause struct {
	text  string
	says  []informativa.Element // what a reader finds in it
	maybe []informativa.Element // of which readers may think either; not held to
	other []string              // other findings on it
}

func says(text string, es ...informativa.Element) clause { return clause{text: text, says: es} }

func (c clause) finds(codes ...gdpr.Code) clause {
	for _, code := range codes {
		c.other = append(c.other, string(code))
	}
	return c
}

func (c clause) or(es ...informativa.Element) clause { c.maybe = es; return c }

// section is a part of a notice: a heading and the ways to fill it.
type section struct {
	heading string
	ways    []clause
}

// The elements by short names, for the table below.
const (
	who     = informativa.Controller
	reach   = informativa.ControllerContact
	officer = informativa.DPO
	aims    = informativa.Purposes
	basis   = informativa.LegalBasis
	kinds   = informativa.DataCategories
	source  = informativa.Source
	told    = informativa.Recipients
	abroad  = informativa.Transfers
	kept    = informativa.Retention
	term    = informativa.RetentionPeriod
	access  = informativa.RightAccess
	correct = informativa.RightRectification
	erase   = informativa.RightErasure
	limit   = informativa.RightRestriction
	object  = informativa.RightObjection
	carry   = informativa.RightPortability
	revoke  = informativa.ConsentWithdrawal
	appeal  = informativa.Complaint
	use     = informativa.Exercise
	must    = informativa.Provision
	without = informativa.Consequences
	machine = informativa.AutomatedDecision
	means   = informativa.Methods
	safe    = informativa.Security
	browse  = informativa.BrowsingData
	cookies = informativa.Cookies
	norm    = informativa.Norm
)

// opening are the first words of a notice; the empty one leaves the norm out.
var opening = []clause{
	says("La presente informativa è resa ai sensi degli artt. 13 e 14 del Regolamento (UE) 2016/679.", norm),
	says("Informativa resa a norma dell'articolo 13 del Regolamento generale sulla protezione dei dati, Reg. UE n. 679/2016.", norm),
	says("Questa pagina spiega, come vuole l'art. 13 del GDPR, come sono trattati i dati di chi si rivolge agli uffici.", norm),
	says("Gentile cittadina, gentile cittadino, in queste righe trova come trattiamo i Suoi dati."),
}

// sections are the parts in their usual order.
var sections = [...]section{
	{"Titolare del trattamento", []clause{
		says("Il titolare del trattamento è {ente}, con sede in {via}, e-mail {mail}, PEC {pec}, telefono {tel}.", who, reach),
		says("Titolare dei dati è {ente}. Recapiti: {via}; posta elettronica certificata {pec}.", who, reach),
		says("I dati sono trattati da {ente} in qualità di titolare, contattabile all'indirizzo {mail}.", who, reach),
		says("Il titolare del trattamento è {ente}.", who),
		says("{ente}, {via}, tratta i Suoi dati come titolare del trattamento.", who, reach),
	}},
	{"Responsabile della protezione dei dati", []clause{
		says("Il responsabile della protezione dei dati (RPD) è raggiungibile all'indirizzo {rpd}.", officer),
		says("Può scrivere al Data Protection Officer dell'ente: {rpd}.", officer).or(use),
		says("L'ente ha designato un RPD, contattabile alla casella {rpd} per ogni questione sui dati personali.", officer).or(use),
		says("RPD/DPO: {rpd}", officer),
	}},
	{"Finalità", []clause{
		says("I dati servono a gestire le iscrizioni alla mensa e al trasporto scolastico.", aims),
		says("Il trattamento ha lo scopo di istruire le domande di contributo economico e di erogare le somme dovute.", aims),
		says("I dati sono raccolti per rilasciare certificati anagrafici e per tenere aggiornata l'anagrafe della popolazione.", aims),
		says("Trattiamo i dati per le seguenti finalità:\n\n- rispondere alle segnalazioni ricevute;\n- programmare la manutenzione delle strade;\n- informare chi ha segnalato dell'esito.", aims),
		says("Le finalità sono la riscossione dei tributi locali e il controllo delle dichiarazioni.", aims),
	}},
	{"Base giuridica", []clause{
		says("La base giuridica è l'esecuzione di un compito di interesse pubblico (art. 6, par. 1, lett. e, del Regolamento (UE) 2016/679).", basis).or(norm),
		says("Il trattamento è lecito perché necessario per adempiere un obbligo legale al quale è soggetto il titolare.", basis).or(who),
		says("Base giuridica del trattamento: esercizio di pubblici poteri di cui l'ente è investito.", basis),
		says("Il trattamento si fonda sull'art. 6, paragrafo 1, lettere c) ed e), del GDPR.", basis).or(norm),
	}},
	{"Dati trattati", []clause{
		says("Sono trattati dati anagrafici, codice fiscale, recapiti telefonici e indirizzo e-mail.", kinds),
		says("I dati trattati sono: nome, cognome, data di nascita, residenza e coordinate bancarie.", kinds),
		says("Raccogliamo dati identificativi e di contatto, e dati sulla composizione del nucleo familiare.", kinds),
	}},
	{"Origine dei dati", []clause{
		says("I dati possono essere acquisiti anche presso altre pubbliche amministrazioni, come l'INPS e l'Agenzia delle entrate.", source).or(told, kinds),
		says("Alcuni dati non sono raccolti presso l'interessato, ma provengono dall'Anagrafe nazionale della popolazione residente.", source).or(kinds),
		says("I dati sono ottenuti anche da pubblici registri e da banche dati di altri enti.", source),
	}},
	{"Destinatari", []clause{
		says("I dati possono essere comunicati ad altri enti pubblici e ai fornitori di servizi informatici nominati responsabili del trattamento.", told),
		says("I dati non sono comunicati a terzi né diffusi.", told),
		says("Destinatari dei dati sono il tesoriere dell'ente, le altre amministrazioni competenti e la società che gestisce il software.", told),
	}},
	{"Trasferimento dei dati", []clause{
		says("I dati non sono trasferiti fuori dell'Unione europea.", abroad),
		says("Non è previsto alcun trasferimento verso Paesi terzi o organizzazioni internazionali.", abroad),
		says("I dati non lasciano lo Spazio economico europeo.", abroad),
	}},
	{"Conservazione", []clause{
		says("I dati sono conservati per dieci anni dalla chiusura del procedimento.", kept, term),
		says("Conserviamo i dati per 5 anni, poi li cancelliamo.", kept, term).or(erase),
		says("I dati saranno conservati per il tempo necessario allo svolgimento del procedimento e secondo le norme sugli archivi pubblici.", kept).or(term),
		says("Il periodo di conservazione è di 24 mesi dalla raccolta.", kept, term),
		says("I dati sono tenuti per il tempo strettamente necessario agli scopi per cui sono stati raccolti.", kept),
		says("Durata della conservazione: ____________").finds(informativa.CodeBlanks),
	}},
	{"Diritti dell'interessato", []clause{
		says("L'interessato ha diritto di chiedere l'accesso ai dati, la rettifica, la cancellazione, la limitazione del trattamento e di opporsi al trattamento.", access, correct, erase, limit, object),
		says("Lei può ottenere l'accesso ai Suoi dati, la loro rettifica o cancellazione e la limitazione del trattamento.", access, correct, erase, limit),
		says("Gli interessati possono esercitare:\n\n- il diritto di accesso;\n- il diritto di rettifica;\n- il diritto alla cancellazione;\n- il diritto di limitazione del trattamento;\n- il diritto di opposizione;\n- il diritto alla portabilità dei dati.", access, correct, erase, limit, object, carry),
		says("Ha il diritto di accedere ai dati che La riguardano, di farli correggere e, nei casi previsti, di farli cancellare; può opporsi al trattamento.", access, correct, erase, object),
		says("L'interessato può esercitare i diritti dell'art. 7 del D.Lgs. 196/2003: accesso ai dati, rettifica, cancellazione, opposizione al trattamento.", access, correct, erase, object).or(norm).finds(informativa.CodeRepealed),
	}},
	{"Revoca del consenso", []clause{
		says("Se il trattamento si basa sul consenso, questo può essere revocato in qualsiasi momento.", revoke).or(basis),
		says("Il consenso prestato può essere ritirato quando si vuole, senza effetto su quanto fatto prima.", revoke).or(basis),
	}},
	{"Esercizio dei diritti", []clause{
		says("Per esercitare i diritti si può scrivere a {mail}.", use, reach),
		says("Le richieste vanno presentate al titolare, all'indirizzo PEC {pec}.", use, reach),
		says("I diritti si esercitano con una richiesta al responsabile della protezione dei dati: {rpd}.", use, officer).or(reach),
	}},
	{"Reclamo", []clause{
		says("È possibile proporre reclamo al Garante per la protezione dei dati personali.", appeal),
		says("Chi ritiene che il trattamento violi la legge può rivolgersi con un reclamo all'autorità di controllo, il Garante (www.garanteprivacy.it).", appeal),
		says("Resta il diritto di reclamo al Garante per la privacy, piazza Venezia 11, Roma.", appeal),
	}},
	{"Conferimento dei dati", []clause{
		says("Il conferimento dei dati è obbligatorio; in mancanza non sarà possibile dare corso alla domanda.", must, without),
		says("Fornire i dati è facoltativo, ma chi non li fornisce non può usare il servizio.", must, without),
		says("Il conferimento dei dati è necessario per erogare il servizio.", must),
	}},
	{"Decisioni automatizzate", []clause{
		says("Non vi sono processi decisionali automatizzati, né profilazione.", machine),
		says("Nessuna decisione è presa unicamente con un trattamento automatizzato.", machine).or(means),
	}},
	{"Modalità del trattamento", []clause{
		says("I dati sono trattati con strumenti informatici e su carta.", means),
		says("Il trattamento avviene con modalità elettroniche e cartacee.", means),
		says("Il trattamento è svolto con mezzi automatizzati e manuali, da personale autorizzato.", means),
	}},
	{"Sicurezza", []clause{
		says("Sono adottate misure tecniche e organizzative adeguate per proteggere i dati da accessi non autorizzati e dalla perdita.", safe),
		says("Specifiche misure di sicurezza prevengono la perdita dei dati, usi illeciti e accessi non autorizzati.", safe),
	}},
	{"Dati di navigazione", []clause{
		says("I sistemi che fanno funzionare il sito acquisiscono l'indirizzo IP, l'orario della richiesta e il tipo di browser di chi lo visita.", browse, kinds),
		says("Durante la navigazione sono registrati nei log gli indirizzi IP e le pagine richieste.", browse, kinds),
	}},
	{"Cookie", []clause{
		says("Il sito usa solo cookie tecnici, necessari al suo funzionamento.", cookies),
		says("Non sono utilizzati cookie di profilazione.", cookies).or(machine),
	}},
}

// fillers say nothing that a notice must say.
var fillers = []string{
	"Gli sportelli sono aperti dal lunedì al venerdì, dalle 9 alle 12; il giovedì anche nel pomeriggio.",
	"Le domande si presentano ogni anno entro il mese di settembre, sul modello che si trova in municipio.",
	"La graduatoria è approvata dalla giunta e affissa all'albo per quindici giorni.",
	"La modulistica è disponibile sulla pagina dedicata, insieme alle istruzioni per compilarla.",
	"Il regolamento del servizio è stato approvato dal consiglio e si legge sulla pagina degli atti.",
	"In caso di sciopero o di neve il servizio può essere sospeso, con avviso sulla pagina principale.",
	"Per chi arriva con i mezzi pubblici, la fermata è davanti all'ingresso; il parcheggio è sul retro dell'edificio.",
	"Il personale dell'ufficio è a disposizione per chiarimenti sulle tariffe e sulle agevolazioni.",
}
