package transparency

import (
	_ "embed"
	"iter"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/register"
)

// Duty is one duty of publication.
//
// Law: D.Lgs. 33/2013 8(1); D.Lgs. 33/2013 8(3); D.Lgs. 33/2013 13(1); D.Lgs. 33/2013 14(1); D.Lgs. 33/2013 15(1); Regolamento 13(1); Regolamento 13(2).
type Duty struct {
	ID        string         `json:"id"`
	What      gdpr.Text      `json:"what"`
	Who       gdpr.Text      `json:"who,omitzero"`      // whose data they are
	Personal  gdpr.Text      `json:"personal,omitzero"` // which personal data it brings
	By        By             `json:"by,omitzero"`
	Within    gdpr.Term      `json:"within,omitzero"` // where By is Within: from the event
	Frequency Frequency      `json:"frequency,omitzero"`
	Stays     Stay           `json:"stays,omitzero"`
	State     State          `json:"state"`
	Limits    gdpr.Text      `json:"limits,omitzero"`   // what isn't published
	Section   string         `json:"section,omitempty"` // of Amministrazione trasparente
	Provision gdpr.Provision `json:"provision"`
	Source    string         `json:"source"` // where it was read
	Certainty Certainty      `json:"certainty"`
	Note      gdpr.Text      `json:"note,omitzero"`
}

// By is by when something is first published. The zero value is not given.
//
// Law: D.Lgs. 33/2013 8(1); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); D.Lgs. 33/2013 26(3).
type By uint8

// The times.
//
//words:label transparency.by
const (
	Promptly By = iota + 1 // promptly: at once: the law gives no number of days
	Within                 // within: so long after the event
	Before                 // before: before the act has effects, or the sum is paid
	Never                  // never: it may not be published
	Other                  // other: on a day of its own, in the row's note
)

// Frequency is how often something is renewed. The zero value is not given.
//
// Law: D.Lgs. 33/2013 16(3); D.Lgs. 33/2013 17(1); D.Lgs. 33/2013 17(2); D.Lgs. 33/2013 23(1).
type Frequency uint8

// The frequencies.
//
//words:label transparency.frequency
const (
	OnChange   Frequency = iota + 1 // on_change: as soon as it changes
	Yearly                          // yearly
	HalfYearly                      // half_yearly
	Quarterly                       // quarterly
	Monthly                         // monthly: at least every thirty days
	Once                            // once
)

// Stay is how long something stays. The zero value is not given.
//
// Law: D.Lgs. 33/2013 8(3); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4).
type Stay uint8

// The lengths.
//
//words:label transparency.stay
const (
	FiveYears  Stay = iota + 1 // five_years: from 1 January of the next year, and while the act has effects
	Office                     // office: three years after the end of a political office
	Management                 // management: three years after the end of a manager's assignment
	Engagement                 // engagement: three years after the end of a consultant's
	Mandate                    // mandate: until its end
)

// State is whether a duty is owed. The zero value is not given.
//
// Law: D.Lgs. 33/2013 14(1-bis); D.Lgs. 33/2013 14(1-quinquies); D.Lgs. 33/2013 15(1); D.Lgs. 33/2013 28(1).
type State uint8

// The states.
//
//words:label transparency.state
const (
	Owed      State = iota + 1 // owed
	Suspended                  // suspended: owed by the text, and suspended by a source that isn't the law: what is missing is a warning
	ByLink                     // by_link: a link to a national database is enough; from which day wasn't read in the law itself
	NotOwed                    // not_owed: by other bodies alone
)

// Certainty is how far the source was read. The zero value is not given.
//
// Law: D.Lgs. 33/2013 8(1).
type Certainty uint8

// The certainties.
//
//words:label transparency.certainty
const (
	Text              Certainty = iota + 1 // text: the text of the law was read
	Text2013                               // text_2013: the decree was read as of 2013
	Text2013AndManual                      // text_2013_and_manual: that, and the manual for today's law
	Manual                                 // manual: a public manual for local bodies of 2026
	Excerpt                                // excerpt: an excerpt of the text in force in September 2026
	Practice                               // practice: the published rules of a Comune
	Pages                                  // pages: the pages of two Comuni or more, which agree
)

//go:embed duties.tsv
var dutyTable string

// Duties yields the duties, in the order of the decree.
//
// Law: D.Lgs. 33/2013 8(1); D.Lgs. 33/2013 13(1); D.Lgs. 33/2013 14(1); D.Lgs. 33/2013 15(1); D.Lgs. 33/2013 16(1); D.Lgs. 33/2013 17(1); D.Lgs. 33/2013 23(1); D.Lgs. 33/2013 26(2); D.Lgs. 33/2013 27(1); D.Lgs. 33/2013 33(1).
func Duties() iter.Seq[Duty] {
	return func(yield func(Duty) bool) {
		_, body, _ := strings.Cut(dutyTable, "\n")
		for line := range strings.Lines(body) {
			if !yield(duty(strings.Split(strings.TrimRight(line, "\n"), "\t"))) {
				return
			}
		}
	}
}

