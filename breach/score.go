package breach

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Factors are what ENISA's method of 2013 scores. The zero value knows nothing.
//
// Law: ENISA 2013.
type Factors struct {
	// Contexts are the categories of data, each with its step up or down. The
	// highest counts.
	Contexts []Context `json:"contexts"`
	// Identification is how easily a person is identified from the data; the
	// easiest way counts.
	Identification Identification `json:"identification,omitempty"`
	// Confidentiality: LeastExtent, no evidence of unlawful processing of what
	// was exposed; PartExtent, known recipients; FullExtent, an unknown number.
	Confidentiality Extent `json:"confidentiality,omitempty"`
	// Integrity: LeastExtent, not altered or put right before any use;
	// PartExtent, altered, used and recoverable; FullExtent, not recoverable.
	Integrity Extent `json:"integrity,omitempty"`
	// Availability: LeastExtent, easily recovered; PartExtent, for a while;
	// FullExtent, for ever.
	Availability Extent `json:"availability,omitempty"`
	// Malicious: was there ill intent?
	Malicious gdpr.Answer `json:"malicious"`

	// Over100 and Unintelligible are told beside the score and don't enter it.
	Over100        gdpr.Answer `json:"over_100"`       // are more than 100 persons concerned?
	Unintelligible gdpr.Answer `json:"unintelligible"` // strong encryption, key safe?
}

// Context is one category of data (DPC) and the whole steps by which its
// circumstances raise or lower it; a step must be explained. The steps are, for
// simple data 0 to 3, behavioural -1 to 2, financial -2 to 1, sensitive -3 to 0,
// so that the score stays within 1 to 4.
//
// What raises it is the volume for each person, and what the controller or the
// persons are; what lowers it is data known to be invalid, public before, or
// telling little. Credentials take the category of the system that they open.
//
// Law: ENISA 2013.
type Context struct {
	Category Category `json:"category,omitempty"`
	Step     int      `json:"step,omitempty"`
	Why      string   `json:"why,omitempty"` // why the step is taken
}

// Category is a category of data in ENISA's method. The zero value is unknown.
type Category uint8

// The categories, from the lightest; each scores its number.
//
//words:label breach.category
const (
	SimpleData      Category = iota + 1 // simple: who one is, how to reach him, education, work
	BehaviouralData                     // behavioural: location, traffic, preferences, habits
	FinancialData                       // financial: income, accounts, cards, benefits tied to need
	SensitiveData                       // sensitive: health, politics, sexual life and the like
)

// Identification is how easily a person is identified (EI). The zero value is
// unknown.
type Identification uint8

// The four degrees of ease: each scores its number of quarters.
//
//words:label breach.identification
const (
	Negligible  Identification = iota + 1 // negligible: 0.25: a common name in a whole country, a bare number
	Limited                               // limited: 0.5: a rare name in a whole country
	Significant                           // significant: 0.75: a name in a small town, a number that shows more
	Maximum                               // maximum: 1: a name with date of birth, a document, a clear linked picture
)

// Extent is how far one circumstance of a breach (CB) goes: see the fields of
// [Factors]. The zero value is unknown.
type Extent uint8

// The three extents.
//
//words:label breach.extent
const (
	LeastExtent Extent = iota + 1 // least: 0
	PartExtent                    // part: 0.25
	FullExtent                    // full: 0.5
)

// Quarters is a number of points in quarters, in which every figure of the
// method is whole: 7 is 1.75 points.
type Quarters int

// Points returns the points as a number: 1.75.
//
// Law: ENISA 2013.
func (q Quarters) Points() float64 { return float64(q) / 4 }

// String returns the points: "1.75".
func (q Quarters) String() string { return strconv.FormatFloat(q.Points(), 'f', -1, 64) }

// Range is the lowest and the highest points that are possible. They are the
// same where the factor is known.
type Range struct {
	Low  Quarters `json:"low"`
	High Quarters `json:"high"`
}

// Known reports whether the range is a single figure.
//
// Law: ENISA 2013.
func (r Range) Known() bool { return r.Low == r.High }

// String returns the figure, or both: "1.75", "0.25-1".
func (r Range) String() string {
	if r.Known() {
		return r.Low.String()
	}
	return r.Low.String() + "-" + r.High.String()
}

func (r Range) plus(s Range) Range { return Range{r.Low + s.Low, r.High + s.High} }

// Score is ENISA's severity of a breach, with every factor in view. It informs
// the assessment and doesn't replace it: the method itself sets no threshold for
// the duties to notify and to tell, and the usual ones get official cases wrong.
// Where a factor is unknown, the score is a range, never a guess.
//
// Law: ENISA 2013.
type Score struct {
	Context         Range `json:"context"`         // DPC: 1 to 4
	Identification  Range `json:"identification"`  // EI: 0.25 to 1
	Confidentiality Range `json:"confidentiality"` // CB: each 0 to 0.5
	Integrity       Range `json:"integrity"`
	Availability    Range `json:"availability"`
	Malicious       Range `json:"malicious"`
	Total           Range `json:"total"` // DPC x EI + CB: 0.25 to 6

	Over100        gdpr.Answer `json:"over_100"` // beside the score
	Unintelligible gdpr.Answer `json:"unintelligible"`
}

