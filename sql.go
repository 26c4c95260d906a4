package gdpr

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
)

// Scan reads the answer from a database column: a boolean, the numbers 0 and 1,
// or a text that [ParseAnswer] reads. A null is [Unknown]. Anything else is an
// [*InputError], and leaves the answer as it was.
func (a *Answer) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*a = Unknown
	case bool:
		*a = Is(s)
	case int64:
		if s != 0 && s != 1 {
			return &InputError{Value: fmt.Sprint(s), Fault: FaultRange, Other: "0-1"}
		}
		*a = Is(s == 1)
	default:
		text, ok := columnText(src)
		if !ok {
			return unfit(src, answerForms)
		}
		read, err := ParseAnswer(text)
		if err != nil {
			return err
		}
		*a = read
	}
	return nil
}

// Value returns the answer for a column of booleans: true, false, or null for
// [Unknown]. A number that is no answer is an [*InputError] with [FaultName].
func (a Answer) Value() (driver.Value, error) {
	switch a {
	case Unknown:
		return nil, nil
	case No, Yes:
		return a == Yes, nil
	}
	return nil, &InputError{Value: fmt.Sprint(uint8(a)), Fault: FaultName, Other: answerForms}
}

// Scan reads the term from a database column of text: JSON as Value writes it, or
// what [ParseTerm] reads. A null is no term.
func (t *Term) Scan(src any) error {
	if text, ok := columnText(src); ok && text != "" && !strings.HasPrefix(text, "{") && text != "null" {
		read, err := ParseTerm(text)
		if err == nil {
			*t = read
		}
		return err
	}
	return scanJSON(t, src)
}

// Value returns the term for a database column, as JSON; null for no term.
func (t Term) Value() (driver.Value, error) { return valueJSON(t) }

// Scan reads the deadline from a database column of JSON. A null is no deadline.
func (d *Deadline) Scan(src any) error { return scanJSON(d, src) }

// Value returns the deadline for a database column, as JSON; null for none.
func (d Deadline) Value() (driver.Value, error) { return valueJSON(d) }

// Scan reads the deadline from a database column of JSON. A null is no deadline.
func (d *HourDeadline) Scan(src any) error { return scanJSON(d, src) }

// Value returns the deadline for a database column, as JSON; null for none.
func (d HourDeadline) Value() (driver.Value, error) { return valueJSON(d) }

// Scan reads the finding from a database column of JSON. A null is none.
func (f *Finding) Scan(src any) error { return scanJSON(f, src) }

// Value returns the finding for a database column, as JSON; null for none. A
// struct that embeds a finding and is a column itself needs a Value of its own.
func (f Finding) Value() (driver.Value, error) { return valueJSON(f) }

// Scan reads the findings from a database column of JSON. A null is none.
func (fs *Findings) Scan(src any) error { return scanJSON(fs, src) }

// Value returns the findings for a database column, as JSON; null for none.
func (fs Findings) Value() (driver.Value, error) {
	if len(fs) == 0 {
		return nil, nil
	}
	return valueJSON(fs)
}

// Scan reads the citation from a database column of text, as it stands there. A
// null is none.
func (p *Provision) Scan(src any) error {
	text, ok := columnText(src)
	if !ok {
		return unfit(src, "GDPR 12(3)")
	}
	*p = Provision(text)
	return nil
}

// Value returns the citation for a database column, and null for none.
func (p Provision) Value() (driver.Value, error) { return valueText(string(p)) }

// Scan reads the code from a database column of text. A null is none.
func (c *Code) Scan(src any) error {
	text, ok := columnText(src)
	if !ok {
		return unfit(src, "rights.reply.late")
	}
	*c = Code(text)
	return nil
}

// Value returns the code for a database column, and null for none.
func (c Code) Value() (driver.Value, error) { return valueText(string(c)) }

// ColumnOf is a value of the type T on its way into or out of a database column:
//
//	err := row.Scan(&r.ID, gdpr.Column(&r.Received), gdpr.Column(&r.Pauses))
//	_, err = db.Exec(insert, r.ID, gdpr.Column(&r.Received), gdpr.Column(&r.Pauses))
//
// It is made by [Column].
type ColumnOf[T any] struct{ of *T }

