package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store"
)

// issueNames finds the names of the issues of a project in the words of a text. It knows them by the letters with which their first words
// begin: what changes from case to case comes behind these. A name in a script without spaces is known by its first letter.
type issueNames map[string][]issueName

// issueName is one name of an issue as it is looked for.
type issueName struct {
	id    store.ID
	words []word // without marks
}

// namesOfIssue are the names by which an issue is looked for.
func namesOfIssue(n store.Name) (all []issueName) {
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		words := slices.DeleteFunc(withoutDeterminer(wordsIn(name)), func(w word) bool { return w.mark })
		if len(words) > 0 {
			all = append(all, issueName{n.ID, words})
		}
	}
	return all
}

func (n issueName) isUnspaced() bool { return isUnspaced(firstRune(n.words[0].fold)) }

func (n issueName) key() string {
	if n.isUnspaced() {
		return string(firstRune(n.words[0].fold))
	}
	return beginningOf(n.words[0].fold)
}

func (x issueNames) learn(name store.Name) {
	for _, n := range namesOfIssue(name) {
		x[n.key()] = append(x[n.key()], n)
	}
}

func (x issueNames) forget(name store.Name) {
	for _, n := range namesOfIssue(name) {
		left := slices.DeleteFunc(x[n.key()], func(other issueName) bool { return other.id == n.id })
		if x[n.key()] = left; len(left) == 0 {
			delete(x, n.key())
		}
	}
}

// namedIn are the issues whose names stand among the words of a text, in the order in which they first do.
func (x issueNames) namedIn(words []word) (ids []store.ID) {
	if len(x) == 0 {
		return nil
	}
	look := func(key string, stands func(issueName) bool) {
		for _, n := range x[key] {
			if !slices.Contains(ids, n.id) && stands(n) {
				ids = append(ids, n.id)
			}
		}
	}
	for i, w := range words {
		switch {
		case w.mark:
		case isUnspaced(firstRune(w.fold)):
			for at, letter := range w.fold {
				look(string(letter), func(n issueName) bool { return n.isUnspaced() && strings.HasPrefix(w.fold[at:], n.words[0].fold) })
			}
		default:
			look(beginningOf(w.fold), func(n issueName) bool { return n.standsAt(words[i:]) })
		}
	}
	return ids
}

// standsAt reports whether words begin with the name, in any case or number, large or small. Capitals stay capitals: “US” is not “us”.
func (n issueName) standsAt(words []word) bool {
	if len(words) < len(n.words) {
		return false
	}
	for i, w := range n.words {
		here := &words[i]
		if here.mark || w.upper && !here.upper || !isInflected(w.fold, here.fold) {
			return false
		}
	}
	return true
}

// leastOfEnded are how many letters a word has at least before an ending, and before one that is an ending of many words.
const leastOfEnded, leastBeforeLong = 3, 4

// beginningOf are the letters of a word that no ending changes.
func beginningOf(fold string) string {
	letters := 0
	for at := range fold {
		if letters == leastOfEnded {
			return fold[:at]
		}
		letters++
	}
	return fold
}

// nounEnds are the endings that nouns and adjectives have in some case or number in English, German, French and Spanish, and how many
// letters stand before them at least.
var nounEnds = map[string]int{
	"": leastOfEnded, "s": leastOfEnded, "es": leastOfEnded, "x": leastOfEnded,
	"e": leastBeforeLong, "n": leastBeforeLong, "en": leastBeforeLong, "er": leastBeforeLong, "em": leastBeforeLong, "ern": leastBeforeLong,
}

// isInflected reports whether two folded words are one in different cases or numbers: “toll” and “tolls”, “санкции” and “санкций”.
func isInflected(a, b string) bool {
	if a == b {
		return true
	}
	if first := firstRune(a); first >= 'Ѐ' && first <= 'ӿ' {
		return stemOf(a) == stemOf(b)
	}
	a, b = withY(a), withY(b)
	for common := commonStart(a, b); common > 0; {
		least, ends := nounEnds[a[common:]]
		other, endsToo := nounEnds[b[common:]]
		if ends && endsToo {
			return utf8.RuneCountInString(a[:common]) >= max(least, other)
		}
		_, size := utf8.DecodeLastRuneInString(a[:common])
		common -= size
	}
	return false
}

// withY is a word with the y of the singular: “policies” is “policy”.
func withY(fold string) string {
	if stem, cut := strings.CutSuffix(fold, "ies"); cut && len(stem) >= leastOfEnded {
		return stem + "y"
	}
	return fold
}

// commonStart is how many bytes two words begin with alike, in whole letters.
func commonStart(a, b string) int {
	for at, letter := range a {
		if at >= len(b) || !strings.HasPrefix(b[at:], string(letter)) {
			return min(at, len(b))
		}
	}
	return len(a)
}
