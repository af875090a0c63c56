package suggest

import "testing"

// namedRows are passages that tell of somebody without a name who has one for all that.
var namedRows = map[string][]statementRow{
	"fr": {
		{"L'entraîneur est resté muet. « Pas ce soir », a-t-il dit.", []string{
			"il [dit] says, direct: « Pas ce soir »",
		}},
		{"Le préfet assure que tout va bien. Odilon Lenz, qui part en juin, a félicité les élus.", []string{
			"Le préfet=Odilon Lenz [assure] says, indirect: tout va bien",
		}},
		{"Le gérant, Odo Lenz, a comparu. Selon ses dires, « tout le monde le savait ».", []string{
			"ses=Odo Lenz [Selon ses dires] says, direct: « tout le monde le savait »",
		}},
		{"Le président, Odo Lenz, et son épouse, Carla Kessel, ont voté. Son épouse a dit qu'elle était fatiguée.", []string{
			"Son épouse=Carla Kessel [dit] says, indirect: elle était fatiguée",
		}},
	},
	"es": {
		{"El entrenador no quiso hablar. «Hoy no», pidió. Sergio Kessel, que acaba contrato en junio, elogió a la afición.", []string{
			"El entrenador=Sergio Kessel [no quiso] declines, indirect: hablar",
			"El entrenador=Sergio Kessel [pidió] demands, direct: «Hoy no»",
		}},
		{"La vicepresidenta, Rosa Lenz, habló. La también ministra de Trabajo recordó que el paro baja.", []string{
			"La también ministra de Trabajo=Rosa Lenz [recordó] says, indirect: el paro baja",
		}},
		{"La patronal, presidida por Hugo Lenz, aseguró que negociará.", []string{
			"La patronal, presidida por Hugo Lenz [aseguró] says, indirect: negociará",
		}},
		{"El departamento que dirige Elena Lenz precisó que no hay más sospechosos.", []string{
			"El departamento [precisó] says, indirect: no hay más sospechosos",
		}},
		{"La consejera aseguró que habrá médicos. Elena Lenz lo prometió ya en enero.", []string{
			"La consejera=Elena Lenz [aseguró] says, indirect: habrá médicos",
			"Elena Lenz [prometió] promises, indirect: lo",
		}},
		{"Aurelio Kessel compareció ante el juez. Según su versión, «todo el mundo lo sabía». El juez le advirtió de que mentía.", []string{
			"su=Aurelio Kessel [Según su versión] says, direct: «todo el mundo lo sabía»",
			"El juez [advirtió] says, indirect: mentía",
		}},
		{"«Hemos esperado demasiado.\n»Ahora toca actuar», dijo la vicepresidenta, Julia Lenz.", []string{
			"la vicepresidenta, Julia Lenz=Julia Lenz [dijo] says, direct: «Hemos esperado demasiado. | »Ahora toca actuar»",
		}},
	},
}

func TestSomebodyWithoutANameIsNamedByTheSentencesAround(t *testing.T) {
	checkLanguages(t, namedRows)
}

// A text that ends with the determiner of who speaks is read to its end.
func TestATextThatEndsWithADeterminerIsRead(t *testing.T) {
	for _, said := range []string{"« Je pars », a ajouté la", "«Me voy», añadió la"} {
		for _, language := range []string{"fr", "es"} {
			saidIn(t, said, language)
		}
	}
}
