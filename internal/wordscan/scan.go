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
// in the length of the text, and memory for what it returns. Of an output that
// isn't whole it returns the first hundred places at most; of a text longer than
// 4 GiB it reads so much.
func Scan[Text ~string | ~[]byte](m *Machine, text Text) Result {
	if limit := uint64(maxText); uint64(len(text)) > limit {
		text = text[:limit]
	}
	if len(m.states) == 0 {
		return Result{}
	}
	r := newRun(m, len(text))
	reader := reader[Text]{machine: m, text: text, fresh: true, tick: firstTick, began: firstTick}
	for more := true; more; {
		more = reader.read()
		r.run(reader.tokens[:reader.n])
	}
	words := 0
	for _, n := range reader.marked {
		words += n
	}
	found := make([][]Span, len(r.heard))
	for i := range found {
		found[i] = r.heard[i].found
	}
	marked := reader.marked[1 : len(m.marks)+1]
	return Result{Found: found, Words: words, Marked: slices.Clone(marked), Invalid: reader.invalid, Control: reader.control}
}
