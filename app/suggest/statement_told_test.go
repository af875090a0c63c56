package suggest

import "testing"

func TestWhomSomethingIsToldStandsBeforeIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"The justice minister, Pascal Loum, told parliament that it was late.",
			[]string{
				"The justice minister, Pascal Loum=Pascal Loum [told] says, indirect: it was late → parliament",
			},
		},
		{
			"Marcus Oyler told a local TV station that there had been eleven.",
			[]string{
				"Marcus Oyler [told] says, indirect: there had been eleven → a local TV station",
			},
		},
		{
			"Mr Tudor told the Lantern nurses were at breaking point.",
			[]string{
				"Mr Tudor=Tudor [told] says, indirect: nurses were at breaking point → the Lantern=Lantern",
			},
		},
		{
			"Ms Rudd warned the strike would cost lives, and urged nurses to stay at work.",
			[]string{
				"Ms Rudd=Rudd [warned] says, indirect: the strike would cost lives",
				"Ms Rudd=Rudd [urged] demands, indirect: to stay at work → nurses",
			},
		},
	})
}

func TestWhoSpeaksStandsBeforeWhatIsToldOfThem(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Three officials briefed on the talks said that it was late.",
			[]string{
				"Three officials [said] says, indirect: it was late",
			},
		},
		{
			"A strategist who has worked in the state and who requested anonymity said the party was nervous.",
			[]string{
				"who [requested] demands, indirect: anonymity",
				"A strategist [said] says, indirect: the party was nervous",
			},
		},
		{
			"A strategist who has worked in the state and requested anonymity said the party was nervous.",
			[]string{
				"A strategist [said] says, indirect: the party was nervous",
			},
		},
		{
			"“You should see me without one,” said Maribel, 41, who asked to be identified by her first name.",
			[]string{
				"Maribel [said] says, direct: “You should see me without one,”",
				"who=Maribel [asked] asks, indirect: to be identified by her first name",
			},
		},
		{
			"Ollerton is understood to have told friends that he will resign.",
			[]string{
				"Ollerton [told] says, indirect: he will resign → friends",
			},
		},
	})
}

func TestWhatIsSaidEndsBeforeWhatCameOfIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Lenz said the bridge would open, days after an inspector had declared it unsafe.",
			[]string{
				"Lenz [said] says, indirect: the bridge would open",
				"an inspector [declared] says, indirect: it unsafe",
			},
		},
		{
			"Ms Rudd told the Commons the offer was fair, prompting laughter from the benches opposite.",
			[]string{
				"Ms Rudd=Rudd [told] says, indirect: the offer was fair → the Commons=Commons",
			},
		},
		{
			"Lenz said the line would reopen on Monday, three days later than planned.",
			[]string{
				"Lenz [said] says, indirect: the line would reopen on Monday, three days later than planned",
			},
		},
	})
}

func TestWhatIsSaidGoesOnAfterWhoSaysIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"The closing was inevitable, they wrote in a note, but the company “is pruning the hedge while the roof is on fire.”",
			[]string{
				"they [wrote] says, mixed: The closing was inevitable | but the company “is pruning the hedge while " +
					"the roof is on fire.”",
			},
		},
		{
			"Demand from builders remains strong, the company said, though not strong enough to make up for refineries.",
			[]string{
				"the company [said] says, indirect: Demand from builders remains strong | though not strong enough to " +
					"make up for refineries",
			},
		},
		{
			"Outside groups have spent $70 million on the race, according to the tracking firm Adwise, most of it on television.",
			[]string{
				"the tracking firm Adwise=Adwise [according to] says, indirect: Outside groups have spent $70 million " +
					"on the race | most of it on television",
			},
		},
		{
			"Chinese customers have put off deliveries, Lenz said, and some have stopped answering calls.",
			[]string{
				"Lenz [said] says, indirect: Chinese customers have put off deliveries | some have stopped answering calls",
			},
		},
		{
			"She cautioned that the study was not a trial: nurses chose for themselves whether to lie down.",
			[]string{
				"She [cautioned] says, indirect: the study was not a trial: nurses chose for themselves whether to lie down",
			},
		},
		{
			"Lenz said it was late: “We go.”",
			[]string{
				"Lenz [said] says, indirect: it was late",
				"Lenz [] says, direct: “We go.”",
			},
		},
		{
			"The offer was an insult, said Rhys Tudor, a former miner who leads the union.",
			[]string{
				"Rhys Tudor [said] says, indirect: The offer was an insult",
			},
		},
	})
}

func TestWhatIsPartlyQuotedBeginsWithWhomItIsOf(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"President Noor Ballantyne, whose approval rating stands at 37 percent, “would love to visit Ohio " +
				"when Ohio would love to have her,” press secretary Jude Amaro told reporters.",
			[]string{
				"press secretary Jude Amaro=Jude Amaro [told] says, mixed: President Noor Ballantyne, whose approval " +
					"rating stands at 37 percent, “would love to visit Ohio when Ohio would love to have her,” → " +
					"reporters",
			},
		},
		{
			"The board was told of the problem in 2028 and “chose, on the advice of nobody, to wait,” the report says.",
			[]string{
				"the report [says] says, mixed: The board was told of the problem in 2028 and “chose, on the advice " +
					"of nobody, to wait,”",
			},
		},
		{
			"It lent to dealers, a business in which, as Mr Hayes puts it, “the collateral can drive away.”",
			[]string{
				"Mr Hayes=Hayes [puts it] says, direct: “the collateral can drive away.”",
			},
		},
	})
}

func TestASentenceThatBreaksOffSaysNothing(t *testing.T) {
	checkStatementsIn(t, statementRow{"Mara dijo que", nil}, "es")
}
