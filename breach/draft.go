package breach

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Draft returns a notification of the entry's breach with what the entry says, for
// somebody to complete: the elements, and of the form the times, the kinds of data
// and persons that follow from the facts, the safeguards, the level with its
// reasons, and how the persons are told. The controller's own data, who notifies
// and what nobody has noted stay empty, and [Notification.CheckForm] names them. It
// isn't sent, and shares nothing with the entry.
//
// A supplement or withdrawal refers to the last notification that has a reference.
//
// Law: Regolamento 38(3); GDPR 33(3); GDPR 33(4).
func (e Entry) Draft(phase Phase) Notification {
	w, _ := e.Awareness.Window()
	n := Notification{
		Phase: phase, Acts: e.Facts.Assess().Acts(),
		Nature: e.Description, Subjects: e.Subjects.clone(), Consequences: e.Effects, Measures: e.MeasuresAfter,
		Records: Group{Categories: append([]string(nil), e.Data...)},
	}
	for _, sent := range e.Notifications {
		if !blank(sent.Reference) {
			n.Reference = sent.Reference
		}
		if sent.Contact.whole() {
			n.Contact = sent.Contact
		}
		if sent.Records.Number > 0 {
			n.Records = sent.Records.clone()
		}
		n.Form = sent.Form.clone()
	}
	f := &n.Form
	f.Law, f.Aware, f.Systems, f.SafeguardsText = e.Law, w.Event, strings.Join(e.Devices, "; "), e.MeasuresBefore
	if f.Period.When == 0 && !e.Awareness.Occurred.IsZero() {
		f.Period = Period{When: OnDay, From: e.Awareness.Occurred}
	}
	if !e.Awareness.Processor.IsZero() && e.Awareness.Processor.Equal(w.Event) {
		f.Discovery.By, f.Discovery.Told = ByProcessor, date.NewAt(w.Event)
	}
	f.Level, f.LevelWhy = e.Level, e.Reasons
	if f.Content == "" {
		f.Content = strings.Join(e.Data, "; ")
	}
	f.drawFrom(e.Facts)
	f.Telling = e.report()
	return n
}

// drawFrom puts into the form what the facts say.
func (f *Form) drawFrom(facts Facts) {
	for _, kind := range [...]struct {
		is   gdpr.Answer
		data DataKinds
	}{{facts.Judicial, CriminalData}, {facts.Financial, EconomicData}, {facts.Credentials, CredentialData}, {facts.Identity, IdentifyingData}, {facts.Location, LocationData}} {
		if kind.is == gdpr.Yes {
			f.Data |= kind.data
		}
	}
	if facts.Minors == gdpr.Yes {
		f.Persons |= Children
	}
	if facts.Vulnerable == gdpr.Yes {
		f.Persons |= WeakPersons
	}
	if facts.Disclosure == gdpr.Yes || facts.Access == gdpr.Yes {
		switch facts.Excluded {
		case gdpr.Yes:
			f.Leak = NotLeaked
		case gdpr.No:
			f.Leak = LikelyLeaked
			if facts.Disclosure == gdpr.Yes {
				f.Leak = Leaked
			}
		}
		switch {
		case facts.Encrypted == gdpr.No:
			f.Legible = Intelligible
		case facts.Encrypted == gdpr.Yes && facts.KeySafe == gdpr.Yes:
			f.Legible = Unintelligible
		case facts.Encrypted == gdpr.Yes && facts.KeySafe == gdpr.No:
			f.Legible = Breakable
		}
	}
	switch {
	case facts.Destruction == gdpr.Yes:
		f.Outage = PermanentOutage
	case facts.Loss == gdpr.Yes && facts.Backup == gdpr.Yes:
		f.Outage = TemporaryOutage
	}
}

// report returns what the entry says of telling the persons.
func (e Entry) report() TellingReport {
	var r TellingReport
	for _, c := range e.Communications {
		if c.Sent.IsZero() {
			continue
		}
		r = TellingReport{State: Told, On: date.NewAt(c.Sent), Informed: c.Informed, MeansText: c.Means, Text: c.content(), Means: EachPerson}
		if c.Manner == Publicly {
			r.Means = PublicNotice
		}
		if e.Subjects.Number > 0 && c.Manner == Personally {
			r.All = gdpr.Is(c.Informed >= e.Subjects.Number)
		}
	}
	if r.State != 0 {
		return r
	}
	r.Why = e.NotTold
	switch owed := e.owed(); {
	case owed == NotNeeded && e.Level == HighRisk && e.Exemptions.Mitigated == gdpr.Yes:
		r.State, r.Exemption = ToldExempt, Prevented
	case owed == NotNeeded:
		r.State = NotHigh
		if blank(r.Why) {
			r.Why = e.Reasons
		}
	case e.ToTell != 0:
		r.State, r.Planned = ToldOn, e.ToTell
	case owed == Open:
		r.State = ToldUnsure
	default:
		r.State = ToldLater
	}
	return r
}

// content returns the text of the communication.
func (c Communication) content() string {
	var parts []string
	for _, p := range [...]string{c.Nature, c.Consequences, c.Measures, c.Advice} {
		if !blank(p) {
			parts = append(parts, strings.TrimSpace(p))
		}
	}
	return strings.Join(parts, "\n\n")
}
