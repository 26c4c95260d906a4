package transparency_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/transparency"
)

var shared = flag.String("shared", "", "folder with the tables of what was read")

// read returns the ids of the rows of a table whose source was read, by the column
// that tells it.
func read(t *testing.T, name string, column int, wasRead ...string) []string {
	data, err := os.ReadFile(filepath.Join(*shared, "law", "plan", name))
	require.NoError(t, err)
	var ids []string
	_, body, _ := strings.Cut(string(data), "\n")
	for line := range strings.Lines(body) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if slices.Contains(wasRead, f[column]) {
			ids = append(ids, f[0])
		}
	}
	require.NotEmpty(t, ids)
	return ids
}

// Every row whose source was read is here, and none that wasn't.
func TestWhatWasRead(t *testing.T) {
	if *shared == "" {
		t.Skip("without -shared there are no tables to compare with")
	}
	var duties, postings []string
	for d := range transparency.Duties() {
		duties = append(duties, d.ID)
	}
	for p := range transparency.Postings() {
		postings = append(postings, p.ID)
	}
	// The row on managers was read at D.Lgs. 33/2013 14(1-bis) and (1-quinquies), letter by letter.
	duties = slices.DeleteFunc(duties, func(id string) bool {
		return slices.Contains([]string{"mgr-b", "mgr-c", "mgr-d", "mgr-e", "mgr-f", "eq-cv"}, id)
	})
	duties[slices.Index(duties, "mgr-a")] = "mgr-af"
	require.ElementsMatch(t, read(t, "transparency.tsv", 12, "law_read", "law_read_2013", "law_read_2013+manual_read", "manual_read"), duties)
	// Banns and changes of name were read in pages of several Comuni, which agree.
	pages := []string{"banns", "name"}
	for _, id := range pages {
		p, ok := transparency.FindPosting(id)
		require.True(t, ok && (p.Certainty == transparency.Pages || p.Certainty == transparency.Practice), "%s: %s", id, p.Certainty)
	}
	require.Subset(t, read(t, "albo.tsv", 10, "secondary"), pages)
	require.ElementsMatch(t, append(pages, read(t, "albo.tsv", 10, "law_read", "law_read_via_note", "guidance_read_via_note", "practice_read")...), postings)
}

// Whatever a person reads is in both languages.
func TestBothLanguages(t *testing.T) {
	both := func(id string, texts ...gdpr.Text) {
		for _, text := range texts {
			require.Equal(t, text.IT == "", text.EN == "", "%s: %v", id, text)
			require.NotContains(t, text.IT, "recalled")
		}
	}
	for d := range transparency.Duties() {
		require.NotContains(t, d.What.IT, "transparency.", d.ID)
		both(d.ID, d.What, d.Who, d.Personal, d.Limits, d.Note)
	}
	for p := range transparency.Postings() {
		both(p.ID, p.Kind, p.Caution, p.Note)
	}
}

// A finding names the duty in words and not by its id.
func TestMessages(t *testing.T) {
	found := transparency.Check([]transparency.Entry{{Duty: "pol-b", Event: day(2026, 6, 5)}}, day(2026, 11, 23), gdpr.Italy())
	require.Len(t, found, 1)
	require.Equal(t, "curriculum: la pubblicazione era dovuta entro il 5 settembre 2026 e non risulta", found[0].Message(language.Italian))
	require.Equal(t, "curriculum: publication was due by 5 September 2026 and isn't known", found[0].Message(language.English))
}
