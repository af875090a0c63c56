package suggest

// thoughtStatementRows are what somebody does not think, what stands for what was said before, and attributions of which other words stand
// between.
var thoughtStatementRows = []statementRow{
	{
		"“I don't think anybody here is against dogs,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “I don't think anybody here is against dogs,”",
			"I=Ida Moll [don't think] says, indirect: anybody here is against dogs",
		},
	},
	{
		"“I believe the worst is behind us,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “I believe the worst is behind us,”",
			"I=Ida Moll [believe] says, indirect: the worst is behind us",
		},
	},
	{
		"“They told me, ‘Go home.’ They said it was late,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “They told me, ‘Go home.’ They said it was late,”",
			"They [told] says, direct: ‘Go home.’ → me",
			"They [said] says, indirect: it was late",
		},
	},
	{
		"The board denies that. Mara Ellin disputed it, too.",
		[]string{
			"The board [denies] denies, indirect: that",
			"Mara Ellin [disputed] denies, indirect: it",
		},
	},
	{
		"Mara Ellin said that was too much.",
		[]string{"Mara Ellin [said] says, indirect: that was too much"},
	},
	{
		"One of them said it was late. The other said it was cold.",
		[]string{
			"One of them [said] says, indirect: it was late",
			"The other [said] says, indirect: it was cold",
		},
	},
	{
		"The Lantern reported on October 15, citing two officials, that the dam would hold.",
		[]string{"two officials [reported] says, indirect: the dam would hold ← The Lantern=Lantern"},
	},
	{
		"Mara Ellin told the Lantern’s Today programme that the dam would hold.",
		[]string{"Mara Ellin [told] says, indirect: the dam would hold → the Lantern’s Today programme"},
	},
	{
		"The rule, Mara Ellin said, “has killed more farms than any drought”.",
		[]string{"Mara Ellin [said] says, mixed: The rule | “has killed more farms than any drought”"},
	},
	{
		"The agency says the rule costs millions, and it notes that exemptions exist.",
		[]string{
			"The agency [says] says, indirect: the rule costs millions",
			"it [notes] says, indirect: exemptions exist",
		},
	},
	{
		"Mara Ellin went on:\n\n“The dam will hold for years.”",
		[]string{"Mara Ellin [] says, direct: “The dam will hold for years.”"},
	},
	{
		"10.51am Odo Lenz says he will pay.",
		[]string{"Odo Lenz [says] says, indirect: he will pay"},
	},
	{
		"He declined to be named because nothing was decided. An official who asked not to be named said so.",
		[]string{
			"He [declined] declines, indirect: to be named",
			"An official [asked] asks, indirect: not to be named",
		},
	},
	{
		"“He wanted a toll, and I think he was right,” Ida Moll said.",
		[]string{
			"Ida Moll [said] says, direct: “He wanted a toll, and I think he was right,”",
			"He [wanted] says, indirect: a toll",
			"I=Ida Moll [think] says, indirect: he was right",
		},
	},
	{
		"He wanted, Mara Ellin said, to see them.",
		[]string{"Mara Ellin [said] says, indirect: He wanted | to see them"},
	},
	{
		"The answer came, Mara Ellin said, on the eve of the feast.",
		[]string{"Mara Ellin [said] says, indirect: The answer came | on the eve of the feast"},
	},
	{
		"The answer came too late, Mara Ellin said, in a statement to the Lantern.",
		[]string{"Mara Ellin [said] says, indirect: The answer came too late"},
	},
	{
		"Mara Ellin put the crowd at 40,000.",
		[]string{"Mara Ellin [put] says, indirect: the crowd at 40,000"},
	},
	{
		"A person familiar with its thinking said it was late. He said it was cold.",
		[]string{
			"A person familiar with its thinking [said] says, indirect: it was late",
			"He [said] says, indirect: it was cold",
		},
	},
}
