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
	"somebody may tell of others within what is said": {
		"de": {{
			"„Mein Vater hat gesagt, dass die Mauer hält“, erzählt Anna Kessel.",
			[]string{
				"Anna Kessel [erzählt] says, direct: „Mein Vater hat gesagt, dass die Mauer hält“",
				"Mein Vater [gesagt] says, indirect: die Mauer hält",
			},
		}},
		"fr": {{
			"« Mon père disait que le mur tiendrait, raconte Anna Kessel. Je lui ai dit que c'est tard. »",
			[]string{
				"Anna Kessel [raconte] says, direct: « Mon père disait que le mur tiendrait | Je lui ai dit que c'est tard. »",
				"Mon père [disait] says, indirect: le mur tiendrait",
				"Je=Anna Kessel [dit] says, indirect: c'est tard",
			},
		}},
		"es": {{
			"“Mi padre decía que la ría aguanta”, cuenta Anna Kessel.",
			[]string{
				"Anna Kessel [cuenta] says, direct: “Mi padre decía que la ría aguanta”",
				"Mi padre [decía] says, indirect: la ría aguanta",
			},
		}},
		"uk": {{
			"— Тато казав, що стіна переживе всіх, — сміється Анна Кессель. — Я йому кажу: хай буде дощ. Двері зачинили.",
			[]string{
				"Анна Кессель [сміється] says, direct: Тато казав, що стіна переживе всіх | Я йому кажу: хай буде дощ. Двері зачинили.",
				"Тато [казав] says, indirect: стіна переживе всіх",
				"Я=Анна Кессель [кажу] says, indirect: хай буде дощ",
			},
		}},
		"ru": {{
			"Вера Лапина сказала, что министр заверил её: деньги скоро придут.",
			[]string{
				"Вера Лапина [сказала] says, indirect: министр заверил её: деньги скоро придут",
				"министр [заверил] says, indirect: деньги скоро придут",
			},
		}},
	},
	"nobody who tells a story says what follows the line of another without a dash": {
		"ru": {{
			"— Сирены молчат второй год, — вмешивается рабочий за столом. Имени он просит не называть.",
			[]string{"рабочий [вмешивается] says, direct: Сирены молчат второй год"},
		}},
	},
	"what is said may stand before its verb": {
		"uk": {{
			"Справжність листа підтвердила очільниця партії Анна Кессель. Відставку вона виключила. У відомстві це заперечують. " +
				"Коментувати листи в МЗС відмовилися. Начальник дільниці Тарас Ленц дзвінок підтвердив.",
			[]string{
				"очільниця партії Анна Кессель=Анна Кессель [підтвердила] says, indirect: Справжність листа",
				"вона=Анна Кессель [виключила] denies, indirect: Відставку",
				"відомстві [заперечують] denies, indirect: це",
				"МЗС [відмовилися] declines, indirect: Коментувати листи",
				"Начальник дільниці Тарас Ленц=Тарас Ленц [підтвердив] says, indirect: дзвінок",
			},
		}},
		"ru": {{
			"Уходить с поста министр Одо Ленц не намерен. Закрывать столовую хозяйка Анна Дьячкова не собирается.",
			[]string{
				"министр Одо Ленц=Одо Ленц [не намерен] says, indirect: Уходить с поста",
				"хозяйка Анна Дьячкова=Анна Дьячкова [не собирается] says, indirect: Закрывать столовую",
			},
		}},
	},
	"who asks and who answers take turns": {
		"uk": {{
			"Історикиня Рута Кессель працювала в архівах.\n\n— Ваша книжка про карту. Чому?\n\n— Бо їй повірили.\n\n— А тепер?\n\n" +
				"— Я думаю, що вже ні.",
			[]string{
				"Рута Кессель [] says, indirect: Бо їй повірили.",
				"Рута Кессель [] says, indirect: Я думаю, що вже ні.",
				"Я=Рута Кессель [думаю] says, indirect: вже ні",
			},
		}},
	},
	"things are called for in a word, in marks, or before their verbs": {
		"es": {
			{
				"El Ministerio de Sanidad admite “errores” en la gestión y la oposición pide dimisiones. El alcalde ha asegurado que no piensa irse.",
				[]string{
					"El Ministerio de Sanidad=Ministerio de Sanidad [admite] says, mixed: “errores” en la gestión",
					"la oposición [pide] demands, indirect: dimisiones",
					"El alcalde [asegurado] says, indirect: no piensa irse",
				},
			},
		},
		"fr": {
			{
				"Anna Kessel a dénoncé « l'inaction » du maire et reconnu des « ratés ». Selon nos confrères du Matin, la police enquête.",
				[]string{
					"Anna Kessel [dénoncé] says, mixed: « l'inaction » du maire",
					"Anna Kessel [reconnu] says, mixed: des « ratés »",
					"nos confrères du Matin [Selon] says, indirect: la police enquête",
				},
			},
			{
				"« Si rien ne change, estime l'économiste Odo Lenz, la banque fermera. » Il s'est félicité de cet accord, qu'il signera.",
				[]string{
					"l'économiste Odo Lenz=Odo Lenz [estime] says, direct: « Si rien ne change | la banque fermera. »",
					"Il=Odo Lenz [félicité] says, indirect: de cet accord, qu'il signera",
				},
			},
		},
		"ru": {
			{
				"О планах построить мост губернатор Олег Рыбин объявил в среду. Об угрозе предупредили спасатели. В Анкаре информацию опровергли.",
				[]string{
					"губернатор Олег Рыбин=Олег Рыбин [объявил] says, indirect: О планах построить мост",
					"Анкаре=Турция [опровергли] denies, indirect: информацию",
				},
			},
			{
				"Как рассказал «Берегу» источник, сделка сорвалась. Ответчик Одо Ленц иск не признал.",
				[]string{
					"источник [рассказал] says, indirect: сделка сорвалась",
					"Ответчик Одо Ленц [не признал] denies, indirect: иск",
				},
			},
		},
	},
	"German verbs are parted, and things stand before them": {
		"de": {
			{
				"Wie aus Regierungskreisen verlautete, soll das Kabinett entscheiden. Aus Kreisen der Justiz verlautete, der Mann sei frei.",
				[]string{
					"Regierungskreisen [verlautete] says, indirect: soll das Kabinett entscheiden",
					"Kreisen der Justiz [verlautete] says, indirect: der Mann sei frei",
				},
			},
			{
				"Einen Rücktritt schloss die Ministerin Anna Kessel aus. Die Meldung nannte sie falsch. Odo Lenz nannte die Frage „müßig“.",
				[]string{
					"die Ministerin Anna Kessel=Anna Kessel [schloss] says, indirect: Einen Rücktritt",
					"Odo Lenz [nannte] says, mixed: die Frage „müßig“",
				},
			},
			{
				"„Es eilt“, soll der Abteilungsleiter Odo Lenz an seine Chefs geschrieben haben, „und zwar gestern.“",
				[]string{"der Abteilungsleiter Odo Lenz=Odo Lenz [geschrieben] says, direct: „Es eilt“ | „und zwar gestern.“"},
			},
			{
				"Damit sei es genug, meint Anna Kessel. Das sei zu wenig, findet Odo Lenz.",
				[]string{
					"Anna Kessel [meint] says, indirect: Damit sei es genug",
					"Odo Lenz [findet] says, indirect: Das sei zu wenig",
				},
			},
			{
				"Die Wirtin Anna Kessel will ihren Keller nicht räumen. Odo Lenz wollte sich nicht äußern.",
				[]string{"Die Wirtin Anna Kessel=Anna Kessel [will] says, indirect: ihren Keller nicht räumen"},
			},
		},
	},
	"an organisation is the same in any case": {
		"ru": {{
			"Международный фонд «Чистые реки» ждёт. В «Чистых реках» заявили, что ждут.",
			[]string{"«Чистых реках»=Чистые реки [заявили] says, indirect: ждут"},
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
