package roles_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden holds a text against a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestDeeds(t *testing.T) {
	o := clean(t)
	seen := map[roles.Role]int{}
	for d := range o.Deeds() {
		found, err := d.Check()
		require.NoError(t, err)
		require.Empty(t, found)
		text := d.Text()
		require.NotContains(t, text, roles.Blank)
		require.Contains(t, text, o.Controller.Name)
		require.Contains(t, text, d.Appointee)
		require.NotContains(t, text, "%!")
		if seen[d.Role] == 0 {
			golden(t, "deed-"+d.Role.String()+".txt", text)
		}
		seen[d.Role]++
	}
	require.Equal(t, map[roles.Role]int{roles.AsManager: 3, roles.AsSubManager: 3, roles.AsAuthorised: 3, roles.AsProcessor: 2, roles.AsOfficer: 1}, seen,
		"a sub-processor's contract isn't the Comune's")
	for stop := range 12 { // a host may stop after any of them
		n := 0
		for range o.Deeds() {
			if n++; n > stop {
				break
			}
		}
		require.Equal(t, stop+1, n)
	}
}

// What an appointment needs from the office, and nothing else: the rest is filled in.
func TestDeedsFromBareFacts(t *testing.T) {
	o := clean(t)
	bare := func(a roles.Act) roles.Act {
		return roles.Act{Number: a.Number, Date: a.Date, Until: a.Until, Signer: a.Signer}
	}
	for i := range o.Managers {
		o.Managers[i].Act = bare(o.Managers[i].Act)
	}
	for i := range o.SubManagers {
		o.SubManagers[i].Act = bare(o.SubManagers[i].Act)
	}
	for i := range o.Staff {
		o.Staff[i].Act = bare(o.Staff[i].Act)
	}
	o.Officer.Contract = bare(o.Officer.Contract)
	for i := range o.Processors {
		c := o.Processors[i].Contract
		o.Processors[i].Contract = roles.Contract{Date: c.Date, Until: c.Until, Subject: c.Subject, Nature: c.Nature, Purpose: c.Purpose, Data: c.Data, Subjects: c.Subjects}
	}
	n := 0
	for d := range o.Deeds() {
		n++
		before, err := d.Check()
		require.NoError(t, err)
		require.NotEmpty(t, before)
		require.Contains(t, d.Text(), roles.Blank)
		full := d.Complete()
		after, err := full.Check()
		require.NoError(t, err)
		require.Empty(t, after, d.Role)
		require.NotContains(t, full.Text(), roles.Blank)
		require.Equal(t, full, full.Complete(), "complete is complete")
	}
	require.Equal(t, 12, n)
	// Put back, the completed acts satisfy the whole check.
	deeds := slices.Collect(o.Deeds())
	for i := range o.Managers {
		o.Managers[i].Act = deeds[i].Complete().Act
		o.SubManagers[i].Act = deeds[3+i].Complete().Act
		o.Staff[i].Act = deeds[6+i].Complete().Act
	}
	o.Processors[0].Contract, o.Processors[2].Contract = deeds[9].Complete().Contract, deeds[10].Complete().Contract
	o.Processors[1].Contract = clean(t).Processors[1].Contract
	o.Officer.Contract = deeds[11].Complete().Act
	require.Empty(t, check(t, o))
}

// A manager's reasons come from the grounds, if all are established.
func TestReasonsComeFromTheGrounds(t *testing.T) {
	o := clean(t)
	o.Managers[0].Act.Reasons, o.Managers[1].Act.Reasons = "", ""
	o.Managers[1].Capacity = gdpr.Unknown
	deeds := slices.Collect(o.Deeds())
	require.Contains(t, deeds[0].Act.Reasons, "esperienza")
	require.Empty(t, deeds[1].Complete().Act.Reasons)
	require.Equal(t, o.Managers[2].Act.Reasons, deeds[2].Act.Reasons)
}

// For every way of leaving elements out, the text has a blank exactly where the
// check has a finding; and completing never brings a new finding.
func TestBlanksAreFindings(t *testing.T) {
	o := clean(t)
	rnd := rand.New(rand.NewPCG(7, 7))
	drop := func() bool { return rnd.IntN(8) == 0 }
	spoilt, whole := 0, 0
	for range 800 {
		for d := range o.Deeds() {
			d = spoil(d, drop)
			found, err := d.Check()
			require.NoError(t, err)
			require.Equal(t, len(found) > 0, strings.Contains(d.Text(), roles.Blank), "%v: %s\n%s", d.Role, found, d.Text())
			if len(found) > 0 {
				spoilt++
			} else {
				whole++
			}
			after, err := d.Complete().Check()
			require.NoError(t, err)
			require.LessOrEqual(t, len(after), max(len(found), 1))
			for _, f := range after {
				require.NotContains(t, string(f.Code), "roles.act.task")
				require.NotContains(t, string(f.Code), "roles.contract.clause")
			}
		}
	}
	require.Positive(t, spoilt)
	require.Positive(t, whole)
}

