package breach

import "github.com/rickb777/date/v2"

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

// ChannelOn returns the channel that the Garante takes on a day: its online
// procedure since 1 July 2021, PEC before; 0 before 25 May 2018, when the duty
// began. The municipal regulation still says PEC: the Garante decides how it is to
// be notified, and its decision prevails. The day 0 stands for gdpr.LawAsOf.
//
// Law: Regolamento 37(3); Garante 157/2019; Garante 209/2021.
func ChannelOn(day date.Date) Channel {
	d, _ := duties.On(day)
	return d.channel
}
