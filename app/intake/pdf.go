package intake

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/text/unicode/bidi"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// readPDF reads the text of a PDF document in the order in which it is read, its lines joined into paragraphs, without headers, footers
// and numbers of pages. What was marked in it comes as highlights.
func readPDF(f *file) ([]Draft, error) {
	engine, err := pdfEngine()
	if err != nil {
		return nil, refusal(store.CodeInvalid, err, "“%s” cannot be read: the reader of PDF documents did not start (%v). %s", f.name, err,
			fromPDF)
	}
	const patience = time.Minute // until a reader that another file uses is free
	instance, err := engine.GetInstance(patience)
	if err != nil {
		return nil, refusal(store.CodeInvalid, err, "“%s” cannot be read: the reader of PDF documents did not start (%v). %s", f.name, err,
			fromPDF)
	}
	defer func() { _ = instance.Close() }() // it is thrown away
	d := pdfDocument{file: f, pdf: instance}
	if err := d.open(); err != nil {
		return nil, err
	}
	if err := d.readPages(); err != nil {
		return nil, err
	}
	return d.drafts()
}

var fromPDF = say.Of("Copy its text and paste it as an article.")

// pdfEngine starts the reader of PDF documents once. What it is translated to is kept, so that it starts fast the next time.
var pdfEngine = sync.OnceValues(func() (pdfium.Pool, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		return startPDF("")
	}
	return startPDF(filepath.Join(folder, "standpoint", "pdf"))
})

// pdfReaders is how many PDF documents are read at once, each with so much memory at most, in bytes.
const (
	pdfReaders = 2
	pdfMemory  = 192 << 20
)

// startPDF starts the reader of PDF documents. It is a program of its own in a sandbox: it sees no file but the bytes it is given. What it
// is translated to, which takes seconds, is kept in the folder, if there is one, and read from it.
func startPDF(folder string) (pdfium.Pool, error) {
	const page = 65536 // bytes, as the sandbox counts memory
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemory / page).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if folder != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{
		Context: context.Background(), MaxTotal: pdfReaders, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
		Stdout: io.Discard, Stderr: io.Discard,
	})
}

// pdfDocument is a PDF document that is being read.
type pdfDocument struct {
	file  *file
	pdf   pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	pages []pdfPage
	marks []pdfMark

	strange int // characters of which it does not say what they are
	unknown int // lines that begin with one
	lines   int
}

func (d *pdfDocument) open() error {
	opened, err := d.pdf.OpenDocument(&requests.OpenDocument{File: &d.file.data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return refusal(store.CodeInvalid, err,
			"“%s” is a PDF document with a password. Open it in a reader, save a copy without it, and import that.",
			d.file.name)
	case err != nil:
		return d.unreadable(err)
	}
	d.doc = opened.Document
	return nil
}

func (d *pdfDocument) unreadable(err error) error {
	return refusal(store.CodeInvalid, err, "“%s” is a PDF document that is damaged or cut off (%v). Get it anew, or open it in a reader. %s",
		d.file.name, err, fromPDF)
}

func (d *pdfDocument) readPages() error {
	count, err := d.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.doc})
	if err != nil {
		return d.unreadable(err)
	}
	for i := range count.PageCount {
		if err := d.file.ctx.Err(); err != nil {
			return err
		}
		if err := d.readPage(i); err != nil {
			return d.unreadable(err)
		}
	}
	return nil
}

// readPage reads a page. One whose text is turned is turned back, and read again.
func (d *pdfDocument) readPage(i int) error {
	turn := upright
	err := d.withText(i, func(p pdfText) (err error) {
		turn, err = d.readText(p, i, upright)
		return err
	})
	if err == nil && turn != upright {
		err = d.withText(i, func(p pdfText) error {
			_, err := d.readText(p, i, turn)
			return err
		})
	}
	return err
}

// pdfText is a page and its text, while they are open.
type pdfText struct {
	page  references.FPDF_PAGE
	words references.FPDF_TEXTPAGE
}

func (p *pdfText) opened() requests.Page { return requests.Page{ByReference: &p.page} }

// withText does something with a page while it is open.
func (d *pdfDocument) withText(i int, do func(pdfText) error) error {
	page, err := d.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.doc, Index: i})
	if err != nil {
		return err
	}
	defer func() { _, _ = d.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	p := pdfText{page: page.Page}
	words, err := d.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.opened()})
	if err != nil {
		return err
	}
	defer func() { _, _ = d.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage}) }()
	p.words = words.TextPage
	return do(p)
}

