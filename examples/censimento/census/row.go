// Package census reads privacy notices by the hundred thousand: it divides the input
// into parts, scans each notice of a part to a row, and counts. What carries the
// parts to the processors, goroutines here or Apache Beam, is no matter of its own.
package census

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/verifica/program/source"
	"github.com/b58db29f/gdpr/informativa"
)

// Row is what is told of a notice. Elements are in the words of the library
// ("right_access"), findings by their codes.
type Row struct {
	ID       string `json:"id" parquet:"id"`
	File     string `json:"file" parquet:"file,dict"`
	At       int64  `json:"da_byte" parquet:"da_byte"` // where it begins in a file of many notices
	Body     string `json:"ente" parquet:"ente"`
	Code     string `json:"codice,omitempty" parquet:"codice"`
	Kind     string `json:"tipo,omitempty" parquet:"tipo,dict"`
	Region   string `json:"regione,omitempty" parquet:"regione,dict"`
	Supplier string `json:"fornitore,omitempty" parquet:"fornitore,dict"`
	Listed   Listed `json:"elenco" parquet:"elenco,dict"`
	State    State  `json:"stato" parquet:"stato,dict"`
	Problem  string `json:"problema,omitempty" parquet:"problema,dict"` // in Italian: why it wasn't read, or not well
	Encoding string `json:"codifica,omitempty" parquet:"codifica,dict"` // if it isn't good UTF-8
	Language string `json:"lingua,omitempty" parquet:"lingua,dict"`
	Also     string `json:"anche,omitempty" parquet:"anche,dict"` // the other language of a bilingual notice
	Bytes    int    `json:"byte" parquet:"byte"`
	Words    int    `json:"parole" parquet:"parole"`

	Found   []string `json:"presenti,omitempty" parquet:"presenti,list,dict"`
	Missing []string `json:"mancanti,omitempty" parquet:"mancanti,list,dict"`             // owed for certain, and not found
	Perhaps []string `json:"forse_mancanti,omitempty" parquet:"forse_mancanti,list,dict"` // not found, and owed if a fact is so that nobody has told, or by guidance
	Advised []string `json:"consigliati,omitempty" parquet:"consigliati,list,dict"`       // not found, and useful
	Others  []string `json:"rilievi,omitempty" parquet:"rilievi,list,dict"`               // the other findings, each code once
	Blanks  int      `json:"spazi,omitempty" parquet:"spazi"`                             // places left to be filled in
}

// State tells whether a notice was read.
type State string

// The states.
const (
	Read       State = "letta"
	OtherWords State = "altra_lingua"   // one that isn't read: what it holds isn't told
	Empty      State = "vuota"          // no word in it
	NoText     State = "non_testo"      // binary data
	OtherKind  State = "altro_formato"  // a PDF, an office document
	TooLarge   State = "troppo_grande"  // more than source.Most bytes
	Unreadable State = "illeggibile"    // the file can't be opened or read
	BadLine    State = "riga_sbagliata" // a line that is no notice as JSON
)

// States are all of them.
var States = [...]State{Read, OtherWords, Empty, NoText, OtherKind, TooLarge, Unreadable, BadLine}

// Notice is a notice as it comes: a file, or a line of a file of many.
type Notice struct {
	ID      string          `json:"id"`
	Body    string          `json:"ente"`
	Code    string          `json:"codice"`
	Format  string          `json:"formato"` // txt, md or html; without it, by how the text begins
	Text    string          `json:"testo"`
	Context json.RawMessage `json:"contesto"` // facts of the processing, as informativa.Context has them
	file    string
	at      int64
	data    []byte // of a file, instead of the text
	err     error  // why there is neither
	broken  bool   // has the line bytes that are no UTF-8?
	size    int
}

var errLine = source.Problem{IT: "la riga non è un'informativa in JSON", EN: "the line is no notice as JSON"}

// row scans a notice. It is all that is done with one.
func (bs *Bodies) row(n Notice) Row {
	r := Row{ID: n.ID, File: n.file, At: n.at, Body: n.Body, Code: n.Code, Bytes: n.size}
	body := bs.join(&r)
	text, err := n.text()
	in := contextOf(body.Kind)
	if err == nil && len(n.Context) > 0 && json.Unmarshal(n.Context, &in) != nil {
		err = source.Problem{IT: "contesto: fatti che non si conoscono", EN: "contesto: unknown facts"}
		r.State = BadLine
	}
	if err != nil {
		r.fail(err)
		return r
	}
	if r.Encoding = text.Encoding; text.Encoding == "utf-8" {
		r.Problem = "alcuni byte non sono UTF-8"
	} else if text.Encoding != "" {
		r.Problem = "non è in UTF-8: letta come " + text.Encoding
	}
	r.read(informativa.Scan(text.Text), in)
	return r
}

// text returns the text of a notice, drawn out of its page if it is one.
func (n Notice) text() (source.Text, error) {
	if n.err != nil {
		return source.Text{}, n.err
	}
	if n.data != nil {
		return source.Decode(n.file, n.data)
	}
	name := "-"
	if n.Format != "" {
		name = "x." + n.Format
	}
	t, err := source.Decode(name, []byte(n.Text))
	if err == nil && n.broken {
		t.Encoding = "utf-8"
	}
	return t, err
}

// fail tells why there is no text.
func (r *Row) fail(err error) {
	problem, told := err.(source.Problem)
	r.Problem = err.Error()
	if told {
		r.Problem = gdpr.Text(problem).In(language.Italian)
	}
	switch {
	case r.State != "":
	case errors.Is(err, source.TooLarge):
		r.State = TooLarge
	case errors.Is(err, errLine):
		r.State = BadLine
	case told && strings.HasPrefix(problem.IT, "è un"):
		r.State = OtherKind
	default:
		r.State = Unreadable
	}
}

// read tells what was found in the text, and what not.
func (r *Row) read(reading informativa.Reading, in informativa.Context) {
	r.Words = reading.Words
	r.Language, r.Also = word(reading.Language), word(reading.Also)
	findings := reading.Check(in)
	switch {
	case findings.Has(informativa.CodeNoText):
		r.State, r.Problem, r.Language = Empty, "non c'è testo da leggere", ""
		return
	case findings.Has(informativa.CodeBinary):
		r.State, r.Problem, r.Language = NoText, "non è un testo: sono dati binari", ""
		return
	case findings.Has(informativa.CodeNotItalian):
		r.State, r.Problem = OtherWords, "il testo è in una lingua che non si legge"
		return
	}
	r.State = Read
	for e := range reading.Found() {
		r.Found = append(r.Found, e.String())
	}
	r.Blanks = len(reading.Blanks)
	for _, f := range findings {
		if e, ok := missingOf[f.Code]; ok {
			switch f.Severity {
			case gdpr.Violation:
				r.Missing = append(r.Missing, e)
			case gdpr.Warning:
				r.Perhaps = append(r.Perhaps, e)
			default:
				r.Advised = append(r.Advised, e)
			}
			continue
		}
		if code := string(f.Code); !has(r.Others, code) {
			r.Others = append(r.Others, code)
		}
	}
}

// missingOf are the elements by the code of the finding that one lacks.
var missingOf = func() map[gdpr.Code]string {
	all := map[gdpr.Code]string{}
	for e := range informativa.Elements() {
		all[e.Missing()] = e.String()
	}
	return all
}()

func word(l informativa.Language) string {
	if l == 0 {
		return ""
	}
	return l.String()
}

func has(list []string, s string) bool {
	for _, other := range list {
		if other == s {
			return true
		}
	}
	return false
}

// stem is the name of a file without its folder and extension.
func stem(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
