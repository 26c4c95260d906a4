package census

import (
	"encoding/json"
	"slices"

	"github.com/b58db29f/gdpr/informativa"
)

// Tally counts rows: all of them, and those of each region, supplier and kind. Its
// size hangs on how many of these there are, and not on how many rows.
type Tally struct {
	All       Count             `json:"tutte"`
	Regions   map[string]*Count `json:"regioni"`
	Suppliers map[string]*Count `json:"fornitori"`
	Kinds     map[string]*Count `json:"tipi"`
}

// Count counts the rows of a group.
type Count struct {
	Notices  int            `json:"informative"`
	States   map[State]int  `json:"stati"`
	Listed   map[Listed]int `json:"elenco"`
	Elements []Element      `json:"elementi"` // in the order of informativa.Elements
	Others   map[string]int `json:"rilievi"`
	Encoded  int            `json:"non_utf8"`
	Whole    int            `json:"senza_mancanze"` // read, and nothing that is owed for certain lacks
}

// Element counts of an element, in the notices that were read, where it was found
// and where it wasn't.
type Element struct {
	Found   int `json:"presente"`
	Missing int `json:"mancante"`
	Perhaps int `json:"forse"`
	Advised int `json:"consigliato"`
}

// elements are the words of the elements, in their order.
var elements = func() []string {
	var all []string
	for e := range informativa.Elements() {
		all = append(all, e.String())
	}
	return all
}()

// indexOf are their places.
var indexOf = func() map[string]int {
	all := map[string]int{}
	for i, e := range elements {
		all[e] = i
	}
	return all
}()

// NewTally returns an empty one.
func NewTally() *Tally {
	return &Tally{Regions: map[string]*Count{}, Suppliers: map[string]*Count{}, Kinds: map[string]*Count{}}
}

// Add counts a row.
func (t *Tally) Add(r *Row) {
	t.All.add(r)
	count(t.Regions, r.Region).add(r)
	count(t.Suppliers, r.Supplier).add(r)
	count(t.Kinds, r.Kind).add(r)
}

// Merge adds what another has counted.
func (t *Tally) Merge(other *Tally) {
	t.All.Merge(&other.All)
	for _, pair := range [...]struct{ to, from map[string]*Count }{{t.Regions, other.Regions}, {t.Suppliers, other.Suppliers}, {t.Kinds, other.Kinds}} {
		for name, c := range pair.from {
			count(pair.to, name).Merge(c)
		}
	}
}

// Bytes writes a tally, always alike.
func (t *Tally) Bytes() []byte {
	data, _ := json.Marshal(t) // of maps, slices and numbers
	return data
}

// ParseTally reads what [Tally.Bytes] wrote.
func ParseTally(data []byte) (*Tally, error) {
	t := NewTally()
	return t, json.Unmarshal(data, t)
}

func count(of map[string]*Count, name string) *Count {
	c := of[name]
	if c == nil {
		c = new(Count)
		of[name] = c
	}
	return c
}

func (c *Count) ready() {
	if c.Elements == nil {
		c.States, c.Listed, c.Others = map[State]int{}, map[Listed]int{}, map[string]int{}
		c.Elements = make([]Element, len(elements))
	}
}

func (c *Count) add(r *Row) {
	c.ready()
	c.Notices++
	c.States[r.State]++
	c.Listed[r.Listed]++
	if r.Encoding != "" {
		c.Encoded++
	}
	if r.State == Read && len(r.Missing) == 0 {
		c.Whole++
	}
	for _, e := range r.Found {
		c.Elements[indexOf[e]].Found++
	}
	for _, e := range r.Missing {
		c.Elements[indexOf[e]].Missing++
	}
	for _, e := range r.Perhaps {
		c.Elements[indexOf[e]].Perhaps++
	}
	for _, e := range r.Advised {
		c.Elements[indexOf[e]].Advised++
	}
	for _, code := range r.Others {
		c.Others[code]++
	}
}

// Merge adds what another has counted.
func (c *Count) Merge(other *Count) {
	c.ready()
	c.Notices += other.Notices
	c.Encoded += other.Encoded
	c.Whole += other.Whole
	mergeMap(c.States, other.States)
	mergeMap(c.Listed, other.Listed)
	mergeMap(c.Others, other.Others)
	for i, e := range other.Elements {
		to := &c.Elements[i]
		to.Found += e.Found
		to.Missing += e.Missing
		to.Perhaps += e.Perhaps
		to.Advised += e.Advised
	}
}

func mergeMap[K comparable](to, from map[K]int) {
	for k, n := range from {
		to[k] += n
	}
}

// ReadWell is how many notices were read.
func (c *Count) ReadWell() int { return c.States[Read] }

// Sorted returns the names of groups, those with most notices first.
func Sorted(of map[string]*Count) []string {
	var names []string
	for name := range of {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if n := of[b].Notices - of[a].Notices; n != 0 {
			return n
		}
		if a < b {
			return -1
		}
		return 1
	})
	return names
}
