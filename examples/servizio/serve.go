package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"time"

	"github.com/b58db29f/gdpr/wire"
)

// options are what whoever runs the service may set.
type options struct {
	addr     string
	most     int64 // bytes of an input
	parallel int   // calls at a time; more are told to come back
}

// serve serves until the context ends, and then lets the calls that are running
// end, for ten seconds at most.
func serve(ctx context.Context, args []string, _ io.Reader, out, errs io.Writer) error {
	var o options
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(errs)
	flags.StringVar(&o.addr, "addr", "127.0.0.1:8080", "where to listen")
	flags.Int64Var(&o.most, "most", 1<<20, "bytes of an input, at most")
	flags.IntVar(&o.parallel, "parallel", 32*runtime.GOMAXPROCS(0), "calls at a time, at most")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if o.most < 1 || o.most > wire.MostBytes || o.parallel < 1 {
		return fmt.Errorf("-most is from 1 to %d, -parallel 1 or more", wire.MostBytes)
	}
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           handler(o),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	fmt.Fprintln(out, "http://"+listener.Addr().String())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	rest, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(rest); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
