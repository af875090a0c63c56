package standings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/words"
	"standpoint/store"
)

// keptFilters are what is asked of positions, kept in the project under names.
type keptFilters struct {
	desk   *desk.Desk
	filter *filterBar

	list    []store.SavedFilter
	chosen  store.ID // the one that was chosen last; zero for none. It stays chosen when it is deleted, for Undo
	asks    string   // what it asks, with what stands now for rows that were merged since,
	stored  string   // and as it is in the project
	pick    *control.Select
	box     *fyne.Container
	save    *control.Button
	reading background.Latest
	opening background.Latest
}

func newKeptFilters(d *desk.Desk, f *filterBar) *keptFilters {
	k := &keptFilters{desk: d, filter: f, pick: control.NewSelect("", nil)}
	k.pick.Name = lang.L("Saved filter")
	k.pick.OnChanged = k.choose
	k.pick.OnAgain = k.choose // goes back to what it asks
	k.box = container.New(&control.FixedWidth{Width: wayField}, k.pick)
	k.save = control.NewTextButton(lang.L("Save filter…"), lang.L("Keep the filter in the project under a name"), keyKeep.String(), k.askSave)
	k.save.OnKey, k.save.OnLetter = d.TypedKey, func(r rune) { d.TypedLetter(r) }
	return k
}

// renew reads what filters are kept.
func (k *keptFilters) renew() {
	desk.Query(k.desk, &k.reading, func(ctx context.Context, p *store.Project) ([]store.SavedFilter, error) { return p.SavedFilters(ctx) },
		func(list []store.SavedFilter) {
			k.list = list
			if q, is := k.current(); is && q.Filter != k.stored { // by Undo, or in another window
				k.asks, k.stored = q.Filter, q.Filter
			}
			k.filter.show()
			k.filter.resized()
		})
}

// forget knows of no filters, as another project is open.
func (k *keptFilters) forget() {
	k.list, k.chosen = nil, store.ID{}
	k.reading.Overtake()
	k.opening.Overtake()
}

// current is the filter that was chosen; false if none was, or it is not there.
func (k *keptFilters) current() (store.SavedFilter, bool) {
	at := slices.IndexFunc(k.list, func(q store.SavedFilter) bool { return q.ID == k.chosen })
	if at < 0 {
		return store.SavedFilter{}, false
	}
	return k.list[at], true
}

// isAsked reports whether just that is asked what the chosen filter asks.
func (k *keptFilters) isAsked() bool {
	_, is := k.current()
	return is && k.asks == k.filter.asked.Kept()
}

// show offers the filters, if there are any. Of the chosen one it is said whether something else is asked by now.
func (k *keptFilters) show() {
	options := []control.Option{{Word: lang.L("no saved filter")}}
	for _, q := range k.list {
		word := q.Name
		if q.ID == k.chosen && !k.isAsked() {
			word = words.Dotted(word, lang.L("changed since"))
		}
		options = append(options, control.Option{Key: q.ID.String(), Word: word})
	}
	k.pick.SetOptions(options)
	k.pick.SetValue("")
	if q, is := k.current(); is {
		k.pick.SetValue(q.ID.String())
	}
	k.box.Hidden = len(k.list) == 0
	if k.desk.CanWrite() {
		k.save.Enable()
	} else {
		k.save.Disable()
	}
}

// choose asks what a filter asks; with none chosen all positions pass again. One that cannot be read is not chosen.
func (k *keptFilters) choose(key string) {
	at := slices.IndexFunc(k.list, func(q store.SavedFilter) bool { return q.ID.String() == key })
	if at < 0 {
		k.chosen = store.ID{}
		k.filter.lift()
		return
	}
	type choice struct {
		asked discourse.Filter
		err   error
	}
	filter := k.list[at]
	desk.Query(k.desk, &k.opening, func(ctx context.Context, p *store.Project) (c choice, err error) {
		c.asked, c.err = discourse.ReadKept(ctx, p, filter)
		return c, nil
	}, func(c choice) {
		if k.desk.Failed(c.err) {
			k.show()
			return
		}
		k.chosen, k.asks, k.stored = filter.ID, c.asked.Kept(), filter.Filter
		k.filter.ask(c.asked)
	})
}

// askSave asks for the name under which the filter is kept; one of that name asks this from now on.
func (k *keptFilters) askSave() {
	if !k.desk.CanWrite() {
		return
	}
	current, _ := k.current()
	asked := k.filter.asked.Kept()
	k.desk.AskName(desk.NameQuestion{Title: lang.L("Save the filter"), Is: current.Name}, func(name string) {
		title, id := store.Title{Code: store.TitleSaveFilter, Name: name}, store.ID{}
		for _, q := range k.list {
			if q.Name == name {
				title, id = store.Title{Code: store.TitleEditFilter}, q.ID
			}
		}
		k.write(title, id, name, asked)
	})
}

// askRename asks for another name of the filter that was chosen; what it asks stays.
func (k *keptFilters) askRename(q store.SavedFilter) {
	k.desk.AskName(desk.NameQuestion{Title: lang.L("Rename the saved filter"), Is: q.Name}, func(name string) {
		k.desk.Do(store.Title{Code: store.TitleEditFilter}, func(b *store.Batch) error {
			_, err := b.SaveFilter(q.ID, name, q.Filter)
			return err
		}, func(err error) { k.desk.Failed(err) })
	})
}

// write keeps a filter under a name, and has it be the chosen one.
func (k *keptFilters) write(title store.Title, id store.ID, name, asked string) {
	var saved store.SavedFilter
	k.desk.Do(title, func(b *store.Batch) (err error) {
		saved, err = b.SaveFilter(id, name, asked)
		return err
	}, func(err error) {
		if !k.desk.Failed(err) {
			k.chosen, k.asks, k.stored = saved.ID, asked, saved.Filter
			k.renew()
		}
	})
}

// remove deletes the filter that was chosen. What it asked is asked on.
func (k *keptFilters) remove(q store.SavedFilter) {
	k.desk.Do(store.Title{Code: store.TitleDeleteFilter}, func(b *store.Batch) error {
		return b.Delete(store.EntitySavedFilter, q.ID)
	}, func(err error) { k.desk.Failed(err) })
}

// commands are about what is kept under names.
func (k *keptFilters) commands(inFront func() bool) []desk.Command {
	can := func() bool { return inFront() && k.desk.CanWrite() }
	chosen := func() (store.SavedFilter, bool) { q, is := k.current(); return q, is && can() }
	return []desk.Command{
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Save the Filter…")), Key: keyKeep, Act: desk.When(can, k.askSave),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Rename the Saved Filter…")), Key: desk.AltShift(fyne.KeyJ),
			Act: desk.With(chosen, k.askRename),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Delete the Saved Filter")), Key: desk.AltShift(fyne.KeyG),
			Act: desk.With(chosen, k.remove),
		},
	}
}
