package pdnd

import (
	"net/url"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Case.Check] on the notice. Data that come through an e-service
// are had from elsewhere, and so under art. 14. What the notice itself lacks has
// the codes of package informativa.
const (
	CodeNoticeUntrue  gdpr.Code = "pdnd.notice.untrue"  // violation: the analysis says that the notice is given, but that isn't on record
	CodeNoticeOwed    gdpr.Code = "pdnd.notice.owed"    // violation: the analysis says that the notice isn't given, but it is due
	CodeNoticeReason  gdpr.Code = "pdnd.notice.reason"  // warning: the reason given isn't one of the cases in which the notice may be left out
	CodeNoticePerson  gdpr.Code = "pdnd.notice.person"  // violation: data are also collected from the data subject, and for those the notice is due
	CodeNoticeArticle gdpr.Code = "pdnd.notice.article" // warning: the notice isn't marked as one under art. 14, which applies to data had from others
	CodeNoticeSource  gdpr.Code = "pdnd.notice.source"  // violation: the notice doesn't tell the source of the data: …
	CodeNoticeLaw     gdpr.Code = "pdnd.notice.law"     // warning: the notice doesn't name the law on which the processing rests
	CodeNoticeLate    gdpr.Code = "pdnd.notice.late"    // violation: the notice was given on …, after the term of …
	CodeNoticeLink    gdpr.Code = "pdnd.notice.link"    // warning: the address of the notice isn't that of a page on line
	CodeNoticePlain   gdpr.Code = "pdnd.notice.plain"   // advice: the address of the notice isn't protected (http)
)

var (
	noticeUntrue  = find.Violation(CodeNoticeUntrue, "GDPR 14(1)", "Regolamento 22(1)")
	noticeOwed    = find.Violation(CodeNoticeOwed, "GDPR 14(1)", "GDPR 14(5)")
	noticeReason  = find.Warning(CodeNoticeReason, "GDPR 14(5)")
	noticePerson  = find.Violation(CodeNoticePerson, "GDPR 13(1)", "GDPR 13(4)")
	noticeArticle = find.Warning(CodeNoticeArticle, "GDPR 14(1)")
	noticeSource  = find.Violation(CodeNoticeSource, "GDPR 14(2)(f)")
	noticeLaw     = find.Warning(CodeNoticeLaw, "Regolamento 23(2)")
	noticeLate    = find.Violation(CodeNoticeLate, "GDPR 14(3)", "Regolamento 22(3)")
	noticeLink    = find.Warning(CodeNoticeLink, "GDPR 12(1)")
	noticePlain   = find.Advice(CodeNoticePlain, "GDPR 12(1)")
)

// noticeGiven: the form says that the persons are given the notice. That it
// should name its article isn't law: what art. 14 wants told is, the source first.
func (c *checker) noticeGiven() {
	const question = "policyProvided"
	if !c.says(question, "YES") {
		return
	}
	switch informed := c.Activity.Principles.Informed; {
	case informed == gdpr.No:
		c.Add(noticeUntrue, at(question))
	case c.Notice == nil && informed != gdpr.Yes:
		c.Add(noticeUntrue.As(gdpr.Warning), at(question))
	}
	if n := c.Notice; n != nil {
		c.noticeOf(n, question)
	}
	if c.Given == 0 {
		return
	}
	collection := c.Collection
	collection.Elsewhere = gdpr.Yes
	if moment, err := collection.Deadline(gdpr.Italy()); err == nil && c.Given > moment.Deadline.Due {
		c.Add(noticeLate, at(question), c.Given, moment.Deadline.Due)
	}
}

// noticeOf holds the notice itself against art. 14.
func (c *checker) noticeOf(n *informativa.Notice, question string) {
	if !slices.ContainsFunc(n.Articles, func(p gdpr.Provision) bool { return p.Act() == "GDPR" && p.Article() == "14" }) {
		c.Add(noticeArticle, at(question))
	}
	switch provider := strings.TrimSpace(c.Access.Provider); {
	case len(n.Origin.From) == 0:
		c.Add(noticeSource, at(question), provider)
	case provider != "" && !named(n.Origin.From, provider):
		c.Add(noticeSource.As(gdpr.Warning), at(question), provider)
	}
	if c.says(onTask, "RULE_OF_LAW") && !slices.ContainsFunc(n.Purposes, func(p informativa.Purpose) bool { return strings.TrimSpace(p.Law) != "" }) {
		c.Add(noticeLaw, at("ruleOfLawText"))
	}
	in := c.Context.Under(c.Regime)
	in.Elsewhere = gdpr.Yes
	if in.On == 0 {
		in.On = c.on
	}
	var lacks gdpr.Findings
	for f := range n.Check(in).Of(gdpr.Violation) {
		lacks = append(lacks, f)
	}
	c.Below("notice", lacks)
}

// named reports whether one of the names contains the other's, whatever the case.
func named(names []string, name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return slices.ContainsFunc(names, func(n string) bool {
		n = strings.ToLower(strings.TrimSpace(n))
		return n != "" && (strings.Contains(n, name) || strings.Contains(name, n))
	})
}

// noticeOmitted: the form says that the persons aren't given the notice.
func (c *checker) noticeOmitted() {
	const question, reason = "policyProvided", "reasonPolicyNotProvided"
	if !c.says(question, "NO") {
		return
	}
	outcome := c.elsewhere().Outcome
	if outcome == informativa.Owed {
		c.Add(noticeOwed, at(question))
	}
	if text := c.answers.First(reason); len(c.answers.Get(reason)) > 0 && outcome != informativa.Exempt && !namesCase(text) {
		c.Add(noticeReason, at(reason))
	}
	if c.Context.FromPerson == gdpr.Yes && c.Exemption.Informed != gdpr.Yes {
		c.Add(noticePerson, at(question))
	}
}

// namesCase reports whether a text names one of the four cases of art. 14(5), by
// the words without which none of them can be told.
func namesCase(text string) bool {
	text = strings.ToLower(text)
	for _, stem := range [...]string{
		"14", "dispon", "già informat", "gia informat", "conosc", // the person has the information
		"impossib", "sproporzion", "archivi", "ricerca", "statist", "pregiudic", // impossible, disproportionate, or defeating the aims
		"legge", "norma", "previst", "d.lgs", "d.l.", "l. ", "regolamento", "decreto", // laid down by law
		"segret", "riservat", // secrecy
	} {
		if strings.Contains(text, stem) {
			return true
		}
	}
	return false
}

// noticeLink: the platform takes any text for an address.
func (c *checker) noticeLink() {
	const question = "policyProvidedOnlineLink"
	if len(c.answers.Get(question)) == 0 {
		return
	}
	switch address(c.answers.First(question)) {
	case "https":
	case "http":
		c.Add(noticePlain, at(question))
	default:
		c.Add(noticeLink, at(question))
	}
}

// address returns the scheme of an absolute address of the web, "http" or
// "https", and "" for everything else.
func address(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Hostname() == "" || !strings.Contains(u.Hostname(), ".") {
		return ""
	}
	switch scheme := strings.ToLower(u.Scheme); scheme {
	case "http", "https":
		return scheme
	}
	return ""
}
