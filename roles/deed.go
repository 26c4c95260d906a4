package roles

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/find"
)

// Deed is an act of appointment, or a processor's contract, with the names that
// it prints: what [Deed.Text] writes out in Italian as a skeleton for the office
// to finish. It is for the roles manager, sub-manager, authorised, officer and
// processor.
//
// Law: Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); Codice 2-quaterdecies(1).
type Deed struct {
	Role      Role     `json:"role"`
	Comune    string   `json:"comune"`            // "Comune di Roccasilvana"
	Appointee string   `json:"appointee"`         // name of the person or firm
	Contact   string   `json:"contact,omitempty"` // person who acts for a firm that is the officer
	Unit      string   `json:"unit,omitempty"`    // area or sector
	Signer    string   `json:"signer,omitempty"`  // name of who signs for the Comune
	Act       Act      `json:"act,omitzero"`      // its Signer, an id, isn't printed
	Contract  Contract `json:"contract,omitzero"` // for a processor, in place of the act
}

// The findings of [Deed.Check], beside those of [Act.Check] and [Contract.Check].
const (
	CodeDeedComune    gdpr.Code = "roles.deed.comune"
	CodeDeedAppointee gdpr.Code = "roles.deed.appointee"
)

var (
	deedComune    = find.Violation(CodeDeedComune)
	deedAppointee = find.Violation(CodeDeedAppointee)
)

// deedForms are the forms that a deed of the role can have; the first is the usual one.
var deedForms = [roleCount][]Form{
	AsManager:    {ByDecree, ByResolution},
	AsSubManager: {ByDetermination},
	AsAuthorised: {ByLetter, ByDetermination, ByDecree},
	AsOfficer:    {ByContract},
}

// Blank is what a deed's text has in the place of what is missing.
const Blank = "__________"

// Deeds yields a deed for each appointment in the organisation, with the names
// put in. What an act leaves out and the organisation knows is filled in from
// it: the scope from the area or sector, the reasons from the grounds on which a
// manager was chosen, if they are all established.
//
// Law: Regolamento 5(1); Regolamento 5(2); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); Codice 2-quaterdecies(2).
func (o Organisation) Deeds() iter.Seq[Deed] {
	return func(yield func(Deed) bool) {
		people, areas, sectors := o.names()
		deed := func(role Role, name, unit string, a Act) Deed {
			if blank(a.Scope) && unit != "" {
				a.Scope = unit
			}
			return Deed{Role: role, Comune: o.Controller.Name, Appointee: name, Unit: unit, Signer: people[a.Signer], Act: a}
		}
		for i := range o.Managers {
			m := &o.Managers[i]
			d := deed(AsManager, people[m.Person], areas[m.Area], m.Act)
			if blank(d.Act.Reasons) && gdpr.All(m.OfficeHead, m.Knowledge, m.Experience, m.Capacity, m.Reliability) == gdpr.Yes {
				d.Act.Reasons = "titolare di incarico di responsabilità d'ufficio, possiede la conoscenza specialistica, l'esperienza, la capacità e l'affidabilità che il trattamento dei dati personali richiede"
			}
			if !yield(d) {
				return
			}
		}
		for i := range o.SubManagers {
			if !yield(deed(AsSubManager, people[o.SubManagers[i].Person], sectors[o.SubManagers[i].Sector], o.SubManagers[i].Act)) {
				return
			}
		}
		for i := range o.Staff {
			if !yield(deed(AsAuthorised, people[o.Staff[i].Person], areas[o.Staff[i].Area], o.Staff[i].Act)) {
				return
			}
		}
		for i := range o.Processors {
			p := &o.Processors[i]
			if p.EngagedBy == "" && !yield(Deed{Role: AsProcessor, Comune: o.Controller.Name, Appointee: p.Name, Signer: people[p.Contract.Signer], Contract: p.Contract}) {
				return
			}
		}
		if o.Officer.Person != "" || o.Officer.Firm != "" {
			d := deed(AsOfficer, cmp.Or(o.Officer.Firm, people[o.Officer.Person]), "", o.Officer.Contract)
			if o.Officer.Firm != "" {
				d.Contact = people[o.Officer.Person]
			}
			yield(d)
		}
	}
}

// names returns the names of people, areas and sectors by id.
func (o *Organisation) names() (people, areas, sectors map[string]string) {
	people, areas, sectors = make(map[string]string, len(o.People)), make(map[string]string, len(o.Areas)), make(map[string]string)
	for i := range o.People {
		people[o.People[i].ID] = o.People[i].Name
	}
	for i := range o.Areas {
		areas[o.Areas[i].ID] = o.Areas[i].Name
		for _, s := range o.Areas[i].Sectors {
			sectors[s.ID] = s.Name
		}
	}
	return people, areas, sectors
}

