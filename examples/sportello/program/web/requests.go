package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/rights"
)

// requestPaper is a request as the desk keeps it.
type requestPaper = store.Paper[desk.Request]

// requestView is a request as the pages show it.
type requestView struct {
	requestPaper
	Timeline rights.Timeline
	Status   rights.Status
	Who      string // who sees to it
}

// requests lists the requests, those that wait first, by their day.
func (v *visit) requests() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	want := strings.ToLower(v.r.URL.Query().Get("q"))
	var open, closed []requestView
	for _, p := range s.Requests {
		if want != "" && !strings.Contains(strings.ToLower(p.Name+" "+p.Document.From.Name+" "+p.Office), want) {
			continue
		}
		view, err := v.view(s, p)
		if err != nil {
			return err
		}
		if view.Status.State.Open() {
			open = append(open, view)
		} else {
			closed = append(closed, view)
		}
	}
	return v.show(http.StatusOK, "requests", v.say("Richieste", "Requests"), map[string]any{"Open": byDue(open), "Closed": closed, "Query": v.r.URL.Query().Get("q")})
}

// view computes where a request stands today.
func (v *visit) view(s *desk.State, p requestPaper) (requestView, error) {
	today := v.today()
	t, err := p.Document.AsOf(today).Timeline(s.Body.Policy.Rights, s.Body.Calendar())
	if err != nil {
		return requestView{}, err
	}
	return requestView{p, t, t.Status(today), s.PersonName(p.Person)}, nil
}

func (v *visit) today() date.Date { return date.NewAt(v.desk.Now()) }

func (v *visit) newRequest() error { return v.requestForm(http.StatusOK) }

func (v *visit) requestForm(status int) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	return v.show(status, "request_new", v.say("Nuova richiesta", "New request"), map[string]any{"Offices": s.Offices(), "People": assignable(s)})
}

// assignable are the persons to whom a paper can be given.
func assignable(s *desk.State) []option {
	all := []option{{"", "—", false}}
	for _, p := range s.People {
		if p.Active && writer(p.Role) {
			all = append(all, option{strconv.FormatInt(p.ID, 10), p.Name, false})
		}
	}
	return all
}

// person reads to whom a paper is given: somebody who may write.
func (v *visit) person(f *form, s *desk.State) int64 {
	text := f.text("person")
	for _, o := range assignable(s) {
		if o.Value == text {
			return f.number("person")
		}
	}
	f.add("person", v.say("non è tra le persone dello sportello", "it is no person of the desk"))
	return 0
}

// facts reads what the form of a request says of the request itself.
func (v *visit) facts(f *form, s *desk.State, p *requestPaper) {
	r := &p.Document
	p.Name, p.Office, p.Person = f.need("name"), f.text("office"), v.person(f, s)
	r.ID = p.Name
	f.need("right")
	r.Right = word[rights.Right](f, "right")
	r.Received = f.needDate("received", v.today())
	r.Channel, r.Asked = word[rights.Channel](f, "channel"), word[rights.Form](f, "asked")
	r.Identified = f.answer("identified")
	r.From = rights.Addressee{Name: f.need("from"), Address: f.text("address"), As: word[rights.Acting](f, "as"), For: f.text("for")}
	r.Asks = f.text("asks")
	r.Also = nil
	for _, w := range f.values["also"] {
		also, err := gdpr.ParseWord[rights.Right](w)
		f.fault("also", err)
		if err == nil && also.Valid() && also != r.Right {
			r.Also = append(r.Also, also)
		}
	}
}

// valid notes what makes the dates of a request impossible together.
func (v *visit) valid(f *form, s *desk.State, r desk.Request) {
	if f.failed() {
		return
	}
	if _, err := r.Timeline(s.Body.Policy.Rights, s.Body.Calendar()); err != nil {
		f.fault(faultField(err), err)
	}
}

// addRequest records a request that came.
func (v *visit) addRequest() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	f := v.read()
	p := requestPaper{Kind: store.Request}
	v.facts(f, s, &p)
	v.valid(f, s, p.Document)
	for _, other := range s.Requests {
		if p.Name != "" && other.Name == p.Name && other.Document.Right == p.Document.Right {
			f.add("name", v.say("c'è già una richiesta con questo protocollo e questo diritto", "there is a request of this number and right already"))
		}
	}
	if f.failed() {
		return v.requestForm(http.StatusUnprocessableEntity)
	}
	id, err := store.Add(v.ctx(), v.desk.Store, p, v.by("received"))
	if err != nil {
		return err
	}
	return v.done(linkTo(store.Request, id), "La richiesta è registrata.", "The request is recorded.")
}

