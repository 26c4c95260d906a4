//go:build !desks

package functions

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

func rolesFunctions() []Function {
	return append(rolesDecisions(), append(rolesPapers(), rolesTables()...)...)
}

// organisationInput is an organisation and the day on which it is looked at.
type organisationInput struct {
	Organisation roles.Organisation `json:"organisation"`
	Day
	Lang
}

// powerOutput tells whether a role has a power.
type powerOutput struct {
	Decision[gdpr.Answer]
}

// liabilityOutput tells who answers for a damage.
type liabilityOutput struct {
	roles.Liability
	Joint   gdpr.Answer `json:"joint"`   // do two or more answer for the whole?
	Reasons []Reason    `json:"reasons"` // in the order of the law
	Missing []Question  `json:"missing"` // the facts that are unknown and could change it
}

func rolesDecisions() []Function {
	return []Function{
		fn("roles.power", "roles.Authority.Decide", func(in Facts[roles.Authority]) (powerOutput, error) {
			p, err := in.Facts.Decide()
			if err != nil {
				return powerOutput{}, gdpr.At("facts", err)
			}
			return powerOutput{explain(in.Lang, p.May, p)}, nil
		}),
		fn("roles.liability", "roles.Damage.Decide", func(in Facts[roles.Damage]) (liabilityOutput, error) {
			l := in.Facts.Decide()
			return liabilityOutput{l, l.Joint(), in.reasons(l.Reasons()), in.questions(l.Missing())}, nil
		}),
		next("roles.liability", roles.Damage.Decide),
		fn("roles.officer.needed", "roles.Organisation.NeedsOfficer", func(in organisationInput) (Answered, error) {
			return Answered{in.Organisation.NeedsOfficer()}, nil
		}),
	}
}

// deedOutput is a deed, its text and what it lacks.
type deedOutput struct {
	Deed roles.Deed `json:"deed"`
	Text string     `json:"text"` // in the language asked for
	Findings
}

func (l Lang) deed(d roles.Deed) (deedOutput, error) {
	fs, err := d.Check()
	return deedOutput{d, d.In(l.Tag()), l.found(fs)}, err
}

func rolesPapers() []Function {
	return append([]Function{
		fn("roles.check", "roles.Organisation.Check", func(in organisationInput) (Findings, error) {
			return in.told("organisation")(in.Organisation.Check(in.On))
		}),
		fn("roles.chart", "roles.Organisation.Chart", func(in organisationInput) (chartOutput, error) {
			c, err := in.Organisation.Chart()
			if err != nil {
				return chartOutput{}, gdpr.At("organisation", err)
			}
			return chartOutput{c.Tree(in.Tag()), c.Mermaid(in.Tag())}, nil
		}),
		fn("roles.deeds", "roles.Organisation.Deeds", func(in organisationInput) (List[deedOutput], error) {
			out := List[deedOutput]{[]deedOutput{}}
			for d := range in.Organisation.Deeds() {
				o, err := in.deed(d)
				if err != nil {
					return List[deedOutput]{}, gdpr.At("organisation", err)
				}
				out.Items = append(out.Items, o)
			}
			return out, nil
		}),
		fn("roles.deed", "roles.Deed.CompleteIn", func(in struct {
			Deed roles.Deed `json:"deed"`
			Lang
		}) (deedOutput, error) {
			out, err := in.deed(in.Deed.CompleteIn(in.Tag()))
			return out, gdpr.At("deed", err)
		}),
		fn("roles.expiries", "roles.Organisation.Expiries", func(in struct {
			Organisation roles.Organisation `json:"organisation"`
			From         date.Date          `json:"from" doc:"The first day."`
			To           date.Date          `json:"to" doc:"The last day."`
			Lang
		}) (List[roles.Expiry], error) {
			return List[roles.Expiry]{append([]roles.Expiry{}, in.Organisation.Expiries(in.From, in.To)...)}, nil
		}),
	}, rolesActs()...)
}

