package suggest

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"standpoint/store/text"
)

// isCyrillic reports whether a folded word is written in Cyrillic letters.
func isCyrillic(fold string) bool {
	r := firstRune(fold)
	return r >= 'Ѐ' && r <= 'ӿ'
}

// Letters that change before some endings, and what a word has in other cases.
var (
	softened = map[string]string{"ц": "к", "з": "г", "с": "х"}                                        // Америці, Ользі, Анастасі
	closed   = map[string]string{"ов": "ів", "єв": "їв", "ев": "ів", "дом": "дім"}                    // Львова: Львів, Києва: Київ
	fleeting = map[string]string{"ець": "ц", "ец": "ц", "ель": "л", "ел": "л", "ок": "к", "ень": "н"} // Швець: Шевця, Павел: Павла
)

// nameStems are what a folded word of a name may have in common with its other cases, the likeliest first: of “Молдові” there are two, as
// “ові” or “і” may be its ending. Words in other letters have one, which is as it is.
func nameStems(fold string) []string {
	if !isCyrillic(fold) {
		return []string{fold}
	}
	all := []string{stemOf(fold)}
	add := func(stem string) {
		if utf8.RuneCountInString(stem) >= leastStem && !slices.Contains(all, stem) {
			all = append(all, stem)
		}
	}
	last, size := utf8.DecodeLastRuneInString(fold)
	short := fold
	if strings.ContainsRune("аяуюеєиіїыоьй", last) {
		short = fold[:len(fold)-size]
		add(short)
	}
	for end, other := range closed {
		if stem, is := strings.CutSuffix(short, end); is {
			add(stem + other)
		}
	}
	if last == 'і' || last == 'е' {
		for end, other := range softened {
			if stem, is := strings.CutSuffix(short, end); is {
				add(stem + other)
			}
		}
	}
	for end, other := range fleeting {
		if stem, is := strings.CutSuffix(fold, end); is {
			add(stem + other)
		}
	}
	slices.Sort(all[1:])
	return all
}

// germanEnds are the endings that an adjective or a noun in a German name may have.
var germanEnds = []string{"es", "en", "er", "em", "e", "n", "s"}

// germanStems are the same for German: of “Weißen Hauses” and “Weißes Haus”.
func germanStems(fold string) []string {
	all := []string{fold}
	for _, end := range germanEnds {
		if stem, is := strings.CutSuffix(fold, end); is && utf8.RuneCountInString(stem) >= leastStem {
			all = append(all, stem)
		}
	}
	return all
}

// shareStem reports whether two words may be the same in different cases.
func shareStem(a, b []string) bool {
	for _, s := range a {
		if slices.Contains(b, s) {
			return true
		}
	}
	return false
}

// caseEnding is what a word ends with in one case, and in the one that a name is known by.
type caseEnding struct{ is, base string }