func spoil(d roles.Deed, drop func() bool) roles.Deed {
	for _, s := range []*string{&d.Comune, &d.Appointee, &d.Signer, &d.Act.Number, &d.Act.Reasons, &d.Act.Scope, &d.Act.Instructions,
		&d.Contract.Subject, &d.Contract.Nature, &d.Contract.Purpose, &d.Contract.Rights, &d.Contract.Duties, &d.Contract.Modes, &d.Contract.Number} {
		if drop() {
			*s = " "
		}
	}
	for _, day := range []*date.Date{&d.Act.Date, &d.Act.Until, &d.Contract.Date, &d.Contract.Until} {
		if drop() {
			*day = 0
		}
	}
	if drop() {
		d.Act.Form = roles.Form(1 + len(d.Act.Number)%6)
		d.Contract.Form = roles.ByDecree
	}
	if drop() {
		d.Act.Form, d.Contract.Form = 0, 0
	}
	if drop() && len(d.Act.Tasks) > 0 {
		d.Act.Tasks = d.Act.Tasks[1:]
	}
	if drop() && len(d.Contract.Clauses) > 0 {
		d.Contract.Clauses = d.Contract.Clauses[:4]
	}
	if drop() {
		d.Contract.Data = nil
	}
	if drop() {
		d.Contract.Subjects = []string{"", " "}
	}
	return d
}

func TestDeedTexts(t *testing.T) {
	d := roles.Deed{Role: roles.AsManager, Comune: "Comune di Roccasilvana", Appointee: "Bianca Neri",
		Act: roles.Act{Form: roles.ByResolution, Number: "7/2026", Date: date.New(2026, 8, 1), Reasons: "esperta", Scope: "Area tributi"}}.Complete()
	found, err := d.Check()
	require.NoError(t, err)
	require.Empty(t, found, "the Giunta needs no signer")
	text := d.Text()
	require.Contains(t, text, "DELIBERA DI GIUNTA n. 7/2026 del 1º agosto 2026")
	require.Contains(t, text, "LA GIUNTA COMUNALE")
	require.Contains(t, text, "L'incarico dura fino a revoca.")
	require.NotContains(t, text, "Sindaco o suo delegato")

	sub := roles.Deed{Role: roles.AsSubManager, Act: roles.Act{Reasons: "esperto di archivi"}}
	require.Contains(t, sub.Text(), "esperto di archivi")
	staff := roles.Deed{Role: roles.AsAuthorised, Act: roles.Act{Tasks: []roles.Task{roles.FollowInstructions}}}
	require.Contains(t, staff.Text(), roles.FollowInstructions.Label(language.Italian))
	p := roles.Deed{Role: roles.AsProcessor, Contract: roles.Contract{Until: date.New(2027, 12, 31), Duration: "salvo proroga"}}
	require.Contains(t, p.Text(), "Durata: fino al 31 dicembre 2027; salvo proroga.")

	officer := slices.Collect(clean(t).Deeds())[11]
	require.Contains(t, officer.Text(), "referente persona fisica, Giulia Serra")

	require.Empty(t, roles.Deed{Role: roles.AsController}.Text())
	_, err = roles.Deed{Role: roles.AsController}.Check()
	require.ErrorIs(t, err, gdpr.FaultName)
	require.Equal(t, roles.Deed{Role: roles.AsController}, roles.Deed{Role: roles.AsController}.Complete())
	_, err = roles.Deed{Role: roles.AsProcessor, Contract: roles.Contract{Form: 99}}.Check()
	var in *gdpr.InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, "contract.form", in.Field)
}

// Completing leaves the deed it was made from alone.
func TestCompleteCopies(t *testing.T) {
	tasks := append(make([]roles.Task, 0, 20), roles.ReportBreach)
	clauses := append(make([]roles.Clause, 0, 20), roles.ClauseAudit)
	roles.Deed{Role: roles.AsManager, Act: roles.Act{Tasks: tasks}}.Complete()
	roles.Deed{Role: roles.AsProcessor, Contract: roles.Contract{Clauses: clauses}}.Complete()
	require.Zero(t, tasks[:2][1])
	require.Zero(t, clauses[:2][1])
}

