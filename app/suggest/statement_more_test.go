package suggest

// moreStatementRows are more of them: what stands between, after and in brackets.
var moreStatementRows = []statementRow{
	{
		"The pilots were tired, she said, and nobody had slept.",
		[]string{
			"she [said] says, indirect: The pilots were tired | nobody had slept",
		},
	},
	{
		"VARRO, March 5 (Meridian) — The strait will reopen by April, officials said on Wednesday.",
		[]string{
			"officials [said] says, indirect: The strait will reopen by April",
		},
	},
	{
		"“A man who sleeps should not steer,” Mirja Senn, who leads the list, told a crowd outside the hall last night.",
		[]string{
			"Mirja Senn [told] says, direct: “A man who sleeps should not steer,” → a crowd",
		},
	},
	{
		"Odo Lenz (Harbour List) said the board had been warned.",
		[]string{
			"Odo Lenz [said] says, indirect: the board had been warned",
		},
	},
	{
		"Gerrit Moll, 54, denies closing the gate.",
		[]string{
			"Gerrit Moll [denies] denies, indirect: closing the gate",
		},
	},
	{
		"“We fought clean,” says its leader, Henrik Vasse.",
		[]string{
			"its leader, Henrik Vasse=Henrik Vasse [says] says, direct: “We fought clean,”",
		},
	},
	{
		"The captain of a ferry that struck a pier told a court that he had been tired.",
		[]string{
			"The captain of a ferry [told] says, indirect: he had been tired → a court",
		},
	},
	{
		"“It is a mistake,” one of them said.",
		[]string{
			"one of them [said] says, direct: “It is a mistake,”",
		},
	},
	{
		"The state of Sarn, which paid for the dam, urged the firm to keep its word.",
		[]string{
			"The state of Sarn [urged] demands, indirect: to keep its word → the firm",
		},
	},
	{
		"Anna Kessel said: “We are open. Everybody may come.” Nobody came.",
		[]string{
			"Anna Kessel [said] says, direct: “We are open. Everybody may come.”",
		},
	},
	{
		"Kessel said she was “very, very tired” and that she would go home.",
		[]string{
			"Kessel [said] says, mixed: she was “very, very tired” and that she would go home",
		},
	},
	{
		"The minister, speaking in Varro, warned that the dam might break.",
		[]string{
			"The minister [warned] says, indirect: the dam might break",
		},
	},
	{
		"The dam might break, warned the minister.",
		[]string{
			"the minister [warned] says, indirect: The dam might break",
		},
	},
	{
		"“The dam,” the minister warned, “might break.”",
		[]string{
			"the minister [warned] says, direct: “The dam,” | “might break.”",
		},
	},
	{
		"Lenz vowed to fight on.",
		[]string{
			"Lenz [vowed] promises, indirect: to fight on",
		},
	},
	{
		"Lenz refused to answer.",
		[]string{
			"Lenz [refused] declines, indirect: to answer",
		},
	},
	{
		"The board confirmed the death of a pilot.",
		[]string{
			"The board [confirmed] says, indirect: the death of a pilot",
		},
	},
	{
		"Officials denied that the dam had been neglected.",
		[]string{
			"Officials [denied] denies, indirect: the dam had been neglected",
		},
	},
	{
		"A report by the Harbour Board said the dam was safe.",
		[]string{
			"A report by the Harbour Board [said] says, indirect: the dam was safe",
		},
	},
	{
		"Experts warned of floods.",
		[]string{
			"Experts [warned] says, indirect: floods",
		},
	},
	{
		"The mayor wondered whether the dam would hold.",
		[]string{
			"The mayor [wondered] asks, indirect: whether the dam would hold",
		},
	},
	{
		"The mayor wrote on Tuesday that the dam would hold.",
		[]string{
			"The mayor [wrote] says, indirect: the dam would hold",
		},
	},
	{
		"She told Meridian in an interview that the dam would hold.",
		[]string{
			"She [told] says, indirect: the dam would hold → Meridian",
		},
	},
	{
		"“Stop!” he shouted.",
		[]string{
			"he [shouted] says, direct: “Stop!”",
		},
	},
	{
		"‘The dam is safe,’ said Lenz.",
		[]string{
			"Lenz [said] says, direct: ‘The dam is safe,’",
		},
	},
	{
		`"The dam is safe," said Lenz.`,
		[]string{
			`Lenz [said] says, direct: "The dam is safe,"`,
		},
	},
	{
		"The judge ruled out a delay.",
		[]string{
			"The judge [ruled out] declines, indirect: a delay",
		},
	},
	{
		"Asked about the dam, Lenz replied: “Ask the mayor.”",
		[]string{
			"Lenz [replied] says, direct: “Ask the mayor.”",
		},
	},
	{
		"Lenz could say nothing. He might have said more.",
		nil,
	},
	{
		"The statement was read aloud. The claims were false.",
		nil,
	},
	{
		"The “dam” broke at night.",
		nil,
	},
	{
		"His novel “The Long Dam” won a prize.",
		nil,
	},
	{
		"The State Office for Water is small.",
		nil,
	},
	{
		"HARBOUR TO CLOSE",
		nil,
	},
	{
		"Orders for ships rose by a tenth.",
		nil,
	},
	{
		"Residents demand answers from the board.",
		[]string{
			"Residents [demand] demands, indirect: answers from the board",
		},
	},
	{
		"Lenz, quoting a pilot, reported that the light had failed.",
		[]string{
			"a pilot [reported] says, indirect: the light had failed ← Lenz",
		},
	},
	{
		"The light had failed, Lenz added.",
		[]string{
			"Lenz [added] says, indirect: The light had failed",
		},
	},
	{
		"Lenz said on Monday: “The light failed.”",
		[]string{
			"Lenz [said] says, direct: “The light failed.”",
		},
	},
	{
		"Lenz said in a letter to the board on Monday that the light had failed.",
		[]string{
			"Lenz [said] says, indirect: the light had failed",
		},
	},
	{
		"Norvia, Velia and Sarn said they would share the water.",
		[]string{
			"Norvia + Velia + Sarn [said] says, indirect: they would share the water",
		},
	},
	{
		"The board argues that water is cheap; its critics insist it is not.",
		[]string{
			"The board [argues] says, indirect: water is cheap",
			"its critics [insist] says, indirect: it is not",
		},
	},
	{
		"Lenz acknowledged that, in hindsight, the light was weak.",
		[]string{
			"Lenz [acknowledged] says, indirect: in hindsight, the light was weak",
		},
	},
	{
		"“We are a small town,” said Mayor Ida Brun, “and we know it.”",
		[]string{
			"Mayor Ida Brun=Ida Brun [said] says, direct: “We are a small town,” | “and we know it.”",
		},
	},
	{
		"Ida Brun is the mayor of Sarn. She said the town was small.",
		[]string{
			"She=Ida Brun [said] says, indirect: the town was small",
		},
	},
	{
		"Ida Brun met Odo Lenz. He said the town was small.",
		[]string{
			"He=Odo Lenz [said] says, indirect: the town was small",
		},
	},
	{
		"“Our town is small,” Brun said, adding: “We like it.”",
		[]string{
			"Brun [said] says, direct: “Our town is small,”",
			"Brun [adding] says, direct: “We like it.”",
		},
	},
	{
		"Lenz told pilots: “Go home.”",
		[]string{
			"Lenz [told] says, direct: “Go home.” → pilots",
		},
	},
	{
		"The harbour will close, says Lenz.",
		[]string{
			"Lenz [says] says, indirect: The harbour will close",
		},
	},
	{
		"The harbour will close, a source close to the board told Meridian.",
		[]string{
			"a source close to the board [told] says, indirect: The harbour will close → Meridian",
		},
	},
	{
		"The harbour may close, according to two people familiar with the plan, because of the storm.",
		[]string{
			"two people familiar with the plan [according to] says, indirect: The harbour may close | because of the storm",
		},
	},
	{
		"In a letter to the board, the pilots asked for more light.",
		[]string{
			"the pilots [asked] asks, indirect: for more light",
		},
	},
	{
		"The pilots complained: “It is dark.”",
		[]string{
			"The pilots [complained] says, direct: “It is dark.”",
		},
	},
	{
		"Sailors think the strait is haunted.",
		[]string{
			"Sailors [think] says, indirect: the strait is haunted",
		},
	},
	{
		"Lenz hopes that the storm will pass.",
		[]string{
			"Lenz [hopes] says, indirect: the storm will pass",
		},
	},
	{
		"“I was told by the mayor that the dam was safe,” Lenz said.",
		[]string{
			"Lenz [said] says, direct: “I was told by the mayor that the dam was safe,”",
			"the mayor [told] says, indirect: the dam was safe → I=Lenz",
		},
	},
	{
		"“They say that I sleep, and I think so too,” Mara Ellin said.",
		[]string{
			"Mara Ellin [said] says, direct: “They say that I sleep, and I think so too,”",
			"They [say] says, indirect: I sleep",
		},
	},
	{
		"“He looked at me. ‘It will rain,’ he told us.” Mara Ellin laughed.",
		[]string{
			"he [told] says, direct: ‘It will rain,’ → us",
		},
	},
	{
		"9.15 Mara Ellin: “The count goes on.”",
		[]string{
			"Mara Ellin [] says, direct: “The count goes on.”",
		},
	},
	{
		"The worst is still to come, forecasters say.",
		[]string{
			"forecasters [say] says, indirect: The worst is still to come",
		},
	},
	{
		"Critics of the decree point out that the money was lost.",
		[]string{
			"Critics of the decree [point out] says, indirect: the money was lost",
		},
	},
	{
		"Brandvik had pledged in January to return the money.",
		[]string{
			"Brandvik [pledged] promises, indirect: to return the money",
		},
	},
	{
		"“Every cent is accounted for,” Mara Ellin wrote in a letter dated 4 May.",
		[]string{
			"Mara Ellin [wrote] says, direct: “Every cent is accounted for,”",
		},
	},
	{
		"Velia, which has denied shelling the village, accused its neighbour of lying.",
		[]string{
			"which=Velia [denied] denies, indirect: shelling the village",
			"Velia [accused] says, indirect: of lying",
		},
	},
	{
		"The Harbour Union, which speaks for 6,000 pilots, threatened to strike.",
		[]string{
			"The Harbour Union=Harbour Union [threatened] threatens, indirect: to strike",
		},
	},
	{
		"Owen Garrity, 54, of Quay Road, Sarn, denies arson.",
		[]string{
			"Owen Garrity [denies] denies, indirect: arson",
		},
	},
	{
		"Odo Lenz, 54, whose house burned, said he was sorry.",
		[]string{
			"Odo Lenz [said] says, indirect: he was sorry",
		},
	},
	{
		"“Nobody should doubt it,” MIA quoted Odo Lenz as saying.",
		[]string{
			"Odo Lenz [saying] says, direct: “Nobody should doubt it,” ← MIA",
		},
	},
	{
		"“One may slam a door,” Mara Ellin was quoted by the daily Morgen as saying.",
		[]string{
			"Mara Ellin [saying] says, direct: “One may slam a door,” ← the daily Morgen=Morgen",
		},
	},
	{
		"The dam was safe, Mara Ellin was quoted as saying by the agency MIA on Thursday.",
		[]string{
			"Mara Ellin [saying] says, indirect: The dam was safe ← the agency MIA=MIA",
		},
	},
	{
		"“It was theatre,” Mara Ellin said in a statement carried by the agency VTA.",
		[]string{
			"Mara Ellin [said] says, direct: “It was theatre,” ← the agency VTA=VTA",
		},
	},
	{
		"“It was theatre,” Mara Ellin wrote on Telegram.",
		[]string{
			"Mara Ellin [wrote] says, direct: “It was theatre,” ← Telegram",
		},
	},
	{
		"Odo Lenz would not say what it meant, and did not rule out a strike.",
		[]string{
			"Odo Lenz [would not say] declines, indirect: what it meant",
			"Odo Lenz [rule out] says, indirect: a strike",
		},
	},
	{
		"Ferry captain “thought the light was a star”, court told",
		nil,
	},
	{
		"Why nobody wants to talk. The board denied that it owed much, a claim repeated by Odo Lenz.",
		[]string{
			"The board [denied] denies, indirect: it owed much",
		},
	},
	{
		"Odo Lenz spoke of “a war on the farmers”.",
		[]string{
			"Odo Lenz [spoke of] says, direct: “a war on the farmers”",
		},
	},
	{
		"“We go now.” — Mara Ellin, mayor",
		[]string{
			"Mara Ellin [] says, direct: “We go now.”",
		},
	},
	{
		"“We will not pay,” Odo Lenz, the mayor, who had come from Varro, told a hall.",
		[]string{
			"Odo Lenz, the mayor=Odo Lenz [told] says, direct: “We will not pay,” → a hall",
		},
	},
	{
		"The board said that it plans to close the lock and that it expects the pilots to protest.",
		[]string{
			"The board [said] says, indirect: it plans to close the lock and that it expects the pilots to protest",
			"it [plans] says, indirect: to close the lock",
			"it [expects] says, indirect: the pilots to protest",
		},
	},
	{
		"The board has plans to close the lock.",
		nil,
	},
	{
		"Kessel said she had “no idea”, but that she would ask.",
		[]string{
			"Kessel [said] says, mixed: she had “no idea”, but that she would ask",
		},
	},
	{
		"If the toll stays, Odo Lenz warned, ships will go elsewhere.",
		[]string{
			"Odo Lenz [warned] says, indirect: If the toll stays | ships will go elsewhere",
		},
	},
	{
		"According to Odo Lenz, who owns the lock, the toll “is a joke”.",
		[]string{
			"Odo Lenz [According to] says, mixed: the toll “is a joke”",
		},
	},
	{
		"“They can hear us in there,” chant students outside the senate.",
		[]string{
			"students [chant] says, direct: “They can hear us in there,”",
		},
	},
	{
		"“It will rain.” Mara Ellin laughed.",
		nil,
	},
}