// Complete returns the deed with the elements that are the same whoever is
// appointed, where they are missing: the form, the tasks or clauses, the
// instructions, and for a contract the modes and the duties and rights. What
// only the office knows stays as it is: names, dates, numbers, reasons, the
// object of a contract.
//
// Law: Regolamento 4(3); Regolamento 5(4); Regolamento 6(1); Regolamento 7(1); Regolamento 9(1); GDPR 28(3); GDPR 29; GDPR 39(1).
func (d Deed) Complete() Deed {
	if d.Role == AsProcessor {
		c := &d.Contract
		c.Form = cmp.Or(c.Form, ByContract)
		c.Rights = orText(c.Rights, standardRights)
		c.Duties = orText(c.Duties, standardDuties)
		c.Modes = orText(c.Modes, standardModes)
		c.Clauses = slices.Clone(c.Clauses)
		for _, clause := range Clauses() {
			if !slices.Contains(c.Clauses, clause) {
				c.Clauses = append(c.Clauses, clause)
			}
		}
		return d
	}
	f := formalityOf(d.Role, gdpr.Template)
	if f == nil {
		return d
	}
	d.Act.Form = cmp.Or(d.Act.Form, deedForms[d.Role][0])
	if f.instructions.Code != "" {
		d.Act.Instructions = orText(d.Act.Instructions, standardInstructions)
	}
	d.Act.Tasks = slices.Clone(d.Act.Tasks)
	for a := range d.Role.InAct() {
		if !slices.Contains(d.Act.Tasks, a.Task) {
			d.Act.Tasks = append(d.Act.Tasks, a.Task)
		}
	}
	return d
}

func orText(s, standard string) string {
	if blank(s) {
		return standard
	}
	return s
}

// Check tells what the deed lacks: what its act or contract does, and the names
// of the Comune and of who is appointed. A deed that lacks nothing prints no
// [Blank], and one that lacks something prints one at least.
//
// The errors are those of [Act.Check] and [Contract.Check].
//
// Law: Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); GDPR 28(3).
func (d Deed) Check() (gdpr.Findings, error) {
	c := find.In(gdpr.Template)
	if blank(d.Comune) {
		c.Add(deedComune, "comune")
	}
	if blank(d.Appointee) {
		c.Add(deedAppointee, "appointee")
	}
	fs := c.Findings()
	if d.Role == AsProcessor {
		more, err := d.Contract.Check()
		return append(fs, more.Below("contract")...), gdpr.At("contract", err)
	}
	a := d.Act
	if a.Form != ByResolution && blank(d.Signer) {
		a.Signer = "" // an id without a name signs nothing
	} else if blank(a.Signer) {
		a.Signer = d.Signer
	}
	more, err := a.Check(d.Role)
	return append(fs, more.Below("act")...), gdpr.At("act", err)
}

// Text writes the deed in Italian, as a skeleton: headings, premises, what is
// disposed, tasks, instructions, end, communications. What is missing is a
// [Blank]. A role without a deed gives "".
//
// Law: Regolamento 5(1); Regolamento 5(3); Regolamento 5(4); Regolamento 6(1); Regolamento 6(2); Regolamento 7(1); Regolamento 8(1); Regolamento 9(1); GDPR 28(3); Codice 2-quaterdecies(1); Codice 2-quaterdecies(2).
func (d Deed) Text() string {
	var w writer
	switch d.Role {
	case AsManager:
		d.manager(&w)
	case AsSubManager:
		d.subManager(&w)
	case AsAuthorised:
		d.authorised(&w)
	case AsOfficer:
		d.officer(&w)
	case AsProcessor:
		d.processor(&w)
	}
	return w.String()
}

// writer writes paragraphs.
type writer struct{ strings.Builder }

func (w *writer) p(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
	w.WriteString("\n\n")
}

// title writes the form, number and date of an act.
func (w *writer) title(a *Act, forms []Form) {
	form := Blank
	if slices.Contains(forms, a.Form) || forms == nil && a.Form.Valid() {
		form = strings.ToUpper(a.Form.Label(language.Italian))
	}
	w.p(form, " n. ", given(a.Number), " del ", longDate(a.Date))
}

// list numbers its items.
func (w *writer) list(items []string) {
	for i, item := range items {
		stop := ";\n"
		if i == len(items)-1 {
			stop = ".\n"
		}
		w.WriteString(strconv.Itoa(i+1) + ". " + item + stop)
	}
	w.WriteString("\n")
}

// tasks lists the tasks of an act, with a blank for each that is missing.
func (w *writer) tasks(role Role, tasks []Task) {
	helps := make(map[Task]bool)
	for a := range role.Assignments(0) {
		helps[a.Task] = a.Part == Helps
	}
	var items []string
	for _, t := range tasks {
		item := t.Label(language.Italian)
		if helps[t] {
			item = catalog.Text(language.Italian, "roles.deed.help", item)
		}
		items = append(items, item)
	}
	for a := range role.InAct() {
		if !slices.Contains(tasks, a.Task) {
			items = append(items, Blank)
		}
	}
	w.list(items)
}

