package retention

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/b58db29f/gdpr"
)

// ImportPlan reads the body's own plan of conservation from CSV, with a line of
// names first: id, class, series, keeping, period, unit, event, fate, source, in any
// order, of which id, series and keeping are needed. Keeping is one of permanent,
// at_least, at_most, fixed, until_event; unit days, weeks, months or years; fate
// keep, weed, discard, transfer or erase. Fields are parted by commas or, if the
// first line has more of them, semicolons; a byte order mark is skipped.
//
//	id,class,series,keeping,period,unit,event,fate
//	contratti,I/6,contratti,permanent,,,,keep
//	mandati,IV/12,mandati di pagamento,at_least,10,years,registrazione,discard
//
// Its rows have the status of an adopted plan. All errors are told, each a
// [*gdpr.InputError] with the line of the file: "lines[3].keeping".
//
// Law: D.P.R. 445/2000 68.
func ImportPlan(text string) (Plan, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	r := csv.NewReader(strings.NewReader(text))
	if head, _, _ := strings.Cut(text, "\n"); strings.Contains(head, ";") {
		r.Comma = ';'
	}
	r.TrimLeadingSpace = true
	head, err := r.Read()
	if err != nil {
		return Plan{}, &gdpr.InputError{Field: "lines[1]", Fault: gdpr.FaultSyntax, Other: "id,class,series,keeping,period,unit,event,fate,source"}
	}
	columns, err := planColumns(head)
	if err != nil {
		return Plan{}, err
	}
	var rows []Series
	var faults []error
	lines := map[string]string{}
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			faults = append(faults, &gdpr.InputError{Field: "lines[" + strconv.Itoa(broken.StartLine) + "]", Fault: gdpr.FaultSyntax, Other: "CSV"})
			if !errors.Is(err, csv.ErrFieldCount) {
				break
			}
			continue
		}
		line, _ := r.FieldPos(0)
		at := "lines[" + strconv.Itoa(line) + "]"
		s, found := planRow(record, columns)
		if first, twice := lines[s.ID]; twice && s.ID != "" {
			found = append(found, &gdpr.InputError{Field: "id", Value: s.ID, Fault: gdpr.FaultDuplicate, Other: first})
		}
		lines[s.ID] = at
		for _, e := range found {
			faults = append(faults, gdpr.At(at, e))
		}
		rows = append(rows, s)
	}
	if len(faults) > 0 {
		return Plan{}, errors.Join(faults...)
	}
	return Plan{rows}, nil
}

// planColumns returns the place of each column by its name.
func planColumns(head []string) (map[string]int, error) {
	const names = "id, class, series, keeping, period, unit, event, fate, source"
	columns := make(map[string]int, len(head))
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "" || !strings.Contains(", "+names+",", ", "+name+",") {
			return nil, &gdpr.InputError{Field: "lines[1]", Value: name, Fault: gdpr.FaultName, Other: names}
		}
		if _, twice := columns[name]; twice {
			return nil, &gdpr.InputError{Field: "lines[1]", Value: name, Fault: gdpr.FaultDuplicate, Other: names}
		}
		columns[name] = i
	}
	for _, name := range [...]string{"id", "series", "keeping"} {
		if _, ok := columns[name]; !ok {
			return nil, &gdpr.InputError{Field: "lines[1]", Fault: gdpr.FaultMissing, Other: name}
		}
	}
	return columns, nil
}

// planRow reads a row, with all that is wrong with it.
func planRow(record []string, columns map[string]int) (s Series, faults []error) {
	get := func(name string) string {
		if i, ok := columns[name]; ok {
			return strings.TrimSpace(record[i])
		}
		return ""
	}
	s = Series{ID: get("id"), Class: get("class"), Name: gdpr.Text{IT: get("series"), EN: get("series")}, Event: gdpr.Text{IT: get("event"), EN: get("event")},
		Source: get("source"), Provision: "D.P.R. 445/2000 68", Certainty: OwnPlan, Status: StatusAdopted}
	for _, needed := range [...]struct{ name, value string }{{"id", s.ID}, {"series", s.Name.IT}} {
		if needed.value == "" {
			faults = append(faults, &gdpr.InputError{Field: needed.name, Fault: gdpr.FaultMissing, Other: needed.name})
		}
	}
	if err := s.Keeping.UnmarshalText([]byte(get("keeping"))); err != nil {
		faults = append(faults, gdpr.At("keeping", err))
	}
	if fate := get("fate"); fate != "" {
		if err := s.Fate.UnmarshalText([]byte(fate)); err != nil {
			faults = append(faults, gdpr.At("fate", err))
		}
	}
	if period := get("period"); period != "" {
		n, err := strconv.Atoi(period)
		if err != nil {
			faults = append(faults, &gdpr.InputError{Field: "period", Value: period, Fault: gdpr.FaultSyntax, Other: "10"})
		}
		s.Period = gdpr.Term{N: n, Counting: gdpr.Italian}
		if err := s.Period.Unit.UnmarshalText([]byte(get("unit"))); err != nil || s.Period.Unit == 0 || s.Period.Unit == gdpr.Hours {
			faults = append(faults, &gdpr.InputError{Field: "unit", Value: get("unit"), Fault: gdpr.FaultName, Other: "days, weeks, months, years"})
		}
	}
	if len(faults) == 0 {
		if err := s.check(); err != nil {
			faults = append(faults, err)
		}
	}
	return s, faults
}
