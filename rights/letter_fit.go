package rights

import (
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Letters yields the letters that can still be written about a request on a day,
// the most pressing first: while it is open those that answer it, put it off or
// ask, once it is answered those to whoever has to be told. A notice of extension
// or a refusal whose last day has passed isn't among them: it would have no
// effect, or be late, and [Letter.Check] says so of one that is written all the
// same. Where a limit was kept silent whose prejudice will cease, the letters that
// answer are still to be written, once it has.
//
// The timeline is that of the request. About data that D.Lgs. 51/2018 rules the
// letters are those that the decree has: no extension, no request for identity,
// and the rights of its articles 11 and 12 alone; in judicial acts and investigations
// none.
//
// Law: D.Lgs. 51/2018 11; D.Lgs. 51/2018 12; GDPR 12(3); GDPR 12(4); GDPR 12(6); GDPR 17(2); GDPR 18(3); GDPR 19.
func (r Request) Letters(t Timeline, on date.Date) iter.Seq[LetterKind] {
	return func(yield func(LetterKind) bool) {
		open := t.Status(on).State.Open()
		if t.Police {
			r.policeLetters(open || r.Replied == 0 && r.Refusal.untold(), open && t.Received >= on-1, yield)
			return
		}
		access, untold := r.Right == ToAccess, r.Replied == 0 && r.Refusal.untold()
		for _, l := range [...]struct {
			fits bool
			kind LetterKind
		}{
			{open && r.Right.identified() && r.Identified != gdpr.Yes && t.Waiting == 0, AskIdentity},
			{open && access && t.Waiting == 0, AskClarification},
			{open && r.Right != ToWithdraw && t.Told == 0 && t.Notice.Due != 0 && on <= t.Notice.Due, NoticeOfExtension},
			{open || untold, Granted},
			{untold || open && r.Right != ToWithdraw, GrantedInPart},
			{open && access, NothingFound},
			{untold || open && r.Right != ToWithdraw && t.Refusal.Due != 0 && on <= t.Refusal.Due, Denied},
			{open && r.Right.identified() && t.Refusal.Due != 0 && on <= t.Refusal.Due, CantIdentify},
			{open && access, FeeAsked},
			{open, Forwarded},
			{open, ForwardedTo},
			{open && t.Received >= on-1, Acknowledgement},
			{r.Replied != 0 && r.Right.passedOn(), ToldRecipient},
			{r.Replied != 0 && r.Right == ToErasure, ToldController},
			{r.Replied != 0 && r.Right == ToRestriction, LiftingNotice},
		} {
			if l.fits && !yield(l.kind) {
				return
			}
		}
	}
}

// policeLetters yields the letters under D.Lgs. 51/2018.
func (r *Request) policeLetters(open, fresh bool, yield func(LetterKind) bool) {
	for _, l := range [...]struct {
		fits bool
		kind LetterKind
	}{
		{open, Granted}, {open, GrantedInPart}, {open, NothingFound}, {open, Denied}, {open, FeeAsked},
		{fresh, Acknowledgement}, {r.Replied != 0, ToldRecipient},
	} {
		letter := Letter{Kind: l.kind, Request: Request{Right: r.Right, Judicial: r.Judicial}}
		if l.fits && letter.policeTables() != nil && !yield(l.kind) {
			return
		}
	}
}
