package suggest

import (
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// linearRows are texts of languages that are read by the order of words, and what is said in them.
var linearRows = map[string][]statementRow{
	"es": {
		{
			"«El puerto abrirá el lunes», dijo este martes a los periodistas la ministra, Anna Kessel. «No antes».",
			[]string{
				"la ministra, Anna Kessel=Anna Kessel [dijo] says, direct: «El puerto abrirá el lunes» → los periodistas",
			},
		},
		{
			"—Pagaremos —prometió Odo Lenz—. Siempre hemos pagado.",
			[]string{
				"Odo Lenz [prometió] promises, direct: Pagaremos | Siempre hemos pagado.",
			},
		},
		{
			"El alcalde, Odo Lenz, confía en ello. Dijo que el dique aguanta.",
			[]string{"El alcalde, Odo Lenz=Odo Lenz [Dijo] says, indirect: el dique aguanta"},
		},
		{
			"El puerto cierra. Así lo anunció ayer Anna Kessel. «Es tarde», dijo. La sindicalista negó que haya prisa.",
			[]string{
				"Anna Kessel [anunció] says, indirect: El puerto cierra",
				"Anna Kessel [dijo] says, direct: «Es tarde»",
				"La sindicalista=Anna Kessel [negó] denies, indirect: haya prisa",
			},
		},
		{
			"El portavoz de los vecinos contra la presa, Odo Lenz, denunció que es tarde. Fuentes del ministerio, sin embargo, admiten que hay " +
				"prisa.",
			[]string{
				"El portavoz de los vecinos contra la presa, Odo Lenz=Odo Lenz [denunció] says, indirect: es tarde",
				"Fuentes del ministerio [admiten] says, indirect: hay prisa",
			},
		},
		{
			"Anna Kessel aseguró que el puerto abrirá y añadió que el dique aguanta.",
			[]string{
				"Anna Kessel [aseguró] says, indirect: el puerto abrirá",
				"Anna Kessel [añadió] says, indirect: el dique aguanta",
			},
		},
		{
			"El alcalde, Odo Lenz, se negó a comentar. Rechaza el peaje. Afirmó que no cederá.",
			[]string{
				"El alcalde, Odo Lenz=Odo Lenz [se negó] declines, indirect: a comentar",
				"El alcalde, Odo Lenz=Odo Lenz [Afirmó] says, indirect: no cederá",
			},
		},
		{
			"Según el ministerio, el dique aguanta. Según ella, no hay prisa. De acuerdo con la policía, nadie resultó herido.",
			[]string{
				"el ministerio [Según] says, indirect: el dique aguanta",
				"ella [Según ella] says, indirect: no hay prisa",
				"la policía [De acuerdo con] says, indirect: nadie resultó herido",
			},
		},
		{
			"El dique aguanta, según informó la agencia Meridional. No descarta que haya huelga.",
			[]string{
				"la agencia Meridional=Meridional [informó] says, indirect: El dique aguanta",
			},
		},
		{
			"El gobierno pidió a los pescadores que se queden en puerto. ¿Por qué?, preguntó Odo Lenz.",
			[]string{
				"El gobierno [pidió] demands, indirect: se queden en puerto → los pescadores",
			},
		},
		{
			"La decisión fue criticada por Odo Lenz. El portavoz de Odo Lenz no quiso hacer comentarios.",
			[]string{
				"El portavoz de Odo Lenz [no quiso] declines, indirect: hacer comentarios",
			},
		},
		{
			"El sindicato exige la retirada de la ley. Los médicos preguntan por qué cerró el hospital.",
			[]string{
				"El sindicato [exige] demands, indirect: la retirada de la ley",
				"Los médicos [preguntan] asks, indirect: por qué cerró el hospital",
			},
		},
	},
	"fr": {
		{
			"« Le port rouvrira lundi », a déclaré mardi la ministre norvienne de la Mer, Anna Kessel, devant la presse.",
			[]string{
				"la ministre norvienne de la Mer, Anna Kessel=Anna Kessel [déclaré] says, direct: « Le port rouvrira lundi »",
			},
		},
		{
			"« Nous paierons, a promis Odo Lenz. Nous avons toujours payé. »",
			[]string{
				"Odo Lenz [promis] promises, direct: « Nous paierons | Nous avons toujours payé. »",
			},
		},
		{
			"Anna Kessel a assuré que le port rouvrirait et ajouté que la digue tiendrait.",
			[]string{
				"Anna Kessel [assuré] says, indirect: le port rouvrirait",
				"Anna Kessel [ajouté] says, indirect: la digue tiendrait",
			},
		},
		{
			"Le maire, Odo Lenz, refuse de commenter. Il s'oppose au péage.",
			[]string{
				"Le maire, Odo Lenz=Odo Lenz [refuse] declines, indirect: de commenter",
			},
		},
		{
			"Selon le ministère, la digue tient. D'après lui, rien ne presse.",
			[]string{
				"le ministère [Selon] says, indirect: la digue tient",
				"lui [D'après lui] says, indirect: rien ne presse",
			},
		},
		{
			"La Norvie a nié avoir fermé le détroit, a indiqué l'agence Littoral.",
			[]string{
				"La Norvie [nié] denies, indirect: avoir fermé le détroit ← l'agence Littoral=Littoral",
			},
		},
		{
			"« Pourquoi pas ? » s'est interrogée Anna Kessel. Le gouvernement a demandé aux pêcheurs de rester au port.",
			[]string{
				"Anna Kessel [interrogée] asks, direct: « Pourquoi pas ? »",
				"Le gouvernement [demandé] demands, indirect: de rester au port → pêcheurs",
			},
		},
		{
			"Interrogé par la presse, le président a menacé de fermer le détroit. Il n'a pas exclu une grève.",
			[]string{
				"le président [menacé] threatens, indirect: de fermer le détroit",
				"Il [pas exclu] says, indirect: une grève",
			},
		},
		{
			"Le syndicat exige que la loi soit retirée. La décision a été critiquée par Odo Lenz.",
			[]string{
				"Le syndicat [exige] demands, indirect: la loi soit retirée",
			},
		},
		{
			"Le rapport indique que la demande a baissé. L'annonce a surpris. Il demande si le port ferme.",
			[]string{
				"Le rapport [indique] says, indirect: la demande a baissé",
				"Il [demande] asks, indirect: si le port ferme",
			},
		},
		{
			"Jean Morel, qui dirige le port, juge que « tout va bien ». Pour sa part, la mairie dément.",
			[]string{
				"Jean Morel [juge] says, direct: « tout va bien »",
			},
		},
	},
	"ru": {
		{
			"«Порт откроют в понедельник», — сказала во вторник журналистам министр Анна Кессель.",
			[]string{
				"министр Анна Кессель=Анна Кессель [сказала] says, direct: «Порт откроют в понедельник» → журналистам",
			},
		},
		{
			"«Мы заплатим, — пообещал Одо Ленц. — Мы всегда платили».",
			[]string{
				"Одо Ленц [пообещал] promises, direct: «Мы заплатим | Мы всегда платили»",
			},
		},
		{
			"Анна Кессель заверила, что порт откроют, и добавила, что дамба выдержит.",
			[]string{
				"Анна Кессель [заверила] says, indirect: порт откроют",
				"Анна Кессель [добавила] says, indirect: дамба выдержит",
			},
		},
		{
			"Мэр Одо Ленц отказался от комментариев. Он выступает против пошлины.",
			[]string{
				"Мэр Одо Ленц=Одо Ленц [отказался] declines, indirect: от комментариев",
			},
		},
		{
			"По словам министра, дамба держится. По его мнению, спешить некуда.",
			[]string{
				"министра [По словам] says, indirect: дамба держится",
				"его [По его мнению] says, indirect: спешить некуда",
			},
		},
		{
			"Порт закрыли. Об этом сообщили в министерстве. Президент не исключил, что порт откроют.",
			[]string{
				"министерстве [сообщили] says, indirect: Порт закрыли",
				"Президент [не исключил] says, indirect: порт откроют",
			},
		},
		{
			"Норвия призвала Велию открыть пролив, передаёт агентство «Аркадия».",
			[]string{
				"Норвия [призвала] demands, indirect: открыть пролив → Велию ← агентство «Аркадия»=Аркадия",
			},
		},
		{
			"Как заявил пресс-секретарь, судов нет. В МИД подчеркнули, что ждут ответа.",
			[]string{
				"пресс-секретарь [заявил] says, indirect: судов нет",
				"МИД [подчеркнули] says, indirect: ждут ответа",
			},
		},
		{
			"— Вы верите? — спросил он. — Нет, — ответила Анна Кессель.",
			[]string{
				"он [спросил] asks, direct: Вы верите?",
				"Анна Кессель [ответила] says, direct: Нет",
			},
		},
	},
	"uk": {
		{
			"«Порт відкриють у понеділок», — сказала у вівторок журналістам міністерка Анна Кессель.",
			[]string{
				"міністерка Анна Кессель=Анна Кессель [сказала] says, direct: «Порт відкриють у понеділок» → журналістам",
			},
		},
		{
			"«Ми заплатимо, — пообіцяв Одо Ленц. — Ми завжди платили».",
			[]string{
				"Одо Ленц [пообіцяв] promises, direct: «Ми заплатимо | Ми завжди платили»",
			},
		},
		{
			"Анна Кессель запевнила, що порт відкриють, і додала, що дамба витримає.",
			[]string{
				"Анна Кессель [запевнила] says, indirect: порт відкриють",
				"Анна Кессель [додала] says, indirect: дамба витримає",
			},
		},
		{
			"Мер Одо Ленц відмовився від коментарів. Він виступає проти мита.",
			[]string{
				"Мер Одо Ленц=Одо Ленц [відмовився] declines, indirect: від коментарів",
			},
		},
		{
			"За словами міністра, дамба тримається. На його думку, поспішати нема куди.",
			[]string{
				"міністра [За словами] says, indirect: дамба тримається",
				"його [На його думку] says, indirect: поспішати нема куди",
			},
		},
		{
			"Порт закрили. Про це повідомили в міністерстві. Джерело в уряді заперечує, що порт закритий.",
			[]string{
				"міністерстві [повідомили] says, indirect: Порт закрили",
				"Джерело в уряді [заперечує] denies, indirect: порт закритий",
			},
		},
		{
			"Норвія закликала Велію відкрити протоку, передає агентство «Обрій».",
			[]string{
				"Норвія [закликала] demands, indirect: відкрити протоку → Велію ← агентство «Обрій»=Обрій",
			},
		},
		{
			"Як заявив речник, суден немає. У МЗС наголосили, що чекають відповіді.",
			[]string{
				"речник [заявив] says, indirect: суден немає",
				"МЗС [наголосили] says, indirect: чекають відповіді",
			},
		},
	},
}

func TestWhoSaysWhatIsReadByTheOrderOfWords(t *testing.T) {
	checkLanguages(t, linearRows)
}

// What stands against or for something says so by what follows it.
func TestWhoStandsWhereIsReadByTheOrderOfWords(t *testing.T) {
	for _, row := range []struct {
		language, said, holder, verb, target string
		stance                               store.Stance
	}{
		{"fr", "Anna Kessel s'oppose au péage.", "Anna Kessel", "s'oppose", "péage", store.StanceOppose},
		{"fr", "Le maire, Odo Lenz, soutient les pêcheurs depuis lundi.", "Le maire, Odo Lenz", "soutient", "les pêcheurs", store.StanceSupport},
		{"es", "El alcalde, Odo Lenz, rechaza el peaje.", "El alcalde, Odo Lenz", "rechaza", "el peaje", store.StanceOppose},
		{"uk", "Партія «Берег» підтримує скасування мита.", "Партія «Берег»", "підтримує", "скасування мита", store.StanceSupport},
		{"ru", "Мэр Одо Ленц выступает против пошлины.", "Мэр Одо Ленц", "выступает", "пошлины", store.StanceOppose},
	} {
		b, err := text.NewBody(row.said)
		if err != nil {
			t.Fatal(err)
		}
		d := newDocument(Text{Known: newKnown(), Body: b}, Facts{Language: row.language})
		d.mentions()
		d.statements()
		if len(d.said.stands) != 1 {
			t.Errorf("%s: %d positions", row.said, len(d.said.stands))
			continue
		}
		s := d.said.stands[0].stand
		if got := b.Slice(s.Verb); got != row.verb || s.Stance != row.stance || s.Holders[0].Words != row.holder ||
			b.Slice(s.Target.Span) != row.target {
			t.Errorf("%s: %q %s %q on %q", row.said, s.Holders[0].Words, s.Stance, got, b.Slice(s.Target.Span))
		}
	}
}

// Words that are written in one are read as those that they are; what is learnt looks at the same words.
func TestAnArticleWithPartedWordsIsLearnt(t *testing.T) {
	b, err := text.NewBody("« L'hôpital ferme », a-t-elle déclaré à l'agence. D'après Anna Kessel, l'eau monte jusqu'à la digue.")
	if err != nil {
		t.Fatal(err)
	}
	p := newPupil(&Reader{Known: newKnown()}, &Lesson{Body: b, Facts: Facts{Language: "fr"}, Whole: true}, 0, nil, nil)
	p.open()
	if written := newDocument(Text{Known: newKnown(), Body: b}, p.Facts).words; len(p.text.words) <= len(written) {
		t.Error("no word is parted")
	}
	for _, s := range p.text.sentences {
		if s[1] > len(p.text.words) {
			t.Error("a sentence goes beyond the words")
		}
	}
}
