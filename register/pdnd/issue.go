package pdnd

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// IssueCode is what the platform finds wrong with a form. The words are the
// platform's own: "missingExpectedFieldError". The zero value is not given.
type IssueCode uint8

// The platform's issues.
const (
	VersionNotFound    IssueCode = iota + 1 // the kind has no form of that version
	VersionExpired                          // the form is out of date
	UnknownQuestion                         // the form has no such question
	BadValue                                // the value isn't among the allowed ones
	ConditionMissing                        // the question hangs on one that has no answer
	ConditionUnmet                          // the question hangs on an answer that wasn't given
	AnswerMissing                           // the question is open and has no answer
	PersonalDataDiffer                      // the e-service says otherwise of personal data

	TemplateKindUnknown       // template: the kind has no form
	TemplateVersion           // template: not of the newest version
	TemplateUnknownQuestion   // template: the form has no such question
	TemplateMalformed         // template: a text with both values and suggestions, or neither; or editable with either
	TemplateSuggestion        // template: a choice with suggestions, or without a value
	TemplateBadValue          // template: a value that isn't among the allowed ones
	TemplateConditionMissing  // template: the question hangs on one that isn't there
	TemplateConditionEditable // template: the question hangs on one that is left open
	TemplateConditionUnmet    // template: the question hangs on an answer that wasn't given
	TemplateAnswerMissing     // template: the question is open and isn't there
	TemplatePersonalData      // template: it says otherwise of personal data than the template of the purpose
)

var codes = words{
	"", "rulesVersionNotFoundError", "expiredRulesVersionError", "unexpectedFieldError", "unexpectedFieldValueError",
	"dependencyNotFoundError", "unexpectedDependencyValueError", "missingExpectedFieldError", "incompatiblePersonalDataError",
	"noRiskAnalysisTemplateRulesVersionFoundError", "unexpectedRiskAnalysisTemplateRulesVersionError",
	"unexpectedRiskAnalysisTemplateFieldError", "malformedRiskAnalysisTemplateFieldValueOrSuggestionError",
	"unexpectedRiskAnalysisTemplateFieldValueOrSuggestionError", "unexpectedRiskAnalysisTemplateFieldValueError",
	"riskAnalysisTemplateDependencyNotFoundError", "unexpectedRiskAnalysisTemplateDependencyEditableError",
	"unexpectedRiskAnalysisTemplateDependencyValueError", "missingExpectedRiskAnalysisTemplateFieldError",
	"incompatiblePurposeTemplatePersonalDataError",
}

// String returns the platform's word: "missingExpectedFieldError".
func (c IssueCode) String() string { return codes.text("IssueCode", int(c)) }

// Label returns what the issue is in the language that [gdpr.Match] picks for
// tag.
func (c IssueCode) Label(tag language.Tag) string { return catalog.Label(tag, "pdnd.code."+c.String()) }

// MarshalText returns the platform's word.
func (c IssueCode) MarshalText() ([]byte, error) { return codes.marshal(int(c)) }

// UnmarshalText reads the platform's word. An unknown one is a
// [*gdpr.InputError].
func (c *IssueCode) UnmarshalText(text []byte) error {
	i, err := codes.parse(text)
	*c = IssueCode(i)
	return err
}

// Issue is one thing for which the platform refuses a form. The fields that the
// code has no use for are empty.
type Issue struct {
	Code     IssueCode
	Question string   // the question's identifier
	On       string   // the question that it hangs on
	Value    string   // the value that is wanted there
	Allowed  []string // the values that the question takes
	Version  string   // the form's version
	Kind     Kind     // the kind of body
}

