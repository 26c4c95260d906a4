package pdnd

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Model is one version of the questionnaire for one family of bodies: PA 3.1,
// Private 2.0. It is a small comparable value; the zero value is none, and has no
// questions.
//
// Law: GDPR 5(2).
type Model struct{ n uint8 }

// model is the row of a Model.
type model struct {
	family    Kind
	version   string
	since     date.Date // first day on which it was known to be the newest
	expires   date.Date // last day; zero is none
	flag      bool      // is the e-service's flag on personal data held against the answers?
	questions []question
	places    *[identifiers + 1]uint8 // of each identifier among questions, from 1
}

// models is the dated table of the forms, oldest first in each family. since is
// the day after the earlier form's expiry where no better day is known; 3.1 was
// published on 24 October 2025, beside 3.0, which lived until February.
var models = [...]model{
	{},
	{PA, "1.0", 0, date.New(2022, time.October, 5), false, questionsPA10[:], &placesPA10},
	{PA, "2.0", date.New(2022, time.October, 6), date.New(2023, time.July, 26), false, questionsPA20[:], &placesPA20},
	{PA, "3.0", date.New(2023, time.July, 27), date.New(2026, time.February, 15), false, questionsPA30[:], &placesPA30},
	{PA, "3.1", date.New(2025, time.October, 24), 0, true, questionsPA31[:], &placesPA31},
	{Private, "1.0", 0, date.New(2023, time.July, 26), false, questionsPRIVATE10[:], &placesPRIVATE10},
	{Private, "2.0", date.New(2023, time.July, 27), 0, true, questionsPRIVATE20[:], &placesPRIVATE20},
}

// Models yields all forms, family by family, the oldest first.
//
// Law: GDPR 5(2).
func Models() iter.Seq[Model] {
	return func(yield func(Model) bool) {
		for i := 1; i < len(models); i++ {
			if !yield(Model{uint8(i)}) {
				return
			}
		}
	}
}

// Find returns the form of a version for a kind of body. The version is compared
// as it is written; one that the kind's family doesn't have gives false. "2.0" is
// a dead form for a [PA] and the newest for a [GSP].
//
// Law: GDPR 5(2).
func Find(kind Kind, version string) (Model, bool) {
	family := kind.Family()
	for i := 1; i < len(models); i++ {
		if models[i].family == family && models[i].version == version {
			return Model{uint8(i)}, true
		}
	}
	return Model{}, false
}

// Newest returns the form to fill in on a day, the newest that there is on it;
// with the day 0 the newest of all. For no kind it is the zero Model.
//
// The platform keeps no first days: it accepts a form of today against any day of
// the past. The first days here are the ones that are known, see [Model.Since].
//
// Law: GDPR 5(2).
func Newest(kind Kind, on date.Date) Model {
	family := kind.Family()
	for i, m := range slices.Backward(models[:]) {
		if m.family == family && family != 0 && (on == 0 || m.since <= on) {
			return Model{uint8(i)}
		}
	}
	return Model{}
}

func (m Model) row() *model {
	if int(m.n) < len(models) {
		return &models[m.n]
	}
	return &models[0]
}

// Family returns the kind whose family of forms it belongs to: PA or Private.
//
// Law: GDPR 5(2).
func (m Model) Family() Kind { return m.row().family }

// Version returns the version as forms write it: "3.1".
//
// Law: GDPR 5(2).
func (m Model) Version() string { return m.row().version }

// String returns family and version: "PA 3.1".
func (m Model) String() string {
	if m.row().version == "" {
		return ""
	}
	return m.Family().String() + " " + m.Version()
}

// MarshalText returns family and version, and nothing for the zero value.
func (m Model) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes: "PA 3.1", and "GSP 2.0" too, whose
// family is PRIVATE. A form that doesn't exist is a [*gdpr.InputError] with
// [gdpr.FaultName].
func (m *Model) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Model{}
		return nil
	}
	word, version, _ := strings.Cut(string(text), " ")
	var kind Kind
	err := kind.UnmarshalText([]byte(word))
	found, ok := Find(kind, version)
	if err != nil || !ok {
		var all []string
		for m := range Models() {
			all = append(all, m.String())
		}
		return &gdpr.InputError{Value: string(text), Fault: gdpr.FaultName, Other: strings.Join(all, ", ")}
	}
	*m = found
	return nil
}

