package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"iter"
	"mime"
	"net/mail"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// readMail reads a mail message, such as a newsletter or an alert: its subject is the title, its sender the source.
func readMail(f *file) ([]Draft, error) {
	return f.messages(0)
}

// messages are the article of a message and those of messages that are attached to it, as forwarded ones are.
func (f *file) messages(depth int) ([]Draft, error) {
	root, err := mailParser.ReadParts(bytes.NewReader(start(f.data)))
	if err != nil {
		return nil, refusal(store.CodeInvalid, err, "“%s” is a mail message that cannot be read (%v). %s", f.name, err, fromMail)
	}
	var drafts []Draft
	d, err := f.message(root)
	if err == nil {
		drafts = append(drafts, d)
	}
	if depth < mostNesting {
		for _, attached := range root.BreadthMatchAll(isMessage) {
			part := *f
			part.data = attached.Content
			if inner, innerErr := part.messages(depth + 1); innerErr == nil {
				drafts = append(drafts, inner...)
			} else if len(drafts) > 0 {
				drafts[0].Notes = append(drafts[0].Notes, say.Of("A message that is attached was left out: %v", innerErr))
				drafts[0].Left = append(drafts[0].Left, say.Errorf("A message that is attached to “%s” was left out: %w", f.name, innerErr))
			}
		}
	}
	if len(drafts) > 0 {
		err = nil
	}
	return f.ofCut(isCutMessage(root), drafts, err)
}

// isCutMessage reports whether one of the parts that a message has is not closed.
func isCutMessage(root *enmime.Part) bool {
	return root.DepthMatchFirst(func(p *enmime.Part) bool {
		return slices.ContainsFunc(p.Errors, func(e *enmime.Error) bool { return e.Name == enmime.ErrorMissingBoundary })
	}) != nil
}

// isMessage reports whether a part is a message itself, also as a file.
func isMessage(p *enmime.Part) bool {
	return strings.EqualFold(p.ContentType, "message/rfc822") || strings.EqualFold(path.Ext(p.FileName), ".eml")
}

// readMbox reads a mailbox: each message is an article. Those without text are told of.
func readMbox(f *file) ([]Draft, error) {
	out := outlet{hand: f.hand}
	var failed []say.Sentence
	var left []error
	one := *f // as it is now: what is handed on meanwhile is told of f itself
	i := 0
	for read := range inLanes(f.ctx, mboxMessages(f.content()), one.readMessage) {
		i++
		switch {
		case f.ctx.Err() != nil:
			return nil, f.ctx.Err()
		case read.broken != nil:
			return nil, unreadable(f.name, read.broken)
		case read.err != nil:
			failed = append(failed, say.Of("Message %d was left out: %v", i, read.err))
			left = append(left, say.Errorf("Message %d of “%s” was left out: %w", i, f.name, read.err))
			continue
		}
		if err := out.add(read.drafts...); err != nil {
			return nil, err
		}
	}
	if err := f.ctx.Err(); err != nil {
		return nil, err
	}
	drafts := out.rest()
	if len(drafts) == 0 {
		return nil, emptyError{refusal(store.CodeInvalid, nil, "“%s” is a mailbox in which no message has text.", f.name), left}
	}
	drafts[0].Notes, drafts[0].Left = append(summed(failed), drafts[0].Notes...), append(left, drafts[0].Left...)
	return drafts, nil
}

// readMessage is what came of a message of a mailbox.
type readMessage struct {
	drafts []Draft
	err    error // why nothing did
	broken error // why the mailbox cannot be read on
}

func (f *file) readMessage(m mboxMessage) readMessage {
	if m.err != nil {
		return readMessage{broken: m.err}
	}
	if m.isLong {
		return readMessage{err: refusal(store.CodeInvalid, nil, "It has more than %d MB.", MaxSize/1_000_000)}
	}
	part := *f
	part.data, part.disk, part.hand = m.data, nil, nil
	drafts, err := part.messages(0)
	for i := range drafts {
		part.complete(&drafts[i])
	}
	return readMessage{drafts: drafts, err: err}
}

var mboxStart = regexp.MustCompile(`^From \S+.* \d\d:\d\d(?::\d\d)?.* \d{4}(?: [+-]\d{4})?\s*$`)

