package informativa

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// FromRegister begins the notice on one activity of the register of processing,
// and the context in which to check it. What the register knows is taken over;
// the rights are those that exist on the activity's legal bases. What a register
// doesn't hold, such as whether data must be given and what machines decide, is
// for the host to add: [Notice.Check] names it.
//
// Words that the register keeps as values (countries, safeguards, terms) are
// written in the language that [gdpr.Match] picks for tag.
//
// The context is that of a body with the template regulation, the zero regime. Under
// another one:
//
//	in = in.Under(gdpr.PublicLaw)
//	n.Rights = in.Rights()
//
// An id that the register doesn't have is a [*gdpr.InputError] with
// [gdpr.FaultReference].
//
// Law: Regolamento 16(2); Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 30(1).
func FromRegister(r register.Register, id string, tag language.Tag) (Notice, Context, error) {
	i := slices.IndexFunc(r.Activities, func(a register.Activity) bool { return a.ID == id })
	if i < 0 {
		return Notice{}, Context{}, &gdpr.InputError{Field: "id", Value: id, Fault: gdpr.FaultReference, Other: "activities"}
	}
	a := r.Activities[i]
	n := Notice{
		Subject:     a.Name,
		Controller:  party(r.Controller),
		DPO:         party(r.Officer),
		Categories:  categories(a.Data),
		Origin:      Origin{From: slices.Clone(a.Sources)},
		Security:    sentence(a.Measures),
		Disclosed:   a.Disclosed,
		Transferred: a.Abroad,
		Storage:     stored(a),
		Exercise:    r.Controller.Email,
	}
	for _, p := range a.Purposes {
		n.Purposes = append(n.Purposes, Purpose{Text: p.Text, Basis: p.Basis, Law: p.Norm})
	}
	n.answers(r, a)
	n.goes(r, a, tag)
	in := Context{
		PublicBody: gdpr.Yes, Municipal: gdpr.Yes,
		Disclosed: n.Disclosed, Transferred: n.Transferred,
		Special: gdpr.Is(a.Kinds().Special()),
		Website: gdpr.No, Cookies: gdpr.No, Mailing: gdpr.No,
	}.with(n)
	n.Articles = []gdpr.Provision{"GDPR 13"}
	if len(a.Sources) > 0 {
		in.Elsewhere = gdpr.Yes
		n.Articles = append(n.Articles, "GDPR 14")
	}
	n.Rights = in.Rights()
	return n, in, nil
}

// answers says who answers for the activity with the controller, and which office
// carries it out.
func (n *Notice) answers(r register.Register, a register.Activity) {
	for _, p := range r.Joint {
		if slices.Contains(a.Joint, p.ID) {
			n.Joint = append(n.Joint, party(p))
		}
	}
	for _, o := range r.Offices {
		if o.Name == a.Office && given(o.Manager) {
			n.Managers = []Party{{Name: o.Manager + " (" + o.Name + ")"}}
		}
	}
	if given(a.Office) {
		n.Methods = []Method{{Office: a.Office}}
	}
}

// goes says to whom the data go, and where to.
func (n *Notice) goes(r register.Register, a register.Activity, tag language.Tag) {
	for _, to := range a.Recipients {
		n.Recipients = append(n.Recipients, to.Name)
	}
	// A processor is a recipient too (GDPR 4(9)), though none of its own right.
	for _, p := range r.Processors {
		if slices.Contains(a.Processors, p.ID) {
			n.Recipients = append(n.Recipients, p.Name)
		}
	}
	if len(n.Recipients) > 0 {
		n.Disclosed = gdpr.Yes
	}
	for _, t := range a.Transfers {
		n.Destinations = append(n.Destinations, destination(t, tag))
	}
	if len(n.Destinations) > 0 {
		n.Transferred = gdpr.Yes
	}
}

// Rights returns the rights that a notice names in the context: those that exist
// whatever the legal basis, and those of the bases that the processing has. A
// right that hangs on an unknown fact is not among them.
//
// Law: GDPR 13(2)(b); GDPR 13(2)(c); GDPR 13(2)(d); GDPR 20(1); GDPR 21(1); Regolamento 17(5).
func (in Context) Rights() Rights {
	return Rights{
		Access: true, Rectification: true, Erasure: true, Restriction: true, Complaint: true,
		Objection:   objection(in) == gdpr.Yes,
		Portability: portability(in) == gdpr.Yes,
		Withdrawal:  in.Consent == gdpr.Yes,
	}
}

func party(p register.Party) Party {
	return Party{Name: p.Name, Address: p.Address, Email: p.Email, PEC: p.PEC, Phone: p.Phone}
}

func categories(data []register.Data) []string {
	var all []string
	for _, d := range data {
		all = append(all, d.Text)
	}
	return filled(all...)
}

// stored lists how long the data are kept: those with a term of their own, and
// the activity's others.
func stored(a register.Activity) []Storage {
	var all []Storage
	add := func(what string, r register.Retention) {
		if s := (Storage{What: what, Term: r.Period, From: r.From, Criterion: r.Criterion}); s.said() {
			all = append(all, s)
		}
	}
	for _, d := range a.Data {
		add(d.Text, d.Retention)
	}
	add("", a.Retention)
	return all
}

func destination(t register.Transfer, tag language.Tag) Destination {
	where := t.Organisation
	if given(t.Country) {
		where = country(t.Country, tag)
	}
	var safeguards []string
	if p := t.Safeguard.Provision(); p != "" {
		safeguards = append(safeguards, t.Safeguard.Label(tag)+" ("+p.Cite(tag)+")")
	}
	return Destination{Where: where, Safeguard: sentence(append(safeguards, t.Documents))}
}
