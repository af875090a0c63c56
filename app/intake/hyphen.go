package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

// hyphens knows which words a text has, to tell a hyphen that divides a word at
// a line end from one that belongs to it.
type hyphens struct {
	lines []textLine
	words map[string]bool // folded: words, and pairs with a hyphen between; of the text but for its line ends
}

// glue is what becomes of a line end between two joined lines.
type glue struct {
	drop     string // taken from the end of the first
	space    string // put between them
	doubtful string // the word, if its hyphen was kept but may divide it
}

const softHyphen = "\u00AD"

// between returns what joins a line to the next.
func (h *hyphens) between(line, next string) glue {
	if strings.HasSuffix(line, softHyphen) {
		return glue{drop: softHyphen}
	}
	last, size := utf8.DecodeLastRuneInString(line)
	stem := line[:len(line)-size]
	if r, _ := utf8.DecodeLastRuneInString(stem); !isWordRune(r) {
		return glue{space: " "} // also a dash after a space
	}
	switch last {
	case '—':
		return glue{}
	case '-', '‐':
		return h.atHyphen(stem, next, string(last))
	}
	return glue{space: " "}
}

var (
	wordAtEnd   = regexp.MustCompile(`[\pL\pM\pN'’]+$`)
	wordAtStart = regexp.MustCompile(`^[\pL\pM'’]+`)
)

// atHyphen decides on a hyphen between stem, at the end of a line, and the next
// line. It is dropped only if the whole word stands elsewhere in the text, or
// if one of its parts can be none by itself.
func (h *hyphens) atHyphen(stem, next, hyphen string) glue {
	before, after := wordAtEnd.FindString(stem), wordAtStart.FindString(next)
	first, _ := utf8.DecodeRuneInString(after)
	switch {
	case after == "" || unicode.IsUpper(first) && strings.ToUpper(before) != before,
		strings.ContainsFunc(before, unicode.IsNumber), utf8.RuneCountInString(before) == 1,
		strings.HasSuffix(stem[:len(stem)-len(before)], hyphen): // "face-to-⏎face"
		return glue{}
	case isConjunction(after): // "pre- and postwar"
		return glue{space: " "}
	}
	h.read()
	one, two := text.Fold(before), text.Fold(after)
	switch {
	case h.words[one+two]:
		return glue{drop: hyphen}
	case h.words[one+"-"+two]:
		return glue{}
	case isNoWord(one) || isNoWord(two) || isEnding(two):
		return glue{drop: hyphen}
	}
	return glue{doubtful: before + hyphen + after}
}

var hyphenated = regexp.MustCompile(`[\pL\pM\pN'’]+(?:[-‐][\pL\pM\pN'’]+)*[-‐]?`)

// betweenColumnLines returns what joins a line of a printed column to the next. Such a hyphen divides a word more often than not: if in
// doubt, it is dropped.
func (h *hyphens) betweenColumnLines(line, next string) glue {
	if !isBroken(line, next) {
		if isUnspaced(line) {
			return glue{}
		}
		return glue{space: " "}
	}
	join := h.between(line, next)
	_, size := utf8.DecodeLastRuneInString(line)
	if stem := line[:len(line)-size]; join.doubtful != "" && !isFirstOfTwo(text.Fold(wordAtEnd.FindString(stem))) {
		return glue{drop: line[len(stem):]}
	}
	return join
}

// isFirstOfTwo reports whether a folded word is mostly parted from the next by a hyphen of its own.
func isFirstOfTwo(word string) bool {
	switch word {
	case "self", "well", "half", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return true
	}
	return false
}

// read collects the words of the text. The last of a line that ends with a
// hyphen is part of one, and so is the first of the line after it.
func (h *hyphens) read() {
	if h.words != nil {
		return
	}
	h.words = map[string]bool{}
	divided := false
	for _, l := range h.lines {
		found := hyphenated.FindAllString(l.s, -1)
		for i, word := range found {
			isPart := divided && i == 0 || strings.HasSuffix(word, "-") || strings.HasSuffix(word, "‐")
			if isPart {
				continue
			}
			parts := strings.Split(text.Fold(word), "-")
			if len(parts) == 1 {
				h.words[parts[0]] = true
			}
			for i := range len(parts) - 1 {
				h.words[parts[i]+"-"+parts[i+1]] = true
			}
		}
		divided = strings.HasSuffix(l.s, "-") || strings.HasSuffix(l.s, "‐")
	}
}

// isConjunction reports whether a word joins two parts of which the first ends
// with a hyphen of its own.
func isConjunction(word string) bool {
	switch strings.ToLower(word) {
	case "and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "i", "en", "of", "och", "eller", "oraz", "lub", "ve", "veya",
		"и", "или", "та", "або", "й", "і":
		return true
	}
	return false
}

// isNoWord reports whether a folded piece of a word, of a script with letters for
// vowels, has none.
func isNoWord(piece string) bool {
	for _, r := range piece {
		if !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) || strings.ContainsRune("aeiouyæøœıаеиоуыэюяіїєўαεηιουω", r) {
			return false
		}
	}
	return true
}

// isEnding reports whether a folded piece is the end of words and no word of its own.
func isEnding(piece string) bool {
	switch piece {
	case "tion", "tions", "tional", "ation", "ations", "sion", "sions", "ment", "ments", "ing", "ings", "ed", "er", "ers", "ly", "ness", "ity",
		"ties", "ty", "ence", "ance", "ible", "cial", "tial", "cian", "cians", "tive", "tives", "sive", "tary", "ture", "tures",
		"ting", "ters", "ter", "ded", "ding", "sed", "ned", "ning", "ced", "cing", "ous", "tious",
		"ung", "ungen", "tung", "tungen", "dung", "dungen", "rung", "rungen", "lung", "lungen", "gung", "gungen", "lich", "liche", "lichen",
		"keit",
		"heit", "schen", "sche", "tete", "tes", "cion", "ciones", "cao", "coes", "zione", "zioni", "mente", "dades", "teur",
		"ция", "ции", "цию", "ций", "ние", "ния", "нию", "нии", "ний", "ного", "ному", "ный", "ная", "ные", "ных", "ский", "ского", "ская",
		"ские",
		"ских", "ость", "ности", "ність", "ції", "цій", "ння", "ського", "ська", "ські", "ських":
		return true
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// textLine is a line as joining sees it.
type textLine struct {
	raw    string
	quote  string // what marks it as quoted in mail, without spaces: ">>"
	indent int
	s      string // without quote, indent and white space at the end
	length int    // of indent and s
	first  int    // length of the first word
	fixed  bool   // blank, a rule, or a row of a table: stands alone
	item   itemKind
}
