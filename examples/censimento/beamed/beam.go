// Package beamed carries the parts of a census by Apache Beam: by its runner within
// the process, or by a cluster that shares the folders of input and results.
package beamed

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec/optimized" // without reflection
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"

	"github.com/b58db29f/gdpr/examples/censimento/census"
)

func init() {
	register.DoFn3x1[context.Context, []byte, func(int64), error](&listFn{})
	register.DoFn3x1[context.Context, int64, func([]byte), error](&scanFn{})
	register.DoFn2x1[context.Context, []byte, error](&countFn{})
	register.Function2x2(merge)
	register.Emitter1[int64]()
	register.Emitter1[[]byte]()
}

// Init is called before anything else, once the flags are read: a worker that a
// cluster has started works from here, and doesn't return.
func Init() { beam.Init() }

// Run does all parts and returns what they count. The elements of the pipeline are
// the places of the parts in the plan, and what each counts, and so are small; the
// notices themselves are read, and their rows written, where they are scanned.
func Run(ctx context.Context, c census.Census, bodies string) (*census.Tally, error) {
	counts := filepath.Join(c.Folder, "lavoro", "conteggi.json")
	p, s := beam.NewPipelineWithRoot()
	parts := beam.ParDo(s.Scope("parti"), &listFn{c.Folder}, beam.Impulse(s))
	parts = beam.Reshuffle(s, parts) // so that they go to all workers
	tallies := beam.ParDo(s.Scope("lettura"), &scanFn{Folder: c.Folder, Bodies: bodies}, parts)
	total := beam.Combine(s.Scope("conteggio"), merge, tallies)
	beam.ParDo0(s.Scope("conteggi"), &countFn{counts}, total)
	runner := *runners.Runner
	if runner == "" {
		runner = "prism"
	}
	if runner == "prism" && flag.Lookup("v") == nil {
		quiet(slog.LevelWarn)
	}
	if _, err := beam.Run(ctx, runner, p); err != nil {
		return nil, fmt.Errorf("beam: %w", err)
	}
	data, err := os.ReadFile(counts)
	if err != nil {
		return nil, err
	}
	return census.ParseTally(data)
}

func quiet(level slog.Level) {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})))
}

// listFn lists the parts of the plan.
type listFn struct{ Folder string }

// ProcessElement emits where each part stands in the plan.
func (f *listFn) ProcessElement(_ context.Context, _ []byte, emit func(int64)) error {
	return census.Census{Folder: f.Folder}.Offsets(func(at int64) error {
		emit(at)
		return nil
	})
}

// scanFn does parts.
type scanFn struct {
	Folder, Bodies string
	bodies         *census.Bodies
}

// Setup reads the list of bodies.
func (f *scanFn) Setup(context.Context) (err error) {
	f.bodies, err = census.ReadBodies(f.Bodies)
	return err
}

// ProcessElement does the part that stands there in the plan. A runner that calls it
// again for the same part gets the same.
func (f *scanFn) ProcessElement(_ context.Context, at int64, emit func([]byte)) error {
	t, err := census.Census{Folder: f.Folder}.Scan(at, f.bodies)
	if err != nil {
		return err
	}
	emit(t.Bytes())
	return nil
}

// merge adds two tallies.
func merge(a, b []byte) ([]byte, error) {
	sum, err := census.ParseTally(a)
	if err != nil {
		return nil, err
	}
	other, err := census.ParseTally(b)
	if err != nil {
		return nil, err
	}
	sum.Merge(other)
	return sum.Bytes(), nil
}

// countFn writes what all parts count.
type countFn struct{ Name string }

// ProcessElement writes it whole or not at all.
func (f *countFn) ProcessElement(_ context.Context, tally []byte) error {
	return census.WriteFile(f.Name, tally)
}
