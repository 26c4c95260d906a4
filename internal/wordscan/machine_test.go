package wordscan

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// compile makes a machine of one file of rules.
func compile(tb testing.TB, rules string) *Machine {
	m, err := Compile(fstest.MapFS{"a.txt": {Data: []byte(rules)}}, "*.txt")
	require.NoError(tb, err)
	return m
}

// found returns what the machine finds for its first output.
func found(m *Machine, text string) []string {
	var all []string
	for _, s := range Scan(m, text).Found[0] {
		all = append(all, text[s.Start:s.End])
	}
	return all
}

const skips = "skip il la lo di del della dell l al all ai un e da i\nabbreviation art dott\n[x]\n"

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		name, rules, text string
		want              []string
	}{
		{"word", "+ diritto", "Il diritto c'è", []string{"diritto"}},
		{"not within a word", "+ diritto", "dirittone indiritto diritto2", []string{"diritto"}},
		{"case", "+ diritto", "DIRITTO Diritto", []string{"DIRITTO", "Diritto"}},
		{"stem", "+ tratta*", "tratta trattamento attrattamento", []string{"tratta", "trattamento"}},
		{"stem longer than the word", "+ tratta*", "tratt", nil},
		{"word and stem", "+ dato\n+ dat* certo", "dato certo", []string{"dato", "dato certo"}},
		{"stems within stems", "+ tratt* a1\n+ trattam* b", "trattamento b", []string{"trattamento b"}},
		{"words of no width", "+ diritto accesso", "diritto all'accesso, diritto di accesso", []string{"diritto all'accesso", "diritto di accesso"}},
		{"words of no width in a word of the pattern", "+ dell'e-mail certa", "mail certa", []string{"mail certa"}},
		{"quoted", `+ raccolti "da" terzi`, "raccolti terzi; raccolti da terzi", []string{"raccolti da terzi"}},
		{"quoted first", `+ "da" terzi`, "terzi. Da terzi", []string{"Da terzi"}},
		{"quoted in a choice", `+ dati ("da" | presso) terzi`, "dati terzi, dati da terzi, dati presso terzi", []string{"dati da terzi", "dati presso terzi"}},
		{"no gap", "+ a1 b", "x b", nil},
		{"adjacent", "+ uno due", "uno tre due", nil},
		{"gap", "+ uno ..2 due", "uno x y due", []string{"uno x y due"}},
		{"gap too wide", "+ uno ..2 due", "uno x y z due", nil},
		{"gap not over a sentence", "+ uno ..9 due", "uno. Due", nil},
		{"gap over a sentence", "+ uno >>9 due", "uno. Due", []string{"uno. Due"}},
		{"gap over sentences too wide", "+ uno >>2 due", "uno. X y z due", nil},
		{"two gaps add up", "+ uno ..1 ..1 due", "uno x y due", []string{"uno x y due"}},
		{"latest beginning", "+ uno ..3 due", "uno uno x due", []string{"uno x due"}},
		{"one word isn't two", "+ tratta* ..3 tratta*", "trattamento", nil},
		{"a word twice", "+ tratta* ..3 tratta*", "trattamento trattato", []string{"trattamento trattato"}},
		{"latest beginning by two ways", "+ uno ..2 [due] ..1 tre quattro", "uno due uno tre quattro", []string{"uno tre quattro"}},
		{"latest beginning by two ways, of a row", "+ uno [due] [tre] ..1 quattro cinque", "uno due uno quattro cinque", []string{"uno quattro cinque"}},
		{"what speaks against begins where another ends", "+ uno\n- <num> due", "uno12 due", []string{"uno"}},
		{"where an item begins", "+ <item>", "• due", []string{"•"}},
		{"a semicolon parts", "+ uno due\n+ uno ..1 tre", "uno; due uno; tre", []string{"uno; tre"}},
		{"semicolons add up", "+ uno ..1 tre", "uno;; tre", nil},
		{"choice", "+ (uno | due) tre", "uno tre due tre tre", []string{"uno tre", "due tre"}},
		{"choice of phrases", "+ (uno due | tre) quattro", "uno due quattro, tre quattro, due quattro", []string{"uno due quattro", "tre quattro"}},
		{"choice within choice", "+ (uno | (due | tre)) x", "tre x", []string{"tre x"}},
		{"choice at the top", "+ uno | due", "due", []string{"due"}},
		{"optional", "+ dati [personali] certi", "dati certi, dati personali certi", []string{"dati certi", "dati personali certi"}},
		{"optional at the end", "+ dati [personali]", "dati personali", []string{"dati"}},
		{"optional at the start", "+ [molti] dati", "molti dati", []string{"dati"}},
		{"optional in a choice at the end", "+ (dati [personali] | x)", "dati personali", []string{"dati"}},
		{"gap after an option", "+ uno [due] ..1 tre", "uno x tre, uno due x tre", []string{"uno x tre", "uno due x tre"}},
		{"unless", "+ ~(non | mai)2 usa", "usa, non usa, non si usa, non x y usa", []string{"usa", "usa"}},
		{"unless stays in its sentence", "+ ~(non)5 usa", "non. Usa", []string{"Usa"}},
		{"two guards", "+ ~(non)1 ~(mai)1 usa", "non usa mai usa poi usa", []string{"usa"}},
		{"a guard within", "+ dati ..4 ~(non)1 usati", "dati non usati, dati usati", []string{"dati usati"}},
		{"only after", "+ x ..9 &(sei | <num>)2 anni", "x anni, x 3 anni, x 3 lunghi anni, x sei lunghi e grandi anni", []string{"x 3 anni", "x 3 lunghi anni"}},
		{"only after, in its sentence", "+ &(<num>)2 anni", "x y 3. Anni. Sono 3 anni", []string{"anni"}},
		{"only after, and unless", "+ &(<num>)2 ~(circa)3 anni", "circa 3 anni, poi 3 anni, poi altri anni", []string{"anni"}},
		{"opening", "+ ^ accesso", "Chiede accesso. Accesso negato\n- accesso\n- un accesso", []string{"Accesso", "accesso", "accesso"}},
		{"opening of no width", `+ ^ "da" terzi`, "da terzi viene. Viene da terzi", []string{"da terzi"}},
		{"heading", "+ # finalita", "Finalità\n\nLe finalità sono queste.", []string{"Finalità"}},
		{"Markdown heading", "+ # finalita", "## Le finalità\nLe finalità sono queste.", []string{"finalità"}},
		{"number", "+ art 13", "art. 13, art. 14, art. 013", []string{"art. 13"}},
		{"any number", "+ art <num>", "art. 13", []string{"art. 13"}},
		{"greater number", "+ art <num>", "art. 99999999999999999999", []string{"art. 99999999999999999999"}},
		{"hyphen in a pattern", "+ e-mail", "e-mail, mail", []string{"mail", "mail"}},
		{"apostrophe in a pattern", "+ l'utente", "dell'utente", []string{"utente"}},
		{"against", "+ limitazion* ..4 trattament*\n+ limitazion*\n- limitazion* responsabilita", "limitazione di responsabilità; limitazione", []string{"limitazione"}},
		{"against what begins within", "+ uno ..5 tre\n- uno due", "uno due tre", nil},
		{"against on the same word", "+ due\n- uno due", "uno due due", []string{"due"}},
		{"a name", "A = uno | due\n+ A tre", "due tre", []string{"due tre"}},
		{"a line that goes on", "# a comment\n+ uno  # another\n  due", "uno due", []string{"uno due"}},
		{"the same output again", "+ uno\n[x]\n+ nonché", "uno NONCHÉ", []string{"uno", "NONCHÉ"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := skips + c.rules
			if strings.HasPrefix(c.rules, "A =") {
				head, rest, _ := strings.Cut(c.rules, "\n")
				rules = head + "\n" + skips + rest
			}
			require.Equal(t, c.want, found(compile(t, rules), c.text))
		})
	}
}

