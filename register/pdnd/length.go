package pdnd

// Length is a value, or the version, whose length the interfaces of the platform
// refuse: those of its processes and for machines, whatever its validator says.
// Lengths are in UTF-16 units.
type Length struct {
	Question string // "" is the version
	Index    int    // of the value among the question's
	Units    int    // how long it is
	Limit    int    // the least or the most that is taken
}

// Short reports whether it is too short.
//
// Law: GDPR 5(2).
func (l Length) Short() bool { return l.Units < l.Limit }

const (
	longestValue   = 2000
	longestVersion = 250
)

// Lengths returns the values whose length the platform's interfaces refuse: less
// than 1 or more than 2000 for a value, 250 for the version. The validator knows
// no lengths, so that [Platform.Validate] doesn't look; the portal's own interface
// doesn't either, but passes on to one that does.
//
// Law: GDPR 5(2).
func (f Form) Lengths() []Length {
	var out []Length
	check := func(text, question string, index, most int) {
		switch n := units(text); {
		case n < 1:
			out = append(out, Length{question, index, n, 1})
		case n > most:
			out = append(out, Length{question, index, n, most})
		}
	}
	check(f.Version, "", 0, longestVersion)
	for i := range f.Answers {
		for j, v := range f.Answers[i].Values {
			check(v, f.Answers[i].Question, j, longestValue)
		}
	}
	return out
}

// units counts the UTF-16 units of a text.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
