package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/store"
)

// dimming is which kinds of annotations have pale marks.
type dimming struct {
	kinds   map[store.Kind]bool
	changed func()
}

func newDimming(changed func()) *dimming {
	return &dimming{kinds: map[store.Kind]bool{}, changed: changed}
}

// toggle dims the marks of a kind, or shows them again.
func (d *dimming) toggle(k store.Kind) {
	d.kinds[k] = !d.kinds[k]
	d.changed()
}

// commands are one for each kind.
func (d *dimming) commands() []desk.Command {
	var commands []desk.Command
	for n, of := range []struct {
		kind  store.Kind
		label string
	}{
		{store.KindMention, lang.L("Marks: Mentions")},
		{store.KindStatement, lang.L("Marks: Statements")},
		{store.KindPosition, lang.L("Marks: Positions")},
		{store.KindHighlight, lang.L("Marks: Highlights")},
	} {
		commands = append(commands, desk.Command{
			In: desk.SectionDim, Label: desk.Fixed(of.label), Key: desk.AltCtrl(fyne.KeyName(rune('1' + n))),
			Act: desk.Always(func() { d.toggle(of.kind) }), Checked: func() bool { return !d.kinds[of.kind] },
		})
	}
	return commands
}
