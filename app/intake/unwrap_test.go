package intake

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Invented news in several languages, a paragraph a line.
var prose = map[string]string{
	"English": `The minister of Norvia, Anna Kessel, said on Friday that her country would never accept foreign observers on the bridge at ` +
		`Quill, and that the talks would end if they came. “We have said so from the first day,” she told reporters in the harbour.
Officials of Velia answered that nobody had asked for observers. Two of them, who spoke on condition that they were not named, called ` +
		`the statement a pre- and post-election speech – and nothing more. The face-to-face meeting of 16 May will be held all the same, at 3 ` +
		`p.m., in a well-known hotel.
The ferry, which has not sailed since the winter, is to be repaired by the end of the month; the harbour of Quill pays half of what it ` +
		`costs, and the Northern Wire Service reported that the rest comes from a fund.`,
	"German": `Die Ministerin von Norvia, Anna Kessel, sagte am Freitag, dass ihr Land niemals fremde Beobachter auf der Brücke bei Quill ` +
		`dulden werde und dass die Gespräche enden würden, wenn sie kämen. „Das haben wir vom ersten Tag an gesagt“, erklärte sie vor ` +
		`Journalisten im Hafen.
Beamte aus Velia antworteten, dass niemand um Beobachter gebeten habe. Zwei von ihnen, die ihren Namen nicht nennen wollten, sprachen ` +
		`von einer Rede für die Wähler und von nichts anderem. Das Treffen wird trotzdem stattfinden, in einem Hotel, das alle kennen, und ` +
		`ohne die Presse.`,
	"Russian": `Министр Норвии Анна Кессель заявила в пятницу, что её страна никогда не согласится на иностранных наблюдателей на мосту у ` +
		`Квилла и что переговоры прекратятся, если они приедут. «Мы говорили об этом с первого дня», — сказала она журналистам в порту.
Чиновники Велии ответили, что никто не просил о наблюдателях. Двое из них, не пожелавшие назвать себя, заявили, что это речь для ` +
		`избирателей — и ничего больше. Встреча всё равно состоится в известной гостинице, без прессы.`,
	"Turkish": `Norvia bakanı Anna Kessel cuma günü yaptığı açıklamada ülkesinin Quill yakınındaki köprüde yabancı gözlemcileri asla kabul ` +
		`etmeyeceğini ve gözlemciler gelirse görüşmelerin sona ereceğini söyledi. “Bunu ilk günden beri söylüyoruz” dedi.
Velia yetkilileri ise kimsenin gözlemci istemediğini belirtti. Adlarının açıklanmasını istemeyen iki yetkili bunun seçmenlere yönelik ` +
		`bir konuşma olduğunu ve başka bir anlam taşımadığını ifade etti.`,
	"Arabic": `قالت وزيرة نورفيا آنا كيسل يوم الجمعة إن بلادها لن تقبل أبدا مراقبين أجانب على الجسر قرب كويل وإن المحادثات ستنتهي إذا ` +
		`جاؤوا، وأضافت أن حكومتها أعلنت ذلك منذ اليوم الأول أمام الصحفيين في الميناء.
ورد مسؤولون في فيليا بأن أحدا لم يطلب مراقبين، وقال اثنان منهم طلبا عدم ذكر اسميهما إن هذا خطاب للناخبين لا أكثر ولا أقل، وسيعقد ` +
		`الاجتماع رغم ذلك في فندق معروف وبدون صحافة.`,
}

