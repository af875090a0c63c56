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
	{"The deputy minister Ida Moll confirmed it.", nil},
	{"Ida Moll denied it.", []string{"Ida Moll [denied] denies, indirect: it"}},
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
	{
		"Then she laughed. “That is very good news for everybody.”",
		[]string{"she [] says, direct: “That is very good news for everybody.”"},
	},
	{
		"Ida Moll, who has died aged 91, liked to say that she had no time.",
		[]string{"Ida Moll [say] says, indirect: she had no time"},
	},
	{
		"Ida Moll, in her book “Lamps of the Republic,” argues that the keepers were loved.",
		[]string{"Ida Moll [argues] says, indirect: the keepers were loved"},
	},
	{
		"In the margin somebody has written, “Says who?”",
		[]string{"somebody [written] says, direct: “Says who?”"},
	},
	{
		"Norvia thanked the hosts, praised “some movement on monitoring” and announced that it would go on.",
		[]string{
			"Norvia [praised] says, direct: “some movement on monitoring”",
			"Norvia [announced] says, indirect: it would go on",
		},
	},
	{
		"The dam's days, she reports, were numbered.",
		[]string{"she [reports] says, indirect: The dam's days | were numbered"},
	},
	{
		"The other, perhaps feeling guilty, said that they had all been moved by it.",
		[]string{"The other [said] says, indirect: they had all been moved by it"},
	},
	{
		"Odo Lenz left. He’d told reporters that it was over.",
		[]string{"He=Odo Lenz [told] says, indirect: it was over → reporters"},
	},
	{
		"According to her model, the dam would cost a lot.",
		[]string{"her model [According to] says, indirect: the dam would cost a lot"},
	},
	{
		"A Norvian diplomat quoted by the agency Steppe Press in June warned that the dam was old.",
		[]string{"A Norvian diplomat [warned] says, indirect: the dam was old"},
	},
	{
		"A report commissioned by the World Bank in 2029 warned that the dam was old.",
		[]string{"A report commissioned by the World Bank in 2029 [warned] says, indirect: the dam was old"},
	},
	{
		"“My grandad used to tell us that it would hold,” she said.",
		[]string{
			"she [said] says, direct: “My grandad used to tell us that it would hold,”",
			"My grandad [tell] says, indirect: it would hold → us",
		},
	},
	{
		"Ida Lisle died in May. Her son, Gareth Lisle, gave evidence. Mr Lisle said that she had signed it.",
		[]string{"Mr Lisle=Gareth Lisle [said] says, indirect: she had signed it"},
	},
	{
		"Their closing speaker was the swimmer Jonas Adler, 19, who forgot his lines.\n\n“I don't know about it,” he said.",
		[]string{"he=Jonas Adler [said] says, direct: “I don't know about it,”"},
	},
	{
		"Ida Moll, its water minister, left. Prime Minister Odo Lenz came. The water minister said it was over.",
		[]string{"The water minister=Ida Moll [said] says, indirect: it was over"},
	},
	{
		"And Otto the whippet? A neighbour who walks him let us in.\n\n“He LOVES a sausage roll,” she whispered.",
		[]string{"she [whispered] says, direct: “He LOVES a sausage roll,”"},
	},
	{
		"Harriet Sowerby left. She was born Harriet Annie Clegg in Sarn. There was one book, and she claimed to have read it.",
		[]string{"she=Harriet Sowerby [claimed] says, indirect: to have read it"},
	},
	{
		"‘We looked at books,’ said Odo Lenz. ‘The books were good. We should have looked at boats.\n\n‘I don't say that lightly.’",
		[]string{"Odo Lenz [said] says, direct: ‘We looked at books,’ | ‘The books were good. We should have looked at boats. | ‘I don't say " +
			"that lightly.’"},
	},
	{
		"And what will he tell them?\n\n“That there isn't any left.” He eats it.",
		[]string{"He [] says, direct: “That there isn't any left.”"},
	},
	{
		"“It hung on a string,” said Odo Lenz.\n\n“Whose was it?” asked Ida Moll.\n\n“Everybody's. It hung there.”\n\n" +
			"She showed him a photograph.\n\n“That's the string,” Lenz agreed.\n\n“And where is the lighter?”\n\n“You'd have to ask.”",
		[]string{
			"Odo Lenz [said] says, direct: “It hung on a string,”",
			"Ida Moll [asked] asks, direct: “Whose was it?”",
			"Odo Lenz [] says, direct: “Everybody's. It hung there.”",
			"Lenz=Odo Lenz [agreed] says, direct: “That's the string,”",
			"Ida Moll [] says, direct: “And where is the lighter?”",
			"Lenz=Odo Lenz [] says, direct: “You'd have to ask.”",
		},
	},
	{
		"It might have been a lamp, Ida Moll explained.\n\n“A lamp?” said Odo Lenz.\n\n“A lamp, my lord. They get hot.”",
		[]string{
			"Ida Moll [explained] says, indirect: It might have been a lamp",
			"Odo Lenz [said] says, direct: “A lamp?”",
			"Ida Moll [] says, direct: “A lamp, my lord. They get hot.”",
		},
	},
	{
		"Odo Lenz denies arson. Ida Moll KC, prosecuting, showed him a hat. The defendant said it was his. Counsel for Velia said no. " +
			"The prosecutor said it was new.",
		[]string{
			"Odo Lenz [denies] denies, indirect: arson",
			"The defendant=Odo Lenz [said] says, indirect: it was his",
			"The prosecutor=Ida Moll [said] says, indirect: it was new",
		},
	},
	{
		"A caretaker accused of burning down the hall where he had worked for 26 years told a jury that he was asleep.\n\n" +
			"Odo Lenz, 58, was calm.",
		[]string{"A caretaker=Odo Lenz [told] says, indirect: he was asleep → a jury"},
	},
	{
		"The captain of a ferry said yesterday that it was a star.\n\nOdo Lenz, 48, was calm.",
		[]string{"The captain of a ferry=Odo Lenz [said] says, indirect: it was a star"},
	},
	{
		"A minister said the dam would hold.\n\nIda Moll, the opposition leader, said it would not.",
		[]string{
			"A minister [said] says, indirect: the dam would hold",
			"Ida Moll, the opposition leader=Ida Moll [said] says, indirect: it would not",
		},
	},
	{
		"Ida Moll, her father, told this, says nothing.",
		nil,
	},
	{
		"Odo Lenz declined to comment, except to say that it was over.",
		[]string{"Odo Lenz [declined] declines, indirect: to comment"},
	},
	{
		"One of them described how the crew had been mustered.",
		[]string{"One of them [described] says, indirect: how the crew had been mustered"},
	},
	{
		"Another was blunter. ‘If she'd gone down we'd have needed a miracle.’",
		[]string{"Another [] says, direct: ‘If she'd gone down we'd have needed a miracle.’"},
	},
	{
		"A manager at Strait & Island Ferries asks a captain to ‘do the usual’. The company said that it took safety seriously.",
		[]string{
			"A manager at Strait & Island Ferries [asks] asks, direct: to ‘do the usual’ → a captain",
			"The company=Strait & Island Ferries [said] says, indirect: it took safety seriously",
		},
	},
	{
		"The card, which hangs in the hall, reads: “Gone to milk something.”",
		[]string{"The card [reads] says, direct: “Gone to milk something.”"},
	},
}
