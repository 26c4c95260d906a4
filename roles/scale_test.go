package roles_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// large returns an organisation in order with so many areas, each with a
// manager, a sector and a sub-manager, and ten times as many staff.
func large(t testing.TB, areas int) *roles.Organisation {
	o := clean(t)
	manager, sub, staff := o.Managers[0], o.SubManagers[0], o.Staff[0]
	person := func() string {
		id := fmt.Sprintf("p%d", len(o.People))
		o.People = append(o.People, roles.Person{ID: id, Name: "Persona " + id, PEC: id + "@pec.example"})
		return id
	}
	o.Areas, o.Managers, o.SubManagers, o.Staff = nil, nil, nil, nil
	for i := range areas {
		area, sector := fmt.Sprintf("a%d", i), fmt.Sprintf("s%d", i)
		o.Areas = append(o.Areas, roles.Area{ID: area, Name: "Area " + area, Sectors: []roles.Sector{{ID: sector, Name: "Settore " + sector}}})
		m := manager
		m.Person, m.Area = person(), area
		m.Published.Name, m.Published.PEC = "Persona "+m.Person, m.Person+"@pec.example"
		m.Act.Appointee = m.Published.Name
		o.Managers = append(o.Managers, m)
		s := sub
		s.Person, s.Sector, s.Act.Signer = person(), sector, m.Person
		o.SubManagers = append(o.SubManagers, s)
		for range 10 {
			a := staff
			a.Person, a.Area, a.Act.Signer = person(), area, m.Person
			o.Staff = append(o.Staff, a)
		}
	}
	// The sample's processors and arrangements are signed by the Mayor.
	return o
}

// BenchmarkCheck tells the time of a whole check, for 1,000 areas with 10,000
// staff under 10 ms, and that it grows no faster than the organisation.
func BenchmarkCheck(b *testing.B) {
	for _, areas := range []int{10, 100, 1000, 4000} {
		o := large(b, areas)
		found, err := o.Check(today)
		require.NoError(b, err)
		require.Empty(b, found)
		b.Run(fmt.Sprintf("areas=%d/staff=%d", areas, 10*areas), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := o.Check(today); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(o.People)), "ns/person")
		})
	}
}

