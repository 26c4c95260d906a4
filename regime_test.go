package gdpr_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/regolamento"
)

var allRegimes = []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw}

func TestRegimeCites(t *testing.T) {
	for _, c := range []struct {
		law  gdpr.Provision
		want string // what each regime cites
	}{
		{"GDPR 12(3)", "GDPR 12(3) | GDPR 12(3) | GDPR 12(3) | GDPR 12(3)"},
		{"Codice 2-undecies(1)(a)", "Codice 2-undecies(1)(a) | Codice 2-undecies(1)(a) | Codice 2-undecies(1)(a) | "},
		{"D.Lgs. 33/2013 8(3)", "D.Lgs. 33/2013 8(3) | D.Lgs. 33/2013 8(3) |  | "},
		{"Regolamento 39(1)", "Regolamento 39(1) | GDPR 34(1) | GDPR 34(1) | GDPR 34(1)"}, // repeated whole
		{"Regolamento 42(2)", "Regolamento 42(2) | Codice 142 | Codice 142 | "},
		{"Regolamento 13(8)", "Regolamento 13(8) | D.Lgs. 33/2013 8(3) |  | "},
		{"Regolamento 17(3)", "Regolamento 17(3) |  |  | "}, // the thirty days are the template's
		{"Regolamento 35(1)", "Regolamento 35(1) |  |  | "},
		{"Web notice 6", "Web notice 6 |  |  | "},
		{"Own 16(3)", "Own 16(3) | Own 16(3) | Own 16(3) | Own 16(3)"},
		{"D.R. 190/2021 8(2)", "D.R. 190/2021 8(2) | D.R. 190/2021 8(2) | D.R. 190/2021 8(2) | D.R. 190/2021 8(2)"}, // a host's own act
	} {
		var got []string
		for _, r := range allRegimes {
			p, ok := r.Cite(c.law)
			require.Equal(t, ok, p != "")
			got = append(got, string(p))
		}
		require.Equal(t, c.want, strings.Join(got, " | "), c.law)
	}
}

// TestRegimesNest: each regime binds what the next one binds.
func TestRegimesNest(t *testing.T) {
	for _, p := range []gdpr.Provision{"GDPR 5", "Codice 142", "D.Lgs. 33/2013 8(3)", "Regolamento 1(1)", "Own 1(1)", "c.c. 2963", "EDPB 01/2022 160"} {
		for i, wide := range allRegimes {
			for _, narrow := range allRegimes[i:] {
				require.True(t, wide.Has(narrow))
				require.True(t, !narrow.Binds(p) || wide.Binds(p), "%s %s %s", p, wide, narrow)
			}
			require.Equal(t, p.Layer() >= wide, wide.Binds(p))
		}
	}
}

// TestFindingsUnder: whatever the findings, under a regime none cites another
// layer's law, none is new, and under the template they are as they were.
func TestFindingsUnder(t *testing.T) {
	law := []gdpr.Provision{"GDPR 12(3)", "GDPR 32(1)", "Codice 2-ter(1)", "Codice 142", "D.Lgs. 33/2013 8(3)", "Regolamento 17(3)", "Regolamento 39(1)", "Regolamento 35(1)", "Own 2", "Own 3(1)"}
	random := rand.New(rand.NewPCG(3, 5))
	for range 2000 {
		fs := make(gdpr.Findings, random.IntN(5))
		for i := range fs {
			fs[i] = gdpr.Finding{Code: gdpr.Code(fmt.Sprint("x.", i)), Severity: gdpr.Violation}
			for range random.IntN(4) {
				fs[i].Provisions = append(fs[i].Provisions, law[random.IntN(len(law))])
			}
		}
		before, err := json.Marshal(fs)
		require.NoError(t, err)
		require.Equal(t, fs, fs.Under(gdpr.Template))
		for _, r := range allRegimes[1:] {
			for _, f := range fs.Under(r) {
				i := slices.IndexFunc(fs, func(g gdpr.Finding) bool { return g.Code == f.Code })
				require.GreaterOrEqual(t, i, 0)
				require.Equal(t, len(fs[i].Provisions) == 0, len(f.Provisions) == 0)
				for _, p := range f.Provisions {
					require.True(t, r.Binds(p), "%s under %s", p, r)
				}
			}
		}
		after, err := json.Marshal(fs)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), "the findings themselves don't change")
	}
	reason, ok := gdpr.Reason{Code: "x", Provision: "Regolamento 39(1)"}.Under(gdpr.UnionLaw)
	require.True(t, ok)
	require.Equal(t, gdpr.Provision("GDPR 34(1)"), reason.Provision)
	_, ok = gdpr.Reason{Code: "x", Provision: "Regolamento 35(1)"}.Under(gdpr.PublicLaw)
	require.False(t, ok)
	_, ok = gdpr.Reason{Code: "x"}.Under(gdpr.UnionLaw)
	require.True(t, ok)
}

