package register_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/register"
)

// planted are the findings that the sample Comune's register was given.
var planted = []string{
	"warning register.office.manager offices[10].manager",
	"warning register.special.uncovered activities[20].matter", // school canteen: schools aren't in art. 12
	"violation register.dpia.missing activities[23].dpia",      // video surveillance
	"warning register.transfer.documents activities[24].transfers[0].documents",
	"violation register.purpose.interests activities[25].purposes[1].basis",
	"warning register.retention.vague activities[26].retention",
	"violation register.reference.orphan activities[26].processors[1]",
	"warning register.review.overdue activities[27].reviewed",
}

func lines(fs gdpr.Findings) []string {
	var ls []string
	for _, f := range fs {
		ls = append(ls, f.Severity.String()+" "+string(f.Code)+" "+f.Where)
	}
	return ls
}

func TestSample(t *testing.T) {
	r := sample(t)
	require.Equal(t, planted, lines(register.Check(r, today(t))))
	require.GreaterOrEqual(t, len(r.Activities), 20)
	s := register.Summarize(r)
	for sector := register.CivilStatus; sector <= register.Worship; sector++ {
		require.Positive(t, s.Sectors[sector], sector)
	}
}

// Each finding of Check, made by one change to a register that has none.
func TestCheck(t *testing.T) {
	const (
		residents = 0  // anagrafe
		staff     = 7  // personale
		benefits  = 11 // contributi
		traffic   = 19 // polizia locale
		mail      = 24 // notiziario
		graves    = 27 // cimiteri
	)
	type R = register.Register
	on := today(t)
	for _, c := range []struct {
		want   string
		change func(*R)
	}{
		// GDPR 30(1)(a)
		{"violation register.controller.name controller.name", func(r *R) { r.Controller.Name = " " }},
		{"violation register.controller.contact controller", func(r *R) { r.Controller = register.Party{Name: "Comune di Roccasilvana"} }},
		{"violation register.officer.name officer.name", func(r *R) { r.Officer.Name = "" }},
		{"violation register.officer.contact officer", func(r *R) { r.Officer = register.Party{Name: "Bianca Neri"} }},
		{"violation register.joint.name joint[0].name", func(r *R) { r.Joint[0].Name = "" }},
		{"violation register.joint.contact joint[0]", func(r *R) { r.Joint[0].PEC = "" }},
		{"violation register.joint.agreement joint[0].act", func(r *R) { r.Joint[0].Act = "" }},
		// GDPR 30(1)(b)
		{"violation register.purpose.missing activities[27].purposes", func(r *R) { r.Activities[graves].Purposes = nil }},
		{"violation register.purpose.text activities[27].purposes[0].text", func(r *R) { r.Activities[graves].Purposes[0].Text = "\t" }},
		// GDPR 30(1)(c)
		{"violation register.subjects.missing activities[27].subjects", func(r *R) { r.Activities[graves].Subjects = []string{""} }},
		{"violation register.data.missing activities[27].data", func(r *R) { r.Activities[graves].Data = nil }},
		{"violation register.data.text activities[27].data[0].text", func(r *R) { r.Activities[graves].Data[0].Text = "" }},
		// GDPR 30(1)(d)
		{"violation register.recipients.missing activities[27].recipients", func(r *R) { r.Activities[graves].Disclosed = yes }},
		{"warning register.recipients.unanswered activities[27].disclosed", func(r *R) { r.Activities[graves].Disclosed = gdpr.Unknown }},
		{"violation register.recipients.denied activities[0].disclosed", func(r *R) { r.Activities[residents].Disclosed = no }},
		{"violation register.recipient.name activities[0].recipients[1].name", func(r *R) { r.Activities[residents].Recipients[1].Name = "" }},
		// GDPR 30(1)(e)
		{"violation register.transfers.missing activities[27].transfers", func(r *R) { r.Activities[graves].Abroad = yes }},
		{"warning register.transfers.unanswered activities[27].abroad", func(r *R) { r.Activities[graves].Abroad = gdpr.Unknown }},
		{"violation register.transfers.denied activities[24].abroad", func(r *R) { r.Activities[mail].Abroad = no }},
		{"violation register.transfer.destination activities[24].transfers[0]", func(r *R) { r.Activities[mail].Transfers[0].Country = "" }},
		{"violation register.transfer.safeguard activities[24].transfers[0].safeguard", func(r *R) { r.Activities[mail].Transfers[0].Safeguard = 0 }},
		{"warning register.transfer.closed activities[24].transfers[0].safeguard", func(r *R) { r.Activities[mail].Transfers[0].Safeguard = register.TransferConsent }},
		{"violation register.transfer.closed activities[27].transfers[0].safeguard", func(r *R) { // 49(3): in the exercise of public powers
			a := &r.Activities[graves]
			a.Abroad, a.Transfers = yes, []register.Transfer{{Country: "IN", Safeguard: register.TransferConsent, Documents: "x"}}
		}},
		{"warning register.transfer.inadequate activities[24].transfers[0].safeguard", func(r *R) {
			r.Activities[mail].Transfers[0] = register.Transfer{Country: "RU", Safeguard: register.Adequacy, Documents: "x"}
		}},
		{"warning register.transfer.country activities[24].transfers[0].country", func(r *R) { r.Activities[mail].Transfers[0].Country = "UK" }},
		{"warning register.transfer.country activities[24].transfers[0].country", func(r *R) { r.Activities[mail].Transfers[0].Country = "ZZ" }},
		{"violation register.officer.name officer.name", func(r *R) { r.Officer.Name = "Da nominare" }},
		{"violation register.controller.name controller.name", func(r *R) { r.Controller.Name = "[NOME ENTE]" }},
		{"violation register.purpose.text activities[27].purposes[0].text", func(r *R) { r.Activities[graves].Purposes[0].Text = "n/d" }},
		{"warning register.measures.missing activities[27].measures", func(r *R) { r.Activities[graves].Measures = []string{"-", "____"} }},
		{"warning register.retention.vague activities[27].retention", func(r *R) { r.Activities[graves].Retention = register.Retention{Criterion: "per il tempo necessario"} }},
		{"warning register.transfer.documents activities[24].transfers[0].documents", func(r *R) { r.Activities[mail].Transfers[0].Documents = "" }},
		{"warning register.transfer.country activities[24].transfers[0].country", func(r *R) { r.Activities[mail].Transfers[0].Country = "Usa" }},
		{"warning register.transfer.inside activities[24].transfers[0].country", func(r *R) { r.Activities[mail].Transfers[0].Country = "NO" }},
		{"violation register.recipient.abroad activities[0].recipients[0].country", func(r *R) { r.Activities[residents].Recipients[0].Country = "CH" }},
		{"warning register.transfer.country activities[0].recipients[0].country", func(r *R) { r.Activities[residents].Recipients[0].Country = "c1" }},
		// GDPR 30(1)(f)
		{"warning register.retention.missing activities[27].retention", func(r *R) { r.Activities[graves].Retention = register.Retention{} }},
		{"warning register.retention.vague activities[27].retention", func(r *R) { r.Activities[graves].Retention.From = "" }},
		{"warning register.retention.vague activities[27].data[0].retention", func(r *R) { r.Activities[graves].Data[0].Retention.From = "fine" }},
		// GDPR 30(1)(g)
		{"warning register.measures.missing activities[27].measures", func(r *R) { r.Activities[graves].Measures = nil }},
		// GDPR 30(2)(a)-(d)
		{"violation register.service.controller services[0].controller.name", func(r *R) { r.Services[0].Controller.Name = "" }},
		{"violation register.service.contact services[0].controller", func(r *R) { r.Services[0].Controller.PEC = "" }},
		{"violation register.service.contract services[0].controller.act", func(r *R) { r.Services[0].Controller.Act = "" }},
		{"violation register.service.processing services[0].processing", func(r *R) { r.Services[0].Processing = nil }},
		{"warning register.transfers.unanswered services[0].abroad", func(r *R) { r.Services[0].Abroad = gdpr.Unknown }},
		{"warning register.measures.missing services[0].measures", func(r *R) { r.Services[0].Measures = nil }},
		{"violation register.reference.orphan services[0].processors[0]", func(r *R) { r.Services[0].Subcontract = []string{"nobody"} }},
		{"warning register.id.missing services[0].id", func(r *R) { r.Services[0].ID = "" }},
		{"violation register.id.duplicate services[1].id", func(r *R) { r.Services = append(r.Services, r.Services[0]) }},

		// Purposes: art. 1(2) of the regulation, the Garante's second column.
		{"warning register.purpose.function activities[27].purposes[0].function", func(r *R) { r.Activities[graves].Purposes[0].Function = 0 }},
		{"warning register.purpose.basis activities[27].purposes[0].basis", func(r *R) { r.Activities[graves].Purposes[0].Basis = 0 }},
		{"warning register.purpose.norm activities[27].purposes[0].norm", func(r *R) { r.Activities[graves].Purposes[0].Norm = "" }},
		{"violation register.purpose.interests activities[27].purposes[0].basis", func(r *R) { r.Activities[graves].Purposes[0].Basis = register.LegitimateInterests }},
		{"warning register.purpose.consent activities[27].purposes[0].basis", func(r *R) { r.Activities[graves].Purposes[0].Basis = register.Consent }},
		{"violation register.purpose.no-consent activities[24].purposes[0].basis", func(r *R) { r.Activities[mail].Purposes[0].Basis = register.Contract }},
		{"warning register.data.kind activities[27].data[0].kind", func(r *R) { r.Activities[graves].Data[0].Kind = 0 }},

		// Header, offices, parties.
		{"warning register.dates.missing updated", func(r *R) { r.Created = 0 }},
		{"warning register.dates.missing updated", func(r *R) { r.Updated = 0 }},
		{"warning register.dates.order updated", func(r *R) { r.Updated = r.Created - 1 }},
		{"warning register.dates.future updated", func(r *R) { r.Updated = on + 1; r.Dating.Date = on + 1 }},
		{"warning register.dates.future dating.date", func(r *R) { r.Dating.Date = on + 1 }},
		{"warning register.dating.missing dating", func(r *R) { r.Dating.Date = 0 }},
		{"warning register.dating.missing dating", func(r *R) { r.Dating.Means = "" }},
		{"warning register.dating.old dating.date", func(r *R) { r.Dating.Date = r.Updated - 1 }},
		{"violation register.processor.name processors[0].name", func(r *R) { r.Processors[0].Name = "" }},
		{"violation register.processor.contract processors[0].act", func(r *R) { r.Processors[0].Act = "" }},
		{"warning register.office.manager offices[0].manager", func(r *R) { r.Offices[0].Manager = "" }},
		{"violation register.id.duplicate offices[11].name", func(r *R) { r.Offices = append(r.Offices, r.Offices[0]) }},
		{"advice register.unused offices[11]", func(r *R) { r.Offices = append(r.Offices, register.Office{Name: "Stampa", Manager: "Ugo"}) }},
		{"advice register.unused processors[10]", func(r *R) { r.Processors = append(r.Processors, register.Party{ID: "x", Name: "X", Act: "y"}) }},
		{"advice register.unused joint[1]", func(r *R) { r.Joint = append(r.Joint, register.Party{ID: "x", Name: "X", Act: "y", Phone: "1"}) }},

		// Identity and references.
		{"warning register.id.missing activities[27].id", func(r *R) { r.Activities[graves].ID = "" }},
		{"violation register.id.duplicate activities[27].id", func(r *R) { r.Activities[graves].ID = "anagrafe" }},
		{"warning register.activity.twin activities[27].name", func(r *R) {
			r.Activities[graves].Name, r.Activities[graves].Office = r.Activities[0].Name, r.Activities[0].Office
		}},
		{"violation register.activity.name activities[27].name", func(r *R) { r.Activities[graves].Name = "" }},
		{"warning register.activity.office activities[27].office", func(r *R) { r.Activities[graves].Office = "" }},
		{"violation register.reference.orphan activities[27].office", func(r *R) { r.Activities[graves].Office = "Nessuno" }},
		{"violation register.reference.orphan activities[0].processors[1]", func(r *R) { r.Activities[residents].Processors = append(r.Activities[residents].Processors, "") }},
		{"violation register.reference.orphan activities[0].joint[0]", func(r *R) { r.Activities[residents].Joint = []string{"nobody"} }},
		{"warning register.review.never activities[27].reviewed", func(r *R) { r.Activities[graves].Reviewed = 0 }},
		{"warning register.dates.future activities[27].reviewed", func(r *R) { r.Activities[graves].Reviewed = on + 1 }},
		{"warning register.review.overdue activities[27].reviewed", func(r *R) { r.Activities[graves].Reviewed = on - 366 }},

		// Special and judicial data, matching.
		{"violation register.special.missing activities[0].special", func(r *R) { r.Activities[residents].Special = register.Special{} }},
		{"violation register.special.forbidden activities[0].special", func(r *R) { r.Activities[residents].Special.Safeguards = no }},
		{"warning register.special.undetermined activities[0].special", func(r *R) { r.Activities[residents].Special.Safeguards = gdpr.Unknown }},
		{"violation register.special.sector activities[0].sector", func(r *R) { r.Activities[residents].Sector = 0 }},
		{"warning register.special.uncovered activities[0].matter", func(r *R) {
			r.Activities[residents].Sector = 0
			require.NoError(t, r.Activities[residents].Matter.UnmarshalText([]byte("cc")))
		}},
		{"violation register.special.norm activities[0].norm", func(r *R) { r.Activities[residents].Norm = "" }},
		{"violation register.judicial.missing activities[19].judicial", func(r *R) { r.Activities[traffic].Judicial = register.Judicial{} }},
		{"violation register.judicial.forbidden activities[19].judicial", func(r *R) { r.Activities[traffic].Judicial.Safeguards = no }},
		{"warning register.judicial.undetermined activities[19].judicial", func(r *R) { r.Activities[traffic].Judicial.Safeguards = gdpr.Unknown }},
		{"violation register.judicial.norm activities[19].norm", func(r *R) { r.Activities[traffic].Norm = "" }},
		{"violation register.matching.forbidden activities[11].matching", func(r *R) { r.Activities[benefits].Matching.Provided = no }},
		{"warning register.matching.undetermined activities[11].matching", func(r *R) { r.Activities[benefits].Matching.Provided = gdpr.Unknown }},

		// Impact assessment.
		{"violation register.dpia.missing activities[7].dpia", func(r *R) { r.Activities[staff].DPIA.Done = 0 }},
		{"warning register.dpia.undetermined activities[27].dpia.facts", func(r *R) { r.Activities[graves].DPIA.Facts.Monitoring = gdpr.Unknown }},
		{"warning register.dpia.contradiction activities[0].dpia.facts", func(r *R) { r.Activities[residents].DPIA.Facts.SpecialData = no }},

		// Principles and design.
		{"violation register.principles.uninformed activities[27].principles.informed", func(r *R) { r.Activities[graves].Principles.Informed = no }},
		{"violation register.principles.inaccurate activities[27].principles.accurate", func(r *R) { r.Activities[graves].Principles.Accurate = no }},
		{"violation register.principles.unnecessary activities[27].principles.necessary", func(r *R) { r.Activities[graves].Principles.Necessary = no }},
		{"violation register.principles.anonymous activities[27].principles.anonymous", func(r *R) { r.Activities[graves].Principles.Anonymous = yes }},
		{"violation register.principles.unsecured activities[27].principles.secured", func(r *R) { r.Activities[graves].Principles.Secured = no }},
		{"violation register.principles.dispensable activities[0].principles.indispensable", func(r *R) { r.Activities[residents].Principles.Indispensable = no }},
		{"violation register.principles.unrenewed activities[19].principles.renewed", func(r *R) { r.Activities[traffic].Principles.Renewed = no }},
		{"advice register.principles.unanswered activities[27].principles", func(r *R) { r.Activities[graves].Principles = register.Principles{} }},
		{"warning register.principles.unanswered activities[27].principles", func(r *R) { r.Activities[graves].Principles.Informed = gdpr.Unknown }},
		{"violation register.design.missing activities[27].design.designed", func(r *R) { r.Activities[graves].Design.Designed = no }},
		{"violation register.design.default activities[27].design.default", func(r *R) { r.Activities[graves].Design.Default = no }},
		{"violation register.design.pseudonyms activities[27].design.pseudonymised", func(r *R) { r.Activities[graves].Design.Pseudonymised = no }},
		{"violation register.design.minimisation activities[27].design.minimised", func(r *R) { r.Activities[graves].Design.Minimised = no }},
		{"violation register.design.preventive activities[27].design.preventive", func(r *R) { r.Activities[graves].Design.Preventive = no }},
		{"violation register.design.training activities[27].design.trained", func(r *R) { r.Activities[graves].Design.Trained = no }},
		{"advice register.design.unanswered activities[27].design", func(r *R) { r.Activities[graves].Design = register.Design{} }},
		{"warning register.design.unanswered activities[27].design", func(r *R) { r.Activities[graves].Design.Trained = gdpr.Unknown }},
	} {
		t.Run(c.want, func(t *testing.T) {
			r := clean(t)
			c.change(&r)
			fs := register.Check(r, on)
			require.Equal(t, []string{c.want}, lines(fs))
			for _, f := range fs {
				for _, p := range f.Provisions {
					_, err := gdpr.ParseProvision(string(p))
					require.NoError(t, err)
				}
				for _, tag := range []language.Tag{language.Italian, language.English} {
					require.NotContains(t, f.Message(tag), "%!")
					require.NotEqual(t, string(f.Code), f.Message(tag))
				}
			}
		})
	}
}