func TestActAndContractAlone(t *testing.T) {
	_, err := roles.Act{}.Check(roles.AsProcessor)
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = roles.Act{Form: 99}.Check(roles.AsManager)
	require.ErrorIs(t, err, gdpr.FaultName)
	found, err := roles.Act{}.Check(roles.AsManager)
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, roles.CodeActMissing, found[0].Code)
	found, err = roles.Act{Number: "1"}.Check(roles.AsSubManager)
	require.NoError(t, err)
	require.Equal(t, []string{"form", "date", "signer", "scope", "instructions", "tasks", "tasks"}, places(found))

	found, err = roles.Contract{Date: today}.Check()
	require.NoError(t, err)
	require.Equal(t, "form", found[0].Where)
	require.Len(t, found, 1+9+9)
	_, err = roles.Contract{Date: today, Until: today - 1}.Check()
	require.ErrorIs(t, err, gdpr.FaultOrder)

	found, err = roles.Arrangement{}.Check()
	require.NoError(t, err)
	require.Len(t, found, 9)
	_, err = roles.Arrangement{Date: today, Until: today - 1}.Check()
	require.ErrorIs(t, err, gdpr.FaultOrder)

	require.Equal(t, gdpr.Provision("GDPR 28(3)(a)"), roles.ClauseInstructions.Provision())
	require.Equal(t, gdpr.Provision("GDPR 28(3)(h)"), roles.ClauseAudit.Provision())
	require.Equal(t, gdpr.Provision("GDPR 28(3)"), roles.ClauseWarning.Provision())
	require.Empty(t, roles.Clause(0).Provision())
	require.Empty(t, roles.Clause(99).Provision())
}

func places(fs gdpr.Findings) []string {
	var all []string
	for _, f := range fs {
		all = append(all, f.Where)
	}
	return all
}

// A host that changes a finding changes nothing in the next one.
func TestFindingsAreTheHosts(t *testing.T) {
	first, err := roles.Act{Number: "1"}.Check(roles.AsManager)
	require.NoError(t, err)
	for i := range first {
		first[i].Provisions[0] = "spoilt"
	}
	again, err := roles.Act{Number: "1"}.Check(roles.AsManager)
	require.NoError(t, err)
	for _, f := range again {
		require.NotContains(t, f.Provisions, gdpr.Provision("spoilt"))
	}
	c, _ := roles.Contract{Date: today}.Check()
	for i := range c {
		c[i].Provisions[0] = "spoilt"
	}
	require.Equal(t, gdpr.Provision("GDPR 28(3)(h)"), roles.ClauseAudit.Provision())
}

