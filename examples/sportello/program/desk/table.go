package desk

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// Column is a column of the register as a table, and a field of its form: the same
// names, the same reading and writing.
type Column struct {
	ID    string
	Name  gdpr.Text
	Hint  gdpr.Text
	Lines bool     // several values, one a line
	paths []string // the places of the findings that belong to it
	get   func(*register.Activity, language.Tag) string
	set   func(*register.Activity, string, language.Tag) error
}

// Get writes the cell.
func (c Column) Get(a *register.Activity, tag language.Tag) string { return c.get(a, tag) }

// Set reads the cell.
func (c Column) Set(a *register.Activity, text string, tag language.Tag) error {
	return c.set(a, text, tag)
}

// Columns are the columns of the table, in their order. What the table doesn't have
// (the facts of the impact assessment, the principles) an import leaves as it is.
var Columns = []Column{
	{ID: "id", Name: gdpr.Text{IT: "codice", EN: "code"}, paths: []string{"id"}, get: func(a *register.Activity, _ language.Tag) string { return a.ID }, set: textOf(func(a *register.Activity) *string { return &a.ID })},
	{ID: "name", Name: gdpr.Text{IT: "trattamento", EN: "activity"}, paths: []string{"name"}, get: func(a *register.Activity, _ language.Tag) string { return a.Name }, set: textOf(func(a *register.Activity) *string { return &a.Name })},
	{ID: "office", Name: gdpr.Text{IT: "ufficio", EN: "office"}, paths: []string{"office"}, get: func(a *register.Activity, _ language.Tag) string { return a.Office }, set: textOf(func(a *register.Activity) *string { return &a.Office })},
	purposeColumn("purposes", gdpr.Text{IT: "finalità", EN: "purposes"}, func(p *register.Purpose, tag language.Tag) string { return p.Text }, func(p *register.Purpose, s string, tag language.Tag) error { p.Text = s; return nil }),
	purposeColumn("bases", gdpr.Text{IT: "basi giuridiche", EN: "legal bases"}, func(p *register.Purpose, tag language.Tag) string { return p.Basis.Label(tag) }, func(p *register.Purpose, s string, tag language.Tag) (err error) {
		p.Basis, err = parseName[register.Basis](s, tag)
		return err
	}),
	purposeColumn("norms", gdpr.Text{IT: "norme", EN: "provisions"}, func(p *register.Purpose, tag language.Tag) string { return p.Norm }, func(p *register.Purpose, s string, tag language.Tag) error { p.Norm = s; return nil }),
	purposeColumn("functions", gdpr.Text{IT: "funzioni", EN: "functions"}, func(p *register.Purpose, tag language.Tag) string { return p.Function.Label(tag) }, func(p *register.Purpose, s string, tag language.Tag) (err error) {
		p.Function, err = parseName[register.Function](s, tag)
		return err
	}),
	linesColumn("subjects", gdpr.Text{IT: "interessati", EN: "persons"}, func(a *register.Activity) *[]string { return &a.Subjects }),
	dataColumn("data", gdpr.Text{IT: "dati", EN: "data"}, func(d *register.Data, tag language.Tag) string { return d.Text }, func(d *register.Data, s string, tag language.Tag) error { d.Text = s; return nil }),
	dataColumn("kinds", gdpr.Text{IT: "tipi di dati", EN: "kinds of data"}, func(d *register.Data, tag language.Tag) string { return d.Kind.Label(tag) }, func(d *register.Data, s string, tag language.Tag) (err error) {
		d.Kind, err = parseName[register.Kind](s, tag)
		return err
	}),
	linesColumn("sources", gdpr.Text{IT: "fonti", EN: "sources"}, func(a *register.Activity) *[]string { return &a.Sources }),
	{ID: "period", Name: gdpr.Text{IT: "conservazione", EN: "retention"}, Hint: gdpr.Text{IT: "10 anni, 6 mesi, 30 gg", EN: "10 years, 6 months, 30 days"}, paths: []string{"retention"},
		get: func(a *register.Activity, tag language.Tag) string {
			if a.Retention.Period == (gdpr.Term{}) {
				return ""
			}
			return a.Retention.Period.Label(tag)
		},
		set: func(a *register.Activity, s string, tag language.Tag) (err error) {
			if a.Retention.Period = (gdpr.Term{}); s != "" {
				a.Retention.Period, err = gdpr.ParseTerm(s)
			}
			return err
		}},
	{ID: "from", Name: gdpr.Text{IT: "da quando", EN: "from"}, get: func(a *register.Activity, _ language.Tag) string { return a.Retention.From }, set: textOf(func(a *register.Activity) *string { return &a.Retention.From })},
	{ID: "criterion", Name: gdpr.Text{IT: "criterio", EN: "criterion"}, get: func(a *register.Activity, _ language.Tag) string { return a.Retention.Criterion }, set: textOf(func(a *register.Activity) *string { return &a.Retention.Criterion })},
	answerColumn("disclosed", gdpr.Text{IT: "comunicati all'esterno", EN: "disclosed"}, func(a *register.Activity) *gdpr.Answer { return &a.Disclosed }),
	{ID: "recipients", Name: gdpr.Text{IT: "destinatari", EN: "recipients"}, Lines: true, paths: []string{"recipients"},
		get: func(a *register.Activity, tag language.Tag) string {
			var all []string
			for _, r := range a.Recipients {
				all = append(all, r.Name)
			}
			return strings.Join(all, "\n")
		},
		set: func(a *register.Activity, s string, tag language.Tag) error {
			before := a.Recipients
			a.Recipients = nil
			for _, name := range split(s) {
				r := register.Recipient{Name: name}
				if i := slices.IndexFunc(before, func(b register.Recipient) bool { return b.Name == name }); i >= 0 {
					r = before[i]
				}
				a.Recipients = append(a.Recipients, r)
			}
			return nil
		}},
	linesColumn("processors", gdpr.Text{IT: "responsabili esterni", EN: "processors"}, func(a *register.Activity) *[]string { return &a.Processors }),
	linesColumn("joint", gdpr.Text{IT: "contitolari", EN: "joint controllers"}, func(a *register.Activity) *[]string { return &a.Joint }),
	answerColumn("abroad", gdpr.Text{IT: "trasferiti all'estero", EN: "transferred"}, func(a *register.Activity) *gdpr.Answer { return &a.Abroad }, "transfers"),
	linesColumn("measures", gdpr.Text{IT: "misure di sicurezza", EN: "security measures"}, func(a *register.Activity) *[]string { return &a.Measures }),
	{ID: "sector", Name: gdpr.Text{IT: "settore di interesse pubblico", EN: "sector of public interest"}, paths: []string{"sector", "matter"},
		get: func(a *register.Activity, tag language.Tag) string { return a.Sector.Label(tag) },
		set: func(a *register.Activity, s string, tag language.Tag) (err error) {
			a.Sector, err = parseName[register.Sector](s, tag)
			return err
		}},
	{ID: "norm", Name: gdpr.Text{IT: "norma per i dati particolari", EN: "act for the special data"}, paths: []string{"norm", "special", "judicial"}, get: func(a *register.Activity, _ language.Tag) string { return a.Norm }, set: textOf(func(a *register.Activity) *string { return &a.Norm })},
	{ID: "reviewed", Name: gdpr.Text{IT: "riesaminato il", EN: "reviewed on"}, paths: []string{"reviewed"},
		get: func(a *register.Activity, tag language.Tag) string {
			if a.Reviewed == 0 {
				return ""
			}
			return a.Reviewed.Format("02/01/2006")
		},
		set: func(a *register.Activity, s string, tag language.Tag) (err error) {
			if a.Reviewed = 0; s != "" {
				a.Reviewed, err = gdpr.ParseItalianDate(s)
			}
			return err
		}},
}

