package suggest

import "testing"

// What is so in somebody's view, as somebody put it, or by somebody's claim is said by them.
func TestViewsAndClaimsAreSaidByWhoseTheyAre(t *testing.T) {
	for _, row := range []statementRow{
		{
			"In Mara Ellin's view the dam was safe.",
			[]string{"Mara Ellin [In Mara Ellin's view] says, indirect: the dam was safe"},
		},
		{
			"The dam had been, in her own words, “a toy”.",
			[]string{"her [in her own words] says, mixed: The dam had been | “a toy”"},
		},
		{
			"Mara Ellin came. As she put it to Odo Lenz, “nobody sleeps here.”",
			[]string{"she=Mara Ellin [put it] says, direct: “nobody sleeps here.” → Odo Lenz"},
		},
		{
			"Mara Ellin's claim that the dam was safe is half true.",
			[]string{"Mara Ellin [claim] says, indirect: the dam was safe"},
		},
		{
			"The board heard a warning from Odo Lenz that the dam was old, and slept.",
			[]string{"Odo Lenz [warning] says, indirect: the dam was old"},
		},
		{
			"France made good its threat to close the lock.",
			[]string{"its=France [threat] threatens, indirect: to close the lock"},
		},
		{"The view from the dam was fine, in his house as in mine.", nil},
		{"The claim that the dam is safe was dropped.", nil},
	} {
		checkStatements(t, row)
	}
}

// A quotation that no verb takes is said by whom the sentence is about.
func TestQuotationsWithoutAVerbAreSaidByWhomTheSentenceIsAbout(t *testing.T) {
	for _, row := range []statementRow{
		{
			"Mara Ellin's answer was brief: “Not before Monday.”",
			[]string{"Mara Ellin [] says, direct: “Not before Monday.”"},
		},
		{
			"Mara Ellin was shaking her head. “Nobody will come before Monday.”",
			[]string{"Mara Ellin [] says, direct: “Nobody will come before Monday.”"},
		},
		{"The gate was shut. “Nobody will come before Monday.”", nil},
	} {
		checkStatements(t, row)
	}
}
