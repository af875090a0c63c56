package render

import (
	"strings"
	"unicode"

	names "golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"

	"standpoint/app/notes"
)

// tongue is a language as office programs name it: each run has one for Western letters, one for those of East Asia, and one for
// those that run from right to left or are joined.
type tongue struct {
	tag               string // BCP 47 with a country: "ru-RU"; "" of no known language
	language, country string // "ru", "RU"; "zxx", "none" of no known language
	kind              script
}

// script says which letters a language is written in, as far as office programs treat them differently.
type script int

const (
	western script = iota
	eastAsian
	rightToLeft
)

var unknownTongue = tongue{language: "zxx", country: "none"}

// tongueOf returns a language, BCP 47, with the country in which it is spoken most if it names none.
func tongueOf(name string) tongue {
	tag, err := names.Parse(name)
	if err != nil || name == "" {
		return unknownTongue
	}
	base, _ := tag.Base()
	letters, _ := tag.Script()
	country, _ := tag.Region()
	t := tongue{tag: base.String() + "-" + country.String(), language: base.String(), country: country.String()}
	switch letters.String() {
	case "Hans", "Hant", "Jpan", "Kore", "Hani", "Hira", "Kana", "Hang":
		t.kind = eastAsian
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm":
		t.kind = rightToLeft
	}
	return t
}

// stretch is a part of a text that runs in one direction.
type stretch struct {
	words     string
	rightLeft bool
}

// stretches parts a text of a paragraph that runs in a direction by the direction of its letters, which word processors do not find
// out by themselves. What has no direction goes with the letters on both sides, else with the paragraph.
func stretches(s string, rightLeft bool) []stretch {
	if !rightLeft && !mayTurn(s) {
		return []stretch{{s, false}}
	}
	var list []stretch
	add := func(words string, turned bool) {
		if n := len(list) - 1; n >= 0 && list[n].rightLeft == turned {
			list[n].words += words
		} else if words != "" {
			list = append(list, stretch{words, turned})
		}
	}
	from := 0 // where what has no direction begins
	last := rightLeft
	for i := 0; i < len(s); {
		class, size := bidi.LookupString(s[i:])
		turned, decided := last, class.Class() == bidi.EN || class.Class() == bidi.NSM && from == i
		switch class.Class() {
		case bidi.L:
			turned, decided = false, true
		case bidi.R, bidi.AL, bidi.AN:
			turned, decided = true, true
		}
		size = max(size, 1)
		if decided {
			between := rightLeft
			if last == turned {
				between = turned
			}
			add(s[from:i], between)
			add(s[i:i+size], turned)
			from, last = i+size, turned
		}
		i += size
	}
	add(s[from:], rightLeft)
	return list
}

// mayTurn reports whether some character may run from right to left.
func mayTurn(s string) bool {
	for _, r := range s {
		if r >= 0x0590 {
			return true
		}
	}
	return false
}

// The marks, which are not seen, of the two directions.
const leftRightMark, rightLeftMark = "\u200e", "\u200f"

// settled returns a line of notes with a mark of its direction behind each run that ends in the other one. Without it a number or a
// comma that follows a name is drawn into the name by word processors, as if it were a part of it.
func settled(t notes.Text, base tongue) notes.Text {
	line := t.String()
	if !mayTurn(line) {
		return t
	}
	rightLeft, mark := lineRightLeft(t, base), leftRightMark
	if rightLeft {
		mark = rightLeftMark
	}
	marked := make(notes.Text, 0, len(t))
	for i, r := range t {
		marked = append(marked, r)
		if i < len(t)-1 && endsTurned(r.Text, rightLeft) {
			marked = append(marked, notes.Run{Text: mark})
		}
	}
	return marked
}

// endsTurned reports whether the last letters of a text run otherwise than its paragraph.
func endsTurned(s string, rightLeft bool) bool {
	turned := false
	for i := 0; i < len(s); {
		class, size := bidi.LookupString(s[i:])
		switch class.Class() {
		case bidi.L:
			turned = rightLeft
		case bidi.R, bidi.AL:
			turned = !rightLeft
		}
		i += max(size, 1)
	}
	return turned
}

// directions reports whether a text has letters that run from left to right, and such that run from right to left; and whether the
// first letter is one of the latter.
func directions(s string) (left, right, first bool) {
	if !mayTurn(s) {
		return strings.ContainsFunc(s, unicode.IsLetter), false, false
	}
	for i := 0; i < len(s); {
		class, size := bidi.LookupString(s[i:])
		switch class.Class() {
		case bidi.L:
			left = true
		case bidi.R, bidi.AL:
			first = first || !left
			right = true
		}
		i += max(size, 1)
	}
	return left, right, first
}

// wordsRightLeft reports whether a paragraph of words in a language runs from right to left, as its first letter does.
func wordsRightLeft(s string, t tongue) bool {
	left, right, first := directions(s)
	if !left && !right {
		return t.kind == rightToLeft
	}
	return first
}

// lineRightLeft reports whether a line of notes in a language runs from right to left. A sentence of the notes, which has several runs,
// does as the language, unless all of its letters run the other way; a title or a paragraph of somebody's own, which is one run, as its
// first letter.
func lineRightLeft(t notes.Text, base tongue) bool {
	line := t.String()
	if len(t) == 1 {
		return wordsRightLeft(line, base)
	}
	left, right, _ := directions(line)
	if base.kind == rightToLeft {
		return right || !left
	}
	return right && !left
}