// Bands returns the bands of the lowest and of the highest total.
//
// Law: ENISA 2013.
func (s Score) Bands() (low, high Band) { return s.Total.Low.Band(), s.Total.High.Band() }

// Score computes the severity: context times ease of identification, plus the
// circumstances. The error is a *gdpr.InputError: a step that the category
// doesn't have (gdpr.FaultRange), an unknown enumeration value (gdpr.FaultName).
//
// Law: ENISA 2013.
func (f Factors) Score() (Score, error) {
	s := Score{Over100: f.Over100, Unintelligible: f.Unintelligible}
	var err error
	if s.Context, err = contexts(f.Contexts); err != nil {
		return Score{}, err
	}
	if s.Identification, err = f.Identification.points(); err != nil {
		return Score{}, err
	}
	if s.Confidentiality, err = f.Confidentiality.points(); err != nil {
		return Score{}, gdpr.At("confidentiality", err)
	}
	if s.Integrity, err = f.Integrity.points(); err != nil {
		return Score{}, gdpr.At("integrity", err)
	}
	if s.Availability, err = f.Availability.points(); err != nil {
		return Score{}, gdpr.At("availability", err)
	}
	switch f.Malicious {
	case gdpr.No:
	case gdpr.Yes:
		s.Malicious = Range{2, 2}
	default:
		s.Malicious = Range{0, 2}
	}
	cb := s.Confidentiality.plus(s.Integrity).plus(s.Availability).plus(s.Malicious)
	s.Total = Range{
		s.Context.Low*s.Identification.Low/4 + cb.Low,
		s.Context.High*s.Identification.High/4 + cb.High,
	}
	return s, nil
}

// contexts returns the highest of the contexts, in quarters.
func contexts(all []Context) (Range, error) {
	if len(all) == 0 {
		return Range{4, 16}, nil
	}
	var most Range
	for i, c := range all {
		r, err := c.points()
		if err != nil {
			return Range{}, gdpr.At("contexts["+strconv.Itoa(i)+"]", err)
		}
		most = Range{max(most.Low, r.Low), max(most.High, r.High)}
	}
	return most, nil
}

func (c Context) points() (Range, error) {
	base := int(c.Category)
	switch {
	case c.Category >= categoryCount:
		return Range{}, &gdpr.InputError{Field: "category", Value: strconv.Itoa(base), Fault: gdpr.FaultName, Other: "1-4"}
	case c.Category == 0 && c.Step == 0:
		return Range{4, 16}, nil
	case c.Category == 0:
		return Range{}, &gdpr.InputError{Field: "category", Fault: gdpr.FaultMissing, Other: "1-4"}
	case c.Step < 1-base || c.Step > 4-base:
		return Range{}, &gdpr.InputError{Field: "step", Value: strconv.Itoa(c.Step), Fault: gdpr.FaultRange, Other: strconv.Itoa(1-base) + " - " + strconv.Itoa(4-base)}
	}
	q := Quarters(4 * (base + c.Step))
	return Range{q, q}, nil
}

func (i Identification) points() (Range, error) {
	if i >= identificationCount {
		return Range{}, &gdpr.InputError{Field: "identification", Value: strconv.Itoa(int(i)), Fault: gdpr.FaultName, Other: "1-4"}
	}
	if i == 0 {
		return Range{1, 4}, nil
	}
	return Range{Quarters(i), Quarters(i)}, nil
}

func (e Extent) points() (Range, error) {
	if e >= extentCount {
		return Range{}, &gdpr.InputError{Value: strconv.Itoa(int(e)), Fault: gdpr.FaultName, Other: "1-3"}
	}
	if e == 0 {
		return Range{0, 2}, nil
	}
	return Range{Quarters(e - 1), Quarters(e - 1)}, nil
}

// Band is a band of the score.
type Band uint8

// The bands, each from its figure up to below the next.
//
//words:label breach.band
const (
	Low      Band = iota + 1 // low: below 2
	Medium                   // medium: from 2
	High                     // high: from 3
	VeryHigh                 // very_high: from 4
)

// Band returns the band of the points.
//
// Law: ENISA 2013.
func (q Quarters) Band() Band {
	switch {
	case q < 8:
		return Low
	case q < 12:
		return Medium
	case q < 16:
		return High
	}
	return VeryHigh
}

// CodeScoreUnexplained is the finding of [Factors.Check].
const CodeScoreUnexplained gdpr.Code = "breach.score.unexplained" // warning: the step of the score isn't explained

var scoreUnexplained = find.Warning(CodeScoreUnexplained, "ENISA 2013")

// Check tells what the score's record lacks: a step up or down of a context must
// say why.
//
// Law: ENISA 2013.
func (f Factors) Check() gdpr.Findings {
	c := find.In(gdpr.Template)
	for i, context := range f.Contexts {
		if context.Step != 0 && blank(context.Why) {
			c.Add(scoreUnexplained, find.Index("contexts", i)+".why")
		}
	}
	return c.Findings()
}
