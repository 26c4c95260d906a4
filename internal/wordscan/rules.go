package wordscan

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// rules is what the files of a rule set say.
type rules struct {
	outputs       []string
	whole         []bool // by output
	entries       []entry
	names         map[string]definition
	skip          []string // words of no width
	abbreviations []string // words whose full stop ends no sentence
	flagged       map[wordFlag][]string
	marks         []string // the names of the marks
	marked        map[string][]string
}

// definition is a pattern that has a name, and whether others use it.
type definition struct {
	pattern pattern
	used    bool
}

// An entry is one rule: a pattern that speaks for its output, or against it.
type entry struct {
	output  int
	against bool
	body    bool // words in a heading don't count
	pattern pattern
}

// readRules reads every file of files that glob matches, by name.
func readRules(files fs.FS, glob string) (*rules, error) {
	names, err := fs.Glob(files, glob)
	if err != nil {
		return nil, err
	}
	r := &rules{names: make(map[string]definition), marked: make(map[string][]string), flagged: make(map[wordFlag][]string)}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := r.read(string(data)); err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.names)) {
		if !r.names[name].used {
			return nil, fmt.Errorf("%s is never used", name)
		}
	}
	return r, nil
}

// read adds the lines of one file; a line that starts with a blank goes on
// with the line before.
func (r *rules) read(text string) error {
	lines := strings.Split(text, "\n")
	output, body := -1, false
	for i := 0; i < len(lines); i++ {
		number, line := i+1, uncomment(lines[i])
		for i+1 < len(lines) && strings.HasPrefix(lines[i+1], " ") {
			i++
			line += " " + uncomment(lines[i])
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if inner, found := strings.CutPrefix(line, "["); found && strings.HasSuffix(inner, "]") {
			name, option, _ := strings.Cut(strings.TrimSuffix(inner, "]"), " ")
			if option != "" && option != "body" && option != "whole" {
				return fmt.Errorf("%d: unknown option %q", number, option)
			}
			output, body = r.output(name), option == "body"
			r.whole[output] = r.whole[output] || option == "whole"
			continue
		}
		if err := r.line(line, output, body); err != nil {
			return fmt.Errorf("%d: %w", number, err)
		}
	}
	return nil
}

func (r *rules) line(line string, output int, body bool) error {
	head, rest, _ := strings.Cut(line, " ")
	switch head {
	case "skip":
		r.skip = append(r.skip, strings.Fields(rest)...)
		return nil
	case "abbreviation":
		r.abbreviations = append(r.abbreviations, strings.Fields(rest)...)
		return nil
	case "blank", "label", "fill", "field", "mailbox":
		flag := map[string]wordFlag{"blank": flagBlank, "label": flagLabel, "fill": flagFill, "field": flagField, "mailbox": flagMailbox}[head]
		r.flagged[flag] = append(r.flagged[flag], strings.Fields(rest)...)
		return nil
	case "mark":
		name, words, _ := strings.Cut(rest, " ")
		if _, known := r.marked[name]; !known {
			r.marks = append(r.marks, name)
		}
		r.marked[name] = append(r.marked[name], strings.Fields(words)...)
		return nil
	case "+", "-":
		if output < 0 {
			return fmt.Errorf("a rule before any [output]")
		}
		tree, err := parsePattern(rest, r.names)
		if err != nil {
			return err
		}
		r.entries = append(r.entries, entry{output, head == "-", body && head == "+", tree})
		return nil
	}
	name, rest, found := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	if !found || name == "" || name != strings.ToUpper(name) {
		return fmt.Errorf("neither a rule nor a definition: %q", line)
	}
	if _, known := r.names[name]; known {
		return fmt.Errorf("%s is defined twice", name)
	}
	tree, err := parsePattern(rest, r.names)
	r.names[name] = definition{pattern: tree}
	return err
}

// output returns the number of the output of that name.
func (r *rules) output(name string) int {
	for i, known := range r.outputs {
		if known == name {
			return i
		}
	}
	r.outputs = append(r.outputs, name)
	r.whole = append(r.whole, false)
	return len(r.outputs) - 1
}

// uncomment cuts a comment off: what follows a # at the start of the line or
// after two blanks (a # within a pattern stands for a heading).
func uncomment(line string) string {
	if strings.HasPrefix(strings.TrimSpace(line), "# ") {
		return ""
	}
	line, _, _ = strings.Cut(line, "  # ")
	return line
}