func TestTextForms(t *testing.T) {
	m := compile(t, skips+"+ è\n+ liberta\n+ trattamento\n+ ufficio\n+ citta nota\n+ fine")
	for text, want := range map[string][]string{
		"e è É e' E’ e\u0300 'e":      {"è", "É", "e", "E", "e\u0300"},
		"e l'altro e e'altro e’altro": nil,
		"e'1 e’1":                     {"e", "e"},
		"trat-\n1 trat-\n  ":          nil,
		"e'":                          {"e"},
		"liberta' libertà LIBERTA\u0300 lib\u00aderta libert\u00ad\na": {"liberta", "libertà", "LIBERTA\u0300", "lib\u00aderta", "libert\u00ad\na"},
		"trat-\ntamento trat-\r\n  tamento":                            {"trat-\ntamento", "trat-\r\n  tamento"},
		"trat- tamento trat-\n- tamento":                               nil,
		"trat-":                                                        nil,
		"e\u00ad\u0300 x e\u00ad'":                                     {"e\u00ad\u0300", "e\u00ad"},
		"l'uﬃcio":                                                      {"uﬃcio"},
		"città\u00a0nota":                                              {"città\u00a0nota"},
		"citt\xc3\xa0 nota":                                            {"città nota"},
		"citta\xff nota":                                               {"citta\xff nota"},
		"fineß ßfine":                                                  nil,
		"ﬁne":                                                          {"ﬁne"},
	} {
		require.Equal(t, want, found(m, text), "%q", text)
	}
}