// readText reads a page that was turned back by so much. If its text is turned still, nothing is taken of it but turned back, by what is
// returned.
func (d *pdfDocument) readText(p pdfText, i int, turned pdfTurn) (pdfTurn, error) {
	r := pdfReader{pdf: d.pdf, text: p.words}
	lines, err := r.lines()
	if err != nil {
		return upright, err
	}
	if turn := usualTurn(lines); turn != upright && turned == upright {
		matrix := turn.back()
		_, err := d.pdf.FPDFPage_TransFormWithClip(&requests.FPDFPage_TransFormWithClip{Page: p.opened(), Matrix: &matrix})
		return turn, err
	}
	box, err := d.pdf.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: p.opened()})
	if err != nil {
		return upright, err
	}
	d.strange, d.unknown, d.lines = d.strange+r.strange, d.unknown+r.unknown, d.lines+len(lines)
	d.pages = append(d.pages, newPDFPage(turned.backBox(boxOf(box.Rect)), lines))
	return upright, d.readMarks(i, p, turned)
}

// pdfReader reads the characters of a page.
type pdfReader struct {
	pdf  pdfium.Pdfium
	text references.FPDF_TEXTPAGE
	done []pdfLine

	words       strings.Builder // of the present line
	first, last int             // its characters that can be seen, -1 if there are none yet
	before      rune            // the last character of it
	raised      bool            // we are in the number of a footnote
	leftwards   bool            // the line has letters that are read to the left

	strange int // characters of which the document does not say what they are
	unknown int // lines that begin with one
}

// lines reads the lines of a page in the order in which the document has them. Only the first and the last character of each is measured,
// and what stands at gaps and figures.
func (r *pdfReader) lines() ([]pdfLine, error) {
	count, err := r.pdf.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: r.text})
	if err != nil {
		return nil, err
	}
	r.start()
	for i := range count.Count {
		char, err := r.pdf.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
		if err != nil {
			return nil, err
		}
		if err := r.character(i, rune(char.Unicode)); err != nil { //nolint:gosec // a character
			return nil, err
		}
	}
	err = r.finish()
	return r.done, err
}

// character takes the next character of a page.
func (r *pdfReader) character(i int, c rune) error {
	if r.raised && !unicode.IsDigit(c) {
		r.words.WriteByte(']')
		r.raised = false
	}
	switch {
	case c == '\r' || c == '\n':
		return r.finish()
	case c == 0:
		return nil
	case c < ' ' && c != '\x02':
		if r.isUnmapped(i) {
			r.strange++
			r.visible(i, utf8.RuneError)
		}
		return nil
	case c == '\x02' || c == '\uFFFE': // a hyphen at the end of a line, which no line end follows
		r.visible(i, '-')
		return r.finish()
	case c == ' ' && r.first >= 0 && !r.leftwards:
		if apart, err := r.isApart(i); err != nil || apart {
			return errors.Join(err, r.finish())
		}
	case unicode.IsLetter(c) && unicode.IsDigit(r.before) && r.words.Len() <= 3: // the number of a footnote before its text
		if wide, err := r.isWide(i-1, i, 0.1); err != nil {
			return err
		} else if wide {
			r.words.WriteByte(' ')
		}
	case unicode.IsDigit(c) && !r.raised && !unicode.IsDigit(r.before):
		if err := r.raise(i); err != nil {
			return err
		}
	}
	r.visible(i, c)
	return nil
}

// visible adds a character to the present line.
func (r *pdfReader) visible(i int, c rune) {
	r.words.WriteRune(c)
	r.before = c
	r.leftwards = r.leftwards || directionOf(c) == bidi.R
	if c > ' ' && c != '\u00A0' {
		if r.first < 0 {
			r.first = i
		}
		r.last = i
	}
}

// isUnit finds a unit at the end, of which what is raised is the power.
var isUnit = regexp.MustCompile(`(?:^|[\s\d\x{00A0}])[kcm]?m$`)

// raise puts the number of a footnote, which is smaller than the letters around it, into brackets, that it is not taken for a figure of the
// text.
func (r *pdfReader) raise(i int) error {
	with := r.first // of the line, which is larger
	if with < 0 {
		with = i + 1
		for with < i+4 {
			char, err := r.pdf.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: with})
			if err != nil || !unicode.IsDigit(rune(char.Unicode)) { //nolint:gosec // a character
				break
			}
			with++
		}
	}
	number, err := r.glyph(i)
	if err != nil {
		return err
	}
	other, err := r.glyph(with)
	if err != nil {
		return nil //nolint:nilerr // there is none
	}
	const small = 0.8
	if number.size > 0 && number.size < small*other.size && number.bottom > other.bottom && !isUnit.MatchString(r.words.String()) {
		r.words.WriteByte('[')
		r.raised = true
	}
	return nil
}

// start begins a line.
func (r *pdfReader) start() {
	r.words.Reset()
	r.first, r.last, r.before, r.leftwards = -1, -1, 0, false
}

// finish ends the present line, if it has words. It is the last character of the line, or behind it.
func (r *pdfReader) finish() error {
	if r.raised {
		r.words.WriteByte(']')
		r.raised = false
	}
	if r.first >= 0 {
		if r.isUnmapped(r.first) {
			r.unknown++
		}
		lines, err := r.linesFrom(r.words.String(), r.first, r.last)
		if err != nil {
			return err
		}
		r.done = append(r.done, lines...)
	}
	r.start()
	return nil
}

