package rights_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// offered are the letters that can be written about a request on a day.
func offered(t *testing.T, r rights.Request, on string) []rights.LetterKind {
	t.Helper()
	line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	return slices.Collect(r.Letters(line, day(on)))
}

// TestLetterBlanks: GDPR 12(1), 12(3): a letter with a line to fill in, or with what
// a form left open, tells nothing; one letter or digit of any script tells something.
func TestLetterBlanks(t *testing.T) {
	for text, says := range map[string]bool{
		"0": true, "9": true, "A": true, "Z": true, "a": true, "z": true, "È": true, "東京": true, "12 euro": true, "nessuno": true,
		"": false, "\u00a0": false, "\u200b": false, "/": false, ":": false, "@": false, "[": false, "`": false, "{": false,
		"–––": false, "…": false, "« »": false, "n/d": false, "da definire": false, "[NOME ENTE]": false,
		"Il fascicolo ___": false, "Il fascicolo ....": false, "Il fascicolo ……": false,
		"I motivi [da completare: quali]": false, "The reasons [to complete: which]": false,
		strings.Repeat("I fascicoli sono in tre archivi diversi. ", 5) + "[to complete: which]": false,
	} {
		l := complete(t, rights.Denied, rights.ToErasure)
		l.Says[rights.Why] = text
		require.Equal(t, !says, l.Check().Has(rights.CodeLetterBlank), "%q", text)
		require.Equal(t, !says, strings.Contains(l.Markdown(language.Italian), "da completare: "+rights.Why.Label(language.Italian)), "%q", text)
	}
}

