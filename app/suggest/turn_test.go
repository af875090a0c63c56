package suggest

import "testing"

// Who speaks in an interview is who stands before the colon, “I” is who speaks, and “you” who is spoken to.
func TestTurnsOfADialogueAreSaidByWhomTheirLabelsName(t *testing.T) {
	for _, row := range []statementRow{
		{
			"Imre Sato talked to Lena Voss.\nQ: You said it was dry. Is it?\nA: I told the mayor that it did.",
			[]string{
				"Q=Lena Voss [] asks, indirect: You said it was dry. Is it?",
				"You=Imre Sato [said] says, indirect: it was dry",
				"A=Imre Sato [] says, indirect: I told the mayor that it did.",
				"I=Imre Sato [told] says, indirect: it did → the mayor",
			},
		},
		{
			"Mara Ellin: Good morning.\nQuestion (Meridian): Is it open?\nMara Ellin: It is.\nQuestion: And tomorrow?",
			[]string{
				"Mara Ellin [] says, indirect: Good morning.",
				"Meridian [] asks, indirect: Is it open?",
				"Mara Ellin [] says, indirect: It is.",
				"Question [] asks, indirect: And tomorrow?",
			},
		},
		{
			"Ms Anna Kessel (Port Varro): I move it.\nMr Odo Lenz: I do not.\nMs Kessel: Why?",
			[]string{
				"Ms Anna Kessel=Anna Kessel [] says, indirect: I move it.",
				"Mr Odo Lenz=Odo Lenz [] says, indirect: I do not.",
				"Ms Kessel=Anna Kessel [] asks, indirect: Why?",
			},
		},
		{"Background: The dam is old.\nOutlook: It will be older.\nVarro, May: Nothing.", nil},
		{"Weather: Rain.\nWeather: Sun.\nThe lock was shut.", nil},
	} {
		checkStatements(t, row)
	}
}
