package breach

import (
	"encoding/json"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// EDPBTemplate is the version of the EDPB's common template that
// [Notification.EDPB] writes: the one put to consultation on 10 June 2026. No
// final version was known on gdpr.LawAsOf; when there is one, its fields may have
// other numbers.
const EDPBTemplate = "v1.0, consultation version of 8 June 2026"

// EDPB returns the notification as a JSON object by the numbers of the fields of
// the common template of the EDPB, in the version of [EDPBTemplate]: "field_3" to
// "field_125". What isn't known has no field, so that a reader who validates the
// object sees what is missing. The template is under no duty of law, and no channel
// to an authority: the Garante takes notifications by its online procedure alone.
//
// The error is that of an instant that JSON can't write.
//
// Law: GDPR 33(3); GDPR 33(4).
func (n Notification) EDPB() ([]byte, error) {
	t := template{}
	t.parties(n)
	t.times(n)
	t.breach(n)
	t.consequences(n)
	t.telling(n.Form.Telling)
	t.others(n.Form.Abroad)
	text, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return nil, exportError(err)
	}
	return append(text, '\n'), nil
}

// template is the fields by their names.
type template map[string]any

func (t template) put(number int, value any) { t["field_"+strconv.Itoa(number)] = value }

// text puts a text that isn't blank.
func (t template) text(number int, parts ...string) {
	var said []string
	for _, p := range parts {
		if !blank(p) {
			said = append(said, strings.TrimSpace(p))
		}
	}
	if len(said) > 0 {
		t.put(number, strings.Join(said, ", "))
	}
}

// letter puts the letter of the i-th option, from 1; 0 is none.
func (t template) letter(number, i int) {
	if i > 0 {
		t.put(number, letter(i))
	}
}

func letter(i int) string { return string(rune('a' + i - 1)) }

func (t template) answer(number int, a gdpr.Answer) {
	switch a {
	case gdpr.Yes:
		t.put(number, "a")
	case gdpr.No:
		t.put(number, "b")
	}
}

func (t template) day(number int, d date.Date) {
	if d != 0 {
		t.put(number, d.String())
	}
}

func (t template) instant(number int, at time.Time) {
	if !at.IsZero() {
		t.put(number, at.Format(time.RFC3339))
	}
}

// options puts the letters of a set; members that the template doesn't have are
// told as its "other", the i-th of its options.
func options[T ~uint8 | ~uint16 | ~uint32](t template, number int, all iter.Seq[T], most, other int) {
	letters := []string{}
	seen := map[string]bool{}
	for one := range all {
		i := 1
		for bit := one; bit > 1; bit >>= 1 {
			i++
		}
		if i > most {
			i = other
		}
		if l := letter(i); !seen[l] {
			seen[l] = true
			letters = append(letters, l)
		}
	}
	if len(letters) > 0 {
		t.put(number, letters)
	}
}

func (t template) parties(n Notification) {
	f := n.Form
	first := n.Phase != Supplement && n.Phase != Withdrawal
	t.put(3, map[bool]string{true: "a", false: "b"}[first])
	switch {
	case n.Phase == Withdrawal:
		t.put(4, "c")
	case n.Phase == Complete || n.Phase == Supplement && f.Completes == gdpr.Yes:
		t.put(4, "a")
	default:
		t.put(4, "b")
	}
	t.text(5, n.Withdrawn)
	t.text(6, n.Reference)
	t.text(7, f.Own)
	if !blank(f.Controller.TaxCode) {
		t.put(10, "b")
		t.text(11, f.Controller.TaxCode)
	}
	t.text(12, f.Controller.Name)
	t.text(13, f.Controller.Address, f.Controller.PEC, f.Controller.Email, f.Controller.Phone)
	t.text(21, f.Reporter.Name)
	t.text(22, f.Reporter.Email, f.Reporter.Phone)
	t.letter(23, int(f.Reporter.Function))
	t.text(24, f.Reporter.Role)
	switch f.Designated {
	case gdpr.Yes:
		t.put(29, "yes")
	case gdpr.No:
		t.put(29, "no")
	}
	t.text(30, f.Officer.Name)
	t.text(31, f.Officer.Email, f.Officer.Phone)
	if n.Contact.whole() {
		t.put(33, "c")
		t.text(34, n.Contact.Name)
		t.text(35, n.Contact.Role)
		t.text(36, n.Contact.Email, n.Contact.Phone)
	}
	t.answer(38, f.Involved)
	if len(f.Parties) > 0 {
		t.put(38, "a")
		var roles, names, contacts []string
		for _, p := range f.Parties {
			roles = append(roles, partyRole(p.Role))
			names = append(names, p.Name)
			contacts = append(contacts, p.Contact)
		}
		t.put(39, roles)
		t.put(40, names)
		t.put(41, contacts)
	}
}

