package breach

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Facts is what is known of an incident: the factors by which WP250 (section
// IV.B) and the cases of EDPB 01/2021 weigh the risk to the persons. The zero
// value knows nothing, and whatever it leaves out is Unknown.
//
// Answer Yes where the thing is so; No where it is established not to be, or
// where the description leaves no room for it; Unknown where nobody has looked
// yet. The five acts, and a fact that would harm the persons, are Yes also where
// evidence can't exclude them: the Comune must be able to show that a risk is
// unlikely (recital 85), so absence of proof isn't proof of absence. A fact that
// would help the Comune (Excluded, Encrypted, KeySafe, Public, Slight, Trusted,
// Recovered, Backup, InTime) is Yes only where it can be shown, and No once
// somebody has looked and can't show it. A finished report that doesn't speak of
// one leaves it at No too: who reports a breach tells what speaks for him.
//
// The facts are those of the day of the assessment. Later events change them, and
// then it is made anew.
//
// What the data are (Special to Private) is told of any of the persons: one
// identity number in a list of names makes Identity Yes. Several may be Yes.
//
// No fact is a number: the law has no figure for "many persons" or "in time".
//
// Law: Regolamento 36(1); Regolamento 38(1); Regolamento 39(1); GDPR 33(1); GDPR 34(1); GDPR recital 85; WP250; EDPB 01/2021.
//
//facts:bits breach.assessment
//facts:not excluded encrypted key_safe public slight trusted recovered backup in_time
type Facts struct {
	// Is it a breach at all?

	// PersonalData: do the data concern identified or identifiable persons?
	PersonalData gdpr.Answer `json:"personal_data"`
	// Security: did security fail: an attack, a theft, a loss, a fault, a
	// mistake of staff, an excess of authority? No for planned maintenance, and
	// for processing that is unlawful but went as intended. Where a body publishes
	// on purpose more than it may, authorities differ: by the text of GDPR 4(12) no
	// security failed, and the Polish one fined a body that hadn't notified it
	// (UODO 5131.33.2023). Answer Yes in doubt: it is the reading that protects from a
	// fine.
	Security gdpr.Answer `json:"security"`

	// What was done to the data: the five acts of the regulation (art. 36).

	// Destruction: data no longer exist, or not in a usable form. Ransomware
	// that encrypts without a key to undo it destroys.
	Destruction gdpr.Answer `json:"destruction"`
	// Loss: the Comune can no longer reach or use data, for ever or for a
	// while: a lost or stolen device or file, a system out of service.
	Loss gdpr.Answer `json:"loss"`
	// Alteration: data were changed without authority or by mistake.
	Alteration gdpr.Answer `json:"alteration"`
	// Disclosure: data went to someone not entitled to them: a wrong addressee,
	// an open list of recipients, a publication.
	Disclosure gdpr.Answer `json:"disclosure"`
	// Access: someone not entitled could get at data: an intruder, by ransomware
	// too, a thief or finder of a device or file, a colleague or user without the
	// permission.
	Access gdpr.Answer `json:"access"`

	// What stands between the data and whoever got at them.

	// Excluded: does evidence (complete logs, a seal still closed) show that
	// nobody read or took the data? No where there is no such evidence: malware
	// that can wipe its traces, incomplete logs, a device that isn't found, a
	// recipient's own word that he didn't look.
	Excluded gdpr.Answer `json:"excluded"`
	// Encrypted: had the Comune made the data, as they were exposed,
	// unintelligible by a state-of-the-art method: encryption, or salted hashing
	// of passwords? What ransomware encrypts is not meant: the attacker can read
	// it.
	Encrypted gdpr.Answer `json:"encrypted"`
	// KeySafe: are the key, or the means to undo that protection, out of reach
	// of whoever got at the data, and not weak? It counts with Encrypted alone.
	KeySafe gdpr.Answer `json:"key_safe"`
	// Public: were all of these data lawfully public before?
	Public gdpr.Answer `json:"public"`
	// Identifiable: can whoever got at the data tell, with reasonable effort, whom
	// they concern? No for free pseudonyms or codes whose table is safe; but a
	// password that still works opens the account, and so tells.
	Identifiable gdpr.Answer `json:"identifiable"`

	// What the data are. Several may be Yes.

	// Special: data of GDPR art. 9: health, religion, politics, union, ethnic
	// origin, sexual life, genetics, biometrics.
	Special gdpr.Answer `json:"special"`
	// Judicial: data on convictions, offences or security measures (art. 10).
	Judicial gdpr.Answer `json:"judicial"`
	// Financial: accounts, cards, income, wages, debts, wealth, taxes, benefits
	// tied to need. Not the price of a purchase or the class of a policy.
	Financial gdpr.Answer `json:"financial"`
	// Credentials: user names with passwords, PINs, tokens: what opens a system.
	Credentials gdpr.Answer `json:"credentials"`
	// Identity: what serves to pose as the person: identity documents, tax or
	// social security numbers, or the name with the date of birth and more. Not
	// the name with contact details alone.
	Identity gdpr.Answer `json:"identity"`
	// Location: where a person was over time, or is now; or the address or new
	// name of someone who keeps it hidden, as persons under protection do. Not an
	// address as such.
	Location gdpr.Answer `json:"location"`
	// Private: what shows a person's private life in some depth: letters,
	// messages, call records, bills with their details, a CV, a school or work
	// appraisal, a family's or social worker's file, a history of purchases; or
	// what a duty of secrecy protects, such as who reported a wrong or sought
	// help. Not one order, nor the plain terms of a contract.
	Private gdpr.Answer `json:"private"`
	// Slight: do data of these seven sorts show only in passing, and say so
	// little that nobody could come to harm: a food intolerance on a list of
	// guests, the bare fact of having an account? No as soon as one of them opens
	// something, as an identity number or a password does.
	Slight gdpr.Answer `json:"slight"`
	// Current: are the data still true and usable? No only where time has taken
	// the harm out of them: a card long expired, an address left years ago. A
	// diagnosis and a name stay current.
	Current gdpr.Answer `json:"current"`

	// Whom they concern.

	// Many: is the number of persons large? The official cases take a few dozen
	// for few, and thousands for many; what lies between is the assessor's
	// judgement, by what the data are for.
	Many gdpr.Answer `json:"many"`
	// Vulnerable: patients, the elderly, people in need or out of work, asylum
	// seekers, victims, people under protection. Not employees as such.
	Vulnerable gdpr.Answer `json:"vulnerable"`
	// Minors: are there children among them?
	Minors gdpr.Answer `json:"minors"`

	// Who got at them.

	// Hostile: is it, or can it be, someone with ill intent: an attacker, a
	// thief, an impostor, an employee who takes or uses data for ends of his own?
	// No for mistakes and faults with no sign of such a person, and for a
	// curiosity that is shown to be no more.
	Hostile gdpr.Answer `json:"hostile"`
	// Spread: did the data reach the public, someone unknown, or so many that
	// nobody can make sure what becomes of the data? Yes for a thing that is lost
	// and not found, and for an address whose holder nobody knows; No for a few
	// persons whom the Comune can name and reach.
	Spread gdpr.Answer `json:"spread"`
	// Trusted: is everyone who got them someone with whom the Comune has a
	// standing relation, who must follow its instructions and can be relied on
	// to: another office, its processor, its agent? A duty of professional
	// secrecy alone is not enough, nor is a stranger's honesty. Never who went
	// beyond his permission, nor so many colleagues that not each was asked.
	Trusted gdpr.Answer `json:"trusted"`
	// Recovered: did everyone give all of the data back, or confirm in writing
	// that they are deleted? A request to delete isn't a confirmation. It weighs
	// together with Trusted alone: nobody can vouch for a stranger's word.
	Recovered gdpr.Answer `json:"recovered"`
	// Prolonged: did the exposure last so long before it was found that nobody
	// can tell any more what was done in the meantime?
	Prolonged gdpr.Answer `json:"prolonged"`

	// What it did to the persons.

	// Harm: was someone gravely harmed, or put in danger, by what became of the
	// data: care put off, a benefit unpaid, a right lost, money taken, a hidden
	// address revealed to whom it was hidden from, a false debt or offence on
	// which others act? Not a delay, a nuisance, or unwanted advertising; nor
	// what could happen one day.
	Harm gdpr.Answer `json:"harm"`
	// Backup: are the data whole somewhere (a full copy, or themselves intact
	// behind a system that is down), so that they can be restored in full? It
	// counts for destruction, loss and alteration.
	Backup gdpr.Answer `json:"backup"`
	// InTime: were they back, whole and right, before the persons could feel the
	// lack of them or anybody relied on the altered ones? It counts for
	// destruction, loss and alteration.
	InTime gdpr.Answer `json:"in_time"`
}

// known returns the facts as bits, each of which speaks for a higher risk: where a
// fact speaks against one its bit is its opposite. Data of a sort that only persons
// have are personal, whatever is said of that: see Check.
func (f *Facts) known() kleene.Facts {
	known := f.said()
	if known.Yes&ofPersons != 0 {
		known = known.With(1<<personalData, gdpr.Yes)
	}
	return known
}

// ofPersons are the facts that hold of personal data alone.
var ofPersons = kleene.Of(identifiable, special, judicial, identity, location, private, vulnerable, minors, harm)
