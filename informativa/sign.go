package informativa

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	markdown "github.com/b58db29f/gdpr/internal/page"
)

// Sign is the first layer of a notice on video surveillance: what stands on the
// sign at the edge of a filmed area. [Sign.Check] holds it against the law,
// [Sign.SVG] draws it, [Sign.Notice] begins the full text that it sends to. The
// zero value is an empty sign.
//
// Law: Regolamento 15(1); Regolamento 24(2); EDPB 3/2019 114; GDPR 13(1).
type Sign struct {
	Controller Party       `json:"controller,omitzero"`
	DPO        Party       `json:"dpo,omitzero"`
	Purposes   []string    `json:"purposes,omitempty"`   // "prevenire i danni al parco"
	Laws       []string    `json:"laws,omitempty"`       // rules that the sign cites
	Recorded   gdpr.Answer `json:"recorded"`             // recorded, or watched live alone?
	Term       gdpr.Term   `json:"term,omitzero"`        // how long recordings are kept
	Impacts    string      `json:"impacts,omitempty"`    // what weighs most for those filmed: "riconosce le targhe"
	Recipients []string    `json:"recipients,omitempty"` // who gets the images and wouldn't be expected, outside the Union above all
	Rights     bool        `json:"rights"`               // does it say that there are rights?
	Exercise   string      `json:"exercise,omitempty"`   // to whom one writes to use them
	FullText   string      `json:"full_text,omitempty"`  // where the full text is: an address of the web, an office
	Regime     gdpr.Regime `json:"regime,omitzero"`      // whose law binds the controller
}

// The findings of [Sign.Check].
const (
	CodeSignController gdpr.Code = "informativa.sign.controller" // violation: the sign doesn't say who the controller is
	CodeSignDPO        gdpr.Code = "informativa.sign.dpo"        // warning: the sign has no contact of the data protection officer
	CodeSignPurpose    gdpr.Code = "informativa.sign.purpose"    // violation: the sign doesn't say why the area is filmed
	CodeSignGeneric    gdpr.Code = "informativa.sign.generic"    // warning: saying "security" alone isn't enough: the purpose must be concrete
	CodeSignRecorded   gdpr.Code = "informativa.sign.recorded"   // warning: the sign doesn't say whether images are recorded or only watched
	CodeSignTerm       gdpr.Code = "informativa.sign.term"       // warning: the sign doesn't say how long images are kept
	CodeSignLive       gdpr.Code = "informativa.sign.live"       // violation: the sign says that nothing is recorded, and gives a time of storage
	CodeSignImpacts    gdpr.Code = "informativa.sign.impacts"    // advice: the sign doesn't say what weighs most on who is filmed
	CodeSignRights     gdpr.Code = "informativa.sign.rights"     // violation: the sign doesn't say that there are rights
	CodeSignExercise   gdpr.Code = "informativa.sign.exercise"   // warning: the sign doesn't say to whom to write to use the rights
	CodeSignFullText   gdpr.Code = "informativa.sign.full-text"  // violation: the sign doesn't send to the full text
	CodeSignLong       gdpr.Code = "informativa.sign.long"       // warning: the text is too much for a legible A4 sheet
)

// Check tells what the sign lacks: purposes, controller, rights, what weighs
// most on people, the term for which images are kept (without it people may
// think that nobody records), and the pointer to the full text. What weighs most
// is guidance (par. 114: "should"): the term, that nothing is recorded, or who gets
// the images say it too, as the authorities' model sign does, and without any of
// them it is an advice. On is the day of
// the check, for repealed law that the sign still cites; 0 is the day of
// [gdpr.LawAsOf].
//
// A sign without the time of storage is a warning: the full text tells it, and the
// paragraph of the guidelines that wants it on the sign wasn't read.
//
// Law: Regolamento 15(1); Regolamento 24(1); Regolamento 24(2); EDPB 3/2019 114; GDPR 13(1); GDPR 13(2).
func (s Sign) Check(on date.Date) gdpr.Findings {
	c := checking(Context{On: on, Regime: s.Regime})
	if !given(s.Controller.Name) {
		c.Add(rowSignController, "controller")
	}
	if !s.DPO.reachable() {
		row := rowSignDPO
		if !s.Regime.Has(gdpr.PublicLaw) { // who need not have an officer
			row = row.As(gdpr.Advice)
		}
		c.Add(row, "dpo")
	}
	switch {
	case !anyGiven(s.Purposes):
		c.Add(rowSignPurpose, "purposes")
	case !slices.ContainsFunc(s.Purposes, concrete):
		c.Add(rowSignGeneric, "purposes")
	}
	switch {
	case s.Recorded == gdpr.Unknown:
		c.Add(rowSignRecorded, "recorded")
	case s.Recorded == gdpr.Yes && !lasts(s.Term):
		c.Add(rowSignTerm, "term")
	case s.Recorded == gdpr.No && lasts(s.Term):
		c.Add(rowSignLive, "term")
	}
	// The term, that nothing is recorded, and unexpected recipients are impacts too.
	if !given(s.Impacts) && !lasts(s.Term) && s.Recorded != gdpr.No && len(s.Recipients) == 0 {
		c.Add(rowSignImpacts, "impacts")
	}
	switch {
	case !s.Rights:
		c.Add(rowSignRights, "rights")
	case !given(s.Exercise) && !s.Controller.reachable() && !s.DPO.reachable():
		c.Add(rowSignExercise, "exercise")
	}
	if !given(s.FullText) {
		c.Add(rowSignFullText, "full_text")
	}
	for i, l := range s.Laws {
		c.repealedIn(l, path("laws", i))
	}
	if !s.legible() {
		c.Add(rowSignLong, "")
	}
	return c.Findings()
}

