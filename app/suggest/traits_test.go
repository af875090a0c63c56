package suggest

import (
	"slices"
	"testing"

	"standpoint/store/text"
)

func TestTraitsTellWhoSaysItAndWhere(t *testing.T) {
	cue := text.Span{Start: 20, End: 24}
	for _, row := range []struct {
		who  Party
		cue  text.Span
		want []string
	}{
		{Party{Words: "Anna Kessel", Kind: kindPerson, Span: text.Span{Start: 8, End: 19}}, cue, []string{"by.person", "sure.person"}},
		{Party{Words: "Anna Kessel", Kind: kindPerson, Span: text.Span{Start: 25, End: 36}}, cue, []string{"by.person", "sure.person"}},
		{Party{Words: "Anna Kessel", Kind: kindPerson, Span: text.Span{Start: 2, End: 13}}, cue, []string{"by.person", "sure.person", "apart"}},
		{Party{Words: "Norvia", Kind: kindState, Span: text.Span{Start: 30, End: 36}}, cue, []string{"by.body", "apart"}},
		{Party{Words: "they", Span: text.Span{Start: 15, End: 19}}, cue, []string{"by.word"}},
		{Party{Words: "Norvians", Span: text.Span{Start: 11, End: 19}}, cue, []string{"by.description"}},
		{Party{Words: "an official", Span: text.Span{Start: 0, End: 11}}, text.Span{}, []string{"by.description"}},
	} {
		p := Proposal{Rule: ruleBare, Confidence: 0.8, Said: Said{Speakers: []Party{row.who}, Cue: row.cue}}
		var names []string
		for _, trait := range TraitsOf(&p, "en") {
			names = append(names, trait.Name)
		}
		if want := slices.Concat([]string{"sure", "rule.clause.bare", "language.en"}, row.want); !slices.Equal(names, want) {
			t.Errorf("%+v has %q, want %q", row.who, names, want)
		}
	}
	if all := TraitsOf(&Proposal{Rule: ruleBare}, "en"); len(all) != 3 {
		t.Errorf("said by nobody: %+v", all)
	}
}
