package breach

import (
	"time"

	"github.com/rickb777/date/v2"
)

// Channel is how a notification reaches the Garante. The zero value is not given.
type Channel uint8

// The channels.
//
//words:label breach.channel
const (
	OnlineProcedure Channel = iota + 1 // online_procedure: the Garante's online service
	PEC                                // pec: certified e-mail, as the regulation says
	OtherChannel                       // other: anything else
)

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
