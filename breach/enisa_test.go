package breach_test

import (
	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

// The examples of the components in the annexes of ENISA's method, in our words.

// Annex 1: the data processing context.
var officialContexts = []struct {
	data     string
	category Category
	step     int
	points   float64
}{
	{"Names and phone numbers, customer list of a supermarket or restaurant", SimpleData, 0, 1},
	{"Names and phone numbers from a seller of luxury cars or homes", SimpleData, 1, 2},
	{"Names and phone numbers from an e-pharmacy for diabetes patients", SimpleData, 2, 3},
	{"Names of undercover secret-police staff", SimpleData, 3, 4},
	{"CV database of an open career site", SimpleData, 0, 1},
	{"CVs from a body helping unemployed people find work", SimpleData, 1, 2},
	{"CVs from an institution supporting gay people's rights", SimpleData, 2, 3},
	{"CVs from a body helping recovering drug addicts find work", SimpleData, 3, 4},
	{"Names and postal addresses of a flower shop's customers", SimpleData, 0, 1},
	{"Names and postal addresses from an investment bank", SimpleData, 1, 2},
	{"Delivery addresses of an adult bookstore", SimpleData, 2, 3},
	{"Names and addresses of persons accused of child abuse", SimpleData, 3, 4},
	{"Incoming calls to an ISP technical helpdesk", BehaviouralData, -1, 1},
	{"ISP subscribers' call history of one week", BehaviouralData, 0, 2},
	{"ISP subscribers' call history of one year", BehaviouralData, 1, 3},
	{"Incoming calls of a psychological support centre for the seriously ill", BehaviouralData, 2, 4},
	{"Supermarket loyalty card, points total only", BehaviouralData, -1, 1},
	{"Supermarket loyalty card, one month of purchases", BehaviouralData, 0, 2},
	{"Transport card, one year of movements", BehaviouralData, 1, 3},
	{"Pharmacy card, recent medical purchases", BehaviouralData, 2, 4},
	{"Social-network data already public", BehaviouralData, -1, 1},
	{"Social network, one month of friends-only posts", BehaviouralData, 0, 2},
	{"Social network, one year of friends-only posts", BehaviouralData, 1, 3},
	{"Private messages that may expose sexual life or health", BehaviouralData, 2, 4},
	{"Bank letter showing only that a person is a client", FinancialData, -2, 1},
	{"One day of transactions without details", FinancialData, -1, 2},
	{"Account balances of the last month", FinancialData, 0, 3},
	{"One year of balances with all transactions and details", FinancialData, 1, 4},
	{"Statement that an income declaration was filed", FinancialData, -2, 1},
	{"Tax rate due by a person", FinancialData, -1, 2},
	{"All fields of one year's income declaration", FinancialData, 0, 3},
	{"All fields of ten years of income declarations", FinancialData, 1, 4},
	{"Card details more than ten years old, no longer valid", FinancialData, -2, 1},
	{"Partial card data from an online shop, not enough to pay", FinancialData, -1, 2},
	{"Partial card data from a bank with one year of purchases", FinancialData, 0, 3},
	{"Full card details usable for payments", FinancialData, 1, 4},
	{"Laboratory: only that general blood tests were made", SensitiveData, -3, 1},
	{"Emergency-room laboratory: only that blood tests were made", SensitiveData, -2, 2},
	{"Laboratory: test for a specific disease, no result", SensitiveData, -1, 3},
	{"Laboratory: test results", SensitiveData, 0, 4},
	{"Party members whose affiliation is publicly known", SensitiveData, -3, 1},
	{"Attendees of a charity event sponsored by a party", SensitiveData, -2, 2},
	{"Attendees of a party's conference", SensitiveData, -1, 3},
	{"Political opinions from a closed forum", SensitiveData, 0, 4},
	{"Names of users of a relationship discussion forum", SensitiveData, -3, 1},
	{"Names of a dating site's customers", SensitiveData, -2, 2},
	{"Names of customers of a dating site specialised, not exclusively, by orientation", SensitiveData, -1, 3},
	{"Declared sexual orientation of a dating site's customers", SensitiveData, 0, 4},
	{"Credentials for a music store", SimpleData, 0, 1},
	{"Credentials for a supermarket site with shopping lists", BehaviouralData, 0, 2},
	{"Credentials for a social network", BehaviouralData, 1, 3},
	{"Credentials for the national tax system", FinancialData, 0, 3},
	{"Credentials for online banking able to pay", FinancialData, 1, 4},
	{"Credentials for a community on sexual preferences", SensitiveData, 0, 4},
	{"Medical certificate stating only good health", SensitiveData, -3, 1},
}

// Annex 2: the ease of identification.
var officialIdentifications = []struct {
	data   string
	degree Identification
	points float64
}{
	{"full name: whole country, many namesakes", Negligible, 0.25},
	{"full name: whole country, few namesakes", Limited, 0.5},
	{"full name: small city, few or no namesakes", Significant, 0.75},
	{"full name: with date of birth and e-mail", Maximum, 1},
	{"id number: alone, reference database not accessible", Negligible, 0.25},
	{"id number: reveals more (e.g. birth date) and linked to address or e-mail", Significant, 0.75},
	{"id number: with reference data (name and/or picture)", Maximum, 1},
	{"phone or address: whole country, not in a public register", Negligible, 0.25},
	{"phone or address: small city, not in a public register", Limited, 0.5},
	{"phone or address: whole country, in a public register", Maximum, 1},
	{"email: no name in it, not the person's main searchable address", Negligible, 0.25},
	{"email: no name in it, but main searchable address", Significant, 0.75},
	{"email: shows the name and is the main searchable address", Maximum, 1},
	{"picture: unclear or distant", Negligible, 0.25},
	{"picture: unclear with location clues", Limited, 0.5},
	{"picture: clear, nothing linked", Significant, 0.75},
	{"picture: clear and linked to other information", Maximum, 1},
	{"code or alias: not linkable without the reference database", Negligible, 0.25},
	{"code or alias: reveals some data and linked to e.g. e-mail", Significant, 0.75},
	{"code or alias: reveals full name or reference data available", Maximum, 1},
}

// Annex 3: the circumstances of the breach. Which field of the factors scores
// them, and how far they go.
var officialCircumstances = []struct {
	breach  string
	factors Factors
	points  float64
}{
	{"Paper file or laptop lost in transit, no evidence of unlawful processing", Factors{Confidentiality: LeastExtent}, 0},
	{"Equipment disposed of without wiping, no evidence of unlawful processing", Factors{Confidentiality: LeastExtent}, 0},
	{"E-mail sent by mistake to a number of known recipients", Factors{Confidentiality: PartExtent}, 0.25},
	{"Some customers could open other customers' accounts", Factors{Confidentiality: PartExtent}, 0.25},
	{"Data posted on a message board", Factors{Confidentiality: FullExtent}, 0.5},
	{"Data uploaded to a P2P site", Factors{Confidentiality: FullExtent}, 0.5},
	{"Employee sells a disc with customer data", Factors{Confidentiality: FullExtent}, 0.5},
	{"Misconfigured site makes internal users' data public", Factors{Confidentiality: FullExtent}, 0.5},
	{"Records wrongly updated, original restored before any use", Factors{Integrity: LeastExtent}, 0},
	{"Record needed for an online social service changed, offline request needed", Factors{Integrity: PartExtent}, 0.25},
	{"Important record in an online medical file changed", Factors{Integrity: PartExtent}, 0.25},
	{"As before, original not recoverable", Factors{Integrity: FullExtent}, 0.5},
	{"A copy is lost, other copies exist", Factors{Availability: LeastExtent}, 0},
	{"Corrupted database easily rebuilt from others", Factors{Availability: LeastExtent}, 0},
	{"Corrupted database rebuilt with some processing", Factors{Availability: PartExtent}, 0.25},
	{"Lost file, person can supply the data again", Factors{Availability: PartExtent}, 0.25},
	{"Lost or corrupted, no backup, person cannot supply it", Factors{Availability: FullExtent}, 0.5},
	{"Employee intentionally shares customers' data on social media", Factors{Malicious: gdpr.Yes}, 0.5},
	{"Employee sells customers' data to a company", Factors{Malicious: gdpr.Yes}, 0.5},
	{"Network member sends others' data to their relatives to harm them", Factors{Malicious: gdpr.Yes}, 0.5},
}

// Whole scores, computed from the components; the bands are those of section 3.2.
var derivedScores = []struct {
	breach  string
	factors Factors
	total   float64
	band    Band
}{
	{"Lowest possible score", Factors{Contexts: []Context{{Category: SimpleData}}, Identification: Negligible, Confidentiality: LeastExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.No}, 0.25, Low},
	{"Highest possible score", Factors{Contexts: []Context{{Category: SensitiveData}}, Identification: Maximum, Confidentiality: FullExtent, Integrity: FullExtent, Availability: FullExtent, Malicious: gdpr.Yes}, 6.0, VeryHigh},
	{"Just below the medium band (1.75)", Factors{Contexts: []Context{{Category: SimpleData}}, Identification: Maximum, Confidentiality: PartExtent, Integrity: PartExtent, Availability: PartExtent, Malicious: gdpr.No}, 1.75, Low},
	{"Exactly 2: medium starts here", Factors{Contexts: []Context{{Category: SimpleData}}, Identification: Maximum, Confidentiality: FullExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.Yes}, 2.0, Medium},
	{"Below high (2.75)", Factors{Contexts: []Context{{Category: FinancialData}}, Identification: Significant, Confidentiality: PartExtent, Integrity: PartExtent, Availability: LeastExtent, Malicious: gdpr.No}, 2.75, Medium},
	{"Exactly 3: high starts here", Factors{Contexts: []Context{{Category: FinancialData}}, Identification: Maximum, Confidentiality: LeastExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.No}, 3, High},
	{"Exactly 4: very high starts here", Factors{Contexts: []Context{{Category: SensitiveData}}, Identification: Maximum, Confidentiality: LeastExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.No}, 4, VeryHigh},
	{"Names list mailed to known wrong recipients", Factors{Contexts: []Context{{Category: SimpleData}}, Identification: Maximum, Confidentiality: PartExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.No}, 1.25, Low},
	{"Laboratory results with full identity sold", Factors{Contexts: []Context{{Category: SensitiveData}}, Identification: Maximum, Confidentiality: FullExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.Yes}, 5.0, VeryHigh},
}
