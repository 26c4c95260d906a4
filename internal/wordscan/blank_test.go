package wordscan

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const blankRules = "skip il lo la di del dell è\nblank xxx xxxxx\nfill indicare inserire\nfield nome ente\nlabel titolare scopo\nmailbox rpd\n"

// TestBlanks reads places that were to be filled in: what leads up to them isn't
// found; what looks like them and isn't takes nothing back.
func TestBlanks(t *testing.T) {
	m := compile(t, blankRules+"[x]\n+ titolare [trattamento] <item>\n+ titolare ..3 comune\n[y whole]\n+ titolare\n[z]\n+ <blank>")
	for _, blank := range []string{"____", "......", "………", "…", "[NOME ENTE]", "[nome dell'ente]", "[...]", "{{ente}}", "{{ nome_ente }}", "{ente}", "${ente}",
		"<NOME ENTE>", "(indicare il nome)", "XXX", "xxxxx", "-", "--", "n/d", "n.d.", "N/A", "Da definire", "/", "?", "%NOME_ENTE%", "«NOME_ENTE»", "<inserire nome>", "inserire nome", "xx"} {
		for _, text := range []string{"Titolare: " + blank, "Titolare trattamento: " + blank + "\n", "**Titolare:** " + blank + "\n\nScopo: studio", "| Titolare | " + blank + " |"} {
			r := Scan(m, text)
			require.Empty(t, r.Found[0], text)
			require.NotEmpty(t, r.Found[1], "what is whole is found: %s", text)
			require.Len(t, r.Found[2], 1, text)
		}
	}
	for _, text := range []string{"Titolare è il comune di ____", "Titolare è il comune ......", "Titolare: comune di ...", "Titolare:", "Titolare:\n\n", "Titolare:\nScopo: studio", "Titolare:\n\n## Scopo", "| Titolare | |\n", "Titolare ____ comune"} {
		require.Empty(t, Scan(m, text).Found[0], text)
	}
	for _, text := range []string{"Titolare: Alfa", "Titolare: [Alfa](www.alfa.it)", "Titolare: comune [1]", "Titolare: comune (di Alfa)", "Titolare:\nAlfa", "__Titolare:__ Alfa", "Titolare: comune ...", "| Titolare | Alfa |", "Titolare:\n- Alfa", "[ ] Titolare: Alfa", "Titolare: x", "Titolare: «Alfa»", "Titolare: <link>Alfa</link>"} {
		require.NotEmpty(t, Scan(m, text).Found[0], text)
		require.Empty(t, Scan(m, text).Found[2], text)
	}
}

// TestMailboxWords reads the words of an address of mail: none but those that
// tell whose it is.
func TestMailboxWords(t *testing.T) {
	m := compile(t, blankRules+"[x]\n+ comune\n[y]\n+ rpd <email>\n[z]\n+ <email>\n[w]\n+ <blank>")
	for text, want := range map[string][4]int{
		"comune@pec.x.it":          {0, 0, 1, 0},
		"info.comune@x.it":         {0, 0, 1, 0},
		"comune.info@x.it":         {0, 0, 1, 0},
		"comune. info@x.it":        {1, 0, 1, 0},
		"rpd@x.it":                 {0, 1, 1, 0},
		"rpd.comune@x.it":          {0, 1, 1, 0},
		"info [at] comune.x.it":    {0, 0, 1, 0},
		"info(at)comune.x.it":      {0, 0, 1, 0},
		"comune [at]":              {1, 0, 0, 0},
		"rpd@comune.xxx.it":        {0, 0, 0, 1},
		"comune@":                  {1, 0, 0, 0},
		"PEC: rpd_dsb@pec.x.it":    {0, 1, 1, 0},
		"PEC: rpd_dsb":             {0, 0, 0, 1},
		"info (Chiocciola) x.it":   {0, 0, 1, 0},
		"info [attuale] comune.it": {1, 0, 0, 0},
	} {
		r := Scan(m, text)
		for i := range want {
			require.Len(t, r.Found[i], want[i], "%q %d", text, i)
		}
	}
}

// TestLongTemplates asserts that marks which might begin a blank cost no more than
// others.
func TestLongTemplates(t *testing.T) {
	m := compile(t, blankRules+"[x]\n+ comune <blank>")
	for _, bait := range []string{"[", "{", "<", "(", "…", "_", "comune@", "a.b.c.", "x:", "|", "X", ": -", "| |"} {
		require.NotPanics(t, func() { Scan(m, strings.Repeat(bait, 4096)) })
	}
}
