package suggest

import "testing"

func checkRows(t *testing.T, rows []statementRow) {
	t.Helper()
	checkStatements(t, rows...)
}

func TestWhatIsSaidEndsWhereSomebodyElseBeginsToSpeak(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Odo Lenz said the pilots were watching the strait closely, and harbour chief Mara Ellin wrote on X that Velia stood “with them”.",
			[]string{
				"Odo Lenz [said] says, indirect: the pilots were watching the strait closely",
				"harbour chief Mara Ellin=Mara Ellin [wrote] says, mixed: Velia stood “with them” ← X",
			},
		},
		{
			"Odo Lenz said the board had sent a memo in January, and he accused Kessel of “playing to the gallery”.",
			[]string{
				"Odo Lenz [said] says, indirect: the board had sent a memo in January",
				"he=Odo Lenz [accused] says, direct: of “playing to the gallery”",
			},
		},
		{
			"The pilots maintained that the toll was unfair, and Norvia, whose fleet is the largest, has warned of a strike.",
			[]string{
				"The pilots [maintained] says, indirect: the toll was unfair",
				"Norvia [warned] says, indirect: a strike",
			},
		},
		{
			"Odo Lenz said the board was late, and the mayor had warned of that.",
			[]string{
				"Odo Lenz [said] says, indirect: the board was late, and the mayor had warned of that",
			},
		},
		{
			"Odo Lenz said the board would cut the toll, but would not drop it.",
			[]string{
				"Odo Lenz [said] says, indirect: the board would cut the toll, but would not drop it",
			},
		},
		{
			"Odo Lenz said Velia would attack any ship in the strait and would respond within a day.",
			[]string{
				"Odo Lenz [said] says, indirect: Velia would attack any ship in the strait and would respond within a day",
			},
		},
	})
}

func TestWhatIsSaidEndsBeforeAWritersCommentOnIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Mara Ellin believes the pier could be mended for less than £6m - a figure the board disputes.",
			[]string{
				"Mara Ellin [believes] says, indirect: the pier could be mended for less than £6m",
			},
		},
		{
			"Union leaders say the cost could erase the savings, a claim that the board calls useless.",
			[]string{
				"Union leaders [say] says, indirect: the cost could erase the savings",
			},
		},
		{
			"One pilot complained that the board was asleep, a sentiment echoed by several others.",
			[]string{
				"One pilot [complained] says, indirect: the board was asleep",
			},
		},
		{
			"Mara Ellin said the board had known of the leak, which it denies.",
			[]string{
				"Mara Ellin [said] says, indirect: the board had known of the leak",
				"it [denies] denies, indirect: which",
			},
		},
		{
			"Mara Ellin said the board had raised the toll - a small one - twice.",
			[]string{
				"Mara Ellin [said] says, indirect: the board had raised the toll - a small one - twice",
			},
		},
	})
}

func TestACueAtTheEndTakesAllThatStandsBeforeIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"The company plans to hold a meeting on Friday, its chairman, Odo Lenz, announced.",
			[]string{
				"its chairman, Odo Lenz=Odo Lenz [announced] says, indirect: The company plans to hold a meeting on Friday",
				"The company [plans] says, indirect: to hold a meeting on Friday",
			},
		},
		{
			"The toll will rise on Friday, the mayor, Odo Lenz, said.",
			[]string{
				"the mayor, Odo Lenz=Odo Lenz [said] says, indirect: The toll will rise on Friday",
			},
		},
		{
			"“We don't play that game,” Ellin told this newsletter.",
			[]string{
				"Ellin [told] says, direct: “We don't play that game,” → this newsletter",
			},
		},
		{
			"“We will find who did it,” the statement read in part.",
			[]string{
				"the statement [read] says, direct: “We will find who did it,”",
			},
		},
		{"Asked about that criticism, the governor laughed.", nil},
	})
}

func TestWhatSomebodyDescribedAsIsWhatTheySay(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"A guard was hurt in what Minister Odo Lenz described as “a deliberate act”.",
			[]string{
				"Minister Odo Lenz=Odo Lenz [described] says, direct: “a deliberate act”",
			},
		},
		{
			"The plan, which Ellin has described as “a relic of a crueller time,” ran into trouble as pilots left.",
			[]string{
				"Ellin [described] says, direct: “a relic of a crueller time,”",
			},
		},
		{
			"Kessel branded the rule “barmy”, while others stayed at home.",
			[]string{
				"Kessel [branded] says, mixed: the rule “barmy”",
			},
		},
	})
}

