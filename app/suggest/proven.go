package suggest

import (
	_ "embed"
	"fmt"
	"strings"

	"standpoint/store"
)

// How sure rules proved to be on articles of which is written down what they hold.
//
//go:embed proven.txt
var provenFile string

// provenKey is a rule, and how sure it says it is.
type provenKey struct {
	kind  store.Kind
	rule  string
	tenth int
}

var proven = readProven(provenFile)

// readProven reads lines of kind, rule, tenth, confidence and of how many that is known.
func readProven(file string) map[provenKey]float64 {
	all := map[provenKey]float64{}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var k provenKey
		var confidence float64
		var of int
		if _, err := fmt.Sscan(line, &k.kind, &k.rule, &k.tenth, &confidence, &of); err != nil {
			panic(fmt.Sprintf("proven.txt: %q: %v", line, err)) // it is within the program
		}
		all[k] = confidence
	}
	return all
}

// Tenth is in which tenth a confidence of 0 to 1 lies, from 0 to 9.
func Tenth(confidence float64) int {
	const tenths, tiny = 10, 1e-9
	return min(max(int(confidence*tenths+tiny), 0), tenths-1)
}

// confidence is how sure a proposal is: as its rule proved to be, else as it says.
func (r *Reader) confidence(p Proposal) float64 {
	if confidence, ok := proven[provenKey{p.Kind, p.Rule, Tenth(rounded(p.Confidence))}]; ok && !r.Unproven {
		return confidence
	}
	return p.Confidence
}
