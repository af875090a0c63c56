package notes

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/store"
	"standpoint/store/text"
)

// Languages are the languages in which notes can be written, BCP 47, the usual one first.
func Languages() []string {
	list := make([]string, len(wordings))
	for i, w := range wordings {
		list[i] = w.language
	}
	return list
}

// wordings has a language in which notes can be written in each line. One more is one more file and one more line.
var wordings = []*wording{&english, &german}

// wordingOf returns what notes say in a language, BCP 47; English where there is none in it.
func wordingOf(language string) *wording {
	base, _, _ := strings.Cut(language, "-")
	for _, w := range wordings {
		if w.language == base {
			return w
		}
	}
	return wordings[0]
}

// counted is a number of things in words: for none, for one, and for more, where %d stands for the number.
type counted struct{ none, one, more string }

// of returns the words for a number.
func (c counted) of(n int) string {
	switch n {
	case 0:
		return c.none
	case 1:
		return c.one
	default:
		return strings.ReplaceAll(c.more, "%d", strconv.Itoa(n))
	}
}

// with returns a pattern with words in the place of its %s, or "" if there are none.
func with(pattern, words string) string {
	if words == "" {
		return ""
	}
	return strings.ReplaceAll(pattern, "%s", words)
}

// wording is all that notes say by themselves in one language. In a pattern %s stands for what is named, %d for a number.
type wording struct {
	language      string    // BCP 47
	marks, inner  [2]string // quotation marks, and those within them
	and           string    // the last of several: " and "
	months        [12]string
	day, month    string // a date's layout: {d} the day, {m} the month's name, {y} the year
	hour          string // a date with its hour: %s the day as above, {t} the hour, {z} the offset
	from          string // "since %s"
	until         string // "until %s"
	period        string // {from} and {to}: "{from} to {to}"
	paragraph     string // "¶ %d"
	earlier       string // of words that stand in an earlier version of the text
	inLanguage    string // "in %s", a language that is not that of the notes
	by            string // "by %s", of an author
	note          string // "Note"
	noteBy        string // "Note by %s"
	tags          string // "Tags"
	also          string // "also %s", of aliases
	partOf        string // "part of %s"
	statuses      map[store.Status]string
	kinds         map[store.ActorKind]string
	acts          map[store.Act]string // what a statement is, as a noun; says is the usual one and not said
	quotations    map[store.Quotation]string
	stances       map[store.Stance]string
	conditionally string // behind a stance that is taken under a condition
	condition     string // "on condition: %s"
	notNamed      string // whose speaker or holder is not named
	noTarget      string // a position without a target
	to            string // "to %s", of addressees
	through       string // "through %s", of carriers
	accordingTo   string // "according to %s"
	heldBy        string // "held by %s"
	wordsOf       string // "in the words of %s", of who speaks for a holder
	jointly       string // "jointly: %s"
	said          string // "said %s", of a date that is not the article's
	held          string // "held %s", likewise

	titles      map[Kind]string // of a document: "%s: actors", %s the project's name
	madeOn      string          // {made} the day, {project} the project's name: a sentence
	madeFrom    string          // {project}: the sentence of a document that does not say when it was made
	annotatedBy string          // "Annotated by %s."
	only        string          // "Only what has to do with %s."
	nothing     string          // of an article without annotations
	nobody      string          // of an issue without positions
	accessed    string          // "accessed on %s", of an address of the web
	noYear      string          // of a source without a date, where its year stands
	undated     string          // of what has no date, where that stands
	untitled    string          // of an article without a title, where that stands
	changed     string          // "before: %s", of a stance that is another than before
	silentOnes  string          // "%s", of those who take no stance on an issue
	sayNothing  string          // of an actor without statements
	positionsOn string          // "Positions on %s", above a list or table of a report
	saidBy      string          // "Statements by %s", likewise
	quoteGone   string          // of a quote in a report whose annotation is gone: a sentence
	aboutGone   string          // of a list or table in a report about what is gone: a sentence
	quoteOther  string          // "The annotation has changed since: %s."
	otherNow    string          // {what}, {was} and {is}: "{what}: was {was}, is {is}"
	none        string          // what stands for {was} or {is} where there is nothing
	usualAct    string          // of a statement that simply says something, where that has to be said
	quoteParts  map[store.QuotePart]string
	highlight   string // "Highlight"

	// Headings and the heads of columns.
	whoStandsWhere, articleList, whoIsInIt, who, what, mentionColumn, part, quoteList, highlightList, untagged, actorList, issueList,
	sourceList, positionList, statementList, earlierPositions, stanceColumn, wordsColumn, dateColumn, sourceColumn,
	actColumn, contradictions, silent, speakForIt, speaksFor string

	articles, statements, positions counted
	actorCount, issueCount          counted
	toIt, reports, onIt             counted // statements to an actor, reports it carried, positions on it
}

