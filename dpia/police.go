package dpia

import "github.com/b58db29f/gdpr"

// PoliceSystem is a filing system under D.Lgs. 51/2018, the law on data that are
// processed to prevent and pursue crimes: what decides whether the Garante is
// consulted before it is used. The zero value knows nothing.
//
// Law: D.Lgs. 51/2018 24.
type PoliceSystem struct {
	Regime   gdpr.Regime `json:"regime,omitzero"`
	Police   gdpr.Answer `json:"police"`    // does D.Lgs. 51/2018 rule the processing, and not the GDPR?
	New      gdpr.Answer `json:"new"`       // will the data be part of a new filing system?
	HighRisk gdpr.Answer `json:"high_risk"` // does the impact assessment show a high risk, if no measures were taken against it?
	Kind     gdpr.Answer `json:"kind"`      // has this kind of processing a high risk by itself, as with new techniques or genetic or biometric data?
}

// Consultation tells whether the Garante must be consulted before the processing.
// It isn't the rule of the GDPR, which looks at the risk that is left with the
// measures: a kind of processing with a high risk is enough, whatever is left. The
// Garante has six weeks from the request for its written advice. Under a regime
// without Italian public law, and where D.Lgs. 51/2018 doesn't rule, the answer is
// [gdpr.No]: then see [Assessment.Consultation].
//
// Law: D.Lgs. 51/2018 24.
func (p PoliceSystem) Consultation() gdpr.Answer {
	if !p.Regime.Has(gdpr.PublicLaw) {
		return gdpr.No
	}
	return gdpr.All(p.Police, p.New, p.HighRisk.Or(p.Kind))
}