// Endings of Ukrainian and Russian surnames, the longest first: of men, and of women.
var (
	endingsOfMen = []caseEnding{
		{"енкові", "енко"},
		{"енком", "енко"},
		{"енка", "енко"},
		{"енку", "енко"},
		{"ського", "ський"},
		{"ському", "ський"},
		{"ським", "ський"},
		{"цького", "цький"},
		{"цькому", "цький"},
		{"цьким", "цький"},
		{"ского", "ский"},
		{"скому", "ский"},
		{"ским", "ский"},
		{"цкого", "цкий"},
		{"цкому", "цкий"},
		{"цким", "цкий"},
		{"овим", "ов"},
		{"овым", "ов"},
		{"ова", "ов"},
		{"ову", "ов"},
		{"ове", "ов"},
		{"евим", "ев"},
		{"евым", "ев"},
		{"ева", "ев"},
		{"еву", "ев"},
		{"єва", "єв"},
		{"єву", "єв"},
		{"євим", "єв"},
		{"иним", "ин"},
		{"иным", "ин"},
		{"ина", "ин"},
		{"ину", "ин"},
		{"іна", "ін"},
		{"іну", "ін"},
		{"іним", "ін"},
		{"ичем", "ич"},
		{"ича", "ич"},
		{"ичу", "ич"},
		{"ого", "ий"},
		{"ому", "ий"},
		{"ові", ""},
		{"еві", ""},
		{"ом", ""},
		{"ем", ""},
		{"ію", "ій"},
		{"ія", "ій"},
		{"єм", "й"},
		{"ою", "а"},
		{"ею", "ей"},
		{"ея", "ей"},
		{"аю", "ай"},
		{"ая", "ай"},
		{"ля", "ль"},
		{"лю", "ль"},
		{"ря", "р"},
		{"рю", "р"},
		{"а", ""},
		{"у", ""},
	}
	endingsOfWomen = []caseEnding{
		{"ською", "ська"},
		{"ської", "ська"},
		{"ській", "ська"},
		{"ську", "ська"},
		{"ской", "ская"},
		{"скую", "ская"},
		{"цької", "цька"},
		{"цькою", "цька"},
		{"цькій", "цька"},
		{"цьку", "цька"},
		{"цкой", "цкая"},
		{"цкую", "цкая"},
		{"овою", "ова"},
		{"ової", "ова"},
		{"овій", "ова"},
		{"ову", "ова"},
		{"овой", "ова"},
		{"евою", "ева"},
		{"евої", "ева"},
		{"евой", "ева"},
		{"еву", "ева"},
		{"євою", "єва"},
		{"євої", "єва"},
		{"єву", "єва"},
		{"иною", "ина"},
		{"иної", "ина"},
		{"иной", "ина"},
		{"іною", "іна"},
		{"іної", "іна"},
	}
)

// rebased is a written word with the first of the endings that it has in its place, as it is in the case that a name is known by.
func rebased(written string, endings []caseEnding) string {
	for _, e := range endings {
		stem, is := strings.CutSuffix(written, e.is)
		if is && utf8.RuneCountInString(stem)+utf8.RuneCountInString(e.base) >= leastStem {
			return stem + e.base
		}
	}
	return written
}

// baseFirst is a first name in the case that it is known by; "" if it is not known.
func baseFirst(w word, code string) string {
	if firstInCyrillic()[w.fold] || strings.HasSuffix(w.fold, "ій") { // “Матвій” is no other case of “Матвей”
		return w.text
	}
	if stem, is := strings.CutSuffix(w.fold, "ием"); is { // “Юлием” is no woman
		return string([]rune(w.text)[:utf8.RuneCountInString(stem)]) + "ий"
	}
	for _, names := range []map[string]bool{firstNamesOf(code), firstInCyrillic()} { // “Павлом” is Павел, or Павло
		for _, stem := range nameStems(w.fold) {
			for _, end := range firstNameEnds(w.fold) {
				if letters := utf8.RuneCountInString(stem); names[stem+end] && strings.HasPrefix(w.fold, stem) {
					return string([]rune(w.text)[:letters]) + end
				}
			}
			for end, other := range fleeting { // “Павлом”
				if short, is := strings.CutSuffix(stem, other); is && names[short+end] && code == "ru" {
					return string([]rune(w.text)[:utf8.RuneCountInString(short)]) + end
				}
			}
		}
	}
	if name := firstByStem()[stemOf(w.fold)]; name != "" {
		letters := []rune(name)
		return strings.ToUpper(string(letters[:1])) + string(letters[1:])
	}
	return baseBySound(w)
}

// baseBySound is a first name that is known in other letters, in the case that it is known by: “Эммы” is Эмма, as Emma is known; "" if it
// is not known.
func baseBySound(w word) string {
	letters := []rune(w.text)
	for _, end := range []string{"ою", "ой", "ы", "и", "у", "е", "і"} {
		stem, is := strings.CutSuffix(w.fold, end)
		if is && utf8.RuneCountInString(stem) >= leastStem && firstSounds()[soundOf(stem+"а")] {
			return string(letters[:utf8.RuneCountInString(stem)]) + "а"
		}
	}
	if firstSounds()[soundOf(w.fold)] {
		return w.text
	}
	for _, end := range []string{"ом", "ем", "а", "у", "е"} {
		stem, is := strings.CutSuffix(w.fold, end)
		if is && utf8.RuneCountInString(stem) >= leastStem && firstSounds()[soundOf(stem)] {
			return string(letters[:utf8.RuneCountInString(stem)])
		}
	}
	return ""
}

