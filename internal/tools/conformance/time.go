package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// table reads a table of tabs with a line of names, each row by name.
func table(root, name string) ([]map[string]string, error) {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	var names []string
	var rows []map[string]string
	for _, l := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(l, "#") {
			continue
		}
		cells := strings.Split(l, "\t")
		if names == nil {
			names = cells
			continue
		}
		row := map[string]string{}
		for i, c := range cells {
			row[names[i]] = c
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// kind is official for what an authority or a court stated in a case.
func kind(id string) string {
	if strings.HasPrefix(id, "off-") || strings.HasPrefix(id, "party-") {
		return "official"
	}
	return "derived"
}

// calendar is the input of a calendar.
func calendar(name string) object { return object{"place": strings.ToLower(name)} }

// put sets a field from a cell that isn't "-".
func put(o object, field, cell string) {
	if cell != "-" {
		o[field] = cell
	}
}

func terms(root string) (file, error) {
	f := file{Area: "terms", Title: "Terms in days, weeks, months and years from a day (Reg. 1182/71)"}
	rows, err := table(root, "testdata/terms.tsv")
	for _, r := range rows {
		n, err := strconv.Atoi(r["n"])
		if err != nil {
			return f, err
		}
		function := "gdpr.deadline"
		if n < 0 {
			n, function = -n, "gdpr.deadline.before"
		}
		want := object{"nominal": r["nominal"]}
		put(want, "due", r["due"])
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: function,
			Input:  object{"event": r["event"], "term": object{"n": n, "unit": r["unit"]}, "calendar": calendar(r["calendar"])},
			Expect: object{"deadline": want},
		})
	}
	return f, err
}

// windows are the 72 hours. The expected instants are written with the offset of the
// event, as the answers are.
func windows(root string) (file, error) {
	f := file{Area: "windows", Title: "72 hours from an instant, over changes of the clocks and holidays"}
	rows, err := table(root, "testdata/hours.tsv")
	for _, r := range rows {
		aware, err := time.Parse(time.RFC3339, r["aware"])
		if err != nil {
			return f, err
		}
		want := object{}
		for _, field := range []string{"safe", "due"} {
			at, err := time.Parse(time.RFC3339, r[field])
			if err != nil {
				return f, err
			}
			want[field] = at.In(aware.Location()).Format(time.RFC3339)
		}
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: "breach.window",
			Input: object{"awareness": object{"aware": r["aware"]}}, Expect: want,
		})
	}
	return f, err
}

// received returns the day in Rome of a cell that has a day or an instant.
func received(cell string) (string, error) {
	if at, err := time.Parse(time.RFC3339, cell); err == nil {
		rome, err := time.LoadLocation("Europe/Rome")
		return date.NewAt(at.In(rome)).String(), err
	}
	d, err := gdpr.ParseDate(cell)
	return d.String(), err
}

func requests(root string) (file, error) {
	f := file{Area: "requests", Title: "Requests of data subjects: the reply, its extension, its pauses"}
	rows, err := table(root, "rights/testdata/requests.tsv")
	if err != nil {
		return f, err
	}
	for _, r := range rows {
		day, err := received(r["received"])
		if err != nil {
			return f, err
		}
		want := object{"gdpr": object{"nominal": r["nominal"], "due": r["due"]}}
		if r["due30"] != "-" {
			want["municipal"] = object{"nominal": r["nominal30"], "due": r["due30"]}
		}
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: "rights.timeline",
			Input:  object{"request": object{"right": "access", "received": day}, "calendar": calendar(r["calendar"])},
			Expect: object{"reply": want},
		})
	}
	return f, longer(root, &f)
}

// longer adds the requests with an extension or a pause.
func longer(root string, f *file) error {
	rows, err := table(root, "rights/testdata/extensions.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		day, err := gdpr.ParseDate(r["received"])
		if err != nil {
			return err
		}
		want := object{"extended": object{"gdpr": object{"nominal": r["nominal"], "due": r["due"]}}}
		if r["notice due"] != "-" {
			want["notice"] = object{"nominal": r["notice nominal"], "due": r["notice due"]}
		}
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: "rights.timeline", Input: object{"request": object{
				"right": "access", "received": day.String(), "extensions": []object{{"told": (day + 10).String(), "reasons": "pratica complessa"}},
			}, "calendar": calendar(r["calendar"])}, Expect: want,
		})
	}
	if rows, err = table(root, "rights/testdata/pauses.tsv"); err != nil {
		return err
	}
	for _, r := range rows {
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: "rights.timeline", Input: object{"request": object{
				"right": "access", "received": r["received"], "pauses": []object{{"cause": "identification", "asked": r["asked"], "answered": r["answered"], "prompt": true}},
			}, "calendar": calendar(r["calendar"])}, Expect: object{"reply": object{"gdpr": object{"nominal": r["nominal"], "due": r["due"]}}},
		})
	}
	return nil
}

func complaints(root string) (file, error) {
	f := file{Area: "complaints", Title: "The Garante's terms for a complaint"}
	rows, err := table(root, "rights/testdata/complaints.tsv")
	for _, r := range rows {
		want := object{}
		for _, name := range []string{"news", "decision", "reasoned"} {
			if r[name+" due"] != "-" {
				want[name] = object{"nominal": r[name+" nominal"], "due": r[name+" due"]}
			}
		}
		f.Cases = append(f.Cases, test{
			ID: r["id"], Kind: kind(r["id"]), Source: r["source"], Function: "rights.complaint.proceedings",
			Input: object{"complaint": object{"lodged": r["lodged"]}, "calendar": calendar(r["calendar"])}, Expect: want,
		})
	}
	return f, err
}

func consultations(root string) (file, error) {
	f := file{Area: "consultations", Title: "Prior consultation: eight weeks, six more, a suspension"}
	var vectors []struct {
		ID     string
		Source string
		Input  struct {
			Receipt   string
			Suspended int `json:"suspended_days"`
		}
		Expected map[string]string
	}
	if err := readJSON(root, "dpia/testdata/terms.json", &vectors); err != nil {
		return f, err
	}
	for _, v := range vectors {
		day, err := gdpr.ParseDate(v.Input.Receipt)
		if err != nil {
			return f, err
		}
		for _, extended := range []bool{false, true} {
			c := object{"received": day.String()}
			if n := v.Input.Suspended; n > 0 {
				c["suspensions"] = []object{{"from": (day + 10).String(), "to": (day + 10 + date.Date(n)).String()}}
			}
			name, id := "advice", v.ID
			want := object{"notice": object{"nominal": v.Expected["extension_notice_nominal"], "due": v.Expected["extension_notice_due"]}}
			if extended {
				name, id = "extended", v.ID+"/extended"
				c["extended"] = v.Expected["extension_notice_due"]
				want = object{}
			}
			want["advice"] = object{"nominal": v.Expected[name+"_nominal"], "due": v.Expected[name+"_due"]}
			f.Cases = append(f.Cases, test{
				ID: id, Kind: "derived", Source: v.Source, Function: "dpia.consultation",
				Input: object{"consultation": c, "on": (day + 200).String()}, Expect: want,
			})
		}
	}
	return f, nil
}

func readJSON(root, name string, v any) error {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
