package control

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"standpoint/store/text"
)

// match is an item that fits what was typed.
type match struct {
	Item   Item
	Alias  string // the alias that fitted better than the name; empty for the name
	Marked []int  // which runes of the fitting name were typed, ascending
	Exact  bool   // the whole name was typed, but for case and accents
	Loose  bool   // the letters stand in the name in this order, but apart
}

// finder keeps the folded names, so that they are folded once and not at each letter.
type finder struct{ names map[string]foldedName }

// find returns the items whose name or an alias fits the query, best first: the
// whole name, then a name of which only the end of the last word is missing ("rus":
// Russia), then its beginning ("rus": Russian state media), then beginnings of its words
// in any order or a part of it, then its letters in order. Among those that fit equally
// well come first those that are Here, then those used last. Case, accents and other
// marks make no difference. An empty query returns all items in that order. At most
// limit are returned.
func (f finder) find(query string, items []Item, limit int) []match {
	if limit <= 0 {
		return nil
	}
	q := newTyped(query)
	best := make([]ranked, 0, min(limit, len(items))) // in order, never more than are asked for
	for i := range items {
		r := f.rank(q, &items[i], false)
		if r.fit >= fitNot {
			continue
		}
		if len(best) == limit {
			if compareRanked(&r, &best[limit-1]) >= 0 {
				continue
			}
			best = best[:limit-1]
		}
		at, _ := slices.BinarySearchFunc(best, r, func(a, b ranked) int {
			return cmp.Or(compareRanked(&a, &b), -1) // after those that fit equally well
		})
		best = slices.Insert(best, at, r)
	}
	matches := make([]match, len(best))
	for i := range best {
		r := f.rank(q, &best[i].Item, true)
		r.Exact, r.Loose = r.fit == fitExact && q.text != "", r.fit == fitLetters
		matches[i] = r.match
	}
	return matches
}

// typed is what was typed, without case and marks.
type typed struct {
	text    string
	parts   []string // between spaces
	letters string   // without spaces
}

func newTyped(query string) typed {
	folded := strings.TrimSpace(text.Fold(query))
	return typed{text: folded, parts: strings.Fields(folded), letters: strings.ReplaceAll(folded, " ", "")}
}

// compareRanked orders the better match before the other.
func compareRanked(a, b *ranked) int {
	return cmp.Or(
		cmp.Compare(rankOf(a.fit), rankOf(b.fit)),
		-compareBools(a.Item.Here, b.Item.Here),
		cmp.Compare(a.fit, b.fit),
		cmp.Compare(b.Item.Recent, a.Item.Recent),
		cmp.Compare(b.score, a.score),
		cmp.Compare(a.Item.Name, b.Item.Name),
	)
}

// How well a name fits; smaller is better.
const (
	fitExact      = iota
	fitUnfinished // all but the end of the last word
	fitBeginning
	fitWords
	fitPart
	fitLetters
	fitNot
)

// rankOf is how well a fit counts before it is looked at where an item stands and when
// it was used: the beginnings of words and a part of a name count alike.
func rankOf(fit int) int {
	if fit == fitPart {
		return fitWords
	}
	return fit
}

type ranked struct {
	match
	fit   int
	score int
}

// rank is how the item's name fits, or its best alias if that fits better. What was typed is marked if it is asked for: only
// the few need it that are shown.
func (f finder) rank(q typed, item *Item, mark bool) ranked {
	best := ranked{match: match{Item: *item}, fit: fitExact}
	if q.text == "" {
		return best
	}
	best.fit, best.score, best.Marked = f.fold(item.Name).fits(q, mark)
	for _, alias := range item.Aliases {
		fit, score, marked := f.fold(alias).fits(q, mark)
		closer := fit == fitLetters && best.fit == fitLetters && score > best.score
		if fit < best.fit || closer {
			best.fit, best.score, best.Marked, best.Alias = fit, score, marked, alias
		}
	}
	return best
}

func (f finder) fold(name string) foldedName {
	n, ok := f.names[name]
	if !ok {
		n = foldName(name)
		f.names[name] = n
	}
	return n
}

// foldedName is a name without case and marks, and where each of its bytes comes from.
type foldedName struct {
	text   string
	origin []int // for each byte of text, the rune of the name
}

func foldName(name string) foldedName {
	var n foldedName
	var b strings.Builder
	i := 0
	for _, r := range name {
		part := text.Fold(string(r))
		b.WriteString(part)
		for range len(part) {
			n.origin = append(n.origin, i)
		}
		i++
	}
	n.text = b.String()
	return n
}

// fits says how well what was typed fits, and which runes of the name it marks, if that is asked for.
func (n foldedName) fits(q typed, mark bool) (fit, score int, marked []int) {
	if strings.HasPrefix(n.text, q.text) {
		if mark {
			marked = n.runes(0, len(q.text))
		}
		switch rest := n.text[len(q.text):]; {
		case rest == "":
			return fitExact, 0, marked
		case strings.IndexFunc(rest, isBetweenWords) < 0:
			return fitUnfinished, 0, marked
		}
		return fitBeginning, 0, marked
	}
	if at, ok := n.wordBeginnings(q.parts); ok {
		return fitWords, 0, n.marks(at, q.parts, mark)
	}
	if at := strings.Index(n.text, q.text); at >= 0 {
		return fitPart, -at, n.marks([]int{at}, []string{q.text}, mark)
	}
	if !hasInOrder(n.text, q.letters) { // as is said at once, and true of most
		return fitNot, 0, nil
	}
	found := fuzzy.FindNoSort(q.letters, []string{n.text})
	if len(found) == 0 {
		return fitNot, 0, nil
	}
	if mark {
		for _, at := range found[0].MatchedIndexes {
			marked = append(marked, n.origin[at])
		}
	}
	return fitLetters, found[0].Score, slices.Compact(marked)
}

// hasInOrder reports whether letters stand in a text in their order, with or without others between them.
func hasInOrder(text, letters string) bool {
	for i := 0; i < len(text) && letters != ""; i++ {
		if text[i] == letters[0] {
			letters = letters[1:]
		}
	}
	return letters == ""
}

// wordBeginnings finds each part of what was typed at the beginning of another word, and where these begin.
func (n foldedName) wordBeginnings(parts []string) (at []int, ok bool) {
	for _, part := range parts {
		if !strings.Contains(n.text, part) {
			return nil, false
		}
	}
	for _, part := range parts {
		begin := n.wordWith(part, at)
		if begin < 0 {
			return nil, false
		}
		at = append(at, begin)
	}
	return at, len(parts) > 0
}

func (n foldedName) wordWith(beginning string, used []int) int {
	last := ' '
	for at, r := range n.text {
		if inWord(r) && !inWord(last) && strings.HasPrefix(n.text[at:], beginning) && !slices.Contains(used, at) {
			return at
		}
		last = r
	}
	return -1
}

// marks are the runes of parts that begin at some bytes of the folded text, ascending; nil unless they are asked for.
func (n foldedName) marks(begins []int, parts []string, asked bool) (marked []int) {
	if !asked {
		return nil
	}
	for i, at := range begins {
		marked = append(marked, n.runes(at, at+len(parts[i]))...)
	}
	slices.Sort(marked)
	return slices.Compact(marked)
}

func isBetweenWords(r rune) bool { return !inWord(r) }

// compareBools orders false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// runes are those of the name that bytes start to end of the folded text come from.
func (n foldedName) runes(start, end int) []int {
	return slices.Compact(slices.Clone(n.origin[start:end]))
}
