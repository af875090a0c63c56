package suggest

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// nameIndex finds the names of all actors of a project in one pass over the words of a text.
type nameIndex struct {
	byFirst  map[string][]nameEntry // by the stem of the first word
	byLetter map[rune][]nameEntry   // names in scripts without spaces, by their first letter
}

// nameEntry is one name of an actor as it is looked for.
type nameEntry struct {
	id      store.ID
	words   []word   // of the name
	stems   []string // of the words
	letters []rune   // of a name in a script without spaces
	surname bool     // it is the last word of a person's name
}

func newNameIndex() nameIndex {
	return nameIndex{byFirst: map[string][]nameEntry{}, byLetter: map[rune][]nameEntry{}}
}

// leastSurname is how many letters a surname has at least that is looked for by itself.
const leastSurname = 3

// entriesOf are the names by which an actor is looked for.
func entriesOf(n store.Name, id store.ID) (all []nameEntry) {
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		var words []word
		for _, w := range withoutDeterminer(wordsIn(name)) {
			if !w.mark {
				words = append(words, w)
			}
		}
		if len(words) == 0 || isLetterAlone(words) {
			continue
		}
		e := nameEntry{id: id, words: words, stems: stemsOf(words)}
		if isUnspaced(firstRune(words[0].fold)) {
			e.letters = []rune(words[0].fold)
		}
		all = append(all, e)
		last := words[len(words)-1]
		isLong := utf8.RuneCountInString(last.fold) >= leastSurname
		if n.Kind == kindPerson && len(words) > 1 && e.letters == nil && isLong && !isHead(last) {
			all = append(all, nameEntry{id: id, words: []word{last}, stems: e.stems[len(words)-1:], surname: true})
		}
	}
	return all
}

// isLetterAlone reports whether words are one letter, which names nobody; one that stands for a word may.
func isLetterAlone(words []word) bool {
	return len(words) == 1 && utf8.RuneCountInString(words[0].fold) == 1 && !isUnspaced(firstRune(words[0].fold))
}

func (x nameIndex) learn(n store.Name, id store.ID) {
	for _, e := range entriesOf(n, id) {
		if e.letters != nil {
			x.byLetter[e.letters[0]] = append(x.byLetter[e.letters[0]], e)
			continue
		}
		x.byFirst[e.stems[0]] = append(x.byFirst[e.stems[0]], e)
	}
}

func (x nameIndex) forget(n store.Name, id store.ID) {
	isThis := func(e nameEntry) bool { return e.id == id }
	for _, e := range entriesOf(n, id) {
		if e.letters != nil {
			if left := slices.DeleteFunc(x.byLetter[e.letters[0]], isThis); len(left) > 0 {
				x.byLetter[e.letters[0]] = left
			} else {
				delete(x.byLetter, e.letters[0])
			}
			continue
		}
		if left := slices.DeleteFunc(x.byFirst[e.stems[0]], isThis); len(left) > 0 {
			x.byFirst[e.stems[0]] = left
		} else {
			delete(x.byFirst, e.stems[0])
		}
	}
}

func stemsOf(words []word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = stemOf(w.fold)
	}
	return all
}

// cyrillicEnds are the endings of Russian and Ukrainian names, the longest first.
var cyrillicEnds = strings.Fields(`
	иями ями ами ыми ого его ему ому ими ией иею иях иям ієм ією ові еві єві ий ый ой ей ые ая яя ую юю ом ем єм ым им ім ою ею єю ам ям
	ах ях их ых ій ии ию ия ие ію ія ії а я у ю е є и і ї ы о й ь`)

// leastStem is how many letters of a name stay that is looked for without its ending.
const leastStem = 3

