package app

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// frame is what stays around the views: the tabs and the search field above,
// the status line below.
type frame struct {
	desk   *desk.Desk
	views  []namedView
	isLost func() bool // the open project's file is not where it was

	onRunning func() // another job is running now, or none
	content   fyne.CanvasObject

	tabs    *control.TabBar
	notice  *fyne.Container // why nothing can be changed, as long as that is so
	stack   *fyne.Container
	status  *control.StatusBar
	counts  background.Latest
	told    string                                    // what was done last, for a while or until something else is
	letGo   func()                                    // keeps what is told
	later   func(time.Duration, func()) (stop func()) // does something after a while
	written bool                                      // something was written to the project since it was opened
	cancel  *control.Button
	waiting waiting
	waits   *control.Button // says what waits, and leads there
	summary string
}

// waiting is where articles wait to be imported.
type waiting interface {
	Waiting() string // says what waits while that is not to be seen; "" if nothing does
	Appear()
}

// newFrame puts the views between the bar with the search field and the status line.
func newFrame(d *desk.Desk, views []namedView, search fyne.CanvasObject, waits waiting, isLost func() bool,
	later func(time.Duration, func()) (stop func()),
) *frame {
	f := &frame{
		counts: background.Latest{Rank: background.Patient},
		desk:   d, views: views, isLost: isLost, onRunning: func() {}, status: control.NewStatusBar(), letGo: func() {}, later: later,
		waiting: waits,
	}
	f.cancel = control.NewQuietButton(lang.L("Cancel"), lang.L("Stop what is being done; what is on disk by then stays"),
		desk.KeyCancel.String(), d.Work.Cancel)
	f.cancel.OnKey = d.TypedKey
	f.waits = control.NewQuietButton("", lang.L("Show the articles that wait to be imported"), desk.KeyWaiting.String(), waits.Appear)
	f.waits.OnKey = d.TypedKey
	d.Work.OnRunning(f.showRunning)
	tabs := make([]control.Tab, len(views))
	for n, v := range views {
		tabs[n] = control.Tab{Key: v.name, Label: v.label}
	}
	f.tabs = control.NewTabBar(tabs)
	f.tabs.OnChanged, f.tabs.OnLetter = f.turnTo, d.TypedLetter
	bar := control.Backed(look.ColorBar, container.New(
		layout.NewCustomPaddedLayout(6, 6, 12, 12),
		container.New(tabsAndSearch{}, f.tabs, search),
	))
	f.notice = container.NewStack()
	f.notice.Hide()
	f.stack = container.NewStack()
	inside := control.Between(control.Stacked(bar, control.Line(), f.notice), f.stack, f.status)
	d.Tooltips = control.NewTooltips(inside)
	f.content = d.Tooltips
	return f
}

// tabsAndSearch puts the tabs at the left and the search field at the right, as wide as it is good to use if there is room.
type tabsAndSearch struct{}

// Widths of the search field, in pixels.
const (
	leastSearch = 190
	mostSearch  = 300
)

// MinSize implements fyne.Layout.
func (tabsAndSearch) MinSize(o []fyne.CanvasObject) fyne.Size {
	tabs, search := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(tabs.Width+look.Gap+leastSearch, max(tabs.Height, search.Height))
}

// Layout implements fyne.Layout.
func (tabsAndSearch) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tabs := o[0].MinSize().Width
	search := max(min(size.Width-tabs-look.Gap, mostSearch), leastSearch)
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(tabs, size.Height))
	o[1].Move(fyne.NewPos(size.Width-search, 0))
	o[1].Resize(fyne.NewSize(search, size.Height))
}

// turnTo shows the view whose tab was pressed.
func (f *frame) turnTo(name string) {
	for _, v := range f.views {
		if v.name == name {
			f.desk.Show(v.View)
		}
	}
}

// setNotice says above the views why nothing can be changed, with a button that may help;
// "" takes that away.
func (f *frame) setNotice(why string, button *control.Button) {
	f.notice.Objects = nil
	f.notice.Hide()
	if why != "" {
		said := control.NewRichLine(1, control.Run{Text: why, Colour: look.ColorAccentText})
		row := control.NewSpread(nil, said, button)
		padded := container.New(layout.NewCustomPaddedLayout(6, 6, 14, 12), row)
		f.notice.Objects = []fyne.CanvasObject{control.Backed(look.ColorAccentTint, padded)}
		f.notice.Show()
	}
	f.content.Refresh()
}

