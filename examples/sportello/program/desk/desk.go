// Package desk is what the privacy desk of a body does, apart from its pages: the
// papers that it keeps as values of the library, the deadlines and findings of all
// of them, the table of its register.
package desk

import (
	"context"
	"encoding/json"
	"regexp"
	"strconv"
	"sync"
	"time"
	_ "time/tzdata" // Europe/Rome on any machine

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/rights"
)

// Desk is the desk of one body. It is safe for concurrent use.
type Desk struct {
	Store *store.Store
	now   func() time.Time

	mu    sync.Mutex
	state *State
	books map[language.Tag]agenda
}

// New returns the desk over a database. The clock tells the time; it may run from
// another day, as that of the sample does.
func New(s *store.Store, clock func() time.Time) *Desk {
	return &Desk{Store: s, now: clock, books: map[language.Tag]agenda{}}
}

// Rome is where the body is.
var Rome = func() *time.Location {
	l, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err) // time/tzdata is linked in
	}
	return l
}()

// Now is the instant of the desk, in the time of the body.
func (d *Desk) Now() time.Time { return d.now().In(Rome) }

// Request is a request as the desk keeps it: the library's, with who writes, what
// he asks for in his words, and the letters that went out.
type Request struct {
	rights.Request
	From    rights.Addressee `json:"from"`
	Asks    string           `json:"asks,omitempty"`
	Letters []Letter         `json:"letters,omitempty"`
}

// Letter is a letter that was sent, as it was written.
type Letter struct {
	Kind     rights.LetterKind `json:"kind"`
	Day      date.Date         `json:"day"`
	Protocol string            `json:"protocol,omitempty"`
	Text     string            `json:"text"` // Markdown
}

// Body is what the desk knows of the body: the file of package comune without the
// parts that are papers, and what stands at the head and the foot of its letters.
type Body struct {
	comune.Comune
	Sender rights.Sender `json:"sender,omitzero"`
}

// State is all that the desk keeps, at one line of the history. It is shared:
// nobody changes it.
type State struct {
	Last        int64
	Body        Body
	Requests    []store.Paper[Request]
	Breaches    []store.Paper[breach.Entry]
	Assessments []store.Paper[comune.Impact]
	Activities  []store.Paper[register.Activity]
	People      []store.Someone
}

const bodySetting = "body"

// ReadBody returns what the desk knows of the body.
func (d *Desk) ReadBody(ctx context.Context) (b Body, err error) {
	text, err := d.Store.Setting(ctx, bodySetting)
	if err != nil || text == "" {
		return b, err
	}
	return b, gdpr.Decode([]byte(text), &b)
}

// WriteBody changes what the desk knows of the body.
func (d *Desk) WriteBody(ctx context.Context, b Body, by store.By) error {
	text, err := json.Marshal(b)
	if err != nil {
		return err
	}
	return d.Store.Set(ctx, bodySetting, string(text), by)
}

// State returns all that the desk keeps. It is read once for each change.
func (d *Desk) State(ctx context.Context) (*State, error) {
	last, err := d.Store.Last(ctx)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.state != nil && d.state.Last >= last {
		return d.state, nil
	}
	s, old := &State{Last: last}, d.state
	if old == nil {
		old = &State{}
	}
	if s.Body, err = d.ReadBody(ctx); err != nil {
		return nil, err
	}
	if s.Requests, err = store.Papers[Request](ctx, d.Store, store.Request, old.Requests); err != nil {
		return nil, err
	}
	if s.Breaches, err = store.Papers[breach.Entry](ctx, d.Store, store.Breach, old.Breaches); err != nil {
		return nil, err
	}
	if s.Assessments, err = store.Papers[comune.Impact](ctx, d.Store, store.Assessment, old.Assessments); err != nil {
		return nil, err
	}
	if s.Activities, err = store.Papers[register.Activity](ctx, d.Store, store.Activity, old.Activities); err != nil {
		return nil, err
	}
	if s.People, err = d.Store.People(ctx); err != nil {
		return nil, err
	}
	d.state = s
	return s, nil
}

// Calendar returns the working days of the body.
func (b Body) Calendar() gdpr.Calendar {
	cal, err := b.WorkingDays()
	if err != nil {
		return gdpr.Italy()
	}
	return cal
}

