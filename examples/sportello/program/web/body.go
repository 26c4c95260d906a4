package web

import (
	"net/http"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register"
)

// body shows what the desk knows of the body.
func (v *visit) body() error { return v.bodyPage(http.StatusOK) }

func (v *visit) bodyPage(status int) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	data := map[string]any{"B": s.Body, "Offices": s.Offices(), "Version": s.Last}
	if r := s.Body.Comune.Register; r != nil {
		data["Officer"] = r.Officer
	}
	return v.show(status, "body", v.say("Dati dell'ente", "The body"), data)
}

// changeBody records the regime, the calendar, the offices, and what stands on the
// letters.
func (v *visit) changeBody() error {
	f := v.read()
	b, err := v.desk.ReadBody(v.ctx())
	if err != nil {
		return err
	}
	b.Name = f.need("name")
	regime := word[gdpr.Regime](f, "regime")
	b.Regime = regime
	b.Policy.Rights.Regime, b.Policy.DPIA.Regime, b.Policy.Register.Regime, b.Policy.Breach.Regime = regime, regime, regime, regime
	b.Policy.Register.DPIA.Regime = regime
	b.Comune.Calendar = f.text("calendar")
	if _, err := (comune.Comune{Calendar: b.Comune.Calendar}).WorkingDays(); err != nil {
		f.fault("calendar", err)
	}
	b.Sender.Body, b.Sender.Address, b.Sender.Officer = b.Name, f.text("address"), f.text("officer_contact")
	b.Sender.Place, b.Sender.Signed = f.text("place"), f.text("signed")
	if b.Comune.Register == nil {
		b.Comune.Register = &register.Register{}
	}
	r := *b.Comune.Register
	r.Controller.Name, r.Controller.Address = b.Name, b.Sender.Address
	r.Officer.Name, r.Officer.Email = f.text("officer"), f.text("officer_contact")
	r.Offices = nil
	for _, line := range f.lines("offices") {
		name, manager, _ := strings.Cut(line, ";")
		r.Offices = append(r.Offices, register.Office{Name: strings.TrimSpace(name), Manager: strings.TrimSpace(manager)})
	}
	b.Comune.Register = &r
	if f.failed() {
		return v.bodyPage(http.StatusUnprocessableEntity)
	}
	if last, err := v.desk.Store.History(v.ctx(), store.Body, 0, 0, 1); err != nil {
		return err
	} else if len(last) == 1 && last[0].ID > f.number("version") {
		return store.ErrConflict
	}
	if err := v.desk.WriteBody(v.ctx(), b, v.by("body")); err != nil {
		return err
	}
	return v.done("/body", "I dati dell'ente sono registrati.", "The data of the body are recorded.")
}
