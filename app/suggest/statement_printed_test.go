package suggest

// printedStatementRows are quotations as they stand in print, where little or nothing says who speaks.
var printedStatementRows = []statementRow{
	{
		"“The dam held,” Ida Moll said by phone. “It did.”",
		[]string{"Ida Moll [said] says, direct: “The dam held,” | “It did.”"},
	},
	{
		"“The dam held,” she said by telephone from Sarn.",
		[]string{"she [said] says, direct: “The dam held,”"},
	},
	{
		"Odo Lenz put down his hat, and he said, without being asked:\n\n“It was never about the dam.\n\n“It was about us.”",
		[]string{"he=Odo Lenz [said] says, direct: “It was never about the dam. | “It was about us.”"},
	},
	{
		"“Nice weather,” he called over his shoulder. “Very nice.”",
		[]string{"he [called] says, direct: “Nice weather,” | “Very nice.”"},
	},
	{
		"“That is new to me,” ventured Odo Lenz, who built it.",
		[]string{"Odo Lenz [ventured] says, direct: “That is new to me,”"},
	},
	{
		"“The Long Road Home,” her first novel, sold well.",
		nil,
	},
	{
		"“Pipes knock,” Odo Lenz says. “In the cold, pipes knock.”\n\n“Not three times,” says Ida Moll.\n\n“Sometimes three.”\n\n" +
			"“Not when you ask them to.”",
		[]string{
			"Odo Lenz [says] says, direct: “Pipes knock,” | “In the cold, pipes knock.”",
			"Ida Moll [says] says, direct: “Not three times,”",
			"Odo Lenz [] says, direct: “Sometimes three.”",
			"Ida Moll [] says, direct: “Not when you ask them to.”",
		},
	},
	{
		"“It will hold,” said Ida Moll.\n\n“It will not hold,” said Odo Lenz. “I have seen it, and I have seen the plans, and I have told the " +
			"town about them more than once.”\n\n“The town did not listen, and nobody came to see the wall before the storm took a piece of it, " +
			"nor after that.”",
		[]string{
			"Ida Moll [said] says, direct: “It will hold,”",
			"Odo Lenz [said] says, direct: “It will not hold,” | “I have seen it, and I have seen the plans, and I have told the town about " +
				"them more than once.”",
			"Odo Lenz [] says, direct: “The town did not listen, and nobody came to see the wall before the storm took a piece of it, nor " +
				"after that.”",
		},
	},
	{
		"Odo Lenz asked Ida Moll whether the dam would hold.\n\n“It has held for two hundred years.”",
		[]string{
			"Odo Lenz [asked] asks, indirect: whether the dam would hold → Ida Moll",
			"Ida Moll [] says, direct: “It has held for two hundred years.”",
		},
	},
	{
		"Ida Moll was told of this. She laughed.\n\n“That is very good news for everybody.”",
		[]string{"She=Ida Moll [] says, direct: “That is very good news for everybody.”"},
	},
}
