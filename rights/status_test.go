package rights_test

import (
	"encoding/json"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestStatus walks a request, received on 2 March 2026 and due on 1 April,
// through all its states, with the sign of the days one day on either side.
func TestStatus(t *testing.T) {
	var (
		received = day("2026-03-02")
		due      = day("2026-04-01")
		extended = day("2026-06-01")
		told     = []rights.Extension{{Told: day("2026-03-20"), Reasons: "x"}}
		waiting  = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-04"), Prompt: gdpr.Yes}}
		waited   = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-04"), Answered: day("2026-03-16"), Prompt: gdpr.Yes}}
	)
	for _, c := range []struct {
		name    string
		request rights.Request
		on      date.Date
		want    rights.Status
	}{
		{"the day before receipt", rights.Request{}, received - 1, rights.Status{State: rights.NotReceived, Days: 31}},
		{"the day of receipt", rights.Request{}, received, rights.Status{State: rights.Running, Days: 30}},
		{"the last day", rights.Request{}, due, rights.Status{State: rights.Running, Days: 0, Counted: 30}},
		{"a day late", rights.Request{}, due + 1, rights.Status{State: rights.Overdue, Days: -1, Counted: 31}},

		{"extended", rights.Request{Extensions: told}, due + 1, rights.Status{State: rights.Prolonged, Days: 60, Counted: 31}},
		{"the last extended day", rights.Request{Extensions: told}, extended, rights.Status{State: rights.Prolonged, Days: 0, Counted: 91}},
		{"extended and late", rights.Request{Extensions: told}, extended + 1, rights.Status{State: rights.Overdue, Days: -1, Counted: 92}},

		{"the day before the question", rights.Request{Pauses: waiting}, day("2026-03-03"), rights.Status{State: rights.Running, Days: 29, Counted: 1}},
		{"the day of the question", rights.Request{Pauses: waiting}, day("2026-03-04"), rights.Status{State: rights.Paused, Days: 28, Counted: 2}},
		{"long after the question", rights.Request{Pauses: waiting}, day("2026-12-04"), rights.Status{State: rights.Paused, Days: 28, Counted: 2}},
		{"extended and paused", rights.Request{Pauses: waiting, Extensions: told}, day("2026-12-04"), rights.Status{State: rights.Paused, Days: 89, Counted: 2}},

		{"after the pause", rights.Request{Pauses: waited}, day("2026-03-16"), rights.Status{State: rights.Running, Days: 28, Counted: 2}},

		{"answered on the last day", rights.Request{Replied: due}, due, rights.Status{State: rights.Answered, Days: 0, Counted: 30}},
		{"and long after", rights.Request{Replied: due}, due + 400, rights.Status{State: rights.Answered, Days: 0, Counted: 30}},
		{"the day before the reply", rights.Request{Replied: due}, due - 1, rights.Status{State: rights.Running, Days: 1, Counted: 29}},
		{"answered a day late", rights.Request{Replied: due + 1}, due + 2, rights.Status{State: rights.AnsweredLate, Days: -1, Counted: 31}},
		{"answered in the extended term", rights.Request{Replied: due + 1, Extensions: told}, due + 2, rights.Status{State: rights.Answered, Days: 60, Counted: 31}},
		{"answered in a pause", rights.Request{Pauses: waiting, Replied: day("2026-05-20")}, day("2026-05-20"), rights.Status{State: rights.Answered, Days: 28, Counted: 2}},

		{"refused on the last day", rights.Request{Refusal: rights.Refusal{Sent: due}}, due, rights.Status{State: rights.Refused, Days: 0, Counted: 30}},
		{"the day before the refusal", rights.Request{Refusal: rights.Refusal{Sent: due}}, due - 1, rights.Status{State: rights.Running, Days: 1, Counted: 29}},
		{"refused a day late", rights.Request{Refusal: rights.Refusal{Sent: due + 1}}, due + 9, rights.Status{State: rights.RefusedLate, Days: -1, Counted: 31}},
		{"refused in the extended term", rights.Request{Refusal: rights.Refusal{Sent: due + 1}, Extensions: told}, due + 9, rights.Status{State: rights.RefusedLate, Days: -1, Counted: 31}},
		{"granted and refused in part", rights.Request{Replied: due, Refusal: rights.Refusal{Sent: due - 1}}, due, rights.Status{State: rights.Answered, Days: 0, Counted: 30}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.request.Received = received
			require.Equal(t, c.want, timeline(t, c.request, gdpr.Italy()).Status(c.on))
		})
	}
}

// TestPausedDaysOfTheEarlierRule: what remains is counted to the day on which
// the days of the earlier rule run out, not to the one to which it moves.
func TestPausedDaysOfTheEarlierRule(t *testing.T) {
	waiting := []rights.Pause{{Cause: rights.Identification, Asked: day("2026-02-28"), Prompt: gdpr.Yes}}
	got := timeline(t, rights.Request{Received: day("2026-01-31"), Pauses: waiting}, gdpr.Italy())
	require.Equal(t, rights.Status{State: rights.Paused, Days: 0, Counted: 28}, got.Status(day("2026-05-01")))
}

