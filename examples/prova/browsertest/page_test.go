package browsertest_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

var pictures = flag.String("pictures", "", "folder for pictures of the page, to look at")

// site is the page as prova builds it.
var site = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "prova")
	if err != nil {
		return "", err
	}
	ended = append(ended, func() { _ = os.RemoveAll(dir) })
	build := exec.Command("go", "build", "-C", "../../..", "-o", filepath.Join(dir, "prova"), "./examples/prova")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	make := exec.Command(filepath.Join(dir, "prova"), "-to", filepath.Join(dir, "site"), "-addr", "")
	make.Dir = "../../.."
	if out, err := make.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return dir, nil
})

// ended ends what the tests began.
var ended []func()

func TestMain(m *testing.M) {
	status := m.Run()
	for _, end := range ended {
		end()
	}
	os.Exit(status)
}

func built(t *testing.T) string {
	t.Helper()
	dir, err := site()
	require.NoError(t, err)
	return filepath.Join(dir, "site")
}

// server runs prova's own server and returns its address.
var server = sync.OnceValues(func() (string, error) {
	dir, err := site()
	if err != nil {
		return "", err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	addr := l.Addr().String()
	if err := l.Close(); err != nil {
		return "", err
	}
	c := exec.Command(filepath.Join(dir, "prova"), "-to", filepath.Join(dir, "site"), "-addr", addr)
	c.Dir = "../../.."
	if err := c.Start(); err != nil {
		return "", err
	}
	ended = append(ended, func() { _ = c.Process.Kill(); _ = c.Wait() })
	for range 3000 {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			return "http://" + addr + "/", conn.Close()
		}
		time.Sleep(20 * time.Millisecond)
	}
	return "", errors.New("the server doesn't begin")
})

// page is the page in a browser.
type page struct {
	*testing.T
	ctx      context.Context
	url      string
	requests atomic.Int32
	problems chan string
}

func open(t *testing.T) *page {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("not run: there is no chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-quic", true), chromedp.Flag("lang", "it-IT"), chromedp.WindowSize(1280, 900))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	url, err := server()
	require.NoError(t, err)
	p := &page{T: t, ctx: ctx, url: url, problems: make(chan string, 100)}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			p.requests.Add(1)
		case *runtime.EventExceptionThrown:
			p.problems <- e.ExceptionDetails.Error()
		}
	})
	return p
}

func (p *page) do(actions ...chromedp.Action) {
	p.Helper()
	require.NoError(p, chromedp.Run(p.ctx, actions...))
}

// at opens the page with a fragment, and waits for its answer.
func (p *page) at(fragment string) {
	p.Helper()
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.url+fragment), chromedp.WaitReady("html[data-ready]"))
	p.settled()
}

func (p *page) settled() {
	p.Helper()
	p.do(chromedp.WaitReady("#results:not([aria-busy])"))
}

func (p *page) text(selector string) (text string) {
	p.Helper()
	p.do(chromedp.TextContent(selector, &text, chromedp.ByQuery)) // what isn't on the screen too
	return text
}

func (p *page) eval(script string, result any) {
	p.Helper()
	p.do(chromedp.Evaluate(script, result))
}

// TestDesks asks each desk a question whose answer is known.
func TestDesks(t *testing.T) {
	p := open(t)
	p.at("#desk=rights&lang=it&regime=public&right=access&received=2026-11-08&on=2026-11-29")
	// GDPR 12(3): one month, 8 December, a holiday; Reg. 1182/71 3(4) moves it to the 9th
	require.Contains(t, p.text("#answer"), "8 dicembre 2026")
	require.Contains(t, p.text("#answer"), "9 dicembre 2026")
	require.NotContains(t, p.text("#results"), "Regolamento comunale")
	p.at("#desk=breach&lang=en&regime=union&aware=2026-11-27T10:00&now=2026-11-29T10:00&y=personal_data")
	require.Contains(t, p.text("#window"), "30 November 2026, 10:00") // GDPR 33(1): 72 hours
	require.Contains(t, p.text("#window"), "24 hours left")
	require.NotContains(t, p.text("main"), "Garante")
	p.at("#desk=dpia&lang=it&regime=public&y=automated_decision")
	require.Contains(t, p.text("#results"), "Risposte date")
	p.at("#desk=notice&lang=it&regime=template")
	p.do(chromedp.Click("#sample"), chromedp.WaitVisible("#evidence mark"))
	require.Contains(t, p.text(".findings"), "per quanto tempo")
	require.Contains(t, p.text("#evidence mark"), "Comune di Roccasilvana")
	require.Empty(t, p.problems)
}

