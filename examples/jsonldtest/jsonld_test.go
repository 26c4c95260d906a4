package jsonldtest

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/register"
)

const (
	base = "https://comune.roccasilvana.example/registro"
	dpv  = "https://w3id.org/dpv#"
	gdpr = "https://w3id.org/dpv/legal/eu/gdpr#"
	dct  = "http://purl.org/dc/terms/"
)

// offline refuses every document: what the library writes needs no other.
type offline struct{ t *testing.T }

func (o offline) LoadDocument(u string) (*ld.RemoteDocument, error) {
	o.t.Errorf("asks for %s", u)
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, u)
}

func options(t *testing.T) *ld.JsonLdOptions {
	o := ld.NewJsonLdOptions("")
	o.DocumentLoader = offline{t}
	return o
}

func sample(t *testing.T) register.Register {
	data, err := os.ReadFile("../../register/testdata/comune.json")
	require.NoError(t, err)
	r, err := register.Parse(data)
	require.NoError(t, err)
	return r
}

func document(t *testing.T, r register.Register) map[string]any {
	data, err := r.JSONLD(base)
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(data, &doc))
	return doc
}

// graph maps subject and predicate to the objects.
type graph map[[2]string][]ld.Node

func triples(t *testing.T, doc any) (graph, int) {
	set, err := ld.NewJsonLdProcessor().ToRDF(doc, options(t))
	require.NoError(t, err)
	quads := set.(*ld.RDFDataset).Graphs["@default"]
	g := graph{}
	for _, q := range quads {
		key := [2]string{q.Subject.GetValue(), q.Predicate.GetValue()}
		g[key] = append(g[key], q.Object)
	}
	return g, len(quads)
}

func (g graph) values(subject, predicate string) []string {
	var vs []string
	for _, o := range g[[2]string{subject, predicate}] {
		vs = append(vs, o.GetValue())
	}
	return vs
}

// Expanded and compacted again with its own context the document is the same,
// and so is what it says.
func TestRoundTrip(t *testing.T) {
	p := ld.NewJsonLdProcessor()
	doc := document(t, sample(t))
	expanded, err := p.Expand(doc, options(t))
	require.NoError(t, err)
	compacted, err := p.Compact(expanded, map[string]any{"@context": doc["@context"]}, options(t))
	require.NoError(t, err)
	again, err := p.Expand(compacted, options(t))
	require.NoError(t, err)
	require.Equal(t, expanded, again)

	_, before := triples(t, doc)
	_, after := triples(t, compacted)
	require.Equal(t, before, after)
	require.Greater(t, before, 1000)

	// Nothing that was written got lost for want of a term.
	require.Equal(t, members(doc), members(compacted))
}

