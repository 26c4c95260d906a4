package register

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// JSONLD returns the register as linked data: JSON-LD with the terms of the Data
// Privacy Vocabulary (DPV) 2.3 of a W3C community group, and a context of its own,
// since DPV publishes none. Base is an absolute IRI, where the register is
// known: "https://comune.example/registro"; activities and parties are named
// below it.
//
// DPV is not a W3C standard and its terms change between releases. It has no
// word for the ground of judicial data nor for a screening that is undetermined or
// left to the controller; these are left out. Things are nodes of DPV's classes
// (purposes, data, data subjects, sources, processing, joint controllers), periods
// are xsd:duration too, and what the body wrote is literal text in the register's
// Language. Where no source is named the data come from the person.
//
// Whether an assessment is required is told by the default policy: see
// [Policy.JSONLD].
//
// The error is a [*gdpr.InputError] with [gdpr.FaultSyntax] for a base that is
// none.
//
// Law: Regolamento 16(1); Regolamento 16(3); GDPR 30(1); GDPR 30(2).
func (r Register) JSONLD(base string) ([]byte, error) { return Policy{}.JSONLD(r, base) }

// JSONLD returns the register as linked data, as [Register.JSONLD] does, with the
// outcome of each screening by this policy.
//
// Law: Regolamento 16(3); GDPR 30(1); GDPR 30(2); GDPR 35(1).
func (p Policy) JSONLD(r Register, base string) ([]byte, error) {
	if !absolute(base) {
		return nil, &gdpr.InputError{Field: "base", Value: clip(base), Fault: gdpr.FaultSyntax, Other: "https://comune.example/registro"}
	}
	l := linker{base: base, policy: p.screening(), tag: language.Italian}
	if tag, err := language.Parse(r.Language); err == nil {
		l.tag = tag
	}
	doc := node{
		"@context":       ldContext(l.tag.String()),
		"@id":            l.base,
		"@type":          "dpv:ROPA",
		"controller":     l.party(base+"#controller", r.Controller, "dpv:DataController", "dpv:GovernmentalOrganisation"),
		"officer":        l.party(base+"#officer", r.Officer, "dpv:DataProtectionOfficer"),
		"joint":          l.jointly(base+"#joint", r.Joint),
		"processor":      l.parties("processor", r.Processors, "dpv:DataProcessor"),
		"activity":       l.activities(&r),
		"service":        l.services(&r),
		"dct:conformsTo": ref("https://w3id.org/dpv/2.3"),
	}
	if r.Created != 0 {
		doc["created"] = r.Created.String()
	}
	if r.Updated != 0 {
		doc["modified"] = r.Updated.String()
	}
	return encode(doc.trim())
}

// node is a JSON-LD node; its members are written in the order of their names.
type node map[string]any

// trim takes out what is empty.
func (n node) trim() node {
	for name, value := range n {
		switch v := value.(type) {
		case node:
			if len(v) == 0 {
				delete(n, name)
			}
		case string:
			if v == "" {
				delete(n, name)
			}
		case []string:
			if len(v) == 0 {
				delete(n, name)
			}
		case []node:
			if len(v) == 0 {
				delete(n, name)
			}
		}
	}
	return n
}

func ref(iri string) node { return node{"@id": iri} }

