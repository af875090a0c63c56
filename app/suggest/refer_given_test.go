package suggest

import "testing"

// Reporters name people in wars and courts by what these are called, and tell that it is no full name.
func TestWhoGivesOnlyAPartOfANameIsCalledSo(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"A taxi driver, who gave only his first name, Marek, said soldiers had asked him which side he was " +
				"on. “I asked them what the sides were,” he said. Marek said he drove on.",
			[]string{
				"A taxi driver, who gave only his first name, Marek=Marek [said] says, indirect: soldiers had asked " +
					"him which side he was on",
				"soldiers [asked] asks, indirect: which side he was on → him=Marek",
				"he=Marek [said] says, direct: “I asked them what the sides were,”",
				"I=Marek [asked] asks, indirect: what the sides were → them",
				"Marek [said] says, indirect: he drove on",
			},
		},
		{
			"A baker in Sarn who gave her name as Lida said bread had run out. “We have nothing,” she said.",
			[]string{
				"A baker in Sarn who gave her name as Lida=Lida [said] says, indirect: bread had run out",
				"she=Lida [said] says, direct: “We have nothing,”",
			},
		},
		{
			"The nurse, who asked to be identified only by her first name, Oksana, said the ward was full. “We " +
				"sleep on the floor,” she said.",
			[]string{
				"who=Oksana [asked] asks, indirect: to be identified only by her first name, Oksana",
				"The nurse, who asked to be identified only by her first name, Oksana=Oksana [said] says, indirect: " +
					"the ward was full",
				"she=Oksana [said] says, direct: “We sleep on the floor,”",
			},
		},
		{
			"A 34-year-old teacher who would give only his surname, Brandt, said he had not voted. He said " +
				"nobody had asked him to.",
			[]string{
				"A 34-year-old teacher who would give only his surname, Brandt=Brandt [said] says, indirect: he had not voted",
				"He=Brandt [said] says, indirect: nobody had asked him to",
			},
		},
		{
			"“They took the phones,” said one resident, who asked to be called Ilir for fear of reprisals. He " +
				"said his cousin was still missing.",
			[]string{
				"one resident=Ilir [said] says, direct: “They took the phones,”",
				"who=Ilir [asked] asks, indirect: to be called Ilir for fear of reprisals",
				"He=Ilir [said] says, indirect: his cousin was still missing",
			},
		},
		{
			"He asked to be called Ilir. “They left the metronome on,” he said. He believes his cousin died in " +
				"the next room.",
			[]string{
				"He=Ilir [asked] asks, indirect: to be called Ilir",
				"he=Ilir [said] says, direct: “They left the metronome on,”",
				"He=Ilir [believes] says, indirect: his cousin died in the next room",
			},
		},
		{
			"A spokesman for the mayor, who identified himself as Dom, said the office was closed.",
			[]string{
				"A spokesman for the mayor, who identified himself as Dom=Dom [said] says, indirect: the office was closed",
			},
		},
		{
			"A woman who identified herself only as Rosa said the well was dry. “We dig again,” she said.",
			[]string{
				"A woman who identified herself only as Rosa=Rosa [said] says, indirect: the well was dry",
				"she=Rosa [said] says, direct: “We dig again,”",
			},
		},
		{
			"“Go home,” said an officer who introduced himself as Captain Lenz. He said the road was mined.",
			[]string{
				"an officer=Lenz [said] says, direct: “Go home,”",
				"He=Lenz [said] says, indirect: the road was mined",
			},
		},
	}...)
}

// Her father is whose daughter she is, and who had done something is who said something with it.
func TestHerFatherIsWhoseDaughterSheIs(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Odo Vale drives a bus. His daughter, Ida, 19, said it was late. Her father laughed at that. “It " +
				"is,” he said.",
			[]string{
				"Ida [said] says, indirect: it was late",
				"he=Odo Vale [said] says, direct: “It is,”",
			},
		},
		{
			"Odo Lenz's son Ivo said it was late. His father said it was early. Ivo's father said it was both.",
			[]string{
				"Odo Lenz's son Ivo [said] says, indirect: it was late",
				"His father=Odo Lenz [said] says, indirect: it was early",
				"Ivo's father=Odo Lenz [said] says, indirect: it was both",
			},
		},
		{
			"Mirela Doss, a cousin of the man, said soldiers had come at dawn and told the family not to speak.",
			[]string{
				"Mirela Doss, a cousin of the man=Mirela Doss [said] says, indirect: soldiers had come at dawn and " +
					"told the family not to speak",
				"soldiers [told] says, indirect: not to speak → the family",
			},
		},
		{
			"Lenz said the board had met and added that it was late.",
			[]string{
				"Lenz [said] says, indirect: the board had met",
				"Lenz [added] says, indirect: it was late",
			},
		},
	}...)
}
