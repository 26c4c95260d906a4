package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Identity holds the facts on who the requester is. The municipal regulation
// lets the managers ask for information whenever they verify a right; the GDPR
// only where there are reasonable doubts, and binds. It speaks of the requests of
// articles 15 to 21: whoever wants a human being to decide (article 22), or
// withdraws a consent, isn't made to wait for it.
//
// What is asked is what dispels the doubt and no more: a question that only the
// person can answer or a call to the number on file comes before a copy of a
// document, and a copy that was seen isn't kept.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6); GDPR 5(1)(c).
//
//facts:bits rights.identity identity
//facts:not verified
type Identity struct {
	Right    Right       `json:"right,omitzero"`
	Doubt    gdpr.Answer `json:"doubt"`    // are there reasonable doubts who he is?
	Verified gdpr.Answer `json:"verified"` // has he proven it: in person, by SPID or CIE, by his own PEC or digital signature?
}

// Decide tells whether the controller may ask the requester for more information
// to identify him. If it does so without undue delay, the clock stops (see
// [Pause]). Without a right it decides as for those of articles 15 to 21.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6); GDPR recital 64.
func (i Identity) Decide() Decision {
	if !i.Right.identified() {
		return unidentified.decide(kleene.Facts{})
	}
	return identity.decide(i.said())
}

var identity = rule{
	questions: identityQuestions[:],
	holds:     kleene.Rule{kleene.Of(identityDoubt, identityNotVerified)},
	grounds:   []ground{{identityDoubt, "rights.identity.doubt", "GDPR 12(6)"}},
	excepts:   []ground{{identityNotVerified, "rights.identity.verified", "GDPR 12(6)"}},
	no:        gdpr.Reason{Code: "rights.identity.no", Provision: "GDPR 12(6)"},
}

var unidentified = rule{no: gdpr.Reason{Code: "rights.identity.other", Provision: "GDPR 12(6)"}}

// Identifiable holds the facts of a controller that may not be able to tell
// which data are the requester's, as with images of a camera or a log of
// addresses.
//
// Law: GDPR 11(1); GDPR 11(2); GDPR 12(2).
//
//facts:bits rights.identifiable identifiable
//facts:not able more
type Identifiable struct {
	Able   gdpr.Answer `json:"able"`   // can the controller tell which data are the requester's?
	Proven gdpr.Answer `json:"proven"` // if not: can it demonstrate that it can't?
	More   gdpr.Answer `json:"more"`   // has the requester given what makes it possible?
}

// Decide tells whether the controller may decline to act because it can't tell
// which data are the requester's. It must demonstrate it; it isn't bound to get
// or to keep data only to be able to; and it can't refuse what the requester
// gives to that end. It tells the requester, if it can.
//
// Law: GDPR 11(1); GDPR 11(2); GDPR 12(2); GDPR recital 57.
func (i Identifiable) Decide() Decision { return unable.decide(i.said()) }

var unable = rule{
	questions: identifiableQuestions[:],
	holds:     kleene.Rule{kleene.Of(identifiableNotAble, identifiableProven, identifiableNotMore)},
	grounds:   []ground{{identifiableProven, "rights.identifiable.proven", "GDPR 12(2)"}},
	excepts: []ground{
		{identifiableNotAble, "rights.identifiable.able", "GDPR 11(2)"},
		{identifiableNotMore, "rights.identifiable.more", "GDPR 11(2)"},
	},
	yes: gdpr.Reason{Code: "rights.identifiable.yes", Provision: "GDPR 11(2)"},
	no:  gdpr.Reason{Code: "rights.identifiable.no", Provision: "GDPR 12(2)"},
}
