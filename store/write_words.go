package store

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

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

// Words returns words as a field keeps them, which is without the space around a line, and why the field cannot hold them, as
// what follows “It” in a sentence: "is longer than 1,000 characters …". wrong is "" where it can, and for a field that is not
// of words. The field is named as in the journal.
func Words(e Entity, field, words string) (kept, wrong string) {
	t := tableFor(e)
	if t == nil {
		return words, ""
	}
	for _, f := range t.fields {
		if f.name == field {
			return wordsBy(f.words, words)
		}
	}
	return words, ""
}

func wordsBy(rule, s string) (kept, wrong string) {
	switch rule {
	case ruleName, ruleLine:
		s = strings.TrimSpace(s)
		return s, wrongLine(rule, s)
	case ruleText:
		return s, wrongText(s)
	}
	return s, ""
}

func wrongLine(rule, s string) string {
	if n := utf8.RuneCountInString(s); n > LineLimit {
		return overLimit(n, LineLimit)
	}
	if harm, found := text.FirstHarm(s); found {
		if harm.Rune == '\n' || harm.Rune == '\r' {
			return fmt.Sprintf("must be on one line, and has a line end after %s. Join the lines", amount(harm.Position, "character"))
		}
		return fmt.Sprintf("has a sign that cannot be seen and does harm where it is shown, %s, after %s. Take it out",
			harm, amount(harm.Position, "character"))
	}
	switch {
	case rule != ruleName || text.IsVisible(s):
		return ""
	case strings.TrimSpace(s) == "":
		return "is empty"
	default:
		return "has no sign that can be seen. Write a name that people can read"
	}
}

func wrongText(s string) string {
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
		return fmt.Sprintf("has a sign that is no text after %s. Take it out", amount(n, "character"))
	case n > TextLimit:
		return overLimit(n, TextLimit)
	}
	return ""
}

func overLimit(n, limit int) string {
	return fmt.Sprintf("is longer than %s characters: it has %s. Shorten it", grouped(limit), grouped(n))
}

// amount returns "1 character", "2 characters".
func amount(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}

// grouped writes a number as people read it: 1,204.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
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
		if wrong != "" {
			return invalidf("The %s of %s %s.", strings.ReplaceAll(f.name, "_", " "), t.entity.a(), wrong)
		}
	}
	return nil
}

// named trims a name, and refuses an empty one. what says whose it is: "An actor".
func named(name *string, what string) error {
	*name = strings.TrimSpace(*name)
	if *name == "" {
		return invalidf("%s needs a name.", what)
	}
	return nil
}
