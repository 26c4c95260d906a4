package web

import (
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

type breachPaper = store.Paper[breach.Entry]

// breachView is a breach as the pages show it.
type breachView struct {
	breachPaper
	Window   breach.Window
	Awaiting bool
	Level    breach.Level // as the facts demand
	Assessed breach.Assessment
	Who      string
}

func (v *visit) breachView(s *desk.State, p breachPaper) breachView {
	view := breachView{breachPaper: p, Who: s.PersonName(p.Person)}
	view.Window, _ = p.Document.Awareness.Window() // an awareness without sense is a finding
	view.Assessed = p.Document.Facts.Assess()
	if start, err := p.Document.Awareness.Start(); err == nil {
		view.Assessed = view.Assessed.AsOf(date.NewAt(start))
	}
	view.Level = view.Assessed.Level
	for e := range (breach.Register{Entries: []breach.Entry{p.Document}}).Awaiting() {
		view.Awaiting = e.Number == p.Document.Number
	}
	return view
}

// breaches lists the breaches, those that wait for a notification first.
func (v *visit) breaches() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	var waiting, others []breachView
	for _, p := range s.Breaches {
		if view := v.breachView(s, p); view.Awaiting {
			waiting = append(waiting, view)
		} else {
			others = append(others, view)
		}
	}
	return v.show(http.StatusOK, "breaches", v.say("Violazioni dei dati", "Data breaches"), map[string]any{"Waiting": waiting, "Others": others})
}

func (v *visit) newBreach() error { return v.breachForm(http.StatusOK) }

func (v *visit) breachForm(status int) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	return v.show(status, "breach_new", v.say("Nuova violazione", "New breach"), map[string]any{"Offices": s.Offices(), "People": assignable(s)})
}

// addBreach records a breach: the hours run from the moment at which the body
// became aware.
func (v *visit) addBreach() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	f := v.read()
	now := v.desk.Now()
	e := breach.Entry{Recorded: now, Office: f.need("office"), Description: f.need("description")}
	e.Awareness.Aware, e.Awareness.Occurred = f.needInstant("aware", now), f.instant("occurred")
	for _, p := range s.Breaches {
		e.Number = max(e.Number, p.Document.Number)
	}
	e.Number++
	p := breachPaper{Kind: store.Breach, Name: fmt.Sprintf("n. %d", e.Number), Office: e.Office, Person: v.person(f, s), Document: e}
	if !f.failed() {
		_, err := e.Awareness.Window()
		f.fault(faultField(err), err)
	}
	if f.failed() {
		return v.breachForm(http.StatusUnprocessableEntity)
	}
	id, err := store.Add(v.ctx(), v.desk.Store, p, v.by("breach"))
	if err != nil {
		return err
	}
	return v.done(linkTo(store.Breach, id), "La violazione è registrata: le ore corrono.", "The breach is recorded: the hours run.")
}

// readBreach reads the breach of the address.
func (v *visit) readBreach() (*desk.State, breachPaper, error) {
	id, err := v.id()
	if err != nil {
		return nil, breachPaper{}, err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return nil, breachPaper{}, err
	}
	p, err := store.Read[breach.Entry](v.ctx(), v.desk.Store, store.Breach, id)
	return s, p, err
}

func (v *visit) breach() error { return v.breachPage(http.StatusOK) }

// missingOfBreach are the questions that a risk still needs.
func missingOfBreach(f breach.Facts) iter.Seq[gdpr.Question] {
	if f.Check() != nil {
		return nil
	}
	return f.Assess().Missing()
}

func (v *visit) breachPage(status int) error {
	s, p, err := v.readBreach()
	if err != nil {
		return err
	}
	view := v.breachView(s, p)
	e := p.Document
	asked := ask(e.Facts, missingOfBreach, v.skipped())
	asked.Action, asked.Version = linkTo(store.Breach, p.ID)+"/fact", p.Version
	telling := view.Assessed.Tell(e.Exemptions)
	relief := ask(e.Exemptions, func(x breach.Exemptions) iter.Seq[gdpr.Question] { return view.Assessed.Tell(x).Missing() }, v.skipped())
	relief.Action, relief.Version = linkTo(store.Breach, p.ID)+"/relief", p.Version
	events, err := v.desk.Store.History(v.ctx(), store.Breach, p.ID, 0, 200)
	if err != nil {
		return err
	}
	return v.show(status, "breach", v.say("Violazione ", "Breach ")+p.Name, map[string]any{
		"P": view, "E": e, "Ask": asked, "Relief": relief, "Telling": telling, "Notify": view.Assessed.Notify(),
		"Reasons": gather(view.Assessed.Reasons(), s.Body.Regime), "TellingReasons": gather(telling.Reasons(), s.Body.Regime),
		"Findings": e.CheckUnder(s.Body.Policy.Breach, v.desk.Now()).Under(s.Body.Regime).ByWeight(),
		"Events":   events, "Offices": s.Offices(), "People": assignable(s), "Person": p.Person, "Closed": !e.Closed.IsZero(),
	})
}

