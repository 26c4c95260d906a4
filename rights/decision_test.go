package rights_test

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/rights"
)

// decides checks a decision with its facts in every state that chance brings:
// decided only if no unknown fact could change it, and missing exactly the facts
// that could.
func decides[F comparable](t *testing.T, name string, decide func(F) rights.Decision) {
	t.Run(name, func(t *testing.T) {
		check := kleenetest.Decision[F, gdpr.Answer]{
			Decide: func(f F) (gdpr.Answer, bool, error) {
				d := decide(f)
				return d.Outcome, d.Outcome.Known(), d.Err()
			},
			Missing: func(f F) iter.Seq[gdpr.Question] { return decide(f).Missing() },
		}
		var f F
		require.Equal(t, decide(f), decide(f), "a comparable value")
		for seed := range uint64(1000) {
			var f F
			kleenetest.Partial(&f, seed, int(seed%9))
			check.Check(t, f)
			explained(t, decide(f))
			settable(t, f, decide(f))
		}
	})
}

// settable asserts that each fact that is asked for can be set by the field of
// its question, and is asked for no more.
func settable[F comparable](t *testing.T, facts F, d rights.Decision) {
	t.Helper()
	for q := range d.Missing() {
		f := facts
		s, ok := any(&f).(interface {
			Set(string, gdpr.Answer) error
		})
		if !ok {
			return
		}
		require.NoError(t, s.Set(q.Field, yes), q.Field)
		require.NotEqual(t, facts, f, q.Field)
	}
}

// TestEveryQuestionIsSet: a fact is set by the field of its question, whichever
// decision asks it, and is then asked no more.
func TestEveryQuestionIsSet(t *testing.T) {
	for seed := range uint64(300) {
		var l rights.Limit
		kleenetest.Partial(&l, seed, int(seed%5))
		for q := range l.Decide().Missing() {
			set := l
			require.NoError(t, set.Set(q.Field, no))
			for again := range set.Decide().Missing() {
				require.NotEqual(t, q.Field, again.Field)
			}
		}
	}
	var c rights.Complaint
	for _, d := range c.Duties() {
		for q := range d.Missing() {
			require.NoError(t, c.Set(q.Field, yes), q.Field)
		}
	}
	for _, d := range c.Duties() {
		require.Equal(t, yes, d.Outcome)
	}
	require.ErrorIs(t, c.Set("limit.prejudice", yes), gdpr.FaultName)
}

// explained asserts that a decision gives reasons exactly if it is made, and
// questions exactly if it isn't, all with a provision that parses and a text in
// both languages.
func explained(t *testing.T, d rights.Decision) {
	t.Helper()
	if d.Err() != nil {
		require.ErrorIs(t, d.Err(), gdpr.FaultContradiction)
		require.Zero(t, d.Outcome)
		require.Empty(t, slices.Collect(d.Reasons()))
		require.Empty(t, slices.Collect(d.Missing()))
		return
	}
	reasons, questions := slices.Collect(d.Reasons()), slices.Collect(d.Missing())
	require.Equal(t, d.Outcome.Known(), len(reasons) > 0)
	require.Equal(t, d.Outcome.Known(), len(questions) == 0)
	for _, r := range reasons {
		_, err := gdpr.ParseProvision(string(r.Provision))
		require.NoError(t, err)
		requireBoth(t, string(r.Code), r.Text)
	}
	for _, q := range questions {
		require.NotEmpty(t, q.Field)
		requireBoth(t, string(q.Code), q.Text)
	}
	for range d.Reasons() {
		break
	}
	for range d.Missing() {
		break
	}
}

func TestDecisions(t *testing.T) {
	decides(t, "access", rights.Access.Decide)
	decides(t, "copy", rights.Access.Copy)
	decides(t, "rectification", rights.Rectification.Decide)
	decides(t, "erasure", rights.Erasure.Decide)
	decides(t, "restriction", rights.Restriction.Decide)
	decides(t, "restricted use", rights.RestrictedUse.Decide)
	decides(t, "portability", rights.Portability.Decide)
	decides(t, "objection", rights.Objection.Decide)
	decides(t, "automated", rights.AutomatedDecision.Decide)
	decides(t, "standing", rights.Standing.Decide)
	decides(t, "identity", rights.Identity.Decide)
	decides(t, "abuse", rights.Abuse.Decide)
	decides(t, "fee", rights.Fee.Decide)
	decides(t, "whole", rights.Portability.Whole)
	decides(t, "safeguarded", rights.AutomatedDecision.Safeguarded)
	decides(t, "identifiable", rights.Identifiable.Decide)
	decides(t, "further use", rights.FurtherUse.Decide)
	decides(t, "sharing of ordinary data", func(s rights.Sharing) rights.Decision { s.Ordinary = gdpr.Yes; return s.Decide() })
	decides(t, "police", rights.Police.Decide)
	decides(t, "by procedure", rights.Police.ByProcedure)
	decides(t, "needs consent", rights.Purpose.NeedsConsent)
	decides(t, "needs consent of a firm", func(p rights.Purpose) rights.Decision { p.Regime = gdpr.ItalianLaw; return p.NeedsConsent() })
	decides(t, "standing under the GDPR", func(s rights.Standing) rights.Decision { s.Regime = gdpr.UnionLaw; return s.Decide() })
	decides(t, "access under the GDPR", func(a rights.Access) rights.Decision { a.Limit.Regime = gdpr.UnionLaw; return a.Decide() })
	decides(t, "access, inquiry of Parliament", func(a rights.Access) rights.Decision { a.Limit.Interest = rights.Parliament; return a.Decide() })
	decides(t, "remedy", rights.Remedy.Decide)
	decides(t, "court", rights.Remedy.ToCourt)
	for door := range (rights.Triage{}).Doors() {
		decides(t, door.String(), func(f rights.Triage) rights.Decision {
			for d, decision := range f.Doors() {
				if d == door {
					return decision
				}
			}
			return rights.Decision{}
		})
	}
	for right := range rights.ToWithdraw + 2 {
		for duty := range (rights.FollowUp{Right: right}).Duties() {
			decides(t, right.String()+": "+duty.String(), func(f rights.FollowUp) rights.Decision {
				f.Right = right
				return owed(f.Duties(), duty)
			})
		}
	}
	for duty := range (rights.Complaint{}).Duties() {
		// A complaint has a slice, so its two facts are taken apart.
		type facts struct {
			Inquiry gdpr.Answer `json:"inquiry"`
			Ordered gdpr.Answer `json:"ordered"`
		}
		decides(t, duty.String(), func(f facts) rights.Decision {
			return owed(rights.Complaint{Inquiry: f.Inquiry, Ordered: f.Ordered}.Duties(), duty)
		})
	}
}

