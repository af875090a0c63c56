package picker

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
)

// placed is the question with a folder that is there to begin in, and a name that no file in it has. It looks at the disk.
func (q question) placed() question {
	folder := startIn(string(q.Folder))
	if q.Save && folder != "" {
		q.Name = freeName(folder, q.Name)
	}
	q.Folder = []byte(folder)
	return q
}

// New returns the picker of a window. Answers go through deliver, which runs
// them on the UI goroutine: fyne.Do. Call Close when the window is gone.
func New(window fyne.Window, folders Folders, deliver func(func())) *System {
	return newSystem(window, folders, deliver, native())
}

func newSystem(window fyne.Window, folders Folders, deliver func(func()), native dialog) *System {
	ctx, stop := context.WithCancel(context.Background())
	s := &System{
		window: window, folders: folders, deliver: deliver, native: native,
		jobs: make(chan job, 1), stop: stop,
	}
	if native != nil {
		go serve(ctx, s.jobs, native)
	}
	return s
}

// Close ends the dialogs' thread, and closes a dialog that is open where that
// can be done. No file is asked for afterwards.
func (s *System) Close() {
	s.stop()
	close(s.jobs)
}

// OpenFile implements Picker.
func (s *System) OpenFile(r Request, answer Answer) {
	s.ask(r, question{}, only(func(path string, err error) {
		if err == nil {
			rememberFolder(s.folders, r.Purpose, path)
		}
		answer(path, err)
	}))
}

// OpenFiles implements Picker.
func (s *System) OpenFiles(r Request, answer Answers) {
	s.ask(r, question{Several: true}, func(paths []string, err error) {
		if err == nil {
			rememberFolder(s.folders, r.Purpose, paths[0])
		}
		answer(paths, err)
	})
}

// OpenFolder implements Picker.
func (s *System) OpenFolder(r Request, answer Answer) {
	s.ask(r, question{Browse: true}, only(func(path string, err error) {
		if err == nil {
			s.folders.SetString(folderKey(r.Purpose), path)
		}
		answer(path, err)
	}))
}

// only passes on the first path, where a dialog was asked for no more.
func only(answer Answer) Answers {
	return func(paths []string, err error) {
		if err != nil {
			answer("", err)
			return
		}
		answer(paths[0], nil)
	}
}

// SaveFile implements Picker.
func (s *System) SaveFile(r Request, answer Answer) {
	s.ask(r, question{Save: true, Name: FileName(r.Name)}, only(func(path string, err error) {
		if err != nil {
			answer("", err)
			return
		}
		rememberFolder(s.folders, r.Purpose, path)
		s.settle(r, path, answer)
	}))
}

// settle adds the extension. The dialog asked whether to replace the name that
// was typed; if that is another now, we ask.
func (s *System) settle(r Request, typed string, answer Answer) {
	path := withExtension(typed, r.Filters)
	if path == typed || !exists(path) {
		answer(path, nil)
		return
	}
	s.confirmReplacing(path, func(yes bool) {
		if yes {
			answer(path, nil)
			return
		}
		r.Name = filepath.Base(path)
		s.SaveFile(r, answer)
	})
}

// ask shows the native dialog, or Fyne's when there is none. One at a time: the
// native dialog does not block the window behind it.
func (s *System) ask(r Request, q question, answer Answers) {
	if s.asking {
		answer(nil, ErrGivenUp)
		return
	}
	s.asking = true
	q.Title, q.Filters, q.Folder = r.Title, r.Filters, []byte(lastFolder(s.folders, r.Purpose))
	done := func(paths []string, err error) {
		s.asking = false
		if err == nil && len(paths) == 0 {
			err = ErrGivenUp
		}
		answer(paths, err)
	}
	if s.native == nil {
		s.askInWindow(q.placed(), done)
		return
	}
	q.Parent = portalParent(s.window)
	s.jobs <- job{q, func(placed question, paths []string, err error) {
		s.deliver(func() {
			if err == nil || errors.Is(err, ErrGivenUp) || errors.Is(err, errElsewhere) {
				done(paths, err)
				return
			}
			s.askInWindow(placed, done)
		})
	}}
}

// serve shows the dialogs asked for, until jobs is closed.
func serve(ctx context.Context, jobs <-chan job, show dialog) {
	runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
	for j := range jobs {
		placed := j.question.placed()
		paths, err := recovered(ctx, show, placed)
		if ctx.Err() != nil {
			return // the window that asked is gone
		}
		j.answer(placed, paths, err)
	}
}

// recovered turns a panic, which is how the dialogs say that there is no
// display, into an error.
func recovered(ctx context.Context, show dialog, q question) (paths []string, err error) {
	defer func() {
		if recover() != nil {
			paths, err = nil, errNoDialog
		}
	}()
	return show(ctx, q)
}
