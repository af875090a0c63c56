package suggest

import "testing"

// A report tells first what somebody is, and calls them by their name as if it were known.
func TestWhomAReportDescribesIsNamedByASentenceThatFollows(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Adviser quits over memo\n\nWASHINGTON — A top White House adviser resigned on Thursday after " +
				"acknowledging that he had rewritten a report.\n\nThe adviser told colleagues that he had “made a " +
				"judgment.” He wrote to them and said none had known.\n\nMarcus Abruzzo, 44, had been there " +
				"since May.",
			[]string{
				"A top White House adviser=Marcus Abruzzo [acknowledging] says, indirect: he had rewritten a report",
				"The adviser=Marcus Abruzzo [told] says, mixed: he had “made a judgment.” → colleagues",
				"He=Marcus Abruzzo [said] says, indirect: none had known",
			},
		},
		{
			"The hedge fund's founder has been pushing for the sale. In a letter, he wrote that the chain “sells " +
				"bread at a loss.” Ivo Zelinski has also asked for three seats.",
			[]string{
				"he=Ivo Zelinski [wrote] says, mixed: the chain “sells bread at a loss.”",
				"Ivo Zelinski [asked] asks, indirect: for three seats",
			},
		},
		{
			"The mayor said the bridge was safe. Ida Moll disagreed, saying it was rotten. Odo Lenz, the mayor, laughed.",
			[]string{
				"The mayor=Odo Lenz [said] says, indirect: the bridge was safe",
				"Ida Moll [saying] says, indirect: it was rotten",
			},
		},
		{
			"The mayor said the bridge was safe. Ida Moll, who runs a bakery, said it was rotten.",
			[]string{
				"The mayor [said] says, indirect: the bridge was safe",
				"Ida Moll [said] says, indirect: it was rotten",
			},
		},
		{
			"The librarian noticed the worm first. Ida Moll said that worms do not do that.",
			[]string{
				"Ida Moll [said] says, indirect: worms do not do that",
			},
		},
		{
			"The committee's chairman, who has feuded with Ms. Lundeen since May, accused the White House of " +
				"lying. Senator Doyle Corrigan said he would go.",
			[]string{
				"The committee's chairman=Doyle Corrigan [accused] says, indirect: of lying",
				"Senator Doyle Corrigan=Doyle Corrigan [said] says, indirect: he would go",
			},
		},
		{
			"The detective who led the case told me that she was guilty. Roland Ivey has retired to a houseboat, " +
				"where he reads.",
			[]string{
				"The detective=Roland Ivey [told] says, indirect: she was guilty → me",
			},
		},
		{
			"Back in Topeka, the governor called the walkout “kidnapping.” Walt Ingersoll, a Republican in his " +
				"second term, said he had asked.",
			[]string{
				"the governor=Walt Ingersoll [called] says, mixed: the walkout “kidnapping.”",
				"Walt Ingersoll, a Republican in his second term=Walt Ingersoll [said] says, indirect: he had asked",
			},
		},
		{
			"In an email, a company vice president wrote that rents were low. Asked what that meant, Brad " +
				"Huckaby said he would have to see.",
			[]string{
				"a company vice president=Brad Huckaby [wrote] says, indirect: rents were low",
				"Brad Huckaby [said] says, indirect: he would have to see",
			},
		},
		{
			"“We have one swing,” said a retired school bus driver who was first in line. “It is old.”\n\nThe " +
				"woman, Wilma Kittle, 74, said she was poor.",
			[]string{
				"a retired school bus driver=Wilma Kittle [said] says, direct: “We have one swing,” | “It is old.”",
				"Wilma Kittle [said] says, indirect: she was poor",
			},
		},
		{
			"“We have one swing,” a neighbour said. Ida Moll said it was late.",
			[]string{
				"a neighbour=Ida Moll [said] says, direct: “We have one swing,”",
				"Ida Moll [said] says, indirect: it was late",
			},
		},
		{
			"The prime minister denied it. Odo Lenz, who leads the opposition, laughed.",
			[]string{
				"The prime minister [denied] denies, indirect: it",
			},
		},
	}...)
}

// The first quotation of a report is mostly that of the person with whom it opens.
func TestAPersonOfTheOpeningIsNamedByWhoIsQuotedNext(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"HALVEK, Sept 20 (Interwire) - The defence minister announced on Tuesday that troops had recaptured " +
				"the town, but the rebels said their flag was still flying.\n\n\"The town is free,\" Lorvan Basri told " +
				"reporters at a barracks. He said 212 fighters had been killed.",
			[]string{
				"The defence minister=Lorvan Basri [announced] says, indirect: troops had recaptured the town",
				"the rebels [said] says, indirect: their flag was still flying",
				"Lorvan Basri [told] says, direct: \"The town is free,\" → reporters",
				"He=Lorvan Basri [said] says, indirect: 212 fighters had been killed",
			},
		},
		{
			"GENEVA - Ondara's chief negotiator walked out of talks on Wednesday, accusing Valdora of laying " +
				"mines.\n\n“I did not come to be lied to,” said Tobin Harrowgate-Sule on the steps of the hotel.",
			[]string{
				"Ondara's chief negotiator=Tobin Harrowgate-Sule [accusing] says, indirect: of laying mines",
				"Tobin Harrowgate-Sule [said] says, direct: “I did not come to be lied to,”",
			},
		},
		{
			"SAN TIRSO — Thousands marched on Monday after the opposition candidate declared that she had won. " +
				"\n\n “They can count until the paper wears out,” Lucía Montefalco told supporters.",
			[]string{
				"the opposition candidate=Lucía Montefalco [declared] says, indirect: she had won",
				"Lucía Montefalco [told] says, direct: “They can count until the paper wears out,” → supporters",
			},
		},
		{
			"The defence minister resigned, saying he was tired.\n\n“It is late,” said Ida Moll, a shopkeeper in " +
				"the capital.",
			[]string{
				"The defence minister [saying] says, indirect: he was tired",
				"Ida Moll [said] says, direct: “It is late,”",
			},
		},
		{
			"Its spokesman, who goes by the name of Captain Sabrin, said the army had taken two streets. \"Let " +
				"him bring his cameras,\" he said.",
			[]string{
				"Its spokesman, who goes by the name of Captain Sabrin=Sabrin [said] says, indirect: the army had " +
					"taken two streets",
				"he=Sabrin [said] says, direct: \"Let him bring his cameras,\"",
			},
		},
		{
			"\"They came through the walls,\" said Hanife, 44, who had walked 20 kilometres with three children " +
				"and asked that her surname not be used.",
			[]string{
				"Hanife [said] says, direct: \"They came through the walls,\"",
				"who=Hanife [asked] asks, indirect: her surname not be used",
			},
		},
		{
			"Walt, 74, a retired welder in Tulsa who asked that his last name be withheld, said he had been " +
				"taking pills since March.",
			[]string{
				"who=Walt [asked] asks, indirect: his last name be withheld",
				"Walt, 74, a retired welder in Tulsa who asked that his last name be withheld=Walt [said] says, " +
					"indirect: he had been taking pills since March",
			},
		},
		{
			"“We keep our word,” Mara Ellin added. “Nobody asked us,” said an official.\n\n“The harbour will open,” Mara Ellin told reporters.",
			[]string{
				"Mara Ellin [added] says, direct: “We keep our word,”",
				"an official [said] says, direct: “Nobody asked us,”",
				"Mara Ellin [told] says, direct: “The harbour will open,” → reporters",
			},
		},
	}...)
}