// gather are the reasons that bind the body.
func gather(reasons iter.Seq[gdpr.Reason], r gdpr.Regime) []gdpr.Reason {
	var all []gdpr.Reason
	for reason := range reasons {
		if reason, ok := reason.Under(r); ok {
			all = append(all, reason)
		}
	}
	return all
}

// changeBreach records what was found out or done about a breach.
func (v *visit) changeBreach() error {
	s, p, err := v.readBreach()
	if err != nil {
		return err
	}
	f := v.read()
	if f.stale(p.Version) {
		return store.ErrConflict
	}
	action := v.r.PathValue("action")
	change, ok := breachActions[action]
	if !ok {
		return store.ErrNone
	}
	on := change(v, f, s, &p)
	if f.failed() {
		return v.breachPage(http.StatusUnprocessableEntity)
	}
	if err := store.Change(v.ctx(), v.desk.Store, p, v.by(action)); err != nil {
		return err
	}
	return v.to(linkTo(store.Breach, p.ID) + on)
}

// breachActions are what can be recorded about a breach; each returns where on its
// page to go on.
var breachActions = map[string]func(*visit, *form, *desk.State, *breachPaper) string{
	"fact": func(v *visit, f *form, _ *desk.State, p *breachPaper) string {
		field, a, on := answered(f)
		f.fault("answer", p.Document.Facts.Set(field, a))
		f.fault("answer", p.Document.Facts.Check())
		return on
	},
	"relief": func(v *visit, f *form, _ *desk.State, p *breachPaper) string {
		field, a, on := answered(f)
		f.fault("answer", p.Document.Exemptions.Set(field, a))
		return on
	},
	"edit":   func(v *visit, f *form, s *desk.State, p *breachPaper) string { v.breachFacts(f, s, p); return "" },
	"notify": func(v *visit, f *form, _ *desk.State, p *breachPaper) string { return v.notified(f, &p.Document) },
	"tell":   func(v *visit, f *form, s *desk.State, p *breachPaper) string { return v.told(f, s, &p.Document) },
	"close": func(v *visit, f *form, _ *desk.State, p *breachPaper) string {
		p.Document = p.Document.Close(v.desk.Now())
		return ""
	},
}

// breachFacts reads what the form says of the breach beside the facts.
func (v *visit) breachFacts(f *form, s *desk.State, p *breachPaper) {
	e, now := &p.Document, v.desk.Now()
	p.Office, p.Person = f.need("office"), v.person(f, s)
	e.Office, e.Description = p.Office, f.need("description")
	e.Awareness.Aware, e.Awareness.Occurred, e.Awareness.Processor = f.needInstant("aware", now), f.instant("occurred"), f.instant("processor")
	e.Devices, e.Data, e.Recipients = f.lines("devices"), f.lines("data"), f.lines("recipients")
	e.Subjects = breach.Group{Categories: f.lines("subjects"), Number: int(f.number("number")), Approximate: f.checked("approximate")}
	e.MeasuresBefore, e.MeasuresAfter, e.Effects = f.text("measures_before"), f.text("measures_after"), f.text("effects")
	e.Level, e.Reasons, e.NotTold = word[breach.Level](f, "level"), f.text("reasons"), f.text("not_told")
	q := &e.Procedure
	q.Learned, q.Reported, q.Report = f.instant("learned"), f.instant("reported"), f.text("report")
	q.Decided, q.By, q.Notify, q.Reasons = f.instant("decided"), f.text("by"), f.answer("notify"), f.text("notify_reasons")
	if !f.failed() {
		_, err := e.Awareness.Window()
		f.fault(faultField(err), err)
	}
}

