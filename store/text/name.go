package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameOptions say what counts as a name.
type NameOptions struct {
	MatchCase bool // upper and lower case as in the name
	Endings   bool // also with another grammatical ending: «Венн», «Венна», «Венном»
}

// FindNames returns where one of the names stands in the body as whole words, in text order and without overlaps; of two
// that begin at one place the longer. Marks and kinds of apostrophes and hyphens make no difference. What follows an
// apostrophe, as in “Venn's” or “Venn'in”, is no part of the name. Between its words may stand spaces, stops, hyphens and
// apostrophes, and what stands there in the name itself. A sign right before or after all of them, as in “C++” or “¡Ya!”, must stand
// there, too, unless it is one that sentences have: stops, quotation marks, brackets. A name of nothing but marks stands nowhere.
func FindNames(b *Body, names []string, o NameOptions) []Span {
	var found []Span
	for _, name := range names {
		if p := newNamePattern(name, o); len(p.words) > 0 {
			found = append(found, p.find(b)...)
		}
	}
	slices.SortFunc(found, func(s, t Span) int {
		if s.Start != t.Start {
			return s.Start - t.Start
		}
		return t.End - s.End
	})
	end := 0
	return slices.DeleteFunc(found, func(s Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// namePattern is a name to be looked for.
type namePattern struct {
	NameOptions
	words         []nameWord
	before, after string // signs that must stand there, folded
}

// nameWord is one word of a name.
type nameWord struct {
	gap   string // what stands before it in the name, folded
	fold  string // whole
	stem  string // of fold: what stands in every form of it
	most  int    // how many letters may follow the stem
	exact string // what matching the case compares with: the letters of the stem, or all, without marks
}

// Of a word's end, so many letters may be another in another form of it; and a form may be so many letters longer.
const (
	endingChanged = 2
	endingLonger  = 3
	leastStem     = 3 // what is shorter has no endings
)

func newNamePattern(name string, o NameOptions) namePattern {
	p := namePattern{NameOptions: o}
	for rest := strings.Map(withoutIgnorable, name); rest != ""; {
		start := strings.IndexFunc(rest, isNameRune)
		if start < 0 {
			p.after = signsAfter(Fold(rest))
			break
		}
		word, gap := rest[start:], rest[:start]
		if end := strings.IndexFunc(word, func(r rune) bool { return !isNameRune(r) }); end >= 0 {
			word = word[:end]
		}
		rest = rest[start+len(word):]
		if w := newNameWord(word, o.Endings); w.fold != "" {
			w.gap = Fold(gap)
			if len(p.words) == 0 {
				p.before = signsBefore(w.gap)
			}
			p.words = append(p.words, w)
		}
	}
	return p
}

func withoutIgnorable(r rune) rune {
	if isIgnorable(r) {
		return -1
	}
	return r
}

// Signs that stand beside names in sentences without being a part of them. A stop before a name is: “.NET”.
const (
	signsOfSentences = "\"'()[]{}<>,;:…"
	signsAfterNames  = signsOfSentences + ".-"
)

// signsBefore returns which of the signs before a name's first word belong to the name: those that touch it.
func signsBefore(gap string) string {
	gap = gap[strings.LastIndexByte(gap, ' ')+1:]
	return gap[strings.LastIndexAny(gap, signsOfSentences)+1:]
}

// signsAfter returns which of the signs after a name's last word belong to the name.
func signsAfter(gap string) string {
	gap, _, _ = strings.Cut(gap, " ")
	if end := strings.IndexAny(gap, signsAfterNames); end >= 0 {
		gap = gap[:end]
	}
	return gap
}

func newNameWord(word string, endings bool) nameWord {
	w := nameWord{fold: Fold(word), exact: foldMarks(word)}
	w.stem = w.fold
	if !endings {
		return w
	}
	letters := utf8.RuneCountInString(w.fold)
	changed := 0
	for changed < endingChanged && letters-changed > leastStem {
		last, size := utf8.DecodeLastRuneInString(w.stem)
		if !strings.ContainsRune(changingEnds, last) {
			break
		}
		w.stem = w.stem[:len(w.stem)-size]
		changed++
	}
	if letters >= leastStem {
		w.most = changed + min(endingLonger, (letters+1)/2)
	}
	for range changed {
		_, size := utf8.DecodeLastRuneInString(w.exact)
		w.exact = w.exact[:len(w.exact)-size]
	}
	return w
}

// changingEnds are letters at the end of a word that give way to an ending.
const changingEnds = "aeiouyаеєиіїоуыэюяйьъαειουη"

// find returns where the pattern stands in the body.
func (p namePattern) find(b *Body) []Span {
	places := places{folded: b.folded()}
	s := places.s
	var found []Span
	for from := 0; ; {
		at := strings.Index(s[from:], p.words[0].stem)
		if at < 0 {
			return found
		}
		at += from
		_, size := utf8.DecodeRuneInString(s[at:])
		from = at + size
		end, ok := p.match(s, at)
		if !ok {
			continue
		}
		from = end
		at -= len(p.before)
		_, last := utf8.DecodeLastRuneInString(s[:end])
		start, _ := places.of(at)
		_, stop := places.of(end - last)
		if span := b.Snap(Span{start, stop}); !p.MatchCase || p.hasCase(b.Slice(span)) {
			found = append(found, span)
		}
	}
}

// match returns the end of the name that begins at an offset of a folded text.
func (p namePattern) match(s string, at int) (end int, ok bool) {
	if before, first := around(s, at); joinsName(before, first) || !strings.HasSuffix(s[:at], p.before) {
		return 0, false
	}
	for i, w := range p.words {
		if i > 0 {
			gap := strings.IndexFunc(s[at:], isNameRune)
			if gap < 1 || gap > longestGap+len(w.gap) || strings.Trim(s[at:at+gap], betweenNames+w.gap) != "" {
				return 0, false
			}
			at += gap
		}
		if at, ok = w.match(s, at); !ok {
			return 0, false
		}
	}
	if !strings.HasPrefix(s[at:], p.after) {
		return 0, false
	}
	return at + len(p.after), true
}

// What may stand between two words of any name, once folded, and how many of it.
const (
	betweenNames = " .-'"
	longestGap   = 3
)

// match returns the end of the word that begins at an offset.
func (w nameWord) match(s string, at int) (end int, ok bool) {
	if !strings.HasPrefix(s[at:], w.stem) {
		return 0, false
	}
	end = at + len(w.stem)
	whole := strings.HasPrefix(s[at:], w.fold)
	if whole {
		if before, next := around(s, at+len(w.fold)); !joinsName(before, next) {
			return at + len(w.fold), true
		}
	}
	for n := 0; n < w.most; n++ {
		next, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(next) {
			break
		}
		end += size
	}
	before, next := around(s, end)
	return end, w.most > 0 && !joinsName(before, next)
}

// hasCase reports whether what was found is written as the name is.
func (p namePattern) hasCase(found string) bool {
	words := strings.FieldsFunc(foldMarks(found), func(r rune) bool { return !isNameRune(r) })
	if len(words) != len(p.words) {
		return false
	}
	for i, w := range p.words {
		if !strings.HasPrefix(words[i], w.exact) {
			return false
		}
	}
	return true
}

// joinsName reports whether two neighbours are letters of one word. Scripts without spaces have no ends of words to tell.
func joinsName(before, after rune) bool {
	return isNameRune(before) && isNameRune(after) && !isUnspaced(before) && !isUnspaced(after)
}

// isNameRune reports whether r is a letter, a digit or a mark on one.
func isNameRune(r rune) bool { return isWordRune(r) || r >= utf8.RuneSelf && unicode.IsMark(r) }
