package breach_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

// told is an incident of which the description says nothing remarkable: a
// breach of security on current data of identifiable persons, and none of what
// would weigh more or less. The cases say what differs.
func told(differs func(*Facts)) Facts {
	f := Facts{
		PersonalData: gdpr.Yes, Security: gdpr.Yes, Identifiable: gdpr.Yes, Current: gdpr.Yes,
		Destruction: gdpr.No, Loss: gdpr.No, Alteration: gdpr.No, Disclosure: gdpr.No, Access: gdpr.No,
		Excluded: gdpr.No, Encrypted: gdpr.No, KeySafe: gdpr.No, Public: gdpr.No,
		Special: gdpr.No, Judicial: gdpr.No, Financial: gdpr.No, Credentials: gdpr.No, Identity: gdpr.No, Location: gdpr.No, Private: gdpr.No, Slight: gdpr.No,
		Many: gdpr.No, Vulnerable: gdpr.No, Minors: gdpr.No,
		Hostile: gdpr.No, Spread: gdpr.No, Trusted: gdpr.No, Recovered: gdpr.No, Prolonged: gdpr.No,
		Harm: gdpr.No, Backup: gdpr.No, InTime: gdpr.No,
	}
	differs(&f)
	return f
}

func set(a gdpr.Answer, facts ...*gdpr.Answer) {
	for _, f := range facts {
		*f = a
	}
}

func yes(facts ...*gdpr.Answer)     { set(gdpr.Yes, facts...) }
func no(facts ...*gdpr.Answer)      { set(gdpr.No, facts...) }
func unknown(facts ...*gdpr.Answer) { set(gdpr.Unknown, facts...) }