// TestHeadingLines asserts which lines are headings.
func TestHeadingLines(t *testing.T) {
	m := compile(t, "[x]\n+ # capo")
	words := func(n int) string { return strings.Repeat("a1 ", n-1) + "capo" } // a word with a digit counts once
	const long = "un testo che va oltre quello che un titolo può avere di parole"
	for text, is := range map[string]bool{
		"capo":                  true,
		"Capo\nsegue":           true,
		"# capo. Fine: x@":      true,
		"testo.\ncapo\nsegue":   true,
		"testo:\ncapo\nsegue":   true,
		"testo;\n capo\nsegue":  true,
		"testo **?** \ncapo\nx": true,
		long + "\ncapo\nsegue":  false,
		"testo,\ncapo\nsegue":   false,
		"testo\n\ncapo\nsegue":  true,
		"# testo\ncapo\nsegue":  true,

		words(6) + "\nsegue":        true,
		words(7) + "\nsegue":        false,
		words(7) + "\n\nsegue":      true,
		words(7) + "\n \t\r\nsegue": true,
		words(7) + "\n \t\r":        true,
		words(7) + "\n  segue":      false,
		words(7):                    true,
		words(12) + "\n":            true,
		words(13) + "\n":            false,
		"uno  due\ttre \t quattro cinque capo \nsegue":    true,
		"uno  due\ttre \t quattro cinque sei capo\nsegue": false,

		"1. " + words(6) + "\nsegue":    true,
		"1. " + words(7) + "\nsegue":    false,
		long + "\n12) capo\nsegue":      true,
		long + "\n12. capo\nsegue":      true,
		long + "\n12 capo\nsegue":       false,
		"testo\n\n12 capo\nsegue":       true,
		"testo\n\na) capo\nsegue":       false,
		"testo\n\n- capo\nsegue":        false,
		"testo\n\n• capo\nsegue":        false,
		"testo\n\n| capo | x":           false,
		"capo.\n":                       false,
		"capo,\n":                       false,
		"capo;\n":                       false,
		"capo?\n":                       true,
		"**capo.**\n":                   false,
		"_capo._ \n":                    false,
		"**capo**\n":                    true,
		"capo: segue\n":                 false,
		"il capo dell'ufficio: segue\n": false,
		"il capo e scrivi a u@x.it\n":   false,
		"capo u@x.it\n":                 false,
	} {
		require.Equal(t, is, len(found(m, text)) > 0, "%q", text)
	}
	for _, text := range []string{"1", "12", "a", "-", "•", "#", "*", "1.", "a)", "> "} {
		require.Empty(t, found(m, "testo\n\n"+text), "%q", text)
	}
}

