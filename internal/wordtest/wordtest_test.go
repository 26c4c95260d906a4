// Package wordtest holds all enumerations of the library to one promise. It has
// no code but tests.
package wordtest

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// TestEnumerations goes through every enumeration of the library.
func TestEnumerations(t *testing.T) { all(t) }

type labelled interface{ Label(language.Tag) string }

var snake = regexp.MustCompile(`^[a-z0-9][a-z0-9()]*(_[a-z0-9]+)*$`)

// none is a number that no enumeration has.
const none = 200

func check[T interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
	gdpr.Enumeration[T]
	driver.Valuer
}, P interface {
	*T
	encoding.TextUnmarshaler
	sql.Scanner
}](t *testing.T, labels bool) {
	t.Helper()
	name := reflect.TypeFor[T]().String()
	t.Run(name, func(t *testing.T) {
		words, read := map[string]bool{}, map[string]bool{}
		for v := range gdpr.Values[T]() {
			require.True(t, v.Valid())
			word := v.String()
			require.Regexp(t, snake, word)
			require.False(t, words[word], "%s stands for two values", word)
			words[word] = true
			text, err := v.MarshalText()
			require.NoError(t, err)
			require.Equal(t, word, string(text))
			for _, form := range []string{word, strings.ReplaceAll(word, "_", " "), strings.ReplaceAll(word, "_", "-")} {
				back := T(none)
				require.NoError(t, P(&back).UnmarshalText([]byte(form)), form)
				require.Equal(t, v, back)
			}
			column(t, v, P(new(T)))
			for _, tag := range []language.Tag{language.Italian, language.English} {
				if !labels {
					break
				}
				label := any(v).(labelled).Label(tag)
				require.NotEmpty(t, label, word)
				require.NotContains(t, label, "."+word, "a key, not a name")
				require.False(t, read[tag.String()+label], "%q names two values", label)
				read[tag.String()+label] = true
				back, err := gdpr.ParseWord[T](" " + strings.ToUpper(label))
				require.NoError(t, err, label)
				require.Equal(t, v, back, label)
			}
		}
		require.GreaterOrEqual(t, len(words), 2)
		strangers[T, P](t, words)
	})
}

// strangers are what the enumeration doesn't have: a number, a word, a column.
func strangers[T interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
	gdpr.Enumeration[T]
	driver.Valuer
}, P interface {
	*T
	encoding.TextUnmarshaler
	sql.Scanner
}](t *testing.T, words map[string]bool) {
	stranger, zero := T(none), T(0)
	short := reflect.TypeFor[T]().Name()
	require.Equal(t, fmt.Sprintf("%s(%d)", short, none), stranger.String())
	require.False(t, stranger.Valid())
	_, err := stranger.MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = stranger.Value()
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = gdpr.ParseWord[T]("no such word")
	require.ErrorIs(t, err, gdpr.FaultName)
	for _, v := range []T{zero, stranger} {
		if l, ok := any(v).(labelled); ok && !v.Valid() {
			require.Empty(t, l.Label(language.Italian))
			require.Empty(t, l.Label(language.English))
		}
	}
	if !zero.Valid() {
		require.Empty(t, zero.String())
	}
	one := T(1)
	var in *gdpr.InputError
	require.ErrorAs(t, P(&one).UnmarshalText([]byte("no such word")), &in)
	require.Equal(t, gdpr.FaultName, in.Fault)
	for word := range words {
		require.Contains(t, in.Other, word)
	}
	require.ErrorIs(t, P(&one).Scan(int64(1)), gdpr.FaultSyntax)
	require.ErrorIs(t, P(&one).Scan("no such word"), gdpr.FaultName)
	require.Equal(t, T(1), one, "an error leaves the value as it was")
	require.NoError(t, P(&one).UnmarshalText(nil))
	require.Equal(t, zero, one, "no word is the zero value")
	one = T(1)
	require.NoError(t, P(&one).Scan(nil))
	require.Equal(t, zero, one, "so is a null")
}

// column reads back what a value is written as in a database.
func column[V driver.Valuer](t *testing.T, v V, read sql.Scanner) {
	stored, err := v.Value()
	require.NoError(t, err)
	forms := []any{stored}
	if text, ok := stored.(string); ok {
		forms = append(forms, []byte(text))
	} else {
		require.Nil(t, stored)
		require.True(t, reflect.ValueOf(v).IsZero())
	}
	for _, form := range forms {
		require.NoError(t, read.Scan(form))
		require.Equal(t, v, reflect.ValueOf(read).Elem().Interface())
	}
}

func set[T interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
	Values() iter.Seq[T]
	All() iter.Seq[T]
	String() string
	Label(language.Tag) string
	driver.Valuer
}, P interface {
	*T
	json.Unmarshaler
	sql.Scanner
}](t *testing.T) {
	t.Helper()
	t.Run(reflect.TypeFor[T]().String(), func(t *testing.T) {
		every, n := T(0), 0
		for one := range every.Values() {
			every |= one
			n++
			require.Regexp(t, snake, one.String())
			require.NotEmpty(t, one.Label(language.Italian))
			require.NotEmpty(t, one.Label(language.English))
		}
		require.GreaterOrEqual(t, n, 2)
		require.Equal(t, slices.Collect(every.Values()), slices.Collect(every.All()))
		// Every value of a small set; of a large one those of few members.
		wide := uint64(every) >= 1<<15
		for s := T(0); ; s++ {
			if wide && uint64(s) > 1<<12 {
				break
			}
			if s&^every == 0 {
				text, err := json.Marshal(s)
				require.NoError(t, err)
				for _, form := range []string{string(text), strings.ReplaceAll(string(text), "_", " ")} {
					back := ^s
					require.NoError(t, P(&back).UnmarshalJSON([]byte(form)))
					require.Equal(t, s, back)
				}
				column(t, s, P(new(T)))
			}
			if s == ^T(0) {
				break
			}
		}
		v := T(1)
		require.ErrorIs(t, P(&v).UnmarshalJSON([]byte(`["no such word"]`)), gdpr.FaultName)
		require.ErrorIs(t, P(&v).UnmarshalJSON([]byte(`[""]`)), gdpr.FaultName)
		require.ErrorIs(t, P(&v).UnmarshalJSON([]byte(`"x"`)), gdpr.FaultSyntax)
		require.ErrorIs(t, P(&v).Scan(1.5), gdpr.FaultSyntax)
		require.Equal(t, T(1), v, "an error leaves the set as it was")
		require.Empty(t, T(0).String())
		require.Empty(t, T(0).Label(language.Italian))
	})
}
