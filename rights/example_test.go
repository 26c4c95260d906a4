package rights_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// Bianca Neri asks the Comune of Roccasilvana for her data on 31 January.
func ExampleRequest_Timeline() {
	r := rights.Request{Right: rights.ToAccess, Received: date.New(2026, time.January, 31)}
	t, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("reply by", t.Reply.Due, "by", t.Reply.Provision, "- better by", t.Reply.Safe)
	fmt.Println("  30 days:  ", t.Reply.Municipal.Due)
	fmt.Println("  one month:", t.Reply.GDPR.Due, "-", t.Reply.GDPR.Steps)
	fmt.Println("extension told by", t.Notice.Due, "gives until", t.Extended.Due)
	// Output:
	// reply by 2026-03-02 by GDPR 12(3) - better by 2026-02-28
	//   30 days:   2026-03-02
	//   one month: 2026-03-02 - clamped, rolled
	// extension told by 2026-03-02 gives until 2026-04-30
}

func ExampleTimeline_Status() {
	r := rights.Request{
		Right:    rights.ToAccess,
		Received: date.New(2026, time.March, 2),
		Pauses: []rights.Pause{{
			Cause:    rights.Identification,
			Asked:    date.New(2026, time.March, 4),
			Answered: date.New(2026, time.March, 16),
			Prompt:   gdpr.Yes,
		}},
	}
	t, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, on := range []date.Date{date.New(2026, time.April, 13), date.New(2026, time.April, 14)} {
		s := t.Status(on)
		fmt.Println(on, s.State.Label(language.Italian), s.Days, s.Counted)
	}
	// Output:
	// 2026-04-13 in termine 0 30
	// 2026-04-14 scaduta -1 31
}

