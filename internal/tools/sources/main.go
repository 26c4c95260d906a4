// Command sources lists the sources of law/sources.tsv that are due to be looked
// at again on a day:
//
//	go run ./internal/tools/sources -on 2027-02-01
//
// It ends with status 1 if one is due.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/b58db29f/gdpr"
)

func main() {
	log.SetFlags(0)
	on := flag.String("on", gdpr.LawAsOf().String(), "the `day`")
	flag.Parse()
	text, err := os.ReadFile("law/sources.tsv")
	if err != nil {
		log.Fatal(err)
	}
	due := 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		columns := strings.Split(line, "\t")
		if again := columns[4]; again <= *on {
			fmt.Printf("%s  %s (read: %s) %s\n", again, columns[0], columns[2], columns[5])
			due++
		}
	}
	if due > 0 {
		os.Exit(1)
	}
	fmt.Println("nothing is due on", *on)
}
