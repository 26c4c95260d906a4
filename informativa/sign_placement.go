package informativa

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Placement is how people are told that they are about to enter a filmed area:
// the signs where they stand, and who answers a question there. It is so in a
// street and at a concert, a match or another event. The zero value knows
// nothing.
//
// Law: Regolamento 24(1); Regolamento 24(3); Regolamento 24(4); EDPB 3/2019 113.
type Placement struct {
	Entries gdpr.Answer `json:"entries"`         // is there a sign on each way into the area?
	Before  gdpr.Answer `json:"before"`          // does it stand before the range of the camera, near it or farther off?
	Visible gdpr.Answer `json:"visible"`         // can it be seen, for its size and place?
	Night   gdpr.Answer `json:"night"`           // does the system work at night?
	Lit     gdpr.Answer `json:"lit"`             // can the sign be seen then too?
	Online  gdpr.Answer `json:"online"`          // is the full text on the Comune's site, easy to find and free?
	Oral    gdpr.Answer `json:"oral"`            // does someone tell its contents to whoever asks?
	Regime  gdpr.Regime `json:"regime,omitzero"` // whose law binds the controller
}

// The findings of [Placement.Check].
const (
	CodePlacementEntries gdpr.Code = "informativa.placement.entries" // violation: no sign is known on each way into the filmed area
	CodePlacementBefore  gdpr.Code = "informativa.placement.before"  // violation: the sign isn't known to stand before the range of the camera
	CodePlacementVisible gdpr.Code = "informativa.placement.visible" // violation: the sign isn't known to be seen well
	CodePlacementLit     gdpr.Code = "informativa.placement.lit"     // violation: the sign isn't known to be seen at night, with the system at work
	CodePlacementOnline  gdpr.Code = "informativa.placement.online"  // violation: the full text isn't known to be on the site, easy to find and free
	CodePlacementOral    gdpr.Code = "informativa.placement.oral"    // violation: nobody tells the notice to whoever asks
)

var (
	rowPlacementEntries = find.Violation(CodePlacementEntries, "Regolamento 24(1)", "EDPB 3/2019 113")
	rowPlacementBefore  = find.Violation(CodePlacementBefore, "Regolamento 24(4)", "EDPB 3/2019 113")
	rowPlacementVisible = find.Violation(CodePlacementVisible, "EDPB 3/2019 113", "GDPR 12(1)", "Regolamento 24(4)")
	rowPlacementLit     = find.Violation(CodePlacementLit, "EDPB 3/2019 113", "GDPR 12(1)", "Regolamento 24(4)")
	rowPlacementOnline  = find.Violation(CodePlacementOnline, "Regolamento 24(2)", "GDPR 12(1)")
	rowPlacementOral    = find.Violation(CodePlacementOral, "Regolamento 24(3)")
)

// Check tells what is wrong with how people are told: a violation for what isn't
// so, a warning for what nobody knows. People must know before they enter;
// exactly where the cameras are needn't be shown. The full text is free on the
// site, and whoever asks is told it by word of mouth.
//
// Law: Regolamento 24(1); Regolamento 24(2); Regolamento 24(3); Regolamento 24(4); EDPB 3/2019 113; GDPR 12(1).
func (p Placement) Check() gdpr.Findings {
	c := checking(Context{Regime: p.Regime})
	c.owed(p.Entries.Not(), rowPlacementEntries, "entries")
	c.owed(p.Before.Not(), rowPlacementBefore, "before")
	c.owed(p.Visible.Not(), rowPlacementVisible, "visible")
	c.owed(p.Night.And(p.Lit.Not()), rowPlacementLit, "lit")
	c.owed(p.Online.Not(), rowPlacementOnline, "online")
	c.owed(p.Oral.Not(), rowPlacementOral, "oral")
	return c.Findings()
}
