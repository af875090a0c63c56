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

// checkTimes compares what is told in an article of Friday, 16 May 2025.
func checkTimes(t *testing.T, language string, rows []timesRow) {
	t.Helper()
	for _, row := range rows {
		if got := timesOf(t, language, row.said, "2025-05-16"); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}

func TestTimesAreToldByTheArticlesDate(t *testing.T) {
	checkTimes(t, "en", []timesRow{
		{"Talks began in Istanbul Friday afternoon.", "Friday afternoon = 2025-05-16"},
		{"He said on Thursday that it was late.", "Thursday = 2025-05-15"},
		{"They will meet on Thursday.", "Thursday = 2025-05-22"},
		{"On Monday, ministers will meet in Oslo.", "Monday = 2025-05-19"},
		{"The treaty is to be signed on Monday.", "Monday = 2025-05-19"},
		{"Signatures had reached 1,140 by Wednesday evening.", "Wednesday evening = 2025-05-14"},
		{"They clashed ahead of Sunday's vote.", "Sunday = 2025-05-18"},
		{"The hearing is on Thursday; the vote is Friday.", "Thursday = 2025-05-22; Friday = 2025-05-16"},
		{"The envoy arrives Tuesday. He arrived Tuesday.", "Tuesday = 2025-05-20; Tuesday = 2025-05-13"},
		{"They have until Sunday to appeal. It lasted until Sunday.", "Sunday = 2025-05-18; Sunday = 2025-05-11"},
		{"Ministers said Monday the vote, planned for Tuesday, was off.", "Monday = 2025-05-12; Tuesday = 2025-05-20"},
		{"It must be paid by Wednesday.", "Wednesday = 2025-05-21"},
		{"He came last Tuesday and goes next Tuesday.", "last Tuesday = 2025-05-13; next Tuesday = 2025-05-20"},
		{"They come every Monday.", ""},
		{"She told the Sunday Times so.", ""},
		{"On Saturday Night Live and on Saturday Night.", "Saturday Night = 2025-05-10"},
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
		{"A June survey found that few knew it; she has a June birthday.", "June = 2024-06; June = 2024-06"},
		{"She is listed for June.", "June = 2025-06"},
		{"All sailings are cancelled until Monday at the earliest.", "Monday = 2025-05-19"},
		{"If it does not come by the middle of June, he added, he will go.", "middle of June = 2025-06"},
		{"On 2024-02-29 and on 31.12.2024.", "2024-02-29 = 2024-02-29; 31.12.2024 = 2024-12-31"},
		{"A vote is set for the 28th.", "28th = 2025-05-28"},
		{"Resolution 1973 and 1995 soldiers, 1990's music.", ""},
		{"In 1995 and 2030, but not 2000 tonnes, $1999 or 1930's music.", "1995 = 1995; 2030 = 2030"},
	})
}

func TestTimesAreToldInSixLanguages(t *testing.T) {
	for language, rows := range map[string][]timesRow{
		"de": {
			{"Am Montag sagte er das.", "Montag = 2025-05-12"},
			{"Am kommenden Montag und am Freitagabend.", "kommenden Montag = 2025-05-19; Freitagabend = 2025-05-16"},
			{"Die Minister werden sich am Montag treffen.", "Montag = 2025-05-19"},
			{"Am 18. Dezember 2030 und am 3. Mai.", "18. Dezember 2030 = 2030-12-18; 3. Mai = 2025-05-03"},
			{"Vor zwei Tagen, vor einem Jahr, vor drei Monaten.", "Vor zwei Tagen = 2025-05-14; vor einem Jahr = 2024; vor drei Monaten = 2025-02"},
			{"Gestern, vorgestern und morgen.", "Gestern = 2025-05-15; vorgestern = 2025-05-14; morgen = 2025-05-17"},
			{"Heute Morgen kam er.", "Heute Morgen = 2025-05-16"},
			{"Bis Ende November, seit Anfang 2022, im vergangenen Jahr.", "Ende November = 2025-11; Anfang 2022 = 2022; vergangenen Jahr = 2024"},
			{"Im letzten Monat, am Ende des Jahres, am 31.12.2024.", "letzten Monat = 2025-04; Ende des Jahres = 2025; 31.12.2024 = 2024-12-31"},
			{"Die Morgen sind kalt, jeden Montag.", ""},
		},
		"fr": {
			{"Il l'a dit lundi.", "lundi = 2025-05-12"},
			{"Ils se retrouveront lundi.", "lundi = 2025-05-19"},
			{"Vendredi dernier et lundi prochain.", "Vendredi dernier = 2025-05-09; lundi prochain = 2025-05-19"},
			{"Le 1er mai 2025, le 3 mars et en mars 2030.", "1er mai 2025 = 2025-05-01; 3 mars = 2025-03-03; mars 2030 = 2030-03"},
			{"Il y a deux ans, hier soir, demain.", "Il y a deux ans = 2023; hier soir = 2025-05-15; demain = 2025-05-17"},
			{"Depuis le début du mois, l'année dernière, cette année.", "début du mois = 2025-05; l'année dernière = 2024; cette année = 2025"},
			{"Elle a trois ans et a été blessée.", ""},
		},
		"es": {
			{"Lo dijo el lunes.", "lunes = 2025-05-12"},
			{"Se reunirán el lunes.", "lunes = 2025-05-19"},
			{"El pasado martes y el próximo martes.", "pasado martes = 2025-05-13; próximo martes = 2025-05-20"},
			{"El 16 de mayo de 2025, en octubre de 2031.", "16 de mayo de 2025 = 2025-05-16; octubre de 2031 = 2031-10"},
			{"Hace dos días, ayer por la mañana, mañana.", "Hace dos días = 2025-05-14; ayer = 2025-05-15; mañana = 2025-05-17"},
			{"El año pasado, a finales de 2022, pasado mañana.", "año pasado = 2024; finales de 2022 = 2022; pasado mañana = 2025-05-18"},
		},
		"uk": {
			{"У понеділок він сказав це.", "понеділок = 2025-05-12"},
			{"Зустріч відбудеться в понеділок.", "понеділок = 2025-05-19"},
			{"12 січня 2031 року, у 2022 році, ще у 2026-му.", "12 січня 2031 року = 2031-01-12; 2022 році = 2022; 2026-му = 2026"},
			{"Два дні тому, рік тому, торік.", "Два дні тому = 2025-05-14; рік тому = 2024; торік = 2024"},
			{"Учора ввечері він сказав це.", "Учора ввечері = 2025-05-15"},
			{"До кінця травня, минулого року, наступної п'ятниці.", "кінця травня = 2025-05; минулого року = 2024; наступної п'ятниці = 2025-05-23"},
		},
		"ru": {
			{"В понедельник он сказал это.", "понедельник = 2025-05-12"},
			{"Встреча состоится в понедельник.", "понедельник = 2025-05-19"},
			{"31 октября 2033 года, в 2022 году, 3 мая.", "31 октября 2033 года = 2033-10-31; 2022 году = 2022; 3 мая = 2025-05-03"},
			{"Два дня назад, год назад, вчера вечером.", "Два дня назад = 2025-05-14; год назад = 2024; вчера вечером = 2025-05-15"},
			{"В прошлую пятницу, в прошлом году, до конца месяца.", "прошлую пятницу = 2025-05-09; прошлом году = 2024; конца месяца = 2025-05"},
		},
	} {
		checkTimes(t, language, rows)
	}
}

// Other languages have days and months beside their years.
func TestTimesAreToldInOtherLanguages(t *testing.T) {
	for said, want := range map[string]string{
		"Il 16 maggio 2025 a Roma, mai più.": "16 maggio 2025 = 2025-05-16",
		"W dniu 3 listopada 2024 i w sty.":   "3 listopada 2024 = 2024-11-03",
		"16 Mayıs 2025 Cuma.":                "16 Mayıs 2025 = 2025-05-16",
		"Den 5 maj 2023, och 2022.":          "5 maj 2023 = 2023-05-05; 2022 = 2022",
		"Em 7 de setembro de 2022 ele veio.": "7 de setembro de 2022 = 2022-09-07",
		"Το 2021-03-25 και 25 Μαρτίου 2021.": "2021-03-25 = 2021-03-25; 25 Μαρτίου 2021 = 2021-03-25",
	} {
		if got := timesOf(t, "xx", said, "2025-05-16"); got != want {
			t.Errorf("%s\n got %s\nwant %s", said, got, want)
		}
	}
}

// Without a tag the small words of a text tell its language.
func TestTheLanguageIsToldByTheText(t *testing.T) {
	for said, want := range map[string]string{
		"The ministers of the two states met in the town on Monday.":              "Monday = 2025-05-12",
		"Die Minister der beiden Staaten haben sich am Montag mit ihm getroffen.": "Montag = 2025-05-12",
		"Les ministres des deux pays se sont vus lundi dans la ville.":            "lundi = 2025-05-12",
		"Los ministros de los dos países se vieron el lunes en la ciudad.":        "lunes = 2025-05-12",
		"Міністри обох держав зустрілися у понеділок у місті, і це не все.":       "понеділок = 2025-05-12",
		"Министры обеих стран встретились в понедельник, и это не всё.":           "понедельник = 2025-05-12",
	} {
		if got := timesOf(t, "", said, "2025-05-16"); got != want {
			t.Errorf("%s\n got %s\nwant %s", said, got, want)
		}
	}
}

// As verbs “may” and “march” are no months.
func TestWordsThatAreMonthsAndVerbs(t *testing.T) {
	checkTimes(t, "en", []timesRow{
		{"May I ask? They may march in May. March on, they said.", "May = 2025-05"},
		{"Theresa May said so, and Mar is a name.", ""},
		{"The second man met the august lady in the fall of a king.", ""},
		{"May 10 percent of it be yours.", ""},
	})
}

// No hour is invented, and none is told without its zone.
func TestATimeOfDayIsToldWithItsZoneAlone(t *testing.T) {
	checkTimes(t, "en", []timesRow{
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
func TestTheNearestMomentsAreOffered(t *testing.T) {
	const said = "He left in 2020. She said on Thursday that the harbour will open on Monday. In 2021 it closed."
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	known := Text{Known: Know(nil), Body: body}
	facts := Facts{Published: "2025-05-16", Language: "en"}
	passage := text.FindAll(body, "the harbour will open on Monday")[0]
	var got []string
	for _, m := range known.Moments(facts, passage, 3) {
		got = append(got, body.Slice(m.Span)+" = "+string(m.Date))
	}
	if told := strings.Join(got, "; "); told != "Thursday = 2025-05-15; Monday = 2025-05-19; 2020 = 2020" {
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
