package suggest

import "testing"

// holderRows are reports of several who hold the same office, each for another state.
var holderRows = []statementRow{
	{
		"Russian President Vladimir Orlov met Turkish President Kemal Aydin on Monday. The Russian president said it was late. " +
			"“It is,” the Turkish president told reporters. The president of Russia said so. Turkey's president said it rained.",
		[]string{
			"The Russian president=Vladimir Orlov [said] says, indirect: it was late",
			"the Turkish president=Kemal Aydin [told] says, direct: “It is,” → reporters",
			"Turkey's president=Kemal Aydin [said] says, indirect: it rained",
		},
	},
	{
		"Ida Moll, the president of Velia, met Odo Lenz, president of Norvia. The Velian president said it was late.",
		[]string{"The Velian president=Ida Moll [said] says, indirect: it was late"},
	},
	{
		"German Foreign Minister Mara Ellin met President Kemal Aydin of Turkey. The Polish foreign minister said it was late.",
		[]string{"The Polish foreign minister [said] says, indirect: it was late"},
	},
	{
		"The Russian president said it was late. Russian President Vladimir Orlov slept. Turkish President Kemal Aydin slept.",
		[]string{"The Russian president=Vladimir Orlov [said] says, indirect: it was late"},
	},
}

func TestAnOfficeOfAStateIsHeldByWhoeverTheTextSaysToHoldItForThat(t *testing.T) {
	for _, row := range holderRows {
		checkStatements(t, row)
	}
}

// A name that is a part of a word, in a script without spaces, is no run of words.
func TestAHeadlineWithANameInAScriptWithoutSpacesIsRead(t *testing.T) {
	k := knowing("state:諾維亞")
	if got := knownIn(t, k, "Anna Mara Anna 諾維亞"); got != "諾維亞" {
		t.Errorf("known are %q", got)
	}
}
