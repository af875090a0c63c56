package suggest

import (
	"maps"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"standpoint/store/text"
)

// languages are those in which names of states are known.
var languages = []language.Tag{
	language.English, language.German, language.French, language.Spanish, language.Ukrainian, language.Russian, language.Turkish,
	language.Italian, language.Portuguese, language.Polish, language.Dutch, language.Swedish, language.Danish, language.Norwegian,
	language.Finnish, language.Czech, language.Romanian, language.Bulgarian, language.Greek, language.Hungarian,
}

// statesByName are the codes of the states by their folded names, in all of the languages.
var statesByName = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for name, code := range namesOfStates(language.Und) {
		all[text.Fold(name)] = code
	}
	maps.Copy(all, otherStateNames())
	return all
})

// Prepare makes the names of all states ready, which takes a moment, so that the first text is read without it.
func Prepare() {
	statesByName()
	listingsOf(language.English.String())
}

// isState reports whether a folded name is a state's: one of today's states in one of the languages.
func isState(fold string) bool {
	_, known := statesByName()[strings.TrimPrefix(fold, "the ")]
	return known
}

// statesByAdjective are the English names of states by what is called after them; those that follow a rule are left out.
var statesByAdjective = pairs(`turkish Turkey,french France,german Germany,british United Kingdom,english United Kingdom,
		scottish United Kingdom,welsh United Kingdom,american United States,u.s. United States,us United States,u.k. United Kingdom,
		uk United Kingdom,dutch Netherlands,danish Denmark,swedish Sweden,finnish Finland,norwegian Norway,icelandic Iceland,
		irish Ireland,polish Poland,spanish Spain,portuguese Portugal,italian Italy,greek Greece,swiss Switzerland,austrian Austria,
		belgian Belgium,czech Czechia,slovak Slovakia,slovenian Slovenia,slovene Slovenia,croatian Croatia,serbian Serbia,
		bosnian Bosnia & Herzegovina,albanian Albania,macedonian North Macedonia,bulgarian Bulgaria,romanian Romania,moldovan Moldova,
		hungarian Hungary,ukrainian Ukraine,russian Russia,belarusian Belarus,latvian Latvia,lithuanian Lithuania,estonian Estonia,
		georgian Georgia,armenian Armenia,azerbaijani Azerbaijan,azeri Azerbaijan,kazakh Kazakhstan,uzbek Uzbekistan,turkmen Turkmenistan,
		kyrgyz Kyrgyzstan,tajik Tajikistan,afghan Afghanistan,pakistani Pakistan,indian India,bangladeshi Bangladesh,nepalese Nepal,
		nepali Nepal,chinese China,taiwanese Taiwan,japanese Japan,korean South Korea,vietnamese Vietnam,thai Thailand,lao Laos,
		cambodian Cambodia,burmese Myanmar (Burma),malaysian Malaysia,indonesian Indonesia,filipino Philippines,philippine Philippines,
		singaporean Singapore,australian Australia,canadian Canada,mexican Mexico,cuban Cuba,haitian Haiti,jamaican Jamaica,
		guatemalan Guatemala,honduran Honduras,salvadoran El Salvador,nicaraguan Nicaragua,panamanian Panama,colombian Colombia,
		venezuelan Venezuela,ecuadorian Ecuador,peruvian Peru,bolivian Bolivia,chilean Chile,argentine Argentina,argentinian Argentina,
		uruguayan Uruguay,paraguayan Paraguay,brazilian Brazil,egyptian Egypt,libyan Libya,tunisian Tunisia,algerian Algeria,
		moroccan Morocco,sudanese Sudan,ethiopian Ethiopia,eritrean Eritrea,somali Somalia,kenyan Kenya,ugandan Uganda,rwandan Rwanda,
		tanzanian Tanzania,congolese Congo - Kinshasa,angolan Angola,zambian Zambia,zimbabwean Zimbabwe,mozambican Mozambique,
		namibian Namibia,nigerian Nigeria,ghanaian Ghana,ivorian Côte d’Ivoire,senegalese Senegal,malian Mali,nigerien Niger,
		chadian Chad,cameroonian Cameroon,israeli Israel,palestinian Palestinian Territories,lebanese Lebanon,syrian Syria,
		jordanian Jordan,iraqi Iraq,iranian Iran,saudi Saudi Arabia,yemeni Yemen,omani Oman,emirati United Arab Emirates,qatari Qatar,
		bahraini Bahrain,kuwaiti Kuwait,cypriot Cyprus,maltese Malta,monegasque Monaco,mongolian Mongolia,
		ecuadorean Ecuador`)

