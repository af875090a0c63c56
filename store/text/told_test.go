package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"standpoint/store/text"
)

func edit(t interface{ Fatal(args ...any) }, before, after string) *text.Edit {
	a, err := text.NewBody(before)
	if err != nil {
		t.Fatal(err)
	}
	b, err := text.NewBody(after)
	if err != nil {
		t.Fatal(err)
	}
	return text.NewEdit(a, b)
}

func TestAnEditIsToldByTheWordsThatChanged(t *testing.T) {
	story := "The minister of Norvia said on Monday that her country would never accept foreign observers at its ports.\n"
	long := strings.Repeat("ferry ", 100)
	for name, test := range map[string]struct{ before, after, was, is string }{
		"a word": {
			story, strings.Replace(story, "never", "gladly", 1), "that her country would never accept foreign",
			"that her country would gladly accept foreign",
		},
		"added": {
			story, strings.Replace(story, "said on", "said twice on", 1), "minister of Norvia said on Monday that her",
			"minister of Norvia said twice on Monday that her",
		},
		"taken away": {
			story, strings.Replace(story, " at its ports", "", 1), "accept foreign observers at its ports.",
			"accept foreign observers.",
		},
		"at the start": {story, "Yes. " + story, "The minister of Norvia", "Yes. The minister of Norvia"},
		"nothing":      {story, story, "", ""},
		"two places": {
			story, strings.NewReplacer("minister", "premier", "observers", "pilots").Replace(story),
			"The minister of Norvia said on … never accept foreign observers at its ports.",
			"The premier of Norvia said on … never accept foreign pilots at its ports.",
		},
		"a line": {story + "Second.", story + "Third.\nSecond.", "Second.", "Third. Second."},
		"much":   {"a b", long + "z", "a b", strings.TrimSpace(long[:60]) + " … " + strings.TrimSpace((long + "z")[len(long+"z")-30:])},
	} {
		was, is := edit(t, test.before, test.after).Told()
		if was != test.was || is != test.is {
			t.Errorf("%s: told is\n %q\n %q, want\n %q\n %q", name, was, is, test.was, test.is)
		}
	}
}

// TestWhatIsToldOfAnEditIsShort tries edits of all sorts.
func TestWhatIsToldOfAnEditIsShort(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ferry", "é\u0301", "🇺🇦", "\n", " ", "the ports of Norvia", "x.y"}), 0, 60)
	rapid.Check(t, func(t *rapid.T) {
		before, after := strings.Join(words.Draw(t, "before"), " "), strings.Join(words.Draw(t, "after"), " ")
		was, is := edit(t, before, after).Told()
		if most := 3*(90+6) + 3; utf8.RuneCountInString(was) > most || utf8.RuneCountInString(is) > most {
			t.Fatalf("told is %q, %q", was, is)
		}
		if differ := before != after; !differ && was+is != "" || strings.Join(strings.Fields(before), "") != strings.Join(strings.Fields(after),
			"") && was+is == "" {
			t.Fatalf("of %q and %q it is told %q, %q", before, after, was, is)
		}
	})
}