// date writes a date for people, no more exact than it is: "16 May 2025", "May 2025", "2025", and with its hour and offset
// "16 May 2025, 09:30 UTC+03:00". A date that cannot be read is given as it is.
func (w *wording) date(d store.Date) string {
	layout, ok := map[store.Precision]string{
		store.PrecisionYear: "2006", store.PrecisionMonth: "2006-01", store.PrecisionDay: time.DateOnly, store.PrecisionTime: time.RFC3339,
	}[d.Precision()]
	if !ok {
		return string(d)
	}
	t, err := time.Parse(layout, string(d))
	if err != nil {
		return string(d)
	}
	fill := func(pattern string) string {
		return strings.NewReplacer("{d}", strconv.Itoa(t.Day()), "{m}", w.months[t.Month()-1], "{y}", strconv.Itoa(t.Year()),
			"{t}", t.Format("15:04"), "{z}", strings.TrimSuffix(t.Format("UTC-07:00"), "+00:00")).Replace(pattern)
	}
	switch d.Precision() {
	case store.PrecisionYear:
		return fill("{y}")
	case store.PrecisionMonth:
		return fill(w.month)
	case store.PrecisionDay:
		return fill(w.day)
	default:
		return fill(with(w.hour, w.day))
	}
}

// dayOf writes the day of a date without its hour.
func (w *wording) dayOf(d store.Date) string {
	if d.Precision() == store.PrecisionTime {
		return w.date(store.Date(d.First()))
	}
	return w.date(d)
}

// between writes from when to when: "since 2019", "2015 to August 2021", "until 2021".
func (w *wording) between(from, to store.Date) string {
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return with(w.from, w.date(from))
	case from == "":
		return with(w.until, w.date(to))
	default:
		return strings.NewReplacer("{from}", w.date(from), "{to}", w.date(to)).Replace(w.period)
	}
}

// enumerate joins names as a sentence does: "a", "a and b", "a, b and c".
func (w *wording) enumerate(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + w.and + names[n-1]
	}
}

// naming puts an enumeration of names into a pattern, each in a run of its own, as it may be read from right to left; nil without names.
func (w *wording) naming(pattern string, names []string) Text {
	if len(names) == 0 {
		return nil
	}
	before, behind, _ := strings.Cut(pattern, "%s")
	list := plain(before)
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			list = append(list, Run{Text: w.and})
		default:
			list = append(list, Run{Text: ", "})
		}
		list = append(list, Run{Text: name})
	}
	if behind != "" {
		list = append(list, Run{Text: behind})
	}
	return list
}

// quoted puts words between quotation marks; double marks within them become inner ones, one after the other opening and closing.
func (w *wording) quoted(words string) string {
	var inner strings.Builder
	within := 0
	for _, r := range words {
		if strings.ContainsRune("“”„\"", r) {
			inner.WriteString(w.inner[within%2])
			within++
			continue
		}
		inner.WriteRune(r)
	}
	return w.marks[0] + inner.String() + w.marks[1]
}

// otherLanguage names a language by its code, BCP 47, in the language of the notes; "" if it is that one.
func (w *wording) otherLanguage(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	if base, _ := tag.Base(); base.String() == w.language {
		return ""
	}
	return cmp.Or(display.Languages(language.Make(w.language)).Name(tag), code)
}

// around puts the exact words of an article between quotation marks, unless they have some: those tell what was said in these words.
func (w *wording) around(words string) string {
	if strings.ContainsAny(words, anyMark) {
		return words
	}
	return w.marks[0] + words + w.marks[1]
}

// anyMark are the quotation marks that articles have.
const anyMark = "“”„«»\"「」『』"

// stanceSign is the sign of a stance, which tells it without colour; "" of one that is not set.
func stanceSign(s store.Stance) string {
	return map[store.Stance]string{
		store.StanceSupport: "▲", store.StanceOppose: "▼", store.StanceNeutral: "●", store.StanceUnclear: "?",
	}[s]
}

// conditionSign stands beside the sign of a stance that has a condition.
func conditionSign(condition string) string {
	if condition == "" {
		return ""
	}
	return "◇"
}

// compareNames puts names in the order of an alphabet, whatever their case.
func compareNames(x, y string) int {
	return cmp.Or(cmp.Compare(text.FoldName(x), text.FoldName(y)), cmp.Compare(x, y))
}

// capitalise returns s with an upper-case first letter.
func capitalise(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
