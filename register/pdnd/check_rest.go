package pdnd

import (
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Case.Check] on amount, form, need, storage, security, third
// parties and purpose.
const (
	CodeQuantityLarge     gdpr.Code = "pdnd.quantity.large"     // warning: the quantity doesn't agree with what is on record about large scale
	CodeQuantityUnknown   gdpr.Code = "pdnd.quantity.unknown"   // advice: without an estimate of the number of persons it can't be told whether the processing is on a large scale
	CodeDeliveryAnonymous gdpr.Code = "pdnd.delivery.anonymous" // warning: anonymous or aggregate data as a rule aren't personal: the analysis says both
	CodeDeliveryClear     gdpr.Code = "pdnd.delivery.clear"     // warning: the data come in clear, but it is on record that anonymous ones would do, or that there is no pseudonymisation
	CodeNeedCheck         gdpr.Code = "pdnd.need.check"         // warning: a mere check needs neither data to keep nor special or judicial data
	CodeNeedDenied        gdpr.Code = "pdnd.need.denied"        // violation: the analysis declares that all data are necessary, but the register says otherwise
	CodeRetentionVague    gdpr.Code = "pdnd.retention.vague"    // warning: the storage period isn't told as a number and a unit
	CodeRetentionLonger   gdpr.Code = "pdnd.retention.longer"   // violation: the storage period is longer than the register's
	CodeRetentionKept     gdpr.Code = "pdnd.retention.kept"     // warning: the analysis says that the data aren't kept, but it is on record that they are
	CodeSecurityUntrue    gdpr.Code = "pdnd.security.untrue"    // violation: the analysis confirms that measures are in place, but that isn't on record
	CodeSecurityUnsaid    gdpr.Code = "pdnd.security.unsaid"    // warning: the text tells none of the register's measures
	CodeOthersContract    gdpr.Code = "pdnd.others.contract"    // violation: the access is on behalf of third parties, but no contract or act with the controller is on record
	CodeOthersHidden      gdpr.Code = "pdnd.others.hidden"      // violation: the analysis says that the access isn't on behalf of third parties, but the purpose is another controller's
	CodeSourceUnlisted    gdpr.Code = "pdnd.source.unlisted"    // warning: the provider of the e-service isn't among the sources in the register: …
	CodePurposeSeveral    gdpr.Code = "pdnd.purpose.several"    // warning: the activity has … purposes: each needs an analysis, and the text doesn't tell exactly one
	CodePurposeVague      gdpr.Code = "pdnd.purpose.vague"      // advice: the purpose is described in general words
)

var (
	quantityLarge     = find.Warning(CodeQuantityLarge, "WP248")
	quantityUnknown   = find.Advice(CodeQuantityUnknown, "GDPR 35(1)", "GDPR 5(2)")
	deliveryAnonymous = find.Warning(CodeDeliveryAnonymous, "GDPR recital 26")
	deliveryClear     = find.Warning(CodeDeliveryClear, "GDPR 5(1)(c)", "GDPR 25(1)", "Regolamento 26(2)")
	needCheck         = find.Warning(CodeNeedCheck, "GDPR 5(1)(c)")
	needDenied        = find.Violation(CodeNeedDenied, "GDPR 5(1)(c)")
	retentionVague    = find.Warning(CodeRetentionVague, "GDPR 5(1)(e)")
	retentionLonger   = find.Violation(CodeRetentionLonger, "GDPR 5(1)(e)", "Regolamento 13(9)")
	retentionKept     = find.Warning(CodeRetentionKept, "GDPR 5(1)(e)", "GDPR 5(1)(d)")
	securityUntrue    = find.Violation(CodeSecurityUntrue, "GDPR 32(1)", "Regolamento 30(1)")
	securityUnsaid    = find.Warning(CodeSecurityUnsaid, "GDPR 32(1)")
	othersContract    = find.Violation(CodeOthersContract, "GDPR 28(3)")
	othersHidden      = find.Violation(CodeOthersHidden, "GDPR 28(3)")
	sourceUnlisted    = find.Warning(CodeSourceUnlisted, "GDPR 14(2)(f)", "GDPR 5(2)")
	purposeSeveral    = find.Warning(CodePurposeSeveral, "GDPR 5(1)(b)")
	purposeVague      = find.Advice(CodePurposeVague, "GDPR 5(1)(b)")
)

