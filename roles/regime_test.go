package roles_test

import (
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// adopted is a day in the past, on which everything was done.
var adopted = date.New(2026, 1, 12)

// body returns an organisation of three people that has what the GDPR asks of
// every controller: a head, documented measures, an instructed member of the
// staff, a contract with its processor.
func body(name string, r gdpr.Regime) roles.Organisation {
	return roles.Organisation{
		Controller: roles.Controller{Name: name, Representative: "capo", Measures: "delibera 3/2026"},
		People:     []roles.Person{{ID: "capo", Name: "Ada Rossi"}, {ID: "uff", Name: "Ugo Bianchi"}, {ID: "rpd", Name: "Rita Verdi"}},
		Staff: []roles.Authorised{{Person: "uff", Confidential: gdpr.Yes, Trained: gdpr.Yes,
			Act: roles.Act{Form: roles.ByLetter, Date: adopted, Instructions: "istruzioni operative del 12 gennaio", Signer: "capo"}}},
		Processors: []roles.Processor{{ID: "nuvola", Name: "Nuvola S.r.l.", Guarantees: gdpr.Yes, Contract: roles.Contract{
			Form: roles.ByContract, Date: adopted, Duration: "quanto il servizio", Subject: "registro elettronico", Nature: "conservazione", Purpose: "gestione",
			Data: []string{"anagrafici"}, Subjects: []string{"utenti"}, Rights: "come da art. 3", Clauses: roles.Clauses()}}},
		Policy: roles.Policy{Regime: r},
	}
}

// withOfficer gives the body an officer by whom the GDPR is complied with: contact
// published, authority told, independent.
func withOfficer(o roles.Organisation, external gdpr.Answer) roles.Organisation {
	o.Officer = roles.Officer{
		Person: "rpd", External: external, Expert: gdpr.Yes, Secrecy: gdpr.Yes, Reports: gdpr.Yes, Resources: gdpr.Yes, Involved: gdpr.Yes,
		Instructed: gdpr.No, Penalised: gdpr.No, Conflicts: roles.Conflicts{Decides: gdpr.No, Supplier: gdpr.No, Counsel: gdpr.No},
		Designation: roles.Act{Form: roles.ByDetermination, Number: "7/2026", Date: adopted, Until: adopted + 700, Signer: "capo"},
		Published:   roles.Publication{On: adopted, Contact: "rpd@ente.example"},
		Garante:     roles.Notified{On: adopted, Online: gdpr.Yes, Name: "Rita Verdi"},
	}
	if external == gdpr.Yes {
		o.Officer.Contract = roles.Act{Form: roles.ByContract, Date: adopted, Until: adopted + 700}
	}
	return o
}

// compliant are eight organisations that comply with the law that binds them, as
// such bodies organise themselves.
func compliant() map[string]roles.Organisation {
	school := withOfficer(body("Istituto comprensivo Alfa", gdpr.PublicLaw), gdpr.Yes)
	school.Controller.Head = "il Dirigente scolastico"

	areas := withOfficer(body("Liceo Beta", gdpr.PublicLaw), gdpr.Yes)
	areas.Areas = []roles.Area{{ID: "segreteria", Name: "Segreteria"}} // and nobody at its head
	areas.Staff[0].Area = "segreteria"

	firm := body("Gamma S.r.l.", gdpr.ItalianLaw)
	firm.Controller.Monitors, firm.Controller.Sensitive = gdpr.No, gdpr.No

	council := withOfficer(body("Delta County Council", gdpr.UnionLaw), gdpr.No)
	council.Controller.Public = gdpr.Yes
	council.Officer.Designation = roles.Act{Form: roles.ByLetter, Date: adopted}
	council.Officer.Garante.Online = gdpr.Unknown // a procedure of the Garante's

	byContract := withOfficer(body("Regione Epsilon", gdpr.PublicLaw), gdpr.No)
	byContract.Controller.Delegates = []roles.Delegate{{Person: "uff", Act: roles.Act{Form: roles.ByEmployment, Date: adopted}}}
	byContract.Managers = []roles.Manager{{Person: "uff", Act: roles.Act{Form: roles.ByEmployment, Date: adopted, Number: "contratto 12/2024"}}}

	byResolution := withOfficer(body("Regione Zeta", gdpr.PublicLaw), gdpr.No)
	byResolution.Controller.Delegates = []roles.Delegate{{Person: "uff", Act: roles.Act{Form: roles.ByResolution, Number: "D.G.R. 43/7", Date: adopted}}}
	byResolution.Areas = []roles.Area{{ID: "dg", Name: "Direzione generale", Sectors: []roles.Sector{{ID: "servizio", Name: "Servizio"}}}}
	byResolution.SubManagers = []roles.SubManager{{Person: "uff", Sector: "servizio", Confidential: gdpr.Yes, Trained: gdpr.Yes,
		Act: roles.Act{Form: roles.ByDetermination, Date: adopted, Scope: "servizio", Instructions: "allegato A", Signer: "capo"}}}

	health := withOfficer(body("Azienda sanitaria Eta", gdpr.PublicLaw), gdpr.Yes)
	health.Controller.Head = "il Direttore generale"
	health.Areas = []roles.Area{{ID: "distretto", Name: "Distretto"}}
	health.Managers = []roles.Manager{{Person: "uff", Area: "distretto", Act: roles.Act{Form: roles.ByDecree, Number: "190/2026", Date: adopted,
		Scope: "Distretto", Instructions: "allegato B", Signer: "capo"}}}

	other := withOfficer(body("Comune di Theta", gdpr.PublicLaw), gdpr.Yes) // with a regulation of its own
	other.Areas = []roles.Area{{ID: "servizi", Name: "Servizi"}}
	other.Managers = []roles.Manager{{Person: "uff", Area: "servizi"}} // ex officio
	other.Policy.ExOfficio = true
	other.Policy.Roles = map[roles.Role]gdpr.Text{roles.AsManager: {IT: "Designato", EN: "Designated person"}}

	return map[string]roles.Organisation{
		"school": school, "school with areas": areas, "firm": firm, "council elsewhere": council,
		"Region, by contract of employment": byContract, "Region, by resolution": byResolution, "health authority": health,
		"Comune with another regulation": other,
	}
}

// Who complies with the law that binds it has no finding.
func TestCompliantBodiesHaveNoFindings(t *testing.T) {
	bodies := compliant()
	require.Len(t, bodies, 8)
	for name, o := range bodies {
		found, err := o.Check(today)
		require.NoError(t, err, name)
		require.Empty(t, found, name)
		o.Policy.Regime = gdpr.Template
		for i := range o.Managers {
			o.Managers[i].Area = "a"
		}
		for i := range o.Staff {
			o.Staff[i].Area = "a"
		}
		o.Areas = append(o.Areas, roles.Area{ID: "a"})
		found, err = o.Check(today)
		require.NoError(t, err, name)
		require.NotEmpty(t, found, "%s: under the template much is missing", name)
	}
}

// Under a regime no finding cites the law of another layer, whatever is missing.
func TestFindingsCiteTheLawThatBinds(t *testing.T) {
	empty := roles.Organisation{
		People: []roles.Person{{ID: "x"}}, Areas: []roles.Area{{ID: "a", Sectors: []roles.Sector{{ID: "s"}}}},
		Controller:  roles.Controller{Delegates: []roles.Delegate{{Person: "x"}}, Public: gdpr.Yes},
		Managers:    []roles.Manager{{Person: "x", Area: "a"}},
		SubManagers: []roles.SubManager{{Person: "x", Sector: "s"}},
		Staff:       []roles.Authorised{{Person: "x", Area: "a", Act: roles.Act{Form: roles.ByLetter}}},
		Others:      []roles.Appointment{{Role: roles.AsAdministrator, Person: "x"}},
		Processors:  []roles.Processor{{ID: "p", Contract: roles.Contract{Form: roles.ByLetter}}}, Arrangements: []roles.Arrangement{{}},
		Adherences: []roles.Adherence{{Kind: roles.Certification}},
		Officer:    roles.Officer{Firm: "F", External: gdpr.Yes},
	}
	for _, r := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		empty.Policy.Regime = r
		found, err := empty.Check(today)
		require.NoError(t, err)
		require.NotEmpty(t, found)
		for _, f := range found {
			for _, p := range f.Provisions {
				require.True(t, r.Binds(p), "%v: %v", r, f)
			}
		}
	}
}

