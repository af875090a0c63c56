package text

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// largestDiff is how many code points of both texts together are compared
// character by character: enough for some paragraphs, and little enough that no
// pair of texts takes long.
const largestDiff = 12_000

// Edit is what became of one body in another. It depends on nothing but the
// two texts.
type Edit struct {
	before, after *Body
	kept          []kept // in the order of both texts
}

// kept is a stretch that both texts have, at its places there.
type kept struct{ from, to, length int }

// NewEdit compares two bodies: what their beginnings and ends share, then lines
// that are the only ones of their wording in both, then characters (Myers 1986)
// between these. A stretch too large for that counts as replaced.
func NewEdit(before, after *Body) *Edit {
	e := &Edit{before: before, after: after}
	a, b := []rune(before.s), []rune(after.s)
	e.compare(a, b, 0, 0)
	e.kept = slid(e.kept, a, b)
	return e
}

// compare finds what a and b, which begin at from and to, share.
func (e *Edit) compare(a, b []rune, from, to int) {
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	e.keep(from, to, start)
	e.compareMiddle(a[start:len(a)-end], b[start:len(b)-end], from+start, to+start)
	e.keep(from+len(a)-end, to+len(b)-end, end)
}

func (e *Edit) compareMiddle(a, b []rune, from, to int) {
	switch {
	case len(a) == 0 || len(b) == 0:
	case len(a)+len(b) <= largestDiff:
		e.compareCharacters(a, b, from, to)
	default:
		e.compareLines(a, b, from, to)
	}
}

func (e *Edit) compareCharacters(a, b []rune, from, to int) {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // what comes out must not depend on how fast the machine is
	var shared []kept
	atA, atB := 0, 0
	for _, part := range d.DiffMainRunes(a, b, false) {
		length := utf8.RuneCountInString(part.Text)
		switch part.Type {
		case diffmatchpatch.DiffEqual:
			shared = append(shared, kept{atA, atB, length})
			atA, atB = atA+length, atB+length
		case diffmatchpatch.DiffDelete:
			atA += length
		case diffmatchpatch.DiffInsert:
			atB += length
		}
	}
	for _, k := range meant(shared, kept{from: len(a), to: len(b)}) {
		e.keep(from+k.from, to+k.to, k.length)
	}
}

// compareLines ties lines together that stand once in a and once in b, and
// compares what lies between. Without any, all is replaced.
func (e *Edit) compareLines(a, b []rune, from, to int) {
	pairs := sharedLines(a, b)
	if len(pairs) == 0 {
		return
	}
	doneA, doneB := 0, 0
	for _, p := range pairs {
		e.compareMiddle(a[doneA:p.from], b[doneB:p.to], from+doneA, to+doneB)
		e.keep(from+p.from, to+p.to, p.length)
		doneA, doneB = p.from+p.length, p.to+p.length
	}
	if doneA > 0 || doneB > 0 {
		e.compareMiddle(a[doneA:], b[doneB:], from+doneA, to+doneB)
	}
}

// sharedLines are the lines that a and b each have once, as many as stand in
// the same order in both.
func sharedLines(a, b []rune) []kept {
	inA, inB := uniqueLines(a), uniqueLines(b)
	var both []kept
	for line, from := range inA {
		if to, ok := inB[line]; ok && from >= 0 && to >= 0 {
			both = append(both, kept{from, to, len([]rune(line))})
		}
	}
	slices.SortFunc(both, func(p, q kept) int { return cmp.Compare(p.from, q.from) })
	return longestAscending(both)
}

// uniqueLines returns where each line begins; -1 for one that stands there
// twice. Empty lines are left out.
func uniqueLines(s []rune) map[string]int {
	lines := map[string]int{}
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && s[end] != '\n' {
			end++
		}
		if line := string(s[at:end]); line != "" {
			if _, twice := lines[line]; twice {
				lines[line] = -1
			} else {
				lines[line] = at
			}
		}
		at = end + 1
	}
	return lines
}

// longestAscending is the longest part of the pairs in which to ascends as from
// does (patience sorting).
func longestAscending(pairs []kept) []kept {
	var piles []int // the pair on top of each
	below := make([]int, len(pairs))
	for i, p := range pairs {
		n := sort.Search(len(piles), func(n int) bool { return pairs[piles[n]].to >= p.to })
		below[i] = -1
		if n > 0 {
			below[i] = piles[n-1]
		}
		if n == len(piles) {
			piles = append(piles, i)
		}
		piles[n] = i
	}
	chain := make([]kept, len(piles))
	if len(piles) == 0 {
		return nil
	}
	for n, i := len(piles)-1, piles[len(piles)-1]; n >= 0; n, i = n-1, below[i] {
		chain[n] = pairs[i]
	}
	return chain
}

