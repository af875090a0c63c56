package standings

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/look"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// said is what somebody has explained of a change.
type said struct {
	coder store.ID
	who   string
	at    time.Time
	note  string
	since []store.HeldPart // what the positions do not hold any more; none: it holds
}

// saidLines is how many lines of what is explained are shown.
const saidLines = 6

// saidOf is what has been explained of a change: what holds; if nothing does, what did.
func saidOf(t discourse.Turn, h *store.Holdings) []said {
	var holds, held []said
	for _, e := range t.Explanations(h) {
		s := said{e.Coder, "", e.At, e.Note, e.Changed}
		if i := slices.IndexFunc(h.Coders, func(c store.Coder) bool { return c.ID == e.Coder }); i >= 0 {
			s.who = h.Coders[i].Name
		}
		if len(e.Changed) == 0 {
			holds = append(holds, s)
		} else {
			held = append(held, s)
		}
	}
	if len(holds) > 0 {
		return holds
	}
	return held
}

// isExplained reports whether somebody has explained the change as it is.
func (r turnRow) isExplained() bool { return len(r.said) > 0 && len(r.said[0].since) == 0 }

// by is what a coder has explained of the change; nothing if the coder has not.
func (r turnRow) by(coder store.ID) said {
	i := slices.IndexFunc(r.said, func(s said) bool { return s.coder == coder })
	if i < 0 {
		return said{}
	}
	return r.said[i]
}

// tickWords is the label of the tick of a change.
func tickWords(explained bool) string {
	if explained {
		return lang.L("■ explained")
	}
	return lang.L("□ explained")
}

// saidRuns tell what has been explained of a change, one after the other.
func saidRuns(list []said) (runs []control.Run) {
	for i, s := range list {
		if i > 0 {
			runs = append(runs, control.Run{Text: "     "})
		}
		day := words.Day(store.Date(s.at.Local().Format(time.DateOnly)))
		if len(s.since) > 0 {
			runs = append(runs, control.Run{Text: "↺ ", Bold: true, Colour: look.ColorMuted},
				control.Caption(words.Sentence("Open again, since %s: explained by %s on %s", partsInWords(s.since), s.who, day)))
		} else {
			runs = append(runs, control.Run{Text: "✓ ", Bold: true, Colour: theme.ColorNameSuccess},
				control.Caption(words.Sentence("Explained by %s on %s", s.who, day)))
		}
		if s.note != "" {
			runs = append(runs, control.Run{Text: "   " + strings.Join(strings.Fields(s.note), " ")})
		}
	}
	return runs
}

// partsInWords says what of a position is another now.
func partsInWords(parts []store.HeldPart) string {
	var list []string
	for _, part := range parts {
		switch part {
		case store.HeldStance:
			list = append(list, lang.L("a stance changed"))
		case store.HeldHolders:
			list = append(list, lang.L("the holders changed"))
		case store.HeldTarget:
			list = append(list, lang.L("the issue changed"))
		case store.HeldDate:
			list = append(list, lang.L("a date changed"))
		case store.HeldWords:
			list = append(list, lang.L("the words changed"))
		}
	}
	return words.Joined(list)
}

// turnExplained says that a change is explained, without a note, or opens it again.
func (c *changes) turnExplained(r turnRow) {
	if !c.desk.CanWrite() {
		return
	}
	if !r.isExplained() {
		c.explain(r, store.Title{Code: store.TitleExplainChanges, Count: 1}, r.by(c.desk.Project.Coder().ID).note)
		return
	}
	pair := r.Pair()
	c.desk.Do(store.Title{Code: store.TitleReopenChanges, Count: 1}, func(b *store.Batch) error {
		return b.Unexplain(pair[0], pair[1])
	}, func(err error) { c.desk.Failed(err) })
}

// askNote asks for the note with which a change is explained.
func (c *changes) askNote(r turnRow) {
	was := r.by(c.desk.Project.Coder().ID)
	s := message.Sheet{Over: c.desk.Boxes}
	s.Line(words.Dotted(r.Actor.Label, r.Issue.Label))
	s.Muted(words.Sentence("%s → %s", stanceOn(r.From), stanceOn(r.To)))
	note := s.Field(lang.L("Note"), was.note)
	title := store.Title{Code: store.TitleExplainChanges, Count: 1}
	if r.isExplained() && was.coder != (store.ID{}) {
		title = store.Title{Code: store.TitleEditExplanation}
	}
	c.desk.Post(&message.Message{
		Title: lang.L("Explain the change"), Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"), First: note.Focus,
		Agreed: func() { c.explain(r, title, strings.TrimSpace(note.Text())) },
	})
}

// stanceOn is the stance of a position, with the day on which it was taken.
func stanceOn(r discourse.Row) string {
	s := look.StanceOf(string(r.Position.Stance), r.Position.Conditional)
	return words.Dotted(s.Sign+" "+s.Word, words.Day(r.Position.Date))
}

// explain records that a change is explained, tied to what its positions hold as they are listed.
func (c *changes) explain(r turnRow, title store.Title, note string) {
	e := store.Explanation{
		Earlier: r.from.at.ID, Later: r.to.at.ID, Note: note,
		EarlierHeld: r.from.at.Held(r.from.recorded.Quote), LaterHeld: r.to.at.Held(r.to.recorded.Quote),
	}
	c.desk.Do(title, func(b *store.Batch) error { return b.Explain(e) }, func(err error) { c.desk.Failed(err) })
}

// explainCommands are about the change at which the keyboard is.
func (v *View) explainCommands() []desk.Command {
	chosen := func() (turnRow, bool) {
		r, is := v.changes.chosen()
		return r, is && v.isChanges() && v.desk.CanWrite()
	}
	return []desk.Command{
		{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Explained")), Key: desk.KeyTick, Act: desk.With(chosen, v.changes.turnExplained),
			Checked: func() bool { r, is := v.changes.chosen(); return is && v.isChanges() && r.isExplained() },
		},
		{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Explain with a Note…")), Key: keyNote, Act: desk.With(chosen, v.changes.askNote),
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Only Changes Not Explained")), Key: keyOpen,
			Act:     desk.When(func() bool { return v.desk.IsInFront(v) && v.tab == tabChanges }, v.turnOpen),
			Checked: func() bool { return v.tab == tabChanges && v.forms[tabChanges] == changesOpen },
		},
	}
}

// isChanges reports whether changes are shown.
func (v *View) isChanges() bool {
	return v.desk.IsInFront(v) && v.body.Objects[0] == v.changes.list
}

// turnOpen lists only the changes that nobody has explained, or all again.
func (v *View) turnOpen() {
	v.forms[tabChanges] = map[bool]string{true: changesOpen, false: changesAll}[v.forms[tabChanges] != changesOpen]
	v.offerForms()
	v.make()
}
