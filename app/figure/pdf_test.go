package figure

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/bidi"

	"standpoint/store"
)

func asPDF(t testing.TB, p *Picture) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfFile is what a reader that shares no code with the writer finds in a PDF: its objects, and those that are packed unpacked.
type pdfFile struct {
	t       testing.TB
	objects map[string]string
}

func readPDF(t testing.TB, file []byte) pdfFile {
	t.Helper()
	f := pdfFile{t, map[string]string{}}
	for _, m := range regexp.MustCompile(`(?s)\n(\d+) 0 obj\n(.*?)\nendobj`).FindAllSubmatch(file, -1) {
		head, data, isStream := bytes.Cut(m[2], []byte("\nstream\n"))
		f.objects[string(m[1])] = string(m[2])
		if isStream {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			unpacked, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			f.objects[string(m[1])] = string(head) + "\n" + string(unpacked)
		}
	}
	return f
}

// all are the objects that have something.
func (f pdfFile) all(what string) (list []string) {
	for _, o := range f.objects {
		if strings.Contains(o, what) {
			list = append(list, o)
		}
	}
	return list
}

// refers is the object to which another refers.
func (f pdfFile) refers(object, as string) string {
	m := regexp.MustCompile(as + ` (\d+) 0 R`).FindStringSubmatch(object)
	if m == nil {
		f.t.Fatalf("nothing is %s in %s", as, object)
	}
	return f.objects[m[1]]
}

