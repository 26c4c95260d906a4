package rights_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

var shared = flag.String("shared", "", "folder with law/time-limits.json, to hold the tables of testdata against")

var calendars = map[string]gdpr.Calendar{
	"Italy":    gdpr.Italy(),
	"Rome":     gdpr.Rome(),
	"Bolzano":  gdpr.Bolzano(),
	"weekends": {},
}

// TestOfficialRequests holds the month of the GDPR against the dates of
// authorities and courts and those derived from Reg. 1182/71. Where an authority
// stated a day that didn't move off a weekend, it is our nominal one.
func TestOfficialRequests(t *testing.T) {
	rows := table(t, "requests.tsv")
	require.Len(t, rows, 33)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			got := timeline(t, rights.Request{Received: received(t, row["received"])}, calendars[row["calendar"]])
			require.Equal(t, row["nominal"], got.Reply.GDPR.Nominal.String(), row["source"])
			require.Equal(t, row["due"], got.Reply.GDPR.Due.String(), row["source"])
			switch row["matches"] {
			case "nominal", "both":
				require.Equal(t, row["stated"], got.Reply.GDPR.Nominal.String(), row["source"])
			default:
				require.Equal(t, "-", row["matches"])
			}
			if row["due30"] != "-" {
				require.Equal(t, row["nominal30"], got.Reply.Municipal.Nominal.String(), row["source"])
				require.Equal(t, row["due30"], got.Reply.Municipal.Due.String(), row["source"])
			}
			require.Equal(t, min(got.Reply.GDPR.Due, got.Reply.Municipal.Due), got.Reply.Due)
			require.Equal(t, min(got.Reply.GDPR.Nominal, got.Reply.Municipal.Nominal), got.Reply.Safe)
		})
	}
}

// TestOfficialExtensions holds the extension against three months from receipt,
// and Safe against the chain of one month and two.
func TestOfficialExtensions(t *testing.T) {
	rows := table(t, "extensions.tsv")
	require.Len(t, rows, 4)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			r := rights.Request{Received: received(t, row["received"])}
			r.Extensions = []rights.Extension{{Told: r.Received + 10, Reasons: "pratica complessa"}}
			got := timeline(t, r, calendars[row["calendar"]])
			if row["notice due"] != "-" {
				require.Equal(t, row["notice nominal"], got.Notice.Nominal.String(), row["source"])
				require.Equal(t, row["notice due"], got.Notice.Due.String(), row["source"])
			}
			require.Equal(t, r.Received+10, got.Told)
			require.Equal(t, row["nominal"], got.Extended.GDPR.Nominal.String(), row["source"])
			require.Equal(t, row["due"], got.Extended.GDPR.Due.String(), row["source"])
			require.Equal(t, row["chained"], got.Extended.GDPR.Safe.String(), row["source"])
			require.LessOrEqual(t, got.Extended.Due, got.Extended.GDPR.Due)
		})
	}
}

// TestOfficialPauses holds the reading that pauses and resumes; the start put
// off by the pause is in Safe.
func TestOfficialPauses(t *testing.T) {
	rows := table(t, "pauses.tsv")
	require.Len(t, rows, 3)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			got := timeline(t, rights.Request{Received: received(t, row["received"]), Pauses: []rights.Pause{
				{Cause: rights.Identification, Asked: received(t, row["asked"]), Answered: received(t, row["answered"]), Prompt: gdpr.Yes},
			}}, calendars[row["calendar"]])
			require.Equal(t, row["nominal"], got.Reply.GDPR.Nominal.String(), row["source"])
			require.Equal(t, row["due"], got.Reply.GDPR.Due.String(), row["source"])
			require.Equal(t, row["shifted"], got.Reply.GDPR.Safe.String(), row["source"])
		})
	}
}

// TestKlarna is the case of the Berlin authority (521.14730, 631.410): a request
// of 6 June 2021, a question of 11 June, its answer of 24 June and a reply of 12
// July make 23 days, and no infringement.
func TestKlarna(t *testing.T) {
	got := timeline(t, rights.Request{
		Right:    rights.ToAccess,
		Received: day("2021-06-06"),
		Pauses:   []rights.Pause{{Cause: rights.Identification, Asked: day("2021-06-11"), Answered: day("2021-06-24"), Prompt: gdpr.Yes}},
		Replied:  day("2021-07-12"),
	}, gdpr.Calendar{})
	require.Equal(t, 13, got.Paused)
	require.Equal(t, rights.Status{State: rights.Answered, Days: 7, Counted: 23}, got.Status(day("2021-07-12")))
	require.Equal(t, "2021-07-19", got.Reply.Due.String())
}