// wrap breaks the paragraphs of a text at a width, as mail programs do.
func wrap(s string, width int) string {
	var out []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
				out = append(out, line)
				line = word
				continue
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// blankBetween puts a blank line between paragraphs.
func blankBetween(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") }

func TestAWrappedTextComesBack(t *testing.T) {
	for language, s := range prose {
		s += "\n" + s // a text is short until it has several line ends
		for width := 40; width <= 100; width++ {
			for _, text := range []string{blankBetween(s), "A headline\n\n" + blankBetween(s) + "\n\nThe end"} {
				if got := unwrap(wrap(text, width)); got.text != text || got.joins == 0 {
					t.Errorf("%s at %d:\n%s", language, width, got.text)
					break
				}
			}
		}
	}
}

// TestAWrappedTextComesBackWhateverItsWords draws articles of random sentences.
func TestAWrappedTextComesBackWhateverItsWords(t *testing.T) {
	words := strings.Fields(prose["English"])
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		var paragraphs []string
		for range rapid.IntRange(1, 6).Draw(t, "paragraphs") {
			var s []string
			for range 120 + random.IntN(100) {
				s = append(s, strings.Trim(words[random.IntN(len(words))], "–.?“”1236"))
			}
			s = slices.DeleteFunc(s, func(word string) bool { return word == "" || strings.HasSuffix(word, "-") })
			for i := 11; i < len(s); i += 9 + random.IntN(15) {
				s[i] += "."
			}
			paragraphs = append(paragraphs, "When "+strings.Join(s, " ")+".")
		}
		text := strings.Join(paragraphs, "\n\n")
		width := rapid.IntRange(40, 120).Draw(t, "width")
		if got := unwrap(wrap(text, width)); got.text != text {
			t.Fatalf("at %d:\n%s\nbecame\n%s", width, wrap(text, width), got.text)
		}
		if got := unwrap(text); got.text != text || got.joins != 0 {
			t.Fatalf("unwrapped already, it became\n%s", got.text)
		}
	})
}

func TestParagraphsWithoutABlankLineBetweenComeBack(t *testing.T) {
	// The last line of each paragraph has room for a word at this width.
	for language, s := range prose {
		width := 72
		for !hasRoom(s, width) {
			width++
		}
		if got := unwrap(wrap(s, width)); got.text != s {
			t.Errorf("%s at %d:\n%s", language, width, got.text)
		}
	}
}

// hasRoom reports whether the last line of each paragraph, once wrapped, has
// room for the first word of the next.
func hasRoom(s string, width int) bool {
	paragraphs := strings.Split(s, "\n")
	for i, p := range paragraphs[:len(paragraphs)-1] {
		lines := strings.Split(wrap(p, width), "\n")
		first, _, _ := strings.Cut(paragraphs[i+1], " ")
		if utf8.RuneCountInString(lines[len(lines)-1])+1+utf8.RuneCountInString(first) > width {
			return false
		}
	}
	return true
}

func TestLinesOfOneFontThatAreNotOfOneLengthAreJoined(t *testing.T) {
	// As copied from a PDF: a line holds as many letters as their widths allow.
	widths := map[rune]int{'i': 3, 'l': 3, 't': 4, 'f': 4, 'r': 4, 'm': 9, 'w': 8, ' ': 3, '.': 3, ',': 3, '“': 4, '”': 4}
	measure := func(s string) int {
		n := 0
		for _, r := range s {
			n += max(widths[r], 6*min(1, 1-min(widths[r], 1)))
		}
		return n
	}
	text := blankBetween(prose["English"] + "\n" + strings.ReplaceAll(prose["English"], "Quill", "Aldern"))
	for width := 380; width <= 520; width += 7 {
		var out []string
		for paragraph := range strings.SplitSeq(text, "\n") {
			line := ""
			for word := range strings.FieldsSeq(paragraph) {
				if line != "" && measure(line+" "+word) > width {
					out = append(out, line)
					line = word
					continue
				}
				line = strings.TrimPrefix(line+" "+word, " ")
			}
			out = append(out, line)
		}
		if got := unwrap(strings.Join(out, "\n")); got.text != text {
			t.Errorf("at %d:\n%s", width, got.text)
		}
	}
}

// around puts something that stands as it is between wrapped paragraphs.
func around(what string) string {
	paragraphs := strings.Split(blankBetween(prose["English"]), "\n\n")
	return wrap(paragraphs[0], 72) + "\n\n" + what + "\n\n" + wrap(paragraphs[1]+"\n\n"+paragraphs[2], 72)
}

