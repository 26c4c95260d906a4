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

const instructions = `Data-protection law for Italian public bodies (GDPR, Codice, the municipal regulation), computed to the day and the hour, each answer with its provision. Call a tool rather than guess a term or a duty. A fact that you don't know is left out (null), never false: the answer then names in "missing" the questions to ask. "policy.regime" (or "regime" in the facts) says whose law binds the body: template (it adopted the template regulation), public (any other Italian public body), italy (a private body), union (the GDPR alone). Give days as 2026-11-08 and instants with their offset. Texts are Italian, or in "language". It is not legal advice.`

// protocol serves the Model Context Protocol on in and out.
func protocol(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) error {
	flags := flag.NewFlagSet("mcp", flag.ContinueOnError)
	flags.SetOutput(errs)
	only := flags.String("only", "", "the beginnings of the names that are wanted: rights.,breach.")
	outputs := flags.Bool("schemas", true, "give the schema of each tool's output too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	server := tools(strings.Split(*only, ","), *outputs)
	return server.Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(in), Writer: discloser{out}})
}

// discloser is a writer that isn't closed.
type discloser struct{ io.Writer }

func (discloser) Close() error { return nil }

// toolName returns the name of a function's tool: clients take no dots in names.
func toolName(function string) string { return strings.ReplaceAll(function, ".", "_") }

// tools returns a server with a tool for each function that begins with one of
// the prefixes.
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
			answer, ok := wire.Answer(name, r.Params.Arguments)
			result := &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(answer)}}, IsError: !ok}
			if ok {
				result.StructuredContent = json.RawMessage(answer)
			}
			return result, nil
		})
	}
	return server
}

func begins(name string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}
