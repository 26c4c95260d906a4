package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/examples/comune"
)

// assessments adds the reviews of the impact assessments and the terms of the
// prior consultations, and what each assessment lacks.
func (b *Book) assessments(c comune.Comune) error {
	found, err := c.Policy.DPIA.Check()
	if err != nil {
		return gdpr.At("policy.dpia", err)
	}
	b.Findings = append(b.Findings, found.Below("policy.dpia")...)
	for i, a := range c.Assessments {
		ref := fmt.Sprintf("assessments[%d]", i)
		s, err := dpia.Screen(a.Facts, c.Policy.DPIA)
		if err != nil {
			return gdpr.At(ref+".facts", err)
		}
		name := say(b.Tag, "valutazione d'impatto", "impact assessment")
		if a.Assessment == nil {
			b.Rows = append(b.Rows, Row{Key: ref, Ref: ref, What: name, State: s.Outcome.Label(b.Tag), Due: b.On, Safe: b.On,
				Notes: []string{say(b.Tag, "prima di cominciare il trattamento", "before the processing begins")}, Law: "GDPR 35(1)"})
			continue
		}
		name = a.Assessment.Processing + " · " + name
		b.Findings = append(b.Findings, a.Assessment.Check().Below(ref+".assessment")...)
		if a.Assessment.Approval.On != 0 {
			if err := b.review(ref+".assessment", name, *a.Assessment, c.Policy.DPIA); err != nil {
				return err
			}
		}
		if a.Consultation != nil {
			if err := b.consultation(ref+".consultation", a.Assessment.Processing, *a.Consultation); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *Book) review(ref, name string, a dpia.Assessment, p dpia.Policy) error {
	r, err := a.ReviewOn(b.On, p)
	if err != nil {
		return gdpr.At(ref, err)
	}
	state := map[gdpr.Answer]string{
		gdpr.Yes:     say(b.Tag, "da rivedere", "review due"),
		gdpr.No:      say(b.Tag, "valida", "valid"),
		gdpr.Unknown: say(b.Tag, "da chiarire", "to clarify"),
	}[r.Needed]
	law := r.Provision
	if law == "" { // the controller's own interval: guidelines alone ask to look at it again regularly
		law = "WP248"
	}
	b.Rows = append(b.Rows, Row{Key: ref, Ref: ref, What: name + say(b.Tag, ": riesame", ": review"), State: state,
		Due: r.By, Safe: r.By, Left: int(r.By - b.On), Late: r.By < b.On, Law: law})
	return nil
}

func (b *Book) consultation(ref, name string, c dpia.Consultation) error {
	t, err := c.On(b.On, b.cal)
	if err != nil {
		return gdpr.At(ref, err)
	}
	if t.Advice.IsZero() {
		return nil
	}
	b.add(ref, name+say(b.Tag, " · consultazione preventiva: parere del Garante", " · prior consultation: the Garante's opinion"), t.State.Label(b.Tag), t.Advice)
	last := &b.Rows[len(b.Rows)-1]
	if t.Start != 0 && t.Regime == gdpr.Template {
		last.Notes = append(last.Notes, fmt.Sprintf(say(b.Tag, "per il regolamento si può procedere dal %s (a essere prudenti dal %s); il silenzio non è un'autorizzazione",
			"by the regulation the processing may begin on %s (to be cautious on %s); silence is no authorisation"), day(t.Start), day(t.Cautious)))
	}
	return nil
}
