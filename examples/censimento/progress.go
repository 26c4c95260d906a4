package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress tells how much of the work is done: on one line of a terminal, and
// elsewhere, such as in a log, a line every ten seconds.
type progress struct {
	out          io.Writer
	place        bool // out is a terminal
	total        int
	unit         string
	bytes        int64 // of all
	first        int   // what was done before this run
	begun, shown time.Time
}

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show tells that so much is done.
func (p *progress) show(done int) {
	now := time.Now()
	if p.begun.IsZero() {
		p.begun, p.first = now, done
		if !p.place {
			p.shown = now
		}
	}
	wait := 10 * time.Second
	if p.place {
		wait = time.Second / 5
	}
	if now.Sub(p.shown) < wait {
		return
	}
	p.shown = now
	text := fmt.Sprintf("%d/%d%s", done, p.total, p.unit)
	if took := now.Sub(p.begun); done > p.first && took > time.Second {
		left := time.Duration(float64(took) / float64(done-p.first) * float64(p.total-done))
		text += fmt.Sprintf(", ancora %s", left.Round(time.Second))
		if p.bytes > 0 {
			text += fmt.Sprintf(", %.0f MB/s", float64(p.bytes)/1e6*float64(done-p.first)/float64(p.total)/took.Seconds())
		}
	}
	if p.place {
		fmt.Fprintf(p.out, "\r\x1b[K%s", text)
	} else {
		fmt.Fprintln(p.out, "censimento:", text)
	}
}

// end clears the line.
func (p *progress) end() {
	if p.place {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
