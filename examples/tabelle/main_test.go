package main

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// TestTables: the tables say what the law says on days that anyone can count,
// and CSV and Parquet say the same.
func TestTables(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	require.NoError(t, run([]string{"-to", dir, "-from", "2026", "-to-year", "2026"}, &out))
	rows := read(t, filepath.Join(dir, "termini.csv"))
	// GDPR 12(3): a month from 8 November is 8 December, a holiday, so the 9th;
	// who keeps the 8th is on time by every reading.
	require.Contains(t, rows, []string{"public", "access", "2026-11-08", "2026-12-08", "2026-12-09", "GDPR 12(3)", "2027-02-08"})
	days := read(t, filepath.Join(dir, "festivi.csv"))
	require.True(t, slices.ContainsFunc(days, func(r []string) bool { return r[0] == "2026-04-06" && r[3] == "true" }), "Easter Monday")
	written, err := parquet.ReadFile[deadline](filepath.Join(dir, "termini.parquet"))
	require.NoError(t, err)
	require.Len(t, written, len(rows)-1)
	for i, row := range written {
		require.Equal(t, rows[i+1][2], (epoch + date.Date(*row.Received)).String())
		require.Equal(t, rows[i+1][4], (epoch + date.Date(*row.Due)).String())
		require.Equal(t, rows[i+1][5], row.Provision)
	}
	for _, name := range []string{"conservazione", "pubblicazione", "albo"} {
		require.Greater(t, len(read(t, filepath.Join(dir, name+".csv"))), 20, name)
	}
}

func TestWrongArguments(t *testing.T) {
	require.ErrorContains(t, run([]string{"-from", "2027", "-to-year", "2026"}, io.Discard), "before")
	require.ErrorContains(t, run([]string{"2026"}, io.Discard), "no argument")
	require.ErrorContains(t, run([]string{"-to", t.TempDir(), "-from", "1800", "-to-year", "1800"}, io.Discard), "termini")
}

func TestCells(t *testing.T) {
	type row struct {
		Day  *day   `parquet:"day"`
		Name string `parquet:"name"`
	}
	require.Equal(t, []string{"", "'=1+1"}, cells(reflect.ValueOf(row{nil, "=1+1"})))
	require.Equal(t, []string{"1970-01-02", "x"}, cells(reflect.ValueOf(row{dayOf(epoch + 1), "x"})))
}

func read(t *testing.T, name string) [][]string {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows
}