// quantity: no authority has set a number for large scale; a number that fits ill
// with the register's answer is a reason to look.
func (c *checker) quantity() {
	const question = "dataQuantity"
	large := c.Activity.DPIA.Facts.LargeScale
	if c.any(question, "QUANTITY_0_TO_100", "QUANTITY_101_TO_500") && large == gdpr.Yes ||
		c.says(question, "QUANTITY_5001_OVER") && large == gdpr.No {
		c.Add(quantityLarge, at(question))
	}
	if c.says("knowsDataQuantity", "NO") {
		c.Add(quantityUnknown, at("knowsDataQuantity"))
	}
}

func (c *checker) shape() {
	const question = "deliveryMethod"
	personal := c.says("usesPersonalData", "YES") || len(c.answers.Get(onKinds)) > 0
	switch {
	case personal && c.says(question, "ANONYMOUS"):
		c.Add(deliveryAnonymous, at(question))
	case personal && c.says(question, "AGGREGATE"):
		c.Add(deliveryAnonymous.As(gdpr.Advice), at(question))
	}
	if c.says(question, "CLEARTEXT") && (c.Activity.Principles.Anonymous == gdpr.Yes || c.Activity.Design.Pseudonymised == gdpr.No) {
		c.Add(deliveryClear, at(question))
	}
}

func (c *checker) need() {
	if c.says("purposePursuit", "MERE_CORRECTNESS") && (c.says("dataDownload", "YES") || c.any(onKinds, "GDPR_ART_9", "GDPR_ART_10")) {
		c.Add(needCheck, at("purposePursuit"))
	}
	const question = "checkedAllDataNeeded"
	if c.any(question, "true", "YES") && (c.Activity.Principles.Necessary == gdpr.No || c.Activity.Design.Minimised == gdpr.No) {
		c.Add(needDenied, at(question))
	}
}

// retention: the form wants a period. One without end is a violation but for
// archives in the public interest; a criterion may be lawful, and is a warning.
func (c *checker) retention() {
	const question = "dataRetentionPeriod"
	if text := c.answers.First(question); len(c.answers.Get(question)) > 0 && text != "true" {
		period := periodIn(text)
		switch {
		case endless(text):
			row := retentionVague.As(gdpr.Violation)
			if c.Activity.Special.Archiving == gdpr.Yes {
				row = retentionVague
			}
			c.Add(row, at(question))
		case period == 0:
			c.Add(retentionVague, at(question))
		}
		if kept := days(c.kept().Period); kept > 0 && period > kept+kept/50 {
			c.Add(retentionLonger, at(question))
		}
	}
	if !c.says("dataDownload", "NO") {
		return
	}
	stated := days(c.kept().Period) > 0 || strings.TrimSpace(c.kept().Criterion) != ""
	if c.Access.Kept == gdpr.Yes || c.Access.Kept == gdpr.Unknown && stated {
		c.Add(retentionKept, at("dataDownload"))
	}
}

// security: the confirmation against what is known of the measures. A register
// without a description of them doesn't prove that there are none.
func (c *checker) security() {
	const question = "confirmPricipleIntegrityAndDiscretion"
	if c.says(question, "true") {
		switch {
		case c.Activity.Principles.Secured == gdpr.No || c.Security.Worst() == gdpr.Violation:
			c.Add(securityUntrue, at(question))
		case len(c.Activity.Measures) == 0:
			c.Add(securityUntrue.As(gdpr.Warning), at(question))
		}
	}
	const text = "dataProtectionMeasures"
	if len(c.answers.Get(text)) > 0 && len(c.Activity.Measures) > 0 && !shares(c.answers.First(text), c.Activity.Measures) {
		c.Add(securityUnsaid, at(text))
	}
}