// MarshalJSON writes the fields that the code has.
func (i Issue) MarshalJSON() ([]byte, error) {
	w := issueJSON{Code: i.Code}
	switch i.Code {
	case VersionNotFound, VersionExpired:
		w.Version, w.Kind = &i.Version, &i.Kind
	case TemplateKindUnknown, TemplateVersion, TemplatePersonalData:
	case ConditionUnmet:
		w.Question, w.On, w.Value = &i.Question, &i.On, &i.Value
	case ConditionMissing, TemplateConditionMissing, TemplateConditionEditable, TemplateConditionUnmet:
		w.Question, w.On = &i.Question, &i.On
	case BadValue:
		w.Question, w.Allowed = &i.Question, i.Allowed
	default:
		w.Question = &i.Question
	}
	return json.Marshal(w)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (i *Issue) UnmarshalJSON(data []byte) error {
	var r issueJSON
	if err := gdpr.Decode(data, &r); err != nil {
		return err
	}
	*i = Issue{Code: r.Code, Allowed: r.Allowed}
	for _, f := range [...]struct {
		to   *string
		from *string
	}{{&i.Question, r.Question}, {&i.On, r.On}, {&i.Value, r.Value}, {&i.Version, r.Version}} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if r.Kind != nil {
		i.Kind = *r.Kind
	}
	return nil
}

type issueJSON struct {
	Code     IssueCode `json:"code"`
	Question *string   `json:"question,omitempty"`
	On       *string   `json:"on,omitempty"`
	Value    *string   `json:"value,omitempty"`
	Allowed  []string  `json:"allowed,omitempty"`
	Version  *string   `json:"version,omitempty"`
	Kind     *Kind     `json:"kind,omitempty"`
}

// Message says the issue in the language that [gdpr.Match] picks for tag, with
// the identifiers that it is about: "ruleOfLawText: the question hangs on another,
// which has no answer (legalBasisPublicInterest)".
func (i Issue) Message(tag language.Tag) string {
	text := i.Code.Label(tag)
	if i.Question != "" {
		text = i.Question + ": " + text
	}
	var about string
	switch i.Code {
	case VersionNotFound, VersionExpired, TemplateVersion:
		about = strings.TrimSpace(i.Kind.String() + " " + i.Version)
	case ConditionMissing, TemplateConditionMissing, TemplateConditionEditable:
		about = i.On
	case ConditionUnmet, TemplateConditionUnmet:
		about = i.On + " = " + i.Value
	case BadValue:
		about = strings.Join(i.Allowed, ", ")
	}
	if about == "" {
		return text
	}
	return text + " (" + about + ")"
}

// Equal reports whether two issues say the same.
//
// Law: GDPR 5(2).
func (i Issue) Equal(j Issue) bool {
	return i.Code == j.Code && i.Question == j.Question && i.On == j.On && i.Value == j.Value &&
		i.Version == j.Version && i.Kind == j.Kind && slices.Equal(i.Allowed, j.Allowed)
}

// Verdict is the platform's answer on a form: the issues for which it refuses it,
// or none, and then the form in order.
type Verdict struct {
	Model  Model   `json:"model"`            // the form by which it was judged; zero if there is none of that version
	Kind   Kind    `json:"kind"`             // the kind by which it was judged
	Issues []Issue `json:"issues,omitempty"` // in the platform's order

	form Form
}

// Valid reports whether the platform takes the form.
//
// Law: GDPR 5(2).
func (v Verdict) Valid() bool { return len(v.Issues) == 0 }

// Normalized returns the form as the platform keeps it: empty answers dropped,
// the first value alone of a single or a text. It is the zero form where there
// are issues.
//
// Law: GDPR 5(2).
func (v Verdict) Normalized() Form {
	if !v.Valid() || v.Model == (Model{}) {
		return Form{}
	}
	out := Form{Version: v.form.Version, Answers: Answers{}}
	for id, values := range v.form.Answers.All() {
		q, _ := v.Model.Question(id)
		if q.Type() != Multi {
			values = values[:1]
		}
		out.Answers = append(out.Answers, Answer{id, slices.Clone(values)})
	}
	return out
}
