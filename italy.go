package gdpr

import "time"

// Italy returns the calendar of an Italian public body, for the years 1986 to
// 9999: the national holidays, each from the year of its law. It begins with
// 1986, the first year of the list as it is today but for three later laws.
//
// Two days are often missed or doubted: 4 October is a holiday again from 2026
// on, by a law of 2025, and falls on a working day for the first time in 2027;
// 2 June is one again from 2001. Good Friday, 2 November, 24 and 31 December
// are working days, and so, for legal terms, is the patron's day of a town.
//
// Law: Reg. 1182/71 2(1); L. 260/1949 2; L. 54/1977 1; D.P.R. 792/1985 1; L. 336/2000 1; L. 151/2025 1.
func Italy() Calendar { return Calendar{italy} }

// Rome returns the calendar of Roma Capitale: [Italy] and 29 June, Saints Peter
// and Paul, a holiday by law for that city alone. It moves terms.
//
// Law: D.P.R. 792/1985 1; Cass. 17079/2007; Cass. 5895/2015.
func Rome() Calendar { return Calendar{rome} }

// Bolzano returns the calendar of the province of Bolzano: [Italy] and Whit
// Monday, a holiday by provincial law from 1993 on. Whether it is a public holiday
// for European terms is unsettled: Due moves off it, Safe never does. The law's
// text could not be read: it is of October 1992.
//
// Law: Reg. 1182/71 2(1); L.P. Bolzano 36/1992.
func Bolzano() Calendar { return Calendar{bolzano} }

var (
	italy   = index(1986, 9999, italian)
	rome    = index(1986, 9999, append(italian[:len(italian):len(italian)], peterAndPaul))
	bolzano = index(1986, 9999, append(italian[:len(italian):len(italian)], whitMonday))
)

var italian = []HolidayRule{
	{Name: Text{"Capodanno", "New Year's Day"}, Law: "L. 260/1949 2", Month: time.January, Day: 1},
	{Name: Text{"Epifania", "Epiphany"}, Law: "D.P.R. 792/1985 1", Month: time.January, Day: 6, From: 1986},
	{Name: Text{"Lunedì dell'Angelo", "Easter Monday"}, Law: "L. 260/1949 2", Easter: 1},
	{Name: Text{"150° dell'Unità d'Italia", "150 years of Italian unity"}, Law: "D.L. 5/2011 1", Month: time.March, Day: 17, From: 2011, Until: 2011},
	{Name: Text{"Liberazione", "Liberation Day"}, Law: "L. 260/1949 2", Month: time.April, Day: 25},
	{Name: Text{"Festa del lavoro", "Labour Day"}, Law: "L. 260/1949 2", Month: time.May, Day: 1},
	{Name: Text{"Festa della Repubblica", "Republic Day"}, Law: "L. 200/1986 1", Month: time.June, Day: 2, From: 1986, Until: 1986},
	{Name: Text{"Festa della Repubblica", "Republic Day"}, Law: "L. 336/2000 1", Month: time.June, Day: 2, From: 2001},
	{Name: Text{"Assunzione (Ferragosto)", "Assumption Day"}, Law: "L. 260/1949 2", Month: time.August, Day: 15},
	{Name: Text{"San Francesco d'Assisi", "Saint Francis of Assisi"}, Law: "L. 151/2025 1", Month: time.October, Day: 4, From: 2026},
	{Name: Text{"Ognissanti", "All Saints"}, Law: "L. 260/1949 2", Month: time.November, Day: 1},
	{Name: Text{"Immacolata Concezione", "Immaculate Conception"}, Law: "L. 260/1949 2", Month: time.December, Day: 8},
	{Name: Text{"Natale", "Christmas Day"}, Law: "L. 260/1949 2", Month: time.December, Day: 25},
	{Name: Text{"Santo Stefano", "Saint Stephen"}, Law: "L. 260/1949 2", Month: time.December, Day: 26},
}

var (
	peterAndPaul = HolidayRule{Name: Text{"Santi Pietro e Paolo", "Saints Peter and Paul"}, Law: "D.P.R. 792/1985 1", Month: time.June, Day: 29, From: 1986}
	whitMonday   = HolidayRule{Name: Text{"Lunedì di Pentecoste", "Whit Monday"}, Law: "L.P. Bolzano 36/1992", Easter: 50, From: 1993, Unsettled: true}
)
