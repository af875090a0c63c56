package suggest

import "testing"

// frontedRows are sentences that begin with a clause in which somebody says something, and go on with what the writer tells.
var frontedRows = []statementRow{
	{
		"While Odo Lenz says he will win, most voters doubt it.",
		[]string{"Odo Lenz [says] says, indirect: he will win"},
	},
	{
		"Because he thinks the war is lost, Odo Lenz left.",
		[]string{"he [thinks] says, indirect: the war is lost"},
	},
	{
		"When Odo Lenz said that Norvia, Velia and Sarn would pay, nobody believed it.",
		[]string{"Odo Lenz [said] says, indirect: Norvia, Velia and Sarn would pay"},
	},
	{
		"While Odo Lenz has promised to cut taxes, fees and fines, Mara Ellin would not.",
		[]string{"Odo Lenz [promised] promises, indirect: to cut taxes, fees and fines"},
	},
	{
		"Odo Lenz said that while sales would rise, profit might not.",
		[]string{"Odo Lenz [said] says, indirect: while sales would rise, profit might not"},
	},
}

func TestWhatIsSaidInTheFirstClauseEndsWithIt(t *testing.T) {
	for _, row := range frontedRows {
		checkStatements(t, row)
	}
}

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
	for _, row := range briefRows {
		checkStatements(t, row)
	}
}
