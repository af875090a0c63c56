package suggest

import "testing"

// builtStatementRows are sentences that tell who says something in ways in which newspapers build them.
var builtStatementRows = []statementRow{
	{
		"Economists at Norrbank reckon the suspension would take a year.",
		[]string{
			"Economists at Norrbank [reckon] says, indirect: the suspension would take a year",
		},
	},
	{
		"Not this time, others say.",
		[]string{
			"others [say] says, indirect: Not this time",
		},
	},
	{
		"It is unlikely: Velia, diplomats say, would veto it.",
		[]string{
			"diplomats [say] says, indirect: Velia | would veto it",
		},
	},
	{
		"The port held more tin than ever, exchange data show.",
		[]string{
			"exchange data [show] says, indirect: The port held more tin than ever",
		},
	},
	{
		"Those who supported her for the leadership in 2031 insist that she left.",
		[]string{
			"Those [insist] says, indirect: she left",
		},
	},
	{
		"Two former clerks of the port, shown the letters, said they knew them.",
		[]string{
			"Two former clerks of the port [said] says, indirect: they knew them",
		},
	},
	{
		"Another engineer, retired from the industry, said that it was a mistake.",
		[]string{
			"Another engineer [said] says, indirect: it was a mistake",
		},
	},
	{
		"Ida Moll, a nurse, voted for the list in 2032 and says that she regrets it.",
		[]string{
			"Ida Moll, a nurse=Ida Moll [says] says, indirect: she regrets it",
		},
	},
	{
		"Ida Moll, the deputy mayor, who is running again, is said to believe that a cat would do better.",
		[]string{
			"Ida Moll, the deputy mayor=Ida Moll [believe] says, indirect: a cat would do better",
		},
	},
	{
		"The board was told, by a recording, that the line was closed.",
		[]string{
			"a recording [told] says, indirect: the line was closed → The board",
		},
	},
	{
		"The clerks had been told by suppliers that the orders might be late.",
		[]string{
			"suppliers [told] says, indirect: the orders might be late → The clerks",
		},
	},
	{
		"Lawyers for both firms were told last week by Harbour Commission staff to expect a long review.",
		[]string{
			"Harbour Commission staff [told] says, indirect: to expect a long review → Lawyers for both firms",
		},
	},
	{
		"The town had been promised peace by four men in uniform.",
		[]string{
			"four men [promised] promises, indirect: peace → The town",
		},
	},
	{
		"It came from Odo Lenz, whose district is poor and who had told voters that he would stay.",
		[]string{
			"who=Odo Lenz [told] says, indirect: he would stay → voters",
		},
	},
	{
		"The letters were given by a person who had access to them and who asked not to be named.",
		[]string{
			"who [asked] asks, indirect: not to be named",
		},
	},
	{
		"A pipefitter who says he votes for the list, was still undecided.",
		[]string{
			"A pipefitter [says] says, indirect: he votes for the list",
		},
	},
	{
		"The people who say otherwise are selling something.",
		nil,
	},
	{
		"In a poll, 64 percent of respondents said they liked the toll, among them half of the Liberals.",
		[]string{
			"64 percent of respondents [said] says, indirect: they liked the toll",
		},
	},
	{
		"They know little; one in three believed it had been law since 2031.",
		[]string{
			"one in three [believed] says, indirect: it had been law since 2031",
		},
	},
	{
		"A reply in the margin reads: “Not singing, sir.”",
		[]string{
			"A reply in the margin [reads] says, direct: “Not singing, sir.”",
		},
	},
	{
		"They will discuss it, she says, on Wednesday the fifth.",
		[]string{
			"she [says] says, indirect: They will discuss it | on Wednesday the fifth",
		},
	},
	{
		"An apology would be a start, he said, though he wouldn't believe it.",
		[]string{
			"he [said] says, indirect: An apology would be a start | though he wouldn't believe it",
		},
	},
	{
		"No one died in the port, Ida Moll assured parliament in 2031.",
		[]string{
			"Ida Moll [assured] says, indirect: No one died in the port → parliament",
		},
	},
	{
		"The lady said it, on camera, with her own mouth.",
		nil,
	},
	{
		"Her husband, Harold Moll, asked what he wanted from the company, thought for a while.",
		nil,
	},
	{
		"Aides to both said they had spent the evening resting.",
		[]string{
			"Aides to both [said] says, indirect: they had spent the evening resting",
		},
	},
	{
		"A strategist who requested anonymity to speak candidly said the party was nervous about it.",
		[]string{
			"A strategist [requested] demands, indirect: anonymity to speak candidly",
			"A strategist [said] says, indirect: the party was nervous about it",
		},
	},
}

func TestWhoSaysWhatIsReadFromSentencesAsNewspapersBuildThem(t *testing.T) {
	checkStatements(t, builtStatementRows...)
}
