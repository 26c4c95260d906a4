package register

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Site is what the Comune's web site does with published documents.
//
// Law: Regolamento 13(1); Regolamento 13(2); Regolamento 13(6); Regolamento 14(1).
type Site struct {
	Filtered  gdpr.Answer `json:"filtered"` // does anything (robots.txt, noindex, a login) keep search engines from Amministrazione trasparente?
	Indexed   gdpr.Answer `json:"indexed"`  // can search engines index the notice board?
	Updated   gdpr.Answer `json:"updated"`  // are the pages kept up to date?
	Documents []Document  `json:"documents,omitempty"`
}

// Document is one published document.
//
// Law: Regolamento 13(2); Regolamento 13(6); Regolamento 13(7); D.Lgs. 33/2013 7(1); D.Lgs. 33/2013 7-bis(4); D.Lgs. 33/2013 26(4).
type Document struct {
	Publication   Publication `json:"publication"`
	Place         Place       `json:"place,omitempty"`
	Format        string      `json:"format,omitempty"` // as the file's name ends: "csv"
	Kinds         []Kind      `json:"kinds,omitempty"`  // of the personal data in it; none: it has none
	Anonymised    gdpr.Answer `json:"anonymised"`       // were the personal data in it taken out or made to point to nobody?
	Indispensable gdpr.Answer `json:"indispensable"`    // of special or judicial data: would nothing less do?
	Provided      gdpr.Answer `json:"provided"`         // of special or judicial data: does a law provide that they be disseminated?
	Hardship      gdpr.Answer `json:"hardship"`         // does it tell of somebody's economic or social hardship?
	Indexed       gdpr.Answer `json:"indexed"`          // can search engines index it?
	Removed       date.Date   `json:"removed,omitzero"` // day on which it was taken offline
}

// The findings of [Site.Check].
const (
	CodeSiteFiltered      gdpr.Code = "register.site.filtered"           // violation: search engines are kept from the transparency section
	CodeSiteIndexed       gdpr.Code = "register.site.indexed"            // warning: search engines can index the notice board
	CodeSiteStale         gdpr.Code = "register.site.stale"              // violation: the pages aren't kept up to date
	CodeSiteOpen          gdpr.Code = "register.site.unanswered"         // warning: an answer on how the site is kept is missing
	CodeDocumentFormat    gdpr.Code = "register.document.format"         // violation: the format “…” isn't open
	CodeDocumentUnknown   gdpr.Code = "register.document.unknown-format" // warning: it is doubtful whether the format “…” is open
	CodeDocumentIndexed   gdpr.Code = "register.document.indexed"        // warning: search engines can find a document that must not be indexed
	CodeDocumentBanned    gdpr.Code = "register.document.banned"         // violation: data are published that may never be disseminated (health, genetic or biometric data)
	CodeDocumentIntimate  gdpr.Code = "register.document.intimate"       // violation: data on sex life are published, which may never be disseminated
	CodeDocumentSensitive gdpr.Code = "register.document.sensitive"      // violation: special or judicial data are published: they must be indispensable, and a law must provide that they be disseminated
	CodeDocumentHardship  gdpr.Code = "register.document.hardship"       // violation: the name of somebody in economic or social hardship is published
	CodeDocumentOverdue   gdpr.Code = "register.document.overdue"        // violation: the document had to be offline from …
	CodeDocumentEarly     gdpr.Code = "register.document.early"          // violation: the document had to stay online until …
	CodeDocumentLate      gdpr.Code = "register.document.late"           // violation: the document was taken off on …: it had to be by …
	CodeDocumentOpen      gdpr.Code = "register.document.unanswered"     // warning: the five years ended on …: it isn't said whether the act still has effects
	CodeDocumentGone      gdpr.Code = "register.document.gone"           // violation: the document was taken offline, but the effects of the act or the office still last
	CodeDocumentPeriod    gdpr.Code = "register.document.period"         // warning: how long the publication lasts can't be worked out: …
)

