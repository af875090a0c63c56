package notesview

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/store"
)

func TestWhileOneWriteFollowsAnotherTheNotesAreMadeAtTheFirstAndWhenItRests(t *testing.T) {
	r := sample(t)
	var waiting []func()
	r.Work.Later = func(_ time.Duration, f func()) func() { waiting = append(waiting, f); return func() {} }
	made := 0
	build := r.making.build
	r.making.build = func(ctx context.Context, p *store.Project, o notes.Options, progress func(done, total int)) (notes.Document, error) {
		if o.First == 0 {
			made++
		}
		return build(ctx, p, o, progress)
	}
	for i := range 20 {
		r.AddArticle(t, store.Article{Title: fmt.Sprintf("Report %d", i)}, fmt.Sprintf("The talks went on for a day %d.", i))
		for len(waiting) > 3 { // a pause that is over when another write came within it
			waiting[0]()
			waiting = waiting[1:]
		}
	}
	if said := desktest.Said(r.middle); made != 1 || !strings.Contains(said, "the notes follow when that rests") {
		t.Errorf("the notes were made %d times meanwhile, and they say %q", made, said)
	}
	for _, over := range waiting {
		over()
	}
	if said := desktest.Said(r.middle); made != 2 || !strings.Contains(said, "All of the notes") {
		t.Errorf("the notes were made %d times in all, and they say %q", made, said)
	}
	if !strings.Contains(strings.Join(said(r.preview.pages), "\n"), "Report 19") {
		t.Error("the notes do not have what was written last")
	}
}
