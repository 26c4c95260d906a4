package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/b58db29f/gdpr/examples/censimento/beamed"
	"github.com/b58db29f/gdpr/examples/censimento/census"
	"github.com/b58db29f/gdpr/examples/censimento/report"
)

// options are those of a census; the flags of Apache Beam stand beside them.
type options struct {
	in        census.Input
	to        string
	engine    string
	workers   int
	noParquet bool
	again     bool
}

// The engines.
const (
	byBeam       = "beam"
	byGoroutines = "goroutine"
)

func (o *options) flags(flags *flag.FlagSet) {
	flags.StringVar(&o.to, "in", "censimento", "la `cartella` dei risultati (folder for the results)")
	flags.StringVar(&o.in.Bodies, "enti", "", "l'elenco degli enti, `CSV`: codice, ente, tipo, regione, fornitore (list of bodies)")
	flags.StringVar(&o.in.List, "elenco", "", "un `file` che nomina i file da leggere, uno per riga (a file that lists the files)")
	flags.Int64Var(&o.in.Part, "parte", census.PartBytes, "quanti `byte` ha una parte del lavoro (bytes in a part of the work)")
	flags.StringVar(&o.engine, "motore", byBeam, "beam o goroutine: chi porta il lavoro ai processori; i risultati sono gli stessi (engine)")
	flags.IntVar(&o.workers, "lavoratori", runtime.GOMAXPROCS(0), "goroutine, con -motore goroutine (workers)")
	flags.BoolVar(&o.noParquet, "senza-parquet", false, "senza risultati.parquet (no Parquet)")
	flags.BoolVar(&o.again, "ricomincia", false, "da capo, anche se un censimento interrotto si può riprendere (afresh)")
}

// count makes a census.
func count(args []string) error {
	var o options
	flags := flag.CommandLine // that of Beam's own flags
	o.flags(flags)
	flags.Init("censimento", flag.ContinueOnError)
	flags.Usage = func() { usage(flags) }
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return nil
	case err != nil:
		return err
	}
	beamed.Init()
	o.in.Names = flags.Args()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return o.count(ctx)
}

// usage lists the flags of the census; those of Beam by name alone.
func usage(flags *flag.FlagSet) {
	own := flag.NewFlagSet("", flag.ContinueOnError)
	own.SetOutput(os.Stderr)
	new(options).flags(own)
	fmt.Fprintln(os.Stderr, "uso: censimento [opzioni] CARTELLA|FILE…   (.txt, .md, .html, .jsonl)\n     censimento genera -h")
	own.PrintDefaults()
	var beams []string
	flags.VisitAll(func(f *flag.Flag) {
		if own.Lookup(f.Name) == nil {
			beams = append(beams, f.Name)
		}
	})
	fmt.Fprintln(os.Stderr, "di Apache Beam:", strings.Join(beams, " "))
}

func (o options) count(ctx context.Context) error {
	if len(o.in.Names) == 0 && o.in.List == "" {
		return errors.New("quali informative? -h dice come (which notices? -h says how)")
	}
	if o.engine != byBeam && o.engine != byGoroutines || o.workers < 1 {
		return fmt.Errorf("-motore %q: beam, goroutine", o.engine)
	}
	if err := o.absolute(); err != nil {
		return err
	}
	c := census.Census{Folder: o.to}
	if o.again {
		if err := c.Forget(); err != nil {
			return err
		}
	}
	if _, err := census.ReadBodies(o.in.Bodies); err != nil {
		return err
	}
	plan, err := c.Prepare(o.in)
	if err != nil {
		return err
	}
	if plan.Parts == 0 {
		return errors.New("non c'è nessuna informativa (there are no notices)")
	}
	if done := c.Finished(); done > 0 {
		fmt.Fprintf(os.Stderr, "censimento: riprende, %d parti su %d sono finite\n", done, plan.Parts)
	}
	begun := time.Now()
	t, err := o.carry(ctx, c, plan)
	if err != nil {
		return err
	}
	if err := c.Finish(t, !o.noParquet); err != nil {
		return err
	}
	page, err := report.Page(t)
	if err != nil {
		return err
	}
	if err := census.WriteFile(filepath.Join(o.to, "report.html"), page); err != nil {
		return err
	}
	if err := c.Forget(); err != nil {
		return err
	}
	fmt.Printf("%d informative, %d lette, in %.1f s: %s\n", t.All.Notices, t.All.ReadWell(), time.Since(begun).Seconds(), filepath.Join(o.to, "report.html"))
	return nil
}

// absolute makes the names hold in any process.
func (o *options) absolute() (err error) {
	for _, name := range []*string{&o.to, &o.in.Bodies, &o.in.List} {
		if *name != "" {
			if *name, err = filepath.Abs(*name); err != nil {
				return err
			}
		}
	}
	return nil
}

// carry has the parts done by an engine, and tells how far it is.
func (o options) carry(ctx context.Context, c census.Census, plan census.Plan) (*census.Tally, error) {
	ended := make(chan struct{})
	told := make(chan struct{})
	go func() {
		defer close(told)
		p := progress{out: os.Stderr, place: terminal(os.Stderr), total: plan.Parts, unit: " parti", bytes: plan.Bytes}
		for tick := time.NewTicker(time.Second / 2); ; {
			select {
			case <-tick.C:
				p.show(c.Finished())
			case <-ended:
				p.end()
				return
			}
		}
	}()
	defer func() { close(ended); <-told }()
	if o.engine == byGoroutines {
		return c.Run(ctx, o.in.Bodies, o.workers)
	}
	return beamed.Run(ctx, c, o.in.Bodies)
}
