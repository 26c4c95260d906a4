package celbench

import (
	"testing"

	"github.com/google/cel-go/cel"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// indices are the regulation's six as CEL variables.
var indices = [6]string{"scoring", "sensitive", "large_scale", "matching", "vulnerable", "innovation"}

const twoOfSix = `(scoring ? 1 : 0) + (sensitive ? 1 : 0) + (large_scale ? 1 : 0) +
	(matching ? 1 : 0) + (vulnerable ? 1 : 0) + (innovation ? 1 : 0) >= 2`

func program(t testing.TB) cel.Program {
	t.Helper()
	var variables []cel.EnvOption
	for _, name := range indices {
		variables = append(variables, cel.Variable(name, cel.BoolType))
	}
	env, err := cel.NewEnv(variables...)
	require.NoError(t, err)
	ast, issues := env.Compile(twoOfSix)
	require.NoError(t, issues.Err())
	p, err := env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	require.NoError(t, err)
	return p
}

// facts returns one way of the six indices, for either side.
func facts(way int) (dpia.Facts, map[string]any) {
	is := func(i int) bool { return way>>i&1 == 1 }
	variables := map[string]any{}
	for i, name := range indices {
		variables[name] = is(i)
	}
	return dpia.Facts{
		Scoring: gdpr.Is(is(0)), HighlyPersonalData: gdpr.Is(is(1)), LargeScale: gdpr.Is(is(2)),
		Matching: gdpr.Is(is(3)), Vulnerable: gdpr.Is(is(4)), PreventsRight: gdpr.Is(is(5)),
	}, variables
}

func TestSameAnswers(t *testing.T) {
	p := program(t)
	for way := range 64 {
		f, variables := facts(way)
		s, err := dpia.Screen(f, dpia.Policy{})
		require.NoError(t, err)
		out, _, err := p.Eval(variables)
		require.NoError(t, err)
		require.Equal(t, out.Value(), s.Indices(dpia.Separate).Len() >= 2, "%+v", f)
	}
}

var sink dpia.Screening

func screen(b *testing.B) {
	b.ReportAllocs()
	f, _ := facts(5)
	for b.Loop() {
		sink, _ = dpia.Screen(f, dpia.Policy{})
	}
}

func evaluate(b *testing.B) {
	b.ReportAllocs()
	p := program(b)
	_, variables := facts(5)
	for b.Loop() {
		if _, _, err := p.Eval(variables); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScreen(b *testing.B) { screen(b) }

func BenchmarkCEL(b *testing.B) { evaluate(b) }

// TestRatio prints how many times as long the CEL program takes.
func TestRatio(t *testing.T) {
	ours, theirs := testing.Benchmark(screen), testing.Benchmark(evaluate)
	ratio := float64(theirs.NsPerOp()) / float64(max(1, ours.NsPerOp()))
	t.Logf("dpia.Screen %v %v; CEL %v %v; ratio %.1f", ours, ours.MemString(), theirs, theirs.MemString(), ratio)
	require.Greater(t, ratio, 1.0)
	require.Zero(t, ours.AllocsPerOp())
}
