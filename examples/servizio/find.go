package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/wire"
)

// mostFound is how many functions are told at a time.
const mostFound = 12

// found is a function that was found.
type found struct {
	Name    string           `json:"name"`
	Summary string           `json:"summary"`
	Law     []gdpr.Provision `json:"law,omitempty"`
	score   int
}

// italian are the beginnings of Italian words with what the functions, which are
// described in English, call the same.
var italian = [...][2]string{
	{"access", "access"}, {"cancella", "erasure"}, {"rettific", "rectification"}, {"limitazion", "restriction"}, {"portabilit", "portability"}, {"opposizion", "objection"},
	{"richiest", "request"}, {"lettera", "letter"}, {"reclam", "complaint"}, {"consens", "consent"}, {"minor", "consent"}, {"automatizzat", "automated"},
	{"violazion", "breach"}, {"notific", "notify"}, {"interessat", "tell"}, {"valutazion", "assess"}, {"impatto", "dpia"}, {"consultazion", "consultation"},
	{"registr", "register"}, {"trattament", "activity"}, {"conservazion", "retention"}, {"scarto", "retention"}, {"cookie", "banner"}, {"videosorveglian", "sign"},
	{"cartell", "sign"}, {"titolar", "controller"}, {"responsabil", "processor"}, {"contitolar", "joint"}, {"nomin", "appointment"}, {"rpd", "officer"},
	{"sicurezz", "security"}, {"misure", "security"}, {"trasparenz", "transparency"}, {"albo", "posting"}, {"pubblicazion", "posting"}, {"regolament", "regolamento"},
	{"termin", "deadline"}, {"scadenz", "deadline"}, {"festiv", "calendar"}, {"sanzion", "fine"}, {"articol", "provision"}, {"piattaforma", "pdnd"}, {"verific", "audit"},
}

// sought returns the words of a text in small letters, with what they are in
// English.
func sought(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range words {
		for _, it := range italian {
			if strings.HasPrefix(w, it[0]) {
				words = append(words, it[1])
			}
		}
	}
	return words
}

// find returns the functions of whose names, descriptions or law some words are,
// best first.
func find(schemas wire.Schemas, words string) []found {
	all := []found{}
	wanted := sought(words)
	for name := range wire.Functions() {
		s, _ := schemas.Of(name)
		f := found{Name: name, Summary: s.Summary, Law: s.Law}
		texts := []struct {
			text   string
			weight int
		}{{strings.NewReplacer(".", " ", "_", " ").Replace(name), 8}, {s.Summary, 4}, {s.Description, 2}, {fmt.Sprint(s.Law), 2}}
		for _, w := range wanted {
			for _, t := range texts {
				if len(w) > 2 && strings.Contains(strings.ToLower(t.text), w) {
					f.score += t.weight
				}
			}
		}
		if f.score > 0 {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), mostFound)]
}

// finder adds the tools by which any function is found, described and called.
func finder(server *mcp.Server, schemas wire.Schemas) {
	reads := &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true}
	type words struct {
		Words string `json:"words" jsonschema:"what is looked for, in English or Italian: erasure refusal letter"`
	}
	mcp.AddTool(server, &mcp.Tool{Name: "find_function", Description: "Finds functions of the library by words: their names, what they do, the law that they encode. Best first, at most twelve.", Annotations: reads},
		func(_ context.Context, _ *mcp.CallToolRequest, in words) (*mcp.CallToolResult, any, error) {
			return nil, map[string]any{"functions": find(schemas, in.Words)}, nil
		})
	type named struct {
		Name string `json:"name" jsonschema:"of the function, as find_function gives it: rights.erasure"`
	}
	mcp.AddTool(server, &mcp.Tool{Name: "describe_function", Description: "Gives the description of a function, and the JSON Schemas of its input and output.", Annotations: reads},
		func(_ context.Context, _ *mcp.CallToolRequest, in named) (*mcp.CallToolResult, any, error) {
			s, ok := schemas.Of(in.Name)
			if !ok {
				return answered(in.Name, nil), nil, nil // which says that there is none
			}
			return nil, s, nil
		})
	type call struct {
		Name  string         `json:"name" jsonschema:"of the function, as find_function gives it: rights.erasure"`
		Input map[string]any `json:"input" jsonschema:"as describe_function describes it"`
	}
	mcp.AddTool(server, &mcp.Tool{Name: "call_function", Description: "Calls a function of the library by its name, and gives its answer.", Annotations: reads},
		func(_ context.Context, r *mcp.CallToolRequest, in call) (*mcp.CallToolResult, any, error) {
			var raw struct{ Input json.RawMessage }
			if err := json.Unmarshal(r.Params.Arguments, &raw); err != nil {
				return nil, nil, err
			}
			return answered(in.Name, raw.Input), nil, nil // as it came: a number isn't made a float
		})
}
