package suggest

import "testing"

// romanceRows are sentences as French and Spanish agencies and newspapers write them.
var romanceRows = map[string][]statementRow{
	"fr": {
		{"« La situation est intenable », a déclaré à l'AFP Marcel Kessel, délégué du syndicat Horizon. " +
			"« Oui », a dit lundi à Radio Nord Odile Lenz.", []string{
			"Marcel Kessel, délégué du syndicat Horizon=Marcel Kessel [déclaré] says, direct: « La situation est intenable » → l'AFP=AFP",
			"Odile Lenz [dit] says, direct: « Oui » → Radio Nord",
		}},
		{"Le Premier ministre norvien, Odo Lenz, a reçu jeudi Marko Kessel. Ce dernier a salué « un premier pas ».", []string{
			"Ce dernier=Marko Kessel [salué] says, direct: « un premier pas »",
		}},
		{"Odo Lenz a rencontré vendredi la ministre Anne Kessel. " +
			"Cette dernière lui a promis une réponse. Cette dernière semaine, Odo Lenz a démenti.", []string{
			"Cette dernière=Anne Kessel [promis] promises, indirect: une réponse",
		}},
		{"Odo Lenz a écrit au Premier ministre. Celui-ci a fait savoir qu'il répondrait.", []string{
			"Celui-ci [fait savoir] says, indirect: il répondrait",
		}},
		{"Interrogée par Radio Norme, la présidente de la région, Irène Lenz, a exclu toute hausse des tarifs.", []string{
			"la présidente de la région, Irène Lenz=Irène Lenz [exclu] denies, indirect: toute hausse des tarifs",
		}},
		{"Selon Le Courrier de Brume, citant une source proche du dossier, les négociations reprendront lundi.", []string{
			"une source proche du dossier [Selon] says, indirect: les négociations reprendront lundi ← Le Courrier de Brume=Courrier de Brume",
		}},
		{"Le ministre a été accusé par l'opposition d'avoir menti. Odo Lenz a répondu qu'Ankara n'avait rien reçu.", []string{
			"l'opposition [accusé] says, indirect: d'avoir menti",
			"Odo Lenz [répondu] says, indirect: Ankara n'avait rien reçu",
		}},
		{"La géographe est arrivée. Et le maire de conclure : « Il faudra partir. »", []string{
			"le maire [conclure] says, direct: « Il faudra partir. »",
		}},
		{"La ministre réclame justice. Le dirigeant norvien a, lui, dénoncé « une farce ».", []string{
			"La ministre [réclame] demands, indirect: justice",
			"Le dirigeant norvien [dénoncé] says, direct: « une farce »",
		}},
		{"Sollicitée par l'AFP, la compagnie n'a pas souhaité commenter.", []string{
			"la compagnie [pas souhaité] declines, indirect: commenter",
		}},
		{"Le tribunal a suivi le réquisitoire du parquet, qui avait demandé deux ans de prison.", []string{
			"parquet [demandé] demands, indirect: deux ans de prison",
		}},
		{"Si la reine a refusé de commenter, son entourage fait savoir que « la page est tournée ».", []string{
			"la reine [refusé] declines, indirect: de commenter",
			"son entourage [fait savoir] says, direct: « la page est tournée »",
		}},
	},
	"es": {
		{"«La situación es insostenible», declaró a EFE Marcelo Kessel. «Sí», dijo el lunes a Radio Norte Omar Lenz.", []string{
			"Marcelo Kessel [declaró] says, direct: «La situación es insostenible» → EFE",
			"Omar Lenz [dijo] says, direct: «Sí» → Radio Norte",
		}},
		{"Odo Lenz se reunió el viernes con la ministra Ana Kessel. Esta le prometió una respuesta.", []string{
			"Esta=Ana Kessel [prometió] promises, indirect: una respuesta",
		}},
		{"Odo Lenz denunció a Minera Andina. Esta respondió que no hizo nada.", []string{
			"Esta=Minera Andina [respondió] says, indirect: no hizo nada",
		}},
		{"La ministra, Elvira Kessel, visitó el puerto. Anunció una ayuda de 20 millones y pidió paciencia.", []string{
			"La ministra, Elvira Kessel=Elvira Kessel [Anunció] says, indirect: una ayuda de 20 millones",
			"La ministra, Elvira Kessel=Elvira Kessel [pidió] demands, indirect: paciencia",
		}},
		{"La intendenta Marta Lenz recibió a los gremios. Les dijo que no habrá despidos.", []string{
			"La intendenta Marta Lenz=Marta Lenz [dijo] says, indirect: no habrá despidos",
		}},
		{"El Gobierno aprobó el plan. Dijo que no habrá despidos.", []string{
			"El Gobierno=Gobierno [Dijo] says, indirect: no habrá despidos",
		}},
		{"Los dos ministros hablaron el lunes. Dijeron que volverán a verse.", []string{
			"Los dos ministros [Dijeron] says, indirect: volverán a verse",
		}},
		{"El también secretario general del sindicato, Omar Lenz, advirtió de que habrá huelga. " +
			"El fiscal, en tanto, solicitó al juez cerrar el caso.", []string{
			"El también secretario general del sindicato, Omar Lenz=Omar Lenz [advirtió] says, indirect: habrá huelga",
			"El fiscal [solicitó] demands, indirect: cerrar el caso → juez",
		}},
		{"Según el diario La Voz, que cita fuentes próximas al caso, el juez cerrará la causa.", []string{
			"fuentes próximas al caso [Según] says, indirect: el juez cerrará la causa ← el diario La Voz",
		}},
		{"El ministro fue acusado por la oposición de haber mentido. " +
			"Es falso, replica el Ayuntamiento, que alega un problema técnico.", []string{
			"la oposición [acusado] says, indirect: de haber mentido",
			"el Ayuntamiento [replica] says, indirect: Es falso",
		}},
		{"El líder de la oposición, Samuel Lenz, pidió la salida del ministro, al que acusó de «mentir al país».", []string{
			"El líder de la oposición, Samuel Lenz=Samuel Lenz [pidió] demands, indirect: la salida del ministro",
			"El líder de la oposición, Samuel Lenz=Samuel Lenz [acusó] says, direct: «mentir al país»",
		}},
		{"Los peritos nombrados por la jueza concluyeron que faltó mantenimiento. Recomiendan una revisión mensual.", []string{
			"Los peritos nombrados por la jueza [concluyeron] says, indirect: faltó mantenimiento",
			"Los peritos nombrados por la jueza [Recomiendan] demands, indirect: una revisión mensual",
		}},
		{"El director del colegio, Luis Lenz, está preocupado: «Hemos perdido dos aulas en tres años».", []string{
			"El director del colegio, Luis Lenz=Luis Lenz [] says, direct: «Hemos perdido dos aulas en tres años»",
		}},
		{"«El lobo ha vuelto», asegura el pastor. «Lo vimos», añade su mujer. Lenz hizo saber que no se presentará.", []string{
			"el pastor [asegura] says, direct: «El lobo ha vuelto»",
			"su mujer [añade] says, direct: «Lo vimos»",
			"Lenz [hizo saber] says, indirect: no se presentará",
		}},
		{"Natán y Lea no quieren irse.", []string{
			"Natán y Lea [no quieren] declines, indirect: irse",
		}},
	},
}

func TestFrenchAndSpanishNewspapersTellWhoSpeaks(t *testing.T) {
	checkLanguages(t, romanceRows)
}