// asTheyAre are texts whose line ends mean something.
var asTheyAre = map[string]string{
	"a poem": "The harbour sleeps beneath the snow,\nThe ferry lies in ice,\nAnd none who wait will ever know\nWho paid for it, or " +
		"twice.\n\n" +
		"The lamp above the customs house\nIs lit for nobody,\nAnd nothing but a harbour mouse\nGoes out to look at sea.",
	"a poem in small letters": "the harbour sleeps beneath the snow\nthe ferry lies in ice and waits\nfor all of those who will not go\n" +
		"and those who closed the iron gates\nthe lamp above the customs house\nis lit for no one any more\nand only one more harbour " +
		"mouse\nwill ever walk along the shore",
	"long verse": "The harbour sleeps beneath the snow of all the winters that we knew,\nAnd nobody will ask the way or say what else " +
		"there is to do;\n" +
		"The ferry lies in ice and waits for those who never will come back,\nThe iron gates are closed again, the water in the lock is " +
		"black;\n" +
		"The lamp above the customs house is lit for nobody tonight,\nAnd only one old harbour mouse goes out to look at all that white.",
	"a list": "- the bridge at Quill\n- the ferry\n- the customs house, with its lamp and all that is in it and under it, to be paid by " +
		"both\n- the lock\n- the road to the harbour",
	"a list of numbers": "1. Norvia withdraws its guards from the bridge at Quill by the end of May\n2. Velia opens the lock to the ships " +
		"of all countries within ten days\n" +
		"3. Both of them pay for the ferry, and neither asks who broke it in winter\n4. Observers of the Northern League may come to the " +
		"bridge but not stay on it\n5. All the rest is left to later talks",
	"a list without marks": "bridge at Quill\nferry\ncustoms house\nlock\nroad to the harbour\nlamp\niron gates\nguards\nobservers\nice",
	"a table": "Place      Norvia   Velia\nQuill      12       14\nAldern     3        no guards\nHarbour    none     " +
		"120\nLock       7        7",
	"a table with tabs": "Quill\t12\tthe bridge and the customs house are closed all year\nAldern\t3\tthe road and the lock are closed " +
		"in the winter alone\nLock\t1\tall of it is open",
	"a table with bars": "| Quill  | the bridge and the customs house are closed all year  |\n| Aldern | the road and the lock are " +
		"closed in the winter alone |\n| Lock   | all of it is open now and will be open later as well |",
	"dialogue": "“Will you sign?” she asked.\n“Never,” he said.\n“And the ferry?”\n“It lies in ice.”\n“So it does,” she said, " +
		"and went.\n“Wait,” he said.",
	"dialogue with dashes": "— Вы подпишете? — спросила она.\n— Никогда, — сказал он.\n— А паром?\n— Он во льду.\n— Да, — сказала она и " +
		"ушла.\n— Подождите, — сказал он.",
	"an interview": "Gazette: Will you sign what is on the table?\nKessel: We have said that we never will.\nGazette: And what of " +
		"the ferry?\nKessel: It lies in ice.\nGazette: Until when?\nKessel: Ask the ice.",
	"an address": "Northern Wire Service\n14 Quay Street\nQuill 2031\nNorvia\ntel. 555 0142\nwire@quill.example",
	"headlines": "Talks begin in Quill\nFerry still in ice\nNorvia says no to observers again\nWho pays for the lock?\nHarbour " +
		"closed on Friday\nKessel to speak at noon",
	"long headlines": "Norvia Says It Will Never Accept Observers On The Bridge\nVelia Answers That Nobody Has Asked For Any " +
		"Observers\nFerry To Be Repaired Before The End Of The Long Winter\nHarbour Of Quill Pays Half Of What The Ferry Will Cost\nTalks To " +
		"Go On In A Hotel That All The World Has Known",
	"paragraphs":            prose["English"],
	"paragraphs and blanks": blankBetween(prose["English"]),
	"Chinese":               strings.Repeat("外国观察员问题上双方没有达成一致意见部长说她的国家永远不会接受\n", 8),
	"Chinese with spaces":   strings.Repeat("外国 观察员 问题上 双方 没有 达成 一致 意见 部长 说 她的 国家\n", 8),
	"Korean":                strings.Repeat("장관은 금요일에 자국이 외국 참관인을 결코 받아들이지 않을 것이라고 말했다 그리고\n", 8),
	"Thai":                  strings.Repeat("รัฐมนตรีกล่าวเมื่อวันศุกร์ว่าประเทศของตนจะไม่ยอมรับผู้สังเกตการณ์\n", 8),
	"short": "The minister of Norvia, Anna Kessel, said that her country would\nnever accept foreign observers on the " +
		"bridge, and that the talks\nwould end if they came.",
	"notes of a meeting": "spoke with Kessel about the bridge\nshe wants no observers at all\nferry later, says money is there\nask Velia " +
		"who pays for the lock and when\ncall back on Friday before noon\nthen write it all up",
	"a signature": "Anna Kessel\nMinister\nHarbour House, Quill\n-- \nThe minister answers no letters.",
}