// request shows a request: where it stands, its days, its letters, what was found.
func (v *visit) request() error { return v.requestPage(http.StatusOK) }

func (v *visit) requestPage(status int) error {
	id, err := v.id()
	if err != nil {
		return err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	p, err := store.Read[desk.Request](v.ctx(), v.desk.Store, store.Request, id)
	if err != nil {
		return err
	}
	view, err := v.view(s, p)
	if err != nil {
		return err
	}
	today := v.today()
	found, err := p.Document.AsOf(today).Check(today, s.Body.Policy.Rights, s.Body.Calendar())
	if err != nil {
		return err
	}
	var letters []rights.LetterKind
	for k := range p.Document.Request.Letters(view.Timeline, today) {
		letters = append(letters, k)
	}
	events, err := v.desk.Store.History(v.ctx(), store.Request, id, 0, 200)
	if err != nil {
		return err
	}
	waiting := false
	for _, pause := range p.Document.Pauses {
		waiting = waiting || pause.Answered == 0
	}
	return v.show(status, "request", p.Name, map[string]any{
		"P": view, "R": p.Document, "Findings": found.Under(s.Body.Regime).ByWeight(), "Letters": letters, "Events": events,
		"Form": p.Document.Request.Form(), "Offices": s.Offices(), "People": assignable(s), "Waiting": waiting,
		"Withdrawal": p.Document.Right == rights.ToWithdraw, "Version": p.Version, "Office": p.Office, "Person": p.Person,
	})
}

// changeRequest records what was done about a request.
func (v *visit) changeRequest() error {
	id, err := v.id()
	if err != nil {
		return err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	p, err := store.Read[desk.Request](v.ctx(), v.desk.Store, store.Request, id)
	if err != nil {
		return err
	}
	f := v.read()
	if f.stale(p.Version) {
		return store.ErrConflict
	}
	action := v.r.PathValue("action")
	change, ok := requestActions[action]
	if !ok {
		return store.ErrNone
	}
	if change(v, f, s, &p); f.failed() {
		return v.requestPage(http.StatusUnprocessableEntity)
	}
	if v.valid(f, s, p.Document); f.failed() {
		return v.requestPage(http.StatusUnprocessableEntity)
	}
	if err := store.Change(v.ctx(), v.desk.Store, p, v.by(action)); err != nil {
		return err
	}
	return v.done(linkTo(store.Request, id), "Registrato.", "Recorded.")
}

// requestActions are what can be recorded about a request, by the word of the history.
var requestActions = map[string]func(*visit, *form, *desk.State, *requestPaper){
	"edit": func(v *visit, f *form, s *desk.State, p *requestPaper) { v.facts(f, s, p) },
	"assign": func(v *visit, f *form, s *desk.State, p *requestPaper) {
		p.Office, p.Person = f.text("office"), v.person(f, s)
	},
	"pause": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		f.need("cause")
		p.Document.Pauses = append(p.Document.Pauses, rights.Pause{Cause: word[rights.Cause](f, "cause"), Asked: f.needDate("asked_on", v.today()), Prompt: f.answer("prompt")})
	},
	"answer": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		day := f.needDate("answered", v.today())
		for i := range p.Document.Pauses {
			if p.Document.Pauses[i].Answered == 0 {
				p.Document.Pauses[i].Answered = day
				if p.Document.Pauses[i].Cause == rights.Identification {
					p.Document.Identified = gdpr.Yes
				}
				return
			}
		}
		f.add("answered", v.say("nessuna domanda aspetta una risposta", "no question waits for an answer"))
	},
	"extend": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		p.Document.Extensions = append(p.Document.Extensions, rights.Extension{
			Told: f.needDate("told", v.today()), Ground: word[rights.ExtensionGround](f, "ground"), Reasons: f.text("reasons")})
	},
	"reply": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		p.Document.Replied = f.needDate("replied", v.today())
	},
	"refuse": func(v *visit, f *form, s *desk.State, p *requestPaper) {
		f.need("refusal_ground")
		p.Document.Refusal = rights.Refusal{Sent: f.needDate("sent", v.today()), Ground: word[rights.Ground](f, "refusal_ground"), Reasons: f.need("refusal_reasons"),
			Complaint: f.checked("complaint"), Court: f.checked("court"), Garante: f.checked("garante"), Limit: rights.Limit{Regime: s.Body.Regime}}
	},
	"stop": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		p.Document.Stopped = f.needDate("stopped", v.today())
	},
	"end": func(v *visit, f *form, _ *desk.State, p *requestPaper) {
		f.need("how")
		p.Document.End = rights.End{On: f.needDate("on", v.today()), How: word[rights.Ending](f, "how"), By: f.need("by")}
	},
}
