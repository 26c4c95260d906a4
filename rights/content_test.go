package rights_test

import (
	"encoding/json"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestAccessReply leaves out one part of a full reply at a time.
func TestAccessReply(t *testing.T) {
	full := rights.AccessReply{
		Processed: yes, Indirect: yes, Automated: yes, Transfers: yes, Named: yes, Faithful: yes, Essential: yes, LogsAsked: yes, Applied: yes, Documents: true, Logs: true,
		Confirmed: true, Copy: true, Purposes: true, Categories: true, Recipients: true, Retention: true,
		Rights: true, Complaint: true, Source: true, Logic: true, Safeguards: true,
	}
	require.Empty(t, full.Check())
	for _, c := range []struct {
		part  func(*rights.AccessReply) *bool
		code  gdpr.Code
		where string
		law   gdpr.Provision
	}{
		{func(a *rights.AccessReply) *bool { return &a.Confirmed }, rights.CodeAccessConfirmed, "confirmed", "GDPR 15(1)"},
		{func(a *rights.AccessReply) *bool { return &a.Copy }, rights.CodeAccessCopy, "copy", "GDPR 15(3)"},
		{func(a *rights.AccessReply) *bool { return &a.Documents }, rights.CodeAccessDocuments, "documents", "CJEU C-487/21"},
		{func(a *rights.AccessReply) *bool { return &a.Logs }, rights.CodeAccessLogs, "logs", "CJEU C-579/21"},
		{func(a *rights.AccessReply) *bool { return &a.Purposes }, rights.CodeAccessPurposes, "purposes", "GDPR 15(1)(a)"},
		{func(a *rights.AccessReply) *bool { return &a.Categories }, rights.CodeAccessCategories, "categories", "GDPR 15(1)(b)"},
		{func(a *rights.AccessReply) *bool { return &a.Recipients }, rights.CodeAccessRecipients, "recipients", "GDPR 15(1)(c)"},
		{func(a *rights.AccessReply) *bool { return &a.Retention }, rights.CodeAccessRetention, "retention", "GDPR 15(1)(d)"},
		{func(a *rights.AccessReply) *bool { return &a.Rights }, rights.CodeAccessRights, "rights", "GDPR 15(1)(e)"},
		{func(a *rights.AccessReply) *bool { return &a.Complaint }, rights.CodeAccessComplaint, "complaint", "GDPR 15(1)(f)"},
		{func(a *rights.AccessReply) *bool { return &a.Source }, rights.CodeAccessSource, "source", "GDPR 15(1)(g)"},
		{func(a *rights.AccessReply) *bool { return &a.Logic }, rights.CodeAccessLogic, "logic", "GDPR 15(1)(h)"},
		{func(a *rights.AccessReply) *bool { return &a.Safeguards }, rights.CodeAccessSafeguards, "safeguards", "GDPR 15(2)"},
	} {
		reply := full
		*c.part(&reply) = false
		fs := reply.Check()
		require.Equal(t, []found{{c.code, gdpr.Violation, c.where}}, summary(fs))
		require.Contains(t, fs[0].Provisions, c.law)
		requireTold(t, fs)
	}
}

// TestAccessReplyConditions: some parts are owed only in some cases, and an
// unknown case is a warning.
func TestAccessReplyConditions(t *testing.T) {
	require.Empty(t, rights.AccessReply{Processed: no, Confirmed: true}.Check(), "no data: saying so is all")
	require.Equal(t, []found{{rights.CodeAccessConfirmed, gdpr.Violation, "confirmed"}}, summary(rights.AccessReply{Processed: no}.Check()))

	reply := rights.AccessReply{
		Processed: yes, Indirect: no, Automated: no, Transfers: no, Named: yes, Faithful: yes, Essential: no, LogsAsked: no,
		Confirmed: true, Copy: true, Purposes: true, Categories: true, Recipients: true, Retention: true, Rights: true, Complaint: true,
	}
	require.Empty(t, reply.Check())
	reply.Indirect, reply.Automated, reply.Transfers = 0, 0, 0
	require.Equal(t, []found{
		{rights.CodeAccessSource, gdpr.Warning, "source"},
		{rights.CodeAccessLogic, gdpr.Warning, "logic"},
		{rights.CodeAccessSafeguards, gdpr.Warning, "safeguards"},
	}, summary(reply.Check()))

	fs := rights.AccessReply{}.Check()
	require.Len(t, fs, 13)
	require.Equal(t, gdpr.Violation, fs[0].Severity)
	for _, f := range fs[1:] {
		require.Equal(t, gdpr.Warning, f.Severity)
	}
}

func TestRefusal(t *testing.T) {
	require.Empty(t, rights.Refusal{}.Check(), "nothing refused")
	full := rights.Refusal{Sent: day("2026-03-02"), Reasons: "obbligo di conservazione", Complaint: true, Court: true}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.Refusal){
		{rights.CodeRefusalReasons, gdpr.Violation, "reasons"}:     func(r *rights.Refusal) { r.Reasons = "\t" },
		{rights.CodeRefusalComplaint, gdpr.Violation, "complaint"}: func(r *rights.Refusal) { r.Complaint = false },
		{rights.CodeRefusalCourt, gdpr.Violation, "court"}:         func(r *rights.Refusal) { r.Court = false },
	} {
		r := full
		change(&r)
		require.Equal(t, []found{want}, summary(r.Check()))
		requireTold(t, r.Check())
	}
}

