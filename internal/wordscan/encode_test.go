package wordscan

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEncoding reads machines back as they were, and refuses what is none.
func TestEncoding(t *testing.T) {
	want, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(t, err)
	data, err := want.AppendBinary([]byte("x"))
	require.NoError(t, err)
	data = data[1:]
	got, err := Load(string(data))
	require.NoError(t, err)
	again, err := got.AppendBinary(nil)
	require.NoError(t, err)
	require.Equal(t, data, again)
	sample := text(t)[:64<<10]
	require.Equal(t, Scan(want, sample), Scan(got, sample))

	for _, damaged := range []string{"", "machine", string(data[:len(data)-1]), string(data) + "x", "\x01" + string(data[1:])} {
		_, err := Load(damaged)
		require.ErrorIs(t, err, errEncoding)
	}
}

// FuzzLoad reads what claims to be a machine.
func FuzzLoad(f *testing.F) {
	data, err := compile(f, "[x]\n+ a b ..2 <num>\n- c").AppendBinary(nil)
	require.NoError(f, err)
	f.Add(string(data[:len(data)-8]))
	f.Fuzz(func(t *testing.T, body string) {
		sum := checksum(body)
		var tail [8]byte
		for i := range tail {
			tail[i] = byte(sum >> (8 * i))
		}
		if m, err := Load(body + string(tail[:])); err == nil {
			_, err := m.AppendBinary(nil)
			require.NoError(t, err)
		}
	})
}

// TestLoadIsLight: reading a machine takes memory for its tables, less than a
// megabyte for the rules on notices.
func TestLoadIsLight(t *testing.T) {
	m, err := Compile(os.DirFS(ruleDir), "*.txt")
	require.NoError(t, err)
	data, err := m.AppendBinary(nil)
	require.NoError(t, err)
	text := string(data)
	r := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			if _, err := Load(text); err != nil {
				b.Fatal(err)
			}
		}
	})
	t.Logf("%d bytes written, %d read in %v", len(data), r.AllocedBytesPerOp(), r.NsPerOp())
	require.Less(t, r.AllocedBytesPerOp(), int64(1_000_000))
}
