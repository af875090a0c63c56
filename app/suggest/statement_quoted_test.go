package suggest

// quotedStatementRows are quotations as newspapers give them, by whom ever, and what stands within them.
var quotedStatementRows = []statementRow{
	{
		"Mara Ellin, smiling: “The dam held.”",
		[]string{
			"Mara Ellin [] says, direct: “The dam held.”",
		},
	},
	{
		"She nodded. “The dam held, and that is all.”",
		[]string{
			"She [] says, direct: “The dam held, and that is all.”",
		},
	},
	{
		"“The dam held,” according to Mara Ellin, who built it.",
		[]string{
			"Mara Ellin [according to] says, direct: “The dam held,”",
		},
	},
	{
		"The dam, according to Mara Ellin, will hold.",
		[]string{
			"Mara Ellin [according to] says, indirect: The dam | will hold",
		},
	},
	{
		"What she said next surprised everybody.",
		nil,
	},
	{
		"Not so, says Mara Ellin: “They will pay.”",
		[]string{
			"Mara Ellin [says] says, direct: “They will pay.”",
		},
	},
	{
		"“We lost everything,” said the second of the two brothers, wringing out his hat. “Nobody came.”",
		[]string{
			"the second of the two brothers [said] says, direct: “We lost everything,” | “Nobody came.”",
		},
	},
	{
		"“We lost everything.” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “We lost everything.”",
		},
	},
	{
		"The minister, asked on the radio whether the dam would hold, said yes, “without a doubt”.",
		[]string{
			"The minister [said] says, direct: yes, “without a doubt”",
		},
	},
	{
		"A voice from the back called out: “Liar!”",
		[]string{
			"A voice from the back [called out] says, direct: “Liar!”",
		},
	},
	{
		"What he called “a blip” cost 40 lives.",
		[]string{
			"he [called] says, direct: “a blip”",
		},
	},
	{
		"The minister spoke of “dark days” and of “a long road”.",
		[]string{
			"The minister [spoke of] says, mixed: “dark days” and of “a long road”",
		},
	},
	{
		"There had been, insisted the minister, no warning.",
		[]string{
			"the minister [insisted] says, indirect: There had been | no warning",
		},
	},
	{
		"“They told us the dam would hold,” Ida Moll said. “They told us that every year.”",
		[]string{
			"Ida Moll [said] says, direct: “They told us the dam would hold,” | “They told us that every year.”",
			"They [told] says, indirect: the dam would hold → us",
		},
	},
	{
		"“He asked me if I was afraid and I said no,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “He asked me if I was afraid and I said no,”",
			"He [asked] asks, indirect: if I was afraid → me",
		},
	},
	{
		"“The minister says it's safe. He says nobody will be flooded,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “The minister says it's safe. He says nobody will be flooded,”",
			"The minister [says] says, indirect: it's safe",
			"He [says] says, indirect: nobody will be flooded",
		},
	},
	{
		"“He kept saying it would be fine,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “He kept saying it would be fine,”",
			"He [saying] says, indirect: it would be fine",
		},
	},
	{
		"“My mother used to say, ‘Never trust a river,’” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “My mother used to say, ‘Never trust a river,’”",
			"My mother [say] says, direct: ‘Never trust a river,’",
		},
	},
	{
		"Sen. Mara Ellin left early. The senator said the vote was a farce.",
		[]string{
			"The senator=Mara Ellin [said] says, indirect: the vote was a farce",
		},
	},
	{
		"Simone Oduya met Luis Brandt at noon. “It was too late,” he said.",
		[]string{
			"he=Luis Brandt [said] says, direct: “It was too late,”",
		},
	},
	{
		"Anna Lewis met Luis Brandt at noon. “It was too late,” she said.",
		[]string{
			"she=Anna Lewis [said] says, direct: “It was too late,”",
		},
	},
	{
		"In a video posted on Facebook, the minister can be heard saying: “It holds.”",
		[]string{
			"the minister [saying] says, direct: “It holds.”",
		},
	},
	{
		"Union Local 88 said it would strike.",
		[]string{
			"Union Local 88 [said] says, indirect: it would strike",
		},
	},
	{
		"Sen. Bernard Stope of Sarn spoke on Sunday. Stope said it was rigged.",
		[]string{
			"Stope=Bernard Stope [said] says, indirect: it was rigged",
		},
	},
	{
		"Odo Lenz spoke in Sarn. The billionaire said he had nothing to hide.",
		[]string{
			"The billionaire=Odo Lenz [said] says, indirect: he had nothing to hide",
		},
	},
	{
		"Mara Ellin spoke. Aides say she will call for unity and will not mention the letters.",
		[]string{
			"Aides [say] says, indirect: she will call for unity and will not mention the letters",
			"she=Mara Ellin [call for] demands, indirect: unity and will not mention the letters",
		},
	},
	{
		"“She would be in handcuffs,” said Odo Lenz of Sarn, who is advising Kessel.",
		[]string{
			"Odo Lenz of Sarn=Odo Lenz [said] says, direct: “She would be in handcuffs,”",
		},
	},
	{
		"“Anybody who tells you what comes is lying,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “Anybody who tells you what comes is lying,”",
		},
	},
	{
		"The board apologised to Lenz “for what was said over the phone”.",
		[]string{
			"The board [apologised] says, direct: “for what was said over the phone”",
		},
	},
	{
		"Kit Moll runs a pub. His wife, Rosa, nods. “He means it,” she says.",
		[]string{
			"she=Rosa [says] says, direct: “He means it,”",
		},
	},
	{
		"Sir Odo Lenz was blunt. Sir Odo said it was late.",
		[]string{
			"Sir Odo=Odo Lenz [said] says, indirect: it was late",
		},
	},
	{
		"The health secretary, Jim Brandt, left early. The shadow health secretary said nobody had learned.",
		[]string{
			"The shadow health secretary [said] says, indirect: nobody had learned",
		},
	},
}
