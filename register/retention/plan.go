package retention

import (
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
)

// Series is one row of a plan of conservation (piano di conservazione,
// massimario): what is kept, how long, from when, what becomes of it, and who says
// so.
//
// Law: D.P.R. 445/2000 68; GDPR 5(1)(e); GDPR 30(1)(f).
type Series struct {
	ID        string         `json:"id"`
	Class     string         `json:"class,omitempty"` // of the classification scheme (titolario): "III/1"
	Name      gdpr.Text      `json:"name"`
	Keeping   Keeping        `json:"keeping"`
	Period    gdpr.Term      `json:"period,omitzero"`
	Event     gdpr.Text      `json:"event,omitzero"`    // from which the period runs, or until which data are kept
	Assumed   bool           `json:"assumed,omitempty"` // the source gives a number of years alone, and the event is this library's reading
	Fate      Destiny        `json:"fate,omitzero"`
	Provision gdpr.Provision `json:"provision,omitempty"` // the law that sets it, or that makes a plan binding
	Source    string         `json:"source,omitempty"`    // where it was read
	Certainty Certainty      `json:"certainty,omitzero"`
	Status    Status         `json:"status,omitzero"`
	Note      string         `json:"note,omitempty"`
}

// Keeping is what a row says of the time. The zero value is not given.
//
// Law: D.P.R. 445/2000 68; GDPR 5(1)(e).
type Keeping uint8

// The ways of keeping.
//
//words:label retention.keeping
const (
	KeepPermanent  Keeping = iota + 1 // permanent: never discarded
	KeepAtLeast                       // at_least: not discarded before
	KeepAtMost                        // at_most: gone by then
	KeepFixed                         // fixed: exactly so long
	KeepUntilEvent                    // until_event: until something happens
	Limitation                        // limitation: a term after which a right or power is lost, by which the keeping is measured
	NotBefore                         // not_before: not open or usable before
	ByController                      // controller: the controller's choice; the figure is the usual one
	NoTerm                            // none: no law sets a term
	OtherKeeping                      // other: a rule that isn't a period
)

// Destiny is what becomes of a series when its time is over. The zero value is not
// given.
//
// Law: D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4); D.P.R. 445/2000 68.
type Destiny uint8

// The destinies.
//
//words:label retention.destiny
const (
	Keep     Destiny = iota + 1 // keep: kept for ever
	Weed                        // weed: kept for ever, after passing papers were taken out
	Scrap                       // discard: discarded, with the archival authority's leave
	Transfer                    // transfer: handed to another archive
	Delete                      // erase: erased, since these are no archival documents
)

// Certainty is how a row came to be known. The zero value is not given.
//
// Law: D.P.R. 445/2000 68.
type Certainty uint8

// The certainties. What was only recalled, or read at second hand, is in no row.
//
//words:label retention.certainty
const (
	PlanRead         Certainty = iota + 1 // plan_read: the national plan of 2005 was read
	SelectionRead                         // massimario_read: another body's list for discard was read
	LawRead                               // law_read: the text of the law was read
	LawVerified                           // law_verified: the rule was verified in an excerpt of the law
	GuidanceVerified                      // guidance_verified: the rule was verified in an excerpt of an authority's guidance
	OwnPlan                               // own: it is of the body's own plan
)

// Status is what a row binds by. The zero value is not given.
//
// Law: D.P.R. 445/2000 68.
type Status uint8

// The statuses.
//
//words:label retention.status
const (
	StatusLaw      Status = iota + 1 // law: a law sets it
	StatusPlan                       // plan: the national model plan has it: it binds once the body adopts it
	StatusPractice                   // practice: other bodies do so
	StatusGuidance                   // guidance: an authority advises it
	StatusAdopted                    // adopted: the body's own plan, adopted, has it
)

// Plan is a plan of conservation: rows that a body adopts, and a schedule is made
// of. The zero value has no rows; [NewPlan] checks those of a host.
//
//	plan, err := retention.ImportPlan(file)            // the body's own
//	schedule, err := plan.Over(retention.KnownPlan()).Schedule(language.Italian)
//
// Law: D.P.R. 445/2000 68; GDPR 5(1)(e); GDPR 30(1)(f).
type Plan struct {
	Series []Series `json:"series,omitempty"`
}

//go:embed plan.tsv
var planTable string

// KnownPlan returns the rows that the library ships: each was read in its source,
// and has it. Rows of the model plan of 2005 and of other bodies' lists bind nobody
// until a body adopts them, and differ among themselves: attendance sheets go after
// seven years by one and after ten by another. The rest of the model plan couldn't
// be read, and nothing is shipped from memory. Codes of law were read as of
// February 2023.
//
// Law: D.P.R. 445/2000 68; D.Lgs. 42/2004 21(1)(d); c.c. 2220; c.c. 2946; D.Lgs. 24/2023 14(1); D.L. 11/2009 6(8).
func KnownPlan() Plan {
	_, body, _ := strings.Cut(planTable, "\n")
	rows := make([]Series, 0, 128)
	for line := range strings.Lines(body) {
		rows = append(rows, known(strings.Split(strings.TrimRight(line, "\n"), "\t")))
	}
	return Plan{rows}
}

// known returns the row of the fields of a line of the library's own table, which a
// test holds to be right.
func known(f []string) Series {
	s := Series{ID: f[0], Class: f[1], Name: gdpr.Text{IT: f[2], EN: f[3]}, Event: gdpr.Text{IT: f[7], EN: f[8]}, Assumed: f[9] == "yes",
		Provision: gdpr.Provision(f[11]), Source: f[12], Note: f[15]}
	_ = s.Keeping.UnmarshalText([]byte(f[4]))
	_ = s.Fate.UnmarshalText([]byte(f[10]))
	_ = s.Certainty.UnmarshalText([]byte(f[13]))
	_ = s.Status.UnmarshalText([]byte(f[14]))
	if n, err := strconv.Atoi(f[5]); err == nil {
		s.Period = gdpr.Term{N: n, Counting: gdpr.Italian}
		_ = s.Period.Unit.UnmarshalText([]byte(f[6]))
	}
	return s
}

