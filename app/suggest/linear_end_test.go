package suggest

import "testing"

// TestAVerbMayEndTheText holds that words after a verb are looked for nowhere behind the end of a text.
func TestAVerbMayEndTheText(t *testing.T) {
	for _, row := range []struct{ text, language string }{
		{"Mara исключила", "ru"},
		{"Mara виключила", "uk"},
		{"Mara exclut", "fr"},
		{"Mara descartó", "es"},
		{"Mara schloss", "de"},
		{"Mara excluded", "en"},
	} {
		if got := saidIn(t, row.text, row.language); got != "" {
			t.Errorf("%q says %s, want nothing", row.text, got)
		}
	}
}
