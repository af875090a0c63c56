package suggest

import "testing"

// furtherRows are sentences in which what is said goes on behind who says it, or behind what else the sentence tells of them.
var furtherRows = []statementRow{
	{
		"The harbour was safe, Anna Kessel insisted, and the workers would testify.",
		[]string{"Anna Kessel [insisted] says, indirect: The harbour was safe | the workers would testify"},
	},
	{
		"It no longer fits, Anna Kessel said, but she would come in a sack.",
		[]string{"Anna Kessel [said] says, indirect: It no longer fits | but she would come in a sack"},
	},
	{
		"The drivers are hired, Odo Lenz said, and if any of them cut corners, that was sad.",
		[]string{"Odo Lenz [said] says, indirect: The drivers are hired | if any of them cut corners, that was sad"},
	},
	{
		"The spokesman, Odo Lenz, was cooler: Sarn would wait for the second meeting, he said, before it drank to the first.",
		[]string{"he=Odo Lenz [said] says, indirect: Sarn would wait for the second meeting | before it drank to the first"},
	},
	{
		"They left without a deal but with, in the words of Anna Kessel, “a date and a list”.",
		[]string{"Anna Kessel [in the words of] says, direct: “a date and a list”"},
	},
	{
		"Anna Kessel denies everything. Odo Lenz has denied wrongdoing. Ida Moll does not dispute the contracts.",
		[]string{
			"Anna Kessel [denies] denies, indirect: everything",
			"Odo Lenz [denied] denies, indirect: wrongdoing",
			"Ida Moll [does not dispute] says, indirect: the contracts",
		},
	},
	{
		"After ten minutes Anna Kessel came out, took the envelope and asked him if it was bad.",
		[]string{"Anna Kessel [asked] asks, indirect: if it was bad → him"},
	},
	{
		"The board heard from a consultant that the tower needs paint.",
		[]string{"a consultant [heard] says, indirect: the tower needs paint → The board"},
	},
	{
		"A driver who objected was told to “drive faster,” the report says.",
		[]string{"the report [says] says, mixed: A driver who objected was told to “drive faster,”"},
	},
	{
		"Velia said on Wednesday, through a ministry spokeswoman, Ida Moll, that it had been a joke.",
		[]string{"Velia [said] says, indirect: it had been a joke"},
	},
	{
		"The minister, a retired general named Odo Lenz, dismissed the remark last week as “tourism”.",
		[]string{"The minister, a retired general named Odo Lenz=Odo Lenz [dismissed] says, mixed: the remark last week as “tourism”"},
	},
	{
		"Ida Moll, whose husband, Wilmer, was there, said she had learned it from a driver.",
		[]string{"Ida Moll [said] says, indirect: she had learned it from a driver"},
	},
	{
		"The anchor came loose, according to its lawyer, Despina Kolettis.",
		[]string{"its lawyer, Despina Kolettis=Despina Kolettis [according to] says, indirect: The anchor came loose"},
	},
	{
		"The sandwiches, both men said, had been excellent. The minister, told of this, said it was late.",
		[]string{
			"both men [said] says, indirect: The sandwiches | had been excellent",
			"The minister [said] says, indirect: it was late",
		},
	},
	{
		"An envoy said Odo Lenz had called the note “a joke” and had left it on the table.",
		[]string{
			"An envoy [said] says, mixed: Odo Lenz had called the note “a joke” and had left it on the table",
			"Odo Lenz [called] says, mixed: the note “a joke”",
		},
	},
	{
		"By Lenz's own count there were nine. By most accounts it was a success.",
		[]string{"Lenz [By Lenz's own count] says, indirect: there were nine"},
	},
	{
		"The board rejected a proposal by Anna Kessel to limit the siren. Odo Lenz's call to close the harbour was ignored.",
		[]string{
			"Anna Kessel [proposal] demands, indirect: to limit the siren",
			"Odo Lenz [call] demands, indirect: to close the harbour",
		},
	},
	{
		"Odo Lenz asked for the pictures and looked at them for some time. Ida Moll praised the men who fought and died.",
		[]string{
			"Odo Lenz [asked] asks, indirect: for the pictures",
			"Ida Moll [praised] says, indirect: the men who fought and died",
		},
	},
	{
		"SARN, Ohio -- The Harbour Agency sued Odo Lenz. It charges that he lied.",
		[]string{"It=Harbour Agency [charges] says, indirect: he lied"},
	},
	{
		"In some towns, according to a report, prices fell.",
		[]string{"a report [according to] says, indirect: In some towns | prices fell"},
	},
	{
		"Told of this, the major laughed and offered to lend her a boat.",
		[]string{"the major [offered] promises, indirect: to lend her a boat"},
	},
	{
		"Tom Rudd, a spokesman, said it was late. Lenz's spokesman said it was early.",
		[]string{
			"Tom Rudd, a spokesman=Tom Rudd [said] says, indirect: it was late",
			"Lenz's spokesman [said] says, indirect: it was early",
		},
	},
}

func TestWhatIsSaidGoesOnBehindWhoSaysIt(t *testing.T) {
	checkStatements(t, furtherRows...)
}
