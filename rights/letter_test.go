package rights_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/rights"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// complete returns a letter of the kind about a right, with nothing missing.
func complete(t *testing.T, kind rights.LetterKind, right rights.Right) rights.Letter {
	t.Helper()
	r := rights.Request{ID: "prot. 14.120/2026", Right: right, Received: day("2026-11-02"), Channel: rights.PEC, Identified: yes}
	line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	l := rights.Letter{
		Kind: kind, Request: r, Timeline: line, Protocol: "15.022/2026", Day: day("2026-11-20"),
		From: rights.Sender{
			Body: "Comune di Roccasilvana", Office: "Ufficio protocollo e relazioni con il pubblico", Address: "piazza Umberto I, 1\nprotocollo@pec.example.it",
			Officer: "rpd@example.it", Place: "Roccasilvana", Signed: "Anna Verdi, responsabile del servizio",
		},
		To:       rights.Addressee{Name: "Bianca Neri", Address: "via Garibaldi, 12"},
		Capacity: rights.OnBehalf,
		Reply:    rights.AccessReply{Indirect: yes, Automated: yes, Transfers: yes, LogsAsked: yes},
		Follow:   rights.FollowUp{Disclosed: yes, Public: yes},
		Says:     says(),
	}
	return l
}

// says has a text for each item.
func says() map[rights.Item]string {
	return map[rights.Item]string{
		rights.Why:            "I fascicoli sono in tre archivi diversi.",
		rights.Doubts:         "La richiesta è arrivata da un indirizzo che non conosciamo.",
		rights.Needed:         "Il numero dell'ultima bolletta, oppure una telefonata al numero che già abbiamo.",
		rights.Power:          "La procura, anche in copia.",
		rights.Which:          "i dati dell'anagrafe, dei tributi o della mensa",
		rights.NoticePlace:    "www.example.it/privacy",
		rights.Aims:           "Riscossione della tassa sui rifiuti.",
		rights.DataKinds:      "Nome, indirizzo, codice fiscale, superficie della casa.",
		rights.Receivers:      "Riscossioni Alfa S.p.A.; Agenzia delle entrate.",
		rights.KeptFor:        "Dieci anni dal pagamento.",
		rights.Origin:         "Catasto e anagrafe.",
		rights.Reasoning:      "L'importo nasce dalla superficie e dal numero di persone. Nessuno viene escluso.",
		rights.TransferGuards: "Clausole tipo della Commissione europea.",
		rights.CopyOfData:     "In allegato, in formato PDF.",
		rights.LogOfUse:       "3 marzo 2026, controllo dei pagamenti.",
		rights.Done:           "Il Suo indirizzo, dal 20 novembre 2026.",
		rights.LeftThere:      "Le ricevute, che la legge ci fa tenere dieci anni.",
		rights.LeftOut:        "I nomi dei vicini, perché riguardano altre persone.",
		rights.WhoWasTold:     "Riscossioni Alfa S.p.A., il 20 novembre 2026.",
		rights.Reviewer:       "Anna Verdi.",
		rights.WhatMore:       "Il giorno, l'ora e il luogo della ripresa.",
		rights.Amount:         "12 euro, per quaranta minuti di lavoro.",
		rights.OtherBody:      "Unione dei Comuni Alta Valle, protocollo@unione.example.it.",
		rights.EndsOn:         "10 dicembre 2026.",
		rights.AboutWhom:      "Bianca Neri, nata il 3 maggio 1980.",
		rights.LegalTitle:     "Art. 57 del codice di procedura penale.",
		rights.Answers:        "Copia del registro e del contratto, in allegato.",
	}
}

// letters are all letters, each of the rights that it can be about.
func letters() (all []struct {
	Kind  rights.LetterKind
	Right rights.Right
}) {
	for kind := rights.Acknowledgement; kind <= rights.AnswerToGarante; kind++ {
		rightsOf := []rights.Right{rights.ToAccess}
		if kind == rights.Granted || kind == rights.GrantedInPart || kind == rights.Acknowledgement {
			rightsOf = slices.Collect(func(yield func(rights.Right) bool) {
				for r := rights.ToAccess; r <= rights.ToWithdraw && yield(r); r++ {
				}
			})
		}
		for _, r := range rightsOf {
			all = append(all, struct {
				Kind  rights.LetterKind
				Right rights.Right
			}{kind, r})
		}
	}
	return all
}

