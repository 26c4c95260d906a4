package gdpr_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

func TestParseAnswer(t *testing.T) {
	for want, texts := range map[gdpr.Answer]string{
		gdpr.Yes:     "sì|si|S|SI'|vero|Yes|y|TRUE|t|1|x| sì ",
		gdpr.No:      "no|N|falso|false|F|0",
		gdpr.Unknown: "|non so|Non  noto|?|unknown|null",
	} {
		for _, text := range strings.Split(texts, "|") {
			a, err := gdpr.ParseAnswer(text)
			require.NoError(t, err, text)
			require.Equal(t, want, a, text)
		}
	}
	for _, a := range []gdpr.Answer{gdpr.Unknown, gdpr.No, gdpr.Yes} {
		for _, tag := range []language.Tag{language.Italian, language.English} {
			if a == gdpr.Unknown && tag == language.English {
				continue
			}
			back, err := gdpr.ParseAnswer(a.Label(tag))
			require.NoError(t, err)
			require.Equal(t, a, back)
		}
	}
	for _, text := range []string{"2", "forse", "-1", "sì e no", "10"} {
		_, err := gdpr.ParseAnswer(text)
		require.ErrorIs(t, err, gdpr.FaultName, text)
	}
}

func TestParseTerm(t *testing.T) {
	for want, texts := range map[gdpr.Term]string{
		{N: 30, Unit: gdpr.Days}:       "30 giorni|30 gg|30gg.|30 GG|trenta giorni|giorni 30|30 days|thirty days|P30D|30 giorni solari",
		{N: 1, Unit: gdpr.Months}:      "un mese|1 mese|one month|a month|P1M",
		{N: 6, Unit: gdpr.Months}:      "sei mesi|6 mesi|un semestre|semestre",
		{N: 1, Unit: gdpr.Years}:       "un anno|1 anno|anni 1|1 year|P1Y",
		{N: 10, Unit: gdpr.Years}:      "10 anni|anni 10|dieci anni|un decennio|10 years",
		{N: 72, Unit: gdpr.Hours}:      "72 ore|72h|72 h|PT72H|settantadue ore",
		{N: 1, Unit: gdpr.Hours}:       "un'ora|un’ora|1 hour",
		{N: 2, Unit: gdpr.Weeks}:       "2 settimane|due settimane|two weeks|P2W",
		{N: 5, Unit: gdpr.WorkingDays}: "5 giorni lavorativi|5 gg. lav.|5 gg lavorativi|5 working days|5 working_days",
	} {
		for _, text := range strings.Split(texts, "|") {
			term, err := gdpr.ParseTerm(text)
			require.NoError(t, err, text)
			require.Equal(t, want, term, text)
		}
	}
	for unit := range gdpr.Values[gdpr.Unit]() {
		for _, n := range []int{1, 2, 30} {
			want := gdpr.Term{N: n, Unit: unit}
			for _, text := range []string{want.String(), want.Label(language.Italian), want.Label(language.English)} {
				back, err := gdpr.ParseTerm(text)
				require.NoError(t, err, text)
				require.Equal(t, want, back, text)
			}
		}
	}
	for _, text := range []string{"", "30", "giorni", "per il tempo necessario", "un anno e sei mesi", "-3 giorni", "0 giorni", "10 anni o più", "P", "PT5D", "P1.5Y", "P+1D", "30 mele", "30 giorni mele", "due semestri", "99999999999999999999 anni"} {
		_, err := gdpr.ParseTerm(text)
		if text == "-3 giorni" { // a dash is no sign here: "3 giorni" with a bullet
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, gdpr.FaultSyntax, text)
	}
}

func TestParseItalianDate(t *testing.T) {
	for text, want := range map[string]string{
		"27/11/2026": "2026-11-27", " 1/2/2026 ": "2026-02-01", "27-11-2026": "2026-11-27", "27.11.2026": "2026-11-27",
		"27 novembre 2026": "2026-11-27", "1º gennaio 2027": "2027-01-01", "1° Gennaio 2027": "2027-01-01", "2026-11-27": "2026-11-27",
	} {
		d, err := gdpr.ParseItalianDate(text)
		require.NoError(t, err, text)
		require.Equal(t, want, d.String(), text)
	}
	for text, fault := range map[string]gdpr.Fault{
		"": gdpr.FaultSyntax, "27/11/26": gdpr.FaultSyntax, "27/11": gdpr.FaultSyntax, "x/11/2026": gdpr.FaultSyntax, "27 brumaio 2026": gdpr.FaultSyntax,
		"027/11/2026": gdpr.FaultSyntax, "27/011/2026": gdpr.FaultSyntax, "27/11/20x6": gdpr.FaultSyntax, "º/11/2026": gdpr.FaultSyntax,
		"30/02/2026": gdpr.FaultRange, "11/27/2026": gdpr.FaultRange, "0/1/2026": gdpr.FaultRange,
	} {
		_, err := gdpr.ParseItalianDate(text)
		require.ErrorIs(t, err, fault, text)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, text, in.Value, "as it was typed")
	}
}

// A day that the month doesn't have is told the days that it has.
func TestImpossibleDate(t *testing.T) {
	for text, valid := range map[string]string{
		"2026-02-30": "2026-02-01 - 2026-02-28", "2028-02-30": "2028-02-01 - 2028-02-29", "2026-04-31": "2026-04-01 - 2026-04-30",
		"2026-13-01": "0001-01-01 - 9999-12-31", "0000-01-01": "0001-01-01 - 9999-12-31",
	} {
		_, err := gdpr.ParseDate(text)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, gdpr.FaultRange, in.Fault)
		require.Equal(t, valid, in.Other)
	}
}

func FuzzParseTerm(f *testing.F) {
	for _, s := range []string{"30 gg", "un anno", "P30D", "un'ora", "5 giorni lavorativi"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		term, err := gdpr.ParseTerm(s)
		if err != nil {
			require.ErrorIs(t, err, gdpr.FaultSyntax)
			return
		}
		require.Positive(t, term.N)
		require.True(t, term.Unit.Valid())
	})
}
