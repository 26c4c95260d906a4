package retention

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is how long a body keeps footage and the logs of its site. The zero
// value is the regulation's; what a body sets for itself is never an error, and a
// finding of [Policy.Check] where it goes beyond the law.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); EDPB 3/2019 121; Web notice 6.
type Policy struct {
	Regime     gdpr.Regime `json:"regime,omitzero"`       // whose law binds the body
	VideoDays  int         `json:"video_days,omitempty"`  // urban security; 0: 7, which is the law's ceiling
	VideoHours int         `json:"video_hours,omitempty"` // other purposes; 0: the template's 24, or 72 without it
	Reasons    string      `json:"reasons,omitempty"`     // why they are more than usual, or where that is written
	LogMonths  int         `json:"log_months,omitempty"`  // logs of the site; 0: 12
}

const (
	maxVideoDays    = 7
	usualVideoHours = 24
	reasonedHours   = 72 // beyond them the European authorities want stronger reasons
	maxVideoHours   = 7 * 24
	maxLogMonths    = 12

	// No camera and no log is kept for a century: above it a figure has no meaning.
	centuryDays   = 36_525
	centuryHours  = 24 * centuryDays
	centuryMonths = 1200
)

// The findings of [Policy.Check].
const (
	CodeVideoDays    gdpr.Code = "retention.video.days"    // violation: urban security footage is kept … days: the law allows seven, save special needs
	CodeVideoReasons gdpr.Code = "retention.video.reasons" // warning: footage is kept … hours, and the reasons aren't given
	CodeVideoLong    gdpr.Code = "retention.video.long"    // warning: footage is kept for … hours: beyond 72 the reasons must be stronger
	CodeVideoWeek    gdpr.Code = "retention.video.week"    // warning: footage is kept … hours, more than a week: the choice wants reasons, in writing
	CodeLogsLong     gdpr.Code = "retention.logs.long"     // warning: the site's logs are kept … months: the site's notice allows twelve at most
)

var (
	videoDays    = find.Violation(CodeVideoDays, "D.L. 11/2009 6(8)", "Regolamento 15(2)")
	videoReasons = find.Warning(CodeVideoReasons, "GDPR 5(2)", "EDPB 3/2019 121")
	videoUsual   = find.Warning(CodeVideoReasons, "Regolamento 15(2)")
	videoLong    = find.Warning(CodeVideoLong, "EDPB 3/2019 121", "GDPR 5(1)(e)")
	videoWeek    = find.Warning(CodeVideoWeek, "EDPB 3/2019 121", "GDPR 5(1)(e)", "Regolamento 15(2)")
	logsLong     = find.Warning(CodeLogsLong, "Web notice 6")
)

// Check finds where the policy goes beyond the law, or beyond what it can defend:
//
//   - more than seven days of urban security, which is a violation unless special
//     needs are written down, and a warning then;
//   - other footage for more hours than the template's 24, or than 72, without
//     reasons;
//   - more than 72 hours, which want stronger reasons, and more than a week: the
//     law sets no ceiling outside urban security, and the controller answers for
//     the time that it chooses. The Council of State is told to have held so on 31
//     October 2025 (no. 8472), and the Garante in its answers of 5 December 2020;
//     neither text was read here;
//   - logs of the site for more than the model notice's twelve months.
//
// The error is a [*gdpr.InputError] with [gdpr.FaultRange] for a negative figure,
// or one of more than a century.
//
// Law: D.L. 11/2009 6(8); Regolamento 15(2); EDPB 3/2019 121; GDPR 5(1)(e); GDPR 5(2); Web notice 6.
func (p Policy) Check() (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	c := find.In(p.Regime)
	reasoned := !blank.Is(p.Reasons)
	switch {
	case p.VideoDays <= maxVideoDays:
	case reasoned:
		c.Add(videoDays.As(gdpr.Warning), "video_days", p.VideoDays)
	default:
		c.Add(videoDays, "video_days", p.VideoDays)
	}
	switch {
	case reasoned:
	case p.VideoHours > reasonedHours:
		c.Add(videoReasons, "reasons", p.VideoHours)
	case p.VideoHours > usualVideoHours && p.Regime.Has(gdpr.Template):
		c.Add(videoUsual, "reasons", p.VideoHours)
	}
	switch {
	case p.VideoHours > maxVideoHours:
		c.Add(videoWeek, "video_hours", p.VideoHours)
	case p.VideoHours > reasonedHours:
		c.Add(videoLong, "video_hours", p.VideoHours)
	}
	if p.LogMonths > maxLogMonths {
		c.Add(logsLong, "log_months", p.LogMonths)
	}
	return c.Findings(), nil
}

func (p Policy) check() error {
	for _, f := range [...]struct {
		field   string
		n, most int
	}{{"video_days", p.VideoDays, centuryDays}, {"video_hours", p.VideoHours, centuryHours}, {"log_months", p.LogMonths, centuryMonths}} {
		if f.n < 0 || f.n > f.most {
			return &gdpr.InputError{Field: f.field, Value: strconv.Itoa(f.n), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(f.most)}
		}
	}
	return nil
}

func (p Policy) videoDays() int { return or(p.VideoDays, maxVideoDays) }

// videoHours returns the hours of other footage, and the provision that they rest
// on.
func (p Policy) videoHours() (int, gdpr.Provision) {
	if p.Regime.Has(gdpr.Template) {
		return or(p.VideoHours, usualVideoHours), "Garante 8-4-2010 section 3.4"
	}
	return or(p.VideoHours, reasonedHours), "EDPB 3/2019 121"
}

// SiteLogs returns the rule for the logs of the body's site, with its words in
// the language that [gdpr.Match] picks for tag: twelve months from the day of the
// request, by the model notice, unless the policy says otherwise. No law sets
// them. They stay longer for a crime against the site, which is a [Hold].
//
// The error is that of [Policy.Check].
//
// Law: Web notice 6; GDPR 5(1)(e); Regolamento 13(9).
func (p Policy) SiteLogs(tag language.Tag) (Rule, error) {
	if err := p.check(); err != nil {
		return Rule{}, err
	}
	basis := gdpr.Provision("GDPR 5(1)(e)")
	if p.Regime.Has(gdpr.Template) {
		basis = "Web notice 6"
	}
	return Rule{
		ID:       "site-logs",
		Text:     catalog.Text(tag, "retention.logs.text"),
		Period:   gdpr.Term{N: or(p.LogMonths, maxLogMonths), Unit: gdpr.Months},
		Event:    catalog.Text(tag, "retention.logs.event"),
		Basis:    basis.Cite(tag),
		Fate:     Erase,
		Archival: gdpr.No,
	}, nil
}

// or returns n, or the usual figure where n isn't given.
func or(n, usual int) int {
	if n == 0 {
		return usual
	}
	return n
}
