package register

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Datum is what is known of one datum in a document that is to be published on
// the web site.
//
// Law: Regolamento 13(1); Regolamento 13(3); Regolamento 13(4); Regolamento 13(5); Codice 2-ter(3).
//
//facts:bits register.datum datum
//facts:from kind ordinary open free chaste
//facts:not further hardship
type Datum struct {
	Kind          Kind        `json:"kind,omitempty"`
	Duty          gdpr.Answer `json:"duty"`          // does a law, a regulation or a general administrative act provide that the document be published?
	Task          gdpr.Answer `json:"task"`          // if none does: is publishing it necessary for a task in the public interest given to the body?
	Told          gdpr.Answer `json:"told"`          // and was the Garante told at least ten days before it begins?
	Further       gdpr.Answer `json:"further"`       // and is it put into Amministrazione trasparente beyond the duties, where personal data are made anonymous?
	Necessary     gdpr.Answer `json:"necessary"`     // is the datum pertinent and not excessive for the aim of publishing?
	Hardship      gdpr.Answer `json:"hardship"`      // does it tell of somebody's economic or social hardship, as in a list of benefits?
	Indispensable gdpr.Answer `json:"indispensable"` // special or judicial: would nothing less do?
	Provided      gdpr.Answer `json:"provided"`      // special or judicial: does a law provide that it be disseminated?
}

// Publish tells whether the datum may be published ([Allowed]) or must be made
// unintelligible ([Forbidden]), with the rest of the document as it may be.
//
//   - An act provides for the publication, or it is necessary for a task of the
//     body; then the Garante is told ten days before, see [DisseminateFrom]. What
//     goes into Amministrazione trasparente beyond the duties is made anonymous.
//   - What isn't necessary is masked.
//   - Data on health, genetic and biometric data, and data on sex life are never
//     disseminated, nor is the hardship of anyone who gets a benefit.
//   - Other special data, and judicial data, only where that is indispensable and
//     a law provides for it.
//
// The municipal regulation bans health data alone; the Codice bans genetic and
// biometric data too, and the transparency decree those on sex life. A body's own
// regulation by itself is little to rest on: a law should give it the task. The
// Garante is told to have said so on 10 April 2025 (doc. 10140369, not read here).
//
// Law: Regolamento 10(3); Regolamento 11(2); Regolamento 13(1); Regolamento 13(3); Regolamento 13(4); Regolamento 13(5); Codice 2-ter(1-bis); Codice 2-ter(3); Codice 2-septies(8); D.Lgs. 33/2013 7-bis(1); D.Lgs. 33/2013 7-bis(3); D.Lgs. 33/2013 7-bis(4); D.Lgs. 33/2013 7-bis(6); D.Lgs. 33/2013 26(4); Garante 243/2014.
func (d Datum) Publish() Decision {
	f := d.said()
	if d.Duty == gdpr.Yes {
		f = f.With(kleene.Of(datumTask, datumTold, datumNotFurther), gdpr.Unknown)
	}
	ordinary, open := d.Kind == Ordinary, spreadable(d.Kind)
	if d.Kind != 0 {
		f = f.Put(datumOrdinary, gdpr.Is(ordinary)).Put(datumOpen, gdpr.Is(open)).Put(datumFree, gdpr.Is(d.Kind == Sexual || ordinary || open)).Put(datumChaste, gdpr.Is(d.Kind != Sexual))
	}
	if d.Kind != 0 && !open {
		f = f.With(kleene.Of(datumIndispensable, datumProvided), gdpr.Unknown)
	}
	return decide(onDatum, gdpr.Template, f)
}

// DisseminateFrom returns the first day on which data may be disseminated that the
// Garante was told of on a day, where no act provides for it: ten whole days lie
// between the two. Who counts the day of the telling, or takes "ten days before" as
// the tenth day, may be a day earlier; this one is safe on every reading.
//
// A day outside the years 1 to 9989 is a [*gdpr.InputError] with
// [gdpr.FaultRange].
//
// Law: Codice 2-ter(1-bis); Codice 2-ter(3); c.c. 2963.
func DisseminateFrom(told date.Date) (date.Date, error) {
	if told < 1 || told >= lastDay {
		return 0, &gdpr.InputError{Field: "told", Value: strconv.FormatInt(int64(told), 10), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9989-12-31"}
	}
	return told + 11, nil
}

// spreadable reports whether special or judicial data of the kind may be
// disseminated at all.
func spreadable(k Kind) bool {
	return k == Origin || k == Politics || k == Belief || k == Union || k == Criminal
}

// The facts of a datum. What the kind makes of it comes first: ordinary; special or
// judicial, and not banned; not banned by the Codice; not of sex life.
var datumRule = rule{
	questions: datumQuestions[:],
	grounds: []ground{
		{kleene.Of(datumOrdinary, datumDuty, datumNecessary, datumNotHardship), Allowed, why{"register.datum.ordinary", laws{"D.Lgs. 33/2013 7-bis(1)"}}},
		{kleene.Of(datumOrdinary, datumTask, datumTold, datumNotFurther, datumNecessary, datumNotHardship), Allowed, why{"register.datum.task", laws{"Codice 2-ter(3)"}}},
		{kleene.Of(datumOpen, datumDuty, datumNecessary, datumNotHardship, datumIndispensable, datumProvided), Allowed, why{"register.datum.indispensable", laws{"D.Lgs. 33/2013 7-bis(4)"}}},
	},
	wants: []want{
		{datumFree, why{"register.datum.banned", laws{"Codice 2-septies(8)"}}},
		{datumChaste, why{"register.datum.intimate", laws{"D.Lgs. 33/2013 7-bis(6)"}}},
		{datumDuty, why{"register.datum.dutiless", laws{"Codice 2-ter(3)"}}},
		{datumTold, why{"register.datum.untold", laws{"Codice 2-ter(3)"}}},
		{datumNotFurther, why{"register.datum.further", laws{"D.Lgs. 33/2013 7-bis(3)"}}},
		{datumNecessary, why{"register.datum.unnecessary", laws{"D.Lgs. 33/2013 7-bis(4)"}}},
		{datumNotHardship, why{"register.datum.hardship", laws{"D.Lgs. 33/2013 26(4)"}}},
		{datumIndispensable, why{"register.datum.dispensable", laws{"D.Lgs. 33/2013 7-bis(4)"}}},
		{datumProvided, why{"register.datum.unprovided", laws{"Codice 2-ter(3)"}}},
	},
	otherwise: why{"register.datum.banned", laws{"Codice 2-septies(8)"}},
}

// Place is a part of the web site on which documents are published. The zero
// value is not given.
type Place uint8

// The places.
//
//words:label register.place
const (
	TransparencySection Place = iota + 1 // transparency: Amministrazione trasparente
	NoticeBoard                          // board: albo pretorio on line
)

// Indexable tells whether search engines may index a document with data of these
// kinds: the transparency section's ordinary data, yes; special and judicial
// data, no; and nothing of the notice board, whose documents must not outlive
// their posting in a search engine. Without the place it is [gdpr.Unknown],
// unless the kinds alone forbid it.
//
// Law: Regolamento 13(6); Regolamento 14(1); D.Lgs. 33/2013 7-bis(1); D.Lgs. 33/2013 9(1); Garante 243/2014.
func (p Place) Indexable(kinds Kinds) gdpr.Answer {
	switch {
	case kinds.Special() || kinds.Has(Criminal) || p == NoticeBoard:
		return gdpr.No
	case p == TransparencySection:
		return gdpr.Yes
	}
	return gdpr.Unknown
}