// Changes that are more than one finding, or none.
func TestCheckMore(t *testing.T) {
	on := today(t)
	check := func(change func(*register.Register)) []string {
		r := clean(t)
		change(&r)
		return lines(register.Check(r, on))
	}
	require.Equal(t, []string{"violation register.empty activities"}, lines(register.Check(register.Register{
		Controller: register.Party{Name: "Comune", Phone: "1"}, Officer: register.Party{Name: "Bianca Neri", Phone: "2"},
		Created: 1, Updated: 1, Dating: register.Dating{Date: 2, Means: "protocollo"}}, on)))
	// A processor without an id can't be referred to.
	require.Equal(t, []string{
		"warning register.id.missing processors[2].id",
		"violation register.reference.orphan activities[7].processors[0]",
	}, check(func(r *register.Register) { r.Processors[2].ID = "" }))
	require.Equal(t, []string{
		"violation register.id.duplicate processors[1].id",
		"violation register.reference.orphan activities[4].processors[0]",
		"violation register.reference.orphan activities[14].processors[0]",
	}, check(func(r *register.Register) { r.Processors[1].ID = r.Processors[0].ID }))
	require.Equal(t, []string{
		"violation register.office.name offices[3].name",
		"violation register.reference.orphan activities[10].office",
	}, check(func(r *register.Register) { r.Offices[3].Name = "" }))
	// Of no data no category has a period of its own; a joint controller is a
	// recipient.
	require.Equal(t, []string{"violation register.data.missing activities[27].data", "warning register.retention.missing activities[27].retention"},
		check(func(r *register.Register) {
			r.Activities[27].Data, r.Activities[27].Retention = nil, register.Retention{}
		}))
	require.Equal(t, []string{"violation register.recipients.denied activities[27].disclosed"}, check(func(r *register.Register) {
		a := &r.Activities[27]
		a.Recipients, a.Processors, a.Joint, a.Disclosed = nil, nil, []string{r.Joint[0].ID}, no
	}))
	// An assessment to come is none yet, and one of the day itself is one.
	require.Equal(t, []string{
		"warning register.dates.future activities[23].dpia.done",
		"violation register.dpia.missing activities[23].dpia",
	}, check(func(r *register.Register) { r.Activities[23].DPIA.Done = on + 1 }))
	require.Empty(t, check(func(r *register.Register) { r.Activities[23].DPIA.Done, r.Dating.Date, r.Updated = on, on, on }))
	// A transfer to one country doesn't explain a recipient in another.
	require.Equal(t, []string{"violation register.recipient.abroad activities[24].recipients[0].country"},
		check(func(r *register.Register) {
			r.Activities[24].Recipients = []register.Recipient{{Name: "fornitore", Country: "IN"}}
		}))
	require.Empty(t, check(func(r *register.Register) {
		r.Activities[24].Recipients = []register.Recipient{{Name: "fornitore", Country: "US"}}
	}))
	// Compelling interests: closed to a public body, and documents are what the
	// GDPR itself wants in the register.
	require.Equal(t, []string{
		"warning register.transfer.closed activities[24].transfers[0].safeguard",
		"violation register.transfer.documents activities[24].transfers[0].documents",
	}, check(func(r *register.Register) {
		r.Activities[24].Transfers[0] = register.Transfer{Country: "US", Safeguard: register.Compelling}
	}))
	// Outside the Comune's tasks legitimate interests are only doubtful.
	require.Equal(t, []string{"warning register.purpose.interests activities[22].purposes[0].basis"},
		check(func(r *register.Register) { r.Activities[22].Purposes[0].Basis = register.LegitimateInterests }))
	// An international organisation is a destination; a category's own term is
	// enough where each has one; special data may rest on what the municipal
	// regulation doesn't list.
	require.Empty(t, check(func(r *register.Register) {
		r.Activities[24].Transfers[0].Country, r.Activities[24].Transfers[0].Organisation = "", "UNHCR"
		r.Activities[27].Data[0].Retention, r.Activities[27].Retention = r.Activities[27].Retention, register.Retention{}
		r.Activities[0].Recipients[0].Country = "FR"
	}))
	require.Equal(t, []string{"warning register.special.unlisted activities[21].special"}, check(func(r *register.Register) {
		r.Activities[21].Special = register.Special{Interest: no, Vital: no, Consent: no, Employment: no, Public: no, Archiving: no, Claims: yes, Safeguards: yes}
	}))
	// Where it isn't known whether there are safeguards nothing is lawful yet.
	require.NotContains(t, check(func(r *register.Register) {
		r.Activities[21].Special = register.Special{Interest: no, Vital: no, Consent: no, Employment: no, Public: no, Archiving: no, Claims: yes}
	}), "warning register.special.unlisted activities[21].special")
	open := register.Special{Interest: no, Vital: no, Employment: no, Public: no, Archiving: no, Claims: no, Safeguards: yes}
	asked := 0
	for range open.Decide(register.KindSet(register.Belief)).Missing() {
		asked++
	}
	require.Positive(t, asked)
	r := clean(t)
	r.Activities[21].Special = open
	undetermined := slices.DeleteFunc(register.Check(r, on), func(f gdpr.Finding) bool { return f.Code != register.CodeSpecialUndetermined })
	require.Len(t, undetermined, 1)
	require.Equal(t, gdpr.Args{asked}, undetermined[0].Args)
	// Who the purpose belongs to, or on what it rests, may be open: then nothing is held
	// against the other.
	require.Equal(t, []string{"warning register.purpose.function activities[22].purposes[0].function"}, check(func(r *register.Register) {
		p := &r.Activities[22].Purposes[0]
		p.Function, p.Basis = 0, register.Consent
	}))
	require.NotContains(t, check(func(r *register.Register) {
		for f := range register.Function(0).Values() {
			if f.NeedsConsent() {
				r.Activities[22].Purposes[0].Function = f
			}
		}
		r.Activities[22].Purposes[0].Basis = 0
	}), "violation register.purpose.no-consent activities[22].purposes[0].basis")
	// A processor and a joint controller are two recipients.
	require.Empty(t, check(func(r *register.Register) {
		a := &r.Activities[27]
		a.Recipients, a.Processors, a.Joint, a.Disclosed = nil, []string{r.Processors[0].ID}, []string{r.Joint[0].ID}, gdpr.Unknown
	}))
	// Reviewed today.
	require.Empty(t, check(func(r *register.Register) { r.Activities[27].Reviewed = on }))
	// A sector covers a part of letter u only; who names the letter alone says
	// that it isn't that part.
	require.Equal(t, []string{"warning register.special.uncovered activities[0].matter"}, check(func(r *register.Register) {
		r.Activities[0].Sector = 0
		require.NoError(t, r.Activities[0].Matter.UnmarshalText([]byte("u")))
	}))
	// A twelvemonth to the day is still in time; without a day none is overdue.
	require.Empty(t, check(func(r *register.Register) { r.Activities[27].Reviewed = day(t, "2025-11-15") }))
	require.Equal(t, []string{"warning register.review.overdue activities[27].reviewed"},
		check(func(r *register.Register) { r.Activities[27].Reviewed = day(t, "2025-11-14") }))
	on = 0
	require.Empty(t, check(func(r *register.Register) { r.Activities[27].Reviewed = 1 }))
	on = -5
	require.Equal(t, "warning register.dates.future updated", check(func(r *register.Register) {})[0])
}

