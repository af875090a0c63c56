package words

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
)

// Sentence is a whole text in the window's language with values put into it: names, numbers, dates. Words of the
// language are no values, since other languages bend them to their place: each sentence has them in itself.
func Sentence(text string, values ...any) string {
	return spoken.printer.Sprintf(lang.L(text), values...)
}

// NotPicked says that words were typed where something is picked by them, and nothing was.
func NotPicked(typed string) string {
	return Sentence("“%s” is not picked yet: choose from the list, or empty the field.", typed)
}

// Counted is a sentence about so many of something, whose text has the number as {{.Count}}. It is in the form that
// the window's language has for the number.
func Counted(n int, text string, values ...any) string {
	said := inForm(text, n, map[string]any{"Count": spoken.printer.Sprintf("%d", n)})
	if len(values) == 0 {
		return said
	}
	return spoken.printer.Sprintf(said, values...)
}

// inForm is a counted text in the form that the window's language has for the number.
func inForm(text string, n int, data ...any) string {
	return lang.X(formKey(text, spoken.form(n)), text, data...)
}

// Joined names several in a row, as the window's language does: "A, B and C".
func Joined(names []string) string {
	return inARow(names, func(pair map[string]any) string { return lang.X("list.last", "{{.First}} and {{.Next}}", pair) })
}

// Either names several of which one is meant: "A, B or C".
func Either(names []string) string {
	return inARow(names, func(pair map[string]any) string { return lang.X("list.or", "{{.First}} or {{.Next}}", pair) })
}

func inARow(names []string, withLast func(map[string]any) string) string {
	if len(names) == 0 {
		return ""
	}
	all, last := names[0], len(names)-1
	for i, name := range names[1:] {
		pair := map[string]any{"First": all, "Next": name}
		if i+1 == last {
			all = withLast(pair)
		} else {
			all = lang.X("list.more", "{{.First}}, {{.Next}}", pair)
		}
	}
	return all
}

// Together puts whole sentences after one another.
func Together(first, second string) string {
	return lang.X("sentences", "{{.First}} {{.Second}}", map[string]any{"First": first, "Second": second})
}

// Dotted puts a dot between the facts that there are. Lines break between facts, not
// within a short one, and not between a number and what it counts.
func Dotted(facts ...string) string {
	var shown []string
	for _, f := range facts {
		if utf8.RuneCountInString(f) <= wholeFact {
			f = strings.ReplaceAll(f, " ", "\u00a0")
		}
		f = afterNumber.ReplaceAllString(f, "$1\u00a0")
		if f != "" {
			shown = append(shown, f)
		}
	}
	return strings.Join(shown, "\u00a0· ")
}

// wholeFact is how many code points a fact may have that is not broken in two lines.
const wholeFact = 24

// afterNumber is where a line should not be broken in a longer one.
var afterNumber = regexp.MustCompile(`(\d) `)