func owed(duties iter.Seq2[rights.Duty, rights.Decision], duty rights.Duty) rights.Decision {
	for d, decision := range duties {
		if d == duty {
			return decision
		}
	}
	return rights.Decision{}
}

// FuzzErasure is the largest decision with its facts as they come.
func FuzzErasure(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed * 0x1234567)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		var e rights.Erasure
		kleenetest.Partial(&e, seed, 10)
		d := e.Decide()
		explained(t, d)
		require.Equal(t, d, e.Decide())
		for _, fact := range kleenetest.Unknown(&e) {
			fact.Set(gdpr.Yes)
		}
		if d.Outcome.Known() {
			require.Equal(t, d.Outcome, e.Decide().Outcome)
		}
	})
}

func TestZeroDecision(t *testing.T) {
	var d rights.Decision
	require.Equal(t, gdpr.Unknown, d.Outcome)
	require.Empty(t, slices.Collect(d.Reasons()))
	require.Empty(t, slices.Collect(d.Missing()))
}

// why is a decision with the codes of its reasons, or of the facts missing.
type why struct {
	outcome gdpr.Answer
	codes   []string
}

func explain(d rights.Decision) why {
	w := why{outcome: d.Outcome}
	for r := range d.Reasons() {
		w.codes = append(w.codes, string(r.Code))
	}
	for q := range d.Missing() {
		w.codes = append(w.codes, q.Field)
	}
	return w
}

// no and yes are the two certain answers, short for the tables.
const (
	no  = gdpr.No
	yes = gdpr.Yes
)

