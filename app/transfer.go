package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/intake"
	"standpoint/app/message"
	"standpoint/app/picker"
	"standpoint/app/preview"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/say"
)

// transfers bring articles and documents in, and notes and documents out.
type transfers struct {
	*desk.Desk

	opens    func(path string) // opens a project
	arrivals *preview.Room     // where articles wait
}

// importFiles asks for files and brings them in.
func (ts *transfers) importFiles() {
	ts.Picker.OpenFiles(picker.Request{
		Title: words.Sentence("Choose the files to import into “%s”", ts.Project.Name()), Purpose: picker.ForImport,
		Filters: []picker.Filter{picker.Importable(), picker.EveryFile()},
	}, ts.AllChosen(func(paths []string) { ts.bringIn(paths) }))
}

// importFolder asks for a folder and brings in what is in it.
func (ts *transfers) importFolder() {
	ts.Picker.OpenFolder(picker.Request{
		Title: words.Sentence("Choose the folder whose files are imported into “%s”", ts.Project.Name()), Purpose: picker.ForImportFolder,
	}, ts.Chosen(func(folder string) { ts.bringIn([]string{folder}) }))
}

// dropped brings in the files and folders that were dropped on the window; a project is
// opened instead.
func (ts *transfers) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if strings.EqualFold(filepath.Ext(u.Path()), ".standpoint") {
			ts.opens(u.Path())
			return
		}
		paths = append(paths, u.Path())
	}
	if ts.Project != nil && len(paths) > 0 {
		ts.bringIn(paths)
	}
}

// bringIn looks at the articles of files, and of all files in folders, which then wait to be imported; the rows of our JSON files are added
// at once.
func (ts *transfers) bringIn(paths []string) {
	p := ts.Project
	ts.Start(p, lang.L("Looking at the files…"), func(ctx context.Context, _ func(done, total int)) func() {
		found := intake.Find(ctx, paths)
		articles, documents := sorted(found.Files)
		return func() {
			if len(articles) > 0 {
				ts.arrivals.Look(preview.Arrival{Paths: articles, Chosen: paths, Passed: found.Passed, Failed: found.Failed})
			} else {
				ts.refused(found.Failed)
			}
			if len(documents) > 0 {
				ts.addDocuments(p, documents)
			}
		}
	})
}

// sorted parts files that hold articles from documents of our JSON.
func sorted(files []string) (articles, documents []string) {
	for _, file := range files {
		if standpoint.IsNamed(file) {
			documents = append(documents, file)
		} else {
			articles = append(articles, file)
		}
	}
	return articles, documents
}

// addDocuments adds the rows of our JSON files.
func (ts *transfers) addDocuments(p *store.Project, documents []string) {
	ts.StartWriting(p, lang.L("Importing…"), func(ctx context.Context, progress func(done, total int)) func() {
		var r brought
		for _, path := range documents {
			r.addJSON(ctx, p, path, progress)
		}
		return func() {
			ts.Tell(r.told())
			if len(r.refused) > 0 {
				ts.Say(lang.L("Import"), inLines(r.refused))
			}
		}
	})
}

// brought is what came of an import of our JSON.
type brought struct {
	rows    int      // that were added
	left    int      // that are in the project, but not the same, or were deleted there
	refused []string // sentences
}

// addJSON brings in one file of our JSON; one that is refused leaves the others
// to be brought in.
func (r *brought) addJSON(ctx context.Context, p *store.Project, path string, progress func(done, total int)) {
	f, err := openDocument(path)
	if err != nil {
		r.refused = append(r.refused, words.Error(err))
		return
	}
	defer f.Close()
	result, err := standpoint.Import(ctx, p, f, filepath.Base(path), exchange.Options{Beside: true, Progress: progress})
	if err != nil && !errors.Is(err, context.Canceled) {
		r.refused = append(r.refused, words.Error(err))
	}
	for _, n := range result.Added {
		r.rows += n
	}
	r.left += len(result.Differ) + len(result.Deleted)
}

// openDocument opens a file; a pipe or a device may never end.
func openDocument(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New(words.Sentence("%s is no file. Choose a JSON file.", path))
	}
	return os.Open(path)
}

// imported says what an import of articles did, opens the first new one, and lists what was refused.
func (ts *transfers) imported(r intake.Result) {
	ts.Tell(words.Counted(len(r.Added), "{{.Count}} article added"))
	if len(r.Added) > 0 {
		ts.GoTo(desk.Place{Article: r.Added[0].ID})
	}
	ts.refused(r.Failed)
}

