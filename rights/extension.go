package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
)

// Extension is a notice that the reply will take up to two months more. The
// zero value was never sent.
//
// Law: Regolamento 17(3); Regolamento 21(3); GDPR 12(3).
type Extension struct {
	Told    date.Date       `json:"told"`              // the day the notice was sent
	Reasons string          `json:"reasons,omitempty"` // why, in words: what makes the case complex
	Ground  ExtensionGround `json:"ground,omitzero"`   // which ground the reasons give
}

// ExtensionGround is a ground of an extension. The GDPR has two, and the template
// regulation the first alone. The zero value is not given.
//
// Law: Regolamento 17(3); Regolamento 21(3); GDPR 12(3).
type ExtensionGround uint8

// The grounds of an extension.
//
//words:label rights.extension_ground
const (
	Complexity ExtensionGround = iota + 1 // complexity: the request is complex, whatever their number
	Number                                // number: the requests are many, and none is complex
)

// holds reports whether the extension has effect: told in time, with reasons.
func (e *Extension) holds(notice *gdpr.Deadline, waiting date.Date) bool {
	return e.timely(notice, waiting) && e.reasoned()
}

// timely reports whether the extension was told in time. While the clock stands
// still nothing can be late.
func (e *Extension) timely(notice *gdpr.Deadline, waiting date.Date) bool {
	return e.Told <= notice.Due || waiting != 0 && waiting <= notice.Due
}

func (e *Extension) reasoned() bool { return !blank.Is(e.Reasons) }
