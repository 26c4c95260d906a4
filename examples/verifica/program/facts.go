package main

import (
	"flag"
	"fmt"
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// fact is something that is so or not of a processing, on which it hangs what
// its notice must have. Each is a flag.
type fact struct {
	flag  string
	of    func(*informativa.Context) *gdpr.Answer
	label gdpr.Text
}

var factList = [...]fact{
	{"public-body", func(c *informativa.Context) *gdpr.Answer { return &c.PublicBody }, gdpr.Text{IT: "titolare pubblico", EN: "the controller is a public body"}},
	{"municipal", func(c *informativa.Context) *gdpr.Answer { return &c.Municipal }, gdpr.Text{IT: "vale il regolamento comunale", EN: "the municipal regulation binds"}},
	{"from-person", func(c *informativa.Context) *gdpr.Answer { return &c.FromPerson }, gdpr.Text{IT: "dati raccolti dall'interessato", EN: "data from the data subject"}},
	{"elsewhere", func(c *informativa.Context) *gdpr.Answer { return &c.Elsewhere }, gdpr.Text{IT: "dati avuti da altri", EN: "data from someone else"}},
	{"consent", func(c *informativa.Context) *gdpr.Answer { return &c.Consent }, gdpr.Text{IT: "base: consenso", EN: "basis: consent"}},
	{"contract", func(c *informativa.Context) *gdpr.Answer { return &c.Contract }, gdpr.Text{IT: "base: contratto", EN: "basis: contract"}},
	{"task", func(c *informativa.Context) *gdpr.Answer { return &c.Task }, gdpr.Text{IT: "base: compito pubblico", EN: "basis: public task"}},
	{"interest", func(c *informativa.Context) *gdpr.Answer { return &c.Interest }, gdpr.Text{IT: "base: legittimo interesse", EN: "basis: legitimate interests"}},
	{"disclosed", func(c *informativa.Context) *gdpr.Answer { return &c.Disclosed }, gdpr.Text{IT: "dati comunicati ad altri", EN: "data disclosed to others"}},
	{"transferred", func(c *informativa.Context) *gdpr.Answer { return &c.Transferred }, gdpr.Text{IT: "dati fuori dallo SEE", EN: "data leave the EEA"}},
	{"automated", func(c *informativa.Context) *gdpr.Answer { return &c.Automated }, gdpr.Text{IT: "decisioni automatizzate", EN: "automated decisions"}},
	{"video", func(c *informativa.Context) *gdpr.Answer { return &c.Video }, gdpr.Text{IT: "videosorveglianza con registrazione", EN: "video surveillance that records"}},
	{"website", func(c *informativa.Context) *gdpr.Answer { return &c.Website }, gdpr.Text{IT: "informativa di un sito web", EN: "notice of a web site"}},
	{"cookies", func(c *informativa.Context) *gdpr.Answer { return &c.Cookies }, gdpr.Text{IT: "il sito usa cookie", EN: "the site sets cookies"}},
}

// facts are those that the call gives.
type facts struct {
	comune bool
	layer  informativa.Layer // which part of the information the texts are
	given  [len(factList)]answer
}

// addFacts adds the flags of the facts.
func addFacts(flags *flag.FlagSet) *facts {
	f := new(facts)
	flags.TextVar(&f.layer, "layer", informativa.WholeNotice, "which part of the information the texts are: whole, first_layer, sign, banner or form")
	flags.BoolVar(&f.comune, "comune", false, "begin with the facts of an ordinary processing of a Comune")
	for i, fact := range factList {
		flags.Var(&f.given[i], fact.flag, fact.label.EN+"? yes, no or unknown ("+fact.label.IT+")")
	}
	return f
}

// context returns what is so: of a Comune, if asked or if it is one, as changed
// by the facts given.
func (f *facts) context(comune bool) informativa.Context {
	var in informativa.Context
	if f.comune || comune {
		in = informativa.Comune()
	}
	in.Layer = f.layer
	for i, fact := range factList {
		if f.given[i].set {
			*fact.of(&in) = f.given[i].Answer
		}
	}
	return in
}

// unknown lists the facts that nobody has given, if any notice was checked.
func (r report) unknown() []fact {
	if !slices.ContainsFunc(r.Notices, func(n notice) bool { return n.Language.Readable() }) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(factList[:]), func(f fact) bool { return f.of(&r.Context).Known() })
}

// answer is the flag of a fact: -consent, -consent=no.
type answer struct {
	gdpr.Answer
	set bool
}

// IsBoolFlag lets the bare flag be a yes.
func (a *answer) IsBoolFlag() bool { return true }

// String is empty for a fact that isn't given.
func (a *answer) String() string {
	if !a.set {
		return ""
	}
	return a.Answer.String()
}

// Set reads the word of an answer.
func (a *answer) Set(word string) error {
	answers := map[string]gdpr.Answer{"yes": gdpr.Yes, "true": gdpr.Yes, "sì": gdpr.Yes, "si": gdpr.Yes,
		"no": gdpr.No, "false": gdpr.No, "unknown": gdpr.Unknown}
	known, ok := answers[word]
	if !ok {
		return fmt.Errorf("yes, no, unknown")
	}
	*a = answer{known, true}
	return nil
}
