package main

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

// breaches adds the windows of the breaches that wait for a notification, with
// the hours left, and what the register of breaches lacks.
func (b *book) breaches(c comune.Comune) error {
	if c.Breaches == nil {
		return nil
	}
	for i, e := range c.Breaches.Entries {
		if _, err := e.Awareness.Window(); err != nil {
			return gdpr.At(fmt.Sprintf("breaches.entries[%d].awareness", i), err)
		}
	}
	b.Findings = append(b.Findings, c.Breaches.Check(b.now).Below("breaches")...)
	for e, w := range c.Breaches.Awaiting() {
		state := say(b.tag, "da notificare", "to notify")
		if e.Facts.Assess().Notify() == gdpr.Unknown {
			state = say(b.tag, "da valutare", "to assess")
		}
		b.addHours(row{
			key:  fmt.Sprintf("breach/%d", e.Number),
			Ref:  fmt.Sprintf("breaches.entries number %d", e.Number),
			What: fmt.Sprintf(say(b.tag, "violazione n. %d · notifica al Garante", "breach no. %d · notification to the Garante"), e.Number), State: state,
			Late:  w.Late(b.now),
			Notes: []string{fmt.Sprintf(say(b.tag, "%s dalle %s", "%s from %s"), w.Term.Label(b.tag), clock(w.Event.In(b.now.Location())))},
		}, w.HourDeadline)
	}
	return nil
}
