package breach

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
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
	Withdrawn    string    `json:"withdrawn,omitempty"`    // why an earlier one is taken back

	Form Form `json:"form,omitzero"`
}

// adds reports whether a supplement says anything beyond the elements.
func (n Notification) adds() bool { return !blank(n.Delay) || n.Acts != 0 || !n.Form.IsZero() }

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
	Withdrawal                   // withdrawal: (annullamento) takes an earlier one back
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
	CodeNatureMissing            gdpr.Code = "breach.notification.nature"             // violation: the nature of the breach is missing
	CodeSubjectCategoriesMissing gdpr.Code = "breach.notification.subject-categories" // warning: the categories of persons are missing
	CodeSubjectNumberMissing     gdpr.Code = "breach.notification.subject-number"     // warning: the approximate number of persons is missing
	CodeRecordCategoriesMissing  gdpr.Code = "breach.notification.record-categories"  // warning: the categories of records are missing
	CodeRecordNumberMissing      gdpr.Code = "breach.notification.record-number"      // warning: the approximate number of records is missing
	CodeContactMissing           gdpr.Code = "breach.notification.contact"            // violation: the name and contact of the data protection officer, or another point, are missing
	CodeConsequencesMissing      gdpr.Code = "breach.notification.consequences"       // violation: the likely consequences are missing
	CodeMeasuresMissing          gdpr.Code = "breach.notification.measures"           // violation: the measures taken or proposed are missing

	CodeGeneric           gdpr.Code = "breach.notification.generic"            // advice: the text is too short to let the authority weigh the breach
	CodePendingUnreasoned gdpr.Code = "breach.notification.pending-unreasoned" // warning: why the element isn't available yet isn't given
	CodePhaseMissing      gdpr.Code = "breach.notification.phase"              // warning: whether the notification is preliminary, complete, a supplement or a withdrawal isn't given
	CodeReferenceMissing  gdpr.Code = "breach.notification.reference"          // warning: the supplement doesn't cite the file of the first notification
	CodeSupplementEmpty   gdpr.Code = "breach.notification.supplement-empty"   // warning: the supplement adds nothing
	CodeWithdrawalReason  gdpr.Code = "breach.notification.withdrawal"         // warning: why the notification is withdrawn isn't given
	CodeChannel           gdpr.Code = "breach.notification.channel"            // warning: the channel isn't the one that the authority takes on that day: its online procedure, even where the regulation says PEC
	CodeBeforeAwareness   gdpr.Code = "breach.notification.before-awareness"   // warning: it was sent before the Comune was aware
	CodeLastHour          gdpr.Code = "breach.notification.last-hour"          // advice: sent … after the elapsed hours, before the end of the last hour: in time on the reading of Reg. 1182/71 alone
	CodeLate              gdpr.Code = "breach.notification.late"               // warning: the notification is late by …, with reasons
	CodeLateUnreasoned    gdpr.Code = "breach.notification.late-unreasoned"    // violation: the notification is late by …, and gives no reasons
)

// Categories and numbers are owed where they can be told (GDPR 33(3)(a)); the
// regulation (38.3) drops that clause, which can't make the impossible owed.
var (
	natureMissing            = find.Violation(CodeNatureMissing, "GDPR 33(3)(a)", "Regolamento 38(3)")
	subjectCategoriesMissing = find.Warning(CodeSubjectCategoriesMissing, "GDPR 33(3)(a)", "Regolamento 38(3)")
	subjectNumberMissing     = find.Warning(CodeSubjectNumberMissing, "GDPR 33(3)(a)", "Regolamento 38(3)")
	recordCategoriesMissing  = find.Warning(CodeRecordCategoriesMissing, "GDPR 33(3)(a)", "Regolamento 38(3)")
	recordNumberMissing      = find.Warning(CodeRecordNumberMissing, "GDPR 33(3)(a)", "Regolamento 38(3)")
	contactMissing           = find.Violation(CodeContactMissing, "GDPR 33(3)(b)", "Regolamento 38(3)")
	consequencesMissing      = find.Violation(CodeConsequencesMissing, "GDPR 33(3)(c)", "Regolamento 38(3)")
	measuresMissing          = find.Violation(CodeMeasuresMissing, "GDPR 33(3)(d)", "Regolamento 38(3)")

	generic           = find.Advice(CodeGeneric, "GDPR 33(3)")
	pendingUnreasoned = find.Warning(CodePendingUnreasoned, "GDPR 33(4)", "Regolamento 38(4)")
	phaseMissing      = find.Warning(CodePhaseMissing, "Garante 209/2021")
	referenceMissing  = find.Warning(CodeReferenceMissing, "Garante 209/2021")
	supplementEmpty   = find.Warning(CodeSupplementEmpty, "GDPR 33(4)", "Regolamento 38(4)")
	withdrawalReason  = find.Warning(CodeWithdrawalReason, "GDPR 5(2)")
	channelOther      = find.Warning(CodeChannel, "Garante 209/2021", "Regolamento 37(3)")
	beforeAwareness   = find.Warning(CodeBeforeAwareness, "GDPR 33(1)")
	lastHour          = find.Advice(CodeLastHour, "Reg. 1182/71 3(1)")
	late              = find.Warning(CodeLate, "GDPR 33(1)", "Regolamento 37(3)")
	lateUnreasoned    = find.Violation(CodeLateUnreasoned, "GDPR 33(1)", "Regolamento 37(3)")
)

