// Package dpia decides whether a processing of an Italian Comune needs a data
// protection impact assessment, checks the assessment, and follows the prior
// consultation of the Garante: arts. 27-29 of the municipal regulation, arts. 35
// and 36 of the GDPR.
//
// # To begin
//
//	s, err := dpia.Screen(dpia.Facts{Scoring: gdpr.Yes, LargeScale: gdpr.Yes}, dpia.Policy{})
//	s.Outcome // dpia.Required
//	s.Rule    // dpia.ByType: it is on the Garante's list
//	for r := range s.Reasons() { … } // each with its provision
//	for q := range s.Missing() { … } // facts that could still change the outcome
//
//	fs := assessment.Check()                  // what the document lacks
//	assessment.Consultation()                 // gdpr.Yes: a high risk is left
//	t, err := consultation.On(day, gdpr.Italy()) // state, terms, first day to go on
//
// # What it decides
//
//   - [Screen]: required, discretionary, not required, or undetermined while a
//     fact is missing that matters. An assessment that is due falls away by
//     [Screening.AssessedByLaw], [Screening.AssessedBefore] or
//     [Screening.Excepted], each of which the controller must claim: a relief
//     that nobody claims is no missing fact.
//   - [Assessment]: its contents, its [Risk] register, who was heard, the proof
//     of its date, its review; part by part, as annex 2 of WP248 and the EDPB's
//     template of 2026 have it ([Record], [Description], [Guarantee], [Verdict]).
//   - [PIA]: the file of the CNIL's tool, read and written.
//   - [Request] and [Consultation]: what the Garante must get, and its terms.
//   - [ActOpinion]: the Garante's opinion on acts that rule a processing.
//   - [Recognition], [Deployment], [PoliceSystem]: faces recognised in public
//     places, high-risk artificial intelligence, the police's own law.
//   - [Sheet] and [Assessment.Markdown]: the papers to file, in Italian and
//     English.
//
// # How the law is read where it is disputed
//
// The regulation is a floor. Where it asks less than the GDPR, WP248 or the
// Garante's list, these bind, and a reason says so; [Screening.Regulation] tells
// what it alone would have said.
//
//   - Its six indices hold seven of WP248's nine criteria: automated decisions
//     and monitoring are left out, and the sixth joins new technology to
//     processing that keeps people from a right. Read to the letter it needs
//     both ([Fused]); here either is enough ([Separate]).
//   - Its first trigger drops "extensive", and so asks for more than the GDPR:
//     the Comune is bound by it. Its second forgets biometric data and sexual
//     orientation: the GDPR's list applies.
//   - The Garante's list is asked before the indices, since some of its types
//     need no second criterion. In its first type the large scale stands with
//     evaluation and scoring alone: by the letter profiling and predicting are
//     listed however few the people, and the letter binds here (see [Type]). What
//     isn't occasional, or is systematic, in types 6, 11 and 12 is read as large
//     scale, by the Garante's own clarification.
//   - Nobody has put a number on the large scale: it is the controller's answer,
//     by people, volume, duration and area.
//   - Special data on a large scale are no fact of their own: the trigger is the
//     two facts together, so that neither can contradict it. What can contradict
//     each other are a fact and one that says more of it, such as special data
//     and biometric data.
//   - Two indices can still be no high risk (WP248), but only with reasons and the
//     data protection officer's view on record; never against a trigger or the
//     list. The template's words know neither this exception nor that of GDPR
//     35(10): a reason says so where it would have the assessment made.
//   - That the Garante stays silent lets the Comune go on by the regulation
//     (29.5), and under another regime no rule says so. Under the GDPR it clears
//     nothing, and the six weeks more and the suspensions, which the regulation's
//     sentence leaves out, count.
//   - Which residual risk is high the law doesn't say: see [Rating.High].
//
// # What may change
//
// COM(2025) 837 would put one EU list of cases in place of the Garante's, and an
// EU template and method in place of national ones. It wasn't law on
// [gdpr.LawAsOf]; it would change the table behind [Type].
//
// # Words
//
//	valutazione d'impatto (DPIA)     impact assessment: Assessment
//	indice, criterio                 Index, Criterion
//	larga scala                      large scale
//	dati particolari, giudiziari     special data, criminal data
//	consultazione preventiva         prior consultation: Request, Consultation
//	parere del RPD                   the data protection officer's opinion: roles.Opinion
//	Titolare                         controller
//	rischio residuo                  residual risk: Risk.Residual
//	riesame                          Review
package dpia
