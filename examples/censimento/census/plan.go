package census

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// part is a piece of the work: files of one notice, or a stretch of a file of many.
// It is small, whatever the notices weigh; the plan is a file of them, a line each.
type part struct {
	N     int    `json:"n"`
	Files []file `json:"files,omitempty"`
	Many  *many  `json:"many,omitempty"`
}

// file is a file of one notice.
type file struct {
	Path string `json:"path"`
	Body string `json:"ente"`
	stamp
}

// many is the stretch of a file of many notices, one a line, of the lines that begin
// from From and before To.
type many struct {
	Path string `json:"path"`
	From int64  `json:"from"`
	To   int64  `json:"to"`
	stamp
}

// stamp tells whether a file was changed between a run and the next.
type stamp struct {
	Size int64 `json:"size"`
	Time int64 `json:"time"`
}

// The least that a part holds, but for the last.
const (
	PartBytes = 8 << 20
	partFiles = 256
)

// extensions are those of the files that are read in a folder.
var extensions = []string{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// planner writes the plan.
type planner struct {
	out       *bufio.Writer
	size      int64
	next      part
	bytes     int64
	total     int64
	notices   int // files of one notice
	ignored   int // files that are none, in folders
	partFiles int
}

// add adds a file of one notice to the part that is being filled.
func (p *planner) add(path, body string, info fs.FileInfo) error {
	if body == "" {
		body = stem(path)
	}
	f := file{Path: path, Body: body}
	if info != nil {
		f.stamp = stamp{info.Size(), info.ModTime().UnixNano()}
	}
	p.next.Files = append(p.next.Files, f)
	p.bytes += f.Size
	p.notices++
	if p.bytes >= p.size || len(p.next.Files) >= p.partFiles {
		return p.flush()
	}
	return nil
}

// addMany adds the parts of a file of many notices.
func (p *planner) addMany(path string, info fs.FileInfo) error {
	if err := p.flush(); err != nil {
		return err
	}
	for from := int64(0); from < info.Size(); from += p.size {
		p.next.Many = &many{path, from, min(from+p.size, info.Size()), stamp{info.Size(), info.ModTime().UnixNano()}}
		p.bytes = p.next.Many.To - from
		if err := p.flush(); err != nil {
			return err
		}
	}
	return nil
}

func (p *planner) flush() error {
	if p.next.Many == nil && len(p.next.Files) == 0 {
		return nil
	}
	line, err := json.Marshal(p.next)
	if err != nil {
		return err
	}
	if _, err = p.out.Write(append(line, '\n')); err != nil {
		return err
	}
	p.total += p.bytes
	p.next, p.bytes = part{N: p.next.N + 1}, 0
	return nil
}

// input adds what an argument names: a folder, a file of many notices, or of one.
func (p *planner) input(name string) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return p.add(name, "", nil) // the row says why
	case info.IsDir():
		return p.folder(name)
	case filepath.Ext(name) == ".jsonl":
		return p.addMany(name, info)
	}
	return p.add(name, "", info)
}

// folder adds the files of a folder and of those in it. The body of a file is the
// folder that it is in, if that is within the one named, or else its own name.
func (p *planner) folder(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case hidden && d.IsDir():
			return filepath.SkipDir
		case err != nil:
			return p.add(path, "", nil) // the row says why
		case d.IsDir():
			return nil
		}
		extension := strings.ToLower(filepath.Ext(path))
		if hidden || !slices.Contains(extensions, extension) && extension != ".jsonl" {
			p.ignored++
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return p.add(path, "", nil)
		}
		if extension == ".jsonl" {
			return p.addMany(path, info)
		}
		body := ""
		if inside, _ := filepath.Rel(root, filepath.Dir(path)); inside != "." {
			body, _, _ = strings.Cut(filepath.ToSlash(inside), "/")
		}
		return p.add(path, body, info)
	})
}

// list adds the files that a list names, one a line, each with its body after a tab
// if that isn't its name.
func (p *planner) list(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		path, body, _ := strings.Cut(strings.TrimRight(lines.Text(), "\r"), "\t")
		if path == "" {
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			err = p.add(path, body, nil)
		case filepath.Ext(path) == ".jsonl":
			err = p.addMany(path, info)
		default:
			err = p.add(path, body, info)
		}
		if err != nil {
			return err
		}
	}
	return lines.Err()
}