// shares reports whether a text has half of the long words of one of the measures.
func shares(text string, measures []string) bool {
	text = strings.ToLower(text)
	for _, measure := range measures {
		long, same := 0, 0
		for _, w := range strings.Fields(strings.ToLower(measure)) {
			if len(w) > 4 {
				long++
				if strings.Contains(text, w) {
					same++
				}
			}
		}
		if same > 0 && 2*same >= long {
			return true
		}
	}
	return false
}

func (c *checker) others() {
	for _, question := range [...]string{"isRequestOnBehalfOfThirdParties", "usesThirdPartyData"} {
		switch {
		case c.says(question, "YES") && c.Service == nil:
			c.Add(othersContract.By("GDPR 28(3)", "GDPR 30(2)"), at(question))
		case c.says(question, "YES") && strings.TrimSpace(c.Service.Controller.Act) == "":
			c.Add(othersContract, at(question))
		case c.says(question, "NO") && c.Service != nil:
			c.Add(othersHidden, at(question))
		}
	}
	if provider := c.Access.Provider; strings.TrimSpace(provider) != "" && !named(c.Activity.Sources, provider) {
		c.Add(sourceUnlisted, "activity.sources", provider)
	}
}

// purposes: one analysis is about one purpose, told in words that bind.
func (c *checker) purposes() {
	for _, question := range [...]string{"institutionalPurpose", "otherPurpose", "purpose"} {
		text := strings.ToLower(strings.TrimSpace(c.answers.First(question)))
		if text == "" || question == "purpose" && (text == "institutional" || text == "other") {
			continue
		}
		told := 0
		for _, p := range c.Activity.Purposes {
			if t := strings.ToLower(strings.TrimSpace(p.Text)); t != "" && strings.Contains(text, t) {
				told++
			}
		}
		if n := len(c.Activity.Purposes); n > 1 && told != 1 {
			c.Add(purposeSeveral, at(question), n)
		}
		if len(strings.Fields(text)) < 4 || text == strings.ToLower(strings.TrimSpace(c.Activity.Name)) {
			c.Add(purposeVague, at(question))
		}
	}
}

// periodIn returns the length that a text tells, as [days] does, 0 if it tells
// none: a number and a unit, in the words or figures of a clerk.
func periodIn(text string) int {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == 'à' || r == 'ì')
	})
	for i, w := range words {
		unit := unitOf(w)
		if unit == 0 || i == 0 {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-2; j-- {
			if n := amount(words[j]); n > 0 {
				return days(gdpr.Term{N: n, Unit: unit})
			}
		}
	}
	return 0
}

func unitOf(w string) gdpr.Unit {
	for unit, stem := range [...]string{gdpr.Hours: "or", gdpr.Days: "giorn", gdpr.Weeks: "settiman", gdpr.Months: "mes", gdpr.Years: "ann"} {
		if end, ok := strings.CutPrefix(w, stem); ok && stem != "" && len(end) == 1 {
			return gdpr.Unit(unit)
		}
	}
	return 0
}

func amount(w string) int {
	n := 0
	for _, r := range w {
		if r < '0' || r > '9' || n > 1<<20 {
			n = -1
			break
		}
		n = n*10 + int(r-'0')
	}
	if n > 0 {
		return n
	}
	for i, name := range [...]string{"un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"} {
		if w == name || i == 0 && w == "uno" {
			return i + 1
		}
	}
	switch w {
	case "dodici":
		return 12
	case "quindici":
		return 15
	case "venti":
		return 20
	case "ventiquattro":
		return 24
	case "trenta":
		return 30
	case "quaranta":
		return 40
	case "sessanta":
		return 60
	}
	return 0
}

// endless reports whether a text sets no end at all.
func endless(text string) bool {
	text = strings.ToLower(text)
	for _, stem := range [...]string{"illimitat", "indeterminat", "indefinit", "per sempre", "senza limit", "perpetu", "permanente"} {
		if strings.Contains(text, stem) {
			return true
		}
	}
	return false
}