// Since returns the first day on which the form was known to be the newest of its
// family, 0 for the first form. It is no rule of the platform, which accepts a
// form before it.
//
// Law: GDPR 5(2).
func (m Model) Since() date.Date { return m.row().since }

// Expires returns the last day on which the platform takes the form, 0 where no
// end is set. The platform's end is 23:59:59 of that day by its server's clock,
// which is UTC; in Italy the day ends an hour or two earlier, so that the day is
// the last safe one.
//
// Law: GDPR 5(2).
func (m Model) Expires() date.Date { return m.row().expires }

// Expired reports whether the platform refuses the form on the day as out of
// date. It never does for the day 0.
//
// Law: GDPR 5(2).
func (m Model) Expired(on date.Date) bool {
	expires := m.Expires()
	return expires != 0 && on > expires
}

// ended reports whether the form's end is before the instant.
func (m *model) ended(at time.Time) bool {
	if m.expires == 0 {
		return false
	}
	y, month, d := m.expires.Date()
	return at.After(time.Date(y, month, d, 23, 59, 59, 0, time.UTC))
}

// FlagChecked reports whether the platform holds the form's answer on personal
// data against what the e-service declares.
//
// Law: GDPR 5(2).
func (m Model) FlagChecked() bool { return m.row().flag }

// Questions yields the form's questions in its order.
//
// Law: GDPR 5(2).
func (m Model) Questions() iter.Seq[Question] {
	return func(yield func(Question) bool) {
		for i := range m.row().questions {
			if !yield(Question{m.n, uint8(i + 1)}) {
				return
			}
		}
	}
}

// Question returns the question of that identifier.
//
// Law: GDPR 5(2).
func (m Model) Question(id string) (Question, bool) {
	if i := m.row().place(id); i > 0 {
		return Question{m.n, i}, true
	}
	return Question{}, false
}

// place returns where the question stands, from 1; 0 if it doesn't.
func (m *model) place(id string) uint8 {
	if m.places == nil {
		return 0
	}
	return m.places[identifier(id)]
}

// Visible yields the questions that the answers given so far open, in the form's
// order: those all of whose conditions hold. It costs no allocation.
//
// As on the platform, conditions look at the answers as they are, those to
// questions that are hidden themselves included: an answer left over from a
// change of mind keeps what hangs on it open. [Model.Settle] drops such leftovers.
//
// Law: GDPR 5(2).
func (m Model) Visible(a Answers) iter.Seq[Question] {
	return func(yield func(Question) bool) {
		for q := range m.Questions() {
			if q.Visible(a) && !yield(q) {
				return
			}
		}
	}
}

// Missing yields the questions that are open and have no answer, in the form's
// order. An open question must be answered: the forms have no optional ones.
//
// Law: GDPR 5(2).
func (m Model) Missing(a Answers) iter.Seq[Question] {
	return func(yield func(Question) bool) {
		for q := range m.Visible(a) {
			if len(a.Get(q.ID())) == 0 && !yield(q) {
				return
			}
		}
	}
}

// Sent returns what the portal sends: an answer for each open question, in the
// form's order, with an empty list where none was given. Answers to other
// questions are left out.
//
// Law: GDPR 5(2).
func (m Model) Sent(a Answers) Answers {
	out := Answers{}
	for q := range m.Visible(a) {
		values := a.Get(q.ID())
		if values == nil {
			values = []string{}
		}
		out = append(out, Answer{q.ID(), values})
	}
	return out
}

// Settle drops the answers to questions that are closed until none is left:
// dropping one may close another that hung on it, which the portal overlooks and
// the platform then refuses. Answers to questions that the form doesn't have go
// too, as do empty ones. The order stays.
//
// Law: GDPR 5(2).
func (m Model) Settle(a Answers) Answers {
	out := slices.Clone(a)
	for n := -1; n != len(out); {
		n = len(out)
		var kept Answers
		for _, one := range out {
			if q, ok := m.Question(one.Question); ok && len(one.Values) > 0 && q.Visible(out) {
				kept = append(kept, one)
			}
		}
		out = kept
	}
	return out
}

// Defaults returns the answers with which the portal fills an empty form. A
// switch starts as "false", which the platform then refuses: see
// [Platform.Validate].
//
// Law: GDPR 5(2).
func (m Model) Defaults() Answers {
	var out Answers
	for q := range m.Questions() {
		if first := q.Default(); first != "" {
			out = append(out, Answer{q.ID(), []string{first}})
		}
	}
	return out
}

func (q *question) has(value string) bool { return slices.Contains(q.values, value) }
