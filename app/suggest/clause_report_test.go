package suggest

import "testing"

// germanReportRows are sentences of reports with more than one who says something, with wishes, and with somebody who will not say a thing.
var germanReportRows = []statementRow{
	{
		"Jens Ahlers habe ihr versichert, es gebe keinen Plan, erklärte Karin Voss. Das Geld reiche: Man müsse sparen.",
		[]string{
			"Karin Voss [erklärte] says, indirect: Jens Ahlers habe ihr versichert, es gebe keinen Plan | Das Geld reiche: Man müsse sparen",
			"Jens Ahlers [versichert] says, indirect: es gebe keinen Plan",
		},
	},
	{
		"Ein Landwirt, der nicht genannt werden will, sagte, er höre auf. Karin Voss will am Freitag nach Sarn fahren.",
		[]string{
			"Ein Landwirt [will] says, indirect: nicht genannt werden",
			"Ein Landwirt, der nicht genannt werden will [sagte] says, indirect: er höre auf",
			"Karin Voss [will] says, indirect: am Freitag nach Sarn fahren",
		},
	},
	{
		"Ein Sprecher wollte das Papier nicht kommentieren. Gegen wen, wollte er nicht sagen. Karin Voss wollte das nicht kommentieren.",
		[]string{
			"Ein Sprecher [wollte] declines, indirect: das Papier",
			"er [wollte] declines, indirect: Gegen wen",
		},
	},
	{
		"Er plane, so Jens Ahlers, ein Register. Sie bleibe, teilte Karin Voss nach Gesprächen mit beiden mit, „sicher nicht“.",
		[]string{
			"Jens Ahlers [so] says, indirect: Er plane | ein Register",
			"Karin Voss [teilte] says, mixed: Sie bleibe | „sicher nicht“",
		},
	},
	{
		"Ein anderer sagte, das Geld fehle. Der Rat glaubt nicht, dass es reicht. Jens Ahlers bestreitet Vertuschung.",
		[]string{
			"Ein anderer [sagte] says, indirect: das Geld fehle",
			"Der Rat [glaubt] says, indirect: es reicht",
			"Jens Ahlers [bestreitet] denies, indirect: Vertuschung",
		},
	},
	{
		"Die Partei hat Vorwürfe zurückgewiesen, sie habe gelogen. Aus der Partei verlautete, es gebe Streit. Das dementierte Karin Voss.",
		[]string{
			"Die Partei [zurückgewiesen] denies, indirect: sie habe gelogen",
			"der Partei [verlautete] says, indirect: es gebe Streit",
			"Karin Voss [dementierte] denies, indirect: Das",
		},
	},
}

func TestGermanReportsTellWhoSaysWhat(t *testing.T) {
	for _, row := range germanReportRows {
		checkStatementsIn(t, row, "de")
	}
}
