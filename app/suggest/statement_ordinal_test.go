package suggest_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestAGermanOrdinalEndsNothing(t *testing.T) {
	for _, c := range []struct{ told, content string }{
		{"Anna Kessel sagte, die Meerenge werde am 1. Mai wieder geöffnet.", "die Meerenge werde am 1. Mai wieder geöffnet"},
		{"Anna Kessel sagte, am 1. und 2. Mai werde nicht gearbeitet.", "am 1. und 2. Mai werde nicht gearbeitet"},
		{"Anna Kessel sagte, die 2. Runde der Gespräche sei gescheitert.", "die 2. Runde der Gespräche sei gescheitert"},
		{"Anna Kessel sagte, das sei der 3. Versuch gewesen.", "das sei der 3. Versuch gewesen"},
		{"Anna Kessel sagte, die Zahl der Boote sei 12. Dann ging sie zum Hafen.", "die Zahl der Boote sei 12"},
	} {
		p, _ := proposalsIn(t, c.told)
		var contents []string
		for _, in := range propose(t, p) {
			for _, one := range in.Proposals {
				if one.Kind == store.KindStatement {
					contents = append(contents, in.Body.Slice(one.Whole()))
				}
			}
		}
		if !slices.Equal(contents, []string{c.content}) {
			t.Errorf("of %q, %q is proposed", c.told, contents)
		}
	}
}
