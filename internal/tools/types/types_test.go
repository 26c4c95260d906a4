package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFresh: the list is of the types that there are.
func TestFresh(t *testing.T) {
	t.Chdir("../../..")
	want, err := generate(".")
	require.NoError(t, err)
	got, err := os.ReadFile("internal/jsontest/types_gen_test.go")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "go generate . rewrites it")
}
