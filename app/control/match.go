package control

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"standpoint/store/text"
)

// Match is an item that fits what was typed.
type Match struct {
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
func (f finder) find(query string, items []Item, limit int) []Match {
	folded := strings.TrimSpace(text.Fold(query))
	var found []ranked
	for _, item := range items {
		if r := f.rank(folded, item); r.fit < fitNot {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int {
		return cmp.Or(
			cmp.Compare(rankOf(a.fit), rankOf(b.fit)),
			-compareBools(a.Item.Here, b.Item.Here),
			cmp.Compare(a.fit, b.fit),
			cmp.Compare(b.Item.Recent, a.Item.Recent),
			cmp.Compare(b.score, a.score),
			cmp.Compare(a.Item.Name, b.Item.Name),
		)
	})
	matches := make([]Match, 0, min(limit, len(found)))
	for _, r := range found[:min(limit, len(found))] {
		r.Exact, r.Loose = r.fit == fitExact && folded != "", r.fit == fitLetters
		matches = append(matches, r.Match)
	}
	return matches
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
	Match
	fit   int
	score int
}

// rank is how the item's name fits, or its best alias if that fits better.
func (f finder) rank(query string, item Item) ranked {
	best := ranked{Match: Match{Item: item}, fit: fitExact}
	if query == "" {
		return best
	}
	best.fit, best.score, best.Marked = f.fold(item.Name).fits(query)
	for _, alias := range item.Aliases {
		fit, score, marked := f.fold(alias).fits(query)
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

// fits says how well a folded query fits, and which runes of the name it marks.
func (n foldedName) fits(query string) (fit, score int, marked []int) {
	if strings.HasPrefix(n.text, query) {
		switch rest := n.text[len(query):]; {
		case rest == "":
			return fitExact, 0, n.runes(0, len(query))
		case strings.IndexFunc(rest, isBetweenWords) < 0:
			return fitUnfinished, 0, n.runes(0, len(query))
		}
		return fitBeginning, 0, n.runes(0, len(query))
	}
	if marked, ok := n.wordBeginnings(strings.Fields(query)); ok {
		return fitWords, 0, marked
	}
	if at := strings.Index(n.text, query); at >= 0 {
		return fitPart, -at, n.runes(at, at+len(query))
	}
	found := fuzzy.FindNoSort(strings.ReplaceAll(query, " ", ""), []string{n.text})
	if len(found) == 0 {
		return fitNot, 0, nil
	}
	for _, at := range found[0].MatchedIndexes {
		marked = append(marked, n.origin[at])
	}
	return fitLetters, found[0].Score, slices.Compact(marked)
}

// wordBeginnings finds each part of the query at the beginning of another word.
func (n foldedName) wordBeginnings(parts []string) (marked []int, ok bool) {
	used := map[int]bool{}
	for _, part := range parts {
		at := n.wordWith(part, used)
		if at < 0 {
			return nil, false
		}
		used[at] = true
		marked = append(marked, n.runes(at, at+len(part))...)
	}
	slices.Sort(marked)
	return slices.Compact(marked), len(parts) > 0
}

func (n foldedName) wordWith(beginning string, used map[int]bool) int {
	last := ' '
	for at, r := range n.text {
		if inWord(r) && !inWord(last) && !used[at] && strings.HasPrefix(n.text[at:], beginning) {
			return at
		}
		last = r
	}
	return -1
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
