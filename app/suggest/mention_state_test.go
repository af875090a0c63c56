package suggest

import "testing"

func TestACompanyIsNoStateForTheTitlesOfItsPeople(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{
			"Kelgate Foods Inc. rejected it on Monday. The chairman told Kelgate's lead director, and Kelgate said no.",
			"Kelgate Foods Inc = Kelgate Foods Inc, organisation, name.organisation; " +
				"Kelgate = Kelgate Foods Inc, organisation, name.again; Kelgate = Kelgate Foods Inc, organisation, name.again",
		},
		{
			"A memo by Ostwell's vice president for quality, Odo Lenz, is among them. It was bought by a spokesman for Ostwell.",
			"Ostwell = Ostwell, organisation, name.again; Odo Lenz = Odo Lenz, person, name.shape; " +
				"Ostwell = Ostwell, organisation, name.organisation",
		},
		{
			"Kelgate's president left. Shares in Kelgate fell.",
			"Kelgate = Kelgate, organisation, name.again; Kelgate = Kelgate, organisation, name.organisation",
		},
		{
			"On Monday some Republicans left. A Republican senator stayed.",
			"Republicans = Republicans, organisation, name.listed",
		},
	})
}

func TestWhoHasAMinistryOrAnArmyIsAState(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{
			"Estmar's general staff denied it. The envoy flew to Estmar.",
			"Estmar = Estmar, state, name.adjective; Estmar = Estmar, state, name.adjective",
		},
		{"On Monday Estmar's foreign ministry said no.", "Estmar = Estmar, state, name.adjective"},
		{"On Monday Estmar's armed forces fired.", "Estmar = Estmar, state, name.adjective"},
		{"Estmar, which let nobody in, rejected it. Its defence ministry said no.", "Estmar = Estmar, state, name.adjective"},
		{"He was the ambassador to Estmar.", "Estmar = Estmar, state, name.adjective"},
	})
}

func TestWordsBesideANameTellThatItIsAnOrganisations(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"On Monday shares in Kelgate fell.", "Kelgate = Kelgate, organisation, name.organisation"},
		{"Economists at Norrhavn reckon so.", "Norrhavn = Norrhavn, organisation, name.organisation"},
		{"She told the newspaper Norrin Glas about it.", "Norrin Glas = Norrin Glas, organisation, name.shape"},
		{"It was Norrin Glas, which owns a part of it.", "Norrin Glas = Norrin Glas, organisation, name.shape"},
		{"He told The Morning Echo about it.", "Morning Echo = Morning Echo, organisation, name.shape"},
		{"She works for Kelgate Research now.", "Kelgate Research = Kelgate Research, organisation, name.organisation"},
		{"She is a professor of Public Health now.", ""},
		{"She leads the Justice Caucus now.", "Justice Caucus = Justice Caucus, organisation, name.organisation"},
		{"She founded Nurses for Change there.", "Nurses for Change = Nurses for Change, organisation, name.organisation"},
		{
			"It was sent to the Securities and Exchange Commission.",
			"Securities and Exchange Commission = Securities and Exchange Commission, organisation, name.listed",
		},
	})
}

func TestStatesCutShortAreThePlacesBehindTowns(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"It stands in Coldwater Falls, Mich., and nowhere else.", "Coldwater Falls = Coldwater Falls, , name.place; Mich = Mich, , name.place"},
		{"He was born in Norrin, Pa., and left.", "Norrin = Norrin, , name.place; Pa = Pa, , name.place"},
		{"It was seen on Jan. 30 by a judge.", ""},
	})
}

func TestWordsOfHeadlinesAndOfDatelinesAreNobody(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Watch: Senator Tells Radio Host Voters Will Lose Their Homes", ""},
		{"UPDATE, 4:15 p.m.: The senator writes that he is sorry.", ""},
	})
}