// TestLettersByDay: which letters are there on which day, and which aren't. A request
// of 2 November 2026 has the month of GDPR 12(3) and 12(4) up to 2 December, that day
// included; the template's 30 days end on the same.
func TestLettersByDay(t *testing.T) {
	access := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02")}
	with := func(right rights.Right, change func(*rights.Request)) rights.Request {
		r := access
		r.Right = right
		if change != nil {
			change(&r)
		}
		return r
	}
	asked := func(cause rights.Cause) func(*rights.Request) {
		return func(r *rights.Request) {
			r.Pauses = []rights.Pause{{Cause: cause, Asked: day("2026-11-05"), Prompt: yes}}
		}
	}
	replied := func(r *rights.Request) { r.Replied = day("2026-11-20") }
	refused := func(r *rights.Request) { r.Refusal = rights.Refusal{Sent: day("2026-11-20"), Ground: rights.NotDue} }
	police := func(r *rights.Request) { r.Police = yes }
	silent := func(r *rights.Request) {
		r.Refusal = rights.Refusal{Withheld: day("2026-11-20"), Ground: rights.ByLimit, Limit: rights.Limit{Passing: yes}}
	}
	both := func(changes ...func(*rights.Request)) func(*rights.Request) {
		return func(r *rights.Request) {
			for _, change := range changes {
				change(r)
			}
		}
	}
	answers := []rights.LetterKind{rights.Granted, rights.GrantedInPart, rights.Denied}
	replies := slices.Concat(answers, []rights.LetterKind{rights.NothingFound, rights.CantIdentify, rights.FeeAsked, rights.Acknowledgement, rights.AskIdentity, rights.AskClarification})
	others := []rights.LetterKind{rights.ToldRecipient, rights.ToldController, rights.LiftingNotice}
	for _, c := range []struct {
		name string
		r    rights.Request
		on   string
		has  []rights.LetterKind
		not  []rights.LetterKind
	}{
		{"GDPR 15(1): confirm or deny; recital 63: which data", access, "2026-11-02", replies, others},
		{"L. 241/1990 18-bis(1): at once, on the day after at the latest", access, "2026-11-03", []rights.LetterKind{rights.Acknowledgement}, nil},
		{"two days later the receipt is no news", access, "2026-11-04", []rights.LetterKind{rights.Granted}, []rights.LetterKind{rights.Acknowledgement}},
		{"GDPR 11(2), 12(4): the last day of the month", access, "2026-12-02", []rights.LetterKind{rights.CantIdentify, rights.Denied, rights.NoticeOfExtension}, nil},
		{"the day after it", access, "2026-12-03", []rights.LetterKind{rights.Granted, rights.NothingFound}, []rights.LetterKind{rights.CantIdentify, rights.Denied, rights.NoticeOfExtension}},
		{"GDPR 12(6): asked once", with(rights.ToAccess, asked(rights.Identification)), "2026-11-10", answers, []rights.LetterKind{rights.AskIdentity}},
		{"recital 63: asked once", with(rights.ToAccess, asked(rights.Clarification)), "2026-11-10", answers, []rights.LetterKind{rights.AskClarification}},
		{"GDPR 12(3): answered", with(rights.ToAccess, replied), "2026-11-20", nil, slices.Concat(replies, others)},
		{"on the day of its receipt", with(rights.ToAccess, func(r *rights.Request) { r.Replied = r.Received }), "2026-11-02", nil, slices.Concat(replies, others)},
		{"GDPR 12(4): refused", with(rights.ToAccess, refused), "2026-11-20", nil, slices.Concat(replies, others)},
		{"recital 63 is about access", with(rights.ToErasure, nil), "2026-11-02", slices.Concat(answers, []rights.LetterKind{rights.AskIdentity}), slices.Concat(others, []rights.LetterKind{rights.AskClarification, rights.NothingFound})},
		{"GDPR 19, 17(2)", with(rights.ToErasure, replied), "2026-11-20", []rights.LetterKind{rights.ToldRecipient, rights.ToldController}, slices.Concat(replies, []rights.LetterKind{rights.LiftingNotice})},
		{"GDPR 19: nothing was done, nobody is told", with(rights.ToErasure, refused), "2026-11-20", nil, slices.Concat(replies, others)},
		{"GDPR 19", with(rights.ToRectification, replied), "2026-11-20", []rights.LetterKind{rights.ToldRecipient}, slices.Concat(replies, []rights.LetterKind{rights.ToldController, rights.LiftingNotice})},
		{"GDPR 18(3): before there is a restriction", with(rights.ToRestriction, nil), "2026-11-20", answers, others},
		{"GDPR 18(3), 19", with(rights.ToRestriction, replied), "2026-11-20", []rights.LetterKind{rights.ToldRecipient, rights.LiftingNotice}, slices.Concat(replies, []rights.LetterKind{rights.ToldController})},
		{"GDPR 7(3): a withdrawal has effect by itself", with(rights.ToWithdraw, nil), "2026-11-02", []rights.LetterKind{rights.Granted, rights.Acknowledgement},
			[]rights.LetterKind{rights.GrantedInPart, rights.Denied, rights.CantIdentify, rights.NoticeOfExtension, rights.AskIdentity, rights.AskClarification}},
		{"Codice 2-undecies(3): silent while the prejudice lasts", with(rights.ToAccess, silent), "2027-03-01", answers, slices.Concat(others, []rights.LetterKind{rights.NothingFound, rights.FeeAsked, rights.CantIdentify})},
		{"and told since", with(rights.ToAccess, both(silent, func(r *rights.Request) { r.Replied = day("2027-02-01") })), "2027-03-01", nil, slices.Concat(replies, others)},
		{"Codice 2-undecies(3), before the decision", with(rights.ToAccess, nil), "2026-11-19", answers, others},

		{"D.Lgs. 51/2018 9(3), the day after", with(rights.ToAccess, police), "2026-11-03", slices.Concat(answers, []rights.LetterKind{rights.Acknowledgement}), nil},
		{"D.Lgs. 51/2018 9(3), later", with(rights.ToAccess, police), "2026-11-04", answers, []rights.LetterKind{rights.Acknowledgement}},
		{"D.Lgs. 51/2018 11, refused", with(rights.ToAccess, both(police, refused)), "2026-11-20", nil, slices.Concat(replies, others)},
		{"D.Lgs. 51/2018 11, answered on the day of its receipt", with(rights.ToAccess, both(police, func(r *rights.Request) { r.Replied = r.Received })), "2026-11-02", nil, slices.Concat(replies, others)},
		{"D.Lgs. 51/2018 14(2), silent", with(rights.ToAccess, both(police, silent)), "2027-03-01", answers, []rights.LetterKind{rights.Acknowledgement}},
		{"D.Lgs. 51/2018 14(2), told since", with(rights.ToAccess, both(police, silent, func(r *rights.Request) { r.Replied = day("2027-02-01") })), "2027-03-01", nil, slices.Concat(replies, others)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := offered(t, c.r, c.on)
			require.Subset(t, got, c.has)
			for _, kind := range c.not {
				require.NotContains(t, got, kind, kind)
			}
		})
	}
}

