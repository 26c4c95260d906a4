package breach

// Incident is the kind of incident. The zero value is not given.
//
// Law: GDPR 4(12); GDPR 33(3)(a).
type Incident uint8

// The kinds of incidents, in the order of the EDPB's template.
//
//words:label breach.incident
const (
	StaffAbuse         Incident = iota + 1 // staff_abuse
	Ransomware                             // ransomware
	Malware                                // hacking
	Phishing                               // phishing
	Vulnerability                          // vulnerability
	Intrusion                              // intrusion: unauthorised access in IT
	Exfiltration                           // exfiltration
	WrongPersonShown                       // wrong_person_shown
	DeviceLost                             // device_lost: or stolen
	ElectronicWaste                        // electronic_waste
	PaperDiscarded                         // paper_discarded
	MailLost                               // mail_lost: lost, opened or misdelivered
	Misconfiguration                       // misconfiguration
	WrongPermissions                       // wrong_permissions
	PaperLost                              // paper_lost: lost, stolen or left about
	Deletion                               // deletion
	WrongRecipient                         // wrong_recipient: shown to
	SentByMistake                          // sent_by_mistake
	OpenRecipients                         // open_recipients
	Malfunction                            // malfunction
	UnauthorisedChange                     // unauthorised_change
	Publication                            // publication: unintended
	WordOfMouth                            // word_of_mouth
	IncidentNotYet                         // to_be_determined
	OtherIncident                          // other
)

// Cause is where the breach came from. The zero value is not given.
//
// Law: GDPR 33(3)(a); Garante 209/2021.
type Cause uint8

// The causes, in the order of the EDPB's template.
//
//words:label breach.cause
const (
	InternalAccident Cause = iota + 1 // internal_accident
	InternalIntent                    // internal_intent
	ExternalAccident                  // external_accident
	ExternalIntent                    // external_intent
	CauseNotYet                       // to_be_determined
	CauseUnknown                      // unknown
)

// Count is how a number is known. The zero value is by the number itself: exact,
// approximate, or not given.
//
// Law: GDPR 33(3)(a).
type Count uint8

// The ways in which it is known, beside a number.
//
//words:label breach.count
const (
	NeverCounted Count = iota + 1 // undeterminable
	CountNotYet                   // to_be_determined
)

// Leak is what became of the confidentiality of data. The zero value is not given.
//
// Law: GDPR 4(12).
type Leak uint8

// What became of it, in the order of the EDPB's template.
//
//words:label breach.leak
const (
	Leaked       Leak = iota + 1 // leaked
	LikelyLeaked                 // likely: without evidence
	NotLeaked                    // not_leaked: by reasonable evidence
	LeakNever                    // undeterminable
	LeakNotYet                   // to_be_determined
)

// Legible is whether the data could be understood. The zero value is not given.
//
// Law: GDPR 34(3)(a).
type Legible uint8

// Whether they could, in the order of the EDPB's template.
//
//words:label breach.legible
const (
	Unintelligible Legible = iota + 1 // unintelligible
	Breakable                         // breakable: protected, but likely to be undone
	Intelligible                      // intelligible
	LegibleNever                      // undeterminable
	LegibleNotYet                     // to_be_determined
)

// Tampering is what became of the integrity of data. The zero value is not given.
//
// Law: GDPR 4(12).
type Tampering uint8

// What became of it, in the order of the EDPB's template.
//
//words:label breach.tampering
const (
	Altered          Tampering = iota + 1 // altered: no sign of misuse
	MisusedReparable                      // misused_reparable
	MisusedForGood                        // misused_for_good
)

// Outage is what became of the availability of data. The zero value is not given.
//
// Law: GDPR 4(12).
type Outage uint8

// What became of it, in the order of the EDPB's template.
//
//words:label breach.outage
const (
	TemporaryOutage Outage = iota + 1 // temporary
	PermanentOutage                   // permanent
	OutageUnknown                     // undetermined
)

// PersonKinds is a set of kinds of persons. The zero value is the empty set.
//
// Law: GDPR 33(3)(a).
type PersonKinds uint16

// The kinds of persons, in the order of the EDPB's template; the last three are
// the Garante's.
//
//words:set breach.person
const (
	Customers     PersonKinds = 1 << iota // customers
	Employees                             // employees: and consultants
	Forces                                // forces: military or police
	Children                              // minors
	Patients                              // patients
	Students                              // students
	Subscribers                           // subscribers
	Users                                 // users
	WeakPersons                           // vulnerable
	OtherPersons                          // other
	PersonsNotYet                         // to_be_determined
	Members                               // members: of an association
	OfficeHolders                         // office_holders
	Beneficiaries                         // beneficiaries
)

// DataKinds is a set of kinds of data. The zero value is the empty set.
//
// Law: GDPR 9(1); GDPR 10; GDPR 33(3)(a).
type DataKinds uint32

