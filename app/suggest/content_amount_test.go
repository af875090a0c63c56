package suggest

import "testing"

// amountRows are reports in which what is said begins with how many, or with when and under what.
var amountRows = []statementRow{
	{
		"Officials said at least 40 people were killed.",
		[]string{"Officials [said] says, indirect: at least 40 people were killed"},
	},
	{
		"Police said on Monday about forty cars had burned.",
		[]string{"Police [said] says, indirect: about forty cars had burned"},
	},
	{
		"The army said only one man had died.",
		[]string{"The army [said] says, indirect: only one man had died"},
	},
	{
		"Odo Lenz said under the plan taxes would rise.",
		[]string{"Odo Lenz [said] says, indirect: under the plan taxes would rise"},
	},
	{
		"Odo Lenz said if it rained they would leave.",
		[]string{"Odo Lenz [said] says, indirect: if it rained they would leave"},
	},
	{
		"Odo Lenz said so when he left.",
		nil,
	},
	{
		"Amperon was accused of fraud, a charge the company denies.",
		nil,
	},
	{
		"Amperon was accused of theft, an allegation its lawyer called “absurd.”",
		[]string{"its lawyer [called] says, direct: “absurd.”"},
	},
	{
		"The report the ministry released says the dam is safe.",
		[]string{"The report the ministry released [says] says, indirect: the dam is safe"},
	},
}

func TestWhatIsSaidMayBeginWithHowManyOrWhen(t *testing.T) {
	checkStatements(t, amountRows...)
}
