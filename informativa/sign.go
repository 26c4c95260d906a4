package informativa

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Sign is the first layer of a notice on video surveillance: what stands on the
// sign at the edge of a filmed area. [Sign.Check] holds it against the law,
// [Sign.SVG] draws it, [Sign.Notice] begins the full text that it sends to. The
// zero value is an empty sign.
//
// Law: Regolamento 15(1); Regolamento 24(2); EDPB 3/2019 114; EDPB 3/2019 115; GDPR 13(1).
type Sign struct {
	Controller Party       `json:"controller,omitzero"`
	DPO        Party       `json:"dpo,omitzero"`
	Purposes   []string    `json:"purposes,omitempty"`   // "prevenire i danni al parco"
	Laws       []string    `json:"laws,omitempty"`       // rules that the sign cites
	Recorded   gdpr.Answer `json:"recorded"`             // recorded, or watched live alone?
	Term       gdpr.Term   `json:"term,omitzero"`        // how long recordings are kept
	Impacts    string      `json:"impacts,omitempty"`    // what weighs most for who is filmed: "riconosce le targhe"
	Recipients []string    `json:"recipients,omitempty"` // who gets the images and wouldn't be expected, outside the Union above all
	Rights     bool        `json:"rights"`               // does it say that there are rights?
	Exercise   string      `json:"exercise,omitempty"`   // to whom one writes to use them
	FullText   string      `json:"full_text,omitempty"`  // where the full text is: an address of the web, an office
}

// The findings of [Sign.Check].
const (
	CodeSignController gdpr.Code = "informativa.sign.controller"
	CodeSignDPO        gdpr.Code = "informativa.sign.dpo"
	CodeSignPurpose    gdpr.Code = "informativa.sign.purpose"
	CodeSignGeneric    gdpr.Code = "informativa.sign.generic"
	CodeSignRecorded   gdpr.Code = "informativa.sign.recorded"
	CodeSignTerm       gdpr.Code = "informativa.sign.term"
	CodeSignLive       gdpr.Code = "informativa.sign.live"
	CodeSignImpacts    gdpr.Code = "informativa.sign.impacts"
	CodeSignRights     gdpr.Code = "informativa.sign.rights"
	CodeSignExercise   gdpr.Code = "informativa.sign.exercise"
	CodeSignFullText   gdpr.Code = "informativa.sign.full-text"
	CodeSignLong       gdpr.Code = "informativa.sign.long"
)

// Check tells what the sign lacks: purposes, controller, rights, what weighs
// most on people, the term for which images are kept (without it people may
// think that nobody records), and the pointer to the full text. On is the day of
// the check, for repealed law that the sign still cites; 0 is the day of
// [gdpr.LawAsOf].
//
// Law: Regolamento 15(1); Regolamento 24(1); Regolamento 24(2); EDPB 3/2019 114; EDPB 3/2019 115; GDPR 13(1); GDPR 13(2).
func (s Sign) Check(on date.Date) gdpr.Findings {
	c := checker{in: Context{On: on}}
	if !given(s.Controller.Name) {
		c.say(CodeSignController, gdpr.Violation, "controller", "EDPB 3/2019 114", "GDPR 13(1)(a)", "Regolamento 24(2)")
	}
	if !s.DPO.reachable() {
		c.say(CodeSignDPO, gdpr.Warning, "dpo", "EDPB 3/2019 115", "GDPR 13(1)(b)")
	}
	switch {
	case !anyGiven(s.Purposes):
		c.say(CodeSignPurpose, gdpr.Violation, "purposes", "EDPB 3/2019 114", "GDPR 13(1)(c)")
	case !slices.ContainsFunc(s.Purposes, concrete):
		c.say(CodeSignGeneric, gdpr.Warning, "purposes", "EDPB 3/2019 114", "GDPR 5(1)(b)")
	}
	switch {
	case s.Recorded == gdpr.Unknown:
		c.say(CodeSignRecorded, gdpr.Warning, "recorded", "EDPB 3/2019 115", "Regolamento 24(4)")
	case s.Recorded == gdpr.Yes && !lasts(s.Term):
		c.say(CodeSignTerm, gdpr.Violation, "term", "EDPB 3/2019 115", "GDPR 13(2)(a)")
	case s.Recorded == gdpr.No && lasts(s.Term):
		c.say(CodeSignLive, gdpr.Violation, "term", "EDPB 3/2019 115", "GDPR 12(1)")
	}
	if !given(s.Impacts) {
		c.say(CodeSignImpacts, gdpr.Violation, "impacts", "EDPB 3/2019 114")
	}
	switch {
	case !s.Rights:
		c.say(CodeSignRights, gdpr.Violation, "rights", "EDPB 3/2019 114", "GDPR 13(2)(b)")
	case !given(s.Exercise) && !s.Controller.reachable() && !s.DPO.reachable():
		c.say(CodeSignExercise, gdpr.Warning, "exercise", "GDPR 12(2)")
	}
	if !given(s.FullText) {
		c.say(CodeSignFullText, gdpr.Violation, "full_text", "EDPB 3/2019 114", "Regolamento 24(2)")
	}
	for i, l := range s.Laws {
		c.repealedIn(l, path("laws", i))
	}
	if !s.legible() {
		c.say(CodeSignLong, gdpr.Warning, "", "GDPR 12(1)", "Regolamento 24(4)")
	}
	return c.found
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
		n.More = []Section{{Title: "Che cosa comporta", Text: inline(s.Impacts) + "."}}
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
	CodeSignOtherController gdpr.Code = "informativa.sign.other-controller"
	CodeSignOtherTerm       gdpr.Code = "informativa.sign.other-term"
	CodeSignHidden          gdpr.Code = "informativa.sign.hidden"
)

// Agrees tells where the sign and the full text contradict each other: another
// controller, another term, recipients that the text doesn't name.
//
// Law: Regolamento 24(2); EDPB 3/2019 114; GDPR 12(1).
func (s Sign) Agrees(full Notice) gdpr.Findings {
	var c checker
	if given(s.Controller.Name) && given(full.Controller.Name) && !s.Controller.same(full.Controller) {
		c.say(CodeSignOtherController, gdpr.Violation, "controller", "GDPR 12(1)", "GDPR 13(1)(a)")
	}
	termed := func(keep Storage) bool { return lasts(keep.Term) }
	if lasts(s.Term) && slices.ContainsFunc(full.Storage, termed) &&
		!slices.ContainsFunc(full.Storage, func(keep Storage) bool { return keep.Term == s.Term }) {
		c.say(CodeSignOtherTerm, gdpr.Violation, "term", "GDPR 12(1)", "GDPR 13(2)(a)")
	}
	for i, r := range s.Recipients {
		if !slices.ContainsFunc(full.Recipients, func(known string) bool { return strings.EqualFold(strings.TrimSpace(known), strings.TrimSpace(r)) }) {
			c.say(CodeSignHidden, gdpr.Violation, path("recipients", i), "GDPR 13(1)(e)")
		}
	}
	return c.found
}
