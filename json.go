package gdpr

// MarshalJSON is an error: a calendar is made by [Italy], [NewCalendar] and the
// like, and a host stores what it made it of. Without it, encoding/json would
// write {} and lose the calendar in silence.
func (c Calendar) MarshalJSON() ([]byte, error) {
	return nil, &InputError{Value: "Calendar", Fault: FaultSyntax, Other: validText}
}
