package intake

import (
	"os"
	"strings"
	"testing"
	"time"

	"standpoint/assets/calendar"
	"standpoint/store"
)

func TestADateIsReadHoweverItIsSpelled(t *testing.T) {
	const day, month = "2025-05-16", "2025-05"
	for _, test := range []struct{ in, want string }{
		{"2025-05-16", day},
		{"2025/05/16", day},
		{"2025/5/16", day},
		{"2025.05.16", day},
		{"20250516", day},
		{"16.05.2025", day},
		{"16.5.2025", day},
		{"16. 5. 2025", day},
		{"16/05/2025", day},
		{"05/16/2025", day},
		{"16-05-2025", day},
		{"05/05/2025", "2025-05-05"},
		{"03.04.2025", "2025-04-03"},
		{"١٦/٠٥/٢٠٢٥", day},
		{"２０２５年５月１６日", day},

		{"16 May 2025", day},
		{"May 16 2025", day},
		{"May 16, 2025", day},
		{"MAY 16, 2025", day},
		{"16th May 2025", day},
		{"16th of May, 2025", day},
		{"May 16th, 2025", day},
		{"the 1st of May 2025", "2025-05-01"},
		{"Friday, May 16, 2025", day},
		{"Friday 16 May 2025", day},
		{"Fri, 16 May 2025", day},
		{"16-May-2025", day},
		{"16/May/2025", day},
		{"2025 May 16", day},
		{"Sept. 3, 2025", "2025-09-03"},
		{"Sep 3, 2025", "2025-09-03"},
		{"3 Sept 2025", "2025-09-03"},
		{"Jan. 2, 2025", "2025-01-02"},
		{"May 2025", month},
		{"05/2025", month},
		{"2025/05", month},

		{"16. Mai 2025", day},
		{"Freitag, 16. Mai 2025", day},
		{"Fr., 16. Mai 2025", day},
		{"am 16. Mai 2025", day},
		{"3. März 2025", "2025-03-03"},
		{"7. Jänner 2025", "2025-01-07"},
		{"3. Mrz. 2025", "2025-03-03"},
		{"16 mai 2025", day},
		{"vendredi 16 mai 2025", day},
		{"1er août 2025", "2025-08-01"},
		{"3 févr. 2025", "2025-02-03"},
		{"16 de mayo de 2025", day},
		{"viernes, 16 de mayo de 2025", day},
		{"16 de mayo del 2025", day},
		{"16 maggio 2025", day},
		{"1º maggio 2025", "2025-05-01"},
		{"16 de maio de 2025", day},
		{"sexta-feira, 16 de maio de 2025", day},
		{"3 de março de 2025", "2025-03-03"},
		{"16 maja 2025", day},
		{"piątek, 16 maja 2025 r.", day},
		{"październik 2025", "2025-10"},
		{"16 mei 2025", day},
		{"vrijdag 16 mei 2025", day},
		{"16 maj 2025", day},
		{"den 16 maj 2025", day},
		{"fredag 16 maj 2025", day},
		{"16 Mayıs 2025", day},
		{"16 Mayıs 2025 Cuma", day},
		{"3 ŞUBAT 2025", "2025-02-03"},
		{"3 Ağustos 2025", "2025-08-03"},
		{"16 травня 2025", day},
		{"16 травня 2025 року", day},
		{"травень 2025", month},
		{"п’ятниця, 16 травня 2025 р.", day},
		{"16 мая 2025", day},
		{"16 мая 2025 г.", day},
		{"пятница, 16 мая 2025 года", day},
		{"3 сент. 2025 г.", "2025-09-03"},
		{"май 2025", month},
		{"2025. május 16.", day},
		{"2025. 05. 16.", day},
		{"2025 m. gegužės 16 d.", day},
		{"16 d’abril de 2025", "2025-04-16"},
		{"16 Μαΐου 2025", day},
		{"16 мај 2025", day},
		{"١٦ مايو ٢٠٢٥", day},
		{"16 במאי 2025", day},

		{"2025年5月16日", day},
		{"2025年05月16日 星期五", day},
		{"2025年5月16日(金)", day},
		{"2025年5月16日金曜日", day},
		{"2025년 5월 16일", day},
		{"2025년 5월 16일 금요일", day},
		{"2025年5月", month},
		{"2025年", "2025"},

		{"2025-05-16T23:30:00Z", "2025-05-16T23:30:00Z"},
		{"2025-05-16 23:30 +0300", "2025-05-16T23:30:00+03:00"},
		{"2025-05-16 23:30:15 +03:00", "2025-05-16T23:30:15+03:00"},
		{"2025-05-16T23:30+03:00", "2025-05-16T23:30:00+03:00"},
		{"2025-05-16T23:30:00.125-0330", "2025-05-16T23:30:00.125-03:30"},
		{"20250516T233005Z", "2025-05-16T23:30:05Z"},
		{"Fri, 16 May 2025 23:30:00 +0300", "2025-05-16T23:30:00+03:00"},
		{"Fri, 16 May 2025 23:30:00 +0300 (MSK)", "2025-05-16T23:30:00+03:00"},
		{"Fri, 16 May 2025 23:30:00 GMT", "2025-05-16T23:30:00Z"},
		{"Fri, 16 May 2025 23:30:00 EDT", "2025-05-16T23:30:00-04:00"},
		{"16 May 2025, 11:30 p.m. UTC", "2025-05-16T23:30:00Z"},
		{"May 16, 2025 12:05 AM EST", "2025-05-16T00:05:00-05:00"},
		{"May 16, 2025 at 11pm UTC+3", "2025-05-16T23:00:00+03:00"},
		{"16. Mai 2025, 23:30 Uhr MESZ", "2025-05-16T23:30:00+02:00"},
		{"16.05.2025 23:30 (UTC+03:00)", "2025-05-16T23:30:00+03:00"},
		{"16 мая 2025 г., 23:30 МСК", "2025-05-16T23:30:00+03:00"},
		{"2025年5月16日 下午11:30 GMT+8", "2025-05-16T23:30:00+08:00"},
		{"16/May/2025:23:30:00 −0300", "2025-05-16T23:30:00-03:00"},
	} {
		t.Run(test.in, func(t *testing.T) {
			d, err := parseOne(t, "news.txt", []byte("Date: "+test.in+"\nSource: Harbour Gazette\n\nThe ferry sails."), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if string(d.Article.Published) != test.want || d.Article.Source == "" || d.Body != "The ferry sails." || len(d.Notes) != 0 {
				t.Errorf("%q, want %q; body %q, notes %q", d.Article.Published, test.want, d.Body, d.Notes)
			}
		})
	}
}

func TestATimeWithoutAKnownZoneIsNotKeptAndToldOf(t *testing.T) {
	for _, test := range []struct{ in, left string }{
		{"2025-05-16 23:30", "23:30:00"},
		{"2025-05-16T23:30", "23:30:00"},
		{"16.05.2025, 23.30 Uhr", "23:30:00"},
		{"16 mai 2025 à 23h30", "23:30:00"},
		{"May 16, 2025 11:30 p.m.", "23:30:00"},
		{"2025-05-16 23:30 BST", "23:30:00 BST"},
		{"May 16, 2025 11:30 PM CST", "23:30:00 CST"},
		{"2025-05-16 23:30 The ferry sails.", "23:30:00"},
	} {
		t.Run(test.in, func(t *testing.T) {
			d, err := parseOne(t, "news.txt", []byte("Title: Ferry\nDate: "+test.in+"\nThe ferry sails."), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Article.Published != "2025-05-16" || !strings.HasPrefix(d.Body, "The ferry sails.") {
				t.Errorf("%q, body %q", d.Article.Published, d.Body)
			}
			if len(d.Notes) != 1 || !strings.HasPrefix(d.Notes[0].String(), "Line 2: ") || !strings.Contains(d.Notes[0].String(),
				"“"+test.left+"”") {
				t.Errorf("notes %q", d.Notes)
			}
		})
	}
}

func TestADateThatIsNotSureIsNotGuessedButToldOf(t *testing.T) {
	for _, test := range []struct {
		in   string
		says []string
	}{
		{"03/04/2025", []string{"2025-04-03", "2025-03-04", "2025-04-03", "2025-03-04"}},
		{"3-4-2025", []string{"2025-04-03", "2025-03-04"}},
		{"1.2.3", []string{"is not a date"}},
		{"0.0.0", []string{"is not a date"}},
		{"16.05.25", []string{"two digits"}},
		{"16/05/25", []string{"two digits"}},
		{"31/02/2025", []string{"is not a date"}},
		{"31 February 2025", []string{"is not a date"}},
		{"16-18 May 2025", []string{"is not a date"}},
		{"May or June 2025", []string{"is not a date"}},
		{"16 May", []string{"is not a date"}},
		{"May 16 2025 2026", []string{"is not a date"}},
		{"23:30", []string{"is not a date"}},
		{"2025-05-16 25:30 +0300", []string{"is not a date"}},
		{"2025-13-01", []string{"is not a date"}},
		{"13/13/2025", []string{"is not a date"}},
		{"soon", []string{"is not a date"}},
		{"18 ذو القعدة 1446", []string{"Islamic calendar"}},
		{"1404/02/26", []string{"another calendar"}},
	} {
		t.Run(test.in, func(t *testing.T) {
			d, err := parseOne(t, "news.txt", []byte("Title: Ferry\n\nDate: "+test.in+"\nSource: Harbour Gazette\n\n\nThe ferry sails."), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Article.Published != "" || d.Article.Source != "Harbour Gazette" || d.Body != "Date: "+test.in+"\n\n\nThe ferry sails." {
				t.Errorf("%+v, body %q", d.Article, d.Body)
			}
			if len(d.Notes) != 1 {
				t.Fatalf("notes %q", d.Notes)
			}
			for _, words := range append(test.says, "Line 3: ", test.in) {
				if !strings.Contains(d.Notes[0].String(), words) {
					t.Errorf("%q does not say %q", d.Notes[0], words)
				}
			}
		})
	}
}

func TestADateInASentenceIsText(t *testing.T) {
	for _, in := range []string{
		"Date 2025-05-16 was agreed on by all.",
		"Date 16 May 2025 was agreed on by all.",
		"Date: 16 May 2025 was the day on which they met.",
		"Dates are grown in the south.",
	} {
		d, err := parseOne(t, "news.txt", []byte(in), Options{})
		if err != nil || d.Body != in || d.Article.Published != "" {
			t.Errorf("%q: %+v, %v", in, d, err)
		}
	}
}

func TestADayOfAChangeIsNotTakenForTheDateOfAText(t *testing.T) {
	for in, want := range map[string]store.Date{
		"Ferry sails\n\nUpdated on 17 May 2025 at 18:40\n\nIt sailed at noon.":                                  "",
		"Ferry sails\n\nUpdated on 17 May 2025 at 18:40\n\nPublished on 16 May 2025\n\nIt sailed at noon.":      "2025-05-16",
		"Ferry sails\n\nVeröffentlicht am 16. Mai 2025 um 18:40 Uhr\n\nThe ferry sailed at noon, as it should.": "2025-05-16",
	} {
		if d, err := parseOne(t, "news.txt", []byte(in), Options{}); err != nil || d.Article.Published != want {
			t.Errorf("%q is of %q, not %q (%v)", in, d.Article.Published, want, err)
		}
	}
}

func TestAWordStandsForOneMonth(t *testing.T) {
	seen := map[string]time.Month{}
	for i, names := range calendar.Months {
		for name := range strings.FieldsSeq(names) {
			if other := seen[name]; other != 0 {
				t.Errorf("%s is %v and %v", name, other, time.Month(i+1))
			}
			seen[name] = time.Month(i + 1)
			if isWeekday(name) {
				t.Errorf("%s is a month and a day of the week", name)
			}
		}
	}
}

func TestALineThatIsTooLongDoesNotSpoilTheOthers(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("talks and ", 40))
	d, err := parseOne(t, "news.txt", []byte("Title: "+long+"\nSource: "+long+"\nDate: 2025-05-16\nAuthor: I. Brandt\n\nThe ferry sails."),
		Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := store.Article{Published: "2025-05-16", Author: "I. Brandt", Title: d.Article.Title}
	if d.Article != want || !strings.HasSuffix(d.Article.Title, "…") || !strings.HasPrefix(long, strings.TrimSuffix(d.Article.Title, "…")) {
		t.Errorf("%+v", d.Article)
	}
	if d.Body != "Title: "+long+"\nSource: "+long+"\n\nThe ferry sails." {
		t.Errorf("body %q", d.Body)
	}
	if len(d.Notes) != 2 || !strings.HasPrefix(d.Notes[0].String(), "Line 1: ") || !strings.HasPrefix(d.Notes[1].String(), "Line 2: ") {
		t.Errorf("notes %q", d.Notes)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"Fri, 16 May 2025 23:30:00 +0300 (MSK)", "16.05.2025 23.30 Uhr", "2025年5月16日(金)", "20250516T233005Z",
		"1º maggio 2025, 11 p.m. UTC+3",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		read, err := parseDate(s)
		if _, own := store.ParseDate(string(read.Date)); own != nil {
			t.Fatalf("%q became %q", s, read.Date)
		}
		if err != nil && read.Date != "" {
			t.Fatalf("%q became %q and %v", s, read.Date, err)
		}
		if read.Date.Precision() == store.PrecisionTime && read.left != "" {
			t.Fatalf("%q became %q, and %q was left", s, read.Date, read.left)
		}
	})
}

// Each line of testdata/dates.tsv is a language, a date as papers write it, and what is read of it; nothing where it is not read. No hour
// is made up: a time without its zone leaves the day.
func TestADateIsReadAsThePapersOfManyLanguagesWriteIt(t *testing.T) {
	table, err := os.ReadFile("testdata/dates.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		read, err := parseDate(cells[1])
		if string(read.Date) != cells[2] || (err == nil) != (cells[2] != "") {
			t.Errorf("%s: %q is read as %q, not %q (%v)", cells[0], cells[1], read.Date, cells[2], err)
		}
	}
}

func TestADateIsTypedAsItIsWrittenWhereTheReaderLives(t *testing.T) {
	for _, test := range []struct {
		typed, language string
		want            store.Date
	}{
		{"16/5/2025", "en", "2025-05-16"},
		{" 16.5.2025 ", "de", "2025-05-16"},
		{"4.5.2025", "de-AT", "2025-05-04"},
		{"4/5/2025", "en-US", "2025-04-05"},
		{"4/5/2025", "en-GB", "2025-05-04"},
		{"16 May 2025", "en", "2025-05-16"},
		{"2025-05", "en", "2025-05"},
		{"", "en", ""},
	} {
		if got, err := TypedDate(test.typed, test.language); err != nil || got != test.want {
			t.Errorf("%q in %s is %q, %v; want %q", test.typed, test.language, got, err, test.want)
		}
	}
	got, err := TypedDate("4/5/2025", "en")
	if err == nil || !strings.Contains(err.Error(), "2025-04-05") || !strings.Contains(err.Error(), "2025-05-04") {
		t.Errorf("where both are written it is %q, %v", got, err)
	}
}