func TestSentences(t *testing.T) {
	m := compile(t, skips+"+ uno ..9 due")
	for text, same := range map[string]bool{
		"uno due":                       true,
		"uno\ndue":                      false, // a title and its text
		"uno b c d e f g\ndue":          true,
		"uno b c d e f g\r\ndue":        true,
		"uno, due":                      true,
		"uno; due":                      true,
		"uno: due":                      true,
		"uno art. due":                  true,
		"uno S.p.A. due":                true,
		"uno B. due":                    true,
		"uno 3.5 due":                   true,
		"uno.due":                       true,
		"uno ...due":                    true,
		"uno. due":                      false,
		"uno? due":                      false,
		"uno.” due":                     false,
		"uno.è due":                     true,
		"uno.":                          false,
		"uno\n\ndue":                    false,
		"uno\n \t\r\ndue":               false,
		"uno\n- due":                    false,
		"uno\n* due":                    false,
		"uno\n• due":                    false,
		"uno\na) due":                   false,
		"uno\n1. due":                   false,
		"uno\n2) due":                   false,
		"uno\n| due |":                  false,
		"uno\n# due":                    false,
		"# uno\ndue":                    false,
		"x.\nuno\ndue a b c d e f g h.": false,
		"uno in via Roma 1. due":        false,
		"1. uno due":                    true,
	} {
		require.Equal(t, same, len(found(m, text)) > 0, "%q", text)
	}
}

func TestHeadings(t *testing.T) {
	m := compile(t, skips+"+ # voce")
	for text, is := range map[string]bool{
		"Voce":                  true,
		"Voce\n":                true,
		"**Voce**\n\nTesto":     true,
		"1. Voce\nTesto":        true,
		"Testo.\nVoce\nAltro":   true,
		"La voce\nTesto segue.": true,
		"voce.":                 false,
		"voce: cosa":            false,
		"voce a@b.it":           false,
		"- voce":                false,
		"> voce":                true,
		"testo lungo di molte parole che va a capo alla fine della riga della\nvoce":                     false,
		"una voce di nove parole che nessuna riga segue":                                                 true,
		"una voce di nove parole che una riga segue\nsubito":                                             false,
		"una voce di molte parole, più di quante ne abbia un titolo, anche se nessuna riga la segue poi": false,
		"": false,
	} {
		require.Equal(t, is, len(found(m, text)) > 0, "%q", text)
	}
	body := compile(t, "[x body]\n+ voce")
	require.Empty(t, found(body, "# Voce"))
	require.Len(t, found(body, "La voce è questa."), 1)
}

func TestItems(t *testing.T) {
	m := compile(t, skips+"+ voci ..2 <item>\n+ # titolo >>1 <item>\n+ voci >>2 <item> due")
	for text, is := range map[string]bool{
		"voci: due":              true,
		"voci seguenti qui: a":   true,
		"voci una due tre: a":    false,
		"voci:":                  false,
		"alle voci 12:30":        false,
		"voci http://x.it":       false,
		"voci | due |":           true,
		"voci |":                 false,
		"voci | --- |":           false,
		"voci di cui\n- due":     true,
		"voci di cui\n• due":     true,
		"# Titolo\na) due":       true,
		"# Titolo\n1) due tre.":  true,
		"voci di cui\n- tre":     false,
		"# Titolo\nTesto.":       true,
		"# Titolo\n\n- Testo":    true,
		"# Titolo\n# Altro":      false,
		"# Titolo":               false,
		"# Titolo\n\n":           false,
		"Il titolo di un testo.": false,
	} {
		require.Equal(t, is, len(found(m, text)) > 0, "%q", text)
	}
}

