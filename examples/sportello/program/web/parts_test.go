package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// bring sends a file by a form.
func (c *clerk) bring(path, text string) (int, string) {
	c.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	file, err := w.CreateFormFile("file", "tabella.csv")
	require.NoError(c.t, err)
	_, err = file.Write([]byte(text))
	require.NoError(c.t, err)
	require.NoError(c.t, w.Close())
	r, err := c.client.Post(c.url+path, w.FormDataContentType(), &body)
	require.NoError(c.t, err)
	return c.read(r)
}

var asked = regexp.MustCompile(`action="([^"]+)/(fact|relief)"><input type="hidden" name="version" value="\d+"><input type="hidden" name="field" value="([a-z_]+)">`)

// TestBreach: the hours run from awareness (GDPR 33(1)), the facts are asked one at a
// time until no other can change the risk, the notification is recorded.
func TestBreach(t *testing.T) {
	databases(t, func(t *testing.T, where string) {
		o := open(t, where, true)
		ada := o.enter("admin")
		status, page := ada.post("/breaches", "aware", "2026-11-23T08:00", "office", "Tributi", "description", "Un elenco di contribuenti spedito a un indirizzo sbagliato")
		require.Equal(t, http.StatusOK, status, page)
		require.Contains(t, page, "26/11/2026 08:00", "72 hours")
		path := regexp.MustCompile(`/breaches/\d+`).FindString(page[strings.Index(page, "<main"):])
		require.Contains(t, ada.page("/"), `<a href="`+path+`">`, "its row leads to it")
		yes := map[string]bool{"personal_data": true, "security": true, "disclosure": true, "identifiable": true, "financial": true, "current": true}
		asks := 0
		for ; asks < 40; asks++ {
			m := asked.FindStringSubmatch(page)
			if m == nil || m[2] != "fact" {
				break
			}
			answer := "no"
			if yes[m[3]] {
				answer = "yes"
			}
			status, page = ada.post(m[1]+"/fact", "version", version(t, page), "field", m[3], "answer", answer)
			require.Equal(t, http.StatusOK, status, page)
		}
		require.Contains(t, page, "Nessun altro fatto può cambiare l&#39;esito")
		require.Less(t, asks, 32, "not every fact is asked")
		require.Contains(t, page, "<dt>Notifica al Garante dovuta</dt><dd>sì</dd>")
		require.Contains(t, ada.page(path+"/sheet"), "Un elenco di contribuenti")
		require.Contains(t, ada.page(path+"/notification"), "Che cosa manca")

		// Facts that can't be true together are refused, and nothing is recorded.
		status, refused := ada.post(path+"/fact", "version", version(t, page), "field", "personal_data", "answer", "no")
		if status == http.StatusUnprocessableEntity {
			require.Contains(t, refused, "Da correggere")
		}
		page = ada.page(path)
		status, page = ada.post(path+"/notify", "version", version(t, page), "phase", "preliminary", "sent", "2026-11-23T08:30", "reference", "123456",
			"contact", "Bianca Neri", "contact_email", "rpd@comune.example", "consequences", "truffe per telefono", "measures", "chiesta la cancellazione")
		require.Equal(t, http.StatusOK, status, page)
		require.NotContains(t, page, "per la notifica al Garante</small>", "the clock stands still")
		require.Contains(t, ada.page(path+"/notification?n=1"), "123456")
		require.Contains(t, ada.page("/breaches/export.json"), "truffe per telefono")
	})
}

// TestAssessment: only the facts that could still change the outcome are asked.
func TestAssessment(t *testing.T) {
	o := open(t, sqlite(t), false)
	ada := o.enter("admin")
	_, page := ada.post("/assessments", "name", "Telecamere in piazza", "person", "")
	yes := map[string]bool{"monitoring": true, "public_area": true, "large_scale": true}
	asks := 0
	for ; asks < 30; asks++ {
		m := asked.FindStringSubmatch(page)
		if m == nil {
			break
		}
		answer := map[bool]string{true: "yes", false: "no"}[yes[m[3]]]
		var status int
		status, page = ada.post(m[1]+"/fact", "version", version(t, page), "field", m[3], "answer", answer)
		require.Equal(t, http.StatusOK, status, page)
	}
	require.Contains(t, page, "valutazione d&#39;impatto obbligatoria")
	require.Less(t, asks, 15)
	require.Contains(t, ada.page("/assessments/1/sheet"), "Telecamere in piazza")
	status, page := ada.post("/assessments/1/edit", "version", version(t, page), "operations", "Dodici telecamere", "approved", "2026-11-20")
	require.Equal(t, http.StatusOK, status, page)
	require.Contains(t, ada.page("/assessments/1/text"), "Dodici telecamere")
	require.Contains(t, ada.page("/"), "Telecamere in piazza · valutazione d&#39;impatto: riesame")
}