// duty returns the duty of the fields of a line, which a test holds to be right.
func duty(f []string) Duty {
	d := Duty{ID: f[0], What: named(what(f[0])), Who: gdpr.Text{IT: f[1], EN: f[2]}, Personal: gdpr.Text{IT: f[3], EN: f[4]},
		Limits: gdpr.Text{IT: f[10], EN: f[11]}, Section: f[12], Provision: gdpr.Provision(f[13]), Source: f[14], Note: gdpr.Text{IT: f[16], EN: f[17]}}
	_ = d.By.UnmarshalText([]byte(f[5]))
	_ = d.Frequency.UnmarshalText([]byte(f[7]))
	_ = d.Stays.UnmarshalText([]byte(f[8]))
	_ = d.State.UnmarshalText([]byte(f[9]))
	_ = d.Certainty.UnmarshalText([]byte(f[15]))
	if n, err := strconv.Atoi(f[6]); err == nil {
		d.Within = gdpr.Term{N: n, Unit: gdpr.Months, Counting: gdpr.Italian}
	}
	return d
}

// what is the key of the sentence that names a duty.
func what(id string) string { return "transparency.what." + id }

func named(key string) gdpr.Text {
	return gdpr.Text{IT: catalog.Text(language.Italian, key), EN: catalog.Text(language.English, key)}
}

// Find returns the duty with the id, and whether there is one.
//
// Law: D.Lgs. 33/2013 8(1).
func Find(id string) (Duty, bool) {
	for d := range Duties() {
		if d.ID == id {
			return d, true
		}
	}
	return Duty{}, false
}

// Deadline returns by when the duty is met whose event was on a day: the day itself
// where the law says promptly, or before. It is zero for a duty that is
// not owed, and for one that has a day of its own (see its Note) or a frequency alone.
//
// The errors are those of [gdpr.Term.After].
//
// Law: D.Lgs. 33/2013 8(1); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); c.c. 2963.
func (d Duty) Deadline(event date.Date, cal gdpr.Calendar) (gdpr.Deadline, error) {
	switch {
	case d.State == NotOwed || !d.State.Valid():
		return gdpr.Deadline{}, nil
	case d.By == Within:
		due, err := d.Within.After(event, cal)
		if err != nil {
			return gdpr.Deadline{}, err
		}
		return due.By(d.Provision), nil
	case d.By == Promptly || d.By == Before:
		return gdpr.Deadline{Event: event, Nominal: event, Due: event, Safe: event, Provision: d.Provision}, nil
	}
	return gdpr.Deadline{}, nil
}

// Renewal returns by when what was last renewed on a day is renewed again; zero for
// what is renewed on change or never. The errors are those of [gdpr.Term.After].
//
// Law: D.Lgs. 33/2013 16(3); D.Lgs. 33/2013 17(1); D.Lgs. 33/2013 17(2); D.Lgs. 33/2013 23(1); c.c. 2963.
func (d Duty) Renewal(last date.Date, cal gdpr.Calendar) (gdpr.Deadline, error) {
	t := gdpr.Term{Unit: gdpr.Months, Counting: gdpr.Italian}
	switch d.Frequency {
	case Yearly:
		t.N = 12
	case HalfYearly:
		t.N = 6
	case Quarterly:
		t.N = 3
	case Monthly:
		t = gdpr.Term{N: 30, Unit: gdpr.Days, Counting: gdpr.Italian}
	default:
		return gdpr.Deadline{}, nil
	}
	due, err := t.After(last, cal)
	if err != nil {
		return gdpr.Deadline{}, err
	}
	return due.By(d.Provision), nil
}

// Publication returns what [register.Publication.Period] needs to tell how long
// something stays: the content that the duty is of, with the entry's days.
//
// Law: D.Lgs. 33/2013 8(3); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); Regolamento 13(7); Regolamento 13(8).
func (d Duty) Publication(e Entry) register.Publication {
	content := register.Transparency
	switch d.Stays {
	case Mandate:
		content = register.Assets
	case Engagement:
		content = register.Consultant
	case Management:
		content = register.Manager
	case Office:
		content = register.Political
	}
	return register.Publication{ID: d.ID, Content: content, Posted: e.Published, Duty: e.Event, Effective: e.Effective, MandateEnd: e.Ended}
}
