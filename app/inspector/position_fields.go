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
	*filling
	n      int    // its index in the form
	remove func() // takes it out of the form
	goOn   func() // to what comes after it

	holders   *control.TokenField
	target    *control.TypeAhead
	stance    *control.Choice
	condition *control.Field
	other     bool // the holder is not simply the speaker
}

func newPositionFields(p *filling, n int, other bool) *positionFields {
	f := &positionFields{filling: p, n: n}
	f.other = other || len(f.value().Holders) > 0
	f.holders = p.parties(form.GuessHolders(n), lang.L("Holder"), f.holderHint(), &f.value().Holders)
	f.holders.OnSubmitted = func() { f.enterHolders() }
	f.target = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Issue or actor"), PlaceHolder: lang.L("what is it about?"),
		Items: p.stage.desk.TargetItems, Create: true, Kinds: desk.TargetKinds(),
	})
	p.wire(f.target, &f.target.Keys)
	f.target.OnTyped = func() { p.typed(f.target) }
	f.target.OnPick = func(i control.Item) { f.aim(desk.ItemTarget(i)) }
	f.target.OnEntered = f.enterTarget
	f.target.OnSubmitted = f.enterTarget
	f.target.OnClear = func() { f.aim(names.TargetPick{}) }
	if item, ok := p.stage.desk.TargetItem(f.value().Target); ok {
		f.target.SetItem(item)
		if p.form.IsGuessed(form.GuessTarget(n)) {
			f.target.SetGuess(item)
			p.mayBeGuessed(form.GuessTarget(n), lang.L("Issue or actor"), f.target, func() string { return item.Name })
		}
	}
	p.takesTyped(f.target)
	p.choosers.Add(fmt.Sprintf("target %d", n), f.target, p.form.Typed)
	f.stance = control.NewStanceChoice(lang.L("Stance"))
	f.stance.SetValue(string(f.value().Stance))
	p.wire(f.stance, &f.stance.Keys)
	f.stance.SetGuessed(p.form.IsGuessed(form.GuessStance(n)))
	p.mayBeGuessed(form.GuessStance(n), lang.L("Stance"), f.stance, f.stance.Said)
	f.stance.OnChanged = func(key string) {
		f.value().Stance = store.Stance(key)
		p.form.Touch(form.GuessStance(n))
		p.touched()
	}
	f.stance.OnSubmitted = func() { f.goOn() }
	f.condition = p.line(form.GuessCondition(n), lang.L("Condition"), &f.value().Condition)
	f.condition.SetPlaceHolder(lang.L("if … : makes it conditional ◇"))
	f.condition.OnSubmitted = func(string) { f.goOn() }
	return f
}

// aim sets what it is about.
func (f *positionFields) aim(at names.TargetPick) {
	f.value().Target = at
	f.form.Touch(form.GuessTarget(f.n))
	f.touched()
}

// enterHolders goes on from the field for who holds it. In a statement it stands after the others.
func (f *positionFields) enterHolders() {
	if f.form.Kind == store.KindPosition {
		f.target.Focus()
		return
	}
	f.goOn()
}

// enterTarget goes on from the field for what it is about: an empty one asks for no stance.
func (f *positionFields) enterTarget() {
	if f.value().Target.Name == "" {
		f.goOn()
		return
	}
	f.stance.Focus()
}

// value is the position in the form.
func (f *positionFields) value() *form.Position { return &f.form.Positions[f.n] }

func (f *positionFields) holderHint() string {
	if f.form.Kind == store.KindPosition {
		return lang.L("who stands there?")
	}
	return lang.L("the speaker")
}

func (f *positionFields) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if len(f.form.Positions) > 1 {
		title := control.NewRichLine(1, control.Run{Text: words.Sentence("Position %d", f.n+1), Bold: true, Size: look.CaptionSize})
		objects = append(objects, control.NewSpread(nil, title,
			control.NewIconButton(theme.CancelIcon(), lang.L("Take this position out"), "", f.remove)))
	}
	if f.form.Kind == store.KindPosition {
		objects = append(objects, f.holders)
	}
	objects = append(objects, f.target, f.stance, f.condition)
	if f.form.Kind == store.KindPosition {
		return objects
	}
	if f.other {
		objects = append(objects, f.holders)
	}
	return objects
}
