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

// TestInBrowser looks at the page as people do.
func TestInBrowser(t *testing.T) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("not run: there is no chromium")
	}
	page, err := report.Page(counted(t))
	require.NoError(t, err)
	dir, err := os.MkdirTemp("", "censimento") // the browser writes there for a moment after its end
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	name := filepath.Join(dir, "report.html")
	require.NoError(t, os.WriteFile(name, page, 0o600))
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(filepath.Join(dir, "data")))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	var asked, wrong []string
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			asked = append(asked, e.Request.URL)
		case *runtime.EventExceptionThrown:
			wrong = append(wrong, e.ExceptionDetails.Text)
		}
	})
	do := func(tasks ...chromedp.Action) {
		t.Helper()
		require.NoError(t, chromedp.Run(ctx, tasks...))
	}
	do(network.Enable(), runtime.Enable(), chromedp.Navigate("file://"+name), chromedp.WaitVisible("#elementi", chromedp.ByQuery))

	heading := func() string {
		var text string
		do(chromedp.Evaluate(`document.querySelector("h1").innerText`, &text))
		return text
	}
	require.Equal(t, "Censimento delle informative", heading())
	do(chromedp.Focus("#it", chromedp.ByQuery), chromedp.KeyEvent(kb.ArrowRight)) // by the keyboard alone
	require.Equal(t, "Census of privacy notices", heading())
	do(chromedp.Click("#it", chromedp.ByQuery))
	require.Equal(t, "Censimento delle informative", heading())

	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{360, 768, 1280} {
			do(emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
			var over float64
			do(chromedp.Evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`, &over))
			require.Zero(t, over, "%s %d: the page is wider than the screen", scheme, width)
			var overlaps int
			do(chromedp.Evaluate(overlapping, &overlaps))
			require.Zero(t, overlaps, "%s %d: cells lie over one another", scheme, width)
			if *shots != "" {
				var picture []byte
				do(chromedp.FullScreenshot(&picture, 100))
				require.NoError(t, os.WriteFile(filepath.Join(*shots, fmt.Sprintf("%s-%d.png", scheme, width)), picture, 0o600))
			}
		}
		var contrast float64
		do(chromedp.Evaluate(worstContrast, &contrast))
		require.GreaterOrEqual(t, contrast, 4.5, "%s: the least contrast of text", scheme)
	}
	require.Equal(t, []string{"file://" + name}, asked)
	require.Empty(t, wrong)
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
