package app

import (
	"cmp"
	"context"
	"io"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// notesChoice is what was chosen of the last notes; the next ones are offered so.
type notesChoice struct {
	options notes.Options
	format  string // its name
}

// formatWords is what a format of notes is called in the window.
func formatWords(name string) string {
	switch name {
	case "docx":
		return lang.L("Word (DOCX)")
	case "odt":
		return lang.L("LibreOffice (ODT)")
	case "pdf":
		return lang.L("PDF")
	case "html":
		return lang.L("Web page (HTML)")
	case "text":
		return lang.L("Plain text")
	default:
		return lang.L("Markdown")
	}
}

// exportNotes asks what notes are wanted, of the whole project or of a saved search or a collection, and writes them.
func (ts *transfers) exportNotes() {
	desk.Query(ts.Desk, &ts.asking, desk.Scopes, func(scopes []desk.Scope) { ts.askNotes(scopes, nil) })
}

// exportSelected asks what notes on the selected articles are wanted, and writes them, one file for all.
func (ts *transfers) exportSelected(s desk.Selected) { ts.askNotes(nil, s.IDs) }

// askNotes asks what notes are wanted on some articles; on all, or those of one of the scopes, when none are named.
func (ts *transfers) askNotes(scopes []desk.Scope, articles []store.ID) {
	s := message.Sheet{Over: ts.Boxes}
	kind := s.Captioned(lang.L("Document"), []control.Option{
		{Key: string(notes.KindArticles), Word: lang.L("Notes on articles")},
		{Key: string(notes.KindActors), Word: lang.L("Dossiers on actors")},
		{Key: string(notes.KindIssues), Word: lang.L("Briefs on issues")},
		{Key: string(notes.KindAnnotated), Word: lang.L("Annotated texts")},
	}, string(ts.lastNotes.options.Kind))
	which := func() store.ArticleFilter { return store.ArticleFilter{} }
	if len(scopes) > 0 {
		scope := s.Captioned(lang.L("Articles"), desk.ScopeOptions(lang.L("all articles"), scopes), "")
		which = func() store.ArticleFilter { return desk.ScopeOf(scope.Value(), scopes) }
	}
	detail := s.Captioned(lang.L("Detail"), []control.Option{
		{Key: string(notes.DetailLong), Word: lang.L("All that is recorded")},
		{Key: string(notes.DetailShort), Word: lang.L("A line a statement")},
	}, string(ts.lastNotes.options.Detail))
	cite := s.Captioned(lang.L("Sources"), []control.Option{
		{Key: string(notes.CiteBrackets), Word: lang.L("In short, and in a list at the end")},
		{Key: string(notes.CiteAuthor), Word: lang.L("Author and year, and in a list at the end")},
		{Key: string(notes.CiteFootnote), Word: lang.L("In footnotes")},
	}, string(ts.lastNotes.options.Cite))
	language := s.Captioned(lang.L("Language of the notes"), languageOptions(), cmp.Or(ts.lastNotes.options.Language, words.Spoken()))
	cites := func() {
		if notes.Kind(kind.Value()).Cites() {
			cite.Show()
		} else {
			cite.Hide()
		}
	}
	cites()
	kind.OnChanged = func(string) {
		cites()
		s.Grown()
	}
	format := s.Captioned(lang.L("Format"), formatOptions(), ts.lastNotes.format)
	m := &message.Message{
		Title: lang.L("Which notes are wanted?"), Body: s.Object(), Yes: lang.L("Export Notes…"), No: lang.L("Cancel"), First: kind.Focus,
		Agreed: func() {
			ts.lastNotes = notesChoice{notes.Options{
				Kind: notes.Kind(kind.Value()), Detail: notes.Detail(detail.Value()), Cite: notes.CiteStyle(cite.Value()), Language: language.Value(),
			}, format.Value()}
			on := ts.lastNotes.options
			if !on.Kind.Cites() {
				on.Cite = ""
			}
			on.Articles, on.In, on.Made = articles, which(), store.Day(time.Now().Format(time.DateOnly))
			ts.writeNotes(on, format.Value())
		},
	}
	if len(articles) > 0 {
		m.Title = lang.L("Which notes on the selected articles are wanted?")
	}
	ts.Post(m)
}

// languageOptions are the languages of notes, each by its own name.
func languageOptions() []control.Option {
	var options []control.Option
	for _, code := range notes.Languages() {
		options = append(options, control.Option{Key: code, Word: words.Language(code)})
	}
	return options
}

// formatOptions are the formats of notes by their names in the window.
func formatOptions() []control.Option {
	var options []control.Option
	for _, f := range render.Formats() {
		options = append(options, control.Option{Key: f.Name, Word: formatWords(f.Name)})
	}
	return options
}

// writeNotes asks where notes are to be written, and writes them there.
func (ts *transfers) writeNotes(on notes.Options, as string) {
	f, _ := render.Find(as)
	ts.export(picker.Request{
		Title:   words.Sentence("Choose where the notes of “%s” are written", ts.Project.Name()),
		Purpose: picker.ForNotes, Name: ts.Project.Name() + f.Extension,
		Filters: []picker.Filter{picker.Document(formatWords(as), strings.TrimPrefix(f.Extension, "."))},
	}, func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error {
		document, err := notes.Build(ctx, p, on, progress)
		if err != nil {
			return err
		}
		return f.Write(ctx, w, document)
	})
}
