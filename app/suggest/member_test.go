package suggest

import "testing"

// partyRows are reports that call somebody by their party after they told of which party they are.
var partyRows = []statementRow{
	{
		"Senator Mara Ellin and Senator Odo Lenz met. Ellin, a Democrat, slept. Lenz, a Republican, ate. “Late,” the Democrat said.",
		[]string{"the Democrat=Mara Ellin [said] says, direct: “Late,”"},
	},
	{
		"Sen. Mara Ellin (D-Ohio) met Sen. Odo Lenz (R-Neb.). Lenz laughed. “Late,” the Democrat said.",
		[]string{"the Democrat=Mara Ellin [said] says, direct: “Late,”"},
	},
	{
		"Democratic Sen. Mara Ellin met Odo Lenz, R-Ohio, on Monday. Ellin laughed. The Ohio Republican said it was late.",
		[]string{"The Ohio Republican=Odo Lenz [said] says, indirect: it was late"},
	},
	{
		"Odo Lenz is a Republican. One Florida Republican slept all day. “Late,” the Republican said.",
		[]string{"the Republican [said] says, direct: “Late,”"},
	},
}

func TestWhoeverIsCalledByTheirPartyIsWhoTheTextSaysIsOfIt(t *testing.T) {
	checkStatements(t, partyRows...)
}
