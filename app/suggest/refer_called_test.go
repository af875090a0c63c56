package suggest

import "testing"

// calledRows are texts that call somebody by other words than before.
var calledRows = []statementRow{
	{
		"The Commission on National Debates said a third podium had been taken away.",
		[]string{
			"The Commission on National Debates=Commission on National Debates [said] says, indirect: a third podium had been taken away",
		},
	},
	{
		"Odo Lenz opened the hall. Lenz himself, in a speech in Sarn, said that it was late.",
		[]string{
			"Lenz=Odo Lenz [said] says, indirect: it was late",
		},
	},
	{
		"“We slept,” the chair of the board, Ida Moll, a former appeals judge, told a news conference in Sarn. “We did.”",
		[]string{
			"the chair of the board, Ida Moll, a former appeals judge=Ida Moll [told] says, direct: “We slept,” | “We did.” → a news conference",
		},
	},
	{
		"At a tavern in Sarn, Odo Lenz, 58, a pipefitter who says he votes for the list, was still undecided.",
		[]string{
			"who=Odo Lenz [says] says, indirect: he votes for the list",
		},
	},
	{
		"“I laughed,” said Odo Lenz, one of her own MPs, who then claimed to have been hacked.",
		[]string{
			"Odo Lenz [said] says, direct: “I laughed,”",
			"who=Odo Lenz [claimed] says, indirect: to have been hacked",
		},
	},
	{
		"Ida Moll, a Liberal MP, opened a plant. The MP said that it was late.",
		[]string{
			"The MP=Ida Moll [said] says, indirect: it was late",
		},
	},
	{
		"The Sarn Gazette opened a hall. The newspaper said that it was late.",
		[]string{
			"The newspaper=Sarn Gazette [said] says, indirect: it was late",
		},
	},
	{
		"The Ministry of Trade opened a hall. The department said that it rained.",
		[]string{
			"The department=Ministry of Trade [said] says, indirect: it rained",
		},
	},
	{
		"Amperon's chairman, Odo Lenz, opened a hall. The chairman said that it was late.",
		[]string{
			"The chairman=Odo Lenz [said] says, indirect: it was late",
		},
	},
	{
		"In a poll of 604 viewers by SurveyNorth, most slept. The difference is small, the firm cautioned.",
		[]string{
			"the firm=SurveyNorth [cautioned] says, indirect: The difference is small",
		},
	},
	{
		"Amperon makes pumps. Most sold for $3, SurveyNorth data show. It said that it was content.",
		[]string{
			"SurveyNorth data [show] says, indirect: Most sold for $3",
			"It [said] says, indirect: it was content",
		},
	},
	{
		"Teodor Lenz opened a hall, and a nurse stood by. “Nice,” she said.",
		[]string{
			"she [said] says, direct: “Nice,”",
		},
	},
	{
		"Amperon Tells Holders to Spurn Lenz's Offer\nAmperon said its board had met four times.",
		[]string{
			"Amperon [said] says, indirect: its board had met four times",
		},
	},
}

func TestByWhateverWordsATextCallsSomebodyTheyAreFound(t *testing.T) {
	checkStatements(t, calledRows...)
}

// Whoever has an office of something is called by it, whatever stands between that and their name.
func TestWhoHasAnOfficeOfSomethingIsCalledByIt(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The chairman of the committee, Odo Lenz, said it was late. The chairman said he was ill.",
			[]string{
				"The chairman of the committee, Odo Lenz=Odo Lenz [said] says, indirect: it was late",
				"The chairman=Odo Lenz [said] says, indirect: he was ill",
			},
		},
		{
			"Councilwoman Ida Moll said it was late. Alderman Odo Lenz said it was early.",
			[]string{
				"Councilwoman Ida Moll=Ida Moll [said] says, indirect: it was late",
				"Alderman Odo Lenz=Odo Lenz [said] says, indirect: it was early",
			},
		},
		{
			"The mayor has said that it will open. Her critics doubt it. Councilwoman Ida Moll said it was late.",
			[]string{
				"The mayor [said] says, indirect: it will open",
				"Councilwoman Ida Moll=Ida Moll [said] says, indirect: it was late",
			},
		},
	}...)
}

// The government is that of the only state of whose government the text has told.
func TestTheGovernmentIsThatOfTheOnlyStateOfWhoseTheTextTells(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Rebels fighting the government of Velia left. The government said it was late. Diplomats say that " +
				"the government, which had believed it would win, is looking for a way back.",
			[]string{
				"The government=Velia [said] says, indirect: it was late",
				"Diplomats [say] says, indirect: the government, which had believed it would win, is looking for a way back",
				"which=Velia [believed] says, indirect: it would win",
			},
		},
		{
			"The French government fell. The government said it was early. The Labour government fell.",
			[]string{
				"The government=France [said] says, indirect: it was early",
			},
		},
		{
			"Norvia's government fell. Velia's government said it was late. The government said it was early.",
			[]string{
				"Velia's government=Velia [said] says, indirect: it was late",
				"The government [said] says, indirect: it was early",
			},
		},
	}...)
}

// Whoever is told of by their work is called by it, with more told of them or not, unless somebody else is of that work.
func TestSomebodyIsCalledByTheirWork(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Mayor Odo Lenz said it was late. The mayor, a former miner, said it was early. Rep. Ivo Moll " +
				"laughed. The Republican, a farmer, left.",
			[]string{
				"Mayor Odo Lenz=Odo Lenz [said] says, indirect: it was late",
				"The mayor, a former miner=Odo Lenz [said] says, indirect: it was early",
			},
		},
		{
			"Maud Tennant's bees sting. Tennant says it is late.",
			[]string{
				"Tennant=Maud Tennant [says] says, indirect: it is late",
			},
		},
		{
			"Ida Moll, 54, a welder from Sarn, said it was late. The welder said it was early.",
			[]string{
				"Ida Moll, 54, a welder from Sarn=Ida Moll [said] says, indirect: it was late",
				"The welder=Ida Moll [said] says, indirect: it was early",
			},
		},
		{
			"Ida Moll is a retired baker. The baker said it was early.",
			[]string{
				"The baker=Ida Moll [said] says, indirect: it was early",
			},
		},
		{
			"Ida Moll, a baker, left. A baker in Sarn said it was late. The baker said it was early.",
			[]string{
				"A baker in Sarn [said] says, indirect: it was late",
				"The baker [said] says, indirect: it was early",
			},
		},
	}...)
}

// Whoever is cited by what they are of something has the name that stands after it.
func TestWhoIsCitedByWhatTheyAreHasTheirName(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Eight were in care, according to its chief of medicine, Dr. Ida Moll, among them a boy. She said it " +
				"was late.",
			[]string{
				"its chief of medicine, Dr. Ida Moll=Ida Moll [according to] says, indirect: Eight were in care",
				"She=Ida Moll [said] says, indirect: it was late",
			},
		},
		{
			"Eight were in care, according to the head of the Sarn Clinic, Ida Moll. She said it was late.",
			[]string{
				"the head of the Sarn Clinic=Ida Moll [according to] says, indirect: Eight were in care",
				"She=Ida Moll [said] says, indirect: it was late",
			},
		},
	}...)
}
