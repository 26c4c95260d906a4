package gdpr

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Code is the stable name of what a check found, of a reason or of a question:
// "register.purpose.missing". It never changes its meaning, so that hosts can
// keep it, filter by it and translate it. Each code has a sentence in Italian
// and English.
type Code string

// Severity tells how much a [Finding] weighs. The zero value is not given.
type Severity uint8

// The severities, from the lightest.
//
//words:label severity
const (
	Advice    Severity = iota + 1 // advice: good practice, no duty of law
	Warning                       // warning: doubtful: someone must look
	Violation                     // violation: a duty of law isn't met
)

// Finding is one thing that a check found: what, how grave, where in the input,
// and by which provisions. It is a plain value; it round-trips through JSON.
type Finding struct {
	Code       Code        `json:"code"`
	Severity   Severity    `json:"severity"`
	Where      string      `json:"where,omitempty"` // path in the input: "activities[3].retention"
	Provisions []Provision `json:"provisions,omitempty"`
	Args       Args        `json:"args,omitempty"` // what the message prints
}

// Args are the strings and ints that the message of a [Finding] prints. A date or
// an instant is a string, and is printed in the reader's language.
type Args []any

// UnmarshalJSON reads the arguments. Whole numbers are ints again, so that a
// finding read back prints as the one that was written.
func (a *Args) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var args []any
	if err := d.Decode(&args); err != nil {
		return &InputError{Value: fmt.Sprintf("%.60s", data), Fault: FaultSyntax, Other: validList}
	}
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
		case json.Number:
			whole, err := strconv.Atoi(arg.String())
			if err != nil {
				return &InputError{Field: "[" + strconv.Itoa(i) + "]", Value: arg.String(), Fault: FaultSyntax, Other: validWhole}
			}
			args[i] = whole
		default:
			return &InputError{Field: "[" + strconv.Itoa(i) + "]", Value: fmt.Sprint(arg), Fault: FaultSyntax, Other: validText}
		}
	}
	*a = args
	return nil
}

// Message says in the language that [Match] picks for tag what was found.
func (f Finding) Message(tag language.Tag) string {
	return catalog.Text(tag, string(f.Code), f.Args...)
}

// String returns the finding on one line in English, as it reads in the output
// of a failing test.
func (f Finding) String() string { return f.Line(language.English) }

// Line returns the finding on one line: its weight, place, message, code and
// provisions.
func (f Finding) Line(tag language.Tag) string {
	var b strings.Builder
	b.WriteString(f.Severity.Label(tag))
	if f.Where != "" {
		b.WriteString(" " + f.Where)
	}
	b.WriteString(": " + f.Message(tag) + " [" + string(f.Code))
	for i, p := range f.Provisions {
		if i == 0 {
			b.WriteString("; ")
		} else {
			b.WriteString(", ")
		}
		b.WriteString(string(p))
	}
	b.WriteString("]")
	return b.String()
}

// Findings is what a check returns: nil if all is well. The order is the order
// of the input, and the same for the same input.
//
// It prints as a report, so that require.Empty(t, register.Check(r)) reads like
// an auditor's when it fails.
type Findings []Finding

// String returns the report in English.
func (fs Findings) String() string { return fs.Report(language.English) }

// Report returns the findings in the language that [Match] picks for tag: their
// number, and a line each.
func (fs Findings) Report(tag language.Tag) string {
	if len(fs) == 0 {
		return catalog.Text(tag, "findings.none")
	}
	var b strings.Builder
	b.WriteString(catalog.Text(tag, "findings.count", len(fs)))
	for _, f := range fs {
		b.WriteString("\n  " + f.Line(tag))
	}
	return b.String()
}

// Worst returns the gravest severity among the findings, or 0 if there are none.
func (fs Findings) Worst() Severity {
	var worst Severity
	for _, f := range fs {
		worst = max(worst, f.Severity)
	}
	return worst
}

// Of returns the findings of a severity.
func (fs Findings) Of(s Severity) iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for _, f := range fs {
			if f.Severity == s && !yield(f) {
				return
			}
		}
	}
}

// Has reports whether one of the findings has the code.
func (fs Findings) Has(code Code) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Code == code })
}

// Below returns the findings with every place put below path: "retention" at
// "activities[3]" is "activities[3].retention". The findings themselves are not
// changed; the new ones share their provisions and arguments with them.
func (fs Findings) Below(path string) Findings {
	if len(fs) == 0 || path == "" {
		return fs
	}
	below := slices.Clone(fs)
	for i := range below {
		switch where := below[i].Where; {
		case where == "":
			below[i].Where = path
		case strings.HasPrefix(where, "["):
			below[i].Where = path + where
		default:
			below[i].Where = path + "." + where
		}
	}
	return below
}

// ByWeight returns the findings from the gravest to the lightest; those of one
// weight keep their order. They share their provisions and arguments with fs.
func (fs Findings) ByWeight() Findings {
	sorted := slices.Clone(fs)
	slices.SortStableFunc(sorted, func(a, b Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}
