package informativa

// Obligation tells whether data must be given. The zero value is not given.
//
// Law: GDPR 13(2)(e).
type Obligation uint8

// The obligations to give data.
//
//words:label informativa.obligation
const (
	Free       Obligation = iota + 1 // free: whoever wants to gives them
	ByStatute                        // statute: a law wants them
	ForService                       // service: a contract or a service can't do without them
)