func TestCommunication(t *testing.T) {
	require.Empty(t, rights.Communication{Objection: true, Clear: yes, Separate: yes}.Check())
	first := func(c rights.Communication) []found { c.First = yes; return summary(c.Check()) }
	require.Equal(t, []found{{rights.CodeObjectionUntold, gdpr.Violation, "objection"}}, first(rights.Communication{Clear: yes}))
	require.Equal(t, []found{{rights.CodeObjectionUnclear, gdpr.Violation, "clear"}, {rights.CodeObjectionSeparate, gdpr.Warning, "separate"}},
		first(rights.Communication{Objection: true, Clear: no}))
	require.Equal(t, []found{{rights.CodeObjectionUnclear, gdpr.Warning, "clear"}, {rights.CodeObjectionSeparate, gdpr.Violation, "separate"}},
		first(rights.Communication{Objection: true, Separate: no}))
	requireTold(t, rights.Communication{Objection: true}.Check())
	requireTold(t, rights.Communication{}.Check())
}

// TestCommunicationThatMayBeTheFirst: GDPR 21(4) speaks of the first one alone, the
// template of each (21(5)): while nobody says which it is the GDPR is no more than a
// warning.
func TestCommunicationThatMayBeTheFirst(t *testing.T) {
	for _, c := range []struct {
		first  gdpr.Answer
		regime gdpr.Regime
		want   map[gdpr.Provision]gdpr.Severity
	}{
		{yes, gdpr.Template, map[gdpr.Provision]gdpr.Severity{"GDPR 21(4)": gdpr.Violation, "Regolamento 21(5)": gdpr.Violation}},
		{no, gdpr.Template, map[gdpr.Provision]gdpr.Severity{"Regolamento 21(5)": gdpr.Violation}},
		{0, gdpr.Template, map[gdpr.Provision]gdpr.Severity{"GDPR 21(4)": gdpr.Warning, "Regolamento 21(5)": gdpr.Violation}},
		{yes, gdpr.UnionLaw, map[gdpr.Provision]gdpr.Severity{"GDPR 21(4)": gdpr.Violation}},
		{0, gdpr.UnionLaw, map[gdpr.Provision]gdpr.Severity{"GDPR 21(4)": gdpr.Warning}},
		{no, gdpr.UnionLaw, map[gdpr.Provision]gdpr.Severity{}},
	} {
		got := map[gdpr.Provision]gdpr.Severity{}
		for _, f := range (rights.Communication{First: c.first, Regime: c.regime}).Check() {
			for _, p := range f.Provisions {
				got[p] = f.Severity
			}
		}
		require.Equal(t, c.want, got)
	}
}