// ldContext maps the names that [Register.JSONLD] uses to DPV and, for dates and
// plain descriptions, to Dublin Core.
func ldContext(written string) node {
	return node{
		"@version": 1.1,
		"dpv":      "https://w3id.org/dpv#",
		"eu-gdpr":  "https://w3id.org/dpv/legal/eu/gdpr#",
		"pd":       "https://w3id.org/dpv/pd#",
		"dct":      "http://purl.org/dc/terms/",
		"xsd":      "http://www.w3.org/2001/XMLSchema#",

		"controller":  node{"@id": "dpv:hasDataController"},
		"joint":       node{"@id": "dpv:hasJointDataControllers"},
		"processor":   node{"@id": "dpv:hasDataProcessor", "@container": "@set"},
		"officer":     node{"@id": "dpv:hasDataProtectionOfficer"},
		"activity":    node{"@id": "dpv:hasRecordOfActivity", "@container": "@set"},
		"service":     node{"@id": "dpv:hasProcess", "@container": "@set"},
		"unit":        node{"@id": "dpv:hasOrganisationalUnit", "@language": written},
		"purpose":     node{"@id": "dpv:hasPurpose", "@container": "@set"},
		"basis":       node{"@id": "dpv:hasLegalBasis", "@container": "@set", "@type": "@id"},
		"subject":     node{"@id": "dpv:hasDataSubject", "@container": "@set"},
		"data":        node{"@id": "dpv:hasPersonalData", "@container": "@set"},
		"source":      node{"@id": "dpv:hasDataSource", "@container": "@set"},
		"recipient":   node{"@id": "dpv:hasRecipient", "@container": "@set"},
		"transfer":    node{"@id": "dpv:hasThirdCountry", "@container": "@set"},
		"storage":     node{"@id": "dpv:hasStorageCondition"},
		"measure":     node{"@id": "dpv:hasTechnicalOrganisationalMeasure", "@container": "@set", "@language": written},
		"assessment":  node{"@id": "dpv:hasImpactAssessment"},
		"status":      node{"@id": "dpv:hasStatus", "@type": "@id"},
		"processing":  node{"@id": "dpv:hasProcessing", "@container": "@set"},
		"name":        node{"@id": "dpv:hasName", "@language": written},
		"address":     node{"@id": "dpv:hasAddress", "@language": written},
		"contact":     node{"@id": "dpv:hasContact", "@container": "@set"},
		"title":       node{"@id": "dct:title", "@language": written},
		"description": node{"@id": "dct:description", "@language": written},
		"references":  node{"@id": "dct:references", "@language": written},
		"identifier":  node{"@id": "dct:identifier"},
		"created":     node{"@id": "dct:created", "@type": "xsd:date"},
		"modified":    node{"@id": "dct:modified", "@type": "xsd:date"},
		"issued":      node{"@id": "dct:issued", "@type": "xsd:date"},
		"duration":    node{"@id": "dpv:hasDuration", "@type": "xsd:duration"},
	}
}

// linker makes the nodes of a register.
type linker struct {
	base   string
	policy dpia.Policy
	tag    language.Tag
}

// jointly returns the node of those who are joint controllers together.
func (l *linker) jointly(id string, ps []Party) node {
	if len(ps) == 0 {
		return nil
	}
	return node{"@id": id, "@type": "dpv:JointDataControllers", "controller": l.parties("joint", ps, "dpv:DataController")}
}

// titled returns a node of a class for each of the texts.
func titled(class string, texts []string) []node {
	var nodes []node
	for _, t := range texts {
		if !blank(t) {
			nodes = append(nodes, node{"@type": class, "title": t})
		}
	}
	return nodes
}

// sources returns the nodes of where the data come from: the person, if no other
// source is named.
func sources(texts []string) []node {
	if nodes := titled("dpv:DataSource", texts); nodes != nil {
		return nodes
	}
	return []node{ref("dpv:DataSubjectDataSource")}
}

// id returns the IRI of an entry below the base, or "" for one that has no key
// to be named by.
func (l *linker) id(kind, key string) string {
	if key == "" {
		return ""
	}
	return l.base + "#" + kind + "-" + escape(key)
}

// escape writes a key with the characters alone that may stand anywhere in an
// IRI, and the bytes of all others as percent signs and two digits.
func escape(key string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(key) {
		switch c := key[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		}
	}
	return b.String()
}

// absolute reports whether s is an IRI with a scheme, and without a fragment, so
// that names can be put below it.
func absolute(s string) bool {
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok || scheme == "" || strings.Trim(rest, "/") == "" {
		return false
	}
	for i := range len(scheme) {
		c := scheme[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(scheme[i]))) {
			return false
		}
	}
	for i := range len(rest) {
		if c := rest[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("#<>\"{}|\\^`", c) >= 0 {
			return false
		}
	}
	return true
}

