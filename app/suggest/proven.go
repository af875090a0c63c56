package suggest

import (
	_ "embed"
	"fmt"
	"strings"

	"standpoint/app/suggest/learn"
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

// provenShares are how sure proposals are by what was proved: mentions and positions by the tenths of their rules, statements by their
// traits.
type provenShares struct {
	tenths  map[provenKey]float64
	weights map[string]float64 // by the traits' names, what each adds to the logarithm of the odds; none: of no statement it is known
}

var proven = readProven(provenFile)

// wordWeight begins a line of proven.txt that tells of a trait.
const wordWeight = "weight"

// readProven reads lines of kind, rule, tenth, confidence and of how many that is known; or, after “weight”, of a trait, how much it
// weighs, and how many statements have it.
func readProven(file string) provenShares {
	all := provenShares{map[provenKey]float64{}, map[string]float64{}}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var k provenKey
		var value float64
		var of int
		var err error
		if rest, isWeight := strings.CutPrefix(line, wordWeight+" "); isWeight {
			var trait string
			_, err = fmt.Sscan(rest, &trait, &value, &of)
			all.weights[trait] = value
		} else {
			_, err = fmt.Sscan(line, &k.kind, &k.rule, &k.tenth, &value, &of)
			all.tenths[k] = value
		}
		if err != nil {
			panic(fmt.Sprintf("proven.txt: %q: %v", line, err)) // it is within the program
		}
	}
	return all
}

// ShareBy is the share that is right of statements with some traits, by what each adds to the logarithm of the odds.
func ShareBy(weights map[string]float64, traits []Trait) float64 {
	odds := weights[TraitAny]
	for _, t := range traits {
		odds += weights[t.Name] * t.Value
	}
	return learn.Share(odds)
}

// Tenth is in which tenth a confidence of 0 to 1 lies, from 0 to 9.
func Tenth(confidence float64) int {
	const tenths, tiny = 10, 1e-9
	return min(max(int(confidence*tenths+tiny), 0), tenths-1)
}

// confidence is how sure a proposal of a document is: as those like it proved to be, else as its rule says.
func (r *Reader) confidence(d *document, p *Proposal) float64 {
	switch {
	case r.Unproven:
	case p.Kind == store.KindStatement && len(proven.weights) > 0:
		return atLeastQuoted(ShareBy(proven.weights, TraitsOf(p, d.language())), p.Said.Quotation)
	default:
		if confidence, ok := proven.tenths[provenKey{p.Kind, p.Rule, Tenth(rounded(p.Confidence))}]; ok {
			return confidence
		}
	}
	return p.Confidence
}

// leastQuoted is from which share on a quotation is said to be right as often as not.
const leastQuoted = 0.35

// atLeastQuoted is how sure a statement is said to be that proved right in a share of cases. Words in quotation marks are somebody's,
// though it is not sure whose: what is right nearly as often as not is said to be right as often, so that no quotation is passed over for
// a doubt about who speaks.
func atLeastQuoted(share float64, q store.Quotation) float64 {
	if q == store.QuotationIndirect || share < leastQuoted {
		return share
	}
	return max(share, half)
}