// validConsent is a consent to which nothing is missing.
var validConsent = rights.Consent{
	Subject: "Bianca Neri", Purposes: []string{"newsletter del Comune di Roccasilvana"}, Proof: "modulo firmato, prot. 812/2026", Given: day("2026-03-02"),
	Free: yes, Specific: yes, Informed: yes, Affirmative: yes, Accessible: yes, Clear: yes, Reversible: yes, Special: no, Automated: no, Abroad: no, Online: no, AI: no,
}

func TestConsent(t *testing.T) {
	fs, err := validConsent.Check()
	require.NoError(t, err)
	require.Empty(t, fs)
	for _, c := range []struct {
		name   string
		change func(*rights.Consent)
		want   []found
	}{
		{"nobody", func(c *rights.Consent) { c.Subject = " " }, []found{{rights.CodeConsentSubject, gdpr.Violation, "subject"}}},
		{"for nothing", func(c *rights.Consent) { c.Purposes = nil }, []found{{rights.CodeConsentPurposes, gdpr.Violation, "purposes"}}},
		{"never", func(c *rights.Consent) { c.Given = 0 }, []found{{rights.CodeConsentGiven, gdpr.Violation, "given"}}},
		{"unproven", func(c *rights.Consent) { c.Proof = "" }, []found{{rights.CodeConsentProof, gdpr.Violation, "proof"}}},
		{"not free", func(c *rights.Consent) { c.Free = no }, []found{{rights.CodeConsentFree, gdpr.Violation, "free"}}},
		{"free, who knows", func(c *rights.Consent) { c.Free = 0 }, []found{{rights.CodeConsentFree, gdpr.Warning, "free"}}},
		{"bundled", func(c *rights.Consent) { c.Specific = no }, []found{{rights.CodeConsentSpecific, gdpr.Violation, "specific"}}},
		{"uninformed", func(c *rights.Consent) { c.Informed = no }, []found{{rights.CodeConsentInformed, gdpr.Violation, "informed"}}},
		{"silent", func(c *rights.Consent) { c.Affirmative = no }, []found{{rights.CodeConsentAffirmative, gdpr.Violation, "affirmative"}}},
		{"hidden", func(c *rights.Consent) { c.Accessible = no }, []found{{rights.CodeConsentAccessible, gdpr.Violation, "accessible"}}},
		{"obscure", func(c *rights.Consent) { c.Clear = no }, []found{{rights.CodeConsentClear, gdpr.Violation, "clear"}}},
		{"for ever", func(c *rights.Consent) { c.Reversible = no }, []found{{rights.CodeConsentReversible, gdpr.Violation, "reversible"}}},
		{"special", func(c *rights.Consent) { c.Special, c.Explicit = yes, yes }, nil},
		{"special, not explicit", func(c *rights.Consent) { c.Special, c.Explicit = yes, no }, []found{{rights.CodeConsentExplicit, gdpr.Violation, "explicit"}}},
		{"special, explicit or not", func(c *rights.Consent) { c.Special = yes }, []found{{rights.CodeConsentExplicit, gdpr.Warning, "explicit"}}},
		{"perhaps special, not explicit", func(c *rights.Consent) { c.Special, c.Explicit = 0, no }, []found{{rights.CodeConsentExplicit, gdpr.Warning, "explicit"}}},
		{"perhaps special, explicit", func(c *rights.Consent) { c.Special, c.Explicit = 0, yes }, nil},

		{"online, 14 today", func(c *rights.Consent) { c.Online, c.Born = yes, day("2012-03-02") }, nil},
		{"online, 14 tomorrow", func(c *rights.Consent) { c.Online, c.Born, c.Parent = yes, day("2012-03-03"), no }, []found{{rights.CodeConsentParent, gdpr.Violation, "parent"}}},
		{"online, 13 already", func(c *rights.Consent) { c.Online, c.Born, c.Parent = yes, day("2013-01-05"), no }, []found{{rights.CodeConsentParent, gdpr.Violation, "parent"}}},
		{"blank purposes", func(c *rights.Consent) { c.Purposes = []string{" ", ""} }, []found{{rights.CodeConsentPurposes, gdpr.Violation, "purposes"}}},
		{"online, 14 next month", func(c *rights.Consent) { c.Online, c.Born = yes, day("2012-04-01") }, []found{{rights.CodeConsentParent, gdpr.Warning, "parent"}}},
		{"online, 13 and a parent", func(c *rights.Consent) { c.Online, c.Born, c.Parent, c.Verified = yes, day("2012-03-03"), yes, yes }, nil},
		{"online, 13 and somebody who says to be a parent", func(c *rights.Consent) { c.Online, c.Born, c.Parent, c.Verified = yes, day("2012-03-03"), yes, no }, []found{{rights.CodeConsentVerified, gdpr.Violation, "verified"}}},
		{"artificial intelligence, 13", func(c *rights.Consent) { c.AI, c.Born, c.Parent = yes, day("2012-03-03"), no }, []found{{rights.CodeConsentParent, gdpr.Violation, "parent"}}},
		{"artificial intelligence, 15", func(c *rights.Consent) { c.AI, c.Born, c.Parent = yes, day("2010-03-03"), no }, nil},
		{"artificial intelligence, 15, obscure", func(c *rights.Consent) { c.AI, c.Born, c.Clear = yes, day("2010-03-03"), no }, []found{{rights.CodeConsentClear, gdpr.Violation, "clear"}, {rights.CodeConsentChild, gdpr.Violation, "clear"}}},
		{"at the desk, 17", func(c *rights.Consent) { c.Born, c.Parent = day("2008-03-03"), no }, []found{{rights.CodeConsentMinor, gdpr.Warning, "parent"}}},
		{"at the desk, 18", func(c *rights.Consent) { c.Born, c.Parent = day("2008-03-02"), no }, nil},
		{"under the GDPR, 15, online", func(c *rights.Consent) {
			c.Regime, c.Online, c.Born, c.Parent = gdpr.UnionLaw, yes, day("2010-03-03"), no
		}, []found{{rights.CodeConsentParent, gdpr.Violation, "parent"}}},
		{"under the GDPR, 15, online, where 13 will do", func(c *rights.Consent) {
			c.Regime, c.Age, c.Online, c.Born, c.Parent = gdpr.UnionLaw, 13, yes, day("2010-03-03"), no
		}, nil},
		{"withdrawn, and stopped that day", func(c *rights.Consent) { c.Withdrawn, c.Stopped = day("2026-05-10"), day("2026-05-10") }, nil},
		{"withdrawn, and stopped the day after", func(c *rights.Consent) { c.Withdrawn, c.Stopped = day("2026-05-10"), day("2026-05-11") }, []found{{rights.CodeConsentStopped, gdpr.Violation, "stopped"}}},
		{"withdrawn, and who knows", func(c *rights.Consent) { c.Withdrawn = day("2026-05-10") }, []found{{rights.CodeConsentStopped, gdpr.Warning, "stopped"}}},
		{"decisions of software, not explicit", func(c *rights.Consent) { c.Automated, c.Explicit = yes, no }, []found{{rights.CodeConsentExplicit, gdpr.Violation, "explicit"}}},
		{"online, 14 last month", func(c *rights.Consent) { c.Online, c.Born = yes, day("2012-02-28") }, nil},
		{"online, age unknown", func(c *rights.Consent) { c.Online = yes }, []found{{rights.CodeConsentBorn, gdpr.Warning, "born"}}},
		{"online, age unknown, a parent", func(c *rights.Consent) { c.Online, c.Parent = yes, yes }, nil},
		{"perhaps online, 13", func(c *rights.Consent) { c.Online, c.Born, c.Parent = 0, day("2012-03-03"), no }, []found{{rights.CodeConsentParent, gdpr.Warning, "parent"}}},
		{"perhaps online, age unknown", func(c *rights.Consent) { c.Online = 0 }, nil},
		{"at the desk, 13", func(c *rights.Consent) { c.Born, c.Parent = day("2012-03-03"), no }, []found{{rights.CodeConsentMinor, gdpr.Warning, "parent"}}},
		{"online, 13, no day", func(c *rights.Consent) { c.Online, c.Born, c.Given = yes, day("2012-03-03"), 0 }, []found{{rights.CodeConsentGiven, gdpr.Violation, "given"}}},
		{"born on 29 February, on 28 February", func(c *rights.Consent) {
			c.Online, c.Born, c.Given, c.Parent = yes, day("2012-02-29"), day("2026-02-28"), no
		}, []found{{rights.CodeConsentParent, gdpr.Violation, "parent"}}},
		{"born on 29 February, on 1 March", func(c *rights.Consent) { c.Online, c.Born, c.Given = yes, day("2012-02-29"), day("2026-03-01") }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			consent := validConsent
			c.change(&consent)
			fs, err := consent.Check()
			require.NoError(t, err)
			require.Equal(t, c.want, summary(fs))
			requireTold(t, fs)
		})
	}
	fs, err = rights.Consent{}.Check()
	require.NoError(t, err)
	require.Len(t, fs, 12)
	require.Equal(t, 14, rights.AgeOfConsent)
}

