package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// tests is the compiled program of a package's tests.
type tests struct {
	program, folder string
	all             []test // from the quickest
}

// test is one test, example or fuzz target with its seeds.
type test struct {
	name    string
	took    time.Duration
	reached map[int]bool // the changes that it comes by
}

// quick is how much time the tests that are tried first take together.
const quick = 100 * time.Millisecond

// list runs each test alone, with nothing changed, and keeps what it comes by. A
// test that fails is left out: those that count allocations do, which the
// switches add to.
func (t *tests) list(seen string) error {
	out, err := t.command(context.Background(), 0, "", "-test.list=^(Test|Example|Fuzz)").Output()
	if err != nil {
		return fmt.Errorf("listing the tests: %w", err)
	}
	for name := range strings.FieldsSeq(string(out)) {
		os.Remove(seen)
		start := time.Now()
		if out, err := t.command(context.Background(), 0, seen, only(name)).CombinedOutput(); err != nil {
			if !strings.Contains(string(out), "--- FAIL: ") {
				return fmt.Errorf("%s: %w\n%s", name, err, out)
			}
			fmt.Println("left out, for it fails with the switches in:", name)
			continue
		}
		took := time.Since(start)
		reached, err := numbers(seen)
		if err != nil {
			return err
		}
		if len(reached) > 0 {
			t.all = append(t.all, test{name, took, reached})
		}
	}
	slices.SortStableFunc(t.all, func(a, b test) int { return cmp.Compare(a.took, b.took) })
	return nil
}

// reach tells whether some test comes by the change.
func (t *tests) reach(id int) bool {
	return slices.ContainsFunc(t.all, func(one test) bool { return one.reached[id] })
}

// notice tells whether some test fails with the change on: first the quick ones
// that come by it are run, then the others.
func (t *tests) notice(id int) bool {
	var names []string
	var took time.Duration
	for _, one := range t.all {
		if !one.reached[id] {
			continue
		}
		if len(names) > 0 && took < quick && took+one.took >= quick {
			if t.fails(id, names, took) {
				return true
			}
			names = nil
		}
		names = append(names, one.name)
		took += one.took
	}
	return len(names) > 0 && t.fails(id, names, took)
}

// fails runs the tests of these names with the change on.
func (t *tests) fails(id int, names []string, took time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second+4*took)
	defer cancel()
	return t.command(ctx, id, "", "-test.failfast", only(names...)).Run() != nil
}

// only is the flag for the tests of these names.
func only(names ...string) string {
	for i, name := range names {
		names[i] = regexp.QuoteMeta(name)
	}
	return "-test.run=^(" + strings.Join(names, "|") + ")$"
}

// command is a run of the program with the change on. With a file for what is
// reached, the run writes the changes that it comes by.
func (t *tests) command(ctx context.Context, id int, seen string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, t.program, append(args, "-test.short", "-test.parallel=1")...)
	c.Dir = t.folder
	c.Env = append(os.Environ(), "MUTANT="+strconv.Itoa(id), "MUTANTS_SEEN="+seen, "GOMAXPROCS=1")
	c.WaitDelay = time.Second
	return c
}

// numbers reads a file of numbers, one a line; there is none if there are none.
func numbers(name string) (map[int]bool, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	reached := map[int]bool{}
	for line := range strings.FieldsSeq(string(data)) {
		n, err := strconv.Atoi(line)
		if err != nil {
			return nil, err
		}
		reached[n] = true
	}
	return reached, nil
}