// TestLetterInTime: the notice of an extension within one month of the receipt (GDPR
// 12(3)), a refusal within one month at the latest (GDPR 12(4)): 2 December 2026 for
// a request of 2 November. No other letter has a last day of its own, and where no
// term is known nothing is late.
func TestLetterInTime(t *testing.T) {
	for _, c := range []struct {
		kind    rights.LetterKind
		right   rights.Right
		day     string
		untimed bool
		law     gdpr.Provision // "": in time
	}{
		{rights.NoticeOfExtension, rights.ToAccess, "2026-12-02", false, ""},
		{rights.NoticeOfExtension, rights.ToAccess, "2026-12-03", false, "GDPR 12(3)"},
		{rights.NoticeOfExtension, rights.ToAccess, "2026-12-03", true, ""},
		{rights.Denied, rights.ToAccess, "2026-12-02", false, ""},
		{rights.Denied, rights.ToAccess, "2026-12-03", false, "GDPR 12(4)"},
		{rights.Denied, rights.ToAccess, "2026-12-03", true, ""},
		{rights.Denied, rights.ToWithdraw, "2026-12-03", false, ""},
		{rights.Granted, rights.ToAccess, "2026-12-03", false, ""},
		{rights.AskIdentity, rights.ToAccess, "2026-12-03", false, ""},
		{rights.Forwarded, rights.ToAccess, "2026-12-03", false, ""},
	} {
		l := complete(t, c.kind, c.right)
		l.Day = day(c.day)
		if c.untimed {
			l.Timeline = rights.Timeline{}
		}
		fs := l.Check()
		require.Equal(t, c.law != "", fs.Has(rights.CodeLetterLate), "%v %v %v", c.kind, c.right, c.day)
		if c.law != "" {
			require.Equal(t, c.law, fs[0].Provisions[0])
		}
	}
}

// TestLetterDefeats: Codice 2-undecies(3) lets a body withhold the notice of a limit
// that would defeat its purpose. It is about letters that refuse, wholly or in part,
// and on that ground.
func TestLetterDefeats(t *testing.T) {
	for _, c := range []struct {
		kind    rights.LetterKind
		ground  rights.Ground
		defeats gdpr.Answer
		want    bool
	}{
		{rights.Denied, rights.ByLimit, yes, true},
		{rights.GrantedInPart, rights.ByLimit, yes, true},
		{rights.Granted, rights.ByLimit, yes, false},
		{rights.Acknowledgement, rights.ByLimit, yes, false},
		{rights.Denied, rights.TooMuch, yes, false},
		{rights.GrantedInPart, rights.OthersRights, yes, false},
		{rights.Denied, rights.ByLimit, no, false},
	} {
		l := complete(t, c.kind, rights.ToAccess)
		l.Request.Refusal.Ground, l.Request.Refusal.Limit.Defeats = c.ground, c.defeats
		require.Equal(t, c.want, l.Check().Has(rights.CodeLetterDefeats), "%v %v", c.kind, c.ground)
	}
}

// TestLetterOfNoKind: a value that the enumeration doesn't have is no letter, right or
// quality, as the zero value isn't one; nothing prints its name.
func TestLetterOfNoKind(t *testing.T) {
	for _, kind := range []rights.LetterKind{0, 99} {
		l := complete(t, kind, rights.ToAccess)
		require.Equal(t, []found{{rights.CodeLetterKind, gdpr.Violation, "kind"}}, summary(l.Check()))
	}
	for _, value := range []uint8{0, 99} {
		l := complete(t, rights.Forwarded, rights.ToAccess)
		l.Request.Right, l.To.As, l.Capacity = rights.Right(value), rights.Acting(value), rights.Capacity(value)
		l.To.For = "Luca Neri"
		text := l.Markdown(language.Italian)
		require.NotContains(t, text, "rights.")
		require.NotContains(t, text, "(99)")
		require.Contains(t, text, "Questi dati non sono trattati da noi come titolari")
	}
}

