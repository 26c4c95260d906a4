package census

import (
	"context"
	"sync"
)

// Run does all parts by so many goroutines and returns what they count.
func (c Census) Run(ctx context.Context, bodies string, workers int) (*Tally, error) {
	bs, err := ReadBodies(bodies)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	offsets := make(chan int64)
	tallies := make([]*Tally, workers)
	var all sync.WaitGroup
	for i := range tallies {
		tallies[i] = NewTally()
		all.Go(func() {
			for at := range offsets {
				t, err := c.Scan(at, bs)
				if err != nil {
					cancel(err)
					return
				}
				tallies[i].Merge(t)
			}
		})
	}
	err = c.Offsets(func(at int64) error {
		select {
		case offsets <- at:
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	})
	close(offsets)
	all.Wait()
	if err == nil {
		err = context.Cause(ctx)
	}
	total := NewTally()
	for _, t := range tallies {
		total.Merge(t)
	}
	return total, err
}
