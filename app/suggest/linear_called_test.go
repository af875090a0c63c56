package suggest

import (
	"strings"
	"testing"
)

// slavicRows are texts in Ukrainian and Russian, in which somebody is called by where they are from, as a colleague, or by a pronoun.
var slavicRows = map[string][]statementRow{
	"uk": {
		{
			"Міністр оборони Норванії Одо Ленц зустрівся з тельською колегою Сольвейг Кессель. Норванець пообіцяв катери. На її думку, ще рано. " +
				"Міністерка оборони сказала, що чекає.",
			[]string{
				"Норванець=Одо Ленц [пообіцяв] promises, indirect: катери",
				"її=Сольвейг Кессель [На її думку] says, indirect: ще рано",
				"Міністерка оборони=Сольвейг Кессель [сказала] says, indirect: чекає",
			},
		},
		{
			"Мерка Анна Кессель мовчить. Як пише газета «Берег», торік вона обіцяла, що міст відкриють.",
			[]string{
				"газета «Берег»=Берег [пише] says, indirect: торік вона обіцяла, що міст відкриють",
				"вона=Анна Кессель [обіцяла] promises, indirect: міст відкриють",
			},
		},
		{
			"Норвегія мовчить. Осло пообіцяло катери.",
			[]string{"Осло=Норвегія [пообіцяло] promises, indirect: катери"},
		},
	},
	"ru": {
		{
			"Дорвания молчит, как и дорванский парламент. Её премьер Одо Ленц улетел. Дорванец сказал, что уже поздно.",
			[]string{"Дорванец=Одо Ленц [сказал] says, indirect: уже поздно"},
		},
		{
			"Дорванский премьер Одо Ленц встретил тарсенского премьера Тома Крилла. Его дорванский коллега напомнил, что уже поздно.",
			[]string{"Его дорванский коллега=Одо Ленц [напомнил] says, indirect: уже поздно"},
		},
		{
			"Министр обороны Норвании Одо Ленц говорил с тельской коллегой Анной Кессель. По словам министра, уже поздно.",
			[]string{"министра=Одо Ленц [По словам] says, indirect: уже поздно"},
		},
	},
}

func TestWhoIsCalledByWhereTheyAreFromOrAsAColleagueIsTold(t *testing.T) {
	checkLanguages(t, slavicRows)
}

func TestNamesInCyrillicLettersAreToldFromOthersAroundThem(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"ru", "Министр обороны Норвании прибыл в Тельск. Норвания ждёт.", "Норвания, state, name.shape; Тельск, , name.place; " +
			"Норвания, state, name.again"},
		{"ru", "Глава региона Антон Седых молчит.", "Антон Седых, person, name.title"},
		{"ru", "Бывшая заместительница Кравина Инна Шульга молчит.", "Инна Шульга, person, name.first"},
		{"ru", "Он говорил с Юлием Морошкиным. По оценке Эммы Гартунг, уже поздно.", "Юлий Морошкин, person, name.first; " +
			"Эмма Гартунг, person, name.first"},
		{"ru", "Он встретился с коллегой Анной Вереш.", "Анна Вереш, person, name.title"},
		{"uk", "Він приїхав до Бельгії та Норвегії.", "Бельгія, state, name.state; Норвегія, state, name.state"},
		{"uk", "Дорванія мовчить. Дорванський прем'єр поїхав.", "Дорванія, state, name.shape"},
	} {
		var found []string
		for _, m := range mentionsIn(t, Know(nil), c.language, c.text) {
			_, told, _ := strings.Cut(m, " = ")
			found = append(found, told)
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestWhatAHeadlineEndsWithIsNoOfficeOfWhoIsNamedNext(t *testing.T) {
	checkStatementsIn(t, statementRow{
		"Министр прибыл в Тельск\nМинистр обороны Одо Ленц молчит. Тельск пообещал катера.",
		[]string{"Тельск [пообещал] promises, indirect: катера"},
	}, "ru")
}