// linesFrom makes lines of characters that stand beside each other. A large first letter that several lines stand beside is one by itself.
func (r *pdfReader) linesFrom(words string, first, last int) ([]pdfLine, error) {
	line, err := r.line(words, first, last)
	if err != nil {
		return nil, err
	}
	if line.turn == upright && r.leftwards {
		return r.logical(first, last)
	}
	initial, size := utf8.DecodeRuneInString(words)
	if !unicode.IsUpper(initial) || first == last {
		return []pdfLine{line}, nil
	}
	next, err := r.glyph(first + 1)
	if err != nil || next.size <= 0 || line.size < largeInitial*next.size {
		return []pdfLine{line}, nil //nolint:nilerr // nothing follows
	}
	one, err := r.line(words[:size], first, first)
	if err != nil {
		return nil, err
	}
	rest, err := r.line(words[size:], first+1, last)
	return []pdfLine{one, rest}, err
}

// isUnmapped reports whether the document does not say which letter a character is: it shows its form alone.
func (r *pdfReader) isUnmapped(i int) bool {
	got, err := r.pdf.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: r.text, Index: i})
	return err == nil && got.HasUnicodeMapError
}

// isMade reports whether a character is none of the document's, but stands for a gap.
func (r *pdfReader) isMade(i int) bool {
	made, err := r.pdf.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.text, Index: i})
	return err == nil && made.IsGenerated
}

// isApart reports whether a space is none of the document's, but stands for a gap that is wider than one between words: between the cells
// of a table, or two columns.
func (r *pdfReader) isApart(i int) (bool, error) {
	if i == 0 || !r.isMade(i) {
		return false, nil
	}
	const wide = 2 // heights of a letter
	return r.isWide(i-1, i+1, wide)
}

// isWide reports whether the gap between two characters is wider than so many heights of the smaller.
func (r *pdfReader) isWide(i, j int, heights float64) (bool, error) {
	before, err := r.box(i)
	if err != nil {
		return false, err
	}
	after, err := r.box(j)
	if err != nil {
		return false, nil //nolint:nilerr // there is none
	}
	return after.left-before.right > heights*min(before.top-before.bottom, after.top-after.bottom), nil
}

// line measures a line by its first and last characters.
func (r *pdfReader) line(words string, first, last int) (pdfLine, error) {
	from, err := r.glyph(first)
	if err != nil {
		return pdfLine{}, err
	}
	to, err := r.box(last)
	if err != nil {
		return pdfLine{}, err
	}
	return newPDFLine(words, from, to), nil
}

// newPDFLine is a line from its first character to its last.
func newPDFLine(words string, from pdfGlyph, to pdfBox) pdfLine {
	return pdfLine{
		words: words,
		left:  min(from.left, to.left), right: max(from.right, to.right),
		bottom: min(from.bottom, to.bottom), top: max(from.top, to.top),
		base: from.base, size: from.size, turn: from.turn,
	}
}

func (d *pdfDocument) info(key string) string {
	got, err := d.pdf.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.doc, Tag: key})
	if err != nil {
		return ""
	}
	return oneLine(got.Value)
}

// drafts makes an article of what was read.
func (d *pdfDocument) drafts() ([]Draft, error) {
	title := d.info("Title")
	address := withoutPrint(d.pages, title)
	body := pdfBody(d.pages)
	if !text.IsVisible(body) {
		return nil, refusal(store.CodeInvalid, nil,
			"“%s” has pages but no text: it is a scan. Read it with a program for scanned texts first, and import what that writes.", d.file.name)
	}
	if d.unknown*2 > d.lines && detectedLanguage(body) == "" {
		return nil, refusal(store.CodeInvalid, nil,
			"“%s” shows the forms of its letters and does not say which they are, so that its text cannot be read. "+
				"Read it with a program for scanned texts first, and import what that writes.", d.file.name)
	}
	if records := downloaded(body); records != nil {
		d.file.place = PlaceDownload
		return d.file.recordDrafts(records)
	}
	article := store.Article{Title: title, Author: d.info("Author"), URL: address}
	if address != "" {
		article.Title = withoutSite(title, "")
	}
	if strings.HasPrefix(article.Title, "Microsoft Word - ") || !text.IsVisible(article.Title) {
		article.Title = ""
	}
	draft := Draft{Article: article, Body: body}
	if address != "" {
		draft.from(FieldURL, Provenance{Place: PlaceText})
	}
	if d.strange > 0 {
		draft.Notes = append(draft.Notes, say.Of("The document does not say what %d of its letters are: � stands in their places.", d.strange))
	}
	draft.dropHead()
	draft.titledByText()
	draft.placeMarks(d.marks)
	return []Draft{draft}, nil
}
