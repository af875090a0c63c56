package suggest

import "testing"

// What shows, hears or remembers somebody who says something does not say it.
func TestWhoIsSeenOrHeardSayingIsWhoSaysIt(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The company recalled 4,000 trucks, saying the brakes were faulty.",
			[]string{
				"The company [saying] says, indirect: the brakes were faulty",
			},
		},
		{
			"Moll said the road, including the bridge, was shut. Lenz said the road was shut, leaving two " +
				"villages cut off.",
			[]string{
				"Moll [said] says, indirect: the road, including the bridge, was shut",
				"Lenz [said] says, indirect: the road was shut, leaving two villages cut off",
			},
		},
		{
			"The spot uses a clip of former President Howard Gentry telling a crowd in 2018 that “America always " +
				"comes back.”",
			[]string{
				"former President Howard Gentry=Howard Gentry [telling] says, direct: “America always comes back.” → a crowd",
			},
		},
		{
			"She remembers her father saying that the sea takes what it wants. Neighbours heard a man shouting " +
				"that he would burn the house.",
			[]string{
				"her father [saying] says, indirect: the sea takes what it wants",
				"a man [shouting] says, indirect: he would burn the house",
			},
		},
		{
			"I heard him saying that it was late. The photo shows a man holding a sign saying “No more.”",
			[]string{
				"him [saying] says, indirect: it was late",
				"The photo [shows] says, mixed: a man holding a sign saying “No more.”",
				"a sign [saying] says, direct: “No more.”",
			},
		},
		{
			"Witnesses recalled Moll warning that the bridge would fall. The email shows the mayor asking " +
				"whether the money had come.",
			[]string{
				"Moll [warning] says, indirect: the bridge would fall",
				"The email [shows] says, indirect: the mayor asking whether the money had come",
				"the mayor [asking] asks, indirect: whether the money had come",
			},
		},
		{
			"There were reports of soldiers telling villagers to leave. Nobody remembers the mayor promising that.",
			[]string{
				"soldiers [telling] says, indirect: to leave → villagers",
				"the mayor [promising] promises, indirect: that",
			},
		},
		{
			"A spokesman issued a statement saying the plant would close. He left a note saying he was sorry.",
			[]string{
				"A spokesman [saying] says, indirect: the plant would close",
				"He [saying] says, indirect: he was sorry",
			},
		},
	}...)
}

// A form of the past may be that of what was done to somebody; here it is what they did.
func TestWhatSomebodyDidIsNoMarkOfWhoItWasDoneTo(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The mayor left on Monday, saying he was tired.",
			[]string{
				"The mayor [saying] says, indirect: he was tired",
			},
		},
		{
			"The mayor resigned on Monday, saying he was tired.",
			[]string{
				"The mayor [saying] says, indirect: he was tired",
			},
		},
		{
			"The head of the tax office resigned on Monday, saying she had lost the trust of staff.",
			[]string{
				"The head of the tax office [saying] says, indirect: she had lost the trust of staff",
			},
		},
		{
			"A man accused of arson told police nothing, saying only that he was tired.",
			[]string{
				"A man [saying] says, indirect: he was tired",
			},
		},
		{
			"Protesters gathered in Sarn, demanding that the mayor resign.",
			[]string{
				"Protesters [demanding] demands, indirect: the mayor resign",
			},
		},
	}...)
}

// What is demanded has verbs without an end.
func TestThatBeforeAnArticleBeginsWhatIsSaid(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The mayor spoke, demanding that the court reopen the case.",
			[]string{
				"The mayor [demanding] demands, indirect: the court reopen the case",
			},
		},
		{
			"Lenz wrote to the mayor, insisting that the bridge close at night.",
			[]string{
				"Lenz [insisting] says, indirect: the bridge close at night",
			},
		},
		{
			"She proposed that the school open at noon. They asked that the name be kept. He recommended that " +
				"the fund pay.",
			[]string{
				"She [proposed] says, indirect: the school open at noon",
				"They [asked] asks, indirect: the name be kept",
				"He [recommended] says, indirect: the fund pay",
			},
		},
	}...)
}

// Who answers is whom the sentence before asked, in its own words or not.
func TestWhoAnswersIsWhoWasAsked(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"VARRO, Norvia — A top White House adviser resigned on Thursday after acknowledging that he had " +
				"rewritten a report.",
			[]string{
				"A top White House adviser [acknowledging] says, indirect: he had rewritten a report",
			},
		},
		{
			"Meredith Haskins, a lawyer for the company, asked Deepa Rademacher whether she had watched the " +
				"gauge. “I had my eye on the cable,” she answered.",
			[]string{
				"Meredith Haskins, a lawyer for the company=Meredith Haskins [asked] asks, indirect: whether she had " +
					"watched the gauge → Deepa Rademacher",
				"she=Deepa Rademacher [answered] says, direct: “I had my eye on the cable,”",
			},
		},
		{
			"The post was deleted within the hour; his sister, reached at their home in Mobile, Ala., said that " +
				"he was sleeping.",
			[]string{
				"his sister [said] says, indirect: he was sleeping",
			},
		},
		{
			"The post was deleted; his sister, reached at home, said that he was sleeping.",
			[]string{
				"his sister [said] says, indirect: he was sleeping",
			},
		},
		{
			"His sister, reached at their home in Mobile, Ala., said that he was sleeping.",
			[]string{
				"His sister [said] says, indirect: he was sleeping",
			},
		},
		{
			"Gov. Walt Ingersoll threatened to arrest the senators. Back in Topeka, the governor called the " +
				"walkout “kidnapping.”",
			[]string{
				"Gov. Walt Ingersoll=Walt Ingersoll [threatened] threatens, indirect: to arrest the senators",
				"the governor=Walt Ingersoll [called] says, mixed: the walkout “kidnapping.”",
			},
		},
		{
			"Lenz said nothing about it. Moll said little of the plan. Ellin said nothing had changed.",
			[]string{
				"Moll [said] says, indirect: little of the plan",
				"Ellin [said] says, indirect: nothing had changed",
			},
		},
	}...)
}
