package notes_test

import (
	"testing"

	"standpoint/app/notes"
	"standpoint/store"
)

func TestFormatDate(t *testing.T) {
	for date, want := range map[store.Date][2]string{
		"":                          {"", ""},
		"2025":                      {"2025", "2025"},
		"2025-05":                   {"May 2025", "May 2025"},
		"2025-05-16":                {"16 May 2025", "16 May 2025"},
		"2025-05-06T09:30:00+03:00": {"6 May 2025, 09:30 UTC+03:00", "6 May 2025"},
		"2025-05-06T23:30:00Z":      {"6 May 2025, 23:30 UTC", "6 May 2025"},
		"next week":                 {"next week", "next week"},
	} {
		if got := notes.FormatDate(date); got != want[0] {
			t.Errorf("FormatDate(%q) = %q, want %q", date, got, want[0])
		}
		if got := notes.FormatDay(date); date != "next week" && got != want[1] {
			t.Errorf("FormatDay(%q) = %q, want %q", date, got, want[1])
		}
	}
}
