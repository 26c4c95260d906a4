package census

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// rowsInGroup is how many rows a group of the Parquet file has: so many are held in
// memory.
const rowsInGroup = 10_000

// Finish writes the results, all rows in the order of the input, and what they
// count. The parts are then no longer needed: [Census.Forget] deletes them.
func (c Census) Finish(t *Tally, withParquet bool) error {
	plan, err := c.Plan()
	if err != nil {
		return err
	}
	rows := 0
	lines := func(w io.Writer) error {
		for n := range plan.Parts {
			m, ok := c.done(n)
			if !ok {
				return fmt.Errorf("la parte %d non è finita (part %d isn't finished)", n, n)
			}
			rows += m.Rows
			if err := copyFile(w, c.rows(n)); err != nil {
				return err
			}
		}
		return nil
	}
	if err := replace(filepath.Join(c.Folder, "risultati.jsonl"), lines); err != nil {
		return err
	}
	if rows != t.All.Notices {
		return fmt.Errorf("%d righe, contate %d (rows, counted)", rows, t.All.Notices)
	}
	if withParquet {
		if err := replace(filepath.Join(c.Folder, "risultati.parquet"), c.parquet); err != nil {
			return err
		}
	}
	return WriteFile(filepath.Join(c.Folder, "conteggi.json"), append(t.Bytes(), '\n'))
}

// parquet writes the rows as Parquet, while the next ones are read.
func (c Census) parquet(w io.Writer) (err error) {
	table := parquet.NewGenericWriter[Row](w, parquet.Compression(&parquet.Snappy))
	defer func() { err = errors.Join(err, table.Close()) }()
	batches := make(chan []Row, 4)
	ended := make(chan struct{})
	defer close(ended)
	var read error
	go func() {
		defer close(batches)
		read = readRows(filepath.Join(c.Folder, "risultati.jsonl"), func(rows []Row) bool {
			select {
			case batches <- rows:
				return true
			case <-ended:
				return false
			}
		})
	}()
	written := 0
	for rows := range batches {
		n, err := table.Write(rows)
		if err != nil {
			return err
		}
		if written += n; written >= rowsInGroup {
			written = 0
			if err := table.Flush(); err != nil {
				return err
			}
		}
	}
	return read
}

// readRows reads rows, so many at a time, while they are taken.
func readRows(name string, take func([]Row) bool) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := json.NewDecoder(bufio.NewReaderSize(f, 1<<18))
	for {
		rows := make([]Row, 0, 256)
		for len(rows) < cap(rows) {
			var r Row
			if err = lines.Decode(&r); err != nil {
				break
			}
			rows = append(rows, r)
		}
		if !take(rows) || err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