// refused says which files were not added, and why.
func (ts *transfers) refused(failed []intake.Failure) {
	var refused []string
	for _, f := range failed {
		refused = append(refused, words.Error(f.Err))
	}
	if len(refused) > 0 {
		ts.Say(lang.L("Import"), inLines(refused))
	}
}

// told is what the status line says of the import of documents.
func (r brought) told() string {
	facts := []string{words.Counted(r.rows, "{{.Count}} row added")}
	if r.left > 0 {
		facts = append(facts, words.Counted(r.left, "{{.Count}} row left as it is here"))
	}
	return words.Dotted(facts...)
}

// inLines puts sentences under one another, as many as one may want to read.
func inLines(sentences []string) string {
	const most = 100
	if n := len(sentences); n > most {
		sentences = append(sentences[:most:most], words.Counted(n-most, "… and {{.Count}} more"))
	}
	return strings.Join(sentences, "\n")
}

// pasteArticle makes an article of the text on the clipboard.
func (ts *transfers) pasteArticle() {
	words := ts.UI.Clipboard().Content()
	if strings.TrimSpace(words) == "" {
		ts.Tell(lang.L("There is no text on the clipboard, or the program that has it does not answer: copy an article first."))
		return
	}
	name := lang.L("pasted text")
	drafts, err := intake.Parse(context.Background(), name, []byte(words), intake.Options{})
	if ts.Failed(err) {
		return
	}
	draft := drafts[0]
	var added store.Article
	ts.Do(store.Title{Code: store.TitlePasteArticle}, func(b *store.Batch) error {
		added, err = b.AddArticle(draft.Article, draft.Body)
		return err
	}, func(err error) {
		if !ts.Failed(err) {
			ts.GoTo(desk.Place{Article: added.ID, Details: true})
			ts.remark(draft.Notes, draft.Joined > 0, func() { ts.keepPastedLines(added.ID, name, words) })
		}
	})
}

// keepPastedLines gives an article the text that was pasted, with all its line ends.
func (ts *transfers) keepPastedLines(article store.ID, name, words string) {
	drafts, err := intake.Parse(context.Background(), name, []byte(words), intake.Options{KeepLines: true})
	if ts.Failed(err) {
		return
	}
	ts.Do(store.Title{Code: store.TitleKeepLines}, func(b *store.Batch) error {
		_, _, err := b.EditBody(article, drafts[0].Body)
		return err
	}, func(err error) { ts.Failed(err) })
}

// remark says what is to be said of articles that were added; where their lines
// were joined it offers to keep them as they were.
func (ts *transfers) remark(notes []say.Sentence, joined bool, keep func()) {
	text := inLines(words.Told(notes))
	switch {
	case joined:
		ts.Post(&message.Message{
			Title: lang.L("Import"), Body: message.Prose(text), Yes: lang.L("Close"), No: lang.L("Keep the Lines"), Refused: keep, Offer: true,
		})
	case len(notes) > 0:
		ts.Say(lang.L("Import"), text)
	}
}

func (ts *transfers) exportJSON() {
	ts.Export(picker.Request{
		Title:   words.Sentence("Choose where “%s” is written as JSON", ts.Project.Name()),
		Purpose: picker.ForJSON, Name: ts.Project.Name() + ".json",
		Filters: []picker.Filter{picker.JSON()},
	}, func(ctx context.Context, p *store.Project, w io.Writer, _ func(done, total int)) error {
		return standpoint.Export(ctx, p, w)
	})
}

// commands bring articles and documents in and out.
func (ts *transfers) commands() []desk.Command {
	open := func() bool { return ts.Project != nil }
	return []desk.Command{
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Import Articles…")), Key: desk.KeyImport,
			Act: desk.When(ts.CanWrite, ts.importFiles),
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Import Folder…")), Key: desk.AltCtrl(fyne.KeyI),
			Act: desk.When(ts.CanWrite, ts.importFolder),
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Paste as New Article")), Key: desk.CtrlShift(fyne.KeyV),
			Act: desk.When(ts.CanWrite, ts.pasteArticle),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Project as JSON…")), Key: desk.CtrlShift(fyne.KeyJ),
			Act: desk.When(open, ts.exportJSON),
		},
	}
}
