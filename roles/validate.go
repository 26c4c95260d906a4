package roles

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// place is where something stands in the input: list[i].field, or field alone.
// It becomes a path only when there is something to say.
type place struct {
	list  string
	i     int // -1 if list isn't a list
	field string
}

// at returns the path of a field of the place, or of the place itself for "".
func (p place) at(field string) string {
	path := p.list
	if p.i >= 0 {
		path += "[" + strconv.Itoa(p.i) + "]"
	}
	for _, f := range [...]string{p.field, field} {
		switch {
		case f == "":
		case path == "":
			path = f
		default:
			path += "." + f
		}
	}
	return path
}

// in returns the place of a field that has fields of its own.
func (p place) in(field string) place { return place{p.list, p.i, field} }

// index finds the organisation's people, areas, sectors and processors by id.
type index struct {
	people     map[string]int
	areas      map[string]int
	sectors    map[string]int // to the index of their area
	processors map[string]int
}

// index refuses what has no meaning in the organisation, and returns where
// everything is.
func (o *Organisation) index() (index, error) {
	ix := index{
		people:     make(map[string]int, len(o.People)),
		areas:      make(map[string]int, len(o.Areas)),
		sectors:    make(map[string]int),
		processors: make(map[string]int, len(o.Processors)),
	}
	if !o.Policy.Regime.Valid() {
		return ix, unknownWord("policy.regime", o.Policy.Regime)
	}
	if o.Policy.SupervisionMonths < 0 {
		return ix, negative("policy.supervision_months", o.Policy.SupervisionMonths)
	}
	for i := range o.People {
		if err := unique(ix.people, o.People[i].ID, i, place{"people", i, ""}); err != nil {
			return ix, err
		}
	}
	for i := range o.Areas {
		p := place{"areas", i, ""}
		if err := unique(ix.areas, o.Areas[i].ID, i, p); err != nil {
			return ix, err
		}
		for j := range o.Areas[i].Sectors {
			id := o.Areas[i].Sectors[j].ID
			if _, twice := ix.sectors[id]; twice || id == "" {
				return ix, badID(id, "sectors", p.at("sectors["+strconv.Itoa(j)+"].id"))
			}
			ix.sectors[id] = i
		}
	}
	for i := range o.Processors {
		if err := unique(ix.processors, o.Processors[i].ID, i, place{"processors", i, ""}); err != nil {
			return ix, err
		}
	}
	for _, check := range [...]func(*Organisation, *index) error{
		(*Organisation).validController, (*Organisation).validManagers, (*Organisation).validSubManagers,
		(*Organisation).validStaff, (*Organisation).validOthers, (*Organisation).validProcessors, (*Organisation).validAdherences, (*Organisation).validArrangements, (*Organisation).validOfficer, (*Organisation).validDistribution,
	} {
		if err := check(o, &ix); err != nil {
			return ix, err
		}
	}
	return ix, nil
}

// unique enters an id that nothing else of its kind has.
func unique(ids map[string]int, id string, i int, p place) error {
	if _, twice := ids[id]; twice || id == "" {
		return badID(id, p.list, p.at("id"))
	}
	ids[id] = i
	return nil
}

func badID(id, list, path string) error {
	if id == "" {
		return &gdpr.InputError{Field: path, Fault: gdpr.FaultMissing, Other: "id"}
	}
	return &gdpr.InputError{Field: path, Value: id, Fault: gdpr.FaultDuplicate, Other: list}
}

// refers refuses an id that isn't there; "" passes.
func refers(ids map[string]int, id, list string, p place, field string) error {
	if _, ok := ids[id]; !ok && id != "" {
		return &gdpr.InputError{Field: p.at(field), Value: id, Fault: gdpr.FaultReference, Other: list}
	}
	return nil
}

// names is refers for an id that must be given.
func names(ids map[string]int, id, list string, p place, field string) error {
	if id == "" {
		return &gdpr.InputError{Field: p.at(field), Fault: gdpr.FaultMissing, Other: list}
	}
	return refers(ids, id, list, p, field)
}

