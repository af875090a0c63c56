package store

import (
	"flag"
	"os"
	"strconv"
	"testing"
)

// `make test` tries each kind of case often enough to see it fail when it is wrong, and stays short. `make soak` tries
// them by the thousand, with the same code.

// Fewer lowers how many cases of a slow property are tried, unless the command line says how many.
func Fewer(t *testing.T, checks int) {
	t.Helper()
	const name = "rapid.checks"
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	if given {
		return
	}
	before := flag.Lookup(name).Value.String()
	set := func(value string) {
		if err := flag.Lookup(name).Value.Set(value); err != nil {
			t.Fatal(err)
		}
	}
	set(strconv.Itoa(checks))
	t.Cleanup(func() { set(before) })
}

// Cases is how many cases are tried: usual, unless a variable of the environment says another number.
func Cases(t *testing.T, variable string, usual int) int {
	t.Helper()
	given := os.Getenv(variable)
	if given == "" {
		return usual
	}
	n, err := strconv.Atoi(given)
	if err != nil || n < 1 {
		t.Fatalf("%s=%s is not a number of cases", variable, given)
	}
	return n
}
