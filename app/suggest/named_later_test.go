package suggest

import "testing"

// A report opens with what somebody is and names them in a paragraph that follows, or says there what they are.
func TestWhomAnOpeningDescribesIsNamedByWhatFollows(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The justice secretary has privately warned the prime minister that prisons will run out of cells. " +
				"\n\n Huw Ollerton told colleagues that the plan was dead.\n\nOllerton, who became justice secretary " +
				"in May, said nothing had been decided.",
			[]string{
				"The justice secretary=Huw Ollerton [warned] says, indirect: prisons will run out of cells → the " +
					"prime minister",
				"Huw Ollerton [told] says, indirect: the plan was dead → colleagues",
				"Ollerton=Huw Ollerton [said] says, indirect: nothing had been decided",
			},
		},
		{
			"The head of the country's largest dairy cooperative told senators on Thursday that he did not know " +
				"about the milk.\n\nWendell Pruitt, the chief executive of Great Lakes Dairymen, said he would " +
				"resign.",
			[]string{
				"The head of the country's largest dairy cooperative=Wendell Pruitt [told] says, indirect: he did " +
					"not know about the milk → senators",
				"Wendell Pruitt, the chief executive of Great Lakes Dairymen=Wendell Pruitt [said] says, indirect: " +
					"he would resign",
			},
		},
		{
			"The company's former chief engineer told the committee that the bridge was unsafe.\n\nSaskia " +
				"Thackeray, who left Bexley Systems in 2031, said she had written two memos. “I signed them,” she " +
				"added.",
			[]string{
				"The company's former chief engineer=Saskia Thackeray [told] says, indirect: the bridge was unsafe → " +
					"the committee",
				"Saskia Thackeray [said] says, indirect: she had written two memos",
				"she=Saskia Thackeray [added] says, direct: “I signed them,”",
			},
		},
		{
			"The city's top prosecutor said on Friday that no charges would be brought.\n\nDistrict Attorney " +
				"Nora Feld said the evidence was thin.",
			[]string{
				"The city's top prosecutor=Nora Feld [said] says, indirect: no charges would be brought",
				"District Attorney Nora Feld=Nora Feld [said] says, indirect: the evidence was thin",
			},
		},
		{
			"The mayor of Sarn says the harbour must close.\n\nOdo Lenz told the council that the quay was " +
				"rotten.\n\nLenz, mayor since 2030, said the cost was unknown.",
			[]string{
				"The mayor of Sarn=Odo Lenz [says] says, indirect: the harbour must close",
				"Odo Lenz [told] says, indirect: the quay was rotten → the council",
				"Lenz, mayor since 2030=Odo Lenz [said] says, indirect: the cost was unknown",
			},
		},
		{
			"The education secretary believes that the answer is a code.\n\nDamian Foyle spoke.\n\nMr Foyle, the " +
				"education secretary, wants phones banned.",
			[]string{
				"The education secretary=Damian Foyle [believes] says, indirect: the answer is a code",
				"Mr Foyle, the education secretary=Damian Foyle [wants] says, indirect: phones banned",
			},
		},
		{
			"The mayor of Sarn says the harbour must close.\n\nOdo Lenz, who has been mayor since 2030, told the " +
				"council that the quay was rotten.",
			[]string{
				"The mayor of Sarn=Odo Lenz [says] says, indirect: the harbour must close",
				"Odo Lenz [told] says, indirect: the quay was rotten → the council",
			},
		},
		{
			"The justice secretary said she would go.\n\nIda Moll was appointed justice secretary in May. Moll " +
				"said it was late.",
			[]string{
				"The justice secretary=Ida Moll [said] says, indirect: she would go",
				"Moll=Ida Moll [said] says, indirect: it was late",
			},
		},
	}...)
}

// Headlines leave out articles and names.
func TestAHeadlineCallsThoseByWhatTheyAreWhomTheReportNames(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Mayor says harbour must close\n\nThe harbour of Sarn must close, its mayor says.\n\nMayor Odo Lenz " +
				"told the council that the quay was rotten.",
			[]string{
				"Mayor=Odo Lenz [says] says, indirect: harbour must close",
				"its mayor=Odo Lenz [says] says, indirect: The harbour of Sarn must close",
				"Mayor Odo Lenz=Odo Lenz [told] says, indirect: the quay was rotten → the council",
			},
		},
		{
			"Council puts off vote; mayor says 'nobody is buying us'\n\nThe council put off a vote on Monday.\n\n" +
				"Mayor Pete Hruska said nobody was buying the town.",
			[]string{
				"mayor=Pete Hruska [says] says, direct: 'nobody is buying us'",
				"Mayor Pete Hruska=Pete Hruska [said] says, indirect: nobody was buying the town",
			},
		},
		{
			"Database firm ‘warned ministers twice’, engineer tells MPs\n\nIts former chief engineer has claimed " +
				"that it was late.\n\nSaskia Thackeray, who left in May, told MPs that she had signed it.",
			[]string{
				"engineer=Saskia Thackeray [tells] says, mixed: Database firm ‘warned ministers twice’ → MPs",
				"Its former chief engineer=Saskia Thackeray [claimed] says, indirect: it was late",
				"Saskia Thackeray [told] says, indirect: she had signed it → MPs",
			},
		},
		{
			"Bank says no money lost\n\nRasa Bank went offline on Monday.\n\nThe bank said no money had been lost.",
			[]string{
				"Bank=Rasa Bank [says] says, indirect: no money lost",
				"The bank=Rasa Bank [said] says, indirect: no money had been lost",
			},
		},
	}...)
}
