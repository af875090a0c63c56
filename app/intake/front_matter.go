package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"standpoint/store/text"
)

// Front matter is what programs write above a text in Markdown: fields between two lines of three hyphens, in a part of YAML.
//
// It is taken as such if nothing but fields stands between the lines, and one of them is known. Known ones are read as head lines are: a
// value that cannot be one of its field is left in the text and told of. The others say nothing of an article, and are left out.

// frontField is one field of front matter.
type frontField struct {
	name, value string
	line        int    // of the text, counted from 1
	from        int    // the byte of the text at which it begins
	written     string // its lines, as they stand there
}

var (
	frontRule = regexp.MustCompile(`^---[ \t]*$`)
	frontEnd  = regexp.MustCompile(`^(?:---|\.\.\.)[ \t]*$`)
	frontName = regexp.MustCompile(`^["']?(\pL[\pL\pN_ .-]{0,39})["']?[ \t]*:(?:[ \t]+(.*))?$`)
	// frontMore matches what belongs to the field above it: more of its value, an item of a list, a remark; or is blank.
	frontMore = regexp.MustCompile(`^(?:[ \t].*|-(?:[ \t].*)?|#.*|)$`)
	frontItem = regexp.MustCompile(`^-(?:[ \t]+|$)`)
	// frontBlock matches what stands in place of a value that follows in lines of its own.
	frontBlock  = regexp.MustCompile(`^[|>][-+\d]*$`)
	frontRemark = regexp.MustCompile(`(?:^|[ \t]+)#(?:[ \t].*)?$`)
)

// takeFront takes front matter off s and sets the fields that it gives; all of s is the rest if it has none.
func (h *head) takeFront(s string) (rest string) {
	fields, rest, found := frontMatter(s)
	for i := range fields {
		fields[i].value = frontValue(fields[i].written)
	}
	known := func(f frontField) bool { return frontFieldOf(f) != FieldNone }
	if !found || !slices.ContainsFunc(fields, known) {
		return s
	}
	for _, f := range fields {
		field := frontFieldOf(f)
		h.line = f.line
		if field != FieldNone && !h.given[string(field)] && h.setFront(field, f.value) != isTaken {
			h.leave(strings.TrimRightFunc(f.written, isBlank) + "\n")
		}
	}
	h.line = strings.Count(strings.TrimSuffix(s, rest), "\n")
	return rest
}

// setFront sets a field to a value that says by its name what it is.
func (h *head) setFront(field Field, value string) verdict {
	if value == "" {
		return isTaken
	}
	if field == FieldDate {
		if date, err := parseDate(value); err == nil && date.Date != "" {
			h.setDate(date)
			return isTaken
		}
	}
	if field == FieldLanguage {
		value = cmp.Or(languageTag(value), value)
	}
	return h.set(string(field), value)
}

// frontFieldOf is the field that one of front matter gives, FieldNone if nobody can tell. An address is given as the source by programs
// that clip pages, and the day of the clipping as that on which it was created.
func frontFieldOf(f frontField) Field {
	field, name := fieldOf(f.name), strings.ToLower(f.name)
	switch {
	case field == FieldBody, strings.HasPrefix(name, "created"):
		return FieldNone
	case field == FieldSource && (strings.HasPrefix(f.value, "https://") || strings.HasPrefix(f.value, "http://")):
		return FieldURL
	}
	return field
}

// frontMatter takes a text apart into the fields between the two lines at its head, and the text below them.
func frontMatter(s string) (fields []frontField, rest string, found bool) {
	begun, end, number := false, 0, 0
	for line := range strings.Lines(s) {
		at := end
		end += len(line)
		number++
		written := strings.TrimSuffix(line, "\n")
		isBegin := !begun && frontRule.MatchString(written)
		isBare := len(fields) == 0 && (!text.IsVisible(written) || begun && written[0] == '#')
		switch {
		case isBegin:
			begun = true
		case begun && frontEnd.MatchString(written):
			return fields, s[end:], true
		case isBare:
		case begun && frontName.MatchString(written):
			fields = append(fields, frontField{name: frontName.FindStringSubmatch(written)[1], line: number, written: line, from: at})
		case len(fields) > 0 && frontMore.MatchString(written):
			last := &fields[len(fields)-1]
			last.written = s[last.from:end]
		default:
			return nil, s, false
		}
	}
	return nil, s, false
}

// frontValue is the value of a field in its lines: one, a list, or a text of several lines.
func frontValue(written string) string {
	var parts []string
	isList, isBlock := false, false
	for i, line := range strings.Split(strings.TrimRight(written, "\n"), "\n") {
		if i == 0 {
			line = frontName.FindStringSubmatch(line)[2]
		}
		line = strings.TrimSpace(line)
		if i == 0 && frontBlock.MatchString(line) {
			isBlock = true
			continue
		}
		if item := frontItem.FindString(line); i > 0 && !isBlock && item != "" {
			isList, line = true, line[len(item):]
		}
		if !isBlock {
			line = frontScalar(line)
		}
		if line != "" {
			parts = append(parts, line)
		}
	}
	between := " "
	if isList {
		between = ", "
	}
	return oneLine(text.Harmless(strings.Join(parts, between)))
}

// frontScalar is a value as it is meant, a list in brackets with commas alone.
func frontScalar(s string) string {
	if !strings.HasPrefix(s, "[") || strings.HasPrefix(s, "[[") || !strings.HasSuffix(s, "]") {
		return frontWords(s)
	}
	var items []string
	for item := range strings.SplitSeq(s[1:len(s)-1], ",") {
		items = append(items, frontWords(strings.TrimSpace(item)))
	}
	return strings.Join(items, ", ")
}

// frontWords are words without the quotes around them or the remark behind them, and what links to another note as the name of that.
func frontWords(s string) string {
	quoted := func(sign string) bool { return len(s) > 1 && strings.HasPrefix(s, sign) && strings.HasSuffix(s, sign) }
	if !quoted(`"`) && !quoted("'") {
		s = strings.TrimSpace(frontRemark.ReplaceAllString(s, ""))
	}
	switch meant, err := strconv.Unquote(s); {
	case quoted("'"):
		s = strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	case quoted(`"`) && err == nil:
		s = meant
	case quoted(`"`):
		s = s[1 : len(s)-1]
	}
	if strings.HasPrefix(s, "[[") && strings.HasSuffix(s, "]]") {
		s = strings.Trim(s, "[]")
	}
	return s
}
