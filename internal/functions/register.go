//go:build !desks

package functions

import (
	"encoding/json"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/retention"
	"github.com/b58db29f/gdpr/roles"
)

func registerFunctions() []Function {
	return append(registerDecisions(), append(registerRecords(), registerPublication()...)...)
}

// kinded are facts that a rule looks at with the kinds of data.
type kinded[F any] struct {
	Facts F               `json:"facts"`
	Kinds []register.Kind `json:"kinds,omitempty" doc:"The kinds of the data."`
	Lang
}

func registerDecisions() []Function {
	outcome := func(d register.Decision) register.Outcome { return d.Outcome }
	lists := [][]Function{
		decision("register.disclosure", "register.Disclosure.Show", register.Disclosure.Show, outcome),
		decision("register.datum", "register.Datum.Publish", register.Datum.Publish, outcome),
		decision("register.matching", "register.Matching.Decide", register.Matching.Decide, outcome),
		decision("register.use", "register.Use.Decide", register.Use.Decide, outcome),
	}
	all := []Function{
		fn("register.special", "register.Special.Decide", func(in kinded[register.Special]) (specialOutput, error) {
			d := in.Facts.Decide(register.KindSet(in.Kinds...))
			return specialOutput{explain(in.Lang, d.Outcome, d), listed(in.Facts.Conditions()).Items}, nil
		}),
		fn("register.judicial", "register.Judicial.Decide", func(in kinded[register.Judicial]) (Decision[register.Outcome], error) {
			d := in.Facts.Decide(register.KindSet(in.Kinds...))
			return explain(in.Lang, d.Outcome, d), nil
		}),
	}
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// specialOutput tells whether special data may be processed, and on what.
type specialOutput struct {
	Decision[register.Outcome]
	Conditions []register.Condition `json:"conditions"` // those that are established
}

// registerInput is a register, and the rules and the day by which it is looked at.
type registerInput struct {
	Register register.Register `json:"register"`
	Policy   register.Policy   `json:"policy,omitzero"`
	Day
	Lang
}

func registerRecords() []Function {
	return append([]Function{
		fn("register.check", "register.Policy.Check", func(in registerInput) (Findings, error) {
			return in.told("")(in.Policy.Check(in.Register, in.On))
		}),
		fn("register.roles.check", "register.Register.CheckRoles", func(in struct {
			Register     register.Register  `json:"register"`
			Organisation roles.Organisation `json:"organisation"`
			Lang
		}) (Findings, error) {
			return in.found(in.Register.CheckRoles(in.Organisation)), nil
		}),
		fn("register.summary", "register.Summarize", func(in registerInput) (register.Summary, error) {
			return register.Summarize(in.Register), nil
		}),
		fn("register.diff", "register.Diff", func(in struct {
			Before register.Register `json:"before"`
			After  register.Register `json:"after"`
			Lang
		}) (List[register.Change], error) {
			return List[register.Change]{append([]register.Change{}, register.Diff(in.Before, in.After)...)}, nil
		}),
		fn("register.sheets", "register.Register.Sheets", func(in registerInput) (List[register.Sheet], error) {
			return List[register.Sheet]{append([]register.Sheet{}, in.Register.Sheets(in.Tag())...)}, nil
		}),
	}, registerForms()...)
}

// registerForms are the forms that a register is written in, and its parts.
func registerForms() []Function {
	return append([]Function{
		fn("register.text", "register.Register.Markdown", func(in registerInput) (Text, error) {
			return Text{in.Register.Markdown(in.Tag())}, nil
		}),
		fn("register.jsonld", "register.Policy.JSONLD", func(in struct {
			registerInput
			Base string `json:"base" doc:"The address below which the register's parts have theirs."`
		}) (struct {
			Document json.RawMessage `json:"document" doc:"The register as JSON-LD, by the Data Privacy Vocabulary."`
		}, error) {
			doc, err := in.Policy.JSONLD(in.Register, in.Base)
			return struct {
				Document json.RawMessage `json:"document" doc:"The register as JSON-LD, by the Data Privacy Vocabulary."`
			}{doc}, err
		}),
		fn("register.retention", "register.Register.Rules", func(in registerInput) (List[retention.Rule], error) {
			return List[retention.Rule]{append([]retention.Rule{}, in.Register.Rules()...)}, nil
		}),
		fn("register.screen", "register.Activity.Screen", func(in struct {
			Activity register.Activity `json:"activity"`
			Policy   dpia.Policy       `json:"policy,omitzero"`
			Lang
		}) (Decision[dpia.Outcome], error) {
			s, err := in.Activity.Screen(in.Policy)
			if err != nil {
				return Decision[dpia.Outcome]{}, gdpr.At("activity", err)
			}
			return explain(in.Lang, s.Outcome, s), nil
		}),
	}, registerParts()...)
}

// registerParts are the parts of a register, and what it refers to.
func registerParts() []Function {
	return []Function{
		fn("register.principles.check", "register.Principles.Check", func(in struct {
			Principles register.Principles `json:"principles"`
			Kinds      []register.Kind     `json:"kinds,omitempty" doc:"The kinds of the data."`
			Lang
		}) (Findings, error) {
			return in.found(in.Principles.Check(register.KindSet(in.Kinds...))), nil
		}),
		fn("register.design.check", "register.Design.Check", func(in struct {
			Design register.Design `json:"design"`
			Lang
		}) (Findings, error) {
			return in.found(in.Design.Check()), nil
		}),
		fn("register.adequate", "register.Adequate", func(in struct {
			Country string `json:"country" doc:"The country by its two letters (ISO 3166-1)."`
			Day
			Lang
		}) (Answered, error) {
			return Answered{register.Adequate(in.Country, in.On)}, nil
		}),
		fn("register.matters", "register.Matters", func(in None) (List[matterOutput], error) {
			return mapped(register.Matters(), func(m register.Matter) matterOutput {
				return matterOutput{m, m.Label(in.Tag()), m.Sector(), m.Provision()}
			}), nil
		}),
	}
}

// matterOutput is a matter of substantial public interest.
type matterOutput struct {
	Matter    register.Matter `json:"matter"`
	Label     string          `json:"label"` // in the language asked for
	Sector    register.Sector `json:"sector,omitzero"`
	Provision gdpr.Provision  `json:"provision"`
}

// removalOutput is how long something stays online.
type removalOutput struct {
	register.Period
	Removal *date.Date `json:"removal,omitempty"` // the day on which it is taken off, if that is known
}

func removal(p register.Period) removalOutput {
	out := removalOutput{Period: p}
	if day, known := p.Removal(); known {
		out.Removal = &day
	}
	return out
}

func registerPublication() []Function {
	return []Function{
		fn("register.publication", "register.Publication.Period", func(in struct {
			Publication register.Publication `json:"publication"`
			Lang
		}) (removalOutput, error) {
			p, err := in.Publication.Period()
			return removal(p), gdpr.At("publication", err)
		}),
		fn("register.publication.by", "register.PublishBy", func(in struct {
			Elected date.Date `json:"elected" doc:"The day of the election or appointment."`
			Cal
			Lang
		}) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := register.PublishBy(in.Elected, cal)
			return in.deadline(d, cal), err
		}),
		fn("register.publication.from", "register.DisseminateFrom", func(in struct {
			Told date.Date `json:"told" doc:"The day on which the Garante was told."`
			Lang
		}) (struct {
			From date.Date `json:"from" doc:"The first day on which the data may be disseminated."`
		}, error) {
			d, err := register.DisseminateFrom(in.Told)
			return struct {
				From date.Date `json:"from" doc:"The first day on which the data may be disseminated."`
			}{d}, err
		}),
		fn("register.publication.indexable", "register.Place.Indexable", func(in struct {
			Place register.Place  `json:"place"`
			Kinds []register.Kind `json:"kinds,omitempty" doc:"The kinds of the data."`
			Lang
		}) (Answered, error) {
			return Answered{in.Place.Indexable(register.KindSet(in.Kinds...))}, nil
		}),
		fn("register.site.check", "register.Site.Check", func(in struct {
			Site register.Site `json:"site"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(in.Site.Check(in.On)), nil
		}),
	}
}