// contents says of each element where it stands, and what its absence is.
var contents = [...]struct {
	where string
	row   find.Row
}{
	Nature:            {"nature", natureMissing},
	SubjectCategories: {"subjects.categories", subjectCategoriesMissing},
	SubjectNumber:     {"subjects.number", subjectNumberMissing},
	RecordCategories:  {"records.categories", recordCategoriesMissing},
	RecordNumber:      {"records.number", recordNumberMissing},
	ContactPoint:      {"contact", contactMissing},
	Consequences:      {"consequences", consequencesMissing},
	Measures:          {"measures", measuresMissing},
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

const everyElement = elementSet(1<<elementCount - 2)

func (s elementSet) all() iter.Seq[Element] {
	return func(yield func(Element) bool) {
		for e := range Element(0).Values() {
			if s>>e&1 == 1 && !yield(e) {
				return
			}
		}
	}
}

// Check tells what the notification lacks: its elements, one finding each; the
// reason, for one that is pending in a first notification; texts too short to let
// the authority act; and, if it was sent, the channel, and the reasons of a delay
// against the window. A supplement lacks nothing of what it doesn't bring, since
// it adds to an earlier notification: what all of them lack together is told by
// [CheckPhases]. What the authority's form asks beyond the law is told by
// [Notification.CheckForm].
//
// A window that is zero isn't looked at.
//
// Law: Regolamento 37(3); Regolamento 38(3); Regolamento 38(4); GDPR 33(1); GDPR 33(3); GDPR 33(4); Garante 209/2021.
func (n Notification) Check(w Window) gdpr.Findings {
	c := find.In(gdpr.Template)
	n.checkPhase(c)
	n.checkElements(c, 0)
	n.checkSending(c, w, n.Phase != Supplement && n.Phase != Withdrawal)
	return c.Findings()
}

func (n Notification) checkPhase(c *find.Collector) {
	follows := n.Phase == Supplement || n.Phase == Withdrawal
	switch {
	case !n.Phase.Valid() || n.Phase == 0:
		c.Add(phaseMissing, "phase")
	case follows && blank(n.Reference):
		c.Add(referenceMissing, "reference")
	}
	if n.Phase == Withdrawal && blank(n.Withdrawn) {
		c.Add(withdrawalReason, "withdrawn")
	}
	if n.Phase == Supplement && n.lacks() == everyElement && blank(n.Withdrawn) && !n.adds() {
		c.Add(supplementEmpty, "")
	}
}

// checkElements tells the elements that are missing, but for those that were told
// later.
func (n Notification) checkElements(c *find.Collector, later elementSet) {
	if n.Phase == Supplement || n.Phase == Withdrawal {
		return
	}
	for e := range n.Lacks() {
		if later>>e&1 == 1 {
			continue
		}
		pending := slices.IndexFunc(n.Pending, func(p Pending) bool { return p.Element == e })
		switch {
		case n.Phase == Complete || pending < 0:
			c.Add(contents[e].row, contents[e].where)
		case blank(n.Pending[pending].Why):
			c.Add(pendingUnreasoned, find.Index("pending", pending)+".why")
		}
	}
	for _, text := range [...]struct{ where, said string }{{"nature", n.Nature}, {"consequences", n.Consequences}, {"measures", n.Measures}} {
		if !blank(text.said) && len(strings.Fields(text.said)) < fewWords {
			c.Add(generic, text.where)
		}
	}
}

// fewWords is the number of words below which a text can hardly let the authority
// act: the Garante fined a controller that had filled every field of the form with
// generic words (doc. web 10063782). It is the library's own.
const fewWords = 3

// checkSending looks at a notification that was sent; first says that it is the
// one to hold against the window.
func (n Notification) checkSending(c *find.Collector, w Window, first bool) {
	if n.Sent.IsZero() {
		return
	}
	if n.Channel != ChannelOn(date.NewAt(n.Sent)) {
		c.Add(channelOther, "channel")
	}
	if w.IsZero() || !first {
		return
	}
	switch {
	case n.Sent.Before(w.Event):
		c.Add(beforeAwareness, "sent")
	case w.Late(n.Sent) && blank(n.Delay):
		c.Add(lateUnreasoned, "delay", spell(n.Sent.Sub(w.Due)))
	case w.Late(n.Sent):
		c.Add(late, "sent", spell(n.Sent.Sub(w.Due)))
	case w.SafeLeft(n.Sent) < 0:
		c.Add(lastHour, "sent", spell(n.Sent.Sub(w.Safe)))
	}
}

// IsZero reports whether w is no window.
func (w Window) IsZero() bool { return w.Event.IsZero() }
