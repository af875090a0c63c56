package suggest

// pressStatementRows are sentences as newspapers write them: insets, insertions, quotations that are broken and go on.
var pressStatementRows = []statementRow{
	{
		"Former Secretary of State Anna Kessel said Thursday that the toll was unfair.",
		[]string{
			"Former Secretary of State Anna Kessel=Anna Kessel [said] says, indirect: the toll was unfair",
		},
	},
	{
		"Lenz, speaking at a rally in Sarn, Velia, told supporters: “We are going to win.”",
		[]string{
			"Lenz [told] says, direct: “We are going to win.” → supporters",
		},
	},
	{
		"Lenz claimed without evidence that the count was “rigged”.",
		[]string{
			"Lenz [claimed] says, mixed: the count was “rigged”",
		},
	},
	{
		"A new poll released Tuesday found that 52 percent of voters trust Kessel more.",
		[]string{
			"A new poll released Tuesday [found] says, indirect: 52 percent of voters trust Kessel more",
		},
	},
	{
		"A poll by the Harbour Institute found 52 percent of voters trust Kessel more.",
		[]string{
			"A poll by the Harbour Institute [found] says, indirect: 52 percent of voters trust Kessel more",
		},
	},
	{
		"Lenz found the door was open.",
		nil,
	},
	{
		"Kessel called that answer “horrifying” and said it was “an attack on the council”.",
		[]string{
			"Kessel [called] says, mixed: that answer “horrifying”",
			"Kessel [said] says, direct: it was “an attack on the council”",
		},
	},
	{
		"Kessel called the deal a disaster.",
		[]string{
			"Kessel [called] says, indirect: the deal a disaster",
		},
	},
	{
		"“You are the puppet,” Lenz shot back.",
		[]string{
			"Lenz [shot back] says, direct: “You are the puppet,”",
		},
	},
	{
		"She made it clear that she would not apologise.",
		[]string{
			"She [made it clear] says, indirect: she would not apologise",
		},
	},
	{
		"Kessel also made clear that she would not apologise.",
		[]string{
			"Kessel [made clear] says, indirect: she would not apologise",
		},
	},
	{
		"The ship had left for Velia, said two port officials who asked not to be named.",
		[]string{
			"two port officials [said] says, indirect: The ship had left for Velia",
			"two port officials [asked] asks, indirect: not to be named",
		},
	},
	{
		"“We have to fix this,” the senator from Sarn told a crowd in Port Varro, “and we will.”",
		[]string{
			"the senator from Sarn [told] says, direct: “We have to fix this,” | “and we will.” → a crowd",
		},
	},
	{
		"“I don't know,” Lenz told the Lantern when asked if the toll would stay.",
		[]string{
			"Lenz [told] says, direct: “I don't know,” → the Lantern=Lantern",
		},
	},
	{
		"“We would have liked to win,” he said, before adding: “But we fight on.”",
		[]string{
			"he [said] says, direct: “We would have liked to win,”",
			"he [adding] says, direct: “But we fight on.”",
		},
	},
	{
		"“We are not for sale,” Lenz said, but Kessel replied, “Everything is for sale.”",
		[]string{
			"Lenz [said] says, direct: “We are not for sale,”",
			"Kessel [replied] says, direct: “Everything is for sale.”",
		},
	},
	{
		"Minister Anna Kessel on Wednesday defended the deal, saying it would keep the strait safe.",
		[]string{
			"Minister Anna Kessel=Anna Kessel [saying] says, indirect: it would keep the strait safe",
		},
	},
	{
		"Jonas Brandt, 61, a retired pilot who lives in Sarn, said he was undecided.",
		[]string{
			"Jonas Brandt, 61, a retired pilot who lives in Sarn=Jonas Brandt [said] says, indirect: he was undecided",
		},
	},
	{
		"As mayor, Kessel said, she would fight for every pilot.",
		[]string{
			"Kessel [said] says, indirect: As mayor | she would fight for every pilot",
		},
	},
	{
		"That, she said, would be a mistake.",
		[]string{
			"she [said] says, indirect: That | would be a mistake",
		},
	},
	{
		"As Lenz said, the talks were a disaster.",
		[]string{
			"Lenz [said] says, indirect: the talks were a disaster",
		},
	},
	{
		"The talks, as Lenz has said, were a disaster.",
		[]string{
			"Lenz [said] says, indirect: The talks | were a disaster",
		},
	},
	{
		"As Lenz left, the crowd shouted.",
		nil,
	},
	{
		"“We have a plan,” Lenz said. “Nobody has ever had one like it.\n\n“And we are going to win. Believe me.”",
		[]string{
			"Lenz [said] says, direct: “We have a plan,” | “Nobody has ever had one like it. | “And we are going to win. Believe me.”",
		},
	},
	{
		"\"We have a plan,\" Lenz said. \"Nobody has ever had one like it.\n\n\"And we are going to win. Believe me.\"",
		[]string{
			`Lenz [said] says, direct: "We have a plan," | "Nobody has ever had one like it. | "And we are going to win. Believe me."`,
		},
	},
	{
		"Lenz said he was confident.\n\n“Nobody has ever had a plan like this one. We are going to win.”",
		[]string{
			"Lenz [said] says, indirect: he was confident",
			"Lenz [] says, direct: “Nobody has ever had a plan like this one. We are going to win.”",
		},
	},
	{
		"Lenz was in high spirits. “We are going to win,” he said, flashing a grin. “Big time.”",
		[]string{
			"he [said] says, direct: “We are going to win,” | “Big time.”",
		},
	},
	{
		"Tom Alder, an analyst with Brandt Securities Inc. in Sarn, says the stock is cheap.",
		[]string{
			"Tom Alder, an analyst with Brandt Securities Inc. in Sarn=Tom Alder [says] says, indirect: the stock is cheap",
		},
	},
	{
		"Kessel asked the panel why it had waited.",
		[]string{
			"Kessel [asked] asks, indirect: why it had waited → the panel",
		},
	},
	{
		"Kessel wondered aloud whether the panel had read it.",
		[]string{
			"Kessel [wondered] asks, indirect: whether the panel had read it",
		},
	},
	{
		"The talks have broken down, people familiar with the matter say.",
		[]string{
			"people familiar with the matter [say] says, indirect: The talks have broken down",
		},
	},
	{
		"The talks have broken down, say people familiar with the matter.",
		[]string{
			"people familiar with the matter [say] says, indirect: The talks have broken down",
		},
	},
	{
		"Mr. Lenz — the only pilot in the room — said the vote was “premature”.",
		[]string{
			"Mr. Lenz=Lenz [said] says, mixed: the vote was “premature”",
		},
	},
	{
		"Councillor Mara Ellin (List, Sarn), chair of the panel, said the vote was premature.",
		[]string{
			"Councillor Mara Ellin=Mara Ellin [said] says, indirect: the vote was premature",
		},
	},
	{
		"The letter reads: “Dear pilot, your harbour has been closed.”",
		[]string{
			"The letter [reads] says, direct: “Dear pilot, your harbour has been closed.”",
		},
	},
	{
		"She read “The Harbour at Night and Other Stories” twice.",
		nil,
	},
	{
		"Lenz blamed the defeat on the press.",
		[]string{
			"Lenz [blamed] says, indirect: the defeat on the press",
		},
	},
	{
		"Lenz likened the press to “a pack of wolves”.",
		[]string{
			"Lenz [likened] says, mixed: the press to “a pack of wolves”",
		},
	},
	{
		"Lenz referred to the pilots as “wolves”.",
		[]string{
			"Lenz [referred to] says, mixed: the pilots as “wolves”",
		},
	},
	{
		"Lenz urged the pilots to “come home”.",
		[]string{
			"Lenz [urged] demands, direct: to “come home” → the pilots",
		},
	},
	{
		"“He told me, ‘Get out of here,’ and I did,” Mara Ellin said.",
		[]string{
			"Mara Ellin [said] says, direct: “He told me, ‘Get out of here,’ and I did,”",
			"He [told] says, direct: ‘Get out of here,’ → me",
		},
	},
	{
		"In the words of one diplomat, “the ship has left the harbour”.",
		[]string{
			"one diplomat [In the words of] says, direct: “the ship has left the harbour”",
		},
	},
	{
		"“This is not about the toll,” the mayor, a Velian, insisted.",
		[]string{
			"the mayor, a Velian [insisted] says, direct: “This is not about the toll,”",
		},
	},
	{
		"Profit rose to 35 million, the company said, citing strong demand for its ships.",
		[]string{
			"the company [said] says, indirect: Profit rose to 35 million",
		},
	},
	{
		"The court ruled that the search was illegal.",
		[]string{
			"The court [ruled] says, indirect: the search was illegal",
		},
	},
	{
		"Lenz's suggestion that the judge was biased drew laughter from both benches.",
		[]string{
			"Lenz [suggestion] says, indirect: the judge was biased",
		},
	},
	{
		"There is no reason to doubt Lenz's claim that “thousands and thousands” cheered.",
		[]string{
			"Lenz [claim] says, mixed: “thousands and thousands” cheered",
		},
	},
	{
		"What he said was that the count was wrong.",
		nil,
	},
	{
		"He will vote for Kessel, he said, “and not tell my wife”.",
		[]string{
			"he [said] says, mixed: He will vote for Kessel | “and not tell my wife”",
		},
	},
	{
		"Lenz, he said, “does not have the stamina”.",
		[]string{
			"he [said] says, mixed: Lenz | “does not have the stamina”",
		},
	},
	{
		"Asked about the toll, he said, “It is fair.”",
		[]string{
			"he [said] says, direct: “It is fair.”",
		},
	},
	{
		"Lenz dismissed the talks on Wednesday as “a seminar”.",
		[]string{
			"Lenz [dismissed] says, mixed: the talks on Wednesday as “a seminar”",
		},
	},
	{
		"She had asked both sides for figures.",
		[]string{
			"She [asked] asks, indirect: for figures → both sides",
		},
	},
	{
		"Governor Odo Lenz called his rival “a lobbyist with a haircut” on Wednesday night, and Kessel called him a liar.",
		[]string{
			"Governor Odo Lenz=Odo Lenz [called] says, mixed: his rival “a lobbyist with a haircut”",
			"Kessel [called] says, indirect: him a liar",
		},
	},
	{
		"The Harbour Alliance has condemned both figures, and its chief executive, Trish Opper, warned on local radio of “ghost towns”.",
		[]string{
			"The Harbour Alliance=Harbour Alliance [condemned] says, indirect: both figures",
			"its chief executive, Trish Opper=Trish Opper [warned] says, direct: “ghost towns”",
		},
	},
	{
		"A survey by Sarn University released an hour earlier found Kessel leading Lenz by as much as 3 points.",
		[]string{
			"A survey by Sarn University released an hour [found] says, indirect: Kessel leading Lenz by as much as 3 points",
		},
	},
	{
		"The memo, dated Aug. 11 and first reported by the Lantern, warns that two of the five basins are dry.",
		[]string{
			"The memo, dated Aug. 11 and first reported by the Lantern [warns] says, indirect: two of the five basins are dry",
		},
	},
	{
		"He vowed to sign the bill and challenged Kessel to name one pilot who trusted her.",
		[]string{
			"He [vowed] promises, indirect: to sign the bill",
			"He [challenged] demands, indirect: to name one pilot who trusted her → Kessel",
		},
	},
	{
		"The mayor has refused to take sides, although people who know him say he detests Lenz.",
		[]string{
			"The mayor [refused] declines, indirect: to take sides",
			"people [say] says, indirect: he detests Lenz",
		},
	},
	{
		"But according to two people who have seen a draft, her staff believes that the merger would raise prices.",
		[]string{
			"two people [according to] says, indirect: her staff believes that the merger would raise prices",
			"her staff [believes] says, indirect: the merger would raise prices",
		},
	},
	{
		"She wondered how many beds the chains had today, and nobody at the table could answer.",
		[]string{
			"She [wondered] asks, indirect: how many beds the chains had today",
		},
	},
	{
		"The police misled the parents and then lied, an inquiry has found.",
		[]string{
			"an inquiry [found] says, indirect: The police misled the parents and then lied",
		},
	},
	{
		"She thinks the firm will need fresh money by spring, something the company denied on Tuesday.",
		[]string{
			"She [thinks] says, indirect: the firm will need fresh money by spring",
		},
	},
	{
		"“I saw it,” said a visibly shaken Ms Brandt.",
		[]string{
			"a visibly shaken Ms Brandt=Brandt [said] says, direct: “I saw it,”",
		},
	},
	{
		"Ms Brandt's reaction: “I saw it all.”",
		[]string{
			"Ms Brandt=Brandt [] says, direct: “I saw it all.”",
		},
	},
	{
		"Lawyers for Ms Brandt say she saw it.",
		[]string{
			"Lawyers for Ms Brandt [say] says, indirect: she saw it",
		},
	},
	{
		"Ms Brandt, too, says she saw it.",
		[]string{
			"Ms Brandt=Brandt [says] says, indirect: she saw it",
		},
	},
	{
		"Both Ms Brandt and Mr Lenz said they saw it.",
		[]string{
			"Ms Brandt=Brandt + Mr Lenz=Lenz [said] says, indirect: they saw it",
		},
	},
	{
		"“It was red,” said one witness. Another said: “It was blue.”",
		[]string{
			"one witness [said] says, direct: “It was red,”",
			"Another [said] says, direct: “It was blue.”",
		},
	},
	{
		"The Lantern first reported that it was red.",
		[]string{
			"The Lantern=Lantern [reported] says, indirect: it was red",
		},
	},
	{
		"The chief promised an inquiry.",
		[]string{
			"The chief [promised] promises, indirect: an inquiry",
		},
	},
	{
		"The chief warned drivers not to speed.",
		[]string{
			"The chief [warned] says, indirect: not to speed → drivers",
		},
	},
	{
		"Media reports said the car was red.",
		[]string{
			"Media reports [said] says, indirect: the car was red",
		},
	},
	{
		"The toll that Norvia announced this week will close the bay for years.",
		nil,
	},
	{
		"I wrote down what they said.",
		nil,
	},
	{
		"The teachers noted a change that nobody had wanted.",
		nil,
	},
	{
		"Studies of the bay offer an insight into the past.",
		nil,
	},
	{
		"A next turn aims to solve the trouble.",
		nil,
	},
	{
		"We continue to live by one rule: More readers bring more readers.",
		nil,
	},
	{
		"As Lenz told the Lantern, the harbour has silted up.",
		[]string{
			"Lenz [told] says, indirect: the harbour has silted up → the Lantern=Lantern",
		},
	},
	{
		"“I told them two years ago that the pier was moving,” Ade Wilmot said.",
		[]string{
			"Ade Wilmot [said] says, direct: “I told them two years ago that the pier was moving,”",
			"I=Ade Wilmot [told] says, indirect: the pier was moving → them",
		},
	},
	{
		"Norvia and Velia each accused the other of lying.",
		[]string{
			"Norvia + Velia [accused] says, indirect: of lying",
		},
	},
	{
		"Neither officer agreed to speak.",
		nil,
	},
	{
		"Norvia 's minister, Anna Kessel, said the toll was fair.",
		[]string{
			"Norvia 's minister, Anna Kessel=Anna Kessel [said] says, indirect: the toll was fair",
		},
	},
}
