package informativa

import (
	"iter"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Element is a piece of information that a notice gives, or lacks. The zero
// value is no element. Their words ("right_access") are those by which corpora
// of labelled notices call them.
//
// Whether an element is there says nothing of whether it is true or enough:
// that is for [Notice.Check] and for people.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
type Element uint8

// The elements, in the order of articles 13 and 14, then those of the notice
// on the web.
const (
	// Controller is the name of who decides why and how data are processed.
	Controller Element = iota + 1
	// ControllerContact is an address, mailbox, telephone or form of the
	// controller, or for questions of privacy; the data protection officer's
	// alone isn't one.
	ControllerContact
	// DPO is a way to reach the data protection officer; that there is one
	// isn't enough.
	DPO
	// Purposes says for what data are processed, in words that tell one
	// purpose from another.
	Purposes
	// LegalBasis says on what ground the processing is lawful.
	LegalBasis
	// DataCategories says which kinds of data are processed.
	DataCategories
	// Source says that data come from elsewhere than the person.
	Source
	// Recipients says to whom data may be disclosed, or that they aren't.
	Recipients
	// Transfers says whether data leave the European Union.
	Transfers
	// Retention says how long data are kept, or by what criterion.
	Retention
	// RetentionPeriod gives a definite period, or the rule that fixes it.
	RetentionPeriod
	// RightAccess names the right to know whether data exist and to have them.
	RightAccess
	// RightRectification names the right to have data corrected or completed.
	RightRectification
	// RightErasure names the right to have data erased.
	RightErasure
	// RightRestriction names the right to have the processing restricted.
	RightRestriction
	// RightObjection names the right to object to the processing.
	RightObjection
	// RightPortability names the right to take data elsewhere.
	RightPortability
	// ConsentWithdrawal says that consent can be withdrawn.
	ConsentWithdrawal
	// Complaint says that one can complain to the supervisory authority.
	Complaint
	// Exercise says how, or to whom, one writes to use the rights.
	Exercise
	// Provision says whether one must give the data.
	Provision
	// Consequences says what follows if one doesn't.
	Consequences
	// AutomatedDecision says whether machines decide or profiles are made.
	AutomatedDecision
	// Methods says with what means data are processed.
	Methods
	// Security says that measures protect the data.
	Security
	// BrowsingData describes what is collected while one browses.
	BrowsingData
	// Cookies describes their use, or says that there are none.
	Cookies
	// Norm cites the Regulation under which the notice is given.
	Norm
)

var elementNames = gdpr.Names{"",
	"controller", "controller_contact", "dpo", "purposes", "legal_basis", "data_categories", "source",
	"recipients", "transfers", "retention", "retention_period", "right_access", "right_rectification",
	"right_erasure", "right_restriction", "right_objection", "right_portability", "consent_withdrawal",
	"complaint", "exercise", "provision", "consequences", "automated_decision", "methods", "security",
	"browsing_data", "cookies", "norm",
}

var elementLabels = [...]gdpr.Text{
	Controller:         {IT: "Titolare del trattamento", EN: "Controller"},
	ControllerContact:  {IT: "Recapiti del titolare", EN: "Contact of the controller"},
	DPO:                {IT: "Recapiti del responsabile della protezione dei dati", EN: "Contact of the data protection officer"},
	Purposes:           {IT: "Finalità", EN: "Purposes"},
	LegalBasis:         {IT: "Base giuridica", EN: "Legal basis"},
	DataCategories:     {IT: "Categorie di dati", EN: "Categories of data"},
	Source:             {IT: "Origine dei dati", EN: "Source of the data"},
	Recipients:         {IT: "Destinatari", EN: "Recipients"},
	Transfers:          {IT: "Trasferimenti fuori dall'Unione europea", EN: "Transfers outside the European Union"},
	Retention:          {IT: "Conservazione", EN: "Storage"},
	RetentionPeriod:    {IT: "Durata definita della conservazione", EN: "Definite period of storage"},
	RightAccess:        {IT: "Diritto di accesso", EN: "Right of access"},
	RightRectification: {IT: "Diritto di rettifica", EN: "Right to rectification"},
	RightErasure:       {IT: "Diritto alla cancellazione", EN: "Right to erasure"},
	RightRestriction:   {IT: "Diritto di limitazione", EN: "Right to restriction"},
	RightObjection:     {IT: "Diritto di opposizione", EN: "Right to object"},
	RightPortability:   {IT: "Diritto alla portabilità", EN: "Right to portability"},
	ConsentWithdrawal:  {IT: "Revoca del consenso", EN: "Withdrawal of consent"},
	Complaint:          {IT: "Reclamo al Garante", EN: "Complaint to the authority"},
	Exercise:           {IT: "Esercizio dei diritti", EN: "How to use the rights"},
	Provision:          {IT: "Natura del conferimento", EN: "Whether giving data is obligatory"},
	Consequences:       {IT: "Conseguenze del mancato conferimento", EN: "Consequences of not giving data"},
	AutomatedDecision:  {IT: "Decisioni automatizzate e profilazione", EN: "Automated decisions and profiling"},
	Methods:            {IT: "Modalità del trattamento", EN: "Means of processing"},
	Security:           {IT: "Sicurezza", EN: "Security"},
	BrowsingData:       {IT: "Dati di navigazione", EN: "Browsing data"},
	Cookies:            {IT: "Cookie", EN: "Cookies"},
	Norm:               {IT: "Norma di riferimento", EN: "Rule of reference"},
}

// Elements yields every element, in their order.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func Elements() iter.Seq[Element] {
	return func(yield func(Element) bool) {
		for e := Controller; e <= Norm; e++ {
			if !yield(e) {
				return
			}
		}
	}
}

// String returns the word of the element, or "" if e is none.
func (e Element) String() string { return elementNames.String(int(e)) }

// MarshalText returns the word of the element. A value that is no element is
// an [*gdpr.InputError] with [gdpr.FaultName].
func (e Element) MarshalText() ([]byte, error) { return elementNames.Text(int(e)) }

// UnmarshalText reads the word of an element. Any other word is an
// [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (e *Element) UnmarshalText(text []byte) error {
	i, err := elementNames.Parse(string(text))
	if err != nil {
		return err
	}
	*e = Element(i)
	return nil
}

// Label returns what a person reads for the element, in Italian or English;
// "" if e is none.
func (e Element) Label(tag language.Tag) string {
	if int(e) >= len(elementLabels) {
		return ""
	}
	return elementLabels[e].In(tag)
}
