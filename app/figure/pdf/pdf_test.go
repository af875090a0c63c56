package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype/tables"

	"standpoint/app/figure/pdf"
)

// hook is a glyph of lines and a curve, with two outlines.
func hook(width int) pdf.Glyph {
	g := pdf.Glyph{Width: width}
	g.MoveTo(10, -200)
	g.LineTo(1400, 20.4)
	g.CurveTo(-1300, 107, 0, 108, 5000, -1132)
	g.MoveTo(0, 0)
	g.LineTo(1, 1)
	return g
}

// stream is what an object holds that a pattern finds in a file.
func stream(t *testing.T, file []byte, pattern string) []byte {
	t.Helper()
	at := regexp.MustCompile(pattern + `[^>]*/Length (\d+)>>\nstream\n`).FindSubmatchIndex(file)
	if at == nil {
		t.Fatalf("nothing is like %s", pattern)
	}
	length, _ := strconv.Atoi(string(file[at[2]:at[3]]))
	z, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+length]))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func written(t *testing.T, d *pdf.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAGlyphIsReadBackAsItWasDrawn(t *testing.T) {
	d := pdf.New()
	f := d.NewFont("Some Face (of ours)", 800, -200)
	for i, width := range []int{0, 107, 108, 1131, 1132, 3000} {
		if n := f.Add(hook(width), "x"); int(n) != i+1 {
			t.Errorf("glyph %d has the number %d", i, n)
		}
	}
	d.AddPage(10, 10, nil)
	read, err := cff.Parse(stream(t, written(t, d), "CIDFontType0C"))
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Charstrings) != 7 {
		t.Fatalf("there are %d glyphs", len(read.Charstrings))
	}
	want := "0[10 -200] 1[1400 20] 3[-1300 107][0 108][5000 -1132] 1[10 -200] 0[0 0] 1[1 1] 1[0 0]"
	for i := 1; i < 7; i++ {
		segments, _, err := read.LoadGlyph(tables.GlyphID(i))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range segments {
			one := fmt.Sprint(s.Op)
			for _, at := range s.ArgsSlice() {
				one += fmt.Sprintf("[%v %v]", at.X, at.Y)
			}
			got = append(got, one)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("glyph %d is\n%s, want\n%s", i, strings.Join(got, " "), want)
		}
	}
}

func TestEveryGlyphSaysWhichTextItStandsFor(t *testing.T) {
	d := pdf.New()
	f := d.NewFont("Face", 800, -200)
	texts := []string{"a", "ﬁ", "q̈", "港", "😀"}
	for i := range 250 {
		f.Add(pdf.Glyph{}, texts[i%len(texts)])
	}
	d.AddPage(10, 10, nil)
	said := string(stream(t, written(t, d), `<<`+`/Filter`))
	for _, want := range []string{
		"\n100 beginbfchar\n<0001><0061>\n<0002><FB01>\n<0003><00710308>\n<0004><6E2F>\n<0005><D83DDE00>\n", "\n50 beginbfchar\n<00C9>", "<00FA>",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("there is no %q", want)
		}
	}
}

func TestADocumentIsWhereItSaysAndTellsWhatItIs(t *testing.T) {
	d := pdf.New()
	d.Title, d.Subject, d.Language, d.Described = `Who (stands\where)`, "Кто", "de", "A\rfigure ünd more"
	f := d.NewFont("Face", 800, -200)
	f.Add(hook(9), "x")
	d.NewOutline(hook(9))
	for range 3 {
		d.AddPage(600, 800.5, []byte("q Q\n"))
	}
	file := written(t, d)
	begin, _ := strconv.Atoi(string(regexp.MustCompile(`startxref\n(\d+)`).FindSubmatch(file)[1]))
	places := regexp.MustCompile(`(\d{10}) 00000 n`).FindAllSubmatch(file[begin:], -1)
	for i, place := range places {
		at, _ := strconv.Atoi(string(place[1]))
		if head := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(file[at:], []byte(head)) {
			t.Errorf("where object %d should be stands %q", i+1, file[at:at+12])
		}
	}
	if objects := bytes.Count(file, []byte(" 0 obj\n")); objects != len(places) || objects != 6+5+1+3*3 {
		t.Errorf("there are %d objects, and places of %d", objects, len(places))
	}
	for _, want := range []string{
		`/Title(Who \(stands\\where\))`, "/Subject(\xfe\xff\x04\x1a\x04\x42\x04\x3e)", "/Lang(de)", "/S/Figure", "/Alt(\xfe\xff\x00A\x00\\r\x00f",
		"/Count 3", "/MediaBox[0 0 600.00 800.50]",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("there is no %q", want)
		}
	}
	if bytes.Contains(file, []byte("Date")) {
		t.Error("it says when it was written, so that it is another one each time")
	}
}

func TestMoreGlyphsThanAFontHasRoomForAreMissing(t *testing.T) {
	f := pdf.New().NewFont("Face", 800, -200)
	for range 1<<16 - 3 {
		f.Add(pdf.Glyph{}, "a")
	}
	if last, next := f.Add(pdf.Glyph{}, "b"), f.Add(pdf.Glyph{}, "c"); last != 1<<16-2 || next != 0 {
		t.Errorf("the last one has the number %d, the next one %d", last, next)
	}
}
