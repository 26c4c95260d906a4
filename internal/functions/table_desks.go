//go:build desks

package functions

var table = sorted(desks())
