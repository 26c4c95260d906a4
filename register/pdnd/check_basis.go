package pdnd

import (
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/register"
)

// The findings of [Case.Check] on the legal basis and its norm.
const (
	CodeBasisConsent  gdpr.Code = "pdnd.basis.consent"  // warning: consent given to a public body is seldom free, and the purpose isn't one that needs it
	CodeBasisContract gdpr.Code = "pdnd.basis.contract" // warning: the contract is given as the legal basis, but in the register the purpose isn't about one
	CodeBasisVital    gdpr.Code = "pdnd.basis.vital"    // warning: vital interests are a basis where no other can be had
	CodeBasisDiffers  gdpr.Code = "pdnd.basis.differs"  // violation: the legal basis … isn't that of the register, or the notice doesn't name it
	CodeBasisInterest gdpr.Code = "pdnd.basis.interest" // violation: in the register the legal basis is the legitimate interest, which public authorities can't use in the performance of their tasks
	CodeBasisSeveral  gdpr.Code = "pdnd.basis.several"  // advice: … legal bases are given for one purpose: it is better to give the one that counts
	CodeNormVague     gdpr.Code = "pdnd.norm.vague"     // warning: the text cites no act: type, number, year and article are needed
	CodeNormRepealed  gdpr.Code = "pdnd.norm.repealed"  // violation: … isn't in force since …
	CodeNormDiffers   gdpr.Code = "pdnd.norm.differs"   // warning: the acts cited (…) are neither those of the register nor those of the notice
	CodeNormTask      gdpr.Code = "pdnd.norm.task"      // advice: the need for the task is given, but the register has a norm: …
)

var (
	basisConsent  = find.Warning(CodeBasisConsent, "GDPR recital 43", "Regolamento 1(2)")
	basisContract = find.Warning(CodeBasisContract, "GDPR 6(1)(b)")
	basisVital    = find.Warning(CodeBasisVital, "GDPR 6(1)(d)", "GDPR recital 46")
	basisDiffers  = find.Violation(CodeBasisDiffers, "GDPR 5(2)")
	basisInterest = find.Violation(CodeBasisInterest, "GDPR 6(1)")
	basisSeveral  = find.Advice(CodeBasisSeveral, "GDPR 5(1)(a)")
	normVague     = find.Warning(CodeNormVague, "GDPR 6(3)", "Codice 2-ter(1)")
	normRepealed  = find.Violation(CodeNormRepealed, "GDPR 6(3)")
	normDiffers   = find.Warning(CodeNormDiffers, "GDPR 5(2)")
	normTask      = find.Advice(CodeNormTask, "Codice 2-ter(1)", "Codice 2-ter(1-bis)")
)

// bases: what the form gives as basis against the body's nature, the register and
// the notice.
func (c *checker) bases() {
	const question = "legalBasis"
	given := c.answers.Get(question)
	if c.public() && c.purpose.Basis == register.LegitimateInterests {
		c.Add(basisInterest, at(question))
	}
	if len(given) == 0 {
		return
	}
	if c.public() && c.says(question, "CONSENT") && c.purpose.Function != register.ByConsent {
		c.Add(basisConsent, at(question))
	}
	if c.says(question, "CONTRACT") && c.purpose.Function != register.ByContract && c.purpose.Basis != register.Contract {
		c.Add(basisContract, at(question))
	}
	if c.says(question, "SAFEGUARD") && (len(given) > 1 || c.purpose.Basis != register.VitalInterests) {
		c.Add(basisVital, at(question))
	}
	for _, value := range given {
		basis := register.Basis(max(0, slices.Index(basisValues[:], value)))
		if basis == 0 {
			continue
		}
		var law []gdpr.Provision
		if c.purpose.Basis != 0 && basis != c.purpose.Basis {
			law = append(law, "GDPR 5(2)")
		}
		if c.unnamed(basis) {
			law = append(law, "GDPR 14(1)(c)")
		}
		if law != nil {
			c.Add(basisDiffers.By(law...), at(question), value)
		}
	}
	if len(given) >= 3 {
		c.Add(basisSeveral, at(question), len(given))
	}
}

// unnamed reports whether the notice names bases, and this isn't among them.
func (c *checker) unnamed(basis register.Basis) bool {
	if c.Notice == nil {
		return false
	}
	named := false
	for _, p := range c.Notice.Purposes {
		if p.Basis == basis {
			return false
		}
		named = named || p.Basis != 0
	}
	return named
}

// norms: what the form cites: an act, in force, that of the register or of the
// notice.
func (c *checker) norms() {
	for _, question := range [...]string{"legalObligationReference", "publicInterestReference", "ruleOfLawText", "administrativeActText"} {
		text := c.answers.First(question)
		if len(c.answers.Get(question)) == 0 {
			continue
		}
		if !cites(text) {
			c.Add(normVague, at(question))
		}
		for r := range informativa.Repealed(text, c.on) {
			row := normRepealed
			if r.By != "" {
				row = row.By(r.By)
			}
			c.Add(row, at(question), r.Law, r.From)
		}
		acts := actsIn(text)
		onRecord := actsIn(c.purpose.Norm + " " + c.Activity.Norm)
		if c.Notice != nil {
			for _, p := range c.Notice.Purposes {
				onRecord = append(onRecord, actsIn(p.Law)...)
			}
		}
		if len(acts) > 0 && len(onRecord) > 0 && !slices.ContainsFunc(acts, func(a string) bool { return slices.Contains(onRecord, a) }) {
			c.Add(normDiffers, at(question), strings.Join(acts, ", "))
		}
	}
}

// task: a task without a norm, where there is one.
func (c *checker) task() {
	const question = "legalBasisPublicInterest"
	if c.says(question, "PUBLIC_INTEREST_TASK") && c.purpose.NormKind != register.NoAct && strings.TrimSpace(c.purpose.Norm) != "" {
		c.Add(normTask, at(question), strings.TrimSpace(c.purpose.Norm))
	}
}
