package rights

import (
	"cmp"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// Refusal is the record of the letter that tells the requester that nothing, or
// not all, is done. The zero value refuses nothing.
//
// Where telling the person would defeat the purpose of a limit, as it would to tell
// who is reported that somebody reported him, the law lets the body keep silent:
// then there is no letter, and Withheld is the day on which that was decided. The
// reasons are recorded all the same.
//
// Law: GDPR 12(4); GDPR 23(2); Codice 2-undecies(3); D.Lgs. 51/2018 14(2).
type Refusal struct {
	Sent      date.Date `json:"sent,omitzero"`      // the day it was sent
	Withheld  date.Date `json:"withheld,omitzero"`  // the day on which it was decided to send none
	Ground    Ground    `json:"ground,omitzero"`    // why nothing, or not all, is done
	Reasons   string    `json:"reasons,omitempty"`  // the same in words, with the facts of the case
	Complaint bool      `json:"complaint,omitzero"` // does it tell that one can complain to the Garante?
	Court     bool      `json:"court,omitzero"`     // does it tell that one can go to court?
	Garante   bool      `json:"garante,omitzero"`   // does it tell that the rights can be exercised through the Garante?
	Limit     Limit     `json:"limit,omitzero"`     // the facts, where the ground is [ByLimit]
}

// Ground is why a request is refused. The zero value is not given.
//
// Law: GDPR 11(2); GDPR 12(2); GDPR 12(4); GDPR 12(5); GDPR 15(4); GDPR 20(4); Codice 2-undecies(1).
type Ground uint8

// The grounds of a refusal.
//
//words:label rights.ground
const (
	NotDue       Ground = iota + 1 // not_due: the conditions of the right aren't met, or an exception of its article holds
	NotEntitled                    // not_entitled: the requester has no standing
	NotFound                       // not_found: the controller demonstrates that it can't tell which data are the requester's
	TooMuch                        // too_much: the request is manifestly unfounded or excessive
	OthersRights                   // others_rights: a part would harm the rights and freedoms of others
	ByLimit                        // limit: Codice 2-undecies limits the right
)

// The findings of [Refusal.Check].
const (
	CodeRefusalReasons   gdpr.Code = "rights.refusal.reasons"   // violation: the refusal gives no reasons
	CodeRefusalComplaint gdpr.Code = "rights.refusal.complaint" // violation: the refusal doesn't tell of the complaint to the Garante
	CodeRefusalCourt     gdpr.Code = "rights.refusal.court"     // violation: the refusal doesn't tell of the way to court
	CodeRefusalGarante   gdpr.Code = "rights.refusal.garante"   // violation: the letter doesn't tell that the rights can be exercised through the Garante (Codice 160)
	CodeRefusalLimit     gdpr.Code = "rights.refusal.limit"     // violation: it isn't shown that an actual and concrete prejudice makes it necessary and proportionate to limit the right
	CodeRefusalInterest  gdpr.Code = "rights.refusal.interest"  // warning: it isn't told which interest of Codice 2-undecies(1) is at stake
	CodeRefusalCeased    gdpr.Code = "rights.refusal.ceased"    // advice: the limit lasts as long as its prejudice: once that has ceased, tell the person
	CodeRefusalWithheld  gdpr.Code = "rights.refusal.withheld"  // violation: the person wasn't told that the right is limited, and it isn't shown that telling would defeat the purpose of the limit
)

var (
	refusalReasons   = find.Violation(CodeRefusalReasons, "GDPR 12(4)")
	refusalComplaint = find.Violation(CodeRefusalComplaint, "GDPR 12(4)", "Regolamento 42(1)")
	refusalCourt     = find.Violation(CodeRefusalCourt, "GDPR 12(4)")
	refusalGarante   = find.Violation(CodeRefusalGarante, "Codice 2-undecies(3)")
	refusalLimit     = find.Violation(CodeRefusalLimit, "Codice 2-undecies(3)")
	refusalOfUnion   = find.Violation(CodeRefusalLimit, "GDPR 23(1)")
	refusalInterest  = find.Warning(CodeRefusalInterest, "Codice 2-undecies(1)")
	refusalCeased    = find.Advice(CodeRefusalCeased, "Codice 2-undecies(3)")
	refusalWithheld  = find.Violation(CodeRefusalWithheld, "GDPR 12(4)", "Codice 2-undecies(3)")
)

// Check tells what the letter lacks: the reasons, the complaint to the Garante,
// the way to court; and where Codice 2-undecies is the ground, the way through
// the Garante, and whether the limit holds at all. Where no letter was sent, it
// tells whether that was lawful. Whether it was sent in time, [Request.Check] tells.
// The regime is that of the limit.
//
// Law: GDPR 12(4); GDPR 23(2); Regolamento 42(1); GDPR 77(1); GDPR 79(1); Codice 2-undecies(1); Codice 2-undecies(3); Codice 160; D.Lgs. 51/2018 14(2).
func (r Refusal) Check() gdpr.Findings { return r.check(r.Limit.Regime, false, 0) }

// check tells what the refusal lacks: by the GDPR, or, for data of the police, by
// D.Lgs. 51/2018, which has a rule for access and one for the other rights that it
// knows. It asks nothing of the refusal of a right that it doesn't know.
//
// That the refusal of an access has to tell of the complaint is a warning: article 11
// has it among what the person gets, and was read to ask of refusals that they are in
// writing, and that their reasons are kept.
func (r *Refusal) check(regime gdpr.Regime, police bool, right Right) gdpr.Findings {
	if *r == (Refusal{}) || r.onlyRegime() {
		return nil
	}
	fs := find.In(regime)
	if r.Sent == 0 && r.Withheld != 0 {
		r.checkWithheld(fs, regime, police, right)
		return fs.Findings()
	}
	reasons, complaint, court := refusalReasons, refusalComplaint, refusalCourt
	if police {
		by := policeArticles[right]
		if by == "" {
			return nil
		}
		reasons, complaint, court = reasons.By(by), complaint.By(by), court.By(by)
		if right == ToAccess {
			complaint = complaint.As(gdpr.Warning)
		}
	}
	if blank.Is(r.Reasons) {
		fs.Add(reasons, "reasons")
	}
	if !r.Complaint {
		fs.Add(complaint, "complaint")
	}
	if !r.Court && !(police && right == ToAccess) { // article 11 doesn't name the court
		fs.Add(court, "court")
	}
	if police {
		if !r.Garante {
			fs.Add(refusalGarante.By("D.Lgs. 51/2018 13"), "garante")
		}
		if r.Ground == ByLimit {
			fs.Unless(r.harm(true), refusalLimit.By("D.Lgs. 51/2018 14(2)"), "limit")
		}
		return fs.Findings()
	}
	if r.Ground == ByLimit {
		r.checkLimit(fs, regime)
	}
	return fs.Findings()
}

// untold reports whether a limit is kept silent whose prejudice will cease.
func (r *Refusal) untold() bool {
	return r.Ground == ByLimit && r.Withheld != 0 && r.Sent == 0 && r.Limit.Passing == gdpr.Yes
}

// day is the day on which it was refused, whether or not a letter told so; or 0.
// Where the body kept silent, and could, and told the person once the prejudice had
// ceased, it is the day on which that was decided.
func (r *Refusal) day() date.Date {
	if r.Sent == 0 || r.waited() && r.silent(false) != gdpr.No {
		return r.Withheld
	}
	return r.Sent
}

// waited reports whether a letter was sent after it had been decided to send none.
func (r *Refusal) waited() bool { return r.Withheld != 0 && r.Withheld < r.Sent }

// harm tells whether a limit holds: for data of the police that of D.Lgs. 51/2018
// 14(2), which has no exception for Parliament.
func (r *Refusal) harm(police bool) gdpr.Answer {
	if police {
		return harmless.Decide(r.Limit.said()).Not()
	}
	return r.Limit.harm()
}

// silent tells whether the body could keep silent: where the limit holds, and telling
// would defeat its purpose.
func (r *Refusal) silent(police bool) gdpr.Answer {
	if r.Ground != ByLimit {
		return gdpr.No
	}
	return r.Limit.Defeats.And(r.harm(police))
}

// putsOff tells whether the refusal lets the body reply after the term: where a limit
// leaves nothing of the right for now, and the person was told so or could be left
// untold.
func (r *Refusal) putsOff() gdpr.Answer {
	if r.Ground != ByLimit {
		return gdpr.No
	}
	bars := r.Limit.bars()
	if r.Sent == 0 {
		bars = bars.And(r.Limit.Defeats)
	}
	return bars
}

// checkWithheld tells whether the body could keep silent: where the limit holds, and
// telling would defeat its purpose. If it couldn't, what is broken is the duty to tell,
// and the law of limits beside it only where a limit was invoked.
func (r *Refusal) checkWithheld(fs *find.Collector, regime gdpr.Regime, police bool, right Right) {
	l := r.Limit
	l.Regime = regime
	tell, limit, keep := gdpr.Provision("GDPR 12(4)"), gdpr.Provision("Codice 2-undecies(3)"), gdpr.Provision("GDPR 5(2)")
	switch {
	case police:
		tell, limit = cmp.Or(policeArticles[right], "D.Lgs. 51/2018 9(3)"), "D.Lgs. 51/2018 14(2)"
		keep = policeArticles[right]
	case !l.italian():
		limit = "GDPR 23(2)"
	case l.Interest == Parliament:
		limit = "Codice 2-undecies(1)"
	}
	switch {
	case r.Ground != ByLimit:
		limit = ""
	case l.italian(): // as where D.Lgs. 51/2018 rules
		keep = limit
	}
	fs.Unless(r.silent(police), refusalWithheld.By(tell, limit), "withheld")
	reasons := refusalReasons.By(keep)
	if keep != "" && blank.Is(r.Reasons) {
		fs.Add(reasons, "reasons")
	}
	if l.italian() && !police && r.Ground == ByLimit && l.Interest == 0 {
		fs.Add(refusalInterest, "limit.interest")
	}
}

// onlyRegime reports whether nothing but the regime is given.
func (r *Refusal) onlyRegime() bool {
	rest := *r
	rest.Limit.Regime = 0
	return rest == Refusal{}
}

func (r *Refusal) checkLimit(fs *find.Collector, regime gdpr.Regime) {
	l := r.Limit
	l.Regime = regime
	row := refusalLimit
	if !l.italian() {
		row = refusalOfUnion
	}
	limited := l.Decide()
	if l.Interest == Parliament && l.italian() {
		row = row.By("Codice 2-undecies(1)")
	}
	fs.Unless(l.harm(), row, "limit")
	if !l.italian() {
		return
	}
	if l.Interest == 0 {
		fs.Add(refusalInterest, "limit.interest")
	}
	if !r.Garante && l.Interest != Parliament && limited.Extent != Full {
		fs.Add(refusalGarante, "garante")
	}
}