// Register returns the whole register of processing.
func (s *State) Register() register.Register {
	var r register.Register
	if s.Body.Comune.Register != nil {
		r = *s.Body.Comune.Register
	}
	r.Activities = nil
	for _, p := range s.Activities {
		r.Activities = append(r.Activities, p.Document)
	}
	return r
}

// BreachRegister returns the register of breaches.
func (s *State) BreachRegister() breach.Register {
	r := breach.Register{Controller: s.Body.Name}
	for _, p := range s.Breaches {
		r.Entries = append(r.Entries, p.Document)
	}
	return r
}

// Comune returns the file of package comune: what the deadline book is made of.
func (s *State) Comune() comune.Comune {
	c := s.Body.Comune
	c.Requests = nil
	for _, p := range s.Requests {
		r := p.Document.Request
		r.ID = p.Name
		c.Requests = append(c.Requests, comune.Request{Request: r, Office: p.Office})
	}
	breaches, activities := s.BreachRegister(), s.Register()
	c.Breaches, c.Register = &breaches, &activities
	c.Assessments = nil
	for _, p := range s.Assessments {
		c.Assessments = append(c.Assessments, p.Document)
	}
	return c
}

// Link is the paper at which a place of the file stands.
type Link struct {
	Kind   store.Kind
	ID     int64
	Name   string
	Office string
	Person int64
}

// numbered is a breach that the book names by its number in the register.
var numbered = regexp.MustCompile(`^breaches\.entries number (\d+)$`)

var places = regexp.MustCompile(`^(requests|breaches\.entries|assessments|register\.activities)\[(\d+)\]`)

// Find returns the paper at a place of the file: "requests[3].pauses".
func (s *State) Find(where string) (Link, bool) {
	if m := numbered.FindStringSubmatch(where); m != nil {
		for i, p := range s.Breaches {
			if strconv.Itoa(p.Document.Number) == m[1] {
				return link(s.Breaches, i)
			}
		}
	}
	m := places.FindStringSubmatch(where)
	if m == nil {
		return Link{}, false
	}
	i, err := strconv.Atoi(m[2])
	if err != nil {
		return Link{}, false
	}
	switch m[1] {
	case "requests":
		return link(s.Requests, i)
	case "assessments":
		return link(s.Assessments, i)
	case "register.activities":
		return link(s.Activities, i)
	}
	return link(s.Breaches, i)
}

func link[D any](papers []store.Paper[D], i int) (Link, bool) {
	if i >= len(papers) {
		return Link{}, false
	}
	p := papers[i]
	return Link{p.Kind, p.ID, p.Name, p.Office, p.Person}, true
}

// PersonName returns the name of a person, or "".
func (s *State) PersonName(id int64) string {
	for _, p := range s.People {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// Offices returns the names of the offices of the body.
func (s *State) Offices() []string {
	var all []string
	if r := s.Body.Comune.Register; r != nil {
		for _, o := range r.Offices {
			all = append(all, o.Name)
		}
	}
	return all
}

// Agenda is the deadline book with what the desk adds to each row.
type Agenda struct {
	book.Book
	Rows []Row
}

// Row is a deadline, the paper that it belongs to, and who sees to it.
type Row struct {
	book.Row
	Link   Link
	Person string
}

// agenda is one that was computed, and for what.
type agenda struct {
	last   int64
	minute time.Time
	Agenda
}

// Agenda returns the deadlines and the findings of everything, at this minute.
func (d *Desk) Agenda(ctx context.Context, tag language.Tag) (Agenda, error) {
	s, err := d.State(ctx)
	if err != nil {
		return Agenda{}, err
	}
	now := d.Now()
	minute := now.Truncate(time.Minute)
	d.mu.Lock()
	defer d.mu.Unlock()
	if a := d.books[tag]; a.last == s.Last && a.minute.Equal(minute) {
		return a.Agenda, nil
	}
	b, err := book.New(s.Comune(), now, tag)
	if err != nil {
		return Agenda{}, err
	}
	a := Agenda{Book: b}
	for _, r := range b.Rows {
		row := Row{Row: r}
		row.Link, _ = s.Find(r.Ref)
		row.Person = s.PersonName(row.Link.Person)
		if row.Office == "" {
			row.Office = row.Link.Office
		}
		a.Rows = append(a.Rows, row)
	}
	d.books[tag] = agenda{s.Last, minute, a}
	return a, nil
}
