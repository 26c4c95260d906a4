// Package comune is the file of a Comune that the examples share: what an office
// would keep of its requests, breaches, assessments, acts and notices. A host of
// its own would keep the same values of the library in its database.
package comune

import (
	_ "embed"
	"errors"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/audit"
	"github.com/b58db29f/gdpr/register/pdnd"
	"github.com/b58db29f/gdpr/register/retention"
	"github.com/b58db29f/gdpr/register/security"
	"github.com/b58db29f/gdpr/register/transparency"
	"github.com/b58db29f/gdpr/rights"
	"github.com/b58db29f/gdpr/roles"
)

// Sample is the file of an invented Comune, with a few things wrong on purpose.
//
//go:embed comune.json
var Sample []byte

// Comune is the file.
type Comune struct {
	Name         string              `json:"name"`
	Regime       gdpr.Regime         `json:"regime,omitzero"` // whose law binds the body: template, public, italy, union
	On           date.Date           `json:"on,omitzero"`     // the day on which an invented Comune lives
	Calendar     string              `json:"calendar,omitempty"`
	Patron       *Patron             `json:"patron,omitempty"`
	Policy       Policy              `json:"policy,omitzero"`
	Requests     []Request           `json:"requests,omitempty"`
	Breaches     *breach.Register    `json:"breaches,omitempty"`
	Assessments  []Impact            `json:"assessments,omitempty"`
	Organisation *roles.Organisation `json:"organisation,omitempty"`
	Register     *register.Register  `json:"register,omitempty"`
	Site         *register.Site      `json:"site,omitempty"`
	Publication  *Publication        `json:"publication,omitempty"` // duties of transparency and the notice board
	Keeping      *Keeping            `json:"keeping,omitempty"`
	Security     *Security           `json:"security,omitempty"`
	Monitoring   *Monitoring         `json:"monitoring,omitempty"`
	Notices      []Notice            `json:"notices,omitempty"`
	Platform     []pdnd.Filing       `json:"platform,omitempty"` // accesses to PagoPA's data platform
}

// Request is a request of a data subject, with the office that answers it.
type Request struct {
	rights.Request
	Office string `json:"office,omitempty"`
}

// Patron is the day of the town's patron saint.
type Patron struct {
	Name  string     `json:"name"`
	Month time.Month `json:"month"`
	Day   int        `json:"day"`
}

// Policy is what the Comune has set otherwise than the regulation.
type Policy struct {
	Rights   rights.Policy   `json:"rights,omitzero"`
	DPIA     dpia.Policy     `json:"dpia,omitzero"`
	Register register.Policy `json:"register,omitzero"`
	Breach   breach.Policy   `json:"breach,omitzero"`
}

// Impact is one processing that may need an impact assessment.
type Impact struct {
	Facts        dpia.Facts         `json:"facts"`
	Assessment   *dpia.Assessment   `json:"assessment,omitempty"`
	Consultation *dpia.Consultation `json:"consultation,omitempty"`
}

// Publication is what the Comune did about its duties of publication, and what hangs
// on the notice board (albo pretorio).
type Publication struct {
	Duties []transparency.Entry `json:"duties,omitempty"`
	Board  []Posted             `json:"board,omitempty"`
}

// Posted is one act on the notice board.
type Posted struct {
	ID      string    `json:"id"`
	Kind    string    `json:"kind"` // by id: see transparency.Postings
	Posted  date.Date `json:"posted,omitzero"`
	Removed date.Date `json:"removed,omitzero"`
}

// Keeping is the plan of retention, with what is kept and the footage.
type Keeping struct {
	Policy     retention.Policy      `json:"policy,omitzero"`
	Plan       []string              `json:"plan,omitempty"` // the body's own plan of conservation, line by line of its CSV; the library's rows stand behind it
	Discards   []retention.Discard   `json:"discards,omitempty"`
	Rules      []retention.Rule      `json:"rules,omitempty"`
	Items      []retention.Item      `json:"items,omitempty"`
	Recordings []retention.Recording `json:"recordings,omitempty"`
}

// Security is the state of the security measures and of the credentials.
type Security struct {
	Policy      security.Policy       `json:"policy,omitzero"`
	Checklist   security.Checklist    `json:"checklist,omitzero"`
	Credentials []security.Credential `json:"credentials,omitempty"`
}

// Monitoring is the programme of half-yearly checks.
type Monitoring struct {
	Policy    audit.Policy    `json:"policy,omitzero"`
	Programme audit.Programme `json:"programme"`
}

// Notice is one privacy notice (informativa): as data, or as the text that people
// are given.
type Notice struct {
	Name    string              `json:"name"`
	Context informativa.Context `json:"context"`
	Notice  *informativa.Notice `json:"notice,omitempty"`
	Text    string              `json:"text,omitempty"`
}

// Parse reads the file; an error is a *gdpr.InputError with its field and line.
func Parse(data []byte) (Comune, error) {
	var c Comune
	err := gdpr.Decode(data, &c)
	if c.Regime != gdpr.Template {
		c.bind()
	}
	return c, err
}

// bind says the regime of the body wherever the library asks for it.
func (c *Comune) bind() {
	r := c.Regime
	c.Policy.Rights.Regime, c.Policy.DPIA.Regime, c.Policy.Register.Regime, c.Policy.Breach.Regime = r, r, r, r
	for i := range c.Assessments {
		if a := c.Assessments[i].Assessment; a != nil {
			a.Regime = r
		}
		if consultation := c.Assessments[i].Consultation; consultation != nil {
			consultation.Regime = r
		}
	}
	if c.Organisation != nil {
		c.Organisation.Policy.Regime = r
	}
	if c.Keeping != nil {
		c.Keeping.Policy.Regime = r
	}
	if c.Security != nil {
		c.Security.Policy.Regime = r
	}
	if c.Monitoring != nil {
		c.Monitoring.Policy.Regime = r
	}
	for i := range c.Notices {
		c.Notices[i].Context = c.Notices[i].Context.Under(r)
	}
}

// Conservation returns the plan that the body keeps to: its own over the rows of the
// library that were read.
func (k Keeping) Conservation() (retention.Plan, error) {
	if len(k.Plan) == 0 {
		return retention.KnownPlan(), nil
	}
	own, err := retention.ImportPlan(strings.Join(k.Plan, "\n"))
	return own.Over(retention.KnownPlan()), err
}

// WorkingDays returns the Comune's calendar.
func (c Comune) WorkingDays() (gdpr.Calendar, error) {
	cals := map[string]gdpr.Calendar{"": gdpr.Italy(), "italy": gdpr.Italy(), "rome": gdpr.Rome(), "bolzano": gdpr.Bolzano()}
	cal, ok := cals[c.Calendar]
	if !ok {
		return cal, &gdpr.InputError{Field: "calendar", Value: c.Calendar, Fault: gdpr.FaultName, Other: "italy, rome, bolzano"}
	}
	if c.Patron == nil {
		return cal, nil
	}
	cal, err := cal.With(gdpr.PatronSaint(gdpr.Text{IT: c.Patron.Name, EN: c.Patron.Name}, c.Patron.Month, c.Patron.Day))
	var in *gdpr.InputError
	if errors.As(err, &in) {
		_, in.Field, _ = strings.Cut(in.Field, "].") // of the one rule that is the file's
	}
	return cal, gdpr.At("patron", err)
}
