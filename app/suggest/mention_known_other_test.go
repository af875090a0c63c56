package suggest

import (
	"strings"
	"testing"
)

// A word that is a short name of the project's is not found where it plainly is another's, or an office's.
func TestAShortNameOfTheProjectIsNotFoundWhereItIsAnothers(t *testing.T) {
	k := knowing("person:Étienne Roy", "person:International President", "organisation:E", "organisation:State", "state:North", "state:Kadria")
	for _, c := range []struct{ text, want string }{
		{"The pipes knock, Roy Krantzer says at home.", ""},
		{"“Pipes knock,” Roy Krantzer says. Anna Kessel agrees.", ""},
		{"“Pipes knock,” says Étienne Roy. The pipes are his, Roy adds.", "Étienne Roy, Roy"},
		{"Anna Kessel thanked the President, and Mr. President smiled.", ""},
		{"They met in Room E at noon, and E was cold.", ""},
		{"Anna Kessel, the Secretary of State, met Odo Lenz. The State paid.", "State"},
		{"Ships sailed to North East Velmora while Anna North slept.", ""},
		{"The North and Kadria agreed. Officials of the North signed it.", "North, Kadria, North"},
		{"The pipes knock. Étienne Roy slept. Roy Tuesday told them.", "Étienne Roy, Roy"},
		{"Will Kadria sign? May Kadria sleep.", "Kadria, Kadria"},
		{"Prime Minister Anna Kadria slept, and Kadria paid.", "Kadria"},
	} {
		var known []string
		for _, m := range mentionsIn(t, k, "en", c.text) {
			if words, _, _ := strings.Cut(m, " = "); strings.HasSuffix(m, ruleKnown) {
				known = append(known, words)
			}
		}
		if got := strings.Join(known, ", "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
