// Package tools pins the programs that check this repository, each as a tool of
// this module, so that the library itself doesn't depend on them, and holds the
// test of the repository's publiccode.yml.
package tools