func TestValues(t *testing.T) {
	m := compile(t, "[email]\n+ <email>\n[pec]\n+ <pec>\n[url]\n+ <url>\n[word]\n+ comune")
	for text, want := range map[string][4]string{
		"scrivi a ufficio@comune.it.":           {"ufficio@comune.it", "", "", ""},
		"A.B-c_d+e@X-y.ORG,":                    {"A.B-c_d+e@X-y.ORG", "", "", ""},
		"u@pec.comune.it":                       {"u@pec.comune.it", "u@pec.comune.it", "", ""},
		"u@LEGALMAIL.it":                        {"u@LEGALMAIL.it", "u@LEGALMAIL.it", "", ""},
		"u@legalmai.it":                         {"u@legalmai.it", "", "", ""},
		"x u@x.pec":                             {"u@x.pec", "u@x.pec", "", ""},
		"u@x.pe":                                {"u@x.pe", "", "", ""},
		"u@x.ì":                                 {"", "", "", ""},
		"u@x.i\u0300":                           {"", "", "", ""},
		"u@x.it\u2019s u@y.it":                  {"u@x.it", "", "", ""},
		"@comune.it u@comune u@ @":              {"", "", "", "comune"},
		"https://comune.it/comune?x=1)":         {"", "", "https://comune.it/comune?x=1", ""},
		"www.comune.it":                         {"", "", "www.comune.it", ""},
		"x www.a.it":                            {"", "", "www.a.it", ""},
		"wwww.a.it xwww.a.it":                   {"", "", "", ""},
		"https://a.it/x\"y":                     {"", "", "https://a.it/x", ""},
		"https://a.it/x<y":                      {"", "", "https://a.it/x", ""},
		"https://a.it/x|y":                      {"", "", "https://a.it/x", ""},
		"https://a.it/x y":                      {"", "", "https://a.it/x", ""},
		"https://a.it/é":                        {"", "", "https://a.it/", ""},
		"https:/":                               {"", "", "", ""},
		"https://":                              {"", "", "https://", ""},
		"[testo](mailto:":                       {"", "", "", ""},
		"[testo](/a b":                          {"", "", "/a", ""},
		"[testo](/é":                            {"", "", "/", ""},
		"[testo](":                              {"", "", "", ""},
		"[testo]":                               {"", "", "", ""},
		"www. wwx.y":                            {"", "", "", ""},
		"[testo](/comune/x) fine":               {"", "", "/comune/x", ""},
		"[testo]() [x](mailto:u@x.it)":          {"u@x.it", "", "", ""},
		"il comune: qui":                        {"", "", "", "comune"},
		"u@x.it-":                               {"u@x.it", "", "", ""},
		"u@" + strings.Repeat("a", 300) + ".it": {"", "", "", ""},
		"u@" + strings.Repeat("a", 252) + ".it": {"u@" + strings.Repeat("a", 252) + ".it", "", "", ""},
		"u@" + strings.Repeat("a", 253) + ".it": {"", "", "", ""},
		strings.Repeat("u", 70) + "@x.it":       {strings.Repeat("u", 64) + "@x.it", "", "", ""},
	} {
		r := Scan(m, text)
		for output, want := range want {
			got := ""
			if len(r.Found[output]) > 0 {
				got = text[r.Found[output][0].Start:r.Found[output][0].End]
			}
			require.Equal(t, want, got, "%q %s", text, m.Outputs()[output])
		}
	}
}

func TestMarks(t *testing.T) {
	m := compile(t, "skip il\nmark a uno il\nmark b due\nmark a tre\n[x]\n+ due")
	require.Equal(t, []string{"a", "b"}, m.Marks())
	r := Scan(m, []byte("Il uno due tre quattro\x01\xff\x00"))
	require.Equal(t, []int{3, 1}, r.Marked)
	require.Equal(t, 5, r.Words)
	require.Equal(t, 1, r.Invalid)
	require.Equal(t, 2, r.Control)
	require.Len(t, r.Found[0], 1)
}

func TestManyMarks(t *testing.T) {
	var rules strings.Builder
	for i := range maxMarks {
		fmt.Fprintf(&rules, "mark m%d q%c%c\n", i, 'a'+i/26, 'a'+i%26)
	}
	last := fmt.Sprintf("q%c%c", 'a'+(maxMarks-1)/26, 'a'+(maxMarks-1)%26)
	r := Scan(compile(t, rules.String()+"[x]\n+ due"), last)
	require.Equal(t, 1, r.Marked[maxMarks-1])
	require.Len(t, r.Marked, maxMarks)
	_, err := Compile(fstest.MapFS{"a.txt": {Data: []byte(rules.String() + "mark n nove\n[x]\n+ due")}}, "*.txt")
	require.EqualError(t, err, "256 marks, more than 255")
}

