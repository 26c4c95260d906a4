package report_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/censimento/census"
	"github.com/b58db29f/gdpr/examples/censimento/report"
	"github.com/b58db29f/gdpr/examples/censimento/synthetic"
)

var shots = flag.String("shots", "", "`folder` for pictures of the page at three widths, light and dark")

// counted is what 400 invented notices count, broken ones among them.
func counted(t *testing.T) *census.Tally {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, synthetic.Set{Seed: 5, Bodies: 400, Notices: 400, Broken: true}.Write(dir, nil))
	c := census.Census{Folder: filepath.Join(dir, "out")}
	bodies := filepath.Join(dir, "enti.csv")
	_, err := c.Prepare(census.Input{Names: []string{filepath.Join(dir, "informative")}, Bodies: bodies})
	require.NoError(t, err)
	tally, err := c.Run(context.Background(), bodies, 2)
	require.NoError(t, err)
	return tally
}

// TestPage: the page has all that was counted, needs nothing from elsewhere, and a
// name is no markup.
func TestPage(t *testing.T) {
	tally := counted(t)
	tally.Suppliers["<b>Ditta & figli</b>"] = tally.Suppliers["in proprio"]
	page, err := report.Page(tally)
	require.NoError(t, err)
	text := string(page)
	require.Contains(t, text, "<b>412</b>")
	require.Contains(t, text, "&lt;b&gt;Ditta &amp; figli&lt;/b&gt;")
	require.NotContains(t, text, "<b>Ditta")
	require.NotRegexp(t, regexp.MustCompile(`<script|src=|https?://|url\(|@import`), text)
	require.NotContains(t, text, "%!")
	require.NotContains(t, text, "informativa.", "a code in place of its sentence")
	for name := range tally.Regions {
		require.Contains(t, text, name)
	}
	require.Equal(t, strings.Count(text, `lang="it"`)-1, strings.Count(text, `lang="en"`), "each text is in both languages")
}

// TestNothingRead: a census of nothing that could be read has a page too.
func TestNothingRead(t *testing.T) {
	tally := census.NewTally()
	tally.Add(&census.Row{State: census.Unreadable, Listed: census.Unknown})
	page, err := report.Page(tally)
	require.NoError(t, err)
	require.Contains(t, string(page), "–")
	require.NotContains(t, string(page), "NaN")
}

// TestManyGroups: the smallest of many groups stand together.
func TestManyGroups(t *testing.T) {
	tally := census.NewTally()
	for i := range 100 {
		for range i + 1 {
			tally.Add(&census.Row{State: census.Read, Supplier: fmt.Sprintf("Ditta %d", i)})
		}
	}
	page, err := report.Page(tally)
	require.NoError(t, err)
	require.Contains(t, string(page), "Ditta 99<")
	require.NotContains(t, string(page), "Ditta 69<")
	require.Contains(t, string(page), "tutti gli altri")
}

// browser is a page in Chromium.
type browser struct {
	*testing.T
	ctx          context.Context
	asked, wrong []string // what it asked for, and what went wrong
}

// open opens a page, or says that there is no browser.
func open(t *testing.T, name string) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("not run: there is no chromium")
	}
	data, err := os.MkdirTemp("", "chromium") // it writes there for a moment after its end
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(data) })
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(data))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	b := &browser{T: t, ctx: ctx}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			b.asked = append(b.asked, e.Request.URL)
		case *runtime.EventExceptionThrown:
			b.wrong = append(b.wrong, e.ExceptionDetails.Text)
		}
	})
	b.do(network.Enable(), runtime.Enable(), chromedp.Navigate("file://"+name), chromedp.WaitVisible("#elementi", chromedp.ByQuery))
	return b
}

func (b *browser) do(tasks ...chromedp.Action) {
	b.Helper()
	require.NoError(b, chromedp.Run(b.ctx, tasks...))
}

func (b *browser) number(script string) (n float64) {
	b.Helper()
	b.do(chromedp.Evaluate(script, &n))
	return n
}

func (b *browser) heading() (text string) {
	b.Helper()
	b.do(chromedp.Evaluate(`document.querySelector("h1").innerText`, &text))
	return text
}

// TestInBrowser looks at the page as people do.
func TestInBrowser(t *testing.T) {
	page, err := report.Page(counted(t))
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(name, page, 0o600))
	b := open(t, name)
	require.Equal(t, "Censimento delle informative", b.heading())
	b.do(chromedp.Focus("#it", chromedp.ByQuery), chromedp.KeyEvent(kb.ArrowRight)) // by the keyboard alone
	require.Equal(t, "Census of privacy notices", b.heading())
	b.do(chromedp.Click("#it", chromedp.ByQuery))
	require.Equal(t, "Censimento delle informative", b.heading())
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{360, 768, 1280} {
			b.do(emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
			require.Zero(t, b.number(`document.documentElement.scrollWidth - document.documentElement.clientWidth`), "%s %d: the page is wider than the screen", scheme, width)
			require.Zero(t, b.number(overlapping), "%s %d: cells lie over one another", scheme, width)
			if *shots != "" {
				var picture []byte
				b.do(chromedp.FullScreenshot(&picture, 100))
				require.NoError(t, os.WriteFile(filepath.Join(*shots, fmt.Sprintf("%s-%d.png", scheme, width)), picture, 0o600))
			}
		}
		require.GreaterOrEqual(t, b.number(worstContrast), 4.5, "%s: the least contrast of text", scheme)
	}
	require.Equal(t, []string{"file://" + name}, b.asked)
	require.Empty(t, b.wrong)
}

// overlapping counts the cells that lie over the one before.
const overlapping = `[...document.querySelectorAll("tbody tr")].flatMap(row => [...row.cells].map((cell, i) => {
	if (!i) return 0;
	const [a, b] = [row.cells[i - 1].getBoundingClientRect(), cell.getBoundingClientRect()];
	const pinned = getComputedStyle(row.cells[i - 1]).position == "sticky";
	return !pinned && a.width && b.width && a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1 ? 1 : 0;
})).reduce((a, b) => a + b, 0)`

// worstContrast is the least contrast of visible text with what is behind it.
const worstContrast = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
	const light = colour => {
		canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
		const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	let worst = 21;
	for (const e of document.querySelectorAll("body *")) {
		if (!e.innerText || !e.offsetParent || ![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())) continue;
		let behind = e;
		while (behind && getComputedStyle(behind).backgroundColor == "rgba(0, 0, 0, 0)") behind = behind.parentElement;
		const [a, b] = [light(getComputedStyle(e).color), light(getComputedStyle(behind || document.body).backgroundColor)];
		worst = Math.min(worst, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
	}
	return worst;
})()`
