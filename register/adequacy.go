package register

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// decision is a decision of adequacy of the Commission: for a country, or for part
// of its recipients, from a day to another.
type decision struct {
	country string
	from    date.Date // first day; 0: since before the GDPR
	until   date.Date // last day; 0: none is set
	partial bool      // for some recipients alone
}

// decisions are the decisions of adequacy known as of [gdpr.LawAsOf]: the eleven
// that the Commission confirmed on 15 January 2024, and those made since the GDPR.
// The list was read in that of two authorities (Luxembourg, Bulgaria) and in the
// Commission's own; the renewal for the United Kingdom (19 December 2025) and the
// decision for Brazil (of January 2026) in several reports each, not in the
// Official Journal.
var decisions = [...]decision{
	{country: "AD"}, {country: "AR"}, {country: "CA", partial: true}, {country: "CH"}, {country: "FO"}, {country: "GG"},
	{country: "IL"}, {country: "IM"}, {country: "JE"}, {country: "NZ"}, {country: "UY"},
	{country: "JP", from: date.New(2019, time.January, 23), partial: true},
	{country: "GB", from: date.New(2021, time.June, 28), until: date.New(2031, time.December, 27)},
	{country: "KR", from: date.New(2021, time.December, 17)},
	{country: "US", from: date.New(2023, time.July, 10), partial: true},
	{country: "BR", from: date.New(2026, time.January, 27)},
}

// Adequate tells whether a decision of adequacy covers a country on a day:
// [gdpr.Yes] for the whole of it, [gdpr.Unknown] where it covers some recipients
// alone (firms under PIPEDA in Canada, business operators in Japan, organisations
// certified under the Data Privacy Framework in the United States), [gdpr.No] where
// none is known. Country is two letters (ISO 3166): "CH". The day 0 stands for
// [gdpr.LawAsOf].
//
// The decision for the United Kingdom ends on 27 December 2031 if it isn't
// renewed. That on the United States was upheld by the General Court on 3
// September 2025 (T-553/23); an appeal is pending, which suspends nothing.
//
// Law: GDPR 45(1); GDPR 45(3); GDPR 45(9).
func Adequate(country string, on date.Date) gdpr.Answer {
	if on == 0 {
		on = gdpr.LawAsOf()
	}
	for _, d := range decisions {
		if d.country == country && on >= d.from && (d.until == 0 || on <= d.until) {
			if d.partial {
				return gdpr.Unknown
			}
			return gdpr.Yes
		}
	}
	return gdpr.No
}

var (
	transferInadequate = find.Warning(CodeTransferInadequate, "GDPR 45(3)")
	transferPartial    = find.Warning(CodeTransferPartial, "GDPR 45(3)", "GDPR 5(2)")
)

// adequate checks a transfer that is said to rest on a decision of adequacy. Who
// says where it is documented that the recipient is one that a partial decision
// covers has answered, and where the template asks for documents of every transfer
// their lack is told once.
func (c *checker) adequate(t *Transfer, where string, own bool) {
	switch Adequate(t.Country, c.on) {
	case gdpr.No:
		c.add(transferInadequate, where, t.Country)
	case gdpr.Unknown:
		if blank(t.Documents) && !(own && c.policy.Regime.Has(gdpr.Template)) {
			c.add(transferPartial, where, t.Country)
		}
	}
}
