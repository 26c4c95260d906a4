package breach

// Form is what the authority's form asks of a notification beside the elements of
// the law.
//
// Law: GDPR 33(3); Garante 209/2021.
type Form struct{}

// IsZero reports whether the form is empty.
func (f Form) IsZero() bool { return true }

func (f Form) clone() Form { return f }
