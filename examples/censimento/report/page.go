// Package report writes what a census counts as one page of HTML that needs nothing
// else: no script, no font, no picture of elsewhere.
package report

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/censimento/census"
	"github.com/b58db29f/gdpr/informativa"
)

//go:embed page.html
var page string

var layout = template.Must(template.New("page").Funcs(template.FuncMap{
	"t":       func(it, en string) gdpr.Text { return gdpr.Text{IT: it, EN: en} },
	"n":       number,
	"percent": percent,
	"bar":     bar,
	"legend":  legend,
	"decimal": decimal,
}).Parse(page))

// most is how many regions, suppliers or kinds are shown; the others stand together.
const most = 30

// view is what the page shows.
type view struct {
	All                 *census.Count
	Read                int
	Unlisted, Namesakes int
	States              []named
	Elements            []element
	Groups              []grouping
	Others              []named
}

// named is a number with what it counts.
type named struct {
	Name gdpr.Text
	N    int
	Of   int
}

// element is a row of the chart of elements.
type element struct {
	Name gdpr.Text
	census.Element
	Read int
}

// grouping are the notices by region, supplier or kind.
type grouping struct {
	ID       string
	Title    gdpr.Text
	One      gdpr.Text
	Groups   []group
	Elements []heat // how often each element lacks, in each group
}

// group is one of them.
type group struct {
	Name  gdpr.Text
	Count *census.Count
	Read  int
	Lacks float64   // elements owed for certain and not found, in a notice on average
	Scale float64   // the most of Lacks in the grouping
	Worst gdpr.Text // the element that lacks most often
}

// heat is a row of the map of what lacks.
type heat struct {
	Name  gdpr.Text
	Cells []cell
}

// cell is how often an element lacks in a group, in percent, of the notices read.
type cell struct {
	Percent int
	Group   gdpr.Text
	None    bool // no notice was read
}

// Page returns the page.
func Page(t *census.Tally) ([]byte, error) {
	v := view{All: &t.All, Read: t.All.ReadWell(), Unlisted: t.All.Listed[census.Unknown], Namesakes: t.All.Listed[census.Namesake]}
	for _, s := range census.States {
		if n := t.All.States[s]; n > 0 {
			v.States = append(v.States, named{states[s], n, t.All.Notices})
		}
	}
	for i, e := range labels {
		c := t.All.Elements[i]
		v.Elements = append(v.Elements, element{e, c, v.Read})
	}
	for _, code := range byNumber(t.All.Others) {
		v.Others = append(v.Others, named{message(gdpr.Code(code)), t.All.Others[code], v.Read})
	}
	v.Groups = []grouping{
		groupsOf("regioni", gdpr.Text{IT: "Per regione", EN: "By region"}, gdpr.Text{IT: "Regione", EN: "Region"}, t.Regions),
		groupsOf("fornitori", gdpr.Text{IT: "Per fornitore", EN: "By supplier"}, gdpr.Text{IT: "Fornitore", EN: "Supplier"}, t.Suppliers),
		groupsOf("tipi", gdpr.Text{IT: "Per tipo di ente", EN: "By kind of body"}, gdpr.Text{IT: "Tipo", EN: "Kind"}, t.Kinds),
	}
	var out bytes.Buffer
	err := layout.Execute(&out, v)
	return out.Bytes(), err
}

// labels are the names of the elements, in their order.
var labels = func() []gdpr.Text {
	var all []gdpr.Text
	for e := range informativa.Elements() {
		all = append(all, gdpr.Text{IT: e.Label(language.Italian), EN: e.Label(language.English)})
	}
	return all
}()

var states = map[census.State]gdpr.Text{
	census.Read:       {IT: "lette", EN: "read"},
	census.OtherWords: {IT: "in altra lingua", EN: "in another language"},
	census.Empty:      {IT: "vuote", EN: "empty"},
	census.NoText:     {IT: "non sono testo", EN: "no text"},
	census.OtherKind:  {IT: "in altro formato (PDF, documenti d'ufficio)", EN: "in another format (PDF, office documents)"},
	census.TooLarge:   {IT: "troppo grandi", EN: "too large"},
	census.Unreadable: {IT: "illeggibili", EN: "can't be read"},
	census.BadLine:    {IT: "righe sbagliate", EN: "wrong lines"},
}

