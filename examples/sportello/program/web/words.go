package web

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/rights"
)

// own are the names of words for which the library has none for a person.
var own = map[string]gdpr.Text{
	"rights.Channel counter":      {IT: "sportello", EN: "counter"},
	"rights.Channel post":         {IT: "posta", EN: "post"},
	"rights.Channel spoken":       {IT: "a voce", EN: "by word of mouth"},
	"rights.Channel email":        {IT: "posta elettronica", EN: "e-mail"},
	"rights.Channel pec":          {IT: "PEC", EN: "certified e-mail (PEC)"},
	"rights.Channel portal":       {IT: "portale web", EN: "web portal"},
	"rights.Form written":         {IT: "su carta", EN: "on paper"},
	"rights.Form electronic":      {IT: "in formato elettronico", EN: "in an electronic format"},
	"rights.Form structured":      {IT: "in formato strutturato", EN: "in a structured format"},
	"rights.Form oral":            {IT: "a voce", EN: "by word of mouth"},
	"rights.Cause identification": {IT: "identificazione di chi scrive", EN: "identification of the requester"},
	"rights.Cause clarification":  {IT: "chiarimento della richiesta", EN: "clarification of the request"},
	"store.Role admin":            {IT: "amministratore", EN: "administrator"},
	"store.Role clerk":            {IT: "operatore", EN: "clerk"},
	"store.Role officer":          {IT: "RPD, in sola lettura", EN: "data protection officer, reading only"},
}

// label is the name of a value for a person.
func label(v any, tag language.Tag) string {
	if l, ok := v.(interface{ Label(language.Tag) string }); ok {
		if text := l.Label(tag); text != "" {
			return text
		}
	}
	word := fmt.Sprint(v)
	if text, ok := own[fmt.Sprintf("%T %s", v, word)]; ok {
		return text.In(tag)
	}
	if word == "" {
		return "—"
	}
	return word
}

// listed are the enumerations that a form chooses from.
var listed = map[string]func(language.Tag) []option{
	"right":     listOf[rights.Right],
	"channel":   listOf[rights.Channel],
	"form":      listOf[rights.Form],
	"acting":    listOf[rights.Acting],
	"cause":     listOf[rights.Cause],
	"extension": listOf[rights.ExtensionGround],
	"ground":    listOf[rights.Ground],
	"ending":    listOf[rights.Ending],
	"capacity":  listOf[rights.Capacity],
	"level":     listOf[breach.Level],
	"phase":     listOf[breach.Phase],
	"manner":    listOf[breach.Manner],
	"sector":    listOf[register.Sector],
	"matter":    listOf[register.Matter],
	"regime": func(tag language.Tag) (all []option) {
		for r := range gdpr.Values[gdpr.Regime]() {
			all = append(all, option{r.String(), label(r, tag), false})
		}
		return all
	},
	"calendar": func(tag language.Tag) []option {
		return []option{{"italy", say(tag, "nazionali", "national"), false}, {"rome", say(tag, "di Roma", "of Rome"), false}, {"bolzano", say(tag, "di Bolzano", "of Bolzano"), false}}
	},
	"role": func(tag language.Tag) (all []option) {
		for _, r := range store.Roles {
			all = append(all, option{string(r), label(r, tag), false})
		}
		return all
	},
}

func listOf[T gdpr.Enumeration[T]](tag language.Tag) []option {
	all := []option{{"", "—", false}}
	for v := range gdpr.Values[T]() {
		all = append(all, option{v.String(), label(v, tag), false})
	}
	return all
}

func words(name string, tag language.Tag) []option { return listed[name](tag) }

