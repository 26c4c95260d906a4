package main

import (
	"encoding/json"
	"fmt"

	"github.com/b58db29f/gdpr/register/pdnd"
)

// values are those in the portal's page: a text each, or a list of them for a
// question that takes several.
type values map[string]value

type value []string

func (v *value) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*v = value{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(v))
}

// page is what the portal shows and sends.
type page struct {
	ID           string              `json:"id"`
	Visible      []string            `json:"visible"`
	HiddenValues map[string][]string `json:"hiddenValues,omitempty"`
	Sent         pdnd.Answers        `json:"sent"`
}

func (v *vector) page() (page, error) {
	own, _ := kind(v.Kind)
	m, found := pdnd.Find(own, v.Version)
	if !found {
		return page{}, fmt.Errorf("%s: no form %s %s", v.ID, own, v.Version)
	}
	var answers pdnd.Answers
	for q := range m.Questions() {
		if given, ok := (*v.Values)[q.ID()]; ok {
			answers = append(answers, pdnd.Answer{Question: q.ID(), Values: given})
		}
	}
	p := page{ID: v.ID, Visible: []string{}, Sent: m.Sent(answers)}
	for q := range m.Visible(answers) {
		p.Visible = append(p.Visible, q.ID())
		for value := range q.Values() {
			if q.Hides(value, answers) {
				if p.HiddenValues == nil {
					p.HiddenValues = map[string][]string{}
				}
				p.HiddenValues[q.ID()] = append(p.HiddenValues[q.ID()], value)
			}
		}
	}
	return p, nil
}
