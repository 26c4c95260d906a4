package wordscan

import "slices"

// A Result is what a machine found in a text.
type Result struct {
	// Found holds, by output, where its patterns matched, in the order of
	// the ends. Spans of one output may overlap.
	Found [][]Span
	// Words counts the words of the text, those of no width too, and Marked,
	// by mark, those that bear a mark.
	Words  int
	Marked []int
	// Invalid counts the bytes that are no UTF-8, Control the control
	// characters that no text holds.
	Invalid, Control int
}

const (
	maxText  = 1<<32 - 1
	maxFound = 100 // of an output that isn't whole
)

// A Span is a place in the text, in bytes: from Start to before End.
type Span struct{ Start, End uint32 }

// Scan reads text once and returns what m finds in it. It takes time linear
// in the length of the text. Of an output that isn't whole it returns the first
// hundred places at most; of a text longer than 4 GiB it reads so much.
func Scan[Text ~string | ~[]byte](m *Machine, text Text) Result {
	var kept Result
	Visit(m, text, func(r Result) {
		kept = r
		kept.Found, kept.Marked = slices.Clone(r.Found), slices.Clone(r.Marked)
		for i, spans := range kept.Found {
			kept.Found[i] = append([]Span(nil), spans...)
		}
	})
	return kept
}

// Visit scans text as [Scan] does and hands what is found to visit, which may write
// over it but mustn't keep it: a later scan uses its memory.
func Visit[Text ~string | ~[]byte](m *Machine, text Text, visit func(Result)) {
	if limit := uint64(maxText); uint64(len(text)) > limit {
		text = text[:limit]
	}
	if len(m.states) == 0 {
		visit(Result{})
		return
	}
	w := m.work()
	r := reader[Text]{machine: m, text: text, work: w, fresh: true, tick: w.run.sentence, began: w.run.sentence}
	for more := true; more; {
		more = r.read()
		w.run.run(w.tokens[:r.n])
	}
	words := 0
	for _, n := range w.marked {
		words += n
	}
	visit(Result{Found: w.run.found(), Words: words, Marked: w.marked[1 : len(m.marks)+1], Invalid: r.invalid, Control: r.control})
	m.rest(w, r.tick)
}
