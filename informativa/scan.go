package informativa

import (
	_ "embed"
	"iter"
	"slices"
	"sync"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

// Reading is what [Scan] finds in a text. The zero value is the reading of
// nothing.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
type Reading struct {
	// Language is that of the text. The rules read Italian and German
	// ([Language.Readable]): of a text in another language, what is missing says
	// nothing.
	Language Language `json:"language,omitzero"`
	// Also is the other language of a text that is Italian and says it in
	// that one besides, as notices of bilingual provinces do; else it is zero. If
	// it is German, both were read, and what either says is found.
	Also Language `json:"also,omitzero"`
	// Words counts the words of the text.
	Words int `json:"words"`
	// Invalid counts the bytes that are no UTF-8. They end words and hide
	// accents, so that a text in an older encoding is read in part.
	Invalid int `json:"invalid,omitzero"`

	Mailboxes []Mailbox    `json:"mailboxes,omitempty"` // in the order of the text
	Phones    []Phone      `json:"phones,omitempty"`
	Periods   []Period     `json:"periods,omitempty"`
	Citations []Citation   `json:"citations,omitempty"`
	Updates   []Update     `json:"updates,omitempty"`
	Repeals   []RepealedAt `json:"repeals,omitempty"` // acts that are no longer in force; articles are in Citations
	// Blanks are places that were to be filled in and aren't ("____", "[NOME
	// ENTE]", a label with nothing behind it), but for those that a person is
	// to fill in: to sign, or to say who he or she is.
	Blanks []Span `json:"blanks,omitempty"`

	evidence  [elementCount][]wordscan.Span
	following bool // are the articles that follow art. 15 cited with it?
	rights    bool // are the rights spoken of, not one by one?
	refers    bool // does the text say where more is to be read?
}

// Span is a place in the text that was scanned, in bytes: from Start to before
// End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Scan reads a notice in Italian or German, plain or Markdown, of any length, and
// returns which elements it has, where, and the values in it. Any bytes will do: what
// is no text is said in [Reading.Language].
//
// The rules on the language of notices by which it reads are in the directory
// rules, in files made to be read and changed by people who know law. They look
// for what a text says, word by word, and understand nothing: an element found
// may be wrong in fact, and of a notice unlike those that the rules were made
// with, expect one answer in thirty to be mistaken. TestAccuracy measures it.
//
// German is read as bodies in South Tyrol write it, alone or beside Italian, by
// rules of its own (rules/de), which a text without German neither loads nor runs.
// They were measured on far fewer notices than the Italian ones; rules/README.md
// tells on which. Citations, periods and days are the same values in both
// languages. A notice in Slovene or another language beside Italian is read in the
// Italian part alone.
//
// Case, line ends, the kind of apostrophes and the way accents are written
// don't matter. The time is linear in the length of the text, whatever it says.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func Scan[Text ~string | ~[]byte](text Text) Reading {
	rules := notices()
	var r Reading
	wordscan.Visit(rules.machine, text, func(found wordscan.Result) {
		r = read(text, rules, found)
		r.Language, r.Also = tell(found, len(text), r.own(), 0)
		if mayBeGerman(found, r.Language) {
			r = withGerman(text, found, r)
		}
	})
	return r
}

// read returns the reading by the rules of one language, which it doesn't tell.
func read[Text ~string | ~[]byte](text Text, rules *noticeRules, found wordscan.Result) Reading {
	notes := rules.notes()
	defer rules.rested.Put(notes)
	return values[Text]{text, rules, found, notes}.reading()
}

// reading returns what the values and what was found make.
func (v values[Text]) reading() Reading {
	r := Reading{Words: v.found.Words, Invalid: v.found.Invalid}
	r.Mailboxes = v.mailboxes()
	r.Phones = v.phones()
	r.Periods = v.periods()
	r.Citations = v.citations()
	r.Updates = v.updates()
	r.Repeals = v.repeals()
	for _, s := range apart(v.spans("blank")) {
		r.Blanks = append(r.Blanks, place(s))
	}
	v.evidence(&r)
	r.following = len(v.spans("layer.following")) > 0
	r.rights = len(v.spans("layer.rights")) > 0
	r.refers = len(v.spans("layer.whole")) > 0
	return r
}

// evidence enters where each element was found, all in one piece of memory.
func (v values[Text]) evidence(r *Reading) {
	n := 0
	for e := range Elements() {
		r.evidence[e] = apart(v.spans(e.String()))
		n += len(r.evidence[e])
	}
	all := make([]wordscan.Span, 0, n)
	for e := range Elements() {
		start := len(all)
		all = append(all, r.evidence[e]...)
		r.evidence[e] = slices.Clip(all[start:])
		if len(all) == start {
			r.evidence[e] = nil
		}
	}
}

// Has reports whether the text has the element.
func (r Reading) Has(e Element) bool {
	return e < elementCount && len(r.evidence[e]) > 0
}

// Evidence yields where the text says what e is about, in the order of the
// text; the places don't overlap.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (r Reading) Evidence(e Element) iter.Seq[Span] {
	if e >= elementCount {
		e = 0
	}
	return func(yield func(Span) bool) {
		for _, s := range r.evidence[e] {
			if !yield(place(s)) {
				return
			}
		}
	}
}

// Found yields the elements that the text has, in the order of [Elements].
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (r Reading) Found() iter.Seq[Element] {
	return func(yield func(Element) bool) {
		for e := range Elements() {
			if r.Has(e) && !yield(e) {
				return
			}
		}
	}
}

// place returns a span as the package has it.
func place(s wordscan.Span) Span { return Span{int(s.Start), int(s.End)} }

// apart keeps, of spans that overlap, the shortest: those that begin after the
// one before has ended. It writes over spans.
func apart(spans []wordscan.Span) []wordscan.Span {
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n == 0 || s.Start >= kept[n-1].End {
			kept = append(kept, s)
		}
	}
	return kept
}

// The machine of the rules, compiled by go generate: to read it takes a few
// milliseconds, once, where compiling would take a tenth of a second.
//
//go:embed rules/machine.bin
var machine string

// noticeRules is the machine of the rules, and its outputs by name.
type noticeRules struct {
	machine *wordscan.Machine
	outputs map[string]int
	signs   map[string][]byte // of German, in which a period also stands before its verb: what the words of a citation mean
	rested  sync.Pool         // of notes that no scan uses
}

// notices reads the machine, once.
var notices = sync.OnceValue(func() *noticeRules { return loadRules(machine) })

// loadRules reads a machine. The tests assert that it is that of the rules; if it
// weren't one, nothing would be found.
func loadRules(machine string) *noticeRules {
	m, err := wordscan.Load(machine)
	if err != nil {
		return &noticeRules{machine: new(wordscan.Machine)}
	}
	names := m.Outputs()
	outputs := make(map[string]int, len(names))
	for i, name := range names {
		outputs[name] = i
	}
	return &noticeRules{machine: m, outputs: outputs}
}

// notes returns notes in which what was written of other texts says nothing.
func (n *noticeRules) notes() *notes {
	if rested, ok := n.rested.Get().(*notes); ok {
		return rested
	}
	return new(notes)
}

// spans returns what was found for the output of that name.
func (n *noticeRules) spans(found wordscan.Result, output string) []wordscan.Span {
	i, known := n.outputs[output]
	if !known {
		return nil
	}
	return found.Found[i]
}
