package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFresh: the document is of the types and comments that there are.
func TestFresh(t *testing.T) {
	t.Chdir("../../..")
	want, err := generate(".")
	require.NoError(t, err)
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, string(want) == string(got), "go generate . rewrites %s", file)
}

func TestSaid(t *testing.T) {
	require.Equal(t, "Term is a length of Deadline.Due.\n\nA second one.", said("Term is a length\nof [Deadline.Due].\n\n\tgdpr.Term{}\n\nA second one.\n\nLaw: GDPR 12(3).\n"))
}