// TestQuestions answers by the keyboard alone until there is an outcome, and the
// link leads to the same one.
func TestQuestions(t *testing.T) {
	for _, desk := range []string{"dpia", "breach"} {
		t.Run(desk, func(t *testing.T) {
			p := open(t)
			p.at("#desk=" + desk + "&lang=it&regime=template")
			p.do(chromedp.Focus("#question"))
			more := true
			for n := 0; more && n < 60; n++ {
				p.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter)) // the first button: yes
				var answered int
				require.Eventually(t, func() bool {
					p.eval(`document.querySelectorAll(".answers li").length`, &answered)
					return answered == n+1
				}, 10*time.Second, 10*time.Millisecond)
				p.settled()
				p.eval(`!!document.getElementById("answer-yes")`, &more)
				var focused string
				require.Eventually(t, func() bool {
					p.eval(`document.activeElement.id`, &focused)
					return focused == "question"
				}, 5*time.Second, 10*time.Millisecond)
			}
			require.False(t, more, "no outcome")
			outcome := p.text("#answer")
			require.NotContains(t, outcome, "determinabile:")
			var link string
			p.eval(`location.hash`, &link)
			p.at(link)
			require.Equal(t, outcome, p.text("#answer"))
			require.Empty(t, p.problems)
		})
	}
}

// TestHostile gives texts that would be HTML, and they stay text.
func TestHostile(t *testing.T) {
	p := open(t)
	p.at("#desk=rights&lang=it&received=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&right=%3Cb%3E&on=2026-02-30")
	p.at("#desk=notice&lang=it")
	p.do(chromedp.SetValue("#text", `<img src=x onerror="window.bad=1"> Il titolare del trattamento è il Comune di <script>window.bad=1</script> Poggiolieto, via Roma 1. 𝒳à€`, chromedp.ByQuery),
		chromedp.Evaluate(`document.getElementById("text").dispatchEvent(new Event("input"))`, nil), chromedp.Click("#scan"), chromedp.WaitVisible("#evidence"))
	var bad bool
	p.eval(`!!window.bad || document.querySelectorAll("main img, main script").length > 0`, &bad)
	require.False(t, bad)
	require.Contains(t, p.text("#evidence"), "<script>window.bad=1</script>")
	require.Contains(t, p.text("#evidence"), "𝒳à€")
	p.at("#desk=dpia&lang=xx&regime=nobody&y=__proto__.constructor&n=scoring")
	require.Empty(t, p.problems)
}

// TestAlone works without a network once it is there, and without a frame over
// 50 ms: the library works elsewhere. Time is measured on a machine that may be
// busy, so that the bounds are wide and the figures are told.
func TestAlone(t *testing.T) {
	p := open(t)
	p.do(network.Enable())
	p.at("#desk=notice&lang=it&regime=public")
	var ready float64
	p.eval(`+document.documentElement.dataset.ready`, &ready)
	t.Logf("ready after %.0f ms", ready)
	requests := p.requests.Load()
	p.eval(`window.longest = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) longest = Math.max(longest, e.duration); }).observe({ type: "longtask" }); 0`, nil)
	long := strings.Repeat("Il Comune tratta i dati di chi chiede i servizi, e li conserva per dieci anni.\n", 2000)
	p.eval(fmt.Sprintf(`state.text = %q; 0`, long), nil)
	p.do(chromedp.Click("#scan"), chromedp.WaitVisible("#evidence"))
	p.do(chromedp.Click(`#desks li:nth-child(3) a`, chromedp.ByQuery), chromedp.WaitVisible("#question"), chromedp.Click("#answer-yes"), chromedp.WaitVisible("#answer"))
	var longest float64
	p.eval(`longest`, &longest)
	t.Logf("longest task of the page: %.0f ms (0: none over 50)", longest)
	require.Less(t, longest, 1000.0)
	require.Equal(t, requests, p.requests.Load(), "a request after loading")
	require.Empty(t, p.problems)
}

// TestWidths looks at each desk at three widths: nothing is wider than the screen.
func TestWidths(t *testing.T) {
	p := open(t)
	for _, width := range []int64{360, 768, 1280} {
		for desk, fragment := range map[string]string{
			"rights": "#desk=rights&lang=it&regime=template&received=2026-11-08&on=2026-12-29",
			"breach": "#desk=breach&lang=it&regime=public&aware=2026-11-27T10:00&now=2026-11-29T10:00&y=personal_data.security.access.special.hostile",
			"dpia":   "#desk=dpia&lang=en&regime=template&y=automated_decision.scoring&n=large_scale",
			"notice": "#desk=notice&lang=it&regime=template",
		} {
			p.do(emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500))
			p.at(fragment)
			if desk == "notice" {
				p.do(chromedp.Click("#sample"), chromedp.WaitVisible("#evidence mark"))
			}
			var wide int64
			p.eval(`document.documentElement.scrollWidth`, &wide)
			require.LessOrEqual(t, wide, width, desk)
			if *pictures != "" {
				var png []byte
				p.do(chromedp.FullScreenshot(&png, 100))
				require.NoError(t, os.WriteFile(filepath.Join(*pictures, fmt.Sprintf("%s-%d.png", desk, width)), png, 0o644))
			}
		}
	}
	require.Empty(t, p.problems)
}