func BenchmarkSample(b *testing.B) {
	o := sample(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := o.Check(today); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAuthority(b *testing.B) {
	a := roles.Authority{Role: roles.AsManager, Action: roles.ToNotifyBreach, Delegated: gdpr.Yes}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Decide(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLiability(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		claim.Decide()
	}
}

func BenchmarkTree(b *testing.B) {
	c, err := large(b, 1000).Chart()
	require.NoError(b, err)
	b.SetBytes(int64(len(c.Tree(language.Italian))))
	b.ReportAllocs()
	for b.Loop() {
		c.Tree(language.Italian)
	}
}

func BenchmarkDeed(b *testing.B) {
	var d roles.Deed
	for d = range clean(b).Deeds() {
		break
	}
	b.SetBytes(int64(len(d.Text())))
	b.ReportAllocs()
	for b.Loop() {
		d.Text()
	}
}

// What a check allocates is the index of the people and areas, not a word for
// each of them: no path is written for what is in order.
func TestCheckAllocatesLittle(t *testing.T) {
	o := large(t, 100)
	allocs := testing.AllocsPerRun(10, func() {
		if _, err := o.Check(today); err != nil {
			t.Fatal(err)
		}
	})
	require.Less(t, allocs, float64(len(o.People))/4)
}

// A thousand managers of one area, a chain of a thousand sub-processors, a
// thousand delegates: what looks for pairs must not compare all with all. Run
// under the time limit of the test, a quadratic check doesn't end.
func TestManyOfOneKind(t *testing.T) {
	o := large(t, 2000)
	for i := range o.Managers {
		o.Managers[i].Area = "a0"
		o.Controller.Delegates = append(o.Controller.Delegates, roles.Delegate{Person: o.Managers[i].Person})
	}
	for i := range o.Staff {
		o.Staff[i].Area = "a0"
	}
	for i := range 20000 {
		p := roles.Processor{ID: fmt.Sprintf("c%d", i), Name: "C"}
		if i > 0 {
			p.EngagedBy = fmt.Sprintf("c%d", i-1)
		}
		o.Processors = append(o.Processors, p)
	}
	found := check(t, o)
	require.True(t, found.Has(roles.CodeAreaTwice))
	_, err := o.Chart()
	require.NoError(t, err)
}

// FuzzOrganisation feeds JSON to everything that takes an organisation: nothing
// panics, all agree on what has no meaning, and a check says the same twice.
func FuzzOrganisation(f *testing.F) {
	f.Add([]byte(`{"controller":{"name":"C","representative":"a"},"people":[{"id":"a","name":"A B"}],"areas":[{"id":"x","sectors":[{"id":"y"}]}],"managers":[{"person":"a","area":"x","act":{"form":"decree","date":"2026-03-02","until":"2029-03-01","signer":"a","tasks":["assess"]},"published":{"on":"2026-03-03","name":"B A"}}]}`), int64(today))
	f.Add([]byte(`{"people":[{"id":"a"}],"areas":[{"id":"x","sectors":[{"id":"y"}]}],"sub_managers":[{"person":"a","sector":"y","act":{"form":"determination","number":"1"},"changed":"2026-03-02"}],"staff":[{"person":"a","area":"x","trained":false}]}`), int64(today))
	f.Add([]byte(`{"people":[{"id":"a"}],"officer":{"person":"a","firm":"F","external":true,"contract":{"appointee":"G"},"garante":{"on":"2026-01-01","name":"f"}},"arrangements":[{"until":"2026-03-02"}],"distribution":{"forms":"2026-01-01"},"policy":{"supervision_months":3}}`), int64(today))
	f.Add([]byte(`{"processors":[{"id":"a","engaged_by":"b"},{"id":"b","engaged_by":"a"}]}`), int64(0))
	f.Add([]byte(`{"officer":{"person":"x"},"people":[{"id":"x"}],"staff":[{"person":"x"}]}`), int64(1))
	f.Fuzz(func(t *testing.T, data []byte, on int64) {
		var o roles.Organisation
		if json.Unmarshal(data, &o) != nil {
			return
		}
		found, err := o.Check(date.Date(on))
		again, _ := o.Check(date.Date(on))
		if found.String() != again.String() {
			t.Error("a second check says something else")
		}
		chart, chartErr := o.Chart()
		if err == nil && chartErr != nil {
			t.Errorf("checked, but no chart: %v", chartErr)
		}
		if err == nil {
			chart.Tree(language.Italian)
			chart.Mermaid(language.English)
			for _, f := range found {
				if f.Message(language.Italian) == string(f.Code) || f.Severity == 0 || len(f.Provisions) == 0 {
					t.Errorf("a finding without words, weight or law: %v", f)
				}
			}
		}
		o.Expiries(0, date.Date(on))
		for d := range o.Deeds() {
			found, err := d.Check()
			_ = d.Text()
			if err == nil && len(found) > 0 {
				if after, _ := d.Complete().Check(); len(after) > len(found) && found[0].Code != roles.CodeActMissing && !found.Has(roles.CodeActMissing) && !found.Has(roles.CodeContractMissing) {
					t.Errorf("completing brought findings: %v, then %v", found, after)
				}
			}
		}
	})
}

// FuzzDefects plants several defects at once in an organisation in order: it
// stays an organisation, and the findings stay words with a law.
func FuzzDefects(f *testing.F) {
	f.Add(uint64(1), 3)
	f.Add(uint64(2), 40)
	f.Fuzz(func(t *testing.T, seed uint64, n int) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		o := clean(t)
		for range min(max(n, 0), 60) {
			d := defects[rnd.IntN(len(defects))]
			if len(o.Processors) < 2 || len(o.Managers) > 3 && d.code == roles.CodeAreaTwice || d.code == roles.CodeSectorTwice || d.code == roles.CodeAreaUncovered {
				continue // would be planted twice
			}
			func() {
				// A defect before may have taken away what this one would spoil.
				defer func() { _ = recover() }()
				d.plant(o)
			}()
		}
		found, err := o.Check(today)
		if err != nil {
			return // two defects together may have no meaning
		}
		again, _ := o.Check(today)
		require.Equal(t, found, again)
		for _, f := range found {
			require.NotEqual(t, string(f.Code), f.Message(language.Italian))
			require.True(t, len(f.Provisions) > 0 || f.Severity == gdpr.Advice, "%s", f)
			require.NotZero(t, f.Severity)
		}
		before, err := o.Check(0)
		require.NoError(t, err)
		for _, late := range []gdpr.Code{roles.CodeActExpired, roles.CodeActNotYet, roles.CodeSupervisionLate} {
			require.False(t, before.Has(late), "without a day nothing is late")
		}
	})
}
