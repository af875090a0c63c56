package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// coderName is who annotates: who was asked for once, else whom the program was started
// with.
func (a *App) coderName() string {
	if name := a.Prefs.String(prefCoder); name != "" && !a.options.CoderGiven {
		return name
	}
	return a.options.Coder
}

// prefCoder is the preference that keeps the name.
const prefCoder = "coder"

// askCoder asks once who annotates, unless the program was told when it was started.
func (a *App) askCoder() {
	if a.options.CoderGiven || a.Prefs.String(prefCoder) != "" {
		return
	}
	s := message.Sheet{Over: a.Boxes}
	s.Line(lang.L("What you record is kept under your name, so that the work of several people can be told apart."))
	field := s.Field(lang.L("Your name"), a.options.Coder)
	a.Post(&message.Message{
		Title: lang.L("Who annotates?"), Body: s.Object(), Yes: lang.L("That is me"), First: field.Focus,
		Agreed: func() { a.setCoder(field.Text(), false) },
	})
}

// setCoder has what is recorded from here on be somebody's. With rename, what was recorded
// under the present name is theirs, too.
func (a *App) setCoder(name string, rename bool) {
	name = strings.TrimSpace(name)
	if name == "" {
		return
	}
	a.Prefs.SetString(prefCoder, name)
	p := a.Project
	if p == nil || p.ReadOnly() || p.Coder().Name == name {
		return
	}
	if rename {
		a.Do(store.Title{Code: store.TitleRenameCoder}, func(b *store.Batch) error {
			return b.UpdateCoder(p.Coder().ID, func(c *store.Coder) { c.Name = name })
		}, func(err error) { a.Failed(err) })
		return
	}
	a.Work.Save(func(ctx context.Context) func() {
		err := p.UseCoder(ctx, name)
		var l names.Used
		if err == nil {
			l, err = names.LoadUsed(ctx, p)
		}
		return func() {
			if !a.Failed(err) && a.Project == p {
				a.Lately = l
				a.RenewRecent()
			}
		}
	})
}

// showCoder asks for another name, and whose work is to be taken over.
func (a *App) showCoder() {
	p := a.Project
	me := p.Coder()
	s := message.Sheet{Over: a.Boxes}
	field := s.Field(lang.L("Your name"), me.Name)
	rename := s.Tick(words.Sentence("Also what was recorded as %s in this project", me.Name), true)
	var others []store.Coder
	var ticks []*control.Tick
	for _, c := range a.Names.Coders {
		if c.ID != me.ID {
			if others == nil {
				s.Heading(lang.L("Take over the work of"))
			}
			others = append(others, c)
			ticks = append(ticks, s.Tick(c.Name, false))
		}
	}
	a.Post(&message.Message{
		Title: lang.L("Coder"), Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"), First: field.Focus,
		Agreed: func() {
			a.setCoder(field.Text(), rename.Checked)
			a.takeOver(message.Ticked(others, ticks))
		},
	})
}

// takeOver makes the work of other coders that of the one at work, as one action.
func (a *App) takeOver(others []store.Coder) {
	if len(others) == 0 {
		return
	}
	p := a.Project
	a.Do(store.Title{Code: store.TitleTakeOver}, func(b *store.Batch) error {
		for _, c := range others {
			if err := b.Merge(store.EntityCoder, c.ID, p.Coder().ID); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { a.Failed(err) })
}