// Plan is what is to be done, as it stands in a folder.
type Plan struct {
	Parts   int   `json:"parts"`
	Bytes   int64 `json:"bytes"`
	Files   int   `json:"files"`
	Ignored int   `json:"ignored"`

	Print string `json:"print"` // of the plan, of the list of bodies and of the program
}

// Input is what a census reads.
type Input struct {
	Names  []string // files and folders
	List   string   // a file with names of files
	Bodies string   // the list of bodies, if any
	Part   int64    // about how many bytes a part has; 0: PartBytes
}

// ErrOther is that of a folder that holds another census.
var ErrOther = errors.New("nella cartella c'è un altro censimento, o i file o il programma sono cambiati: con -ricomincia si comincia da capo (the folder holds another census, or the files or the program have changed; -ricomincia starts afresh)")

// Prepare writes the plan into the folder of a census, or finds the same one there,
// of a run that was ended before its time; its finished parts are kept. What another
// census left is an [ErrOther].
func (c Census) Prepare(in Input) (Plan, error) {
	if err := os.MkdirAll(c.parts(), 0o755); err != nil {
		return Plan{}, err
	}
	var plan Plan
	sum := sha256.New()
	err := replace(c.plan()+".nuovo", func(w io.Writer) error {
		p := planner{out: bufio.NewWriter(io.MultiWriter(w, sum)), size: in.Part, partFiles: partFiles}
		if p.size <= 0 {
			p.size = PartBytes
		}
		for _, name := range in.Names {
			if err := p.input(name); err != nil {
				return err
			}
		}
		if in.List != "" {
			if err := p.list(in.List); err != nil {
				return err
			}
		}
		if err := p.flush(); err != nil {
			return err
		}
		plan = Plan{Parts: p.next.N, Bytes: p.total, Files: p.notices, Ignored: p.ignored}
		return p.out.Flush()
	})
	if err != nil {
		return plan, err
	}
	program, err := os.Executable()
	if err != nil {
		return plan, err
	}
	if err := hashFile(sum, in.Bodies, math.MaxInt64); err != nil {
		return plan, err
	}
	if err := hashFile(sum, program, 1<<16); err != nil { // the print that the linker gives it is at its beginning
		return plan, err
	}
	plan.Print = hex.EncodeToString(sum.Sum(nil))
	old, err := c.Plan()
	switch {
	case err == nil && old.Print != plan.Print:
		return plan, ErrOther
	case err == nil:
		return plan, os.Remove(c.plan() + ".nuovo")
	case !errors.Is(err, fs.ErrNotExist):
		return plan, err
	}
	if err := os.Rename(c.plan()+".nuovo", c.plan()); err != nil {
		return plan, err
	}
	return plan, replace(c.print(), func(w io.Writer) error { return json.NewEncoder(w).Encode(plan) })
}

// Plan reads what [Census.Prepare] found there was to do.
func (c Census) Plan() (Plan, error) {
	var p Plan
	data, err := os.ReadFile(c.print())
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	return p, err
}

// hashFile adds what a file holds, as far as most, and how long it is.
func hashFile(w io.Writer, name string, most int64) error {
	if name == "" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	fmt.Fprintln(w, info.Size())
	_, err = io.Copy(w, io.LimitReader(f, most))
	return err
}

// Offsets yields where each part's line begins in the plan.
func (c Census) Offsets(yield func(int64) error) error {
	f, err := os.Open(c.plan())
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewReader(f)
	for at := int64(0); ; {
		n := 0
		for {
			piece, err := lines.ReadSlice('\n')
			n += len(piece)
			if err == io.EOF {
				return nil
			}
			if err == nil {
				break
			}
			if err != bufio.ErrBufferFull {
				return err
			}
		}
		if err := yield(at); err != nil {
			return err
		}
		at += int64(n)
	}
}

// partAt reads the part whose line begins there.
func (c Census) partAt(at int64) (part, error) {
	var p part
	f, err := os.Open(c.plan())
	if err != nil {
		return p, err
	}
	defer f.Close()
	if _, err := f.Seek(at, io.SeekStart); err != nil {
		return p, err
	}
	if err := json.NewDecoder(f).Decode(&p); err != nil {
		return p, fmt.Errorf("%s: %w", c.plan(), err)
	}
	return p, nil
}