// Column returns the column of the value that v points to. Dates and instants are
// columns of their own kind; a type that reads and writes columns itself, as the
// enumerations do, does so; any other is stored as JSON and read by [Decode].
//
//   - A date is written as text, 2026-01-31, and the zero one as null. It is read
//     from text or from a column of dates; a null is the zero date, while the date
//     library alone would keep the value of the row before. A day that doesn't
//     exist is an [*InputError], and so is an instant that isn't midnight: the day
//     of an instant depends on the place, and the driver's location is seldom it.
//   - An instant is written as RFC 3339 text with its offset, the zero one as null.
//   - A zero struct, an empty slice, map or text is null.
//
// A nil pointer writes null, and reading into it is an error.
func Column[T any](v *T) ColumnOf[T] { return ColumnOf[T]{v} }

// Scan reads a column, for database/sql. On an error the value is as it was.
func (c ColumnOf[T]) Scan(src any) error {
	if c.of == nil {
		return &InputError{Fault: FaultMissing, Other: "pointer"}
	}
	switch v := any(c.of).(type) {
	case *date.Date:
		return scanDate(v, src)
	case *time.Time:
		return scanTime(v, src)
	case interface{ Scan(any) error }:
		return v.Scan(src)
	}
	return scanJSON(c.of, src)
}

// Value returns the column, for database/sql.
func (c ColumnOf[T]) Value() (driver.Value, error) {
	if c.of == nil {
		return nil, nil
	}
	switch v := any(*c.of).(type) {
	case date.Date:
		if v == 0 {
			return nil, nil
		}
		return v.String(), nil
	case time.Time:
		if v.IsZero() {
			return nil, nil
		}
		return v.Format(time.RFC3339Nano), nil
	case driver.Valuer:
		return v.Value()
	}
	return valueJSON(*c.of)
}

func scanDate(d *date.Date, src any) error {
	if t, ok := src.(time.Time); ok {
		if hour, minute, second := t.Clock(); hour+minute+second+t.Nanosecond() != 0 {
			return &InputError{Value: t.Format(time.RFC3339), Fault: FaultSyntax, Other: "2026-01-31"}
		}
		*d = date.NewAt(t)
		return nil
	}
	text, ok := columnText(src)
	if !ok {
		return unfit(src, "2026-01-31")
	}
	if text == "" {
		*d = 0
		return nil
	}
	// Some drivers give the text of a column of dates its midnight.
	for _, midnight := range [...]string{"T00:00:00Z", " 00:00:00+00:00", " 00:00:00"} {
		text = strings.TrimSuffix(text, midnight)
	}
	read, err := ParseDate(text)
	if err == nil {
		*d = read
	}
	return err
}

func scanTime(t *time.Time, src any) error {
	if read, ok := src.(time.Time); ok {
		*t = read
		return nil
	}
	text, ok := columnText(src)
	if !ok {
		return unfit(src, instantForm)
	}
	if text == "" {
		*t = time.Time{}
		return nil
	}
	read, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return &InputError{Value: text, Fault: FaultSyntax, Other: instantForm}
	}
	*t = read
	return nil
}

// scanJSON reads JSON, strictly; a null is the zero value.
func scanJSON[T any](v *T, src any) error {
	text, ok := columnText(src)
	if !ok {
		return unfit(src, validJSON)
	}
	if text == "" {
		var zero T
		*v = zero
		return nil
	}
	return Decode([]byte(text), v)
}

func valueJSON(v any) (driver.Value, error) {
	of := reflect.ValueOf(v)
	if !of.IsValid() || of.IsZero() || (of.Kind() == reflect.Slice || of.Kind() == reflect.Map) && of.Len() == 0 {
		return nil, nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return string(text), nil
}

func valueText(s string) (driver.Value, error) {
	if s == "" {
		return nil, nil
	}
	return s, nil
}

// columnText returns the text of a column, "" for null.
func columnText(src any) (string, bool) {
	switch s := src.(type) {
	case nil:
		return "", true
	case string:
		return s, true
	case []byte:
		return string(s), true
	}
	return "", false
}

func unfit(src any, form string) error {
	return &InputError{Value: fmt.Sprintf("%.60v", src), Fault: FaultSyntax, Other: form}
}
