package suggest

import "testing"

func TestWhoSpeaksInCourtIsKnownByTheirPart(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Norman Eckley told the jury that it was late. He was asked by Rowena Pike, prosecuting, about a message. “What did you " +
				"mean by it?” counsel asked. “It was cold,” said the witness.",
			[]string{
				"Norman Eckley [told] says, indirect: it was late → the jury",
				"counsel=Rowena Pike [asked] asks, direct: “What did you mean by it?”",
				"the witness=Norman Eckley [said] says, direct: “It was cold,”",
			},
		},
		{
			"Mr Justice Alban Crewe told the jury that it was late. Nobody spoke. “It was cold,” the judge said.",
			[]string{
				"Mr Justice Alban Crewe=Alban Crewe [told] says, indirect: it was late → the jury",
				"the judge=Alban Crewe [said] says, direct: “It was cold,”",
			},
		},
	})
}

func TestSomebodyIsMeantByAnotherWordForWhatTheyAre(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Chief Inspector Ida Moll said that it was late. The detective said that it was cold.",
			[]string{
				"Chief Inspector Ida Moll=Ida Moll [said] says, indirect: it was late",
				"The detective=Ida Moll [said] says, indirect: it was cold",
			},
		},
		{
			"The inquiry's chair, Baroness Helen Tarn, said that it was late. The chair said that it was cold.",
			[]string{
				"The inquiry's chair, Baroness Helen Tarn=Helen Tarn [said] says, indirect: it was late",
				"The chair=Helen Tarn [said] says, indirect: it was cold",
			},
		},
		{
			"Inspector Ida Moll slept. A detective said that it was late. The detective said that it was cold.",
			[]string{
				"A detective [said] says, indirect: it was late",
				"The detective [said] says, indirect: it was cold",
			},
		},
	})
}

func TestTheFirmIsTheOneThatATextIsAbout(t *testing.T) {
	checkRows(t, []statementRow{{
		"Corvane Foods Ltd grew. Corvane Foods Ltd makes soup. Corvane Foods Ltd is old. A judge spoke to the Sarn Bank plc. It rained. It " +
			"snowed. It rained. It snowed. It rained. It snowed. The firm said that it was late.",
		[]string{"The firm=Corvane Foods Ltd [said] says, indirect: it was late"},
	}})
}