// parseName reads a word or a name of an enumeration; an error lists the names, in
// the reader's language, instead of the words of files.
func parseName[T interface {
	gdpr.Enumeration[T]
	Label(language.Tag) string
}](text string, tag language.Tag) (T, error) {
	v, err := gdpr.ParseWord[T](text)
	var in *gdpr.InputError
	if errors.As(err, &in) {
		var all []string
		for known := range gdpr.Values[T]() {
			all = append(all, known.Label(tag))
		}
		named := *in
		named.Other = strings.Join(all, ", ")
		return v, &named
	}
	return v, err
}

func split(s string) []string {
	var all []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

func textOf(at func(*register.Activity) *string) func(*register.Activity, string, language.Tag) error {
	return func(a *register.Activity, s string, tag language.Tag) error { *at(a) = s; return nil }
}

func linesColumn(id string, name gdpr.Text, at func(*register.Activity) *[]string) Column {
	return Column{ID: id, Name: name, Lines: true, paths: []string{id},
		get: func(a *register.Activity, tag language.Tag) string { return strings.Join(*at(a), "\n") },
		set: func(a *register.Activity, s string, tag language.Tag) error { *at(a) = split(s); return nil }}
}

func answerColumn(id string, name gdpr.Text, at func(*register.Activity) *gdpr.Answer, more ...string) Column {
	return Column{ID: id, Name: name, Hint: gdpr.Text{IT: "sì, no, non noto", EN: "yes, no, not known"}, paths: append([]string{id}, more...),
		get: func(a *register.Activity, tag language.Tag) string { return at(a).Label(tag) },
		set: func(a *register.Activity, s string, tag language.Tag) (err error) {
			*at(a), err = gdpr.ParseAnswer(s)
			return err
		}}
}

// purposeColumn is one aspect of the purposes, a line each; the first such column
// says how many there are, and of the others one line alone is said of all.
func purposeColumn(id string, name gdpr.Text, get func(*register.Purpose, language.Tag) string, set func(*register.Purpose, string, language.Tag) error) Column {
	return listColumn(id, name, id == "purposes", []string{"purposes"}, func(a *register.Activity) *[]register.Purpose { return &a.Purposes }, get, set)
}

func dataColumn(id string, name gdpr.Text, get func(*register.Data, language.Tag) string, set func(*register.Data, string, language.Tag) error) Column {
	return listColumn(id, name, id == "data", []string{"data"}, func(a *register.Activity) *[]register.Data { return &a.Data }, get, set)
}

// blank stands for nothing, among lines of which others say something.
const blank = "—"

func listColumn[T any](id string, name gdpr.Text, first bool, paths []string, at func(*register.Activity) *[]T, get func(*T, language.Tag) string, set func(*T, string, language.Tag) error) Column {
	c := Column{ID: id, Name: name, Lines: true}
	if first {
		c.paths = paths
	} else {
		c.Hint = gdpr.Text{IT: "una per riga, nell'ordine; una sola vale per tutte", EN: "one a line, in order; one alone holds for all"}
	}
	c.get = func(a *register.Activity, tag language.Tag) string {
		var all []string
		for i := range *at(a) {
			all = append(all, get(&(*at(a))[i], tag))
		}
		if strings.Join(all, "") == "" {
			return ""
		}
		for i := range all {
			all[i] = cmp.Or(all[i], blank) // a line of its own: one alone is said of all
		}
		return strings.Join(all, "\n")
	}
	c.set = func(a *register.Activity, s string, tag language.Tag) error {
		lines := split(s)
		list := at(a)
		*list = slices.Clone(*list) // the activity may be one that others read
		if first {
			for len(*list) < len(lines) {
				var none T
				*list = append(*list, none)
			}
			*list = (*list)[:len(lines)]
		}
		for i := range *list {
			line := ""
			switch {
			case len(lines) == 1:
				line = lines[0]
			case i < len(lines):
				line = lines[i]
			}
			if line == blank {
				line = ""
			}
			if err := set(&(*list)[i], line, tag); err != nil {
				return err
			}
		}
		return nil
	}
	return c
}

// ColumnOf returns the column to which a finding belongs that stands at a path
// within an activity: "purposes[0].norm".
func ColumnOf(path string) (Column, bool) {
	for _, exact := range []struct{ in, id string }{{".basis", "bases"}, {".norm", "norms"}, {".function", "functions"}} {
		if strings.HasPrefix(path, "purposes") && strings.HasSuffix(path, exact.in) {
			return find(exact.id), true
		}
	}
	if strings.HasPrefix(path, "data[") && strings.HasSuffix(path, ".kind") {
		return find("kinds"), true
	}
	for _, c := range Columns {
		for _, p := range c.paths {
			if rest, ok := strings.CutPrefix(path, p); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
				return c, true
			}
		}
	}
	return Column{}, false
}

