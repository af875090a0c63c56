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
		"Velia, which had told people to stay at home, made 12 arrests.",
		[]string{"which=Velia [told] says, indirect: to stay at home → people"},
	},
	{
		"Odo Lenz told staff to lie, court papers show.",
		[]string{
			"court papers [show] says, indirect: Odo Lenz told staff to lie",
			"Odo Lenz [told] says, indirect: to lie → staff",
		},
	},
	{
		"Odo Lenz said that while sales would rise, profit might not.",
		[]string{"Odo Lenz [said] says, indirect: while sales would rise, profit might not"},
	},
}

func TestWhatIsSaidInTheFirstClauseEndsWithIt(t *testing.T) {
	checkStatements(t, frontedRows...)
}