// keep notes a stretch that both have; one that goes on where the last ended
// becomes part of it.
func (e *Edit) keep(from, to, length int) {
	if length == 0 {
		return
	}
	if n := len(e.kept); n > 0 {
		last := &e.kept[n-1]
		if last.from+last.length == from && last.to+last.length == to {
			last.length += length
			return
		}
	}
	e.kept = append(e.kept, kept{from, to, length})
}

// Position returns where what stands at pos of the body before, in code points,
// stands after the edit; for what was taken away, where it stood.
func (e *Edit) Position(pos int) int {
	i := sort.Search(len(e.kept), func(i int) bool { return e.kept[i].from > pos }) - 1
	if i < 0 {
		return 0
	}
	k := e.kept[i]
	return k.to + min(pos-k.from, k.length)
}

// Move returns the anchor to the same words in the body after the edit. It is
// false, and the anchor as it was, if the anchor names another body, if the edit
// changed or took away a word of it, if it made one of them longer ("Li", now
// "Lisbon"), or if it cannot be told where it went.
func (e *Edit) Move(a Anchor) (Anchor, bool) {
	if a.IsZero() || a.Body != e.before.Hash() {
		return a, false
	}
	spans := make([]Span, len(a.Quotes))
	for i, q := range a.Quotes {
		s, ok := e.moveSpan(q)
		if !ok {
			return a, false
		}
		spans[i] = s
	}
	moved, err := NewAnchor(e.after, spans...)
	if err != nil || len(moved.Quotes) != len(a.Quotes) {
		return a, false
	}
	for i, q := range moved.Quotes {
		if was := a.Quotes[i]; q.Exact != was.Exact || e.joined(was.Start, q.Start) || e.joined(was.End, q.End) {
			return a, false
		}
	}
	return moved, true
}

// joined reports whether letters stand on both sides of a place now that was the
// edge of a word before.
func (e *Edit) joined(before, after int) bool {
	return e.after.cutsWord(after) && !e.before.cutsWord(before)
}

// enoughAround is how many code points beside the words of an anchor must have
// stayed, so that they are not taken for others of the same letters.
const enoughAround = 16

func (e *Edit) moveSpan(q Quote) (Span, bool) {
	i := sort.Search(len(e.kept), func(i int) bool { return e.kept[i].from > q.Start }) - 1
	if i < 0 || q.End > e.kept[i].from+e.kept[i].length || !e.isSure(i, q.Len()) {
		return e.findQuote(q)
	}
	k := e.kept[i]
	return Span{Start: k.to + q.Start - k.from, End: k.to + q.End - k.from}, true
}

// isSure reports whether enough of a stretch stayed beside words of it, or little
// was changed around it.
func (e *Edit) isSure(i, length int) bool {
	atAnEnd := e.kept[i].from == 0 && e.kept[i].to == 0 || i == len(e.kept)-1 && e.kept[i].from+e.kept[i].length == e.before.length
	return atAnEnd || e.kept[i].length-length >= enoughAround || e.changedBeside(i) <= enoughAround/2
}

// changedBeside is how much was changed before or after a stretch, whichever is more.
func (e *Edit) changedBeside(i int) int {
	before, after := kept{}, kept{from: e.before.length, to: e.after.length}
	if i > 0 {
		before = e.kept[i-1]
	}
	if i+1 < len(e.kept) {
		after = e.kept[i+1]
	}
	return max(replaced(before, e.kept[i]), replaced(e.kept[i], after))
}

// findQuote looks for words that were moved about: they and what surrounds them must
// stand once in each text; failing that, they and what surrounds them on one side.
func (e *Edit) findQuote(q Quote) (Span, bool) {
	for _, around := range []struct{ before, after string }{{q.Before, q.After}, {q.Before, ""}, {"", q.After}} {
		phrase := around.before + q.Exact + around.after
		if len(around.before)+len(around.after) >= enoughAround && standsOnce(e.before.s, phrase) && standsOnce(e.after.s, phrase) {
			start := e.after.Position(strings.Index(e.after.s, phrase) + len(around.before))
			return Span{Start: start, End: start + q.Len()}, true
		}
	}
	return Span{}, false
}

func standsOnce(s, phrase string) bool {
	at := strings.Index(s, phrase)
	return at >= 0 && !strings.Contains(s[at+1:], phrase)
}