func find(id string) Column {
	return Columns[slices.IndexFunc(Columns, func(c Column) bool { return c.ID == id })]
}

// Table is a table of the register that somebody brought.
type Table struct {
	Activities []register.Activity
	Rows       []int     // of the file, that of each activity
	Problems   []Problem // what can't be read: nothing is imported while there is one
}

// Problem is something wrong in a cell.
type Problem struct {
	Row    int    // of the file, from 1
	Column string // its heading; "" for the whole row
	Text   string
}

// ReadTable reads a table with a line of headings, parted by semicolons (as
// spreadsheets do in Italy), commas or tabs; headings are those of [Columns], in
// either language or by their codes. Rows with the code of an activity that is
// known change what they tell of it, others are new.
func ReadTable(data []byte, known []register.Activity, tag language.Tag) Table {
	var t Table
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	for _, comma := range ";\t," {
		if bytes.ContainsRune(first, comma) {
			r.Comma = comma
			break
		}
	}
	head, err := r.Read()
	if err != nil {
		t.Problems = append(t.Problems, Problem{1, "", gdpr.Text{IT: "non è una tabella CSV con una riga di intestazioni", EN: "it is no CSV table with a line of headings"}.In(tag)})
		return t
	}
	columns := t.headings(head, tag)
	if len(t.Problems) > 0 {
		return t
	}
	seen := map[string]int{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t
		}
		if err != nil {
			line := 0
			var broken *csv.ParseError
			if errors.As(err, &broken) {
				line = broken.StartLine
			}
			t.Problems = append(t.Problems, Problem{line, "", gdpr.Text{IT: "la riga non si legge: virgolette non chiuse?", EN: "the row can't be read: quotes that don't close?"}.In(tag)})
			return t
		}
		line, _ := r.FieldPos(0)
		t.row(line, cells, columns, known, seen, tag)
	}
}