// statesByCapital are the English names of states by where their governments sit.
var statesByCapital = pairs(`kyiv Ukraine,kiev Ukraine,moscow Russia,washington United States,london United Kingdom,paris France,
	berlin Germany,rome Italy,madrid Spain,lisbon Portugal,ankara Turkey,warsaw Poland,prague Czechia,vienna Austria,budapest Hungary,
	bucharest Romania,sofia Bulgaria,athens Greece,belgrade Serbia,zagreb Croatia,stockholm Sweden,oslo Norway,copenhagen Denmark,
	helsinki Finland,tallinn Estonia,riga Latvia,vilnius Lithuania,minsk Belarus,chisinau Moldova,tbilisi Georgia,yerevan Armenia,
	baku Azerbaijan,astana Kazakhstan,tashkent Uzbekistan,beijing China,taipei Taiwan,tokyo Japan,seoul South Korea,
	pyongyang North Korea,hanoi Vietnam,bangkok Thailand,jakarta Indonesia,manila Philippines,new delhi India,delhi India,
	islamabad Pakistan,kabul Afghanistan,tehran Iran,baghdad Iraq,damascus Syria,beirut Lebanon,amman Jordan,jerusalem Israel,
	riyadh Saudi Arabia,doha Qatar,abu dhabi United Arab Emirates,cairo Egypt,tripoli Libya,tunis Tunisia,algiers Algeria,
	rabat Morocco,khartoum Sudan,addis ababa Ethiopia,nairobi Kenya,pretoria South Africa,abuja Nigeria,accra Ghana,dakar Senegal,
	ottawa Canada,mexico city Mexico,havana Cuba,caracas Venezuela,bogota Colombia,lima Peru,santiago Chile,buenos aires Argentina,
	kampala Uganda,dar es salaam Tanzania,dodoma Tanzania,kigali Rwanda,juba South Sudan,mogadishu Somalia,lusaka Zambia,harare Zimbabwe,
	maputo Mozambique,luanda Angola,windhoek Namibia,bamako Mali,niamey Niger,ouagadougou Burkina Faso,quito Ecuador,la paz Bolivia,
	asuncion Paraguay,montevideo Uruguay,tegucigalpa Honduras,managua Nicaragua,skopje North Macedonia,sarajevo Bosnia & Herzegovina,
	podgorica Montenegro,tirana Albania,ljubljana Slovenia,bratislava Slovakia,bishkek Kyrgyzstan,dushanbe Tajikistan,
	ashgabat Turkmenistan,ulaanbaatar Mongolia,kathmandu Nepal,dhaka Bangladesh,colombo Sri Lanka,phnom penh Cambodia,
	muscat Oman,sanaa Yemen,nicosia Cyprus,valletta Malta,
	brasilia Brazil,canberra Australia,wellington New Zealand,dublin Ireland,reykjavik Iceland,bern Switzerland`)

// pairs reads what is called so: small words, and then the name of a state, which begins with a capital letter.
func pairs(list string) map[string]string {
	all := map[string]string{}
	for pair := range strings.SplitSeq(list, ",") {
		pair = strings.TrimSpace(pair)
		if at := strings.IndexFunc(pair, unicode.IsUpper); at > 0 {
			all[strings.TrimSpace(pair[:at])] = pair[at:]
		}
	}
	return all
}

// stateOf is the state after which something is called: “Turkish” after Turkey. A state that the project has, or that is real.
func (k *Known) stateOf(adjective string) (Party, bool) {
	fold := text.Fold(adjective)
	if name, ok := statesByAdjective[fold]; ok {
		if known, ok := k.sameState(name); ok {
			return known, true
		}
		return Party{Name: name, Kind: kindState}, true
	}
	for _, id := range k.states {
		n := k.actors[id]
		for _, name := range append([]string{n.Name}, n.Aliases...) {
			if derives(fold, text.Fold(name)) {
				return k.known(id), true
			}
		}
	}
	return Party{}, false
}

// stateCalled is the state that the project has and that a name means: its own in one of the languages, or that of its capital, where a
// government sits that newspapers call so; or a state for a capital that the project does not have.
func (k *Known) stateCalled(name string) (Party, bool) {
	fold := text.Fold(name)
	if state, isCapital := statesByCapital[fold]; isCapital {
		if known, ok := k.sameState(state); ok {
			return known, true
		}
		return Party{Name: state, Kind: kindState}, true
	}
	if isState(fold) {
		return k.sameState(name)
	}
	return Party{}, false
}

// sameState is the actor of the project that is the state of that English name, whatever it is called there.
func (k *Known) sameState(name string) (Party, bool) {
	if p, ok := k.called(name); ok {
		return p, true
	}
	codes := statesByName()
	code, isReal := codes[text.Fold(name)]
	for _, id := range k.states {
		n := k.actors[id]
		for _, other := range append([]string{n.Name}, n.Aliases...) {
			if isReal && codes[text.Fold(other)] == code {
				return k.known(id), true
			}
		}
	}
	return Party{}, false
}

// What an adjective has in place of the end of a name, and how many letters of the name must stay.
const leastOfName = 4

var adjectiveEnds = []string{"n", "an", "ian", "ese", "ish", "i", "ic", "er", "ans", "ians", "ns", "ers"}

// derives reports whether an adjective is made of a name: “norvian” of “norvia”, “estmarkers” of “estmark”.
func derives(adjective, name string) bool {
	for cut := 0; cut <= 2; cut++ {
		stem := name
		for range cut {
			_, size := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-size]
		}
		if utf8.RuneCountInString(stem) < leastOfName {
			return false
		}
		rest, ok := strings.CutPrefix(adjective, stem)
		if !ok {
			continue
		}
		for _, end := range adjectiveEnds {
			if rest == end {
				return true
			}
		}
	}
	return false
}
