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

// surely is how sure a proposal is that is mostly taken without much looking.
const surely = 0.8

// rightWhenSure is how many are right of those that are so sure, and how many these are.
func rightWhenSure(all []judged) (right, of int) {
	for _, j := range all {
		if j.confidence < surely {
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