// Deeds of other bodies: nobody else's act is a decree of the Mayor, or cites a
// municipal regulation that the body hasn't got.
func TestDeedsOfOtherBodies(t *testing.T) {
	day := date.New(2026, 3, 1)
	university := roles.Deed{Role: roles.AsManager, Regime: gdpr.PublicLaw, Comune: "Università di Alfa", Head: "il Rettore", Board: "il Consiglio di amministrazione",
		Basis: "l'articolo 12 del regolamento di Ateneo", Called: "Responsabile interno di struttura", Appointee: "Bianca Neri", Signer: "Lucia Ferrante",
		Act: roles.Act{Form: roles.ByDecree, Number: "190/2026", Date: day, Scope: "Dipartimento di fisica"}}.Complete()
	resolved := university
	resolved.Act.Form, resolved.Signer = roles.ByResolution, ""
	health := roles.Deed{Role: roles.AsAuthorised, Regime: gdpr.PublicLaw, Comune: "Azienda sanitaria Beta", Appointee: "Marco Costa", Signer: "Elena Riva",
		Act: roles.Act{Date: day}}.Complete()
	school := roles.Deed{Role: roles.AsOfficer, Regime: gdpr.PublicLaw, Comune: "Istituto comprensivo Alfa", Appointee: "Studio Dati S.r.l.", Contact: "Giulia Serra", Signer: "Ada Rossi",
		Act: roles.Act{Date: day, Until: day + 700, Tasks: []roles.Task{roles.Advise, roles.Monitor}}}.Complete()
	firm := roles.Deed{Role: roles.AsProcessor, Regime: gdpr.ItalianLaw, Comune: "Gamma S.p.A.", Appointee: "Nuvola S.C.", Signer: "Ugo Bianchi",
		Contract: roles.Contract{Date: day, Duration: "quanto il servizio", Subject: "buste paga della Delta S.C.", Nature: "calcolo.", Purpose: "paghe, contributi ecc.",
			Data: []string{"anagrafici"}, Subjects: []string{"dipendenti"}}}.Complete()
	council := roles.Deed{Role: roles.AsManager, Regime: gdpr.UnionLaw, Comune: "Delta County Council", Head: "the Chief Executive", Appointee: "Mary Byrne", Signer: "John Kelly",
		Act: roles.Act{Date: day, Scope: "housing"}}.CompleteIn(language.English)
	for name, text := range map[string]string{
		"university": university.Text(), "university-board": resolved.Text(), "health": health.Text(), "school": school.Text(), "firm": firm.Text(),
		"council": council.In(language.English),
	} {
		golden(t, "deed-"+name+".txt", text)
		require.NotContains(t, text, roles.Blank, name)
		for _, word := range []string{"Sindaco", "Giunta", "Comune", "comunale", "DUP", "PEC", "Mayor", "municipal"} {
			require.NotContains(t, text, word, name)
		}
	}
	for _, d := range []roles.Deed{university, resolved, health, school, firm, council} {
		found, err := d.Check()
		require.NoError(t, err)
		require.Empty(t, found)
	}
	require.Contains(t, university.Text(), "DECRETO n. 190/2026 del 1º marzo 2026")
	require.Contains(t, university.Text(), "IL RETTORE")
	require.Contains(t, resolved.Text(), "IL CONSIGLIO DI AMMINISTRAZIONE")
	require.Contains(t, school.Text(), "Tra l'Istituto comprensivo Alfa, titolare")
	require.Contains(t, firm.Text(), "buste paga della Delta S.C.\n")
	require.Contains(t, firm.Text(), "contributi ecc.\n")
	require.Contains(t, firm.Text(), "calcolo.\n")
	require.NotContains(t, council.In(language.English), "Codice")

	university.Head, university.Signer = "", ""
	found, err := university.Check()
	require.NoError(t, err)
	require.True(t, found.Has(roles.CodeDeedHead) && found.Has(roles.CodeDeedSigner))
	require.Contains(t, university.Text(), roles.Blank)
	resolved.Board = ""
	found, err = resolved.Check()
	require.NoError(t, err)
	require.Equal(t, "board", found[0].Where)
}

// Deeds in English say what the Italian ones do, under the template too.
func TestDeedsInEnglish(t *testing.T) {
	for d := range clean(t).Deeds() {
		text := d.In(language.English)
		require.NotContains(t, text, roles.Blank)
		require.NotContains(t, text, "{")
		require.Contains(t, text, d.Appointee)
		require.Equal(t, d.In(language.Italian), d.In(language.French), "other languages get the Italian")
	}
}

// The article before the name of a body, where the noun is known.
func TestArticles(t *testing.T) {
	for name, want := range map[string]string{
		"Comune di Alfa": "Tra il Comune di Alfa,", "Unione dei Comuni": "Tra l'Unione dei Comuni,", "Provincia di Beta": "Tra la Provincia di Beta,",
		"Azienda sanitaria": "Tra l'Azienda sanitaria,", "Studio associato": "Tra lo Studio associato,", "Zeta S.r.l.": "Tra Zeta S.r.l.,",
	} {
		require.Contains(t, roles.Deed{Role: roles.AsOfficer, Comune: name}.Text(), want)
	}
}

// Outside the template who has a role by the body's own rules, or by his contract of
// employment, has no deed; whose act anything is known of has one.
func TestWhoNeedsADeed(t *testing.T) {
	count := func(a roles.Act, exOfficio bool) int {
		o := body("Regione Theta", gdpr.PublicLaw)
		o.Processors, o.Staff[0].Act, o.Policy.ExOfficio = nil, a, exOfficio
		return len(slices.Collect(o.Deeds()))
	}
	for _, a := range []roles.Act{{Form: roles.ByLetter}, {Date: adopted}, {Number: "1/2026"}} {
		require.Equal(t, 1, count(a, true), "%+v", a)
	}
	require.Equal(t, 1, count(roles.Act{}, false))
	require.Equal(t, 0, count(roles.Act{}, true))
	for _, form := range []roles.Form{roles.ByOwnRule, roles.ByEmployment} {
		require.Equal(t, 0, count(roles.Act{Form: form, Date: adopted}, false))
	}
	o := body("Delta", gdpr.UnionLaw)
	o.Staff, o.Processors = nil, nil
	require.Empty(t, slices.Collect(o.Deeds()), "no officer, no deed of his")
	o.Officer.Person = "rpd"
	require.Len(t, slices.Collect(o.Deeds()), 1)
	o.Officer = roles.Officer{Firm: "Studio Dati S.r.l."}
	require.Len(t, slices.Collect(o.Deeds()), 1)
}

