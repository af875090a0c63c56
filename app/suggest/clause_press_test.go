package suggest

import "testing"

// germanPressRows are sentences as German newspapers write them, by what is particular about them, and what is said in them.
var germanPressRows = map[string][]statementRow{
	"pronouns and descriptions": {
		{
			"Ministerin Karin Voss besuchte den Hafen. „Wir öffnen am Montag“, sagte sie.",
			[]string{"sie=Karin Voss [sagte] says, direct: „Wir öffnen am Montag“"},
		},
		{
			"Angeklagt ist Thomas Rieger. „Ich war nicht dort“, sagte der 47-Jährige vor Gericht.",
			[]string{"der 47-Jährige=Thomas Rieger [sagte] says, direct: „Ich war nicht dort“"},
		},
		{
			"Karin Voss und Thomas Rieger stritten im Rat. Die 52-Jährige sagte, das Geld reiche nicht.",
			[]string{"Die 52-Jährige=Karin Voss [sagte] says, indirect: das Geld reiche nicht"},
		},
		{
			"Finanzminister Jens Ahlers reiste nach Brüssel. Der Minister kündigte an, die Steuer zu senken.",
			[]string{"Der Minister=Jens Ahlers [kündigte] says, indirect: die Steuer zu senken"},
		},
		{
			"Innenministerin Karin Voss traf Kanzler Jens Ahlers. Die Ministerin sagte, die Grenze bleibe offen.",
			[]string{"Die Ministerin=Karin Voss [sagte] says, indirect: die Grenze bleibe offen"},
		},
		{
			"Karin Voss (SPD) kandidiert wieder. Die Sozialdemokratin betonte, sie wolle gewinnen.",
			[]string{"Die Sozialdemokratin=Karin Voss [betonte] says, indirect: sie wolle gewinnen"},
		},
		{
			"Jens Ahlers (CDU) ist dagegen. Der CDU-Politiker warnte vor höheren Kosten.",
			[]string{"Der CDU-Politiker=Jens Ahlers [warnte] says, indirect: höheren Kosten"},
		},
		{
			"Karin Voss leitet die Gewerkschaft. Man werde streiken, kündigte die Gewerkschafterin an.",
			[]string{"die Gewerkschafterin=Karin Voss [kündigte] says, indirect: Man werde streiken"},
		},
		{
			"Die Gewerkschaft Kai sammelt Unterschriften. Sie fordert acht Prozent mehr Lohn.",
			[]string{"Sie [fordert] demands, indirect: acht Prozent mehr Lohn"},
		},
		{
			"Jens Ahlers traf seine Kollegin Karin Voss. Er sagte, der Vertrag gelte weiter.",
			[]string{"Er=Jens Ahlers [sagte] says, indirect: der Vertrag gelte weiter"},
		},
		{
			"Jens Ahlers traf seine Kollegin Karin Voss. Sie sagte, der Vertrag gelte weiter.",
			[]string{"Sie=Karin Voss [sagte] says, indirect: der Vertrag gelte weiter"},
		},
		{
			"Voss ist Bürgermeisterin von Sarn. Karin Voss sagte, die Brücke sei sicher. Voss fügte hinzu, das Geld fehle.",
			[]string{
				"Karin Voss [sagte] says, indirect: die Brücke sei sicher",
				"Voss=Karin Voss [fügte] says, indirect: das Geld fehle",
			},
		},
	},
	"verbs in two parts": {
		{
			"Minister Jens Ahlers warf der Opposition vor, den Haushalt zu blockieren.",
			[]string{"Minister Jens Ahlers=Jens Ahlers [warf] says, indirect: den Haushalt zu blockieren → der Opposition"},
		},
		{
			"Karin Voss lehnte es ab, zurückzutreten.",
			[]string{"Karin Voss [lehnte] declines, indirect: zurückzutreten"},
		},
		{
			"Der Verband wies die Vorwürfe zurück.",
			[]string{"Der Verband [wies] denies, indirect: die Vorwürfe"},
		},
		{
			"Die Kanzlerin stellte am Abend klar, dass es keine neuen Schulden geben werde.",
			[]string{"Die Kanzlerin [stellte] says, indirect: es keine neuen Schulden geben werde"},
		},
		{
			"Die Polizei wies darauf hin, dass die Straße gesperrt bleibe.",
			[]string{"Die Polizei [wies] says, indirect: die Straße gesperrt bleibe"},
		},
		{
			"Karin Voss sprach sich dafür aus, die Brücke zu sperren.",
			[]string{"Karin Voss [sprach] demands, indirect: die Brücke zu sperren"},
		},
		{
			"Der Bund räumte ein, die Kosten unterschätzt zu haben.",
			[]string{"Der Bund [räumte] says, indirect: die Kosten unterschätzt zu haben"},
		},
		{
			"Jens Ahlers forderte die Länder auf, mehr Geld zu geben.",
			[]string{"Jens Ahlers [forderte] demands, indirect: mehr Geld zu geben → die Länder"},
		},
		{
			"Die Werft rief ihre Kunden dazu auf, Ruhe zu bewahren.",
			[]string{"Die Werft [rief] demands, indirect: Ruhe zu bewahren → ihre Kunden"},
		},
		{
			"Der Konzern teilte mit, dass 300 Stellen wegfallen.",
			[]string{"Der Konzern [teilte] says, indirect: 300 Stellen wegfallen"},
		},
		{
			"Die Regierung hat angekündigt, die Grenze zu schließen.",
			[]string{"Die Regierung [angekündigt] says, indirect: die Grenze zu schließen"},
		},
		{
			"Der Konzern hatte am Montag mitgeteilt, das Werk zu schließen.",
			[]string{"Der Konzern [mitgeteilt] says, indirect: das Werk zu schließen"},
		},
		{
			"Zwei Wochen werde das dauern, teilte Sprecherin Karin Voss mit; vorher sei nichts zu sagen.",
			[]string{"Sprecherin Karin Voss=Karin Voss [teilte] says, indirect: Zwei Wochen werde das dauern | vorher sei nichts zu sagen"},
		},
		{
			"Karin Voss zeigte sich überzeugt, dass die Brücke hält.",
			[]string{"Karin Voss [zeigte] says, indirect: die Brücke hält"},
		},
		{
			"Jens Ahlers machte deutlich, dass er bleiben will.",
			[]string{"Jens Ahlers [machte] says, indirect: er bleiben will"},
		},
		{
			"Die Behörde geht davon aus, dass das Wasser weiter steigt.",
			[]string{"Die Behörde [geht] says, indirect: das Wasser weiter steigt"},
		},
		{
			"Jens Ahlers setzte sich dafür ein, die Schule zu erhalten.",
			[]string{"Jens Ahlers [setzte] demands, indirect: die Schule zu erhalten"},
		},
	},
	"told on in the subjunctive": {
		{
			"Die Brücke sei sicher, sagte Karin Voss. Sie werde jede Woche geprüft | Risse gebe es keine.",
			[]string{
				"Karin Voss [sagte] says, indirect: Die Brücke sei sicher | Sie werde jede Woche geprüft | Risse gebe es keine",
			},
		},
		{
			"Jens Ahlers wies die Kritik zurück. Der Vertrag sei geprüft worden, Fehler habe es nicht gegeben.",
			[]string{
				"Jens Ahlers [wies] denies, indirect: die Kritik | Der Vertrag sei geprüft worden, Fehler habe es nicht gegeben",
			},
		},
		{
			"Karin Voss verteidigte den Plan. Er spare zwölf Millionen Euro.",
			[]string{"Karin Voss [] says, indirect: Er spare zwölf Millionen Euro"},
		},
		{
			"Der Konzern teilte mit, dass das Werk schließt. Grund sei der Mangel an Personal.",
			[]string{"Der Konzern [teilte] says, indirect: das Werk schließt | Grund sei der Mangel an Personal"},
		},
		{
			"Er habe nichts gewusst, sagte Jens Ahlers. „Niemand hat mich gefragt.“ Nun wolle er aufklären.",
			[]string{"Jens Ahlers [sagte] says, mixed: Er habe nichts gewusst | „Niemand hat mich gefragt.“ | Nun wolle er aufklären"},
		},
		{
			"Die Lage sei ernst, sagte Karin Voss. Nach Angaben der Polizei sei niemand verletzt.",
			[]string{
				"Karin Voss [sagte] says, indirect: Die Lage sei ernst",
				"der Polizei [Nach Angaben] says, indirect: sei niemand verletzt",
			},
		},
	},
	"quotations that go on": {
		{
			"„Das war ein Fehler“, sagte Karin Voss. „Wir hätten warten müssen.“ Der Rat schwieg.",
			[]string{"Karin Voss [sagte] says, direct: „Das war ein Fehler“ | „Wir hätten warten müssen.“"},
		},
		{
			"„Elf“, sagt Karin Voss. „Und das zwölfte suchen wir.“",
			[]string{"Karin Voss [sagt] says, direct: „Elf“ | „Und das zwölfte suchen wir.“"},
		},
		{
			"„Wir schlafen nicht“, sagt Karin Voss, „weil wir Angst haben.“",
			[]string{"Karin Voss [sagt] says, direct: „Wir schlafen nicht“ | „weil wir Angst haben.“"},
		},
		{
			"Karin Voss schüttelt den Kopf. „Der Staat kann keine Brücken backen.“",
			[]string{"Karin Voss [] says, direct: „Der Staat kann keine Brücken backen.“"},
		},
		{
			"Karin Voss ist enttäuscht: „Wir haben alles versucht.“",
			[]string{"Karin Voss [] says, direct: „Wir haben alles versucht.“"},
		},
		{
			"Bürgermeisterin Karin Voss: „Wir haben alles versucht.“",
			[]string{"Bürgermeisterin Karin Voss=Karin Voss [] says, direct: „Wir haben alles versucht.“"},
		},
		{
			"„Haben Sie das Geld?“, fragte Jens Ahlers. „Nein“, antwortete Karin Voss.",
			[]string{
				"Jens Ahlers [fragte] asks, direct: „Haben Sie das Geld?“",
				"Karin Voss [antwortete] says, direct: „Nein“",
			},
		},
		{
			"Sie sagte: „Wir bleiben.“ Und: „Niemand geht.“",
			[]string{"Sie [sagte] says, direct: „Wir bleiben.“ | „Niemand geht.“"},
		},
		{
			"Man brauche nicht mehr Personal, „sondern bessere Schlösser“, sagte Jens Ahlers.",
			[]string{"Jens Ahlers [sagte] says, mixed: Man brauche nicht mehr Personal, „sondern bessere Schlösser“"},
		},
		{
			"Karin Voss sprach von einem „schweren Fehler“.",
			[]string{"Karin Voss [sprach] says, direct: „schweren Fehler“"},
		},
		{
			"Als „unverantwortlich“ bezeichnete Jens Ahlers den Plan.",
			[]string{"Jens Ahlers [bezeichnete] says, direct: „unverantwortlich“"},
		},
		{
			"Der Plan, so Jens Ahlers weiter, „ist nicht bezahlbar“.",
			[]string{"Jens Ahlers [so] says, mixed: Der Plan | „ist nicht bezahlbar“"},
		},
	},
	"in the middle of the sentence": {
		{
			"Die Brücke, sagte Karin Voss am Montag, müsse gesperrt werden.",
			[]string{"Karin Voss [sagte] says, indirect: Die Brücke | müsse gesperrt werden"},
		},
		{
			"Man könne, spottete er, nicht jeden Abend feiern.",
			[]string{"er [spottete] says, indirect: Man könne | nicht jeden Abend feiern"},
		},
		{
			"Der Hafen werde, so der Minister, im Mai geöffnet.",
			[]string{"der Minister [so] says, indirect: Der Hafen werde | im Mai geöffnet"},
		},
		{
			"Der Hafen wird, wie Minister Jens Ahlers sagte, im Mai geöffnet.",
			[]string{"Minister Jens Ahlers=Jens Ahlers [sagte] says, indirect: Der Hafen wird | im Mai geöffnet"},
		},
		{
			"Wer jetzt spart, schreibt Karin Voss in einem Gutachten, zahlt später doppelt.",
			[]string{"Karin Voss [schreibt] says, indirect: Wer jetzt spart | zahlt später doppelt"},
		},
		{
			"Sie wolle bis Juni entscheiden, sagte Karin Voss, und sie sei zuversichtlich.",
			[]string{"Karin Voss [sagte] says, indirect: Sie wolle bis Juni entscheiden | sie sei zuversichtlich"},
		},
		{
			"Zu teuer, findet Karin Voss.",
			[]string{"Karin Voss [findet] says, indirect: Zu teuer"},
		},
		{
			"Er habe einen anderen Termin, ließ Jens Ahlers ausrichten.",
			[]string{"Jens Ahlers [ließ] says, indirect: Er habe einen anderen Termin"},
		},
	},
	"according to": {
		{
			"Laut Polizei wurden drei Menschen verletzt.",
			[]string{"Polizei [Laut] says, indirect: wurden drei Menschen verletzt"},
		},
		{
			"Nach Angaben der Feuerwehr brannten zwei Häuser.",
			[]string{"der Feuerwehr [Nach Angaben] says, indirect: brannten zwei Häuser"},
		},
		{
			"Angaben der Feuerwehr zufolge brannten zwei Häuser.",
			[]string{"der Feuerwehr [zufolge] says, indirect: brannten zwei Häuser"},
		},
		{
			"Nach Einschätzung von Karin Voss ist die Gefahr gering.",
			[]string{"Karin Voss [Nach Einschätzung von] says, indirect: ist die Gefahr gering"},
		},
		{
			"Aus Sicht des Verbands fehlt das Geld.",
			[]string{"des Verbands [Aus Sicht] says, indirect: fehlt das Geld"},
		},
		{
			"Wie Jens Ahlers weiter sagte, ist der Vertrag unterschrieben.",
			[]string{"Jens Ahlers [sagte] says, indirect: ist der Vertrag unterschrieben"},
		},
		{
			"Wie es aus Regierungskreisen hieß, ist der Vertrag unterschrieben.",
			[]string{"Regierungskreisen [hieß] says, indirect: ist der Vertrag unterschrieben"},
		},
		{
			"Aus dem Ministerium hieß es, der Vertrag sei unterschrieben.",
			[]string{"dem Ministerium [hieß es] says, indirect: der Vertrag sei unterschrieben"},
		},
		{
			"In der Vorlage heißt es: „Der Hafen wird geschlossen.“",
			[]string{"der Vorlage [heißt es] says, direct: „Der Hafen wird geschlossen.“"},
		},
		{
			"Für Jens Ahlers ist der Plan gescheitert.",
			[]string{"Jens Ahlers [Für] says, indirect: ist der Plan gescheitert"},
		},
		{
			"34 Milliarden Euro fehlen, so steht es in einer Vorlage.",
			[]string{"einer Vorlage [so steht es] says, indirect: 34 Milliarden Euro fehlen"},
		},
		{
			"Der Hafen werde geschlossen, hieß es am Abend aus dem Ministerium.",
			[]string{"dem Ministerium [hieß es] says, indirect: Der Hafen werde geschlossen"},
		},
	},
	"said of others": {
		{
			"Er soll nach Angaben von Teilnehmern gerufen haben, dass man verloren sei.",
			[]string{"Teilnehmern [nach Angaben von] says, indirect: Er soll | gerufen haben, dass man verloren sei"},
		},
		{
			"Karin Voss will davon nichts gewusst haben.",
			[]string{"Karin Voss [will] says, indirect: davon nichts gewusst haben"},
		},
		{
			"Die Regierung will die Steuer senken.",
			[]string{"Die Regierung [will] says, indirect: die Steuer senken"},
		},
		{
			"Jens Ahlers möchte bis Mai verhandeln.",
			[]string{"Jens Ahlers [möchte] says, indirect: bis Mai verhandeln"},
		},
		{"Der Konzern wollte sich zu dem Bericht nicht äußern.", nil},
	},
	"papers that say": {
		{
			"Der Bericht stellt fest, dass die Brücke unsicher ist.",
			[]string{"Der Bericht [stellt] says, indirect: die Brücke unsicher ist"},
		},
		{
			"Das Gutachten kommt zu dem Schluss, dass die Brücke unsicher ist.",
			[]string{"Das Gutachten [kommt] says, indirect: die Brücke unsicher ist"},
		},
		{
			"Die Studie zeigt, dass die Preise steigen.",
			[]string{"Die Studie [zeigt] says, indirect: die Preise steigen"},
		},
		{
			"Der Entwurf sieht vor, dass die Steuer sinkt.",
			[]string{"Der Entwurf [sieht] says, indirect: die Steuer sinkt"},
		},
		{
			"Das Gericht entschied, dass der Vertrag ungültig ist.",
			[]string{"Das Gericht [entschied] says, indirect: der Vertrag ungültig ist"},
		},
	},
	"nouns that say": {
		{
			"Die Forderung der Opposition, die Klinik zu verstaatlichen, ist alt.",
			[]string{"der Opposition [Forderung] demands, indirect: die Klinik zu verstaatlichen"},
		},
		{
			"Den Vorwurf von Jens Ahlers, die Stadt habe geschlafen, hört man oft.",
			[]string{"Jens Ahlers [Vorwurf] says, indirect: die Stadt habe geschlafen"},
		},
		{
			"Die Warnung des Verbands, dass Züge ausfallen, kam zu spät.",
			[]string{"des Verbands [Warnung] says, indirect: Züge ausfallen"},
		},
		{
			"Die Ankündigung der Regierung, die Steuer zu senken, freut niemanden.",
			[]string{"der Regierung [Ankündigung] says, indirect: die Steuer zu senken"},
		},
		{
			"Seine Drohung, den Hafen zu schließen, nahm Jens Ahlers nicht ernst.",
			[]string{"Seine [Drohung] threatens, indirect: den Hafen zu schließen"},
		},
	},
	"verbs and their order": {
		{
			"Davor warnt Karin Voss: Wer jetzt spart, zahlt später doppelt.",
			[]string{"Karin Voss [warnt] says, indirect: Wer jetzt spart, zahlt später doppelt"},
		},
		{
			"In seinem Bericht räumte er ein, Geld genommen zu haben.",
			[]string{"er [räumte] says, indirect: Geld genommen zu haben"},
		},
		{
			"Darin räumte Jens Ahlers ein, Geld genommen zu haben.",
			[]string{"Jens Ahlers [räumte] says, indirect: Geld genommen zu haben"},
		},
		{
			"Dass es ein Wolf war, bezweifelt Karin Voss.",
			[]string{"Karin Voss [bezweifelt] says, indirect: es ein Wolf war"},
		},
		{
			"Ob die Brücke hält, konnte Jens Ahlers nicht sagen.",
			nil,
		},
		{
			"Am Montag hatte Karin Voss noch gesagt, die Brücke sei sicher.",
			[]string{"Karin Voss [gesagt] says, indirect: die Brücke sei sicher"},
		},
		{
			"Auf die Frage, ob sie bleibt, antwortete sie knapp: „Ja.“",
			[]string{"sie [antwortete] says, direct: „Ja.“"},
		},
		{
			"Jens Ahlers dankte den Helfern und bat das Publikum, ruhig zu bleiben.",
			[]string{"Jens Ahlers [bat] asks, indirect: ruhig zu bleiben → das Publikum"},
		},
		{
			"Kritik kam von Karin Voss: Der Plan sei zu teuer.",
			[]string{"Karin Voss [Kritik] says, indirect: Der Plan sei zu teuer"},
		},
		{
			"Der Verband rechnet mit 2.000 Teilnehmern.",
			[]string{"Der Verband [rechnet] says, indirect: mit 2.000 Teilnehmern"},
		},
		{
			"Opposition fordert Rücktritt",
			[]string{"Opposition [fordert] demands, indirect: Rücktritt"},
		},
		{
			"Bürgermeisterin: Schließung „ein Schlag ins Gesicht“",
			[]string{"Bürgermeisterin [] says, mixed: Schließung „ein Schlag ins Gesicht“"},
		},
		{
			"Bayern droht mit einer Klage.",
			[]string{"Bayern [droht] threatens, indirect: mit einer Klage"},
		},
	},
}

func TestGermanNewspapersTellWhoSaysWhat(t *testing.T) {
	for _, all := range []map[string][]statementRow{germanPressRows, germanPressMoreRows} {
		for kind, rows := range all {
			t.Run(kind, func(t *testing.T) {
				for _, row := range rows {
					checkStatementsIn(t, row, "de")
				}
			})
		}
	}
}
