package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// coders are those who work on the project: who is at work now, and whose work that is.
type coders struct {
	*desk.Desk

	usual string // the name of who annotates, if they give no other
	given bool   // it was given when the program was started: nobody is asked
}

// coderName is who annotates: who was asked for once, else whom the program was started
// with.
func (cs *coders) coderName() string {
	if name := cs.Prefs.String(prefCoder); name != "" && !cs.given {
		return name
	}
	return cs.usual
}

// prefCoder is the preference that keeps the name.
const prefCoder = "coder"

// askCoder asks once who annotates, unless the program was told when it was started.
func (cs *coders) askCoder() {
	if cs.given || cs.Prefs.String(prefCoder) != "" {
		return
	}
	s := message.Sheet{Over: cs.Boxes}
	s.Line(lang.L("What you record is kept under your name, so that the work of several people can be told apart."))
	field := s.Field(lang.L("Your name"), cs.usual)
	cs.Post(&message.Message{
		Title: lang.L("Who annotates?"), Body: s.Object(), Yes: lang.L("That is me"), First: field.Focus,
		Agreed: func() { cs.setCoder(field.Text(), false) },
	})
}

// setCoder has what is recorded from here on be somebody's. With rename, what was recorded
// under the present name is theirs, too.
func (cs *coders) setCoder(name string, rename bool) {
	name = strings.TrimSpace(name)
	if name == "" {
		return
	}
	cs.Prefs.SetString(prefCoder, name)
	p := cs.Project
	if p == nil || p.ReadOnly() || p.Coder().Name == name {
		return
	}
	if rename {
		cs.Do(store.Title{Code: store.TitleRenameCoder}, func(b *store.Batch) error {
			return b.UpdateCoder(p.Coder().ID, func(c *store.Coder) { c.Name = name })
		}, func(err error) { cs.Failed(err) })
		return
	}
	cs.Work.Save(func(ctx context.Context) func() {
		err := p.UseCoder(ctx, name)
		var l names.Used
		if err == nil {
			l, err = names.LoadUsed(ctx, p)
		}
		return func() {
			if !cs.Failed(err) && cs.Project == p {
				cs.Lately = l
				cs.RenewRecent()
			}
		}
	})
}

// showCoder asks for another name, and whose work is to be taken over.
func (cs *coders) showCoder() {
	p := cs.Project
	me := p.Coder()
	s := message.Sheet{Over: cs.Boxes}
	field := s.Field(lang.L("Your name"), me.Name)
	rename := s.Tick(words.Sentence("Also what was recorded as %s in this project", me.Name), true)
	var others []store.Coder
	var ticks []*control.Tick
	for _, c := range cs.Names.Coders {
		if c.ID != me.ID {
			if others == nil {
				s.Heading(lang.L("Take over the work of"))
			}
			others = append(others, c)
			ticks = append(ticks, s.Tick(c.Name, false))
		}
	}
	cs.Post(&message.Message{
		Title: lang.L("Coder"), Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"), First: field.Focus,
		Agreed: func() {
			cs.setCoder(field.Text(), rename.Checked)
			cs.takeOver(message.Ticked(others, ticks))
		},
	})
}

// takeOver makes the work of other coders that of the one at work, as one action.
func (cs *coders) takeOver(others []store.Coder) {
	if len(others) == 0 {
		return
	}
	p := cs.Project
	cs.Do(store.Title{Code: store.TitleTakeOver}, func(b *store.Batch) error {
		for _, c := range others {
			if err := b.Merge(store.EntityCoder, c.ID, p.Coder().ID); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { cs.Failed(err) })
}

// coderCommands are about who works on the project.
func (cs *coders) coderCommands() []desk.Command {
	return []desk.Command{
		{In: desk.SectionWork, Label: desk.Fixed(lang.L("Coder…")), Key: desk.CtrlShift(fyne.KeyW), Act: desk.When(cs.CanWrite, cs.showCoder)},
	}
}
