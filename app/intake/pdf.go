package intake

import (
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

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
}

// pdfMark is a place that somebody marked in a document.
type pdfMark struct {
	page         int
	words        string
	note, author string
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

func (d *pdfDocument) readPage(i int) error {
	size, err := d.pdf.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.doc, Index: i})
	if err != nil {
		return err
	}
	page, err := d.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.doc, Index: i})
	if err != nil {
		return err
	}
	defer func() { _, _ = d.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	words, err := d.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return err
	}
	defer func() { _, _ = d.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage}) }()
	r := pdfReader{pdf: d.pdf, text: words.TextPage}
	lines, err := r.lines()
	if err != nil {
		return err
	}
	d.pages = append(d.pages, pdfPage{width: size.Width, height: size.Height, lines: lines})
	return d.readMarks(i, page.Page, words.TextPage)
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
	case c == '\x02' || c == '\uFFFE': // a hyphen at the end of a line, which no line end follows
		r.visible(i, '-')
		return r.finish()
	case c == ' ' && r.first >= 0:
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
	if c > ' ' && c != '\u00A0' {
		if r.first < 0 {
			r.first = i
		}
		r.last = i
	}
}

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
	size, err := r.sizeAt(i)
	if err != nil {
		return err
	}
	other, err := r.sizeAt(with)
	if err != nil {
		return nil //nolint:nilerr // there is none
	}
	const small = 0.8
	if size > 0 && size < small*other {
		r.words.WriteByte('[')
		r.raised = true
	}
	return nil
}

func (r *pdfReader) sizeAt(i int) (float64, error) {
	size, err := r.pdf.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
	if err != nil {
		return 0, err
	}
	return size.FontSize, nil
}

// start begins a line.
func (r *pdfReader) start() {
	r.words.Reset()
	r.first, r.last, r.before = -1, -1, 0
}

// finish ends the present line, if it has words.
func (r *pdfReader) finish() error {
	if r.raised {
		r.words.WriteByte(']')
		r.raised = false
	}
	if r.first >= 0 {
		line, err := r.line(r.words.String(), r.first, r.last)
		if err != nil {
			return err
		}
		r.done = append(r.done, line)
	}
	r.start()
	return nil
}

// isApart reports whether a space is none of the document's, but stands for a gap that is wider than one between words: between the cells
// of a table, or two columns.
func (r *pdfReader) isApart(i int) (bool, error) {
	made, err := r.pdf.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.text, Index: i})
	if err != nil || !made.IsGenerated || i == 0 {
		return false, err
	}
	const wide = 2 // heights of a letter
	return r.isWide(i-1, i+1, wide)
}

// isWide reports whether the gap between two characters is wider than so many heights of the first.
func (r *pdfReader) isWide(i, j int, heights float64) (bool, error) {
	before, err := r.pdf.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return false, err
	}
	after, err := r.pdf.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: j})
	if err != nil {
		return false, nil //nolint:nilerr // there is none
	}
	return float64(after.Rect.Left-before.Rect.Right) > heights*math.Abs(float64(before.Rect.Top-before.Rect.Bottom)), nil
}

// line measures a line by its first and last characters.
func (r *pdfReader) line(words string, first, last int) (pdfLine, error) {
	from, err := r.pdf.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: first})
	if err != nil {
		return pdfLine{}, err
	}
	to, err := r.pdf.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: last})
	if err != nil {
		return pdfLine{}, err
	}
	size, err := r.pdf.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: first})
	if err != nil {
		return pdfLine{}, err
	}
	a, b := from.Rect, to.Rect
	return pdfLine{
		words: words,
		left:  float64(min(a.Left, b.Left)), right: float64(max(a.Right, b.Right)),
		bottom: float64(min(a.Bottom, b.Bottom)), top: float64(max(a.Top, b.Top)),
		size: size.FontSize,
	}, nil
}

