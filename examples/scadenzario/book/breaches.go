package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/examples/comune"
)

// breaches adds the windows of the breaches that wait for a notification, with
// the hours left, what CSIRT Italia is told, and what the register of breaches
// lacks.
func (b *Book) breaches(c comune.Comune) error {
	if c.Breaches == nil {
		return nil
	}
	for i, e := range c.Breaches.Entries {
		if _, err := e.Awareness.Window(); err != nil {
			return gdpr.At(fmt.Sprintf("breaches.entries[%d].awareness", i), err)
		}
	}
	b.Findings = append(b.Findings, c.Breaches.CheckUnder(c.Policy.Breach, b.now).Below("breaches")...)
	for e, w := range c.Breaches.Awaiting() {
		state := say(b.Tag, "da notificare", "to notify")
		if e.Level == breach.Undetermined && e.Facts.Assess().Notify() == gdpr.Unknown {
			state = say(b.Tag, "da valutare", "to assess")
		}
		b.addHours(Row{
			Key:  fmt.Sprintf("breach/%d", e.Number),
			Ref:  fmt.Sprintf("breaches.entries number %d", e.Number),
			What: fmt.Sprintf(say(b.Tag, "violazione n. %d · notifica all'autorità di controllo", "breach no. %d · notification to the authority"), e.Number), State: state,
			Late: w.Late(b.now),
			Notes: []string{
				fmt.Sprintf(say(b.Tag, "%s dalle %s", "%s from %s"), w.Term.Label(b.Tag), clock(w.Event.In(b.now.Location()))),
				say(b.Tag, "è il limite ultimo: si notifica senza ingiustificato ritardo", "the outer limit: notify without undue delay"),
			},
		}, w.HourDeadline)
	}
	for i, e := range c.Breaches.Entries {
		if err := b.cyber(i, e, c.Policy.Breach); err != nil {
			return err
		}
	}
	return nil
}

// cyber adds what an incident still owes CSIRT Italia.
func (b *Book) cyber(i int, e breach.Entry, p breach.Policy) error {
	if e.Cyber == (breach.Cyber{}) || !e.Closed.IsZero() {
		return nil
	}
	y := e.Cyber
	if y.Known.IsZero() {
		y.Known = e.Awareness.Aware
	}
	terms, err := y.Terms(b.cal)
	if err != nil {
		return gdpr.At(fmt.Sprintf("breaches.entries[%d].cyber", i), err)
	}
	for _, t := range terms {
		law := t.Hours.Provision
		if law == "" {
			law = t.Day.Provision
		}
		if t.Sent || !p.Regime.Binds(law) {
			continue
		}
		ref := fmt.Sprintf("breaches.entries[%d].cyber", i)
		what := fmt.Sprintf(say(b.Tag, "violazione n. %d · %s a CSIRT Italia", "breach no. %d · %s to CSIRT Italia"), e.Number, t.Step.Label(b.Tag))
		state := say(b.Tag, "da trasmettere", "to send")
		if t.Hours.Due.IsZero() {
			b.add(ref, what, state, t.Day)
			continue
		}
		b.addHours(Row{Key: fmt.Sprintf("%s/%s/%s", ref, t.Step, law), Ref: ref, What: what, State: state, Late: b.now.After(t.Hours.Due)}, t.Hours)
	}
	return nil
}
