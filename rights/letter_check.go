package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Letter.Check].
const (
	CodeLetterKind     gdpr.Code = "rights.sheet.kind"      // violation: it isn't told which letter it is
	CodeLetterBlank    gdpr.Code = "rights.sheet.missing"   // violation: the letter lacks a content, marked «to complete»
	CodeLetterSender   gdpr.Code = "rights.sheet.sender"    // violation: the body or the office that writes isn't named
	CodeLetterTo       gdpr.Code = "rights.sheet.addressee" // violation: the addressee, or for whom he acts, isn't named
	CodeLetterProtocol gdpr.Code = "rights.sheet.number"    // warning: the protocol number is missing
	CodeLetterDay      gdpr.Code = "rights.sheet.dated"     // violation: the day of the letter is missing
	CodeLetterSigned   gdpr.Code = "rights.sheet.unsigned"  // warning: it isn't told who signs
	CodeLetterReceived gdpr.Code = "rights.sheet.received"  // violation: the day on which the request was received is missing
	CodeLetterRight    gdpr.Code = "rights.sheet.right"     // violation: it isn't told which right is used
	CodeLetterUnfit    gdpr.Code = "rights.sheet.unfit"     // warning: this letter isn't one for the right that is used
	CodeLetterLate     gdpr.Code = "rights.sheet.late"      // violation: the letter comes after …, the last day for it
	CodeLetterDefeats  gdpr.Code = "rights.sheet.defeats"   // warning: the notice would defeat the purpose of the limit: it may be withheld, and the reasons kept
	CodeLetterCapacity gdpr.Code = "rights.sheet.capacity"  // warning: it isn't told whether the body is controller, processor or joint controller of these data
)

var (
	letterKind     = find.Violation(CodeLetterKind, "GDPR 12(3)")
	letterBlank    = find.Violation(CodeLetterBlank, "GDPR 12(3)")
	letterSender   = find.Violation(CodeLetterSender, "GDPR 12(1)")
	letterTo       = find.Violation(CodeLetterTo, "GDPR 12(3)")
	letterProtocol = find.Warning(CodeLetterProtocol, "GDPR 5(2)")
	letterDay      = find.Violation(CodeLetterDay, "GDPR 5(2)")
	letterSigned   = find.Warning(CodeLetterSigned, "GDPR 5(2)")
	letterReceived = find.Violation(CodeLetterReceived, "GDPR 12(3)")
	letterRight    = find.Violation(CodeLetterRight, "GDPR 12(3)")
	letterIdentity = find.Violation(CodeLetterUnfit, "GDPR 12(6)")
	letterWithdraw = find.Violation(CodeLetterUnfit, "GDPR 7(3)")
	letterClarify  = find.Warning(CodeLetterUnfit, "GDPR recital 63")
	letterPolice   = find.Warning(CodeLetterUnfit, "D.Lgs. 51/2018 9(3)")
	letterNotice   = find.Violation(CodeLetterLate, "GDPR 12(3)", "Regolamento 17(3)")
	letterRefusal  = find.Violation(CodeLetterLate, "GDPR 12(4)")
	letterDefeats  = find.Warning(CodeLetterDefeats, "Codice 2-undecies(3)")
	letterCapacity = find.Warning(CodeLetterCapacity, "GDPR 28(3)(e)", "GDPR 26(3)")
)

// Check tells what keeps the letter from being signed: a blank, with the law that
// asks for its content; a sender, an addressee, a day that is missing; a letter
// that the right doesn't know, such as one that asks who somebody is before a
// human being may decide, or one that D.Lgs. 51/2018 doesn't know, about data that it
// rules; one that comes too late to have effect; one whose
// notice would defeat the purpose of the limit on which it rests.
//
// Law: GDPR 5(2); GDPR 7(3); GDPR 12(1); GDPR 12(3); GDPR 12(4); GDPR 12(6); GDPR recital 63; Codice 2-undecies(3); D.Lgs. 51/2018 9(3).
func (l Letter) Check() gdpr.Findings {
	fs := find.In(l.Regime)
	if !l.Kind.Valid() {
		fs.Add(letterKind, "kind")
		return fs.Findings()
	}
	for _, need := range [...]struct {
		missing bool
		row     find.Row
		where   string
	}{
		{marked(l.From.Body) || marked(l.From.Office), letterSender, "from"},
		{marked(l.To.Name) || l.To.As != 0 && marked(l.To.For), letterTo, "to"},
		{marked(l.Protocol), letterProtocol, "protocol"},
		{l.Day == 0, letterDay, "day"},
		{marked(l.From.Signed), letterSigned, "from.signed"},
		{l.Request.Received == 0 && l.Kind != AnswerToGarante, letterReceived, "request.received"},
		{l.Request.Right == 0 && l.Kind != AnswerToGarante, letterRight, "request.right"},
		{l.Kind == Forwarded && l.Capacity == 0, letterCapacity, "capacity"},
	} {
		if need.missing {
			fs.Add(need.row, need.where)
		}
	}
	l.checkFit(fs)
	for p := range l.Parts() {
		if p.Item != 0 && marked(l.Says[p.Item]) {
			fs.Add(letterBlank.By(p.Provisions...), "says."+p.Item.String())
		}
	}
	return fs.Findings()
}

// checkFit tells whether the letter fits the right and comes in time.
func (l *Letter) checkFit(fs *find.Collector) {
	right, t := l.Request.Right, &l.Timeline
	switch {
	case t.Police && l.policeTables() == nil:
		fs.Add(letterPolice, "timeline.police")
	case t.Police:
		return // the rest is the GDPR's
	case l.Kind == AskIdentity && !right.identified():
		fs.Add(letterIdentity, "kind")
	case l.Kind == NoticeOfExtension && right == ToWithdraw:
		fs.Add(letterWithdraw, "kind")
	case l.Kind == AskClarification && right == ToWithdraw:
		fs.Add(letterWithdraw, "kind")
	case l.Kind == AskClarification && right != ToAccess && right != 0:
		fs.Add(letterClarify, "kind")
	case l.Kind == NoticeOfExtension && t.Notice.Due != 0 && l.Day > t.Notice.Due && t.Waiting == 0:
		fs.Add(letterNotice, "day", t.Notice.Due)
	case l.Kind == Denied && t.Refusal.Due != 0 && l.Day > t.Refusal.Due && t.Waiting == 0 && !l.Request.Refusal.untold():
		fs.Add(letterRefusal, "day", t.Refusal.Due)
	}
	if (l.Kind == Denied || l.Kind == GrantedInPart) && l.Request.Refusal.Ground == ByLimit && l.Request.Refusal.Limit.Defeats == gdpr.Yes {
		fs.Add(letterDefeats, "request.refusal.limit.defeats")
	}
}
