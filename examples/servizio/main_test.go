package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// binary is the program itself, as it is installed: built once, without cgo.
var binary string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "servizio")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "servizio")
		build := exec.Command("go", "build", "-o", binary, ".")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if text, err := build.CombinedOutput(); err != nil {
			fmt.Fprintln(os.Stderr, err, string(text))
			return 1
		}
		return m.Run()
	}())
}

const access = `{"request": {"right": "access", "received": "2026-11-08"}, "policy": {"regime": "public"}}`

// program runs the binary and returns what it wrote and its code.
func program(t *testing.T, input string, args ...string) (out, errs string, code int) {
	cmd := exec.Command(binary, args...)
	cmd.Stdin = strings.NewReader(input)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	err := cmd.Run()
	if _, ok := err.(*exec.ExitError); err != nil && !ok {
		require.NoError(t, err)
	}
	return o.String(), e.String(), cmd.ProcessState.ExitCode()
}

func TestCommands(t *testing.T) {
	want, err := wire.Call("rights.timeline", []byte(access))
	require.NoError(t, err)
	out, _, code := program(t, access, "call", "rights.timeline")
	require.Equal(t, 0, code)
	require.Equal(t, string(want)+"\n", out)
	out, _, code = program(t, "{", "call", "rights.timeline")
	require.Equal(t, 1, code)
	require.Contains(t, out, `"status":422`)
	out, _, code = program(t, "", "list")
	require.Equal(t, 0, code)
	require.Contains(t, out, "\nbreach.assess\n")
	out, _, code = program(t, "", "schema", "rights.timeline")
	require.Equal(t, 0, code)
	require.Contains(t, out, `"rights.Pause"`)
	out, _, code = program(t, "", "openapi")
	require.Equal(t, 0, code)
	require.Equal(t, string(wire.OpenAPI()), out)
	for _, args := range [][]string{nil, {"what"}, {"call"}, {"schema"}, {"schema", "what"}, {"conformance"}, {"conformance", t.TempDir()}, {"serve", "-most", "0"}, {"serve", "-what"}} {
		_, errs, code := program(t, "", args...)
		require.Equal(t, 2, code, args)
		require.NotEmpty(t, errs, args)
	}
}

// started starts the service and returns its address.
func started(t *testing.T, args ...string) (url string, cmd *exec.Cmd) {
	cmd = exec.Command(binary, append([]string{"serve", "-addr", "127.0.0.1:0"}, args...)...)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	var line string
	_, err = fmt.Fscanln(out, &line)
	require.NoError(t, err)
	return line, cmd
}

func get(t *testing.T, url string) (*http.Response, string) {
	r, err := http.Get(url)
	require.NoError(t, err)
	defer r.Body.Close()
	var b bytes.Buffer
	_, err = b.ReadFrom(r.Body)
	require.NoError(t, err)
	return r, b.String()
}

func post(t *testing.T, url, kind, body string) (*http.Response, string) {
	r, err := http.Post(url, kind, strings.NewReader(body))
	require.NoError(t, err)
	defer r.Body.Close()
	var b bytes.Buffer
	_, err = b.ReadFrom(r.Body)
	require.NoError(t, err)
	return r, b.String()
}

func TestService(t *testing.T) {
	url, cmd := started(t, "-most", "1000")
	want, err := wire.Call("rights.timeline", []byte(access))
	require.NoError(t, err)
	r, body := post(t, url+"/v1/rights.timeline", "application/json; charset=utf-8", access)
	require.Equal(t, 200, r.StatusCode)
	require.Equal(t, "application/json", r.Header.Get("Content-Type"))
	require.Equal(t, string(want), body)
	for _, test := range []struct {
		name, kind, body string
		status           int
		code             string
	}{
		{"rights.timeline", "application/json", "{", 422, "wire.problem.input"},
		{"rights.time", "application/json", "{}", 404, "wire.problem.function"},
		{"rights.timeline", "text/plain", access, 415, "servizio.type"},
		{"rights.timeline", "application/json", strings.Repeat(" ", 1001), 413, "wire.problem.size"},
	} {
		r, body := post(t, url+"/v1/"+test.name, test.kind, test.body)
		require.Equal(t, test.status, r.StatusCode, body)
		require.Equal(t, "application/problem+json", r.Header.Get("Content-Type"))
		var p wire.Problem
		require.NoError(t, json.Unmarshal([]byte(body), &p), body)
		require.Equal(t, test.code, string(p.Code))
		require.Equal(t, test.status, p.Status)
	}
	r, body = get(t, url+"/openapi.json")
	require.Equal(t, 200, r.StatusCode)
	require.Equal(t, string(wire.OpenAPI()), body)
	_, body = get(t, url+"/v1")
	require.Contains(t, body, `"breach.assess"`)
	_, body = get(t, url+"/v1/breach.assess")
	require.Contains(t, body, `"breach.Facts"`)
	r, _ = get(t, url+"/v1/what")
	require.Equal(t, 404, r.StatusCode)
	_, body = get(t, url+"/health")
	require.Equal(t, "ok\n", body)
	_, body = get(t, url+"/metrics")
	for _, line := range []string{`gdpr_calls_total{code="200",function="rights.timeline"} 1`, `gdpr_calls_total{code="422",function="rights.timeline"} 1`, `gdpr_calls_total{code="404",function="none"} 1`, `gdpr_call_seconds_count{function="rights.timeline"} 1`} {
		require.Contains(t, body, line)
	}
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.NoError(t, cmd.Wait(), "it ends by itself, and well")
}

