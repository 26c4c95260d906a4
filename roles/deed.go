package roles

import (
	"cmp"
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/find"
)

// Deed is an act of appointment, or a processor's contract, with the names that
// it prints: what [Deed.In] writes out as a skeleton for the office to finish. It
// is for the roles manager, sub-manager, authorised, officer and processor, of any
// body: without the template it cites no municipal regulation, and it is signed by
// whoever acts for the body. The zero value is a deed of nobody.
//
// Law: Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); Codice 2-quaterdecies(1); GDPR 28(3); GDPR 29.
type Deed struct {
	Role      Role        `json:"role"`
	Regime    gdpr.Regime `json:"regime,omitzero"`   // whose law binds the body
	Comune    string      `json:"comune"`            // name of the body: "Comune di Roccasilvana", "Istituto comprensivo Alfa"
	Head      string      `json:"head,omitempty"`    // the office that acts for the body: "il Rettore"; "" for the Mayor under the template
	Board     string      `json:"board,omitempty"`   // the board, for a resolution: "il Consiglio di amministrazione"; "" for the Giunta under the template
	Basis     string      `json:"basis,omitempty"`   // the body's own rule: "l'articolo 12 del regolamento di Ateneo"
	Called    string      `json:"called,omitempty"`  // the body's word for the role: "Designato"
	Appointee string      `json:"appointee"`         // name of the person or firm
	Contact   string      `json:"contact,omitempty"` // person who acts for a firm that is the officer
	Unit      string      `json:"unit,omitempty"`    // area or sector
	Signer    string      `json:"signer,omitempty"`  // name of the person who signs for the body
	Act       Act         `json:"act,omitzero"`      // its Signer, an id, isn't printed
	Contract  Contract    `json:"contract,omitzero"` // for a processor, in place of the act
}

// The findings of [Deed.Check], beside those of [Act.Check] and [Contract.Check].
const (
	CodeDeedComune    gdpr.Code = "roles.deed.comune"    // violation: the act doesn't name the controller
	CodeDeedAppointee gdpr.Code = "roles.deed.appointee" // violation: the deed doesn't name who is appointed
	CodeDeedHead      gdpr.Code = "roles.deed.head"      // warning: it isn't said who acts for the body, or which board resolves
	CodeDeedSigner    gdpr.Code = "roles.deed.signer"    // warning: it isn't said who signs for the body
)

var (
	deedComune    = find.Violation(CodeDeedComune)
	deedAppointee = find.Violation(CodeDeedAppointee)
	deedHead      = find.Warning(CodeDeedHead)
	deedSigner    = find.Warning(CodeDeedSigner)
)

// deedForms are the forms that a deed of the role can have under the template; the
// first is the usual one.
var deedForms = [roleCount][]Form{
	AsManager:    {ByDecree, ByResolution},
	AsSubManager: {ByDetermination},
	AsAuthorised: {ByLetter},
	AsOfficer:    {ByContract},
	AsProcessor:  {ByContract},
}

// usualForm is the form that a deed gets for want of one.
func (d *Deed) usualForm() Form {
	if !d.template() && (d.Role == AsManager || d.Role == AsSubManager) {
		return ByLetter
	}
	return deedForms[d.Role][0]
}

func (d *Deed) template() bool { return d.Regime.Has(gdpr.Template) }

// Deeds yields a deed for each appointment in the organisation, with the names
// put in. What an act leaves out and the organisation knows is filled in from
// it: the scope from the area or sector, the reasons from the grounds on which a
// manager was chosen, if they are all established. Who has a role by the body's
// own rules has no deed.
//
// Law: Regolamento 5(1); Regolamento 5(2); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); Codice 2-quaterdecies(2).
func (o Organisation) Deeds() iter.Seq[Deed] {
	return func(yield func(Deed) bool) {
		people, areas, sectors := o.names()
		deed := func(role Role, name, unit string, a Act) Deed {
			if blank(a.Scope) && unit != "" {
				a.Scope = unit
			}
			c := &o.Controller
			return Deed{Role: role, Regime: o.Policy.Regime, Comune: c.Name, Head: c.Head, Board: c.Board, Basis: c.Basis,
				Called: o.Policy.Roles[role].IT, Appointee: name, Unit: unit, Signer: people[a.Signer], Act: a}
		}
		for i := range o.Managers {
			m := &o.Managers[i]
			d := deed(AsManager, people[m.Person], areas[m.Area], m.Act)
			if blank(d.Act.Reasons) && gdpr.All(m.OfficeHead, m.Knowledge, m.Experience, m.Capacity, m.Reliability) == gdpr.Yes {
				d.Act.Reasons = standard(language.Italian, "reasons")
			}
			if o.needsDeed(&m.Act) && !yield(d) {
				return
			}
		}
		for i := range o.SubManagers {
			s := &o.SubManagers[i]
			if o.needsDeed(&s.Act) && !yield(deed(AsSubManager, people[s.Person], sectors[s.Sector], s.Act)) {
				return
			}
		}
		for i := range o.Staff {
			s := &o.Staff[i]
			if o.needsDeed(&s.Act) && !yield(deed(AsAuthorised, people[s.Person], areas[s.Area], s.Act)) {
				return
			}
		}
		for i := range o.Processors {
			p := &o.Processors[i]
			d := deed(AsProcessor, p.Name, "", Act{Signer: p.Contract.Signer})
			d.Act, d.Contract = Act{}, p.Contract
			if p.EngagedBy == "" && !yield(d) {
				return
			}
		}
		if o.Officer.Person != "" || o.Officer.Firm != "" {
			d := deed(AsOfficer, cmp.Or(o.Officer.Firm, people[o.Officer.Person]), "", o.Officer.Contract)
			if o.Officer.Firm != "" {
				d.Contact = people[o.Officer.Person]
			}
			yield(d)
		}
	}
}

