package source

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKindOfFile(t *testing.T) {
	for name, page := range map[string]bool{"a.html": true, "a.HTM": true, "a.xhtml": true, "a.txt": false, "a.md": false, "a": true, "-": true} {
		require.Equal(t, page, isPage(name, "\n <!DOCTYPE html><p>x"), name)
	}
	require.False(t, isPage("-", "# Informativa"))
}
