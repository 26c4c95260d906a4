//go:build !desks

package functions

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/regolamento"
)

func regolamentoFunctions() []Function {
	return []Function{
		fn("regolamento.commas", "regolamento.Commas", func(None) (List[regolamento.Comma], error) {
			return listed(regolamento.Commas()), nil
		}),
		fn("regolamento.comma", "regolamento.Lookup", func(in struct {
			Provision gdpr.Provision `json:"provision" doc:"The comma: Regolamento 17(3)."`
			Lang
		}) (regolamento.Comma, error) {
			c, ok := regolamento.Lookup(in.Provision)
			if !ok {
				return c, missing("provision", in.Provision, "regolamento.commas")
			}
			return c, nil
		}),
		fn("regolamento.glossary", "regolamento.Glossary", func(None) (List[regolamento.Gloss], error) {
			return listed(regolamento.Glossary()), nil
		}),
		fn("regolamento.in_force", "regolamento.Resolution.InForce", func(in struct {
			Resolution regolamento.Resolution `json:"resolution"`
			Lang
		}) (regolamento.InForce, error) {
			f, err := in.Resolution.InForce()
			return f, gdpr.At("resolution", err)
		}),
	}
}
