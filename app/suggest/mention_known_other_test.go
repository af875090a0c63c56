package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// namedIn is a text, and the names of a project that are found in it.
type namedIn struct{ text, want string }

// areKnown checks what is found in texts.
func areKnown(t *testing.T, k *Known, cases []namedIn) {
	t.Helper()
	for _, c := range cases {
		if got := knownIn(t, k, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A word that is a short name of the project's is not found where it plainly is another's, or an office's.
func TestAShortNameOfTheProjectIsNotFoundWhereItIsAnothers(t *testing.T) {
	k := knowing("person:Étienne Roy", "person:International President", "organisation:E", "organisation:State", "state:North", "state:Kadria")
	areKnown(t, k, []namedIn{
		{"The pipes knock, Roy Krantzer says at home.", ""},
		{"“Pipes knock,” Roy Krantzer says. Anna Kessel agrees.", ""},
		{"“Pipes knock,” says Étienne Roy. The pipes are his, Roy adds.", "Étienne Roy, Roy"},
		{"Anna Kessel thanked the President, and Mr. President smiled.", ""},
		{"They met in Room E at noon, and E was cold.", ""},
		{"Anna Kessel, the Secretary of State, met Odo Lenz. The State paid.", "State"},
		{"Ships sailed to North East Velmora while Anna North slept.", ""},
		{"It was written by Olver North. To North, rules are a game.", ""},
		{"Ida Moll said North and South met. The North signed.", "North, North"},
		{"The North and Kadria agreed. Officials of the North signed it.", "North, Kadria, North"},
		{"The pipes knock. Étienne Roy slept. Roy Tuesday told them.", "Étienne Roy, Roy"},
		{"Will Kadria sign? May Kadria sleep.", "Kadria, Kadria"},
		{"Kadria's Prime Minister, Anna Kadria, slept, and Kadria paid.", "Kadria, Kadria"},
	})
}

// Of whom the project has but the letter of the first name, that first name is known by it, unless the text has two.
func TestAFirstNameIsKnownByItsLetter(t *testing.T) {
	k := knowing("person:A. Kessel")
	for _, c := range []struct{ text, known, said string }{
		{"Anna Kessel was alarmed. “The harbour is closed,” Kessel said.", "Anna Kessel, Kessel", "A. Kessel"},
		{"“The harbour is closed,” Anna Kessel said.", "Anna Kessel", "A. Kessel"},
		{"Anna Kessel met Arno Kessel. It rained.", "", ""},
		{"“The harbour is closed,” Oliver Kessel said.", "", "Oliver Kessel"},
	} {
		if got := knownIn(t, k, c.text); got != c.known {
			t.Errorf("%s: known are %q, want %q", c.text, got, c.known)
		}
		isSaidBy(t, k, c.text, c.said)
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
		isSaidBy(t, k, c.text, c.said)
	}
}

// isSaidBy reports an error unless one speaker of a name says all that is said in a text.
func isSaidBy(t *testing.T, k *Known, said, name string) {
	t.Helper()
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: k}
	for _, p := range r.Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
		if p.Kind == store.KindStatement && (len(p.Said.Speakers) != 1 || p.Said.Speakers[0].Name != name) {
			t.Errorf("%s: %+v says it, want %s", said, p.Said.Speakers, name)
		}
	}
}

// A short name of an organisation or a state is not found in a text that has a person of that name, and names the person first.
func TestAShortNameIsNotAPersonsWhoHasItAsSurname(t *testing.T) {
	k := knowing("organisation:Castellan", "state:Kadria", "organisation:Ford Marine")
	areKnown(t, k, []namedIn{
		{"Castellan ahead as count goes on\n\nMara Castellan leads. Castellan's party sang. He called Ms Castellan.", ""},
		{"He called Ms. Castellan. Castellan smiled.", ""},
		{"Minister Anna Kadria slept. Kadria paid nothing.", ""},
		{"Castellan bought the yard. Its founder, Mara Castellan, wept. Castellan paid.", "Castellan, Castellan"},
		{"Castellan bought the yard. Ms Castellan wept.", "Castellan"},
		{"Mara Lind runs Castellan. Castellan paid.", "Castellan, Castellan"},
		{"Odo Marine slept. Ford Marine paid.", "Ford Marine"},
		{"Prime Minister Anna Kadria slept, and Kadria paid.", ""},
	})
}

// The number of what a news agency sends anew is no part of the name after it.
func TestANameIsFoundBehindTheNumberOfAnUpdate(t *testing.T) {
	k := knowing("state:Norvia", "organisation:Lenz AG")
	areKnown(t, k, []namedIn{
		{"UPDATE 2-Norvia says truce holds\n\nNorvia agreed.", "Norvia, Norvia"},
		{"WRAPUP 11-Norvia's ports shut, Lenz AG warns", "Norvia, Lenz AG"},
		{"UPDATE 7-Eleven of Norvia", "Norvia"},
		{"An update 2-Norvia sent", ""},
	})
}

// A letter alone is nobody's name, though a mention of it was recorded: it may be a word of another language.
func TestALetterAloneThatWasRecordedIsNobodysName(t *testing.T) {
	for text, want := range map[string]bool{"E": false, "é": false, "Е": false, "EU": true, "E. Roy": true, "本": false} {
		if _, ok := keyOf(wordsIn(text)); ok != want {
			t.Errorf("%s may be a name: %v, want %v", text, ok, want)
		}
	}
}

func TestANameOfTheProjectWithinALongerOneIsFoundWithItsTitlesAlone(t *testing.T) {
	k := knowing("organisation:Harbour League", "organisation:Senate", "organisation:Commission", "organisation:The Lantern",
		"organisation:City", "organisation:Council", "person:Jan")
	areKnown(t, k, []namedIn{
		{"He wrote to the Harbour League Security Council.", ""},
		{"He wrote to the Harbour League.", "Harbour League"},
		{"Senate Majority Leader Odo Lenz left.", "Senate"},
		{"The Commission on Harbour Tolls met.", ""},
		{"Lantern Health endorsed it.", ""},
		{"Norrbrook City manager Odo Lenz left.", ""},
		{"Council President Odo Lenz left.", "Council"},
		{"It was unsealed on Jan. 30 by a judge.", ""},
	})
}

// A state that the project has is that state where a text abbreviates it.
func TestAStateOfTheProjectIsFoundWhereItIsAbbreviated(t *testing.T) {
	k := knowing("state:United States", "state:United Kingdom")
	said := "The U.S. agreed that it was late. The US left Odo Lenz and the UK said no."
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	r, states := Reader{Known: k}, 0
	for _, p := range r.Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
		if p.Kind == store.KindMention && p.Party.Kind == kindState {
			if states++; p.Party.Actor == (store.ID{}) {
				t.Errorf("%s is a new state, %s", p.Party.Words, p.Party.Name)
			}
		}
	}
	if states != 3 {
		t.Errorf("%d states are found in %q, want 3", states, said)
	}
}

// A name of the project that is a part of a longer one is not found there: of a bay, of a firm of two names, of a person.
func TestANameOfTheProjectIsNoPartOfAnotherName(t *testing.T) {
	k := knowing("state:Finland", "state:Georgia", "organisation:Courier", "organisation:Plains", "person:Gwenda Lloyd")
	areKnown(t, k, []namedIn{
		{"Nobody had sailed in the Gulf of Finland since May. Finland said so.", "Finland"},
		{"The President of Finland spoke at the Bank of the Sea of Finland.", "Finland"},
		{"Georgia Truitt was looking up a neighbour. Georgia Prime Minister Odo Lenz left. Georgia said no.", "Georgia, Georgia"},
		{"The railroad, Cascade & Plains, would not say. Plains said no.", "Plains"},
		{"They told the Courier and Herald so. The Courier and Herald printed it. The Courier slept.", "Courier"},
		{"They told the Courier and Amperon so. The Courier slept.", "Courier, Courier"},
		{"The Lloyd's committee met. Gwenda Lloyd's house is there. Lloyd's son left.", "Gwenda Lloyd, Lloyd"},
	})
}
