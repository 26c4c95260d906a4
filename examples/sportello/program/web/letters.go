package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/rights"
)

// letterForm is what the page of a letter needs.
type letterForm struct {
	Paper    requestPaper
	Kind     rights.LetterKind
	Items    []rights.Item
	Says     map[rights.Item]string
	Text     string
	Findings gdpr.Findings
	Ground   bool // does a ground have to be chosen?
}

// letter shows the letter with the blanks that a person has to fill.
func (v *visit) letter() error {
	_, l, p, err := v.draft(&form{values: map[string][]string{}, problems: map[string]string{}, tag: v.Tag})
	if err != nil {
		return err
	}
	return v.letterPage(http.StatusOK, l, p)
}

func (v *visit) letterPage(status int, l rights.Letter, p requestPaper) error {
	data := letterForm{Paper: p, Kind: l.Kind, Says: l.Says, Text: l.Markdown(v.Tag), Findings: l.Check().ByWeight(),
		Ground: l.Kind == rights.Denied || l.Kind == rights.GrantedInPart || l.Kind == rights.NoticeOfExtension}
	for part := range l.Parts() {
		if part.Item.Valid() && !slices.Contains(data.Items, part.Item) {
			data.Items = append(data.Items, part.Item)
		}
	}
	return v.show(status, "letter", l.Kind.Label(v.Tag), data)
}

// draft makes the letter of the address with what the form says.
func (v *visit) draft(f *form) (*desk.State, rights.Letter, requestPaper, error) {
	id, err := v.id()
	if err != nil {
		return nil, rights.Letter{}, requestPaper{}, err
	}
	kind, err := gdpr.ParseWord[rights.LetterKind](v.r.PathValue("kind"))
	if err != nil || !kind.Valid() {
		return nil, rights.Letter{}, requestPaper{}, store.ErrNone
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return nil, rights.Letter{}, requestPaper{}, err
	}
	p, err := store.Read[desk.Request](v.ctx(), v.desk.Store, store.Request, id)
	if err != nil {
		return nil, rights.Letter{}, requestPaper{}, err
	}
	view, err := v.view(s, p)
	if err != nil {
		return nil, rights.Letter{}, requestPaper{}, err
	}
	l := rights.Letter{Kind: kind, Regime: s.Body.Regime, From: s.Body.Sender, To: p.Document.From, Protocol: f.text("protocol"),
		Day: f.date("day"), Request: p.Document.Request, Timeline: view.Timeline, Says: map[rights.Item]string{}}
	l.From.Office = p.Office
	if l.Day == 0 {
		l.Day = v.today()
	}
	for item := range gdpr.Values[rights.Item]() {
		if text := f.text("says_" + item.String()); text != "" {
			l.Says[item] = text
		}
	}
	return s, l, p, nil
}

// writeLetter shows the letter as it would be, or records it as sent, with what
// follows from it for the request.
func (v *visit) writeLetter() error {
	f := v.read()
	s, l, p, err := v.draft(f)
	if err != nil {
		return err
	}
	if l.Day > v.today() {
		f.add("day", v.say("è un giorno futuro", "it is a day to come"))
	}
	if f.failed() || f.text("send") == "" {
		status := http.StatusOK
		if f.failed() {
			status = http.StatusUnprocessableEntity
		}
		return v.letterPage(status, l, p)
	}
	if f.stale(p.Version) {
		return store.ErrConflict
	}
	if l.Check().Has(rights.CodeLetterBlank) {
		f.add("form", v.say("la lettera ha ancora contenuti da completare", "the letter still has contents to complete"))
		return v.letterPage(http.StatusUnprocessableEntity, l, p)
	}
	v.effect(f, s, l, &p.Document)
	if !f.failed() {
		v.valid(f, s, p.Document)
	}
	if f.failed() {
		return v.letterPage(http.StatusUnprocessableEntity, l, p)
	}
	p.Document.Letters = append(p.Document.Letters, desk.Letter{Kind: l.Kind, Day: l.Day, Protocol: l.Protocol, Text: l.Markdown(v.Tag)})
	if err := store.Change(v.ctx(), v.desk.Store, p, v.by("letter:"+l.Kind.String())); err != nil {
		return err
	}
	return v.done(linkTo(store.Request, p.ID), "La lettera è registrata come spedita.", "The letter is recorded as sent.")
}

// effect is what a letter that was sent changes in the request.
func (v *visit) effect(f *form, s *desk.State, l rights.Letter, r *desk.Request) {
	switch l.Kind {
	case rights.AskIdentity:
		r.Pauses = append(r.Pauses, rights.Pause{Cause: rights.Identification, Asked: l.Day, Prompt: f.answer("prompt")})
	case rights.AskClarification:
		r.Pauses = append(r.Pauses, rights.Pause{Cause: rights.Clarification, Asked: l.Day, Prompt: f.answer("prompt")})
	case rights.NoticeOfExtension:
		r.Extensions = append(r.Extensions, rights.Extension{Told: l.Day, Reasons: l.Says[rights.Why], Ground: word[rights.ExtensionGround](f, "ground")})
	case rights.Granted, rights.NothingFound:
		r.Replied = l.Day
	case rights.GrantedInPart:
		r.Replied = l.Day
		r.Refusal = v.refusal(f, s, l)
	case rights.Denied:
		r.Refusal = v.refusal(f, s, l)
	case rights.CantIdentify:
		r.Refusal = v.refusal(f, s, l)
		r.Refusal.Ground = rights.NotFound
	case rights.ForwardedTo:
		r.End = rights.End{On: l.Day, How: rights.SentOn, By: strings.TrimSpace(l.Says[rights.OtherBody] + " " + l.Protocol)}
	}
}

// refusal is the record of a letter that refuses: its text has the ways to the
// Garante and to court, since the library writes them.
func (v *visit) refusal(f *form, s *desk.State, l rights.Letter) rights.Refusal {
	why := l.Says[rights.Why]
	if why == "" {
		why = l.Says[rights.LeftOut]
	}
	r := rights.Refusal{Sent: l.Day, Reasons: why, Complaint: true, Court: true, Limit: rights.Limit{Regime: s.Body.Regime}}
	if l.Kind != rights.CantIdentify {
		f.need("refusal_ground")
		r.Ground = word[rights.Ground](f, "refusal_ground")
	}
	return r
}

// sentLetter shows a letter as it was sent.
func (v *visit) sentLetter() error {
	id, err := v.id()
	if err != nil {
		return err
	}
	p, err := store.Read[desk.Request](v.ctx(), v.desk.Store, store.Request, id)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(v.r.PathValue("n"))
	if err != nil || n < 0 || n >= len(p.Document.Letters) {
		return store.ErrNone
	}
	l := p.Document.Letters[n]
	return v.show(http.StatusOK, "paper", l.Kind.Label(v.Tag), map[string]any{"Text": l.Text, "Back": linkTo(store.Request, id), "Name": p.Name, "Note": shortDay(l.Day) + " " + l.Protocol})
}

// faultField is the field of the form at which an error of the library belongs.
func faultField(err error) string {
	var in *gdpr.InputError
	if errors.As(err, &in) && in.Field != "" {
		return in.Field[strings.LastIndexByte(in.Field, '.')+1:]
	}
	return "form"
}

// byDue orders the requests by the day on which they are due; those without a
// term come first, since they are due at once.
func byDue(all []requestView) []requestView {
	slices.SortStableFunc(all, func(a, b requestView) int { return int(a.Timeline.InForce().Due - b.Timeline.InForce().Due) })
	return all
}
