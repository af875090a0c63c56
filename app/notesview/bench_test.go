package notesview

import (
	"path/filepath"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/storetest"
)

// BenchmarkFirstScreen is the way from a changed choice to the first screen of the document, in a project with 10,000 statements in 1,000
// articles.
func BenchmarkFirstScreen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "Talks.standpoint")
	if _, err := storetest.File(b.Context(), path, storetest.Talks()); err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	d := desktest.New(b)
	d.TakeProject(b, p)
	v := New(d.Desk)
	d.Front = v
	d.Put(v.Object())
	v.Opened()
	for _, kind := range notes.Kinds() {
		b.Run(string(kind), func(b *testing.B) {
			for b.Loop() {
				v.anew = true
				o := v.choices.options()
				o.Kind, o.First = kind, firstParts(o)
				v.making.read(o, v.show)
				d.Window.Canvas().Capture()
			}
		})
	}
}
