package suggest

import "testing"

// memberRows are reports that call somebody by their party, by the office of a counterpart or by what their organisation is, and that tell
// where something was heard or read.
var memberRows = []statementRow{
	{
		"House Speaker Odo Lenz told reporters he was late. “I slept,” the Ohio Republican said. Mara Ellin laughed, and the Democrat said it " +
			"was fine.",
		[]string{
			"House Speaker Odo Lenz=Odo Lenz [told] says, indirect: he was late → reporters",
			"the Ohio Republican=Odo Lenz [said] says, direct: “I slept,”",
			"the Democrat=Mara Ellin [said] says, indirect: it was fine",
		},
	},
	{
		"The Norwegian foreign minister, Odo Lenz, met Ida Moll. His Polish colleague, Mara Ellin, said it rained. “It snows,” the Polish " +
			"minister said.",
		[]string{
			"His Polish colleague, Mara Ellin=Mara Ellin [said] says, indirect: it rained",
			"the Polish minister=Mara Ellin [said] says, direct: “It snows,”",
		},
	},
	{
		"The Norwegian foreign minister, Odo Lenz, left. “Late,” the U.S. said. The UK said it rained.",
		[]string{
			"the U.S.=U.S. [said] says, direct: “Late,”",
			"The UK=UK [said] says, indirect: it rained",
		},
	},
	{
		"Separately, the Securities and Exchange Commission said it was late. The agency said it would wait.",
		[]string{
			"the Securities and Exchange Commission=Securities and Exchange Commission [said] says, indirect: it was late",
			"The agency=Securities and Exchange Commission [said] says, indirect: it would wait",
		},
	},
	{
		"“We slept,” said Odo P. Lenz, chairman of the board. Mr. Lenz said it was late.",
		[]string{
			"Odo P. Lenz, chairman of the board=Odo P. Lenz [said] says, direct: “We slept,”",
			"Mr. Lenz=Odo P. Lenz [said] says, indirect: it was late",
		},
	},
	{
		"“We slept,” Mara Ellin said to cheers. Her aide, Odo Lenz, told reporters aboard Air Force One that it was late.",
		[]string{
			"Mara Ellin [said] says, direct: “We slept,”",
			"Her aide, Odo Lenz=Odo Lenz [told] says, indirect: it was late → reporters aboard Air Force One",
		},
	},
	{
		"“It is gone,” Mara Ellin told the daily Postipoiss. “It came back,” she said on Fox News. In the end she said in an interview with " +
			"the BBC that it was there. “It is,” Ellin wrote in the Washington Post.",
		[]string{
			"Mara Ellin [told] says, direct: “It is gone,” → the daily Postipoiss=Postipoiss",
			"she=Mara Ellin [said] says, direct: “It came back,” ← Fox News",
			"she=Mara Ellin [said] says, indirect: it was there ← BBC",
			"Ellin=Mara Ellin [wrote] says, direct: “It is,” ← Washington Post",
		},
	},
}

func TestSomebodyIsNamedByPartyAndCounterpart(t *testing.T) {
	checkStatements(t, memberRows...)
}
