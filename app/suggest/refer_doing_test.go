package suggest

import "testing"

// Who is told to do something, or to lead a body, is called by that later on.
func TestWhoDoesSomethingIsCalledByIt(t *testing.T) {
	checkStatements(t,
		statementRow{
			"Amalia Figueira has been prime minister since October. Teodora Lins told Figueira that she would " +
				"resign. The prime minister asked for a night to consider.",
			[]string{
				"Teodora Lins [told] says, indirect: she would resign → Figueira=Amalia Figueira",
				"The prime minister=Amalia Figueira [asked] asks, indirect: for a night to consider",
			},
		},
		statementRow{
			"Odo Lenz drives the number 9 bus and writes poems at red lights. “I stop, I write,” the driver said.",
			[]string{
				"the driver=Odo Lenz [said] says, direct: “I stop, I write,”",
			},
		},
		statementRow{
			"Odo Lenz, 61, has taught mathematics at the school since 1998. The teacher said the children were " +
				"tired.",
			[]string{
				"The teacher=Odo Lenz [said] says, indirect: the children were tired",
			},
		},
		statementRow{
			"Odo Lenz chairs the committee. The chairman said the vote would be on Monday.",
			[]string{
				"The chairman=Odo Lenz [said] says, indirect: the vote would be on Monday",
			},
		},
		statementRow{
			"Odo Lenz, who commands the 4th Brigade, spoke by radio. “We hold the bridge,” the commander said.",
			[]string{
				"the commander=Odo Lenz [said] says, direct: “We hold the bridge,”",
			},
		},
		statementRow{
			"Odo Lenz drove to the capital. The driver said he had never been late.",
			[]string{
				"The driver [said] says, indirect: he had never been late",
			},
		},
		statementRow{
			"Pastor Odo Lenz opened the church to the homeless. The pastor said it was full.",
			[]string{
				"The pastor=Odo Lenz [said] says, indirect: it was full",
			},
		},
		statementRow{
			"The union's executive director, Rosa Teller, read the letter aloud. “So does she,” the union leader " +
				"wrote.",
			[]string{
				"the union leader=Rosa Teller [wrote] says, direct: “So does she,”",
			},
		},
		statementRow{
			"Odo Lenz, head of the city's transit agency, resigned. The transit chief said he was tired.",
			[]string{
				"The transit chief=Odo Lenz [said] says, indirect: he was tired",
			},
		},
		statementRow{
			"Odo Lenz, head of the transit agency, met Ida Moll, head of the transit union. The transit chief said " +
				"he was tired.",
			[]string{
				"The transit chief [said] says, indirect: he was tired",
			},
		},
		statementRow{
			"Rosa Teller and her daughter, Ida Moll, met in May. The daughter said she had a plan.",
			[]string{
				"The daughter=Ida Moll [said] says, indirect: she had a plan",
			},
		},
	)
}