// The official cases, in our words. EDPB 01/2021 has 18, WP250 (now EDPB 9/2022)
// ten in its annex B with their variants and four in its text. A duty is given
// as the source answers it; Unknown stands for an answer that the source makes
// depend on what it doesn't tell, and isn't asserted.
var officialCases = []struct {
	source gdpr.Provision
	title  string
	facts  Facts
	level  Level // Undetermined: the source leaves it open
	notify gdpr.Answer
	tell   gdpr.Answer
	kinds  Kinds // those that the source names or accepts
}{
	{"EDPB 01/2021 case 01", "ransomware on data encrypted at rest; logs exclude a leak; restored in hours", told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Excluded, &f.Encrypted, &f.KeySafe, &f.Hostile, &f.Backup, &f.InTime)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality | Integrity | Availability},
	{"EDPB 01/2021 case 02", "ransomware; logs exclude a leak; no backup, typed in again from paper in five working days", told(func(f *Facts) {
		yes(&f.Loss, &f.Alteration, &f.Excluded, &f.Hostile)
	}), Risk, gdpr.Yes, gdpr.No, Integrity | Availability},
	{"EDPB 01/2021 case 03", "ransomware in a hospital; no leak; backup, but surgery put off for two days", told(func(f *Facts) {
		yes(&f.Loss, &f.Excluded, &f.Special, &f.Private, &f.Many, &f.Vulnerable, &f.Hostile, &f.Backup, &f.Harm)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Integrity | Availability},
	{"EDPB 01/2021 case 04", "ransomware with leak of identity cards and payment cards of thousands; the backup lost too", told(func(f *Facts) {
		yes(&f.Destruction, &f.Access, &f.Identity, &f.Financial, &f.Many, &f.Hostile, &f.Spread)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity | Availability},
	{"EDPB 01/2021 case 05", "malware on a job site for a month, able to wipe its traces; 213 applications", told(func(f *Facts) {
		yes(&f.Access, &f.Identity, &f.Private, &f.Hostile, &f.Spread, &f.Prolonged)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity},
	{"EDPB 01/2021 case 06", "salted password hashes and free pseudonyms of a cooking site's users stolen", told(func(f *Facts) {
		yes(&f.Access, &f.Encrypted, &f.KeySafe, &f.Credentials, &f.Many, &f.Hostile, &f.Spread)
		no(&f.Identifiable)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
	{"EDPB 01/2021 case 07", "credential stuffing at a bank: identity data of 100,000 shown, 2,000 accounts entered", told(func(f *Facts) {
		yes(&f.Access, &f.Identity, &f.Credentials, &f.Financial, &f.Many, &f.Hostile, &f.Spread)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity},
	{"EDPB 01/2021 case 08", "a leaving employee copies the clients' contact data and solicits them", told(func(f *Facts) {
		yes(&f.Access, &f.Hostile, &f.Prolonged)
		unknown(&f.Many)
	}), Risk, gdpr.Yes, gdpr.No, Confidentiality},
	{"EDPB 01/2021 case 09", "an agent under contract sees two dozen other clients, reports it and confirms the deletion in writing", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Trusted, &f.Recovered)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
	{"EDPB 01/2021 case 10", "two encrypted tablets of a day nursery stolen, switched off; backup; wiped from afar", told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Encrypted, &f.KeySafe, &f.Identity, &f.Minors, &f.Hostile, &f.Backup, &f.InTime)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality | Integrity | Availability},
	{"EDPB 01/2021 case 11", "an unprotected laptop stolen with name, sex, address and date of birth of 100,000", told(func(f *Facts) {
		yes(&f.Access, &f.Identity, &f.Many, &f.Hostile, &f.Spread)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality},
	{"EDPB 01/2021 case 12", "the only paper log of a drug rehabilitation centre stolen", told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Special, &f.Private, &f.Vulnerable, &f.Hostile, &f.Spread)
		unknown(&f.Many)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity | Availability},
	{"EDPB 01/2021 case 13", "two parcels of shoes swapped, called back and sent again", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Recovered)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality | Availability},
	{"EDPB 01/2021 case 14", "an employment office mails to 60,000 jobseekers the file with their social security numbers", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Identity, &f.Many, &f.Vulnerable, &f.Spread)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality},
	{"EDPB 01/2021 case 15", "a list of a course's participants, two lactose intolerances in it, to fifteen former participants", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Special, &f.Slight)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
	{"EDPB 01/2021 case 16", "two motor policies in one envelope: date of birth and number plate of one to another", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Identity)
	}), Risk, gdpr.Yes, gdpr.No, Confidentiality},
	{"EDPB 01/2021 case 17", "a caller poses as a customer and gets his telephone bills for a month", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Alteration, &f.Private, &f.Hostile)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity},
	{"EDPB 01/2021 case 18", "forwarding rules in mailboxes for three months; wages of 99 employees to an outsider", told(func(f *Facts) {
		yes(&f.Access, &f.Financial, &f.Private, &f.Hostile, &f.Spread, &f.Prolonged)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality | Integrity},

	{"EDPB 9/2022 example i", "an encrypted stick with a copy of an archive stolen, key safe, other copies", told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Encrypted, &f.KeySafe, &f.Hostile, &f.Backup, &f.InTime)
		unknown(&f.Special, &f.Judicial, &f.Financial, &f.Credentials, &f.Identity, &f.Location, &f.Private, &f.Many, &f.Vulnerable, &f.Minors)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality | Availability},
	{"EDPB 9/2022 example i", "the same stick, when the key turns out to be known", told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Encrypted, &f.Hostile, &f.Backup, &f.InTime)
		unknown(&f.Special, &f.Judicial, &f.Financial, &f.Credentials, &f.Identity, &f.Location, &f.Private, &f.Many, &f.Vulnerable, &f.Minors)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality | Availability},
	{"EDPB 9/2022 example ii", "data of an online service's customers carried off in an attack", told(func(f *Facts) {
		yes(&f.Access, &f.Hostile, &f.Spread)
		unknown(&f.Special, &f.Judicial, &f.Financial, &f.Credentials, &f.Identity, &f.Location, &f.Private, &f.Many, &f.Vulnerable, &f.Minors)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 example iii", "a power cut of minutes at a call centre", told(func(f *Facts) {
		yes(&f.Loss, &f.Backup, &f.InTime)
		unknown(&f.Many)
	}), Unlikely, gdpr.No, gdpr.No, Availability},
	{"EDPB 9/2022 example iv", "ransomware that only encrypts; no backup", told(func(f *Facts) {
		yes(&f.Destruction, &f.Excluded, &f.Hostile)
		unknown(&f.Harm, &f.Many)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Integrity | Availability},
	{"EDPB 9/2022 example iv", "the same, restored from a backup in good time", told(func(f *Facts) {
		yes(&f.Loss, &f.Excluded, &f.Hostile, &f.Backup, &f.InTime)
		unknown(&f.Many)
	}), Unlikely, gdpr.No, gdpr.No, Integrity | Availability},
	{"EDPB 9/2022 example v", "one customer's bank statement sent to another", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Financial, &f.Private)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 example vi", "user names, passwords and purchases of a marketplace published", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Credentials, &f.Private, &f.Many, &f.Hostile, &f.Spread)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Confidentiality},
	{"EDPB 9/2022 example vii", "a fault at a processor lets every user see any other's account", told(func(f *Facts) {
		yes(&f.Access, &f.Many, &f.Spread)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 example vii", "the same fault, shown never to have been used", told(func(f *Facts) {
		yes(&f.Access, &f.Excluded, &f.Many)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
	{"EDPB 9/2022 example viii", "an attack keeps a hospital's records out of reach for thirty hours", told(func(f *Facts) {
		yes(&f.Loss, &f.Special, &f.Private, &f.Many, &f.Vulnerable, &f.Hostile, &f.Harm)
		unknown(&f.Backup)
	}), HighRisk, gdpr.Yes, gdpr.Yes, Availability},
	{"EDPB 9/2022 example ix", "data of very many students to a list of more than a thousand", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Many, &f.Spread)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 example x", "an advertising mail with all addresses open", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Many, &f.Spread)
	}), Undetermined, gdpr.Unknown, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 example x", "the same with few addresses and nothing sensitive", told(func(f *Facts) {
		yes(&f.Disclosure)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
	{"EDPB 9/2022 example x", "the same to a psychotherapist's patients", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Special, &f.Private, &f.Many, &f.Vulnerable)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Confidentiality},
	{"EDPB 9/2022 section I", "planned maintenance", told(func(f *Facts) {
		yes(&f.Loss, &f.Backup, &f.InTime)
		no(&f.Security)
		unknown(&f.Many)
	}), NotABreach, gdpr.No, gdpr.No, Availability},
	{"EDPB 9/2022 section I", "a newsletter can't be sent for hours after a power cut", told(func(f *Facts) {
		yes(&f.Loss, &f.Backup, &f.InTime)
		unknown(&f.Many)
	}), Unlikely, gdpr.No, gdpr.No, Availability},
	{"EDPB 9/2022 section I", "a hospital's critical data out of reach for a while: operations may be cancelled", told(func(f *Facts) {
		yes(&f.Loss, &f.Special, &f.Vulnerable, &f.Backup, &f.Harm)
		unknown(&f.Many)
	}), Undetermined, gdpr.Yes, gdpr.Unknown, Availability},
	{"EDPB 9/2022 section II", "the data disclosed were public before", told(func(f *Facts) {
		yes(&f.Disclosure, &f.Public, &f.Many, &f.Spread)
	}), Unlikely, gdpr.No, gdpr.No, Confidentiality},
}

func TestOfficialCases(t *testing.T) {
	require.Len(t, officialCases, 18+19)
	for _, c := range officialCases {
		t.Run(string(c.source)+" "+c.title, func(t *testing.T) {
			_, err := gdpr.ParseProvision(string(c.source))
			require.NoError(t, err)
			a := c.facts.Assess()
			if c.level != Undetermined {
				require.Equal(t, c.level, a.Level)
				require.Empty(t, collect(a.Missing()))
			}
			if c.notify.Known() {
				require.Equal(t, c.notify, a.Notify(), "notify the authority")
			}
			if c.tell.Known() {
				// No case has measures after the breach that removed a high
				// risk, nor an effort out of proportion.
				tell := a.Tell(Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.No})
				want := NotNeeded
				if c.tell == gdpr.Yes {
					want = Personally
				}
				require.Equal(t, want, tell.Manner, "tell the persons")
			}
			require.Equal(t, gdpr.Is(c.level != NotABreach), a.Document(), "every breach is documented")
			require.Zero(t, a.Acts().Kinds()&^c.kinds)
			require.NotZero(t, a.Acts().Kinds())
		})
	}
}
