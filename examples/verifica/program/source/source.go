// Package source draws the text out of the files in which privacy notices are kept:
// plain text and Markdown in any encoding, and HTML as a reader sees it.
package source

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// Most is how many bytes of a file are read: no notice has as many.
const Most = 32 << 20

// Problem is why a file can't be read as text, in both languages.
type Problem gdpr.Text

// Error returns the problem in English.
func (p Problem) Error() string { return p.EN }

// TooLarge is the problem of a file of more than [Most] bytes.
var TooLarge = Problem{IT: "più di 32 MB: non è un'informativa", EN: "more than 32 MB: this is no notice"}

// Open reads a file, or standard input for "-".
func Open(name string, in io.Reader) ([]byte, error) {
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, reason(err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, Most+1))
	if err == nil && len(data) > Most {
		err = TooLarge
	}
	return data, reason(err)
}

// reason returns an error without the name of the file, which is said anyway,
// and in the language of the reader where it is a usual one.
func reason(err error) error {
	var at *os.PathError
	switch {
	case errors.Is(err, os.ErrNotExist):
		return Problem{IT: "il file non esiste", EN: "there is no such file"}
	case errors.Is(err, os.ErrPermission):
		return Problem{IT: "manca il permesso di leggere il file", EN: "no permission to read the file"}
	case errors.As(err, &at):
		return at.Err
	}
	return err
}

// Text is the text of a file.
type Text struct {
	Text     string // in UTF-8
	Encoding string // from which it was converted, if it wasn't UTF-8; "utf-8" if it is but for some bytes
	Page     bool   // drawn from HTML
}

// Decode draws the text from what a file of that name holds. What holds no text as
// such is a [Problem].
func Decode(name string, data []byte) (Text, error) {
	for _, k := range formats {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return Text{}, k.problem
		}
	}
	s := Text{Text: string(bytes.TrimPrefix(data, []byte("\ufeff")))}
	if !utf8.Valid(data) {
		s.Text, s.Encoding = convert(data)
	}
	if !isPage(name, s.Text) {
		return s, nil
	}
	s.Page = true
	var err error
	s.Text, err = markdown(strings.ToValidUTF8(s.Text, "\ufffd"))
	return s, err
}

// formats are the kinds of file that people try and that hold no text as such,
// by how they begin.
var formats = [...]struct {
	magic   string
	problem Problem
}{
	{"%PDF-", Problem{IT: "è un PDF: occorre salvarlo come testo o HTML", EN: "this is a PDF: save it as text or HTML"}},
	{"PK\x03\x04", Problem{IT: "è un documento d'ufficio o un archivio: occorre salvarlo come testo o HTML", EN: "this is an office document or an archive: save it as text or HTML"}},
	{"\xd0\xcf\x11\xe0", Problem{IT: "è un documento d'ufficio: occorre salvarlo come testo o HTML", EN: "this is an office document: save it as text or HTML"}},
	{"{\\rtf", Problem{IT: "è un documento RTF: occorre salvarlo come testo o HTML", EN: "this is an RTF document: save it as text or HTML"}},
}

// convert reads text that isn't UTF-8: by its byte order mark, as the page says,
// or as the older files of Italian offices are written, in Windows-1252. UTF-8
// with a few bytes that aren't stays UTF-8, and what is no text in any encoding is
// left as it is.
func convert(data []byte) (text, encoding string) {
	e, encoding, _ := charset.DetermineEncoding(data, "")
	switch {
	case strings.HasPrefix(encoding, "utf-16"):
	case informativa.Scan(data).Language == informativa.Binary:
		return string(data), ""
	case mostlyUTF8(data):
		return strings.ToValidUTF8(string(data), "\ufffd"), "utf-8"
	case encoding == "utf-8":
		e, encoding = charset.Lookup("windows-1252") // whatever the page says
	}
	decoded, _ := e.NewDecoder().Bytes(data) // as far as it goes
	return strings.TrimPrefix(strings.ToValidUTF8(string(decoded), "\ufffd"), "\ufeff"), encoding
}

// mostlyUTF8 reports whether more characters are encoded well than bytes badly.
func mostlyUTF8(data []byte) bool {
	more := 0
	for len(data) > 0 {
		switch r, size := utf8.DecodeRune(data); {
		case size > 1:
			more++
			data = data[size:]
		case r == utf8.RuneError:
			more--
			fallthrough
		default:
			data = data[1:]
		}
	}
	return more > 0
}

// isPage tells whether a file is HTML: by its name or, where that doesn't tell,
// by how it begins.
func isPage(name, text string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt", ".md", ".markdown":
		return false
	}
	start := strings.ToLower(strings.TrimLeft(text[:min(len(text), 512)], " \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"} {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}
