// Package preview is the room beside the library in which the articles of files wait until they are imported: what was recognised and from
// where, what is in the project already or nearly, what is wrong. Nothing is written before the person says so.
package preview

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/words"
	"standpoint/store"
)

// Room is where articles wait. It stands in the middle and at the side of the view of articles.
type Room struct {
	desk     *desk.Desk
	show     func(shown bool)     // the room beside the library, or what was there before
	imported func(intake.Result)  // says what came in
	sketches *candidates.Sketches // of the open project
	project  *store.Project       // that they are of
	batch    *candidates.Batch    // nil while nothing waits
	passed   int                  // files in folders that are no articles by their names
	failed   []intake.Failure     // files and folders that cannot be looked into
	list     *list
	page     *page
	compared *comparison // nil while no two texts are side by side
	reading  bool
	stop     func() // stops reading
	shown    bool
	appeared bool // it was shown for this batch; since then the person may have gone elsewhere
}

// New makes the room with nothing in it. show is told whether it is to be seen; imported what came of an import.
func New(d *desk.Desk, show func(shown bool), imported func(intake.Result)) *Room {
	r := &Room{desk: d, show: show, imported: imported}
	r.list = newList(r)
	r.page = newPage(r)
	return r
}

// Middle is what stands in place of the text.
func (r *Room) Middle() fyne.CanvasObject { return r.list.object }

// Side is what stands at the side of it: what is known of the selected articles, to be corrected.
func (r *Room) Side() fyne.CanvasObject { return r.page.object }

// Hints are the keys of the room.
func (r *Room) Hints() []desk.Hint {
	return []desk.Hint{
		{Key: desk.KeyTick, Does: lang.L("tick")},
		{Key: desk.KeyEdit, Does: lang.L("import")},
		{Key: desk.KeyGiveUp, Does: lang.L("give up")},
		{Key: desk.KeyHelp, Does: lang.L("keys")},
	}
}

// Focus gives the list the keyboard.
func (r *Room) Focus() { r.list.list.Focus() }

// IsWaiting reports whether articles wait.
func (r *Room) IsWaiting() bool { return r.batch != nil }

// IsReading reports whether files are being read.
func (r *Room) IsReading() bool { return r.reading }

// isShown reports whether the room is to be seen.
func (r *Room) isShown() bool { return r.shown && r.batch != nil }

// Look reads files and folders, and shows what is in them. A single article about which there is nothing to say is imported at once. passed
// and failed are told with it.
func (r *Room) Look(paths, chosen []string, passed int, failed []intake.Failure) {
	p := r.desk.Project
	if r.batch != nil && r.batch.Totals().Edited > 0 {
		r.desk.Ask(lang.L("Import"), lang.L("Other articles wait, and some were corrected. Give them up?"), lang.L("Give Up"), func() {
			r.end()
			r.Look(paths, chosen, passed, failed)
		})
		return
	}
	r.end()
	if r.project != p {
		r.project, r.sketches = p, candidates.NewSketches(p)
	}
	r.passed, r.failed, r.reading = passed, failed, true
	r.desk.Start(p, lang.L("Looking at the files…"), func(ctx context.Context, progress func(done, total int)) func() {
		keeps, err := p.KeepsOriginals(ctx)
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		batch := candidates.NewBatch(p, intake.Options{Folders: chosen, Originals: keeps, Columns: rememberedColumns(r.desk.Prefs)})
		if err == nil {
			r.desk.Work.OnUI(func() { r.begin(p, batch, stop) })
			err = batch.Read(ctx, paths, r.progress(batch, progress))
		}
		if err == nil {
			err = batch.Compare(ctx, r.sketches, r.progress(batch, progress))
		}
		return func() { r.looked(batch, err) }
	})
}

// progress passes on how far a phase is, and has what was read shown.
func (r *Room) progress(batch *candidates.Batch, tell func(done, total int)) func(candidates.Progress) {
	return func(p candidates.Progress) {
		tell(p.Done, p.Total)
		r.list.come(batch)
	}
}

// begin shows a batch that is being read. Of a single file it is waited for whether there is anything to say.
func (r *Room) begin(p *store.Project, batch *candidates.Batch, stop func()) {
	if r.desk.Project != p {
		return
	}
	r.batch, r.stop, r.appeared = batch, stop, false
	r.list.reset()
}

// looked follows the end of reading.
func (r *Room) looked(batch *candidates.Batch, err error) {
	if r.batch != batch { // it was given up
		return
	}
	r.reading = false
	if r.isPlain() && err == nil {
		r.doImport()
		return
	}
	if r.appeared && !r.shown { // the person has gone elsewhere meanwhile
		r.tellWaiting()
	} else {
		r.appear()
	}
	r.desk.Failed(err)
}