// A role without a deed, and one that there isn't, give no text and stay as they are,
// under every regime.
func TestRolesWithoutADeed(t *testing.T) {
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for role := range roles.Role(99) {
			d := roles.Deed{Role: role, Regime: regime, Comune: "Alfa"}
			if slices.Contains([]roles.Role{roles.AsManager, roles.AsSubManager, roles.AsAuthorised, roles.AsOfficer, roles.AsProcessor}, role) {
				require.NotEmpty(t, d.Text())
				require.NotPanics(t, func() { d.Complete() })
				continue
			}
			require.Empty(t, d.Text(), role)
			require.Equal(t, d, d.Complete(), role)
		}
	}
}

// What isn't given is a blank where the deed can't do without, and isn't printed
// elsewhere; what ends with the point of an abbreviation keeps it.
func TestDeedParts(t *testing.T) {
	manager := roles.Deed{Role: roles.AsManager, Comune: "Comune di Alfa", Appointee: "Bianca Neri"}
	require.Contains(t, manager.Text(), "IL SINDACO")
	manager.Head = "la Commissaria straordinaria"
	require.Contains(t, manager.Text(), "LA COMMISSARIA STRAORDINARIA")
	for reasons, want := range map[string]string{"laurea, corsi ecc.": "corsi ecc.;", "laurea, corsi etc.": "corsi etc.;", "socia di Alfa S.C.": "S.C.;", "laurea, corsi.": "corsi;"} {
		manager.Act.Reasons = reasons
		require.Contains(t, manager.Text(), want)
	}
	manager.Regime = gdpr.PublicLaw
	manager.Head = ""
	require.NotContains(t, manager.Text(), "SINDACO")

	board := roles.Deed{Role: roles.AsManager, Comune: "Comune di Alfa", Act: roles.Act{Form: roles.ByResolution}}
	require.Contains(t, board.Text(), "LA GIUNTA COMUNALE")
	board.Board = "la Giunta dell'Unione"
	require.Contains(t, board.Text(), "LA GIUNTA DELL'UNIONE")
	board.Regime, board.Board = gdpr.PublicLaw, ""
	require.NotContains(t, board.Text(), "LA GIUNTA COMUNALE")

	staff := roles.Deed{Role: roles.AsAuthorised, Regime: gdpr.PublicLaw, Comune: "Alfa", Act: roles.Act{Form: roles.ByLetter}}
	require.Contains(t, staff.Text(), "del "+roles.Blank, "an authorisation has its day")
	require.NotContains(t, staff.Text(), "n. ")
	require.Contains(t, staff.Text(), "fino a revoca")
	staff.Act.Until = adopted
	require.NotContains(t, staff.Text(), "fino a revoca")
	require.Contains(t, staff.Text(), "fino al 12 gennaio 2026")

	officer := roles.Deed{Role: roles.AsOfficer, Regime: gdpr.PublicLaw, Comune: "Alfa", Act: roles.Act{Form: roles.ByContract}}
	require.Contains(t, officer.Text(), "del "+roles.Blank, "a contract has its day")
	officer.Act.Form = roles.ByLegalAct
	require.Contains(t, officer.Text(), strings.ToUpper(roles.ByLegalAct.Label(language.Italian)), "another act, outside the template")
	officer.Regime = gdpr.Template
	require.NotContains(t, officer.Text(), strings.ToUpper(roles.ByLegalAct.Label(language.Italian)))
	manager = roles.Deed{Role: roles.AsManager, Regime: gdpr.PublicLaw, Comune: "Alfa", Act: roles.Act{Form: roles.ByLetter}}
	require.NotContains(t, manager.Text(), " del "+roles.Blank, "what isn't given isn't printed")

	// A scope that nobody gave: under Italian law specific tasks or a scope are wanted
	// (Codice 2-quaterdecies(1)), elsewhere nothing.
	scope := "per il seguente ambito"
	require.Contains(t, manager.Text(), scope)
	manager.Act.Tasks = []roles.Task{roles.Assess}
	require.NotContains(t, manager.Text(), scope)
	manager.Act.Tasks, manager.Regime = nil, gdpr.UnionLaw
	require.NotContains(t, manager.Text(), scope)
}