// readMarks reads what somebody marked on a page, with the words below it.
func (d *pdfDocument) readMarks(i int, page references.FPDF_PAGE, words references.FPDF_TEXTPAGE) error {
	count, err := d.pdf.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: requests.Page{ByReference: &page}})
	if err != nil {
		return err
	}
	for n := range count.Count {
		got, err := d.pdf.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: requests.Page{ByReference: &page}, Index: n})
		if err != nil {
			continue // one that cannot be read keeps no text back
		}
		if mark, ok := d.mark(got.Annotation, words); ok {
			mark.page = i
			d.marks = append(d.marks, mark)
		}
		_, _ = d.pdf.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: got.Annotation})
	}
	return nil
}

func (d *pdfDocument) mark(a references.FPDF_ANNOTATION, page references.FPDF_TEXTPAGE) (pdfMark, bool) {
	kind, err := d.pdf.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil {
		return pdfMark{}, false
	}
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, enums.FPDF_ANNOT_SUBTYPE_UNDERLINE, enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY:
	default:
		return pdfMark{}, false
	}
	quads, err := d.pdf.FPDFAnnot_CountAttachmentPoints(&requests.FPDFAnnot_CountAttachmentPoints{Annotation: a})
	if err != nil {
		return pdfMark{}, false
	}
	var words []string
	for i := range quads.Count {
		got, err := d.pdf.FPDFAnnot_GetAttachmentPoints(&requests.FPDFAnnot_GetAttachmentPoints{Annotation: a, Index: i})
		if err != nil {
			continue
		}
		q := got.QuadPoints
		below, err := d.pdf.FPDFText_GetBoundedText(&requests.FPDFText_GetBoundedText{
			TextPage: page,
			Left:     float64(min(q.X1, q.X2, q.X3, q.X4)), Right: float64(max(q.X1, q.X2, q.X3, q.X4)),
			Top: float64(max(q.Y1, q.Y2, q.Y3, q.Y4)), Bottom: float64(min(q.Y1, q.Y2, q.Y3, q.Y4)),
		})
		if err == nil {
			words = append(words, below.Text)
		}
	}
	return pdfMark{words: strings.Join(words, " "), note: d.stringOf(a, "Contents"), author: oneLine(d.stringOf(a, "T"))}, true
}

func (d *pdfDocument) stringOf(a references.FPDF_ANNOTATION, key string) string {
	got, err := d.pdf.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: key})
	if err != nil {
		return ""
	}
	return strings.TrimSpace(got.Value)
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
	body := pdfBody(d.pages)
	if !text.IsVisible(body) {
		return nil, refusal(store.CodeInvalid, nil,
			"“%s” has pages but no text: it is a scan. Read it with a program for scanned texts first, and import what that writes.", d.file.name)
	}
	if records := downloaded(body); records != nil {
		d.file.place = PlaceDownload
		return d.file.recordDrafts(records)
	}
	article := store.Article{Title: d.info("Title"), Author: d.info("Author")}
	if strings.HasPrefix(article.Title, "Microsoft Word - ") || !text.IsVisible(article.Title) {
		article.Title = ""
	}
	draft := Draft{Article: article, Body: body}
	draft.dropHead()
	draft.titledByText()
	draft.placeMarks(d.marks)
	return []Draft{draft}, nil
}

// placeMarks finds the words of marks in the body, from the one before on.
func (d *Draft) placeMarks(marks []pdfMark) {
	body, err := text.NewBody(d.Body)
	if err != nil {
		return // told of where the draft is stored
	}
	last := 0
	for _, m := range marks {
		query := strings.Join(strings.Fields(m.words), " ")
		if query == "" {
			continue
		}
		found := text.FindAll(body, query)
		if len(found) == 0 {
			d.Notes = append(d.Notes, say.Of("Words that are marked on page %d were not found in the text: “%s”.", m.page+1, excerpt(query)))
			continue
		}
		at := found[0]
		for _, span := range found {
			if span.Start >= last {
				at = span
				break
			}
		}
		last = at.Start
		d.Highlights = append(d.Highlights, Highlight{Span: at, Note: m.note, Author: m.author})
	}
}
