package suggest

import "testing"

// shownRows are sentences in which somebody calls something so, shows themselves so or says to have done something, and in which a clause
// that tells more of something says according to whom it is.
var shownRows = map[string][]statementRow{
	"fr": {
		{"La députée Odile Lenz a jugé la méthode « inacceptable ». Les riverains trouvent le projet « absurde ».", []string{
			"La députée Odile Lenz=Odile Lenz [jugé] says, mixed: la méthode « inacceptable »",
			"Les riverains [trouvent] says, mixed: le projet « absurde »",
		}},
		{"Le maire a reconnu que la digue tenait et s'est dit prêt à recevoir les riverains. Le préfet se dit ouvert au dialogue.", []string{
			"Le maire [reconnu] says, indirect: la digue tenait",
			"Le maire [dit] says, indirect: prêt à recevoir les riverains",
			"Le préfet [se dit] says, indirect: ouvert au dialogue",
		}},
		{"La syndicaliste raconte avoir posé la question. Le directeur dit ne pas savoir qui a signé.", []string{
			"La syndicaliste [raconte] says, indirect: avoir posé la question",
			"Le directeur [dit] says, indirect: ne pas savoir qui a signé",
		}},
		{"Le vote, qui coûterait selon le préfet 300 emplois, est fixé. Le procès, qui devait selon le juge durer dix jours, est fini.", []string{
			"le préfet [selon] says, indirect: qui coûterait | 300 emplois",
			"le juge [selon] says, indirect: qui devait | durer dix jours",
		}},
		{"Il demande au préfet de fermer le port et le maire exige un vote.", []string{
			"Il [demande] demands, indirect: de fermer le port → préfet",
			"le maire [exige] demands, indirect: un vote",
		}},
		{"Odile Lenz est venue lundi. Interrogée mardi sur Canal Brume, elle a promis de revenir.", []string{
			"elle=Odile Lenz [promis] promises, indirect: de revenir",
		}},
		{"Cela dit, le maire se tait. La cour a jugé trois hommes. Odile Lenz a trouvé un carnet « rouge ». Le maire a souri.", nil},
		{"« C'est fini », a dit le maire avant de partir.", []string{"le maire [dit] says, direct: « C'est fini »"}},
	},
	"es": {
		{"Ana Lenz considera la medida «un error».", []string{"Ana Lenz [considera] says, mixed: la medida «un error»"}},
		{"El ministro dijo no saber nada. El alcalde se mostró dispuesto a negociar.", []string{
			"El ministro [dijo] says, indirect: no saber nada",
			"El alcalde [se mostró] says, indirect: dispuesto a negociar",
		}},
		{"La consejería calló sobre el estudio, que, según un portavoz, «se analizará con calma».", []string{
			"un portavoz [según] says, mixed: que | «se analizará con calma»",
		}},
		{"La ministra pide al banco devolver el dinero y la oposición exige su dimisión.", []string{
			"La ministra [pide] demands, indirect: devolver el dinero → banco",
			"la oposición [exige] demands, indirect: su dimisión",
		}},
		{"El alcalde dijo al salir que volvería. El diario El Faro publicó ayer que la empresa cerrará.", []string{
			"El alcalde [dijo] says, indirect: volvería",
			"El diario El Faro [publicó] says, indirect: la empresa cerrará",
		}},
		{"El equipo lanzó tres bombas. Los equipos han visto «irregularidades». El juez consideró al acusado culpable.", nil},
	},
}

func TestSomebodyCallsSomethingSoOrShowsThemselvesSo(t *testing.T) {
	checkLanguages(t, shownRows)
}
