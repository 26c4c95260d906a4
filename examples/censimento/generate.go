package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/b58db29f/gdpr/examples/censimento/synthetic"
)

// generate makes invented notices.
func generate(args []string) error {
	flags := flag.NewFlagSet("censimento genera", flag.ContinueOnError)
	to := flags.String("in", "informative-inventate", "la `cartella` in cui scrivere (folder to write into)")
	var s synthetic.Set
	flags.IntVar(&s.Bodies, "enti", 7900, "quanti enti (bodies)")
	flags.IntVar(&s.Notices, "informative", 0, "quante informative; 0: una per ente (notices; 0: one a body)")
	flags.Uint64Var(&s.Seed, "seme", 1, "con lo stesso seme, le stesse informative (seed)")
	flags.BoolVar(&s.Lines, "righe", false, "molte in un file, una per riga, in JSON (many in a file, as JSON lines)")
	flags.BoolVar(&s.Broken, "guasti", false, "anche file guasti (broken files too)")
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return nil
	case err != nil:
		return err
	case flags.NArg() > 0:
		return fmt.Errorf("%q: genera non ha argomenti (takes no arguments)", flags.Arg(0))
	case s.Bodies < 1 || s.Notices < 0:
		return fmt.Errorf("-enti %d -informative %d", s.Bodies, s.Notices)
	}
	if s.Notices == 0 {
		s.Notices = s.Bodies
	}
	shown := progress{total: s.Notices, out: os.Stderr, place: terminal(os.Stderr)}
	err := s.Write(*to, func(done int) { shown.show(done) })
	shown.end()
	if err == nil {
		fmt.Fprintf(os.Stdout, "%d informative di %d enti inventati in %s\n", s.Notices, s.Bodies, *to)
	}
	return err
}