func (l *linker) party(id string, p Party, types ...string) node {
	var contacts []string
	for _, c := range [...]string{p.Email, p.PEC, p.Phone} {
		if !blank(c) {
			contacts = append(contacts, c)
		}
	}
	return node{"@id": id, "@type": types, "name": p.Name, "address": p.Address, "contact": contacts, "references": p.Act}.trim()
}

func (l *linker) parties(kind string, ps []Party, types ...string) []node {
	nodes := make([]node, len(ps))
	for i, p := range ps {
		nodes[i] = l.party(l.id(kind, p.ID), p, types...)
	}
	return nodes
}

func (l *linker) activities(r *Register) []node {
	nodes := make([]node, len(r.Activities))
	for i := range r.Activities {
		a := &r.Activities[i]
		n := node{
			"@id":        l.id("activity", a.ID),
			"@type":      "dpv:Process",
			"identifier": a.ID,
			"title":      a.Name,
			"unit":       a.Office,
			"purpose":    purposeNodes(a.Purposes),
			"basis":      grounds(a),
			"subject":    titled("dpv:DataSubject", a.Subjects),
			"processing": titled("dpv:Processing", []string{a.Name}),
			"data":       l.data(a.Data),
			"source":     sources(a.Sources),
			"recipient":  recipientNodes(a.Recipients),
			"processor":  l.refs("processor", a.Processors),
			"transfer":   transferNodes(a.Transfers),
			"measure":    a.Measures,
			"references": a.Norm,
		}
		if len(a.Joint) > 0 {
			n["joint"] = node{"@type": "dpv:JointDataControllers", "controller": l.refs("joint", a.Joint)}
		}
		if a.Retention != (Retention{}) {
			n["storage"] = l.storage(a.Retention)
		}
		if term := l.assessment(a); term != "" || a.DPIA.Done != 0 {
			assessment := node{"@type": "dpv:DPIA", "status": term, "references": a.DPIA.Document}
			if a.DPIA.Done != 0 {
				assessment["issued"] = a.DPIA.Done.String()
			}
			n["assessment"] = assessment.trim()
		}
		if a.Reviewed != 0 {
			n["modified"] = a.Reviewed.String()
		}
		nodes[i] = n.trim()
	}
	return nodes
}

func (l *linker) services(r *Register) []node {
	nodes := make([]node, len(r.Services))
	for i := range r.Services {
		s := &r.Services[i]
		nodes[i] = node{
			"@id":        l.id("service", s.ID),
			"@type":      "dpv:Process",
			"identifier": s.ID,
			"controller": l.party(l.id("served", first(s.Controller.ID, s.ID)), s.Controller, "dpv:DataController"),
			"processing": titled("dpv:Processing", s.Processing),
			"processor":  l.refs("processor", s.Subcontract),
			"transfer":   transferNodes(s.Transfers),
			"measure":    s.Measures,
		}.trim()
	}
	return nodes
}

func (l *linker) refs(kind string, ids []string) []node {
	nodes := make([]node, len(ids))
	for i, id := range ids {
		nodes[i] = ref(l.id(kind, id))
	}
	return nodes
}

func purposeNodes(ps []Purpose) []node {
	nodes := make([]node, len(ps))
	for i, p := range ps {
		nodes[i] = node{"@type": "dpv:Purpose", "description": p.Text, "references": p.Norm}.trim()
		if term := article(p.Basis.Provision()); term != "" {
			nodes[i]["basis"] = []string{term}
		}
	}
	return nodes
}

// term returns DPV's term for the safeguard, "" if there is none.
func (s Safeguard) term() string {
	if s == Compelling { // DPV's label for the second subparagraph
		return "eu-gdpr:A49-2"
	}
	return article(s.Provision())
}

// article returns DPV's term for a letter of the GDPR: GDPR 9(2)(g) is A9-2-g.
func article(p gdpr.Provision) string {
	if p == "" {
		return ""
	}
	term := "eu-gdpr:A" + p.Article() + "-" + p.Paragraph()
	if p.Letter() != "" {
		term += "-" + p.Letter()
	}
	return term
}

