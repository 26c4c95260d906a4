package book

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
)

// WriteICS writes the book as an iCalendar object (RFC 5545) with one event a
// deadline: an all-day one on the safe day, or, for a term in hours, from the safe
// instant to the last one. Each has an alarm: at nine in the morning of the day
// before, or two hours ahead. The last lawful day stands in the text. An event
// keeps its UID from day to day, so that a calendar that subscribes to the book
// moves an event instead of doubling it.
func (b *Book) WriteICS(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, line := range []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//b58db29f//gdpr scadenzario//IT", "CALSCALE:GREGORIAN",
		property("X-WR-CALNAME", b.Comune)} {
		writeLine(out, line)
	}
	for _, line := range zone {
		writeLine(out, line) // a calendar without events is one too, if it has this
	}
	for _, r := range b.Rows {
		text := []string{r.State, say(b.Tag, "Ultimo giorno utile: ", "Last lawful day: ") + day(r.Due)}
		text = append(append(text, r.Notes...), r.Law.Cite(b.Tag), r.Ref)
		lines := []string{"BEGIN:VEVENT", "UID:" + uid(b.Comune, r), "DTSTAMP:" + compact(b.On) + "T000000Z"}
		for _, line := range append(append(lines, when(r)...),
			property("SUMMARY", r.What),
			property("DESCRIPTION", strings.Join(text, "\n")),
			"TRANSP:TRANSPARENT",
			"BEGIN:VALARM", "ACTION:DISPLAY", property("DESCRIPTION", r.What), "TRIGGER:"+trigger(r), "END:VALARM",
			"END:VEVENT",
		) {
			writeLine(out, line)
		}
	}
	writeLine(out, "END:VCALENDAR")
	return out.Flush()
}

// when are the lines that say when an event is.
func when(r Row) []string {
	if r.At != nil {
		const utc = "20060102T150405Z"
		from, to := r.SafeAt.UTC(), r.At.UTC()
		if to.Before(from.Add(time.Minute)) {
			from = to.Add(-time.Minute) // an event takes some time
		}
		return []string{"DTSTART:" + from.Format(utc), "DTEND:" + to.Format(utc)}
	}
	return []string{"DTSTART;VALUE=DATE:" + compact(r.Safe), "DTEND;VALUE=DATE:" + compact(r.Safe+1)} // the end is the day after
}

func trigger(r Row) string {
	if r.At != nil {
		return "-PT2H"
	}
	return "-PT15H" // nine in the morning of the day before
}

// zone is Central European time, by the rule in force since 1996.
var zone = []string{
	"BEGIN:VTIMEZONE", "TZID:Europe/Rome",
	"BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
	"BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
	"END:VTIMEZONE",
}

func uid(comune string, r Row) string {
	sum := sha256.Sum256([]byte(comune + "\x00" + r.Key))
	return hex.EncodeToString(sum[:16]) + "@scadenzario"
}

func compact(d date.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// property returns a property with a text value, escaped (RFC 5545, 3.3.11).
func property(name, text string) string {
	text = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(text)
	return name + ":" + strings.Map(func(c rune) rune {
		if c < ' ' && c != '\t' || c == 0x7f {
			return -1 // control characters have no place in a text value
		}
		return c
	}, text)
}

// writeLine writes a content line, folded so that no line is longer than 75
// octets without its line break, and no character is split (RFC 5545, 3.1).
func writeLine(out *bufio.Writer, line string) {
	room := 75
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		fmt.Fprintf(out, "%s\r\n ", line[:cut])
		line, room = line[cut:], 74 // the space that continues a line counts
	}
	fmt.Fprintf(out, "%s\r\n", line)
}
