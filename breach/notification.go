package breach

import (
	"iter"
	"slices"
	"strconv"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Notification is one notification of a breach to the Garante. The zero value is
// an empty draft.
//
// Law: Regolamento 37(3); Regolamento 38(3); Regolamento 38(4); GDPR 33(3); GDPR 33(4).
type Notification struct {
	Phase        Phase     `json:"phase,omitempty"`
	Sent         time.Time `json:"sent,omitzero"` // zero: still a draft
	Channel      Channel   `json:"channel,omitempty"`
	Reference    string    `json:"reference,omitempty"` // file number that the Garante gave; a supplement cites it
	Nature       string    `json:"nature,omitempty"`    // what happened
	Acts         Acts      `json:"acts"`
	Subjects     Group     `json:"subjects"`               // the persons concerned
	Records      Group     `json:"records"`                // the records concerned
	Contact      Contact   `json:"contact"`                // who can tell more
	Consequences string    `json:"consequences,omitempty"` // what is likely to follow for the persons
	Measures     string    `json:"measures,omitempty"`     // taken or proposed, against the breach and its effects
	Pending      []Pending `json:"pending,omitempty"`      // what isn't known yet, and why
	Delay        string    `json:"delay,omitempty"`        // why it comes late
}

// Group is a group of persons or of records: its categories and its number.
//
// Law: Regolamento 38(3); GDPR 33(3)(a).
type Group struct {
	Categories  []string `json:"categories,omitempty"`
	Number      int      `json:"number,omitempty"`      // 0: not known
	Approximate bool     `json:"approximate,omitempty"` // the number is an estimate
}

// Contact is where more can be learned: the data protection officer, or another
// point. A name and an e-mail address or telephone number make it whole.
//
// Law: Regolamento 38(3); GDPR 33(3)(b).
type Contact struct {
	Name  string `json:"name,omitempty"`
	Role  string `json:"role,omitempty"` // data protection officer, if he is
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}

func (c Contact) whole() bool { return !blank(c.Name) && (!blank(c.Email) || !blank(c.Phone)) }

// Pending is an element that can't be told yet.
//
// Law: Regolamento 38(4); GDPR 33(4).
type Pending struct {
	Element  Element   `json:"element"`
	Why      string    `json:"why,omitempty"`
	Expected date.Date `json:"expected,omitzero"` // the day by which it should be known
}

// Phase is where a notification stands among several. The zero value is not
// given.
type Phase uint8

// The phases, by the Garante's form.
//
//words:label breach.phase
const (
	Preliminary Phase = iota + 1 // preliminary: (preliminare) what is known within the time
	Complete                     // complete: (completa) everything at once
	Supplement                   // supplement: (integrativa) adds to an earlier one
)

// Element is one of the contents that a notification must have. The zero value
// is none.
//
// Law: Regolamento 38(3); GDPR 33(3).
type Element uint8

// The elements, in the order of the law.
//
//words:label breach.element
const (
	Nature            Element = iota + 1 // nature: what the breach is
	SubjectCategories                    // subject_categories: which groups of persons
	SubjectNumber                        // subject_number: about how many persons
	RecordCategories                     // record_categories: which kinds of records
	RecordNumber                         // record_number: about how many records
	ContactPoint                         // contact_point: the data protection officer's name and contact, or another's
	Consequences                         // consequences: what is likely to follow
	Measures                             // measures: what was or will be done
)

// The findings of [Notification.Check], one for each element and then the rest.
const (
	CodeNatureMissing            gdpr.Code = "breach.notification.nature"
	CodeSubjectCategoriesMissing gdpr.Code = "breach.notification.subject-categories"
	CodeSubjectNumberMissing     gdpr.Code = "breach.notification.subject-number"
	CodeRecordCategoriesMissing  gdpr.Code = "breach.notification.record-categories"
	CodeRecordNumberMissing      gdpr.Code = "breach.notification.record-number"
	CodeContactMissing           gdpr.Code = "breach.notification.contact"
	CodeConsequencesMissing      gdpr.Code = "breach.notification.consequences"
	CodeMeasuresMissing          gdpr.Code = "breach.notification.measures"

	CodePendingUnreasoned gdpr.Code = "breach.notification.pending-unreasoned"
	CodePhaseMissing      gdpr.Code = "breach.notification.phase"
	CodeReferenceMissing  gdpr.Code = "breach.notification.reference"
	CodeChannel           gdpr.Code = "breach.notification.channel"
	CodeBeforeAwareness   gdpr.Code = "breach.notification.before-awareness"
	CodeLastHour          gdpr.Code = "breach.notification.last-hour"
	CodeLate              gdpr.Code = "breach.notification.late"
	CodeLateUnreasoned    gdpr.Code = "breach.notification.late-unreasoned"
)

// contents says of each element where it stands, the code and weight of its
// absence, and the letter that asks for it. Categories and numbers are owed where
// they can be told.
var contents = [...]struct {
	where    string
	code     gdpr.Code
	severity gdpr.Severity
	by       gdpr.Provision
}{
	Nature:            {"nature", CodeNatureMissing, gdpr.Violation, "GDPR 33(3)(a)"},
	SubjectCategories: {"subjects.categories", CodeSubjectCategoriesMissing, gdpr.Warning, "GDPR 33(3)(a)"},
	SubjectNumber:     {"subjects.number", CodeSubjectNumberMissing, gdpr.Warning, "GDPR 33(3)(a)"},
	RecordCategories:  {"records.categories", CodeRecordCategoriesMissing, gdpr.Warning, "GDPR 33(3)(a)"},
	RecordNumber:      {"records.number", CodeRecordNumberMissing, gdpr.Warning, "GDPR 33(3)(a)"},
	ContactPoint:      {"contact", CodeContactMissing, gdpr.Violation, "GDPR 33(3)(b)"},
	Consequences:      {"consequences", CodeConsequencesMissing, gdpr.Violation, "GDPR 33(3)(c)"},
	Measures:          {"measures", CodeMeasuresMissing, gdpr.Violation, "GDPR 33(3)(d)"},
}

// Lacks yields the elements that the notification doesn't have, in the order of
// the law, whether or not it says why.
//
// Law: Regolamento 38(3); GDPR 33(3).
func (n Notification) Lacks() iter.Seq[Element] { return n.lacks().all() }

// lacks returns the set of the missing elements.
func (n Notification) lacks() elementSet {
	var s elementSet
	for e, has := range [...]bool{
		Nature:            !blank(n.Nature),
		SubjectCategories: !allBlank(n.Subjects.Categories),
		SubjectNumber:     n.Subjects.Number > 0,
		RecordCategories:  !allBlank(n.Records.Categories),
		RecordNumber:      n.Records.Number > 0,
		ContactPoint:      n.Contact.whole(),
		Consequences:      !blank(n.Consequences),
		Measures:          !blank(n.Measures),
	} {
		if e > 0 && !has {
			s |= 1 << e
		}
	}
	return s
}

type elementSet uint16

func (s elementSet) all() iter.Seq[Element] {
	return func(yield func(Element) bool) {
		for e := Nature; e <= Measures; e++ {
			if s>>e&1 == 1 && !yield(e) {
				return
			}
		}
	}
}

// Check tells what the notification lacks: its elements, one finding each; the
// reason, for one that is pending in a first notification; and, if it was sent,
// the channel, and the reasons of a delay against the window. A supplement lacks
// nothing of what it doesn't bring, since it adds to an earlier notification:
// what all of them lack together is told by [CheckPhases].
//
// A window that is zero isn't looked at.
//
// Law: Regolamento 37(3); Regolamento 38(3); Regolamento 38(4); GDPR 33(1); GDPR 33(3); GDPR 33(4); Garante 209/2021.
func (n Notification) Check(w Window) gdpr.Findings {
	var fs gdpr.Findings
	if n.Phase == 0 || n.Phase > Supplement {
		fs = append(fs, warning(CodePhaseMissing, "phase", "GDPR 33(4)", "Garante 209/2021"))
	}
	if n.Phase == Supplement && blank(n.Reference) {
		fs = append(fs, warning(CodeReferenceMissing, "reference", "Garante 209/2021"))
	}
	fs = append(fs, n.checkElements()...)
	return append(fs, n.checkSending(w)...)
}

func (n Notification) checkElements() gdpr.Findings {
	if n.Phase == Supplement {
		return nil
	}
	var fs gdpr.Findings
	for e := range n.Lacks() {
		c := contents[e]
		pending := slices.IndexFunc(n.Pending, func(p Pending) bool { return p.Element == e })
		switch {
		case n.Phase == Complete || pending < 0:
			fs = append(fs, gdpr.Finding{Code: c.code, Severity: c.severity, Where: c.where, Provisions: []gdpr.Provision{"Regolamento 38(3)", c.by}})
		case blank(n.Pending[pending].Why):
			fs = append(fs, violation(CodePendingUnreasoned, "pending["+strconv.Itoa(pending)+"].why", "Regolamento 38(4)", "GDPR 33(4)"))
		}
	}
	return fs
}

func (n Notification) checkSending(w Window) gdpr.Findings {
	if n.Sent.IsZero() {
		return nil
	}
	var fs gdpr.Findings
	if n.Channel != ChannelOn(date.NewAt(n.Sent)) {
		fs = append(fs, warning(CodeChannel, "channel", "Regolamento 37(3)", "Garante 209/2021"))
	}
	if w.IsZero() || n.Phase == Supplement {
		return fs
	}
	switch {
	case n.Sent.Before(w.Event):
		fs = append(fs, warning(CodeBeforeAwareness, "sent", "GDPR 33(1)"))
	case w.Late(n.Sent) && blank(n.Delay):
		fs = append(fs, with(violation(CodeLateUnreasoned, "delay", "Regolamento 37(3)", "GDPR 33(1)"), spell(n.Sent.Sub(w.Due))))
	case w.Late(n.Sent):
		fs = append(fs, with(warning(CodeLate, "sent", "Regolamento 37(3)", "GDPR 33(1)"), spell(n.Sent.Sub(w.Due))))
	case w.SafeLeft(n.Sent) < 0:
		fs = append(fs, with(advice(CodeLastHour, "sent", "Reg. 1182/71 3(1)"), spell(n.Sent.Sub(w.Safe))))
	}
	return fs
}

// IsZero reports whether w is no window.
func (w Window) IsZero() bool { return w.Event.IsZero() }

// The findings of [CheckPhases], beside those of each notification.
const (
	CodePhasesOrder    gdpr.Code = "breach.phases.order"
	CodePhasesFirst    gdpr.Code = "breach.phases.first"
	CodePhasesOpen     gdpr.Code = "breach.phases.open"
	CodePhasesExpected gdpr.Code = "breach.phases.expected"
)

// CheckPhases checks the notifications of one breach together, at an instant:
// each of them; that a first one comes before the supplements and all in the
// order of their sending; and what none of those sent has told yet, which is owed
// without undue further delay. The law has no number of days for that; a day
// that the Comune itself announced and let pass is a finding.
//
// Law: Regolamento 38(4); GDPR 33(4).
func CheckPhases(all []Notification, w Window, at time.Time) gdpr.Findings {
	var fs gdpr.Findings
	open := elementSet(1<<(Measures+1) - 2)
	sent := false
	var last time.Time
	for i, n := range all {
		where := "[" + strconv.Itoa(i) + "]"
		found := n.Check(w)
		if i == 0 && n.Phase == Supplement {
			found = append(found, violation(CodePhasesFirst, "phase", "Regolamento 38(4)", "GDPR 33(4)"))
		}
		if i > 0 && n.Phase != Supplement {
			found = append(found, warning(CodePhasesOrder, "phase", "GDPR 33(4)"))
		}
		if !n.Sent.IsZero() {
			if n.Sent.Before(last) {
				found = append(found, warning(CodePhasesOrder, "sent", "GDPR 33(4)"))
			}
			sent, last = true, n.Sent
			open &= n.lacks()
		}
		fs = append(fs, found.Below(where)...)
	}
	if !sent {
		return fs
	}
	for e := range open.all() {
		fs = append(fs, warning(CodePhasesOpen, contents[e].where, "Regolamento 38(4)", "GDPR 33(4)"))
	}
	return append(fs, expected(all, open, date.NewAt(at))...)
}

// expected tells the days announced for an open element that have passed.
func expected(all []Notification, open elementSet, on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	for i, n := range all {
		for j, p := range n.Pending {
			if open>>p.Element&1 == 1 && p.Expected != 0 && p.Expected < on {
				where := "[" + strconv.Itoa(i) + "].pending[" + strconv.Itoa(j) + "].expected"
				fs = append(fs, with(violation(CodePhasesExpected, where, "Regolamento 38(4)", "GDPR 33(4)"), p.Expected.String()))
			}
		}
	}
	return fs
}