// meanings says which text each glyph of a font stands for, and how wide it is.
func (f pdfFile) meanings(font string) map[string]string {
	texts := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^<(....)><(.*)>$`).FindAllStringSubmatch(f.refers(font, "/ToUnicode"), -1) {
		raw, err := hex.DecodeString(m[2])
		if err != nil {
			f.t.Fatal(err)
		}
		var units []uint16
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		texts[m[1]] = string(utf16.Decode(units))
	}
	return texts
}

// said are the texts of all pages, each as it is seen from the left.
func (f pdfFile) said() (list []string) {
	names := f.all("/Font<<")[0]
	fonts := map[string]map[string]string{}
	for _, m := range regexp.MustCompile(`(/F\d+) (\d+) 0 R`).FindAllStringSubmatch(names, -1) {
		fonts[m[1]] = f.meanings(f.objects[m[2]])
	}
	for _, content := range f.all("BDC\n") {
		for _, one := range regexp.MustCompile(`(?s)BT\n(.*?)ET\n`).FindAllStringSubmatch(content, -1) {
			text, font := "", map[string]string{}
			for _, m := range regexp.MustCompile(`(/F\d+) |<([0-9A-F]*)>`).FindAllStringSubmatch(one[1], -1) {
				if m[1] != "" {
					font = fonts[m[1]]
				}
				for i := 0; i < len(m[2]); i += 4 {
					stands, is := font[m[2][i:i+4]]
					if !is {
						f.t.Errorf("a glyph %s stands for nothing", m[2][i:i+4])
					}
					text += stands
				}
			}
			list = append(list, text)
		}
	}
	return list
}

// seen is a text as it is seen from the left.
func seen(t testing.TB, words string) string {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(words); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	all, begin := "", order.Run(0)
	for i := range order.NumRuns() {
		run := order.Run(i)
		part := run.String()
		if run.Direction() == bidi.RightToLeft {
			part = bidi.ReverseString(part)
		}
		if begin.Direction() == bidi.RightToLeft {
			all = part + all
		} else {
			all += part
		}
	}
	return all
}

// spoken is a picture of names in many scripts.
func spoken() (*Picture, []string) {
	names := []string{
		"Office of Traffic, office AVATAR", "вул. Ґонти", "Ὀδυσσεύς", "e\u0301 q\u0308 В\u0301", "港湾管理委員会", "한국어", "กำแพงน้ำ", "किर्ति क्षि",
		"وزارة الخارجية", "الله لا إله", "بِسْمِ", "משרד החוץ", "לָמָה", "abc משרד החוץ, ok", "▲ ▼ ●",
	}
	p := head("Many scripts", "en")
	for i, name := range names {
		p.words(40, 70+float64(i)*24, bodySize, name, Shape{Bold: i%2 == 1, Halo: i%3 == 0})
	}
	p.foot(70+24*float64(len(names)), nil)
	return p, names
}

func TestThePDFOfAFigureSaysEachOfItsWordsOnce(t *testing.T) {
	pictures := all(t, invented(12, 6, 60), "en")
	pictures["scripts"], _ = spoken()
	for name, p := range pictures {
		var want []string
		for _, s := range p.printed() {
			if s.Kind == Words {
				want = append(want, seen(t, s.Text))
			}
		}
		got := readPDF(t, asPDF(t, p)).said()
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (- wanted, + got):\n%s", name, diff)
		}
	}
}

// direction are the characters by which pdftotext tells the direction of what it reads.
var direction = regexp.MustCompile("[\u200e\u200f\u202a-\u202e]")

func TestAnotherProgramFindsTheWordsOfAPDF(t *testing.T) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not there")
	}
	read := func(p *Picture) string {
		c := exec.CommandContext(t.Context(), program, "-raw", "-", "-")
		c.Stdin = bytes.NewReader(asPDF(t, p))
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		return direction.ReplaceAllString(string(out), "")
	}
	p, names := spoken()
	got := read(p)
	for _, name := range names {
		for _, word := range strings.Fields(name) { // it puts a mark at the end of one in Arabic beside it
			if word = strings.TrimRight(word, "\u0650,"); !strings.Contains(got, word) {
				t.Errorf("of %q it does not find %q", name, word)
			}
		}
	}
	if t.Failed() {
		t.Log(got)
	}
	rows := sample(t)
	aslant := read(Table(rows, Options{Language: "en"})) // the heads of its columns are turned
	for _, issue := range rows.Table().Columns {
		if !strings.Contains(aslant, issue.Label) {
			t.Errorf("in the table it does not find %q", issue.Label)
		}
	}
	for name, p := range all(t, invented(5, 4, 60), "en") {
		got, cut := strings.Join(strings.Fields(read(p)), " "), 0
		for _, s := range p.printed() {
			if strings.HasPrefix(s.Whole, "A Name") && s.Whole != s.Text {
				if cut++; !strings.Contains(got, s.Whole) {
					t.Errorf("in %s %q is not found by its whole name", name, s.Text)
				}
			}
		}
		if cut == 0 && name != "ties" {
			t.Errorf("in %s no name is cut", name)
		}
	}
}

func TestThePDFOfAFigureIsTheSameEachTime(t *testing.T) {
	for name, p := range all(t, invented(12, 6, 60), "en") {
		first := asPDF(t, p)
		if !bytes.Equal(first, asPDF(t, p)) {
			t.Errorf("%s differs", name)
		}
	}
}

// quoted are many changes, with words of both sides.
func quoted(t testing.TB, changes int) *Picture {
	t.Helper()
	rows := invented(changes/5, 6, 6*changes)
	o := Options{Language: "en", Quotes: map[store.ID]string{}}
	for _, h := range rows.Holdings.Positions {
		o.Quotes[h.ID] = "We said so in spring, and we say so again: the harbour stays open for all who come. Порт открыт."
	}
	p := Changes(rows, o)
	if n := len(p.Breaks); n < changes {
		t.Fatalf("there are %d changes, want %d", n, changes)
	}
	return p
}

func TestAPDFHasEachFontOnceAndIsAsLargeAsItsWords(t *testing.T) {
	for _, changes := range []int{65, 260} {
		p := quoted(t, changes)
		file := asPDF(t, p)
		f := readPDF(t, file)
		fonts, pages := len(f.all("/FontFile3")), len(f.all("/Type/Page/"))
		// Two faces, what they lack from the system's, and no glyph twice.
		if fonts > 4 || pages != len(p.pages())+1 {
			t.Errorf("%d changes have %d fonts on %d pages", changes, fonts, pages)
		}
		glyphs := 0
		for _, font := range f.all("/Subtype/Type0") {
			texts := f.meanings(font)
			glyphs += len(texts)
			once := map[string]bool{}
			for _, text := range texts {
				once[text] = true
			}
			if len(once) != len(texts) && !strings.Contains(font, "CJK") && !strings.Contains(font, "Sans") { // those of Arabic differ by place
				t.Errorf("%d glyphs stand for %d texts", len(texts), len(once))
			}
		}
		letters := 0
		for _, s := range p.Shapes {
			letters += len([]rune(s.Text))
		}
		const aGlyph, aLetter, rest = 200, .75, 6000 // bytes
		if most := aGlyph*float64(glyphs) + aLetter*float64(letters) + rest; float64(len(file)) > most {
			t.Errorf("%d changes with %d letters and %d glyphs have %d bytes, more than %.0f", changes, letters, glyphs, len(file), most)
		}
	}
}

func TestAPDFTellsItsTitleLanguageAndWhatItShows(t *testing.T) {
	rows := sample(t)
	for name, c := range map[string]struct {
		p    *Picture
		role string // what each page is
	}{"table": {Table(rows, Options{Language: "de"}), "/S/Figure"}, "changes": {quoted(t, 20), "/S/P/"}} {
		f := readPDF(t, asPDF(t, c.p))
		catalogue := f.all("/Type/Catalog")[0]
		if !strings.Contains(catalogue, "/Lang("+c.p.Language+")") || !strings.Contains(catalogue, "/DisplayDocTitle true") {
			t.Errorf("%s: %s", name, catalogue)
		}
		if parts := f.all(c.role); len(parts) != len(c.p.pages())+1 || (c.role == "/S/Figure") != strings.Contains(parts[0], "/Alt(") {
			t.Errorf("%s has %d parts: %q", name, len(parts), parts)
		}
		if len(f.all("/Title(")) != 1 {
			t.Errorf("%s has no title", name)
		}
	}
}

// The letters of a PDF stand where those of a picture of pixels do.
func TestLettersOfAPDFAreAsWideAsTheyAreSeen(t *testing.T) {
	p, names := spoken()
	f := readPDF(t, asPDF(t, p))
	for _, name := range names {
		list, width := setter().letters(name, false)
		_, outlined := setter().outline(name, false)
		sum := 0.0
		for _, l := range list {
			if math.Abs(l.at-sum) > 1e-9 {
				t.Errorf("%q of %q stands at %v, want %v", l.text, name, l.at, sum)
			}
			sum += l.advance
		}
		if width != outlined || math.Abs(sum-width) > 1e-9 || width == 0 {
			t.Errorf("%q is %v wide, %v drawn, and its letters are %v", name, width, outlined, sum)
		}
	}
	// Room between letters is told only where two are nearer or farther than they are wide.
	for _, content := range f.all("BDC\n") {
		for _, m := range regexp.MustCompile(`>(-?[\d.]+)<`).FindAllStringSubmatch(content, -1) {
			if room, err := strconv.ParseFloat(m[1], 64); err != nil || math.Abs(room) < .5 || math.Abs(room) > 500 {
				t.Errorf("between two letters are %s thousandths of an em", m[1])
			}
		}
	}
}

func TestPartsOfATextInTheOtherDirectionStandInOrder(t *testing.T) {
	for words, want := range map[string]string{
		"abc משרד, ٣ ok": seen(t, "abc משרד, ٣ ok"), "משרד abc def 12": seen(t, "משרד abc def 12"), "abc": "abc",
	} {
		list, _ := setter().letters(words, false)
		got := ""
		for _, l := range list {
			if l.fromRight {
				got += bidi.ReverseString(l.text)
			} else {
				got += l.text
			}
		}
		if got != want {
			t.Errorf("%q is set as %q, want %q", words, got, want)
		}
	}
}

func TestEachScriptIsSetInAFaceThatHasIt(t *testing.T) {
	program, err := exec.LookPath("fc-list")
	if err != nil {
		t.Skip("fc-list is not there")
	}
	for language, words := range map[string]string{
		"th": "กำแพงน้ำ", "hi": "किर्ति", "ar": "وزارة", "he": "משרד", "zh": "港湾管理", "ko": "한국어", "uk": "Ґонта",
	} {
		out, err := exec.CommandContext(t.Context(), program, ":lang="+language, "family").Output()
		if err != nil || len(out) == 0 {
			continue // no face here has it
		}
		list, _ := setter().letters(words, false)
		for _, l := range list {
			if l.glyphs[0].id == 0 {
				t.Errorf("%q of %q is not seen", l.text, words)
			}
		}
	}
}
