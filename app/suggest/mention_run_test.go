package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
)

// checkNames reads English texts as of a project without actors: whom they name, as “words = Name, kind, rule”, in order.
func checkNames(t *testing.T, cases []struct{ text, want string }) {
	t.Helper()
	for _, c := range cases {
		if got := strings.Join(mentionsIn(t, Know(nil), "en", c.text), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestTitlesOfSeveralWordsBelongToNoName(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"“No,” Chief Executive Ingrid Oder told analysts.", "Ingrid Oder = Ingrid Oder, person, name.title"},
		{"Cllr Ivo Hallam (Ind, Abbey) and Sgt. Mara Pell voted.", "Ivo Hallam = Ivo Hallam, person, name.title; " +
			"Mara Pell = Mara Pell, person, name.title"},
		{
			"They met White House Chief of Staff Susie Hallam.",
			"White House = White House, organisation, name.listed; Susie Hallam = Susie Hallam, person, name.first",
		},
		{"He wrote to Harbour Board Chair Odo Lenz.", "Harbour Board = Harbour Board, organisation, name.organisation; " +
			"Odo Lenz = Odo Lenz, person, name.title"},
		{"The letter is by Anna Kessel KC.", "Anna Kessel = Anna Kessel, person, name.first"},
		{"Traders’ association boss Priya Nair saw it.", "Priya Nair = Priya Nair, person, name.title"},
	})
}

func TestSmallWordsBelongToNamesOfOrganisations(t *testing.T) {
	for _, name := range []string{
		"Trade and Food products Regulatory Agency", "Norvian Food and Harbour Administration",
		"Organisation for Economic Work and Development", "Commission on Elections",
		"Norvian National Petroleum Company Limited", "Office for the Coordination of Winter Affairs",
		"Office of the High Commissioner for Human Rights",
	} {
		checkNames(t, []struct{ text, want string }{
			{"On Monday the " + name + " wrote a letter.", name + " = " + name + ", organisation, name.organisation"},
		})
	}
	checkNames(t, []struct{ text, want string }{
		{"On that day the Harbour Council on Monday rejected it.", "Harbour Council = Harbour Council, organisation, name.organisation"},
		{"He said the Harbour Board and Foreign Ministry agree.", "Harbour Board = Harbour Board, organisation, name.organisation; " +
			"Foreign Ministry = Foreign Ministry, organisation, name.organisation"},
		{"It is what the Federation of Small Harbours’ Anna Kessel wants.", "Federation of Small Harbours = " +
			"Federation of Small Harbours, organisation, name.organisation; Anna Kessel = Anna Kessel, person, name.first"},
	})
}

func TestAStatesNameWithinALongerNameIsNotTheState(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"They asked Historic England about the baths.", "Historic England = Historic England, organisation, name.shape"},
		{"They asked Greenpeace UK about the baths.", "Greenpeace UK = Greenpeace UK, organisation, name.shape"},
		{"They asked US President Odo Lenz about it.", "US = US, state, name.state; Odo Lenz = Odo Lenz, person, name.title"},
		{"They went to Northern England and Nazi Germany.", "England = England, state, name.state; Germany = Germany, state, name.state"},
		{"They live in Washington D.C. today.", "Washington D.C. = Washington D.C., , name.place"},
	})
}

func TestNamesOfPersonsHaveSmallWordsAndArticlesWithin(t *testing.T) {
	for said, name := range map[string]string{
		"We saw Ivo van der Hallam there.": "Ivo van der Hallam", "We saw Omar Fattah al-Kessel there.": "Omar Fattah al-Kessel",
		"We saw Anna Oder Jr. there.": "Anna Oder Jr.", "We saw Nguyễn Văn Hạnh there.": "Nguyễn Văn Hạnh",
		"We saw J. D. Hallam there.": "J. D. Hallam",
	} {
		got := strings.Join(mentionsIn(t, Know(nil), "en", said), "; ")
		if !strings.HasPrefix(got, name+" = "+name+", person, ") || strings.Contains(got, ";") {
			t.Errorf("%s: %s", said, got)
		}
	}
}