var (
	siteFiltered      = find.Violation(CodeSiteFiltered, "D.Lgs. 33/2013 9(1)", "Regolamento 14(1)")
	siteIndexed       = find.Warning(CodeSiteIndexed, "Garante 243/2014")
	siteStale         = find.Violation(CodeSiteStale, "Regolamento 13(2)")
	siteOpen          = find.Warning(CodeSiteOpen, "Garante 243/2014")
	documentFormat    = find.Violation(CodeDocumentFormat, "D.Lgs. 33/2013 7(1)", "Regolamento 13(6)")
	documentUnknown   = find.Warning(CodeDocumentUnknown, "D.Lgs. 33/2013 7(1)", "Regolamento 13(6)")
	documentIndexed   = find.Violation(CodeDocumentIndexed, "D.Lgs. 33/2013 7-bis(1)", "Regolamento 13(6)")
	documentBoard     = find.Warning(CodeDocumentIndexed, "Garante 243/2014")
	documentBanned    = find.Violation(CodeDocumentBanned, "Codice 2-septies(8)", "Regolamento 13(5)")
	documentIntimate  = find.Violation(CodeDocumentIntimate, "D.Lgs. 33/2013 7-bis(6)", "Regolamento 13(4)")
	documentSensitive = find.Violation(CodeDocumentSensitive, "D.Lgs. 33/2013 7-bis(4)", "Codice 2-ter(3)", "Regolamento 13(4)")
	documentHardship  = find.Violation(CodeDocumentHardship, "D.Lgs. 33/2013 26(4)")
	documentOverdue   = find.Violation(CodeDocumentOverdue, "GDPR 5(1)(e)", "Regolamento 13(9)")
	documentEarly     = find.Violation(CodeDocumentEarly, "Regolamento 13(7)")
	documentLate      = find.Violation(CodeDocumentLate, "GDPR 5(1)(e)", "Regolamento 13(9)")
	documentOpen      = find.Warning(CodeDocumentOpen, "D.Lgs. 33/2013 8(3)", "Regolamento 13(8)")
	documentGone      = find.Violation(CodeDocumentGone, "D.Lgs. 33/2013 8(3)", "Regolamento 13(8)")
	documentPeriod    = find.Warning(CodeDocumentPeriod, "D.Lgs. 33/2013 8(3)", "Regolamento 13(7)")
)

// Check tells what is wrong with the site on a day: filters on the transparency
// section, a notice board that search engines index, formats that aren't open,
// special or judicial data that can be found by a search, or that nobody says to be
// indispensable and provided for by a law, data that are never disseminated,
// documents online after their period, taken off before its end or late. A
// document without personal data that is still online is only an advice: what the
// GDPR wants gone are the data, and to make them anonymous is enough. A document
// whose period can't be computed is a finding too, one of which nobody says, after
// its five years, whether its act still has effects, and each fact of the site
// itself that nobody has answered.
//
// Law: Regolamento 13(2); Regolamento 13(4); Regolamento 13(5); Regolamento 13(6); Regolamento 13(7); Regolamento 14(1); D.Lgs. 33/2013 7(1); D.Lgs. 33/2013 7-bis(1); D.Lgs. 33/2013 7-bis(4); D.Lgs. 33/2013 7-bis(6); D.Lgs. 33/2013 9(1); D.Lgs. 33/2013 26(4); Codice 2-septies(8); GDPR 5(1)(e).
func (s Site) Check(on date.Date) gdpr.Findings {
	var c checker
	if s.Filtered == gdpr.Yes {
		c.add(siteFiltered, "filtered")
	}
	if s.Indexed == gdpr.Yes {
		c.add(siteIndexed, "indexed")
	}
	if s.Updated == gdpr.No {
		c.add(siteStale, "updated")
	}
	for _, asked := range [...]struct {
		field  string
		answer gdpr.Answer
		law    gdpr.Provision
	}{{"filtered", s.Filtered, "D.Lgs. 33/2013 9(1)"}, {"indexed", s.Indexed, "Garante 243/2014"}, {"updated", s.Updated, "Regolamento 13(2)"}} {
		if !asked.answer.Known() {
			c.add(siteOpen.By(asked.law), asked.field)
		}
	}
	for i := range s.Documents {
		c.below("documents", i)
		c.document(&s.Documents[i], on)
	}
	return c.found
}

