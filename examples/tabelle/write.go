package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/rickb777/date/v2"
)

// day is a day in a table: days since 1 January 1970, as Parquet counts its
// dates. A pointer that is nil is none.
type day = int32

// dayOf returns the day of a date, or nil for none.
func dayOf(d date.Date) *day {
	if d == 0 {
		return nil
	}
	n := day(d - epoch)
	return &n
}

var epoch = date.New(1970, 1, 1)

// write writes the rows to path.csv and path.parquet. The columns are the fields
// of the row's struct, named by their parquet tags.
func write[T any](path string, rows iter.Seq2[T, error]) (n int, err error) {
	text, err := os.Create(path + ".csv")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, text.Close()) }()
	columns, err := os.Create(path + ".parquet")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, columns.Close()) }()
	table := parquet.NewGenericWriter[T](columns, parquet.Compression(&parquet.Snappy))
	lines := csv.NewWriter(text)
	if err := lines.Write(names(reflect.TypeFor[T]())); err != nil {
		return 0, err
	}
	for row, err := range rows {
		if err != nil {
			return n, err
		}
		if err := lines.Write(cells(reflect.ValueOf(row))); err != nil {
			return n, err
		}
		if _, err := table.Write([]T{row}); err != nil {
			return n, err
		}
		n++
	}
	lines.Flush()
	return n, errors.Join(lines.Error(), table.Close())
}

// names are the columns of a row.
func names(row reflect.Type) []string {
	var all []string
	for f := range row.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		all = append(all, name)
	}
	return all
}

// cells are the values of a row as text. One that a spreadsheet would take for a
// formula gets an apostrophe before it.
func cells(row reflect.Value) []string {
	var all []string
	for _, v := range row.Fields() {
		switch v := v.Interface().(type) {
		case *day:
			if v == nil {
				all = append(all, "")
				continue
			}
			all = append(all, (epoch + date.Date(*v)).String())
		case string:
			if strings.ContainsAny(v[:min(1, len(v))], "=+-@\t\r") {
				v = "'" + v
			}
			all = append(all, v)
		default:
			all = append(all, fmt.Sprint(v))
		}
	}
	return all
}