func (o *Organisation) validController(ix *index) error {
	p := place{"controller", -1, ""}
	err := first(
		refers(ix.people, o.Controller.Representative, "people", p, "representative"),
		refers(ix.people, o.Controller.Secretary, "people", p, "secretary"),
		day(o.Controller.Supervised, p, "supervised"),
	)
	if err != nil {
		return err
	}
	for i := range o.Controller.Delegates {
		d, p := &o.Controller.Delegates[i], place{"controller.delegates", i, ""}
		if err := first(names(ix.people, d.Person, "people", p, "person"), ix.act(&d.Act, p, "act")); err != nil {
			return err
		}
	}
	return nil
}

func (o *Organisation) validManagers(ix *index) error {
	seen := make(map[pair]int, len(o.Managers))
	for i := range o.Managers {
		m, p := &o.Managers[i], place{"managers", i, ""}
		err := first(
			names(ix.people, m.Person, "people", p, "person"),
			o.area(ix, m.Area, p),
			ix.act(&m.Act, p, "act"),
			day(m.Published.On, p, "published.on"),
		)
		if err != nil {
			return err
		}
		if err := once(seen, ix.people[m.Person], ix.area(m.Area), m.Person, p); err != nil {
			return err
		}
	}
	return nil
}

func (o *Organisation) validSubManagers(ix *index) error {
	seen := make(map[[2]string]int, len(o.SubManagers))
	for i := range o.SubManagers {
		s, p := &o.SubManagers[i], place{"sub_managers", i, ""}
		err := first(
			names(ix.people, s.Person, "people", p, "person"),
			names(ix.sectors, s.Sector, "areas.sectors", p, "sector"),
			ix.act(&s.Act, p, "act"),
			day(s.Changed, p, "changed"),
			day(s.Communicated, p, "communicated"),
		)
		if err != nil {
			return err
		}
		key := [2]string{s.Person, s.Sector}
		if other, twice := seen[key]; twice {
			return &gdpr.InputError{Field: p.at("person"), Value: s.Person, Fault: gdpr.FaultDuplicate, Other: place{p.list, other, ""}.at("")}
		}
		seen[key] = i
	}
	return nil
}

func (o *Organisation) validStaff(ix *index) error {
	seen := make(map[pair]int, len(o.Staff))
	for i := range o.Staff {
		s, p := &o.Staff[i], place{"staff", i, ""}
		person, ok := ix.people[s.Person]
		if !ok {
			return names(ix.people, s.Person, "people", p, "person")
		}
		if _, ok := ix.areas[s.Area]; !ok {
			if err := o.area(ix, s.Area, p); err != nil {
				return err
			}
		}
		if err := ix.act(&s.Act, p, "act"); err != nil {
			return err
		}
		if err := once(seen, person, ix.area(s.Area), s.Person, p); err != nil {
			return err
		}
	}
	return nil
}

// pair is a person and an area, by their indexes; -1 is no area.
type pair uint64

func pairOf(person, area int) pair { return pair(person)<<32 | pair(uint32(area)) }

// once refuses a second entry of the same person for the same area.
func once(seen map[pair]int, person, area int, id string, p place) error {
	key := pairOf(person, area)
	if other, twice := seen[key]; twice {
		return &gdpr.InputError{Field: p.at("person"), Value: id, Fault: gdpr.FaultDuplicate, Other: place{p.list, other, ""}.at("")}
	}
	seen[key] = p.i
	return nil
}

func (o *Organisation) validProcessors(ix *index) error {
	for i := range o.Processors {
		s, p := &o.Processors[i], place{"processors", i, ""}
		err := first(
			refers(ix.processors, s.EngagedBy, "processors", p, "engaged_by"),
			refers(ix.people, s.Contract.Signer, "people", p, "contract.signer"),
			day(s.Authorised.Date, p, "authorised.date"),
			day(s.Authorised.Told, p, "authorised.told"),
		)
		if err == nil {
			err = gdpr.At(p.at("contract"), s.Contract.validate())
		}
		if err != nil {
			return err
		}
	}
	return o.acyclic(ix)
}

// acyclic refuses processors that engage each other in a circle. Each is passed
// once: a walk stops where an earlier one has been.
func (o *Organisation) acyclic(ix *index) error {
	walk := make([]int, len(o.Processors)) // which walk came by; 0 for none yet
	for i := range o.Processors {
		for at := i; walk[at] == 0; {
			walk[at] = i + 1
			by := o.Processors[at].EngagedBy
			if by == "" {
				break
			}
			next := ix.processors[by]
			if walk[next] == i+1 {
				return &gdpr.InputError{Field: place{"processors", at, ""}.at("engaged_by"), Value: by, Fault: gdpr.FaultCycle, Other: o.circle(ix, next)}
			}
			at = next
		}
	}
	return nil
}

