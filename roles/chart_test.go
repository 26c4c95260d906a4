package roles_test

import (
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

func TestChart(t *testing.T) {
	c, err := sample(t).Chart()
	require.NoError(t, err)
	golden(t, "chart.txt", c.Tree(language.Italian))
	golden(t, "chart.mmd", c.Mermaid(language.Italian))
	require.Contains(t, c.Tree(language.English), "Manager, Polizia locale: nobody")
	require.Contains(t, c.Tree(language.English), "1 authorised person\n")
}

func TestChartOfNothing(t *testing.T) {
	c, err := (&roles.Organisation{}).Chart()
	require.NoError(t, err)
	require.Equal(t, "Controller: nobody\n└─ Data protection officer: nobody\n", c.Tree(language.English))
	require.Empty(t, roles.Chart{}.Tree(language.English))
	require.Equal(t, "flowchart TD\n", roles.Chart{}.Mermaid(language.English))
}

// Names can't break out of their line or box.
func TestChartNamesAreHarmless(t *testing.T) {
	o := sample(t)
	o.People[2].Name = "Bianca\"] --> x\n    y[\"<b>&#96;`\\Neri"
	c, err := o.Chart()
	require.NoError(t, err)
	clean, err := sample(t).Chart()
	require.NoError(t, err)
	require.Equal(t, strings.Count(clean.Mermaid(language.Italian), "\n"), strings.Count(c.Mermaid(language.Italian), "\n"))
	require.Equal(t, strings.Count(clean.Tree(language.Italian), "\n"), strings.Count(c.Tree(language.Italian), "\n"))
	for l := range strings.Lines(c.Mermaid(language.Italian)) {
		if strings.Contains(l, "Bianca") {
			require.Equal(t, `    n3["Responsabile interno, Area affari generali: Bianca#34;] --#62; x y[#34;#60;b#62;#38;#35;96;#96;#92;Neri"]`+"\n", l)
		}
	}
}

// Processors hang from who engages them, wherever they stand in the list.
func TestChartOfSubProcessors(t *testing.T) {
	o := &roles.Organisation{Processors: []roles.Processor{
		{ID: "c", Name: "C", EngagedBy: "b"}, {ID: "b", Name: "B", EngagedBy: "a"}, {ID: "a", Name: "A"}, {ID: "d", Name: "D", EngagedBy: "a"}, {ID: "e", Name: "E"}, {ID: "f", Name: "F", EngagedBy: "e"},
	}}
	c, err := o.Chart()
	require.NoError(t, err)
	require.Equal(t, `Controller: nobody
├─ Data protection officer: nobody
├─ Processor: A
│  ├─ Processor: B
│  │  └─ Processor: C
│  └─ Processor: D
└─ Processor: E
   └─ Processor: F
`, c.Tree(language.English))
}

func TestExpiries(t *testing.T) {
	o := sample(t)
	soon := o.Expiries(today, date.New(2027, 2, 28))
	require.Equal(t, []roles.Expiry{
		{Until: date.New(2026, 12, 31), Where: "processors[2].contract", Role: roles.AsProcessor, Name: "Riscossioni Valle S.p.A."},
		{Until: date.New(2027, 1, 19), Where: "processors[0].contract", Role: roles.AsProcessor, Name: "Nuvola Servizi S.r.l."},
		{Until: date.New(2027, 2, 9), Where: "processors[1].contract", Role: roles.AsProcessor, Name: "Archivi Sicuri S.r.l."},
		{Until: date.New(2027, 2, 16), Where: "officer.designation", Role: roles.AsOfficer, Name: "Studio Dati e Diritti S.r.l."},
	}, soon)
	require.Empty(t, o.Expiries(date.New(2026, 12, 31)+1, date.New(2027, 1, 19)-1))
	require.Len(t, o.Expiries(date.New(2026, 12, 31), date.New(2027, 1, 19)), 2, "both days included")

	o.Controller.Delegates[0].Act.Until = today
	o.SubManagers[0].Act.Until, o.Staff[0].Act.Until = today, today
	o.Arrangements[0].Until, o.Officer.Contract.Until = today, today
	o.Managers[1].Act.Until = today
	o.Arrangements = append(o.Arrangements, roles.Arrangement{Until: today})
	var where []string
	for _, e := range o.Expiries(today, today) {
		where = append(where, e.Role.String()+" "+e.Where+" "+e.Name)
	}
	require.Equal(t, []string{"delegate controller.delegates[0].act Paolo Greco", "manager managers[1].act Marco Costa",
		"sub_manager sub_managers[0].act Sara Bruno", "authorised staff[0].act Luca Marino",
		"joint_controller arrangements[0] Comune di Valdisole", "joint_controller arrangements[1] ",
		"officer officer.contract Studio Dati e Diritti S.r.l."}, where)
	require.Empty(t, (&roles.Organisation{}).Expiries(0, today))
	o.Officer.Firm = ""
	require.Equal(t, "Giulia Serra", o.Expiries(today, today)[6].Name)
}

// Staff of no area are counted together, and an outside body that handles the reports
// of wrongdoing is named.
func TestChartCounts(t *testing.T) {
	o := &roles.Organisation{
		Policy:     roles.Policy{Regime: gdpr.PublicLaw},
		People:     []roles.Person{{ID: "x", Name: "Ada Rossi"}, {ID: "y", Name: "Ugo Bianchi"}, {ID: "z", Name: "Rita Verdi"}},
		Staff:      []roles.Authorised{{Person: "x"}, {Person: "y"}, {Person: "z"}},
		Processors: []roles.Processor{{ID: "a", Name: "Alfa"}, {ID: "b", Name: "Beta"}},
		Others:     []roles.Appointment{{Role: roles.AsWhistleblowing, Processor: "b"}, {Role: roles.AsRPCT, Person: "x"}},
	}
	c, err := o.Chart()
	require.NoError(t, err)
	tree := c.Tree(language.English)
	require.Contains(t, tree, "3 authorised people\n")
	require.Contains(t, tree, roles.AsWhistleblowing.Label(language.English)+": Beta\n")
	require.Contains(t, tree, roles.AsRPCT.Label(language.English)+": Ada Rossi\n")
}