// A pronoun means neither whoever a phrase before it names nor who asked or accused; and who wants no name told has none.
func TestAPronounMeansNobodyWhomTheSentenceSetsApart(t *testing.T) {
	checkStatements(t,
		statementRow{
			"A senior Kestrian official, speaking on condition of anonymity, said the talks had failed. “It is " +
				"over,” the official said. The spokesman, Odo Lenz, declined to comment.",
			[]string{
				"A senior Kestrian official [said] says, indirect: the talks had failed",
				"the official [said] says, direct: “It is over,”",
				"The spokesman, Odo Lenz=Odo Lenz [declined] declines, indirect: to comment",
			},
		},
		statementRow{
			"A former aide, who asked not to be named, said he was lying. \nOdo Lenz, who left in May, said he was " +
				"not.",
			[]string{
				"A former aide [asked] asks, indirect: not to be named",
				"A former aide [said] says, indirect: he was lying",
				"Odo Lenz [said] says, indirect: he was not",
			},
		},
		statementRow{
			"Odo Lenz asked his lawyer whether he could leave. He said he could not.",
			[]string{
				"Odo Lenz [asked] asks, indirect: whether he could leave → his lawyer",
				"He [said] says, indirect: he could not",
			},
		},
		statementRow{
			"Odo Lenz was drunk. Under cross-examination by the lawyer, Peter Doyle, he conceded that he had " +
				"fallen. “I fell,” he said.",
			[]string{
				"he=Odo Lenz [conceded] says, indirect: he had fallen",
				"he=Odo Lenz [said] says, direct: “I fell,”",
			},
		},
		statementRow{
			"Ida Moll was calm. In a letter to her sister, Rosa Moll, she wrote that she was tired.",
			[]string{
				"she=Ida Moll [wrote] says, indirect: she was tired",
			},
		},
		statementRow{
			"Ida Moll was calm. After Rosa Teller left, she said that she was tired.",
			[]string{
				"she=Rosa Teller [said] says, indirect: she was tired",
			},
		},
		statementRow{
			"Rosa Teller accused Ida Moll of lying. She denied it. “I never lied,” she said.",
			[]string{
				"Rosa Teller [accused] says, indirect: of lying",
				"She=Ida Moll [denied] denies, indirect: it",
				"she=Ida Moll [said] says, direct: “I never lied,”",
			},
		},
		statementRow{
			"Rosa Teller accused Ida Moll of lying. She said the figures were false.",
			[]string{
				"Rosa Teller [accused] says, indirect: of lying",
				"She=Rosa Teller [said] says, indirect: the figures were false",
			},
		},
		statementRow{
			"She said nothing when asked about the money. He said little while the judge spoke.",
			nil,
		},
		statementRow{
			"Thandeka Moll met Hesbon Lenz in May. “He is late,” she said. “She is early,” he said.",
			[]string{
				"she=Thandeka Moll [said] says, direct: “He is late,”",
				"he=Hesbon Lenz [said] says, direct: “She is early,”",
			},
		},
	)
}

// Who heads or leads something, shares a surname or is told of beside kin is who was named.
func TestWhoIsToldOfIsWhoItIsLater(t *testing.T) {
	checkStatements(t,
		statementRow{
			"Rosa Teller, the chief executive of Corvane, wept. Ida Moll left. “No,” said the chief executive.",
			[]string{
				"the chief executive=Rosa Teller [said] says, direct: “No,”",
			},
		},
		statementRow{
			"Representative Odo Lenz, the Republican who leads the panel, asked why. It was in a brochure, the " +
				"chairman said.",
			[]string{
				"the chairman=Odo Lenz [said] says, indirect: It was in a brochure",
			},
		},
		statementRow{
			"Ida Moll, a rebel, voted no. An aide to the minister, Odo Lenz, was there. According to the aide, she " +
				"told Lenz that she would change her vote.",
			[]string{
				"the aide [According to] says, indirect: she told Lenz that she would change her vote",
				"she=Ida Moll [told] says, indirect: she would change her vote → Lenz=Odo Lenz",
			},
		},
		statementRow{
			"The party's leader in the Senate, Odo Lenz, said the bill was dead. The Senate leader said he had " +
				"buried it.",
			[]string{
				"The party's leader in the Senate, Odo Lenz=Odo Lenz [said] says, indirect: the bill was dead",
				"The Senate leader=Odo Lenz [said] says, indirect: he had buried it",
			},
		},
		statementRow{
			"Ida and Karl Moll said they had heard nothing. “We were asleep,” Karl said. “You were,” Ida said.",
			[]string{
				"Ida=Ida Moll + Karl Moll [said] says, indirect: they had heard nothing",
				"Karl=Karl Moll [said] says, direct: “We were asleep,”",
				"Ida=Ida Moll [said] says, direct: “You were,”",
			},
		},
		statementRow{
			"Like her father, Ida Moll is a judge. “He taught me to listen,” she said.",
			[]string{
				"she=Ida Moll [said] says, direct: “He taught me to listen,”",
			},
		},
	)
}
