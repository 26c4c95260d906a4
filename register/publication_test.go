package register_test

import (
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		name             string // and where the days come from
		p                register.Publication
		first, last      string
		safe             string // if not last
		open             gdpr.Answer
		removal          string
		provision        gdpr.Provision
		content          register.Content
		posted, duty     string
		effects, mandate string
		until            string
	}{
		{name: "pub5-2021-12-31: D.Lgs. 33/2013 art. 8(3)", content: register.Transparency, duty: "2021-12-31", p: register.Publication{Effective: no},
			first: "2022-01-01", last: "2026-12-31", removal: "2027-01-01", provision: "D.Lgs. 33/2013 8(3)"},
		{name: "pub5-2024-02-29: D.Lgs. 33/2013 art. 8(3)", content: register.Transparency, duty: "2024-02-29", p: register.Publication{Effective: no},
			first: "2025-01-01", last: "2029-12-31", removal: "2030-01-01", provision: "D.Lgs. 33/2013 8(3)"},
		{name: "the day of posting stands for the duty's", content: register.Transparency, posted: "2024-02-29", p: register.Publication{Effective: no},
			first: "2025-01-01", last: "2029-12-31", removal: "2030-01-01", provision: "D.Lgs. 33/2013 8(3)"},
		{name: "still effective, end unknown", content: register.Transparency, duty: "2021-12-31", p: register.Publication{Effective: yes},
			first: "2022-01-01", last: "2026-12-31", open: yes, provision: "D.Lgs. 33/2013 8(3)"},
		{name: "nobody says whether it is effective", content: register.Transparency, duty: "2021-12-31",
			first: "2022-01-01", last: "2026-12-31", open: gdpr.Unknown, provision: "D.Lgs. 33/2013 8(3)"},
		{name: "effects end after the five years", content: register.Transparency, duty: "2021-12-31", effects: "2028-03-31",
			first: "2022-01-01", last: "2028-03-31", removal: "2028-04-01", provision: "Regolamento 13(8)"},
		{name: "effects end within the five years", content: register.Transparency, duty: "2021-12-31", effects: "2024-03-31",
			first: "2022-01-01", last: "2026-12-31", removal: "2027-01-01", provision: "D.Lgs. 33/2013 8(3)"},
		{name: "effects end on the last day", content: register.Transparency, duty: "2021-12-31", effects: "2026-12-31",
			first: "2022-01-01", last: "2026-12-31", removal: "2027-01-01", provision: "D.Lgs. 33/2013 8(3)"},
		{name: "pub14-2024-06-10: D.Lgs. 33/2013 art. 14(2), three years after the mandate", content: register.Political, duty: "2019-06-09", mandate: "2024-06-10",
			first: "2019-06-09", last: "2027-06-10", removal: "2027-06-11", provision: "D.Lgs. 33/2013 14(2)"},
		{name: "mandate ends on 29 February", content: register.Political, duty: "2019-06-09", mandate: "2024-02-29",
			first: "2019-06-09", last: "2027-02-28", removal: "2027-03-01", provision: "D.Lgs. 33/2013 14(2)"},
		{name: "still in office", content: register.Political, duty: "2024-06-09",
			first: "2024-06-09", open: yes, provision: "D.Lgs. 33/2013 14(2)"},
		{name: "D.Lgs. 33/2013 art. 14(2): managers", content: register.Manager, duty: "2019-06-09", mandate: "2024-06-10",
			first: "2019-06-09", last: "2027-06-10", removal: "2027-06-11", provision: "D.Lgs. 33/2013 14(2)"},
		{name: "D.Lgs. 33/2013 art. 15(4): consultants", content: register.Consultant, duty: "2019-06-09", mandate: "2024-06-10",
			first: "2019-06-09", last: "2027-06-10", removal: "2027-06-11", provision: "D.Lgs. 33/2013 15(4)"},
		{name: "assets end with the mandate", content: register.Assets, duty: "2019-06-09", mandate: "2024-06-10",
			first: "2019-06-09", last: "2024-06-10", removal: "2024-06-11", provision: "D.Lgs. 33/2013 14(2)"},
		{name: "albo15-2026-10-05: TUEL art. 124, Cass. 2563/2009, the first day counts", content: register.Notice, posted: "2026-10-05",
			first: "2026-10-05", last: "2026-10-19", safe: "2026-10-20", removal: "2026-10-20", provision: "D.Lgs. 267/2000 124(1)"},
		{name: "albo15-2026-12-24: TUEL art. 124 over the new year", content: register.Notice, posted: "2026-12-24",
			first: "2026-12-24", last: "2027-01-07", safe: "2027-01-08", removal: "2027-01-08", provision: "D.Lgs. 267/2000 124(1)"},
		{name: "another term of law", content: register.Transparency, duty: "2024-02-29", until: "2026-02-28", p: register.Publication{Effective: yes, By: "ANAC"},
			first: "2024-02-29", last: "2026-02-28", removal: "2026-03-01", provision: "Regolamento 13(8)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := c.p
			p.Content = c.content
			p.Posted, p.Duty, p.EffectsEnd, p.MandateEnd, p.Until = day(t, c.posted), day(t, c.duty), day(t, c.effects), day(t, c.mandate), day(t, c.until)
			got, err := p.Period()
			require.NoError(t, err)
			if c.safe == "" {
				c.safe = c.last
			}
			if c.open == gdpr.Unknown && c.removal != "" {
				c.open = no
			}
			require.Equal(t, register.Period{First: day(t, c.first), Last: day(t, c.last), Safe: day(t, c.safe), Open: c.open, Provision: c.provision}, got)
			removal, known := got.Removal()
			require.Equal(t, c.removal != "", known)
			require.Equal(t, day(t, c.removal), removal)
		})
	}
}

