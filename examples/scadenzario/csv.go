package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/rights"
)

// columns are those that a table of requests may have, by the names that a clerk
// gives them.
var columns = map[string]func(*comune.Request, string) error{
	"protocollo": func(r *comune.Request, s string) error { r.ID = s; return nil },
	"diritto":    func(r *comune.Request, s string) (err error) { r.Right, err = right(s); return err },
	"ricevuta":   func(r *comune.Request, s string) (err error) { r.Received, err = gdpr.ParseItalianDate(s); return err },
	"risposta":   func(r *comune.Request, s string) (err error) { r.Replied, err = gdpr.ParseItalianDate(s); return err },
	"ufficio":    func(r *comune.Request, s string) error { r.Office = s; return nil },
}

// readRequests reads a table of requests, with a line of the names of its
// columns, parted by semicolons (as spreadsheets do in Italy), commas or tabs. An
// error tells the line and the column.
func readRequests(data []byte) ([]comune.Request, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	for _, comma := range ";\t," {
		if bytes.ContainsRune(first, comma) {
			r.Comma = comma
			break
		}
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, &gdpr.InputError{Fault: gdpr.FaultSyntax, Other: "protocollo;diritto;ricevuta;risposta;ufficio"}
	}
	for _, name := range rows[0] {
		if columns[column1(name)] == nil {
			return nil, &gdpr.InputError{Field: name, Fault: gdpr.FaultName, Other: "protocollo, diritto, ricevuta, risposta, ufficio", Line: 1}
		}
	}
	var requests []comune.Request
	for i, row := range rows[1:] {
		var q comune.Request
		for j, value := range row {
			if value = strings.TrimSpace(value); value == "" {
				continue
			}
			if err := columns[column1(rows[0][j])](&q, value); err != nil {
				err = gdpr.At(fmt.Sprintf("requests[%d].%s", i, column1(rows[0][j])), err)
				if in, ok := err.(*gdpr.InputError); ok {
					in.Line = i + 2
				}
				return nil, err
			}
		}
		requests = append(requests, q)
	}
	return requests, nil
}

func column1(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// right reads a right by its word or by its Italian label.
func right(s string) (rights.Right, error) {
	var r rights.Right
	err := r.UnmarshalText([]byte(strings.ToLower(s)))
	if err == nil {
		return r, nil
	}
	for known := rights.ToAccess; known.Valid(); known++ {
		if strings.EqualFold(known.Label(italian), s) {
			return known, nil
		}
	}
	return 0, err
}
