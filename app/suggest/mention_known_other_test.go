package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
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
		if got := knownIn(t, k, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A surname is who has it in full in the text, though the project has somebody else with it.
func TestASurnameIsWhoHasItInFullInTheText(t *testing.T) {
	k := knowing("person:Anna Kessel")
	for _, c := range []struct{ text, known, said string }{
		{"Oliver Kessel was alarmed. “The harbour is closed,” Kessel said.", "", "Oliver Kessel"},
		{"A. Kessel was alarmed. “The harbour is closed,” Kessel said.", "Kessel", "Anna Kessel"},
		{"Anna Maria Kessel was alarmed. “The harbour is closed,” Kessel said.", "Kessel", "Anna Kessel"},
		{"Oliver Kessel met Anna Kessel. “The harbour is closed,” she said.", "Anna Kessel", "Anna Kessel"},
		{"Oliver Kessel met Anna Kessel. Kessel slept.", "Anna Kessel, Kessel", ""},
		{"Oliver Kessel came. Mr Kessel slept.", "", ""},
		{"Odo Kessel came. Mr Kessel slept.", "", ""},
		{"Quietly Kessel came. Yesterday Kessel left. The French Kessel is tired. Kessel slept.", strings.Repeat(", Kessel", 4)[2:], ""},
		{"Minister Kessel was alarmed. “The harbour is closed,” Kessel said.", "Kessel, Kessel", "Anna Kessel"},
	} {
		if got := knownIn(t, k, c.text); got != c.known {
			t.Errorf("%s: known are %q, want %q", c.text, got, c.known)
		}
		body, err := text.NewBody(c.text)
		if err != nil {
			t.Fatal(err)
		}
		r := Reader{Known: k}
		for _, p := range r.Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
			if p.Kind == store.KindStatement && (len(p.Said.Speakers) != 1 || p.Said.Speakers[0].Name != c.said) {
				t.Errorf("%s: %+v says it, want %s", c.text, p.Said.Speakers, c.said)
			}
		}
	}
}
