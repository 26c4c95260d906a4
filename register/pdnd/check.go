package pdnd

import (
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The finding of [Case.Check] on the form as a whole.
const (
	CodeDeclared gdpr.Code = "pdnd.declared" // warning: the analysis declares that the law is kept, but there are violations
)

// onDeclaration is the question by which the body declares that it complies.
const onDeclaration = "declarationConfirmGDPR"

var declaredAgainst = find.Warning(CodeDeclared, "GDPR 5(2)", "GDPR 24(1)")

// Check holds an analysis against what is on record and against the law: what the
// platform doesn't do, which looks only whether the form is complete and agrees
// with itself. It tells where the form says what the register, the notice or the
// impact assessment belie, and where what it says isn't lawful: no assessment
// where one is due, consent as the basis of a public body, special data on a mere
// task, data kept for longer than the register says.
//
// A fact that nobody knows is at most a warning. Where only the two papers differ
// it is accountability that suffers (GDPR 5(2)), and no other article is cited.
// Findings cite what binds under the case's regime, and come in the order of the
// subjects: assessment, basis, kinds of data, notice, the rest. Where is the
// answer they are about: "answers.doneDpia"; those of the notice itself have the
// paths of [informativa.Notice.Check] below "notice".
//
// The form needn't be valid, see [Platform.Validate]; what the platform lets
// through is told by [Form.Look]. Questions are read by their identifiers, so that
// a form of any version is checked as far as it answers them.
//
// The errors are those of [Case.Draft].
//
// Law: GDPR 5(1); GDPR 5(2); GDPR 6(1); GDPR 9(2); GDPR 10; GDPR 14(1); GDPR 14(5); GDPR 24(1); GDPR 28(3); GDPR 32(1); GDPR 35(1); GDPR 36(1); Codice 2-ter(1); Codice 2-ter(1-bis); Codice 2-sexies(1); Codice 2-octies(1); WP248.
func (c Case) Check(f Form) (gdpr.Findings, error) {
	m, err := c.resolve()
	if err != nil {
		return nil, err
	}
	return m.check(f), nil
}

func (m *matter) check(f Form) gdpr.Findings {
	c := &checker{matter: m, answers: f.Answers, Collector: find.In(m.Regime)}
	for _, rule := range rules {
		rule(c)
	}
	found := c.Findings()
	if c.says(onDeclaration, "true") && found.Worst() == gdpr.Violation {
		last := find.In(m.Regime)
		last.Add(declaredAgainst, at(onDeclaration))
		found = append(found, last.Findings()...)
	}
	return found
}

// checker is one check of a form.
type checker struct {
	*matter
	*find.Collector
	answers Answers
}

// rules are the checks, in the order of their findings.
var rules = [...]func(*checker){
	(*checker).assessment, (*checker).consultation,
	(*checker).bases, (*checker).norms, (*checker).task,
	(*checker).special, (*checker).judicial, (*checker).kindsOfData,
	(*checker).noticeGiven, (*checker).noticeOmitted, (*checker).noticeLink,
	(*checker).quantity, (*checker).shape, (*checker).need,
	(*checker).retention, (*checker).security, (*checker).others, (*checker).purposes,
}

// says reports whether the answer has the value.
func (c *checker) says(question, value string) bool { return c.answers.Has(question, value) }

// any reports whether the answer has one of the values.
func (c *checker) any(question string, values ...string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return c.says(question, v) })
}

// at is the path of a question's answer.
func at(question string) string { return "answers." + question }
