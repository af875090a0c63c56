package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

// alike are the actors of a project by what a name of theirs can be known from that is written in another way.
type alike struct {
	byInitials map[string][]store.ID // of those who are no persons: “hpa” for the Harbour Pilots’ Association
	bySound    map[string][]store.ID // by all names: the same word in another script, or with other accents and doubled letters
}

func newAlike() alike {
	return alike{byInitials: map[string][]store.ID{}, bySound: map[string][]store.ID{}}
}

// each tells of every key under which an actor is found.
func (a alike) each(n store.Name, do func(by map[string][]store.ID, key string)) {
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		if sound := soundOf(name); sound != "" {
			do(a.bySound, sound)
		}
		if n.Kind == kindPerson {
			continue
		}
		for _, initials := range initialsOf(wordsIn(name)) {
			do(a.byInitials, initials)
		}
	}
}

// leastInitials is how many words a name has at least that may be written by their first letters.
const leastInitials = 2

// initialsOf are the first letters of the words of a name: of those written large, and of all.
func initialsOf(words []word) []string {
	var large, all strings.Builder
	for _, w := range withoutDeterminer(words) {
		if w.mark {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w.fold)
		all.WriteRune(first)
		if w.large {
			large.WriteRune(first)
		}
	}
	var found []string
	for _, initials := range []string{large.String(), all.String()} {
		if utf8.RuneCountInString(initials) >= leastInitials && !slices.Contains(found, initials) {
			found = append(found, initials)
		}
	}
	return found
}

// likely is the actor whom a name that nobody has can be of: one whose name has these first letters, or is written by those of this one;
// the person with that surname whose first name is shortened, or has another after it; the one whose name sounds the same. ok is false
// if there is none, or if several can be meant.
func (k *Known) likely(name string) (found Party, ok bool) {
	words := wordsIn(name)
	for _, ids := range [][]store.ID{k.withInitials(words), k.withFirstName(words), k.bySound[soundOf(name)]} {
		ids = slices.Compact(slices.Clone(ids))
		if len(ids) == 1 {
			return k.known(ids[0]), true
		}
		if len(ids) > 1 {
			return Party{}, false
		}
	}
	return Party{}, false
}

// withInitials are those whose names have the first letters that a word is, or who are called by the first letters of these words.
func (k *Known) withInitials(words []word) []store.ID {
	if len(words) == 1 {
		if !words[0].upper {
			return nil
		}
		return k.byInitials[strings.ReplaceAll(words[0].fold, ".", "")]
	}
	for _, initials := range initialsOf(words) {
		ids := slices.DeleteFunc(slices.Clone(k.byName[initials]), func(id store.ID) bool {
			return !slices.ContainsFunc(append([]string{k.actors[id].Name}, k.actors[id].Aliases...), func(name string) bool {
				return text.Fold(name) == initials && name == strings.ToUpper(name)
			})
		})
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// withFirstName are the persons with the surname of a name, of whom the first names agree: “O. Brandt”, “Odile Maria Brandt”.
func (k *Known) withFirstName(words []word) []store.ID {
	if len(words) < 2 || words[0].mark {
		return nil
	}
	var agree []store.ID
	for _, id := range k.bySurname[words[len(words)-1].fold] {
		if own := wordsIn(k.actors[id].Name); len(own) > 1 && firstNamesAgree(words[0], own[0]) {
			agree = append(agree, id)
		}
	}
	return agree
}

// firstNamesAgree reports whether two first names are the same, or one is the first letter of the other.
func firstNamesAgree(a, b word) bool {
	short, long := strings.TrimSuffix(a.fold, "."), strings.TrimSuffix(b.fold, ".")
	if len(short) > len(long) {
		short, long = long, short
	}
	return short == long || utf8.RuneCountInString(short) == 1 && strings.HasPrefix(long, short)
}

// leastSound is how many letters a name has at least that is known from its sound.
const leastSound = 4

// soundOf is a name as it sounds, whatever script and spelling it is written in, as far as a letter says it by itself; "" if it is too
// short to say anything.
func soundOf(name string) string {
	sound := soundOfFold(withoutThe(text.Fold(name)))
	if utf8.RuneCountInString(sound) < leastSound {
		return ""
	}
	return sound
}

// soundOfFold is how a folded name sounds, however short it is.
func soundOfFold(fold string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range letterSounds.Replace(latin.Replace(fold)) {
		if r != last && isLetter(r) || r == ' ' && last != ' ' {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// latin writes Cyrillic and Greek letters, folded, with those of English newspapers.
var latin = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "ie", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "i",
	"й", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ў", "u", "ф", "f",
	"х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "iu", "я", "ia", "ј", "j", "љ", "lj",
	"њ", "nj", "ћ", "c", "ђ", "d", "џ", "dz",
	"α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n",
	"ξ", "x", "ο", "o", "π", "p", "ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o",
	"ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "æ", "ae", "œ", "oe",
)

// letterSounds are the letters that newspapers write for the same sound, by one of them.
var letterSounds = strings.NewReplacer(
	"sch", "s", "tch", "c", "ch", "c", "cz", "c", "sh", "s", "sz", "s", "zh", "z", "kh", "h", "ph", "f", "th", "t", "ck", "k",
	"w", "v", "y", "i", "j", "i", "q", "k", "x", "ks", "’", "", "'", "", "-", " ",
)