// needsDeed reports whether a role rests on an act of its own.
func (o *Organisation) needsDeed(a *Act) bool {
	if o.Policy.Regime.Has(gdpr.Template) {
		return true
	}
	return !a.exOfficio() && (!o.Policy.ExOfficio || a.Form != 0 || a.Date != 0 || a.Number != "")
}

// names returns the names of people, areas and sectors by id.
func (o *Organisation) names() (people, areas, sectors map[string]string) {
	people, areas, sectors = make(map[string]string, len(o.People)), make(map[string]string, len(o.Areas)), make(map[string]string)
	for i := range o.People {
		people[o.People[i].ID] = o.People[i].Name
	}
	for i := range o.Areas {
		areas[o.Areas[i].ID] = o.Areas[i].Name
		for _, s := range o.Areas[i].Sectors {
			sectors[s.ID] = s.Name
		}
	}
	return people, areas, sectors
}

// standard returns a text that a deed has whoever is appointed.
func standard(tag language.Tag, what string) string {
	return catalog.Text(tag, "roles.deed.standard."+what)
}

// Complete is [Deed.CompleteIn] for a deed in Italian.
//
// Law: Regolamento 4(3); Regolamento 5(4); Regolamento 6(1); Regolamento 7(1); Regolamento 9(1); GDPR 28(3); GDPR 29; GDPR 39(1).
func (d Deed) Complete() Deed { return d.CompleteIn(language.Italian) }

// CompleteIn returns the deed with the elements that are the same whoever is
// appointed, where they are missing: the form, the instructions, the clauses, and
// for a contract the modes and the duties and rights, in the language that
// [gdpr.Match] picks for tag; under the template the tasks too. What only the
// office knows stays as it is: names, dates, numbers, reasons, the object of a
// contract. The lists that it adds to are its own; the others it shares with d.
//
// Law: Regolamento 4(3); Regolamento 5(4); Regolamento 6(1); Regolamento 7(1); Regolamento 9(1); GDPR 28(3); GDPR 29; GDPR 39(1).
func (d Deed) CompleteIn(tag language.Tag) Deed {
	if d.Role == AsProcessor {
		c := &d.Contract
		c.Form = cmp.Or(c.Form, ByContract)
		c.Rights = orText(c.Rights, tag, "rights")
		c.Duties = orText(c.Duties, tag, "duties")
		c.Modes = orText(c.Modes, tag, "modes")
		c.Clauses = slices.Clone(c.Clauses)
		for clause := range Clause(0).Values() {
			if !slices.Contains(c.Clauses, clause) {
				c.Clauses = append(c.Clauses, clause)
			}
		}
		return d
	}
	f := formalityOf(d.Role, d.Regime)
	if f == nil || deedForms[d.Role] == nil {
		return d
	}
	d.Act.Form = cmp.Or(d.Act.Form, d.usualForm())
	if f.instructions.Code != "" {
		d.Act.Instructions = orText(d.Act.Instructions, tag, "instructions")
	}
	d.Act.Tasks = slices.Clone(d.Act.Tasks)
	for a := range d.Role.InAct() {
		if d.template() && !slices.Contains(d.Act.Tasks, a.Task) {
			d.Act.Tasks = append(d.Act.Tasks, a.Task)
		}
	}
	return d
}

func orText(s string, tag language.Tag, what string) string {
	if blank(s) {
		return standard(tag, what)
	}
	return s
}

// Check tells what the deed lacks: what its act or contract does, and the names
// of the body, of who acts for it and of who is appointed. A deed that lacks
// nothing prints no [Blank], and one that lacks something of what it prints has
// one.
//
// The errors are those of [Act.Check] and [Contract.Check].
//
// Law: Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); GDPR 28(3); GDPR 29.
func (d Deed) Check() (gdpr.Findings, error) {
	c := find.In(d.Regime)
	if blank(d.Comune) {
		c.Add(deedComune, "comune")
	}
	if blank(d.Appointee) {
		c.Add(deedAppointee, "appointee")
	}
	if !d.template() && d.Role == AsManager {
		switch {
		case d.board() && blank(d.Board):
			c.Add(deedHead, "board")
		case !d.board() && blank(d.Head):
			c.Add(deedHead, "head")
		}
	}
	if !d.template() && d.Role != AsProcessor && blank(d.Signer) && !(d.Role == AsManager && d.board()) {
		c.Add(deedSigner, "signer")
	}
	if d.Role == AsProcessor {
		more, err := d.Contract.Check()
		c.Below("contract", more)
		return c.Findings(), gdpr.At("contract", err)
	}
	a := d.Act
	if a.Form != ByResolution && blank(d.Signer) {
		a.Signer = "" // an id without a name signs nothing
	} else if blank(a.Signer) {
		a.Signer = d.Signer
	}
	more, err := a.CheckUnder(d.Role, d.Regime)
	c.Below("act", more)
	return c.Findings(), gdpr.At("act", err)
}

// board reports whether a board takes the act.
func (d *Deed) board() bool { return d.Act.Form == ByResolution }

// Text is [Deed.In] in Italian.
//
// Law: Regolamento 5(1); Regolamento 5(3); Regolamento 5(4); Regolamento 6(1); Regolamento 6(2); Regolamento 7(1); Regolamento 8(1); Regolamento 9(1); GDPR 28(3); Codice 2-quaterdecies(1); Codice 2-quaterdecies(2).
func (d Deed) Text() string { return d.In(language.Italian) }
