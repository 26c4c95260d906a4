package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/wire"
)

const instructions = `Data-protection law for Italian public bodies (GDPR, Codice, the municipal regulation), computed to the day and the hour, each answer with its provision. Call a tool rather than guess a term or a duty. What no tool is for, one of some 230 functions may be: find_function finds it by words, describe_function gives its schemas, call_function calls it. A fact that you don't know is left out (null), never false: the answer then names in "missing" the questions to ask. "policy.regime" (or "regime" in the facts) says whose law binds the body: template (it adopted the template regulation), public (any other Italian public body), italy (a private body), union (the GDPR alone). Give days as 2026-11-08 and instants with their offset. Texts are Italian, or in "language". It is not legal advice.`

// protocol serves the Model Context Protocol on in and out.
func protocol(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) error {
	flags := flag.NewFlagSet("mcp", flag.ContinueOnError)
	flags.SetOutput(errs)
	only := flags.String("only", few, "the beginnings of the names of the functions that are tools of their own: rights.,breach.")
	all := flags.Bool("all", false, "a tool for each function")
	outputs := flags.Bool("schemas", true, "give the schema of each tool's output too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *all {
		*only = ""
	}
	server := tools(strings.Split(*only, ","), *outputs)
	return server.Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(in), Writer: discloser{out}})
}

// discloser is a writer that isn't closed.
type discloser struct{ io.Writer }

func (discloser) Close() error { return nil }

// toolName returns the name of a function's tool: clients take no dots in names.
func toolName(function string) string { return strings.ReplaceAll(function, ".", "_") }

// few are the functions that are tools where nothing else is asked for: each tool
// takes some of what an assistant can keep in mind, and the others are found by
// find_function.
const few = "rights.timeline,rights.check,breach.assess,breach.window,dpia.screen,informativa.scan,informativa.check,gdpr.deadline,gdpr.provision"

// tools returns a server with a tool for each function that begins with one of
// the prefixes, and those by which the others are found and called.
func tools(prefixes []string, outputs bool) *mcp.Server {
	server := mcp.NewServer(&mcp.Implementation{Name: "gdpr", Title: "gdpr", Version: "law as of " + gdpr.LawAsOf().String()}, &mcp.ServerOptions{Instructions: instructions, PageSize: 1000})
	schemas := wire.ReadSchemas()
	for name := range wire.Functions() {
		if !begins(name, prefixes) {
			continue
		}
		s, _ := schemas.Of(name)
		tool := &mcp.Tool{Name: toolName(name), Title: name, Description: s.Description, InputSchema: s.Input, Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true}}
		if outputs {
			tool.OutputSchema = s.Output
		}
		server.AddTool(tool, func(_ context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
			return answered(name, r.Params.Arguments), nil
		})
	}
	finder(server, schemas)
	return server
}

// answered is the answer of a function.
func answered(name string, input []byte) *mcp.CallToolResult {
	answer, ok := wire.Answer(name, input)
	result := &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(answer)}}, IsError: !ok}
	if ok {
		result.StructuredContent = json.RawMessage(answer)
	}
	return result
}

func begins(name string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}
