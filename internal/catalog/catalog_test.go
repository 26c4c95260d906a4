package catalog_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

func TestDates(t *testing.T) {
	eighth := date.New(2026, time.May, 8)
	require.Equal(t, "8 maggio 2026", catalog.FormatDate(language.Italian, eighth))
	require.Equal(t, "1º gennaio 2027", catalog.FormatDate(language.Italian, date.New(2027, time.January, 1)))
	require.Equal(t, "1 January 2027", catalog.FormatDate(language.English, date.New(2027, time.January, 1)))
	instant := time.Date(2026, time.November, 11, 9, 5, 0, 0, time.FixedZone("CET", 3600))
	require.Equal(t, "11 novembre 2026, ore 9:05", catalog.FormatTime(language.Italian, instant))
	require.Equal(t, "11 November 2026, 9:05", catalog.FormatTime(language.English, instant))
}

// TestArguments: days and instants are printed in the reader's language however
// they are given; whatever only looks like one stays as it is.
func TestArguments(t *testing.T) {
	late := func(tag language.Tag, told, due any) string {
		return catalog.Text(tag, "rights.extension.late", told, due)
	}
	for _, told := range []any{date.New(2026, time.May, 8), "2026-05-08"} {
		require.Equal(t, "la proroga non ha effetto: è stata comunicata l'8 maggio 2026, oltre il termine dell'11 maggio 2026",
			late(language.Italian, told, "2026-05-11"))
		require.Equal(t, "the extension has no effect: it was told on 8 May 2026, after the term of 11 May 2026", late(language.English, told, "2026-05-11"))
	}
	require.Contains(t, late(language.Italian, "2026-02-30", "prot. 8 / 2026"), "il 2026-02-30, oltre il termine del prot. 8 / 2026")
	require.Contains(t, late(language.Italian, "2026-05-08T10:00:00+02:00", "x"), "l'8 maggio 2026, ore 10:00")
}