func (w *writer) end(until date.Date) {
	if until == 0 {
		w.p("L'incarico dura fino a revoca.")
		return
	}
	w.p("L'incarico dura fino al ", longDate(until), ".")
}

func (d *Deed) manager(w *writer) {
	w.p(given(d.Comune))
	w.title(&d.Act, deedForms[AsManager])
	w.p("Oggetto: designazione del Responsabile interno del trattamento dei dati personali.")
	verb := "DESIGNA"
	if d.Act.Form == ByResolution {
		w.p("LA GIUNTA COMUNALE")
		verb = "DELIBERA di designare"
	} else {
		w.p("IL SINDACO")
	}
	w.p("Visti gli articoli 4 e 5 del regolamento comunale sulla protezione dei dati personali, l'articolo 29 del Regolamento (UE) 2016/679 e l'articolo 2-quaterdecies, comma 1, del D.Lgs. 196/2003;")
	w.p("Dato atto, quanto alla scelta della persona, di quanto segue: ", clause(d.Act.Reasons), ";")
	w.p(verb)
	w.p(given(d.Appointee), " quale Responsabile interno del trattamento per il seguente ambito: ", sentence(d.Act.Scope))
	w.p("Sono affidati i compiti di:")
	w.tasks(AsManager, d.Act.Tasks)
	w.p("Istruzioni: ", sentence(d.Act.Instructions))
	w.end(d.Act.Until)
	w.p("Il nominativo e l'indirizzo PEC sono pubblicati nella sezione Amministrazione trasparente.")
	if d.Act.Form != ByResolution {
		w.p("Il Sindaco o suo delegato: ", given(d.Signer))
	}
}

func (d *Deed) subManager(w *writer) {
	w.p(given(d.Comune))
	w.title(&d.Act, deedForms[AsSubManager])
	w.p("Oggetto: nomina del sub-responsabile del trattamento dei dati personali.")
	w.p("IL RESPONSABILE INTERNO DEL TRATTAMENTO")
	w.p("Visti l'articolo 6 del regolamento comunale sulla protezione dei dati personali e l'articolo 2-quaterdecies, comma 1, del D.Lgs. 196/2003;")
	if !blank(d.Act.Reasons) {
		w.p("Dato atto, quanto alla scelta della persona, di quanto segue: ", clause(d.Act.Reasons), ";")
	}
	w.p("DETERMINA")
	w.p("di nominare ", given(d.Appointee), " sub-responsabile del trattamento. Il trattamento consentito è limitato al seguente ambito: ", sentence(d.Act.Scope))
	w.p("Sono affidate le competenze di:")
	w.tasks(AsSubManager, d.Act.Tasks)
	w.p("Istruzioni: ", sentence(d.Act.Instructions))
	w.end(d.Act.Until)
	w.p("La nomina, ogni sua variazione e ogni sostituzione sono comunicate al Sindaco.")
	w.p("Il Responsabile interno: ", given(d.Signer))
}

func (d *Deed) authorised(w *writer) {
	w.p(given(d.Comune))
	w.title(&d.Act, nil)
	w.p("Oggetto: autorizzazione al trattamento dei dati personali.")
	w.p("Visti gli articoli 29 e 32, paragrafo 4, del Regolamento (UE) 2016/679 e l'articolo 2-quaterdecies, comma 2, del D.Lgs. 196/2003, si autorizza ", given(d.Appointee), " a trattare i dati personali necessari alle proprie mansioni, nel seguente ambito: ", sentence(d.Act.Scope))
	if len(d.Act.Tasks) > 0 {
		w.p("Compiti affidati:")
		w.tasks(AsAuthorised, d.Act.Tasks)
	}
	w.p("Istruzioni: ", sentence(d.Act.Instructions))
	w.end(d.Act.Until)
	w.p("Chi autorizza: ", given(d.Signer))
}

func (d *Deed) officer(w *writer) {
	w.p(given(d.Comune))
	w.title(&d.Act, deedForms[AsOfficer])
	w.p("Oggetto: servizio di Responsabile della protezione dei dati (RPD).")
	w.p("Tra il ", given(d.Comune), ", titolare del trattamento, e ", given(d.Appointee), " si conviene quanto segue, ai sensi degli articoli 37-39 del Regolamento (UE) 2016/679 e degli articoli 8 e 9 del regolamento comunale sulla protezione dei dati personali.")
	if d.Contact != "" {
		w.p("Svolge le funzioni di RPD, quale referente persona fisica, ", d.Contact, ".")
	}
	w.p("Al RPD sono affidati i compiti di:")
	w.tasks(AsOfficer, d.Act.Tasks)
	w.p("Il RPD opera in autonomia: non riceve istruzioni sullo svolgimento dei compiti e non può essere rimosso o penalizzato per averli svolti. Riferisce direttamente al vertice dell'ente ed è tenuto al segreto. Non assume, presso l'ente, altri incarichi che possano dare luogo a un conflitto di interessi.")
	w.p("L'ente coinvolge il RPD per tempo in ogni questione che riguarda i dati personali e gli assicura le risorse necessarie, previste nel DUP e nel bilancio.")
	w.p("Il contratto dura fino al ", longDate(d.Act.Until), ".")
	w.p("Per il Comune: ", given(d.Signer))
}

