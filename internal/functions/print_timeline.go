package functions

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// printer writes JSON as encoding/json does of the same types, without reflection.
// It fails on a text that it would have to escape.
type printer struct {
	text   []byte
	failed bool
}

// field begins a field of an object.
func (p *printer) field(name string) {
	if last := p.text[len(p.text)-1]; last != '{' {
		p.text = append(p.text, ',')
	}
	p.text = append(append(append(p.text, '"'), name...), '"', ':')
}

func (p *printer) string(s string) {
	for i := range len(s) {
		if c := s[i]; c == '"' || c == '\\' || c < ' ' || c > '~' {
			p.failed = true
		}
	}
	p.text = append(append(append(p.text, '"'), s...), '"')
}

func (p *printer) date(name string, d date.Date) {
	p.field(name)
	year, month, day := d.Date()
	p.failed = p.failed || year < 0 || year > 9999
	p.text = append(p.text, '"',
		byte('0'+year/1000%10), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10), '-',
		byte('0'+month/10), byte('0'+month%10), '-', byte('0'+day/10), byte('0'+day%10), '"')
}

func (p *printer) given(name string, d date.Date) {
	if d != 0 {
		p.date(name, d)
	}
}

func (p *printer) whole(name string, n int) {
	p.field(name)
	p.text = strconv.AppendInt(p.text, int64(n), 10)
}

func (p *printer) counted(name string, n int) {
	if n != 0 {
		p.whole(name, n)
	}
}

// deadline writes the fields of a deadline.
func (p *printer) deadline(d *gdpr.Deadline) {
	p.date("event", d.Event)
	p.field("term")
	p.text = append(p.text, '{')
	p.whole("n", d.Term.N)
	p.field("unit")
	p.string(d.Term.Unit.String())
	if d.Term.Counting != 0 {
		p.field("counting")
		p.string(d.Term.Counting.String())
	}
	p.counted("part", d.Term.Part)
	p.text = append(p.text, '}')
	p.counted("paused", d.Paused)
	p.date("nominal", d.Nominal)
	p.date("due", d.Due)
	p.date("safe", d.Safe)
	if d.Steps != 0 {
		p.field("steps")
		p.text = append(p.text, '[')
		for s := gdpr.Steps(1); s != 0 && s <= d.Steps; s <<= 1 {
			if d.Steps&s != 0 {
				if p.text[len(p.text)-1] != '[' {
					p.text = append(p.text, ',')
				}
				p.string(s.String())
			}
		}
		p.text = append(p.text, ']')
	}
	if d.Provision != "" {
		p.field("provision")
		p.string(string(d.Provision))
	}
}

func (p *printer) plain(name string, d *gdpr.Deadline) {
	p.field(name)
	p.text = append(p.text, '{')
	p.deadline(d)
	p.text = append(p.text, '}')
}

// reply writes a deadline that more than one rule sets.
func (p *printer) reply(name string, d *rights.Deadline) {
	p.field(name)
	p.text = append(p.text, '{')
	p.deadline(&d.Deadline)
	if !d.Own.IsZero() {
		p.plain("own", &d.Own)
	}
	if !d.Municipal.IsZero() {
		p.plain("municipal", &d.Municipal)
	}
	p.plain("gdpr", &d.GDPR)
	p.text = append(p.text, '}')
}

// timeline writes the output of rights.timeline.
func (p *printer) timeline(t *timelineOutput) {
	p.text = append(p.text, '{')
	p.reply("reply", &t.Reply)
	p.plain("notice", &t.Notice)
	p.plain("refusal", &t.Refusal)
	p.reply("extended", &t.Extended)
	if !t.Promise.IsZero() {
		p.plain("promise", &t.Promise)
	}
	p.given("told", t.Told)
	p.date("received", t.Received)
	p.given("replied", t.Replied)
	p.given("refused", t.Refused)
	p.given("stopped", t.Stopped)
	p.given("ended", t.Ended)
	if t.Police {
		p.field("police")
		p.text = append(p.text, "true"...)
	}
	p.counted("paused", t.Paused)
	p.given("waiting", t.Waiting)
	p.counted("counted", t.Counted)
	p.reply("in_force", &t.InForce)
	if t.Status != nil {
		p.field("status")
		p.text = append(p.text, '{')
		p.field("state")
		p.string(t.Status.State.String())
		p.whole("days", t.Status.Days)
		p.whole("counted", t.Status.Counted)
		p.text = append(p.text, '}')
	}
	p.text = append(p.text, '}')
}

// fastTimeline is rights.timeline for the inputs that the scanner reads: the same
// output, to the byte, in a tenth of the time.
func fastTimeline(input []byte) ([]byte, bool) {
	var in requestInput
	s := scanner{text: input}
	if !s.requestInput(&in) {
		return nil, false
	}
	out, err := timeline(in)
	if err != nil {
		return nil, false
	}
	p := printer{text: make([]byte, 0, 2048)}
	p.timeline(&out)
	return p.text, !p.failed
}