// TestBusy: of more calls at a time than are wanted, the last are told to come back.
func TestBusy(t *testing.T) {
	url, _ := started(t, "-parallel", "1")
	slow, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	require.NoError(t, err)
	defer slow.Close()
	// The server says 100 Continue as soon as it reads the body: the place is taken.
	_, err = io.WriteString(slow, "POST /v1/gdpr.law HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
	require.NoError(t, err)
	require.NoError(t, slow.SetReadDeadline(time.Now().Add(time.Minute)))
	line, err := bufio.NewReader(slow).ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, "HTTP/1.1 100 Continue\r\n", line)
	r, body := post(t, url+"/v1/gdpr.law", "application/json", "{}")
	require.Equal(t, 503, r.StatusCode)
	require.Contains(t, body, "servizio.busy")
	require.Equal(t, "1", r.Header.Get("Retry-After"))
	_, err = io.WriteString(slow, "{}")
	require.NoError(t, err)
	require.Eventually(t, func() bool {
		r, _ := post(t, url+"/v1/gdpr.law", "application/json", "{}")
		return r.StatusCode == 200
	}, 10*time.Second, 10*time.Millisecond)
}

// TestProtocol: an assistant finds the tools with their schemas, and is answered as
// any other host.
func TestProtocol(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: exec.Command(binary, "mcp", "-all")}, nil)
	require.NoError(t, err)
	defer session.Close()
	require.Contains(t, session.InitializeResult().Instructions, "never false")
	names := map[string]bool{}
	for tool, err := range session.Tools(ctx, nil) {
		require.NoError(t, err)
		require.Regexp(t, `^[a-z_]{1,64}$`, tool.Name)
		require.NotEmpty(t, tool.Description)
		names[tool.Name] = true
	}
	count := 0
	for name := range wire.Functions() {
		count++
		require.True(t, names[toolName(name)], name)
	}
	require.Len(t, names, count+3, "no two functions have one tool")
	want, err := wire.Call("rights.timeline", []byte(access))
	require.NoError(t, err)
	result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "rights_timeline", Arguments: json.RawMessage(access)})
	require.NoError(t, err)
	require.False(t, result.IsError)
	require.Equal(t, string(want), result.Content[0].(*mcp.TextContent).Text)
	structured, err := json.Marshal(result.StructuredContent)
	require.NoError(t, err)
	require.JSONEq(t, string(want), string(structured))
	result, err = session.CallTool(ctx, &mcp.CallToolParams{Name: "rights_timeline", Arguments: map[string]any{"request": 1}})
	require.NoError(t, err)
	require.True(t, result.IsError)
	require.Contains(t, result.Content[0].(*mcp.TextContent).Text, "wire.problem.input")
	_, err = session.CallTool(ctx, &mcp.CallToolParams{Name: "what"})
	require.Error(t, err)
}

func TestSomeTools(t *testing.T) {
	ctx := t.Context()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: exec.Command(binary, "mcp", "-only", "breach.,gdpr.deadline", "-schemas=false")}, nil)
	require.NoError(t, err)
	defer session.Close()
	for tool, err := range session.Tools(ctx, nil) {
		require.NoError(t, err)
		require.Regexp(t, `^(breach_|gdpr_deadline|(find|describe|call)_function$)`, tool.Name)
		if !strings.HasSuffix(tool.Name, "_function") {
			require.Nil(t, tool.OutputSchema)
		}
	}
}

// TestFinding: where nothing is asked for there are few tools, and with them an
// assistant finds, reads and calls any function.
func TestFinding(t *testing.T) {
	ctx := t.Context()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: exec.Command(binary, "mcp")}, nil)
	require.NoError(t, err)
	defer session.Close()
	var names []string
	for tool, err := range session.Tools(ctx, nil) {
		require.NoError(t, err)
		names = append(names, tool.Name)
	}
	require.LessOrEqual(t, len(names), 20)
	require.Contains(t, names, "rights_timeline")
	call := func(tool string, arguments any) (string, bool) {
		result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: tool, Arguments: arguments})
		require.NoError(t, err)
		return result.Content[0].(*mcp.TextContent).Text, result.IsError
	}
	for words, want := range map[string]string{"erasure": "rights.erasure", "cookie banner": "informativa.banner.check", "lettera di rifiuto della cancellazione": "rights.erasure", "violazione da notificare": "breach.notify.check", "72 hours notify": "breach.window", "retention terms": "retention."} {
		text, failed := call("find_function", map[string]any{"words": words})
		require.False(t, failed)
		require.Contains(t, text, `"name":"`+want, words)
	}
	text, _ := call("find_function", map[string]any{"words": "zzzz"})
	require.JSONEq(t, `{"functions":[]}`, text)
	text, failed := call("describe_function", map[string]any{"name": "rights.erasure"})
	require.False(t, failed)
	require.Contains(t, text, "rights.Erasure")
	input := `{"facts":{},"language":"en"}`
	want, err := wire.Call("rights.erasure", []byte(input))
	require.NoError(t, err)
	text, failed = call("call_function", json.RawMessage(`{"name":"rights.erasure","input":`+input+`}`))
	require.False(t, failed)
	require.Equal(t, string(want), text)
	for tool, arguments := range map[string]any{"describe_function": map[string]any{"name": "what"}, "call_function": map[string]any{"name": "what", "input": map[string]any{}}} {
		text, failed = call(tool, arguments)
		require.True(t, failed, tool)
		require.Contains(t, text, "wire.problem.function", tool)
	}
}
