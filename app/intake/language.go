package intake

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"standpoint/store/text"
)

// newsLanguages are the languages whose names are read, in English and as they call themselves.
var newsLanguages = strings.Fields("en de fr es it pt pl nl sv tr uk ru ar he fa hi zh ja ko cs sk hu ro bg sr hr bs sl mk sq el da nb " +
	"no fi et lv lt be " +
	"ka hy az kk uz id ms vi th bn ur ta te ml mr gu pa ca eu gl ga cy is mt af sw am ku ps")

// languageNamed is the language of that name, in English or as it calls itself; "" if there is none.
func languageNamed(name string) string {
	folded := text.Fold(strings.TrimSpace(name))
	if folded == "" {
		return ""
	}
	english := display.English.Languages()
	for _, code := range newsLanguages {
		tag := language.MustParse(code)
		if text.Fold(english.Name(tag)) == folded || text.Fold(display.Self.Name(tag)) == folded {
			return tag.String()
		}
	}
	return ""
}

// composed is s with letters and their accents put together.
func composed(s string) string { return norm.NFC.String(s) }

// commonWords are words that stand in nearly every sentence of a language and seldom in others, folded. They tell the languages of one
// script apart.
var commonWords = map[string]string{
	"en": "the of and to in that is was for with his on at by from have are not they which had but were would their been has said will " +
		"it he she an this who or we more one when there than after about can no into up out over only if also nobody",
	"de": "der die das und ist nicht mit den von dem ein eine zu auf fur sich auch wird des im als werden sei hat nach bei einer um " +
		"haben war uber aus sind wie noch nur oder aber vor durch bis mehr kann man soll sagte seit zwischen gegen wenn dass " +
		"er sie es wir ihr kein keine niemand",
	"fr": "le la les des et est dans pour que qui une sur pas avec du par plus au ce ont aux sont cette mais ete leur il " +
		"un en elle on nous se sa son ses ces sans sous apres entre deux meme selon comme ou tout tous fait",
	"es": "el la los las y que en por con una para del se su al lo como mas pero sus este ha son fue entre dijo " +
		"no sin sobre desde cuando muy tras ante ya hay segun contra hasta ser esta todo nadie",
	"it": "il la che di e per non una del con sono gli della nel alla dei piu anche ha si ma come le al stato " +
		"i lo da un dal sul su dopo tra hanno questo questa nessuno detto suo due",
	"pt": "o a os as que e do da em um uma para com nao por mais dos das ao na no foi sao se como tem pelo " +
		"sobre apos segundo ja ate quando muito pela pelos pelas sem nas nos isso esta disse ninguem ou ser sua seu",
	"pl": "i w na z ze do nie jest sie to przez o po od dla jak ale za oraz ktory ktore tym przed jego byl zostal " +
		"nikt czy tylko juz byc bylo ma moze ich jej ten ta te tej bez przy powiedzial mowi aby",
	"nl": "de het een en van in is op te dat die niet met voor zijn aan er maar om ook door naar bij uit wordt hebben heeft " +
		"over geen haar hun dit deze dan nog wel kan zal kunnen moet worden wil meer tegen tussen zei zegt na onder volgens jaar",
	"sv": "och att det som en pa ar av for med den till inte har de om ett men var sig han fran vid kan enligt " +
		"ingen efter mot under mellan sade sager alla nar mer an hon vi kommer ska",
	"da": "og at det er en til af pa for med der de som ikke den har et han var fra vil blev ogsa efter siger",
	"no": "og det er pa som en til av for med at ikke den har de et han var fra om ble ogsa etter sier",
	"fi": "ja on ei etta se oli mutta han joka kuin myos ovat kun mukaan tai sen ole hanen",
	"tr": "ve bir bu icin da de ile olarak gibi daha cok sonra kadar ise ancak oldugu olan etti dedi en " +
		"o ne ki her iki uc once gore karsi tarafindan kimse hic sadece oldu diye soyledi gunu araya",
	"cs": "a v se na je ze s z do o to ktery ktera pro jako ale po by jsou uz podle",
	"sk": "a v sa na je ze s z do o to ktory ktora pre ako ale po by su uz podla",
	"hu": "a az es hogy nem is egy meg de van volt csak mar ezt vagy mint szerint ki",
	"ro": "si de in la a cu pe nu este ca din care un o au pentru mai sa fost se",
	"hr": "i u je na se da su za od s ne o kao koji koja bio iz ali nije rekao",
	"sl": "in je v na se da za so s pa ki ne z bi tudi kot po ni od",
	"et": "ja on ei et see oli ka kui oma ning aga mis tema selle kes",
	"lv": "un ir ka ar no par uz tas bet vai ari pec lai",
	"lt": "ir kad yra su is i tai bet kaip apie po nuo buvo uz",
	"id": "yang dan di dengan untuk pada ini itu dari dalam tidak akan ke juga",
	"vi": "và của là có được cho không trong với các một những người",
	"uk": "і в на не що з та до це у як за від його для про який але також є й сказав " +
		"було після під над між щоб ще ніхто вже коли лише ми вони він вона через проти",
	"ru": "и в не на что с по как это из за от его для но же к о у был заявил который " +
		"после под над между чтобы еще никто уже когда только мы они он она через против сказал все так до",
	"be": "і ў на не што з да гэта як за ад яго для але па які",
	"bg": "и на в да се за е от че с не по са като ще но му",
	"sr": "и у је на се да су за од не као који али из је с",
	"mk": "и на во да се од за е дека со не ќе по го",
	"ar": "من في على الى ان التي عن مع هذا الذي وقال كما ما لم بعد بين " +
		"أن لا هذه ذلك حول قبل كان يوم أو إن أحد كل غير منذ ضد قال الذين",
	"fa": "از به در که با این را است برای آن بر های شد خود گفت کرد می " +
		"تا یا هم پس اما نیز هر باید یک دو درباره پیش روز شده کردند شود هیچ",
	"ur": "کے کی میں ہے سے اور کا نے کو پر کہ یہ ہیں تھا",
	"hi": "के की में है से और का ने को पर कि यह हैं ने " +
		"कर करने लिए किया बाद नहीं कहा इस उस एक दो हो होने गया",
	"mr": "आहे आणि या च्या ने ला तर हे मध्ये",
}

