package transparency

import (
	_ "embed"
	"iter"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// Posting is a kind of act that goes on the notice board, or that is taken for one
// that does.
//
// Law: D.Lgs. 267/2000 124(1); D.Lgs. 267/2000 124(2); L. 69/2009 32(1).
type Posting struct {
	ID        string         `json:"id"`
	Kind      gdpr.Text      `json:"kind"`
	Type      string         `json:"type,omitempty"` // of the national taxonomy of acts
	Days      int            `json:"days,omitempty"` // calendar days, of which the first counts; 0: none is set, see By and Note
	By        Setting        `json:"by"`
	Provision gdpr.Provision `json:"provision,omitempty"`
	Caution   gdpr.Text      `json:"caution,omitzero"` // on personal data
	Source    string         `json:"source"`
	Certainty Certainty      `json:"certainty"`
	Note      gdpr.Text      `json:"note,omitzero"`
}

// Setting is what sets the days on the board. The zero value is not given.
//
// Law: D.Lgs. 267/2000 124(1); Garante 243/2014.
type Setting uint8

// The settings.
//
//words:label transparency.setting
const (
	ByLaw          Setting = iota + 1 // law
	LawWithoutDays                    // law_without_days: a law wants it posted and gives no days
	OwnRules                          // own_rules: the body's own rules; the days are another body's
	NotPosted                         // not_posted: it isn't posted at all
	AskersLaw                         // law_of_the_asker: that of the body which asks for it
	FairTime                          // fair_time: no longer than needed, case by case
	OfAll                             // rule: no kind of act, but what holds of all that is posted
	Superseded                        // superseded: it was posted under older law
)

//go:embed albo.tsv
var boardTable string

// Postings yields the kinds of act.
//
// Law: D.Lgs. 267/2000 124(1); D.Lgs. 267/2000 124(2); D.P.R. 396/2000 55; D.P.R. 396/2000 90; D.Lgs. 42/2004 139(1); D.Lgs. 42/2004 140(4); c.c. 100; c.c. 928; D.Lgs. 285/1992 213(5).
func Postings() iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		_, body, _ := strings.Cut(boardTable, "\n")
		for line := range strings.Lines(body) {
			f := strings.Split(strings.TrimRight(line, "\n"), "\t")
			p := Posting{ID: f[0], Kind: gdpr.Text{IT: f[1], EN: f[2]}, Type: f[3], Provision: gdpr.Provision(f[6]), Caution: gdpr.Text{IT: f[7], EN: f[8]}, Source: f[9], Note: gdpr.Text{IT: f[11], EN: f[12]}}
			p.Days, _ = strconv.Atoi(f[4])
			_ = p.By.UnmarshalText([]byte(f[5]))
			_ = p.Certainty.UnmarshalText([]byte(f[10]))
			if !yield(p) {
				return
			}
		}
	}
}

// FindPosting returns the kind of act with the id, and whether there is one.
//
// Law: D.Lgs. 267/2000 124(1).
func FindPosting(id string) (Posting, bool) {
	for p := range Postings() {
		if p.ID == id {
			return p, true
		}
	}
	return Posting{}, false
}

// Period returns how long an act of the kind stays on the board that was posted on
// a day: the first day counts, and Safe is a day later for whoever counts from the
// next. Without days it is open, since somebody must say how long is fair.
//
// Law: D.Lgs. 267/2000 124(1); D.P.R. 396/2000 55; D.P.R. 396/2000 90; Garante 243/2014.
func (p Posting) Period(posted date.Date) register.Period {
	if p.Days == 0 {
		return register.Period{First: posted, Open: gdpr.Unknown, Provision: p.Provision}
	}
	last := posted + date.Date(p.Days) - 1
	return register.Period{First: posted, Last: last, Safe: last + 1, Open: gdpr.No, Provision: p.Provision}
}
