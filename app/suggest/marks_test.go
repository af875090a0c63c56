package suggest

import (
	"strings"
	"testing"
)

// markedRows are texts in languages of which no verb is known.
var markedRows = map[string][]statementRow{
	"it": {
		{
			"«Il ponte resta chiuso fino a lunedì», ha detto Anna Rossetti, sindaca di Varro. «Nessuno ci ha chiesto niente.» Piove.",
			[]string{
				"Anna Rossetti [ha detto] says, direct: «Il ponte resta chiuso fino a lunedì»",
				"Anna Rossetti [] says, direct: «Nessuno ci ha chiesto niente.»",
			},
		},
		{
			"Secondo Anna Rossetti la strada è «pericolosa, e lo è da anni». Ha letto «Il Mare Lungo di Casa».",
			[]string{"Anna Rossetti [] says, direct: «pericolosa, e lo è da anni»"},
		},
		{"«Nessuno ci ha chiesto niente.» Piove su tutti noi.", nil},
	},
	"pl": {{
		"„Most pozostanie zamknięty do jutra” – powiedziała Anna Kowalska. Jan Nowak dodał: „Nikt nas nie zapytał o zdanie”.",
		[]string{
			"Anna Kowalska [powiedziała] says, direct: „Most pozostanie zamknięty do jutra”",
			"Jan Nowak [dodał] says, direct: „Nikt nas nie zapytał o zdanie”",
		},
	}},
	"nl": {{
		"„De brug blijft dicht tot maandag”, zei Anna Visser.",
		[]string{"Anna Visser [zei] says, direct: „De brug blijft dicht tot maandag”"},
	}},
	"tr": {{
		"Anna Kaya, “Köprü pazartesi gününe kadar kapalı kalacak” dedi.",
		[]string{"Anna Kaya [] says, direct: “Köprü pazartesi gününe kadar kapalı kalacak”"},
	}},
}

func TestInALanguageWithoutVerbsQuotationsAreOfThoseNamedBesideThem(t *testing.T) {
	checkLanguages(t, markedRows)
}

func TestOfManyQuotationsWithoutVerbsEachIsTheirsWhoIsNamedBesideIt(t *testing.T) {
	const times = 400
	row := statementRow{said: strings.Repeat("«Il ponte resta chiuso a tutti», ha detto Anna Rossetti. ", times)}
	for range times {
		row.want = append(row.want, "Anna Rossetti [ha detto] says, direct: «Il ponte resta chiuso a tutti»")
	}
	checkStatementsIn(t, row, "it")
}
