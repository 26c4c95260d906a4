package main

import (
	"net/http"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/wire"
)

// problem is a problem of the service itself. The input, which would say in which
// language, isn't read then: the request's Accept-Language does.
type problem struct {
	code   wire.Kind
	status int
	it, en string
}

// The problems of the service itself.
var (
	unsupported = problem{"servizio.type", http.StatusUnsupportedMediaType, "il corpo della richiesta dev'essere application/json", "the body of the request must be application/json"}
	busy        = problem{"servizio.busy", http.StatusServiceUnavailable, "troppe richieste insieme: riprovare", "too many requests at a time: try again"}
	tooLong     = problem{wire.CodeSize, http.StatusRequestEntityTooLarge, "dati troppo lunghi", "input too long"}
	broken      = problem{"servizio.body", http.StatusBadRequest, "il corpo della richiesta non si legge", "the body of the request can't be read"}
)

var languages = language.NewMatcher([]language.Tag{language.Italian, language.English})

// in returns the problem in the language that the request asks for: Italian where
// it asks for none, or for none of these.
func (p problem) in(r *http.Request) *wire.Problem {
	title := p.it
	if tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language")); err == nil {
		if _, i, confidence := languages.Match(tags...); i == 1 && confidence > language.No {
			title = p.en
		}
	}
	return &wire.Problem{Type: "urn:gdpr:" + string(p.code), Code: p.code, Title: title, Status: p.status}
}
