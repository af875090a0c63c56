package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestADateIsKeptAsWritten(t *testing.T) {
	tests := []struct {
		written     string
		first, last store.Day
	}{
		{"", "", ""},
		{"2031", "2031-01-01", "2031-12-31"},
		{"2032-02", "2032-02-01", "2032-02-29"},
		{"2031-05-16", "2031-05-16", "2031-05-16"},
		{"2031-05-16T23:30:00-05:00", "2031-05-16", "2031-05-16"},
	}
	for _, tt := range tests {
		d, err := store.ParseDate(" " + tt.written + " ")
		if err != nil || string(d) != tt.written || d.First() != tt.first || d.Last() != tt.last {
			t.Errorf("%q: got %q from %s to %s, %v", tt.written, d, d.First(), d.Last(), err)
		}
	}
}

func TestWhatIsNotADateIsRefused(t *testing.T) {
	for _, s := range []string{"May 2031", "2031-13", "2031-02-30", "16.05.2031", "2031-05-16T09:30", "203", "0000", "20310516", "2031-5-1"} {
		if d, err := store.ParseDate(s); store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("%q was taken as %q (%v)", s, d, err)
		}
	}
}

func TestDatesSortByFirstDayCoarserFirst(t *testing.T) {
	want := []store.Date{"2030-12-31", "2031", "2031-01", "2031-01-01", "2031-01-01T09:00:00Z", "2031-01-02", ""}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, store.Date.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
