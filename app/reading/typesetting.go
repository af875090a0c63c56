package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/textview"
)

// typesetting changes how a text is set.
type typesetting struct {
	desk  *desk.Desk
	text  *textview.View
	still bool // the system asks for no motion
}

// keepStill is told whether the system asks for no motion.
func (t *typesetting) keepStill(asked bool) {
	t.still = asked
	t.text.SetStill(t.isStill())
}

func (t *typesetting) isStill() bool { return t.still || comfortOf(t.desk.Prefs).still }

// change changes it, and remembers it.
func (t *typesetting) change(change func(*comfort)) {
	c := comfortOf(t.desk.Prefs)
	change(&c)
	keepComfort(t.desk.Prefs, c)
	t.text.SetFace(comfortOf(t.desk.Prefs).face())
	t.text.SetStill(t.isStill())
	t.desk.RefreshMenu()
}

// commands change how the text is set.
func (t *typesetting) commands() []desk.Command {
	set := func(change func(*comfort)) desk.Deed { return desk.Always(func() { t.change(change) }) }
	is := func(get func(comfort) bool) func() bool { return func() bool { return get(comfortOf(t.desk.Prefs)) } }
	return []desk.Command{
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Larger Text")), Key: desk.Ctrl(fyne.KeyEqual), Act: set(func(c *comfort) { c.text++ }),
			// + is not on the key of = everywhere
			Also: []desk.Key{desk.CtrlShift(fyne.KeyEqual), desk.Ctrl(fyne.KeyPlus), desk.CtrlShift(fyne.KeyPlus)},
		},
		{In: desk.SectionPage, Label: desk.Fixed(lang.L("Smaller Text")), Key: desk.Ctrl(fyne.KeyMinus), Act: set(func(c *comfort) { c.text-- })},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Usual Text")), Key: desk.Ctrl(fyne.Key0),
			Act: set(func(c *comfort) { c.text, c.column, c.spacing = 0, 0, 0 }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Wider Column")), Key: desk.Alt(fyne.KeyEqual),
			Act: set(func(c *comfort) { c.column++ }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Narrower Column")), Key: desk.Alt(fyne.KeyMinus),
			Act: set(func(c *comfort) { c.column-- }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Looser Lines")), Key: desk.AltCtrl(fyne.KeyEqual),
			Act: set(func(c *comfort) { c.spacing++ }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Tighter Lines")), Key: desk.AltCtrl(fyne.KeyMinus),
			Act: set(func(c *comfort) { c.spacing-- }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Sans Serif")), Key: desk.Plain(fyne.KeyF7),
			Act: set(func(c *comfort) { c.sans = !c.sans }), Checked: is(func(c comfort) bool { return c.sans }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Paragraph Numbers")), Key: desk.Plain(fyne.KeyF8),
			Act: set(func(c *comfort) { c.numbers = !c.numbers }), Checked: is(func(c comfort) bool { return c.numbers }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Margin")), Key: desk.Plain(fyne.KeyF9),
			Act: set(func(c *comfort) { c.noMargin = !c.noMargin }), Checked: is(func(c comfort) bool { return !c.noMargin }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Margin at the Right")), Key: desk.Ctrl(fyne.KeyF9),
			Act: set(func(c *comfort) { c.marginRight = !c.marginRight }), Checked: is(func(c comfort) bool { return c.marginRight }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Without Motion")), Key: desk.AltShift(fyne.KeyM),
			Act: desk.When(func() bool { return !t.still }, func() { t.change(func(c *comfort) { c.still = !c.still }) }), Checked: t.isStill,
		},
	}
}
