package functions

import (
	"github.com/b58db29f/gdpr/rights"
)

// requestInput reads the input of rights.timeline, but for what few requests have:
// a refusal, an end, holidays of one's own.
func (s *scanner) requestInput(in *requestInput) bool {
	return s.object(func(s *scanner, name []byte) (int, bool) {
		switch string(name) {
		case "request":
			return 0, s.request(&in.Request)
		case "policy":
			return 1, s.policy(&in.Policy)
		case "on":
			return 2, s.date(&in.On)
		case "calendar":
			return 3, s.object(func(s *scanner, name []byte) (int, bool) {
				return 0, string(name) == "place" && s.enum(&in.Calendar.Place)
			})
		case "language":
			return 4, s.enum(&in.Language)
		}
		return 0, false
	}) && s.end()
}

func (s *scanner) policy(p *rights.Policy) bool {
	return s.object(func(s *scanner, name []byte) (int, bool) {
		switch string(name) {
		case "days":
			return 0, s.whole(&p.Days)
		case "by":
			return 1, s.string((*string)(&p.By))
		case "regime":
			return 2, s.enum(&p.Regime)
		}
		return 0, false
	})
}

func (s *scanner) request(r *rights.Request) bool {
	return s.object(func(s *scanner, name []byte) (int, bool) {
		switch string(name) {
		case "id":
			return 0, s.string(&r.ID)
		case "right":
			return 1, s.enum(&r.Right)
		case "also":
			return 2, s.list(func(s *scanner) bool {
				r.Also = append(r.Also, 0)
				return s.enum(&r.Also[len(r.Also)-1])
			})
		case "received":
			return 3, s.date(&r.Received)
		case "channel":
			return 4, s.enum(&r.Channel)
		case "asked":
			return 5, s.enum(&r.Asked)
		case "identified":
			return 6, s.answer(&r.Identified)
		case "pauses":
			return 7, s.list(func(s *scanner) bool {
				r.Pauses = append(r.Pauses, rights.Pause{})
				return s.pause(&r.Pauses[len(r.Pauses)-1])
			})
		case "extensions":
			return 8, s.list(func(s *scanner) bool {
				r.Extensions = append(r.Extensions, rights.Extension{})
				return s.extension(&r.Extensions[len(r.Extensions)-1])
			})
		case "replied":
			return 9, s.date(&r.Replied)
		case "stopped":
			return 10, s.date(&r.Stopped)
		case "police":
			return 11, s.answer(&r.Police)
		}
		return 0, false
	})
}

func (s *scanner) pause(p *rights.Pause) bool {
	return s.object(func(s *scanner, name []byte) (int, bool) {
		switch string(name) {
		case "cause":
			return 0, s.enum(&p.Cause)
		case "asked":
			return 1, s.date(&p.Asked)
		case "answered":
			return 2, s.date(&p.Answered)
		case "prompt":
			return 3, s.answer(&p.Prompt)
		}
		return 0, false
	})
}

func (s *scanner) extension(e *rights.Extension) bool {
	return s.object(func(s *scanner, name []byte) (int, bool) {
		switch string(name) {
		case "told":
			return 0, s.date(&e.Told)
		case "reasons":
			return 1, s.string(&e.Reasons)
		case "ground":
			return 2, s.enum(&e.Ground)
		}
		return 0, false
	})
}
