package suggest

import (
	"slices"
	"strings"
	"testing"
)

// ledRows are sentences in which one verb leads to the one that tells who says what.
var ledRows = map[string][]statementRow{
	"fr": {
		{"Le préfet s'est borné à indiquer qu'aucune demande ne lui était parvenue.", []string{
			"Le préfet [indiquer] says, indirect: aucune demande ne lui était parvenue",
		}},
		{"« Rien n'est joué », a tenu à nuancer la présidente de la région, Odile Lenz.", []string{
			"la présidente de la région, Odile Lenz=Odile Lenz [nuancer] says, direct: « Rien n'est joué »",
		}},
		{"Odile Lenz, la maire, a laissé entendre qu'une lettre partirait. Le préfet continue d'affirmer que la digue tient.", []string{
			"Odile Lenz, la maire=Odile Lenz [laissé entendre] says, indirect: une lettre partirait",
			"Le préfet [affirmer] says, indirect: la digue tient",
		}},
		{"La présidente n'a cessé de répéter que le budget était voté.", []string{
			"La présidente [répéter] says, indirect: le budget était voté",
		}},
		{"Le préfet n'a pas tenu à préciser que la route rouvrirait. Le maire hésite à dire que la digue cédera. La digue tient à un fil.", nil},
	},
	"es": {
		{"El alcalde, Tomás Lenz, quiso aclarar que la obra sigue. La empresa se limitó a decir que esperará.", []string{
			"El alcalde, Tomás Lenz=Tomás Lenz [aclarar] says, indirect: la obra sigue",
			"La empresa [decir] says, indirect: esperará",
		}},
		{"El fiscal sigue sosteniendo que hubo delito. El ministro tuvo que admitir que el plan llegó tarde.", []string{
			"El fiscal [sosteniendo] says, indirect: hubo delito",
			"El ministro [admitir] says, indirect: el plan llegó tarde",
		}},
		{"El alcalde no duda en decir que la obra es cara. La portavoz ha dejado entrever que habrá elecciones.", []string{
			"El alcalde [decir] says, indirect: la obra es cara",
			"La portavoz [dejado entrever] says, indirect: habrá elecciones",
		}},
		{"El acusado no quiso aclarar que la conocía.", []string{
			"El acusado [no quiso] declines, indirect: aclarar que la conocía",
		}},
		{"La empresa no se limitó a decir que no. El alcalde duda en decir que la obra es cara. El ministro salió a pasear.", nil},
	},
}

func TestAVerbMayLeadToOneOfSaying(t *testing.T) {
	checkLanguages(t, ledRows)
}

// whoRows are sentences in which other words stand between a verb and who does it.
var whoRows = map[string][]statementRow{
	"fr": {
		{"« Je reste », prévient par téléphone Odile Lenz. « Nous aussi », confie à nos confrères Bruno Kessel, le patron du port.", []string{
			"Odile Lenz [prévient] says, direct: « Je reste »",
			"Bruno Kessel, le patron du port=Bruno Kessel [confie] says, direct: « Nous aussi » → nos confrères",
		}},
		{"La grève continue, tandis que le ministre, Bruno Kessel, assurait que la porte restait « ouverte ».", []string{
			"le ministre, Bruno Kessel=Bruno Kessel [assurait] says, mixed: la porte restait « ouverte »",
		}},
		{"« Il faut partir », a dit au maire Bruno Kessel la préfète.", []string{
			"la préfète [dit] says, direct: « Il faut partir » → maire Bruno Kessel=Bruno Kessel",
		}},
	},
	"es": {
		{"«Nos quitaron los teléfonos», relató a esta agencia Ana Lenz. «Vamos a ver», respondió ante la prensa Tomás Kessel.", []string{
			"Ana Lenz [relató] says, direct: «Nos quitaron los teléfonos» → esta agencia",
			"Tomás Kessel [respondió] says, direct: «Vamos a ver» → la prensa",
		}},
		{"Los empresarios, inquietos por la caída de la moneda, reclaman calma.", []string{
			"Los empresarios, inquietos por la caída de la moneda [reclaman] demands, indirect: calma",
		}},
		{"La alcaldesa, molesta con la prensa, pidió una tregua.", []string{
			"La alcaldesa, molesta con la prensa [pidió] demands, indirect: una tregua",
		}},
		{"Ana Lenz presentó el plan. Eso sí, admitió que las obras van con retraso.", []string{
			"Ana Lenz [admitió] says, indirect: las obras van con retraso",
		}},
		{"Por la noche, en la radio, pidió calma. El Gobierno estudia el plan que pidió el alcalde.", nil},
	},
}

func TestWhoSaysSomethingStandsBehindOtherWords(t *testing.T) {
	checkLanguages(t, whoRows)
}

func TestAMinistryIsNamedByItsFieldInSmallLetters(t *testing.T) {
	for language, said := range map[string]string{
		"fr": "Le ministère de la transition écologique se tait. Le ministère de la culture aussi. Ce ministère n'a rien dit.",
		"es": "El ministerio de sanidad calla. El ministerio no dijo nada.",
	} {
		want := map[string][]string{
			"fr": {"ministère de la transition écologique", "ministère de la culture"}, "es": {"ministerio de sanidad"},
		}[language]
		var got []string
		for _, s := range mentionsIn(t, knowing(), language, said) {
			words, _, _ := strings.Cut(s, " = ")
			got = append(got, words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, and not %q", said, got, want)
		}
	}
}
