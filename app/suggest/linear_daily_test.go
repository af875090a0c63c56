package suggest

import "testing"

// dailyRows are sentences as newspapers print them every day, and what is said in them.
var dailyRows = map[string][]statementRow{
	"fr": {
		{
			"Le président norvien, Odo Lenz, a dit que c'est tard. La ministre des Ports, Anna Kessel, se tait. Le chef de l'État a dit que non.",
			[]string{
				"Le président norvien, Odo Lenz=Odo Lenz [dit] says, indirect: c'est tard",
				"Le chef de l'État=Odo Lenz [dit] says, indirect: non",
			},
		},
		{
			"Le ministre, Odo Lenz, a quant à lui déclaré que la digue tient. La mairie a, de son côté, promis une réponse.",
			[]string{
				"Le ministre, Odo Lenz=Odo Lenz [déclaré] says, indirect: la digue tient",
				"La mairie [promis] promises, indirect: une réponse",
			},
		},
		{
			"Hugo Lenz a nié en bloc les accusations qui lui valent de comparaître. Il a menacé de fermer le port, quelques jours après la grève.",
			[]string{
				"Hugo Lenz [nié] denies, indirect: les accusations",
				"Il=Hugo Lenz [menacé] threatens, indirect: de fermer le port",
			},
		},
		{
			"Le port aurait, selon Odo Lenz, renoncé à la grève. Le péage sera deux fois plus cher, ont-ils annoncé. Faux, répond Anna Kessel.",
			[]string{
				"Odo Lenz [selon] says, indirect: Le port aurait | renoncé à la grève",
				"ils [annoncé] says, indirect: Le péage sera deux fois plus cher",
				"Anna Kessel [répond] says, indirect: Faux",
			},
		},
		{
			"Le préfet a demandé à Odo Lenz s'il possédait un bateau. « Un seul, a répondu le cordier. Je n'ose plus le regarder. »",
			[]string{
				"Le préfet [demandé] asks, indirect: s'il possédait un bateau",
				"le cordier [répondu] says, direct: « Un seul | Je n'ose plus le regarder. »",
			},
		},
		{
			"La procureure, Anna Kessel, a requis trois ans de prison. Paris a appelé les deux pays « à la retenue ».",
			[]string{
				"La procureure, Anna Kessel=Anna Kessel [requis] demands, indirect: trois ans de prison",
				"Paris [appelé] demands, direct: « à la retenue »",
			},
		},
	},
	"es": {
		{
			"El presidente de Norvia, Odo Lenz, calla. La ministra de Hacienda, Anna Kessel, dijo que es tarde. “Es pronto”, dijo el mandatario. " +
				"La titular de Hacienda insistió en que no. El ministro no quiso hablar.",
			[]string{
				"La ministra de Hacienda, Anna Kessel=Anna Kessel [dijo] says, indirect: es tarde",
				"el mandatario=Odo Lenz [dijo] says, direct: “Es pronto”",
				"La titular de Hacienda=Anna Kessel [insistió] says, indirect: no",
				"El ministro [no quiso] declines, indirect: hablar",
			},
		},
		{
			"La portavoz, Anna Kessel, habló. Dijo que es tarde. El fiscal, Odo Lenz, no lo ve tan claro: el viernes, recordó, no hubo tormenta. " +
				"Odo Lenz lo niega.",
			[]string{
				"La portavoz, Anna Kessel=Anna Kessel [Dijo] says, indirect: es tarde",
				"El fiscal, Odo Lenz=Odo Lenz [recordó] says, indirect: el viernes | no hubo tormenta",
				"Odo Lenz [niega] denies, indirect: lo",
			},
		},
		{
			"El portavoz, Odo Lenz, le afeó que llegara tarde. Advirtió, además, de que el plazo acaba.",
			[]string{
				"El portavoz, Odo Lenz=Odo Lenz [afeó] says, indirect: llegara tarde",
				"El portavoz, Odo Lenz=Odo Lenz [Advirtió] says, indirect: el plazo acaba",
			},
		},
		{
			"A juicio del letrado, el auto es largo. Según el alcalde en funciones, las cuentas cuadran. " +
				"Si es así, calculan los vecinos, habrá obra.",
			[]string{
				"letrado [A juicio del] says, indirect: el auto es largo",
				"el alcalde en funciones [Según] says, indirect: las cuentas cuadran",
				"los vecinos [calculan] says, indirect: Si es así | habrá obra",
			},
		},
	},
}

func TestSentencesOfEveryDayAreRead(t *testing.T) {
	checkLanguages(t, dailyRows)
}
