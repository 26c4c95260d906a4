package census

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Census is a census in a folder:
//
//	lavoro/piano.jsonl      the parts
//	lavoro/piano.json       how many, and the print by which a run knows the next
//	lavoro/parti/N.jsonl    the rows of a part that is finished
//	lavoro/parti/N.json     what it counts, written last: by it the part is finished
//	risultati.jsonl         all rows, in the order of the input
//	risultati.parquet       the same
//	conteggi.json           what they count
//	report.html             the report
//
// Each file comes to be whole or not at all, so that a run can be ended at any time.
type Census struct{ Folder string }

func (c Census) work() string  { return filepath.Join(c.Folder, "lavoro") }
func (c Census) parts() string { return filepath.Join(c.work(), "parti") }
func (c Census) plan() string  { return filepath.Join(c.work(), "piano.jsonl") }
func (c Census) print() string { return filepath.Join(c.work(), "piano.json") }

func (c Census) rows(n int) string     { return filepath.Join(c.parts(), fmt.Sprintf("%06d.jsonl", n)) }
func (c Census) finished(n int) string { return filepath.Join(c.parts(), fmt.Sprintf("%06d.json", n)) }

// Forget deletes what a census has left in its folder.
func (c Census) Forget() error { return os.RemoveAll(c.work()) }

// Finished counts the parts that are.
func (c Census) Finished() int {
	names, _ := os.ReadDir(c.parts())
	n := 0
	for _, name := range names {
		if filepath.Ext(name.Name()) == ".json" && !strings.HasPrefix(name.Name(), ".") {
			n++
		}
	}
	return n
}

// marker is the file that says that a part is finished.
type marker struct {
	Rows  int    `json:"rows"`
	Bytes int64  `json:"bytes"` // of the file of its rows
	Tally *Tally `json:"tally"`
}

// Scan does the part whose line begins there in the plan, if it isn't finished, and
// returns what it counts. It can be called for a part any number of times, and by
// several processes at once: each writes the same.
func (c Census) Scan(at int64, bs *Bodies) (*Tally, error) {
	p, err := c.partAt(at)
	if err != nil {
		return nil, err
	}
	if m, ok := c.done(p.N); ok {
		return m.Tally, nil
	}
	m := marker{Tally: NewTally()}
	err = replace(c.rows(p.N), func(w io.Writer) error {
		counted := &counter{w: w}
		buffer := bufio.NewWriterSize(counted, 1<<16)
		e := json.NewEncoder(buffer)
		e.SetEscapeHTML(false)
		err := p.notices(func(n Notice) error {
			r := bs.row(n)
			m.Tally.Add(&r)
			m.Rows++
			return e.Encode(&r)
		})
		err = errors.Join(err, buffer.Flush())
		m.Bytes = counted.n
		return err
	})
	if err != nil {
		return nil, err
	}
	return m.Tally, replace(c.finished(p.N), func(w io.Writer) error { return json.NewEncoder(w).Encode(m) })
}

// done returns the marker of a part that is finished.
func (c Census) done(n int) (marker, bool) {
	m := marker{Tally: NewTally()}
	data, err := os.ReadFile(c.finished(n))
	if err != nil || json.Unmarshal(data, &m) != nil {
		return m, false
	}
	info, err := os.Stat(c.rows(n))
	return m, err == nil && info.Size() == m.Bytes
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// replace writes a file, which comes to be, or takes the place of the one that was,
// when it is whole and on the disk.
func replace(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".*")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// WriteFile writes a file, which comes to be whole or not at all.
func WriteFile(name string, data []byte) error {
	return replace(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
