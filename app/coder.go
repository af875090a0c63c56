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

	usual   string // the name of who annotates, if they give no other
	given   bool   // it was given when the program was started: nobody is asked
	waiting []unsigned
}

// unsigned is something that is written when it is known who is at work; refused is done instead if nobody says.
type unsigned struct{ write, refused func() }

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

// Sign does what writes to the project. Before the first of that on this computer it asks whose work it is, unless the program
// was told when it was started; what waits for the answer is done then.
func (cs *coders) Sign(write, refused func()) {
	if cs.given || cs.Prefs.String(prefCoder) != "" {
		write()
		return
	}
	cs.waiting = append(cs.waiting, unsigned{write, refused})
	if len(cs.waiting) == 1 {
		cs.askCoder()
	}
}

// askCoder asks who annotates.
func (cs *coders) askCoder() {
	s := message.Sheet{Over: cs.Boxes}
	s.Line(lang.L("What you record is kept under your name, so that the work of several people can be told apart."))
	field := s.Field(lang.L("Your name"), cs.usual)
	cs.Post(&message.Message{
		Title: lang.L("Who annotates?"), Body: s.Object(), Yes: lang.L("That is me"), No: lang.L("Cancel"), First: field.Focus,
		Agreed: func() {
			name := strings.TrimSpace(field.Text())
			if name == "" {
				cs.askCoder()
				return
			}
			cs.become(name, cs.signed)
		},
		Refused: func() { cs.signed(context.Canceled) },
	})
}

// signed does what waited for the answer who is at work.
func (cs *coders) signed(err error) {
	waiting := cs.waiting
	cs.waiting = nil
	for _, w := range waiting {
		if err == nil {
			w.write()
		} else {
			w.refused()
		}
	}
}

// become has what is recorded from here on be somebody's, and keeps their name once the project has taken it. done, which may be
// nil, is told.
func (cs *coders) become(name string, done func(error)) {
	p := cs.Project
	cs.Work.Save(func(ctx context.Context) func() {
		err := p.UseCoder(ctx, name)
		var l names.Used
		if err == nil {
			l, err = names.LoadUsed(ctx, p)
		}
		return func() {
			if cs.Project != p {
				err = context.Canceled // what waits is for that one
			}
			if !cs.Failed(err) {
				cs.Prefs.SetString(prefCoder, name)
				cs.Lately = l
				cs.RenewRecent()
			}
			if done != nil {
				done(err)
			}
		}
	})
}

// setCoder has what is recorded from here on be somebody's. With rename, what was recorded
// under the present name is theirs, too.
func (cs *coders) setCoder(name string, rename bool) {
	name = strings.TrimSpace(name)
	p := cs.Project
	switch {
	case name == "":
	case !rename || p.Coder().Name == name:
		cs.become(name, nil)
	default:
		me := p.Coder()
		cs.become(me.Name, func(err error) { // who is at work now is known with that, and need not be asked
			if err != nil {
				return
			}
			cs.Do(store.Title{Code: store.TitleRenameCoder}, func(b *store.Batch) error {
				return b.UpdateCoder(me.ID, func(c *store.Coder) { c.Name = name })
			}, func(err error) {
				if !cs.Failed(err) {
					cs.Prefs.SetString(prefCoder, name)
				}
			})
		})
	}
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
			ticks = append(ticks, s.Row(c.Name, false))
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

// commands are about who works on the project.
func (cs *coders) commands() []desk.Command {
	return []desk.Command{
		{In: desk.SectionWork, Label: desk.Fixed(lang.L("Coder…")), Key: desk.CtrlShift(fyne.KeyW), Act: desk.When(cs.CanWrite, cs.showCoder)},
	}
}
