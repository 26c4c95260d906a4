package main

import (
	"iter"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
	"github.com/b58db29f/gdpr/register/transparency"
	"github.com/b58db29f/gdpr/rights"
)

// deadline is the term of one request, received on one day.
type deadline struct {
	Regime    string `parquet:"regime,dict"`
	Right     string `parquet:"diritto,dict"`
	Received  *day   `parquet:"ricevuta,optional,date"`
	Safe      *day   `parquet:"entro,optional,date"`           // the day to keep
	Due       *day   `parquet:"in_ritardo_dopo,optional,date"` // lateness counts from it
	Provision string `parquet:"norma,dict"`
	Extended  *day   `parquet:"prorogata_entro,optional,date"`
}

// deadlines yields a row for each regime, right and day of the years. A
// withdrawal of consent has no term, and no row.
func deadlines(first, last int) iter.Seq2[deadline, error] {
	return func(yield func(deadline, error) bool) {
		cal := gdpr.Italy()
		for regime := range gdpr.Template.Values() {
			for right := range rights.ToAccess.Values() {
				for received := date.New(first, 1, 1); received <= date.New(last, 12, 31); received++ {
					t, err := rights.Request{Right: right, Received: received}.Timeline(rights.Policy{Regime: regime}, cal)
					reply := t.InForce()
					if err == nil && reply.Due == 0 {
						continue
					}
					row := deadline{regime.String(), right.String(), dayOf(received), dayOf(reply.Safe), dayOf(reply.Due),
						string(reply.Provision), dayOf(t.Extended.Safe)}
					if !yield(row, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

// holiday is a day off.
type holiday struct {
	Day   *day   `parquet:"giorno,optional,date"`
	Name  string `parquet:"nome"`
	Law   string `parquet:"norma,dict"`
	Moves bool   `parquet:"sposta_i_termini"`
}

func holidays(first, last int) iter.Seq2[holiday, error] {
	return func(yield func(holiday, error) bool) {
		for year := first; year <= last; year++ {
			days, err := gdpr.Italy().Holidays(year)
			if err != nil {
				yield(holiday{}, err)
				return
			}
			for h := range days {
				if !yield(holiday{dayOf(h.Date), h.Name.IT, string(h.Law), !h.Local}, nil) {
					return
				}
			}
		}
	}
}

// series is a row of the plan of conservation.
type series struct {
	ID        string `parquet:"id"`
	Class     string `parquet:"titolario"`
	Name      string `parquet:"serie"`
	Keeping   string `parquet:"conservazione,dict"`
	Period    string `parquet:"termine,dict"`
	Event     string `parquet:"evento"`
	Fate      string `parquet:"destino,dict"`
	Provision string `parquet:"norma,dict"`
	Source    string `parquet:"fonte,dict"`
	Certainty string `parquet:"certezza,dict"`
	Status    string `parquet:"stato,dict"`
}

func retentionPlan() iter.Seq2[series, error] {
	return func(yield func(series, error) bool) {
		for s := range retention.KnownPlan().Rows() {
			row := series{s.ID, s.Class, s.Name.IT, s.Keeping.Label(language.Italian), term(s.Period), s.Event.IT,
				s.Fate.Label(language.Italian), string(s.Provision), s.Source, s.Certainty.Label(language.Italian), s.Status.Label(language.Italian)}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// duty is a duty of publication.
type duty struct {
	ID        string `parquet:"id"`
	What      string `parquet:"che_cosa"`
	Who       string `parquet:"di_chi"`
	By        string `parquet:"quando,dict"`
	Within    string `parquet:"entro,dict"`
	Frequency string `parquet:"aggiornamento,dict"`
	Stays     string `parquet:"durata,dict"`
	State     string `parquet:"stato,dict"`
	Limits    string `parquet:"limiti"`
	Section   string `parquet:"sezione"`
	Provision string `parquet:"norma,dict"`
	Source    string `parquet:"fonte,dict"`
	Certainty string `parquet:"certezza,dict"`
}

func publicationDuties() iter.Seq2[duty, error] {
	return func(yield func(duty, error) bool) {
		for d := range transparency.Duties() {
			row := duty{d.ID, d.What.IT, d.Who.IT, d.By.String(), term(d.Within), d.Frequency.String(), d.Stays.String(),
				d.State.String(), d.Limits.IT, d.Section, string(d.Provision), d.Source, d.Certainty.String()}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// posting is a kind of act on the notice board.
type posting struct {
	ID        string `parquet:"id"`
	Kind      string `parquet:"atto"`
	Days      int32  `parquet:"giorni"` // 0: none is set
	By        string `parquet:"chi_lo_dice,dict"`
	Provision string `parquet:"norma,dict"`
	Caution   string `parquet:"cautele"`
	Source    string `parquet:"fonte,dict"`
	Certainty string `parquet:"certezza,dict"`
}

func postings() iter.Seq2[posting, error] {
	return func(yield func(posting, error) bool) {
		for p := range transparency.Postings() {
			row := posting{p.ID, p.Kind.IT, int32(p.Days), p.By.String(), string(p.Provision), p.Caution.IT, p.Source, p.Certainty.String()}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// term is a term in Italian, or nothing.
func term(t gdpr.Term) string {
	if t == (gdpr.Term{}) {
		return ""
	}
	return t.Label(language.Italian)
}
