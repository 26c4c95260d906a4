package desk_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/register"
)

// TestTableRoundTrip: what is exported is read back the same, in either language.
func TestTableRoundTrip(t *testing.T) {
	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	for _, tag := range []language.Tag{language.Italian, language.English} {
		var out bytes.Buffer
		require.NoError(t, desk.WriteTable(&out, c.Register.Activities, tag))
		back := desk.ReadTable(out.Bytes(), c.Register.Activities, tag)
		require.Empty(t, back.Problems)
		require.Equal(t, c.Register.Activities, back.Activities)
	}
}

// TestReadTableLeavesTheKnownAlone: a table that is refused changes nothing that
// others read.
func TestReadTableLeavesTheKnownAlone(t *testing.T) {
	known := []register.Activity{{ID: "a", Purposes: []register.Purpose{{Text: "uno", Norm: "L. 1/2000"}}, Subjects: []string{"residenti"}}}
	table := desk.ReadTable([]byte("codice;finalità;norme;interessati;conservazione\na;due;L. 2/2000;turisti;quanto basta\n"), known, language.Italian)
	require.NotEmpty(t, table.Problems)
	require.Equal(t, []register.Activity{{ID: "a", Purposes: []register.Purpose{{Text: "uno", Norm: "L. 1/2000"}}, Subjects: []string{"residenti"}}}, known)
}

func TestReadTable(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "1  non è una tabella"},
		{"heading", "codice;colore\na;rosso", "1 colore intestazione sconosciuta"},
		{"no code", "trattamento\nAnagrafe", "1 codice manca la colonna"},
		{"missing", "codice;trattamento\n;Anagrafe", "2 codice manca"},
		{"twice", "codice;trattamento\na;Anagrafe\na;Tributi", "3 codice lo stesso della riga 2"},
		{"basis", "codice;finalità;basi giuridiche\na;certificati;simpatia", "2 basi giuridiche"},
		{"term", "codice;conservazione\na;quanto basta", "2 conservazione"},
		{"day", "codice;riesaminato il\na;31/02/2026", "2 riesaminato il"},
		{"answer", "codice;trasferiti all'estero\na;forse", "2 trasferiti all'estero"},
		{"quotes", "codice;trattamento\n\"a;b", "2  la riga non si legge"},
	} {
		table := desk.ReadTable([]byte(c.text), nil, language.Italian)
		require.NotEmpty(t, table.Problems, c.name)
		p := table.Problems[0]
		require.Contains(t, strings.Join([]string{string(rune('0' + p.Row)), p.Column, p.Text}, " "), c.want, c.name)
	}
	table := desk.ReadTable([]byte("\xef\xbb\xbfcodice,trattamento,finalità,basi giuridiche,conservazione,interessati\r\na,'=1+1,\"uno\ndue\",\""+register.PublicTask.Label(language.Italian)+"\",10 anni,\"residenti\nturisti\"\r\n"), nil, language.Italian)
	require.Empty(t, table.Problems)
	a := table.Activities[0]
	require.Equal(t, "=1+1", a.Name)
	require.Len(t, a.Purposes, 2)
	require.Equal(t, a.Purposes[0].Basis, a.Purposes[1].Basis, "one line alone holds for all")
	require.Equal(t, []string{"residenti", "turisti"}, a.Subjects)
}