func TestATextThatIsNotWrappedStaysAsItIs(t *testing.T) {
	for name, in := range asTheyAre {
		t.Run(name, func(t *testing.T) {
			if got := unwrap(in); got.text != in || got.joins != 0 {
				t.Errorf("at %d it became\n%s", got.width, got.text)
			}
		})
	}
}

// What is no prose keeps its lines also where the text around it is wrapped.
func TestVerseListsAndTablesKeepTheirLinesInAWrappedText(t *testing.T) {
	for _, name := range []string{
		"a poem", "a poem in small letters", "a list of numbers", "a list without marks", "a table", "a table with tabs", "a table with bars",
		"dialogue", "dialogue with dashes", "an interview", "an address", "headlines", "long headlines", "a signature", "notes of a meeting",
	} {
		t.Run(name, func(t *testing.T) {
			got := unwrap(around(asTheyAre[name]))
			if got.joins == 0 {
				t.Fatal("the text around it was not recognised")
			}
			paragraphs := strings.Split(blankBetween(prose["English"]), "\n\n")
			if want := paragraphs[0] + "\n\n" + asTheyAre[name] + "\n\n" + paragraphs[1] + "\n\n" + paragraphs[2]; got.text != want {
				t.Errorf("it became\n%s", got.text)
			}
		})
	}
}

func TestLinesNextToAWrappedParagraphStayApart(t *testing.T) {
	paragraph := strings.ReplaceAll(prose["English"], "\n", " ")
	for _, test := range []struct{ name, in, want string }{
		{"a headline above", "Talks begin\n" + wrap(paragraph, 72), "Talks begin\n" + paragraph},
		{"a name below", wrap(paragraph, 72) + "\nAnna Brandt", paragraph + "\nAnna Brandt"},
		{
			"items that are wrapped themselves", "Agreed:\n- " + wrap(paragraph, 72) + "\n- " + wrap(paragraph, 72),
			"Agreed:\n- " + paragraph + "\n- " + paragraph,
		},
		{
			"items with hanging lines", "* " + strings.ReplaceAll(wrap(paragraph, 70), "\n", "\n  ") + "\n* " +
				strings.ReplaceAll(wrap(paragraph, 70), "\n", "\n  "),
			"* " + paragraph + "\n* " + paragraph,
		},
		{
			"first lines with an indent", "   " + wrap(paragraph, 72) + "\n   " + wrap(paragraph, 72),
			"   " + paragraph + "\n   " + paragraph,
		},
		{
			"all of it indented", "    " + strings.ReplaceAll(wrap(paragraph, 68), "\n", "\n    "),
			"    " + paragraph,
		},
		{
			"a mail that is quoted", "She wrote:\n\n> " + strings.ReplaceAll(wrap(paragraph, 70), "\n", "\n> ") + "\nI do not agree.",
			"She wrote:\n\n> " + paragraph + "\nI do not agree.",
		},
		{
			"a rule between", wrap(paragraph, 72) + "\n------------------------------\n" + wrap(paragraph, 72),
			paragraph + "\n------------------------------\n" + paragraph,
		},
		{
			"addresses of the web", wrap(paragraph, 72) + "\nhttps://gazette.example/a-long-address-of-a-page/that-fills-the-line\n" +
				"https://gazette.example/a-long-address-of-a-page/that-fills-the-next",
			paragraph + "\nhttps://gazette.example/a-long-address-of-a-page/that-fills-the-line\n" +
				"https://gazette.example/a-long-address-of-a-page/that-fills-the-next",
		},
		{"lines that end with a space", strings.ReplaceAll(wrap(paragraph, 72), "\n", " \n"), paragraph},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := unwrap(test.in); got.text != test.want {
				t.Errorf("it became\n%s", got.text)
			}
		})
	}
}

