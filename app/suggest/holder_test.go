package suggest

import "testing"

// holderRows are reports of several who hold the same office, each for another state.
var holderRows = []statementRow{
	{
		"Russian President Vladimir Orlov met Turkish President Kemal Aydin on Monday. The Russian president said it was late. " +
			"“It is,” the Turkish president told reporters. The president of Russia said so. Turkey's president said it rained.",
		[]string{
			"The Russian president=Vladimir Orlov [said] says, indirect: it was late",
			"the Turkish president=Kemal Aydin [told] says, direct: “It is,” → reporters",
			"Turkey's president=Kemal Aydin [said] says, indirect: it rained",
		},
	},
	{
		"Ida Moll, the president of Velia, met Odo Lenz, president of Norvia. The Velian president said it was late.",
		[]string{"The Velian president=Ida Moll [said] says, indirect: it was late"},
	},
	{
		"German Foreign Minister Mara Ellin met President Kemal Aydin of Turkey. The Polish foreign minister said it was late.",
		[]string{"The Polish foreign minister [said] says, indirect: it was late"},
	},
	{
		"President Kemal Aydin of Turkey met President Anna Kosta of Cyprus. Cyprus's president said it was late. It rained. It snowed. " +
			"President Kemal Aydin of Turkey slept. Cyprus's president said it was early.",
		[]string{
			"Cyprus's president=Anna Kosta [said] says, indirect: it was late",
			"Cyprus's president=Anna Kosta [said] says, indirect: it was early",
		},
	},
	{
		"President Kemal Aydin of Turkey slept. President Vladimir Orlov of Russia slept. The Turkish president said it was late.",
		[]string{"The Turkish president=Kemal Aydin [said] says, indirect: it was late"},
	},
	{
		"The presidents of Finland and Estonia said it was late. Finnish President Odo Lenz left. Estonian President Ida Moll slept.",
		[]string{
			"The presidents of Finland and Estonia=Odo Lenz + The presidents of Finland and Estonia=Ida Moll [said] says, indirect: it was late",
		},
	},
	{
		"Kenya's fisheries minister, Odo Lenz, met Ugandan Minister Ida Moll. “Late,” his Ugandan counterpart said. The Kenyan said it " +
			"was early.",
		[]string{
			"his Ugandan counterpart=Ida Moll [said] says, direct: “Late,”",
			"The Kenyan=Odo Lenz [said] says, indirect: it was early",
		},
	},
	{
		"The Russian president said it was late. Russian President Vladimir Orlov slept. Turkish President Kemal Aydin slept.",
		[]string{"The Russian president=Vladimir Orlov [said] says, indirect: it was late"},
	},
}

func TestAnOfficeOfAStateIsHeldByWhoeverTheTextSaysToHoldItForThat(t *testing.T) {
	checkStatements(t, holderRows...)
}

// A name that is a part of a word, in a script without spaces, is no run of words.
func TestAHeadlineWithANameInAScriptWithoutSpacesIsRead(t *testing.T) {
	k := knowing("state:諾維亞")
	if got := knownIn(t, k, "Anna Mara Anna 諾維亞"); got != "諾維亞" {
		t.Errorf("known are %q", got)
	}
}

func TestInOtherLanguagesAnOfficeIsHeldByWhoeverIsToldOfWithTheSameWord(t *testing.T) {
	for language, row := range map[string]statementRow{
		"de": {
			"Der russische Präsident Wladimir Orlow traf den türkischen Präsidenten Kemal Aydin. Der russische Präsident sagte, es sei spät. " +
				"„Ja“, sagte der türkische Präsident.",
			[]string{
				"Der russische Präsident=Wladimir Orlow [sagte] says, indirect: es sei spät",
				"der türkische Präsident=Kemal Aydin [sagte] says, direct: „Ja“",
			},
		},
		"fr": {
			"Le président russe Vladimir Orlov a vu le président turc Kemal Aydin. Le président russe a dit qu'il était tard. " +
				"« Oui », a dit le président turc.",
			[]string{
				"Le président russe=Vladimir Orlov [dit] says, indirect: il était tard",
				"le président turc=Kemal Aydin [dit] says, direct: « Oui »",
			},
		},
		"es": {
			"El presidente ruso, Vladimir Orlov, se reunió el lunes con el presidente turco, Kemal Aydin. " +
				"El presidente ruso dijo que era tarde. “Sí”, dijo el presidente turco.",
			[]string{
				"El presidente ruso=Vladimir Orlov [dijo] says, indirect: era tarde",
				"el presidente turco=Kemal Aydin [dijo] says, direct: “Sí”",
			},
		},
		"uk": {
			"Російський президент Володимир Орлов побачив турецького президента Айдина Кемаля. Російський президент сказав, що вже пізно.",
			[]string{"Російський президент=Володимир Орлов [сказав] says, indirect: вже пізно"},
		},
		"ru": {
			"Российский президент Владимир Орлов увидел турецкого президента Айдына Кемаля. Российский президент сказал, что уже поздно.",
			[]string{"Российский президент=Владимир Орлов [сказал] says, indirect: уже поздно"},
		},
	} {
		checkStatementsIn(t, row, language)
	}
	checkStatementsIn(t, statementRow{
		"Der Präsident Russlands, Wladimir Orlow, traf den Präsidenten der Türkei, Kemal Aydin. Der Präsident Russlands sagte, es sei spät.",
		[]string{"Der Präsident Russlands=Wladimir Orlow [sagte] says, indirect: es sei spät"},
	}, "de")
}
