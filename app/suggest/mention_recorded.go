package suggest

import (
	"maps"
	"slices"

	"standpoint/store"
)

// recordedName is an actor whom mentions call by words that are none of the actor's names: “the Kremlin”.
type recordedName struct {
	Actor  store.ID
	Times  int // how many mentions call the actor so
	Others int // how often the same words stand in articles that are coded and are no such mention
}

// recordedNames are such words, by a hash of their stems; the words themselves are nowhere kept.
type recordedNames map[uint64]recordedName

// mostOfRecorded is how many words such a name has at most.
const mostOfRecorded = 4

// share is how many of the places where such words stand name the actor, by Laplace's rule of succession, from 0 to 1.
func (n recordedName) share() float64 { return float64(n.Times+1) / float64(n.Times+n.Others+2) }

// keyOf is a number for the words of a name, whatever their endings (FNV-1a, 64 bits); ok is false if they are too long for one, or no
// name, as a letter alone is none.
func keyOf(words []word) (key uint64, ok bool) {
	if len(words) == 0 || len(words) > mostOfRecorded || !words[0].large || !words[len(words)-1].large || isLetterAlone(words) {
		return 0, false
	}
	const start, step = 14695981039346656037, 1099511628211
	key = start
	for _, w := range words {
		if w.mark || isUnspaced(firstRune(w.fold)) {
			return 0, false
		}
		for _, b := range []byte(stemOf(w.fold) + " ") {
			key = (key ^ uint64(b)) * step
		}
	}
	return key, true
}

// recordedIn are the words by which mentions in lessons call actors who are not known by them. What calls several is left out.
func (k *Known) recordedIn(lessons []Lesson) recordedNames {
	names := recordedNames{}
	several := map[uint64]bool{}
	for i := range lessons {
		l := &lessons[i]
		for _, p := range l.Right {
			if p.Kind != store.KindMention || len(p.Spans) != 1 || p.Party.Actor == (store.ID{}) {
				continue
			}
			words := withoutDeterminer(wordsOf(l.Body, p.Spans[0]))
			key, ok := keyOf(words)
			if !ok || k.names.isIn(words) {
				continue
			}
			n := names[key]
			several[key] = several[key] || n.Times > 0 && n.Actor != p.Party.Actor
			names[key] = recordedName{Actor: p.Party.Actor, Times: n.Times + 1}
		}
	}
	maps.DeleteFunc(names, func(key uint64, _ recordedName) bool { return several[key] })
	return names
}

// isIn reports whether some words have a name of an actor in them.
func (x nameIndex) isIn(words []word) bool {
	for i, w := range words {
		for _, e := range x.byFirst[stemOf(w.fold)] {
			if i+len(e.words) <= len(words) && slices.Equal(stemsOf(words[i:i+len(e.words)]), e.stems) {
				return true
			}
		}
	}
	return false
}

// countOthers counts where the words of such names stand in an article that is coded, and name nobody there.
func (names recordedNames) countOthers(d *document, l *Lesson) {
	if len(names) == 0 || !l.Whole {
		return
	}
	for i := range d.words {
		n, key, ok := d.recordedAt(names, i)
		if !ok || slices.ContainsFunc(l.Right, func(p Proposal) bool {
			return p.Kind == store.KindMention && p.Party.Actor == names[key].Actor && p.Whole().Overlaps(n.span)
		}) {
			continue
		}
		name := names[key]
		name.Others++
		names[key] = name
	}
}

// recordedAt is the longest of such names that begins at a word.
func (d *document) recordedAt(names recordedNames, i int) (found namedAt, key uint64, ok bool) {
	if len(names) == 0 || d.words[i].mark || !d.words[i].large {
		return namedAt{}, 0, false
	}
	for end := min(len(d.words), i+mostOfRecorded); end > i; end-- {
		words := d.words[i:end]
		key, isName := keyOf(words)
		name, there := names[key]
		if !isName || !there || name.share() < half {
			continue
		}
		if _, known := d.actors[name.Actor]; known {
			found.first, found.end, found.span, found.actors = i, end, spanOf(words), []store.ID{name.Actor}
			found.times, found.share = name.Times, name.share()
			return found, key, true
		}
	}
	return namedAt{}, 0, false
}

// recordedAs is the actor whom mentions in other articles call by these very words.
func (t Text) recordedAs(words []word) (Party, bool) {
	if len(t.recorded) == 0 {
		return Party{}, false
	}
	key, ok := keyOf(words)
	name := t.recorded[key]
	if _, there := t.actors[name.Actor]; !ok || !there || name.share() < half {
		return Party{}, false
	}
	return t.known(name.Actor), true
}
