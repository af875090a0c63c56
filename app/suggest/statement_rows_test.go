package suggest

// statementRows are texts, and what is said in them: who, by what verb, what; → to whom, ← through whom.
var statementRows = []statementRow{
	{
		"“The harbour will open on Monday,” the Norvian foreign minister, Anna Kessel, told reporters.",
		[]string{
			"the Norvian foreign minister, Anna Kessel=Anna Kessel [told] says, direct: “The harbour will open on Monday,” → reporters",
		},
	},
	{
		"Anna Kessel said the harbour would “open on Monday”.",
		[]string{
			"Anna Kessel [said] says, mixed: the harbour would “open on Monday”",
		},
	},
	{
		"“We will pay,” said Odo Lenz, the mayor of Port Varro. “We have always paid.”",
		[]string{
			"Odo Lenz, the mayor of Port Varro=Odo Lenz [said] says, direct: “We will pay,” | “We have always paid.”",
		},
	},
	{
		"“We will,” Kessel said, “open on Monday.”",
		[]string{
			"Kessel [said] says, direct: “We will,” | “open on Monday.”",
		},
	},
	{
		"The harbour, Anna Kessel said, will open on Monday.",
		[]string{
			"Anna Kessel [said] says, indirect: The harbour | will open on Monday",
		},
	},
	{
		"Odo Lenz denied closing the strait.",
		[]string{
			"Odo Lenz [denied] denies, indirect: closing the strait",
		},
	},
	{
		"Norvia asked Velia to lift the toll.",
		[]string{
			"Norvia [asked] asks, indirect: to lift the toll → Velia",
		},
	},
	{
		"Norvia accused Velia of breaking the treaty.",
		[]string{
			"Norvia [accused] says, indirect: of breaking the treaty",
		},
	},
	{
		"According to the Harbour Board, the strait is safe for large ships.",
		[]string{
			"the Harbour Board=Harbour Board [According to] says, indirect: the strait is safe for large ships",
		},
	},
	{
		"The strait is safe for large ships, according to the Harbour Board.",
		[]string{
			"the Harbour Board=Harbour Board [according to] says, indirect: The strait is safe for large ships",
		},
	},
	{
		"“Will it open?” Kessel asked. Nobody answered.",
		[]string{
			"Kessel [asked] asks, direct: “Will it open?”",
		},
	},
	{
		"Meridian, citing two officials, reported that the toll was doubled.",
		[]string{
			"two officials [reported] says, indirect: the toll was doubled ← Meridian",
		},
	},
	{
		"The toll was doubled, Meridian reported, citing two officials.",
		[]string{
			"two officials [reported] says, indirect: The toll was doubled ← Meridian",
		},
	},
	{
		"Norvia called for a ceasefire on Tuesday.",
		[]string{
			"Norvia [called for] demands, indirect: a ceasefire",
		},
	},
	{
		"Kessel warned against a new toll.",
		[]string{
			"Kessel [warned] says, indirect: against a new toll",
		},
	},
	{
		"Norvia threatened to close the strait.",
		[]string{
			"Norvia [threatened] threatens, indirect: to close the strait",
		},
	},
	{
		"Odo Lenz promised that the harbour would stay open and added that nobody would be dismissed.",
		[]string{
			"Odo Lenz [promised] promises, indirect: the harbour would stay open",
			"Odo Lenz [added] says, indirect: nobody would be dismissed",
		},
	},
	{
		"Officials from France, Norvia and Velia said on Thursday that talks would resume.",
		[]string{
			"Officials from France, Norvia and Velia=Norvia and Velia [said] says, indirect: talks would resume",
		},
	},
	{
		"In a statement on Friday, the Ministry of Fisheries said the fleet had returned.",
		[]string{
			"the Ministry of Fisheries=Ministry of Fisheries [said] says, indirect: the fleet had returned",
		},
	},
	{
		"“The toll is a tax on bread,” he said in an interview with Meridian.",
		[]string{
			"he [said] says, direct: “The toll is a tax on bread,”",
		},
	},
	{
		"The report was long. State of the harbour: good. His claim failed.",
		nil,
	},
	{
		"The ministry declined to comment on the leak.",
		[]string{
			"The ministry [declined] declines, indirect: to comment on the leak",
		},
	},
	{
		"Kessel did not say when the harbour would open.",
		nil,
	},
	{
		"The so-called “green fleet” left at noon.",
		nil,
	},
	{
		"She read “The Harbour at Night” twice.",
		nil,
	},
	{
		"Everything went according to plan on Monday.",
		nil,
	},
	{
		"Anna Kessel, who leads the board, said the strait was closed.",
		[]string{
			"Anna Kessel [said] says, indirect: the strait was closed",
		},
	},
	{
		"An official who asked not to be named said the strait was closed.",
		[]string{
			"An official [asked] asks, indirect: not to be named",
			"An official [said] says, indirect: the strait was closed",
		},
	},
	{
		"Kessel wrote in a letter to the board that the strait was closed.",
		[]string{
			"Kessel [wrote] says, indirect: the strait was closed",
		},
	},
	{
		"“It is over,” a spokesman for the Harbour Board told Meridian on Friday.",
		[]string{
			"a spokesman for the Harbour Board [told] says, direct: “It is over,” → Meridian",
		},
	},
	{
		"The government believes the toll is fair.",
		[]string{
			"The government [believes] says, indirect: the toll is fair",
		},
	},
	{
		"Kessel was quoted by Meridian as saying that the toll was fair.",
		[]string{
			"Kessel [saying] says, indirect: the toll was fair ← Meridian",
		},
	},
	{
		"Kessel was told by Lenz that the toll was fair.",
		[]string{
			"Lenz [told] says, indirect: the toll was fair → Kessel",
		},
	},
	{
		"Meridian quoted Kessel as saying “the toll is fair”.",
		[]string{
			"Kessel [saying] says, direct: “the toll is fair” ← Meridian",
		},
	},
	{
		"The harbour will stay closed, the ministry said, adding that pilots would be paid.",
		[]string{
			"the ministry [said] says, indirect: The harbour will stay closed",
			"the ministry [adding] says, indirect: pilots would be paid",
		},
	},
	{
		"“We open on Monday. Nobody will wait,” Anna Kessel said.\n\n“Everybody will be served,” she added.",
		[]string{
			"Anna Kessel [said] says, direct: “We open on Monday. Nobody will wait,”",
			"she=Anna Kessel [added] says, direct: “Everybody will be served,”",
		},
	},
	{
		"Anna Kessel spoke first.\n\n“We open on Monday. Nobody will wait.\n\n“We are ready for that,” she said.",
		[]string{
			"she=Anna Kessel [said] says, direct: “We open on Monday. Nobody will wait. | “We are ready for that,”",
		},
	},
	{
		"Anna Kessel said: “We open.”",
		[]string{
			"Anna Kessel [said] says, direct: “We open.”",
		},
	},
	{
		"Kessel told the BBC the toll would stay.",
		[]string{
			"Kessel [told] says, indirect: the toll would stay → the BBC=BBC",
		},
	},
	{
		"Kessel told the council on Monday she would resign.",
		[]string{
			"Kessel [told] says, indirect: she would resign → the council",
		},
	},
	{
		"Kessel urged pilots to return to work.",
		[]string{
			"Kessel [urged] demands, indirect: to return to work → pilots",
		},
	},
	{
		"Kessel urged that pilots return to work.",
		[]string{
			"Kessel [urged] demands, indirect: pilots return to work",
		},
	},
	{
		"Ministers say they expect a deal by June.",
		[]string{
			"Ministers [say] says, indirect: they expect a deal by June",
			"they=Ministers [expect] says, indirect: a deal by June",
		},
	},
	{
		"The minister said that, if the toll stays, pilots will leave.",
		[]string{
			"The minister [said] says, indirect: if the toll stays, pilots will leave",
		},
	},
	{
		"Velia has announced plans to build a second port.",
		[]string{
			"Velia [announced] says, indirect: plans to build a second port",
		},
	},
	{
		`"We are ready," Kessel said Tuesday. "Nobody will wait."`,
		[]string{
			`Kessel [said] says, direct: "We are ready," | "Nobody will wait."`,
		},
	},
	{
		"Kessel insisted the talks were “not dead”, but Lenz dismissed them as “theatre”.",
		[]string{
			"Kessel [insisted] says, mixed: the talks were “not dead”",
			"Lenz [dismissed] says, mixed: them as “theatre”",
		},
	},
	{
		"Lenz described the talks as “a farce”.",
		[]string{
			"Lenz [described] says, mixed: the talks as “a farce”",
		},
	},
	{
		"Lenz said he was tired.",
		[]string{
			"Lenz [said] says, indirect: he was tired",
		},
	},
	{
		"The board said it would appeal.",
		[]string{
			"The board [said] says, indirect: it would appeal",
		},
	},
	{
		"Asked whether the toll would stay, Kessel said: “No.”",
		[]string{
			"Kessel [said] says, direct: “No.”",
		},
	},
	{
		"The talks failed, said Lenz, who left early.",
		[]string{
			"Lenz [said] says, indirect: The talks failed",
		},
	},
	{
		"“Enough,” she shouted.",
		[]string{
			"she [shouted] says, direct: “Enough,”",
		},
	},
	{
		"Meridian reported that the minister had said Norvia would pay.",
		[]string{
			"Meridian [reported] says, indirect: the minister had said Norvia would pay",
			"the minister [said] says, indirect: Norvia would pay",
		},
	},
	{
		"Critics say the plan is too costly, while supporters argue it will pay for itself.",
		[]string{
			"Critics [say] says, indirect: the plan is too costly",
			"supporters [argue] says, indirect: it will pay for itself",
		},
	},
	{
		"The study found that pilots sleep too little.",
		[]string{
			"The study [found] says, indirect: pilots sleep too little",
		},
	},
	{
		"Kessel agreed to pay the toll.",
		[]string{
			"Kessel [agreed] says, indirect: to pay the toll",
		},
	},
	{
		"Lenz said it was raining and that he would leave.",
		[]string{
			"Lenz [said] says, indirect: it was raining and that he would leave",
		},
	},
	{
		"Several residents complained that water was brown.",
		[]string{
			"Several residents [complained] says, indirect: water was brown",
		},
	},
	{
		"There are reports that the toll will be doubled.",
		nil,
	},
	{
		"Kessel added 20 ships to the fleet.",
		nil,
	},
	{
		"She went on to say that the toll would stay.",
		[]string{
			"She [say] says, indirect: the toll would stay",
		},
	},
	{
		"A police spokeswoman said two people had been arrested.",
		[]string{
			"A police spokeswoman [said] says, indirect: two people had been arrested",
		},
	},
	{
		"“I saw the flames from my kitchen,” said Ida Brun, 46, who lives across the road.",
		[]string{
			"Ida Brun [said] says, direct: “I saw the flames from my kitchen,”",
		},
	},
	{
		"Lenz said on Sunday he hoped the toll would fall, but Kessel said it would not.",
		[]string{
			"Lenz [said] says, indirect: he hoped the toll would fall",
			"he=Lenz [hoped] says, indirect: the toll would fall",
			"Kessel [said] says, indirect: it would not",
		},
	},
	{
		"Kessel called the plan “a gift to smugglers”.",
		[]string{
			"Kessel [called] says, mixed: the plan “a gift to smugglers”",
		},
	},
	{
		"Kessel called the police.",
		nil,
	},
}
