package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// issueFields are the fields that only issues have.
type issueFields struct {
	set    *fieldset
	parent *control.TypeAhead
}

func newIssueFields(set *fieldset) *issueFields {
	f := &issueFields{set: set}
	f.parent = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Parent issue"), PlaceHolder: lang.L("none: it stands by itself"),
		Items: set.others, Create: true,
	})
	set.wire(&f.parent.Keys, f.parent)
	set.errors[form.FieldParent] = f.parent
	f.parent.OnPick = func(i control.Item) { f.setParent(names.TargetPick{ID: store.ID(i.ID), Name: i.Name}) }
	f.parent.OnClear = func() { f.setParent(names.TargetPick{}) }
	if p := set.particulars.Parent; p.Name != "" {
		f.parent.SetItem(f.item(p))
	}
	return f
}

func (f *issueFields) setParent(p names.TargetPick) {
	f.set.particulars.Parent = p
	f.set.holder.touched()
}

func (f *issueFields) item(p names.TargetPick) control.Item {
	if p.ID == (store.ID{}) {
		return control.Item{Name: p.Name, New: true}
	}
	return f.set.desk.NameItem(f.set.desk.Names.Issues[p.ID])
}

func (f *issueFields) besideColour() []fyne.CanvasObject { return []fyne.CanvasObject{f.parent} }

func (f *issueFields) aboveDescription() []fyne.CanvasObject { return nil }

// takePending takes a parent that was typed in full, or else as a new one.
func (f *issueFields) takePending() {
	typed := f.parent.Pending()
	if typed == "" {
		return
	}
	f.set.particulars.Parent = names.TargetPick{Name: typed}
	for _, n := range f.set.desk.Names.Issues {
		if sameName(n.Name, typed) {
			f.set.particulars.Parent = names.TargetPick{ID: n.ID, Name: n.Name}
		}
	}
}