// kinds are the names of the kinds of body.
var kinds = map[string]gdpr.Text{
	"comune": {IT: "Comuni", EN: "Comuni"}, "provincia": {IT: "Province", EN: "Provinces"}, "regione": {IT: "Regioni", EN: "Regions"},
	"scuola": {IT: "Scuole", EN: "Schools"}, "universita": {IT: "Università", EN: "Universities"}, "sanita": {IT: "Sanità", EN: "Health"},
	"altro_pubblico": {IT: "Altri enti pubblici", EN: "Other public bodies"}, "associazione": {IT: "Associazioni", EN: "Associations"},
	"impresa": {IT: "Imprese", EN: "Firms"}, "professionista": {IT: "Professionisti", EN: "Professionals"}, "persona": {IT: "Persone", EN: "Persons"},
	"": {IT: "non indicato", EN: "not given"},
}

// groupsOf are the groups of a grouping, those with most notices first, and the rest
// together.
func groupsOf(id string, title, one gdpr.Text, of map[string]*census.Count) grouping {
	g := grouping{ID: id, Title: title, One: one}
	names := census.Sorted(of)
	rest := new(census.Count)
	for i, name := range names {
		if i >= most && len(names) > most+1 {
			rest.Merge(of[name])
			continue
		}
		label, ok := kinds[name]
		if !ok || id != "tipi" && name != "" {
			label = gdpr.Text{IT: name, EN: name}
		}
		g.Groups = append(g.Groups, groupOf(label, of[name]))
	}
	if rest.Notices > 0 {
		g.Groups = append(g.Groups, groupOf(gdpr.Text{IT: "tutti gli altri", EN: "all others"}, rest))
	}
	var scale float64
	for _, one := range g.Groups {
		scale = max(scale, one.Lacks)
	}
	for i := range g.Groups {
		g.Groups[i].Scale = scale
	}
	g.heat()
	return g
}

func groupOf(name gdpr.Text, c *census.Count) group {
	g := group{Name: name, Count: c, Read: c.ReadWell()}
	lacks, worst := 0, 0
	for i, e := range c.Elements {
		lacks += e.Missing
		if e.Missing > worst {
			worst, g.Worst = e.Missing, labels[i]
		}
	}
	if g.Read > 0 {
		g.Lacks = float64(lacks) / float64(g.Read)
	}
	return g
}

// heat fills the map with the elements that lack for certain somewhere.
func (g *grouping) heat() {
	for i, name := range labels {
		h, any := heat{Name: name}, false
		for _, one := range g.Groups {
			c := cell{Group: one.Name, None: one.Read == 0}
			if !c.None {
				missing := one.Count.Elements[i].Missing
				c.Percent = (100*missing + one.Read/2) / one.Read
				any = any || missing > 0
			}
			h.Cells = append(h.Cells, c)
		}
		if any {
			g.Elements = append(g.Elements, h)
		}
	}
}

// message is what a finding says, without its figures.
func message(code gdpr.Code) gdpr.Text {
	row := gdpr.Row{Code: code}
	return gdpr.Text{IT: row.Sentence(language.Italian), EN: row.Sentence(language.English)}
}

func byNumber(of map[string]int) []string {
	var all []string
	for s := range of {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(of[b]-of[a], strings.Compare(a, b)) })
	return all
}

// number writes a number with its thousands apart, in a way that both languages read.
func number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// percent writes a share with one decimal, for both languages.
func percent(n, of int) gdpr.Text {
	if of == 0 {
		return gdpr.Text{IT: "–", EN: "–"}
	}
	s := fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
	return gdpr.Text{IT: strings.Replace(s, ".", ",", 1), EN: strings.Replace(s, " ", "", 1)}
}

// decimal writes a number with two decimals, for both languages.
func decimal(f float64) gdpr.Text {
	s := fmt.Sprintf("%.2f", f)
	return gdpr.Text{IT: strings.Replace(s, ".", ",", 1), EN: s}
}