// draft is the notification that can be written now, with what the form says.
func draftNotification(f *form, e breach.Entry) breach.Notification {
	phase := word[breach.Phase](f, "phase")
	if !phase.Valid() {
		phase = breach.Preliminary
		if len(e.Notifications) > 0 {
			phase = breach.Supplement
		}
	}
	n := e.Draft(phase)
	for name, to := range map[string]*string{
		"nature": &n.Nature, "consequences": &n.Consequences, "measures": &n.Measures, "delay": &n.Delay, "reference": &n.Reference,
		"contact": &n.Contact.Name, "contact_role": &n.Contact.Role, "contact_email": &n.Contact.Email, "contact_phone": &n.Contact.Phone, "withdrawn": &n.Withdrawn,
	} {
		if text := f.text(name); text != "" {
			*to = text
		}
	}
	return n
}

// notified records a notification as sent.
func (v *visit) notified(f *form, e *breach.Entry) string {
	n := draftNotification(f, *e)
	n.Sent = f.needInstant("sent", v.desk.Now())
	n.Channel = breach.ChannelOn(v.today())
	e.Notifications = append(e.Notifications, n)
	return ""
}

// told records a communication to the persons.
func (v *visit) told(f *form, s *desk.State, e *breach.Entry) string {
	f.need("manner")
	e.Communications = append(e.Communications, breach.Communication{
		From: s.Body.Name, Manner: word[breach.Manner](f, "manner"), Sent: f.needInstant("told_at", v.desk.Now()), Means: f.need("means"),
		Informed: int(f.number("informed")), Nature: f.text("told_nature"), Consequences: f.text("told_consequences"), Measures: f.text("told_measures"), Advice: f.text("advice"),
		Contact: breach.Contact{Name: f.text("told_contact"), Email: f.text("told_email")}, Plain: f.answer("plain"), Dedicated: f.answer("dedicated"),
	})
	return ""
}

// breachSheet shows the technical sheet.
func (v *visit) breachSheet() error {
	s, p, err := v.readBreach()
	if err != nil {
		return err
	}
	sheet, ok := (breach.Register{Controller: s.Body.Name, Entries: []breach.Entry{p.Document}}).SheetUnder(s.Body.Policy.Breach, p.Document.Number, v.Tag)
	if !ok {
		return store.ErrNone
	}
	return v.paperPage(v.say("Scheda tecnica della violazione", "Technical sheet of the breach"), sheet, linkTo(store.Breach, p.ID), p.Name, nil)
}

// notification shows the notification that can be written now, or one that was
// sent, and what it lacks.
func (v *visit) notification() error {
	_, p, err := v.readBreach()
	if err != nil {
		return err
	}
	f := &form{values: v.r.URL.Query(), problems: map[string]string{}, tag: v.Tag}
	n := draftNotification(f, p.Document)
	if i := f.number("n"); i > 0 && int(i) <= len(p.Document.Notifications) {
		n = p.Document.Notifications[i-1]
	}
	window, _ := p.Document.Awareness.Window()
	return v.paperPage(v.say("Notifica al Garante", "Notification to the Garante"), n.Markdown(v.Tag), linkTo(store.Breach, p.ID), p.Name,
		append(n.Check(window), n.CheckForm()...).ByWeight())
}

// paperPage shows a paper of the library, or, by ?download, gives its text.
func (v *visit) paperPage(title, text, back, name string, found gdpr.Findings) error {
	if v.r.URL.Query().Get("download") != "" {
		return v.file("text/markdown; charset=utf-8", "documento.md", func(w http.ResponseWriter) error {
			_, err := w.Write([]byte(text))
			return err
		})
	}
	q := v.r.URL.Query()
	q.Set("download", "1")
	return v.show(http.StatusOK, "paper", title, map[string]any{"Text": text, "Back": back, "Name": name, "Findings": found, "Download": v.r.URL.Path + "?" + q.Encode()})
}

// file answers with a file to keep.
func (v *visit) file(kind, name string, write func(http.ResponseWriter) error) error {
	v.w.Header().Set("Content-Type", kind)
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	if err := write(v.w); err != nil {
		v.options.Log.Error("file", "name", name, "error", err)
	}
	return nil
}

// exportBreaches gives the whole register of breaches, for the Garante.
func (v *visit) exportBreaches() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	data, err := s.BreachRegister().Export()
	if err != nil {
		return err
	}
	return v.file("application/json", "registro-violazioni.json", func(w http.ResponseWriter) error {
		_, err := w.Write(data)
		return err
	})
}

// SafeLeft is how long is left of the window, on the safe reading.
func (b breachView) SafeLeft(now time.Time) time.Duration { return b.Window.SafeLeft(now) }
