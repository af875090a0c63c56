package suggest

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/store"
	"standpoint/store/text"
)

// listing is a name that the tables have: of a state, an organisation, or a place.
type listing struct {
	stems [][]string // of its words
	kind  store.ActorKind
	rule  string
	state string // the code of a state, or of the one whose government sits in a place
	name  string // how a state is known in that language; "" of others
	whole string // the name of an organisation, folded
}

// listings are the names of the tables by what their first words have in common with other cases.
type listings map[string][]*listing

func (l listings) add(name string, stemsOf func(string) []string, like listing) {
	words := wordsIn(name)
	if len(words) == 0 || words[0].mark {
		return
	}
	for _, w := range words {
		stems := stemsOf(w.fold)
		if len(words) == 1 && !isCyrillic(w.fold) {
			stems = stems[:1] // “Angers” is not “Anger”
		}
		like.stems = append(like.stems, stems)
	}
	for _, stem := range like.stems[0] {
		l[stem] = append(l[stem], &like)
	}
}

// longest is how many words the longest name has that begins at the first of some words, and which it is.
func (l listings) longest(words []word, stemsOf func(string) []string) (n int, best *listing) {
	for _, first := range stemsOf(words[0].fold) {
		for _, e := range l[first] {
			if len(e.stems) <= n || len(e.stems) > len(words) {
				continue
			}
			fits := true
			for i := 1; i < len(e.stems) && fits; i++ {
				apart := words[i].span.Start > words[i-1].end+1 || words[i-1].owns
				fits = !apart && shareStem(e.stems[i], stemsOf(words[i].fold))
			}
			if fits {
				n, best = len(e.stems), e
			}
		}
	}
	return n, best
}

// listingsOf are the names that are looked for in a text of a language: of states in that language and as newspapers call them anywhere, of
// organisations and places in that and in English.
var listingsOf = func() func(string) listings {
	all := map[string]func() listings{}
	for _, tag := range append(languages, language.Und) {
		all[tag.String()] = sync.OnceValue(func() listings { return newListings(tag) })
	}
	return func(code string) listings {
		if read, known := all[code]; known {
			return read()
		}
		return all[language.Und.String()]()
	}
}()

func newListings(tag language.Tag) listings {
	l := listings{}
	stems := stemsIn(tag.String())
	for name, code := range namesOfStates(tag) {
		l.add(name, stems, listing{kind: kindState, rule: ruleState, state: code, name: name})
	}
	for name, code := range otherStateNames() {
		l.add(name, stems, listing{kind: kindState, rule: ruleState, state: code})
	}
	for name, code := range seats() {
		l.add(name, stems, listing{rule: RulePlace, state: code})
	}
	for _, name := range slices.Sorted(maps.Keys(listNames("organisations known", "all", tag.String()))) {
		l.add(name, stems, listing{kind: kindOrganisation, rule: ruleListed, whole: name})
	}
	for _, name := range slices.Sorted(maps.Keys(listNames("places", "all", tag.String()))) {
		l.add(name, stems, listing{rule: RulePlace})
	}
	for _, of := range l {
		slices.SortFunc(of, func(a, b *listing) int { return strings.Compare(a.order(), b.order()) })
	}
	return l
}

// order puts states before organisations and these before places, and those that have a name before others.
func (l *listing) order() string {
	var order strings.Builder
	order.WriteString(map[string]string{ruleState: "1", ruleListed: "2", RulePlace: "4"}[l.rule])
	if l.name == "" {
		order.WriteString("~")
	}
	order.WriteString(l.name + l.state)
	for _, s := range l.stems {
		order.WriteString(" " + s[0])
	}
	return order.String()
}

// stemsIn is what is compared of words in a language.
func stemsIn(code string) func(string) []string {
	if code == "de" {
		return germanStems
	}
	return nameStems
}

// namesOfStates are the codes of states by their names in a language; in all of them, if none is given.
func namesOfStates(tag language.Tag) map[string]string {
	all := map[string]string{}
	for _, l := range languages {
		if tag != language.Und && tag != l {
			continue
		}
		names := display.Regions(l)
		for _, region := range regions() {
			if name := names.Name(region); name != "" {
				all[name] = region.String()
				all[asPrinted(name)] = region.String()
			}
		}
	}
	return all
}

// regions are today's states.
var regions = sync.OnceValue(func() (all []language.Region) {
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			region, err := language.ParseRegion(string([]rune{first, second}))
			if err == nil && region.IsCountry() && region.Canonicalize() == region && !unions[region.String()] {
				all = append(all, region)
			}
		}
	}
	return all
})

// unions are the codes of regions that are organisations of states: the European Union, the euro area, the United Nations.
var unions = map[string]bool{"EU": true, "EZ": true, "UN": true}

// stateNamed is the name of a state by its code, in a language; in English, if its names are not known in that.
func stateNamed(code, in string) string {
	region, err := language.ParseRegion(code)
	tag := language.Make(in)
	if err != nil || !slices.Contains(languages, tag) {
		tag = language.English
	}
	return asPrinted(display.Regions(tag).Name(region))
}

// asPrinted is the name of a state as newspapers write it: the tables have “Норвеґія”, the spelling of today is “Норвегія”.
func asPrinted(name string) string { return strings.NewReplacer("ґ", "г", "Ґ", "Г").Replace(name) }

// seatPrefix begins a section of the table of states that says where a government sits.
const seatPrefix = "seat "

// otherStateNames are the codes of states by what newspapers call them besides, folded.
var otherStateNames = sync.OnceValue(func() map[string]string { return statesIn(false) })

// seats are the codes of states by where their governments sit, folded.
var seats = sync.OnceValue(func() map[string]string { return statesIn(true) })

func statesIn(seats bool) map[string]string {
	all := map[string]string{}
	for section, names := range tables["states"] {
		code, isSeat := strings.CutPrefix(section, seatPrefix)
		if isSeat != seats {
			continue
		}
		for name := range names {
			all[text.Fold(strings.ReplaceAll(name, "_", " "))] = code
		}
	}
	return all
}

// listedAt is how many words the name in the tables has that begins at a word, and which it is; 0: none does. The first is written large,
// and a short one as it is known: “who” and “us” are no names.
func (d *document) listedAt(at, end int) (int, *listing) {
	w := &d.words[at]
	if w.mark || !w.large {
		return 0, nil
	}
	n, best := d.listings.longest(d.words[at:end], d.stems)
	switch {
	case n == 1 && utf8.RuneCountInString(w.fold) <= mostOfShort && !w.upper && !strings.Contains(w.fold, "."):
		return 0, nil
	case n > 1 && !d.words[at+n-1].large && (best.rule == RulePlace || articlesElsewhere[w.fold]):
		return 0, nil // “El país”
	}
	return n, best
}

// listedWhole is the name in the tables that all of some words are; nil: they are none.
func (d *document) listedWhole(words []word) *listing {
	if len(words) == 0 || words[0].mark {
		return nil
	}
	n, l := d.listings.longest(words, d.stems)
	last := words[len(words)-1]
	isShort := n == 1 && utf8.RuneCountInString(last.fold) <= mostOfShort && !last.upper && !strings.Contains(last.fold, ".")
	if n != len(words) || isShort {
		return nil
	}
	return l
}

// mostOfShort is how many letters a name has at most that must be written in capitals.
const mostOfShort = 3
