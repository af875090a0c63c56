package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// watchEvery is how often the window looks whether another program has touched the file.
const watchEvery = 2 * time.Second

// fileWatch looks again and again whether another program has touched the file of the open project.
type fileWatch struct {
	desk   *desk.Desk
	inline bool                                     // it looks only when it is told to
	keep   func()                                   // asks for a file in which what is open is to be kept
	notice func(why string, button *control.Button) // says above the views why nothing can be changed; "" takes that away

	following *follower // of the open project; nil while none is open
	lost      bool      // the file is not where it was, or not what it was
}

// begin watches the file of a project that was just opened.
func (w *fileWatch) begin(f *follower) {
	w.following = f
	w.lookLater()
}

// end watches none any more.
func (w *fileWatch) end() { w.following, w.lost = nil, false }

func (w *fileWatch) lookLater() {
	if f := w.following; f != nil && !w.inline {
		w.desk.Work.Later(watchEvery, func() {
			if w.following == f {
				w.look()
			}
		})
	}
}

// look shows anew what another program has written, and tells once if the file is not
// there any more or was written over, with a button that keeps what is open.
func (w *fileWatch) look() {
	f := w.following
	w.desk.Work.Read(func(ctx context.Context) func() {
		changed, err := f.project.Look(ctx)
		return func() {
			if w.following != f {
				return
			}
			code := store.CodeOf(err)
			switch gone := code == store.CodeNotFound || code == store.CodeOverwritten; {
			case gone && !w.lost:
				w.lost = true
				w.notice(lang.L("What is open is not in the project's file any more, and nothing is saved."),
					control.NewTextButton(lang.L("Keep It Elsewhere…"), lang.L("Write what is open into a new file"), "", w.keep))
				w.desk.Complain(err)
			case !gone && w.lost:
				w.lost = false
				w.notice("", nil)
				w.desk.Tell(lang.L("The project's file is back."))
			case changed:
				f.follow(store.Event{All: true}, func() {
					w.desk.Tell(lang.L("Another window has written to the project; this is what is there now."))
				})
			}
			w.lookLater()
		}
	})
}