// TestRegister: a table is taken whole or not at all, and what is wrong with it is
// told by row and column.
func TestRegister(t *testing.T) {
	o := open(t, sqlite(t), false)
	ada := o.enter("admin")
	status, page := ada.bring("/register/import", "codice;trattamento;conservazione\nanagrafe;Anagrafe;quanto basta\n")
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Contains(t, page, "<td>2</td><td>conservazione</td>")
	require.NotContains(t, ada.page("/register"), "Anagrafe")
	status, page = ada.bring("/register/import", "codice;trattamento;ufficio;finalità;conservazione\nanagrafe;Anagrafe;Demografici;certificati;10 anni\ntari;Tassa rifiuti;Tributi;riscossione;\n")
	require.Equal(t, http.StatusOK, status, page)
	require.Regexp(t, `<td>3</td><td>conservazione</td><td>[a-z]+</td>`, page, "a finding in its row and column")
	table := ada.page("/register/file/registro.csv")
	require.Contains(t, table, "anagrafe;Anagrafe;Demografici;certificati")
	status, page = ada.bring("/register/import", table)
	require.Equal(t, http.StatusOK, status, "what was exported can be imported")
	require.Contains(t, page, "Trattamenti importati: 2")
	page = ada.page("/register/1")
	status, page = ada.post("/register/1", "version", version(t, page), "c_id", "anagrafe", "c_name", "Anagrafe e AIRE", "c_reviewed", "1/11/2026", "person", "")
	require.Equal(t, http.StatusOK, status, page)
	require.Contains(t, ada.page("/register/file/registro.json"), "Anagrafe e AIRE")
	require.Contains(t, ada.page("/register/file/garante.csv"), "Anagrafe e AIRE")
}

// TestRetention: what is kept is gone through as of today, only what must go can be
// recorded as deleted, and the history names it.
func TestRetention(t *testing.T) {
	o := open(t, sqlite(t), true)
	ada := o.enter("admin")
	var table strings.Builder
	table.WriteString("codice;regola;evento\n")
	for i := range 2000 {
		table.WriteString("log ")
		table.WriteString(strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/182))
		table.WriteString(";accessi;01/02/2026\n")
	}
	status, page := ada.bring("/retention/import", table.String())
	require.Equal(t, http.StatusOK, status, page)
	require.Contains(t, page, "L&#39;elenco intero")
	status, page = ada.bring("/retention/import", "codice;regola;evento\nlog nuovo;accessi;31/02/2026\n")
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Contains(t, page, "<td>2</td><td>evento</td>")
	require.NotContains(t, ada.page("/retention/expired.csv"), "log nuovo;")
	before := strings.Count(ada.page("/retention/expired.csv"), "\n")
	status, _ = ada.post("/retention/destroyed", "item", "accessi aprile 2026", "item", "accessi giugno 2026")
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, before-1, strings.Count(ada.page("/retention/expired.csv"), "\n"), "what may not go stays")
	require.Contains(t, ada.page("/history"), "accessi aprile 2026")
}

// TestBody: whose law binds the body changes what is computed.
func TestBody(t *testing.T) {
	o := open(t, sqlite(t), false)
	ada := o.enter("admin")
	ada.post("/requests", "name", "prot. 1", "right", "access", "received", "2026-10-26", "from", "Piero Fonte", "identified", "sì", "person", "")
	require.Contains(t, ada.page("/requests/1"), "Regolamento comunale")
	status, page := ada.post("/body", "version", version(t, ada.page("/body")), "name", "Unione dei Comuni", "regime", "public", "calendar", "italy",
		"signed", "Aldo Monti, segretario", "offices", "Tributi; Pietro Riva\nAnagrafe")
	require.Equal(t, http.StatusOK, status, page)
	require.NotContains(t, ada.page("/requests/1"), "Regolamento comunale")
	require.Contains(t, ada.page("/requests/1/letters/acknowledgement"), "Aldo Monti, segretario")
	require.Contains(t, ada.page("/requests/new"), ">Anagrafe</option>")
}

// hostile is text that would do harm where it isn't text.
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'; drop table papers; -- [x](javascript:alert(1)) {{.}} =HYPERLINK("http://x") ` + "`<b>`"

