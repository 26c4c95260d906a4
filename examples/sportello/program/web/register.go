package web

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register"
)

type activityPaper = store.Paper[register.Activity]

// registerFindings are the findings on the register, those of each activity by its
// place, and the others under -1.
func (v *visit) registerFindings(s *desk.State) (map[int]gdpr.Findings, error) {
	r := s.Register()
	all, err := s.Body.Policy.Register.Check(r, v.today())
	if err != nil {
		return nil, err
	}
	found := map[int]gdpr.Findings{}
	for _, f := range all.Under(s.Body.Regime).ByWeight() {
		i := -1
		if m := activityPath.FindStringSubmatch(f.Where); m != nil {
			i, _ = strconv.Atoi(m[1])
			f.Where = m[2]
		}
		found[i] = append(found[i], f)
	}
	return found, nil
}

var activityPath = regexp.MustCompile(`^activities\[(\d+)\]\.?(.*)$`)

// register shows the register of processing.
func (v *visit) register() error { return v.registerPage(http.StatusOK, nil) }

// imported is what came of a table that somebody brought.
type imported struct {
	Count    int
	Problems []desk.Problem
	Found    []cellFinding
}

// cellFinding is a finding with the row and the column of the table.
type cellFinding struct {
	gdpr.Finding
	Row    int
	Column string
}

func (v *visit) registerPage(status int, i *imported) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	found, err := v.registerFindings(s)
	if err != nil {
		return err
	}
	type line struct {
		activityPaper
		Who      string
		Findings gdpr.Findings
	}
	var lines []line
	for n, p := range s.Activities {
		lines = append(lines, line{p, s.PersonName(p.Person), found[n]})
	}
	return v.show(status, "register", v.say("Registro dei trattamenti", "Register of processing"), map[string]any{
		"All": lines, "Findings": found[-1], "Import": i, "Columns": desk.Columns})
}

func (v *visit) newActivity() error {
	return v.activityForm(http.StatusOK, activityPaper{Kind: store.Activity})
}

func (v *visit) activityForm(status int, p activityPaper) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	data := map[string]any{"P": p, "People": assignable(s), "Person": p.Person}
	var fields []field
	for _, c := range desk.Columns {
		kind := "text"
		if c.Lines {
			kind = "textarea"
		}
		if c.ID == "id" || c.ID == "name" {
			kind += "!"
		}
		f := newField(page{visit: v}, "c_"+c.ID, c.Name.In(v.Tag), kind, c.Get(&p.Document, v.Tag))
		if f.Hint = c.Hint.In(v.Tag); c.Lines && f.Hint == "" {
			f.Hint = v.say("una voce per riga", "one entry a line")
		}
		if c.ID == "office" {
			f.Kind, f.Options = "select", chosen(names(s.Offices()), f.Value)
		}
		fields = append(fields, f)
	}
	data["Fields"] = fields
	title := v.say("Nuovo trattamento", "New activity")
	if p.ID != 0 {
		title = p.Name
		found, err := v.registerFindings(s)
		if err != nil {
			return err
		}
		data["Findings"] = found[slices.IndexFunc(s.Activities, func(o activityPaper) bool { return o.ID == p.ID })]
		if data["Events"], err = v.desk.Store.History(v.ctx(), store.Activity, p.ID, 0, 200); err != nil {
			return err
		}
	}
	return v.show(status, "activity", title, data)
}

// readActivity reads the activity of the address.
func (v *visit) readActivity() (activityPaper, error) {
	id, err := v.id()
	if err != nil {
		return activityPaper{}, err
	}
	return store.Read[register.Activity](v.ctx(), v.desk.Store, store.Activity, id)
}

func (v *visit) activity() error {
	p, err := v.readActivity()
	if err != nil {
		return err
	}
	return v.activityForm(http.StatusOK, p)
}

