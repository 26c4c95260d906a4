package register

import "github.com/b58db29f/gdpr/dpia"

// Summary counts what is in a register. An activity counts once under each
// heading that it falls under, so that the counts of a heading can add up to
// more than the activities.
//
// Law: Regolamento 16(1); Regolamento 16(2).
type Summary struct {
	Activities int               `json:"activities"`
	Services   int               `json:"services"`
	Special    int               `json:"special"`   // activities with special data
	Judicial   int               `json:"judicial"`  // activities with judicial data
	Transfers  int               `json:"transfers"` // activities with transfers to third countries
	DPIA       int               `json:"dpia"`      // activities that need an impact assessment
	Assessed   int               `json:"assessed"`  // of these, those that have one
	Offices    map[string]int    `json:"offices"`
	Sectors    map[Sector]int    `json:"sectors"` // "": none of the nine
	Bases      map[Basis]int     `json:"bases"`
	Kinds      map[Kind]int      `json:"kinds"`
	Conditions map[Condition]int `json:"conditions"` // on which special data rest
	Countries  map[string]int    `json:"countries"`  // third countries and international organisations
}

// Summarize counts what is in the register.
//
// Law: Regolamento 16(1); Regolamento 16(2).
func Summarize(r Register) Summary {
	s := Summary{
		Activities: len(r.Activities), Services: len(r.Services),
		Offices: map[string]int{}, Sectors: map[Sector]int{}, Bases: map[Basis]int{}, Kinds: map[Kind]int{},
		Conditions: map[Condition]int{}, Countries: map[string]int{},
	}
	for i := range r.Activities {
		a := &r.Activities[i]
		s.Offices[a.Office]++
		s.Sectors[a.Sector]++
		var based [basisCount]bool
		for _, p := range a.Purposes {
			if p.Basis < basisCount && !based[p.Basis] {
				based[p.Basis] = true
				s.Bases[p.Basis]++
			}
		}
		kinds := a.Kinds()
		for k := range kinds.All() {
			s.Kinds[k]++
		}
		if kinds.Special() {
			s.Special++
			for c := range a.Special.Conditions() {
				s.Conditions[c]++
			}
		}
		if kinds.Has(Criminal) {
			s.Judicial++
		}
		if len(a.Transfers) > 0 {
			s.Transfers++
		}
		for j, t := range a.Transfers {
			if !seen(a.Transfers[:j], t.key()) {
				s.Countries[t.key()]++
			}
		}
		if screening, err := a.Screen(dpia.Policy{}); err == nil && screening.Outcome == dpia.Required {
			s.DPIA++
			if a.DPIA.Done != 0 {
				s.Assessed++
			}
		}
	}
	return s
}

func seen(ts []Transfer, key string) bool {
	for i := range ts {
		if ts[i].key() == key {
			return true
		}
	}
	return false
}
