package main

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDrawings: the drawings in docs are those that the command makes, are XML,
// and show the days that the law sets for the request in them.
func TestDrawings(t *testing.T) {
	for _, l := range []lang{it, en} {
		request, err := requestLife(l)
		require.NoError(t, err)
		for name, svg := range map[string]string{"request": request, "notice": noticeReading(l), "regimes": regimeLayers(l)} {
			kept, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", name+"."+l.String()+".svg"))
			require.NoError(t, err)
			require.Equal(t, svg, string(kept), name)
			decoder := xml.NewDecoder(strings.NewReader(svg))
			for err == nil {
				_, err = decoder.Token()
			}
			require.Equal(t, io.EOF, err, name)
		}
	}
	request, err := requestLife(it)
	require.NoError(t, err)
	// One month from 2 November; with eight days of pause; two months more (GDPR 12(3)).
	for _, day := range []string{"2 dicembre 2026", "10 dicembre 2026", "2 febbraio 2027"} {
		require.Contains(t, request, day)
	}
}
