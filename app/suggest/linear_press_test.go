package suggest

import "testing"

// pressRows are sentences as reports have them, in languages that are read by the order of words.
var pressRows = map[string][]statementRow{
	"es": {
		{
			"Las obras, dijo Tomás Lenz, empezarán en mayo. Su grupo votará en contra, anunció, porque el plan es caro.",
			[]string{
				"Tomás Lenz [dijo] says, indirect: Las obras | empezarán en mayo",
				"Tomás Lenz [anunció] says, indirect: Su grupo votará en contra | porque el plan es caro",
			},
		},
		{
			"Anna Kessel asegura que un jefe les ordenó apagar los teléfonos. «Fue así», contó.",
			[]string{
				"Anna Kessel [asegura] says, indirect: un jefe les ordenó apagar los teléfonos",
				"un jefe [ordenó] demands, indirect: apagar los teléfonos",
				"Anna Kessel [contó] says, direct: «Fue así»",
			},
		},
		{
			"En La Cámara niegan que haya prisa. Tomás Lenz está convencido de que es tarde.",
			[]string{
				"La Cámara [niegan] denies, indirect: haya prisa",
				"Tomás Lenz [convencido] says, indirect: es tarde",
			},
		},
		{
			"«Ya es tarde», suspira Anna Kessel. Preguntado por ello, Tomás Lenz fue tajante: «No cederé nunca a eso».",
			[]string{
				"Anna Kessel [suspira] says, direct: «Ya es tarde»",
				"Tomás Lenz [] says, direct: «No cederé nunca a eso»",
			},
		},
	},
	"fr": {
		{
			"Le préfet veut fermer le port. Il se dit prêt à négocier. Anna Kessel est convaincue que la digue tiendra.",
			[]string{
				"Le préfet [veut] says, indirect: fermer le port",
				"Il [se dit] says, indirect: prêt à négocier",
				"Anna Kessel [convaincue] says, indirect: la digue tiendra",
			},
		},
		{
			"« Pas question », tonne Anna Kessel. Le maire nie avoir menti : « Je n'ai rien caché. »",
			[]string{
				"Anna Kessel [tonne] says, direct: « Pas question »",
				"Le maire [nie] denies, indirect: avoir menti",
				"Le maire [] says, direct: « Je n'ai rien caché. »",
			},
		},
	},
	"uk": {
		{
			"Гроші, наголосила Анна Кессель, виділили ще восени. Норвія, за даними поліції, готує угоду. Тарас Ленц, як повідомив суд, мовчить.",
			[]string{
				"Анна Кессель [наголосила] says, indirect: Гроші | виділили ще восени",
				"поліції [за даними] says, indirect: Норвія | готує угоду",
				"суд [повідомив] says, indirect: Тарас Ленц | мовчить",
			},
		},
		{
			"У звіті йдеться, що дамба тримається. Ленц планує приїхати в березні. Вона переконана, що порт відкриють.",
			[]string{
				"звіті [йдеться] says, indirect: дамба тримається",
				"Ленц [планує] says, indirect: приїхати в березні",
				"Вона [переконана] says, indirect: порт відкриють",
			},
		},
		{
			"«Рано», — зітхає Анна Кессель. «Пізно», — цитує її пресслужба. Він каже, що йому порадили мовчати.",
			[]string{
				"Анна Кессель [зітхає] says, direct: «Рано»",
				"її=Анна Кессель [цитує] says, direct: «Пізно» ← пресслужба",
				"Він [каже] says, indirect: йому порадили мовчати",
			},
		},
	},
	"ru": {
		{
			"Союз рыбаков сказал, что Анна Кессель предложила уступку, а Тарас Ленц ответил, что рано. " +
				"Депутат отказалась голосовать и вышла из зала.",
			[]string{
				"Союз рыбаков [сказал] says, indirect: Анна Кессель предложила уступку",
				"Анна Кессель [предложила] demands, indirect: уступку",
				"Тарас Ленц [ответил] says, indirect: рано",
				"Депутат=Анна Кессель [отказалась] declines, indirect: голосовать",
			},
		},
		{
			"Правительство Норвии намерено ждать. Министр рад: плохо, что печи старые. Он пообещал кредит, если люди вернутся.",
			[]string{
				"Он [пообещал] promises, indirect: кредит, если люди вернутся",
			},
		},
	},
}

func TestSentencesOfReportsAreReadByTheOrderOfWords(t *testing.T) {
	checkLanguages(t, pressRows)
}
