package app

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/message"
	"standpoint/app/picker"
	"standpoint/app/preview"
	"standpoint/app/watched"
	"standpoint/app/words"
	"standpoint/store"
)

// watching looks again and again which files have arrived in the folder that is watched for the open project. They wait in the preview.
type watching struct {
	*desk.Desk

	arrivals *preview.Room
	inline   bool             // it looks only when it is told to
	now      func() time.Time // injected by tests

	asked  background.Latest
	folder *watched.Folder // nil while none is watched
	isGone bool            // it was told that the folder cannot be looked into
}

// A look is followed by a rest of so many times as long as it took, and of lookRest at least: a folder that is slow to list, as on another
// computer, is not listed all the time.
const (
	lookRest  = 5 * time.Second
	restTimes = 100
)

// watchedKey is the key under which a project keeps which files were decided about.
const watchedKey = "watched"

// projectOpened watches the folder that was chosen for the project that was opened, if one was.
func (w *watching) projectOpened() {
	w.folder, w.isGone = nil, false
	w.asked.Overtake()
	if !w.CanWrite() {
		return
	}
	if path := w.Prefs.Watched(w.Project.Path()); path != "" {
		w.begin(path)
	}
}

// begin watches a folder; what was decided about in it earlier is known.
func (w *watching) begin(path string) {
	desk.Query(w.Desk, &w.asked, func(ctx context.Context, p *store.Project) ([]byte, error) { return p.Local(ctx, watchedKey) },
		func(decided []byte) {
			w.folder, w.isGone = watched.NewFolder(path, decided, isProject), false
			w.RefreshMenu()
			w.lookLater(lookRest)
		})
}

// isProject reports whether a file is a project or lies beside one, by its name: they change all the time.
func isProject(path string) bool {
	return strings.Contains(strings.ToLower(filepath.Base(path)), store.Extension)
}

// toggle asks which folder is to be watched, or ends that.
func (w *watching) toggle() {
	if w.folder != nil {
		w.folder = nil
		w.Prefs.SetWatched(w.Project.Path(), "")
		w.Tell(lang.L("The folder is not watched any more."))
		w.RefreshMenu()
		return
	}
	w.Picker.OpenFolder(picker.Request{
		Title: words.Sentence("Choose the folder in which articles for “%s” arrive", w.Project.Name()), Purpose: picker.ForWatching,
	}, w.Chosen(w.choose))
}

// choose watches a folder from now on. If there are files in it already, it is asked whether they are to wait too.
func (w *watching) choose(path string) {
	p := w.Project
	w.Work.Read(func(ctx context.Context) func() {
		decided, err := p.Local(ctx, watchedKey)
		f := watched.NewFolder(path, decided, isProject)
		var present []string
		if err == nil {
			present, err = f.Present(ctx)
		}
		return func() {
			if w.Project != p || w.Failed(err) {
				return
			}
			w.folder, w.isGone = f, false
			w.Prefs.SetWatched(p.Path(), path)
			w.Tell(words.Sentence("What arrives in “%s” waits to be imported.", filepath.Base(path)))
			w.RefreshMenu()
			if len(present) == 0 {
				w.lookLater(lookRest)
				return
			}
			w.askAboutPresent(f, present)
		}
	})
}

// askAboutPresent asks whether files that were in the folder before it was watched are to wait too.
func (w *watching) askAboutPresent(f *watched.Folder, present []string) {
	w.Post(&message.Message{
		Title: lang.L("Watch a Folder"),
		Body: message.Prose(words.Counted(len(present),
			"{{.Count}} file is in the folder already. Is it to wait too, or only what arrives from now on?")),
		Yes: lang.L("All of Them"), No: lang.L("Only What Arrives"), Offer: true,
		Agreed:  func() { w.lookLater(0) },
		Refused: func() { w.leave(f, present) },
	})
}

// leave notes that files which were there before are not wanted.
func (w *watching) leave(f *watched.Folder, present []string) {
	p := w.Project
	w.Work.Read(func(context.Context) func() {
		f.Decide(present)
		return func() {
			if w.folder == f && w.Project == p {
				w.keep()
				w.lookLater(lookRest)
			}
		}
	})
}

func (w *watching) lookLater(after time.Duration) {
	if f := w.folder; f != nil && !w.inline {
		w.Work.Later(after, func() {
			if w.folder == f {
				w.look()
			}
		})
	}
}

// look has what has arrived wait in the preview. While something is being done, such as an import, it does nothing.
func (w *watching) look() {
	f := w.folder
	if _, isRunning := w.Work.Running(); isRunning || f == nil {
		w.lookLater(lookRest)
		return
	}
	w.Work.Read(func(ctx context.Context) func() {
		begun := w.now()
		arrived, err := f.Look(ctx)
		articles, _ := sorted(arrived) // rows of our JSON do not wait: they would be added at once
		paths := intake.WithoutAttached(ctx, articles, []string{f.Path()})
		rest := max(lookRest, restTimes*w.now().Sub(begun))
		return func() {
			if w.folder != f || ctx.Err() != nil {
				return
			}
			w.follow(f, err)
			if len(paths) > 0 {
				w.arrivals.Look(preview.Arrival{Paths: paths, Beside: articles, Chosen: []string{f.Path()}, ByItself: true})
			}
			w.lookLater(rest)
		}
	})
}

// follow tells once that the folder cannot be looked into, and once that it can be again.
func (w *watching) follow(f *watched.Folder, err error) {
	switch {
	case err != nil && !w.isGone:
		w.Tell(words.Error(err))
	case err == nil && w.isGone:
		w.Tell(words.Sentence("“%s” can be looked into again.", filepath.Base(f.Path())))
	}
	w.isGone = err != nil
}

// decided keeps that files were imported or are not wanted, so that they do not come back.
func (w *watching) decided(paths []string) {
	if f := w.folder; f != nil && f.Decide(paths) {
		w.keep()
	}
}

// keep writes down which files were decided about.
func (w *watching) keep() {
	decided := w.folder.Decided()
	w.Keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, watchedKey, decided) })
}

// commands say which folder is watched.
func (w *watching) commands() []desk.Command {
	return []desk.Command{{
		In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Watch a Folder…")), Key: desk.AltCtrl(fyne.KeyA),
		Act: desk.When(w.CanWrite, w.toggle), Checked: func() bool { return w.folder != nil },
	}}
}
