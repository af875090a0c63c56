package text

import "testing"

func TestWhatGoesOnAfterACutBeginsWithAWordOrAQuotation(t *testing.T) {
	for s, want := range map[string]string{
		", said the minister ":  "said the minister ",
		",” said the minister ": "said the minister ",
		",“ sagte sie ":         "sagte sie ",
		"“ sagte sie „morgen":   "sagte sie „morgen",
		" » a-t-elle dit ":      "a-t-elle dit ",
		" – the ferry ":         "the ferry ",
		"-known ferry ":         "known ferry ",
		" “The ferry ":          "“The ferry ",
		" (the ferry ":          "(the ferry ",
		" ¿Qué ferry ":          "¿Qué ferry ",
		"。渡轮":                   "渡轮",
		",” ":                   "",
		"":                      "",
	} {
		if got := Resumed(s); got != want {
			t.Errorf("%q goes on as %q, want %q", s, got, want)
		}
	}
}
