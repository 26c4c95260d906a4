package breach

// Form is a stub.
type Form struct{}

func (f Form) IsZero() bool { return true }
func (f Form) clone() Form  { return f }