// members counts the values under each name, at any depth.
func members(v any) map[string]int {
	counts := map[string]int{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				if name == "@context" {
					continue
				}
				if list, ok := value.([]any); ok {
					counts[name] += len(list)
				} else {
					counts[name]++
				}
				walk(value)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(v)
	return counts
}

// Each part of the register is in the triples.
func TestTriples(t *testing.T) {
	r := sample(t)
	g, _ := triples(t, document(t, r))
	const a = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	require.Equal(t, []string{dpv + "ROPA"}, g.values(base, a))
	require.Equal(t, []string{r.Controller.Name}, g.values(base+"#controller", dpv+"hasName"))
	require.Equal(t, []string{r.Officer.Name}, g.values(base+"#officer", dpv+"hasName"))
	require.Equal(t, []string{"2026-10-30"}, g.values(base, dct+"modified"))
	require.Len(t, g.values(base, dpv+"hasRecordOfActivity"), len(r.Activities))
	require.Len(t, g.values(base, dpv+"hasDataProcessor"), len(r.Processors))

	for i := range r.Activities {
		activity := &r.Activities[i]
		id := base + "#activity-" + activity.ID
		require.Contains(t, g.values(base, dpv+"hasRecordOfActivity"), id)
		require.Equal(t, []string{activity.Name}, g.values(id, dct+"title"))
		require.ElementsMatch(t, activity.Subjects, g.titles(id, "hasDataSubject"))
		require.ElementsMatch(t, activity.Measures, g.values(id, dpv+"hasTechnicalOrganisationalMeasure"))
		require.Len(t, g.values(id, dpv+"hasPersonalData"), len(activity.Data))
		require.Len(t, g.values(id, dpv+"hasRecipient"), len(activity.Recipients))
		require.Len(t, g.values(id, dpv+"hasThirdCountry"), len(activity.Transfers))
		require.Len(t, g.values(id, dpv+"hasStorageCondition"), 1)

		var texts, norms []string
		for _, purpose := range g.values(id, dpv+"hasPurpose") {
			texts = append(texts, g.values(purpose, dct+"description")...)
			norms = append(norms, g.values(purpose, dct+"references")...)
		}
		for _, p := range activity.Purposes {
			require.Contains(t, texts, p.Text)
			if p.Norm != "" {
				require.Contains(t, norms, p.Norm)
			}
		}
		require.Len(t, texts, len(activity.Purposes))

		for _, processor := range activity.Processors {
			require.Contains(t, g.values(id, dpv+"hasDataProcessor"), base+"#processor-"+processor)
		}
		var conditions []string
		for _, p := range activity.Purposes {
			if term := gdpr + "A6-1-" + p.Basis.Provision().Letter(); !slices.Contains(conditions, term) {
				conditions = append(conditions, term)
			}
		}
		for c := range activity.Special.Conditions() {
			conditions = append(conditions, gdpr+"A9-2-"+c.Provision().Letter())
		}
		require.ElementsMatch(t, conditions, g.values(id, dpv+"hasLegalBasis"))
		assessment := g.values(id, dpv+"hasImpactAssessment")
		if len(assessment) == 0 { // what the controller may choose isn't told
			require.Zero(t, activity.DPIA.Done)
			continue
		}
		require.Len(t, assessment, 1)
		status := g.values(assessment[0], dpv+"hasStatus")
		require.Contains(t, [][]string{nil, {gdpr + "DPIARequired"}, {gdpr + "DPIANotRequired"}}, status)
		if activity.DPIA.Done != 0 {
			require.Equal(t, []string{activity.DPIA.Done.String()}, g.values(assessment[0], dct+"issued"))
		}
	}
	// What is said of special data is said with DPV's class for them.
	var classes []string
	for _, data := range g.values(base+"#activity-personale", dpv+"hasPersonalData") {
		classes = append(classes, g.values(data, a)...)
	}
	slices.Sort(classes)
	require.Equal(t, []string{
		dpv + "PersonalData", dpv + "PersonalData", dpv + "PersonalData", dpv + "PersonalData",
		"https://w3id.org/dpv#SensitivePersonalData", dpv + "SpecialCategoryPersonalData", dpv + "SpecialCategoryPersonalData",
		gdpr + "HealthData", "https://w3id.org/dpv/pd#Criminal", "https://w3id.org/dpv/pd#TradeUnionMembership",
	}, classes)
	service := base + "#service-anagrafe-unione"
	require.Equal(t, r.Services[0].Processing, g.titles(service, "hasProcessing"))
}

// Keys of any characters stay IRIs, and differ from each other.
func TestOddKeys(t *testing.T) {
	keys := []string{"a b", "a%20b", "è/ò?x#y", "<>\"{}|\\^`", "日本", "\n"}
	var r register.Register
	for _, k := range keys {
		r.Activities = append(r.Activities, register.Activity{ID: k, Name: k})
	}
	r.Activities = append(r.Activities, register.Activity{Name: "uno"}, register.Activity{Name: "due"})
	g, _ := triples(t, document(t, r))
	found := g.values(base, dpv+"hasRecordOfActivity")
	slices.Sort(found)
	require.Len(t, slices.Compact(found), len(keys)+2)
	for _, id := range found {
		require.Len(t, g.values(id, dct+"title"), 1)
	}
}

// titles returns the titles of the nodes that a term of DPV leads to.
func (g graph) titles(subject, term string) []string {
	var titles []string
	for _, n := range g.values(subject, dpv+term) {
		titles = append(titles, g.values(n, dct+"title")...)
	}
	return titles
}

// What a validator of records of processing asks: each activity has purposes, a
// basis, processing, data, data subjects and a source, each of DPV's class, and
// joint controllers are a node of theirs.
func TestShapes(t *testing.T) {
	r := sample(t)
	r.Activities[0].Joint = []string{r.Joint[0].ID}
	g, _ := triples(t, document(t, r))
	const a = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	for _, id := range g.values(base, dpv+"hasRecordOfActivity") {
		for term, class := range map[string]string{"hasPurpose": "Purpose", "hasProcessing": "Processing", "hasPersonalData": "PersonalData", "hasDataSubject": "DataSubject"} {
			nodes := g.values(id, dpv+term)
			require.NotEmpty(t, nodes, "%s %s", id, term)
			for _, n := range nodes {
				require.Contains(t, g.values(n, a), dpv+class, "%s %s", id, term)
			}
		}
		require.NotEmpty(t, g.values(id, dpv+"hasLegalBasis"), id)
		require.NotEmpty(t, g.values(id, dpv+"hasDataSource"), id)
	}
	joint := g.values(base+"#activity-"+r.Activities[0].ID, dpv+"hasJointDataControllers")
	require.Len(t, joint, 1)
	require.Contains(t, g.values(joint[0], a), dpv+"JointDataControllers")
	require.NotEmpty(t, g.values(joint[0], dpv+"hasDataController"))
}