func TestConsentErrors(t *testing.T) {
	c := validConsent
	c.Withdrawn = c.Given - 1
	_, err := c.Check()
	requireFault(t, err, gdpr.FaultOrder, "withdrawn")
	c.Withdrawn = c.Given
	_, err = c.Check()
	require.NoError(t, err)
	c.Born = c.Given + 1
	_, err = c.Check()
	requireFault(t, err, gdpr.FaultOrder, "given")
	c.Born = c.Given
	_, err = c.Check()
	require.NoError(t, err)
	for field, change := range map[string]func(*rights.Consent){
		"stopped":   func(c *rights.Consent) { c.Withdrawn, c.Stopped = c.Given+2, c.Given+1 },
		"withdrawn": func(c *rights.Consent) { c.Stopped = c.Given },
		"age":       func(c *rights.Consent) { c.Age = 12 },
		"explicit":  func(c *rights.Consent) { c.Explicit, c.Affirmative = yes, no },
	} {
		c := validConsent
		change(&c)
		_, err := c.Check()
		var input *gdpr.InputError
		require.ErrorAs(t, err, &input)
		require.Equal(t, field, input.Field)
	}
}

func TestConsentState(t *testing.T) {
	c := rights.Consent{Given: day("2026-03-02"), Withdrawn: day("2026-05-10")}
	for on, want := range map[string]rights.ConsentState{
		"2026-03-01": rights.NoConsent,
		"2026-03-02": rights.ConsentGiven,
		"2026-05-09": rights.ConsentGiven,
		"2026-05-10": rights.ConsentWithdrawn,
		"2027-01-01": rights.ConsentWithdrawn,
	} {
		require.Equal(t, want, c.State(day(on)), on)
	}
	c.Withdrawn = 0
	require.Equal(t, rights.ConsentGiven, c.State(day("2027-01-01")))
	require.Equal(t, rights.NoConsent, rights.Consent{}.State(day("2027-01-01")))
	require.Equal(t, rights.NoConsent, rights.Consent{Withdrawn: day("2026-05-10")}.State(day("2027-01-01")))
}

