package rights

import "github.com/b58db29f/gdpr"

// Channel is the way by which a request came. Any will do: a request needs no
// form, and one made by word of mouth is a request. The zero value is not given.
//
// Law: Regolamento 17(2); GDPR 12(2).
type Channel uint8

// The channels.
//
//words:label rights.channel
//words:also e_mail email
const (
	Counter Channel = iota + 1 // counter: on paper, handed in at the desk (sportello)
	Post                       // post: by letter
	Spoken                     // spoken: by word of mouth, at the desk or by telephone
	Email                      // email: by ordinary e-mail
	PEC                        // pec: by certified e-mail (posta elettronica certificata)
	Portal                     // portal: by a form of the body's web site
)

// Electronic reports whether a request by this channel is one by electronic
// means.
//
// Law: GDPR 12(3).
func (c Channel) Electronic() bool {
	switch c {
	case Email, PEC, Portal:
		return true
	}
	return false
}

// Form is the form of a reply. The zero value is not given.
//
// Law: Regolamento 17(2); GDPR 12(1); GDPR 12(3); GDPR 15(3); GDPR 20(1).
type Form uint8

// The forms of a reply.
//
//words:label rights.form
const (
	Written    Form = iota + 1 // written: on paper
	Electronic                 // electronic: in a common electronic format
	Structured                 // structured: in a structured, commonly used, machine-readable format
	Oral                       // oral: by word of mouth
)

// Form tells in which form the reply goes out. Portable data are always
// structured. Otherwise the form is the one that the requester asked for; an
// oral reply only if the requester's identity is established. Who asked for
// none gets an electronic reply to an electronic request, and else a written
// one.
//
// Law: Regolamento 17(2); GDPR 12(1); GDPR 12(3); GDPR 15(3); GDPR 20(1).
func (r Request) Form() Form {
	switch {
	case r.Right == ToPortability:
		return Structured
	case r.Asked == Oral && r.Identified == gdpr.Yes:
		return Oral
	case r.Asked != 0 && r.Asked != Oral:
		return r.Asked
	case r.Channel.Electronic():
		return Electronic
	}
	return Written
}
