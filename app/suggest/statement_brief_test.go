package suggest

import "testing"

// briefRows are reports of one word, of a noun that says that something is so, and of speakers who are many.
var briefRows = []statementRow{
	{
		"“No,” Odo Lenz said when asked if he would resign.",
		[]string{"Odo Lenz [said] says, direct: “No,”"},
	},
	{
		"“Never,” he said when he was told that she had left.",
		[]string{"he [said] says, direct: “Never,”"},
	},
	{
		"Odo Lenz's argument is that the market will fall, and fast.",
		[]string{"Odo Lenz [argument] says, indirect: the market will fall, and fast"},
	},
	{
		"It was not clear who had fired, witnesses said.",
		[]string{"witnesses [said] says, indirect: It was not clear who had fired"},
	},
}

func TestOneWordMayBeAllThatSomebodySays(t *testing.T) {
	checkStatements(t, briefRows...)
}