// TestCasesOfTheLaw goes through the cases of the articles, each met and each
// short of one condition.
func TestCasesOfTheLaw(t *testing.T) {
	// allowed has no exception, so that one ground decides.
	allowed := rights.Erasure{Expression: no, Obligation: no, Health: no, Archiving: no, Claims: no, Limit: free}
	erasure := func(change func(*rights.Erasure)) rights.Decision {
		e := allowed
		change(&e)
		return e.Decide()
	}
	groundless := rights.Erasure{Unneeded: no, Withdrawn: no, Objected: no, Marketing: no, Unlawful: no, Duty: no, Child: no}
	portable := rights.Portability{Consent: yes, Automated: yes, Provided: yes, Task: no, Others: no, Limit: free}
	objected := rights.Objection{Marketing: no, Basis: yes, Research: no, Situation: yes, Overriding: no, Claims: no, Limit: free}
	automated := rights.AutomatedDecision{Solely: yes, Effect: yes, Contract: no, Law: no, Consent: no, Special: no, Limit: free}
	dead := rights.Standing{Self: no, Parent: no, Agent: no, Deceased: yes, Interest: no, Mandate: no, Family: no, Forbidden: no, Barred: no}

	for _, c := range []struct {
		name string
		got  rights.Decision
		want why
	}{
		{"access", rights.Access{Processed: yes, Limit: free}.Decide(), why{yes, []string{"rights.access.processed"}}},
		{"access to nothing", rights.Access{Processed: no}.Decide(), why{no, []string{"rights.access.no"}}},
		{"access that would harm", rights.Access{Processed: yes, Limit: harm}.Decide(), why{no, []string{"rights.limit.prejudice"}}},
		{"access that would harm, a part wouldn't", rights.Access{Processed: yes, Limit: rights.Limit{Prejudice: yes, Proportionate: yes, Part: yes}}.Decide(), why{yes, []string{"rights.access.processed"}}},
		{"access, a limit out of proportion", rights.Access{Processed: yes, Limit: rights.Limit{Prejudice: yes, Proportionate: no}}.Decide(), why{yes, []string{"rights.access.processed"}}},
		{"access, harm unknown", rights.Access{Processed: yes}.Decide(), why{0, []string{"limit.prejudice", "limit.proportionate", "limit.part"}}},
		{"copy with data of others", rights.Access{Processed: yes, Others: yes, Limit: free}.Copy(), why{no, []string{"rights.access.others"}}},
		{"access with data of others", rights.Access{Processed: yes, Others: yes, Limit: free}.Decide(), why{yes, []string{"rights.access.processed"}}},

		{"inaccurate", rights.Rectification{Inaccurate: yes, Limit: free}.Decide(), why{yes, []string{"rights.rectification.inaccurate"}}},
		{"incomplete", rights.Rectification{Incomplete: yes, Limit: free}.Decide(), why{yes, []string{"rights.rectification.incomplete"}}},
		{"accurate and complete", rights.Rectification{Inaccurate: no, Incomplete: no}.Decide(), why{no, []string{"rights.rectification.no"}}},

		{"no longer needed", erasure(func(e *rights.Erasure) { e.Unneeded = yes }), why{yes, []string{"rights.erasure.unneeded"}}},
		{"consent withdrawn", erasure(func(e *rights.Erasure) { e.Withdrawn, e.Basis = yes, no }), why{yes, []string{"rights.erasure.withdrawn"}}},
		{"consent withdrawn, another basis", erasure(func(e *rights.Erasure) { *e = groundless; e.Withdrawn, e.Basis = yes, yes }), why{no, []string{"rights.erasure.basis"}}},
		{"objected", erasure(func(e *rights.Erasure) { e.Objected, e.Overriding = yes, no }), why{yes, []string{"rights.erasure.objected"}}},
		{"objected, overridden", erasure(func(e *rights.Erasure) { *e = groundless; e.Objected, e.Overriding = yes, yes }), why{no, []string{"rights.erasure.overriding"}}},
		{"objected to marketing", erasure(func(e *rights.Erasure) { e.Marketing = yes }), why{yes, []string{"rights.erasure.marketing"}}},
		{"unlawful", erasure(func(e *rights.Erasure) { e.Unlawful = yes }), why{yes, []string{"rights.erasure.unlawful"}}},
		{"duty to erase", erasure(func(e *rights.Erasure) { e.Duty = yes }), why{yes, []string{"rights.erasure.duty"}}},
		{"child", erasure(func(e *rights.Erasure) { e.Child = yes }), why{yes, []string{"rights.erasure.child"}}},
		{"two grounds", erasure(func(e *rights.Erasure) { e.Unneeded, e.Child = yes, yes }), why{yes, []string{"rights.erasure.unneeded", "rights.erasure.child"}}},
		{"no ground", groundless.Decide(), why{no, []string{"rights.erasure.no"}}},
		{"public task", erasure(func(e *rights.Erasure) { e.Unneeded, e.Obligation = yes, yes }), why{no, []string{"rights.erasure.obligation"}}},
		{"expression", erasure(func(e *rights.Erasure) { e.Unneeded, e.Expression = yes, yes }), why{no, []string{"rights.erasure.expression"}}},
		{"health", erasure(func(e *rights.Erasure) { e.Unneeded, e.Health = yes, yes }), why{no, []string{"rights.erasure.health"}}},
		{"archives", erasure(func(e *rights.Erasure) { e.Unneeded, e.Archiving = yes, yes }), why{no, []string{"rights.erasure.archiving"}}},
		{"claims", erasure(func(e *rights.Erasure) { e.Unneeded, e.Claims = yes, yes }), why{no, []string{"rights.erasure.claims"}}},
		{"a possible exception isn't an established one", rights.Erasure{Unneeded: yes}.Decide(),
			why{0, []string{"expression", "obligation", "health", "archiving", "claims", "limit.prejudice", "limit.proportionate", "limit.part"}}},

		{"accuracy contested", rights.Restriction{Contested: yes, Limit: free}.Decide(), why{yes, []string{"rights.restriction.contested"}}},
		{"unlawful, erasure not wanted", rights.Restriction{Unlawful: yes, Opposed: yes, Limit: free}.Decide(), why{yes, []string{"rights.restriction.unlawful", "rights.restriction.opposed"}}},
		{"unlawful, erasure wanted", rights.Restriction{Contested: no, Unlawful: yes, Opposed: no, Unneeded: no, Pending: no}.Decide(), why{no, []string{"rights.restriction.no"}}},
		{"needed for claims", rights.Restriction{Unneeded: yes, Claims: yes, Limit: free}.Decide(), why{yes, []string{"rights.restriction.unneeded", "rights.restriction.claims"}}},
		{"not needed by anyone", rights.Restriction{Contested: no, Unlawful: no, Unneeded: yes, Claims: no, Pending: no}.Decide(), why{no, []string{"rights.restriction.no"}}},
		{"objection pending", rights.Restriction{Pending: yes, Limit: free}.Decide(), why{yes, []string{"rights.restriction.pending"}}},
		{"stored", rights.RestrictedUse{Storage: yes}.Decide(), why{yes, []string{"rights.use.storage"}}},
		{"used with consent", rights.RestrictedUse{Consent: yes}.Decide(), why{yes, []string{"rights.use.consent"}}},
		{"used for claims", rights.RestrictedUse{Claims: yes}.Decide(), why{yes, []string{"rights.use.claims"}}},
		{"used for another", rights.RestrictedUse{Others: yes}.Decide(), why{yes, []string{"rights.use.others"}}},
		{"used in the public interest", rights.RestrictedUse{Interest: yes}.Decide(), why{yes, []string{"rights.use.interest"}}},
		{"used for nothing of that", rights.RestrictedUse{no, no, no, no, no}.Decide(), why{no, []string{"rights.use.no"}}},

		{"portable", portable.Decide(), why{yes, []string{"rights.portability.consent", "rights.portability.automated", "rights.portability.provided"}}},
		{"portable by contract", rights.Portability{no, yes, yes, yes, no, no, free}.Decide(), why{yes, []string{"rights.portability.contract", "rights.portability.automated", "rights.portability.provided"}}},
		{"never for a public task", rights.Portability{Consent: yes, Automated: yes, Provided: yes, Task: yes}.Decide(), why{no, []string{"rights.portability.task"}}},
		{"never for a public task, whatever else", rights.Portability{Task: yes}.Decide(), why{no, []string{"rights.portability.task"}}},
		{"on paper", rights.Portability{yes, no, no, yes, no, no, free}.Decide(), why{no, []string{"rights.portability.no"}}},
		{"derived", rights.Portability{yes, no, yes, no, no, no, free}.Decide(), why{no, []string{"rights.portability.no"}}},
		{"neither consent nor contract", rights.Portability{no, no, yes, yes, no, no, free}.Decide(), why{no, []string{"rights.portability.no"}}},
		{"portable without what is of others", rights.Portability{yes, no, yes, yes, no, yes, free}.Decide(), why{yes, []string{"rights.portability.consent", "rights.portability.automated", "rights.portability.provided"}}},
		{"not whole, to the harm of others", rights.Portability{yes, no, yes, yes, no, yes, free}.Whole(), why{no, []string{"rights.portability.others"}}},

		{"marketing needs no grounds", rights.Objection{Marketing: yes}.Decide(), why{yes, []string{"rights.objection.marketing"}}},
		{"nothing stands against an objection to marketing", rights.Objection{Marketing: yes, Situation: no, Overriding: yes, Claims: yes, Task: yes, Limit: harm}.Decide(), why{yes, []string{"rights.objection.marketing"}}},
		{"objection", objected.Decide(), why{yes, []string{"rights.objection.basis", "rights.objection.situation"}}},
		{"objection, grounds proven", rights.Objection{no, yes, no, yes, yes, no, no, free}.Decide(), why{no, []string{"rights.objection.overriding"}}},
		{"objection, claims", rights.Objection{no, yes, no, yes, no, yes, no, free}.Decide(), why{no, []string{"rights.objection.claims"}}},
		{"objection, grounds not looked for", rights.Objection{no, yes, no, yes, 0, no, no, free}.Decide(), why{0, []string{"overriding"}}},
		{"objection without a situation", rights.Objection{no, yes, no, no, no, no, no, free}.Decide(), why{no, []string{"rights.objection.no"}}},
		{"objection to a legal duty", rights.Objection{no, no, no, yes, no, no, no, free}.Decide(), why{no, []string{"rights.objection.no"}}},
		{"objection to research", rights.Objection{no, no, yes, yes, yes, no, no, free}.Decide(), why{yes, []string{"rights.objection.research", "rights.objection.situation"}}},
		{"objection to research of public interest", rights.Objection{no, no, yes, yes, no, no, yes, free}.Decide(), why{no, []string{"rights.objection.task"}}},

		{"automated", automated.Decide(), why{yes, []string{"rights.automated.solely", "rights.automated.effect"}}},
		{"a human being decides", rights.AutomatedDecision{Solely: no, Drawn: no}.Decide(), why{no, []string{"rights.automated.no"}}},
		{"no effect", rights.AutomatedDecision{Effect: no}.Decide(), why{no, []string{"rights.automated.no"}}},
		{"by contract", rights.AutomatedDecision{yes, no, no, no, yes, yes, no, no, no, no, free}.Decide(), why{no, []string{"rights.automated.contract"}}},
		{"by law", rights.AutomatedDecision{yes, no, no, no, yes, no, yes, no, no, no, free}.Decide(), why{no, []string{"rights.automated.law"}}},
		{"by consent", rights.AutomatedDecision{yes, no, no, no, yes, no, no, yes, no, no, free}.Decide(), why{no, []string{"rights.automated.consent"}}},
		{"by contract, on health data", rights.AutomatedDecision{yes, no, no, no, yes, yes, no, no, yes, no, free}.Decide(), why{yes, []string{"rights.automated.solely", "rights.automated.effect", "rights.automated.special"}}},
		{"by contract, on health data with consent", rights.AutomatedDecision{yes, no, no, no, yes, yes, no, no, yes, yes, free}.Decide(), why{no, []string{"rights.automated.contract", "rights.automated.ground"}}},

		{"a credit score, which a bank draws on", rights.AutomatedDecision{Solely: no, Drawn: yes, Private: yes, Effect: yes, Contract: no, Law: no, Consent: no, Limit: free}.Decide(), why{yes, []string{"rights.automated.drawn", "rights.automated.private", "rights.automated.effect"}}},
		{"a score for a benefit: nobody has decided", rights.AutomatedDecision{Solely: no, Drawn: yes, Private: no, Effect: yes, Contract: no, Law: no, Consent: no, Limit: free}.Decide(), why{0, []string{"analogy"}}},
		{"a score for a benefit, held not to be the decision", rights.AutomatedDecision{Solely: no, Drawn: yes, Private: no, Analogy: no}.Decide(), why{no, []string{"rights.automated.no"}}},
		{"safeguards of a contract", rights.AutomatedDecision{Solely: yes, Effect: yes, Contract: yes}.Safeguarded(), why{yes, []string{"rights.automated.solely", "rights.automated.effect", "rights.safeguard.contract"}}},
		{"safeguards of consent", rights.AutomatedDecision{Solely: yes, Effect: yes, Contract: no, Consent: yes}.Safeguarded(), why{yes, []string{"rights.automated.solely", "rights.automated.effect", "rights.safeguard.consent"}}},
		{"safeguards are the law's own", rights.AutomatedDecision{Solely: yes, Effect: yes, Contract: no, Law: yes, Consent: no}.Safeguarded(), why{no, []string{"rights.safeguard.no"}}},

		{"own data", rights.Standing{Self: yes, Minor: no}.Decide(), why{yes, []string{"rights.standing.self"}}},
		{"with a power", rights.Standing{Agent: yes}.Decide(), why{yes, []string{"rights.standing.agent"}}},
		{"a stranger", rights.Standing{Self: no, Parent: no, Agent: no, Deceased: no}.Decide(), why{no, []string{"rights.standing.no"}}},
		{"a stranger to the dead", dead.Decide(), why{no, []string{"rights.standing.no"}}},
		{"a child of 10", rights.Standing{Self: yes, Minor: yes, Alone: no, Parent: no, Agent: no, Deceased: no}.Decide(), why{no, []string{"rights.standing.minor"}}},
		{"a minor of 15, on an online service", rights.Standing{Self: yes, Minor: yes, Alone: yes}.Decide(), why{yes, []string{"rights.standing.self", "rights.standing.alone"}}},
		{"a mother", rights.Standing{Self: no, Minor: yes, Parent: yes}.Decide(), why{yes, []string{"rights.standing.parent"}}},
		{"the dead, where Italian law doesn't bind", rights.Standing{Regime: gdpr.UnionLaw, Self: no, Parent: no, Agent: no, Deceased: yes, Interest: yes, Forbidden: no, Barred: no}.Decide(), why{no, []string{"rights.standing.no"}}},
		{"interest", rights.Standing{0, no, no, no, no, no, yes, yes, no, no, no, no, no}.Decide(), why{yes, []string{"rights.standing.deceased", "rights.standing.interest"}}},
		{"mandate", rights.Standing{0, no, no, no, no, no, yes, no, yes, no, no, no, no}.Decide(), why{yes, []string{"rights.standing.deceased", "rights.standing.mandate"}}},
		{"family", rights.Standing{0, no, no, no, no, no, yes, no, no, yes, no, no, no}.Decide(), why{yes, []string{"rights.standing.deceased", "rights.standing.family"}}},
		{"family, of the living", rights.Standing{0, no, no, no, no, no, no, no, no, yes, no, no, no}.Decide(), why{no, []string{"rights.standing.no"}}},
		{"forbidden", rights.Standing{0, no, no, no, no, no, yes, no, no, yes, yes, no, no}.Decide(), why{no, []string{"rights.standing.forbidden"}}},
		{"forbidden, but for the estate", rights.Standing{0, no, no, no, no, no, yes, yes, no, no, yes, yes, no}.Decide(), why{yes, []string{"rights.standing.deceased", "rights.standing.interest", "rights.standing.estate"}}},
		{"barred by law", rights.Standing{0, no, no, no, no, no, yes, yes, no, no, no, yes, yes}.Decide(), why{no, []string{"rights.standing.barred"}}},

		{"doubt", rights.Identity{Doubt: yes, Verified: no}.Decide(), why{yes, []string{"rights.identity.doubt"}}},
		{"no doubt", rights.Identity{Doubt: no}.Decide(), why{no, []string{"rights.identity.no"}}},
		{"verified", rights.Identity{Doubt: yes, Verified: yes}.Decide(), why{no, []string{"rights.identity.verified"}}},

		{"doubt, for a human decision", rights.Identity{Right: rights.ToHumanDecision, Doubt: yes, Verified: no}.Decide(), why{no, []string{"rights.identity.other"}}},
		{"doubt, for a withdrawal", rights.Identity{Right: rights.ToWithdraw, Doubt: yes, Verified: no}.Decide(), why{no, []string{"rights.identity.other"}}},
		{"images of a camera", rights.Identifiable{Able: no, Proven: yes, More: no}.Decide(), why{yes, []string{"rights.identifiable.proven", "rights.identifiable.yes"}}},
		{"images of a camera, with the hour and a photo", rights.Identifiable{Able: no, Proven: yes, More: yes}.Decide(), why{no, []string{"rights.identifiable.more"}}},
		{"not demonstrated", rights.Identifiable{Able: no, Proven: no, More: no}.Decide(), why{no, []string{"rights.identifiable.no"}}},

		{"a first request, only for damages (CJEU C-526/24)", rights.Abuse{Unfounded: no, Excessive: no, Misuse: yes, Intent: yes, Proven: yes}.Decide(), why{yes, []string{"rights.abuse.misuse", "rights.abuse.intent", "rights.abuse.proven"}}},
		{"a first request, for a lawsuit (CJEU C-307/22)", rights.Abuse{Unfounded: no, Excessive: no, Misuse: no, Proven: yes}.Decide(), why{no, []string{"rights.abuse.no"}}},
		{"a first request, without an abusive intent", rights.Abuse{Unfounded: no, Excessive: no, Misuse: yes, Intent: no, Proven: yes}.Decide(), why{no, []string{"rights.abuse.no"}}},
		{"unfounded", rights.Abuse{Unfounded: yes, Proven: yes}.Decide(), why{yes, []string{"rights.abuse.unfounded", "rights.abuse.proven"}}},
		{"excessive", rights.Abuse{Excessive: yes, Proven: yes}.Decide(), why{yes, []string{"rights.abuse.excessive", "rights.abuse.proven"}}},
		{"unproven", rights.Abuse{Unfounded: yes, Excessive: yes, Misuse: yes, Intent: yes, Proven: no}.Decide(), why{no, []string{"rights.abuse.no"}}},
		{"neither", rights.Abuse{Unfounded: no, Excessive: no, Misuse: no, Proven: yes}.Decide(), why{no, []string{"rights.abuse.no"}}},
		{"first copy", rights.Fee{Further: no, Abusive: no}.Decide(), why{no, []string{"rights.fee.no"}}},
		{"second copy", rights.Fee{Further: yes}.Decide(), why{yes, []string{"rights.fee.further"}}},
		{"abusive", rights.Fee{Abusive: yes}.Decide(), why{yes, []string{"rights.fee.abusive"}}},

		{"institutional", rights.Purpose{Institutional: yes}.NeedsConsent(), why{no, []string{"rights.purpose.institutional"}}},
		{"contract", rights.Purpose{Contract: yes}.NeedsConsent(), why{no, []string{"rights.purpose.contract"}}},
		{"legal duty", rights.Purpose{Duty: yes}.NeedsConsent(), why{no, []string{"rights.purpose.duty"}}},
		{"vital", rights.Purpose{Vital: yes}.NeedsConsent(), why{no, []string{"rights.purpose.vital"}}},
		{"other purpose", rights.Purpose{0, no, no, no, no, 0}.NeedsConsent(), why{yes, []string{"rights.purpose.yes"}}},
		{"unknown purpose", rights.Purpose{Vital: no}.NeedsConsent(), why{0, []string{"institutional", "contract", "duty"}}},

		{"other purpose of a firm", rights.Purpose{Regime: gdpr.ItalianLaw, Institutional: no, Contract: no, Duty: no, Vital: no}.NeedsConsent(), why{0, []string{"interests"}}},
		{"legitimate interests of a firm", rights.Purpose{Regime: gdpr.ItalianLaw, Interests: yes}.NeedsConsent(), why{no, []string{"rights.purpose.interests"}}},

		{"complaint", rights.Remedy{Concerned: yes, Court: no, AboutRights: no}.Decide(), why{yes, []string{"rights.remedy.concerned"}}},
		{"complaint after court", rights.Remedy{Concerned: yes, Court: yes, SameParties: yes}.Decide(), why{no, []string{"rights.remedy.court", "rights.remedy.same_parties"}}},
		{"complaint after a lawsuit with somebody else", rights.Remedy{Concerned: yes, Court: yes, SameParties: no, AboutRights: no}.Decide(), why{yes, []string{"rights.remedy.concerned"}}},
		{"complaint about a publication, though a limit stands", rights.Remedy{Concerned: yes, Court: no, AboutRights: no, Limit: harm}.Decide(), why{yes, []string{"rights.remedy.concerned"}}},
		{"complaint about access that a limit excludes", rights.Remedy{Concerned: yes, Court: no, AboutRights: yes, Limit: harm}.Decide(), why{no, []string{"rights.remedy.about_rights", "rights.limit.prejudice"}}},
		{"complaint under the GDPR alone", rights.Remedy{Regime: gdpr.UnionLaw, Concerned: yes, Court: yes, SameParties: yes}.Decide(), why{yes, []string{"rights.remedy.concerned"}}},
		{"court after a complaint", rights.Remedy{Concerned: yes, Complained: yes, SameParties: yes, Silent: no}.ToCourt(), why{no, []string{"rights.remedy.complained", "rights.remedy.same_parties"}}},
		{"court after the Garante's silence", rights.Remedy{Concerned: yes, Complained: yes, SameParties: yes, Silent: yes}.ToCourt(), why{yes, []string{"rights.remedy.concerned", "rights.remedy.silent"}}},
		{"court under the GDPR alone", rights.Remedy{Regime: gdpr.UnionLaw, Concerned: yes, Complained: yes, SameParties: yes}.ToCourt(), why{yes, []string{"rights.remedy.concerned"}}},
		{"court for another", rights.Remedy{Concerned: no}.ToCourt(), why{no, []string{"rights.remedy.nocourt"}}},

		{"further use with consent", rights.FurtherUse{Consent: yes}.Decide(), why{yes, []string{"rights.further.consent"}}},
		{"further use by law", rights.FurtherUse{Law: yes}.Decide(), why{yes, []string{"rights.further.law"}}},
		{"further use for statistics", rights.FurtherUse{Archives: yes}.Decide(), why{yes, []string{"rights.further.archives"}}},
		{"further use, compatible", rights.FurtherUse{Compatible: yes}.Decide(), why{yes, []string{"rights.further.compatible"}}},
		{"further use for nothing of that", rights.FurtherUse{Consent: no, Law: no, Archives: no, Compatible: no}.Decide(), why{no, []string{"rights.further.no"}}},

		{"to another Comune for its task", rights.Sharing{Ordinary: yes, Disseminated: no, Necessary: yes}.Decide(), why{yes, []string{"rights.sharing.ordinary", "rights.sharing.necessary"}}},
		{"published by law", rights.Sharing{Ordinary: yes, Disseminated: yes, Provided: yes}.Decide(), why{yes, []string{"rights.sharing.ordinary", "rights.sharing.provided"}}},
		{"published as necessary, the Garante told", rights.Sharing{Ordinary: yes, Disseminated: yes, Provided: no, Necessary: yes, GaranteTold: yes}.Decide(), why{yes, []string{"rights.sharing.ordinary", "rights.sharing.necessary", "rights.sharing.garante_told"}}},
		{"published as necessary, the Garante not told", rights.Sharing{Ordinary: yes, Disseminated: yes, Provided: no, Necessary: yes, GaranteTold: no}.Decide(), why{no, []string{"rights.sharing.disseminated"}}},
		{"health data, whatever the rest", rights.Sharing{Ordinary: no, Disseminated: no, Provided: yes, Necessary: yes}.Decide(), why{}},
		{"to nobody's task", rights.Sharing{Ordinary: yes, Provided: no, Necessary: no}.Decide(), why{no, []string{"rights.sharing.no"}}},
		{"of data of which nobody knows the kind", rights.Sharing{Disseminated: no, Provided: no, Necessary: no}.Decide(), why{0, []string{"ordinary"}}},
		{"of a firm", rights.Sharing{Regime: gdpr.ItalianLaw, Ordinary: yes, Provided: yes}.Decide(), why{}},

		{"a camera against crime", rights.Police{Competent: yes, Crime: yes}.Decide(), why{yes, []string{"rights.police.competent", "rights.police.crime"}}},
		{"a camera for traffic fines", rights.Police{Competent: yes, Crime: no}.Decide(), why{no, []string{"rights.police.no"}}},
		{"of a firm's guards", rights.Police{Regime: gdpr.ItalianLaw, Competent: yes, Crime: yes}.Decide(), why{}},
		{"complaint of another", rights.Remedy{Concerned: no}.Decide(), why{no, []string{"rights.remedy.no"}}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, explain(c.got)) })
	}
}