// isMbox reports whether data begins as a mailbox does: with the line that parts its messages, and the head of one.
func isMbox(data []byte) bool {
	line, rest, _ := bytes.Cut(start(data), []byte("\n"))
	return mboxStart.Match(bytes.TrimRight(line, "\r")) && mailField.Match(rest)
}

// mboxMessage is a message of a mailbox as it stands there.
type mboxMessage struct {
	data   []byte
	isLong bool  // it is larger than a file may be, and data is not all of it
	err    error // why the mailbox cannot be read on
}

// mboxMessages takes a mailbox apart. A line of a message that looks like one that parts messages stands there with ">" before it.
func mboxMessages(mailbox io.Reader) iter.Seq[mboxMessage] {
	return func(yield func(mboxMessage) bool) {
		r := withoutMark(bufio.NewReaderSize(mailbox, 64<<10))
		var present mboxMessage
		blank, begins := true, true // the line before is blank; what is read begins a line
		for {
			line, err := r.ReadSlice('\n')
			bare := bytes.TrimRight(line, "\r\n")
			isEnd := err != nil && !errors.Is(err, bufio.ErrBufferFull)
			isStart := begins && blank && mboxStart.Match(bare)
			if !isStart {
				present.add(line, begins)
			}
			if (isStart || isEnd) && len(present.data) > 0 && !yield(present) {
				return
			}
			if isStart {
				present = mboxMessage{}
			}
			blank, begins = begins && len(bare) == 0 && !isStart, err == nil
			if isEnd {
				if !errors.Is(err, io.EOF) {
					yield(mboxMessage{err: err})
				}
				return
			}
		}
	}
}

// withoutMark passes over a byte order mark of UTF-8.
func withoutMark(r *bufio.Reader) *bufio.Reader {
	if mark, err := r.Peek(len(byteOrderMark)); err == nil && string(mark) == byteOrderMark {
		_, _ = r.Discard(len(mark)) // they are there
	}
	return r
}

// add adds a line of a message, or a part of one.
func (m *mboxMessage) add(line []byte, begins bool) {
	if quoted := bytes.TrimLeft(line, ">"); begins && len(quoted) < len(line) && bytes.HasPrefix(quoted, []byte("From ")) {
		line = line[1:]
	}
	if len(m.data)+len(line) > MaxSize {
		m.isLong = true
		return
	}
	m.data = append(m.data, line...)
}

// mailParser believes what a message says of its encodings.
var mailParser = enmime.NewParser(enmime.DisableCharacterDetection(true))

// message reads one message. What is attached to it and no message itself is told of.
func (f *file) message(root *enmime.Part) (Draft, error) {
	d := Draft{Article: messageHead(root)}
	plain, page := f.messageTexts(root)
	d.Body = f.messageBody(plain, page)
	if !text.IsVisible(d.Body) {
		return Draft{}, refusal(store.CodeInvalid, nil, "“%s” is a mail message without text. %s", f.name, fromMail)
	}
	for _, name := range attachedNames(root) {
		d.Notes = append(d.Notes, say.Of("“%s” is attached to the message. To have its text, save it and import it by itself.", name))
	}
	d.titledByText()
	return d, nil
}

// attachedNames are the names of the documents that are attached to a message. Pictures, signatures and the like have no text.
func attachedNames(root *enmime.Part) []string {
	var names []string
	for _, p := range root.BreadthMatchAll(isAttached) {
		switch name := oneLine(p.FileName); strings.ToLower(path.Ext(name)) {
		case ".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".epub", ".csv", ".tsv",
			".xlsx", ".json", ".ris", ".bib", ".zip":
			names = append(names, name)
		}
	}
	return names
}

func isAttached(p *enmime.Part) bool {
	return !isMessage(p) && (strings.EqualFold(p.Disposition, "attachment") || !strings.HasPrefix(p.ContentType, "text/")) && p.FileName != ""
}

var fromMail = say.Of("Open it in a mail program, copy the text, and paste it as an article.")

