package register

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
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
// Law: Regolamento 13(2); Regolamento 13(6); Regolamento 13(7); D.Lgs. 33/2013 7(1).
type Document struct {
	Publication Publication `json:"publication"`
	Place       Place       `json:"place,omitempty"`
	Format      string      `json:"format,omitempty"` // as the file's name ends: "csv"
	Kinds       []Kind      `json:"kinds,omitempty"`  // of the personal data in it
	Indexed     gdpr.Answer `json:"indexed"`          // can search engines index it?
	Removed     date.Date   `json:"removed,omitzero"` // day on which it was taken offline
}

// The findings of [Site.Check].
const (
	CodeSiteFiltered    gdpr.Code = "register.site.filtered"
	CodeSiteIndexed     gdpr.Code = "register.site.indexed"
	CodeSiteStale       gdpr.Code = "register.site.stale"
	CodeSiteOpen        gdpr.Code = "register.site.unanswered"
	CodeDocumentFormat  gdpr.Code = "register.document.format"
	CodeDocumentUnknown gdpr.Code = "register.document.unknown-format"
	CodeDocumentIndexed gdpr.Code = "register.document.indexed"
	CodeDocumentBanned  gdpr.Code = "register.document.banned"
	CodeDocumentOverdue gdpr.Code = "register.document.overdue"
	CodeDocumentEarly   gdpr.Code = "register.document.early"
	CodeDocumentOpen    gdpr.Code = "register.document.unanswered"
	CodeDocumentGone    gdpr.Code = "register.document.gone"
	CodeDocumentPeriod  gdpr.Code = "register.document.period"
)

// Check tells what is wrong with the site on a day: filters on the transparency
// section, a notice board that search engines index, formats that aren't open,
// special or judicial data that can be found by a search, data that are never
// disseminated, documents online after their period or taken off before its end.
// A document whose period can't be computed is a finding too, one of which nobody
// says, after its five years, whether its act still has effects, and each fact of
// the site itself that nobody has answered.
//
// Law: Regolamento 13(2); Regolamento 13(5); Regolamento 13(6); Regolamento 13(7); Regolamento 14(1); D.Lgs. 33/2013 7(1); D.Lgs. 33/2013 7-bis(1); D.Lgs. 33/2013 9(1); Codice 2-septies(8).
func (s Site) Check(on date.Date) gdpr.Findings {
	var c checker
	if s.Filtered == gdpr.Yes {
		c.add(CodeSiteFiltered, gdpr.Violation, "filtered", "Regolamento 14(1)", "D.Lgs. 33/2013 9(1)")
	}
	if s.Indexed == gdpr.Yes {
		c.add(CodeSiteIndexed, gdpr.Warning, "indexed", "Garante 243/2014")
	}
	if s.Updated == gdpr.No {
		c.add(CodeSiteStale, gdpr.Violation, "updated", "Regolamento 13(2)")
	}
	for _, asked := range [...]struct {
		field  string
		answer gdpr.Answer
		law    gdpr.Provision
	}{{"filtered", s.Filtered, "Regolamento 14(1)"}, {"indexed", s.Indexed, "Garante 243/2014"}, {"updated", s.Updated, "Regolamento 13(2)"}} {
		if !asked.answer.Known() {
			c.add(CodeSiteOpen, gdpr.Warning, asked.field, asked.law).args(asked.field)
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
		c.add(CodeDocumentFormat, gdpr.Violation, "format", "Regolamento 13(6)", "D.Lgs. 33/2013 7(1)").args(clip(format))
	default:
		c.add(CodeDocumentUnknown, gdpr.Warning, "format", "Regolamento 13(6)").args(clip(format))
	}
	kinds := KindSet(d.Kinds...)
	if kinds.Guarded() || kinds.Has(Sexual) {
		c.add(CodeDocumentBanned, gdpr.Violation, "kinds", "Regolamento 13(5)", "Codice 2-septies(8)", "D.Lgs. 33/2013 7-bis(6)")
	}
	if d.Indexed == gdpr.Yes && d.Place.Indexable(kinds) == gdpr.No {
		c.add(CodeDocumentIndexed, gdpr.Violation, "indexed", "Regolamento 13(6)", "D.Lgs. 33/2013 7-bis(1)")
	}
	period, err := d.Publication.Period()
	if err != nil {
		c.add(CodeDocumentPeriod, gdpr.Warning, "publication", "Regolamento 13(7)").args(against(err))
		return
	}
	removal, _ := period.Removal()
	switch {
	case period.Open == gdpr.Unknown:
		if d.Removed == 0 && on > period.Last {
			c.add(CodeDocumentOpen, gdpr.Warning, "publication.effective", "Regolamento 13(8)").args(period.Last.String())
		}
	case period.Open == gdpr.Yes:
		if d.Removed != 0 {
			c.add(CodeDocumentGone, gdpr.Violation, "removed", period.Provision, "Regolamento 13(8)")
		}
	case d.Removed == 0 && on > period.Safe:
		c.add(CodeDocumentOverdue, gdpr.Violation, "publication", period.Provision, "Regolamento 13(9)", "GDPR 5(1)(e)").args(removal.String())
	case d.Removed != 0 && d.Removed <= period.Last:
		c.add(CodeDocumentEarly, gdpr.Violation, "removed", period.Provision).args(period.Last.String())
	}
}

// Formats by the ends of their names, between spaces. The digital agency's list
// of open formats is longer; what isn't here is a warning, not a violation.
const (
	openFormats   = " csv tsv json jsonld geojson xml rdf ttl nt html htm txt md odt ods odp pdf epub svg png jpg jpeg webp zip gz kml gpkg ics "
	closedFormats = " doc xls ppt mdb accdb wps pub pages numbers key dwg rar msg "
)
