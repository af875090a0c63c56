package suggest

import "testing"

// referRows are texts in which somebody is told of by what they are, or not at all, and whom that means.
var referRows = map[string][]statementRow{
	"es": {
		{
			"Su abogada, Anna Kessel, mantiene que es tarde. La fiscal lo ve claro: “Iba al teléfono”. “No”, dijo la letrada.",
			[]string{
				"Su abogada, Anna Kessel=Anna Kessel [mantiene] says, indirect: es tarde",
				"La fiscal [] says, direct: “Iba al teléfono”",
				"la letrada=Anna Kessel [dijo] says, direct: “No”",
			},
		},
		{
			"Pedro Lenz, portavoz de los vecinos, calla. “Nos mienten”, dice. Asegura que llamó. Un obrero que prefiere no dar su nombre la cree.",
			[]string{
				"Pedro Lenz [dice] says, direct: “Nos mienten”",
				"Pedro Lenz [Asegura] says, indirect: llamó",
				"Un obrero [prefiere] says, indirect: no dar su nombre",
			},
		},
		{
			"La portavoz de la Liga, Anna Kessel, calificó las palabras del alcalde de «cuento». «Es tarde», lamentó.",
			[]string{
				"La portavoz de la Liga, Anna Kessel=Anna Kessel [calificó] says, direct: «cuento»",
				"La portavoz de la Liga, Anna Kessel=Anna Kessel [lamentó] says, direct: «Es tarde»",
			},
		},
		{
			"Tomás Lenz llegó ayer. El funcionario dijo que hay prisa. El portavoz de Anna Kessel negó que sea tarde. Un funcionario dijo que no.",
			[]string{
				"El funcionario=Tomás Lenz [dijo] says, indirect: hay prisa",
				"El portavoz de Anna Kessel [negó] denies, indirect: sea tarde",
				"Un funcionario [dijo] says, indirect: no",
			},
		},
		{
			"Tomás Lenz vio a un camarero. El camarero, de 23 años, calla. Dice que tiene miedo.",
			[]string{"El camarero [Dice] says, indirect: tiene miedo"},
		},
		{
			"Una clienta que estaba en el bar, y que no da su nombre, asegura que oyó gritos. «Muchos», añade una de ellas.",
			[]string{
				"Una clienta que estaba en el bar, y que no da su nombre [asegura] says, indirect: oyó gritos",
				"una de ellas [añade] says, direct: «Muchos»",
			},
		},
		{
			"Un informe al que tuvo acceso este diario advierte de que el dique cede. Otro sostiene que aguanta.",
			[]string{
				"Un informe al que tuvo acceso este diario [advierte] says, indirect: el dique cede",
				"Otro [sostiene] says, indirect: aguanta",
			},
		},
	},
	"fr": {
		{
			"Le chef du parti, Tomás Lenz, a qualifié les propos du maire de « conte ». Le chef de l'État a dit que c'est tard. " +
				"Une autre estime que non.",
			[]string{
				"Le chef du parti, Tomás Lenz=Tomás Lenz [qualifié] says, direct: « conte »",
				"Le chef de l'État=Tomás Lenz [dit] says, indirect: c'est tard",
				"Une autre [estime] says, indirect: non",
			},
		},
	},
	"uk": {
		{
			"Президент Тарас Ленц заявив, що порт відкриють, і відкинув звинувачення. «Час настав», — наголосив глава держави.",
			[]string{
				"Президент Тарас Ленц=Тарас Ленц [заявив] says, indirect: порт відкриють",
				"Президент Тарас Ленц=Тарас Ленц [відкинув] denies, indirect: звинувачення",
				"глава держави=Тарас Ленц [наголосив] says, direct: «Час настав»",
			},
		},
		{
			"Тарас Ленц прибув. «Рано», — коротко сказав один із керівників. Офіціант мовчить. Він каже, що боїться.",
			[]string{
				"один із керівників [сказав] says, direct: «Рано»",
				"Він [каже] says, indirect: боїться",
			},
		},
		{
			"Анна Кессель сказала, що рано. Тарас Ленц заявив, що час настав. Додала, що порт відкриють.",
			[]string{
				"Анна Кессель [сказала] says, indirect: рано",
				"Тарас Ленц [заявив] says, indirect: час настав",
				"Анна Кессель [Додала] says, indirect: порт відкриють",
			},
		},
	},
	"ru": {
		{
			"В Союзе рыбаков призвали обе страны открыть пролив. Другой утверждает, что рано. Чиновник ответил коротко: «Нет».",
			[]string{
				"Союзе рыбаков=Союз рыбаков [призвали] demands, indirect: открыть пролив → обе страны",
				"Другой [утверждает] says, indirect: рано",
				"Чиновник [ответил] says, direct: «Нет»",
			},
		},
	},
}

func TestDescriptionsAndVerbsWithoutSubjectMeanWhoWasToldOf(t *testing.T) {
	checkLanguages(t, referRows)
}
