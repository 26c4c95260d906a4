package breach

import is "github.com/b58db29f/gdpr/internal/blank"

// blank reports whether s says nothing: a placeholder is no content.
func blank(s string) bool { return is.Is(s) }

// allBlank reports whether no string of the list says anything.
func allBlank(list []string) bool { return is.All(list) }
