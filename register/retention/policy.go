package retention

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Policy is how long a Comune keeps footage and the logs of its site. It can be
// shorter than the regulation's figures; longer only where the law leaves room.
// The zero value is the regulation's.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); Garante 8-4-2010 section 3.4; Web notice 6.
type Policy struct {
	VideoDays  int    `json:"video_days,omitempty"`  // urban security: 1 to 7, which is the law's ceiling; 0: 7
	VideoHours int    `json:"video_hours,omitempty"` // other purposes: 1 to 168; 0: 24; more than 24 only with Reasons
	Reasons    string `json:"reasons,omitempty"`     // why VideoHours is more than 24, or where that is written
	LogMonths  int    `json:"log_months,omitempty"`  // logs of the site: 1 to 12; 0: 12
}

const (
	maxVideoDays    = 7
	usualVideoHours = 24
	reasonedHours   = 72 // beyond them the European authorities want stronger reasons
	maxVideoHours   = 7 * 24
	maxLogMonths    = 12
)

// Check finds what is doubtful in the policy: more than 72 hours of footage.
// The error is a [*gdpr.InputError] for what the law doesn't allow: a period
// outside its bounds ([gdpr.FaultRange]), more than 24 hours without reasons
// ([gdpr.FaultMissing]).
//
// Law: Regolamento 15(2); Garante 8-4-2010 section 3.4; EDPB 3/2019 121; Web notice 6.
func (p Policy) Check() (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if p.videoHours() <= reasonedHours {
		return nil, nil
	}
	return gdpr.Findings{{Code: CodeVideoLong, Severity: gdpr.Warning, Where: "video_hours",
		Provisions: []gdpr.Provision{"EDPB 3/2019 121", "GDPR 5(1)(e)"}, Args: []any{p.VideoHours}}}, nil
}

func (p Policy) check() error {
	for _, f := range [...]struct {
		field   string
		n, most int
	}{{"video_days", p.VideoDays, maxVideoDays}, {"video_hours", p.VideoHours, maxVideoHours}, {"log_months", p.LogMonths, maxLogMonths}} {
		if f.n < 0 || f.n > f.most {
			return &gdpr.InputError{Field: f.field, Value: strconv.Itoa(f.n), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(f.most)}
		}
	}
	if p.VideoHours > usualVideoHours && blank(p.Reasons) {
		return &gdpr.InputError{Field: "reasons", Fault: gdpr.FaultMissing, Other: "video_hours " + strconv.Itoa(p.VideoHours)}
	}
	return nil
}

func (p Policy) videoDays() int { return or(p.VideoDays, maxVideoDays) }

func (p Policy) videoHours() int { return or(p.VideoHours, usualVideoHours) }

// SiteLogs returns the rule for the logs of the Comune's site, with its words in
// the language that [gdpr.Match] picks for tag: twelve months from the day of the
// request at the most, unless the policy says fewer. They stay longer only for a
// crime against the site, which is a [Hold].
//
// The error is that of [Policy.Check].
//
// Law: Web notice 6; Regolamento 13(9); GDPR 5(1)(e).
func (p Policy) SiteLogs(tag language.Tag) (Rule, error) {
	if err := p.check(); err != nil {
		return Rule{}, err
	}
	return Rule{
		ID:     "site-logs",
		Text:   catalog.Text(tag, "retention.logs.text"),
		Period: gdpr.Term{N: or(p.LogMonths, maxLogMonths), Unit: gdpr.Months},
		Event:  catalog.Text(tag, "retention.logs.event"),
		Basis:  gdpr.Provision("Web notice 6").Cite(tag),
		Fate:   Erase,
	}, nil
}

// or returns n, or the usual figure where n isn't given.
func or(n, usual int) int {
	if n == 0 {
		return usual
	}
	return n
}
