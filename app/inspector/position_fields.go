package inspector

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// positionFields are the fields of one position of a form.
type positionFields struct {
	page *FormPage
	n    int  // its index in the form
	many bool // the form has several: each is numbered and can be taken out

	holders   *control.TokenField
	Target    *control.TypeAhead
	stance    *control.Choice
	condition *control.Field
	other     bool // the holder is not simply the speaker
}

func newPositionFields(p *FormPage, n int, many bool) *positionFields {
	f := &positionFields{page: p, n: n, many: many}
	f.other = p.holders[n] || len(f.value().Holders) > 0
	f.holders = p.parties(fmt.Sprintf("holder %d", n), lang.L("Holder"), f.holderHint(), &f.value().Holders)
	f.Target = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Issue or actor"), PlaceHolder: lang.L("what is it about?"),
		Items: p.inspector.desk.TargetItems, Create: true, Kinds: desk.TargetKinds(),
	})
	p.wire(f.Target, &f.Target.Keys)
	f.Target.OnUnfold = func(bool) { p.unfolded(f.Target) }
	f.Target.OnPick = func(i control.Item) { f.value().Target = desk.ItemTarget(i); p.Touched() }
	f.Target.OnClear = func() { f.value().Target = names.TargetPick{}; p.Touched() }
	if item, ok := p.inspector.desk.TargetItem(f.value().Target); ok {
		f.Target.SetItem(item)
	}
	p.choosers.Add(fmt.Sprintf("target %d", n), f.Target, p.Form.Typed)
	f.stance = control.NewStanceChoice(lang.L("Stance"))
	f.stance.SetValue(string(f.value().Stance))
	p.wire(f.stance, &f.stance.Keys)
	f.stance.OnChanged = func(key string) { f.value().Stance = store.Stance(key); p.Touched() }
	f.condition = control.NewField(lang.L("Condition"))
	f.condition.SetPlaceHolder(lang.L("if … : makes it conditional ◇"))
	f.condition.SetText(f.value().Condition)
	p.wire(f.condition, &f.condition.Keys)
	f.condition.OnChanged = func(s string) { f.value().Condition = s; p.Touched() }
	return f
}

// value is the position in the form.
func (f *positionFields) value() *form.Position { return &f.page.Form.Positions[f.n] }

func (f *positionFields) holderHint() string {
	if f.page.Form.Kind == store.KindPosition {
		return lang.L("who stands there?")
	}
	return lang.L("the speaker")
}

func (f *positionFields) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if f.many {
		title := control.NewRichLine(1, control.Run{Text: words.Sentence("Position %d", f.n+1), Bold: true, Size: look.CaptionSize})
		objects = append(objects, control.NewSpread(nil, title,
			control.NewIconButton(theme.CancelIcon(), lang.L("Take this position out"), "", f.remove)))
	}
	if f.page.Form.Kind == store.KindPosition {
		objects = append(objects, f.holders)
	}
	objects = append(objects, f.Target, f.stance, f.condition)
	if f.page.Form.Kind == store.KindPosition {
		return objects
	}
	if f.other {
		objects = append(objects, f.holders)
	}
	return objects
}

// remove takes the position out of the form.
func (f *positionFields) remove() {
	form := &f.page.Form
	if id := form.Positions[f.n].ID; id != (store.ID{}) {
		form.Removed = append(form.Removed, id)
	}
	form.Positions = append(form.Positions[:f.n:f.n], form.Positions[f.n+1:]...)
	f.page.Touched()
	f.page.Rebuild()
}
