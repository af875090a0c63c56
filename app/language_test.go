package app

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
)

// speaking has the window speak a language on a system of another, until the test ends.
func speaking(t *testing.T, system, code string) {
	t.Helper()
	t.Cleanup(func() {
		if err := words.Speak(assets.Translations, "en"); err != nil {
			t.Error(err)
		}
	})
	t.Setenv("LC_ALL", system)
	t.Setenv("LANGUAGE", "")
	if err := words.Speak(assets.Translations, code); err != nil {
		t.Fatal(err)
	}
}

func TestTheWindowSpeaksTheLanguageOfTheSystemOrTheOneChosen(t *testing.T) {
	for _, test := range []struct{ system, chosen, undo, fyne string }{
		{"en_GB.UTF-8", "", "Undo", "Cancel"},
		{"de_AT.UTF-8", "", "Rückgängig", "Abbrechen"},
		{"fr_FR.UTF-8", "", "Undo", "Cancel"}, // there are French texts in Fyne, but none of ours
		{"C", "", "Undo", "Cancel"},
		{"de_DE.UTF-8", "en", "Undo", "Cancel"},
		{"en_US.UTF-8", "de", "Rückgängig", "Abbrechen"},
		{"ru_RU.UTF-8", "de", "Rückgängig", "Abbrechen"},
		{"C", "de", "Rückgängig", "Abbrechen"},
		{"de_DE.UTF-8", "xx", "Undo", "Cancel"},
	} {
		t.Run(test.system+" "+test.chosen, func(t *testing.T) {
			speaking(t, test.system, test.chosen)
			if got := lang.L("Undo"); got != test.undo {
				t.Errorf("ours: %q, want %q", got, test.undo)
			}
			if got := lang.L("Cancel"); got != test.fyne {
				t.Errorf("Fyne's: %q, want %q", got, test.fyne)
			}
		})
	}
}

// A Russian system has another rule for 21, a Japanese none: what is counted follows the language that is spoken.
func TestCountsFollowTheLanguageThatIsSpoken(t *testing.T) {
	for _, system := range []string{"en_US.UTF-8", "ru_RU.UTF-8", "ja_JP.UTF-8"} {
		t.Run(system, func(t *testing.T) {
			speaking(t, system, "de")
			for n, want := range map[int]string{0: "0 Aussagen", 1: "1 Aussage", 21: "21 Aussagen", 12345: "12.345 Aussagen"} {
				if got := words.Counted(n, "{{.Count}} statement"); got != want {
					t.Errorf("%d: %q, want %q", n, got, want)
				}
			}
		})
	}
}

func TestDatesListsAndNumbersAreWrittenAsTheLanguageDoes(t *testing.T) {
	for code, want := range map[string][]string{
		"en": {
			"4 March 2031", "March 2031", "4 March 2031, 09:30 UTC+03:00", "4–9 March 2031", "4 March 2031 – 1 May 2031",
			"2 Jan 2026, 15:04",
			"A, B and C", "1,234.5 MB", "3 days ago", "A and B deny",
		},
		"de": {
			"4. März 2031", "März 2031", "4. März 2031, 09:30 UTC+03:00", "4.–9. März 2031", "4. März 2031 – 1. Mai 2031",
			"2. Jan. 2026, 15:04",
			"A, B und C", "1.234,5 MB", "vor 3 Tagen", "A und B bestreiten",
		},
	} {
		t.Run(code, func(t *testing.T) {
			speaking(t, "en_US.UTF-8", code)
			got := []string{
				words.Date("2031-03-04"), words.Date("2031-03"), words.Date("2031-03-04T09:30:00+03:00"),
				words.Days("2031-03-04", "2031-03-09"), words.Days("2031-03-04", "2031-05-01"),
				words.Moment(time.Date(2026, 1, 2, 15, 4, 0, 0, time.Local)),
				words.Joined([]string{"A", "B", "C"}), words.Sentence("%.1f MB", 1234.5), words.Ago(75 * time.Hour),
				words.SaidBy(store.ActDenies, []string{"A", "B"}),
			}
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestTheLanguageIsChosenInTheMenuFromTheNextStart(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Deutsch")
	if got := a.Prefs.Language(); got != "de" {
		t.Fatalf("kept is %q", got)
	}
	if got, want := a.frame.told, "The window speaks Deutsch from its next start."; got != want {
		t.Errorf("told is %q, want %q", got, want)
	}
	checked := func() (labels []string) {
		for _, menu := range a.menus.mainMenu.Items {
			for _, item := range menu.Items {
				if item.ChildMenu == nil || item.Label != "Language" {
					continue
				}
				for _, choice := range item.ChildMenu.Items {
					if choice.Checked {
						labels = append(labels, choice.Label)
					}
				}
			}
		}
		return labels
	}
	if got := checked(); !slices.Equal(got, []string{"Deutsch"}) {
		t.Errorf("checked are %q", got)
	}
	o := a.options
	o.Language = ""
	b, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.projects.Close)
	if got := b.menus.mainMenu.Items[0].Label; got != "Datei" {
		t.Errorf("the next window has a menu %q", got)
	}
}
