package web

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/retention"
)

// schedule is the plan of the body: its own rules, and what the register says of
// activities that none of them names.
func schedule(s *desk.State) (retention.Schedule, []retention.Rule, error) {
	var rules []retention.Rule
	if s.Body.Keeping != nil {
		rules = append(rules, s.Body.Keeping.Rules...)
	}
	for _, r := range s.Register().Rules() {
		if !slices.ContainsFunc(rules, func(own retention.Rule) bool { return own.ID == r.ID }) {
			rules = append(rules, r)
		}
	}
	plan, err := retention.NewSchedule(rules...)
	return plan, rules, err
}

// retention shows the plan, and a run over all that is kept as of today.
func (v *visit) retention() error { return v.retentionPage(http.StatusOK, nil) }

// run is what a run over all that is kept found.
type run struct {
	Total int
	Count map[retention.State]int
	Shown []kept // the first of those that must go, or that wait for somebody
	Rest  int
}

// kept is an item with its state.
type kept struct {
	retention.Item
	State retention.State
}

const shown = 200 // items on one page

func (v *visit) retentionPage(status int, table []desk.Problem) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	plan, rules, err := schedule(s)
	if err != nil {
		return err
	}
	data := map[string]any{"Rules": rules, "Findings": retention.Check(rules).Under(s.Body.Regime).ByWeight(), "Problems": table,
		"States": []retention.State{retention.Expired, retention.Discardable, retention.Transferable, retention.Held, retention.Running, retention.Unjudged}}
	sweep, err := plan.On(v.today())
	if err != nil {
		return err
	}
	r := run{Count: map[retention.State]int{}}
	var failed error
	for it := range v.desk.Store.Items(v.ctx(), &failed) {
		state := sweep.State(it)
		r.Total++
		r.Count[state]++
		if state == retention.Expired || state == retention.Discardable || state == retention.Transferable {
			if len(r.Shown) < shown {
				r.Shown = append(r.Shown, kept{it, state})
			} else {
				r.Rest++
			}
		}
	}
	if failed != nil {
		return failed
	}
	data["Run"] = r
	return v.show(status, "retention", v.say("Conservazione", "Retention"), data)
}

// sweep returns the body's plan as it stands today.
func (v *visit) sweep() (sweep retention.Sweep, err error) {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return sweep, err
	}
	plan, _, err := schedule(s)
	if err != nil {
		return sweep, err
	}
	return plan.On(v.today())
}

// expired gives the list of what must go as a table, row by row as it is read.
func (v *visit) expired() error {
	sweep, err := v.sweep()
	if err != nil {
		return err
	}
	return v.file("text/csv; charset=utf-8", "da-cancellare.csv", func(w http.ResponseWriter) error {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		out := csv.NewWriter(w)
		out.Comma = ';'
		_ = out.Write([]string{v.say("codice", "code"), v.say("regola", "rule"), v.say("evento", "event")}) // the error is kept
		var failed error
		for it := range sweep.Expired(v.desk.Store.Items(v.ctx(), &failed)) {
			_ = out.Write([]string{register.Cell(it.ID), register.Cell(string(it.Rule)), valueOf(it.Event)})
		}
		out.Flush()
		return errors.Join(failed, out.Error())
	})
}

// importItems takes a table of what is kept: codice;regola;evento.
func (v *visit) importItems() error {
	f := v.read()
	data := v.upload(f)
	if f.failed() {
		return v.retentionPage(http.StatusUnprocessableEntity, nil)
	}
	problems := []desk.Problem{}
	_, err := v.desk.Store.PutItems(v.ctx(), v.itemsOf(data, &problems), v.by("import"))
	if errors.Is(err, errTable) {
		return v.retentionPage(http.StatusUnprocessableEntity, problems)
	}
	if err != nil {
		return err
	}
	return v.done("/retention", "La tabella è importata.", "The table is imported.")
}

// errTable says that a table can't be read: nothing of it is taken.
var errTable = errors.New("the table can't be read")

// itemsOf reads the items of a table; at its end it fails if a row couldn't be read.
func (v *visit) itemsOf(data []byte, problems *[]desk.Problem) iter.Seq2[retention.Item, error] {
	return func(yield func(retention.Item, error) bool) {
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		r := csv.NewReader(bytes.NewReader(data))
		r.FieldsPerRecord, r.ReuseRecord = -1, true
		first, _, _ := bytes.Cut(data, []byte("\n"))
		if bytes.ContainsRune(first, ';') {
			r.Comma = ';'
		}
		for n := 1; ; n++ {
			cells, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil || len(cells) != 3 {
				*problems = append(*problems, desk.Problem{Row: n, Text: v.say("servono tre celle: codice, regola, evento", "three cells are needed: code, rule, event")})
				break
			}
			if n == 1 && (strings.EqualFold(cells[0], "codice") || strings.EqualFold(cells[0], "code")) {
				continue
			}
			it := retention.Item{ID: strings.TrimSpace(cells[0]), Rule: retention.RuleName(strings.TrimSpace(cells[1]))}
			if it.ID == "" {
				*problems = append(*problems, desk.Problem{Row: n, Column: v.say("codice", "code"), Text: v.say("manca", "missing")})
			}
			if text := strings.TrimSpace(cells[2]); text != "" {
				if it.Event, err = gdpr.ParseItalianDate(text); err != nil {
					*problems = append(*problems, desk.Problem{Row: n, Column: v.say("evento", "event"), Text: say(v.Tag, "non è un giorno: ", "it is no day: ") + text})
				}
			}
			if len(*problems) == 0 && !yield(it, nil) {
				return
			}
			if len(*problems) >= 100 {
				break
			}
		}
		if len(*problems) > 0 {
			yield(retention.Item{}, errTable)
		}
	}
}

// destroyed records that items were destroyed: each gets its line in the history.
func (v *visit) destroyed() error {
	f := v.read()
	sweep, err := v.sweep()
	if err != nil {
		return err
	}
	chosen := map[string]bool{}
	for _, id := range f.values["item"] {
		chosen[id] = true
	}
	var ids []string
	var failed error
	for it := range sweep.Expired(v.desk.Store.Items(v.ctx(), &failed)) { // what may not go isn't taken off
		if chosen[it.ID] {
			ids = append(ids, it.ID)
		}
	}
	if failed != nil {
		return failed
	}
	count, err := v.desk.Store.DropItems(v.ctx(), ids, v.by("destroyed"))
	if err != nil {
		return err
	}
	return v.done("/retention", fmt.Sprintf("Cancellazioni registrate: %d.", count), fmt.Sprintf("Deletions recorded: %d.", count))
}
