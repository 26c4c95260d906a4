package rights

import "github.com/b58db29f/gdpr"

// Channel is the way by which a request came. Any will do: a request needs no
// form, and one made by word of mouth is a request. The zero value is not given.
//
// Law: Regolamento 17(2); GDPR 12(2).
type Channel uint8

// The channels.
const (
	Counter Channel = iota + 1 // on paper, handed in at the desk (sportello)
	Post                       // by letter
	Spoken                     // by word of mouth, at the desk or by telephone
	Email                      // by ordinary e-mail
	PEC                        // by certified e-mail (posta elettronica certificata)
	Portal                     // by a form of the Comune's web site
)

var channelNames = gdpr.Names{"", "counter", "post", "spoken", "e-mail", "pec", "portal"}

// Electronic reports whether a request by this channel is one by electronic
// means.
//
// Law: GDPR 12(3).
func (c Channel) Electronic() bool { return c >= Email && c <= Portal }

// String returns the channel's word: "pec".
func (c Channel) String() string { return channelNames.String(int(c)) }

// MarshalText returns the channel's word. A value that isn't a channel is a
// [*gdpr.InputError] with [gdpr.FaultName].
func (c Channel) MarshalText() ([]byte, error) { return channelNames.Text(int(c)) }

// UnmarshalText reads the channel's word. An unknown word is a
// [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (c *Channel) UnmarshalText(text []byte) error {
	i, err := channelNames.Parse(string(text))
	*c = Channel(i)
	return err
}

// Form is the form of a reply. The zero value is not given.
//
// Law: Regolamento 17(2); GDPR 12(1); GDPR 12(3); GDPR 15(3); GDPR 20(1).
type Form uint8

// The forms of a reply.
const (
	Written    Form = iota + 1 // on paper
	Electronic                 // in a common electronic format
	Structured                 // in a structured, commonly used, machine-readable format
	Oral                       // by word of mouth
)

var formNames = gdpr.Names{"", "written", "electronic", "structured", "oral"}

// String returns the form's word: "electronic".
func (f Form) String() string { return formNames.String(int(f)) }

// MarshalText returns the form's word. A value that isn't a form is a
// [*gdpr.InputError] with [gdpr.FaultName].
func (f Form) MarshalText() ([]byte, error) { return formNames.Text(int(f)) }

// UnmarshalText reads the form's word. An unknown word is a
// [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (f *Form) UnmarshalText(text []byte) error {
	i, err := formNames.Parse(string(text))
	*f = Form(i)
	return err
}

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
