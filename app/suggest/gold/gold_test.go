package gold_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/app/suggest/gold"
	"standpoint/store/text"
)

// Every span of the articles is words of them, whole, and what may be an annotation.
func TestTheArticlesAreSound(t *testing.T) {
	all, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		t.Run(a.ID, func(t *testing.T) { checkArticle(t, a) })
	}
}

func checkArticle(t *testing.T, a gold.Article) {
	t.Helper()
	whole := func(what string, spans ...text.Span) {
		anchor, err := text.NewAnchor(a.Body, spans...)
		if err != nil || !slices.Equal(anchor.Spans(), spans) {
			t.Errorf("%s: %v are no whole words apart: %v", what, spans, err)
		}
		for _, s := range spans {
			if a.Body.Trim(s) != s {
				t.Errorf("%s: “%s” begins or ends with a space", what, a.Body.Slice(s))
			}
		}
	}
	for _, n := range a.Names {
		whole("name", n.Span)
	}
	for _, s := range a.Statements {
		whole("said", s.Content...)
		if len(s.Cue) > 0 {
			whole("cue", s.Cue...)
		}
		for _, p := range slices.Concat(s.Speakers, s.Addressees, s.Carriers) {
			whole("party", p.Span)
		}
		checkMarks(t, a, text.Span{Start: s.Content[0].Start, End: s.Content[len(s.Content)-1].End})
		if len(s.Speakers) == 0 {
			t.Errorf("nobody says “%s”", a.Body.Slice(s.Content[0]))
		}
	}
	for _, d := range a.Dates {
		whole("date", d.Span)
	}
}

