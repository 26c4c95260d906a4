package functions

import (
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

func rightsFunctions() []Function {
	return append(rightsDecisions(), append(rightsPapers(), rightsRequests()...)...)
}

// rightsDecisions are the rules on facts.
func rightsDecisions() []Function {
	outcome := func(d rights.Decision) gdpr.Answer { return d.Outcome }
	lists := [][]Function{
		decision("rights.access", "rights.Access.Decide", rights.Access.Decide, outcome),
		decision("rights.access.copy", "rights.Access.Copy", rights.Access.Copy, outcome),
		decision("rights.automated", "rights.AutomatedDecision.Decide", rights.AutomatedDecision.Decide, outcome),
		decision("rights.automated.safeguarded", "rights.AutomatedDecision.Safeguarded", rights.AutomatedDecision.Safeguarded, outcome),
		decision("rights.remedy", "rights.Remedy.Decide", rights.Remedy.Decide, outcome),
		decision("rights.remedy.court", "rights.Remedy.ToCourt", rights.Remedy.ToCourt, outcome),
		decision("rights.consent.needed", "rights.Purpose.NeedsConsent", rights.Purpose.NeedsConsent, outcome),
		decision("rights.erasure", "rights.Erasure.Decide", rights.Erasure.Decide, outcome),
		decision("rights.abuse", "rights.Abuse.Decide", rights.Abuse.Decide, outcome),
		decision("rights.fee", "rights.Fee.Decide", rights.Fee.Decide, outcome),
		decision("rights.further_use", "rights.FurtherUse.Decide", rights.FurtherUse.Decide, outcome),
		decision("rights.sharing", "rights.Sharing.Decide", rights.Sharing.Decide, outcome),
		decision("rights.identity", "rights.Identity.Decide", rights.Identity.Decide, outcome),
		decision("rights.identifiable", "rights.Identifiable.Decide", rights.Identifiable.Decide, outcome),
		decision("rights.objection", "rights.Objection.Decide", rights.Objection.Decide, outcome),
		decision("rights.police", "rights.Police.Decide", rights.Police.Decide, outcome),
		decision("rights.police.procedure", "rights.Police.ByProcedure", rights.Police.ByProcedure, outcome),
		decision("rights.portability", "rights.Portability.Decide", rights.Portability.Decide, outcome),
		decision("rights.portability.whole", "rights.Portability.Whole", rights.Portability.Whole, outcome),
		decision("rights.rectification", "rights.Rectification.Decide", rights.Rectification.Decide, outcome),
		decision("rights.restriction", "rights.Restriction.Decide", rights.Restriction.Decide, outcome),
		decision("rights.restricted_use", "rights.RestrictedUse.Decide", rights.RestrictedUse.Decide, outcome),
		decision("rights.standing", "rights.Standing.Decide", rights.Standing.Decide, outcome),
		{
			fn("rights.limit", "rights.Limit.Decide", limited),
			next("rights.limit", rights.Limit.Decide),
			fn("rights.complaint.duties", "rights.Complaint.Duties", func(in struct {
				Complaint rights.Complaint `json:"complaint"`
				Lang
			}) (List[duty], error) {
				return duties(in.Lang, in.Complaint.Duties()), nil
			}),
			fn("rights.follow_up", "rights.FollowUp.Duties", func(in Facts[rights.FollowUp]) (List[duty], error) {
				return duties(in.Lang, in.Facts.Duties()), nil
			}),
			fn("rights.triage", "rights.Triage.Doors", triage),
		},
	}
	var all []Function
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// limitedOutput is what a limit of a right comes to.
type limitedOutput struct {
	Decision[rights.Extent]
	Garante gdpr.Answer `json:"garante"` // may the person exercise the right through the Garante?
	Notice  gdpr.Answer `json:"notice"`  // is the person told that, and why, the right is limited?
}

func limited(in Facts[rights.Limit]) (limitedOutput, error) {
	d := in.Facts.Decide()
	return limitedOutput{explain(in.Lang, d.Extent, d), d.Garante(), d.Notice()}, nil
}

// duty is a duty and whether it is owed.
type duty struct {
	Duty  rights.Duty `json:"duty"`
	Label string      `json:"label"` // in the language asked for
	Decision[gdpr.Answer]
}

func duties(l Lang, all iter.Seq2[rights.Duty, rights.Decision]) List[duty] {
	out := List[duty]{[]duty{}}
	for which, d := range all {
		out.Items = append(out.Items, duty{which, which.Label(l.Tag()), explain(l, d.Outcome, d)})
	}
	return out
}

// doorOutput is a way to get data or documents, and whether the letter goes by it.
type doorOutput struct {
	Door      rights.Door    `json:"door"`
	Label     string         `json:"label"` // in the language asked for
	Span      rights.Span    `json:"span"`  // the time to answer
	Silence   rights.Silence `json:"silence,omitzero"`
	Provision gdpr.Provision `json:"provision,omitempty"` // what gives silence its meaning
	Decision[gdpr.Answer]
}

func triage(in Facts[rights.Triage]) (List[doorOutput], error) {
	out := List[doorOutput]{[]doorOutput{}}
	for door, d := range in.Facts.Doors() {
		silence, law := door.Silence()
		out.Items = append(out.Items, doorOutput{door, door.Label(in.Tag()), door.Span(), silence, law, explain(in.Lang, d.Outcome, d)})
	}
	return out, nil
}

// rightsPapers are the checks of documents, and the letters.
func rightsPapers() []Function {
	return append([]Function{
		fn("rights.access.check", "rights.AccessReply.Check", func(in struct {
			Reply rights.AccessReply `json:"reply"`
			Lang
		}) (Findings, error) {
			return in.found(in.Reply.Check()), nil
		}),
		fn("rights.automated.check", "rights.Safeguards.Check", func(in struct {
			Safeguards rights.Safeguards `json:"safeguards"`
			Lang
		}) (Findings, error) {
			return in.found(in.Safeguards.Check()), nil
		}),
		fn("rights.complaint.check", "rights.Complaint.Check", func(in struct {
			Complaint rights.Complaint `json:"complaint"`
			Lang
		}) (Findings, error) {
			return in.found(in.Complaint.Check()), nil
		}),
		fn("rights.complaint.proceedings", "rights.Complaint.Proceedings", func(in struct {
			Complaint rights.Complaint `json:"complaint"`
			Cal
			Lang
		}) (rights.Proceedings, error) {
			cal, err := in.calendar()
			if err != nil {
				return rights.Proceedings{}, err
			}
			p, err := in.Complaint.Proceedings(cal)
			return p, gdpr.At("complaint", err)
		}),
		fn("rights.consent.check", "rights.Consent.Check", func(in struct {
			Consent rights.Consent `json:"consent"`
			Lang
		}) (Findings, error) {
			return in.told("consent")(in.Consent.Check())
		}),
		fn("rights.consent.state", "rights.Consent.State", func(in struct {
			Consent rights.Consent `json:"consent"`
			Day
			Lang
		}) (struct {
			State rights.ConsentState `json:"state,omitzero"`
		}, error) {
			return struct {
				State rights.ConsentState `json:"state,omitzero"`
			}{in.Consent.State(in.On)}, nil
		}),
	}, rightsReplies()...)
}

// rightsReplies are the checks of what is said to persons, and of the proceedings.
func rightsReplies() []Function {
	return []Function{
		fn("rights.further_use.check", "rights.FurtherUse.Check", func(in Facts[rights.FurtherUse]) (Findings, error) {
			return in.found(in.Facts.Check()), nil
		}),
		fn("rights.communication.check", "rights.Communication.Check", func(in struct {
			Communication rights.Communication `json:"communication"`
			Lang
		}) (Findings, error) {
			return in.found(in.Communication.Check()), nil
		}),
		fn("rights.refusal.check", "rights.Refusal.Check", func(in struct {
			Refusal rights.Refusal `json:"refusal"`
			Lang
		}) (Findings, error) {
			return in.found(in.Refusal.Check()), nil
		}),
		fn("rights.inquiry", "rights.Inquiry.Steps", func(in struct {
			Inquiry rights.Inquiry `json:"inquiry"`
			Cal
			Lang
		}) (rights.Steps, error) {
			cal, err := in.calendar()
			if err != nil {
				return rights.Steps{}, err
			}
			s, err := in.Inquiry.Steps(cal)
			return s, gdpr.At("inquiry", err)
		}),
		fn("rights.inquiry.check", "rights.Inquiry.Check", func(in struct {
			Inquiry rights.Inquiry `json:"inquiry"`
			Day
			Cal
			Lang
		}) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			return in.told("inquiry")(in.Inquiry.Check(in.On, cal))
		}),
		fn("rights.letter", "rights.Letter.Markdown", letter),
	}
}

// letterInput is a letter to write.
type letterInput struct {
	Letter rights.Letter `json:"letter"`
	Lang
}

// letterOutput is a letter and what it lacks.
type letterOutput struct {
	Markdown string        `json:"markdown"` // the text, in the language asked for, with marked blanks for what is missing
	Parts    []rights.Part `json:"parts"`    // its contents, with the law that asks for each
	Findings
}

func letter(in letterInput) (letterOutput, error) {
	return letterOutput{in.Letter.Markdown(in.Tag()), listed(in.Letter.Parts()).Items, in.found(in.Letter.Check())}, nil
}

// requestInput is a request, and the rules and the day by which it is looked at.
type requestInput struct {
	Request rights.Request `json:"request"`
	Policy  rights.Policy  `json:"policy,omitzero"`
	On      date.Date      `json:"on,omitzero" doc:"The day on which one asks; where it isn't given the output has no status."`
	Cal
	Lang
}

// timelineOutput are the deadlines of a request.
type timelineOutput struct {
	rights.Timeline
	InForce rights.Deadline `json:"in_force"`        // the deadline of the reply that counts: the extended one, if an extension has effect
	Status  *rights.Status  `json:"status,omitzero"` // where it stands on the day asked about
}

func timeline(in requestInput) (timelineOutput, error) {
	cal, err := in.calendar()
	if err != nil {
		return timelineOutput{}, err
	}
	t, err := in.Request.Timeline(in.Policy, cal)
	if err != nil {
		return timelineOutput{}, requestErr(err)
	}
	out := timelineOutput{Timeline: t, InForce: t.InForce()}
	if in.On != 0 {
		status := t.Status(in.On)
		out.Status = &status
	}
	return out, nil
}

// requestErr puts the error of a request below its field: that of a policy has
// its own already.
func requestErr(err error) error {
	all := gdpr.Errors(err)
	for _, e := range all {
		if field := e.Field; field == "policy" || len(field) > 7 && field[:7] == "policy." {
			return err
		}
	}
	return gdpr.At("request", err)
}

// rightsDesk are the functions of one request.
func rightsDesk() []Function {
	return []Function{
		quick(fn("rights.timeline", "rights.Request.Timeline", timeline), fastTimeline),
		fn("rights.check", "rights.Request.Check", func(in requestInput) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			fs, err := in.Request.Check(in.On, in.Policy, cal)
			return in.found(fs), requestErr(err)
		}),
	}
}

