package intake

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"standpoint/store/say"
)

// writtenTexts are invented texts of several hundred letters, by their language; others are those of stories.
var writtenTexts = map[string]string{
	"tr": "Limanın yeniden açılmasına ilişkin görüşmeler cuma günü feribotsuz, tarihsiz ve ortak bir açıklama " +
		"olmadan sona erdi. Masaya yetişmek için bütün gece yol alan Bakan Anna Kessel, “Rıhtım pazartesi " +
		"açılacak,” dedi; yanında kimse başını sallamadı. Limanın sahipleri plandan haberdar " +
		"edilmediklerini, okuduktan sonra basınla konuşacaklarını söylediler. Avukatları taslağı “kimseye " +
		"yazılmamış bir mektup” diye niteledi ve arka kapıdan çıktı. Geçen kıştaki fırtınadan beri un ve " +
		"ilaç adalara helikopterle geliyor. Dağıtan kooperatif her akşam miktarları okulun kapısına yazıyor; " +
		"perşembe günü on bir çuval vardı.",
	"pl": "Rozmowy o ponownym otwarciu portu zakończyły się w piątek bez promu, bez daty i bez wspólnego " +
		"zdania. „Nabrzeże zostanie otwarte w poniedziałek”, powiedziała minister Anna Kessel, która jechała " +
		"całą noc, żeby zdążyć do stołu. Nikt obok niej nie skinął głową. Właściciele portu oświadczyli, że " +
		"o planie ich nie powiadomiono i że porozmawiają z prasą, gdy go przeczytają. Ich adwokat nazwał " +
		"projekt „listem do nikogo” i wyszedł tylnymi drzwiami. Od zimowej burzy mąka i lekarstwa trafiają " +
		"na wyspy śmigłowcem.",
	"cs": "Jednání o znovuotevření přístavu skončila v pátek bez trajektu, bez data a bez společné věty. " +
		"„Nábřeží se otevře v pondělí,“ řekla ministryně Anna Kesselová, která jela celou noc, aby stihla " +
		"jednání. Nikdo vedle ní nepřikývl. Majitelé přístavu uvedli, že o plánu nebyli zpraveni a že budou " +
		"mluvit s tiskem, až si ho přečtou. Jejich právník označil návrh za „dopis nikomu“ a odešel zadním " +
		"vchodem. Od předloňské zimní bouře se mouka a léky vozí na ostrovy vrtulníkem.",
	"hu": "A kikötő újranyitásáról folyó tárgyalások pénteken komp, időpont és közös nyilatkozat nélkül értek " +
		"véget. „A rakpart hétfőn megnyílik” – mondta Anna Kessel miniszter, aki egész éjjel utazott, hogy " +
		"odaérjen az asztalhoz. Mellette senki sem bólintott. A kikötő tulajdonosai azt mondták, hogy a " +
		"tervről nem értesítették őket, és hogy a sajtóval akkor beszélnek, amikor elolvasták.",
	"zh-Hant": "關於重新開放港口的會談於星期五結束，沒有渡輪，沒有日期，也沒有共同聲明。部長安娜·凱塞爾連夜趕來，她表示碼頭將於星期一開" +
		"放，但身邊沒有人點頭。港口的業主說，他們事先並不知道這個計劃，讀完之後才會向媒體表態。他們的律師稱草案是一封沒有收信人的" +
		"信，隨後從後門離開。自前年冬天的風暴以來，麵粉和藥品一直由直升機運到島上。負責分發的合作社每天晚上把數量寫在學校的門上，" +
		"星期四一共有十一袋。",
	"sv": "Samtalen om att öppna hamnen igen slutade på fredagen utan färja, utan datum och utan en gemensam " +
		"mening. Ägarna till hamnen sade att de inte hade fått veta något om planen, och att de skulle tala " +
		"med pressen när de hade läst den. Sedan stormen förra vintern kommer mjöl och läkemedel till öarna " +
		"med flyg.",
}

