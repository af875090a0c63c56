package suggest

import "testing"

// referredRows are sentences of which the speaker is told by another word, by a pronoun, or behind a verb that is hardly known.
var referredRows = map[string][]statementRow{
	"fr": {
		{"Le ministre Olivier Lenz a annoncé que la ligne rouvrirait. « Il ment », a accusé leur porte-parole, Lise Kessel.", []string{
			"Le ministre Olivier Lenz=Olivier Lenz [annoncé] says, indirect: la ligne rouvrirait",
			"leur porte-parole, Lise Kessel=Lise Kessel [accusé] says, direct: « Il ment »",
		}},
		{"« Mon client est effondré », a réagi son avocate, Me Sonia Lenz. « C'est injuste », proteste une retraitée.", []string{
			"son avocate, Me Sonia Lenz=Sonia Lenz [réagi] says, direct: « Mon client est effondré »",
			"une retraitée [proteste] says, direct: « C'est injuste »",
		}},
		{"Maud Lenz entraîne le club. « C'est volé », a-t-elle dit. " +
			"Son rival, Éric Kessel, sourit. La technicienne a promis de faire appel.", []string{
			"elle=Maud Lenz [dit] says, direct: « C'est volé »",
			"La technicienne=Maud Lenz [promis] promises, indirect: de faire appel",
		}},
		{"Odo Lenz accuse son successeur, Rudi Kessel, de « brader le pays ». Pour elle, c'est « trop tard ».", []string{
			"Odo Lenz [accuse] says, direct: « brader le pays »",
			"elle [Pour] says, mixed: c'est « trop tard »",
		}},
		{"L'évêque, Paul Lenz, écoute. L'édile a répondu que l'affiche resterait. Le prélat a dit qu'il reviendrait.", []string{
			"L'édile [répondu] says, indirect: l'affiche resterait",
			"Le prélat=Paul Lenz [dit] says, indirect: il reviendrait",
		}},
		{"Hélène Lenz dénonce « un passage en force » de la direction. Celle-ci répond que les négociations durent.", []string{
			"Hélène Lenz [dénonce] says, direct: « un passage en force »",
			"Celle-ci [répond] says, indirect: les négociations durent",
		}},
	},
	"es": {
		{"Elvira Lenz denuncia «una imposición» de la dirección. Esta responde que la negociación sigue abierta.", []string{
			"Elvira Lenz [denuncia] says, mixed: «una imposición» de la dirección",
			"Esta [responde] says, indirect: la negociación sigue abierta",
		}},
		{"Magda Lenz habló. Su rival, Enrique Kessel, felicitó a todos. " +
			"Para él, «el marcador es lógico». La técnica prometió que recurrirá.", []string{
			"él=Enrique Kessel [Para] says, direct: «el marcador es lógico»",
			"La técnica=Magda Lenz [prometió] promises, indirect: recurrirá",
		}},
		{"En un vídeo, el alcalde acusa a su sucesor, Rodolfo Kessel, de «malvender el país». " +
			"El representante del ministerio público recordó que ya avisó.", []string{
			"el alcalde [acusa] says, direct: «malvender el país»",
			"El representante del ministerio público [recordó] says, indirect: ya avisó",
		}},
		{"«El ministro miente», acusó la portavoz de los usuarios, Luisa Kessel. Según pudo saber este diario, ambos hablaron.", []string{
			"la portavoz de los usuarios, Luisa Kessel=Luisa Kessel [acusó] says, direct: «El ministro miente»",
		}},
		{"Los concejales piden la dimisión de la gerente, Catalina Lenz. «No tengo nada que reprocharme», dijo la aludida.", []string{
			"Los concejales [piden] demands, indirect: la dimisión de la gerente",
			"la aludida=Catalina Lenz [dijo] says, direct: «No tengo nada que reprocharme»",
		}},
	},
}

func TestFrenchAndSpanishArticlesTellWhomTheyMean(t *testing.T) {
	checkLanguages(t, referredRows)
}
