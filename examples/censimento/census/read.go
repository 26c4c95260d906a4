package census

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"unicode/utf8"

	"github.com/b58db29f/gdpr/examples/verifica/program/source"
)

// notices yields the notices of a part, those that can't be read too.
func (p part) notices(yield func(Notice) error) error {
	for _, f := range p.Files {
		if err := yield(f.notice()); err != nil {
			return err
		}
	}
	if p.Many != nil {
		return p.Many.notices(yield)
	}
	return nil
}

// notice reads a file of one notice.
func (f file) notice() Notice {
	n := Notice{ID: f.Path, Body: f.Body, file: f.Path, size: int(f.Size)}
	n.data, n.err = source.Open(f.Path, nil)
	if n.err == nil && n.data == nil {
		n.data = []byte{}
	}
	return n
}

// notices yields those of the lines that begin in the stretch.
func (m many) notices(yield func(Notice) error) error {
	f, err := os.Open(m.Path)
	if err != nil {
		return yield(Notice{ID: m.Path, file: m.Path, at: m.From, err: source.Problem{IT: "il file non si apre", EN: "the file can't be opened"}})
	}
	defer f.Close()
	from := max(m.From-1, 0)
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return err
	}
	l := lines{r: bufio.NewReaderSize(f, 1<<18), at: from}
	if m.From > 0 { // the line that begins before is of the part before
		if _, err := l.line(); err != nil {
			return ended(err)
		}
	}
	for l.at < m.To {
		at := l.at
		line, err := l.line()
		if err != nil {
			return ended(err)
		}
		n := parse(line, l.long)
		if n.file, n.at = m.Path, at; n.ID == "" {
			n.ID = m.Path
		}
		if len(bytes.TrimSpace(line)) == 0 && !l.long {
			continue
		}
		if err := yield(n); err != nil {
			return err
		}
	}
	return nil
}

func ended(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// parse reads a line.
func parse(line []byte, long bool) Notice {
	var n Notice
	switch {
	case long:
		n.err = source.TooLarge
	case json.Unmarshal(line, &n) != nil:
		n = Notice{err: errLine}
	}
	if n.size = len(n.Text); n.err != nil {
		n.size = len(line)
	}
	if n.err == nil && !utf8.Valid(line) {
		n.broken = true
	}
	return n
}

// lines reads lines of any length, and keeps no more than source.Most bytes of one.
type lines struct {
	r    *bufio.Reader
	at   int64 // where the next begins
	long bool  // is the last one longer?
	kept []byte
}

// line returns the next line, until the one after is read.
func (l *lines) line() ([]byte, error) {
	l.kept, l.long = l.kept[:0], false
	for {
		piece, more, err := l.next()
		if err != nil {
			return nil, err
		}
		if !more && len(l.kept) == 0 && !l.long {
			return piece, nil
		}
		if l.long = l.long || len(l.kept)+len(piece) > source.Most; l.long {
			l.kept = nil
		} else {
			l.kept = append(l.kept, piece...)
		}
		if !more {
			return l.kept, nil
		}
	}
}

// next returns the next piece of a line, and whether there is more of the line.
func (l *lines) next() (piece []byte, more bool, err error) {
	piece, err = l.r.ReadSlice('\n')
	l.at += int64(len(piece))
	switch {
	case err == bufio.ErrBufferFull:
		return piece, true, nil
	case err == io.EOF && len(piece) > 0:
		return piece, false, nil
	}
	return piece, false, err
}