// An assessment that isn't due needs none, and what relieves of one is heard.
func TestDPIA(t *testing.T) {
	on := today(t)
	r := clean(t)
	a := &r.Activities[7] // staff: special data and employees, two criteria
	a.DPIA.Done = 0
	missing := []string{"violation register.dpia.missing activities[7].dpia"}
	require.Equal(t, missing, lines(register.Check(r, on)))
	a.DPIA.Similar = dpia.Similar{Operations: yes, Risks: yes}
	require.Empty(t, register.Check(r, on))
	a.DPIA.Similar = dpia.Similar{Operations: yes, Risks: no}
	require.Equal(t, missing, lines(register.Check(r, on)))
	a.DPIA.Similar = dpia.Similar{}
	a.DPIA.Law = dpia.LawAssessment{PublicTask: yes, SpecificLaw: yes, AssessedWithLaw: yes}
	require.Empty(t, register.Check(r, on))
	a.DPIA.Law = dpia.LawAssessment{}
	for _, f := range kleenetest.Unknown(&a.DPIA.Facts) {
		if f.Name != "special_data" && f.Name != "criminal_data" { // these the entry's own data tell
			f.Set(no)
		}
	}
	a.DPIA.Exception = dpia.Exception{Reasons: "pochi dipendenti", Decided: on - 10}
	a.DPIA.Exception.Opinion.Asked, a.DPIA.Exception.Opinion.Given, a.DPIA.Exception.Opinion.Departed = on-30, on-20, no
	require.Empty(t, register.Check(r, on))
	a.DPIA.Exception.Reasons = ""
	require.Equal(t, missing, lines(register.Check(r, on)))

	// Genetic and biometric data are facts of their own.
	for _, k := range []register.Kind{register.Genetic, register.Biometric} {
		a := register.Activity{Data: []register.Data{{Kind: k}}}
		a.DPIA.Facts.LargeScale = yes
		s, err := a.Screen(dpia.Policy{})
		require.NoError(t, err)
		require.Equal(t, dpia.Required, s.Outcome)
	}
	// A threshold of one index is stricter, and can be chosen.
	graves := &r.Activities[27]
	graves.DPIA.Facts.Vulnerable = yes
	a.DPIA = clean(t).Activities[7].DPIA
	require.Empty(t, register.Check(r, on))
	fs, err := register.Policy{DPIA: dpia.Policy{Threshold: 1}}.Check(r, on)
	require.NoError(t, err)
	require.Contains(t, lines(fs), "violation register.dpia.missing activities[27].dpia")
}

