package notesview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
)

// presets are the choices that are kept in the project under names.
type presets struct {
	desk    *desk.Desk
	choices *choices

	list    []store.Preset
	chosen  store.ID // the one that was chosen last; zero for none
	kept    string   // what it keeps, as this program writes it,
	stored  string   // and as it is in the project
	pick    *control.Select
	save    *control.Button
	content *fyne.Container
	reading background.Latest
	opening background.Latest
}

func newPresets(d *desk.Desk, c *choices) *presets {
	p := &presets{desk: d, choices: c, pick: control.NewSelect(lang.L("Preset"), nil)}
	p.pick.OnChanged = p.choose
	p.pick.OnAgain = p.choose // goes back to what it keeps
	p.pick.OnKey = d.TypedKey
	p.save = control.NewTextButton(lang.L("Save…"), lang.L("Keep the choices in the project under a name"), keyPreset.String(), p.askSave)
	p.save.OnKey = d.TypedKey
	p.content = container.New(layout.NewCustomPaddedLayout(10, 0, pad, pad),
		control.NewSpread(nil, p.pick, container.New(layout.NewCustomPaddedLayout(belowCaption, 0, 0, 0), p.save)))
	p.show()
	return p
}

// belowCaption is how far below the top of a field with a caption a button stands beside it, in pixels.
const belowCaption = 20

// renew reads what presets there are.
func (p *presets) renew() {
	desk.Query(p.desk, &p.reading, func(ctx context.Context, at *store.Project) ([]store.Preset, error) { return at.Presets(ctx) },
		func(list []store.Preset) {
			p.list = list
			if q, is := p.current(); is && q.Options != p.stored { // by Undo, or in another window
				p.kept, p.stored = q.Options, q.Options
			}
			p.show()
		})
}

// forget knows of no presets, as another project is open.
func (p *presets) forget() {
	p.list, p.chosen = nil, store.ID{}
	p.reading.Overtake()
	p.opening.Overtake()
	p.show()
}

// current is the preset that was chosen; false if none was, or it is not there.
func (p *presets) current() (store.Preset, bool) {
	at := slices.IndexFunc(p.list, func(q store.Preset) bool { return q.ID == p.chosen })
	if at < 0 {
		return store.Preset{}, false
	}
	return p.list[at], true
}

// asked is what a preset of the present choices keeps; "" if they are none that can be kept.
func (p *presets) asked() string {
	kept, err := notes.WritePreset(p.choices.options(), p.choices.written())
	if err != nil {
		return ""
	}
	return kept
}

// isChanged reports whether something else is chosen by now than the preset keeps.
func (p *presets) isChanged() bool {
	_, is := p.current()
	return is && p.kept != p.asked()
}

// show offers the presets. Of the chosen one it is said whether something else is chosen by now.
func (p *presets) show() {
	options := []control.Option{{Word: lang.L("no preset")}}
	for _, q := range p.list {
		word := q.Name
		if q.ID == p.chosen && p.isChanged() {
			word = words.Dotted(word, lang.L("changed since"))
		}
		options = append(options, control.Option{Key: q.ID.String(), Word: word})
	}
	p.pick.SetOptions(options)
	p.pick.SetValue("")
	if q, is := p.current(); is {
		p.pick.SetValue(q.ID.String())
	}
	if p.desk.CanWrite() {
		p.save.Enable()
	} else {
		p.save.Disable()
	}
}

// choose makes the choices that a preset keeps. One that cannot be read, or that names what is gone, is not chosen.
func (p *presets) choose(key string) {
	at := slices.IndexFunc(p.list, func(q store.Preset) bool { return q.ID.String() == key })
	if at < 0 {
		p.chosen = store.ID{}
		p.show()
		return
	}
	type choice struct {
		options notes.Options
		form    notes.Form
		err     error
	}
	preset := p.list[at]
	desk.Query(p.desk, &p.opening, func(ctx context.Context, in *store.Project) (c choice, err error) {
		c.options, c.form, c.err = notes.ReadPreset(ctx, in, preset)
		return c, nil
	}, func(c choice) {
		if p.desk.Failed(c.err) {
			p.show()
			return
		}
		if slices.ContainsFunc(formatOptions(c.options.Kind), func(f control.Option) bool { return f.Key == listed(c.form.Format) }) {
			p.choices.take(c.form)
		}
		p.chosen = preset.ID
		if len(c.options.Articles) > 0 {
			p.choices.handed = slices.Clone(c.options.Articles)
		}
		p.choices.asked = c.options
		p.kept, p.stored = p.asked(), preset.Options
		p.choices.apply()
	})
}

// askSave asks for the name under which the choices are kept; a preset of that name keeps these from now on.
func (p *presets) askSave() {
	if !p.desk.CanWrite() {
		return
	}
	current, _ := p.current()
	p.desk.AskName(desk.NameQuestion{Title: lang.L("Save the choices as a preset"), Is: current.Name}, func(name string) {
		title, id := store.Title{Code: store.TitleSavePreset, Name: name}, store.ID{}
		for _, q := range p.list {
			if q.Name == name {
				title, id = store.Title{Code: store.TitleEditPreset}, q.ID
			}
		}
		p.write(title, id, name, p.asked())
	})
}

// askRename asks for another name of the preset that was chosen; what it keeps stays.
func (p *presets) askRename(q store.Preset) {
	p.desk.AskName(desk.NameQuestion{Title: lang.L("Rename the preset"), Is: q.Name}, func(name string) {
		p.desk.Do(store.Title{Code: store.TitleEditPreset}, func(b *store.Batch) error {
			_, err := b.SavePreset(q.ID, name, q.Options)
			return err
		}, func(err error) { p.desk.Failed(err) })
	})
}

// write keeps choices under a name, and has the preset be the chosen one.
func (p *presets) write(title store.Title, id store.ID, name, asked string) {
	var saved store.Preset
	p.desk.Do(title, func(b *store.Batch) (err error) {
		saved, err = b.SavePreset(id, name, asked)
		return err
	}, func(err error) {
		if !p.desk.Failed(err) {
			p.chosen, p.kept, p.stored = saved.ID, asked, saved.Options
			p.renew()
		}
	})
}

// remove deletes the preset that was chosen. What it chose stays.
func (p *presets) remove(q store.Preset) {
	p.desk.Do(store.Title{Code: store.TitleDeletePreset}, func(b *store.Batch) error {
		return b.Delete(store.EntityPreset, q.ID)
	}, func(err error) { p.desk.Failed(err) })
}

// commands are about what is kept under names.
func (p *presets) commands(inFront func() bool) []desk.Command {
	can := func() bool { return inFront() && p.desk.CanWrite() }
	chosen := func() (store.Preset, bool) { q, is := p.current(); return q, is && can() }
	return []desk.Command{
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Save as Preset…")), Key: keyPreset, Act: desk.When(can, p.askSave),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Rename the Preset…")), Key: desk.AltShift(fyne.KeyJ),
			Act: desk.With(chosen, p.askRename),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Delete the Preset")), Key: desk.AltShift(fyne.KeyG),
			Act: desk.With(chosen, p.remove),
		},
	}
}
