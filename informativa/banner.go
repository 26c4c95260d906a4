package informativa

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Banner is the first layer of a site's notice on cookies: what a visitor sees at
// the first access. The zero value knows nothing.
//
// The decision of the Garante was read in secondary sources.
//
// Law: Garante 231/2021; Codice 122(1).
type Banner struct {
	Regime   gdpr.Regime `json:"regime,omitzero"` // whose law binds the site's owner
	Consent  gdpr.Answer `json:"consent"`         // does the site use anything that needs consent? Without, no banner is needed
	Before   gdpr.Answer `json:"before"`          // is nothing but what is technical used before a choice, fingerprinting included?
	Close    gdpr.Answer `json:"close"`           // is there a mark to close it that keeps the technical alone?
	Accept   gdpr.Answer `json:"accept"`          // is there a command to accept all?
	Choose   gdpr.Answer `json:"choose"`          // does a link lead to a choice by purpose and third party?
	FullText gdpr.Answer `json:"full_text"`       // does a link lead to the full notice?
	Scroll   gdpr.Answer `json:"scroll"`          // is going on to scroll taken for consent?
	Repeat   gdpr.Term   `json:"repeat,omitzero"` // after how long whoever refused is asked again, nothing having changed
	Revise   gdpr.Answer `json:"revise"`          // can the choice be changed later, from each page?
}

// The findings of [Banner.Check].
const (
	CodeBannerBefore   gdpr.Code = "informativa.banner.before"    // violation: more than what is technical is used before a choice
	CodeBannerClose    gdpr.Code = "informativa.banner.close"     // violation: there is no command to close the banner that keeps the technical alone
	CodeBannerAccept   gdpr.Code = "informativa.banner.accept"    // violation: there is no command to accept all
	CodeBannerChoose   gdpr.Code = "informativa.banner.choose"    // violation: there is no link to the choice by purpose and third party
	CodeBannerFullText gdpr.Code = "informativa.banner.full-text" // violation: there is no link to the full notice
	CodeBannerScroll   gdpr.Code = "informativa.banner.scroll"    // violation: scrolling is no consent
	CodeBannerRepeat   gdpr.Code = "informativa.banner.repeat"    // violation: the choice is asked for again before six months
	CodeBannerRevise   gdpr.Code = "informativa.banner.revise"    // violation: the choice can't be changed later
)

var (
	rowBannerBefore   = find.Violation(CodeBannerBefore, "Codice 122(1)", "Garante 231/2021")
	rowBannerClose    = find.Violation(CodeBannerClose, "Garante 231/2021")
	rowBannerAccept   = find.Violation(CodeBannerAccept, "Garante 231/2021")
	rowBannerChoose   = find.Violation(CodeBannerChoose, "Garante 231/2021")
	rowBannerFullText = find.Violation(CodeBannerFullText, "GDPR 12(1)", "Garante 231/2021")
	rowBannerScroll   = find.Violation(CodeBannerScroll, "GDPR 4(11)", "Garante 231/2021")
	rowBannerRepeat   = find.Violation(CodeBannerRepeat, "Garante 231/2021")
	rowBannerRevise   = find.Violation(CodeBannerRevise, "GDPR 7(3)", "Garante 231/2021")
)

// Check tells what the banner lacks: a violation for what isn't so, a warning for
// what nobody knows. Where the site uses nothing that needs consent there is
// nothing to find. Whoever made a choice is not asked again for six months.
//
//	informativa.Banner{Consent: gdpr.Yes, Scroll: gdpr.Yes}.Check()
//
// Law: Garante 231/2021; Codice 122(1); GDPR 4(11); GDPR 7(3).
func (b Banner) Check() gdpr.Findings {
	if b.Consent == gdpr.No {
		return nil
	}
	c := find.In(b.Regime)
	c.Unless(b.Before, rowBannerBefore, "before")
	c.Unless(b.owed(b.Close), rowBannerClose, "close")
	c.Unless(b.owed(b.Accept), rowBannerAccept, "accept")
	c.Unless(b.owed(b.Choose), rowBannerChoose, "choose")
	c.Unless(b.owed(b.FullText), rowBannerFullText, "full_text")
	c.Unless(b.Scroll.Not(), rowBannerScroll, "scroll")
	if lasts(b.Repeat) && sooner(b.Repeat) {
		c.Unless(b.owed(gdpr.No), rowBannerRepeat, "repeat")
	}
	c.Unless(b.owed(b.Revise), rowBannerRevise, "revise")
	return c.Findings()
}

// owed returns an answer on what only a site that needs consent owes: while
// nobody has said that it does, a no is no more than unknown.
func (b *Banner) owed(a gdpr.Answer) gdpr.Answer {
	if a == gdpr.No && b.Consent != gdpr.Yes {
		return gdpr.Unknown
	}
	return a
}

// sooner reports whether a term is shorter than six months, whichever they are.
func sooner(t gdpr.Term) bool {
	least := [...]int{gdpr.Hours: 181 * 24, gdpr.Days: 181, gdpr.WorkingDays: 125, gdpr.Weeks: 26, gdpr.Months: 6, gdpr.Years: 1}
	return t.N < least[t.Unit]
}
