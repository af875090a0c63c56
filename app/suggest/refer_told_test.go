package suggest

import "testing"

func TestWhoAsksIsTheOneByWhomSomebodyIsAsked(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Asked by an investor how the purchase would be financed, Mr Lenz said he would have to check.",
			[]string{
				"an investor [Asked] asks, indirect: how the purchase would be financed",
				"Mr Lenz=Lenz [said] says, indirect: he would have to check",
			},
		},
		{
			"Pressed by Ida Moll to say which part that was, Mr Lenz smiled.",
			[]string{
				"Ida Moll [Pressed] asks, indirect: to say which part that was",
			},
		},
		{
			"“We do not comment,” a spokeswoman said when asked by Meridian for evidence.",
			[]string{
				"a spokeswoman [said] says, direct: “We do not comment,”",
				"Meridian [asked] asks, indirect: for evidence",
			},
		},
		{
			"Tom Reddy said it was late. He was asked by Odo Lenz whether it was cold. It was not, he said.",
			[]string{
				"Tom Reddy [said] says, indirect: it was late",
				"Odo Lenz [asked] asks, indirect: whether it was cold",
				"he=Tom Reddy [said] says, indirect: It was not",
			},
		},
	})
}

func TestWhatSomebodyWouldNeitherConfirmNorDenyIsDeclined(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"The ministry would neither confirm nor deny a payment.",
			[]string{
				"The ministry [would neither confirm nor deny] declines, indirect: a payment",
			},
		},
	})
}

func TestWhatOthersDoIsNoSayingOfTheirs(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Norvia recalled its ambassador from Velia on Thursday and accused its neighbour of shooting two shepherds.",
			[]string{
				"Norvia [accused] says, indirect: of shooting two shepherds",
			},
		},
		{
			"Mr Moll wrote that he was leaving for personal reasons and would miss the plumbing.",
			[]string{
				"Mr Moll=Moll [wrote] says, indirect: he was leaving for personal reasons and would miss the plumbing",
			},
		},
		{
			"Mr Moll said members would strike on Friday unless the company agreed to talk about severance.",
			[]string{
				"Mr Moll=Moll [said] says, indirect: members would strike on Friday unless the company agreed to talk about severance",
			},
		},
		{
			"Fintan Corless, who advised the minister and now works for a bank, is due on Thursday.",
			nil,
		},
	})
}

func TestAPronounMeansNobodyOfWhomItSaysSomething(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Ellis Whitcomb called Brannigan “a decent man with a terrible calculator”. Brannigan, he noted, had missed 41 votes.",
			[]string{
				"Ellis Whitcomb [called] says, mixed: Brannigan “a decent man with a terrible calculator”",
				"he=Ellis Whitcomb [noted] says, indirect: Brannigan | had missed 41 votes",
			},
		},
		{
			"Ida Moll told the inquiry that it was late. A nurse had assured her it was safe, she said.",
			[]string{
				"Ida Moll [told] says, indirect: it was late → the inquiry",
				"she=Ida Moll [said] says, indirect: A nurse had assured her it was safe",
				"A nurse [assured] says, indirect: it was safe → her",
			},
		},
		{
			"Amperon Motors will close a plant, it said on Thursday.",
			[]string{
				"it=Amperon Motors [said] says, indirect: Amperon Motors will close a plant",
			},
		},
	})
}

func TestWhoeverOwnsTheSubjectIsWhomASentenceIsAbout(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Jude Amaro spoke to reporters. Delia Brand's last words in the barn were for its owner. “Thank you " +
				"for the cows,” she told him.",
			[]string{
				"she=Delia Brand [told] says, direct: “Thank you for the cows,” → him=Jude Amaro",
			},
		},
	})
}

func TestKinHaveTheirNamesFromTheWordsBeforeThem(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"“They'll count them again,” predicted Odo Lenz. His wife, Glenys, told him to hush. “There's a man " +
				"from the paper,” she explained.",
			[]string{
				"Odo Lenz [predicted] says, direct: “They'll count them again,”",
				"His wife, Glenys=Glenys [told] says, indirect: to hush → him=Odo Lenz",
				"she=Glenys [explained] says, direct: “There's a man from the paper,”",
			},
		},
	})
}

func TestACompanyKeepsTheNameInFull(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"Serene Oaks Ltd built it. “I counted nine,” said Doreen, 78. Serene Oaks said that it was late. It " +
				"added that it was cold.",
			[]string{
				"Doreen [said] says, direct: “I counted nine,”",
				"Serene Oaks=Serene Oaks Ltd [said] says, indirect: it was late",
				"It=Serene Oaks Ltd [added] says, indirect: it was cold",
			},
		},
		{
			"Garnock Pump Inc said it was late. The Milwaukee company said it was cold. Garnock expects a loss.",
			[]string{
				"Garnock Pump Inc [said] says, indirect: it was late",
				"The Milwaukee company=Garnock Pump Inc [said] says, indirect: it was cold",
				"Garnock=Garnock Pump Inc [expects] says, indirect: a loss",
			},
		},
	})
}

func TestSomebodyMayHaveTwoOffices(t *testing.T) {
	checkRows(t, []statementRow{
		{
			"She told the chair, retired judge Imelda Quaid, that it was late. The chair said she would rule on Wednesday.",
			[]string{
				"She [told] says, indirect: it was late → the chair=Imelda Quaid",
				"The chair=Imelda Quaid [said] says, indirect: she would rule on Wednesday",
			},
		},
	})
}