// putActivity records an activity, new or changed, from its form.
func (v *visit) putActivity() error {
	p := activityPaper{Kind: store.Activity}
	action := "activity"
	f := v.read()
	if v.r.PathValue("id") != "" {
		var err error
		if p, err = v.readActivity(); err != nil {
			return err
		}
		if f.stale(p.Version) {
			return store.ErrConflict
		}
		action = "edit"
	}
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	f.need("c_id")
	f.need("c_name")
	for _, c := range desk.Columns {
		f.fault("c_"+c.ID, c.Set(&p.Document, f.text("c_"+c.ID), v.Tag))
	}
	p.Name, p.Office, p.Person = p.Document.Name, p.Document.Office, v.person(f, s)
	for _, o := range s.Activities {
		if o.ID != p.ID && o.Document.ID == p.Document.ID {
			f.add("c_id", v.say("è il codice di un altro trattamento", "it is the code of another activity"))
		}
	}
	if f.failed() {
		return v.activityForm(http.StatusUnprocessableEntity, p)
	}
	if p.ID == 0 {
		p.ID, err = store.Add(v.ctx(), v.desk.Store, p, v.by(action))
	} else {
		err = store.Change(v.ctx(), v.desk.Store, p, v.by(action))
	}
	if err != nil {
		return err
	}
	return v.done(linkTo(store.Activity, p.ID), "Registrato.", "Recorded.")
}

// upload reads the file that a form brought.
func (v *visit) upload(f *form) []byte {
	file, _, err := v.r.FormFile("file")
	if err != nil {
		f.add("file", v.say("scelga un file", "choose a file"))
		return nil
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		f.add("file", v.say("il file non si legge", "the file can't be read"))
	}
	return data
}

// importRegister takes a table into the register, all of it or nothing, and tells
// what is wrong by row and column.
func (v *visit) importRegister() error {
	f := v.read()
	data := v.upload(f)
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	if f.failed() {
		return v.registerPage(http.StatusUnprocessableEntity, nil)
	}
	table := desk.ReadTable(data, s.Register().Activities, v.Tag)
	if len(table.Problems) > 0 {
		return v.registerPage(http.StatusUnprocessableEntity, &imported{Problems: table.Problems})
	}
	byID := map[string]activityPaper{}
	for _, p := range s.Activities {
		byID[p.Document.ID] = p
	}
	rows := map[string]int{}
	var all []activityPaper
	for i, a := range table.Activities {
		p := byID[a.ID]
		p.Kind, p.Name, p.Office, p.Document = store.Activity, a.Name, a.Office, a
		all = append(all, p)
		rows[a.ID] = table.Rows[i]
	}
	if err := store.AddAll(v.ctx(), v.desk.Store, all, v.by("import")); err != nil {
		return err
	}
	if s, err = v.desk.State(v.ctx()); err != nil {
		return err
	}
	found, err := v.registerFindings(s)
	if err != nil {
		return err
	}
	done := &imported{Count: len(all)}
	for i, p := range s.Activities {
		for _, x := range found[i] {
			if row := rows[p.Document.ID]; row > 0 {
				c := cellFinding{Finding: x, Row: row}
				if column, ok := desk.ColumnOf(x.Where); ok {
					c.Column = column.Name.In(v.Tag)
				}
				done.Found = append(done.Found, c)
			}
		}
	}
	slices.SortStableFunc(done.Found, func(a, b cellFinding) int { return a.Row - b.Row })
	return v.registerPage(http.StatusOK, done)
}

// exportRegister gives the register: as the table that can be imported, as the
// sheets of the Garante's model, or whole as JSON.
func (v *visit) exportRegister() error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	r := s.Register()
	switch v.r.PathValue("file") {
	case "registro.csv":
		return v.file("text/csv; charset=utf-8", "registro.csv", func(w http.ResponseWriter) error {
			return desk.WriteTable(w, r.Activities, v.Tag)
		})
	case "registro.json":
		data, err := r.JSON()
		if err != nil {
			return err
		}
		return v.file("application/json", "registro.json", func(w http.ResponseWriter) error {
			_, err := w.Write(data)
			return err
		})
	case "garante.csv":
		return v.file("text/csv; charset=utf-8", "registro-modello.csv", func(w http.ResponseWriter) error {
			return writeSheets(w, r.Sheets(v.Tag))
		})
	}
	return store.ErrNone
}

// writeSheets writes the sheets one under the other.
func writeSheets(w io.Writer, sheets []register.Sheet) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = ';'
	for _, sheet := range sheets {
		head := make([]string, len(sheet.Columns))
		for i, c := range sheet.Columns {
			head[i] = c.Heading
		}
		if err := out.WriteAll(append([][]string{{sheet.Name}, head}, append(sheet.Rows, []string{""})...)); err != nil {
			return err
		}
	}
	return nil
}

// Place says the row and the column of a finding.
func (c cellFinding) Place() string {
	return strings.TrimSuffix(fmt.Sprintf("%d, %s", c.Row, c.Column), ", ")
}