// firstInCyrillic are the first names in Cyrillic letters.
var firstInCyrillic = sync.OnceValue(func() map[string]bool { return inFirstNames("uk", "ru") })

// firstNamesOf are the first names of a language that is written in Cyrillic letters.
func firstNamesOf(code string) map[string]bool {
	if code == "uk" || code == "ru" {
		return namesOfLanguage()[code]
	}
	return nil
}

var namesOfLanguage = sync.OnceValue(func() map[string]map[string]bool {
	return map[string]map[string]bool{"uk": inFirstNames("uk"), "ru": inFirstNames("ru")}
})

// firstNameEnds are how a first name may end that is known, by how it does in another case, the likeliest first: of women or of men.
func firstNameEnds(fold string) []string {
	if strings.HasSuffix(fold, "ею") {
		return []string{"ей", "а", "я", "ія", "ия", "ья", "", "ь"} // “Сергею”, “Надею”
	}
	ofWomen := []string{"ою", "ией", "ією", "ой", "ей", "ії", "ии", "и", "ы", "і"}
	if slices.ContainsFunc(ofWomen, func(end string) bool { return strings.HasSuffix(fold, end) }) {
		return []string{"а", "я", "ія", "ия", "ья", "", "ь"}
	}
	return []string{"", "о", "й", "ій", "ий", "ей", "ь", "я", "а"}
}

// firstByCase is the first name of a man that is not known, of one in a case that the surname tells: “Фаррухом | Назримовым”; "" if it does
// not tell.
func firstByCase(first, surname string) string {
	for _, of := range []struct{ surname, first string }{
		{"овым", "ом"},
		{"евым", "ом"},
		{"иным", "ом"},
		{"ским", "ом"},
		{"цким", "ом"},
		{"ского", "а"},
		{"цкого", "а"},
		{"скому", "у"},
		{"цкому", "у"},
		{"ським", "ом"},
		{"цьким", "ом"},
		{"ського", "а"},
		{"цького", "а"},
		{"ському", "у"},
		{"цькому", "у"},
	} {
		stem, is := strings.CutSuffix(first, of.first)
		if is && strings.HasSuffix(surname, of.surname) && utf8.RuneCountInString(stem) >= leastStem {
			return stem
		}
	}
	return ""
}

// baseName is the name of a person as it is known, of words in any case: “Олегом Маркіним” is Олег Маркін. Names that do not begin with a
// first name that is known stay as they are written.
func baseName(words []word, code string) string {
	written := make([]string, len(words))
	for i, w := range words {
		written[i] = w.text
	}
	last := len(words) - 1
	if last < 1 || !isCyrillic(words[0].fold) {
		return strings.Join(written, " ")
	}
	first := baseFirst(words[0], code)
	surname := rebased(words[last].fold, endingsOfMen)
	ofMan := surname != words[last].fold && strings.HasSuffix(surname, "енко")
	if first == "" {
		first = firstByCase(words[0].text, words[last].fold)
	}
	switch {
	case first == "" || first == words[0].text && !ofMan:
		return strings.Join(written, " ")
	case ofMan && first == words[0].text:
		first = strings.TrimSuffix(first, "а") // “Олександра Іваненка”
	}
	endings := endingsOfMen
	isOfMan := tables[code]["men"][text.Fold(first)] // “Миколою”
	if !isOfMan && (strings.HasSuffix(first, "а") || strings.HasSuffix(first, "я")) {
		endings = endingsOfWomen
	}
	written[0] = first
	for i := 1; i <= last; i++ {
		if !words[i].mark && !strings.HasSuffix(words[i].text, ".") {
			written[i] = rebased(written[i], endings)
			if stem, is := strings.CutSuffix(words[i].text, "вого"); is && code == "ru" {
				written[i] = stem + "вой" // “Тараса Лозового”
			}
		}
	}
	return strings.Join(written, " ")
}
