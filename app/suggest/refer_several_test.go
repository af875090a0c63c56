package suggest

import "testing"

// Several persons whom a sentence before named together are “they”, and nobody is if it may be others.
func TestTheyAndBothAreThoseWhomAndJoins(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Ida Moll and Odo Lenz wrote to the minister. The government, they said in a joint letter, should " +
				"build a school. They called the plan “a joke.”",
			[]string{
				"they=Ida Moll + they=Odo Lenz [said] says, indirect: The government | should build a school",
				"They=Ida Moll + They=Odo Lenz [called] says, mixed: the plan “a joke.”",
			},
		},
		{
			"Lenz and Moll both spoke at the hearing. Both agreed that the speed was too high. Each said the " +
				"other was late.",
			[]string{
				"Both=Lenz + Both=Moll [agreed] says, indirect: the speed was too high",
			},
		},
		{
			"Ida Moll, the mayor, and her deputy, Odo Lenz, flew to Sarn. The two women said they were tired. " +
				"The two said it was late.",
			[]string{
				"The two women=Ida Moll + The two women=Odo Lenz [said] says, indirect: they were tired",
				"The two=Ida Moll + The two=Odo Lenz [said] says, indirect: it was late",
			},
		},
		{
			"Norvia and Velia ended two days of talks, and each blamed the other for the failure. They agreed " +
				"that it was late.",
			[]string{
				"Norvia + Velia [blamed] says, indirect: the other for the failure",
				"They=Norvia + They=Velia [agreed] says, indirect: it was late",
			},
		},
		{
			"Ida Moll met farmers in Sarn. They said the price was low. Moll and Lenz met farmers. They said the " +
				"price was low.",
			[]string{
				"They [said] says, indirect: the price was low",
				"They [said] says, indirect: the price was low",
			},
		},
		{
			"Senators Ida Moll, Odo Lenz and Mara Ellin wrote the bill. They said it would pass. Both said so.",
			[]string{
				"They=Senators Ida Moll + They=Odo Lenz + They=Mara Ellin [said] says, indirect: it would pass",
			},
		},
		{
			"Ida Moll said Odo Lenz and Mara Ellin had lied. They said nothing of the kind had happened.",
			[]string{
				"Ida Moll [said] says, indirect: Odo Lenz and Mara Ellin had lied",
				"They [said] says, indirect: nothing of the kind had happened",
			},
		},
		{
			"In Sarn, Ida Moll and Odo Lenz were arrested. They deny wrongdoing. Both deny the charges.",
			[]string{
				"They=Ida Moll + They=Odo Lenz [deny] denies, indirect: wrongdoing",
				"Both=Ida Moll + Both=Odo Lenz [deny] denies, indirect: the charges",
			},
		},
		{
			"“We will not pay,” Ida Moll and Odo Lenz said in a statement. They added that the bill was unfair.",
			[]string{
				"Ida Moll + Odo Lenz [said] says, direct: “We will not pay,”",
				"They=Ida Moll + They=Odo Lenz [added] says, indirect: the bill was unfair",
			},
		},
		{
			"Moll and Lenz grew up in Sarn. “We were poor,” they say.",
			[]string{
				"they=Moll + they=Lenz [say] says, direct: “We were poor,”",
			},
		},
	}...)
}

// Somebody who is one of several and has no name may be “he”; who is asked to do something says something next.
func TestAPronounMeansWhoWasAskedAndNobodyBesidesOneOfSeveral(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"A second witness, a former purchasing clerk named Sal Ketchum, told jurors that the brake had a " +
				"nickname. He hesitated. Workers called it “the lottery,” he said; the machinists, who had families, " +
				"called it worse. He recalled that it was late.",
			[]string{
				"A second witness, a former purchasing clerk named Sal Ketchum=Sal Ketchum [told] says, indirect: " +
					"the brake had a nickname → jurors",
				"he=Sal Ketchum [said] says, mixed: Workers called it “the lottery,”",
				"Workers [called] says, direct: it “the lottery,”",
				"the machinists [called] says, indirect: it worse",
				"He=Sal Ketchum [recalled] says, indirect: it was late",
			},
		},
		{
			"Three officials said a draft had been agreed. “They have been shouting for days,” said one of the " +
				"three. Another said that the delegation from Ondara had received a call. “They did not know " +
				"either,” he said. Ondara said it was late. A third said it was not. He laughed, he said.",
			[]string{
				"Three officials [said] says, indirect: a draft had been agreed",
				"one of the three [said] says, direct: “They have been shouting for days,”",
				"Another [said] says, indirect: the delegation from Ondara had received a call",
				"he [said] says, direct: “They did not know either,”",
				"Ondara [said] says, indirect: it was late",
				"A third [said] says, indirect: it was not",
			},
		},
		{
			"Deepa Rademacher spoke so softly that Judge Yolanda Castellanos twice asked her to move closer. She " +
				"said she first raised the matter in June.",
			[]string{
				"Judge Yolanda Castellanos=Yolanda Castellanos [asked] asks, indirect: to move closer → her=Deepa Rademacher",
				"She=Deepa Rademacher [said] says, indirect: she first raised the matter in June",
			},
		},
		{
			"“You had your eye on the chair, didn't you?” Meredith Haskins asked Deepa Rademacher. “I had my eye " +
				"on the cable,” she answered. “Why?” Ms. Haskins asked. “It was late,” she replied.",
			[]string{
				"Meredith Haskins [asked] asks, direct: “You had your eye on the chair, didn't you?” → Deepa Rademacher",
				"she=Deepa Rademacher [answered] says, direct: “I had my eye on the cable,”",
				"Ms. Haskins=Meredith Haskins [asked] asks, direct: “Why?”",
				"she=Deepa Rademacher [replied] says, direct: “It was late,”",
			},
		},
		{
			"Deepa Rademacher spoke so softly that Judge Yolanda Castellanos asked her to move closer. She said it was late. " +
				"The judge said that it was not.",
			[]string{
				"Judge Yolanda Castellanos=Yolanda Castellanos [asked] asks, indirect: to move closer → her=Deepa Rademacher",
				"She=Deepa Rademacher [said] says, indirect: it was late",
				"The judge=Yolanda Castellanos [said] says, indirect: it was not",
			},
		},
	}...)
}
