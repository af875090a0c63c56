package intake

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// A head line gives one field of the article: "Title: Talks begin". The head
// is the lines before the first that is none; blank ones do not end it.
//
// A line is taken for text all the same, and ends the head, when it reads like
// a sentence of an article ("Source: close to the talks said …"), or the field
// was given before. A head line whose value cannot be one of the field (a date
// that is no date, a title that is too long) is left in the text and told of;
// those after it are read.
type head struct {
	article *store.Article
	given   map[string]bool
	line    int      // number of the present one, counted from 1
	left    []string // lines that stay in the text, and blank ones after them
	notes   []say.Sentence
	doubt   *Doubt    // the date, if it can be two days
	shows   DateOrder // what stands first in dates, by this one
}

// verdict is what a line at the beginning of a text is.
type verdict int

const (
	isText   verdict = iota // the head ends before it
	isTaken                 // a head line, and read
	isUnread                // a head line with a value that cannot be
)

// takeHead takes the head lines off s and sets the fields that they give. left
// is those that could not be read, and rest the text after the head.
func (d *Draft) takeHead(s string) (left, rest string) {
	h := head{article: &d.Article, given: map[string]bool{}}
	for rest = h.takeFront(s); rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		end := len(line)
		line = strings.TrimLeftFunc(line, isBlank)
		h.line++
		begun, is := h.take(line)
		if begun != "" {
			rest = rest[end-len(begun):]
			break
		}
		if line != "" && is == isText {
			break
		}
		if is == isUnread || line == "" && len(h.left) > 0 {
			h.leave(strings.TrimRightFunc(line, isBlank) + "\n")
		}
		rest = after
	}
	d.Notes, d.Doubt, d.Shows = h.notes, h.doubt, h.shows
	return strings.Join(h.left, ""), rest
}

// leave leaves a line in the text. One that was left because its date can be two days may be taken off later.
func (h *head) leave(line string) {
	if h.doubt != nil && h.doubt.line.End == 0 {
		h.doubt.line.Start = len(strings.Join(h.left, ""))
		h.doubt.line.End = h.doubt.line.Start + len(line)
	}
	h.left = append(h.left, line)
}

// take takes a line for a head line if it is one. begun is the end of the line,
// where the text has begun already.
func (h *head) take(line string) (begun string, is verdict) {
	if date, begun, ok := h.leadingDate(line); ok && !h.given["date"] {
		h.setDate(date)
		return begun, isTaken
	}
	name, value, found := strings.Cut(line, ":")
	if !found {
		return "", isText
	}
	return "", h.set(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(text.Harmless(value)))
}

// note adds a sentence about the present line.
func (h *head) note(format string, args ...any) {
	h.notes = append(h.notes, say.Of("Line %d: %s", h.line, say.Of(format, args...)))
}

var (
	// dateLine matches the name of the field, of which the colon may be missing.
	dateLine = regexp.MustCompile(`^(?i:date)(?:\s*:\s*|\s+)`)
	// dayBefore matches a day, and a time on it, before what may be the text.
	dayBefore = regexp.MustCompile(
		`^\d{4}-\d{2}-\d{2}(?:(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?(?:\s+|$)`)
)

// leadingDate splits a line that begins with a date given as metadata, with or
// without a colon. The text after it must begin as a text does: "date
// 2025-05-16 was agreed" is a sentence. Before text a date must be a day in
// figures, beginning with the year.
func (h *head) leadingDate(line string) (date dateRead, begun string, ok bool) {
	label := dateLine.FindString(line)
	if label == "" {
		return dateRead{}, "", false
	}
	value := line[len(label):]
	if date, err := parseDate(value); err == nil && date.Date != "" {
		return date, "", true
	}
	day := dayBefore.FindString(value)
	begun = value[len(day):]
	if first, _ := utf8.DecodeRuneInString(begun); begun == "" || unicode.IsLower(first) {
		return dateRead{}, "", false
	}
	date, err := parseDate(day)
	return date, begun, err == nil && date.Date != ""
}

func (h *head) setDate(date dateRead) {
	h.given["date"] = true
	h.article.Published, h.shows = date.Date, date.shows
	if date.left != "" {
		h.note("the time “%s” has no time zone that is known, so that only the day was kept.", date.left)
	}
}

// set sets the field of that name, unless the value cannot be one of it.
func (h *head) set(name, value string) verdict {
	if h.given[name] {
		return isText
	}
	is := h.setField(name, value)
	h.given[name] = is != isText
	return is
}

func (h *head) setField(name, value string) verdict {
	a := h.article
	switch name {
	case "title":
		return h.setTitle(value)
	case "source":
		return h.setWords(&a.Source, value, 120, "the source is longer than %d characters and was left in the text: “%s”.")
	case "author":
		return h.setWords(&a.Author, value, 200, "the author is longer than %d characters and was left in the text: “%s”.")
	case "section":
		return h.setWords(&a.Section, value, 120, "the section is longer than %d characters and was left in the text: “%s”.")
	case "language":
		if tag, err := language.Parse(value); err == nil && value != "" {
			value = tag.String()
		}
		return h.setWords(&a.Language, value, 40, "the language is longer than %d characters and was left in the text: “%s”.")
	case "url":
		return h.setAddress(value)
	case "date":
		return h.readDate(value)
	}
	return isText
}

// readDate takes the value of a date line that is not a date, or empty.
func (h *head) readDate(value string) verdict {
	_, err := parseDate(value)
	switch {
	case err == nil:
		return isTaken
	case !isProse(value):
		h.note("“Date: %s” was left in the text: %v", value, err)
		h.doubt = doubtOf(err, h.notes[len(h.notes)-1])
		return isUnread
	case strings.ContainsFunc(value, unicode.IsDigit):
		h.note("“Date: %s” was taken for the text’s beginning, and no date was read from it.", excerpt(value))
	}
	return isText
}

func (h *head) setTitle(value string) verdict {
	const limit = 300
	if utf8.RuneCountInString(value) <= limit {
		h.article.Title = value
		return isTaken
	}
	h.article.Title = text.Title(value, maxTitle)
	h.note("the title is longer than %d characters. Its beginning became the title, and the whole line was left in the text: “Title: %s”.",
		limit, excerpt(value))
	return isUnread
}

// setWords sets a field to a value of at most limit code points. The sentence about a longer one takes both.
func (h *head) setWords(field *string, value string, limit int, format string) verdict {
	switch {
	case isProse(value):
		return isText
	case utf8.RuneCountInString(value) > limit:
		h.note(format, limit, excerpt(value))
		return isUnread
	}
	*field = value
	return isTaken
}

func (h *head) setAddress(value string) verdict {
	_, err := url.Parse(value)
	switch {
	case err == nil && !strings.ContainsFunc(value, unicode.IsSpace):
		h.article.URL = value
		return isTaken
	case isProse(value):
		return isText
	}
	h.note("“URL: %s” was left in the text, as it is no address.", excerpt(value))
	return isUnread
}

// isProse reports whether the value of a head line reads like a sentence.
func isProse(value string) bool {
	const fewWords = 6 // "The Northern Wire Service Ltd." is a name
	words := strings.Fields(value)
	return len(words) > fewWords && strings.ContainsAny(words[len(words)-1], ".!?…。")
}
