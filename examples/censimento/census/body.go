package census

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// Body is a row of the list of bodies.
type Body struct{ Code, Name, Kind, Region, Supplier string }

// Listed tells whether the body of a notice is in the list.
type Listed string

// Whether it is.
const (
	InList   Listed = "sì"
	Unknown  Listed = "no"
	Namesake Listed = "omonimo" // of several of that name, and no code tells which
)

// Kinds are the kinds of body: of those in Public the controller is a public body,
// of the others it isn't.
var (
	Public  = []string{"comune", "provincia", "regione", "scuola", "universita", "sanita", "altro_pubblico"}
	Private = []string{"associazione", "impresa", "professionista", "persona"}
)

// contextOf returns what is so of any processing of a body of that kind. That is
// whose law binds it, and no more: which facts hold of a processing its notice alone
// doesn't tell, and what hangs on them is no certain lack.
func contextOf(kind string) informativa.Context {
	switch {
	case slices.Contains(Public, kind):
		return informativa.Context{}.Under(gdpr.PublicLaw)
	case slices.Contains(Private, kind):
		return informativa.Context{}.Under(gdpr.ItalianLaw)
	}
	return informativa.Context{Municipal: gdpr.No}
}

// Bodies are the bodies of the list, by code and by name.
type Bodies struct {
	byCode map[string]Body
	byName map[string]Body // Kind alone if there are several of a name
	double map[string]bool
}

// ReadBodies reads the list of bodies: CSV with a line of headings, in which ente
// must be; tipo, regione, fornitore and codice may. No name is an empty list.
func ReadBodies(name string) (*Bodies, error) {
	bs := &Bodies{map[string]Body{}, map[string]Body{}, map[string]bool{}}
	if name == "" {
		return bs, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := bs.readCSV(f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return bs, nil
}

func (bs *Bodies) readCSV(in io.Reader) error {
	r := csv.NewReader(in)
	r.ReuseRecord = true
	head, err := r.Read()
	if err != nil {
		return err
	}
	column := map[string]int{}
	for i, name := range head {
		column[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))] = i
	}
	if _, ok := column["ente"]; !ok {
		return errors.New("manca la colonna ente (there is no column ente)")
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		cell := func(name string) string {
			i, ok := column[name]
			if !ok {
				return ""
			}
			return strings.Clone(strings.TrimSpace(cells[i]))
		}
		b := Body{cell("codice"), cell("ente"), strings.ToLower(cell("tipo")), cell("regione"), cell("fornitore")}
		if b.Kind != "" && !slices.Contains(Public, b.Kind) && !slices.Contains(Private, b.Kind) {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("riga %d: tipo %q (%s)", line, b.Kind, strings.Join(slices.Concat(Public, Private), ", "))
		}
		bs.add(b)
	}
}

func (bs *Bodies) add(b Body) {
	if b.Code != "" {
		bs.byCode[strings.ToLower(b.Code)] = b
	}
	key := plain(b.Name)
	if key == "" {
		return
	}
	if other, ok := bs.byName[key]; ok {
		bs.double[key] = true
		if b = (Body{Kind: b.Kind}); other.Kind != b.Kind {
			b.Kind = ""
		}
	}
	bs.byName[key] = b
}

// join finds the body of a row, by its code or else by its name, and puts what the
// list says of it into the row.
func (bs *Bodies) join(r *Row) Body {
	key := plain(r.Body)
	b, ok := bs.byCode[strings.ToLower(r.Code)]
	if !ok {
		b, ok = bs.byCode[strings.ToLower(r.Body)]
	}
	switch {
	case ok:
		r.Listed = InList
	case bs.double[key]:
		b, r.Listed = bs.byName[key], Namesake
	default:
		if b, ok = bs.byName[key]; !ok {
			r.Listed = Unknown
			return Body{}
		}
		r.Listed = InList
	}
	if b.Name != "" {
		r.Body, r.Code = b.Name, b.Code
	}
	r.Kind, r.Region, r.Supplier = b.Kind, b.Region, b.Supplier
	return b
}

// plain is a name without what is written now one way and now another: capitals,
// accents, blanks and marks. "Comune di Valnèra" and comune-di-valnera are one.
func plain(name string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(name) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}
