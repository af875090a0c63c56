// Package preview is the room beside the library in which the articles of files wait until they are imported: what was recognised and from
// where, what is in the project already or nearly, what is wrong. Nothing is written before the person says so.
package preview

import (
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
	queue    []Arrival            // that is looked at when what is being done is done
	isBusy   bool                 // files are being read into the batch, or it is being imported
	running  int                  // how much else is being done with the batch beside the window
	paths    []string             // the files of which it is, also those that are to be read
	passed   int                  // files in folders that are no articles by their names
	failed   []intake.Failure     // files and folders that cannot be looked into
	list     *list
	page     *page
	compared *comparison // nil while no two texts are side by side
	reading  bool
	stop     func() // stops reading
	shown    bool
	appeared bool // it was shown for what arrived last, or is not to be; since then the person may have gone elsewhere

	// InFront reports whether the view in which the room stands is.
	InFront func() bool
	// OnDecided is told of the files about which was decided: they were imported, or are not wanted.
	OnDecided func(paths []string)
}

// New makes the room with nothing in it. show is told whether it is to be seen; imported what came of an import.
func New(d *desk.Desk, show func(shown bool), imported func(intake.Result)) *Room {
	r := &Room{desk: d, show: show, imported: imported, stop: func() {}, InFront: func() bool { return true }, OnDecided: func([]string) {}}
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
	if r.compared != nil {
		return []desk.Hint{{Key: desk.KeyGiveUp, Does: lang.L("back")}}
	}
	hints := []desk.Hint{{Key: desk.KeyTick, Does: lang.L("tick")}}
	if r.isBusy {
		hints = append(hints, desk.Hint{Key: desk.KeyCancel, Does: lang.L("stop")})
	} else {
		hints = append(hints, desk.Hint{Key: desk.KeyEdit, Does: lang.L("import")})
	}
	return append(hints, desk.Hint{Key: desk.KeyGiveUp, Does: lang.L("give up")})
}

// Focus gives the list the keyboard.
func (r *Room) Focus() { r.list.list.Focus() }

// IsWaiting reports whether articles wait.
func (r *Room) IsWaiting() bool { return r.batch != nil }

// IsReading reports whether files are being read.
func (r *Room) IsReading() bool { return r.reading }

// isShown reports whether the room is to be seen.
func (r *Room) isShown() bool { return r.shown && r.batch != nil }

// Appear shows the room, if something is in it.
func (r *Room) Appear() {
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
		r.desk.RefreshMenu()
	}
}

// Waiting says what waits while the room is not to be seen; "" if nothing does.
func (r *Room) Waiting() string {
	if r.batch == nil || r.isSeen() {
		return ""
	}
	t := r.batch.Totals()
	switch {
	case t.Articles > 0:
		return words.Counted(t.Articles, "{{.Count}} article waits")
	case t.Bad+len(r.failed) > 0:
		return words.Counted(t.Bad+len(r.failed), "{{.Count}} file cannot be read")
	}
	return ""
}

// isSeen reports whether the room is to be seen now.
func (r *Room) isSeen() bool { return r.isShown() && r.InFront() }

// giveUp leaves the room and forgets what is in it. It is asked first only if something was corrected.
func (r *Room) giveUp() {
	if r.IsImporting() {
		r.desk.Tell(words.Sentence("It is being imported. %s stops that.", desk.KeyCancel))
		return
	}
	if r.batch.Totals().Edited == 0 {
		r.end()
		return
	}
	r.desk.AskCarefully(lang.L("Import"), words.Counted(r.batch.Totals().Edited, "{{.Count}} article was corrected. Give up the import?"),
		lang.L("Give Up"), lang.L("Cancel"), r.end)
}

// end leaves the room, as what is in it was imported or is not wanted, and shows what was there before.
func (r *Room) end() {
	if r.batch == nil {
		return
	}
	decided := r.paths
	r.clear()
	r.OnDecided(decided)
}

// clear forgets what is in the room.
func (r *Room) clear() {
	r.stop()
	wasShown := r.shown
	r.batch, r.reading, r.running, r.compared = nil, false, 0, nil
	r.paths, r.passed, r.failed = nil, 0, nil
	r.shown = false
	r.list.reset()
	if wasShown {
		r.show(false)
	}
	r.desk.RefreshMenu()
}

// Opened follows that another project is open, or none. What waited waits no more: nobody has decided about it.
func (r *Room) Opened() {
	if r.project == r.desk.Project {
		return
	}
	r.queue, r.isBusy = nil, false
	if r.batch != nil {
		r.clear()
	}
	r.project, r.sketches = nil, nil
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
	if t.Left > 0 {
		facts = append(facts, words.Counted(t.Left, "{{.Count}} part of a file left out"))
	}
	if n := r.batch.Unread(); n > 0 && !r.reading {
		facts = append(facts, words.Counted(n, "{{.Count}} file was not read to its end"))
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

// hasReport reports whether anything is said by copyReport.
func (r *Room) hasReport() bool {
	t := r.batch.Totals()
	return len(r.failed)+t.Bad+t.Left > 0
}

// copyReport puts the reasons why files, and parts of files, cannot be read on the clipboard.
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
	if r.batch.Totals().Left > 0 {
		r.desk.Tell(words.Counted(len(lines), "Copied: why {{.Count}} file or part of one is left out."))
		return
	}
	r.desk.Tell(words.Counted(len(lines), "Copied: why {{.Count}} file cannot be read."))
}

// button is a button of the room, which hands keys on to the window. Esc leads back from it to the list.
func (r *Room) button(
	kind func(label, tip, key string, do func()) *control.Button, label, tip string, key desk.Key, do func(),
) *control.Button {
	b := kind(label, tip, key.String(), do)
	b.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyEscape || r.compared != nil || r.desk.IsCovered() {
			return r.desk.TypedKey(e)
		}
		r.Focus()
		return true
	}
	return b
}
