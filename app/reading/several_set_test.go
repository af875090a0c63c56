package reading

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/store"
)

// asks types a name into the field of the box that asks for it, picks it, and agrees.
func (r *reads) asks(t *testing.T, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(r.Window.Canvas().Overlays().Top()) {
		if f, ok := o.(*control.TypeAhead); ok {
			f.Focus()
			test.Type(f.Input(), name)
			f.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	r.Agree(t)
}

// takesBackAll takes the last action back, which must be titled so, and checks that the project is as it was.
func (r *reads) takesBackAll(t *testing.T, title string, now, before func() bool) {
	t.Helper()
	if !now() {
		t.Errorf("%s: not all that was selected has it", title)
	}
	if got := words.Title(r.Project.UndoTitle()); got != title {
		t.Errorf("Undo takes back %q, want %q", got, title)
	}
	r.Undo()
	if !before() {
		t.Errorf("%s: one Undo does not take it back from all", title)
	}
}

func TestAllSelectedPositionsGetAStanceAnIssueAndATagByOneActionEach(t *testing.T) {
	for _, tab := range []string{"Statements", "Positions"} {
		t.Run(tab, func(t *testing.T) {
			r := newFull(t, 5)
			r.Choose(tab)
			list := r.panelList()
			selected := func() []store.ID {
				list.Focus()
				list.TypedShortcut(&fyne.ShortcutSelectAll{})
				ids, _ := r.view.panel.Selected()
				return ids
			}
			ids := selected()
			positions, err := r.Project.PositionsAmong(t.Context(), ids)
			if err != nil || len(positions) < 2 {
				t.Fatalf("%d positions are among %d rows: %v", len(positions), len(ids), err)
			}
			have := func(of []store.ID, is func(store.Annotation) bool) func() bool {
				return func() bool {
					return !slices.ContainsFunc(of, func(id store.ID) bool {
						a, err := r.Project.Annotation(t.Context(), id)
						return err != nil || !is(a)
					})
				}
			}
			unclear := func(a store.Annotation) bool { return a.Stance == store.StanceUnclear }
			r.Choose("unclear")
			r.takesBackAll(t, words.Title(store.Title{Code: store.TitleSetStances, Count: len(positions)}),
				have(positions, unclear), func() bool { return !have(positions, unclear)() })

			issue := r.IssueItems("")[0]
			on := func(a store.Annotation) bool { return a.Target == store.Target{Issue: store.ID(issue.ID)} }
			selected()
			r.Choose("Set the Issue of the Positions…")
			r.asks(t, issue.Name)
			r.takesBackAll(t, words.Title(store.Title{Code: store.TitleSetIssues, Count: len(positions)}),
				have(positions, on), func() bool { return !have(positions, on)() })

			selected()
			r.Choose(words.Counted(len(ids), "Add a Tag to {{.Count}} Annotation…"))
			r.asks(t, "Worth a second look")
			tagged := func(a store.Annotation) bool { return len(r.TagItems("")) > 0 && len(a.Tags) > 0 }
			if !have(ids, tagged)() || len(r.TagItems("")) == 0 {
				t.Error("a new tag is not put on all that is selected")
			}
			r.Undo()
			if have(ids, tagged)() {
				t.Error("one Undo does not take the tag from all")
			}
		})
	}
}

func TestTagsArePutOnAllSelectedArticlesAndTakenOffByOneActionEach(t *testing.T) {
	r := newFull(t, 6)
	set := func(put, take string) {
		t.Helper()
		r.list(t).TypedShortcut(&fyne.ShortcutSelectAll{})
		if !r.Choose("Tags of the Articles…") {
			t.Fatal("several articles cannot be tagged")
		}
		for i, name := range []string{put, take} {
			if name == "" {
				continue
			}
			field := r.tokens()[i]
			field.Focus()
			test.Type(field.Input(), name)
			field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		r.Agree(t)
	}
	carry := func(name string) int {
		t.Helper()
		tags := r.TagItems("")
		at := slices.IndexFunc(tags, func(i control.Item) bool { return i.Name == name })
		if at < 0 {
			return 0
		}
		n, err := r.Project.ArticleCount(t.Context(), store.ArticleFilter{Tag: store.ID(tags[at].ID)})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	set("Sorted", "")
	ids, _ := r.view.left.list.Selected()
	all := len(ids)
	if carry("Sorted") != all || all < 2 {
		t.Fatalf("%d of %d articles carry the tag", carry("Sorted"), all)
	}
	set("Filed", "Sorted")
	title := words.Title(store.Title{Code: store.TitleTagArticles, Count: all})
	r.takesBackAll(t, title, func() bool { return carry("Filed") == all && carry("Sorted") == 0 },
		func() bool { return carry("Filed") == 0 && carry("Sorted") == all })
	set("", "Sorted")
	title = words.Title(store.Title{Code: store.TitleUntagArticles, Count: all})
	r.takesBackAll(t, title, func() bool { return carry("Sorted") == 0 }, func() bool { return carry("Sorted") == all })
}

// tokens are the fields for several things of the box that asks.
func (r *reads) tokens() (fields []*control.TokenField) {
	for _, o := range test.LaidOutObjects(r.Window.Canvas().Overlays().Top()) {
		if f, ok := o.(*control.TokenField); ok {
			fields = append(fields, f)
		}
	}
	return fields
}

func TestATagThatIsTypedAndNotPickedIsAskedForAgain(t *testing.T) {
	r := newFull(t, 3)
	r.list(t).TypedShortcut(&fyne.ShortcutSelectAll{})
	r.Choose("Tags of the Articles…")
	r.tokens()[0].SetPending("Sorte")
	r.Agree(t)
	fields := r.tokens()
	if len(fields) == 0 || fields[0].Pending() != "Sorte" || !fields[0].Focused() {
		t.Fatal("what was typed is lost")
	}
	fields[0].Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.Agree(t)
	if tags := r.TagItems(""); !slices.ContainsFunc(tags, func(i control.Item) bool { return i.Name == "Sorte" }) {
		t.Errorf("it is not put on: %v", tags)
	}
}
