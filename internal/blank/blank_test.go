package blank_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/blank"
)

func TestIs(t *testing.T) {
	for _, s := range []string{
		"", " ", "\t\n", "-", "–", "...", "…", "___", "____", "/", "?", "*", "n/d", "N/D", "n.d.", "ND", "N/A", "n.a.", "n.p.", "TODO", "tbd", "XXXXX", "xxx", "XXX",
		"[NOME ENTE]", "[nome ente]", "{{ nome_ente }}", "{ente}", "<inserire>", "${ente}", "%ENTE%", "Da nominare", "da definire.", "non specificato", "in corso di nomina",
		"Comune di ____", "Comune di [...]", "il Comune di [NOME ENTE]", "rpd@[dominio]", "dpo@comune.xxx.it", "prot. n. ______ del __/__/____", "è il ........", "[Nome e cognome]", "gg/mm/aaaa",
	} {
		require.True(t, blank.Is(s), "%q", s)
	}
	for _, s := range []string{
		"nessuno", "none", "nome e cognome" /* a category of data */, "a", "1", "è", "Comune di Roccasilvana", "Ente Parco [ex lege]", "D.Lgs. 196/2003 [abrogato in parte]", "Leone XXX", "art. XXX", "Xxx Srl di Rossi",
		"N. D'Amico", "nd-group S.p.A.", "L. 1/2000 ... e altre", "a_b@example.org", "da definire con il Garante entro il 1 marzo", "dato", "Naxos", "<b>Comune</b> di Roccasilvana", "日本",
		"La descrizione di un trattamento è lunga, e uno spazio lasciato libero in un modulo allegato, come ______, non le toglie nulla di quanto dice.",
	} {
		require.False(t, blank.Is(s), "%q", s)
	}
	require.True(t, blank.All(nil))
	require.True(t, blank.All([]string{"", "n/d"}))
	require.False(t, blank.All([]string{"n/d", "cifratura"}))
}

// Vague terms of keeping: GDPR 30(1)(f) wants the time limits envisaged, where they
// can be told.
func TestTerm(t *testing.T) {
	for _, s := range []string{
		"", "-", "illimitata", "Illimitato", "per il tempo necessario", "per il tempo strettamente necessario al conseguimento delle finalità per cui sono stati raccolti",
		"tempo indeterminato", "nei termini di legge", "secondo la normativa vigente", "per il periodo previsto dalla legge", "as long as necessary for the purposes", "indefinitely", "____", "n/d",
	} {
		require.True(t, blank.Term(s), "%q", s)
	}
	for _, s := range []string{
		"10 anni", "permanente", "fino alla cessazione del rapporto", "secondo il massimario di scarto", "per il tempo necessario alla definizione del ricorso",
		"finché la persona è residente", "fino alla maggiore età", "illimitata, ai sensi del D.P.R. 396/2000", "as long as the person is resident", "fino a revoca",
	} {
		require.False(t, blank.Term(s), "%q", s)
	}
}

func TestNoAllocations(t *testing.T) {
	for _, s := range []string{"n/d", "Comune di Roccasilvana", "Comune di [NOME ENTE]", "per il tempo necessario"} {
		require.Zero(t, testing.AllocsPerRun(100, func() { blank.Is(s); blank.Term(s) }), s)
	}
}

func FuzzIs(f *testing.F) {
	f.Add("[NOME")
	f.Add("n/d\xff")
	f.Fuzz(func(t *testing.T, s string) {
		require.Equal(t, blank.Is(s), blank.Is(s))
		if blank.Is(s) {
			require.True(t, blank.Term(s))
		}
	})
}

func BenchmarkIs(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		blank.Is("Comune di Roccasilvana, ufficio servizi demografici")
	}
}