func TestRegimeWords(t *testing.T) {
	for _, r := range allRegimes {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		var back gdpr.Regime
		require.NoError(t, gdpr.Decode(data, &back))
		require.Equal(t, r, back)
	}
	var r gdpr.Regime
	require.NoError(t, r.UnmarshalText(nil))
	require.Equal(t, gdpr.Template, r)
	require.ErrorIs(t, r.UnmarshalText([]byte("comune")), gdpr.FaultName)
}

// TestConcordance: each comma of the template has its row, what it names is
// canonical and binds more bodies than the template, and the counts are those of
// the first reading.
func TestConcordance(t *testing.T) {
	count := map[gdpr.Share]int{}
	for c := range regolamento.Commas() {
		share, same := gdpr.Concordance(c.Provision)
		if strings.HasPrefix(string(c.Provision), "Web notice") {
			require.Zero(t, share, c.Provision)
			continue
		}
		count[share]++
		require.Equal(t, share == gdpr.TemplateOnly, same == "", c.Provision)
		if same != "" {
			_, err := gdpr.ParseProvision(string(same))
			require.NoError(t, err, c.Provision)
			require.Greater(t, same.Layer(), gdpr.Template, c.Provision)
		}
	}
	require.Zero(t, count[0])
	require.Equal(t, 164, count[gdpr.Whole]+count[gdpr.Core]+count[gdpr.TemplateOnly])
	share, same := gdpr.Concordance("GDPR 12(3)")
	require.Zero(t, share)
	require.Empty(t, same)
}

// TestFine: the tiers by the lists of GDPR 83(4)-(5) and Codice 166(1)-(2).
func TestFine(t *testing.T) {
	for p, want := range map[gdpr.Provision]gdpr.Fine{
		"GDPR 5(1)(e)": gdpr.FineFive, "GDPR 6(1)": gdpr.FineFive, "GDPR 7(3)": gdpr.FineFive, "GDPR 8(1)": gdpr.FineFour,
		"GDPR 9(2)(g)": gdpr.FineFive, "GDPR 10": gdpr.NoFine, "GDPR 11(2)": gdpr.FineFour, "GDPR 12(3)": gdpr.FineFive,
		"GDPR 22(1)": gdpr.FineFive, "GDPR 24(1)": gdpr.NoFine, "GDPR 25(1)": gdpr.FineFour, "GDPR 33(1)": gdpr.FineFour,
		"GDPR 39(1)(b)": gdpr.FineFour, "GDPR 44": gdpr.FineFive, "GDPR 58(2)": gdpr.FineFive, "GDPR recital 63": gdpr.NoFine,
		"Codice 2-ter(3)": gdpr.FineFive, "Codice 2-quinquies(1)": gdpr.FineFive, "Codice 2-quinquies(2)": gdpr.FineFour,
		"Codice 2-septies(8)": gdpr.FineFive, "Codice 2-septies(1)": gdpr.NoFine, "Codice 2-undecies(1)(a)": gdpr.NoFine,
		"Codice 2-decies": gdpr.NoFine, "Codice 111-bis": gdpr.FineFive, "Codice 110-bis(2)": gdpr.FineFive, "Codice 123(4)": gdpr.FineFour,
		"Codice 130(3)": gdpr.FineFive, "Codice 130(6)": gdpr.NoFine, "Codice 157": gdpr.FineFive,
		"Regolamento 39(1)": gdpr.FineFour, "Regolamento 17(3)": gdpr.NoFine, "EDPB 01/2022 160": gdpr.NoFine, "Own 3(1)": gdpr.NoFine, "": gdpr.NoFine,
	} {
		require.Equal(t, want, p.Fine(), p)
		require.Equal(t, want == gdpr.NoFine, want.Provision() == "")
	}
	f := gdpr.Finding{Provisions: []gdpr.Provision{"GDPR 33(1)", "GDPR 5(2)"}}
	require.Equal(t, gdpr.FineFive, f.Fine(), "the graver of two: GDPR 83(3)")
	require.Equal(t, gdpr.NoFine, gdpr.Finding{}.Fine())
}