// textIn is a text in a language, its first so many letters.
func textIn(language string, letters int) string {
	s := writtenTexts[language]
	for _, story := range stories {
		if s == "" && story.language == language {
			s = strings.Join(story.paragraphs, "\n\n")
		}
	}
	for i, r := range s {
		if unicode.IsLetter(r) {
			letters--
		}
		if letters < 0 {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// encodable is a text with a plain quotation mark for each sign that an encoding has no place for, and the text in the encoding.
func encodable(t *testing.T, s, encoding string) (string, []byte) {
	t.Helper()
	enc, err := htmlindex.Get(encoding)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(encoding, "utf") {
		s = strings.Map(func(r rune) rune {
			if _, err := enc.NewEncoder().String(string(r)); err != nil {
				return '"'
			}
			return r
		}, s)
	}
	data, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return s, data
}

// What was written in an encoding that nothing names comes back letter by letter, from 300 letters as from a whole article.
func TestATextComesBackFromEveryEncoding(t *testing.T) {
	for _, test := range []struct{ encoding, languages string }{
		{"utf-8", "en uk zh ar"},
		{"utf-16le", "en uk zh ja ar"},
		{"utf-16be", "en uk zh ja ar"},
		{"windows-1251", "uk ru"},
		{"koi8-u", "uk ru"},
		{"windows-1254", "tr"},
		{"iso-8859-2", "pl cs hu"},
		{"windows-1250", "pl cs hu"},
		{"shift_jis", "ja"},
		{"euc-jp", "ja"},
		{"gb18030", "zh zh-Hant"},
		{"big5", "zh-Hant"},
		{"windows-1256", "ar"},
		{"windows-1252", "de fr en sv"},
	} {
		for language := range strings.FieldsSeq(test.languages) {
			for _, letters := range []int{300, 100_000} {
				t.Run(fmt.Sprintf("%s, %s, %d letters", test.encoding, language, letters), func(t *testing.T) {
					s, data := encodable(t, textIn(language, letters), test.encoding)
					if utf8.RuneCountInString(s) < 150 {
						t.Fatalf("only %d characters", utf8.RuneCountInString(s))
					}
					d, err := parseOne(t, "file.txt", data, Options{KeepLines: true})
					if err != nil || d.Body != s {
						t.Errorf("found out: %v, %q, want %q", err, d.Body, s)
					}
					d, err = parseOne(t, "file.txt", data, Options{KeepLines: true, Encoding: test.encoding})
					if err != nil || d.Body != s {
						t.Errorf("said: %v, %q, want %q", err, d.Body, s)
					}
				})
			}
		}
	}
}

func TestAnEncodingThatIsChosenCountsMoreThanTheDeclaredOne(t *testing.T) {
	page := `<html><head><meta charset="windows-1252"><title>Fähre</title></head><body><article><p>Die Fähre kam spät an, sagte der Kapitän ` +
		`den Leuten auf der Mole, und niemand wusste, warum.</p></article></body></html>`
	d, err := parseOne(t, "page.html", []byte(page), Options{Encoding: "utf-8"})
	if err != nil || d.Article.Title != "Fähre" || d.Encoding != "utf-8" {
		t.Errorf("as UTF-8 it is %q in %q, %v", d.Article.Title, d.Encoding, err)
	}
	if d, err = parseOne(t, "page.html", []byte(page), Options{}); err != nil || d.Article.Title != "FÃ¤hre" || d.Encoding != "windows-1252" {
		t.Errorf("as it is declared it is %q in %q, %v", d.Article.Title, d.Encoding, err)
	}
}

// Whoever chooses an encoding for several files chooses it also for those in which it has no part.
func TestAnEncodingThatIsChosenLeavesWhatSaysItsOwn(t *testing.T) {
	_, marked := encodable(t, "\ufeffПаром ушёл в полдень.", "utf-16le")
	_, head := encodable(t, "Title: Паром\n\n<p>Паром ушёл в полдень.</p>", "windows-1251")
	letter, err := os.ReadFile("testdata/documents/letter.docx")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data     []byte
		want     string
		encoding string // of which another can be chosen
	}{
		"marked.txt":  {marked, "Паром ушёл в полдень.", ""},
		"head.txt":    {head, "Паром ушёл в полдень.", "windows-1251"},
		"letter.docx": {letter, "The harbour of Quill has been closed for a year.", ""},
	} {
		d, err := parseOne(t, name, test.data, Options{Encoding: "windows-1251"})
		if err != nil || !strings.HasPrefix(d.Body, test.want) || d.Encoding != test.encoding {
			t.Errorf("%s is %q in %q, %v", name, d.Body, d.Encoding, err)
		}
	}
	_, err = parseOne(t, "damaged.txt", []byte("\xd0\x9f\xd0\xb0\xd1\x80\xd0\xbe\xd0\xbc \xff"), Options{})
	if !IsOfText(err) {
		t.Errorf("of a damaged text another encoding cannot be chosen: %v", err)
	}
	if _, err = parseOne(t, "damaged.docx", letter[:2000], Options{}); err == nil || IsOfText(err) {
		t.Errorf("of a damaged document another encoding can be chosen: %v", err)
	}
}

// A few words are enough, and a head in another language does not lead astray.
func TestAShortTextBelowAHeadInEnglishComesBack(t *testing.T) {
	for _, test := range []struct{ encoding, words string }{
		{"windows-1251", "Паром ушёл в полдень, сказал капитан."},
		{"windows-1251", "Пором відплив опівдні, сказав капітан, і більше ніхто його не бачив."},
		{"koi8-u", "Паром ушёл в полдень, сказал капитан, и больше его никто не видел."},
		{"windows-1256", "غادرت العبارة الميناء ظهراً، كما قال القبطان للصحفيين."},
		{"windows-1253", "Το πλοίο έφυγε το μεσημέρι, είπε ο καπετάνιος."},
		{"windows-1255", "המעבורת יצאה בצהריים, אמר רב החובל לעיתונאים."},
		{"windows-1252", "Die Fähre fuhr am Mittag ab, sagte der Kapitän, und niemand sah sie je wieder."},
	} {
		t.Run(test.encoding+", "+test.words, func(t *testing.T) {
			want, data := encodable(t, "Title: From another encoding\nAuthor: Mika Orlan\n\n"+test.words, test.encoding)
			_, want, _ = strings.Cut(want, "\n\n")
			d, err := parseOne(t, "file.txt", data, Options{KeepLines: true})
			if err != nil || d.Body != want || d.Article.Title != "From another encoding" {
				t.Errorf("read as %s: %q, want %q (%v)", d.Encoding, d.Body, want, err)
			}
		})
	}
}

// An encoding that was chosen may be the wrong one: what it cannot read is shown as a sign that looks like nothing, and is told of.
func TestWhatAnEncodingCannotReadIsToldOf(t *testing.T) {
	data := []byte("Title: Ferry\n\nLe bac part \xe0 l\x92heure, et l\x92\xe9t\xe9 s\x92ach\xe8ve.")
	d, err := parseOne(t, "a.txt", data, Options{Encoding: "shift_jis"})
	if err != nil || !strings.Contains(d.Body, "\uFFFD") {
		t.Fatalf("%q, %v", d.Body, err)
	}
	if !slices.ContainsFunc(d.Notes, func(s say.Sentence) bool { return strings.Contains(s.String(), "cannot be read as shift_jis") }) {
		t.Errorf("notes: %v", d.Notes)
	}
	if d, err = parseOne(t, "a.txt", data, Options{Encoding: "windows-1252"}); err != nil || len(d.Notes) > 0 {
		t.Errorf("of the right one: %v, %v", d.Notes, err)
	}
}
