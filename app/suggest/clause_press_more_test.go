package suggest

// germanPressMoreRows are more of them.
var germanPressMoreRows = map[string][]statementRow{
	"direct and mixed": {
		{
			"„Wir öffnen am Montag“, hatte Karin Voss noch am Sonntag gesagt.",
			[]string{"Karin Voss [gesagt] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, heißt es in einer Mitteilung des Konzerns.",
			[]string{"einer Mitteilung des Konzerns [heißt es] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, wird Karin Voss zitiert.",
			[]string{"Karin Voss [zitiert] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, sagte Karin Voss mit Blick auf die Wahl.",
			[]string{"Karin Voss [sagte] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, sagt ein Mann, der seinen Namen nicht nennen will.",
			[]string{"ein Mann [sagt] says, direct: „Wir öffnen am Montag“", "ein Mann [will] says, indirect: seinen Namen nicht nennen"},
		},
		{
			"„Es ist zu spät“ – so fasst Karin Voss die Lage zusammen.",
			[]string{"Karin Voss [fasst] says, direct: „Es ist zu spät“"},
		},
		{
			"Karin Voss hat gerechnet. Ihr Fazit: „Das Geld reicht nicht.“",
			[]string{"Ihr=Karin Voss [] says, direct: „Das Geld reicht nicht.“"},
		},
		{
			"„Wann öffnet der Hafen?“, will Karin Voss wissen.",
			[]string{"Karin Voss [will] asks, direct: „Wann öffnet der Hafen?“"},
		},
		{
			"»Wir öffnen am Montag«, sagte Karin Voss.",
			[]string{"Karin Voss [sagte] says, direct: »Wir öffnen am Montag«"},
		},
		{
			"\"Wir öffnen am Montag\", sagte Karin Voss.",
			[]string{"Karin Voss [sagte] says, direct: \"Wir öffnen am Montag\""},
		},
		{
			"„Wir öffnen“, sagte Karin Voss. Und weiter: „Niemand wartet mehr.“",
			[]string{"Karin Voss [sagte] says, direct: „Wir öffnen“ | „Niemand wartet mehr.“"},
		},
		{
			"Karin Voss, Sprecherin des Verbands, sagte auf Anfrage: „Wir öffnen am Montag.“",
			[]string{"Karin Voss, Sprecherin des Verbands=Karin Voss [sagte] says, direct: „Wir öffnen am Montag.“"},
		},
		{
			"„Wir öffnen am Montag“, sagte Karin Voss, 52, Chefin der Werft.",
			[]string{"Karin Voss [sagte] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, sagte die Vorsitzende der Gewerkschaft, Karin Voss, am Abend.",
			[]string{"die Vorsitzende der Gewerkschaft, Karin Voss=Karin Voss [sagte] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, sagte der aus Sarn stammende Abgeordnete Jens Ahlers.",
			[]string{"der aus Sarn stammende Abgeordnete Jens Ahlers=Jens Ahlers [sagte] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"„Wir öffnen am Montag“, versprach Konzernchef Jens Ahlers den Beschäftigten.",
			[]string{"Konzernchef Jens Ahlers=Jens Ahlers [versprach] promises, direct: „Wir öffnen am Montag“ → den Beschäftigten"},
		},
		{
			"Er sei, sagte Jens Ahlers, „kein Held“.",
			[]string{"Jens Ahlers [sagte] says, mixed: Er sei | „kein Held“"},
		},
		{
			"Das sei „unerträglich“, so Karin Voss.",
			[]string{"Karin Voss [so] says, mixed: Das sei „unerträglich“"},
		},
		{
			"Karin Voss sagte dem Sender, sie sei „enttäuscht“.",
			[]string{"Karin Voss [sagte] says, mixed: sie sei „enttäuscht“ → dem Sender"},
		},
		{
			"Wörtlich sagte Jens Ahlers: „Das war ein Fehler.“",
			[]string{"Jens Ahlers [sagte] says, direct: „Das war ein Fehler.“"},
		},
		{
			"In dem Brief schreibt Jens Ahlers: „Das war ein Fehler.“",
			[]string{"Jens Ahlers [schreibt] says, direct: „Das war ein Fehler.“"},
		},
		{
			"Jens Ahlers nannte den Vorschlag „ein Ablenkungsmanöver“.",
			[]string{"Jens Ahlers [nannte] says, direct: „ein Ablenkungsmanöver“"},
		},
		{
			"„Das war ein Fehler“, erinnert sich Jens Ahlers.",
			[]string{"Jens Ahlers [erinnert] says, direct: „Das war ein Fehler“"},
		},
		{
			"„Das war ein Fehler“, sagte Ministerin Karin Voss dem „Sarner Boten“.",
			[]string{"Ministerin Karin Voss=Karin Voss [sagte] says, direct: „Das war ein Fehler“ → dem „Sarner Boten“"},
		},
		{
			"Karin Voss ist Chefin der Werft. „Das war ein Fehler“, sagte Voss.",
			[]string{"Voss=Karin Voss [sagte] says, direct: „Das war ein Fehler“"},
		},
		{
			"Karin Voss ist Chefin der Werft. „Das war ein Fehler“, räumte die Chefin ein.",
			[]string{"die Chefin=Karin Voss [räumte] says, direct: „Das war ein Fehler“"},
		},
		{
			"„Ich“, ruft Karin Voss, „habe nichts gesehen.“",
			[]string{"Karin Voss [ruft] says, direct: „Ich“ | „habe nichts gesehen.“"},
		},
		{
			"Karin Voss winkt ab. „Das ist vorbei“, sagt sie. Sie lacht. „Ich habe andere Sorgen.“",
			[]string{
				"sie=Karin Voss [sagt] says, direct: „Das ist vorbei“",
				"Sie=Karin Voss [] says, direct: „Ich habe andere Sorgen.“",
			},
		},
		{
			"„Die Schleuse ist alt“, sagt Karin Voss.\n„Wir haben kein Geld“, sagt Jens Ahlers.\n„Das ist bekannt.“",
			[]string{
				"Karin Voss [sagt] says, direct: „Die Schleuse ist alt“",
				"Jens Ahlers [sagt] says, direct: „Wir haben kein Geld“",
				"Jens Ahlers [] says, direct: „Das ist bekannt.“",
			},
		},
		{
			"Der Betriebsrat sprach von einem „Schlag ins Gesicht“.",
			[]string{"Der Betriebsrat [sprach] says, direct: „Schlag ins Gesicht“"},
		},
		{
			"Auch die Opposition meldete sich: „Das ist zu wenig“, sagte Jens Ahlers.",
			[]string{"Jens Ahlers [sagte] says, direct: „Das ist zu wenig“"},
		},
		{
			"Bei der Gewerkschaft heißt es: „Das ist zu wenig.“",
			[]string{"der Gewerkschaft [heißt es] says, direct: „Das ist zu wenig.“"},
		},
		{
			"Sie seien „zu allem bereit“, kündigten die Streikenden an.",
			[]string{"die Streikenden [kündigten] says, mixed: Sie seien „zu allem bereit“"},
		},
		{
			"Die Streikenden kündigten an, „bis zum Ende“ zu bleiben.",
			[]string{"Die Streikenden [kündigten] says, mixed: „bis zum Ende“ zu bleiben"},
		},
		{
			"Jens Ahlers wird deutlicher: „Das ist Betrug.“",
			[]string{"Jens Ahlers [] says, direct: „Das ist Betrug.“"},
		},
		{
			"Die Antwort von Karin Voss: „Nein, niemals.“",
			[]string{"Karin Voss [] says, direct: „Nein, niemals.“"},
		},
	},
	"told": {
		{
			"Nach Überzeugung der Anklage hat der Mann die Halle angezündet.",
			[]string{"der Anklage [Nach Überzeugung] says, indirect: hat der Mann die Halle angezündet"},
		},
		{
			"Die Polizei geht von einem Unfall aus.",
			[]string{"Die Polizei [geht] says, indirect: einem Unfall"},
		},
		{
			"Karin Voss bezeichnete den Plan als falsch.",
			[]string{"Karin Voss [bezeichnete] says, indirect: den Plan als falsch"},
		},
		{
			"Karin Voss nannte den Plan übereilt.",
			[]string{"Karin Voss [nannte] says, indirect: den Plan übereilt"},
		},
		{
			"Karin Voss hält den Plan für falsch.",
			[]string{"Karin Voss [hält] says, indirect: den Plan für falsch"},
		},
		{
			"Jens Ahlers ließ offen, ob er bleibt.",
			[]string{"Jens Ahlers [ließ] says, indirect: ob er bleibt"},
		},
		{
			"Jens Ahlers kündigte Widerstand an.",
			[]string{"Jens Ahlers [kündigte] says, indirect: Widerstand"},
		},
		{
			"Jens Ahlers schloss einen Rücktritt aus.",
			[]string{"Jens Ahlers [schloss] says, indirect: einen Rücktritt"},
		},
		{
			"Jens Ahlers mahnte zur Vorsicht.",
			[]string{"Jens Ahlers [mahnte] says, indirect: zur Vorsicht"},
		},
		{
			"Zwar sei das Geld knapp, sagte Jens Ahlers, doch die Brücke müsse gebaut werden.",
			[]string{"Jens Ahlers [sagte] says, indirect: Zwar sei das Geld knapp | die Brücke müsse gebaut werden"},
		},
		{
			"Es sei falsch, dass die Stadt nichts tue, sagte Jens Ahlers.",
			[]string{"Jens Ahlers [sagte] says, indirect: Es sei falsch, dass die Stadt nichts tue"},
		},
		{
			"Jens Ahlers ist sich sicher, dass die Brücke hält.",
			[]string{"Jens Ahlers [ist] says, indirect: die Brücke hält"},
		},
		{
			"Der Rat solle zustimmen, forderte Jens Ahlers.",
			[]string{"Jens Ahlers [forderte] demands, indirect: Der Rat solle zustimmen"},
		},
		{
			"Der Konzern prüft nach eigenen Angaben den Verkauf.",
			[]string{"Der Konzern [nach eigenen Angaben] says, indirect: Der Konzern prüft | den Verkauf"},
		},
		{
			"Jens Ahlers beklagte, es fehle an Geld.",
			[]string{"Jens Ahlers [beklagte] says, indirect: es fehle an Geld"},
		},
		{
			"Jens Ahlers sagte, wenn das Wasser steige, müsse man gehen.",
			[]string{"Jens Ahlers [sagte] says, indirect: wenn das Wasser steige, müsse man gehen"},
		},
		{
			"Man habe, betonte Jens Ahlers, alles versucht.",
			[]string{"Jens Ahlers [betonte] says, indirect: Man habe | alles versucht"},
		},
		{
			"Jens Ahlers bestätigte den Bericht. Zu den Gründen wollte er nichts sagen.",
			[]string{"Jens Ahlers [bestätigte] says, indirect: den Bericht"},
		},
		{
			"Von Karin Voss hieß es, sie sei krank.",
			[]string{"Karin Voss [hieß es] says, indirect: sie sei krank"},
		},
		{
			"Kritiker werfen der Stadt vor, zu spät gehandelt zu haben.",
			[]string{"Kritiker [werfen] says, indirect: zu spät gehandelt zu haben → der Stadt"},
		},
		{
			"Einem Sprecher der Polizei zufolge wurde niemand verletzt.",
			[]string{"Einem Sprecher der Polizei [zufolge] says, indirect: wurde niemand verletzt"},
		},
		{
			"Dem Bericht zufolge fehlen 30 Millionen Euro.",
			[]string{"Dem Bericht [zufolge] says, indirect: fehlen 30 Millionen Euro"},
		},
		{
			"Das Ministerium spricht von 30 Toten.",
			[]string{"Das Ministerium [spricht] says, indirect: 30 Toten"},
		},
		{
			"Mitarbeiter berichten von langen Schichten.",
			[]string{"Mitarbeiter [berichten] says, indirect: langen Schichten"},
		},
	},
	"long ways to the verb": {
		{
			"„Wir haben alles geprüft. Nichts ist passiert“, sagte Karin Voss.",
			[]string{"Karin Voss [sagte] says, direct: „Wir haben alles geprüft. Nichts ist passiert“"},
		},
		{
			"„Nein! Niemals!“, rief Karin Voss.",
			[]string{"Karin Voss [rief] says, direct: „Nein! Niemals!“"},
		},
		{
			"›Wir öffnen‹, sagte Karin Voss.",
			[]string{"Karin Voss [sagte] says, direct: ›Wir öffnen‹"},
		},
		{
			"„Er hat ‚niemals‘ gesagt“, sagte Karin Voss.",
			[]string{
				"Karin Voss [sagte] says, direct: „Er hat ‚niemals‘ gesagt“",
				"Er [gesagt] says, direct: ‚niemals‘",
			},
		},
		{
			"„Wir öffnen“, sagte am Abend in einer Sitzung des Rates die Abgeordnete Karin Voss.",
			[]string{"die Abgeordnete Karin Voss=Karin Voss [sagte] says, direct: „Wir öffnen“"},
		},
		{
			"Die Staatsanwaltschaft Sarn teilte am Montag auf Anfrage mit, der Mann sei frei.",
			[]string{"Die Staatsanwaltschaft Sarn [teilte] says, indirect: der Mann sei frei"},
		},
		{
			"„Wir öffnen“, sagte eine mit der Sache vertraute Person.",
			[]string{"eine mit der Sache vertraute Person [sagte] says, direct: „Wir öffnen“"},
		},
		{
			"„Wir öffnen“, sagte Karin Voss – und lächelte.",
			[]string{"Karin Voss [sagte] says, direct: „Wir öffnen“"},
		},
		{
			"In einem Interview mit der „Woche“ sagte Karin Voss, man habe alles versucht.",
			[]string{"Karin Voss [sagte] says, indirect: man habe alles versucht"},
		},
		{
			"Nach der Sitzung sagte Karin Voss vor Journalisten, man habe alles versucht.",
			[]string{"Karin Voss [sagte] says, indirect: man habe alles versucht → Journalisten"},
		},
		{
			"Der Vorsitzende der Partei, der seit 2020 im Amt ist, sagte, man habe alles versucht.",
			[]string{"Der Vorsitzende der Partei, der seit 2020 im Amt ist [sagte] says, indirect: man habe alles versucht"},
		},
		{
			"Jens Ahlers – seit 2020 Chef der Werft – sagte, man habe alles versucht.",
			[]string{"Jens Ahlers – seit 2020 Chef der Werft=Jens Ahlers [sagte] says, indirect: man habe alles versucht"},
		},
		{
			"Jens Ahlers und Karin Voss sagten, man habe alles versucht.",
			[]string{"Jens Ahlers + Karin Voss [sagten] says, indirect: man habe alles versucht"},
		},
		{
			"Während Jens Ahlers sagte, das Geld reiche, erklärte Karin Voss, es fehle.",
			[]string{
				"Jens Ahlers [sagte] says, indirect: das Geld reiche",
				"Karin Voss [erklärte] says, indirect: es fehle",
			},
		},
		{
			"Anders als Jens Ahlers sagte Karin Voss, das Geld fehle.",
			[]string{"Karin Voss [sagte] says, indirect: das Geld fehle"},
		},
		{
			"Auch Jens Ahlers warnte, das Geld fehle.",
			[]string{"Jens Ahlers [warnte] says, indirect: das Geld fehle"},
		},
		{
			"Jens Ahlers sagte am Montag dem Sender NRF, das Geld fehle, und kündigte eine Klage an.",
			[]string{
				"Jens Ahlers [sagte] says, indirect: das Geld fehle → dem Sender NRF=NRF",
				"Jens Ahlers [kündigte] says, indirect: eine Klage",
			},
		},
		{
			"Die Lage sei ernst, teilte das Ministerium mit. Es gebe 30 Verletzte.",
			[]string{"das Ministerium [teilte] says, indirect: Die Lage sei ernst | Es gebe 30 Verletzte"},
		},
		{
			"Jens Ahlers, 47, sagte, das Geld fehle.",
			[]string{"Jens Ahlers, 47=Jens Ahlers [sagte] says, indirect: das Geld fehle"},
		},
		{
			"„Das Geld fehlt“, sagt Jens Ahlers vom Verband der Fischer.",
			[]string{"Jens Ahlers vom Verband der Fischer=Jens Ahlers [sagt] says, direct: „Das Geld fehlt“"},
		},
		{
			"„Das Geld fehlt“, sagt Verbandschef Jens Ahlers dieser Zeitung.",
			[]string{"Verbandschef Jens Ahlers=Jens Ahlers [sagt] says, direct: „Das Geld fehlt“ → dieser Zeitung"},
		},
		{
			"Ein Sprecher des Ministeriums sagte der Deutschen Presse-Agentur, das Geld fehle.",
			[]string{"Ein Sprecher des Ministeriums [sagte] says, indirect: das Geld fehle → der Deutschen Presse-Agentur=Deutschen Presse-Agentur"},
		},
		{
			"Das Geld reiche nicht aus, so die Ministerin. Man müsse sparen.",
			[]string{"die Ministerin [so] says, indirect: Das Geld reiche nicht aus | Man müsse sparen"},
		},
		{
			"Jens Ahlers sagte: Das Geld fehlt.",
			[]string{"Jens Ahlers [sagte] says, indirect: Das Geld fehlt"},
		},
		{
			"Jens Ahlers sagte, er wisse nicht, ob das Geld reicht, und wolle warten.",
			[]string{"Jens Ahlers [sagte] says, indirect: er wisse nicht, ob das Geld reicht, und wolle warten"},
		},
		{
			"Wie Jens Ahlers am Montag vor dem Rat erklärte, fehlt das Geld.",
			[]string{"Jens Ahlers [erklärte] says, indirect: fehlt das Geld"},
		},
		{
			"Das Geld fehlt, wie Jens Ahlers erklärte.",
			[]string{"Jens Ahlers [erklärte] says, indirect: Das Geld fehlt"},
		},
		{
			"Jens Ahlers hat den Vorwurf bestritten, Geld genommen zu haben.",
			[]string{"Jens Ahlers [bestritten] denies, indirect: Geld genommen zu haben"},
		},
		{
			"„Das Geld fehlt“, sagt er. Jens Ahlers ist seit 2020 im Rat. „Und niemand hört zu.“",
			[]string{
				"er [sagt] says, direct: „Das Geld fehlt“",
				"Jens Ahlers [] says, direct: „Und niemand hört zu.“",
			},
		},
		{
			"„Das Geld fehlt“, klagt Jens Ahlers (SPD), der im Rat sitzt.",
			[]string{"Jens Ahlers (SPD)=Jens Ahlers [klagt] says, direct: „Das Geld fehlt“"},
		},
		{
			"Das Geld werde im Mai ausgezahlt, versprach Jens Ahlers, der im Rat sitzt.",
			[]string{"Jens Ahlers [versprach] promises, indirect: Das Geld werde im Mai ausgezahlt"},
		},
	},
}