func TestNeedsOfficer(t *testing.T) {
	const y, n, u = gdpr.Yes, gdpr.No, gdpr.Unknown
	tests := []struct {
		regime                      gdpr.Regime
		public, monitors, sensitive gdpr.Answer
		want                        gdpr.Answer
		law                         gdpr.Provision // of the finding that there is none
	}{
		{gdpr.Template, u, u, u, y, "GDPR 37(1)(a)"},
		{gdpr.PublicLaw, n, n, n, y, "GDPR 37(1)(a)"}, // the regime says that it is public
		{gdpr.ItalianLaw, y, n, n, n, ""},             // and here that it isn't
		{gdpr.ItalianLaw, u, y, u, y, "GDPR 37(1)(b)"},
		{gdpr.ItalianLaw, u, n, y, y, "GDPR 37(1)(c)"},
		{gdpr.ItalianLaw, u, n, u, u, "GDPR 37(1)"},
		{gdpr.UnionLaw, y, u, u, y, "GDPR 37(1)(a)"},
		{gdpr.UnionLaw, n, n, n, n, ""},
		{gdpr.UnionLaw, u, n, n, u, "GDPR 37(1)"},
	}
	for _, tt := range tests {
		o := body("Ente", tt.regime)
		o.Areas, o.Staff[0].Area = []roles.Area{{ID: "a"}}, "a"
		o.Controller.Public, o.Controller.Monitors, o.Controller.Sensitive = tt.public, tt.monitors, tt.sensitive
		require.Equal(t, tt.want, o.NeedsOfficer(), "%+v", tt)
		found, err := o.Check(today)
		require.NoError(t, err)
		i := slices.IndexFunc(found, func(f gdpr.Finding) bool { return f.Where == "officer" })
		if tt.law == "" {
			require.Negative(t, i, "%+v", tt)
			continue
		}
		require.GreaterOrEqual(t, i, 0, "%+v", tt)
		require.Equal(t, tt.law, found[i].Provisions[0])
		require.Equal(t, tt.want == u, found[i].Code == roles.CodeOfficerNeeded)
		require.Equal(t, tt.want == y, found[i].Code == roles.CodeOfficerMissing)
	}
}

