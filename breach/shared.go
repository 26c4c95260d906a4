package breach

import (
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Role is the part that the body has in the processing that was breached.
//
// Law: GDPR 4(7); GDPR 4(8); GDPR 26(1).
type Role uint8

// The roles.
//
//words:label breach.role
const (
	AsController      Role = iota // controller: it decides alone; the zero value
	AsProcessor                   // processor: it processes for another controller, as for a Unione or a ministry
	AsJointController             // joint_controller: it decides with others
)

// Shared says for whom, or with whom, the body processes. A processor tells the
// controller without undue delay, weighs no risk and notifies nobody; of joint
// controllers the one notifies that their arrangement names.
//
// Law: GDPR 26(1); GDPR 28(3)(f); GDPR 33(2).
type Shared struct {
	Role  Role      `json:"role,omitempty"`
	With  string    `json:"with,omitempty"`  // the controller, or the joint controllers
	Told  time.Time `json:"told,omitzero"`   // when the body told them; zero: not yet
	Hours int       `json:"hours,omitempty"` // within which it tells them by contract or arrangement; 0: none agreed
	// Ours: does the arrangement of the joint controllers have this body notify?
	Ours gdpr.Answer `json:"ours,omitzero"`
}

// The findings on who else is a controller.
const (
	CodeSharedWith     gdpr.Code = "breach.shared.with"     // warning: for whom, or with whom, the data are processed isn't given
	CodeSharedToTell   gdpr.Code = "breach.shared.to-tell"  // warning: the controller, or the joint ones, must be told of the breach without undue delay (days since it was known: …)
	CodeSharedNotTold  gdpr.Code = "breach.shared.not-told" // violation: the controller wasn't told of the breach (days since it was known: …)
	CodeSharedLate     gdpr.Code = "breach.shared.late"     // warning: the controller, or the joint ones, were told after the agreed term, late by …
	CodeSharedNotifier gdpr.Code = "breach.shared.notifier" // warning: which of the joint controllers notifies, by their arrangement, isn't given
)

var (
	sharedWith     = find.Warning(CodeSharedWith, "GDPR 33(2)")
	sharedToTell   = find.Warning(CodeSharedToTell, "GDPR 33(2)")
	sharedNotTold  = find.Violation(CodeSharedNotTold, "GDPR 33(2)")
	sharedLate     = find.Warning(CodeSharedLate, "GDPR 28(3)(f)", "GDPR 33(2)")
	sharedNotifier = find.Warning(CodeSharedNotifier, "GDPR 26(1)")
)

// check tells what the body owes the other controllers at an instant. The law has
// no number of hours for the processor's 'without undue delay'; what is still
// untold when the controller's own time to notify would be over is a violation.
func (s Shared) check(c *find.Collector, w Window, at time.Time, closed bool) {
	joint := s.Role == AsJointController
	if joint && s.Ours == gdpr.Unknown {
		c.Add(sharedNotifier, "shared.ours")
	}
	if s.Role == AsController || joint && s.Ours != gdpr.No || w.IsZero() {
		return
	}
	law := []gdpr.Provision{"GDPR 33(2)"}
	if joint {
		law[0] = "GDPR 26(1)"
	}
	if blank(s.With) {
		c.Add(sharedWith.By(law...), "shared.with")
	}
	agreed := time.Duration(s.Hours) * time.Hour
	switch {
	case s.Told.IsZero() && !joint && (closed || w.Late(at)):
		c.Add(sharedNotTold, "shared.told", days(w.Elapsed(at)))
	case s.Told.IsZero():
		c.Add(sharedToTell.By(law...), "shared.told", days(w.Elapsed(at)))
	case s.Hours > 0 && w.Elapsed(s.Told) > agreed:
		c.Add(sharedLate.By(append([]gdpr.Provision{"GDPR 28(3)(f)"}, law...)...), "shared.told", spell(w.Elapsed(s.Told)-agreed))
	}
}

// days returns whole days of a time, for a message.
func days(d time.Duration) int { return int(max(0, d) / (24 * time.Hour)) }