func TestCompileErrors(t *testing.T) {
	for rules, want := range map[string]string{
		"+ uno":                 "1: a rule before any",
		"[x]\n\n+ (uno":         `3: missing ")"`,
		"[x]\n+ [uno":           `missing "]"`,
		"[x]\n+ ~(uno":          `missing ")"`,
		"[x]\n+ ~(uno) due":     "want a number",
		"[x]\n+ uno ..x due":    "want a number",
		"[x]\n+ uno ..1001 due": "up to 1000",
		"[x]\n+ uno ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 ..1000 due": "gaps of more than",
		"[x]\n+ ..3 due":                   "can't begin with a gap",
		"[x]\n+ uno )":                     `unexpected ")"`,
		"[x]\n+ <cosa>":                    "no value <cosa>",
		"[x]\n+ <num":                      "no value <num",
		"[x]\n+ NOME":                      "no pattern is named NOME",
		"[x]\n+ ( | uno)":                  "nothing before",
		"[x]\n+ &":                         `unexpected "&"`,
		"[x]\n+ *":                         "is no word",
		"[x]\n+ '":                         "is no word",
		"[x]\n+ [uno]":                     "no word need match",
		"[x]\n+ ~(..3)1 uno":               "can't begin with a gap",
		"[x]\n+ (uno | ..3 due) tre":       "can't begin with a gap",
		"[x]\n+ 10000 uno":                 "too great a number",
		"skip di\n[x]\n+ (di | uno)":       "has no width",
		"skip di\n[x]\n+ due di uno":       "has no width",
		"skip di\n[x]\n+ ~(di | uno)2 due": "has no width",
		"[x altro]":                        `unknown option "altro"`,
		"cosa":                             "neither a rule nor a definition",
		"nome = uno":                       "neither a rule nor a definition",
		"A = uno\nA = due":                 "A is defined twice",
		"A = (":                            "nothing before",
	} {
		_, err := Compile(fstest.MapFS{"a.txt": {Data: []byte(rules)}}, "*.txt")
		require.ErrorContains(t, err, want, rules)
	}
	_, err := Compile(fstest.MapFS{"a.txt": {Mode: fs.ModeDir}}, "*.txt")
	require.Error(t, err, "a directory isn't read")
	_, err = Compile(os.DirFS("no such directory"), "*.txt")
	require.NoError(t, err, "a directory without files has no rules")
	_, err = Compile(os.DirFS("."), "[")
	require.Error(t, err, "no pattern of names")
	require.Empty(t, Scan(new(Machine), "due parole 3, u@x.it").Found)
}

// TestOracle holds the machine against a matcher that tries every way: of some
// patterns at once, each with its own output.
func TestOracle(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"alfa", "beta", "gamma", "delta"}
	pick := func(all []string) string { return all[random.IntN(len(all))] }
	for range 1500 {
		var patterns [][]oracleItem
		rules := "skip il\n"
		for n := range 1 + random.IntN(12) {
			var items []oracleItem
			rules += fmt.Sprintf("[r%d]\n+ ", n)
			for k := range 1 + random.IntN(4) {
				it := oracleItem{pick(words), random.IntN(3), random.IntN(3) == 0, k > 0 && random.IntN(3) == 0}
				if k > 0 {
					rules += map[bool]string{true: ">>", false: ".."}[it.across] + string(rune('0'+it.gap)) + " "
				}
				if it.may {
					rules += "[" + it.word + "] "
				} else {
					rules += it.word + " "
				}
				items = append(items, it)
			}
			rules += "\n"
			patterns = append(patterns, items)
		}
		var text []string
		for range random.IntN(14) {
			text = append(text, pick(append(words, "il", ".")))
		}
		joined := strings.ReplaceAll(strings.Join(text, " "), " .", ". ")
		result := Scan(compile(t, rules), joined)
		for n, items := range patterns {
			require.Equal(t, oracle(items, text), len(result.Found[n]) > 0, "r%d of %s in %q", n, rules, joined)
		}
	}
}