// grounds returns DPV's terms for what makes the activity lawful: the bases of its
// purposes, each once, and the conditions of its special data.
func grounds(a *Activity) []string {
	var terms []string
	for i := range a.Purposes {
		if term := article(a.Purposes[i].Basis.Provision()); term != "" && !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	for c := range a.Special.Conditions() {
		terms = append(terms, article(c.Provision()))
	}
	return terms
}

// kindTerms are DPV's classes of personal data for each kind.
var kindTerms = [...][]string{
	Origin:    {"pd:EthnicOrigin", "dpv:SpecialCategoryPersonalData"},
	Politics:  {"pd:PoliticalOpinion", "dpv:SpecialCategoryPersonalData"},
	Belief:    {"pd:ReligiousBelief", "dpv:SpecialCategoryPersonalData"},
	Union:     {"pd:TradeUnionMembership", "dpv:SpecialCategoryPersonalData"},
	Genetic:   {"eu-gdpr:GeneticData", "dpv:SpecialCategoryPersonalData"},
	Biometric: {"eu-gdpr:BiometricData", "dpv:SpecialCategoryPersonalData"},
	Health:    {"eu-gdpr:HealthData", "dpv:SpecialCategoryPersonalData"},
	Sexual:    {"pd:Sexual", "dpv:SpecialCategoryPersonalData"},
	Criminal:  {"pd:Criminal", "dpv:SensitivePersonalData"},
}

func (l *linker) data(ds []Data) []node {
	nodes := make([]node, len(ds))
	for i, d := range ds {
		nodes[i] = node{"@type": []string{"dpv:PersonalData"}, "description": d.Text}.trim()
		if int(d.Kind) < len(kindTerms) && kindTerms[d.Kind] != nil {
			nodes[i]["@type"] = append([]string{"dpv:PersonalData"}, kindTerms[d.Kind]...)
		}
		if d.Retention != (Retention{}) {
			nodes[i]["storage"] = l.storage(d.Retention)
		}
	}
	return nodes
}

func recipientNodes(ps []Recipient) []node {
	nodes := make([]node, len(ps))
	for i, p := range ps {
		nodes[i] = node{"@type": "eu-gdpr:Recipient", "name": p.Name, "identifier": p.Country}.trim()
	}
	return nodes
}

func transferNodes(ts []Transfer) []node {
	nodes := make([]node, len(ts))
	for i, t := range ts {
		n := node{"@type": "dpv:ThirdCountry", "identifier": t.Country, "references": t.Documents}
		if t.Country == "" {
			n["@type"] = "dpv:InternationalOrganisation"
			n["name"] = t.Organisation
		}
		if term := t.Safeguard.term(); term != "" {
			n["basis"] = []string{term}
		}
		nodes[i] = n.trim()
	}
	return nodes
}

// storage returns the node of how long data are kept.
func (l *linker) storage(r Retention) node {
	n := node{"@type": "dpv:StorageDeletion", "description": r.Criterion}
	if r.Period.N > 0 && r.Period.Unit != 0 {
		n["@type"] = "dpv:StorageDuration"
		n["title"] = r.Period.Label(l.tag)
		if from := strings.TrimSpace(r.From); from != "" {
			n["title"] = r.Period.Label(l.tag) + ": " + from
		}
		n["duration"] = iso8601(r.Period)
	}
	return n.trim()
}

// iso8601 returns a period as xsd:duration writes it, or "" for working days, which
// it can't write.
func iso8601(t gdpr.Term) string {
	n := strconv.Itoa(t.N)
	switch t.Unit {
	case gdpr.Hours:
		return "PT" + n + "H"
	case gdpr.Days:
		return "P" + n + "D"
	case gdpr.Weeks:
		return "P" + strconv.Itoa(7*t.N) + "D"
	case gdpr.Months:
		return "P" + n + "M"
	case gdpr.Years:
		return "P" + n + "Y"
	}
	return ""
}

// assessment returns DPV's term for what the screening came to, or "" while it is
// undetermined, or left to the controller.
func (l *linker) assessment(a *Activity) string {
	s, err := a.Screen(l.policy)
	if err != nil {
		return ""
	}
	switch s.Outcome {
	case dpia.Required:
		return "eu-gdpr:DPIARequired"
	case dpia.NotRequired:
		return "eu-gdpr:DPIANotRequired"
	}
	return ""
}
