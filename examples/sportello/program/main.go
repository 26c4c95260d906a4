// Command sportello (desk) is the privacy desk of a body: a web application for an
// office of a few persons. It keeps requests, breaches, impact assessments, the
// register of processing and what is kept, tells what is due and what is wrong, and
// writes the letters.
//
//	sportello                                    the sample Comune, in sportello-prova.db
//	sportello -name "Comune di Roccasilvana"     a body of your own, in sportello.db
//	sportello -db postgres://user@host/desk …    on PostgreSQL
//	sportello -verify                            checks that nobody touched the history
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/examples/sportello/program/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, nil); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "sportello:", err)
		}
		stop()
		os.Exit(1)
	}
}

// run serves until the context ends. Ready, if there is one, is told the address.
func run(ctx context.Context, args []string, out io.Writer, ready chan<- string) error {
	flags := flag.NewFlagSet("sportello", flag.ContinueOnError)
	name := flags.String("name", "", "`name` of your body; without it, the sample Comune")
	where := flags.String("db", "", "`file` of the database, or address postgres://…; sportello.db, or sportello-prova.db for the sample, if not given")
	address := flags.String("addr", "127.0.0.1:8080", "`address` to listen at; behind a proxy with HTTPS, a local one")
	secure := flags.Bool("https", false, "the pages are reached by HTTPS, through a proxy")
	rate := flags.Float64("rate", 20, "`requests` a second of one person")
	verify := flags.Bool("verify", false, "check the history, and end")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sample := *name == ""
	if *where == "" {
		*where = "sportello.db"
		if sample {
			*where = "sportello-prova.db"
		}
	}
	s, err := store.Open(ctx, *where)
	if err != nil {
		return err
	}
	defer s.Close()
	if *verify {
		lines, err := s.Verify(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "cronologia intatta: %d righe\n", lines)
		return nil
	}
	keys, err := desk.Open(ctx, s, sample, *name, time.Now())
	if err != nil {
		return err
	}
	clock, isSample, err := desk.Clock(ctx, s, time.Now)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		return err
	}
	greet(out, listener.Addr().String(), *where, keys)
	if ready != nil {
		ready <- listener.Addr().String()
	}
	return serve(ctx, listener, s, web.New(desk.New(s, clock), web.Options{Sample: isSample, Secure: *secure, Rate: *rate, Log: slog.Default()}))
}

// greet says where the desk is, and, the first time, who can enter.
func greet(out io.Writer, address, where string, keys []desk.Key) {
	fmt.Fprintf(out, "Sportello: http://%s (dati in %s; Ctrl+C per fermarlo)\n", address, where)
	if len(keys) > 0 {
		fmt.Fprintln(out, "Primi accessi, da cambiare (le password non si vedranno più):")
		for _, k := range keys {
			fmt.Fprintf(out, "  %-8s %s   %s\n", k.Login, k.Password, k.Name)
		}
	}
}

// serve answers until the context ends, and then lets what is running finish.
func serve(ctx context.Context, listener net.Listener, s *store.Store, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, WriteTimeout: 10 * time.Minute, IdleTimeout: 2 * time.Minute}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-ctx.Done():
				quiet, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
				defer cancel()
				_ = server.Shutdown(quiet) // what takes longer is cut off
				return
			case <-time.After(time.Hour):
				if err := (store.Sessions{Store: s}).Sweep(ctx); err != nil {
					slog.Error("sessions", "error", err)
				}
			}
		}
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-ended
	return nil
}
