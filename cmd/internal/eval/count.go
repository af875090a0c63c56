package main

import (
	"fmt"
	"math"
	"slices"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// count is how many of what is written down were found, and how many of those proposed are right.
type count struct{ found, gold, right, proposed int }

func (c *count) hit() { c.found++; c.right++ }

// add adds what was counted since before.
func (c *count) add(now, before count) {
	c.found += now.found - before.found
	c.gold += now.gold - before.gold
	c.right += now.right - before.right
	c.proposed += now.proposed - before.proposed
}

// parties counts those who are written down and found in the same place.
func (c *count) parties(b *text.Body, written []gold.Party, found []suggest.Party) {
	c.gold += len(written)
	c.proposed += len(found)
	for _, g := range written {
		if sameSpeaker(b, []gold.Party{g}, found) {
			c.hit()
		}
	}
}

func (c count) recall() float64    { return share(c.found, c.gold) }
func (c count) precision() float64 { return share(c.right, c.proposed) }

func (c count) f1() float64 {
	p, r := c.precision(), c.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// cell is F1 and, in brackets, precision.
func (c count) cell() string {
	if c.gold == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s)", hundredths(c.f1()), hundredths(c.precision()))
}

func share(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(part) / float64(of)
}

func hundredths(f float64) string { return fmt.Sprintf("%.0f", 100*f) }

// part is a share as a cell; nothing if there is nothing of which it could be one.
func part(found, of int) string {
	if of == 0 {
		return "–"
	}
	return hundredths(share(found, of))
}

// judged is one proposal: what found it, how sure it was, and whether it is right.
type judged struct {
	kind       store.Kind
	rule       string
	confidence float64
	right      bool
	traits     []suggest.Trait // of a statement
}

// statements are the judged ones that are statements, or those that are none.
func statements(all []judged, are bool) []judged {
	return slices.DeleteFunc(slices.Clone(all), func(j judged) bool { return (j.kind == store.KindStatement) != are })
}

// bins is into how many parts confidences are laid out.
const bins = 10

// calibrationError is how far confidences are from the shares that are right, weighed by how many there are.
func calibrationError(all []judged) float64 {
	var sure [bins + 1]float64
	var right, n [bins + 1]int
	for _, j := range all {
		bin := int(j.confidence * bins)
		sure[bin] += j.confidence
		n[bin]++
		if j.right {
			right[bin]++
		}
	}
	sum := 0.0
	for i := range n {
		sum += math.Abs(sure[i] - float64(right[i]))
	}
	if len(all) == 0 {
		return 0
	}
	return sum / float64(len(all))
}

// errorByChance is what the error is about if each is right as often as it says, and it is chance which are: the fewer there are, the
// more.
func errorByChance(all []judged) float64 {
	var spread [bins + 1]float64
	for _, j := range all {
		spread[int(j.confidence*bins)] += j.confidence * (1 - j.confidence)
	}
	sum := 0.0
	for _, s := range spread {
		sum += math.Sqrt(s * 2 / math.Pi) // the mean distance from its mean of what is distributed normally
	}
	return sum / float64(max(len(all), 1))
}

// surely is how sure a proposal is that is mostly taken without much looking.
const surely = 0.8

// nearlySure is how sure a proposal is that is recorded without being asked about, if nothing else is said.
const nearlySure = 0.9

// rightWhenSure is how many are right of those that are mostly taken without much looking, and how many these are.
func rightWhenSure(all []judged) (right, of int) { return rightWhen(all, surely) }

// rightWhen is how many are right of those that are so sure at least, and how many these are.
func rightWhen(all []judged, least float64) (right, of int) {
	for _, j := range all {
		if j.confidence < least {
			continue
		}
		of++
		if j.right {
			right++
		}
	}
	return right, of
}

// pair says that two belong together, by their places in their lists.
type pair struct{ gold, found int }
