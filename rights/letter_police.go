package rights

import "github.com/b58db29f/gdpr"

// The letters about data that D.Lgs. 51/2018 rules: its contents, and no month.
// What couldn't be read in the decree (how identity is asked for, when a
// restriction is lifted) has no letter.
var (
	policeOpening      = []part{{key: "received", args: "rq", law: laws{"D.Lgs. 51/2018 9(3)"}}}
	policeFree         = []part{{key: "free", law: laws{"D.Lgs. 51/2018 9(4)"}}}
	policeAcknowledged = []part{
		{key: "police_due", law: laws{"D.Lgs. 51/2018 9(3)"}},
		{key: "notice", item: NoticePlace},
	}
	policeThrough = []part{{key: "police_garante", law: laws{"D.Lgs. 51/2018 13"}}}
	policeContact = []part{{key: "officer", when: func(l *Letter) bool { return !marked(l.From.Officer) }}}
	policeFee     = []part{
		{key: "amount", item: Amount, law: laws{"D.Lgs. 51/2018 9(4)"}},
		{key: "amount_why", item: Why, law: laws{"D.Lgs. 51/2018 9(4)"}},
	}
	policeNothing = []part{{key: "nothing", args: "w", law: laws{"D.Lgs. 51/2018 11"}}}
	policeToThem  = []part{
		{key: "to_recipient", law: laws{"D.Lgs. 51/2018 12"}},
		{key: "about_whom", item: AboutWhom, field: true, law: laws{"D.Lgs. 51/2018 12"}},
		{key: "done_for_recipient", item: Done, law: laws{"D.Lgs. 51/2018 12"}},
		{key: "police_please", law: laws{"D.Lgs. 51/2018 12"}},
	}
	policeTold = part{key: "police_told", item: WhoWasTold, when: func(l *Letter) bool { return l.Follow.Disclosed != gdpr.No }, law: laws{"D.Lgs. 51/2018 12"}}
)

// policeGranted are what the grant of each right of the decree says.
var policeGranted = [rightCount][]part{
	ToAccess: {
		{key: "processed", args: "w", law: laws{"D.Lgs. 51/2018 11"}},
		{key: "aims", item: Aims, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "legal_title", item: LegalTitle, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "data_kinds", item: DataKinds, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "receivers", item: Receivers, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "kept_for", item: KeptFor, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "origin", item: Origin, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "copy", item: CopyOfData, field: true, law: laws{"D.Lgs. 51/2018 11"}},
		{key: "police_rights", args: "w", law: laws{"D.Lgs. 51/2018 11"}},
		{key: "may_complain", args: "g", law: laws{"D.Lgs. 51/2018 11"}},
	},
	ToRectification: {{key: "rectified", item: Done, law: laws{"D.Lgs. 51/2018 12"}}, policeTold},
	ToErasure: {
		{key: "erased", item: Done, law: laws{"D.Lgs. 51/2018 12"}},
		{key: "left", item: LeftThere, when: whole, law: laws{"D.Lgs. 51/2018 12"}},
		policeTold,
	},
	ToRestriction: {{key: "restricted", item: Done, law: laws{"D.Lgs. 51/2018 12"}}, policeTold},
}

// policeTables returns the parts of a letter under D.Lgs. 51/2018, nil where the
// decree has no such letter or no such right, or the rules of procedure decide.
func (l *Letter) policeTables() [][]part {
	if l.Request.Judicial == gdpr.Yes || !l.Request.Right.Valid() || policeGranted[l.Request.Right] == nil {
		return nil
	}
	granted, refused := policeGranted[l.Request.Right], policeRefusal(l.Request.Right)
	switch l.Kind {
	case Acknowledgement:
		return [][]part{policeOpening, policeAcknowledged, policeThrough, policeContact}
	case Granted:
		return [][]part{policeOpening, outcomeParts(refused.law), granted, policeThrough, policeFree, policeContact}
	case GrantedInPart:
		return [][]part{policeOpening, outcomeParts(refused.law), granted, refused.parts[2:], policeThrough, policeFree, policeContact}
	case Denied:
		return [][]part{policeOpening, refused.parts[:2], refused.parts[3:], policeThrough, policeContact}
	case NothingFound:
		if l.Request.Right == ToAccess {
			return [][]part{policeOpening, policeNothing, policeThrough, policeFree, policeContact}
		}
	case FeeAsked:
		return [][]part{policeOpening, policeFee, policeThrough, policeContact}
	case ToldRecipient:
		if l.Request.Right != ToAccess {
			return [][]part{policeToThem}
		}
	}
	return nil
}

type refusedParts struct {
	law   laws
	parts []part // denied, why, what is left out, complaint, court
}

// policeRefusal returns the parts of a refusal: article 11 for access, which names
// no court, and article 12 for the others, which does.
func policeRefusal(right Right) refusedParts {
	law := laws{policeArticles[right]}
	r := refusedParts{law, []part{
		{key: "denied", law: law},
		{key: "denied_why", item: Why, law: law},
		{key: "left_out", item: LeftOut, law: law},
		{key: "complaint", args: "g", law: law},
	}}
	if right != ToAccess {
		r.parts = append(r.parts, part{key: "police_court", law: law})
	}
	return r
}
