package rights

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// The findings of [Request.Check].
const (
	CodeRightMissing        gdpr.Code = "rights.request.right"
	CodePauseLate           gdpr.Code = "rights.pause.late"
	CodePausePrompt         gdpr.Code = "rights.pause.prompt"
	CodePauseCause          gdpr.Code = "rights.pause.cause"
	CodePauseOutside        gdpr.Code = "rights.pause.outside"
	CodePauseClarification  gdpr.Code = "rights.pause.clarification"
	CodeExtensionLate       gdpr.Code = "rights.extension.late"
	CodeExtensionUnreasoned gdpr.Code = "rights.extension.unreasoned"
	CodeExtensionAgain      gdpr.Code = "rights.extension.again"
	CodeOverdue             gdpr.Code = "rights.reply.overdue"
	CodeReplyLate           gdpr.Code = "rights.reply.late"
	CodeRefusalLate         gdpr.Code = "rights.refusal.late"
)

// Check tells what went wrong with the request, by all that it records: pauses
// and extensions without effect, a reply or a refusal too late, a refusal that
// doesn't say what it must. A reply that isn't there yet is judged on the day on.
// To check what was known on an earlier day, check [Request.AsOf] that day.
//
// The error is that of [Request.Timeline].
//
// Law: Regolamento 17(3); Regolamento 21(3); GDPR 12(3); GDPR 12(4); GDPR 12(6).
func (r Request) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	t, err := r.Timeline(p, cal)
	if err != nil {
		return nil, err
	}
	var fs gdpr.Findings
	if r.Right == 0 {
		fs = append(fs, warning(CodeRightMissing, "right", "GDPR 12(2)"))
	}
	fs = r.checkPauses(fs, &t)
	fs = r.checkExtensions(fs, &t)
	due := t.InForce()
	switch s := t.Status(max(on, r.closed())); s.State {
	case Overdue:
		f := violation(CodeOverdue, "replied", due.Municipal.Provision, due.GDPR.Provision)
		f.Args = []any{-s.Days, due.Due.String()}
		fs = append(fs, f)
	case AnsweredLate:
		f := violation(CodeReplyLate, "replied", due.Municipal.Provision, due.GDPR.Provision)
		f.Args = []any{r.Replied.String(), -s.Days, due.Due.String()}
		fs = append(fs, f)
	}
	if late := -t.Refusal.Left(r.Refusal.Sent); r.Refusal.Sent != 0 && late > 0 {
		f := violation(CodeRefusalLate, "refusal.sent", "GDPR 12(4)", t.Reply.Municipal.Provision)
		f.Args = []any{r.Refusal.Sent.String(), late, t.Refusal.Due.String()}
		fs = append(fs, f)
	}
	return append(fs, r.Refusal.Check().Below("refusal")...), nil
}

func (r *Request) checkPauses(fs gdpr.Findings, t *Timeline) gdpr.Findings {
	due := t.InForce()
	end := due.end()
	for i := range r.Pauses {
		p, where := &r.Pauses[i], "pauses["+strconv.Itoa(i)+"]"
		if p.Cause == 0 {
			fs = append(fs, warning(CodePauseCause, where+".cause", "GDPR 12(6)"))
		}
		switch p.Prompt {
		case gdpr.No:
			fs = append(fs, warning(CodePauseLate, where+".asked", "GDPR 12(6)", "EDPB 01/2022"))
		case gdpr.Unknown:
			fs = append(fs, warning(CodePausePrompt, where+".prompt", "GDPR 12(6)", "EDPB 01/2022"))
		}
		if p.Asked > end && t.Waiting == 0 {
			f := warning(CodePauseOutside, where+".asked", "GDPR 12(6)")
			f.Args = []any{p.Asked.String(), end.String()}
			fs = append(fs, f)
		}
		if p.Cause == Clarification && r.Right > ToAccess {
			fs = append(fs, warning(CodePauseClarification, where+".cause", "GDPR recital 63"))
		}
	}
	return fs
}

func (r *Request) checkExtensions(fs gdpr.Findings, t *Timeline) gdpr.Findings {
	held := false
	for i := range r.Extensions {
		e, where := &r.Extensions[i], "extensions["+strconv.Itoa(i)+"]"
		switch {
		case held:
			fs = append(fs, violation(CodeExtensionAgain, where, "GDPR 12(3)", t.Extended.Municipal.Provision))
		case e.holds(t.Notice, t.Waiting):
			held = true
		default:
			if !e.timely(t.Notice, t.Waiting) {
				f := violation(CodeExtensionLate, where+".told", "GDPR 12(3)", t.Extended.Municipal.Provision)
				f.Args = []any{e.Told.String(), t.Notice.Due.String()}
				fs = append(fs, f)
			}
			if !e.reasoned() {
				fs = append(fs, violation(CodeExtensionUnreasoned, where+".reasons", "GDPR 12(3)"))
			}
		}
	}
	return fs
}
