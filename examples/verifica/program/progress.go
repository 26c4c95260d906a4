package main

import (
	"fmt"
	"io"
	"time"
)

// progress tells on standard error which of many files is read: on one line of
// a terminal, and elsewhere, such as in a log, a line every hundred files.
type progress struct {
	w           io.Writer
	inPlace     bool
	done, total int
	shown       time.Time
}

// step tells that a file is read now.
func (p *progress) step(name string) {
	p.done++
	switch {
	case p.total < 2:
	case p.inPlace:
		if now := time.Now(); p.done == 1 || p.done == p.total || now.Sub(p.shown) > time.Second/10 {
			fmt.Fprintf(p.w, "\r\x1b[K%d/%d %s", p.done, p.total, firstWords(printable(name), 60))
			p.shown = now
		}
	case p.done%100 == 0:
		fmt.Fprintf(p.w, "verifica: %d/%d\n", p.done, p.total)
	}
}

// end clears the line.
func (p *progress) end() {
	if p.inPlace && p.total > 1 {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
