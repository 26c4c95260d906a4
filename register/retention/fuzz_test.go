package retention_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

// FuzzSweep: whatever the rule, the item and the day, nothing panics, the sweep
// says what the rule says, what is expired stays so, and a hold only ever stops a
// deletion.
func FuzzSweep(f *testing.F) {
	f.Add(10, uint8(6), int64(739000), int64(735000), false, uint8(1), int64(0), int64(0), "ref")
	f.Add(1, uint8(5), int64(739301), int64(739270), true, uint8(3), int64(739000), int64(739400), "")
	f.Add(0, uint8(0), int64(3652058), int64(3652058), false, uint8(0), int64(-5), int64(7), "x")
	f.Fuzz(func(t *testing.T, n int, unit uint8, on, event int64, unneeded bool, kind uint8, from, until int64, ref string) {
		r := retention.Rule{ID: "a", Event: "end", Period: gdpr.Term{N: n, Unit: gdpr.Unit(unit)}}
		s, err := retention.NewSchedule(r)
		if err != nil {
			return
		}
		w, err := s.On(date.Date(on))
		if err != nil {
			return
		}
		it := retention.Item{Rule: "a", Event: date.Date(event), Unneeded: unneeded}
		free := w.State(it)
		if d, err := r.Expiry(it.Event); err == nil && !unneeded && event > 0 {
			require.Equal(t, d.Due < date.Date(on), free == retention.Expired)
		}
		if next, err := s.On(date.Date(on) + 1); err == nil && free == retention.Expired {
			require.Equal(t, retention.Expired, next.State(it), "what is expired stays so")
		}
		it.Holds = []retention.Hold{{Kind: retention.HoldKind(kind), From: date.Date(from), Until: date.Date(until), Reference: ref}}
		held := w.State(it)
		require.Equal(t, held == retention.Held, free == retention.Expired && it.Holds[0].On(date.Date(on)))
		require.True(t, held == free || held == retention.Held)
		reasons := 0
		for r := range w.Reasons(it) {
			require.NotEmpty(t, r.String())
			reasons++
		}
		require.Equal(t, held == retention.Held, reasons == 2)
		require.Equal(t, held == retention.Expired || held == retention.Unjudged, len(w.Check(slices.Values([]retention.Item{it}))) == 1)
		retention.CheckHolds(it.Holds, date.Date(on))
	})
}

// FuzzRecording: Safe never comes after Due, both lie within a day of the time set
// or the law's, and the state follows them.
func FuzzRecording(f *testing.F) {
	f.Add(int64(1_780_000_000), uint8(1), int64(0), int64(0), 0, 0)
	f.Add(int64(1_774_700_000), uint8(2), int64(1_774_710_000), int64(1_774_990_000), 3, 100)
	f.Fuzz(func(t *testing.T, recorded int64, purpose uint8, from, until int64, days, hours int) {
		r := retention.Recording{Recorded: time.Unix(recorded, 0).In(rome(t)), Purpose: retention.Purpose(purpose)}
		if from != 0 {
			r.Closed = retention.Closure{From: time.Unix(from, 0), Until: time.Unix(until, 0)}
		}
		p := retention.Policy{VideoDays: days, VideoHours: hours, Reasons: "DPIA 3/2026"}
		d, err := r.Expiry(p)
		if err != nil {
			return
		}
		require.False(t, d.Safe.After(d.Due))
		require.True(t, d.Safe.After(r.Recorded))
		longest := time.Duration(max(7*24, days*24, hours)) * time.Hour // what the body set may be longer than the law's
		require.Less(t, d.Due.Sub(r.Recorded), longest+26*time.Hour)
		before, err := r.State(d.Safe.Add(-1), p)
		require.NoError(t, err)
		require.Equal(t, retention.Running, before)
		after, err := r.State(d.Due, p)
		require.NoError(t, err)
		require.Equal(t, retention.Expired, after)
	})
}

func TestJSON(t *testing.T) {
	for _, v := range []any{
		&retention.Rule{ID: "contracts", Text: "contracts", Period: term(10, gdpr.Years), Event: "end", Criterion: "c", Basis: "b", Fate: retention.Archive},
		&retention.Item{ID: "a", Rule: "history", Event: day(2026, 1, 31), Unneeded: true, Holds: []retention.Hold{{Kind: retention.Need, From: day(2026, 1, 1), Until: day(2026, 2, 1), Reference: "r"}}},
		&retention.Policy{VideoDays: 3, VideoHours: 48, Reasons: "r", LogMonths: 6},
		&retention.Recording{ID: "cam1", Recorded: time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC), Purpose: retention.OtherPurpose,
			Closed: retention.Closure{From: time.Date(2026, 5, 8, 14, 0, 0, 0, time.UTC), Until: time.Date(2026, 5, 11, 8, 0, 0, 0, time.UTC)},
			Holds:  []retention.Hold{{Kind: retention.Order}}},
		&retention.Rule{}, &retention.Item{Rule: "contracts"}, &retention.Recording{}, &retention.Hold{},
	} {
		data, err := json.Marshal(v)
		require.NoError(t, err)
		back := reflect.New(reflect.TypeOf(v).Elem())
		require.NoError(t, gdpr.Decode(data, back.Interface()), string(data))
		require.Equal(t, v, back.Interface(), string(data))
	}
}