// weekdays are the names of the days of the week, from Sunday on, folded and without endings.
var weekdays = map[string][]string{
	"en": {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"},
	"de": {"sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"},
	"fr": {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	"es": {"domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"},
	"uk": {"недiл", "понедiл", "вiвтор", "серед", "четвер", "пятниц", "субот"},
	"ru": {"воскресень", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"},
}

// A Monday is a Monday.
func TestDaysOfTheWeekAreThoseOfTheCalendar(t *testing.T) {
	all, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, a := range all {
		for _, d := range a.Dates {
			for number, name := range weekdays[a.Language] {
				if !strings.Contains(text.Fold(a.Body.Slice(d.Span)), text.Fold(name)) {
					continue
				}
				told++
				day, err := time.Parse(time.DateOnly, string(d.Value[:min(len(d.Value), len(time.DateOnly))]))
				if err != nil || int(day.Weekday()) != number {
					t.Errorf("%s: “%s” is %s, a %s", a.ID, a.Body.Slice(d.Span), d.Value, day.Weekday())
				}
			}
		}
	}
	if told == 0 {
		t.Error("no day of the week is told")
	}
}

// checkMarks says when words of a quotation lack one of its marks.
func checkMarks(t *testing.T, a gold.Article, s text.Span) {
	t.Helper()
	for _, q := range a.Body.Quotations() {
		begins := s.Start == q.Outer.Start || s.End == q.Outer.Start+1
		ends := s.End == q.Outer.End || s.Start == q.Outer.End-1
		if (begins || ends) && (q.Outer.Start < s.Start || q.Outer.End > s.End) {
			t.Errorf("“%s” begins or ends with the mark of a quotation that it has not whole", a.Body.Slice(s))
		}
	}
}

func TestAThirdOfTheArticlesIsKept(t *testing.T) {
	all, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	kept, of := map[string]int{}, map[string]int{}
	for _, a := range all {
		of[a.Language]++
		if a.Kept {
			kept[a.Language]++
		}
	}
	for language, n := range of {
		if share := float64(kept[language]) / float64(n); share < 0.2 || share > 0.5 {
			t.Errorf("%s: %d of %d are kept", language, kept[language], n)
		}
	}
}

const head = "language: en\ndate: 2031-03-04\noutlet: Harbour Wire\nstyle: report\nsplit: tune\n\n"

// What is wrong with a file is said with the line where it is.
func TestAWrongFileIsToldByItsLine(t *testing.T) {
	for _, row := range []struct{ file, want string }{
		{"language: en\n\nWords.", "the head needs a language, a date, an outlet, a style, and a split"},
		{strings.Replace(head, "style", "mood", 1) + "Words.", "the head knows no “mood”"},
		{strings.Replace(head, "2031-03-04", "soon", 1) + "Words.", "“soon” is not a date"},
		{"words\n" + head, "line 1: the head has lines such as"},
		{head + "> person Anna", "line 7: it stands before all paragraphs"},
		{head + "Words.\n> person Anna", "line 8: “Anna” is not in the paragraph"},
		{head + "Anna.\n> hero Anna", "line 8: nothing is called “hero”"},
		{head + "Anna met Anna.\n> date Anna = 2031", "line 8: “Anna” is in the paragraph 2 times: say which, as “Anna ~2”"},
		{head + "Anna.\n> person Ann", "line 8: “Ann” is not in the paragraph"},
		{head + "It is so, Anna said.\n> say It … so | cue said | from Anna", "line 8: a statement has no “from”"},
		{head + "It is so, Anna said.\n> say so … It | by Anna", "line 8: “It” does not follow “so”"},
		{head + "It is so.\n> say It | by ^Anna", "line 8: “^Anna” stands before all paragraphs"},
		{head + "It is so.\n> say It | act sings", "line 8: there is no act “sings”"},
		{head + "It is so.\n> support is", "line 8: a position needs who holds it"},
	} {
		_, err := gold.Parse("one", row.file)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%q: %v, want %s", row.file, err, row.want)
		}
	}
}

// Of words that stand several times, those of a statement are the nearest to what is said; names are all of them.
func TestWordsAreFoundWhereTheyAreMeant(t *testing.T) {
	a, err := gold.Parse("one", head+
		"Anna Kessel said no. “It is so,” said Kessel, and Odo Lenz said “never”.\n"+
		"> say “It is so,” | cue said | by Kessel = Anna Kessel\n"+
		"> say “never” | cue said | by =Odo Lenz | act denies\n"+
		"> person Kessel + Anna Kessel + Odo Lenz\n\n"+
		"On Monday and on Monday.\n> date Monday ~2 = 2031-03-10\n\n"+
		"She left. “No,” she said, and she did.\n> say “No,” | cue she said | by she = Anna Kessel\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	tell := func(what string, s text.Span) {
		got = append(got, what+" "+a.Body.Slice(text.Span{Start: max(0, s.Start-3), End: s.Start})+"|"+a.Body.Slice(s))
	}
	for _, s := range a.Statements {
		tell(string(s.Act), s.Content[0])
		tell("cue", s.Cue[0])
		tell("by "+s.Speakers[0].Name, s.Speakers[0].Span)
	}
	for _, n := range a.Names {
		tell(string(n.Kind), n.Span)
	}
	for _, d := range a.Dates {
		tell(string(d.Value), d.Span)
	}
	want := []string{
		"says o. |“It is so,”", "cue ,” |said", "by Anna Kessel id |Kessel",
		"denies id |“never”", "cue nz |said", "by Odo Lenz nd |Odo Lenz",
		"says t. |“No,”", "cue ,” |she said", "by Anna Kessel ,” |she",
		"person |Anna Kessel", "person id |Kessel", "person nd |Odo Lenz", "2031-03-10 on |Monday",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// No file makes the parser fall, and what it takes is sound.
func FuzzParse(f *testing.F) {
	f.Add(head + "“It is so,” Anna said.\n> say “It is so,” | cue said | by =Anna\n> person Anna\n> date so = 2031\n")
	f.Add(head + "A.\n\nB … C.\n> say ^A + B … C | by B\n> oppose B | by C | on ^A\n")
	f.Fuzz(func(t *testing.T, file string) {
		a, err := gold.Parse("one", file)
		if err != nil {
			return
		}
		for _, s := range a.Statements {
			if _, err := text.NewAnchor(a.Body, s.Content...); err != nil {
				t.Error(err)
			}
		}
	})
}