func TestPersonsAreCalledByAnyPartOfTheirName(t *testing.T) {
	for said, want := range map[string]string{
		"We met Luiz Inacio Orula da Silva. Then Orula left.": "Orula = Luiz Inacio Orula da Silva, person, ",
		"We met Omar Fattah al-Kessel. Then Kessel left.":     "Kessel = Omar Fattah al-Kessel, person, ",
		"We met Leila de Lima at noon. Then de Lima left.":    "Lima = Leila de Lima, person, ",
		"We met Anna Oder Jr. at noon. Then Oder left.":       "Oder = Anna Oder Jr., person, ",
	} {
		if got := strings.Join(mentionsIn(t, Know(nil), "en", said), "; "); !strings.Contains(got, "; "+want) {
			t.Errorf("%s: %s", said, got)
		}
	}
}

func TestASentenceOfNamesIsNoHeadline(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The harbour is old.\n\nNorvia’s Anna Kessel met Lord Odo Lenz.", "Anna Kessel = Anna Kessel, person, name.first; " +
			"Odo Lenz = Odo Lenz, person, name.title"},
	})
}

func TestWhereSomethingIsTellsThatANameIsAPlaces(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"They live in Mielheim near Kelheim.", "Mielheim = Mielheim, , name.place; Kelheim = Kelheim, , name.place"},
		{"It is a shop in the village of Mielheim.", "Mielheim = Mielheim, , name.place"},
		{"They came from Mielheim, Poland.", "Mielheim = Mielheim, , name.place; Poland = Poland, state, name.state"},
	})
}

func TestWhoSpeaksForANameTellsThatItIsAnOrganisations(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"We asked Kelgate analyst Odo Lenz. Then Kelgate left.", "Kelgate = Kelgate, organisation, name.organisation; " +
			"Odo Lenz = Odo Lenz, person, name.title; Kelgate = Kelgate, organisation, name.again"},
		{"A spokesman for Kelgate declined.", "Kelgate = Kelgate, organisation, name.organisation"},
		{"They sold carmaker Kelgate to them.", "Kelgate = Kelgate, organisation, name.organisation"},
		{"They sold Kelgate shares to them.", "Kelgate = Kelgate, organisation, name.organisation"},
		{"They saw KDG leader Odo Lenz.", "KDG = KDG, organisation, name.letters; Odo Lenz = Odo Lenz, person, name.title"},
		{"It is what an analyst at Kelgate thinks.", "Kelgate = Kelgate, organisation, name.organisation"},
		{"They asked Kelgate mayor Odo Lenz.", "Odo Lenz = Odo Lenz, person, name.title"},
	})
}

func TestAnAgeTellsThatANameIsAPersons(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"It was Pim Heath, 34, who saw it.", "Pim Heath = Pim Heath, person, name.first"},
		{"It was Kelgate, 34, who saw it.", "Kelgate = Kelgate, person, name.shape"},
	})
}

func TestSaintsAreOfTheNamesOfPlaces(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"They were in St Kelgate and St. Orsel yesterday.", "St Kelgate = St Kelgate, , name.place; St. Orsel = St. Orsel, , name.place"},
		{"They saw St Kelgate's Church there.", "St Kelgate's Church = St Kelgate's Church, organisation, name.organisation"},
	})
}

func TestPeoplesAreGroupsOfWhichNobodyIsSure(t *testing.T) {
	body, _ := found(t, "It found that many Poles and Russians agree.", "Poles")
	k := Know(nil)
	var names []string
	for _, p := range (&Reader{Known: k}).Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
		if p.Kind != store.KindMention {
			continue
		}
		if p.Party.Kind != kindGroup || p.Confidence > half {
			t.Errorf("%+v", p)
		}
		names = append(names, p.Party.Name)
	}
	if strings.Join(names, ", ") != "Poles, Russians" {
		t.Error(names)
	}
}

func TestTheOutletIsCalledByItsLastWord(t *testing.T) {
	body, _ := found(t, "He told the Echo that he stays.", "Echo")
	k := Know(nil)
	for _, p := range (&Reader{Known: k}).Read(Text{Known: k, Body: body}, Facts{Language: "en", Source: "Lissel Echo"}) {
		if p.Kind == store.KindMention && p.Party.Name == "Lissel Echo" && p.Party.Kind == kindOrganisation {
			return
		}
	}
	t.Error("it is nobody")
}

func TestWhatStandsAsSomebodyAndHasACommonWordIsAnOrganisation(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The developer, Kelgate Homes, was asked. Then Kelgate Homes has left.", "Kelgate Homes = Kelgate Homes, organisation, name.shape"},
		{"It is what Kelgate Hill has said.", "Kelgate Hill = Kelgate Hill, person, name.shape"},
	})
}