// rightsRequests are the functions of requests.
func rightsRequests() []Function {
	return append([]Function{
		fn("rights.requests.check", "rights.Requests.Check", func(in struct {
			Requests rights.Requests `json:"requests"`
			Policy   rights.Policy   `json:"policy,omitzero"`
			Day
			Cal
			Lang
		}) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			return in.told("")(in.Requests.Check(in.On, in.Policy, cal))
		}),
		fn("rights.letters", "rights.Request.Letters", func(in requestInput) (List[letterKind], error) {
			cal, err := in.calendar()
			if err != nil {
				return List[letterKind]{}, err
			}
			t, err := in.Request.Timeline(in.Policy, cal)
			if err != nil {
				return List[letterKind]{}, requestErr(err)
			}
			return mapped(in.Request.Letters(t, in.On), func(k rights.LetterKind) letterKind {
				return letterKind{k, k.Label(in.Tag())}
			}), nil
		}),
	}, rightsDoors()...)
}

// rightsDoors are the functions beside the request itself.
func rightsDoors() []Function {
	return []Function{
		fn("rights.each", "rights.Request.Each", func(in struct {
			Request rights.Request `json:"request"`
			Lang
		}) (List[rights.Request], error) {
			return listed(in.Request.Each()), nil
		}),
		fn("rights.as_of", "rights.Request.AsOf", func(in struct {
			Request rights.Request `json:"request"`
			Day
			Lang
		}) (struct {
			Request rights.Request `json:"request"`
		}, error) {
			return struct {
				Request rights.Request `json:"request"`
			}{in.Request.AsOf(in.On)}, nil
		}),
		fn("rights.policy.check", "rights.Policy.Check", func(in struct {
			Policy rights.Policy `json:"policy"`
			Lang
		}) (Findings, error) {
			return in.found(in.Policy.Check()), nil
		}),
		fn("rights.door.due", "rights.Door.Due", func(in struct {
			Door     rights.Door `json:"door"`
			Received date.Date   `json:"received" doc:"The day on which the request was received."`
			Cal
			Lang
		}) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Door.Due(in.Received, cal)
			return in.deadline(d, cal), err
		}),
		fn("rights.civic.terms", "rights.CivicAccess.Terms", func(in struct {
			Access rights.CivicAccess `json:"access"`
			Cal
			Lang
		}) (rights.CivicTerms, error) {
			cal, err := in.calendar()
			if err != nil {
				return rights.CivicTerms{}, err
			}
			t, err := in.Access.Terms(cal)
			return t, gdpr.At("access", err)
		}),
		fn("rights.police.spans", "rights.PoliceSpans", func(in None) (List[policeSpan], error) {
			out := List[policeSpan]{[]policeSpan{}}
			for m, s := range rights.PoliceSpans() {
				out.Items = append(out.Items, policeSpan{m, m.Label(in.Tag()), s})
			}
			return out, nil
		}),
	}
}

// letterKind is a kind of letter with its name.
type letterKind struct {
	Kind  rights.LetterKind `json:"kind"`
	Label string            `json:"label"` // in the language asked for
}

// policeSpan is the time that D.Lgs. 51/2018 gives for a matter.
type policeSpan struct {
	Matter rights.Matter `json:"matter"`
	Label  string        `json:"label"` // in the language asked for
	rights.Span
}