func TestPeriodErrors(t *testing.T) {
	d := day(t, "2026-01-31")
	far := date.Date(4_000_000)
	for _, c := range []struct {
		field string
		fault gdpr.Fault
		p     register.Publication
	}{
		{"content", gdpr.FaultMissing, register.Publication{Duty: d}},
		{"content", gdpr.FaultMissing, register.Publication{Duty: d, Content: 99}},
		{"duty", gdpr.FaultMissing, register.Publication{Content: register.Transparency}},
		{"posted", gdpr.FaultMissing, register.Publication{Content: register.Notice, Duty: d}},
		{"until", gdpr.FaultOrder, register.Publication{Content: register.Notice, Posted: d, Until: d - 1}},
		{"until", gdpr.FaultOrder, register.Publication{Content: register.Transparency, Duty: d, Until: d - 1}},
		{"effects", gdpr.FaultOrder, register.Publication{Content: register.Transparency, Duty: d, Effective: yes, EffectsEnd: d - 1}},
		{"posted", gdpr.FaultRange, register.Publication{Content: register.Notice, Posted: far}},
		{"posted", gdpr.FaultRange, register.Publication{Content: register.Notice, Posted: -1}},
		{"duty", gdpr.FaultRange, register.Publication{Content: register.Transparency, Duty: far}},
		{"effects", gdpr.FaultRange, register.Publication{Content: register.Transparency, Duty: d, EffectsEnd: far}},
		{"mandate", gdpr.FaultRange, register.Publication{Content: register.Political, Duty: d, MandateEnd: far}},
		{"until", gdpr.FaultRange, register.Publication{Content: register.Political, Duty: d, Until: far}},
	} {
		_, err := c.p.Period()
		require.ErrorIs(t, err, c.fault)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
	for _, p := range []register.Publication{
		{Content: register.Transparency, Duty: d, Until: d}, {Content: register.Notice, Posted: d, Until: d},
		{Content: register.Transparency, Duty: d, Effective: yes, EffectsEnd: d},
	} {
		_, err := p.Period()
		require.NoError(t, err, "until the day itself: %+v", p)
	}
	// The last day that can be counted from, and the first that can't.
	last := register.Publication{Content: register.Transparency, Duty: day(t, "9989-12-31"), Effective: no}
	p, err := last.Period()
	require.NoError(t, err)
	require.Equal(t, day(t, "9994-12-31"), p.Last)
	last.Duty++
	_, err = last.Period()
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// D.Lgs. 33/2013 art. 14(2), by c.c. 2963: a Saturday at the end stays, a Sunday moves.
func TestPublishBy(t *testing.T) {
	for _, c := range [][3]string{{"2024-06-09", "2024-09-09", "2024-09-09"}, {"2026-05-22", "2026-08-22", "2026-08-22"}, {"2026-05-23", "2026-08-23", "2026-08-24"}, {"2026-06-05", "2026-09-05", "2026-09-05"}} {
		d, err := register.PublishBy(day(t, c[0]), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, day(t, c[1]), d.Nominal)
		require.Equal(t, day(t, c[2]), d.Due)
		require.Equal(t, gdpr.Provision("D.Lgs. 33/2013 14(2)"), d.Provision)
	}
	_, err := register.PublishBy(0, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
}

func TestSite(t *testing.T) {
	on := day(t, "2026-11-15")
	good := func() register.Site {
		return register.Site{Filtered: no, Indexed: no, Updated: yes, Documents: []register.Document{
			{Publication: register.Publication{Content: register.Notice, Posted: on - 3}, Place: register.NoticeBoard, Format: "pdf", Kinds: []register.Kind{register.Ordinary}, Indexed: no},
			{Publication: register.Publication{Content: register.Transparency, Posted: on - 300, Effective: no}, Place: register.TransparencySection, Format: ".CSV", Kinds: []register.Kind{register.Ordinary}, Indexed: yes},
			{Publication: register.Publication{Content: register.Political, Posted: on - 900}, Place: register.TransparencySection, Format: "html", Indexed: yes},
		}}
	}
	require.Empty(t, good().Check(on))
	for _, c := range []struct {
		code   gdpr.Code
		where  string
		weight gdpr.Severity
		change func(*register.Site)
	}{
		{register.CodeSiteFiltered, "filtered", gdpr.Violation, func(s *register.Site) { s.Filtered = yes }},
		{register.CodeSiteIndexed, "indexed", gdpr.Warning, func(s *register.Site) { s.Indexed = yes }},
		{register.CodeSiteStale, "updated", gdpr.Violation, func(s *register.Site) { s.Updated = no }},
		{register.CodeSiteOpen, "filtered", gdpr.Warning, func(s *register.Site) { s.Filtered = gdpr.Unknown }},
		{register.CodeSiteOpen, "indexed", gdpr.Warning, func(s *register.Site) { s.Indexed = gdpr.Unknown }},
		{register.CodeSiteOpen, "updated", gdpr.Warning, func(s *register.Site) { s.Updated = gdpr.Unknown }},
		{register.CodeDocumentFormat, "documents[1].format", gdpr.Violation, func(s *register.Site) { s.Documents[1].Format = "xls" }},
		{register.CodeDocumentUnknown, "documents[1].format", gdpr.Warning, func(s *register.Site) { s.Documents[1].Format = "docx" }},
		{register.CodeDocumentUnknown, "documents[1].format", gdpr.Warning, func(s *register.Site) { s.Documents[1].Format = "" }},
		{register.CodeDocumentBanned, "documents[1].kinds", gdpr.Violation, func(s *register.Site) {
			s.Documents[1].Kinds = []register.Kind{register.Health}
			s.Documents[1].Indexed = no
		}},
		{register.CodeDocumentIntimate, "documents[1].kinds", gdpr.Violation, func(s *register.Site) {
			s.Documents[1].Kinds = []register.Kind{register.Sexual}
			s.Documents[1].Indexed = no
		}},
		{register.CodeDocumentIndexed, "documents[1].indexed", gdpr.Violation, func(s *register.Site) {
			d := &s.Documents[1]
			d.Kinds, d.Indispensable, d.Provided = []register.Kind{register.Union}, yes, yes
		}},
		{register.CodeDocumentSensitive, "documents[1].kinds", gdpr.Warning, func(s *register.Site) {
			s.Documents[1].Kinds, s.Documents[1].Indexed = []register.Kind{register.Criminal, register.Origin}, no
		}},
		{register.CodeDocumentSensitive, "documents[1].kinds", gdpr.Violation, func(s *register.Site) {
			s.Documents[1].Kinds, s.Documents[1].Indexed, s.Documents[1].Provided = []register.Kind{register.Origin}, no, no
		}},
		{register.CodeDocumentHardship, "documents[1].hardship", gdpr.Violation, func(s *register.Site) { s.Documents[1].Hardship = yes }},
		{register.CodeDocumentLate, "documents[0].removed", gdpr.Violation, func(s *register.Site) { s.Documents[0].Publication.Posted, s.Documents[0].Removed = on-720, on-1 }},
		{register.CodeDocumentLate, "documents[0].removed", gdpr.Advice, func(s *register.Site) {
			s.Documents[0].Publication.Posted, s.Documents[0].Removed, s.Documents[0].Kinds = on-720, on-1, nil
		}},
		{register.CodeDocumentOverdue, "documents[0].publication", gdpr.Advice, func(s *register.Site) {
			s.Documents[0].Publication.Posted, s.Documents[0].Anonymised = on-720, yes
		}},
		{register.CodeDocumentIndexed, "documents[0].indexed", gdpr.Warning, func(s *register.Site) { s.Documents[0].Indexed = yes }},
		{register.CodeDocumentOverdue, "documents[0].publication", gdpr.Violation, func(s *register.Site) { s.Documents[0].Publication.Posted = on - 16 }},
		{register.CodeDocumentEarly, "documents[0].removed", gdpr.Violation, func(s *register.Site) { s.Documents[0].Publication.Posted = on - 20; s.Documents[0].Removed = on - 6 }},
		{register.CodeDocumentOpen, "documents[1].publication.effective", gdpr.Warning, func(s *register.Site) {
			s.Documents[1].Publication.Posted, s.Documents[1].Publication.Effective = on-3000, gdpr.Unknown
		}},
		{register.CodeDocumentGone, "documents[2].removed", gdpr.Violation, func(s *register.Site) { s.Documents[2].Removed = on - 1 }},
		{register.CodeDocumentPeriod, "documents[2].publication", gdpr.Warning, func(s *register.Site) { s.Documents[2].Publication.Content = 0 }},
	} {
		s := good()
		c.change(&s)
		fs := s.Check(on)
		require.Len(t, fs, 1, fs)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.where, fs[0].Where)
		require.Equal(t, c.weight, fs[0].Severity)
	}
	// Within the five years nobody needs to say whether the act has effects.
	s := good()
	s.Documents[1].Publication.Effective = gdpr.Unknown
	require.Empty(t, s.Check(on))
	// The five years of 2020 end with 2025: on their last day nothing is asked yet.
	s.Documents[1].Publication.Posted = day(t, "2020-06-01")
	for on, open := range map[date.Date]bool{day(t, "2025-12-31"): false, day(t, "2026-01-01"): true} {
		require.Equal(t, open, s.Check(on).Has(register.CodeDocumentOpen), on)
	}
	// Data that are provided for must be indispensable too (Codice 2-ter; D.Lgs.
	// 33/2013 7-bis(4)): half of it is a doubt.
	for _, d := range []register.Document{{Indispensable: yes}, {Provided: yes}, {}} {
		s := good()
		s.Documents[1].Kinds, s.Documents[1].Indexed, s.Documents[1].Indispensable, s.Documents[1].Provided = []register.Kind{register.Origin}, no, d.Indispensable, d.Provided
		fs := s.Check(on)
		require.Len(t, fs, 1)
		require.Equal(t, gdpr.Warning, fs[0].Severity, "%+v", d)
	}
	// What is kept too long infringes the limit of storage, if there is somebody in it.
	for personal, law := range map[bool][]gdpr.Provision{true: {"GDPR 5(1)(e)", "D.Lgs. 267/2000 124(1)", "Regolamento 13(9)"}, false: {"D.Lgs. 267/2000 124(1)"}} {
		s := good()
		s.Documents[0].Publication.Posted = on - 720
		if !personal {
			s.Documents[0].Kinds = nil
		}
		require.Equal(t, law, s.Check(on)[0].Provisions)
	}
	// Fifteen days from 20 before today: gone on the sixteenth or the seventeenth is in time.
	s = good()
	for removed, late := range map[date.Date]bool{on - 5: false, on - 4: false, on - 3: true} {
		s.Documents[0].Publication.Posted, s.Documents[0].Removed = on-20, removed
		require.Equal(t, late, s.Check(on).Has(register.CodeDocumentLate), removed-on)
	}
	// On the last day by the longer reading it may still be there, and on the
	// first day of the removal it may be gone.
	s = good()
	s.Documents[0].Publication.Posted = on - 15
	require.Empty(t, s.Check(on))
	s.Documents[0].Publication.Posted, s.Documents[0].Removed = on-20, on-5
	require.Empty(t, s.Check(on))
}