func TestStateOpen(t *testing.T) {
	for s, open := range map[rights.State]bool{
		0: false, rights.NotReceived: false, rights.Running: true, rights.Prolonged: true, rights.Paused: true, rights.Overdue: true,
		rights.Answered: false, rights.AnsweredLate: false, rights.Refused: false, rights.RefusedLate: false,
	} {
		require.Equal(t, open, s.Open(), s)
	}
}

// enumeration is what every enumeration of the package can do.
type enumeration interface {
	comparable
	String() string
	MarshalText() ([]byte, error)
}

func words[E enumeration, P interface {
	*E
	UnmarshalText([]byte) error
}](t *testing.T, outside E, want ...string) {
	t.Helper()
	seen := map[E]bool{}
	for _, word := range append([]string{""}, want...) {
		var e E
		require.NoError(t, P(&e).UnmarshalText([]byte(word)))
		require.Equal(t, word, e.String())
		text, err := e.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		seen[e] = true
	}
	require.Len(t, seen, len(want)+1)
	require.False(t, seen[outside])
	_, err := outside.MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	var e E
	require.ErrorIs(t, P(&e).UnmarshalText([]byte("xyz")), gdpr.FaultName)
}

func TestWords(t *testing.T) {
	words(t, rights.Right(9), "access", "rectification", "erasure", "restriction", "portability", "objection", "human_decision", "withdrawal")
	words(t, rights.Channel(7), "counter", "post", "spoken", "email", "pec", "portal")
	words(t, rights.Form(5), "written", "electronic", "structured", "oral")
	words(t, rights.Cause(3), "identification", "clarification")
	words(t, rights.State(11), "not_received", "running", "extended", "paused", "overdue", "answered", "answered_late", "refused", "refused_late", "closed")
	words(t, rights.Duty(12), "cooperate", "stop_processing", "tell_restricted", "tell_before_lifting", "tell_controllers", "tell_recipients", "name_recipients", "answer_garante", "obey_garante", "erase_withdrawn", "transmit")
	words(t, rights.ConsentState(4), "none", "given", "withdrawn")
}

func TestLabels(t *testing.T) {
	for r := rights.ToAccess; r <= rights.ToWithdraw; r++ {
		requireBoth(t, "rights.right."+r.String(), r.Label)
	}
	for s := rights.NotReceived; s <= rights.RefusedLate; s++ {
		requireBoth(t, "rights.state."+s.String(), s.Label)
	}
	for d := rights.Cooperate; d <= rights.ObeyGarante; d++ {
		requireBoth(t, "rights.duty."+d.String(), d.Label)
	}
	require.Equal(t, "cancellazione", rights.ToErasure.Label(language.Italian))
	require.Equal(t, "evasa in ritardo", rights.AnsweredLate.Label(language.Italian))
}

// requireBoth asserts that something has a text in each of the two languages.
func requireBoth(t *testing.T, key string, text func(language.Tag) string) {
	t.Helper()
	require.NotEqual(t, key, text(language.Italian))
	require.NotEqual(t, key, text(language.English))
	require.NotEqual(t, text(language.Italian), text(language.English), key)
}

func TestForm(t *testing.T) {
	for _, c := range []struct {
		name    string
		request rights.Request
		want    rights.Form
	}{
		{"nothing known", rights.Request{}, rights.Written},
		{"desk", rights.Request{Channel: rights.Counter}, rights.Written},
		{"post", rights.Request{Channel: rights.Post}, rights.Written},
		{"spoken", rights.Request{Channel: rights.Spoken}, rights.Written},
		{"e-mail", rights.Request{Channel: rights.Email}, rights.Electronic},
		{"PEC", rights.Request{Channel: rights.PEC}, rights.Electronic},
		{"portal", rights.Request{Channel: rights.Portal}, rights.Electronic},
		{"unknown channel", rights.Request{Channel: rights.Portal + 1}, rights.Written},
		{"paper by PEC", rights.Request{Channel: rights.PEC, Asked: rights.Written}, rights.Written},
		{"electronic by post", rights.Request{Channel: rights.Post, Asked: rights.Electronic}, rights.Electronic},
		{"oral, known", rights.Request{Channel: rights.PEC, Asked: rights.Oral, Identified: gdpr.Yes}, rights.Oral},
		{"oral, unknown", rights.Request{Channel: rights.PEC, Asked: rights.Oral}, rights.Electronic},
		{"oral, not identified", rights.Request{Channel: rights.Spoken, Asked: rights.Oral, Identified: gdpr.No}, rights.Written},
		{"portability", rights.Request{Right: rights.ToPortability, Asked: rights.Written}, rights.Structured},
	} {
		require.Equal(t, c.want, c.request.Form(), c.name)
	}
}

func TestStatusJSON(t *testing.T) {
	data, err := json.Marshal(rights.Status{State: rights.AnsweredLate, Days: -3, Counted: 33})
	require.NoError(t, err)
	require.JSONEq(t, `{"state": "answered_late", "days": -3, "counted": 33}`, string(data))
}
