package web_test

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var load = flag.Duration("load", 0, "how `long` to call the pages, 200 times a second")

// TestLoad calls the pages of the sample 200 times a second, one call in twenty a
// change: no call fails, and 99 of 100 take less than 100 ms.
//
//	go test ./web -run TestLoad -v -args -load 30s
func TestLoad(t *testing.T) {
	if *load == 0 {
		t.Skip("it takes a machine that does nothing else: -args -load 30s")
	}
	databases(t, func(t *testing.T, where string) {
		o := open(t, where, true)
		clerks := []*clerk{o.enter("admin"), o.enter("carla"), o.enter("marta"), o.enter("rpd")}
		pages := []string{"/", "/requests", "/requests/5", "/breaches", "/register", "/findings", "/requests/6", "/history", "/requests/5/letters/extension", "/assessments"}
		for _, c := range clerks { // a browser that comes a second time
			c.client.Transport = &http.Transport{MaxIdleConnsPerHost: 100}
			c.page("/")
		}
		var mu sync.Mutex
		var took []time.Duration
		var failed []string
		var wg sync.WaitGroup
		ticker := time.NewTicker(5 * time.Millisecond)
		defer ticker.Stop()
		for i := range int(*load / (5 * time.Millisecond)) {
			<-ticker.C
			wg.Go(func() {
				c, path := clerks[i%4], pages[(i/4)%len(pages)]
				if c == clerks[3] && path == "/requests/5/letters/extension" {
					path = "/" // the officer writes none
				}
				begin := time.Now()
				var r *http.Response
				var err error
				if i%20 == 0 {
					r, err = c.client.PostForm(c.url+"/requests", map[string][]string{"name": {fmt.Sprint("prot. L", i)}, "right": {"access"}, "received": {"2026-11-02"}, "from": {"Piero Fonte"}, "person": {""}})
				} else {
					r, err = c.client.Get(c.url + path)
				}
				if err == nil {
					_, err = io.Copy(io.Discard, r.Body)
					r.Body.Close()
				}
				mu.Lock()
				defer mu.Unlock()
				took = append(took, time.Since(begin))
				if err != nil || r.StatusCode != http.StatusOK {
					failed = append(failed, fmt.Sprint(path, " ", err))
				}
			})
		}
		wg.Wait()
		slices.Sort(took)
		at := func(p float64) time.Duration { return took[int(p*float64(len(took)-1))].Round(100 * time.Microsecond) }
		t.Logf("%d calls, %d failed: p50 %v, p90 %v, p99 %v, longest %v", len(took), len(failed), at(.5), at(.9), at(.99), at(1))
		require.Empty(t, failed)
		require.Less(t, at(.99), 100*time.Millisecond)
	})
}
