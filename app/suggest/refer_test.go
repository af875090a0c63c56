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
				"he=Odo Lenz [said] says, direct: it was late",
				"He=Odo Lenz [said] says, direct: it was cold",
			},
		},
		{
			"The Turks said that it was late, and Norvia's government said that it was cold.",
			[]string{
				"The Turks=Turkey [said] says, indirect: it was late, and Norvia's government said that it was cold",
				"Norvia's government=Norvia [said] says, indirect: it was cold",
			},
		},
	} {
		checkStatements(t, row)
	}
}
