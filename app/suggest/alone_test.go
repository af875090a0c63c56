package suggest

import "testing"

// aloneRows are quotations that no verb of saying gives to anybody, nor a sentence that leads to them.
var aloneRows = []statementRow{
	{
		"Mara Ellin has let it be known that she will not sell to a club “with whom we may one day compete.”",
		[]string{"Mara Ellin [] says, direct: “with whom we may one day compete.”"},
	},
	{
		"In Varro the liberal daily Evening Star sees a mayor who “has finally done the sum”.",
		[]string{"the liberal daily Evening Star=Evening Star [] says, direct: “has finally done the sum”"},
	},
	{
		"“The dam held,” Mara Ellin said. It rained all night, and the road was closed. A little later: “We will not wait any longer.”",
		[]string{
			"Mara Ellin [said] says, direct: “The dam held,”",
			"Mara Ellin [] says, direct: “We will not wait any longer.”",
		},
	},
	{
		"She was tired, Mara Ellin said, at a rate that “nobody in this town would call fair.”",
		[]string{
			"Mara Ellin [said] says, indirect: She was tired",
			"Mara Ellin [said] says, direct: “nobody in this town would call fair.”",
		},
	},
	{"At the store a woman put down “The Count of the Seven Seas”. It had cost her “a pound”.", nil},
	{"The mayor's hat “fell into the river again”, and nobody laughed.", nil},
	{"‘Nobody asked the grey hedgehogs’: anger as road is approved\n\nThe road was approved on Monday.", nil},
	{"“One has to wait and see.” It was a sign on the wall.", nil},
}

func TestAQuotationThatNothingGivesToAnybodyIsOfItsSentenceOrOfWhoeverSpokeLast(t *testing.T) {
	checkStatements(t, aloneRows...)
}

func TestInOtherLanguagesWhoeverWasQuotedLastGoesOn(t *testing.T) {
	checkStatementsIn(t, statementRow{
		"„Ja“, sagte Anna Kessel. Es regnet, und die Straße ist zu. Und wenig später: „Wir warten nicht länger.“",
		[]string{"Anna Kessel [sagte] says, direct: „Ja“", "Anna Kessel [] says, direct: „Wir warten nicht länger.“"},
	}, "de")
	checkStatementsIn(t, statementRow{
		"Anna Kessel arrive par un pont « que personne ne pourra fermer ».",
		[]string{"Anna Kessel [] says, direct: « que personne ne pourra fermer »"},
	}, "fr")
}