func TestAWordDividedAtALineEndIsMadeWhole(t *testing.T) {
	for _, test := range []struct {
		before, after string // of the line end
		elsewhere     string // in the text
		want          string
		doubtful      bool
	}{
		{"re-", "leased", "It was released.", "released", false},
		{"Re-", "leased", "It was RELEASED.", "Released", false},
		{"re-", "leased", "It was re-leased.", "re-leased", false},
		{"re-", "leased", "", "re-leased", true},
		{"nego-", "tiations", "", "nego-tiations", true},
		{"negotia-", "tions", "", "negotiations", false},
		{"govern-", "ment", "", "government", false},
		{"Regie-", "rung", "", "Regierung", false},
		{"перего-", "ворах", "О переговорах.", "переговорах", false},
		{"соглаше-", "ние", "", "соглашение", false},
		{"ob\u00AD", "servers", "", "observers", false},
		{"Norvia-", "Velia", "", "Norvia-Velia", false},
		{"face-to-", "face", "", "face-to-face", false},
		{"20-", "year", "", "20-year", false},
		{"e-", "mail", "", "e-mail", false},
		{"pre-", "and postwar", "", "pre- and postwar", false},
		{"well-", "known", "It was well known.", "well-known", true},
		{"the talks –", "she said", "", "the talks – she said", false},
		{"the talks—", "she said", "", "the talks—she said", false},
	} {
		t.Run(test.before+test.after, func(t *testing.T) {
			const line = "the harbour of the town that they went to was by then "
			width := utf8.RuneCountInString(line + test.before)
			words := strings.Repeat("and the minister of that country said to them on the day that it was so ", 5)
			head := wrap(words, width)
			head = head[:strings.LastIndex(head, "\n")+1] // without the last line, which may be short
			in := head + line + test.before + "\n" + wrap(test.after+" by those who had it there "+words, width) + ". " + test.elsewhere
			got := unwrap(in)
			want := line + test.want + " by those who"
			if !strings.Contains(got.text, want) || len(got.doubtful) > 0 != test.doubtful {
				t.Errorf("%q is not in\n%s\ndoubtful %q", want, got.text, got.doubtful)
			}
		})
	}
}

func TestJoiningTwiceIsJoiningOnce(t *testing.T) {
	for _, s := range prose {
		for _, width := range []int{45, 60, 72, 90} {
			once := unwrap(wrap(s, width)).text
			if twice := unwrap(once); twice.text != once {
				t.Errorf("at %d\n%s\nbecame\n%s", width, once, twice.text)
			}
		}
	}
}

func TestTheResultSaysThatLinesWereJoined(t *testing.T) {
	in := "Title: Ferry\n\n" + wrap(blankBetween(prose["English"]), 72)
	d, err := parseOne(t, "news.txt", []byte(in), Options{})
	if err != nil || d.Body != blankBetween(prose["English"]) {
		t.Fatalf("%q, %v", d.Body, err)
	}
	if d.Joined == 0 || len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), fmt.Sprint(d.Joined, " line ends")) {
		t.Errorf("%d joined, notes %q", d.Joined, d.Notes)
	}
	d, err = parseOne(t, "news.txt", []byte(in), Options{KeepLines: true})
	if err != nil || d.Body != wrap(blankBetween(prose["English"]), 72) || d.Joined != 0 || len(d.Notes) != 0 {
		t.Errorf("when lines are kept: %+v, %v", d, err)
	}
}

// Lines of random length that end anywhere are no wrapped text. One in a hundred may look like one by chance.
func TestLinesOfAnyLengthStayAsTheyAre(t *testing.T) {
	const texts = 400
	words := strings.Fields(strings.ToLower(prose["English"]))
	joined := 0
	for seed := range uint64(texts) {
		random := rand.New(rand.NewPCG(seed, 2))
		least, more := 1+random.IntN(9), 8+random.IntN(13)
		var lines []string
		for range random.IntN(61) {
			var line []string
			for range least + random.IntN(more) {
				line = append(line, words[random.IntN(len(words))])
			}
			lines = append(lines, strings.Join(line, " "))
		}
		if in := strings.Join(lines, "\n"); unwrap(in).text != in {
			joined++
		}
	}
	if joined*100 > texts {
		t.Errorf("%d of %d texts were taken for wrapped ones", joined, texts)
	}
}

func FuzzUnwrap(f *testing.F) {
	for _, s := range prose {
		f.Add(wrap(s, 60))
	}
	f.Add(wrap(prose["English"], 50) + "\n>> a\n- b-\nc\u00AD\n\n1. d\n\t|e|f|")
	f.Fuzz(func(t *testing.T, s string) {
		got := unwrap(s)
		if letters(got.text) != letters(s) {
			t.Fatalf("%q became %q", s, got.text)
		}
		if (got.joins == 0) != (got.text == s) {
			t.Fatalf("%d joins: %q became %q", got.joins, s, got.text)
		}
	})
}
