package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviates reports whether the full stop after word belongs to an
// abbreviation and ends no sentence, given what follows.
func abbreviates(word, after string) bool {
	small := strings.ToLower(word)
	switch {
	case neverLast(small):
		return true
	case isInitials(word): // before “p.” of a page: “Anna P. Kessel”
		return !opensSentence(after)
	case beforeNumber(small):
		return startsWithDigit(after)
	case oftenLast(small):
		return !opensSentence(after)
	}
	return false
}

// neverLast reports whether the abbreviation, in small letters, always has
// its name or thing after it.
func neverLast(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "dr", "prof", "st", "mt", "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "sgt", "cpl", "pvt",
		"gov", "sen", "rep", "pres", "rev", "hon", "amb", "supt", "messrs", "vs", "e.g", "i.e", "cf", "approx", "ph",
		"mme", "mlle", "sra", "srta", "hr", "fr", "bzw", "z.b", "d.h",
		"проф", "акад", "ген", "им", "ім", "ул", "вул", "пр", "просп", "см", "див", "т.е", "т.н", "напр", "гр", "пос":
		return true
	}
	return false
}

// beforeNumber reports whether the abbreviation, in small letters, is one when
// a number follows.
func beforeNumber(word string) bool {
	switch word {
	case "no", "nos", "nr", "art", "sec", "ch", "p", "pp", "par", "para", "vol", "fig", "res", "abs",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"ст", "стр", "п", "пп", "ч", "гл", "рис", "розд":
		return true
	}
	return false
}

// oftenLast reports whether the abbreviation, in small letters, can end a
// sentence as well as stand within it.
func oftenLast(word string) bool {
	switch word {
	case "inc", "ltd", "co", "corp", "bros", "llc", "plc", "dept", "est", "univ", "assn", "etc", "jr", "sr", "esq", "al", "gov't", "int'l",
		"г", "гг", "р", "рр", "руб", "грн", "коп", "тыс", "тис", "млн", "млрд", "др", "ін", "т.д", "т.п":
		return true
	}
	return false
}

// IsOrdinal reports whether the full stop after number makes it an ordinal in German and ends no sentence, given the word before and what
// follows: “am 18. Dezember”, “die 2. Runde”.
func IsOrdinal(before, number, after string) bool {
	return isDayOfMonth(number) && (opensMonth(after) || isArticle(before) && opensWithCapital(after))
}

// isArticle reports whether a word is an article in German, or has one in it, that no number ends a sentence after.
func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "der", "die", "das", "dem", "den", "zum", "zur", "vom", "im", "beim", "ins":
		return true
	}
	return false
}

// opensWithCapital reports whether s begins with a word that is written large.
func opensWithCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	return unicode.IsUpper(r)
}

// isDayOfMonth reports whether word is a number that a day of a month can have.
func isDayOfMonth(word string) bool {
	return isDigits(word) && (len(word) == 1 || len(word) == 2 && word <= "31")
}

// opensMonth reports whether s begins with a month in German, which has a stop after the day and writes months large: “18. Dezember”.
func opensMonth(s string) bool {
	first, _, _ := strings.Cut(strings.TrimLeftFunc(s, unicode.IsSpace), " ")
	switch strings.TrimRight(first, ".,;:!?)–“”«»") {
	case "Januar", "Jänner", "Februar", "Feber", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
		"Dezember":
		return true
	}
	return false
}

// isInitials reports whether word is one capital letter or letters with stops
// between them: "J", "U.S", "p.m", "В.В". X is a place where things are written, and rarely begins the name of somebody.
func isInitials(word string) bool {
	if word == "X" {
		return false
	}
	letters := strings.Split(word, ".")
	for _, letter := range letters {
		r, size := utf8.DecodeRuneInString(letter)
		if size == 0 || size != len(letter) || !unicode.IsLetter(r) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	return len(letters) > 1 || unicode.IsUpper(r)
}

// opensSentence reports whether s begins with a word that is written large
// only because a sentence begins, or with a quotation.
func opensSentence(s string) bool {
	first, _, _ := strings.Cut(strings.TrimLeftFunc(s, unicode.IsSpace), " ")
	if r, _ := utf8.DecodeRuneInString(first); !isWordRune(r) {
		return true
	}
	switch strings.ToLower(strings.TrimRight(first, ",;:")) {
	case "the", "a", "an", "this", "that", "these", "those", "there", "he", "she", "it", "its", "they", "we", "i", "you",
		"his", "her", "their", "our", "my", "but", "and", "or", "so", "yet", "if", "in", "on", "at", "by", "for", "from", "to", "with",
		"as", "when", "while", "after", "before", "since", "until", "during", "under", "asked", "both", "some", "many", "most", "all",
		"no", "not", "now", "then", "however", "meanwhile", "earlier", "later", "also", "still", "what", "who", "how", "why",
		"в", "во", "на", "по", "из", "от", "к", "с", "у", "о", "об", "за", "при", "после", "он", "она", "они", "мы", "это", "эти", "этот",
		"но", "а", "и", "как", "если", "когда", "что", "також", "він", "вона", "вони", "ми", "це", "ці", "але", "і", "й", "та", "як", "якщо",
		"коли", "із", "з", "від", "до", "про", "під", "після":
		return true
	}
	return false
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	return unicode.IsDigit(r)
}