// concrete reports whether a purpose says more than that it is about security,
// which the Garante held to say nothing.
func concrete(purpose string) bool {
	words := strings.Fields(cases.Lower(language.Italian).String(purpose))
	return slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(vague, strings.Trim(w, ".,;")) })
}

var vague = []string{
	"sicurezza", "motivi", "ragioni", "fini", "scopi", "finalità", "di", "per", "la", "della", "pubblica", "tutela", "controllo",
	"security", "safety", "reasons", "purposes", "for", "of", "public",
}

// Notice begins the full text to which the sign sends, with what the sign knows:
// what the law asks for besides, [Notice.Check] tells. The words that it adds
// are Italian.
//
// Law: Regolamento 24(2); Regolamento 15(1); EDPB 3/2019 114; GDPR 13(1).
func (s Sign) Notice() Notice {
	n := Notice{
		Subject:    "Videosorveglianza",
		Articles:   []gdpr.Provision{"GDPR 13"},
		Controller: s.Controller,
		DPO:        s.DPO,
		Categories: []string{"immagini delle persone e dei veicoli ripresi"},
		Recipients: slices.Clone(s.Recipients),
		Exercise:   s.Exercise,
		FullText:   s.FullText,
	}
	if given(s.Impacts) {
		n.More = []Section{{Title: "Che cosa comporta", Text: markdown.Inline(inline(s.Impacts) + ".")}}
	}
	for _, p := range s.Purposes {
		n.Purposes = append(n.Purposes, Purpose{Text: p})
	}
	switch {
	case s.Recorded == gdpr.Yes && lasts(s.Term):
		n.Storage = []Storage{{What: "immagini registrate", Term: s.Term}}
	case s.Recorded == gdpr.No:
		n.Storage = []Storage{{Criterion: "nessuno, perché le immagini sono solo viste in diretta"}}
	}
	return n
}

// The findings of [Sign.Agrees].
const (
	CodeSignOtherController gdpr.Code = "informativa.sign.other-controller" // violation: the sign and the full text name different controllers
	CodeSignOtherTerm       gdpr.Code = "informativa.sign.other-term"       // violation: the sign and the full text give different times of storage
	CodeSignHidden          gdpr.Code = "informativa.sign.hidden"           // violation: the full text doesn't name a recipient that is on the sign
)

var (
	rowSignController      = find.Violation(CodeSignController, "EDPB 3/2019 114", "GDPR 13(1)(a)", "Regolamento 24(2)")
	rowSignDPO             = find.Warning(CodeSignDPO, "EDPB 3/2019 114", "GDPR 13(1)(b)")
	rowSignPurpose         = find.Violation(CodeSignPurpose, "EDPB 3/2019 114", "GDPR 13(1)(c)")
	rowSignGeneric         = find.Warning(CodeSignGeneric, "EDPB 3/2019 114", "GDPR 5(1)(b)")
	rowSignRecorded        = find.Warning(CodeSignRecorded, "GDPR 12(1)", "Regolamento 24(4)")
	rowSignTerm            = find.Warning(CodeSignTerm, "GDPR 13(2)(a)")
	rowSignLive            = find.Violation(CodeSignLive, "GDPR 12(1)")
	rowSignImpacts         = find.Advice(CodeSignImpacts, "EDPB 3/2019 114")
	rowSignRights          = find.Violation(CodeSignRights, "EDPB 3/2019 114", "GDPR 13(2)(b)")
	rowSignExercise        = find.Warning(CodeSignExercise, "GDPR 12(2)")
	rowSignFullText        = find.Violation(CodeSignFullText, "EDPB 3/2019 114", "Regolamento 24(2)")
	rowSignLong            = find.Warning(CodeSignLong, "GDPR 12(1)", "Regolamento 24(4)")
	rowSignOtherController = find.Violation(CodeSignOtherController, "GDPR 12(1)", "GDPR 13(1)(a)")
	rowSignOtherTerm       = find.Violation(CodeSignOtherTerm, "GDPR 12(1)", "GDPR 13(2)(a)")
	rowSignHidden          = find.Violation(CodeSignHidden, "GDPR 13(1)(e)")
)

// Agrees tells where the sign and the full text contradict each other: another
// controller, another term, recipients that the text doesn't name.
//
// Law: Regolamento 24(2); EDPB 3/2019 114; GDPR 12(1).
func (s Sign) Agrees(full Notice) gdpr.Findings {
	c := checking(Context{Regime: s.Regime})
	if given(s.Controller.Name) && given(full.Controller.Name) && !s.Controller.same(full.Controller) {
		c.Add(rowSignOtherController, "controller")
	}
	termed := func(keep Storage) bool { return lasts(keep.Term) }
	if lasts(s.Term) && slices.ContainsFunc(full.Storage, termed) &&
		!slices.ContainsFunc(full.Storage, func(keep Storage) bool { return keep.Term == s.Term }) {
		c.Add(rowSignOtherTerm, "term")
	}
	for i, r := range s.Recipients {
		if !slices.ContainsFunc(full.Recipients, func(known string) bool { return strings.EqualFold(strings.TrimSpace(known), strings.TrimSpace(r)) }) {
			c.Add(rowSignHidden, path("recipients", i))
		}
	}
	return c.Findings()
}
