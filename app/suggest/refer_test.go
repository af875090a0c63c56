package suggest

import "testing"

func TestPronounsMeanWhoSpokeLastOrWhomTheSentenceIsAbout(t *testing.T) {
	for _, row := range []statementRow{
		{
			"Anna Kessel spoke in Varro. Cross-examined by Olga Brill, she said that it was late.",
			[]string{"she=Anna Kessel [said] says, indirect: it was late"},
		},
		{
			"A fisherman from Varro spoke of Odo Lenz. A witness told Odo Lenz that it was late. He said that it was cold.",
			[]string{
				"A witness [told] says, indirect: it was late → Odo Lenz",
				"He [said] says, indirect: it was cold",
			},
		},
		{
			"Meridian, citing two officials in Brussels, reported that it was late. It said that it was cold.",
			[]string{
				"two officials in Brussels [reported] says, indirect: it was late ← Meridian",
				"It=Meridian [said] says, indirect: it was cold",
			},
		},
		{
			"“I met Odo Lenz, and he said that it was late,” Tom Brill said. “He said that it was cold.”",
			[]string{
				"Tom Brill [said] says, direct: “I met Odo Lenz, and he said that it was late,” | “He said that it was cold.”",
				"he=Odo Lenz [said] says, indirect: it was late",
				"He=Odo Lenz [said] says, indirect: it was cold",
			},
		},
		{
			"The Turks said that it was late, and Norvia's government said that it was cold.",
			[]string{
				"The Turks=Turkey [said] says, indirect: it was late",
				"Norvia's government=Norvia [said] says, indirect: it was cold",
			},
		},
	} {
		checkStatements(t, row)
	}
}

func TestDescriptionsMeanWhoeverTheTextNamedSo(t *testing.T) {
	for _, row := range []statementRow{
		{
			"President Edda Marsh, a former general, met Odo Lenz. The former general said that it was late. The 54-year-old said that it was cold.",
			[]string{
				"The former general=Edda Marsh [said] says, indirect: it was late",
				"The 54-year-old=Edda Marsh [said] says, indirect: it was cold",
			},
		},
		{
			"Kelly Jarman, 34, said that it was late. “It was cold,” the hairdresser said. The mum-of-three said that it was dark.",
			[]string{
				"Kelly Jarman [said] says, indirect: it was late",
				"the hairdresser=Kelly Jarman [said] says, direct: “It was cold,”",
				"The mum-of-three=Kelly Jarman [said] says, indirect: it was dark",
			},
		},
		{
			"A hairdresser stood outside. Kelly Jarman said that it was late. The hairdresser said that it was cold.",
			[]string{
				"Kelly Jarman [said] says, indirect: it was late",
				"The hairdresser [said] says, indirect: it was cold",
			},
		},
		{
			"The deputy governor said that it was late. Its deputy governor, Kazys Brill, was tired.",
			[]string{"The deputy governor=Kazys Brill [said] says, indirect: it was late"},
		},
		{
			"Beat Zurf, who has been mayor since 2019, slept. The mayor said that it was late.",
			[]string{"The mayor=Beat Zurf [said] says, indirect: it was late"},
		},
		{
			"Haas Coatings has lost its chief. The Sarn-based maker of paints said that it was late. The company added that it was cold.",
			[]string{
				"The Sarn-based maker of paints=Haas Coatings [said] says, indirect: it was late",
				"The company=Haas Coatings [added] says, indirect: it was cold",
			},
		},
		{
			"Shares in Amperon fell after Odo Lenz left. The company said that it was late.",
			[]string{"The company=Amperon [said] says, indirect: it was late"},
		},
		{
			"The supplier, Nordkern of Sarn, was late. It said that it was cold.",
			[]string{"It=Nordkern [said] says, indirect: it was cold"},
		},
		{
			"Mara Ellin met the ferry operator. The ferry operator said that it was late.",
			[]string{"The ferry operator [said] says, indirect: it was late"},
		},
	} {
		checkStatements(t, row)
	}
}

func TestATextTellsHowItSpeaksOfThoseWhoseNamesDoNotTell(t *testing.T) {
	for _, row := range []statementRow{
		{
			"Norvian President Edda Marsh said she would pay. Odo Lenz met her. Aides told Marsh that she was late. He said that it was cold.",
			[]string{
				"Norvian President Edda Marsh=Edda Marsh [said] says, indirect: she would pay",
				"Aides [told] says, indirect: she was late → Marsh=Edda Marsh",
				"He=Odo Lenz [said] says, indirect: it was cold",
			},
		},
		{
			"Rohan Bell asked her how sure she was. He said that it was late.",
			[]string{
				"Rohan Bell [asked] asks, indirect: how sure she was → her",
				"He=Rohan Bell [said] says, indirect: it was late",
			},
		},
		{
			"Wes Arnott of Northline Research paid. His friends slept. “It was late,” he said.",
			[]string{"he=Wes Arnott [said] says, direct: “It was late,”"},
		},
	} {
		checkStatements(t, row)
	}
}

func TestWhoHasNoNameIsMeantByThePronounAfter(t *testing.T) {
	for _, row := range []statementRow{
		{
			"Mara Ellin spoke. The mayor's lawyer was asked why. “Of course,” he said.",
			[]string{"he [said] says, direct: “Of course,”"},
		},
		{
			"Velia paid. Norvia's central bank said it was late. It said that it was cold.",
			[]string{
				"Norvia's central bank [said] says, indirect: it was late",
				"It [said] says, indirect: it was cold",
			},
		},
	} {
		checkStatements(t, row)
	}
}