// circle writes the circle that begins at a processor: "a > b > a".
func (o *Organisation) circle(ix *index, from int) string {
	path := o.Processors[from].ID
	for at := from; ; {
		by := o.Processors[at].EngagedBy
		path += " > " + by
		if at = ix.processors[by]; at == from {
			return path
		}
	}
}

func (o *Organisation) validArrangements(ix *index) error {
	for i := range o.Arrangements {
		a, p := &o.Arrangements[i], place{"arrangements", i, ""}
		err := first(
			refers(ix.people, a.Signer, "people", p, "signer"),
			gdpr.At(p.at(""), span(a.Date, a.Until)),
			day(a.Essence, p, "essence"),
		)
		if err != nil {
			return err
		}
	}
	return nil
}

func (o *Organisation) validOfficer(ix *index) error {
	p := place{"officer", -1, ""}
	return first(
		refers(ix.people, o.Officer.Person, "people", p, "person"),
		ix.act(&o.Officer.Contract, p, "contract"),
		ix.act(&o.Officer.Designation, p, "designation"),
		day(o.Officer.Published.On, p, "published.on"),
		day(o.Officer.Garante.On, p, "garante.on"),
		day(o.Officer.StaffTold, p, "staff_told"),
	)
}

func (o *Organisation) validDistribution(*index) error {
	d, p := &o.Distribution, place{"distribution", -1, ""}
	return first(
		day(d.Published, p, "published"), day(d.Forms, p, "forms"), day(d.Secretary, p, "secretary"), day(d.Officer, p, "officer"),
		day(d.Managers, p, "managers"), day(d.SubManagers, p, "sub_managers"), day(d.Staff, p, "staff"),
	)
}

// act refuses an act without meaning, and one signed by nobody we know.
func (ix *index) act(a *Act, p place, field string) error {
	if err := a.validate(); err != nil {
		return gdpr.At(p.at(field), err)
	}
	if a.Signer == "" {
		return nil
	}
	if _, ok := ix.people[a.Signer]; !ok {
		return refers(ix.people, a.Signer, "people", p, field+".signer")
	}
	return nil
}

// area refuses an area that isn't there, or that the template wants named.
func (o *Organisation) area(ix *index, id string, p place) error {
	if o.Policy.Regime.Has(gdpr.Template) {
		return names(ix.areas, id, "areas", p, "area")
	}
	return refers(ix.areas, id, "areas", p, "area")
}

// area returns the number of an area, or -1 for none.
func (ix *index) area(id string) int {
	if i, ok := ix.areas[id]; ok {
		return i
	}
	return -1
}

// negative is the error for a figure below zero.
func negative(field string, n int) error {
	return &gdpr.InputError{Field: field, Value: strconv.Itoa(n), Fault: gdpr.FaultRange, Other: "0-"}
}

// lastDay is 31 December 9999.
const lastDay date.Date = 3_652_058

// day refuses a date outside the years 1 to 9999.
func day(d date.Date, p place, field string) error {
	if d < 0 || d > lastDay {
		return &gdpr.InputError{Field: p.at(field), Value: strconv.FormatInt(int64(d), 10), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9999-12-31"}
	}
	return nil
}

// span refuses dates out of range, and an end before the beginning.
func span(from, until date.Date) error {
	none := place{"", -1, ""}
	if err := first(day(from, none, "date"), day(until, none, "until")); err != nil {
		return err
	}
	if from != 0 && until != 0 && until < from {
		return &gdpr.InputError{Field: "until", Value: until.String(), Fault: gdpr.FaultOrder, Other: "date " + from.String()}
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// unknownWord is the error for a value that its enumeration doesn't have, or for
// the zero value where a word is needed.
func unknownWord[T interface {
	~uint8
	String() string
	MarshalText() ([]byte, error)
}](path string, value T) error {
	_, err := value.MarshalText()
	if err == nil {
		err = &gdpr.InputError{Fault: gdpr.FaultMissing, Other: T(1).String()}
	}
	return gdpr.At(path, err)
}
