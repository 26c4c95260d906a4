package main
import "io"
func writePage(w io.Writer, r report, _ bool) error { return nil }
