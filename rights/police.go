package rights

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Police holds the facts that tell whether a processing is ruled by D.Lgs.
// 51/2018 (the directive on police data) and not by the GDPR. It is the border on
// which the cameras of a municipal police lie.
//
// Both are needed: an authority that the law makes competent for crime or public
// security, and a processing for those ends. What the same officers do about
// administrative offences, such as the traffic rules, waste or trade, is under
// the GDPR.
//
// Where both hold, the rights are those of articles 11 to 13 of the decree, save in
// judicial acts and in investigations, which go by the rules of procedure: a file of
// the polizia giudiziaria is one. Those rules aren't encoded.
//
// Law: GDPR 2(2)(d); GDPR recital 19; D.Lgs. 51/2018 14(1).
//
//facts:bits rights.police police
type Police struct {
	Regime    gdpr.Regime `json:"regime,omitzero"`
	Competent gdpr.Answer `json:"competent"` // does the law make this office competent to prevent, investigate, detect or prosecute criminal offences, to execute penalties, or to guard public security?
	Crime     gdpr.Answer `json:"crime"`     // is it for these ends that the data are processed, and not for administrative offences, taxes or the running of the office?
	Judicial  gdpr.Answer `json:"judicial"`  // are the data in acts of a court or a public prosecutor, or in those of an investigation?
}

// Decide tells whether D.Lgs. 51/2018 rules the processing. While it is unknown,
// keep the GDPR's month as the outer limit, and answer without undue delay, as both
// laws want.
//
// Law: GDPR 2(2)(d); GDPR recital 19.
func (p Police) Decide() Decision {
	if !p.Regime.Has(gdpr.PublicLaw) {
		return Decision{}
	}
	return police.decide(p.said())
}

// ByProcedure tells whether the rights on the data go by the rules of procedure, and
// not by the articles of D.Lgs. 51/2018: then none of its letters is due, the
// person isn't sent to the Garante, and [Request] computes nothing.
//
// Law: D.Lgs. 51/2018 13; D.Lgs. 51/2018 14(1).
func (p Police) ByProcedure() Decision {
	if !p.Regime.Has(gdpr.PublicLaw) {
		return Decision{}
	}
	return byProcedure.decide(p.said())
}

var byProcedure = rule{
	questions: policeQuestions[:],
	holds:     kleene.Rule{kleene.Of(policeCompetent, policeCrime, policeJudicial)},
	grounds:   []ground{{policeJudicial, "rights.police.judicial", "D.Lgs. 51/2018 14(1)"}},
	no:        gdpr.Reason{Code: "rights.police.judicial.no", Provision: "D.Lgs. 51/2018 14(1)"},
}

// policeArticles are the articles of D.Lgs. 51/2018 that have each right. It has no
// others, as far as it was read.
var policeArticles = [rightCount]gdpr.Provision{
	ToAccess:        "D.Lgs. 51/2018 11",
	ToRectification: "D.Lgs. 51/2018 12",
	ToErasure:       "D.Lgs. 51/2018 12",
	ToRestriction:   "D.Lgs. 51/2018 12",
}

var police = rule{
	questions: policeQuestions[:],
	holds:     kleene.Rule{kleene.Of(policeCompetent, policeCrime)},
	grounds: []ground{
		{policeCompetent, "rights.police.competent", "GDPR 2(2)(d)"},
		{policeCrime, "rights.police.crime", "GDPR 2(2)(d)"},
	},
	no: gdpr.Reason{Code: "rights.police.no", Provision: "GDPR 2(2)(d)"},
}

// Matter is what D.Lgs. 51/2018 sets a time for. The zero value is not given.
//
// Law: D.Lgs. 51/2018 9(3); D.Lgs. 51/2018 26.
type Matter uint8

// The matters.
//
//words:label rights.matter
const (
	PoliceReply        Matter = iota + 1 // reply: the outcome of a request, in writing
	PoliceRefusal                        // refusal: a refusal or limit of access, with reasons that are kept for the Garante
	PoliceCorrection                     // correction: rectification, completion, erasure, and their refusal
	PoliceBreach                         // breach: notification of a breach to the Garante
	PoliceConsultation                   // consultation: the Garante's written advice on a prior consultation
)

// Span is the time that a law gives. A zero Term is no figure at all: without
// undue delay.
//
// Law: D.Lgs. 51/2018 9(3).
type Span struct {
	Term      gdpr.Term      `json:"term,omitzero"`
	Provision gdpr.Provision `json:"provision"`
}

// PoliceSpans yields the times of D.Lgs. 51/2018. The month of the GDPR isn't
// among them: a request is answered without undue delay, with no figure and so no
// extension. The person is also told that the rights can be exercised through the
// Garante (article 13). In judicial acts and investigations none of it applies: see
// [Police.ByProcedure].
//
// Law: D.Lgs. 51/2018 9(3); D.Lgs. 51/2018 11; D.Lgs. 51/2018 12; D.Lgs. 51/2018 13; D.Lgs. 51/2018 24; D.Lgs. 51/2018 26; GDPR 33(1).
func PoliceSpans() iter.Seq2[Matter, Span] {
	return func(yield func(Matter, Span) bool) {
		for _, s := range [...]struct {
			of   Matter
			span Span
		}{
			{PoliceReply, Span{Provision: "D.Lgs. 51/2018 9(3)"}},
			{PoliceRefusal, Span{Provision: "D.Lgs. 51/2018 11"}},
			{PoliceCorrection, Span{Provision: "D.Lgs. 51/2018 12"}},
			{PoliceBreach, Span{gdpr.Term{N: 72, Unit: gdpr.Hours}, "D.Lgs. 51/2018 26"}},
			{PoliceConsultation, Span{gdpr.Term{N: 6, Unit: gdpr.Weeks}, "D.Lgs. 51/2018 24"}},
		} {
			if !yield(s.of, s.span) {
				return
			}
		}
	}
}