// show brings a view to the front.
func (f *frame) show(v desk.View) {
	for _, other := range f.views {
		if other.View == v {
			f.tabs.SetCurrent(other.name)
		}
	}
	f.stack.Objects = []fyne.CanvasObject{v.Object()}
	f.stack.Refresh()
	f.showHints()
}

// showHints says which keys there are in the view in front, and which lists all. Keys that do the same stand side by side.
func (f *frame) showHints() {
	var said []string
	keys := ""
	if v := f.desk.InFront(); v != nil {
		for _, h := range v.Hints() {
			keys = strings.TrimSpace(keys + " " + h.Key.String())
			if h.Does != "" {
				said, keys = append(said, keys+" "+h.Does), ""
			}
		}
	}
	help := desk.Hint{Key: desk.KeyHelp, Does: lang.L("keys")}
	f.status.SetRight(help.Key.String()+" "+help.Does, said...)
	f.showStatus()
}

// opened begins anew with another project.
func (f *frame) opened() {
	f.written, f.summary = false, ""
	f.tell("")
	f.count()
}

// changed follows a write, by this window or by another program.
func (f *frame) changed(here bool) {
	f.written = f.written || here
	f.count()
}

// count counts what the project holds.
func (f *frame) count() {
	if f.desk.Project == nil {
		f.showStatus()
		return
	}
	desk.Query(f.desk, &f.counts, func(ctx context.Context, p *store.Project) (store.Counts, error) { return p.Counts(ctx) },
		func(c store.Counts) {
			f.summary = strings.Join([]string{
				words.Counted(c.Articles, "{{.Count}} article"), words.Counted(c.Statements, "{{.Count}} statement"),
				words.Counted(c.Positions, "{{.Count}} position"),
			}, " · ")
			f.showStatus()
		})
}

// How long a sentence is told, at least, and how much longer for each of its code points: as long as it takes to look there and
// to read it twice.
const (
	leastTold  = 5 * time.Second
	toldLetter = 100 * time.Millisecond
)

// tell says in the status line what was done, and lets go of it after a while.
func (f *frame) tell(sentence string) {
	f.letGo()
	f.told, f.letGo = sentence, func() {}
	if sentence != "" {
		f.letGo = f.later(leastTold+time.Duration(utf8.RuneCountInString(sentence))*toldLetter, func() { f.tell("") })
	}
	f.showStatus()
}

// showRunning says which job is running, and how far it is.
func (f *frame) showRunning() {
	f.showStatus()
	f.onRunning()
	f.desk.RefreshMenu()
}

// running is what the status line says of the job that is running.
func running(r background.Running) string {
	said := []string{r.Title}
	if r.Total > 0 {
		said = append(said, words.Sentence("%d of %d", r.Done, r.Total))
	}
	if r.Rate > 0 {
		said = append(said, words.Pace(r.Rate, r.Left)...)
	}
	if r.Waiting > 0 {
		said = append(said, words.Counted(r.Waiting, "{{.Count}} job waits"))
	}
	return words.Dotted(said...)
}

// isFilledIn reports whether something is filled in somewhere that is not saved.
func (f *frame) isFilledIn() bool {
	for _, v := range f.views {
		if editor, ok := v.View.(desk.Editor); ok && editor.HasUnsaved() {
			return true
		}
	}
	return false
}

// showStatus says how much the project holds, and behind it what is being done, else what was done, else whether all is saved: that
// is said only when something was.
func (f *frame) showStatus() {
	said := f.told
	job, isRunning := f.desk.Work.Running()
	var buttons []*control.Button
	if isRunning && !job.Lasting {
		buttons = append(buttons, f.cancel)
	}
	if waits := f.waiting.Waiting(); waits != "" {
		f.waits.SetLabel(waits)
		buttons = append(buttons, f.waits)
	}
	f.status.SetButtons(buttons...)
	switch {
	case isRunning:
		said = running(job)
	case f.desk.Project != nil && f.desk.Work.IsSlowToSave():
		said = lang.L("saving…")
	case said != "" || f.desk.Project == nil:
	case f.desk.Project.ReadOnly():
		said = lang.L("read only")
	case f.isLost() || f.desk.Project.Unsaved():
		said = lang.L("not saved")
	case f.isFilledIn():
		said = lang.L("not saved yet")
	case f.written:
		said = lang.L("saved")
	}
	f.status.SetLeft(strings.TrimSpace(f.summary + "     " + said))
}