// actions are what the history says was done.
var actions = map[string]gdpr.Text{
	"opened":        {IT: "ha aperto lo sportello", EN: "opened the desk"},
	"login":         {IT: "è entrato nello sportello", EN: "signed in"},
	"password":      {IT: "ha cambiato la password", EN: "changed the password"},
	"feed":          {IT: "ha creato l'indirizzo del proprio calendario", EN: "made the address of the calendar"},
	"person":        {IT: "ha aggiunto una persona", EN: "added a person"},
	"person change": {IT: "ha modificato i dati di una persona", EN: "changed a person's data"},
	"body":          {IT: "ha modificato i dati dell'ente", EN: "changed the data of the body"},
	"received":      {IT: "ha registrato la richiesta", EN: "recorded the request"},
	"edit":          {IT: "ha modificato i dati", EN: "changed the data"},
	"assign":        {IT: "ha cambiato l'assegnazione", EN: "changed the assignment"},
	"pause":         {IT: "ha registrato la domanda a chi scrive: il termine è sospeso", EN: "recorded the question to the requester: the clock stands still"},
	"answer":        {IT: "ha registrato la risposta di chi scrive: il termine riprende", EN: "recorded the requester's answer: the clock goes on"},
	"extend":        {IT: "ha registrato la comunicazione della proroga", EN: "recorded the notice of extension"},
	"reply":         {IT: "ha registrato il riscontro", EN: "recorded the reply"},
	"refuse":        {IT: "ha registrato il diniego", EN: "recorded the refusal"},
	"stop":          {IT: "ha registrato la cessazione del trattamento", EN: "recorded that the processing stopped"},
	"end":           {IT: "ha chiuso la richiesta senza riscontro", EN: "closed the request without a reply"},
	"letter":        {IT: "ha registrato la spedizione di una lettera", EN: "recorded a letter as sent"},
	"breach":        {IT: "ha registrato la violazione", EN: "recorded the breach"},
	"fact":          {IT: "ha risposto a una domanda sui fatti", EN: "answered a question on the facts"},
	"relief":        {IT: "ha risposto a una domanda sulla comunicazione agli interessati", EN: "answered a question on telling the persons"},
	"notify":        {IT: "ha registrato la notifica al Garante", EN: "recorded the notification to the Garante"},
	"tell":          {IT: "ha registrato la comunicazione agli interessati", EN: "recorded the communication to the persons"},
	"close":         {IT: "ha chiuso la violazione", EN: "closed the breach"},
	"assessment":    {IT: "ha aperto la valutazione", EN: "opened the assessment"},
	"activity":      {IT: "ha aggiunto un trattamento al registro", EN: "added an activity to the register"},
	"import":        {IT: "ha importato una tabella", EN: "imported a table"},
	"destroyed":     {IT: "ha registrato la cancellazione", EN: "recorded the deletion"},
}

func actionLabel(action string, tag language.Tag) string {
	name, _, _ := strings.Cut(action, ":")
	if text, ok := actions[name]; ok {
		return text.In(tag)
	}
	return action
}

// kinds are the names of the papers.
var kinds = map[store.Kind]gdpr.Text{
	store.Request:    {IT: "richiesta", EN: "request"},
	store.Breach:     {IT: "violazione", EN: "breach"},
	store.Assessment: {IT: "valutazione d'impatto", EN: "impact assessment"},
	store.Activity:   {IT: "trattamento", EN: "activity"},
	store.Retention:  {IT: "conservazione", EN: "retention"},
	store.Person:     {IT: "persona", EN: "person"},
	store.Body:       {IT: "ente", EN: "body"},
}

func kindLabel(kind string, tag language.Tag) string { return kinds[store.Kind(kind)].In(tag) }

// folders are the addresses of the papers.
var folders = map[store.Kind]string{
	store.Request: "/requests/", store.Breach: "/breaches/", store.Assessment: "/assessments/", store.Activity: "/register/",
}

// linkTo is the address of a paper, or "".
func linkTo(kind store.Kind, id int64) string {
	if folder := folders[kind]; folder != "" && id != 0 {
		return fmt.Sprintf("%s%d", folder, id)
	}
	return ""
}
