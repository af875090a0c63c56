package words

import (
	"testing"

	"standpoint/assets"
	"standpoint/store"
)

func TestDateIsWrittenAsExactlyAsItIsKnown(t *testing.T) {
	if err := Speak(assets.Translations, "en"); err != nil {
		t.Fatal(err)
	}
	for date, want := range map[store.Date]string{
		"": "", "2031": "2031", "2031-03": "March 2031", "2031-03-04": "4 March 2031",
		"2031-03-04T09:30:00+03:00": "4 March 2031, 09:30 UTC+03:00", "soon": "soon",
	} {
		if got := Date(date); got != want {
			t.Errorf("%q is written %q, want %q", date, got, want)
		}
	}
}