// isPlain reports whether there is one article in all, about which there is nothing to say.
func (r *Room) isPlain() bool {
	if r.batch.Len() != 1 || r.passed+len(r.failed) > 0 {
		return false
	}
	c := r.batch.Row(0)
	return c.Ticked && c.Err == nil && len(c.Problems) == 0 && len(c.Twins()) == 0 && c.Doubt == nil && c.Settled == nil
}

// appear shows the room.
func (r *Room) appear() {
	if r.batch == nil {
		return
	}
	r.shown, r.appeared = true, true
	r.desk.Tooltips.HideTip()
	r.list.refresh()
	r.show(true)
	r.Focus()
	r.desk.RefreshMenu()
}

// Hidden follows that something else was shown in place of the room. What is in it waits.
func (r *Room) Hidden() {
	if r.shown {
		r.shown = false
		r.tellWaiting()
	}
}

func (r *Room) tellWaiting() {
	r.desk.Tell(words.Counted(r.batch.Totals().Ticked, "{{.Count}} article waits to be imported"))
}

// giveUp leaves the room and forgets what is in it. It is asked first only if something was corrected.
func (r *Room) giveUp() {
	if r.batch.Totals().Edited == 0 {
		r.end()
		return
	}
	r.desk.Ask(lang.L("Import"), words.Counted(r.batch.Totals().Edited, "{{.Count}} article was corrected. Give up the import?"),
		lang.L("Give Up"), r.end)
}

// end forgets what is in the room, and shows what was there before.
func (r *Room) end() {
	if r.batch == nil {
		return
	}
	r.stop()
	r.batch, r.reading, r.compared = nil, false, nil
	r.list.reset()
	r.shown = false
	r.show(false)
	r.desk.RefreshMenu()
}

// Opened follows that another project is open, or none.
func (r *Room) Opened() {
	if r.project != r.desk.Project {
		r.end()
		r.project, r.sketches = nil, nil
	}
}

// summary says what is in the room.
func (r *Room) summary() string {
	t := r.batch.Totals()
	facts := []string{words.Counted(t.Articles, "{{.Count}} article"), words.Counted(t.Ticked, "{{.Count}} ticked")}
	if t.Same > 0 {
		facts = append(facts, words.Counted(t.Same, "{{.Count}} is there already"))
	}
	if t.Near > 0 {
		facts = append(facts, words.Counted(t.Near, "{{.Count}} is nearly there"))
	}
	if bad := t.Bad + len(r.failed); bad > 0 {
		facts = append(facts, words.Counted(bad, "{{.Count}} file cannot be read"))
	}
	if r.passed > 0 {
		facts = append(facts, words.Counted(r.passed, "{{.Count}} file of another kind left out"))
	}
	return words.Dotted(facts...)
}

// nameOf is a file's name, of an archive's with the one in it.
func nameOf(c candidates.Candidate) string {
	if c.Article.File != "" {
		return c.Article.File
	}
	return filepath.Base(c.Path)
}

// run does something with the batch beside the window, and shows the rows anew.
func (r *Room) run(title string, do func(ctx context.Context, b *candidates.Batch) error) {
	b := r.batch
	r.desk.Start(r.project, title, func(ctx context.Context, progress func(done, total int)) func() {
		err := do(ctx, b)
		if err == nil {
			err = b.Compare(ctx, r.sketches, func(p candidates.Progress) { progress(p.Done, p.Total) })
		}
		return func() {
			if r.batch == b {
				r.list.refresh()
				r.page.fill()
			}
			r.desk.Failed(err)
		}
	})
}

// copyReport puts the reasons why files cannot be read on the clipboard.
func (r *Room) copyReport() {
	var lines []string
	for _, f := range r.failed {
		lines = append(lines, words.Error(f.Err))
	}
	for _, err := range r.batch.Report() {
		lines = append(lines, words.Error(err))
	}
	text := ""
	for _, line := range lines {
		text += line + "\n"
	}
	r.desk.UI.Clipboard().SetContent(text)
	r.desk.Tell(words.Counted(len(lines), "Copied: why {{.Count}} file cannot be read."))
}

// button is a button of the room, which hands keys on to the window.
func (r *Room) button(
	kind func(label, tip, key string, do func()) *control.Button, label, tip string, key desk.Key, do func(),
) *control.Button {
	b := kind(label, tip, key.String(), do)
	b.OnKey = r.desk.TypedKey
	return b
}
