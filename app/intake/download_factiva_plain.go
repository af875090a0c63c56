package intake

import (
	"regexp"
	"strings"
	"unicode"

	"standpoint/store/say"
	"standpoint/store/text"
)

// Factiva hands out articles without codes as well: section, headline, author, “120 words”, date, newspaper and the like in lines of their
// own, then the text, then the number. The line that counts the words tells where what stands.

var (
	factivaWords = regexp.MustCompile(`(?i)^[\d.,\s\x{00A0}\x{202F}]+ ` +
		`(?:words|wörter|mots|palabras|parole|palavras|woorden|ord|слов|слова|słów|字|語)$`)
	factivaTime  = regexp.MustCompile(`(?i)^\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$`)
	factivaKey   = regexp.MustCompile(`^[A-Z0-9]{2,10}$`)
	factivaPages = regexp.MustCompile(`^(?:(?:pg|p|s)\. ?)?[A-Z]{0,3}\d{0,4}(?:[-,;/ ]{1,2}[A-Z]{0,3}\d{1,4})*$`)
	factivaRight = regexp.MustCompile(`(?i)^(?:copyright|©|\(c\))`)
)

func isFactivaPlain(lines []string) bool {
	counted := false
	for _, line := range lines {
		line = strings.TrimSpace(line)
		counted = counted || factivaWords.MatchString(line)
		if counted && factivaNumber.MatchString(line) {
			return true
		}
	}
	return false
}

func splitFactivaPlain(lines []string) []record {
	var records []record
	for _, part := range factivaParts(lines) {
		if r, ok := factivaPlain(part); ok {
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
	}
	return records
}

// factivaPlain reads an article without codes; false if there is none.
func factivaPlain(lines []string) (record, bool) {
	var r record
	for i, line := range lines {
		if factivaWords.MatchString(strings.TrimSpace(line)) {
			r.factivaAbove(visible(lines[:i]))
			body := r.factivaBelow(lines[i+1:])
			r.set("body", paragraphs(lines[i+1+body:]))
			return r, r.value("body") != ""
		}
	}
	return r, false
}

// factivaAbove reads what stands above the count of words: a section or none, the headline, the author or none.
func (r *record) factivaAbove(lines []string) {
	if n := len(lines); n > 1 && (authorName(lines[n-1]) != lines[n-1] || n > 2 || isName(lines[n-1]) && !isName(lines[n-2])) {
		r.set("author", lines[n-1])
		lines = lines[:n-1]
	}
	if n := len(lines); n > 0 {
		r.set("title", lines[n-1])
		if n == 2 {
			r.set("section", lines[0])
		}
	}
}

// isName reports whether a line is two or three words that begin with large letters, as the name of a person.
func isName(line string) bool {
	words := strings.Fields(line)
	for _, word := range words {
		if r := []rune(word)[0]; !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) == 2 || len(words) == 3
}

// factivaBelow reads what stands below the count of words, and returns the line at which the text begins.
func (r *record) factivaBelow(lines []string) (body int) {
	const most = 120 // bytes of a line that is no paragraph
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case r.value("date") == "" && datedLine(line) != "":
			r.set("date", datedLine(line))
		case factivaTime.MatchString(line):
		case factivaRight.MatchString(line) && len(line) < 2*most:
			return i + 1
		case len(line) > most:
			return i
		case r.value("source") == "":
			r.set("source", line)
		case factivaKey.MatchString(line) || factivaPages.MatchString(line):
		case r.value("language") == "" && languageNamed(text.Fold(line)) != "":
			r.set("language", line)
		case r.value("language") != "" || strings.HasSuffix(line, "."):
			return i
		}
	}
	return len(lines)
}
