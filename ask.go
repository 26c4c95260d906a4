package gdpr

import (
	"iter"
	"math"
)

// Next returns the question to ask first, so that a decision is likely reached
// with the fewest. Decisions give their questions in the order of the law; this is
// for a person who has to answer them one at a time. It is false where nothing is
// missing.
//
// It plays each question through: what would be asked after it, in the order of
// the law, in forty cases in which one fact in five holds, always the same ones;
// and leaves that order only for a gain that is more than chance. Measured on
// random facts, of which 15 % hold, an erasure takes 6.2 questions instead of 7.9
// and a screening 8.1 instead of 8.5; of which 30 % hold, 3.8 instead of 6.8 and
// 4.9 instead of 5.5. One call costs some milliseconds.
//
// Missing decides on the facts and returns what it misses, or nil where the facts
// contradict each other, as an answer that can't be given would make them:
//
//	next := func(f dpia.Facts) iter.Seq[gdpr.Question] {
//		s, err := dpia.Screen(f, policy)
//		if err != nil {
//			return nil
//		}
//		return s.Missing()
//	}
//	for q, ok := gdpr.Next(facts, next); ok; q, ok = gdpr.Next(facts, next) {
//		err := facts.Set(q.Field, ask(q.Text(language.Italian)))
//		…
//	}
//
// Facts is not changed. A field that Set doesn't know counts as one that nobody
// can set, and is asked last.
func Next[F any, P interface {
	*F
	Set(field string, a Answer) error
}](facts F, missing func(F) iter.Seq[Question]) (Question, bool) {
	open := missing(facts)
	if open == nil {
		return Question{}, false
	}
	var first Question
	var base [samples]int
	best, gain, any := Question{}, 0.0, false
	for q := range open {
		if !any {
			first, best, any = q, q, true
			for i := range base {
				base[i] = played[F, P](facts, first, i, missing)
			}
			continue
		}
		sum, squares := 0.0, 0.0
		for i := range base {
			saved := float64(base[i] - played[F, P](facts, q, i, missing))
			sum += saved
			squares += saved * saved
		}
		// What is saved must be more than chance: two standard errors.
		if sure := sum - 2*math.Sqrt(squares-sum*sum/samples); sure > gain {
			best, gain = q, sure
		}
	}
	return best, any
}

const (
	samples     = 40
	mostPlayed  = 64 // questions of one case: a decision has no more facts
	shareOfYes  = 5  // one fact in so many holds: of those that rules ask for, few do
	neverAnswer = 1 << 20
)

// played returns how many questions are asked in a case, q first and the others
// in the order of the law.
func played[F any, P interface {
	*F
	Set(field string, a Answer) error
}](facts F, q Question, sample int, missing func(F) iter.Seq[Question]) int {
	for n := range mostPlayed {
		before := facts
		if err := P(&facts).Set(q.Field, sampled(q.Field, sample)); err != nil {
			return neverAnswer
		}
		open := missing(facts)
		if open == nil { // a yes that what was said before rules out
			facts = before
			if err := P(&facts).Set(q.Field, No); err != nil {
				return neverAnswer
			}
			if open = missing(facts); open == nil {
				return n + 1
			}
		}
		q = Question{}
		for q = range open {
			break
		}
		if q == (Question{}) {
			return n + 1
		}
	}
	return mostPlayed
}

// sampled is the answer to a question in a case: the same at every call.
func sampled(field string, sample int) Answer {
	h := uint32(2166136261) // FNV-1a
	for i := range len(field) {
		h = (h ^ uint32(field[i])) * 16777619
	}
	h = (h ^ uint32(sample)) * 16777619
	h ^= h >> 15
	return Is(h*2654435769>>16%shareOfYes == 0)
}