// TestLetters: each letter is complete with all its items and lacks what is taken
// from it; it reads plainly (Gulpease 50 or more: GDPR 12(1)); both languages
// have each of its parts; the goldens are as they were.
func TestLetters(t *testing.T) {
	for _, c := range letters() {
		name := c.Kind.String() + "-" + c.Right.String()
		l := complete(t, c.Kind, c.Right)
		require.Empty(t, l.Check(), name)
		for tag, suffix := range map[language.Tag]string{language.Italian: "it", language.English: "en"} {
			text := l.Markdown(tag)
			require.NotContains(t, text, "rights.", name)
			require.NotContains(t, text, "%!", name)
			require.NotContains(t, text, "completar", name)
			golden(t, "letter-"+name+"."+suffix+".md", text)
		}
		if c.Kind != rights.AnswerToGarante {
			require.GreaterOrEqual(t, informativa.Measure(plainText(l.Markdown(language.Italian))).Gulpease(), 50.0, "%s:\n%s", name, l.Markdown(language.Italian))
		}
		asked := 0
		for p := range l.Parts() {
			require.NotEmpty(t, p.Provisions, p)
			for _, law := range p.Provisions {
				_, err := gdpr.ParseProvision(string(law))
				require.NoError(t, err)
			}
			if p.Item == 0 {
				continue
			}
			asked++
			blank := complete(t, c.Kind, c.Right)
			for _, nothing := range []string{"", " ", "______", "......", "[da completare: motivi]"} {
				blank.Says[p.Item] = nothing
				fs := blank.Check()
				require.True(t, fs.Has(rights.CodeLetterBlank), "%s: %v %q", name, p.Item, nothing)
				require.Equal(t, p.Provisions, []gdpr.Provision(fs[0].Provisions))
				require.Contains(t, blank.Markdown(language.Italian), "da completare: "+p.Item.Label(language.Italian))
				require.Contains(t, blank.Markdown(language.English), "to complete: ")
			}
		}
		if c.Kind != rights.NothingFound && c.Kind != rights.ForwardedTo && (c.Kind != rights.Acknowledgement || c.Right != rights.ToWithdraw) {
			require.NotZero(t, asked, name)
		}
	}
}