func TestOfAccusingTheContentIsOfWhat(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"In a letter last year she accused it of “ruling by rumour”.",
			[]string{
				"she [accused] says, direct: of “ruling by rumour”",
			},
		},
		{
			"Ellin said that she had asked three times and had received, in her words, “a brochure”.",
			[]string{
				"Ellin [said] says, mixed: she had asked three times and had received, in her words, “a brochure”",
				"her=Ellin [in her words] says, direct: “a brochure”",
			},
		},
	})
}

func TestAccordingToMayStandInTheMiddleOfWhatIsSaid(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Velia, according to two diplomats who spoke on condition of anonymity, would not.",
			[]string{
				"two diplomats who spoke on condition of anonymity [according to] says, indirect: Velia | would not",
			},
		},
	})
}

func TestWordsBetweenSomebodyAndTheirVerbAreNoPartOfThem(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Brandt has since suggested the true effect may be smaller.",
			[]string{
				"Brandt [suggested] says, indirect: the true effect may be smaller",
			},
		},
		{
			"Brandt further explained that owners would be paid.",
			[]string{
				"Brandt [explained] says, indirect: owners would be paid",
			},
		},
		{
			"Norvia last month warned of a strike.",
			[]string{
				"Norvia [warned] says, indirect: a strike",
			},
		},
		{
			"The authors caution, however, that their data end in March.",
			[]string{
				"The authors [caution] says, indirect: their data end in March",
			},
		},
		{
			"Norvian officials, for their part, insist they have ample tonnage.",
			[]string{
				"Norvian officials [insist] says, indirect: they have ample tonnage",
			},
		},
		{
			"The Lantern reported last week, citing three officials, that the board was exploring a sale.",
			[]string{
				"three officials [reported] says, indirect: the board was exploring a sale ← The Lantern=Lantern",
			},
		},
		{
			"Brandt, who rates the stock “outperform,” estimates the sale will add 30 cents by 2028.",
			[]string{
				"Brandt [estimates] says, indirect: the sale will add 30 cents by 2028",
			},
		},
		{
			"Asked whether he would resign, the 67-year-old said: “No. Absolutely not.”",
			[]string{
				"the 67-year-old [said] says, direct: “No. Absolutely not.”",
			},
		},
	})
}

func TestWhatIsWantedBeginsWithWhoIsToDoIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Ellin told pilots she expects tolls to rise as costs ease.",
			[]string{
				"Ellin [told] says, indirect: she expects tolls to rise as costs ease → pilots",
				"she=Ellin [expects] says, indirect: tolls to rise as costs ease",
			},
		},
		{
			"The report recommended approval, arguing that the benefits outweighed the loss.",
			[]string{
				"The report [recommended] says, indirect: approval",
				"The report [arguing] says, indirect: the benefits outweighed the loss",
			},
		},
		{"The board repeated that promise on the radio and on the sides of buses.", nil},
	})
}

func TestWhatSomebodySaysOfWhichStandsBeforeThemIsFound(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"The row comes after a ban on tag, which bosses said was “too rough”.",
			[]string{
				"bosses [said] says, mixed: was “too rough”",
			},
		},
		{
			"The ban, which officials say is harsh, will stay.",
			[]string{
				"officials [say] says, indirect: is harsh",
			},
		},
		{
			"Critics accuse Kessel of using those fears, a charge her allies reject.",
			[]string{
				"Critics [accuse] says, indirect: of using those fears",
				"her allies [reject] denies, indirect: a charge",
			},
		},
		{
			"The mayor knew of it, a claim that she has repeatedly denied.",
			[]string{
				"she [denied] denies, indirect: a claim",
			},
		},
		{"The board, whose position the pilots reject, met on Monday.", nil},
	})
}

func TestWhatACourtHeardIsWhatStandsBeforeIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Odo Lenz said he had meant to pay the money back, the court heard.",
			[]string{
				"the court [heard] says, indirect: Odo Lenz said he had meant to pay the money back",
				"Odo Lenz [said] says, indirect: he had meant to pay the money back",
			},
		},
		{"Odo Lenz heard that the door was open.", nil},
		{
			"Odo Lenz said they saw the smoke and heard the bell.",
			[]string{
				"Odo Lenz [said] says, indirect: they saw the smoke and heard the bell",
			},
		},
	})
}

func TestAnAmountDoesNotHideWhatIsSaidOnADay(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Orvane Energy said on Thursday it would take a charge of about $340 million.",
			[]string{
				"Orvane Energy [said] says, indirect: it would take a charge of about $340 million",
			},
		},
	})
}

func TestWhoSaysMoreIsWhoSaidThatAndNotWhomItTellsOf(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Norvia told the court that Velia planned to close the port, but said ships could wait.",
			[]string{
				"Norvia [told] says, indirect: Velia planned to close the port → the court",
				"Velia [planned] says, indirect: to close the port",
				"Norvia [said] says, indirect: ships could wait",
			},
		},
	})
}
