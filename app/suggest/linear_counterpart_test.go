package suggest

import "testing"

// counterpartRows are passages that call somebody by what they are to another, or of several.
var counterpartRows = map[string][]statementRow{
	"fr": {
		{"Le président norvien, Odo Lenz, a reçu le premier ministre vélien, Rudi Kessel. Son homologue vélien a promis une réponse.", []string{
			"Son homologue vélien=Rudi Kessel [promis] promises, indirect: une réponse",
		}},
		{"Le député Pierre Lenz et la députée Anne Kessel ont débattu. Le premier a affirmé qu'il voterait le texte. " +
			"La seconde a répondu que non.", []string{
			"Le premier=Pierre Lenz [affirmé] says, indirect: il voterait le texte",
			"La seconde=Anne Kessel [répondu] says, indirect: non",
		}},
		{"Le premier ministre norvien, Odo Lenz, a reçu Rudi Kessel. Le premier ministre a affirmé qu'il signerait.", []string{
			"Le premier ministre=Odo Lenz [affirmé] says, indirect: il signerait",
		}},
		{"Le président vélien, Rudi Kessel, est arrivé. Le Vélien a promis une réponse.", []string{
			"Le Vélien=Rudi Kessel [promis] promises, indirect: une réponse",
		}},
		{"La porte-parole d'Horizon, Anne Kessel, était là. Le maire, Odo Lenz, aussi. La dirigeante d'Horizon a promis une réponse.", []string{
			"La dirigeante d'Horizon=Anne Kessel [promis] promises, indirect: une réponse",
		}},
		{"L'écrivain Omar Lenz est venu. Son éditrice, Claire Moll, le salue. Pour elle, « c'est un chef-d'œuvre ». " +
			"Le romancier a dit que non.", []string{
			"elle=Claire Moll [Pour] says, direct: « c'est un chef-d'œuvre »",
			"Le romancier=Omar Lenz [dit] says, indirect: non",
		}},
		{"Le musée de Brume est ouvert. Le ministère de la culture est d'accord ; il a promis un décret.", []string{
			"il=ministère de la culture [promis] promises, indirect: un décret",
		}},
		{"Quant au client, la compagnie Brisemer, elle a indiqué qu'elle attendrait.", []string{
			"elle=Brisemer [indiqué] says, indirect: elle attendrait",
		}},
		{"Le maire, Odo Lenz, en doute : à l'en croire, la fermeture coûterait plus cher.", []string{
			"l'=Odo Lenz [à l'en croire] says, indirect: la fermeture coûterait plus cher",
		}},
		{"Un ingénieur est passé. L'expert Mathurin Lenz s'est voulu rassurant. Le mur tiendra, a expliqué cet ingénieur de 67 ans.", []string{
			"cet ingénieur de 67 ans=Mathurin Lenz [expliqué] says, indirect: Le mur tiendra",
		}},
		{"Odo Lenz est parti. À Brume, un conseiller nuance : le cabinet savait, dit-il, « presque tout ».", []string{
			"il [dit] says, mixed: le cabinet savait | « presque tout »",
		}},
		{"La ministre, Hélène Lenz, a reçu son homologue vélien, Rudi Kessel. " +
			"« Nous viendrons », a prévenu le chef de la diplomatie vélienne.", []string{
			"le chef de la diplomatie vélienne=Rudi Kessel [prévenu] says, direct: « Nous viendrons »",
		}},
		{"Même avis au syndicat Horizon, dont le secrétaire général, Omar Lenz, juge que la mesure est tardive.", []string{
			"le secrétaire général, Omar Lenz=Omar Lenz [juge] says, indirect: la mesure est tardive",
		}},
		{"L'ONG Passerelle accuse l'UE de mentir. L'organisation affirme que 300 personnes sont mortes.", []string{
			"L'ONG Passerelle=Passerelle [accuse] says, indirect: de mentir",
			"L'organisation=Passerelle [affirme] says, indirect: 300 personnes sont mortes",
		}},
		{"Le président de la région, Marius Lenz, est venu. Le patron de l'exécutif régional a promis une aide.", []string{
			"Le patron de l'exécutif régional=Marius Lenz [promis] promises, indirect: une aide",
		}},
		{"« Tout va bien », a fait savoir l'ambassadrice à Brume, Lise Lenz. Pour l'ambassadrice, « rien ne presse ».", []string{
			"l'ambassadrice à Brume, Lise Lenz=Lise Lenz [fait savoir] says, direct: « Tout va bien »",
			"l'ambassadrice=Lise Lenz [Pour] says, direct: « rien ne presse »",
		}},
	},
	"es": {
		{"El presidente norvio, Odo Lenz, recibió al primer ministro velio, Rudi Kessel. Su homólogo velio prometió una respuesta.", []string{
			"Su homólogo velio=Rudi Kessel [prometió] promises, indirect: una respuesta",
		}},
		{"Ana Kessel y Marta Lenz debatieron en el pleno. La primera aseguró que votará la ley. La segunda respondió que es tarde.", []string{
			"La primera=Ana Kessel [aseguró] says, indirect: votará la ley",
			"La segunda=Marta Lenz [respondió] says, indirect: es tarde",
		}},
		{"El diputado popular Rodolfo Kessel llegó tarde. El popular prometió una respuesta.", []string{
			"El popular=Rodolfo Kessel [prometió] promises, indirect: una respuesta",
		}},
		{"La portavoz de Horizonte, Ana Kessel, vino con Odo Lenz. La dirigente de Horizonte prometió una respuesta.", []string{
			"La dirigente de Horizonte=Ana Kessel [prometió] promises, indirect: una respuesta",
		}},
		{"El presidente de la patronal, Antonio Kessel, calló. A juicio del empresario, las empresas «no pueden más».", []string{
			"empresario=Antonio Kessel [A juicio del] says, mixed: las empresas «no pueden más»",
		}},
		{"El empresario Aurelio Lenz declaró ayer. El fiscal pide dos años de prisión.", []string{
			"El fiscal [pide] demands, indirect: dos años de prisión",
		}},
		{"Odo Lenz habló. La ministra, Paula Kessel, llegó tarde. Según ella, el puerto está abierto. «A mí nadie me llamó», ironizó.", []string{
			"ella=Paula Kessel [Según ella] says, indirect: el puerto está abierto",
			"ella=Paula Kessel [ironizó] says, direct: «A mí nadie me llamó»",
		}},
		{"Lo sostiene el sindicato Horizonte, cuyo secretario general, Omar Lenz, dijo que la oferta es insuficiente.", []string{
			"secretario general, Omar Lenz=Omar Lenz [dijo] says, indirect: la oferta es insuficiente",
		}},
		{"La compañía, Ferrovías del Norte, anunció una investigación. La empresa defendió que el paso es seguro.", []string{
			"La compañía, Ferrovías del Norte=Ferrovías del Norte [anunció] says, indirect: una investigación",
			"La empresa=Ferrovías del Norte [defendió] says, indirect: el paso es seguro",
		}},
		{"La canciller norvia, Rosa Lenz, acusó a su colega, Tadeo Kessel, de mentir. El canciller velio respondió que es teatro.", []string{
			"La canciller norvia, Rosa Lenz=Rosa Lenz [acusó] says, indirect: de mentir",
			"El canciller velio=Tadeo Kessel [respondió] says, indirect: es teatro",
		}},
		{"El juez oyó al exalcalde Rubén Kessel. El exregidor prometió una respuesta.", []string{
			"El exregidor=Rubén Kessel [prometió] promises, indirect: una respuesta",
		}},
		{"El secretario de Estado norteamericano, Juan Lenz, llegó ayer. El norteamericano prometió una respuesta.", []string{
			"El norteamericano=Juan Lenz [prometió] promises, indirect: una respuesta",
		}},
		{"El Ministerio del Interior calla. El joven está libre. Interior añade que los agentes actuaron bien.", []string{
			"Interior=Ministerio del Interior [añade] says, indirect: los agentes actuaron bien",
		}},
		{"La fiscal del caso, Irene Lenz, llegó ayer. Para la fiscal, «hay pruebas de sobra».", []string{
			"la fiscal=Irene Lenz [Para] says, direct: «hay pruebas de sobra»",
		}},
		{"«Hay riesgo», justifica la edil de Medio Ambiente, Sara Lenz.", []string{
			"la edil de Medio Ambiente, Sara Lenz=Sara Lenz [justifica] says, direct: «Hay riesgo»",
		}},
	},
}

func TestSomebodyIsToldByWhatTheyAreToAnother(t *testing.T) {
	checkLanguages(t, counterpartRows)
}
