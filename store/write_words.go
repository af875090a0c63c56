package store

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
	"standpoint/store/text"
)

// LineLimit is how many code points a field of one line may have: a name, a title, an address.
const LineLimit = 1000

// TextLimit is how many code points a field of several lines may have: a note, a description.
const TextLimit = 1_000_000

// The rules for a field of words, as the tag `words` of a struct field names them. What is in a file already, or comes
// with a merge, is not asked about: it is read as it is.
const (
	ruleName = "name" // a line with at least one sign that can be seen
	ruleLine = "line" // at most LineLimit code points, none of which does harm where it is shown
	ruleText = "text" // at most TextLimit code points of UTF-8, without NUL
)

// Words returns words as a field keeps them, which is without the space around a line, and why the field cannot hold them: "It is
// longer than 1,000 characters …". wrong is zero where it can, and for a field that is not of words. The field is named as in the
// journal.
func Words(e Entity, field, words string) (kept string, wrong say.Sentence) {
	t := tableFor(e)
	if t == nil {
		return words, wrong
	}
	for _, f := range t.fields {
		if f.name == field {
			return wordsBy(f.words, words)
		}
	}
	return words, wrong
}

func wordsBy(rule, s string) (kept string, wrong say.Sentence) {
	switch rule {
	case ruleName, ruleLine:
		s = strings.TrimSpace(s)
		return s, wrongLine(rule, s)
	case ruleText:
		return s, wrongText(s)
	}
	return s, wrong
}

func wrongLine(rule, s string) (wrong say.Sentence) {
	if n := utf8.RuneCountInString(s); n > LineLimit {
		return overLimit(n, LineLimit)
	}
	if harm, found := text.FirstHarm(s); found {
		if harm.Rune == '\n' || harm.Rune == '\r' {
			return say.Many(harm.Position,
				"It must be on one line, and has a line end after %s character. Join the lines.",
				"It must be on one line, and has a line end after %s characters. Join the lines.", say.Number(harm.Position))
		}
		return say.Many(harm.Position,
			"It has a sign that cannot be seen and does harm where it is shown, %s, after %s character. Take it out.",
			"It has a sign that cannot be seen and does harm where it is shown, %s, after %s characters. Take it out.",
			harm, say.Number(harm.Position))
	}
	switch {
	case rule != ruleName || text.IsVisible(s):
		return wrong
	case strings.TrimSpace(s) == "":
		return say.Of("It is empty.")
	default:
		return say.Of("It has no sign that can be seen. Write a name that people can read.")
	}
}

func wrongText(s string) (wrong say.Sentence) {
	n, bad := 0, -1
	for i, r := range s {
		if r == 0 || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			bad = i
			break
		}
		n++
	}
	switch {
	case bad >= 0:
		return say.Many(n, "It has a sign that is no text after %s character. Take it out.",
			"It has a sign that is no text after %s characters. Take it out.", say.Number(n))
	case n > TextLimit:
		return overLimit(n, TextLimit)
	}
	return wrong
}

func overLimit(n, limit int) say.Sentence {
	return say.Of("It is longer than %s characters: it has %s. Shorten it.", say.Number(limit), say.Number(n))
}

// checkWords puts the words of the row that after points to as they are kept, and refuses those that a field cannot hold. What
// it held before is not asked about.
func (t *table) checkWords(before, after any) error {
	v, w := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	for _, f := range t.fields {
		if f.words == "" || v.Field(f.index).String() == w.Field(f.index).String() {
			continue
		}
		kept, wrong := wordsBy(f.words, w.Field(f.index).String())
		w.Field(f.index).SetString(kept)
		if !wrong.IsZero() {
			return invalidf("This cannot be kept as “%s” (%s). %s", say.Word(f.name), t.entity.word(), wrong)
		}
	}
	return nil
}

// named trims a name, and refuses an empty one.
func named(name *string, refusal error) error {
	*name = strings.TrimSpace(*name)
	if *name == "" {
		return refusal
	}
	return nil
}
