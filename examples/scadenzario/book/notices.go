package book

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/informativa"
)

// notices adds what the Comune's privacy notices lack: those kept as data, and
// those of which only the text is there, which is read.
func (b *Book) notices(c comune.Comune) error {
	for i, n := range c.Notices {
		ref := fmt.Sprintf("notices[%d]", i)
		switch {
		case n.Notice != nil && n.Text != "":
			return &gdpr.InputError{Field: ref + ".text", Fault: gdpr.FaultContradiction, Other: "notice"}
		case n.Notice != nil:
			b.Findings = append(b.Findings, n.Notice.Check(n.Context).Below(ref+".notice")...)
		default:
			b.Findings = append(b.Findings, informativa.Scan(n.Text).Check(n.Context).Below(ref)...)
		}
	}
	return nil
}
