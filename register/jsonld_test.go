package register_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

var dpv = flag.String("dpv", "", "a table of DPV terms to hold the JSON-LD against: concept, tab, IRI")

const base = "https://comune.roccasilvana.example/registro"

func TestJSONLD(t *testing.T) {
	data, err := everyTerm(t).JSONLD(base)
	require.NoError(t, err)
	golden(t, "testdata/comune.jsonld", data)
}

// everyTerm returns the sample with one activity more, in which every kind of
// data and every ground of a transfer stands.
func everyTerm(t testing.TB) register.Register {
	r := sample(t)
	a := register.Activity{ID: "tutto è/qui", Name: "Ogni termine", Sources: []string{"registri pubblici"}}
	a.Special = register.Special{Interest: yes, Norm: fullNorm, Vital: yes, Incapable: yes, Consent: yes, Employment: yes, Public: yes, Archiving: yes, Claims: yes, Care: yes, Secrecy: yes, PublicHealth: yes}
	for k := register.Kind(0); k <= register.Criminal; k++ {
		a.Data = append(a.Data, register.Data{Text: "dati", Kind: k})
	}
	for b := register.Basis(0); b <= register.LegitimateInterests; b++ {
		a.Purposes = append(a.Purposes, register.Purpose{Text: "scopo", Basis: b})
	}
	for s := register.Safeguard(0); s <= register.Compelling; s++ {
		a.Transfers = append(a.Transfers, register.Transfer{Country: "US", Safeguard: s})
	}
	a.Transfers = append(a.Transfers, register.Transfer{Organisation: "UNHCR"})
	r.Activities = append(r.Activities, a, register.Activity{Name: "senza identificativo"})
	r.Joint = append(r.Joint, register.Party{Name: "Comune senza identificativo"})
	return r
}

// iris are the terms that the JSON-LD uses, in full.
func iris(t testing.TB) []string {
	data, err := everyTerm(t).JSONLD(base)
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(data, &doc))
	context := doc["@context"].(map[string]any)
	found := map[string]bool{}
	expand := func(s string) {
		prefix, name, ok := strings.Cut(s, ":")
		if namespace, isText := context[prefix].(string); ok && isText {
			found[namespace+name] = true
		}
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, value := range v {
				if key == "@context" {
					continue
				}
				if strings.Contains(key, ":") {
					expand(key)
				}
				if def, ok := context[key].(map[string]any); ok {
					expand(def["@id"].(string))
				} else if !strings.HasPrefix(key, "@") && !strings.Contains(key, ":") {
					t.Errorf("%q isn't in the context", key)
				}
				if key == "@type" || key == "basis" || key == "status" {
					walk(value)
				} else if _, text := value.(string); !text {
					walk(value)
				}
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case string:
			expand(v)
		}
	}
	walk(doc)
	return slices.Sorted(maps.Keys(found))
}

// Every term of DPV is one of release 2.3: testdata/dpv.txt is the list of those
// used, of which a run with -dpv holds each against the whole vocabulary.
func TestTerms(t *testing.T) {
	used := iris(t)
	golden(t, "testdata/dpv.txt", []byte(strings.Join(used, "\n")+"\n"))
	require.Contains(t, used, "https://w3id.org/dpv/legal/eu/gdpr#A9-2-j")
	require.Contains(t, used, "https://w3id.org/dpv/legal/eu/gdpr#A49-2")
	require.NotContains(t, used, "https://w3id.org/dpv/legal/eu/gdpr#A49-1")
	if *dpv == "" {
		t.Log("not held against the whole vocabulary: no -dpv")
		return
	}
	f, err := os.Open(*dpv)
	require.NoError(t, err)
	defer f.Close()
	known := map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		_, iri, _ := strings.Cut(s.Text(), "\t")
		known[iri] = true
	}
	for _, iri := range used {
		if strings.HasPrefix(iri, "https://w3id.org/dpv") {
			require.True(t, known[iri], iri)
		}
	}
}

func TestBase(t *testing.T) {
	for _, base := range []string{"https://comune.example/registro", "urn:comune:registro", "http://x", "tag+1.-:x?y=1"} {
		data, err := register.Register{}.JSONLD(base)
		require.NoError(t, err)
		require.Contains(t, string(data), `"`+base+`#officer"`)
	}
	_, err := register.Register{}.JSONLD("z-0:a/b")
	require.NoError(t, err)
	for _, base := range []string{"[:x", "{:x", "http://x\x7f", "", "registro", "/registro", "https://", "https:", ":x", "1a:x", "http://x#y", "http://x#", "http://x y", "http://x<", "ht tp://x", "http://\x01", "http://è"} {
		_, err := register.Register{}.JSONLD(base)
		require.ErrorIs(t, err, gdpr.FaultSyntax, base)
	}
}

// Names are in the register's language, or in Italian; signs that an IRI can't have
// are escaped; what has no word of the vocabulary is left plain.
func TestLinkedParts(t *testing.T) {
	for given, want := range map[string]string{"en": "en", "it": "it", "": "it", "de-AT": "de-AT", "?": "it"} {
		data, err := register.Register{Language: given}.JSONLD("urn:x:y")
		require.NoError(t, err)
		require.Contains(t, string(data), `"@language": "`+want+`"`)
	}
	data, err := register.Register{Activities: []register.Activity{{ID: "AMZamz059-._~ è/"}}}.JSONLD("urn:x:y")
	require.NoError(t, err)
	require.Contains(t, string(data), "AMZamz059-._~%20%C3%A8%2F")
	for kind := range register.Kind(255) {
		require.NotPanics(t, func() {
			_, _ = register.Register{Activities: []register.Activity{{Data: []register.Data{{Kind: kind}}}}}.JSONLD("urn:x:y")
		}, kind)
	}
	for term, want := range map[gdpr.Term]string{
		{N: 2, Unit: gdpr.Weeks}: `"P14D"`, {N: 3, Unit: gdpr.Months}: `"P3M"`, {N: 12, Unit: gdpr.Hours}: `"PT12H"`, {N: 0, Unit: gdpr.Years}: "", {N: 5}: "",
	} {
		data, err := register.Register{Activities: []register.Activity{{Retention: register.Retention{Period: term, From: "fine", Criterion: "finché serve"}}}}.JSONLD("urn:x:y")
		require.NoError(t, err)
		require.Contains(t, string(data), "finché serve")
		require.Equal(t, want != "", strings.Contains(string(data), "StorageDuration"), term)
		require.Contains(t, string(data), want)
	}
}
