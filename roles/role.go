package roles

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Role is the part that someone has in the Comune's processing. The zero value
// is not given.
//
// Italian law and offices call four of them "responsabile"; here each has a name
// of its own (see the package's glossary).
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1).
type Role uint8

// The roles, from the top.
//
//words:label roles.role
const (
	AsController      Role = iota + 1 // controller: titolare: the Comune, acting by the Mayor
	AsManager                         // manager: responsabile interno: head of an area, designated by the controller
	AsSubManager                      // sub_manager: sub-responsabile: designated by a manager for a sector
	AsAuthorised                      // authorised: autorizzato (incaricato): anyone else who processes data under them
	AsProcessor                       // processor: responsabile esterno: the processor of GDPR art. 28
	AsJointController                 // joint_controller: contitolare: another body that decides with the Comune
	AsOfficer                         // officer: RPD: the data protection officer
	AsDelegate                        // delegate: delegato: who acts for the head of the body within a written delegation
	AsReferent                        // referent: referente: contact of an office for the officer or the head
	AsPrivacyManager                  // privacy_manager: who sees to data protection for the whole body
	AsAdministrator                   // administrator: amministratore di sistema
	AsSecurityOfficer                 // security_officer: responsabile della sicurezza informatica
	AsRPCT                            // rpct: responsabile della prevenzione della corruzione e della trasparenza
	AsWhistleblowing                  // whistleblowing: gestore delle segnalazioni: who handles reports of wrongdoing
	AsBreachTeam                      // breach_team: member of the group that deals with breaches
)

// label returns what a person reads for a word of an enumeration.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "roles."+enumeration+"."+word)
}