// The kinds of data, in the order of the EDPB's template; the last is the
// Garante's.
//
//words:set breach.datum
const (
	BasicData       DataKinds = 1 << iota // basic: name, birth, tax number
	ContactData                           // contact
	BiometricData                         // biometric
	CriminalData                          // criminal
	PoliticalData                         // political
	EthnicData                            // ethnic
	ReligiousData                         // religious
	SexualData                            // sexual
	UnionData                             // union
	GeneticData                           // genetic
	HealthData                            // health
	EconomicData                          // economic
	WorkHealthData                        // work_health
	IdentifyingData                       // identification
	LocationData                          // location
	DocumentData                          // documents: official ones
	PaymentData                           // payment
	ProfileData                           // profile
	CredentialData                        // credentials
	DataNotYet                            // to_be_determined
	OtherData                             // other
	ServiceData                           // communication_service: of an electronic one
)

// Safeguards is a set of measures in place. The zero value is the empty set.
//
// Law: GDPR 32(1).
type Safeguards uint16

// The measures, in the order of the EDPB's template.
//
//words:set breach.safeguard
const (
	Pseudonyms      Safeguards = 1 << iota // pseudonymisation
	Backups                                // backup
	Encryption                             // encryption
	Rules                                  // policies
	Training                               // training
	IncidentLog                            // incident_log
	AccessLevels                           // access_levels
	LogicalControl                         // logical_control
	Audits                                 // audits
	PhysicalControl                        // physical_control
	UpToDate                               // up_to_date
	OtherSafeguard                         // other
)

// Preventions is a set of measures against a repetition. The zero value is the
// empty set.
//
// Law: GDPR 33(3)(d).
type Preventions uint16

// The measures, in the order of the EDPB's template.
//
//words:set breach.prevention
const (
	Anonymise       Preventions = 1 << iota // anonymisation
	MoreBackups                             // backup
	NewProcess                              // process
	Encrypt                                 // encryption
	NewRules                                // policies
	Train                                   // training
	Erase                                   // erasure
	LogIncidents                            // incident_log
	LimitAccess                             // access_levels
	ControlAccess                           // logical_control
	AuditMore                               // audits
	ControlPlaces                           // physical_control
	Pseudonymise                            // pseudonymisation
	Update                                  // up_to_date
	OtherPrevention                         // other
)

// Exposure is a set of consequences of a loss of confidentiality.
//
// Law: GDPR 33(3)(c).
type Exposure uint8

// The consequences, in the order of both forms.
//
//words:set breach.exposure
const (
	BeyondNotice  Exposure = 1 << iota // beyond_notice: known beyond what the notice or the law says
	Linkable                           // linkable: to other data
	Misusable                          // misusable: for other or unlawful ends
	OtherExposure                      // other
	ExposureOpen                       // under_assessment
)

// Corruption is a set of consequences of a loss of integrity.
//
// Law: GDPR 33(3)(c).
type Corruption uint8

// The consequences, in the order of both forms.
//
//words:set breach.corruption
const (
	Inconsistent    Corruption = 1 << iota // inconsistent: changed, and no longer valid
	Consistent                             // consistent: changed into data that pass for valid
	OtherCorruption                        // other
	CorruptionOpen                         // under_assessment
)

// Disruption is a set of consequences of a loss of availability.
//
// Law: GDPR 33(3)(c).
type Disruption uint8

// The consequences, in the order of both forms.
//
//words:set breach.disruption
const (
	NoService       Disruption = 1 << iota // no_access
	BadService                             // disrupted
	OtherDisruption                        // other
	DisruptionOpen                         // under_assessment
)

// Impacts is a set of possible effects on the persons.
//
// Law: GDPR recital 85.
type Impacts uint16

// The effects, in the order of the EDPB's template.
//
//words:set breach.impact
const (
	LossOfControl   Impacts = 1 << iota // loss_of_control
	RightsLimited                       // rights_limited
	Discrimination                      // discrimination
	IdentityTheft                       // identity_theft
	Fraud                               // fraud
	FinancialLoss                       // financial_loss
	PseudonymUndone                     // pseudonym_undone
	Reputation                          // reputation
	Secrecy                             // secrecy: professional
	KnownToThirds                       // known_to_third_parties
	Disadvantage                        // disadvantage: economic or social
	BodilyHarm                          // bodily_harm: or mental
	PropertyHarm                        // property_harm
	OtherImpact                         // other
	ImpactOpen                          // to_be_determined
)

// Severity is how grave the effects on the persons can be, by the Garante's form.
// The zero value is not given. It isn't the level of risk, which takes its
// likelihood as well.
//
// Law: GDPR recital 76; Garante 209/2021.
type Severity uint8

// The degrees, from the least.
//
//words:label breach.severity
const (
	NegligibleSeverity Severity = iota + 1 // negligible
	LowSeverity                            // low
	MediumSeverity                         // medium
	HighSeverity                           // high
	SeverityOpen                           // to_be_determined
)
