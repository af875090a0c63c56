package suggest

import (
	"strings"
	"testing"
)

func TestNamesAreProposedInLanguagesOfWhichNoPartsOfSpeechAreKnown(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{
			"de", "Der Sprecher Ruben Vogt traf gestern die Chefin der Nordbank AG, Frau Lenz. Vogts Reise führt nach Aarau.",
			"Ruben Vogt = Ruben Vogt, person, name.title; Nordbank AG = Nordbank AG, organisation, name.organisation; " +
				"Lenz = Lenz, person, name.title; " +
				"Vogts = Ruben Vogt, person, name.again; Aarau = Aarau, , name.place",
		},
		{
			"de", "Im Sommer sprach die Bundesregierung mit dem Weißen Haus über Millionen Tonnen Weizen.",
			"Bundesregierung = Bundesregierung, organisation, name.listed; Weißen Haus = Weißen Haus, organisation, name.listed",
		},
		{
			"fr", "Le ministre de la Mer, Odo Lenz, a reçu la Fédération du métal et l’université de Sarn. M. Lenz part à Aarau.",
			"Odo Lenz = Odo Lenz, person, name.title; " +
				"Fédération du métal = Fédération du métal, organisation, name.organisation; " +
				"université de Sarn = université de Sarn, organisation, name.organisation; " +
				"Lenz = Odo Lenz, person, name.title; Aarau = Aarau, , name.place",
		},
		{
			"es", "El líder de Alternativa Norte, Raúl Montes, viajó a Perú. «Ferrocal S.A. miente», dijo Montes.",
			"Alternativa Norte = Alternativa Norte, organisation, name.organisation; " +
				"Raúl Montes = Raúl Montes, person, name.title; " +
				"Perú = Perú, state, name.state; Ferrocal S.A. = Ferrocal S.A., organisation, name.organisation; " +
				"Montes = Raúl Montes, person, name.again",
		},
		{
			"uk", "Учора міністр закордонних справ Туреччини зустрівся з Остапом Гриневичем. Гриневича чекали в Сарні у Верховній Раді.",
			"Туреччини = Туреччина, state, name.state; Остапом Гриневичем = Остап Гриневич, person, name.first; " +
				"Гриневича = Остап Гриневич, person, name.again; Сарні = Сарні, , name.place; " +
				"Верховній Раді = Верховна Рада, organisation, name.listed",
		},
		{
			"ru", "Вчера глава МИД Турции Олег Маркин говорил с Ольгой Тарасовой из компании «Волгамаш». Ждут Следственный комитет.",
			"МИД = МИД, organisation, name.listed; Турции = Турция, state, name.state; " +
				"Олег Маркин = Олег Маркин, person, name.title; " +
				"Ольгой Тарасовой = Ольга Тарасова, person, name.first; Волгамаш = Волгамаш, organisation, name.organisation; " +
				"Следственный комитет = Следственный комитет, organisation, name.listed",
		},
	} {
		if got := strings.Join(mentionsIn(t, Know(nil), c.language, c.text), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestNamesOfPersonsAreToldAsTheyAreKnown(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"Олегом Іваненком", "Олег Іваненко"},
		{"Олександра Іваненка", "Олександр Іваненко"},
		{"Ольги Дубовської", "Ольга Дубовська"},
		{"Владимира Маркина", "Владимир Маркин"},
		{"Анной Тарасовой", "Анна Тарасова"},
		{"Тараса Лозового", "Тарас Лозовой"},
		{"Марія Левченко", "Марія Левченко"},
		{"Сергеем Воронцовым", "Сергей Воронцов"},
		{"Селіма Гриневича", "Селім Гриневич"},       // a first name that is known in other letters
		{"Ґрумнака Гриневича", "Ґрумнака Гриневича"}, // one that is not known
		{"Anna Kessel", "Anna Kessel"},
	} {
		if got := baseName(wordsIn(c.written), "ru"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.written, got, c.want)
		}
	}
}

func TestWordsOfANameShareAStemInAllTheirCases(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"молдова", "молдові"},
		{"київ", "києва"},
		{"львів", "львові"},
		{"америка", "америці"},
		{"ольга", "ользі"},
		{"донець", "донцем"},
		{"павел", "павлом"},
		{"андрій", "андрієм"},
		{"росія", "росією"},
		{"туреччина", "туреччини"},
	} {
		if !shareStem(nameStems(c.a), nameStems(c.b)) {
			t.Errorf("%s %v, %s %v", c.a, nameStems(c.a), c.b, nameStems(c.b))
		}
	}
}
