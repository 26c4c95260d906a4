package web

import (
	"iter"
	"net/http"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

type impactPaper = store.Paper[comune.Impact]

// impactView is an assessment as the pages show it.
type impactView struct {
	impactPaper
	Screening dpia.Screening
	Problem   error // facts that contradict each other
	Who       string
}

func (v *visit) impactView(s *desk.State, p impactPaper) impactView {
	view := impactView{impactPaper: p, Who: s.PersonName(p.Person)}
	view.Screening, view.Problem = dpia.Screen(p.Document.Facts, s.Body.Policy.DPIA)
	return view
}

// assessments lists the processings that were asked about.
func (v *visit) assessments() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	var all []impactView
	for _, p := range s.Assessments {
		all = append(all, v.impactView(s, p))
	}
	return v.show(http.StatusOK, "assessments", v.say("Valutazioni d'impatto", "Impact assessments"), map[string]any{"All": all, "Offices": s.Offices(), "People": assignable(s)})
}

func (v *visit) addAssessment() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	f := v.read()
	p := impactPaper{Kind: store.Assessment, Name: f.need("name"), Office: f.text("office"), Person: v.person(f, s)}
	if f.failed() {
		return v.assessments()
	}
	id, err := store.Add(v.ctx(), v.desk.Store, p, v.by("assessment"))
	if err != nil {
		return err
	}
	return v.to(linkTo(store.Assessment, id) + "#domande")
}

func (v *visit) readAssessment() (*desk.State, impactPaper, error) {
	id, err := v.id()
	if err != nil {
		return nil, impactPaper{}, err
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return nil, impactPaper{}, err
	}
	p, err := store.Read[comune.Impact](v.ctx(), v.desk.Store, store.Assessment, id)
	return s, p, err
}

func (v *visit) assessment() error { return v.assessmentPage(http.StatusOK) }

// missingOfImpact are the questions that a screening still needs.
func missingOfImpact(p dpia.Policy) func(dpia.Facts) iter.Seq[gdpr.Question] {
	return func(f dpia.Facts) iter.Seq[gdpr.Question] {
		s, err := dpia.Screen(f, p)
		if err != nil {
			return nil
		}
		return s.Missing()
	}
}

func (v *visit) assessmentPage(status int) error {
	s, p, err := v.readAssessment()
	if err != nil {
		return err
	}
	view := v.impactView(s, p)
	asked := ask(p.Document.Facts, missingOfImpact(s.Body.Policy.DPIA), v.skipped())
	asked.Action, asked.Version = linkTo(store.Assessment, p.ID)+"/fact", p.Version
	data := map[string]any{"P": view, "Ask": asked, "Reasons": gather(view.Screening.Reasons(), s.Body.Regime), "Offices": s.Offices(), "People": assignable(s), "Person": p.Person}
	a := dpia.Assessment{}
	if p.Document.Assessment != nil {
		a = *p.Document.Assessment
		data["Findings"], data["Consultation"] = a.Check().Under(s.Body.Regime).ByWeight(), a.Consultation()
		if a.Approval.On != 0 {
			if review, err := a.ReviewOn(v.today(), s.Body.Policy.DPIA); err == nil {
				data["Review"] = review
			}
		}
	}
	data["A"] = a
	events, err := v.desk.Store.History(v.ctx(), store.Assessment, p.ID, 0, 200)
	if err != nil {
		return err
	}
	data["Events"] = events
	return v.show(status, "assessment", p.Name, data)
}

// changeAssessment records an answer, or the texts of the assessment.
func (v *visit) changeAssessment() error {
	s, p, err := v.readAssessment()
	if err != nil {
		return err
	}
	f := v.read()
	if f.stale(p.Version) {
		return store.ErrConflict
	}
	on := ""
	action := v.r.PathValue("action")
	switch action {
	case "fact":
		field, a, next := answered(f)
		f.fault("answer", p.Document.Facts.Set(field, a))
		_, err := dpia.Screen(p.Document.Facts, s.Body.Policy.DPIA)
		f.fault("answer", err)
		on = next
	case "assign":
		p.Office, p.Person = f.text("office"), v.person(f, s)
	case "edit":
		v.assessmentTexts(f, s, &p)
	default:
		return store.ErrNone
	}
	if f.failed() {
		return v.assessmentPage(http.StatusUnprocessableEntity)
	}
	if err := store.Change(v.ctx(), v.desk.Store, p, v.by(action)); err != nil {
		return err
	}
	return v.to(linkTo(store.Assessment, p.ID) + on)
}

// assessmentTexts reads what the assessment says, and its approval.
func (v *visit) assessmentTexts(f *form, s *desk.State, p *impactPaper) {
	a := dpia.Assessment{}
	if p.Document.Assessment != nil {
		a = *p.Document.Assessment
	}
	a.Controller, a.Processing, a.Regime = s.Body.Name, p.Name, s.Body.Regime
	for name, to := range map[string]*string{
		"author": &a.Author, "operations": &a.Operations, "purposes": &a.Purposes, "necessity": &a.Necessity, "proportionality": &a.Proportionality,
		"demonstration": &a.Demonstration, "codes": &a.Codes, "approved_by": &a.Approval.By, "proof": &a.Approval.Proof,
	} {
		*to = f.text(name)
	}
	a.ResidualHigh, a.Approval.On, a.Begins = f.answer("residual_high"), f.date("approved"), f.date("begins")
	p.Document.Assessment = &a
}

// screeningSheet shows the record of the screening, and assessmentText the assessment.
func (v *visit) screeningSheet() error {
	s, p, err := v.readAssessment()
	if err != nil {
		return err
	}
	view := v.impactView(s, p)
	sheet := dpia.Sheet{Controller: s.Body.Name, Processing: p.Name, Author: view.Who, Date: v.today(), Screening: view.Screening, Policy: s.Body.Policy.DPIA}
	return v.paperPage(v.say("Scheda della verifica preliminare", "Sheet of the screening"), sheet.Markdown(v.Tag), linkTo(store.Assessment, p.ID), p.Name, nil)
}

func (v *visit) assessmentText() error {
	_, p, err := v.readAssessment()
	if err != nil {
		return err
	}
	if p.Document.Assessment == nil {
		return store.ErrNone
	}
	return v.paperPage(v.say("Valutazione d'impatto", "Impact assessment"), p.Document.Assessment.Markdown(v.Tag), linkTo(store.Assessment, p.ID), p.Name, nil)
}
