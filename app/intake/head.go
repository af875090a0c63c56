package intake

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"standpoint/store"
)

// A head line gives one field of the article: "Title: Talks begin". The head
// is the lines before the first that is none; blank ones do not end it.
//
// A line is taken for text all the same when its value cannot be one of the
// field (a date that is no date), reads like a sentence of an article ("Source:
// close to the talks said …"), or the field was given before.
type head struct {
	article *store.Article
	given   map[string]bool
	notes   []string
}

// takeHead takes the head lines off s, sets the fields that they give, and
// returns the rest.
func (d *Draft) takeHead(s string) (rest string) {
	h := head{article: &d.Article, given: map[string]bool{}}
	for rest = s; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		end := len(line)
		line = strings.TrimLeftFunc(line, isBlank)
		begun, ok := h.take(line)
		if begun != "" {
			rest = rest[end-len(begun):]
			break
		}
		if line != "" && !ok {
			break
		}
		rest = after
	}
	d.Notes = h.notes
	return rest
}

// take takes a line for a head line if it is one. begun is the end of the line,
// where the text has begun already.
func (h *head) take(line string) (begun string, ok bool) {
	if date, begun, ok := leadingDate(line); ok && h.set("date", date) {
		return begun, true
	}
	name, value, found := strings.Cut(line, ":")
	name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
	if !found {
		return "", false
	}
	return "", h.set(name, value)
}

// dateLine matches "date 2025-05-16", also with a colon, at the beginning of a
// line. A month or a year must be all of the line.
var dateLine = regexp.MustCompile(`^(?i:date)(?:\s*:\s*|\s+)(?:(\d{4}-\d{2}-\d{2}(?:T[0-9:.]+(?:Z|[+-]\d{2}:\d{2}))?)(?:\s+|$)|(\d{4}(?:-\d{2})?)\s*$)`)

// leadingDate splits a line that begins with a date given as metadata. The
// text after it must begin as a text does: "date 2025-05-16 was agreed" is a
// sentence.
func leadingDate(line string) (date, begun string, ok bool) {
	m := dateLine.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	begun = line[len(m[0]):]
	first, _ := utf8.DecodeRuneInString(begun)
	return m[1] + m[2], begun, !unicode.IsLower(first)
}

// set sets the field of that name unless the value cannot be one of it.
func (h *head) set(name, value string) bool {
	if h.given[name] {
		return false
	}
	a := h.article
	switch name {
	case "title":
		h.given[name] = setWords(&a.Title, value, 300)
	case "source":
		h.given[name] = !isProse(value) && setWords(&a.Source, value, 120)
	case "author":
		h.given[name] = !isProse(value) && setWords(&a.Author, value, 200)
	case "section":
		h.given[name] = !isProse(value) && setWords(&a.Section, value, 120)
	case "language":
		h.given[name] = !isProse(value) && setLanguage(&a.Language, value)
	case "url":
		h.given[name] = setAddress(&a.URL, value)
	case "date":
		h.given[name] = h.setDate(value)
	}
	return h.given[name]
}

func (h *head) setDate(value string) bool {
	date, err := parseDate(value)
	if err != nil {
		if !isProse(value) {
			h.notes = append(h.notes, fmt.Sprintf("“Date: %s” was left in the text: %v", value, err))
		}
		return false
	}
	h.article.Published = date
	return true
}

func setWords(field *string, value string, limit int) bool {
	if utf8.RuneCountInString(value) > limit {
		return false
	}
	*field = value
	return true
}

// setLanguage takes a language by its tag (BCP 47), or as it is written.
func setLanguage(field *string, value string) bool {
	if tag, err := language.Parse(value); err == nil && value != "" {
		value = tag.String()
	}
	return setWords(field, value, 40)
}

func setAddress(field *string, value string) bool {
	if _, err := url.Parse(value); err != nil || strings.ContainsFunc(value, unicode.IsSpace) {
		return false
	}
	*field = value
	return true
}

// isProse reports whether the value of a head line reads like a sentence.
func isProse(value string) bool {
	const fewWords = 6 // "The Northern Wire Service Ltd." is a name
	words := strings.Fields(value)
	return len(words) > fewWords && strings.ContainsAny(words[len(words)-1], ".!?…。")
}

// spelledDates are the ways to spell a day in English that leave no doubt which
// day it is, as package time has them.
var spelledDates = []string{"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006"}

// parseDate reads a date of the project's own form, or one that is spelled out.
func parseDate(value string) (store.Date, error) {
	date, err := store.ParseDate(value)
	if err == nil {
		return date, nil
	}
	for _, layout := range spelledDates {
		if day, spelledErr := time.Parse(layout, strings.TrimSpace(value)); spelledErr == nil {
			return store.ParseDate(day.Format(time.DateOnly))
		}
	}
	return "", err
}