// free has no limit, and harm one that leaves nothing.
var (
	free = rights.Limit{Prejudice: no}
	harm = rights.Limit{Interest: rights.Whistleblower, Prejudice: yes, Proportionate: yes, Part: no}
)

// TestProtectedInterests: the limit of the Italian code holds for all rights of
// articles 15 to 22, marketing left out.
func TestProtectedInterests(t *testing.T) {
	for name, d := range map[string]rights.Decision{
		"access":        rights.Access{Limit: harm}.Decide(),
		"copy":          rights.Access{Limit: harm}.Copy(),
		"rectification": rights.Rectification{Limit: harm}.Decide(),
		"erasure":       rights.Erasure{Limit: harm}.Decide(),
		"restriction":   rights.Restriction{Limit: harm}.Decide(),
		"portability":   rights.Portability{Limit: harm}.Decide(),
		"whole":         rights.Portability{Limit: harm}.Whole(),
		"objection":     rights.Objection{Marketing: no, Limit: harm}.Decide(),
		"automated":     rights.AutomatedDecision{Limit: harm}.Decide(),
	} {
		require.Equal(t, why{no, []string{"rights.limit.prejudice"}}, explain(d), name)
		for r := range d.Reasons() {
			require.Equal(t, gdpr.Provision("Codice 2-undecies(1)(f)"), r.Provision)
		}
	}
}

