package web_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var shots = flag.String("shots", "", "`folder` for pictures of every page at three widths")

// browser starts a Chromium without extras, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium isn't installed: the pages are tested without a browser alone")
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
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// signIn signs somebody in, by the keyboard alone.
func signIn(o *office, login string) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Navigate(o.url + "/login"),
		chromedp.Focus("#f-login"), chromedp.KeyEvent(login + "\t" + o.keys[login] + "\r"),
		chromedp.WaitVisible(".tiles", chromedp.ByQuery),
	}
}

// TestBrowser is a day at the desk in a real browser: a request comes, who writes is
// asked who he is, answers, the reply is put off, goes out late, and the desk says so
// (GDPR 12(3), 12(6)).
func TestBrowser(t *testing.T) {
	ctx := browser(t)
	o := open(t, sqlite(t), false)
	do := func(tasks ...chromedp.Action) {
		t.Helper()
		require.NoError(t, chromedp.Run(ctx, tasks...))
	}
	// press clicks what leads to another page, and waits for that page: what is
	// looked for next could else be found on the one that is going.
	press := func(selector string) {
		t.Helper()
		_, err := chromedp.RunResponse(ctx, chromedp.Click(selector, chromedp.ByQuery))
		require.NoError(t, err, selector)
	}
	act := func(action string, tasks ...chromedp.Action) {
		t.Helper()
		do(append(chromedp.Tasks{chromedp.Click("#do-"+action+" summary", chromedp.ByQuery)}, tasks...))
		press("#do-" + action + " button")
		do(chromedp.WaitVisible(".callout.done[role=status]", chromedp.ByQuery))
	}
	main := func() (text string) {
		t.Helper()
		do(chromedp.Text("main", &text, chromedp.ByQuery))
		return text
	}
	do(signIn(o, "admin"), chromedp.Navigate(o.url+"/requests/new"),
		chromedp.SendKeys("#f-name", "prot. 9001/2026"), chromedp.SetValue("#f-right", "access"), chromedp.SetValue("#f-received", "2026-11-02"),
		chromedp.SetValue("#f-channel", "pec"), chromedp.SendKeys("#f-from", "Piero Fonte"))
	press("main form button")
	do(chromedp.WaitVisible(".clockcard", chromedp.ByQuery))
	press(`a[href$="/letters/ask_identity"]`)
	do(chromedp.SendKeys("#f-says_doubts", "l'indirizzo non è quello noto"), chromedp.SendKeys("#f-says_needed", "una copia del documento"),
		chromedp.SetValue("#f-prompt", "yes"))
	press("button[name=send]")
	do(chromedp.WaitVisible("#do-answer"))
	require.Contains(t, main(), "Il termine è sospeso")

	o.at("2026-11-25")
	do(chromedp.Reload())
	act("answer")
	act("extend", chromedp.SetValue("#f-ground", "complexity"), chromedp.SendKeys("#f-reasons", "i fascicoli sono in tre archivi"))
	require.Contains(t, main(), "Prorogata il")

	o.at("2027-03-01")
	do(chromedp.Reload())
	act("reply")
	page := main()
	require.Contains(t, page, "evasa in ritardo")
	require.Contains(t, page, "violazione", "the finding")
	do(chromedp.Navigate(o.url + "/findings"))
	require.Contains(t, main(), "prot. 9001/2026")
}

// TestPages looks at every page at the width of a phone, of a tablet and of a desk:
// none is wider than its window, every field has a label, no script fails, and the
// text stands out from its ground (WCAG 1.4.3).
func TestPages(t *testing.T) {
	if testing.Short() {
		t.Skip("it loads sixty pages")
	}
	ctx := browser(t)
	o := open(t, sqlite(t), true)
	require.NoError(t, chromedp.Run(ctx, signIn(o, "admin")))
	pages := []string{"/", "/requests", "/requests/new", "/requests/5", "/requests/6", "/requests/5/letters/refusal", "/breaches", "/breaches/12", "/breaches/12/notification",
		"/breaches/12/sheet", "/assessments", "/assessments/13", "/register", "/register/16", "/retention", "/findings", "/history", "/people", "/body", "/me"}
	for _, width := range []int64{360, 768, 1280} {
		for _, path := range pages {
			var wide int64
			var bare []string
			require.NoError(t, chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(width, 800, 1, width < 600),
				chromedp.Navigate(o.url+path), chromedp.WaitVisible("main"),
				chromedp.Evaluate(`document.documentElement.scrollWidth`, &wide),
				chromedp.Evaluate(`[...document.querySelectorAll("input:not([type=hidden]),select,textarea")].filter(e => !e.labels.length).map(e => e.outerHTML)`, &bare)))
			assert.LessOrEqual(t, wide, width, "%s at %d", path, width)
			assert.Empty(t, bare, path)
			if width == 1280 {
				require.NoError(t, chromedp.Run(ctx, chromedp.Evaluate(contrast, &bare)))
				assert.Empty(t, bare, path)
			}
			if *shots != "" {
				var picture []byte
				require.NoError(t, chromedp.Run(ctx, chromedp.FullScreenshot(&picture, 100)))
				name := fmt.Sprintf("%d%s.png", width, strings.ReplaceAll(path, "/", "-"))
				require.NoError(t, os.WriteFile(filepath.Join(*shots, name), picture, 0o600))
			}
		}
	}
}

// contrast lists the texts that stand out from their ground by less than 4.5 to 1,
// or 3 to 1 where they are large.
const contrast = `(() => {
  const rgb = (s) => (s.match(/[\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.getClientRects().length) continue;
    const s = getComputedStyle(e), a = lum(rgb(s.color)), b = lum(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(s.fontSize);
    if (ratio < (size >= 24 || size >= 18.66 && s.fontWeight >= 700 ? 3 : 4.5)) bad.push(ratio.toFixed(2) + " " + e.outerHTML.slice(0, 120));
  }
  return bad;
})()`