func TestPolicy(t *testing.T) {
	r, on := clean(t), today(t)
	r.Activities[27].Reviewed = on - 40
	for _, c := range []struct {
		term    gdpr.Term
		overdue bool
	}{
		{gdpr.Term{N: 1, Unit: gdpr.Months}, true},
		{gdpr.Term{N: 39, Unit: gdpr.Days}, true},
		{gdpr.Term{N: 40, Unit: gdpr.Days}, false},
		{gdpr.Term{N: 40, Unit: gdpr.WorkingDays}, false},
		{gdpr.Term{N: 6, Unit: gdpr.Weeks}, false},
		{gdpr.Term{N: 2, Unit: gdpr.Years}, false},
	} {
		fs, err := register.Policy{Review: c.term}.Check(r, on)
		require.NoError(t, err)
		overdue := slices.Contains(lines(fs), "warning register.review.overdue activities[27].reviewed")
		require.Equal(t, c.overdue, overdue, c.term)
	}
	for _, c := range []struct {
		policy register.Policy
		field  string
		fault  gdpr.Fault
	}{
		{register.Policy{Review: gdpr.Term{N: 3, Unit: gdpr.Hours}}, "review.unit", gdpr.FaultName},
		{register.Policy{Review: gdpr.Term{N: -1, Unit: gdpr.Months}}, "review.n", gdpr.FaultRange},
		{register.Policy{Review: gdpr.Term{N: 1}}, "review.unit", gdpr.FaultName},
		{register.Policy{DPIA: dpia.Policy{Threshold: -1}}, "dpia.threshold", gdpr.FaultRange},
	} {
		fs, err := c.policy.Check(r, on)
		require.Nil(t, fs)
		require.ErrorIs(t, err, c.fault)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
}

func TestPrinciplesAndDesignAlone(t *testing.T) {
	require.Equal(t, []string{"advice register.principles.unanswered principles"}, lines(register.Principles{}.Check(0)))
	require.Equal(t, gdpr.Args{5}, register.Principles{}.Check(0)[0].Args)
	require.Equal(t, gdpr.Args{7},
		register.Principles{}.Check(register.KindSet(register.Criminal))[0].Args)
	good := register.Principles{Informed: yes, Accurate: yes, Necessary: yes, Anonymous: no, Secured: yes}
	require.Empty(t, good.Check(register.KindSet(register.Ordinary)))
	require.Len(t, good.Check(register.KindSet(register.Health)), 1)
	require.Len(t, register.Design{Designed: no}.Check(), 2)
	require.Empty(t, register.Design{Designed: yes, Default: yes, Pseudonymised: yes, Minimised: yes, Preventive: yes, Trained: yes}.Check())
}

// A public body is never exempt, whatever words its register uses: the exemption
// of GDPR 30(5) is no part of the check.
func TestNoExemption(t *testing.T) {
	r := register.Register{Activities: []register.Activity{{Name: "occasional mailing to citizens"}}}
	require.True(t, register.Check(r, 0).Has(register.CodePurpose))
}

// The check neither panics on values without a meaning nor changes its input.
func TestCheckStrange(t *testing.T) {
	r := clean(t)
	for i := range r.Activities {
		a := &r.Activities[i]
		a.Purposes[0].Function, a.Purposes[0].Basis = 99, 99
		a.Data[0].Kind, a.Sector, a.Matter = 99, 99, 99
		a.Abroad, a.Disclosed = 99, 99
		a.Transfers = []register.Transfer{{Country: "US", Safeguard: 99}}
		a.Special.Interest = 99
		a.Retention.Period.Unit = 99
	}
	fs := register.Check(r, date.Date(1<<60))
	require.NotEmpty(t, fs)
	require.Equal(t, fs, register.Check(r, date.Date(1<<60)))
	register.Summarize(r)
	r.Sheets(language.Italian)
	_, err := r.JSON()
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = r.JSONLD("https://comune.example/r")
	require.NoError(t, err)
	require.NotEmpty(t, register.Diff(r, clean(t)))
}

// Consent, contracts and compelling interests are closed to a public authority that
// exercises its powers (GDPR 49(3)): by task, by duty or by law; and to nobody else.
func TestClosedGrounds(t *testing.T) {
	ground := func(regime gdpr.Regime, s register.Safeguard, p register.Purpose) string {
		r := clean(t)
		r.Activities = r.Activities[24:25]
		r.Activities[0].Purposes, r.Activities[0].Transfers[0] = []register.Purpose{p}, register.Transfer{Country: "US", Safeguard: s, Documents: "prot. 1"}
		fs, err := register.Policy{Regime: regime}.Check(r, today(t))
		require.NoError(t, err)
		for _, f := range fs {
			if f.Code == register.CodeTransferClosed {
				return f.Severity.String()
			}
		}
		return ""
	}
	outside := register.Purpose{Text: "notiziario", Basis: register.Consent}
	powers := []register.Purpose{{Text: "a", Basis: register.PublicTask}, {Text: "a", Basis: register.LegalObligation}, {Text: "a", Basis: register.Contract, Function: register.ByLaw}}
	for _, s := range []register.Safeguard{register.TransferConsent, register.TransferContract, register.ThirdContract, register.Compelling} {
		require.Equal(t, "warning", ground(gdpr.Template, s, outside))
		for _, p := range powers {
			require.Equal(t, "violation", ground(gdpr.Template, s, p), "%+v", p)
			require.Empty(t, ground(gdpr.UnionLaw, s, p), "a firm's duties are no public powers")
		}
	}
	for _, p := range append(powers, outside) {
		require.Empty(t, ground(gdpr.Template, register.ModelClauses, p), "open to everybody")
	}
}

// What a message quotes of the input is cut after forty signs, and facts that
// contradict each other are named.
func TestMessagesQuote(t *testing.T) {
	for n, cut := range map[int]bool{40: false, 41: true} {
		r := clean(t)
		r.Activities[24].Transfers[0].Country = strings.Repeat("Ab", 21)[:n]
		require.Equal(t, cut, strings.Contains(register.Check(r, today(t)).String(), "…"), n)
	}
	r := clean(t)
	r.Activities[27].DPIA.Facts.BiometricData, r.Activities[27].DPIA.Facts.SpecialData = yes, no
	require.Contains(t, register.Check(r, today(t)).String(), "biometric_data (special_data")
}

// A country is two capitals that ISO 3166-1 assigns.
func TestCountries(t *testing.T) {
	for code, want := range map[string]bool{"US": true, "ZA": true, "AZ": true, "us": false, "USA": false, "840": false, "U": false, "UK": false, "EU": false, "A1": false, "001": false} {
		r := clean(t)
		r.Activities[24].Transfers[0].Country = code
		require.Equal(t, !want, register.Check(r, today(t)).Has(register.CodeTransferCountry), code)
	}
}