func TestDutiesOfEachRight(t *testing.T) {
	facts := rights.FollowUp{Disclosed: yes, Impossible: no, Disproportionate: no, Asked: yes, Public: yes, Unreasonable: no, Lifted: yes, Basis: no, Kept: no, Transfer: yes, Feasible: yes}
	for right, want := range map[rights.Right][]rights.Duty{
		0:                      nil,
		rights.ToAccess:        {rights.Cooperate},
		rights.ToRectification: {rights.Cooperate, rights.TellRecipients, rights.NameRecipients},
		rights.ToErasure:       {rights.Cooperate, rights.TellControllers, rights.TellRecipients, rights.NameRecipients},
		rights.ToRestriction:   {rights.Cooperate, rights.TellRestricted, rights.TellBeforeLifting, rights.TellRecipients, rights.NameRecipients},
		rights.ToPortability:   {rights.Cooperate, rights.Transmit},
		rights.ToObject:        {rights.Cooperate, rights.StopProcessing},
		rights.ToHumanDecision: nil,
		rights.ToWithdraw:      {rights.StopProcessing, rights.EraseWithdrawn},
		9:                      nil,
	} {
		facts.Right = right
		var duties []rights.Duty
		for duty, d := range facts.Duties() {
			duties = append(duties, duty)
			require.Equal(t, yes, d.Outcome, "%v: %v", right, duty)
		}
		require.Equal(t, want, duties, right)
	}
	for range facts.Duties() {
		break
	}
}

