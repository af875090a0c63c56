package app

import (
	"context"
	"strings"

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
	app     *App
	content fyne.CanvasObject

	tabs    *control.TabBar
	notice  *fyne.Container // why nothing can be changed, as long as that is so
	stack   *fyne.Container
	status  *control.StatusBar
	counts  background.Latest
	told    string // what was done last, until something else is
	cancel  *control.Button
	summary string
}

func newFrame(a *App) *frame {
	f := &frame{app: a, status: control.NewStatusBar()}
	f.cancel = control.NewQuietButton(lang.L("Cancel"), lang.L("Stop what is being done; what is on disk by then stays"),
		desk.KeyCancel.String(), a.Work.Cancel)
	f.cancel.OnKey = a.TypedKey
	a.Work.OnRunning(f.showRunning)
	tabs := make([]control.Tab, len(a.views))
	for n, v := range a.views {
		tabs[n] = control.Tab{Key: v.name, Label: v.label}
	}
	f.tabs = control.NewTabBar(tabs)
	f.tabs.OnChanged = f.turnTo
	searchBox := container.New(&control.FixedWidth{Width: 300}, a.articles.SearchField())
	bar := control.Backed(look.ColorBar, container.New(
		layout.NewCustomPaddedLayout(6, 6, 12, 12),
		container.NewBorder(nil, nil, nil, searchBox, container.NewHBox(f.tabs)),
	))
	f.notice = container.NewStack()
	f.notice.Hide()
	f.stack = container.NewStack()
	inside := container.NewBorder(control.Stacked(bar, control.Line(), f.notice), f.status, nil, nil, f.stack)
	a.Tooltips = control.NewTooltips(inside)
	f.content = a.Tooltips
	return f
}

// turnTo shows the view whose tab was pressed.
func (f *frame) turnTo(name string) {
	for _, v := range f.app.views {
		if v.name == name {
			f.app.Show(v.View)
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
	for _, other := range f.app.views {
		if other.View == v {
			f.tabs.SetCurrent(other.name)
		}
	}
	f.stack.Objects = []fyne.CanvasObject{v.Object()}
	f.stack.Refresh()
	f.showHints()
}

// showHints says which keys there are in the view in front. Keys that do the same stand side by side.
func (f *frame) showHints() {
	var said []string
	keys := ""
	if f.app.current != nil {
		for _, h := range f.app.current.Hints() {
			keys = strings.TrimSpace(keys + " " + h.Key.String())
			if h.Does != "" {
				said, keys = append(said, keys+" "+h.Does), ""
			}
		}
	}
	f.status.SetRight(said...)
}

// opened begins anew with another project.
func (f *frame) opened() {
	f.told, f.summary = "", ""
	f.changed()
}

// changed counts what the project holds. What was told before is done with.
func (f *frame) changed() {
	f.told = ""
	if f.app.Project == nil {
		f.showStatus()
		return
	}
	desk.Query(f.app.Desk, &f.counts, func(ctx context.Context, p *store.Project) (store.Counts, error) { return p.Counts(ctx) },
		func(c store.Counts) {
			f.summary = strings.Join([]string{
				words.Counted(c.Articles, "{{.Count}} article"), words.Counted(c.Statements, "{{.Count}} statement"),
				words.Counted(c.Positions, "{{.Count}} position"),
			}, " · ")
			f.showStatus()
		})
}

// tell says in the status line what was done.
func (f *frame) tell(sentence string) {
	f.told = sentence
	f.showStatus()
}

// showRunning says which job is running, and how far it is.
func (f *frame) showRunning() {
	f.showStatus()
	if f.app.Project == nil {
		f.app.articles.Listed(0)
	}
	f.app.RefreshMenu()
}

// running is what the status line says of the job that is running.
func running(r background.Running) string {
	said := []string{r.Title}
	if r.Total > 0 {
		said = append(said, words.Sentence("%d of %d", r.Done, r.Total))
	}
	if r.Waiting > 0 {
		said = append(said, words.Counted(r.Waiting, "{{.Count}} job waits"))
	}
	return words.Dotted(said...)
}

func (f *frame) showStatus() {
	said := f.told
	job, isRunning := f.app.Work.Running()
	f.status.SetButton(nil)
	if isRunning && !job.Lasting {
		f.status.SetButton(f.cancel)
	}
	switch {
	case isRunning:
		said = running(job)
	case f.app.Project != nil && f.app.Work.IsSlowToSave():
		said = lang.L("saving…")
	case said != "" || f.app.Project == nil:
	case f.app.Project.ReadOnly():
		said = lang.L("read only")
	case f.app.lost || f.app.Project.Unsaved():
		said = lang.L("not saved")
	default:
		said = lang.L("saved")
	}
	f.status.SetLeft(strings.TrimSpace(f.summary + "     " + said))
}