// TestOfficialComplaints holds the terms of the Garante: those of its own law by
// the European rule, with the other reading in Safe.
func TestOfficialComplaints(t *testing.T) {
	rows := table(t, "complaints.tsv")
	require.Len(t, rows, 4)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			got, err := rights.Complaint{Lodged: received(t, row["lodged"])}.Proceedings(calendars[row["calendar"]])
			require.NoError(t, err)
			for name, d := range map[string]gdpr.Deadline{"news": got.News, "decision": got.Decision, "reasoned": got.Reasoned} {
				require.Equal(t, d.Nominal, d.Safe)
				if row[name+" due"] != "-" {
					require.Equal(t, row[name+" nominal"], d.Nominal.String(), row["source"])
					require.Equal(t, row[name+" due"], d.Due.String(), row["source"])
				}
			}
		})
	}
}

// TestTablesAreComplete holds the tables of testdata against the source they
// were taken from, where the flag names it.
func TestTablesAreComplete(t *testing.T) {
	if *shared == "" {
		t.Log("not held against law/time-limits.json: no -shared")
		return
	}
	data, err := os.ReadFile(filepath.Join(*shared, "law", "time-limits.json"))
	require.NoError(t, err)
	var cases []struct {
		ID       string         `json:"id"`
		Rule     string         `json:"rule"`
		Input    map[string]any `json:"input"`
		Expected map[string]any `json:"expected"`
	}
	require.NoError(t, json.Unmarshal(data, &cases))
	files := map[string]string{
		"gdpr.art12_3":            "requests.tsv",
		"compare.30days_vs_month": "requests.tsv",
		"gdpr.art12_3_ext":        "extensions.tsv",
		"gdpr.art12_suspension":   "pauses.tsv",
		"gdpr.art78_2":            "complaints.tsv",
		"it.codice143_3":          "complaints.tsv",
	}
	known := map[string]map[string]string{}
	for _, file := range files {
		for _, row := range table(t, file) {
			known[file+row["id"]] = row
		}
	}
	held := 0
	for _, c := range cases {
		file, ours := files[c.Rule]
		if !ours {
			continue
		}
		row := known[file+c.ID]
		require.NotNil(t, row, c.ID)
		held++
		for _, key := range []string{"receipt", "event", "receipt_instant", "presented"} {
			if v, ok := c.Input[key]; ok {
				require.Contains(t, []string{row["received"], row["lodged"]}, v, c.ID)
			}
		}
		stated := map[string]any{}
		for key, column := range map[string]string{
			"nominal": "nominal", "due": "due", "official_stated": "stated",
			"notice_nominal": "notice nominal", "notice_due": "notice due",
			"extended_nominal": "nominal", "extended_due": "due", "WRONG_chained_nominal": "chained", "NOT_chained": "chained",
		} {
			if v, ok := c.Expected[key]; ok && file != "complaints.tsv" {
				stated[column] = v
			}
		}
		inside := func(key, field, column string) {
			if m, ok := c.Expected[key].(map[string]any); ok {
				stated[column] = m[field]
			}
		}
		inside("month1", "nominal", "nominal")
		inside("month1", "due", "due")
		inside("days30", "nominal", "nominal30")
		inside("days30", "due", "due30")
		inside("pause", "nominal", "nominal")
		inside("pause", "due", "due")
		inside("pause_by_shifting_the_start", "nominal", "shifted")
		inside("status_3m", "due_1182_rule", "news due")
		inside("decision_9m", "due_1182_rule", "decision due")
		inside("decision_12m_reasoned", "due_1182_rule", "reasoned due")
		if c.Rule == "gdpr.art78_2" {
			stated["news nominal"], stated["news due"] = c.Expected["nominal"], c.Expected["due"]
		}
		require.NotEmpty(t, stated, c.ID)
		for column, v := range stated {
			require.Equal(t, v, row[column], "%s %s", c.ID, column)
		}
	}
	require.Len(t, known, held)
}

// received reads a day, or the local day of an instant in Rome, where the
// receipts of the cases took place.
func received(t testing.TB, s string) date.Date {
	t.Helper()
	if !strings.Contains(s, "T") {
		return day(s)
	}
	instant, err := time.Parse(time.RFC3339, s)
	require.NoError(t, err)
	rome := time.FixedZone("CET", 3600)
	if instant.Month() >= time.April || instant.Month() == time.March && instant.Day() >= 29 {
		rome = time.FixedZone("CEST", 7200)
	}
	return date.NewAt(instant.In(rome))
}

func timeline(t testing.TB, r rights.Request, cal gdpr.Calendar) rights.Timeline {
	t.Helper()
	got, err := r.Timeline(rights.Policy{}, cal)
	require.NoError(t, err)
	return got
}

// day reads a date that a test wrote.
func day(s string) date.Date {
	d, err := gdpr.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// table reads the rows of a file of tab-separated cells under a header.
func table(t testing.TB, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	var header []string
	var rows []map[string]string
	for s := bufio.NewScanner(f); s.Scan(); {
		cells := strings.Split(s.Text(), "\t")
		if header == nil {
			header = cells
			continue
		}
		require.Len(t, cells, len(header), s.Text())
		row := map[string]string{}
		for i, cell := range cells {
			row[header[i]] = cell
		}
		rows = append(rows, row)
	}
	require.NotEmpty(t, rows, name)
	return rows
}