func TestDutiesWithTheirExceptions(t *testing.T) {
	for _, c := range []struct {
		duty  rights.Duty
		facts rights.FollowUp
		want  why
	}{
		{rights.TellRecipients, rights.FollowUp{Disclosed: yes, Impossible: no, Disproportionate: no}, why{yes, []string{"rights.duty.disclosed"}}},
		{rights.TellRecipients, rights.FollowUp{Disclosed: no}, why{no, []string{"rights.duty.disclosed.no"}}},
		{rights.TellRecipients, rights.FollowUp{Disclosed: yes, Impossible: yes}, why{no, []string{"rights.duty.impossible"}}},
		{rights.TellRecipients, rights.FollowUp{Disclosed: yes, Disproportionate: yes}, why{no, []string{"rights.duty.disproportionate"}}},
		{rights.TellRecipients, rights.FollowUp{Disclosed: yes, Impossible: no, Disproportionate: no, Public: yes}, why{yes, []string{"rights.duty.disclosed"}}},
		{rights.NameRecipients, rights.FollowUp{Disclosed: yes, Asked: yes, Impossible: yes}, why{yes, []string{"rights.duty.disclosed", "rights.duty.asked"}}},
		{rights.NameRecipients, rights.FollowUp{Disclosed: yes, Asked: no}, why{no, []string{"rights.duty.asked.no"}}},
		{rights.TellControllers, rights.FollowUp{Public: yes, Unreasonable: no}, why{yes, []string{"rights.duty.public"}}},
		{rights.TellControllers, rights.FollowUp{Public: yes, Unreasonable: yes}, why{no, []string{"rights.duty.unreasonable"}}},
		{rights.TellControllers, rights.FollowUp{Public: no}, why{no, []string{"rights.duty.public.no"}}},
		{rights.TellControllers, rights.FollowUp{Public: yes}, why{0, []string{"unreasonable"}}},
	} {
		c.facts.Right = rights.ToErasure
		require.Equal(t, c.want, explain(owed(c.facts.Duties(), c.duty)), "%v %+v", c.duty, c.facts)
	}
	lifting := rights.FollowUp{Right: rights.ToRestriction}
	require.Equal(t, why{0, []string{"lifted"}}, explain(owed(lifting.Duties(), rights.TellBeforeLifting)))
	lifting.Lifted = no
	require.Equal(t, why{no, []string{"rights.duty.lifted.no"}}, explain(owed(lifting.Duties(), rights.TellBeforeLifting)))
	require.Equal(t, why{yes, []string{"rights.duty.restricted.yes"}}, explain(owed(lifting.Duties(), rights.TellRestricted)))

	complaint := rights.Complaint{Inquiry: yes, Ordered: no}
	require.Equal(t, why{yes, []string{"rights.duty.inquiry"}}, explain(owed(complaint.Duties(), rights.AnswerGarante)))
	require.Equal(t, why{no, []string{"rights.duty.ordered.no"}}, explain(owed(complaint.Duties(), rights.ObeyGarante)))
	for duty := range complaint.Duties() {
		require.Equal(t, rights.AnswerGarante, duty)
		break
	}
}