// plainText is the body of a letter, without the lines around it.
func plainText(letter string) string {
	_, body, _ := strings.Cut(letter, "**Oggetto: ")
	_, body, _ = strings.Cut(body, "\n")
	body, _, _ = strings.Cut(body, "Cordiali saluti")
	return strings.NewReplacer("**", "", `\`, "", "- ", "").Replace(body)
}

// TestMandatoryContents holds the contents that the law asks of each letter: in
// the letter with the provision that asks for it, and reported where it is a
// person's to give and missing.
func TestMandatoryContents(t *testing.T) {
	for _, c := range []struct {
		kind  rights.LetterKind
		right rights.Right
		law   gdpr.Provision
		text  string      // in the Italian letter
		item  rights.Item // if it is a person's to give
	}{
		{rights.Acknowledgement, rights.ToAccess, "GDPR 12(3)", "Abbiamo ricevuto la Sua richiesta il 2 novembre 2026", 0},
		{rights.Acknowledgement, rights.ToAccess, "L. 241/1990 18-bis(1)", "Le risponderemo entro il 2 dicembre 2026", 0},
		{rights.Acknowledgement, rights.ToAccess, "GDPR 77(1)", "può presentare reclamo al Garante", 0},
		{rights.Acknowledgement, rights.ToAccess, "GDPR 13(1)", "Trova l'informativa qui", rights.NoticePlace},
		{rights.Acknowledgement, rights.ToWithdraw, "GDPR 7(3)", "La revoca ha effetto dal 2 novembre 2026", 0},
		{rights.AskIdentity, rights.ToAccess, "GDPR 12(6)", "Il motivo è questo: La richiesta è arrivata", rights.Doubts},
		{rights.AskIdentity, rights.ToAccess, "GDPR 5(1)(c)", "quanto segue, e nient'altro", rights.Needed},
		{rights.AskIdentity, rights.ToAccess, "EDPB 01/2022", "sospeso dal 20 novembre 2026", 0},
		{rights.AskIdentity, rights.ToAccess, "GDPR 12(2)", "Senza queste informazioni", 0},
		{rights.AskClarification, rights.ToAccess, "GDPR recital 63", "i dati dell'anagrafe", rights.Which},
		{rights.AskClarification, rights.ToAccess, "GDPR recital 63", "Può anche chiederli tutti", 0},
		{rights.NoticeOfExtension, rights.ToAccess, "GDPR 12(3)", "Le risponderemo entro il 2 febbraio 2027", 0},
		{rights.NoticeOfExtension, rights.ToAccess, "GDPR 12(3)", "tre archivi diversi", rights.Why},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)", "Confermiamo che trattiamo dati che La riguardano", 0},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(a)", "tassa sui rifiuti", rights.Aims},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(b)", "codice fiscale", rights.DataKinds},
		{rights.Granted, rights.ToAccess, "CJEU C-154/21", "Riscossioni Alfa", rights.Receivers},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(d)", "Dieci anni", rights.KeptFor},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(e)", "la rettifica, la cancellazione o la limitazione", 0},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(f)", "reclamo al Garante", 0},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(g)", "Catasto", rights.Origin},
		{rights.Granted, rights.ToAccess, "GDPR 15(1)(h)", "dal numero di persone", rights.Reasoning},
		{rights.Granted, rights.ToAccess, "GDPR 15(2)", "Clausole tipo", rights.TransferGuards},
		{rights.Granted, rights.ToAccess, "GDPR 15(3)", "In allegato", rights.CopyOfData},
		{rights.Granted, rights.ToAccess, "CJEU C-579/21", "3 marzo 2026", rights.LogOfUse},
		{rights.Granted, rights.ToAccess, "GDPR 12(5)", "gratuita", 0},
		{rights.Granted, rights.ToAccess, "GDPR 38(4)", "rpd@example.it", 0},
		{rights.NothingFound, rights.ToAccess, "GDPR 15(1)", "Non trattiamo dati che La riguardano", 0},
		{rights.Granted, rights.ToRectification, "GDPR 16", "Abbiamo corretto o integrato", rights.Done},
		{rights.Granted, rights.ToRectification, "GDPR 19", "Abbiamo informato", rights.WhoWasTold},
		{rights.Granted, rights.ToErasure, "GDPR 17(1)", "Abbiamo cancellato", rights.Done},
		{rights.Granted, rights.ToErasure, "GDPR 17(3)", "Le ricevute", rights.LeftThere},
		{rights.Granted, rights.ToErasure, "GDPR 19", "Abbiamo informato", rights.WhoWasTold},
		{rights.Granted, rights.ToErasure, "GDPR 17(2)", "gli altri titolari", 0},
		{rights.Granted, rights.ToRestriction, "GDPR 18(1)", "è limitato come segue", rights.Done},
		{rights.Granted, rights.ToRestriction, "GDPR 18(3)", "prima che la limitazione cessi", 0},
		{rights.Granted, rights.ToPortability, "GDPR 20(1)", "formato strutturato", rights.Done},
		{rights.Granted, rights.ToObject, "GDPR 21(1)", "Il trattamento è cessato", rights.Done},
		{rights.Granted, rights.ToWithdraw, "GDPR 7(3)", "che cosa è cessato", rights.Done},
		{rights.Granted, rights.ToWithdraw, "GDPR 7(3)", "prima della revoca resta lecito", 0},
		{rights.Granted, rights.ToHumanDecision, "GDPR 22(3)", "Una persona ha riesaminato", rights.Reviewer},
		{rights.Granted, rights.ToHumanDecision, "GDPR 22(3)", "L'esito è questo", rights.Done},
		{rights.GrantedInPart, rights.ToAccess, "GDPR 15(1)(a)", "tassa sui rifiuti", rights.Aims},
		{rights.GrantedInPart, rights.ToAccess, "GDPR 12(4)", "I nomi dei vicini", rights.LeftOut},
		{rights.GrantedInPart, rights.ToAccess, "GDPR 12(4)", "presentare reclamo al Garante", 0},
		{rights.GrantedInPart, rights.ToAccess, "GDPR 79(1)", "rivolgersi al giudice", 0},
		{rights.Denied, rights.ToErasure, "GDPR 12(4)", "Non possiamo accogliere la richiesta", 0},
		{rights.Denied, rights.ToErasure, "GDPR 12(4)", "tre archivi", rights.Why},
		{rights.Denied, rights.ToErasure, "Codice 140-bis(1)", "presentare reclamo al Garante", 0},
		{rights.Denied, rights.ToErasure, "Codice 152(1)", "tribunale del luogo in cui Lei risiede o in cui ha sede", 0},
		{rights.CantIdentify, rights.ToAccess, "GDPR 11(2)", "Non siamo in grado di capire quali dati", 0},
		{rights.CantIdentify, rights.ToAccess, "GDPR 11(2)", "il luogo della ripresa", rights.WhatMore},
		{rights.FeeAsked, rights.ToAccess, "GDPR 12(5)(a)", "12 euro", rights.Amount},
		{rights.FeeAsked, rights.ToAccess, "GDPR 12(5)", "tre archivi", rights.Why},
		{rights.Forwarded, rights.ToAccess, "GDPR 28(3)(e)", "per conto di un altro ente", rights.OtherBody},
		{rights.ForwardedTo, rights.ToAccess, "GDPR 5(1)(c)", "la sola richiesta, senza altri dati", 0},
		{rights.ToldRecipient, rights.ToRectification, "GDPR 19", "abbiamo eseguito quanto segue", rights.Done},
		{rights.ToldRecipient, rights.ToRectification, "GDPR 19", "nata il 3 maggio 1980", rights.AboutWhom},
		{rights.ToldController, rights.ToErasure, "GDPR 17(2)", "ogni link, copia o riproduzione", 0},
		{rights.LiftingNotice, rights.ToRestriction, "GDPR 18(3)", "10 dicembre 2026", rights.EndsOn},
		{rights.LiftingNotice, rights.ToRestriction, "GDPR 18(3)", "tre archivi", rights.Why},
		{rights.AnswerToGarante, 0, "Codice 157(1)", "Copia del registro", rights.Answers},
	} {
		l := complete(t, c.kind, c.right)
		require.Contains(t, l.Markdown(language.Italian), c.text, "%v %v", c.kind, c.right)
		require.True(t, slices.ContainsFunc(slices.Collect(l.Parts()), func(p rights.Part) bool {
			return slices.Contains(p.Provisions, c.law) && (c.item == 0 || p.Item == c.item)
		}), "%v %v: %v", c.kind, c.right, c.law)
		if c.item != 0 {
			delete(l.Says, c.item)
			require.True(t, l.Check().Has(rights.CodeLetterBlank), "%v %v: %v", c.kind, c.right, c.item)
		}
	}
	joint := complete(t, rights.Forwarded, rights.ToAccess)
	joint.Capacity = rights.Jointly
	require.Contains(t, joint.Markdown(language.Italian), "con ciascuno dei due. Risponderemo noi")
	require.NotContains(t, joint.Markdown(language.Italian), "Gli abbiamo trasmesso")
	joint.Capacity = rights.NoController
	require.Contains(t, joint.Markdown(language.Italian), "Questi dati non sono trattati da noi come titolari")
}

// TestRefusalLetterUnderALimit names the way through the Garante (Codice
// 2-undecies(3)), and says when there had better be no letter.
func TestRefusalLetterUnderALimit(t *testing.T) {
	l := complete(t, rights.Denied, rights.ToAccess)
	l.Request.Refusal = rights.Refusal{Ground: rights.ByLimit, Limit: rights.Limit{Interest: rights.Whistleblower, Prejudice: yes, Proportionate: yes, Part: no, Passing: no, Defeats: no}}
	require.Empty(t, l.Check())
	require.Contains(t, l.Markdown(language.Italian), "anche tramite il Garante")
	l.Request.Refusal.Limit.Interest = rights.Parliament
	require.NotContains(t, l.Markdown(language.Italian), "anche tramite il Garante")
	l.Request.Refusal.Limit.Defeats = yes
	require.Equal(t, []found{{rights.CodeLetterDefeats, gdpr.Warning, "request.refusal.limit.defeats"}}, summary(l.Check()))
	l.Request.Refusal.Limit = rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: no}
	require.Contains(t, l.Markdown(language.Italian), "Potrà esercitarlo quando")
	l.Reasons = slices.Collect(rights.Access{Processed: yes, Limit: harm}.Decide().Reasons())
	require.Contains(t, l.Markdown(language.Italian), "pregiudizio effettivo e concreto a un interesse tutelato dall'art. 2-undecies")
	l.Request.Refusal = rights.Refusal{Ground: rights.TooMuch}
	require.Contains(t, l.Markdown(language.Italian), "manifestamente infondata o eccessiva")
}

// TestLetterOfAMinor goes to the parents and speaks of the child's data.
func TestLetterOfAMinor(t *testing.T) {
	l := complete(t, rights.Granted, rights.ToAccess)
	l.To.As, l.To.For = rights.AsParent, "Luca Neri"
	require.Empty(t, l.Check())
	text := l.Markdown(language.Italian)
	require.Contains(t, text, "esercente la responsabilità genitoriale su Luca Neri")
	require.Contains(t, text, "trattiamo dati di Luca Neri")
	golden(t, "letter-minor.it.md", text)
	l.To.For = ""
	require.Equal(t, []found{{rights.CodeLetterTo, gdpr.Violation, "to"}}, summary(l.Check()))
	l = complete(t, rights.AskIdentity, rights.ToAccess)
	l.To.As, l.To.For = rights.AsAgent, "Luca Neri"
	require.Contains(t, l.Markdown(language.Italian), "La procura")
	delete(l.Says, rights.Power)
	require.True(t, l.Check().Has(rights.CodeLetterBlank))
}

// TestLetterCheck: what else keeps a letter from being signed.
func TestLetterCheck(t *testing.T) {
	for want, change := range map[found]func(*rights.Letter){
		{rights.CodeLetterKind, gdpr.Violation, "kind"}:                 func(l *rights.Letter) { l.Kind = 0 },
		{rights.CodeLetterSender, gdpr.Violation, "from"}:               func(l *rights.Letter) { l.From.Office = "____" },
		{rights.CodeLetterTo, gdpr.Violation, "to"}:                     func(l *rights.Letter) { l.To.Name = "" },
		{rights.CodeLetterProtocol, gdpr.Warning, "protocol"}:           func(l *rights.Letter) { l.Protocol = "" },
		{rights.CodeLetterDay, gdpr.Violation, "day"}:                   func(l *rights.Letter) { l.Day = 0 },
		{rights.CodeLetterSigned, gdpr.Warning, "from.signed"}:          func(l *rights.Letter) { l.From.Signed = "" },
		{rights.CodeLetterReceived, gdpr.Violation, "request.received"}: func(l *rights.Letter) { l.Request.Received = 0 },
		{rights.CodeLetterRight, gdpr.Violation, "request.right"}:       func(l *rights.Letter) { l.Kind, l.Request.Right = rights.Denied, 0 },
		{rights.CodeLetterLate, gdpr.Violation, "day"}:                  func(l *rights.Letter) { l.Kind, l.Day = rights.NoticeOfExtension, day("2026-12-15") },
		{rights.CodeLetterUnfit, gdpr.Violation, "kind"}:                func(l *rights.Letter) { l.Kind, l.Request.Right = rights.AskIdentity, rights.ToHumanDecision },
		{rights.CodeLetterUnfit, gdpr.Warning, "kind"}:                  func(l *rights.Letter) { l.Kind, l.Request.Right = rights.AskClarification, rights.ToErasure },
		{rights.CodeLetterUnfit, gdpr.Warning, "timeline.police"}:       func(l *rights.Letter) { l.Kind, l.Timeline.Police = rights.NoticeOfExtension, true },
		{rights.CodeLetterCapacity, gdpr.Warning, "capacity"}:           func(l *rights.Letter) { l.Kind, l.Capacity = rights.Forwarded, 0 },
	} {
		l := complete(t, rights.Acknowledgement, rights.ToAccess)
		change(&l)
		require.Equal(t, []found{want}, summary(l.Check()))
		requireTold(t, l.Check())
	}
	l := complete(t, rights.NoticeOfExtension, rights.ToWithdraw)
	require.Equal(t, []gdpr.Provision{"GDPR 7(3)"}, []gdpr.Provision(l.Check()[0].Provisions), "a withdrawal has no term to extend")
	l = complete(t, rights.Denied, rights.ToErasure)
	l.Day = day("2026-12-15")
	require.Equal(t, []found{{rights.CodeLetterLate, gdpr.Violation, "day"}}, summary(l.Check()))
	require.Equal(t, []found{{rights.CodeLetterKind, gdpr.Violation, "kind"}}, summary(rights.Letter{}.Check()))
	require.NotContains(t, rights.Letter{}.Markdown(language.Italian), "rights.")
}

// TestLettersUnderRegimes: no letter cites or names what doesn't bind the body.
func TestLettersUnderRegimes(t *testing.T) {
	for _, c := range letters() {
		for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
			l := complete(t, c.Kind, c.Right)
			l.Regime = regime
			require.Empty(t, l.Check())
			for p := range l.Parts() {
				for _, law := range p.Provisions {
					require.True(t, regime.Binds(law), "%v: %v", regime, law)
				}
			}
			if regime == gdpr.UnionLaw {
				require.NotContains(t, strings.ReplaceAll(l.Markdown(language.Italian), "tramite il Garante", ""), "Garante per la protezione")
				require.NotContains(t, l.Markdown(language.Italian), "tribunale del luogo")
			}
		}
	}
}

// TestLetterHostile: whatever people wrote stays plain text.
func TestLetterHostile(t *testing.T) {
	l := complete(t, rights.Denied, rights.ToErasure)
	l.To.Name = "<script>alert(1)</script>"
	l.Says[rights.Why] = "# Titolo\n| a | b |\n[qui](javascript:alert(1)) **x**"
	l.From.Body = "Comune *di* Prova\u202e"
	text := l.Markdown(language.Italian)
	require.NotContains(t, text, "<script>")
	require.NotContains(t, text, "[qui](")
	require.NotContains(t, text, "\n# Titolo")
	require.NotContains(t, text, "\u202e")
}

// TestLetterRoundTrip: a draft keeps through JSON.
func TestLetterRoundTrip(t *testing.T) {
	l := complete(t, rights.GrantedInPart, rights.ToErasure)
	data, err := json.Marshal(l)
	require.NoError(t, err)
	var back rights.Letter
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, l.Markdown(language.Italian), back.Markdown(language.Italian))
	require.Equal(t, l.Says, back.Says)
}

func golden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", "letters", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), text)
}

// TestLetterPartsStop: whoever reads the parts may stop at any of them.
func TestLetterPartsStop(t *testing.T) {
	for range complete(t, rights.Granted, rights.ToAccess).Parts() {
		break
	}
}

// TestLettersOfARequest: which letters fit, day by day.
func TestLettersOfARequest(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02")}
	on := func(r rights.Request, s string) []rights.LetterKind {
		line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		return slices.Collect(r.Letters(line, day(s)))
	}
	require.Contains(t, on(r, "2026-11-02"), rights.Acknowledgement)
	require.Contains(t, on(r, "2026-11-02"), rights.AskIdentity)
	require.Contains(t, on(r, "2026-12-02"), rights.NoticeOfExtension)
	require.Contains(t, on(r, "2026-12-02"), rights.Denied)
	require.NotContains(t, on(r, "2026-12-03"), rights.NoticeOfExtension, "GDPR 12(3): within one month")
	require.NotContains(t, on(r, "2026-12-03"), rights.Denied, "GDPR 12(4): at the latest within one month")
	require.Contains(t, on(r, "2026-12-03"), rights.Granted)
	r.Identified = yes
	require.NotContains(t, on(r, "2026-11-10"), rights.AskIdentity)
	require.NotContains(t, on(r, "2026-11-10"), rights.Acknowledgement)
	erased := rights.Request{Right: rights.ToErasure, Received: day("2026-11-02"), Replied: day("2026-11-20")}
	require.Equal(t, []rights.LetterKind{rights.ToldRecipient, rights.ToldController}, on(erased, "2026-11-20"))
	withdrawn := rights.Request{Right: rights.ToWithdraw, Received: day("2026-11-02")}
	require.NotContains(t, on(withdrawn, "2026-11-02"), rights.NoticeOfExtension)
	require.NotContains(t, on(withdrawn, "2026-11-02"), rights.AskIdentity)
	require.NotContains(t, on(withdrawn, "2026-11-02"), rights.Denied)
	police := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02"), Police: yes}
	require.Equal(t, []rights.LetterKind{rights.Granted, rights.GrantedInPart, rights.NothingFound, rights.Denied, rights.FeeAsked, rights.Acknowledgement}, on(police, "2026-11-02"))
	police.Right, police.Replied = rights.ToErasure, day("2026-11-20")
	require.Equal(t, []rights.LetterKind{rights.ToldRecipient}, on(police, "2026-11-20"))
	police.Right = rights.ToPortability
	require.Empty(t, on(police, "2026-11-20"), "D.Lgs. 51/2018 has no portability")
	line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	for range r.Letters(line, r.Received) {
		break
	}
}

// FuzzLetter: whatever stands in a letter, it prints in both languages, the same
// each time, keeps text as text, and is checked.
func FuzzLetter(f *testing.F) {
	f.Add(uint8(5), uint8(1), "Bianca Neri", "perché", uint8(1), int32(739900))
	f.Add(uint8(7), uint8(3), "<script>", "# [x](y)\n| a |", uint8(0), int32(0))
	f.Add(uint8(200), uint8(99), "", "\x00\u202e", uint8(9), int32(-5))
	f.Fuzz(func(t *testing.T, kind, right uint8, name, text string, as uint8, on int32) {
		l := rights.Letter{
			Kind: rights.LetterKind(kind), To: rights.Addressee{Name: name, As: rights.Acting(as), For: text}, Day: date.Date(on),
			Request: rights.Request{Right: rights.Right(right), Received: date.Date(on)},
		}
		l.Says = map[rights.Item]string{rights.Why: text, rights.Done: text, rights.Aims: text}
		for _, tag := range []language.Tag{language.Italian, language.English} {
			page := l.Markdown(tag)
			require.Equal(t, page, l.Markdown(tag))
			require.NotContains(t, page, "<script>")
			require.NotContains(t, page, "\u202e")
			require.NotContains(t, page, "rights.")
		}
		require.NotEmpty(t, l.Check(), "nobody has signed it")
	})
}

// policeLetter is a letter about data of the police, with nothing missing.
func policeLetter(t *testing.T, kind rights.LetterKind, right rights.Right) rights.Letter {
	t.Helper()
	l := complete(t, kind, right)
	l.Request.Police = yes
	line, err := l.Request.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	l.Timeline = line
	return l
}

// TestPoliceLetters: under D.Lgs. 51/2018 a letter has what articles 9 and 11 to 13
// ask for, reads plainly, cites nothing of the GDPR, and names no month.
func TestPoliceLetters(t *testing.T) {
	type contents map[gdpr.Provision][]string
	for _, c := range []struct {
		kind  rights.LetterKind
		right rights.Right
		items []rights.Item
		holds contents
	}{
		{rights.Acknowledgement, rights.ToAccess, nil, contents{"D.Lgs. 51/2018 9(3)": {"2 novembre 2026", "senza ingiustificato ritardo"}, "D.Lgs. 51/2018 13": {"tramite il Garante"}}},
		{rights.Granted, rights.ToAccess, []rights.Item{rights.Aims, rights.LegalTitle, rights.DataKinds, rights.Receivers, rights.KeptFor, rights.Origin, rights.CopyOfData}, contents{
			"D.Lgs. 51/2018 11":   {"Confermiamo", "codice di procedura penale", "tassa sui rifiuti", "Riscossioni Alfa", "Dieci anni", "Catasto", "In allegato", "la rettifica, la cancellazione o la limitazione", "reclamo al Garante"},
			"D.Lgs. 51/2018 9(4)": {"gratuita"}, "D.Lgs. 51/2018 13": {"tramite il Garante"}}},
		{rights.Granted, rights.ToRectification, []rights.Item{rights.Done, rights.WhoWasTold}, contents{"D.Lgs. 51/2018 12": {"Abbiamo corretto", "l'autorità da cui provengono"}}},
		{rights.Granted, rights.ToErasure, []rights.Item{rights.Done, rights.LeftThere, rights.WhoWasTold}, contents{"D.Lgs. 51/2018 12": {"Abbiamo cancellato", "Le ricevute"}}},
		{rights.Granted, rights.ToRestriction, []rights.Item{rights.Done}, contents{"D.Lgs. 51/2018 12": {"è limitato"}}},
		{rights.GrantedInPart, rights.ToErasure, []rights.Item{rights.Done, rights.LeftOut}, contents{"D.Lgs. 51/2018 12": {"accolta in parte", "I nomi dei vicini", "reclamo al Garante", "rivolgersi al giudice"}}},
		{rights.Denied, rights.ToAccess, []rights.Item{rights.Why}, contents{"D.Lgs. 51/2018 11": {"Non possiamo accogliere la richiesta", "tre archivi", "reclamo al Garante"}, "D.Lgs. 51/2018 13": {"tramite il Garante"}}},
		{rights.Denied, rights.ToErasure, []rights.Item{rights.Why}, contents{"D.Lgs. 51/2018 12": {"tre archivi", "reclamo al Garante", "rivolgersi al giudice"}}},
		{rights.NothingFound, rights.ToAccess, nil, contents{"D.Lgs. 51/2018 11": {"Non trattiamo dati che La riguardano"}}},
		{rights.FeeAsked, rights.ToAccess, []rights.Item{rights.Amount, rights.Why}, contents{"D.Lgs. 51/2018 9(4)": {"12 euro"}}},
		{rights.ToldRecipient, rights.ToErasure, []rights.Item{rights.AboutWhom, rights.Done}, contents{"D.Lgs. 51/2018 12": {"nata il 3 maggio 1980", "dal 20 novembre 2026", "articolo 12 del decreto legislativo 51"}}},
	} {
		l := policeLetter(t, c.kind, c.right)
		require.Empty(t, l.Check(), "%v %v", c.kind, c.right)
		text := l.Markdown(language.Italian)
		golden(t, "police-"+c.kind.String()+"-"+c.right.String()+".it.md", text)
		golden(t, "police-"+c.kind.String()+"-"+c.right.String()+".en.md", l.Markdown(language.English))
		require.GreaterOrEqual(t, informativa.Measure(plainText(text)).Gulpease(), 50.0, text)
		require.NotContains(t, text, "RGPD")
		require.NotContains(t, text, "2016/679")
		for law, words := range c.holds {
			for _, w := range words {
				require.Contains(t, text, w, "%v %v", c.kind, c.right)
			}
			require.True(t, slices.ContainsFunc(slices.Collect(l.Parts()), func(p rights.Part) bool { return slices.Contains(p.Provisions, law) }), "%v %v: %v", c.kind, c.right, law)
		}
		for _, item := range c.items {
			was := l.Says[item]
			delete(l.Says, item)
			require.True(t, l.Check().Has(rights.CodeLetterBlank), "%v %v: %v", c.kind, c.right, item)
			l.Says[item] = was
		}
	}
	for _, c := range []struct {
		kind  rights.LetterKind
		right rights.Right
	}{{rights.NoticeOfExtension, rights.ToAccess}, {rights.AskIdentity, rights.ToAccess}, {rights.Granted, rights.ToPortability}, {rights.ToldRecipient, rights.ToAccess}, {rights.NothingFound, rights.ToErasure}} {
		require.True(t, policeLetter(t, c.kind, c.right).Check().Has(rights.CodeLetterUnfit), "%v %v", c.kind, c.right)
	}
	minor := policeLetter(t, rights.Granted, rights.ToAccess)
	minor.To.As, minor.To.For = rights.AsParent, "Luca Neri"
	require.Contains(t, minor.Markdown(language.Italian), "trattiamo dati di Luca Neri")
}