func (d *Deed) processor(w *writer) {
	c := &d.Contract
	w.p(given(d.Comune))
	form := Blank
	if c.Form == ByContract || c.Form == ByLegalAct {
		form = strings.ToUpper(c.Form.Label(language.Italian))
	}
	number := ""
	if c.Number != "" {
		number = " n. " + c.Number
	}
	w.p(form, number, " del ", longDate(c.Date))
	w.p("Oggetto: trattamento di dati personali per conto del Comune, ai sensi dell'articolo 28 del Regolamento (UE) 2016/679 e dell'articolo 7 del regolamento comunale sulla protezione dei dati personali.")
	w.p("Il ", given(d.Comune), ", titolare del trattamento, affida a ", given(d.Appointee), ", responsabile esterno del trattamento, quanto segue.")
	duration := c.Duration
	if c.Until != 0 {
		duration = "fino al " + longDate(c.Until)
		if !blank(c.Duration) {
			duration += "; " + c.Duration
		}
	}
	for _, e := range [...][2]string{
		{"Materia disciplinata", given(c.Subject)},
		{"Durata", given(duration)},
		{"Natura del trattamento", given(c.Nature)},
		{"Finalità", given(c.Purpose)},
		{"Tipo di dati personali", givenList(c.Data)},
		{"Categorie di interessati", givenList(c.Subjects)},
		{"Modalità del trattamento", given(c.Modes)},
		{"Obblighi e diritti del titolare", given(c.Rights)},
		{"Obblighi e diritti del responsabile esterno", given(c.Duties)},
	} {
		w.p(e[0], ": ", sentence(e[1]))
	}
	w.p("Il responsabile esterno si obbliga inoltre a:")
	var items []string
	for _, clause := range Clauses() {
		text := Blank
		if slices.Contains(c.Clauses, clause) {
			text = clause.Label(language.Italian)
		}
		items = append(items, text)
	}
	w.list(items)
	if d.Signer != "" {
		w.p("Per il Comune: ", d.Signer)
	}
	w.p("Per il responsabile esterno: (firma)")
}

// given returns the text, or a [Blank] if there is nothing to read.
func given(s string) string {
	if blank(s) {
		return Blank
	}
	return strings.TrimSpace(s)
}

// clause is given without a stop at the end.
func clause(s string) string { return strings.TrimRight(given(s), ".; ") }

// sentence is given with one stop at the end.
func sentence(s string) string { return clause(s) + "." }

func givenList(list []string) string {
	return given(strings.Join(slices.DeleteFunc(slices.Clone(list), blank), ", "))
}

var months = [...]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// longDate writes a date as Italian deeds do: "3 marzo 2026", "1° marzo 2026".
func longDate(d date.Date) string {
	if d == 0 {
		return Blank
	}
	year, month, n := d.Date()
	ordinal := ""
	if n == 1 {
		ordinal = "°"
	}
	return strconv.Itoa(n) + ordinal + " " + months[(month-time.January)%12] + " " + strconv.Itoa(year)
}

const (
	standardInstructions = "trattare i soli dati necessari alle funzioni assegnate e per il tempo occorrente; " +
		"mantenerli esatti e aggiornati; non comunicarli né diffonderli se una norma non lo consente; " +
		"custodire le credenziali e non lasciare incustoditi documenti e postazioni; " +
		"osservare le misure di sicurezza adottate dal Comune; " +
		"segnalare subito ogni violazione, anche solo sospetta; " +
		"serbare riservatezza anche dopo la cessazione dell'incarico"
	standardRights = "il Comune decide finalità e mezzi, impartisce istruzioni documentate, vigila sul trattamento e può in ogni momento chiedere informazioni e svolgere verifiche"
	standardDuties = "il responsabile esterno tratta i dati per le sole finalità indicate, tiene il registro delle attività svolte per conto del Comune, informa il Comune senza ingiustificato ritardo di ogni violazione e può chiedere istruzioni quando mancano o non sono chiare"
	standardModes  = "con strumenti elettronici e cartacei, da parte di persone autorizzate per iscritto, con misure adeguate al rischio"
)
