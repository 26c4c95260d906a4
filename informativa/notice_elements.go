package informativa

import (
	"iter"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
)

// Elements yields the elements that the notice has, in the order of [Elements]:
// those that a reader, and [Scan], find in what [Notice.Render] writes. A part
// can give an element by the way: who says for how long browsing data are kept
// gives a period of storage. [Notice.Check] doesn't content itself with that,
// where the element is one of the whole processing.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (n Notice) Elements() iter.Seq[Element] {
	return func(yield func(Element) bool) {
		said := n.said() | n.besides()
		for e := range Elements() {
			if said.has(e) && !yield(e) {
				return
			}
		}
	}
}

// told is a set of elements; there are fewer than 32.
type told uint32

func (s told) has(e Element) bool { return s>>e&1 == 1 }

func (s *told) put(e Element, there bool) {
	if there {
		*s |= 1 << e
	}
}

// fields are where each element stands in a Notice.
var fields = [...]string{
	Controller:         "controller",
	ControllerContact:  "controller",
	DPO:                "dpo",
	Purposes:           "purposes",
	LegalBasis:         "purposes",
	DataCategories:     "categories",
	Source:             "origin.from",
	Recipients:         "recipients",
	Transfers:          "transferred",
	Retention:          "storage",
	RetentionPeriod:    "storage",
	RightAccess:        "rights.access",
	RightRectification: "rights.rectification",
	RightErasure:       "rights.erasure",
	RightRestriction:   "rights.restriction",
	RightObjection:     "rights.objection",
	RightPortability:   "rights.portability",
	ConsentWithdrawal:  "rights.withdrawal",
	Complaint:          "rights.complaint",
	Exercise:           "exercise",
	Provision:          "supplies",
	Consequences:       "supplies",
	AutomatedDecision:  "automated",
	Methods:            "methods",
	Security:           "security",
	BrowsingData:       "site.browsing",
	Cookies:            "site.cookies",
	Norm:               "articles",
}

// said tells which elements the notice has.
func (n Notice) said() told {
	var s told
	s.put(Controller, given(n.Controller.Name))
	s.put(ControllerContact, n.Controller.reachable())
	s.put(DPO, n.DPO.reachable())
	s.put(Purposes, slices.ContainsFunc(n.Purposes, func(p Purpose) bool { return given(p.Text) }))
	s.put(LegalBasis, slices.ContainsFunc(n.Purposes, func(p Purpose) bool { return p.Basis.Provision() != "" || given(p.Law) }))
	s.put(DataCategories, anyGiven(n.Categories))
	s.put(Source, anyGiven(n.Origin.From))
	s.put(Recipients, n.Disclosed == gdpr.No || anyGiven(n.Recipients))
	s.put(Transfers, n.Transferred.Known() || n.abroad())
	s.put(Retention, slices.ContainsFunc(n.Storage, Storage.said))
	s.put(RetentionPeriod, slices.ContainsFunc(n.Storage, Storage.definite))
	s.put(RightAccess, n.Rights.Access)
	s.put(RightRectification, n.Rights.Rectification)
	s.put(RightErasure, n.Rights.Erasure)
	s.put(RightRestriction, n.Rights.Restriction)
	s.put(RightObjection, n.Rights.Objection)
	s.put(RightPortability, n.Rights.Portability)
	s.put(ConsentWithdrawal, n.Rights.Withdrawal)
	s.put(Complaint, n.Rights.Complaint)
	s.put(Exercise, given(n.Exercise))
	s.put(Provision, slices.ContainsFunc(n.Supplies, func(y Supply) bool { return y.Obligation.Valid() }))
	s.put(Consequences, slices.ContainsFunc(n.Supplies, func(y Supply) bool { return given(y.Consequence) }))
	s.put(AutomatedDecision, n.Automated.Known())
	s.put(Methods, slices.ContainsFunc(n.Methods, func(m Method) bool { return m.Machine || m.Paper }))
	s.put(Security, given(n.Security))
	if n.Site != nil {
		s.put(BrowsingData, n.Site.Browsing != nil)
		s.put(Cookies, n.Site.CookieUse != 0 || len(n.Site.Cookies) > 0)
	}
	s.put(Norm, slices.ContainsFunc(n.Articles, func(p gdpr.Provision) bool { return p.Act() == "GDPR" && p.Article() != "" }))
	return s
}

// besides tells which elements the notice gives by the way.
func (n Notice) besides() told {
	var s told
	s.put(Norm, slices.ContainsFunc(n.Purposes, func(p Purpose) bool { return p.Basis.Provision() != "" || p.Condition != "" }))
	s.put(Controller, slices.ContainsFunc(n.Joint, func(p Party) bool { return given(p.Name) }))
	s.put(ControllerContact, slices.ContainsFunc(n.Joint, Party.reachable))
	s.put(ControllerContact, slices.ContainsFunc(n.Managers, Party.reachable))
	s.put(ControllerContact, strings.Contains(n.Exercise, "@") && n.Exercise != n.DPO.Email && n.Exercise != n.DPO.PEC)
	site := n.Site
	if site == nil {
		return s
	}
	s.put(LegalBasis, slices.ContainsFunc(site.Cookies, func(c Cookie) bool { return c.Consent }))
	if b := site.Browsing; b != nil {
		s.put(Purposes, given(b.Use))
		s.put(DataCategories, anyGiven(b.Data))
		s.put(Retention, lasts(b.Term))
		s.put(RetentionPeriod, lasts(b.Term))
	}
	return s
}

// abroad reports whether the notice names a country or organisation abroad.
func (n *Notice) abroad() bool {
	return slices.ContainsFunc(n.Destinations, func(d Destination) bool { return given(d.Where) })
}

// named reports whether one of the parties has a name or can be reached.
func named(ps []Party) bool {
	return slices.ContainsFunc(ps, func(p Party) bool { return given(p.Name) || p.reachable() })
}

func anyGiven(list []string) bool { return slices.ContainsFunc(list, given) }