func (c *checker) document(d *Document, on date.Date) {
	switch format := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(d.Format), ".")); {
	case strings.Contains(openFormats, " "+format+" ") && format != "":
	case strings.Contains(closedFormats, " "+format+" ") && format != "":
		c.add(documentFormat, "format", clip(format))
	default:
		c.add(documentUnknown, "format", clip(format))
	}
	kinds := d.kinds()
	c.disseminated(d, kinds)
	if d.Indexed == gdpr.Yes && d.Place.Indexable(kinds) == gdpr.No {
		if kinds.Special() || kinds.Has(Criminal) {
			c.add(documentIndexed, "indexed")
		} else {
			c.add(documentBoard, "indexed")
		}
	}
	period, err := d.Publication.Period()
	if err != nil {
		c.add(documentPeriod, "publication", against(err))
		return
	}
	c.term(d, &period, on)
}

// kinds returns the kinds of the personal data that are still in the document.
func (d *Document) kinds() Kinds {
	if d.Anonymised == gdpr.Yes {
		return 0
	}
	return KindSet(d.Kinds...)
}

// disseminated finds data that may not be online, whatever the term.
func (c *checker) disseminated(d *Document, kinds Kinds) {
	if kinds.Guarded() {
		c.add(documentBanned, "kinds")
	}
	if kinds.Has(Sexual) {
		c.add(documentIntimate, "kinds")
	}
	if d.Hardship == gdpr.Yes && d.Anonymised != gdpr.Yes {
		c.add(documentHardship, "hardship")
	}
	for _, k := range [...]Kind{Origin, Politics, Belief, Union, Criminal} {
		if !kinds.Has(k) {
			continue
		}
		switch {
		case d.Indispensable == gdpr.No || d.Provided == gdpr.No:
			c.add(documentSensitive, "kinds")
		case d.Indispensable != gdpr.Yes || d.Provided != gdpr.Yes:
			c.add(documentSensitive.As(gdpr.Warning), "kinds")
		}
		return // one finding is enough
	}
}

// term finds a document that is online after its period, or that left before its
// end or after it.
func (c *checker) term(d *Document, period *Period, on date.Date) {
	removal, _ := period.Removal()
	personal := len(d.Kinds) > 0 && d.Anonymised != gdpr.Yes
	weight := gdpr.Violation
	if !personal { // nothing of GDPR 5(1)(e) is left in it
		weight = gdpr.Advice
	}
	switch {
	case period.Open == gdpr.Unknown:
		if d.Removed == 0 && on > period.Last {
			c.add(documentOpen, "publication.effective", period.Last.String())
		}
	case period.Open == gdpr.Yes:
		if d.Removed != 0 {
			c.add(documentGone.By(period.Provision, "Regolamento 13(8)"), "removed")
		}
	case d.Removed == 0 && on > period.Safe:
		c.add(c.overdue(documentOverdue, period, personal).As(weight), "publication", removal.String())
	case d.Removed > period.Safe+1:
		c.add(c.overdue(documentLate, period, personal).As(weight), "removed", d.Removed.String(), removal.String())
	case d.Removed != 0 && d.Removed <= period.Last:
		c.add(documentEarly.By(period.Provision), "removed", period.Last.String())
	}
}

// overdue cites the rule of the period, and what its data infringe if there are
// any.
func (c *checker) overdue(row find.Row, period *Period, personal bool) find.Row {
	if !personal {
		return row.By(period.Provision)
	}
	return row.By("GDPR 5(1)(e)", period.Provision, "Regolamento 13(9)")
}

// Formats by the ends of their names, between spaces. The digital agency's list
// of open formats is longer; what isn't here is a warning, not a violation.
const (
	openFormats   = " csv tsv json jsonld geojson xml rdf ttl nt html htm txt md odt ods odp pdf epub svg png jpg jpeg webp zip gz kml gpkg ics "
	closedFormats = " doc xls ppt mdb accdb wps pub pages numbers key dwg rar msg "
)