// messageHead is what the head of a message says of it.
func messageHead(root *enmime.Part) store.Article {
	a := store.Article{Title: oneLine(decodeWords(root.Header.Get("Subject")))}
	if from, err := mail.ParseAddress(decodeWords(root.Header.Get("From"))); err == nil {
		a.Source = oneLine(cmp.Or(from.Name, from.Address))
	} else {
		a.Source = oneLine(decodeWords(root.Header.Get("From")))
	}
	if at, err := mail.ParseDate(root.Header.Get("Date")); err == nil {
		a.Published, _ = store.ParseDate(at.Format(time.RFC3339)) // a date by its form
	}
	if u, err := url.Parse(strings.Trim(root.Header.Get("Archived-At"), "<> ")); err == nil && u.IsAbs() {
		a.URL = u.String()
	}
	return a
}

// decodeWords decodes what a head field spells in another encoding.
func decodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if decoded, err := d.DecodeHeader(s); err == nil {
		return decoded
	}
	return s
}

// messageTexts are the text of a message and its text as a page, "" where it has none. Each may be in several parts, between pictures.
// Attachments are none.
func (f *file) messageTexts(root *enmime.Part) (plain, page string) {
	texts := func(kind string) string {
		var all []string
		for _, p := range root.DepthMatchAll(func(p *enmime.Part) bool {
			return strings.EqualFold(p.ContentType, kind) && !strings.EqualFold(p.Disposition, "attachment")
		}) {
			if s := f.partText(p); text.IsVisible(s) {
				all = append(all, s)
			}
		}
		return strings.Join(all, "\n\n")
	}
	plain, page = texts("text/plain"), texts("text/html")
	if plain == "" && page == "" && root.FirstChild == nil && root.ContentType == "" {
		plain = f.partText(root)
	}
	return plain, page
}

// messageBody is the text of a message. Newsletters are pages in the first place; the plain text beside them is often only a line that
// says so.
func (f *file) messageBody(plain, page string) string {
	var fromPage string
	if root, err := html.Parse(strings.NewReader(page)); err == nil && page != "" && depthOf(root) <= mostDepth {
		fromPage = bodyOf(cleaned(root), store.Article{})
	}
	plain = strings.TrimFunc(lineEnds.Replace(strings.ToValidUTF8(strings.ReplaceAll(plain, "\x00", ""), "\uFFFD")), isBlank)
	if fromPage != "" && len(plain) < len(fromPage) {
		return fromPage
	}
	if f.options.KeepLines {
		return plain
	}
	return strings.TrimFunc(unwrap(plain).text, isBlank)
}

// readMHTML reads a page that a browser saved in one file.
func readMHTML(f *file) ([]Draft, error) {
	root, err := mailParser.ReadParts(bytes.NewReader(start(f.data)))
	if err != nil {
		return nil, refusal(store.CodeInvalid, err, "“%s” is a saved web page that cannot be read (%v). %s", f.name, err, fromBrowser)
	}
	page := root.BreadthMatchFirst(func(p *enmime.Part) bool { return strings.EqualFold(p.ContentType, "text/html") })
	if page == nil {
		return nil, refusal(store.CodeInvalid, nil, "“%s” is a saved web page without a page in it. %s", f.name, fromBrowser)
	}
	part := *f
	part.data, part.inUTF8 = page.Content, true
	at, err := url.Parse(cmp.Or(root.Header.Get("Snapshot-Content-Location"), page.Header.Get("Content-Location")))
	if err != nil || !at.IsAbs() || at.Scheme == "cid" {
		at = nil
	}
	parsed, _, err := part.parsePage("utf-8")
	if err != nil {
		return nil, err
	}
	d, err := part.pageDraft(parsed, at)
	return f.ofCut(isCutMessage(root), []Draft{d}, err)
}

var mhtmlHead = regexp.MustCompile(`(?i)content-type:\s*multipart/related;[^\n]*(?:\n[ \t][^\n]*)*type="?text/html`)

// isMHTML reports whether data is a page in the form of a message, as browsers save it.
func isMHTML(data []byte) bool {
	const most = 10_000
	head := bytes.ReplaceAll(start(data)[:min(len(start(data)), most)], []byte("\r\n"), []byte("\n"))
	head, _, _ = bytes.Cut(head, []byte("\n\n"))
	return isMail(append(bytes.Clone(head), "\n\n"...)) && mhtmlHead.Match(head) &&
		(bytes.Contains(bytes.ToLower(head), []byte("snapshot-content-location")) || !bytes.Contains(head, []byte("\nTo:")))
}
