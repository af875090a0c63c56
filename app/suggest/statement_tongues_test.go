package suggest

import "testing"

// tongueRows are texts in languages that are read by clauses, by what they have in common, and what is said in them.
var tongueRows = map[string]map[string][]statementRow{
	"a quotation may end what is said": {
		"fr": {{
			"Le mur bouge un peu, « comme un vieillard », a expliqué Anna Kessel. Interrogée lundi, « c'est tard », dit-elle.",
			[]string{
				"Anna Kessel [expliqué] says, mixed: Le mur bouge un peu, « comme un vieillard »",
				"elle=Anna Kessel [dit] says, direct: « c'est tard »",
			},
		}},
		"es": {{
			"La fiebre baja cada día, “como baja la ría”, explicó Anna Kessel.",
			[]string{"Anna Kessel [explicó] says, mixed: La fiebre baja cada día, “como baja la ría”"},
		}},
		"uk": {{
			"Стіна рухається щороку, «як ходить старий», пояснив Тарас Ленц.",
			[]string{"Тарас Ленц [пояснив] says, mixed: Стіна рухається щороку, «як ходить старий»"},
		}},
	},
	"what somebody is, tells who they are": {
		"de": {{
			"„Ja“, sagt die Ministerin, Theresia Okoye. Es regnet. Es schneit. Niemand kommt. „Ich ging“, erzählt die 29-Jährige.",
			[]string{
				"die Ministerin, Theresia Okoye=Theresia Okoye [sagt] says, direct: „Ja“",
				"die 29-Jährige=Theresia Okoye [erzählt] says, direct: „Ich ging“",
			},
		}},
		"fr": {{
			"Le maire, Odo Lenz, est là. « Je pars », souffle l'intéressé. « Je reste, confie l'ancien préfet, et vite. » " +
				"« Non », a expliqué cet ingénieur de 67 ans.",
			[]string{
				"l'intéressé=Odo Lenz [souffle] says, direct: « Je pars »",
				"l'ancien préfet=Odo Lenz [confie] says, direct: « Je reste | et vite. »",
				"cet ingénieur de 67 ans=Odo Lenz [expliqué] says, direct: « Non »",
			},
		}},
		"uk": {{
			"Представниця фонду Астрід Гольм сказала, що їде. «Вона не знає», — посміхнулася данка. " +
				"Матвій Ленц уже тут. «Рано», — додав 67-річний інженер.",
			[]string{
				"Представниця фонду Астрід Гольм=Астрід Гольм [сказала] says, indirect: їде",
				"данка=Астрід Гольм [посміхнулася] says, direct: «Вона не знає»",
				"67-річний інженер=Матвій Ленц [додав] says, direct: «Рано»",
			},
		}},
		"ru": {{
			"Ермек Ленц и хозяйка Анна Дьячкова ждут. «Пора», — смеётся женщина.",
			[]string{"женщина=Анна Дьячкова [смеётся] says, direct: «Пора»"},
		}},
	},
	"an auxiliary and a pronoun tell that somebody speaks": {
		"fr": {{
			"Le maire, Odo Lenz, est là. « Ils savaient, a-t-il fulminé. Ils se taisent. »",
			[]string{"il=Odo Lenz [fulminé] says, direct: « Ils savaient | Ils se taisent. »"},
		}},
	},
	"an article may begin a name, and somebody be told of in the middle of their clause": {
		"fr": {{
			"Le quotidien La Voix des Vosges a révélé que la société Ferral, à Brume, aurait menti.",
			[]string{"Le quotidien La Voix des Vosges [révélé] says, indirect: la société Ferral, à Brume, aurait menti"},
		}},
	},
}

func TestStatementsInOtherLanguagesThanEnglish(t *testing.T) {
	for what, languages := range tongueRows {
		t.Run(what, func(t *testing.T) {
			for language, rows := range languages {
				for _, row := range rows {
					checkStatementsIn(t, row, language)
				}
			}
		})
	}
}