// TestFactsRoundTrip: the facts of every decision keep through JSON, under the
// names that the questions use.
func TestFactsRoundTrip(t *testing.T) {
	roundTrip[rights.Access](t)
	roundTrip[rights.Rectification](t)
	roundTrip[rights.Erasure](t)
	roundTrip[rights.Restriction](t)
	roundTrip[rights.RestrictedUse](t)
	roundTrip[rights.Portability](t)
	roundTrip[rights.Objection](t)
	roundTrip[rights.AutomatedDecision](t)
	roundTrip[rights.Standing](t)
	roundTrip[rights.Identity](t)
	roundTrip[rights.Abuse](t)
	roundTrip[rights.Fee](t)
	roundTrip[rights.Purpose](t)
	roundTrip[rights.Remedy](t)
	roundTrip[rights.FollowUp](t)
	roundTrip[rights.Limit](t)
	roundTrip[rights.Identifiable](t)
	roundTrip[rights.FurtherUse](t)
	roundTrip[rights.Sharing](t)
	roundTrip[rights.Police](t)
	roundTrip[rights.Triage](t)
	roundTrip[rights.Safeguards](t)
	roundTrip[rights.AccessReply](t)
	roundTrip[rights.Communication](t)
}

func roundTrip[F comparable](t *testing.T) {
	t.Helper()
	for seed := range uint64(50) {
		var f, back F
		kleenetest.Fill(&f, seed*77777)
		data, err := json.Marshal(f)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, f, back)
		for _, fact := range kleenetest.All(&f) {
			require.Contains(t, string(data), `"`+fact.Name[strings.LastIndexByte(fact.Name, '.')+1:]+`":`)
		}
	}
}

