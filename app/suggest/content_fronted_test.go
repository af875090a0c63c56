package suggest

import "testing"

// frontedRows are sentences that begin with a clause in which somebody says something, and go on with what the writer tells.
var frontedRows = []statementRow{
	{
		"While Odo Lenz says he will win, most voters doubt it.",
		[]string{"Odo Lenz [says] says, indirect: he will win"},
	},
	{
		"Because he thinks the war is lost, Odo Lenz left.",
		[]string{"he [thinks] says, indirect: the war is lost"},
	},
	{
		"When Odo Lenz said that Norvia, Velia and Sarn would pay, nobody believed it.",
		[]string{"Odo Lenz [said] says, indirect: Norvia, Velia and Sarn would pay"},
	},
	{
		"While Odo Lenz has promised to cut taxes, fees and fines, Mara Ellin would not.",
		[]string{"Odo Lenz [promised] promises, indirect: to cut taxes, fees and fines"},
	},
	{
		"Velia, which had told people to stay at home, made 12 arrests.",
		[]string{"which=Velia [told] says, indirect: to stay at home → people"},
	},
	{
		"Odo Lenz told staff to lie, court papers show.",
		[]string{
			"court papers [show] says, indirect: Odo Lenz told staff to lie",
			"Odo Lenz [told] says, indirect: to lie → staff",
		},
	},
	{
		"Odo Lenz said that while sales would rise, profit might not.",
		[]string{"Odo Lenz [said] says, indirect: while sales would rise, profit might not"},
	},
}

func TestWhatIsSaidInTheFirstClauseEndsWithIt(t *testing.T) {
	for _, row := range frontedRows {
		checkStatements(t, row)
	}
}

// briefRows are reports of one word, of a noun that says that something is so, and of speakers who are many.
var briefRows = []statementRow{
	{
		"“No,” Odo Lenz said when asked if he would resign.",
		[]string{"Odo Lenz [said] says, direct: “No,”"},
	},
	{
		"“Never,” he said when he was told that she had left.",
		[]string{"he [said] says, direct: “Never,”"},
	},
	{
		"Odo Lenz's argument is that the market will fall, and fast.",
		[]string{"Odo Lenz [argument] says, indirect: the market will fall, and fast"},
	},
	{
		"It was not clear who had fired, witnesses said.",
		[]string{"witnesses [said] says, indirect: It was not clear who had fired"},
	},
}

// mindRows are reports of what many together think, and of whom a text calls by what they are for.
var mindRows = []statementRow{
	{
		"The opposition fears that the vote will be rigged.",
		[]string{"The opposition [fears] says, indirect: the vote will be rigged"},
	},
	{
		"Odo Lenz's party fears that it is over.",
		[]string{"Odo Lenz's party [fears] says, indirect: it is over"},
	},
	{
		"Analysts are calm, but some warn of a backlash.",
		[]string{"some [warn] says, indirect: a backlash"},
	},
	{
		"Odo Lenz told staff in a letter that he would stay.",
		[]string{"Odo Lenz [told] says, indirect: he would stay → staff"},
	},
	{
		"Protesters chanted “Shame!” as the van passed.",
		[]string{"Protesters [chanted] says, direct: “Shame!”"},
	},
	{
		"Open Hands International said that nine had died. The rights group said that the army had lied.",
		[]string{
			"Open Hands International [said] says, indirect: nine had died",
			"The rights group=Open Hands International [said] says, indirect: the army had lied",
		},
	},
	{
		"The vote was close, with critics saying that it was rigged.",
		[]string{"critics [saying] says, indirect: it was rigged"},
	},
	{
		"They met in Sarn, with Odo Lenz dismissing the attacks and Ida Moll predicting that it would rain.",
		[]string{"Ida Moll [predicting] says, indirect: it would rain"},
	},
	{
		"Odo Lenz met Ida Moll, saying that it was late.",
		[]string{"Odo Lenz [saying] says, indirect: it was late"},
	},
	{
		"A judge ruled on Monday that Velia must pay.\n\nDistrict Judge Ida Moll left early.",
		[]string{"A judge=Ida Moll [ruled] says, indirect: Velia must pay"},
	},
	{
		"The toll drew criticism from farmers, who said it would ruin them.",
		[]string{"farmers [said] says, indirect: it would ruin them"},
	},
	{
		"Odo Lenz left. Ivo Moll had paid him, he said, in cash. “I took it,” he said.",
		[]string{
			"he=Odo Lenz [said] says, indirect: Ivo Moll had paid him",
			"he=Odo Lenz [said] says, direct: “I took it,”",
		},
	},
}

func TestManyTogetherThinkAndAreCalledByWhatTheyAreFor(t *testing.T) {
	for _, row := range mindRows {
		checkStatements(t, row)
	}
}

func TestOneWordMayBeAllThatSomebodySays(t *testing.T) {
	for _, row := range briefRows {
		checkStatements(t, row)
	}
}