// detectedLanguage is the language of a text, by its script and its commonest words; "" where it is not certain.
func detectedLanguage(body string) string {
	const enough = 20_000 // bytes
	body = body[:runeBoundary(body, enough)]
	if code := languageOfScript(body); code != "" {
		return code
	}
	scores, different := map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	found := func(code, sign string) {
		scores[code]++
		if !seen[code+sign] {
			seen[code+sign] = true
			different[code]++
		}
	}
	words := 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(composed(body)), isBetweenWords) {
		words++
		for _, code := range languagesOfWord()[text.Fold(word)] {
			found(code, word)
		}
		if at := strings.IndexFunc(word, func(r rune) bool { return ownLetters[r] != "" }); at >= 0 {
			letter, _ := utf8.DecodeRuneInString(word[at:])
			for code := range strings.FieldsSeq(ownLetters[letter]) {
				found(code, string(letter))
			}
		}
	}
	best, second := "", 0
	for _, code := range slices.Sorted(maps.Keys(scores)) {
		switch score := scores[code]; {
		case best == "" || score > scores[best]:
			if best != "" {
				second = max(second, scores[best])
			}
			best = code
		default:
			second = max(second, score)
		}
	}
	if best == "" || !isCertain(scores[best], second, different[best], words) {
		return ""
	}
	return best
}

func isBetweenWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// isCertain reports whether so many signs of a language, of so many kinds, tell it from the one that has the second most: few must be
// further ahead than many.
func isCertain(signs, second, kinds, words int) bool {
	const (
		least = 4 // signs
		few   = 8
		share = 8 // words of the text for each sign, at most
	)
	ahead := signs*5 >= second*6
	if signs < few {
		ahead = signs*2 >= second*3
	}
	return signs >= least && kinds >= 3 && signs*share >= words && ahead
}