// oracleItem is a word of a pattern, which may be left out, and the gap before it.
type oracleItem struct {
	word   string
	gap    int
	across bool
	may    bool
}

// oracle reports whether the items are found among the words and stops.
func oracle(items []oracleItem, text []string) bool {
	// at is the tick of each word, sentence where its sentence began.
	type token struct {
		word         string
		at, sentence int
	}
	var tokens []token
	tick, began := 0, 0
	for _, w := range text {
		switch w {
		case ".":
			if tick != began {
				tick++
				began = tick
			}
		case "il":
		default:
			tick++
			tokens = append(tokens, token{w, tick, began})
		}
	}
	var match func(k, from int, last token, gap int, across bool) bool
	match = func(k, from int, last token, gap int, across bool) bool {
		if k == len(items) {
			return true
		}
		it := items[k]
		gap, across = gap+it.gap, across || it.across
		if it.may && match(k+1, from, last, gap, across) {
			return true
		}
		for i := from; i < len(tokens); i++ {
			tok := tokens[i]
			near := tok.at-last.at-1 <= gap && (across || tok.sentence == last.sentence)
			if tok.word == it.word && (k == 0 || near) && match(k+1, i+1, tok, 0, false) {
				return true
			}
		}
		return false
	}
	return match(0, 0, token{}, 0, false)
}

// TestManyPlaces asserts that a word goes on with each of many patterns, and
// begins each of many.
func TestManyPlaces(t *testing.T) {
	const many = 400
	name := func(i int) string { return string([]byte{'q', byte('a' + i/26), byte('a' + i%26)}) }
	var rules strings.Builder
	for i := range many {
		gap := [...]string{"..2", ">>2"}[i%2]
		fmt.Fprintf(&rules, "[end%d]\n+ %s %s fine\n[begin%d]\n+ inizio %s x%s\n", i, name(i), gap, i, gap, name(i))
	}
	m := compile(t, rules.String())
	for i := range many {
		for text, output := range map[string]int{
			name(i) + " a b fine":      2 * i,
			"inizio a b x" + name(i):   2*i + 1,
			name(i) + " a b c fine":    -1,
			"inizio a b c x" + name(i): -1,
		} {
			want := make([][]Span, 2*many)
			if output >= 0 {
				want[output] = []Span{{0, uint32(len(text))}}
			}
			require.Equal(t, want, Scan(m, text).Found, text)
		}
	}
}

func FuzzCompile(f *testing.F) {
	f.Add("A = uno | due*\nskip il\n[x body]\n+ A ..3 &(<num>)2 [^ b] >>4 \"il\" c\n- # ~(d)1 e", "uno 3 b c. d e\n\n# E")
	f.Add("[x]\n+ (a | (b c) [d]) e", "b c e")
	f.Fuzz(func(t *testing.T, rules, text string) {
		m, err := Compile(fstest.MapFS{"a.txt": {Data: []byte(rules)}}, "*.txt")
		if err != nil {
			return
		}
		for _, spans := range Scan(m, text).Found {
			for _, s := range spans {
				require.True(t, s.Start < s.End && int(s.End) <= len(text))
			}
		}
	})
}

// TestTokensAtOnce asserts that it makes no difference where the tokens that are
// read at once end.
func TestTokensAtOnce(t *testing.T) {
	m := compile(t, skips+"+ uno ..2 art <num>\n+ # capo\n+ x y")
	for n := maxTokens - 2*atOnce; n <= maxTokens+2; n++ {
		text := strings.Repeat("x ", n) + "uno, art. 13\n\nCapo\n\nuno. Art. 14"
		require.Equal(t, []string{"uno, art. 13", "Capo"}, found(m, text), "%d words before", n)
	}
}

// TestUnused asserts that a pattern which no rule uses is reported.
func TestUnused(t *testing.T) {
	_, err := Compile(fstest.MapFS{"a.txt": {Data: []byte("A = uno\nB = A | due\n[x]\n+ tre")}}, "*.txt")
	require.EqualError(t, err, "B is never used")
}
