// Command prova (try) makes a page on which anyone can try the library, without
// installing anything: when must I answer, must I notify this breach, do I need
// an assessment, what does my notice lack. The library runs in the page itself,
// as WebAssembly: there is no server behind it, and nothing that is typed leaves
// it.
//
//	go run ./examples/prova                             builds it, and serves it on localhost:8080
//	go run ./examples/prova -to prova -addr "" -brotli  builds it into the folder prova alone, for any web server
//	go run ./examples/prova -to lib -addr "" -library   the same, and the whole library as lib/gdpr.wasm
//
// The folder can be put on any web server as it is. Beside desks.wasm lie
// desks.wasm.gz and, with -brotli, desks.wasm.br, for servers that send files which
// are compressed already.
package main

import (
	"compress/gzip"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
)

//go:embed page
var pages embed.FS

// options are what is built and where.
type options struct {
	to, addr        string
	brotli, library bool
}

func main() {
	var o options
	flag.StringVar(&o.to, "to", "", "folder into which the page is built; a temporary one where it isn't given")
	flag.StringVar(&o.addr, "addr", "localhost:8080", "address on which it is served; none: it isn't")
	flag.BoolVar(&o.brotli, "brotli", false, "compress with the program brotli too, which must be there")
	flag.BoolVar(&o.library, "library", false, "build the whole library too, gdpr.wasm, for programs in JavaScript")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "prova:", err)
		os.Exit(1)
	}
}

// run builds the page and serves it.
func run(o options) error {
	if o.to == "" {
		if o.addr == "" {
			return errors.New("nothing to do: neither -to nor -addr")
		}
		dir, err := os.MkdirTemp("", "prova")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		o.to = dir
	}
	if err := o.build(); err != nil || o.addr == "" {
		return err
	}
	fmt.Printf("http://%s/\n", o.addr)
	server := &http.Server{Addr: o.addr, Handler: handler(o.to), ReadHeaderTimeout: 10 * time.Second}
	return server.ListenAndServe()
}

// build writes the page, the library as WebAssembly, and Go's own script that
// starts it, into a folder.
func (o options) build() error {
	if err := os.MkdirAll(o.to, 0o755); err != nil {
		return err
	}
	to, err := filepath.Abs(o.to)
	if err != nil {
		return err
	}
	page, err := fs.Sub(pages, "page")
	if err != nil {
		return err
	}
	if err := write(page, to); err != nil {
		return err
	}
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return err
	}
	script, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "wasm_exec.js"), script, 0o644); err != nil {
		return err
	}
	// the tag leaves in what the four desks call alone
	if err := o.compile(filepath.Join(to, "desks.wasm"), "-tags=desks"); err != nil || !o.library {
		return err
	}
	return o.compile(filepath.Join(to, "gdpr.wasm"))
}

// compile builds the library as WebAssembly, and compresses it.
func (o options) compile(wasm string, flags ...string) error {
	args := append([]string{"build", "-trimpath", "-ldflags=-s -w", "-o", wasm}, flags...)
	c := exec.Command("go", append(args, "github.com/b58db29f/gdpr/examples/prova/wasm")...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("go build: %w", err)
	}
	if o.brotli {
		if _, err := output("brotli", "-f", "-q", "11", "-w", "24", wasm); err != nil {
			return fmt.Errorf("brotli: %w", err)
		}
	} else if err := os.Remove(wasm + ".br"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // of an older build
	}
	return compress(wasm)
}

// write copies the files of the page: unlike os.CopyFS, over those that are there.
func write(page fs.FS, to string) error {
	return fs.WalkDir(page, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(page, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), data, 0o644)
	})
}

// compress writes name.gz: what a web server sends in place of the file to browsers
// that take it, which is all of them.
func compress(name string) error {
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(name + ".gz")
	if err != nil {
		return err
	}
	defer out.Close()
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := io.Copy(z, in); err != nil {
		return err
	}
	return errors.Join(z.Close(), out.Close())
}

func output(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	return strings.TrimSpace(string(out)), err
}

// policy is the page's own, for what has no meta element: the worker.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// types are those that a machine may not know, and without which a browser refuses
// the file.
var types = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm"}

// encodings are those of the compressed files, the smaller first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// handler serves the folder, the compressed files to whoever takes them. A browser
// asks each time whether a file has changed, and keeps what it compiled of one that
// hasn't.
func handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		h.Set("Vary", "Accept-Encoding")
		name := path.Clean("/" + r.URL.Path)
		if kind, ok := types[path.Ext(name)]; ok {
			h.Set("Content-Type", kind)
		}
		for _, e := range encodings {
			file := filepath.Join(dir, filepath.FromSlash(name)+e.suffix)
			if path.Ext(name) != ".wasm" || !strings.Contains(r.Header.Get("Accept-Encoding"), e.name) {
				continue
			}
			if _, err := os.Stat(file); err == nil {
				h.Set("Content-Encoding", e.name)
				http.ServeFile(w, r, file)
				return
			}
		}
		files.ServeHTTP(w, r)
	})
}