func TestConsentRoundTrip(t *testing.T) {
	c := validConsent
	c.Withdrawn, c.Born = day("2026-05-10"), day("1990-01-31")
	data, err := json.Marshal(c)
	require.NoError(t, err)
	var back rights.Consent
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, c, back)
}

func TestComplaint(t *testing.T) {
	full := rights.Complaint{
		Lodged: day("2026-01-26"), Subject: "Bianca Neri", Address: "via Roma 1", Controller: "Comune di Roccasilvana", Manager: "Settore Affari generali",
		Facts: "accesso negato", Provisions: "art. 15 RGPD", Measures: "ordine di rispondere", Documents: []string{"richiesta del 2 marzo"}, Signed: true,
	}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.Complaint){
		{rights.CodeComplaintSubject, gdpr.Violation, "subject"}:       func(c *rights.Complaint) { c.Subject = "" },
		{rights.CodeComplaintAddress, gdpr.Violation, "address"}:       func(c *rights.Complaint) { c.Address = "" },
		{rights.CodeComplaintMandate, gdpr.Violation, "mandate"}:       func(c *rights.Complaint) { c.Body, c.Active = "Associazione Dati", yes },
		{rights.CodeComplaintBody, gdpr.Violation, "active"}:           func(c *rights.Complaint) { c.Body, c.Mandate, c.Active = "Associazione Dati", true, no },
		{rights.CodeComplaintFirst, gdpr.Advice, "asked_first"}:        func(c *rights.Complaint) { c.AboutRights, c.AskedFirst = yes, no },
		{rights.CodeComplaintController, gdpr.Warning, "controller"}:   func(c *rights.Complaint) { c.Controller = " " },
		{rights.CodeComplaintManager, gdpr.Warning, "manager"}:         func(c *rights.Complaint) { c.Manager = "" },
		{rights.CodeComplaintFacts, gdpr.Violation, "facts"}:           func(c *rights.Complaint) { c.Facts = "" },
		{rights.CodeComplaintProvisions, gdpr.Violation, "provisions"}: func(c *rights.Complaint) { c.Provisions = "" },
		{rights.CodeComplaintMeasures, gdpr.Violation, "measures"}:     func(c *rights.Complaint) { c.Measures = "" },
		{rights.CodeComplaintDocuments, gdpr.Warning, "documents"}:     func(c *rights.Complaint) { c.Documents = []string{" "} },
		{rights.CodeComplaintSigned, gdpr.Violation, "signed"}:         func(c *rights.Complaint) { c.Signed = false },
	} {
		c := full
		change(&c)
		require.Equal(t, []found{want}, summary(c.Check()))
		requireTold(t, c.Check())
	}
	data, err := json.Marshal(full)
	require.NoError(t, err)
	var back rights.Complaint
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, full, back)
}

