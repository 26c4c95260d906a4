package informativa_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

// small is a register with one activity that has everything and one that has
// hardly anything.
func small() register.Register {
	return register.Register{
		Controller: register.Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example", PEC: "protocollo@pec.comune.roccasilvana.example"},
		Officer:    register.Party{Name: "Dario Verdi", Email: "rpd@comune.roccasilvana.example"},
		Joint:      []register.Party{{ID: "borgo", Name: "Comune di Borgo Lontano"}, {ID: "altro", Name: "Comune di Montelieto"}},
		Processors: []register.Party{{ID: "nuvola", Name: "Nuvola S.r.l."}, {ID: "carta", Name: "Carta S.p.A."}},
		Offices:    []register.Office{{Name: "Ufficio cultura", Manager: "Bianca Neri"}, {Name: "Ragioneria", Manager: "Ugo Bruni"}},
		Activities: []register.Activity{
			{
				ID: "newsletter", Name: "Newsletter della biblioteca", Office: "Ufficio cultura",
				Purposes: []register.Purpose{
					{Text: "informare sugli eventi", Basis: register.Consent},
					{Text: "gestire i prestiti", Basis: register.PublicTask, Norm: "L.R. 42/2020"},
				},
				Data: []register.Data{
					{Text: "nome e cognome", Kind: register.Ordinary},
					{Text: "indirizzo e-mail", Kind: register.Ordinary, Retention: register.Retention{Criterion: "fino alla revoca del consenso"}},
					{Text: "esigenze di salute", Kind: register.Health},
				},
				Sources:    []string{"Sistema bibliotecario provinciale"},
				Retention:  register.Retention{Period: gdpr.Term{N: 2, Unit: gdpr.Years}, From: "l'ultimo prestito"},
				Recipients: []register.Recipient{{Name: "Sistema bibliotecario provinciale"}},
				Processors: []string{"nuvola"},
				Joint:      []string{"borgo"},
				Transfers: []register.Transfer{
					{Country: "CH", Safeguard: register.Adequacy, Documents: "decisione 2000/518/CE"},
					{Organisation: "UNESCO"},
					{Country: "ch?"},
				},
				Measures: []string{"accessi personali", "copie di riserva"},
			},
			{ID: "sala", Disclosed: gdpr.No, Abroad: gdpr.No, Purposes: []register.Purpose{{Text: "assegnare le sale"}}},
		},
	}
}

func TestFromRegister(t *testing.T) {
	n, in, err := FromRegister(small(), "newsletter", language.Italian)
	require.NoError(t, err)
	require.Equal(t, Notice{
		Subject:    "Newsletter della biblioteca",
		Articles:   []gdpr.Provision{"GDPR 13", "GDPR 14"},
		Controller: Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example", PEC: "protocollo@pec.comune.roccasilvana.example"},
		Joint:      []Party{{Name: "Comune di Borgo Lontano"}},
		Managers:   []Party{{Name: "Bianca Neri (Ufficio cultura)"}},
		DPO:        Party{Name: "Dario Verdi", Email: "rpd@comune.roccasilvana.example"},
		Purposes: []Purpose{
			{Text: "informare sugli eventi", Basis: register.Consent},
			{Text: "gestire i prestiti", Basis: register.PublicTask, Law: "L.R. 42/2020"},
		},
		Categories:  []string{"nome e cognome", "indirizzo e-mail", "esigenze di salute"},
		Origin:      Origin{From: []string{"Sistema bibliotecario provinciale"}},
		Methods:     []Method{{Office: "Ufficio cultura"}},
		Security:    "accessi personali; copie di riserva",
		Disclosed:   gdpr.Yes,
		Recipients:  []string{"Sistema bibliotecario provinciale", "Nuvola S.r.l."},
		Transferred: gdpr.Yes,
		Destinations: []Destination{
			{Where: "Svizzera", Safeguard: "decisione di adeguatezza (art. 45, par. 3, RGPD); decisione 2000/518/CE"}, {Where: "UNESCO"}, {Where: "ch?"},
		},
		Storage: []Storage{
			{What: "indirizzo e-mail", Criterion: "fino alla revoca del consenso"},
			{Term: gdpr.Term{N: 2, Unit: gdpr.Years}, From: "l'ultimo prestito"},
		},
		Rights: Rights{
			Access: true, Rectification: true, Erasure: true, Restriction: true,
			Objection: true, Portability: true, Withdrawal: true, Complaint: true,
		},
		Exercise: "privacy@comune.roccasilvana.example",
	}, n)
	require.Equal(t, Context{
		PublicBody: gdpr.Yes, Municipal: gdpr.Yes, Elsewhere: gdpr.Yes,
		Consent: gdpr.Yes, Contract: gdpr.No, Task: gdpr.Yes, Interest: gdpr.No,
		Disclosed: gdpr.Yes, Transferred: gdpr.Yes, Special: gdpr.Yes,
		Website: gdpr.No, Cookies: gdpr.No, Mailing: gdpr.No,
	}, in)

	text := n.Render(language.Italian)
	require.Contains(t, text, "Contitolari del trattamento:\n\n- Comune di Borgo Lontano\n")
	require.Contains(t, text, "- Periodo di conservazione: 2 anni (a partire da: l'ultimo prestito).\n")
	require.Contains(t, n.Render(language.English), "- Kept for 2 years (from: l'ultimo prestito).\n")
	require.GreaterOrEqual(t, Measure(text).Gulpease(), 40.0)

	n, _, err = FromRegister(small(), "newsletter", language.English)
	require.NoError(t, err)
	require.Equal(t, "Switzerland", n.Destinations[0].Where)
}