func partyRole(r PartyRole) string {
	switch r {
	case ProcessorParty, SubprocessorParty:
		return "processor"
	case JointParty:
		return "joint controller"
	}
	return "other"
}

func (t template) times(n Notification) {
	f := n.Form
	t.letter(44, int(f.Period.When))
	if f.Period.Estimated {
		t.put(45, true)
	}
	t.instant(46, f.Period.From)
	t.instant(47, f.Period.To)
	t.instant(48, f.Aware)
	t.text(49, n.Delay)
	t.letter(50, int(f.Discovery.By))
	t.text(51, f.Discovery.Text)
	t.day(52, f.Discovery.Told)
	t.text(53, f.Period.Note)
}

func (t template) breach(n Notification) {
	f := n.Form
	options(t, 55, n.Acts.Kinds().All(), 3, 3)
	t.letter(56, int(f.Leak))
	t.letter(57, int(f.Legible))
	t.letter(58, int(f.Tampering))
	t.letter(59, int(f.Outage))
	t.letter(60, int(f.Incident))
	t.letter(61, int(f.Cause))
	t.text(62, n.Nature, f.Account)
	t.text(63, f.Systems)
	options(t, 65, f.Persons.All(), 11, 10)
	t.text(66, n.Subjects.Categories...)
	t.count(67, n.Subjects, f.SubjectCount)
	options(t, 70, f.Data.All(), 21, 21)
	t.text(71, append([]string{f.Content}, n.Records.Categories...)...)
	t.count(72, n.Records, f.RecordCount)
	options(t, 75, f.Safeguards.All(), 12, 12)
	t.text(76, f.SafeguardsText)
}

// count puts how a number is known, and in the next field the number.
func (t template) count(number int, g Group, c Count) {
	switch {
	case g.Number > 0 && g.Approximate:
		t.put(number, "b")
		t.put(number+1, g.Number)
	case g.Number > 0:
		t.put(number, "a")
		t.put(number+1, g.Number)
	case c == NeverCounted:
		t.put(number, "c")
	default:
		t.put(number, "d")
	}
}

func (t template) consequences(n Notification) {
	f := n.Form
	options(t, 79, f.Exposure.All(), 5, 4)
	options(t, 81, f.Corruption.All(), 4, 3)
	options(t, 83, f.Disruption.All(), 4, 3)
	for _, other := range [...]struct {
		is     bool
		number int
	}{{f.Exposure&OtherExposure != 0, 80}, {f.Corruption&OtherCorruption != 0, 82}, {f.Disruption&OtherDisruption != 0, 84}} {
		if other.is {
			t.text(other.number, n.Consequences)
		}
	}
	options(t, 85, f.Impacts.All(), 15, 14)
	t.text(86, f.OtherImpact)
	severity := f.Severity
	if severity != 0 && !severity.Valid() {
		severity = SeverityOpen
	}
	t.letter(87, map[Severity]int{NegligibleSeverity: 1, LowSeverity: 1, MediumSeverity: 2, HighSeverity: 3, SeverityOpen: 4}[severity])
	t.letter(89, map[Level]int{HighRisk: 1, Risk: 2, Unlikely: 3, Undetermined: 4}[f.Level])
	t.text(90, f.LevelWhy, f.SeverityWhy)
	t.text(92, n.Measures)
	options(t, 94, f.Preventions.All(), 15, 15)
	t.text(95, f.Prevention)
}

func (t template) telling(r TellingReport) {
	if r.State != 0 {
		t.put(97, map[TellingState]string{Told: "a", ToldOn: "b", ToldLater: "b1", ToldUnsure: "c", NotHigh: "d", ToldExempt: "e"}[r.State])
	}
	t.day(98, r.On)
	t.day(99, r.Planned)
	t.letter(100, int(r.Exemption))
	if r.State == ToldExempt {
		t.text(101, r.Why)
	}
	t.answer(102, r.All)
	t.text(103, r.NotAll)
	t.letter(104, int(r.Means))
	t.text(105, r.MeansText)
	t.text(106, r.Text)
}

func (t template) others(a Abroad) {
	t.answer(109, a.Police)
	t.answer(110, a.Bodies)
	t.text(111, a.WhichBodies)
	switch a.CrossBorder {
	case gdpr.Unknown:
		t.put(113, "c")
	default:
		t.answer(113, a.CrossBorder)
	}
}
