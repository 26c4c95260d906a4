// Command mutants tells how well the tests of a package hold its rules: it
// changes the code in one place at a time ("<" for "<=", "and" for "or", plus for
// minus) and counts the changes that no test notices.
//
//	go run -C tools ./mutants ../rights
//	go run -C tools ./mutants -file limit.go ../rights
//
// All changes are compiled into one program, which is told by its environment
// which of them is on; so a change costs a run of the package's tests, not a
// build, and a package takes minutes. The tests run with -short, and stop at the
// first that fails; a run four times as long as the unchanged one counts as a
// failure.
//
// A change that can't be noticed is listed in the package's
// testdata/survivors.tsv with the reason: file, change as printed here, reason.
// The command fails if less than -min percent of a file's changes, without those
// listed, are noticed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

func main() {
	log.SetFlags(0)
	file := flag.String("file", "", "only this file of the package")
	least := flag.Float64("min", 95, "the least share of noticed changes a file, in percent")
	workers := flag.Int("p", 2, "how many runs at once")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: mutants [-file NAME] [-min PERCENT] [-p N] FOLDER")
	}
	folder, err := filepath.Abs(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	r, err := measure(folder, *file, *workers)
	if err != nil {
		log.Fatal(err)
	}
	if r.print(*least) {
		os.Exit(1)
	}
}

// report is what became of the changes of a package.
type report struct {
	mutants []mutant
	lived   map[int]string // by id: "not reached" or "lived"
	reasons map[string]string
}

// measure runs the tests of the package in the folder once for each change.
func measure(folder, file string, workers int) (report, error) {
	r := report{lived: map[int]string{}}
	work, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(work)
	if r.reasons, err = survivors(folder); err != nil {
		return r, err
	}
	overlay, mutants, err := rewrite(folder, file, work)
	if err != nil {
		return r, err
	}
	r.mutants = mutants
	program := filepath.Join(work, "test")
	build := exec.Command("go", "test", "-vet=off", "-c", "-overlay", overlay, "-o", program, ".")
	build.Dir = folder
	if out, err := build.CombinedOutput(); err != nil {
		return r, fmt.Errorf("the changed package doesn't compile: %w\n%s", err, out)
	}
	t := tests{program: program, folder: folder, limit: 10 * time.Minute}
	seen := filepath.Join(work, "seen")
	start := time.Now()
	if out, err := t.run(0, ""); err != nil {
		t.leaveOut(out)
		start = time.Now()
	}
	if out, err := t.run(0, seen); err != nil {
		return r, fmt.Errorf("the tests of the unchanged package fail: %w\n%s", err, out)
	}
	t.limit = 4*time.Since(start) + 10*time.Second
	reached, err := numbers(seen)
	if err != nil {
		return r, err
	}
	r.run(t, reached, workers)
	return r, nil
}

// run tries each change that some test reaches.
func (r *report) run(t tests, reached map[int]bool, workers int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	next := make(chan int)
	for range workers {
		wg.Go(func() {
			for id := range next {
				if _, err := t.run(id, ""); err == nil {
					mu.Lock()
					r.lived[id] = "lived"
					mu.Unlock()
				}
			}
		})
	}
	for _, m := range r.mutants {
		if reached[m.id] {
			next <- m.id
			continue
		}
		mu.Lock()
		r.lived[m.id] = "not reached"
		mu.Unlock()
	}
	close(next)
	wg.Wait()
}

// print writes the changes that lived and the share of each file, and tells
// whether a file is below the least share.
func (r report) print(least float64) (below bool) {
	type count struct{ all, noticed, listed int }
	files := map[string]*count{}
	var names []string
	for _, m := range r.mutants {
		c := files[m.file]
		if c == nil {
			c = &count{}
			files[m.file] = c
			names = append(names, m.file)
		}
		c.all++
		switch how, lived := r.lived[m.id]; {
		case !lived:
			c.noticed++
		case r.reasons[m.key()] != "":
			c.listed++
		default:
			fmt.Printf("%s:%d\t%s\t%s\n", m.file, m.line, m.change, how)
		}
	}
	slices.Sort(names)
	var all count
	for _, name := range names {
		c := files[name]
		all.all += c.all
		all.noticed += c.noticed
		all.listed += c.listed
		share := 100.0
		if n := c.all - c.listed; n > 0 {
			share = 100 * float64(c.noticed) / float64(n)
		}
		mark := ""
		if share < least {
			mark, below = "  below", true
		}
		fmt.Printf("%-28s %4d of %4d noticed, %d with a reason: %5.1f %%%s\n", name, c.noticed, c.all, c.listed, share, mark)
	}
	fmt.Printf("%-28s %4d of %4d noticed, %d with a reason\n", "all", all.noticed, all.all, all.listed)
	return below
}

// survivors reads the changes that can't be noticed, with their reasons.
func survivors(folder string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "testdata", "survivors.tsv"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	reasons := map[string]string{}
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[2] == "" {
			return nil, fmt.Errorf("survivors.tsv:%d: not file, change and reason", n+1)
		}
		reasons[cells[0]+"\t"+cells[1]] = cells[2]
	}
	return reasons, nil
}

// tests is the compiled program of a package's tests.
type tests struct {
	program, folder string
	limit           time.Duration
	skip            []string // names
}

// leaveOut has later runs skip the tests that failed though nothing was changed:
// those that count allocations, which the switches add to.
func (t *tests) leaveOut(out []byte) {
	for line := range strings.Lines(string(out)) {
		if name, ok := strings.CutPrefix(line, "--- FAIL: "); ok {
			name, _, _ = strings.Cut(name, " ")
			t.skip = append(t.skip, regexp.QuoteMeta(name))
			fmt.Println("left out, for it fails with the switches in:", name)
		}
	}
}

// run runs the tests with the change on; an error says that they noticed it. A
// run with a file for what is reached writes the changes that it comes by.
func (t tests) run(id int, seen string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), t.limit)
	defer cancel()
	args := []string{"-test.short"}
	if id != 0 {
		args = append(args, "-test.failfast")
	}
	if len(t.skip) > 0 {
		args = append(args, "-test.skip=^("+strings.Join(t.skip, "|")+")$")
	}
	c := exec.CommandContext(ctx, t.program, args...)
	c.Dir = t.folder
	c.Env = append(os.Environ(), "MUTANT="+strconv.Itoa(id), "MUTANTS_SEEN="+seen)
	return c.CombinedOutput()
}

// numbers reads a file of numbers, one a line.
func numbers(name string) (map[int]bool, error) {
	data, err := os.ReadFile(name)
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
