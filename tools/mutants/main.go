// Command mutants tells how well the tests of a package hold its rules: it
// changes the code in one place at a time ("<" for "<=", "and" for "or", plus for
// minus) and counts the changes that no test notices.
//
//	go run -C tools ./mutants ../rights
//	go run -C tools ./mutants -file limit.go,pause.go ../rights
//
// All changes are compiled into one program, which is told by its environment
// which of them is on; so a change costs a run of tests, not a build, and a
// package takes minutes. Of the package's tests, with -short, those are run that
// come by the changed place, the quick ones first, up to the first that fails; a
// run that takes several times as long as the unchanged one counts as a failure.
//
// A change that can't be noticed is listed in the package's
// testdata/survivors.tsv with the reason: file, function, change as printed here,
// reason, with tabs between. The command fails if less than -min percent of a
// file's changes, without those listed, are noticed, or if a listed one is
// noticed or is no longer there.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

func main() {
	log.SetFlags(0)
	file := flag.String("file", "", "only these files of the package, with commas between")
	least := flag.Float64("min", 95, "the least share of noticed changes a file, in percent")
	workers := flag.Int("p", runtime.NumCPU(), "how many runs at once")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: mutants [-file NAMES] [-min PERCENT] [-p N] FOLDER")
	}
	var files []string // all
	if *file != "" {
		files = strings.Split(*file, ",")
	}
	r, err := measure(flag.Arg(0), files, *workers)
	if err != nil {
		log.Fatal(err)
	}
	if r.print(*least) {
		os.Exit(1)
	}
}

// report is what became of the changes of a package.
type report struct {
	files   []string // if not the whole package
	mutants []mutant
	lived   map[int]string // by id: "not reached" or "lived"
	reasons map[string]string
}

// measure runs the tests of the package in the folder once for each change.
func measure(folder string, files []string, workers int) (report, error) {
	r := report{files: files, lived: map[int]string{}}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return r, err
	}
	work, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(work)
	if r.reasons, err = survivors(folder); err != nil {
		return r, err
	}
	overlay, mutants, err := rewrite(folder, files, work)
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
	t := tests{program: program, folder: folder}
	if err := t.list(filepath.Join(work, "seen")); err != nil {
		return r, err
	}
	r.run(t, workers)
	return r, nil
}

// run tries each change that some test reaches.
func (r *report) run(t tests, workers int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	next := make(chan int)
	for range workers {
		wg.Go(func() {
			for id := range next {
				if !t.notice(id) {
					mu.Lock()
					r.lived[id] = "lived"
					mu.Unlock()
				}
			}
		})
	}
	for _, m := range r.mutants {
		if t.reach(m.id) {
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

// count is how many changes of a file there are, how many some test notices, and how
// many can't be noticed.
type count struct{ all, noticed, listed int }

// share is the percentage of noticed changes among those that can be.
func (c count) share() float64 {
	if n := c.all - c.listed; n > 0 {
		return 100 * float64(c.noticed) / float64(n)
	}
	return 100
}

// count counts the changes by file, and returns the rows of survivors.tsv that name
// none that lived.
func (r report) count() (files map[string]count, stale []string) {
	files = map[string]count{}
	rows := map[string]bool{}
	for key := range r.reasons {
		file, _, _ := strings.Cut(key, "\t")
		rows[key] = r.files == nil || slices.Contains(r.files, file)
	}
	for _, m := range r.mutants {
		c := files[m.file]
		c.all++
		switch _, listed := r.reasons[m.key()]; {
		case r.lived[m.id] == "":
			c.noticed++
		case listed:
			c.listed++
			rows[m.key()] = false
		}
		files[m.file] = c
	}
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		if rows[key] {
			stale = append(stale, key)
		}
	}
	return files, stale
}

// print writes the changes that lived and the share of each file, and tells whether
// a file is below the least share or a listed change is none.
func (r report) print(least float64) (failed bool) {
	for _, m := range r.mutants {
		if how := r.lived[m.id]; how != "" && r.reasons[m.key()] == "" {
			fmt.Printf("%s:%d\t%s\t%s\t%s\n", m.file, m.line, m.function, m.change, how)
		}
	}
	files, stale := r.count()
	var all count
	for _, name := range slices.Sorted(maps.Keys(files)) {
		c := files[name]
		all = count{all.all + c.all, all.noticed + c.noticed, all.listed + c.listed}
		mark := ""
		if c.share() < least {
			mark, failed = "  below", true
		}
		fmt.Printf("%-28s %4d of %4d noticed, %d with a reason: %5.1f %%%s\n", name, c.noticed, c.all, c.listed, c.share(), mark)
	}
	fmt.Printf("%-28s %4d of %4d noticed, %d with a reason: %5.1f %%\n", "all", all.noticed, all.all, all.listed, all.share())
	for _, key := range stale {
		fmt.Printf("survivors.tsv: noticed, or not there: %s\n", key)
	}
	return failed || len(stale) > 0
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
		if len(cells) != 4 || cells[3] == "" {
			return nil, fmt.Errorf("survivors.tsv:%d: not file, function, change and reason", n+1)
		}
		reasons[strings.Join(cells[:3], "\t")] = cells[3]
	}
	return reasons, nil
}