// What general law asks of an organisation, and how much it weighs there.
func TestRegimes(t *testing.T) {
	tests := []struct {
		name   string
		plant  func(o *roles.Organisation)
		code   gdpr.Code
		weight gdpr.Severity
		where  string
		law    []gdpr.Provision
	}{
		{"contact details not published", func(o *roles.Organisation) { o.Officer.Published = roles.Publication{} },
			roles.CodePublicationContact, violation, "officer.published", []gdpr.Provision{"GDPR 37(7)"}},
		{"a day of publication, and nothing to be reached by", func(o *roles.Organisation) { o.Officer.Published.Contact = "" },
			roles.CodePublicationContact, violation, "officer.published.contact", []gdpr.Provision{"GDPR 37(7)"}},
		{"the officer reports to managers alone", func(o *roles.Organisation) { o.Officer.Reports = gdpr.No },
			roles.CodeOfficerReports, violation, "officer.reports", []gdpr.Provision{"GDPR 38(3)"}},
		{"the authority not told", func(o *roles.Organisation) { o.Officer.Garante = roles.Notified{} },
			roles.CodeOfficerGarante, violation, "officer.garante.on", []gdpr.Provision{"GDPR 37(7)"}},
		{"told otherwise than online", func(o *roles.Organisation) { o.Officer.Garante.Online = gdpr.No },
			roles.CodeOfficerChannel, violation, "officer.garante.online", []gdpr.Provision{"GDPR 37(7)", "Garante 186/2021 section 7"}},
		{"an officer from outside with a contract and no designation", func(o *roles.Organisation) { o.Officer.Designation = roles.Act{} },
			roles.CodeActMissing, warning, "officer.designation", []gdpr.Provision{"Garante 186/2021 section 6.1"}},
		{"an officer from outside without a contract", func(o *roles.Organisation) {
			o.Officer.Contract, o.Officer.Designation.Until = roles.Act{}, 0
		}, roles.CodeActMissing, violation, "officer.contract", []gdpr.Provision{"GDPR 37(6)"}},
		{"staff without instructions", func(o *roles.Organisation) { o.Staff[0].Act.Instructions = "" },
			roles.CodeActInstructions, warning, "staff[0].act.instructions", []gdpr.Provision{"GDPR 29", "GDPR 32(4)"}},
		{"staff without training", func(o *roles.Organisation) { o.Staff[0].Trained = gdpr.No },
			roles.CodeTraining, warning, "staff[0].trained", []gdpr.Provision{"GDPR 32(4)"}},
		{"a designated person without an act", func(o *roles.Organisation) { o.Managers = []roles.Manager{{Person: "uff"}} },
			roles.CodeActMissing, warning, "managers[0].act", []gdpr.Provision{"Codice 2-quaterdecies(1)"}},
		{"a designation that says of what", func(o *roles.Organisation) {
			o.Managers = []roles.Manager{{Person: "uff", Act: roles.Act{Form: roles.ByLetter, Date: adopted, Instructions: "sì"}}}
		}, roles.CodeActScope, warning, "managers[0].act.scope", []gdpr.Provision{"Codice 2-quaterdecies(1)"}},
		{"no measures to show", func(o *roles.Organisation) { o.Controller.Measures = "" },
			roles.CodeControllerMeasures, violation, "controller.measures", []gdpr.Provision{"GDPR 24(1)"}},
		{"a contract that leaves out a clause", func(o *roles.Organisation) {
			o.Processors[0].Contract.Clauses = without(roles.Clauses(), roles.ClauseAudit)
		}, roles.CodeClauseMissing(roles.ClauseAudit), violation, "processors[0].contract.clauses", []gdpr.Provision{"GDPR 28(3)(h)"}},
		{"the officer has another role that decides", func(o *roles.Organisation) { o.Officer.Person = "capo"; o.Officer.Garante.Name = "Ada Rossi" },
			roles.CodeOfficerOtherRole, violation, "officer.person", []gdpr.Provision{"GDPR 38(6)"}},
	}
	for _, tt := range tests {
		o := withOfficer(body("Ente", gdpr.PublicLaw), gdpr.Yes)
		tt.plant(&o)
		found, err := o.Check(today)
		require.NoError(t, err)
		require.Len(t, found, 1, tt.name)
		require.Equal(t, gdpr.Finding{Code: tt.code, Severity: tt.weight, Where: tt.where, Provisions: tt.law}, found[0], tt.name)
	}
}