// TestHostile puts it in every field of every form, and reads every page.
func TestHostile(t *testing.T) {
	o := open(t, sqlite(t), false)
	ada := o.enter("admin")
	ada.post("/body", "version", version(t, ada.page("/body")), "name", hostile, "regime", "template", "calendar", "italy", "address", hostile, "place", hostile,
		"signed", hostile, "officer", hostile, "officer_contact", hostile, "offices", hostile)
	ada.post("/people", "login", hostile, "name", hostile, "role", "clerk", "office", hostile, "password", "una password lunga")
	_, page := ada.post("/requests", "name", hostile, "right", "access", "received", "2026-11-02", "from", hostile, "address", hostile, "for", hostile, "asks", hostile, "office", hostile, "identified", "no", "person", "")
	_, page = ada.post("/requests/1/letters/ask_identity", "version", version(t, page), "day", "2026-11-23", "protocol", hostile, "says_doubts", hostile, "says_needed", hostile, "prompt", "yes", "send", "1")
	ada.post("/requests/1/end", "version", version(t, page), "how", "taken_back", "on", "2026-11-23", "by", hostile)
	_, page = ada.post("/breaches", "aware", "2026-11-23T08:00", "office", hostile, "description", hostile)
	m := regexp.MustCompile(`/breaches/\d+`).FindString(page[strings.Index(page, "<main"):])
	_, page = ada.post(m+"/edit", "version", version(t, page), "aware", "2026-11-23T08:00", "office", hostile, "description", hostile, "devices", hostile, "data", hostile, "subjects", hostile,
		"recipients", hostile, "measures_before", hostile, "measures_after", hostile, "effects", hostile, "reasons", hostile, "not_told", hostile, "report", hostile, "by", hostile, "notify_reasons", hostile)
	_, page = ada.post(m+"/notify", "version", version(t, page), "phase", "complete", "sent", "2026-11-23T08:30", "reference", hostile, "contact", hostile, "consequences", hostile, "measures", hostile, "delay", hostile)
	ada.post(m+"/tell", "version", version(t, page), "manner", "personally", "told_at", "2026-11-23T08:40", "means", hostile, "told_nature", hostile, "told_consequences", hostile, "told_measures", hostile, "advice", hostile, "told_contact", hostile)
	ada.post("/assessments", "name", hostile, "office", hostile, "person", "")
	ada.post("/assessments/3/edit", "version", "1", "author", hostile, "operations", hostile, "purposes", hostile, "necessity", hostile, "proportionality", hostile, "demonstration", hostile, "codes", hostile, "approved_by", hostile, "proof", hostile)
	pairs := []string{"version", "", "person", ""}
	for _, c := range []string{"id", "name", "office", "purposes", "norms", "subjects", "data", "sources", "from", "criterion", "recipients", "processors", "joint", "measures", "norm"} {
		pairs = append(pairs, "c_"+c, hostile)
	}
	ada.post("/register", pairs...)
	ada.bring("/retention/import", "codice;regola;evento\n\""+strings.ReplaceAll(hostile, `"`, `""`)+"\";x;01/02/2020\n")
	ada.bring("/register/import", hostile+";x\n")
	stuck := []string{"/", "/requests", "/requests?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/requests/1", "/requests/1/sent/0", "/requests/1/letters/acknowledgement", "/breaches", m, m + "/sheet",
		m + "/notification", m + "/notification?n=1", "/assessments", "/assessments/3", "/assessments/3/sheet", "/assessments/3/text", "/register", "/register/4", "/register/new", "/retention", "/findings", "/history", "/people", "/body", "/me", "/requests/new"}
	seen := 0
	for _, path := range stuck {
		page := ada.page(path)
		require.NotContains(t, page, "<script>alert", path)
		require.NotContains(t, page, "<img src=x", path)
		require.NotContains(t, page, `href="javascript`, path)
		require.NotContains(t, page, "<b>", path)
		seen += strings.Count(page, "&lt;script&gt;alert")
	}
	require.Greater(t, seen, 50, "it is there, as text")
	for _, cell := range strings.Split(ada.page("/register/file/registro.csv"), ";") {
		require.False(t, strings.HasPrefix(strings.Trim(cell, `"`), "="), "no spreadsheet takes it for a formula")
	}
	// The same forms keep what was typed when they are refused, as text.
	status, page := ada.post("/requests", "name", hostile, "right", hostile, "received", hostile, "from", hostile, "identified", hostile, "person", hostile)
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.NotContains(t, page, "<script>alert")
}