// rolesActs are the checks of acts and contracts.
func rolesActs() []Function {
	return []Function{
		fn("roles.act.check", "roles.Act.CheckUnder", func(in struct {
			Act    roles.Act   `json:"act"`
			Role   roles.Role  `json:"role"`
			Regime gdpr.Regime `json:"regime,omitzero"`
			Lang
		}) (Findings, error) {
			return in.told("")(in.Act.CheckUnder(in.Role, in.Regime))
		}),
		fn("roles.contract.check", "roles.Contract.Check", func(in struct {
			Contract roles.Contract `json:"contract"`
			Lang
		}) (Findings, error) {
			return in.told("contract")(in.Contract.Check())
		}),
		fn("roles.arrangement.check", "roles.Arrangement.Check", func(in struct {
			Arrangement roles.Arrangement `json:"arrangement"`
			Controller  string            `json:"controller,omitempty" doc:"The body's name, for the essence of the arrangement."`
			Lang
		}) (arrangementOutput, error) {
			fs, err := in.Arrangement.Check()
			return arrangementOutput{in.Arrangement.EssenceText(in.Controller, in.Tag()), in.found(fs)}, gdpr.At("arrangement", err)
		}),
		fn("roles.adherence.check", "roles.Adherence.Check", func(in struct {
			Adherence roles.Adherence `json:"adherence"`
			Public    gdpr.Answer     `json:"public" doc:"Is it a public body?"`
			Day
			Lang
		}) (Findings, error) {
			return in.told("adherence")(in.Adherence.Check(in.On, in.Public))
		}),
		fn("roles.opinion.check", "roles.Opinion.Check", func(in struct {
			Opinion roles.Opinion `json:"opinion"`
			Decided date.Date     `json:"decided,omitzero" doc:"The day of the decision that it is about."`
			Lang
		}) (Findings, error) {
			return in.found(in.Opinion.Check(in.Decided)), nil
		}),
	}
}

// chartOutput is the organisation as a tree.
type chartOutput struct {
	Tree    string `json:"tree"`    // as text, in the language asked for
	Mermaid string `json:"mermaid"` // as a diagram of Mermaid
}

// arrangementOutput is the essence of an arrangement and what it lacks.
type arrangementOutput struct {
	Essence string `json:"essence"` // what is told to the persons, in the language asked for
	Findings
}

// matrixRow is a task and the part of each role in it.
type matrixRow struct {
	Task  roles.Task                `json:"task"`
	Label string                    `json:"label"` // in the language asked for
	Parts map[roles.Role]roles.Part `json:"parts"` // by role; a role without a part is left out
}

// clauseRow is a clause of the contract with a processor.
type clauseRow struct {
	Clause    roles.Clause   `json:"clause"`
	Label     string         `json:"label"` // in the language asked for
	Provision gdpr.Provision `json:"provision"`
}

func rolesTables() []Function {
	return []Function{
		fn("roles.assignments", "roles.Assignments", func(in struct {
			Regime gdpr.Regime `json:"regime,omitzero"`
			Lang
		}) (List[roles.Assignment], error) {
			out := List[roles.Assignment]{[]roles.Assignment{}}
			for a := range roles.Assignments() {
				if under, ok := a.Under(in.Regime); ok {
					out.Items = append(out.Items, under)
				}
			}
			return out, nil
		}),
		fn("roles.matrix", "roles.MatrixUnder", func(in struct {
			Matter roles.Matter `json:"matter"`
			Regime gdpr.Regime  `json:"regime,omitzero"`
			Lang
		}) (List[matrixRow], error) {
			return mapped(roles.MatrixUnder(in.Regime, in.Matter), func(r roles.Row) matrixRow {
				row := matrixRow{r.Task, r.Task.Label(in.Tag()), map[roles.Role]roles.Part{}}
				for role := range roles.Role(0).Values() {
					if part := r.Part(role); part != 0 {
						row.Parts[role] = part
					}
				}
				return row
			}), nil
		}),
		fn("roles.clauses", "roles.Clauses", func(in None) (List[clauseRow], error) {
			out := List[clauseRow]{[]clauseRow{}}
			for _, c := range roles.Clauses() {
				out.Items = append(out.Items, clauseRow{c, c.Label(in.Tag()), c.Provision()})
			}
			return out, nil
		}),
	}
}