func TestDated(t *testing.T) {
	on := func(s string) date.Date { d, err := gdpr.ParseDate(s); require.NoError(t, err); return d }
	table, err := gdpr.NewDated(gdpr.Effect[int]{Value: 72}, gdpr.Effect[int]{From: on("2027-06-01"), Value: 96})
	require.NoError(t, err)
	for day, want := range map[string]int{"2018-05-25": 72, "2027-05-31": 72, "2027-06-01": 96, "2035-01-01": 96} {
		got, ok := table.On(on(day))
		require.True(t, ok)
		require.Equal(t, want, got, day)
	}
	got, ok := table.On(0)
	require.True(t, ok)
	require.Equal(t, 72, got, "0 is the day up to which the law was read")

	later, err := table.With(gdpr.Effect[int]{From: on("2030-01-01"), Value: 120})
	require.NoError(t, err)
	require.Equal(t, []date.Date{0, on("2027-06-01"), on("2030-01-01")}, later.Days())
	require.Len(t, table.Days(), 2, "the table itself doesn't change")
	_, err = table.With(gdpr.Effect[int]{From: on("2027-06-01")})
	require.ErrorIs(t, err, gdpr.FaultDuplicate)
	_, err = gdpr.NewDated(gdpr.Effect[int]{From: 2}, gdpr.Effect[int]{From: 2})
	require.ErrorIs(t, err, gdpr.FaultOrder)
	_, ok = gdpr.Dated[int]{}.On(on("2026-01-01"))
	require.False(t, ok)
	first, err := gdpr.NewDated(gdpr.Effect[int]{From: on("2027-06-01")})
	require.NoError(t, err)
	_, ok = first.On(on("2027-05-31"))
	require.False(t, ok)
}

// TestActsAreGenerated: the tables are what acts.tsv and concordance.tsv say.
func TestActsAreGenerated(t *testing.T) {
	for _, table := range []string{"acts", "concordance"} {
		rows, err := os.ReadFile(table + ".tsv")
		require.NoError(t, err)
		source, err := os.ReadFile(table + "_gen.go")
		require.NoError(t, err)
		lines := strings.Split(strings.TrimSpace(string(rows)), "\n")[1:]
		require.Equal(t, len(lines), strings.Count(string(source), "\n\t{"), "%s.tsv: run go generate", table)
		for _, line := range lines {
			require.Contains(t, string(source), fmt.Sprintf("\t{%q, ", strings.Split(line, "\t")[0]), "%s.tsv: run go generate", table)
		}
	}
}

func TestProvisionCheck(t *testing.T) {
	for _, p := range []gdpr.Provision{"GDPR 12(3)", "Own 3(2)(a)", "Code du travail L3133-1", "D.G.R. 41/2021 3", "L. 99/2027 1"} {
		require.NoError(t, p.Check(), p)
	}
	require.ErrorIs(t, gdpr.Provision("").Check(), gdpr.FaultMissing)
	require.ErrorIs(t, gdpr.Provision("GDPR 12(").Check(), gdpr.FaultSyntax)
	require.ErrorIs(t, gdpr.Provision("one\ntwo").Check(), gdpr.FaultSyntax)
	require.ErrorIs(t, gdpr.Provision(strings.Repeat("x", 201)).Check(), gdpr.FaultSyntax)
	// The law of a host's holidays is the host's.
	cal, err := gdpr.NewCalendar(2000, 2100, gdpr.HolidayRule{Name: gdpr.Text{IT: "Festa nazionale", EN: "National day"}, Law: "Code du travail L3133-1", Month: time.July, Day: 14})
	require.NoError(t, err)
	h, ok := cal.Holiday(date.New(2026, time.July, 14))
	require.True(t, ok)
	require.Equal(t, gdpr.Provision("Code du travail L3133-1"), h.Law)
}

func ExampleRegime_Cite() {
	for _, r := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.UnionLaw} {
		p, ok := r.Cite("Regolamento 39(1)")  // tell the persons of a breach
		q, own := r.Cite("Regolamento 35(1)") // the half-yearly check
		fmt.Println(r, p, ok, q, own)
	}
	// Output:
	// template Regolamento 39(1) true Regolamento 35(1) true
	// public GDPR 34(1) true  false
	// union GDPR 34(1) true  false
}

func BenchmarkRegimeCite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		gdpr.UnionLaw.Cite("Regolamento 39(1)")
	}
}