func TestFromRegisterOfLittle(t *testing.T) {
	n, in, err := FromRegister(small(), "sala", language.Italian)
	require.NoError(t, err)
	require.Equal(t, []gdpr.Provision{"GDPR 13"}, n.Articles)
	require.Equal(t, gdpr.No, n.Disclosed)
	require.Equal(t, gdpr.No, n.Transferred)
	require.Empty(t, n.Methods)
	require.Empty(t, n.Managers)
	require.Equal(t, Rights{Access: true, Rectification: true, Erasure: true, Restriction: true, Complaint: true}, n.Rights)
	require.Equal(t, gdpr.Unknown, in.Consent)
	require.Equal(t, gdpr.No, in.Special)
	fs := n.Check(in)
	require.True(t, fs.Has(LegalBasis.Missing()))
	require.True(t, fs.Has(Retention.Missing()))
	require.True(t, fs.Has(CodeManager))

	_, _, err = FromRegister(small(), "nessuna", language.Italian)
	require.ErrorIs(t, err, gdpr.FaultReference)
}

// Another body than the template's is asked of nothing of the template: who answers,
// by what means.
func TestFromRegisterUnder(t *testing.T) {
	n, in, err := FromRegister(small(), "sala", language.Italian)
	require.NoError(t, err)
	in = in.Under(gdpr.ItalianLaw)
	require.Equal(t, []gdpr.Answer{gdpr.No, gdpr.No}, []gdpr.Answer{in.PublicBody, in.Municipal})
	n.Rights = in.Rights()
	fs := n.Check(in)
	require.True(t, fs.Has(Retention.Missing()), "GDPR 13(2)(a) binds everybody")
	require.False(t, fs.Has(CodeManager))
	for _, f := range fs {
		require.NotContains(t, f.String(), "Regolamento")
	}
}

func TestRightsOfAContext(t *testing.T) {
	require.Equal(t, Rights{Access: true, Rectification: true, Erasure: true, Restriction: true, Objection: true, Complaint: true}, Comune().Rights())
	require.True(t, Context{Contract: gdpr.Yes}.Rights().Portability)
	require.False(t, Context{Contract: gdpr.Yes}.Rights().Withdrawal)
}

func ExampleFromRegister() {
	r := register.Register{
		Controller: register.Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example"},
		Activities: []register.Activity{{
			ID: "tari", Name: "Tassa sui rifiuti",
			Purposes:  []register.Purpose{{Text: "riscuotere la tassa", Basis: register.PublicTask, Norm: "L. 147/2013"}},
			Retention: register.Retention{Period: gdpr.Term{N: 10, Unit: gdpr.Years}, From: "il pagamento"},
		}},
	}
	n, in, err := FromRegister(r, "tari", language.Italian)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range n.Check(in).Of(gdpr.Violation) {
		fmt.Println(f.Code)
	}
	// Output:
	// informativa.dpo.missing
	// informativa.methods.missing
	// informativa.manager.missing
}
