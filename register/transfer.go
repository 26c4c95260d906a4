package register

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Transfer is a transfer of data to a third country or an international
// organisation.
//
// Law: Regolamento 16(2); GDPR 30(1)(e); GDPR 44.
type Transfer struct {
	Country      string    `json:"country,omitempty"`      // two letters (ISO 3166): "CH"
	Organisation string    `json:"organisation,omitempty"` // or the international organisation
	Safeguard    Safeguard `json:"safeguard,omitempty"`    // on what it rests
	Documents    string    `json:"documents,omitempty"`    // where the safeguards are documented
}

// Safeguard is on what a transfer rests. The zero value is not given.
//
// Law: GDPR 45(3); GDPR 46(2); GDPR 46(3); GDPR 49(1).
type Safeguard uint8

// The safeguards and derogations, in the order of the GDPR.
//
//words:label register.safeguard
const (
	Adequacy           Safeguard = iota + 1 // adequacy: GDPR 45(3): a decision of adequacy
	AuthorityAgreement                      // authority_agreement: GDPR 46(2)(a): a binding instrument between public authorities
	BindingRules                            // binding_rules: GDPR 46(2)(b): binding corporate rules
	ModelClauses                            // model_clauses: GDPR 46(2)(c): clauses of the Commission
	AuthorityClauses                        // authority_clauses: GDPR 46(2)(d): clauses of an authority, approved
	CodeOfConduct                           // code_of_conduct: GDPR 46(2)(e)
	Certification                           // certification: GDPR 46(2)(f)
	AuthorisedClauses                       // authorised_clauses: GDPR 46(3)(a): own clauses, authorised
	Arrangement                             // arrangement: GDPR 46(3)(b): provisions in arrangements between authorities, authorised
	TransferConsent                         // consent: GDPR 49(1)(a)
	TransferContract                        // contract: GDPR 49(1)(b)
	ThirdContract                           // third_contract: GDPR 49(1)(c): a contract in the person's interest
	TransferInterest                        // public_interest: GDPR 49(1)(d): important public interest
	TransferClaims                          // claims: GDPR 49(1)(e)
	TransferVital                           // vital_interests: GDPR 49(1)(f)
	PublicRegister                          // public_register: GDPR 49(1)(g)
	Compelling                              // compelling: GDPR 49(1), second subparagraph: compelling legitimate interests
)

var safeguardProvisions = [...]gdpr.Provision{
	Adequacy:           "GDPR 45(3)",
	AuthorityAgreement: "GDPR 46(2)(a)", BindingRules: "GDPR 46(2)(b)", ModelClauses: "GDPR 46(2)(c)",
	AuthorityClauses: "GDPR 46(2)(d)", CodeOfConduct: "GDPR 46(2)(e)", Certification: "GDPR 46(2)(f)",
	AuthorisedClauses: "GDPR 46(3)(a)", Arrangement: "GDPR 46(3)(b)",
	TransferConsent: "GDPR 49(1)(a)", TransferContract: "GDPR 49(1)(b)", ThirdContract: "GDPR 49(1)(c)",
	TransferInterest: "GDPR 49(1)(d)", TransferClaims: "GDPR 49(1)(e)", TransferVital: "GDPR 49(1)(f)",
	PublicRegister: "GDPR 49(1)(g)", Compelling: "GDPR 49(1)",
}

// Provision returns the safeguard's citation, or "" for the zero value.
//
// Law: GDPR 45(3); GDPR 46(2); GDPR 46(3); GDPR 49(1).
func (s Safeguard) Provision() gdpr.Provision {
	if int(s) >= len(safeguardProvisions) {
		return ""
	}
	return safeguardProvisions[s]
}

// Closed reports whether the ground is closed to a public authority that
// exercises its powers: consent, contracts, compelling legitimate interests.
//
// Law: GDPR 49(3).
func (s Safeguard) Closed() bool {
	return s == TransferConsent || s == TransferContract || s == ThirdContract || s == Compelling
}

// isCountry reports whether code is that of a country by ISO 3166-1, in two
// capitals: not one that is only reserved (UK, EL, EU), nor one for private use.
func isCountry(code string) bool {
	switch code { // reserved, or of the library that knows the codes
	case "AC", "AN", "BU", "CP", "CQ", "CS", "DD", "DG", "EA", "EL", "EU", "EZ", "FX", "IC", "NT", "SU", "TA", "TP", "UK", "UN", "XK", "YD", "YU", "ZR":
		return false
	}
	region, err := language.ParseRegion(code)
	return err == nil && region.IsCountry() && region.String() == code
}

// inside reports whether the country applies the GDPR as a member of the Union
// or of the European Economic Area, so that it is no third country.
func inside(country string) bool {
	switch country {
	case "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
		"LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO":
		return true
	}
	return false
}