// NewPlan returns the plan of the rows. A row without an id is a
// [*gdpr.InputError] with [gdpr.FaultMissing], one with another's id
// [gdpr.FaultDuplicate], one that keeps for a period and has none
// [gdpr.FaultMissing].
//
// Law: D.P.R. 445/2000 68.
func NewPlan(rows ...Series) (Plan, error) {
	seen := make(map[string]int, len(rows))
	for i, s := range rows {
		at := "[" + strconv.Itoa(i) + "]"
		if blank.Is(s.ID) {
			return Plan{}, &gdpr.InputError{Field: at + ".id", Value: s.ID, Fault: gdpr.FaultMissing, Other: "id"}
		}
		if first, ok := seen[s.ID]; ok {
			return Plan{}, &gdpr.InputError{Field: at + ".id", Value: s.ID, Fault: gdpr.FaultDuplicate, Other: "[" + strconv.Itoa(first) + "]"}
		}
		seen[s.ID] = i
		if err := s.check(); err != nil {
			return Plan{}, gdpr.At(at, err)
		}
	}
	return Plan{slices.Clone(rows)}, nil
}

// check returns the error of a row that can't be applied.
func (s Series) check() error {
	timed := s.Keeping == KeepAtLeast || s.Keeping == KeepAtMost || s.Keeping == KeepFixed
	switch {
	case !s.Keeping.Valid():
		return &gdpr.InputError{Field: "keeping", Value: s.Keeping.String(), Fault: gdpr.FaultMissing, Other: "permanent, at_least, at_most, fixed, until_event"}
	case timed && s.Period == gdpr.Term{}:
		return &gdpr.InputError{Field: "period", Fault: gdpr.FaultMissing, Other: "10 years"}
	case s.Period == gdpr.Term{}, s.Period.Unit == gdpr.Hours && s.Period.N > 0:
		return nil // footage is counted in hours, by Recording
	}
	return Rule{Period: s.Period}.check()
}

// Rows yields the rows, in order.
//
// Law: D.P.R. 445/2000 68.
func (p Plan) Rows() iter.Seq[Series] { return slices.Values(p.Series) }

// Find returns the row with the id, and whether there is one.
//
// Law: D.P.R. 445/2000 68.
func (p Plan) Find(id string) (Series, bool) {
	i := slices.IndexFunc(p.Series, func(s Series) bool { return s.ID == id })
	if i < 0 {
		return Series{}, false
	}
	return p.Series[i], true
}

// Over returns the plan with the rows of another behind its own: where both have a
// row for one thing, under one id or one class and name, its own stands. So a body's
// adopted plan goes over the library's rows.
//
// Law: D.P.R. 445/2000 68.
func (p Plan) Over(other Plan) Plan {
	type series struct{ class, name string }
	ids, names := map[string]bool{}, map[series]bool{}
	for _, s := range p.Series {
		ids[s.ID] = true
		names[series{s.Class, strings.ToLower(s.Name.IT)}] = true
	}
	rows := slices.Clone(p.Series)
	for _, s := range other.Series {
		if !ids[s.ID] && !names[series{s.Class, strings.ToLower(s.Name.IT)}] {
			rows = append(rows, s)
		}
	}
	return Plan{rows}
}

// Rules returns the plan's rows that keep data for a time as rules, with their
// words in the language that [gdpr.Match] picks for tag. Those that tell a
// limitation, a day before which archives are closed or the controller's own choice
// are no rules, nor are periods in hours: see [Recording].
//
// Law: D.P.R. 445/2000 68; D.Lgs. 42/2004 21(1)(d); GDPR 30(1)(f).
func (p Plan) Rules(tag language.Tag) []Rule {
	var rules []Rule
	for _, s := range p.Series {
		if r, ok := s.Rule(tag); ok {
			rules = append(rules, r)
		}
	}
	return rules
}

// Schedule returns the schedule of the plan's rules, in one call.
//
// Law: D.P.R. 445/2000 68; Regolamento 13(9); GDPR 5(1)(e).
func (p Plan) Schedule(tag language.Tag) (Schedule, error) { return NewSchedule(p.Rules(tag)...) }

// Rule returns the row as a rule, under its own id, and whether it is one.
//
// Law: D.P.R. 445/2000 68; D.Lgs. 42/2004 21(1)(d).
func (s Series) Rule(tag language.Tag) (Rule, bool) {
	r := Rule{ID: s.ID, Series: s.ID, Text: s.Name.In(tag), Period: s.Period, Event: s.Event.In(tag), Basis: string(s.Provision)}
	if s.Status != StatusLaw && s.Source != "" {
		r.Basis = s.Source
	}
	switch s.Keeping {
	case KeepPermanent:
		r.Bound = Permanent
	case KeepAtLeast:
		r.Bound = AtLeast
	case KeepFixed:
		r.Bound, r.Most = AtLeast, s.Period
	case KeepAtMost, KeepUntilEvent:
	default:
		return Rule{}, false
	}
	if s.Period.Unit == gdpr.Hours {
		return Rule{}, false
	}
	switch s.Fate {
	case Keep, Weed, Transfer:
		r.Fate, r.Archival = Archive, gdpr.Yes
	case Scrap:
		r.Fate, r.Archival = Erase, gdpr.Yes
	case Delete:
		r.Fate, r.Archival = Erase, gdpr.No
	}
	return r, true
}
