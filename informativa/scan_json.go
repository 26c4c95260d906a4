package informativa

import (
	"encoding/json"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

// plainReading is a reading as JSON has it: the elements found with their places,
// and what the checks of a first layer want to know.
type plainReading struct {
	reading
	Elements  map[Element][]Span `json:"elements,omitempty"`
	Rights    bool               `json:"rights,omitzero"`    // are the rights spoken of, not one by one?
	Refers    bool               `json:"refers,omitzero"`    // does the text say where more is to be read?
	Following bool               `json:"following,omitzero"` // are the articles after art. 15 cited with it?
}

// reading is a Reading without its methods.
type reading Reading

// MarshalJSON writes the reading whole: its fields, and under "elements" where
// each element was found.
func (r Reading) MarshalJSON() ([]byte, error) {
	p := plainReading{reading: reading(r), Rights: r.rights, Refers: r.refers, Following: r.following}
	for e := range r.Found() {
		if p.Elements == nil {
			p.Elements = make(map[Element][]Span)
		}
		for s := range r.Evidence(e) {
			p.Elements[e] = append(p.Elements[e], s)
		}
	}
	return json.Marshal(p)
}

// UnmarshalJSON reads what [Reading.MarshalJSON] writes.
func (r *Reading) UnmarshalJSON(data []byte) error {
	var p plainReading
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	*r = Reading(p.reading)
	r.rights, r.refers, r.following = p.Rights, p.Refers, p.Following
	for e, spans := range p.Elements {
		if !e.Valid() {
			continue
		}
		for _, s := range spans {
			r.evidence[e] = append(r.evidence[e], wordscan.Span{Start: uint32(s.Start), End: uint32(s.End)})
		}
	}
	return nil
}
