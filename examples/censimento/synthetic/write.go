package synthetic

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/b58db29f/gdpr/informativa"
)

// Set is a set of notices to be written.
type Set struct {
	Seed    uint64
	Bodies  int
	Notices int
	Lines   bool // as files of many notices, in place of a file each
	Broken  bool // with files that can't be read among them
}

// linesInFile is how many notices a file of many has.
const linesInFile = 50_000

// Truth is what is known of a notice that was made.
type Truth struct {
	ID     string   `json:"id"`
	State  string   `json:"stato"` // as the census tells it
	Says   []string `json:"presenti,omitempty"`
	Maybe  []string `json:"incerti,omitempty"`
	Others []string `json:"rilievi,omitempty"`
}

// Write writes the set into a folder: enti.csv, the list of bodies; informative,
// the notices; verita.jsonl, what each says. told is called now and then.
func (s Set) Write(to string, told func(done int)) error {
	notices := filepath.Join(to, "informative")
	if err := os.MkdirAll(notices, 0o755); err != nil {
		return err
	}
	if err := s.writeBodies(filepath.Join(to, "enti.csv")); err != nil {
		return err
	}
	truth, err := create(filepath.Join(to, "verita.jsonl"))
	if err != nil {
		return err
	}
	var lines *output
	write := func(n Notice) (string, error) {
		if s.Lines {
			return n.Body.Code + fmt.Sprintf("-%07d", n.Number), lines.json(line(n))
		}
		name := filepath.Join(notices, n.Body.Code, fmt.Sprintf("%07d.%s", n.Number, n.Format))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return "", err
		}
		return name, os.WriteFile(name, []byte(n.Text), 0o644)
	}
	for i := range s.Notices {
		if s.Lines && i%linesInFile == 0 {
			if err := lines.close(); err != nil {
				return err
			}
			if lines, err = create(filepath.Join(notices, fmt.Sprintf("%04d.jsonl", i/linesInFile))); err != nil {
				return err
			}
		}
		n := NoticeOf(s.Seed, i, s.Bodies)
		id, err := write(n)
		if err != nil {
			return err
		}
		if err := truth.json(Truth{id, "letta", words(n.Says), words(n.Maybe), n.Others}); err != nil {
			return err
		}
		if told != nil && i%1000 == 0 {
			told(i)
		}
	}
	if s.Broken {
		err = s.writeBroken(notices, truth)
	}
	return errors.Join(err, lines.close(), truth.close())
}

// line is a notice as a file of many has it.
func line(n Notice) any {
	return struct {
		ID     string `json:"id"`
		Body   string `json:"ente"`
		Code   string `json:"codice"`
		Format string `json:"formato"`
		Text   string `json:"testo"`
	}{n.Body.Code + fmt.Sprintf("-%07d", n.Number), n.Body.Name, n.Body.Code, n.Format, n.Text}
}

func (s Set) writeBodies(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	err = w.Write([]string{"codice", "ente", "tipo", "regione", "fornitore"})
	for i := range s.Bodies {
		b := BodyOf(s.Seed, i)
		err = errors.Join(err, w.Write([]string{b.Code, b.Name, b.Kind, b.Region, b.Supplier}))
	}
	w.Flush()
	return errors.Join(err, w.Error(), f.Close())
}

// Broken are files that aren't what they seem, each with what is told of it.
func Broken() []struct{ Name, Data, State string } {
	good := NoticeOf(1, 0, 1).Text
	return []struct{ Name, Data, State string }{
		{"vuota.txt", "", "vuota"},
		{"spazi.md", " \n\n\t", "vuota"},
		{"pagina-vuota.html", "<html><body><script>1</script></body></html>", "vuota"},
		{"binaria.txt", "\x00\x01\x02\xff\xfe\x80\x81GIF\x00\x00\x00", "non_testo"},
		{"atto.txt", "%PDF-1.7\n%\xe2\xe3\xcf\xd3", "altro_formato"},
		{"modulo.txt", "PK\x03\x04xxxx", "altro_formato"},
		{"antica.txt", strings.NewReplacer("è", "\xe8", "à", "\xe0", "ò", "\xf2", "ù", "\xf9", "é", "\xe9", "È", "\xc8").Replace(good), "letta"}, // Windows-1252
		{"rotta.txt", strings.Repeat(good, 2) + "\xe8\xff", "letta"},
		{"inglese.txt", strings.Repeat("The controller of the data is the Municipality and you have the right to access them. ", 20), "altra_lingua"},
		{"annidata.html", strings.Repeat("<div>", 5000), "illeggibile"},
		{"enorme.txt", strings.Repeat("titolare ", 4_000_000), "troppo_grande"},
	}
}

// writeBroken writes the broken files, and a name that leads nowhere.
func (s Set) writeBroken(notices string, truth *output) error {
	for _, b := range Broken() {
		name := filepath.Join(notices, b.Name)
		if err := os.WriteFile(name, []byte(b.Data), 0o644); err != nil {
			return err
		}
		if err := truth.json(Truth{ID: name, State: b.State}); err != nil {
			return err
		}
	}
	name := filepath.Join(notices, "perduta.txt")
	if err := os.Symlink("da-nessuna-parte", name); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return truth.json(Truth{ID: name, State: "illeggibile"})
}

func words(es []informativa.Element) []string {
	var all []string
	for _, e := range es {
		all = append(all, e.String())
	}
	return all
}

// output is a file of JSON lines.
type output struct {
	f *os.File
	w *bufio.Writer
	e *json.Encoder
}

func create(name string) (*output, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	o := &output{f: f, w: bufio.NewWriterSize(f, 1<<16)}
	o.e = json.NewEncoder(o.w)
	o.e.SetEscapeHTML(false)
	return o, nil
}

func (o *output) json(v any) error { return o.e.Encode(v) }

func (o *output) close() error {
	if o == nil {
		return nil
	}
	return errors.Join(o.w.Flush(), o.f.Close())
}
