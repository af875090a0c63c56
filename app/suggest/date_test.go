package suggest

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/text"
)

// timesOf are the expressions of time of a text as “words = value”.
func timesOf(t *testing.T, language, said string, published store.Date) string {
	t.Helper()
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	d := newDocument(Text{Known: Know(nil), Body: body}, Facts{Published: published, Language: language})
	var all []string
	for _, found := range d.times() {
		all = append(all, body.Slice(found.Span)+" = "+string(found.Date))
	}
	return strings.Join(all, "; ")
}

type timesRow struct{ said, want string }

func checkTimes(t *testing.T, language string, published store.Date, rows []timesRow) {
	t.Helper()
	for _, row := range rows {
		if got := timesOf(t, language, row.said, published); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}

// The article is of a Friday.
func TestTimesAreToldByTheArticlesDate(t *testing.T) {
	checkTimes(t, "en", "2025-05-16", []timesRow{
		{"Talks began in Istanbul Friday afternoon.", "Friday afternoon = 2025-05-16"},
		{"He said on Thursday that it was late.", "Thursday = 2025-05-15"},
		{"They will meet on Thursday.", "Thursday = 2025-05-22"},
		{"On Monday, ministers will meet in Oslo.", "Monday = 2025-05-19"},
		{"The treaty is to be signed on Monday.", "Monday = 2025-05-19"},
		{"Signatures had reached 1,140 by Wednesday evening.", "Wednesday evening = 2025-05-14"},
		{"It must be paid by Wednesday.", "Wednesday = 2025-05-21"},
		{"He came last Tuesday and goes next Tuesday.", "last Tuesday = 2025-05-13; next Tuesday = 2025-05-20"},
		{"They come every Monday.", ""},
		{"She told the Sunday Times so.", ""},
		{"Since early 2022 nothing happened.", "early 2022 = 2022"},
		{"The first talks since 16 May, and before May 20, 2026.", "16 May = 2025-05-16; May 20, 2026 = 2026-05-20"},
		{"They met on the 9th of March 2024.", "9th of March 2024 = 2024-03-09"},
		{"On Nov. 9, 2030, and on Sept 3 it rained.", "Nov. 9, 2030 = 2030-11-09; Sept 3 = 2024-09-03"},
		{"Friday, 16 May 2025 was a Friday.", "Friday, 16 May 2025 = 2025-05-16"},
		{"It fell in March and will rise in March.", "March = 2025-03; March = 2026-03"},
		{"It fell in June.", "June = 2024-06"},
		{"It opens in June.", "June = 2025-06"},
		{"From March to August 2011 it rose.", "March = 2011-03; August 2011 = 2011-08"},
		{"It closed in mid-March; by the end of April it was open.", "mid-March = 2025-03; end of April = 2025-04"},
		{"By the end of the year all will be well.", "end of the year = 2025"},
		{"Yesterday and today; tomorrow night.", "Yesterday = 2025-05-15; today = 2025-05-16; tomorrow night = 2025-05-17"},
		{"It rained last night and this morning.", "last night = 2025-05-15; this morning = 2025-05-16"},
		{"Last month, next month, this year, last year.", "Last month = 2025-04; next month = 2025-06; this year = 2025; last year = 2024"},
		{
			"Two days ago; three months ago; seventeen years ago.",
			"Two days ago = 2025-05-14; three months ago = 2025-02; seventeen years ago = 2008",
		},
		{"A few years ago nobody cared.", ""},
		{"It grew in the third quarter of 2030 and in the summer of 2029.", "third quarter of 2030 = 2030; summer of 2029 = 2029"},
		{"He spoke last week.", "last week = 2025-05"},
		{"On 2024-02-29 and on 31.12.2024.", "2024-02-29 = 2024-02-29; 31.12.2024 = 2024-12-31"},
		{"A vote is set for the 28th.", "28th = 2025-05-28"},
		{"In 1995 and 2030, but not 2000 tonnes, $1999 or 1930's music.", "1995 = 1995; 2030 = 2030"},
	})
}

// “may” and “march” are verbs, too.
func TestWordsThatAreMonthsAndVerbs(t *testing.T) {
	checkTimes(t, "en", "2025-05-16", []timesRow{
		{"May I ask? They may march in May. March on, they said.", "May = 2025-05"},
		{"Theresa May said so, and Mar is a name.", ""},
		{"The second man met the august lady in the fall of a king.", ""},
		{"May 10 percent of it be yours.", ""},
	})
}

// No hour is invented, and none is told without its zone.
func TestATimeOfDayIsToldWithItsZoneAlone(t *testing.T) {
	checkTimes(t, "en", "2025-05-16", []timesRow{
		{"They met on Thursday morning at 9 a.m.", "Thursday morning = 2025-05-15"},
		{"They met on Thursday at 9:30 a.m. GMT.", "Thursday at 9:30 a.m. GMT = 2025-05-15T09:30:00Z"},
		{"They met on 15 May 2025, 14:30 CET.", "15 May 2025, 14:30 CET = 2025-05-15T14:30:00+01:00"},
		{"They met at 10 a.m.", ""},
	})
}

// An article whose day is not known tells no days, but its month and its year.
func TestWhatTheArticlesDateDoesNotTellIsNotTold(t *testing.T) {
	const said = "Yesterday, on Friday, last month, last year, in 2022 and on 16 May 2024."
	for published, want := range map[store.Date]string{
		"":        "2022 = 2022; 16 May 2024 = 2024-05-16",
		"2025":    "last year = 2024; 2022 = 2022; 16 May 2024 = 2024-05-16",
		"2025-05": "last month = 2025-04; last year = 2024; 2022 = 2022; 16 May 2024 = 2024-05-16",
		"2025-05-16T23:50:00+03:00": "Yesterday = 2025-05-15; Friday = 2025-05-16; last month = 2025-04; last year = 2024; 2022 = 2022; " +
			"16 May 2024 = 2024-05-16",
	} {
		if got := timesOf(t, "en", said, published); got != want {
			t.Errorf("of %q\n got %s\nwant %s", published, got, want)
		}
	}
}

// The words that tell when something was said are the first in the clause of its verb; a field for a date offers those around a passage
// before those within.
func TestMomentsAreOffered(t *testing.T) {
	const said = "He left in 2020. She said on Thursday that the harbour will open on Monday. In 2021 it closed."
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	known := Text{Known: Know(nil), Body: body}
	facts := Facts{Published: "2025-05-16", Language: "en"}
	passage := text.FindAll(body, "the harbour will open on Monday")[0]
	var got []string
	for _, m := range known.Moments(facts, passage) {
		got = append(got, body.Slice(m.Span)+" = "+string(m.Date))
	}
	if told := strings.Join(got, "; "); told != "Thursday = 2025-05-15; Monday = 2025-05-19" {
		t.Errorf("offered are %s", told)
	}
	d := newDocument(known, facts)
	for _, row := range []struct{ words, want string }{
		{"said on Thursday that", "2025-05-15"},
		{"She said", ""},
		{"on Monday", "2025-05-19"},
		{"In 2021 it closed", "2021"},
		{"He left in 2020", "2020"},
	} {
		at := text.FindAll(body, row.words)[0]
		if m := d.momentIn(wordsOf(body, at)); string(m.Date) != row.want {
			t.Errorf("%s: %q, want %q", row.words, m.Date, row.want)
		}
	}
}

// Whatever a text is: what is found are whole words in order, apart, and each value is a date; the same text gives the same.
func TestTimesOfAnyTextAreSound(t *testing.T) {
	pieces := []string{
		"on", "Friday", "16", "May", "May.", "2025", "last", "the", "end", "of", "year", "в", "понедельник", "5", "мая", "2022", "року",
		"минулого", "тижня", "am", "16.", "Mai", "vor", "zwei", "Tagen", "il y a", "deux", "jours", "dernier", "vendredi",
		"el", "lunes", "pasado", "hace",
		"٢٠٢٥", "二〇二五年", "29", "Feb", "31.02.2025", "31/12/2025", "-", "–", ",", ".", "at", "9:30", "a.m.", "GMT", "99999999999", "0", "é",
		"👩‍👩‍👧", "\n",
		"mid-", "mid-May", "first", "quarter", "half", "ago", "next", "this", "night", "summer", "by", "until", "“", "”", "שישי", "الجمعة", "1'",
	}
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 4, -1)), 1, 30).Draw(t, "words"), " ")
		body, err := text.NewBody(said)
		if err != nil {
			t.Skip(err)
		}
		dates := []store.Date{"", "2025", "2025-05", "2024-02-29", "2025-12-31T23:59:59-11:00"}
		published := rapid.SampledFrom(dates).Draw(t, "published")
		language := rapid.SampledFrom([]string{"", "en", "de", "fr", "es", "uk", "ru", "ja", "en-GB"}).Draw(t, "language")
		read := func() []timed {
			return newDocument(Text{Known: Know(nil), Body: body}, Facts{Published: published, Language: language}).times()
		}
		found := read()
		last := 0
		for i, one := range found {
			if one.Span.Empty() || one.Span.Start < last || body.Snap(one.Span) != one.Span {
				t.Fatalf("%v of %q is no words of their own", one.Span, said)
			}
			last = one.Span.End
			if date, err := store.ParseDate(string(one.Date)); err != nil || date == "" || dateConfidence[one.rule] == 0 {
				t.Fatalf("%q by %s: %v", one.Date, one.rule, err)
			}
			if again := read(); again[i] != one {
				t.Fatalf("%v, then %v", one, again[i])
			}
		}
	})
}

// A Monday is a Monday, last or next, from whatever day.
func TestDaysOfTheWeekAreRight(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 5000).Draw(rt, "day"))
		number := rapid.IntRange(0, 6).Draw(rt, "weekday")
		name := time.Weekday(number).String()
		for said, within := range map[string][2]int{
			"They met on " + name + ".": {-6, 0}, "They will meet on " + name + ".": {0, 6}, "They met last " + name + ".": {-7, -1},
			"They meet next " + name + ".": {1, 7},
		} {
			got := timesOf(t, "en", said, store.Date(day.Format(time.DateOnly)))
			_, value, _ := strings.Cut(got, " = ")
			told, err := time.Parse(time.DateOnly, value)
			away := int(told.Sub(day).Hours() / 24)
			if err != nil || told.Weekday() != time.Weekday(number) || away < within[0] || away > within[1] {
				rt.Fatalf("%s on %s: %s", said, day.Format(time.DateOnly), got)
			}
		}
	})
}