// TestAliveOrDead: who acts for the dead, and what they could forbid, is told by
// Codice 2-terdecies alone: whoever acts for someone alive can't be heard beside it,
// whichever law binds.
func TestAliveOrDead(t *testing.T) {
	for field, s := range map[string]rights.Standing{
		"self":   {Self: yes},
		"parent": {Parent: yes, Minor: yes},
		"agent":  {Agent: yes},
	} {
		for regime := range gdpr.UnionLaw + 1 {
			s.Regime, s.Deceased = regime, yes
			d := s.Decide()
			require.Equal(t, gdpr.Unknown, d.Outcome)
			var clash *gdpr.InputError
			require.ErrorAs(t, d.Err(), &clash)
			require.Equal(t, gdpr.InputError{Field: field, Value: "yes", Fault: gdpr.FaultContradiction, Other: "deceased yes"}, *clash)
			require.Empty(t, slices.Collect(d.Missing()))
		}
	}
	// The dead alone: nobody is asked about acting for someone alive.
	for q := range (rights.Standing{Deceased: yes}).Decide().Missing() {
		require.NotContains(t, []string{"self", "minor", "alone", "parent", "agent"}, q.Field)
	}
	require.Equal(t, why{no, []string{"rights.standing.no"}}, explain(rights.Standing{Regime: gdpr.UnionLaw, Deceased: yes}.Decide()))
	// A ban in writing holds against a parent too, save for the estate.
	require.Equal(t, why{no, []string{"rights.standing.forbidden"}}, explain(rights.Standing{Deceased: yes, Family: yes, Forbidden: yes, Estate: no, Barred: no}.Decide()))
}

// TestMarketingAlone: where a limit leaves nothing but the objection to direct
// marketing, nothing else carries it.
func TestMarketingAlone(t *testing.T) {
	o := rights.Objection{Marketing: yes, Basis: yes, Situation: yes, Overriding: no, Claims: no, Limit: harm}
	require.Equal(t, why{yes, []string{"rights.objection.marketing"}}, explain(o.Decide()))
	o.Limit = free
	require.Equal(t, why{yes, []string{"rights.objection.marketing", "rights.objection.basis", "rights.objection.situation"}}, explain(o.Decide()))
}

func TestReasonTexts(t *testing.T) {
	d := rights.Portability{Task: yes}.Decide()
	for r := range d.Reasons() {
		require.Equal(t, "la portabilità non vale per i compiti di interesse pubblico e i pubblici poteri", r.Text(language.Italian))
		require.Equal(t, gdpr.Provision("GDPR 20(3)"), r.Provision)
	}
}

// TestSharingIsOfOrdinaryData: Codice 2-ter(2) and (3) say nothing of special
// categories and convictions, on which 2-sexies, 2-septies and 2-octies decide; and
// dissemination is refused by its own comma.
func TestSharingIsOfOrdinaryData(t *testing.T) {
	for seed := range uint64(500) {
		var s rights.Sharing
		kleenetest.Partial(&s, seed, int(seed%6))
		d := s.Decide()
		if s.Ordinary == yes {
			explained(t, d)
		}
		s.Ordinary = no
		require.Zero(t, s.Decide())
		s.Ordinary = gdpr.Unknown
		d = s.Decide()
		require.Zero(t, d.Outcome)
		require.Equal(t, "ordinary", slices.Collect(d.Missing())[0].Field)
	}
	only := rights.Sharing{Disseminated: no, Provided: no, Necessary: no}.Decide()
	require.Len(t, slices.Collect(only.Missing()), 1)
	for disseminated, law := range map[gdpr.Answer]gdpr.Provision{no: "Codice 2-ter(2)", yes: "Codice 2-ter(3)", 0: "Codice 2-ter"} {
		d := rights.Sharing{Ordinary: yes, Disseminated: disseminated, Provided: no, Necessary: no}.Decide()
		require.Equal(t, law, slices.Collect(d.Reasons())[0].Provision)
	}
}
