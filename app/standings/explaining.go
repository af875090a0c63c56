package standings

import (
	"context"
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

// ticked turns the change of a row over; if it is one of several that are selected, they all become what it becomes.
func (c *changes) ticked(r turnRow) {
	c.list.Focus()
	all := c.selected()
	if !slices.ContainsFunc(all, func(s turnRow) bool { return s.id == r.id }) {
		all = []turnRow{r}
	}
	c.turnAll(all, !r.isExplained())
}

// turnExplained says that changes are explained, without a note; if all of them are, it opens them again.
func (c *changes) turnExplained(all []turnRow) { c.turnAll(all, !areExplained(all)) }

func areExplained(all []turnRow) bool {
	return !slices.ContainsFunc(all, func(r turnRow) bool { return !r.isExplained() })
}

// turnAll explains those changes that are not explained yet, or opens them all again.
func (c *changes) turnAll(all []turnRow, explain bool) {
	if !c.desk.CanWrite() {
		return
	}
	all = slices.DeleteFunc(slices.Clone(all), func(r turnRow) bool { return r.isExplained() == explain })
	if explain {
		coder := c.desk.Project.Coder().ID
		c.explain(all, store.Title{Code: store.TitleExplainChanges, Count: len(all)}, func(r turnRow) string { return r.by(coder).note })
		return
	}
	c.write(all, store.Title{Code: store.TitleReopenChanges, Count: len(all)}, func(b *store.Batch, r turnRow) error {
		pair := r.Pair()
		return b.Unexplain(pair[0], pair[1])
	})
}

// askNote asks for the note with which changes are explained, the same for all of them.
func (c *changes) askNote(all []turnRow) {
	s := message.Sheet{Over: c.desk.Boxes}
	coder, others := c.desk.Project.Coder().ID, 0
	was := all[0].by(coder)
	for i, r := range all {
		if i < mostNamed {
			s.Line(words.Dotted(r.Actor.Label, r.Issue.Label))
			s.Muted(words.Sentence("%s → %s", stanceOn(r.From), stanceOn(r.To)))
		}
		if r.by(coder).note != was.note {
			others++
		}
	}
	if more := len(all) - mostNamed; more > 0 {
		s.Line(words.Counted(more, "and {{.Count}} other change"))
	}
	if others > 0 {
		was.note = ""
		s.Muted(lang.L("What you have noted of them so far is replaced."))
	}
	note := s.Field(lang.L("Note"), was.note)
	title, asks := store.Title{Code: store.TitleExplainChanges, Count: len(all)}, lang.L("Explain the change")
	if len(all) > 1 {
		asks = words.Counted(len(all), "Explain {{.Count}} change")
	}
	if len(all) == 1 && all[0].isExplained() && was.coder != (store.ID{}) {
		title = store.Title{Code: store.TitleEditExplanation}
	}
	c.desk.Post(&message.Message{
		Title: asks, Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"), First: note.Focus,
		Agreed: func() { c.explain(all, title, func(turnRow) string { return strings.TrimSpace(note.Text()) }) },
	})
}

// stanceOn is the stance of a position, with the day on which it was taken.
func stanceOn(r discourse.Row) string {
	s := look.StanceOf(string(r.Position.Stance), r.Position.Conditional)
	return words.Dotted(s.Sign+" "+s.Word, words.Day(r.Position.Date))
}

// explain records that changes are explained, tied to what their positions hold as they are listed. Words that have not been read are.
func (c *changes) explain(all []turnRow, title store.Title, note func(turnRow) string) {
	record := func(all []turnRow) {
		c.write(all, title, func(b *store.Batch, r turnRow) error {
			return b.Explain(store.Explanation{
				Earlier: r.From.Position.ID, Later: r.To.Position.ID, Note: note(r),
				EarlierHeld: r.From.Position.Held(r.from.recorded.Quote), LaterHeld: r.To.Position.Held(r.to.recorded.Quote),
			})
		})
	}
	if !slices.ContainsFunc(all, func(r turnRow) bool { return r.from.recorded.ID == store.ID{} || r.to.recorded.ID == store.ID{} }) {
		record(all)
		return
	}
	holdings := c.of.Holdings
	desk.Query(c.desk, &c.reading, func(ctx context.Context, p *store.Project) ([]turnRow, error) {
		return withWords(ctx, p, all, holdings)
	}, record)
}

// write does something about changes, as one action. Where the later position is gone by then, it is left out.
func (c *changes) write(all []turnRow, title store.Title, do func(*store.Batch, turnRow) error) {
	rows := store.Rows{Entity: store.EntityAnnotation}
	of := map[store.ID][]turnRow{}
	for _, r := range all {
		later := r.Pair()[1]
		if of[later] == nil {
			rows.IDs = append(rows.IDs, later)
		}
		of[later] = append(of[later], r)
	}
	each := store.EachRow(func(b *store.Batch, _ store.Entity, later store.ID) error {
		for _, r := range of[later] {
			if err := do(b, r); err != nil {
				return err
			}
		}
		return nil
	})
	c.desk.DoRows(title, each, func(err error) { c.desk.Failed(err) }, rows)
}

// explainCommands are about the changes that are selected.
func (v *View) explainCommands() []desk.Command {
	selected := func() ([]turnRow, bool) {
		if !v.isChanges() || !v.desk.CanWrite() {
			return nil, false
		}
		all := v.changes.selected()
		return all, len(all) > 0
	}
	return []desk.Command{
		{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Explained")), Key: desk.KeyTick, Act: desk.With(selected, v.changes.turnExplained),
			Checked: func() bool { all, are := selected(); return are && areExplained(all) },
		},
		{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Explain with a Note…")), Key: keyNote, Act: desk.With(selected, v.changes.askNote),
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
	v.keep()
	v.make()
}