// TestLetterReasons: GDPR 12(4): the reasons for not acting stand once, under the
// sentence that they explain, and nowhere in a letter that refuses nothing.
func TestLetterReasons(t *testing.T) {
	reasons := slices.Collect(rights.Access{Processed: yes, Limit: harm}.Decide().Reasons())
	for kind, under := range map[rights.LetterKind]string{
		rights.Denied:        "Non possiamo accogliere la richiesta",
		rights.GrantedInPart: "I nomi dei vicini",
		rights.Granted:       "", rights.CantIdentify: "", rights.Acknowledgement: "", rights.NoticeOfExtension: "",
	} {
		l := complete(t, kind, rights.ToAccess)
		l.Reasons = reasons
		before, with := complete(t, kind, rights.ToAccess).Markdown(language.Italian), l.Markdown(language.Italian)
		if under == "" {
			require.Equal(t, before, with, kind)
			continue
		}
		for _, r := range reasons {
			require.Equal(t, 1, strings.Count(with, r.Text(language.Italian)), kind)
		}
		above, _, _ := strings.Cut(with, "\n\n- "+reasons[0].Text(language.Italian))
		paragraphs := strings.Split(above, "\n\n")
		require.Contains(t, paragraphs[len(paragraphs)-1], under, kind)
	}
}

// TestLetterPartsWhen: a part stands in a letter where its condition holds alone.
func TestLetterPartsWhen(t *testing.T) {
	passing := rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: no}
	lasting := passing
	lasting.Passing = no
	police := func(l *rights.Letter) { l.Request.Police, l.Timeline = yes, rights.Timeline{Police: true} }
	for _, c := range []struct {
		name   string
		kind   rights.LetterKind
		right  rights.Right
		change func(*rights.Letter)
		part   gdpr.Code
		want   bool
	}{
		{"Codice 2-undecies(3): a limit that will cease puts off", rights.Denied, rights.ToAccess, func(l *rights.Letter) { l.Request.Refusal = rights.Refusal{Ground: rights.ByLimit, Limit: passing} }, "deferred", true},
		{"one that won't excludes", rights.Denied, rights.ToAccess, func(l *rights.Letter) { l.Request.Refusal = rights.Refusal{Ground: rights.ByLimit, Limit: lasting} }, "deferred", false},
		{"another ground puts nothing off", rights.Denied, rights.ToAccess, func(l *rights.Letter) { l.Request.Refusal = rights.Refusal{Ground: rights.TooMuch, Limit: passing} }, "deferred", false},
		{"GDPR 12(3): when the reply is due", rights.Acknowledgement, rights.ToAccess, nil, "due", true},
		{"no day where none is known", rights.Acknowledgement, rights.ToAccess, func(l *rights.Letter) { l.Timeline = rights.Timeline{} }, "due", false},
		{"GDPR 7(3): a withdrawal has no term", rights.Acknowledgement, rights.ToWithdraw, nil, "due", false},
		{"GDPR 38(4): the officer, where there is one", rights.Granted, rights.ToAccess, nil, "officer", true},
		{"none is named", rights.Granted, rights.ToAccess, func(l *rights.Letter) { l.From.Officer = "" }, "officer", false},
		{"a line to fill in names none", rights.Granted, rights.ToAccess, func(l *rights.Letter) { l.From.Officer = "____" }, "officer", false},
		{"it is for the person", rights.ToldRecipient, rights.ToErasure, nil, "officer", false},
		{"so under D.Lgs. 51/2018", rights.Granted, rights.ToAccess, police, "officer", true},
		{"and none is named", rights.Granted, rights.ToAccess, func(l *rights.Letter) { police(l); l.From.Officer = "[RPD]" }, "officer", false},
		{"for the person there too", rights.ToldRecipient, rights.ToErasure, police, "officer", false},
	} {
		l := complete(t, c.kind, c.right)
		if c.change != nil {
			c.change(&l)
		}
		require.Equal(t, c.want, slices.ContainsFunc(slices.Collect(l.Parts()), func(p rights.Part) bool { return p.Code == "rights.part."+c.part }), c.name)
	}
}