// ownLetters are letters that some languages write and most of their script do not.
var ownLetters = map[rune]string{
	'ł': "pl", 'ą': "pl lt", 'ę': "pl lt", 'ś': "pl", 'ź': "pl", 'ż': "pl", 'ć': "pl hr", 'ń': "pl", 'ğ': "tr", 'ı': "tr", 'ş': "tr ro",
	'ç': "fr pt tr", 'å': "sv da no", 'ä': "de sv fi et sk", 'ö': "de sv fi et tr hu", 'ü': "de tr hu et", 'ß': "de", 'ø': "da no",
	'æ': "da no", 'ñ': "es", 'ã': "pt", 'õ': "pt et", 'è': "fr it", 'ù': "it", 'ò': "it", 'ì': "it", 'ê': "fr pt", 'œ': "fr", 'û': "fr",
	'ě': "cs", 'ř': "cs", 'ů': "cs", 'ő': "hu", 'ű': "hu", 'ă': "ro vi", 'ț': "ro", 'ș': "ro", 'đ': "hr vi", 'š': "cs sk hr sl lt lv et",
	'ž': "cs sk hr sl lt lv et", 'č': "cs sk hr sl lt lv", 'ė': "lt", 'ų': "lt", 'ā': "lv", 'ē': "lv", 'ī': "lv", 'ľ': "sk", 'ô': "sk fr pt",
	'і': "uk be", 'ї': "uk", 'є': "uk", 'ґ': "uk", 'ы': "ru be", 'э': "ru be", 'ё': "ru be", 'ў': "be", 'ъ': "bg", 'ћ': "sr", 'ђ': "sr",
	'љ': "sr mk", 'њ': "sr mk", 'ј': "sr mk", 'ќ': "mk", 'ѓ': "mk",
	'پ': "fa ur", 'چ': "fa ur", 'ژ': "fa", 'گ': "fa ur", 'ک': "fa ur", 'ی': "fa ur", 'ة': "ar", 'ى': "ar", 'أ': "ar", 'إ': "ar",
	'ٹ': "ur", 'ڈ': "ur", 'ڑ': "ur", 'ے': "ur", 'ں': "ur", 'ہ': "ur", 'ळ': "mr",
}

// languagesOfWord is commonWords turned round.
var languagesOfWord = sync.OnceValue(func() map[string][]string {
	byWord := map[string][]string{}
	for _, code := range slices.Sorted(maps.Keys(commonWords)) {
		for _, word := range strings.Fields(text.Fold(commonWords[code])) {
			if !slices.Contains(byWord[word], code) {
				byWord[word] = append(byWord[word], code)
			}
		}
	}
	return byWord
})

// languageOfScript is the language that alone is written in the script of most letters of a text; "" if several are.
func languageOfScript(s string) string {
	counts := map[string]int{}
	letters := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for _, script := range scriptsNear(r) {
			if unicode.Is(script.table, r) {
				counts[script.code]++
				break
			}
		}
	}
	if kana := counts["ja"]; kana*10 > letters { // Japanese has signs of Chinese among its own
		return "ja"
	}
	for code, n := range counts {
		if n*2 > letters {
			return code
		}
	}
	return ""
}

// script is one that a language is alone to use.
type script struct {
	table *unicode.RangeTable
	code  string
}

// scriptsNear are the scripts that have letters in the neighbourhood of r: of nearly all letters none or one, so that not every letter of
// a text is looked for in every script.
func scriptsNear(r rune) []script {
	const rest = 0x10000
	if r >= rest {
		return scripts
	}
	return scriptBlocks()[r>>blockBits]
}

// blockBits tell how many code points are a block of scriptBlocks.
const blockBits = 7

// scriptBlocks are the scripts by the blocks of code points, below those that need more than sixteen bits, in which they have letters.
var scriptBlocks = sync.OnceValue(func() *[1 << (16 - blockBits)][]script {
	var blocks [1 << (16 - blockBits)][]script
	for _, s := range scripts {
		for _, r := range s.table.R16 {
			for block := r.Lo >> blockBits; block <= r.Hi>>blockBits; block++ {
				if n := len(blocks[block]); n == 0 || blocks[block][n-1] != s {
					blocks[block] = append(blocks[block], s)
				}
			}
		}
	}
	return &blocks
})

var scripts = []script{
	{unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"},
	{unicode.Hangul, "ko"},
	{unicode.Han, "zh"},
	{unicode.Hebrew, "he"},
	{unicode.Greek, "el"},
	{unicode.Georgian, "ka"},
	{unicode.Armenian, "hy"},
	{unicode.Thai, "th"},
	{unicode.Bengali, "bn"},
	{unicode.Tamil, "ta"},
	{unicode.Telugu, "te"},
	{unicode.Malayalam, "ml"},
	{unicode.Gujarati, "gu"},
	{unicode.Gurmukhi, "pa"},
	{unicode.Khmer, "km"},
	{unicode.Lao, "lo"},
	{unicode.Myanmar, "my"},
	{unicode.Ethiopic, "am"},
}

// runeBoundary is the last beginning of a character at or before byte n of s.
func runeBoundary(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// languageTag is the language that a value names by its code or its name in English; "" if nobody can tell.
func languageTag(value string) string {
	value = strings.TrimSpace(value)
	if tag, err := language.Parse(value); err == nil && value != "" {
		return tag.String()
	}
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune(";,/()|", r) }) {
		if tag := languageNamed(part); tag != "" { // "GERMAN; DEUTSCH"
			return tag
		}
	}
	return ""
}
