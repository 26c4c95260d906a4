package web

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

// daily are the deadlines of one day.
type daily struct {
	Day  date.Date
	Left int
	Rows []desk.Row
}

// link is the address of a row's paper.
func link(l desk.Link) string { return linkTo(l.Kind, l.ID) }

// filter is which deadlines a person wants to see.
type filter struct {
	Office, Person, Days string
	within               int
}

func (v *visit) filter() filter {
	q := v.r.URL.Query()
	f := filter{Office: q.Get("office"), Person: q.Get("person"), Days: q.Get("days"), within: -1}
	switch f.Days {
	case "7":
		f.within = 7
	case "30":
		f.within = 30
	case "90":
		f.within = 90
	}
	return f
}

// takes reports whether the filter lets a row through.
func (f filter) takes(r desk.Row) bool {
	return (f.Office == "" || strings.EqualFold(r.Office, f.Office)) && (f.Person == "" || r.Person == f.Person) && (f.within < 0 || r.Left <= f.within)
}

// deadlines shows what is due: by day, office and person.
func (v *visit) deadlines() error {
	a, err := v.desk.Agenda(v.ctx(), v.Tag)
	if err != nil {
		return err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	f := v.filter()
	var all []daily
	late, soon := 0, 0
	for _, r := range a.Rows {
		if !f.takes(r) {
			continue
		}
		switch {
		case r.Late:
			late++
		case r.Left <= 7:
			soon++
		}
		if n := len(all); n == 0 || all[n-1].Day != r.Due {
			all = append(all, daily{Day: r.Due, Left: r.Left})
		}
		last := &all[len(all)-1]
		last.Rows = append(last.Rows, r)
	}
	count := map[gdpr.Severity]int{}
	for _, x := range a.Findings {
		count[x.Severity]++
	}
	var people []string
	for _, p := range s.People {
		people = append(people, p.Name)
	}
	return v.show(http.StatusOK, "deadlines", v.say("Scadenze", "Deadlines"), map[string]any{
		"Days": all, "Late": late, "Soon": soon, "Filter": f, "Offices": s.Offices(), "People": people,
		"Violations": count[gdpr.Violation], "Warnings": count[gdpr.Warning],
	})
}

// left is how much time is left of a deadline.
func left(r desk.Row, v *visit) string {
	if r.At != nil {
		return hours(r.At.Sub(v.desk.Now()), v.Tag)
	}
	return days(r.Left, v.Tag)
}

// found is a finding with the paper that it is about.
type found struct {
	gdpr.Finding
	Subject string
	Link    string
}

// findings shows what the checks found, the gravest first.
func (v *visit) findings() error {
	a, err := v.desk.Agenda(v.ctx(), v.Tag)
	if err != nil {
		return err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	weight := v.r.URL.Query().Get("weight")
	var all []found
	count := map[string]int{}
	for _, f := range a.Findings.ByWeight() {
		count[f.Severity.String()]++
		if weight != "" && f.Severity.String() != weight {
			continue
		}
		one := found{Finding: f, Subject: a.Subject(f.Where)}
		if l, ok := s.Find(f.Where); ok {
			one.Link = link(l)
			one.Subject = kindLabel(string(l.Kind), v.Tag) + " " + l.Name
		}
		all = append(all, one)
	}
	return v.show(http.StatusOK, "findings", v.say("Rilievi", "Findings"), map[string]any{"All": all, "Count": count, "Weight": weight})
}

// feed answers with the calendar of a person, by its secret address.
func (s *server) feed(w http.ResponseWriter, r *http.Request) {
	if !s.calls.allow("feed "+address(r), time.Now()) {
		http.Error(w, http.StatusText(http.StatusTooManyRequests), http.StatusTooManyRequests)
		return
	}
	token, ok := strings.CutSuffix(r.PathValue("token"), ".ics")
	who, err := s.desk.Store.PersonByFeed(r.Context(), token)
	if !ok || err != nil {
		http.NotFound(w, r)
		return
	}
	v := &visit{server: s, w: w, r: r, Who: who}
	v.Tag = v.tagOf(who)
	a, err := s.desk.Agenda(r.Context(), v.Tag)
	if err != nil {
		s.options.Log.Error("feed", "error", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	f := v.filter()
	if r.URL.Query().Get("mine") != "" {
		f.Person = who.Name
	}
	b := a.Book
	b.Rows = nil
	for _, row := range a.Rows {
		if f.takes(row) {
			b.Rows = append(b.Rows, row.Row)
		}
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `inline; filename="scadenze.ics"`)
	if err := b.WriteICS(w); err != nil {
		s.options.Log.Error("feed", "error", err)
	}
}

// newFeed makes the address of the person's calendar, and shows it once.
func (v *visit) newFeed() error {
	token, err := v.desk.Store.NewFeed(v.ctx(), v.Who.ID, v.by("feed"))
	if err != nil {
		return err
	}
	v.form = nil
	scheme := "http"
	if v.options.Secure || v.r.TLS != nil {
		scheme = "https"
	}
	return v.mePage(http.StatusOK, scheme+"://"+v.r.Host+"/feed/"+token+".ics")
}

// history shows who changed what, and when.
func (v *visit) history() error {
	before := (&form{values: v.r.URL.Query()}).number("before")
	const most = 50
	events, err := v.desk.Store.History(v.ctx(), "", 0, before, most)
	if err != nil {
		return err
	}
	data := map[string]any{"Events": events}
	if len(events) == most {
		data["Before"] = events[most-1].ID
	}
	if v.r.URL.Query().Get("verify") != "" {
		lines, err := v.desk.Store.Verify(v.ctx())
		data["Verified"], data["Broken"] = lines, err
	}
	return v.show(http.StatusOK, "history", v.say("Cronologia", "History"), data)
}

// conflict says that somebody else changed the paper in the meantime, who and
// how, and gives back what was typed.
func (v *visit) conflict() {
	data := map[string]any{"Back": v.backTo()}
	kind, id := v.paper()
	if events, err := v.desk.Store.History(v.ctx(), kind, id, 0, 1); err == nil && len(events) == 1 {
		data["Event"] = events[0]
		data["Changes"] = store.Changes(events[0].Detail)
	}
	if v.form != nil {
		var typed []option
		for name, values := range v.form.values {
			if name != "version" && len(values) > 0 && values[0] != "" {
				typed = append(typed, option{name, values[0], false})
			}
		}
		data["Typed"] = sorted(typed)
	}
	if err := v.show(http.StatusConflict, "conflict", v.say("Qualcun altro ha modificato la pratica", "Somebody else changed the paper"), data); err != nil {
		v.options.Log.Error("conflict page", "error", err)
	}
}

func sorted(all []option) []option {
	slices.SortFunc(all, func(a, b option) int { return strings.Compare(a.Value, b.Value) })
	return all
}

// paper is the kind and the number of the paper in the address.
func (v *visit) paper() (store.Kind, int64) {
	id, _ := v.id()
	for kind, folder := range folders {
		if strings.HasPrefix(v.r.URL.Path, folder) {
			return kind, id
		}
	}
	return "", id
}

// backTo is the address of the paper that a form belongs to.
func (v *visit) backTo() string { return linkTo(v.paper()) }
