package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/b58db29f/gdpr/wire"
)

// call calls one function. Its answer is on out, be it the output or a problem.
func call(_ context.Context, args []string, in io.Reader, out, _ io.Writer) error {
	if len(args) != 1 {
		return errors.New("call wants the name of a function")
	}
	input, err := io.ReadAll(io.LimitReader(in, wire.MostBytes+1))
	if err != nil {
		return err
	}
	answer, ok := wire.Answer(args[0], input)
	if _, err := fmt.Fprintf(out, "%s\n", answer); err != nil {
		return err
	}
	if !ok {
		return errSaid
	}
	return nil
}

func list(_ context.Context, _ []string, _ io.Reader, out, _ io.Writer) error {
	for name := range wire.Functions() {
		if _, err := fmt.Fprintln(out, name); err != nil {
			return err
		}
	}
	return nil
}

func schema(_ context.Context, args []string, _ io.Reader, out, _ io.Writer) error {
	if len(args) != 1 {
		return errors.New("schema wants the name of a function")
	}
	s, ok := wire.ReadSchemas().Of(args[0])
	if !ok {
		return fmt.Errorf("there is no function %s", args[0])
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(s)
}

func openAPI(_ context.Context, _ []string, _ io.Reader, out, _ io.Writer) error {
	_, err := out.Write(wire.OpenAPI())
	return err
}

// line is a call, as a program writes it that starts this one: on one line.
type line struct {
	Function string          `json:"function"`
	Input    json.RawMessage `json:"input"`
}

// lines answers a call a line, until there is no more: {"ok":true,"answer":{…}}.
// A line that is no call ends it.
func lines(ctx context.Context, _ []string, in io.Reader, out, _ io.Writer) error {
	r := bufio.NewScanner(in)
	r.Buffer(make([]byte, 64<<10), wire.MostBytes+1<<10)
	w := bufio.NewWriter(out)
	for r.Scan() && ctx.Err() == nil {
		var l line
		if err := json.Unmarshal(r.Bytes(), &l); err != nil {
			return err
		}
		answer, ok := wire.Answer(l.Function, l.Input)
		fmt.Fprintf(w, `{"ok":%t,"answer":%s}`+"\n", ok, answer)
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return r.Err()
}