// headings finds the columns of the headings.
func (t *Table) headings(head []string, tag language.Tag) []Column {
	var columns []Column
	for _, h := range head {
		h = strings.TrimSpace(h)
		i := slices.IndexFunc(Columns, func(c Column) bool {
			return strings.EqualFold(h, c.ID) || strings.EqualFold(h, c.Name.IT) || strings.EqualFold(h, c.Name.EN)
		})
		if i < 0 {
			t.Problems = append(t.Problems, Problem{1, h, gdpr.Text{IT: "intestazione sconosciuta", EN: "unknown heading"}.In(tag)})
			continue
		}
		columns = append(columns, Columns[i])
	}
	if len(t.Problems) == 0 && !slices.ContainsFunc(columns, func(c Column) bool { return c.ID == "id" }) {
		t.Problems = append(t.Problems, Problem{1, find("id").Name.In(tag), gdpr.Text{IT: "manca la colonna del codice", EN: "the column of the code is missing"}.In(tag)})
	}
	return columns
}

// row reads one activity.
func (t *Table) row(line int, cells []string, columns []Column, known []register.Activity, seen map[string]int, tag language.Tag) {
	values := map[string]string{}
	for i, cell := range cells {
		if i < len(columns) {
			values[columns[i].ID] = plain(cell)
		}
	}
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return
	}
	var a register.Activity
	id := values["id"]
	if i := slices.IndexFunc(known, func(k register.Activity) bool { return k.ID == id }); i >= 0 {
		a = known[i]
	}
	switch {
	case id == "":
		t.Problems = append(t.Problems, Problem{line, find("id").Name.In(tag), gdpr.Text{IT: "manca", EN: "missing"}.In(tag)})
	case seen[id] > 0:
		t.Problems = append(t.Problems, Problem{line, find("id").Name.In(tag), fmt.Sprintf(gdpr.Text{IT: "lo stesso della riga %d", EN: "the same as in row %d"}.In(tag), seen[id])})
	}
	seen[id] = line
	for _, c := range Columns { // in our order: purposes before what is said of each
		text, ok := values[c.ID]
		if !ok {
			continue
		}
		if err := c.set(&a, text, tag); err != nil {
			t.Problems = append(t.Problems, Problem{line, c.Name.In(tag), message(err, tag)})
		}
	}
	t.Activities, t.Rows = append(t.Activities, a), append(t.Rows, line)
}

// plain is a cell without the apostrophe that keeps spreadsheets from taking it
// for a formula.
func plain(cell string) string {
	cell = strings.TrimSpace(strings.ReplaceAll(cell, "\r\n", "\n"))
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

func message(err error, tag language.Tag) string {
	var in *gdpr.InputError
	if errors.As(err, &in) {
		alone := *in
		alone.Field = ""
		return alone.Message(tag)
	}
	return err.Error()
}

// WriteTable writes the activities as the table that ReadTable reads, for
// spreadsheets in Italy: a byte order mark, semicolons.
func WriteTable(w io.Writer, activities []register.Activity, tag language.Tag) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = ';'
	head := make([]string, len(Columns))
	for i, c := range Columns {
		head[i] = c.Name.In(tag)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for i := range activities {
		row := make([]string, len(Columns))
		for j, c := range Columns {
			row[j] = register.Cell(strings.Split(c.get(&activities[i], tag), "\n")...)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
