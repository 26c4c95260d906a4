package gdpr_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

func TestProvision(t *testing.T) {
	for _, c := range []struct{ p, act, article, paragraph, letter, it, en string }{
		{"GDPR 12(3)", "GDPR", "12", "3", "", "art. 12, par. 3, RGPD", "Article 12(3) GDPR"},
		{"GDPR 4(12)", "GDPR", "4", "12", "", "art. 4, punto 12), RGPD", "Article 4(12) GDPR"},
		{"GDPR 9(2)(a)", "GDPR", "9", "2", "a", "art. 9, par. 2, lett. a), RGPD", "Article 9(2)(a) GDPR"},
		{"GDPR 26", "GDPR", "26", "", "", "art. 26, RGPD", "Article 26 GDPR"},
		{"GDPR recital 91", "GDPR", "recital 91", "", "", "considerando 91 RGPD", "Recital 91 GDPR"},
		{"Regolamento 17(3)", "Regolamento", "17", "3", "", "art. 17, comma 3, Regolamento comunale", "Article 17(3) municipal regulation"},
		{"Regolamento 17(4bis)", "Regolamento", "17", "4bis", "", "art. 17, comma 4bis, Regolamento comunale", "Article 17(4bis) municipal regulation"},
		{"Web notice 6", "Web notice", "6", "", "", "sezione 6, informativa web", "section 6 web notice"},
		{"Codice 2-sexies(2)(dd)", "Codice", "2-sexies", "2", "dd", "art. 2-sexies, comma 2, lett. dd), Codice privacy (D.Lgs. 196/2003)", "Article 2-sexies(2)(dd) Italian Data Protection Code (D.Lgs. 196/2003)"},
		{"D.Lgs. 33/2013 8(3-bis)", "D.Lgs. 33/2013", "8", "3-bis", "", "art. 8, comma 3-bis, D.Lgs. 33/2013", "Article 8(3-bis) D.Lgs. 33/2013"},
		{"Reg. 1182/71 3(4)", "Reg. 1182/71", "3", "4", "", "art. 3, par. 4, Reg. (CEE, Euratom) 1182/71", "Article 3(4) Regulation (EEC, Euratom) 1182/71"},
		{"EDPB 01/2022 160", "EDPB 01/2022", "160", "", "", "EDPB, Linee guida 01/2022, par. 160", "EDPB Guidelines 01/2022, par. 160"},
		{"EDPB 01/2021 case 03", "EDPB 01/2021", "case 03", "", "", "EDPB, Linee guida 01/2021, caso 03", "EDPB Guidelines 01/2021, case 03"},
		{"CJEU C-171/03", "CJEU", "C-171/03", "", "", "CGUE, C-171/03", "CJEU, C-171/03"},
		{"WP248", "WP248", "", "", "", "WP248 rev.01", "WP248 rev.01"},
	} {
		p, err := gdpr.ParseProvision(c.p)
		require.NoError(t, err, c.p)
		require.Equal(t, c.p, string(p))
		require.Equal(t, []string{c.act, c.article, c.paragraph, c.letter}, []string{p.Act(), p.Article(), p.Paragraph(), p.Letter()}, c.p)
		require.Equal(t, c.it, p.Cite(language.Italian))
		require.Equal(t, c.en, p.Cite(language.English))
		require.Equal(t, c.en, p.Cite(language.BritishEnglish))
		require.Equal(t, c.it, p.Cite(language.German))
	}
}

func TestProvisionNotCanonical(t *testing.T) {
	for s, fault := range map[string]gdpr.Fault{
		"": gdpr.FaultName, "GDPR12(3)": gdpr.FaultName, "gdpr 12": gdpr.FaultName, "art. 12 GDPR": gdpr.FaultName, "Reg. 2016/679 12": gdpr.FaultName,
		"GDPR ": gdpr.FaultName, " GDPR 12": gdpr.FaultName, "GDPRS 12": gdpr.FaultName,
		"GDPR 012": gdpr.FaultSyntax, "GDPR 12.3": gdpr.FaultSyntax, "GDPR 12(3": gdpr.FaultSyntax, "GDPR 12()": gdpr.FaultSyntax, "GDPR 12(": gdpr.FaultSyntax,
		"GDPR 12(3)(a": gdpr.FaultSyntax, "GDPR 12(3)(A)": gdpr.FaultSyntax, "GDPR 12(3)(abc)": gdpr.FaultSyntax, "GDPR 12(3)()": gdpr.FaultSyntax,
		"GDPR 12(3)(a)(b)": gdpr.FaultSyntax, "GDPR 12 (3)": gdpr.FaultSyntax, "GDPR 12(3) ": gdpr.FaultSyntax, "GDPR recital": gdpr.FaultSyntax,
		"GDPR recital x": gdpr.FaultSyntax, "GDPR 12-13": gdpr.FaultSyntax, "GDPR 12(0)": gdpr.FaultSyntax, "Codice recital 3": gdpr.FaultSyntax,
		"Codice 2-": gdpr.FaultSyntax, "Codice 2-se": gdpr.FaultSyntax, "Codice 2sexies": gdpr.FaultSyntax, "GDPR (3)": gdpr.FaultSyntax,
		"EDPB 01/2021 chapter 3": gdpr.FaultSyntax, "EDPB 01/2021 case": gdpr.Fault(""), "EDPB 01/2021 ca_se": gdpr.FaultSyntax, "EDPB 01/2021 case 0 3": gdpr.FaultSyntax,
	} {
		p, err := gdpr.ParseProvision(s)
		if fault == "" {
			require.NoError(t, err, s) // a bare word is a place of a document
			continue
		}
		require.ErrorIs(t, err, fault, s)
		require.Empty(t, p)
	}
	wrong := gdpr.Provision("art. 12")
	require.Equal(t, "art. 12", wrong.Cite(language.Italian))
	require.Empty(t, wrong.Act()+wrong.Article()+wrong.Paragraph()+wrong.Letter())
}

func FuzzParseProvision(f *testing.F) {
	for _, s := range []string{"GDPR 12(3)(a)", "Codice 2-sexies(2)(dd)", "EDPB 01/2021 case 03", "Web notice 6", "GDPR recital 91", "WP248"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := gdpr.ParseProvision(s)
		_ = gdpr.Provision(s).Cite(language.Italian)
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			return
		}
		require.Equal(t, s, string(p))
		whole := p.Act()
		if place := p.Article(); place != "" {
			whole += " " + place
		}
		if n := p.Paragraph(); n != "" {
			whole += "(" + n + ")"
		}
		if l := p.Letter(); l != "" {
			whole += "(" + l + ")"
		}
		require.Equal(t, s, whole, "the parts make up the whole")
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotEmpty(t, strings.TrimSpace(p.Cite(tag)))
		}
	})
}