// What was known on 10 March, before the requester answered.
func ExampleRequest_AsOf() {
	r := rights.Request{
		Received: date.New(2026, time.March, 2),
		Pauses: []rights.Pause{{
			Cause: rights.Identification, Asked: date.New(2026, time.March, 4), Answered: date.New(2026, time.March, 16), Prompt: gdpr.Yes,
		}},
	}
	on := date.New(2026, time.March, 10)
	t, err := r.AsOf(on).Timeline(rights.Policy{}, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	s := t.Status(on)
	fmt.Println(s.State, "- days left once the answer comes:", s.Days)
	// Output: paused - days left once the answer comes: 28
}

func ExampleRequest_Check() {
	r := rights.Request{
		Right:      rights.ToErasure,
		Received:   date.New(2026, time.March, 2),
		Extensions: []rights.Extension{{Told: date.New(2026, time.April, 3), Reasons: "fascicolo complesso"}},
	}
	fs, err := r.Check(date.New(2026, time.April, 10), rights.Policy{}, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fs.Report(language.Italian))
	// Output:
	// 3 rilievi
	//   violazione extensions[0].told: la proroga non ha effetto: è stata comunicata il 3 aprile 2026, oltre il termine del 2 aprile 2026 [rights.extension.late; GDPR 12(3), Regolamento 19(2)]
	//   violazione replied: la risposta è in ritardo di 9 giorni: era dovuta entro il 1º aprile 2026 [rights.reply.overdue; Regolamento 19(2)]
	//   violazione replied: la risposta è in ritardo di 8 giorni: era dovuta entro il 2 aprile 2026 [rights.reply.overdue; GDPR 12(3)]
}

func ExampleRequest_Form() {
	fmt.Println(rights.Request{Channel: rights.PEC}.Form())
	fmt.Println(rights.Request{Channel: rights.PEC, Asked: rights.Written}.Form())
	// Output:
	// electronic
	// written
}

func ExampleErasure_Decide() {
	e := rights.Erasure{Unneeded: gdpr.Yes, Expression: gdpr.No, Health: gdpr.No, Archiving: gdpr.No, Claims: gdpr.No, Limit: rights.Limit{Prejudice: gdpr.No}}
	d := e.Decide()
	for q := range d.Missing() {
		fmt.Println(q)
	}
	e.Obligation = gdpr.Yes
	d = e.Decide()
	for r := range d.Reasons() {
		fmt.Println(d.Outcome, r)
	}
	// Output:
	// obligation: Is the processing necessary for a legal obligation, a task in the public interest or official authority?
	// no the processing is necessary for a legal obligation or a public task [GDPR 17(3)(b)]
}

func ExampleObjection_Decide() {
	fmt.Println(rights.Objection{Marketing: gdpr.Yes}.Decide().Outcome)
	// Output: yes
}

func ExamplePortability_Decide() {
	for r := range (rights.Portability{Task: gdpr.Yes}).Decide().Reasons() {
		fmt.Println(r.Text(language.Italian), r.Provision)
	}
	// Output: la portabilità non vale per i compiti di interesse pubblico e i pubblici poteri GDPR 20(3)
}

func ExampleStanding_Decide() {
	daughter := rights.Standing{Self: gdpr.No, Parent: gdpr.No, Agent: gdpr.No, Deceased: gdpr.Yes, Family: gdpr.Yes, Forbidden: gdpr.No, Barred: gdpr.No}
	for r := range daughter.Decide().Reasons() {
		fmt.Println(r)
	}
	// Output:
	// the data are a deceased person's [Codice 2-terdecies(1)]
	// the requester has family reasons worth protecting [Codice 2-terdecies(1)]
}

func ExampleFee_Decide() {
	fmt.Println(rights.Fee{Further: gdpr.No, Abusive: gdpr.No}.Decide().Outcome)
	// Output: no
}

func ExampleAccessReply_Check() {
	reply := rights.AccessReply{
		Processed: gdpr.Yes, Indirect: gdpr.Yes, Automated: gdpr.No, Transfers: gdpr.No, Named: gdpr.Yes, Faithful: gdpr.Yes, Essential: gdpr.No, LogsAsked: gdpr.No,
		Confirmed: true, Copy: true, Purposes: true, Categories: true, Recipients: true, Rights: true, Complaint: true,
	}
	fmt.Println(reply.Check())
	// Output:
	// 2 findings
	//   violation retention: the time for which data are kept, or its criterion, is missing [rights.reply.retention; GDPR 15(1)(d), Regolamento 17(1)]
	//   violation source: the source of data not collected from the requester is missing [rights.reply.source; GDPR 15(1)(g)]
}

func ExampleFollowUp_Duties() {
	erased := rights.FollowUp{Right: rights.ToErasure, Disclosed: gdpr.Yes, Impossible: gdpr.No, Disproportionate: gdpr.No, Asked: gdpr.No}
	for duty, d := range erased.Duties() {
		fmt.Println(duty.Label(language.English)+":", d.Outcome)
	}
	// Output:
	// the managers help to verify the right: yes
	// tell the other controllers who process the published data: unknown
	// tell the recipients of the data: yes
	// tell the data subject who the recipients are: no
}

func ExampleConsent_Check() {
	c := rights.Consent{
		Subject: "Bianca Neri", Purposes: []string{"newsletter"}, Proof: "prot. 812/2026", Given: date.New(2026, time.March, 2),
		Free: gdpr.Yes, Specific: gdpr.Yes, Informed: gdpr.Yes, Affirmative: gdpr.No, Accessible: gdpr.Yes, Clear: gdpr.Yes, Reversible: gdpr.Yes,
		Special: gdpr.No, Automated: gdpr.No, Abroad: gdpr.No, Online: gdpr.No,
	}
	fs, err := c.Check()
	fmt.Println(fs, err)
	fmt.Println(c.State(date.New(2026, time.March, 3)))
	// Output:
	// 1 finding
	//   violation affirmative: it isn't shown that the consent was given by a clear affirmative act [rights.consent.affirmative; GDPR 4(11)] <nil>
	// given
}

func ExampleComplaint_Proceedings() {
	p, err := rights.Complaint{Lodged: date.New(2026, time.September, 25)}.Proceedings(gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.News.Due, p.News.Provision)
	fmt.Println(p.Decision.Due, p.Decision.Provision)
	// Output:
	// 2026-12-28 GDPR 78(2)
	// 2027-06-25 Codice 143(3)
}

func ExampleLetter() {
	r := rights.Request{ID: "prot. 14.120/2026", Right: rights.ToAccess, Received: date.New(2026, time.November, 2)}
	t, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	l := rights.Letter{
		Kind: rights.NoticeOfExtension, Request: r, Timeline: t, Protocol: "15.022/2026", Day: date.New(2026, time.November, 20),
		From: rights.Sender{Body: "Comune di Roccasilvana", Office: "Ufficio tributi", Signed: "Anna Verdi"},
		To:   rights.Addressee{Name: "Bianca Neri"},
	}
	for _, f := range l.Check() {
		fmt.Println(f.Where, f.Provisions)
	}
	l.Says = map[rights.Item]string{rights.Why: "I fascicoli sono in tre archivi diversi."}
	fmt.Println(len(l.Check()), strings.Contains(l.Markdown(language.Italian), "Le risponderemo entro il 2 febbraio 2027."))
	// Output:
	// says.why [GDPR 12(3)]
	// 0 true
}

func ExampleLimit_Decide() {
	whistle := rights.Limit{Interest: rights.Whistleblower, Prejudice: gdpr.Yes, Proportionate: gdpr.Yes, Part: gdpr.Yes}
	d := whistle.Decide()
	fmt.Println(d.Extent, d.Garante())
	for r := range d.Reasons() {
		fmt.Println(r)
	}
	// Output:
	// partial yes
	// the exercise of the right would actually and concretely prejudice an interest that Codice 2-undecies protects [Codice 2-undecies(1)(f)]
	// the part that does no harm is given, the rest is limited [Codice 2-undecies(3)]
}

func ExampleTriage_Doors() {
	letter := rights.Triage{Own: gdpr.Yes, Document: gdpr.Yes, Interest: gdpr.Yes, OnlyDocuments: gdpr.Yes, Published: gdpr.No, Councillor: gdpr.No}
	for door, d := range letter.Doors() {
		if d.Outcome == gdpr.Yes {
			silence, law := door.Silence()
			fmt.Println(door, door.Span().Term, silence, law)
		}
	}
	// Output:
	// personal_data 1 months infringes GDPR 12(4)
	// documents 30 days refuses L. 241/1990 25(4)
}

func ExampleInquiry_Steps() {
	s, err := rights.Inquiry{Decision: date.New(2026, time.July, 20), Fined: gdpr.Yes}.Steps(gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("half of the fine by", s.Half.Due)
	fmt.Println("appeal by", s.Appeal.Due)
	// Output:
	// half of the fine by 2026-08-19
	// appeal by 2026-09-21
}
