package wordscan

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var corpusDir = flag.String("corpus", "", "directory of a corpus of notices, with a directory texts")

// ruleDir holds the rules of the package that this one serves.
const ruleDir = "../../informativa/rules"

// text returns the notices of the corpus one after the other, a megabyte or
// more; without -corpus, those that informativa is tested with.
func text(tb testing.TB) []byte {
	dir := *corpusDir
	if dir == "" {
		dir = "../../informativa/testdata/corpus"
	}
	files, err := filepath.Glob(filepath.Join(dir, "texts", "*"))
	require.NoError(tb, err)
	require.NotEmpty(tb, files)
	var all []byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(tb, err)
		all = append(append(all, data...), "\n\n"...)
	}
	once := all
	for len(all) < 1<<20 {
		all = append(all, once...)
	}
	return all
}

func BenchmarkScan(b *testing.B) {
	m, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(b, err)
	data := text(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Scan(m, data)
	}
}

// BenchmarkRegexps looks for the same patterns with Go's regular expressions,
// one for each output; see regexps.
func BenchmarkRegexps(b *testing.B) {
	all := regexps(b)
	data := text(b)[:64<<10]
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, one := range all {
			one.FindAllIndex(data, -1)
		}
	}
}

// BenchmarkBytes looks at each byte once, and at nothing else.
func BenchmarkBytes(b *testing.B) {
	data := text(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		spaces := 0
		for _, c := range data {
			if byteKinds[c] == kindSpace {
				spaces++
			}
		}
		require.NotZero(b, spaces)
	}
}

// BenchmarkAdversary scans a megabyte of the beginning of one pattern, over and
// over: that of all patterns which takes the longest.
func BenchmarkAdversary(b *testing.B) {
	m, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(b, err)
	worst, data := time.Duration(0), []byte(nil)
	for _, bait := range baits(b) {
		try := repeat(bait, 64<<10)
		if took := timed(m, try); took > worst {
			worst, data = took, try
		}
	}
	data = repeat(string(data), 1<<20)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Scan(m, data)
	}
}

// TestAdversary asserts that no text made of one pattern's beginning is much
// slower than notices are. The factor is generous, for machines that do other
// things as well; BenchmarkAdversary measures it.
func TestAdversary(t *testing.T) {
	m, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(t, err)
	const size = 64 << 10
	normal := timed(m, text(t)[:size])
	for _, bait := range baits(t) {
		data := repeat(bait, size)
		took := timed(m, data)
		for range 5 { // something else may have had the processor
			if took < 15*normal {
				break
			}
			took, normal = min(took, timed(m, data)), max(normal, timed(m, text(t)[:size]))
		}
		require.Less(t, took, 15*normal, "%q", bait)
	}
}

// TestLinear asserts that twice the text takes about twice the time, and memory
// only for what is found.
func TestLinear(t *testing.T) {
	m, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(t, err)
	allocated := func(data []byte) float64 {
		return testing.AllocsPerRun(3, func() { Scan(m, data) })
	}
	plain := "Parole qualunque, senza nulla che si cerchi in un testo. "
	require.Equal(t, allocated(repeat(plain, 1<<10)), allocated(repeat(plain, 1<<20)))
}

// timed returns the shortest of a few scans of data.
func timed(m *Machine, data []byte) time.Duration {
	best := time.Duration(math.MaxInt64)
	for range 3 {
		start := time.Now()
		Scan(m, data)
		best = min(best, time.Since(start))
	}
	return best
}

func repeat(text string, size int) []byte {
	return []byte(strings.Repeat(text, size/len(text)+1))[:size]
}

// baits returns the beginning of each rule, all but its last word.
func baits(tb testing.TB) []string {
	r, err := readRules(os.DirFS(ruleDir), "*.txt")
	require.NoError(tb, err)
	var all []string
	for _, e := range r.entries {
		words := example(e.pattern)
		if len(words) > 1 {
			words = words[:len(words)-1]
		}
		all = append(all, strings.Join(words, " ")+" ")
	}
	return all
}

// example returns words that p matches.
func example(p pattern) []string {
	switch p := p.(type) {
	case lexeme:
		switch {
		case p.value:
			return []string{map[string]string{"num": "12", "email": "u@x.it", "pec": "u@pec.it", "url": "www.x.it"}[p.text]}
		default:
			return []string{p.text}
		}
	case sequence:
		var all []string
		for _, item := range p {
			all = append(all, example(item)...)
		}
		return all
	case choice:
		return example(p[0])
	case optional:
		return example(p.inner)
	}
	return nil
}

// regexps translates the rules that speak for each output into one regular
// expression: words of no width may stand between words, a gap is
// any part of a sentence, guards and places are left out, and vowels match with
// their accents. That is less than what the machine does: gaps of a limited
// length would make the expressions a thousand times slower.
func regexps(tb testing.TB) []*regexp.Regexp {
	r, err := readRules(os.DirFS(ruleDir), "*.txt")
	require.NoError(tb, err)
	b := newBuilder(r.skip)
	parts := make([][]string, len(r.outputs))
	for _, e := range r.entries {
		if !e.against {
			parts[e.output] = append(parts[e.output], expression(b, trimmed(e.pattern)))
		}
	}
	var all []*regexp.Regexp
	for _, some := range parts {
		source := strings.ReplaceAll(strings.Join(some, "|"), " ", `(?:\W+\pL{1,5})?\W+`)
		all = append(all, regexp.MustCompile("(?i)"+source))
	}
	return all
}

var vowels = strings.NewReplacer("a", "[aà]", "e", "[eèé]", "i", "[iì]", "o", "[oò]", "u", "[uù]")

// expression writes p as a regular expression in which a blank stands for what
// may part two words.
func expression(b *builder, p pattern) string {
	switch p := p.(type) {
	case lexeme:
		switch {
		case b.ignored(p):
			return ""
		case p.value:
			return map[string]string{"num": `\d+`, "email": `[\w.]+@[\w.]+`, "pec": `[\w.]+@[\w.]*pec[\w.]*`, "url": `https?:\S+`}[p.text]
		case p.stem:
			return vowels.Replace(p.text) + `\pL*`
		}
		return vowels.Replace(p.text)
	case sequence:
		out, gapped := "", true
		for _, item := range p {
			switch item := item.(type) {
			case gap:
				out += `[^.]+?`
				gapped = true
				continue
			case before, place:
				continue
			case optional:
				out += "(?: " + expression(b, item.inner) + ")?"
				continue
			}
			one := expression(b, item)
			if one == "" {
				continue
			}
			if !gapped {
				out += " "
			}
			out += one
			gapped = false
		}
		return out
	case choice:
		var all []string
		for _, one := range p {
			all = append(all, expression(b, one))
		}
		return "(?:" + strings.Join(all, "|") + ")"
	case optional:
		return "(?:" + expression(b, p.inner) + ")?"
	}
	return ""
}
