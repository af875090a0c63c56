package suggest

import "testing"

// speakerRows are reports of what many together think, of whom a text calls by what they are for, and of who does something while something
// else is told.
var speakerRows = []statementRow{
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

func TestWhoSpeaksIsNotWhomTheSentenceIsAbout(t *testing.T) {
	checkStatements(t, speakerRows...)
}