// stemOf is a folded word without what changes in it from case to case: “Путина”, “Путину” and “Путин” have the same. Words in other
// letters stay as they are.
func stemOf(fold string) string {
	if r := firstRune(fold); r < 'Ѐ' || r > 'ӿ' {
		return fold
	}
	letters := utf8.RuneCountInString(fold)
	for _, end := range cyrillicEnds {
		if stem, cut := strings.CutSuffix(fold, end); cut && letters-utf8.RuneCountInString(end) >= leastStem {
			return stem
		}
	}
	return fold
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isUnspaced reports whether a letter is of a script that puts no spaces between words.
func isUnspaced(r rune) bool {
	return r > unicode.MaxLatin1 &&
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// namedAt is whom some words of a text name.
type namedAt struct {
	first, end int // of the words; equal if the name is a part of one
	span       text.Span
	actors     []store.ID // who may be meant, in order
	surname    bool

	times int     // by how many mentions that were recorded it is known; 0: it is a name of the project
	share float64 // how many of the places where such words stand name the actor
}

// knownNames are the places where actors of the project are named, in order and apart: the longest name at each place.
func (d *document) knownNames() (all []namedAt) {
	for i := 0; i < len(d.words); {
		w := &d.words[i]
		if w.mark {
			i++
			continue
		}
		if isUnspaced(firstRune(w.fold)) {
			all = append(all, d.withinWord(w)...)
			i++
			continue
		}
		n, ok := d.nameAt(i)
		if r, _, recorded := d.recordedAt(d.recorded, i); recorded && r.end > n.end {
			n, ok = r, true
		}
		if ok {
			all = append(all, n)
			i = n.end
			continue
		}
		i++
	}
	return all
}

// nameAt is the longest name that begins at a word.
func (d *document) nameAt(i int) (best namedAt, ok bool) {
	w := &d.words[i]
	d.nameOf(&best, i, stemOf(w.fold))
	if best.actors == nil && d.isPlural(i) {
		d.nameOf(&best, i, strings.TrimSuffix(w.fold, "s"))
	}
	if best.actors == nil && d.isGerman() && w.large && strings.HasSuffix(w.fold, "en") { // “die Liberalen”, of Liberale
		d.nameOf(&best, i, strings.TrimSuffix(w.fold, "n"))
	}
	if best.actors == nil {
		return namedAt{}, false
	}
	best.first = i
	best.span = spanOf(d.words[i:best.end])
	slices.SortFunc(best.actors, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
	best.actors = slices.Compact(best.actors)
	return best, true
}

// isPlural reports whether a word may be a name with an s: “the Kessels” in English, “Kessels Haus” in German.
func (d *document) isPlural(i int) bool {
	w := &d.words[i]
	if !w.large || len(w.fold) < 5 || !strings.HasSuffix(w.fold, "s") || strings.HasSuffix(w.fold, "ss") {
		return false
	}
	return d.isGerman() || i > 0 && d.words[i-1].fold == "the"
}

// nameOf keeps the longest name that begins with a stem at a word.
func (d *document) nameOf(best *namedAt, i int, stem string) {
	for _, e := range d.names.byFirst[stem] {
		end, fits := d.fits(e, i)
		if !fits || end < best.end || end == best.end && e.surname && !best.surname {
			continue
		}
		if end > best.end || best.surname && !e.surname {
			*best = namedAt{end: end, surname: e.surname}
		}
		best.actors = append(best.actors, e.id)
	}
}

// fits reports whether a name stands at a word, and where it ends. Its words are written large or small as in the name, or all in
// capitals.
func (d *document) fits(e nameEntry, at int) (end int, ok bool) {
	for n, w := range e.words {
		if at+n >= len(d.words) {
			return 0, false
		}
		here := &d.words[at+n]
		if n > 0 && stemOf(here.fold) != e.stems[n] && !(n == len(e.words)-1 && d.isGenitive(here, w)) || here.mark {
			return 0, false
		}
		if w.large && !here.large || w.upper && !here.upper && !isAlsoWrittenSmall(w) {
			return 0, false
		}
		if n > 0 && (d.words[at+n-1].owns && !e.words[n-1].owns || here.span.Start > d.words[at+n-1].end+1) {
			return 0, false
		}
	}
	return at + len(e.words), true
}

// isAlsoWrittenSmall reports whether a name in capitals is written with small letters, too: “Nato”, “Peru” for PERU; not “who” for WHO.
func isAlsoWrittenSmall(w word) bool {
	return utf8.RuneCountInString(w.fold) > mostOfShort && !tagger.IsCommon(w.fold)
}

// isGenitive reports whether a word is another with the s of the German genitive.
func (d *document) isGenitive(here *word, w word) bool {
	return d.isGerman() && here.fold == w.fold+"s"
}

// withinWord are the names in what a script without spaces writes in one.
func (d *document) withinWord(w *word) (all []namedAt) {
	letters := []rune(w.fold)
	if len(letters) != w.span.Len() {
		letters = []rune(w.text)
	}
	for at := 0; at < len(letters); {
		best := namedAt{}
		for _, e := range d.names.byLetter[letters[at]] {
			n := len(e.letters)
			if at+n > len(letters) || n < len(best.actors) || !slices.Equal(letters[at:at+n], e.letters) || cutsKatakana(letters, at, at+n) {
				continue
			}
			span := text.Span{Start: w.span.Start + at, End: w.span.Start + at + n}
			switch {
			case best.span.Len() < n:
				best = namedAt{span: span, actors: []store.ID{e.id}}
			case best.span.Len() == n && !slices.Contains(best.actors, e.id):
				best.actors = append(best.actors, e.id)
			}
		}
		if best.actors == nil {
			at++
			continue
		}
		all = append(all, best)
		at += best.span.Len()
	}
	return all
}

// cutsKatakana reports whether some letters are a part of a longer word in katakana, which are written for foreign names.
func cutsKatakana(letters []rune, start, end int) bool {
	is := func(i int) bool {
		return i >= 0 && i < len(letters) && (unicode.Is(unicode.Katakana, letters[i]) || letters[i] == 'ー')
	}
	return is(start) && is(start-1) || is(end-1) && is(end)
}

// knownMentions are the mentions of actors of the project. A surname alone counts where the text has nobody else with it.
func (d *document) knownMentions() (all []mention) {
	found := d.knownNames()
	full := map[store.ID]bool{}
	for _, n := range found {
		if !n.surname && len(n.actors) == 1 {
			full[n.actors[0]] = true
		}
	}
	surnames := d.surnamesOfPersons(found)
	for _, n := range found {
		id, isOne := n.meant(full)
		if !isOne || !n.surname && n.end == n.first+1 && surnames[d.words[n.first].fold] && d.known(id).Kind != kindPerson {
			continue
		}
		if d.known(id).Kind == kindState && (d.isTown(d.words[n.first:n.end]) || d.isOfFederalOffice(n.first, n.end)) {
			continue
		}
		if n.end == n.first+1 && d.isMonthCutShort(n.first) {
			continue
		}
		m := mention{first: n.first, end: n.end, span: n.span, rule: ruleKnown, confidence: 0.97, party: d.known(id)}
		if n.times > 0 {
			m.rule, m.confidence, m.like = ruleRecorded, n.share, n.times
		}
		if n.surname && (d.isWithinListed(n) || d.isOneOfTwo(n.first) || !d.isSurname(&m, n, full[id])) ||
			!n.surname && (d.isWordAlone(n) || d.isOfOther(n, m.party.Kind)) {
			continue
		}
		all = append(all, m)
	}
	return all
}

// surnamesOfPersons are those names of one word that the text has first as the surname of a person, outside its headline: “Castellan” is
// not the firm where Ms Castellan is told of first.
func (d *document) surnamesOfPersons(found []namedAt) map[string]bool {
	first := map[string]bool{}
	headline := d.headlineAbove()
	for _, n := range found {
		if n.end != n.first+1 || n.surname || n.span.End <= headline.End {
			continue
		}
		if _, isTold := first[d.words[n.first].fold]; !isTold {
			isLast := isDirection(d.words[n.first]) && d.isOfPerson(n.first)
			first[d.words[n.first].fold] = isLast || d.isAfterFirstName(n.first) || d.isFirstOfTwo(n.first) ||
				n.first > 0 && isCourtesyAt(d.words, n.first-1)
		}
	}
	return first
}

// isFirstOfTwo reports whether a word is a person's first name that the surname follows: “Georgia | Lenz”.
func (d *document) isFirstOfTwo(at int) bool {
	if at+1 >= len(d.words) || len(d.tags) == 0 || !isFirstName(d.words[at]) || d.words[at].owns || d.isApart(at+1) {
		return false
	}
	next := d.words[at+1]
	isName := next.large && !next.mark && d.isNameTag(at+1) && !isOrganisationWord(next) && !isHead(next) && !tagger.IsCommon(next.fold)
	return isName && !d.hasTitle(d.words[at].fold)
}

// hasTitle reports whether the text has a word that is written large right before a title anywhere: “Georgia | Prime Minister Odo Lenz”.
func (d *document) hasTitle(fold string) bool {
	for i := 1; i < len(d.words); i++ {
		if w := d.words[i]; d.words[i-1].fold == fold && w.large && !w.mark && !d.isApart(i) && (isHead(w) || titleWords[w.fold]) {
			return true
		}
	}
	return false
}

// headlineAbove is the first line of a text if it does not end as a sentence does.
func (d *document) headlineAbove() text.Span {
	lines := d.Body.Paragraphs()
	if len(lines) < 2 || strings.ContainsAny(d.Body.Slice(text.Span{Start: max(lines[0].Start, lines[0].End-2), End: lines[0].End}), ".!?") {
		return text.Span{}
	}
	return lines[0]
}

// meant is the actor whom a name means: of several the one whom the text names in full; ok is false if nobody can tell.
func (n namedAt) meant(full map[store.ID]bool) (id store.ID, ok bool) {
	if len(n.actors) == 1 {
		return n.actors[0], true
	}
	for _, a := range n.actors {
		if full[a] && ok {
			return store.ID{}, false
		}
		if full[a] {
			id, ok = a, true
		}
	}
	return id, ok
}

// isSurname reports whether a surname alone names the person of the project, and how sure that is.
func (d *document) isSurname(m *mention, n namedAt, full bool) bool {
	if !full && d.isOfAnother(d.words[n.first].fold, m.party.Actor) {
		return false
	}
	if n.first > 0 {
		before := d.words[n.first-1]
		if before.fold == "the" && d.words[n.end-1].owns && !d.isGerman() { // “the | Lloyd's | committee”
			return false
		}
		isOfName := before.large && !before.mark && !before.owns && !isOfTitle(before) && d.isNameTag(n.first-1)
		if isFirstName(before) || isOfName {
			return d.takeFirstName(m, n) // else it is of somebody else
		}
		if isHead(before) {
			full = true
		}
	}
	isJoined := n.end < len(d.words) && d.words[n.end].span.Start == d.words[n.end-1].end+1
	isJoined = isJoined && d.words[n.end].large && !d.words[n.end-1].owns && !daysAndMonths[d.words[n.end].fold]
	if !d.isGerman() && isJoined && (d.isNameTag(n.end) || isFirstName(d.words[n.first])) {
		return false // “Kessel Street”, “Roy Kessel”
	}
	if !full {
		m.confidence = 0.75
		return !d.isWordAlone(n)
	}
	return true
}

// takeFirstName makes a surname one with the first name before it, if the project has but the letter with which that begins, and the text
// no other first name with it: “Anna Kessel”, of A. Kessel.
func (d *document) takeFirstName(m *mention, n namedAt) bool {
	before, a := d.words[n.first-1], d.actors[m.party.Actor]
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		own := wordsIn(name)
		if len(own) < 2 || !isInitial(own[0]) || !firstNamesAgree(own[0], before) {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(d.full[d.words[n.first].fold]), func(full []word) bool { return full[0].fold == before.fold })
		if !slices.ContainsFunc(others, func(full []word) bool { return firstNamesAgree(own[0], full[0]) }) {
			m.first, m.span.Start, m.confidence = n.first-1, before.span.Start, 0.75
			return true
		}
	}
	return false
}

// isWordAlone reports whether a name of one word is most likely the word, at the beginning of a sentence.
func (d *document) isWordAlone(n namedAt) bool {
	if n.end != n.first+1 {
		return false
	}
	w := &d.words[n.first]
	isWord := d.small[w.fold] || tagger.IsCommon(w.fold)
	if n.end < len(d.words) && isOrganisationWord(*w) && !d.isApart(n.end) && d.words[n.end].large && isHead(d.words[n.end]) {
		return false // “Council President Odo Lenz”
	}
	return len(d.tags) > 0 && d.begins[n.first] && d.tags[n.first] != tagName && !w.upper && isWord
}
