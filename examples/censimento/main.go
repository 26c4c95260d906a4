// Command censimento (census) reads the privacy notices of many bodies, thousands or
// millions, and tells what each says and lacks, and by region, supplier and kind.
//
//	censimento -enti enti.csv -in CARTELLA informative/     reads, and writes the results into CARTELLA
//	censimento genera -in prova -enti 7900                  makes invented notices to try it with
//	censimento -h                                           what else it can do
//
// README.md says what it reads and writes, and how it runs on a cluster.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

func main() {
	debug.SetGCPercent(200) // notices are short-lived; the heap is small all the same
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "censimento:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 && args[0] == "genera" {
		return generate(args[1:])
	}
	return count(args)
}
