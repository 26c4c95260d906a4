package pdnd_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// oracle is a second, slow reading of the rules, straight from the table of the
// questions and written without a look at the library: maps and loops, nothing
// indexed. It is what the library is held against.
type oracle map[string][]oracleRule // by "PA 3.1"

type oracleRule struct {
	id, typ string
	values  []string
	when    [][2]string
}

// expiry is the last instant of each form that has one, in UTC.
var expiry = map[string]time.Time{
	"PA 1.0":      time.Date(2022, 10, 5, 23, 59, 59, 0, time.UTC),
	"PA 2.0":      time.Date(2023, 7, 26, 23, 59, 59, 0, time.UTC),
	"PA 3.0":      time.Date(2026, 2, 15, 23, 59, 59, 0, time.UTC),
	"PRIVATE 1.0": time.Date(2023, 7, 26, 23, 59, 59, 0, time.UTC),
}

func readOracle(t testing.TB) oracle {
	data, err := os.ReadFile("forms.tsv")
	require.NoError(t, err)
	o := oracle{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := append(strings.Split(line, "\t"), "", "", "", "", "")
		r := oracleRule{id: c[1], typ: c[3], values: strings.Fields(c[4])}
		for _, w := range strings.Fields(c[5]) {
			on, value, _ := strings.Cut(w, "=")
			r.when = append(r.when, [2]string{on, value})
		}
		o[c[0]] = append(o[c[0]], r)
	}
	require.Len(t, o, 6)
	return o
}

// validate gives the issues, and the normalised answers if there are none.
func (o oracle) validate(f pdnd.Form, p pdnd.Platform) (issues []pdnd.Issue, kept pdnd.Answers) {
	kind := p.Kind
	if kind == 0 {
		kind = p.Fallback
	}
	family := "PRIVATE "
	if kind == pdnd.PA {
		family = "PA "
	}
	rules, ok := o[family+f.Version]
	if !ok {
		return []pdnd.Issue{{Code: pdnd.VersionNotFound, Version: f.Version, Kind: kind}}, nil
	}
	if end, ok := expiry[family+f.Version]; ok && end.Before(p.At) {
		return []pdnd.Issue{{Code: pdnd.VersionExpired, Version: f.Version, Kind: kind}}, nil
	}
	given := map[string][]string{}
	for _, a := range f.Answers {
		if len(a.Values) > 0 {
			given[a.Question] = a.Values
		}
	}
	for _, a := range f.Answers {
		if len(a.Values) == 0 {
			continue
		}
		at := slices.IndexFunc(rules, func(r oracleRule) bool { return r.id == a.Question })
		if at < 0 {
			issues = append(issues, pdnd.Issue{Code: pdnd.UnknownQuestion, Question: a.Question})
			continue
		}
		r := rules[at]
		keep := a.Values
		if r.typ != "multi" {
			keep = keep[:1]
		}
		kept = append(kept, pdnd.Answer{Question: r.id, Values: keep})
		for _, v := range a.Values {
			if r.typ != "text" && !slices.Contains(r.values, v) {
				issues = append(issues, pdnd.Issue{Code: pdnd.BadValue, Question: r.id, Allowed: r.values})
			}
		}
		for _, w := range r.when {
			switch parent, ok := given[w[0]]; {
			case p.SchemaOnly:
			case !ok:
				issues = append(issues, pdnd.Issue{Code: pdnd.ConditionMissing, Question: r.id, On: w[0]})
			case !slices.Contains(parent, w[1]):
				issues = append(issues, pdnd.Issue{Code: pdnd.ConditionUnmet, Question: r.id, On: w[0], Value: w[1]})
			}
		}
	}
	for _, r := range rules {
		if _, ok := given[r.id]; !ok && !p.SchemaOnly && o.open(r, given) {
			issues = append(issues, pdnd.Issue{Code: pdnd.AnswerMissing, Question: r.id})
		}
	}
	if flagged := family+f.Version == "PA 3.1" || family+f.Version == "PRIVATE 2.0"; len(issues) == 0 && flagged && p.PersonalData.Known() {
		says := gdpr.Unknown
		if v := given["usesPersonalData"]; len(v) > 0 {
			says = gdpr.Is(v[0] == "YES")
		}
		if says != p.PersonalData {
			issues = append(issues, pdnd.Issue{Code: pdnd.PersonalDataDiffer, Question: "usesPersonalData"})
		}
	}
	return issues, kept
}

func (o oracle) open(r oracleRule, given map[string][]string) bool {
	for _, w := range r.when {
		if !slices.Contains(given[w[0]], w[1]) {
			return false
		}
	}
	return true
}