func TestProceedings(t *testing.T) {
	p, err := rights.Complaint{Lodged: day("2026-01-24")}.Proceedings(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-10-24", p.Decision.Nominal.String())
	require.Equal(t, "2026-10-24", p.Decision.Due.String(), "a Saturday, which moves no Italian term (c.c. 2963)")
	require.Equal(t, "2026-10-24", p.Decision.Safe.String())
	require.Equal(t, []gdpr.Provision{"GDPR 78(2)", "Codice 143(3)", "Codice 143(3)"}, []gdpr.Provision{p.News.Provision, p.Decision.Provision, p.Reasoned.Provision})

	_, err = rights.Complaint{}.Proceedings(gdpr.Italy())
	requireFault(t, err, gdpr.FaultMissing, "lodged")
	_, err = rights.Complaint{Lodged: day("9999-06-01")}.Proceedings(gdpr.Italy())
	requireFault(t, err, gdpr.FaultRange, "lodged")
}

func FuzzConsent(f *testing.F) {
	f.Add(int32(739000), int32(739100), int32(734000), uint8(2), "Bianca Neri")
	f.Add(int32(0), int32(5), int32(9), uint8(0), "")
	f.Fuzz(func(t *testing.T, given, withdrawn, born int32, online uint8, subject string) {
		c := validConsent
		c.Subject, c.Online = subject, gdpr.Answer(online%3)
		c.Given, c.Withdrawn, c.Born = date.Date(given), date.Date(withdrawn), date.Date(born)
		fs, err := c.Check()
		again, _ := c.Check()
		require.Equal(t, fs, again)
		if err != nil {
			require.ErrorIs(t, err, gdpr.FaultOrder)
			return
		}
		requireTold(t, fs)
		// Once withdrawn, a consent never comes back.
		last := rights.NoConsent
		for _, on := range []int32{min(given, withdrawn) - 1, given, withdrawn, max(given, withdrawn) + 1} {
			if state := c.State(date.Date(on)); on >= given {
				require.GreaterOrEqual(t, state, last)
				last = state
			}
		}
	})
}