// The body's own words for the roles are words only.
func TestOwnWords(t *testing.T) {
	o := compliant()["Comune with another regulation"]
	chart, err := o.Chart()
	require.NoError(t, err)
	require.Contains(t, chart.Tree(language.Italian), "Designato, Servizi: Ugo Bianchi")
}

// The essence of an arrangement says who answers, and that each may be turned to.
func TestEssence(t *testing.T) {
	a := roles.Arrangement{Partners: []string{"Unione delle Terme"}, Purpose: "servizi sociali", Rights: "il Comune.", Notices: "ciascuno per i propri utenti", Contact: "privacy@unione.example"}
	require.Equal(t, "Comune di Alfa, Unione delle Terme sono contitolari del trattamento per: servizi sociali. Alle richieste degli interessati risponde: il Comune. "+
		"Le informazioni sul trattamento sono fornite da: ciascuno per i propri utenti. Punto di contatto: privacy@unione.example. "+
		"L'interessato può comunque esercitare i propri diritti nei confronti di ciascun contitolare.", a.EssenceText("Comune di Alfa", language.Italian))
	require.Contains(t, roles.Arrangement{}.EssenceText("", language.English), roles.Blank)
}

// Acts of the roles beside end too.
func TestExpiriesOfOthers(t *testing.T) {
	o := roles.Organisation{People: []roles.Person{{ID: "x", Name: "Ugo"}}, Others: []roles.Appointment{{Role: roles.AsReferent, Person: "x", Act: roles.Act{Until: today + 3}}}}
	require.Equal(t, []roles.Expiry{{Until: today + 3, Where: "others[0].act", Role: roles.AsReferent, Name: "Ugo"}}, o.Expiries(today, today+3))
	require.Empty(t, o.Expiries(today, today+2))
}
