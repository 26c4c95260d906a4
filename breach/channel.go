package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Channel is how a notification reaches the Garante. The zero value is not given.
type Channel uint8

// The channels.
const (
	OnlineProcedure Channel = iota + 1 // the Garante's online service
	PEC                                // certified e-mail, as the regulation says
	OtherChannel                       // anything else
)

var channels = gdpr.Names{"", "online procedure", "pec", "other"}

// String returns the channel's word, or "" if it isn't given.
func (c Channel) String() string { return channels.String(int(c)) }

// MarshalText returns the channel's word.
func (c Channel) MarshalText() ([]byte, error) { return channels.Text(int(c)) }

// UnmarshalText reads the channel's word. An unknown word is a *gdpr.InputError.
func (c *Channel) UnmarshalText(text []byte) error {
	i, err := channels.Parse(string(text))
	*c = Channel(i)
	return err
}

// onlineFrom is the first day on which the Garante takes notifications by its
// online procedure alone.
var onlineFrom = date.New(2021, time.July, 1)

// ChannelOn returns the channel that the Garante takes on a day: its online
// procedure since 1 July 2021, PEC before. The municipal regulation still says
// PEC: the Garante decides how it is to be notified, and its decision prevails.
//
// Law: Regolamento 37(3); Garante 157/2019; Garante 209/2021.
func ChannelOn(day date.Date) Channel {
	if day < onlineFrom {
		return PEC
	}
	return OnlineProcedure
}
