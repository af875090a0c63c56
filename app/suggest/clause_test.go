package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// germanRows are German texts, and what is said in them.
var germanRows = []statementRow{
	{
		"„Die Schleusen sind geprüft“, sagte Anna Kessel vor Journalisten. „Jetzt fehlen nur noch die Schiffe.“",
		[]string{"Anna Kessel [sagte] says, direct: „Die Schleusen sind geprüft“ | „Jetzt fehlen nur noch die Schiffe.“ → Journalisten"},
	},
	{
		"Das Ministerium teilte am Sonntag mit, bei dem Angriff seien drei Soldaten verletzt worden.",
		[]string{"Das Ministerium [teilte] says, indirect: bei dem Angriff seien drei Soldaten verletzt worden"},
	},
	{
		"Der Hafen ist seit gestern offen. Das gab Minister Jens Ahlers (SPD) bekannt.",
		[]string{"Minister Jens Ahlers (SPD)=Jens Ahlers [gab] says, indirect: Der Hafen ist seit gestern offen"},
	},
	{
		"Wie die Polizei mitteilte, wurde niemand verletzt.",
		[]string{"die Polizei [mitteilte] says, indirect: wurde niemand verletzt"},
	},
	{
		"Die Lage, sagte Anna Kessel, sei ernst. Man müsse jetzt handeln.",
		[]string{"Anna Kessel [sagte] says, indirect: Die Lage | sei ernst | Man müsse jetzt handeln"},
	},
	{
		"Laut einem Sprecher liegen noch 14 Schiffe vor der Küste. Experten zufolge reichen die Mittel nicht.",
		[]string{
			"einem Sprecher [Laut] says, indirect: liegen noch 14 Schiffe vor der Küste",
			"Experten [zufolge] says, indirect: reichen die Mittel nicht",
		},
	},
	{
		"„Die Pfleger“, so Gewerkschaftschefin Anna Kessel, „warten seit Jahren.“",
		[]string{"Gewerkschaftschefin Anna Kessel=Anna Kessel [so] says, direct: „Die Pfleger“ | „warten seit Jahren.“"},
	},
	{
		"Die Lage sei unter Kontrolle, heißt es aus dem Ministerium.",
		[]string{"dem Ministerium [heißt es] says, indirect: Die Lage sei unter Kontrolle"},
	},
	{
		"Präsident Viktor Salm bestritt, dass es ein Abkommen gebe. Er drohte, den Hafen zu schließen.",
		[]string{
			"Präsident Viktor Salm=Viktor Salm [bestritt] denies, indirect: es ein Abkommen gebe",
			"Er=Viktor Salm [drohte] threatens, indirect: den Hafen zu schließen",
		},
	},
	{
		"Die Werft habe Geld versteckt, sagte Anna Kessel der „Neuen Presse“.",
		[]string{"Anna Kessel [sagte] says, indirect: Die Werft habe Geld versteckt → der „Neuen Presse“"},
	},
	{
		"Wie die „Neue Presse“ unter Berufung auf Regierungskreise berichtet, gibt es Streit.",
		[]string{"Regierungskreise [berichtet] says, indirect: gibt es Streit ← die „Neue Presse“"},
	},
	{
		"Anna Kessel, die dem Rat angehört, nannte den Plan „ein Feigenblatt“ und kündigte eine Anfrage an.",
		[]string{
			"Anna Kessel, die dem Rat angehört=Anna Kessel [nannte] says, direct: „ein Feigenblatt“",
			"Anna Kessel, die dem Rat angehört=Anna Kessel [kündigte] says, indirect: eine Anfrage",
		},
	},
	{"Man muss sagen, dass der Hafen zu ist. Niemand hat etwas gesagt.", nil},
}

func TestWhoSaysWhatIsReadFromGerman(t *testing.T) {
	for _, row := range germanRows {
		checkStatementsIn(t, row, "de")
	}
}

func TestPositionsAreReadFromGerman(t *testing.T) {
	b, err := text.NewBody("Der Verband lehnt die Reform ab. Minister Jens Ahlers verteidigte den Entwurf.")
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: Know(nil)}
	var all []string
	for _, p := range r.Read(Text{Known: r.Known, Body: b}, Facts{Language: "de"}) {
		if p.Kind == store.KindPosition {
			all = append(all, wordsAndNames(p.Stand.Holders)+" "+string(p.Stand.Stance)+" "+b.Slice(p.Stand.Target.Span))
		}
	}
	want := "Der Verband oppose die Reform\nMinister Jens Ahlers=Jens Ahlers support den Entwurf"
	if got := strings.Join(all, "\n"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestTheLanguageOfATextIsKnownByItsLettersAndSmallWords(t *testing.T) {
	for said, want := range map[string]string{
		"Der Hafen von Lissel ist seit gestern wieder offen, und die Schiffe fahren in die Stadt.": "de",
		"The harbour is open again, and the ships are on their way to the town.":                   "en",
		"Lissel Varro Norvia":                   "",
		"Володимир Гнатюк, Лисель":              "",
		"Олена Іваненко, Лисель":                "uk",
		"Вадим Рыбаков, Лисель":                 "ru",
		"«Это ложь», – заявила Олена Іваненко.": "ru",
		"Рыбаков is what they call him.":        "en",
		"Алена Рыбакоў, Лісель":                 "",
	} {
		b, err := text.NewBody(said)
		if err != nil {
			t.Fatal(err)
		}
		if got := newDocument(Text{Known: Know(nil), Body: b}, Facts{}).language(); got != want {
			t.Errorf("%q is in %q", said, got)
		}
	}
}
