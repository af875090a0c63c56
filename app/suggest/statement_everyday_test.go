package suggest

import "testing"

// Those who say something are several, who think, and who were told of in a clause of their own.
func TestSeveralAreHeardWhateverTheyAreDescribedBy(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Critics of the plan say that numbers matter less.",
			[]string{"Critics of the plan [say] says, indirect: numbers matter less"},
		},
		{"Her critics think that it is safe.", []string{"Her critics [think] says, indirect: it is safe"}},
		{
			"Senator Gretchen Abara, a Democrat who met him two years ago, said that she regretted it.",
			[]string{"Senator Gretchen Abara, a Democrat who met him two years ago=Gretchen Abara [said] says, indirect: she regretted it"},
		},
		{"Both said that it was safe.", []string{"Both [said] says, indirect: it was safe"}},
		{"“We will go,” both said.", []string{"both [said] says, direct: “We will go,”"}},
		{"They met, though both said that it was safe.", []string{"both [said] says, indirect: it was safe"}},
		{
			"The other two replied that they had read the letter.",
			[]string{"The other two [replied] says, indirect: they had read the letter"},
		},
		{"Many in Norvia think that he is ill.", []string{"Many in Norvia [think] says, indirect: he is ill"}},
		{
			"People close to the talks say that it is safe.",
			[]string{"People close to the talks [say] says, indirect: it is safe"},
		},
		{
			"Residents of Sarn reached by telephone said they could hear artillery at dusk.",
			[]string{"Residents of Sarn [said] says, indirect: they could hear artillery at dusk"},
		},
		{"Kessel was adamant that the bill would pass.", []string{"Kessel [was adamant] says, indirect: the bill would pass"}},
	})
}

// What others call something ends what somebody says of it; who says what stands around them is no part of it.
func TestWhatSomebodySaysEndsBeforeWhatOthersCallIt(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Kessel said on Wednesday that it would begin hiring workers at its mills, a step that the union called “a match held to a barn.”",
			[]string{
				"Kessel [said] says, indirect: it would begin hiring workers at its mills",
				"the union [called] says, direct: “a match held to a barn.”",
			},
		},
		{
			"Kessel said the toll would rise, a move critics described as “theft.”",
			[]string{
				"Kessel [said] says, indirect: the toll would rise",
				"critics [described] says, direct: “theft.”",
			},
		},
		{
			"The toll has tripled, and the harbour, according to Kessel, is empty.",
			[]string{"Kessel [according to] says, indirect: the harbour | is empty"},
		},
		{
			"He was stopped because, as Kessel testified, his phone had been near a window.",
			[]string{"Kessel [testified] says, indirect: He was stopped because | his phone had been near a window"},
		},
		{
			"Odo Lenz, who supported its repeal in 2027, now opposes it, arguing that the state cannot spare the money.",
			[]string{"Odo Lenz [arguing] says, indirect: the state cannot spare the money"},
		},
		{
			"Kessel said by satellite phone that two shells had struck.",
			[]string{"Kessel [said] says, indirect: two shells had struck"},
		},
		{"Mara Ellin according to Mara Ellin", nil},
		{"She would not say whose it was.", []string{"She [would not say] declines, indirect: whose it was"}},
		{"Kessel would not disclose the price.", []string{"Kessel [would not disclose] declines, indirect: the price"}},
		{
			"Asked by a reporter on the platform what it would take to change her mind, Kessel thought for a moment.",
			[]string{"a reporter [Asked] asks, indirect: what it would take to change her mind"},
		},
	})
}

// Who is told something may have a name in commas; a union and a group are called so by the words of their names.
func TestWhoIsToldAndWhoIsCalledByTheirKindAreKnown(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Kessel asked the minister, Odo Lenz, whether it was safe.",
			[]string{"Kessel [asked] asks, indirect: whether it was safe → the minister, Odo Lenz=Odo Lenz"},
		},
		{
			"Asked by the chair, Odo Lenz, what it cost, Kessel read it out.",
			[]string{"the chair, Odo Lenz=Odo Lenz [Asked] asks, indirect: what it cost"},
		},
		{
			"Kessel suggested that engineers always asked for more time.",
			[]string{"Kessel [suggested] says, indirect: engineers always asked for more time"},
		},
		{
			"The United Furnace Workers rejected the offer. The union said that it would strike.",
			[]string{"The union=United Furnace Workers [said] says, indirect: it would strike"},
		},
		{
			"The Island Nurses Association rejected it. The group said that it would strike.",
			[]string{"The group=Island Nurses Association [said] says, indirect: it would strike"},
		},
		{
			"The prime minister, Clemency Ashgrove, met the minister, Idris Zubair, and he replied that he had looked. Mrs Ashgrove smiled.",
			[]string{"he=Idris Zubair [replied] says, indirect: he had looked"},
		},
	})
}
