package suggest

import "testing"

// “They” are several persons whom a sentence before named together, and nobody if it may be others.
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
