package app

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// merges bring in what another copy of the project has, and join what looks the same.
type merges struct {
	*desk.Desk

	asked background.Latest
}

// mergeProject asks for another copy of the project, and shows what it would bring.
func (ms *merges) mergeProject() {
	ms.Picker.OpenFile(picker.Request{
		Title:   words.Sentence("Choose the copy that is merged into “%s”", ms.Project.Name()),
		Purpose: picker.ForMerging, Filters: []picker.Filter{picker.Projects()},
	}, ms.Chosen(ms.mergeFrom))
}

// mergeFrom reads the other copy beside the window, and asks.
func (ms *merges) mergeFrom(path string) {
	p := ms.Project
	ms.Work.Start(lang.L("Reading the other copy…"), func(ctx context.Context, _ func(done, total int)) func() {
		m, err := p.BeginMerge(ctx, path)
		if err != nil {
			return func() { ms.Failed(err) }
		}
		plan, err := m.Plan(ctx)
		if err != nil {
			err = errors.Join(err, m.Close())
			return func() { ms.Failed(err) }
		}
		return func() {
			if ms.Project != p {
				ms.closeMerge(m)
				return
			}
			ms.showPlan(m, plan)
		}
	})
}

// showPlan asks whether what comes is to be merged, and what is to be taken where both
// sides have set something.
func (ms *merges) showPlan(m *store.Merge, plan store.MergePlan) {
	ms.Warn(m.Warnings())
	if plan.Changes == 0 {
		ms.closeMerge(m)
		ms.Tell(lang.L("Nothing to merge: this copy has all that the other has."))
		return
	}
	sheet := newMergeSheet(ms, plan)
	ms.Post(&message.Message{
		Title: lang.L("Merge another copy"), Body: sheet.Object(), Yes: lang.L("Merge"), No: lang.L("Cancel"),
		Agreed:  func() { ms.applyMerge(m, sheet.choices()) },
		Refused: func() { ms.closeMerge(m) },
	})
}

func (ms *merges) closeMerge(m *store.Merge) {
	ms.Work.Read(func(context.Context) func() {
		err := m.Close()
		return func() { ms.Failed(err) }
	})
}

// applyMerge merges beside the window, which can be used meanwhile.
func (ms *merges) applyMerge(m *store.Merge, choices []store.MergeChoice) {
	ms.Sign(func() { ms.startMerge(m, choices) }, func() { ms.closeMerge(m) })
}

func (ms *merges) startMerge(m *store.Merge, choices []store.MergeChoice) {
	p := ms.Project
	ms.Start(p, lang.L("Merging…"), func(ctx context.Context, progress func(done, total int)) func() {
		if _, err := p.BackUpNow(ctx); err != nil {
			err = errors.Join(errors.Join(errors.New(lang.L("Nothing was merged, as the project could not be backed up before.")), err), m.Close())
			return func() { ms.Failed(err) }
		}
		r, err := m.Apply(ctx, choices, progress)
		err = errors.Join(err, m.Close())
		return func() { ms.merged(r, err) }
	})
}

func (ms *merges) merged(r store.MergeResult, err error) {
	ms.RefreshMenu()
	said := []string{words.Counted(r.Changes, "{{.Count}} change merged")}
	if r.Moved+r.Unplaced > 0 {
		said = append(said, words.Counted(r.Moved, "{{.Count}} carried to edited texts"), words.Counted(r.Unplaced, "{{.Count}} to review"))
	}
	ms.Tell(words.Dotted(said...))
	if !ms.Failed(err) {
		ms.offerJoining(false)
	}
}

// takeBackMerge takes the latest merge out of the journal, after asking.
func (ms *merges) takeBackMerge() {
	p := ms.Project
	desk.Query(ms.Desk, &ms.asked, func(ctx context.Context, p *store.Project) ([]store.MergeRecord, error) { return p.Merges(ctx) },
		func(list []store.MergeRecord) {
			if len(list) == 0 {
				ms.Tell(lang.L("There is no merge in this copy to take back."))
				return
			}
			ms.Ask(lang.L("Take back the merge"), words.Counted(list[0].Changes(),
				"{{.Count}} change that came from %s leaves this copy. Merging it again brings everything back.", list[0].Other), lang.L("Take back"),
				func() {
					ms.StartWriting(p, lang.L("Taking the merge back…"), func(ctx context.Context, _ func(done, total int)) func() {
						_, hidden, err := p.TakeBackMerge(ctx)
						return func() {
							if ms.Failed(err) {
								return
							}
							said := lang.L("The merge is taken back.")
							if hidden > 0 {
								said = words.Together(said, words.Counted(hidden,
									"{{.Count}} row of yours on what it had brought is hidden until it is merged again."))
							}
							ms.Tell(said)
						}
					})
				})
		})
}

// joinAlike offers to join what looks the same; asked says that somebody wants to know
// also if nothing does.
func (ms *merges) joinAlike() { ms.offerJoining(true) }

func (ms *merges) offerJoining(asked bool) {
	desk.Query(ms.Desk, &ms.asked, func(ctx context.Context, p *store.Project) ([]store.Lookalike, error) { return p.Lookalikes(ctx) },
		func(list []store.Lookalike) {
			if len(list) == 0 {
				if asked {
					ms.Tell(lang.L("No actors, issues, tags or articles look the same."))
				}
				return
			}
			sheet := newJoinSheet(ms, list)
			ms.Post(&message.Message{
				Title: lang.L("They look the same"), Body: sheet.Object(), Yes: lang.L("Join"), No: lang.L("Leave them"),
				Agreed: func() { ms.join(sheet.chosen()) },
			})
		})
}

// join merges what was chosen, each into the first of its group, as one action.
func (ms *merges) join(list []store.Lookalike) {
	if len(list) == 0 {
		return
	}
	ms.Do(store.Title{Code: store.TitleJoinLookalikes}, func(b *store.Batch) error {
		for _, l := range list {
			if err := b.Join(l); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { ms.Failed(err) })
}

// mergeSheet shows what a merge will do.
type mergeSheet struct {
	message.Sheet
	plan    store.MergePlan
	theirs  []*control.Tick // of plan.Fields: take what the other copy has
	restore []*control.Tick // of plan.Fought
}

func newMergeSheet(ms *merges, plan store.MergePlan) *mergeSheet {
	s := &mergeSheet{Sheet: message.Sheet{Over: ms.Boxes}, plan: plan}
	if len(plan.Ended) == 0 {
		s.Line(words.Counted(plan.Changes, "{{.Count}} change will come. You can take the merge back as a whole."))
	} else {
		s.Line(words.Counted(plan.Changes, "{{.Count}} change will come."))
	}
	for _, n := range plan.Comes {
		s.Line(words.EntityCountBy(n.Entity, n.N, n.Coder))
	}
	if len(plan.Fields) > 0 {
		s.Heading(lang.L("Set on both sides"))
		s.Muted(lang.L("What was set last is ticked."))
	}
	for _, f := range plan.Fields {
		s.Line(fmt.Sprintf("%s · %s", f.Title, words.HistoryField(f.Field)))
		s.Muted(words.Dotted(lang.L("here"), words.HistoryValue(f.Field, f.Field.Before)))
		s.theirs = append(s.theirs, s.Tick(words.Dotted(lang.L("take what is there"), words.HistoryValue(f.Field, f.Field.After)), f.TakesTheirs))
	}
	if len(plan.Fought) > 0 {
		s.Heading(lang.L("Deleted on one side, worked on at the other"))
	}
	for _, row := range plan.Fought {
		s.restore = append(s.restore, s.Tick(words.Sentence("restore %s", row.Title), true))
	}
	if len(plan.Ended) > 0 {
		s.Heading(lang.L("Ended for ever there"))
		s.Line(lang.L("The other copy’s trash was emptied. Merging ends these here, too, with all that hangs on them, your work as well; the " +
			"merge cannot be taken back then, and only the backup that is made before it has them."))
	}
	for _, row := range plan.Ended {
		s.Line(row.Title)
	}
	if len(plan.Deleted) > 0 {
		s.Heading(lang.L("Deleted there"))
	}
	for _, row := range plan.Deleted {
		s.Line(row.Title)
	}
	return s
}

// choices are what the boxes say that differs from what the merge does by itself.
func (s *mergeSheet) choices() []store.MergeChoice {
	var list []store.MergeChoice
	for i, f := range s.plan.Fields {
		if s.theirs[i].Checked != f.TakesTheirs {
			list = append(list, f.Choose(s.theirs[i].Checked))
		}
	}
	for i, row := range s.plan.Fought {
		if s.restore[i].Checked {
			list = append(list, row.Restore())
		}
	}
	return list
}

// joinSheet shows what looks the same.
type joinSheet struct {
	message.Sheet
	list  []store.Lookalike
	ticks []*control.Tick
}

// mostJoined is how many groups are offered at once.
const mostJoined = 200

func newJoinSheet(ms *merges, list []store.Lookalike) *joinSheet {
	s := &joinSheet{Sheet: message.Sheet{Over: ms.Boxes}, list: list[:min(len(list), mostJoined)]}
	s.Line(lang.L("They share a name, another name or a text. Joining makes one of each group; what refers to it stays, and Undo parts " +
		"them again."))
	for _, l := range s.list {
		titles := l.Rows[0].Title
		for _, row := range l.Rows[1:] {
			titles += " = " + row.Title
		}
		s.ticks = append(s.ticks, s.Row(words.Entity(l.Entity)+" · "+titles, true))
	}
	return s
}

func (s *joinSheet) chosen() []store.Lookalike { return message.Ticked(s.list, s.ticks) }

// commands bring copies of the project together.
func (ms *merges) commands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Merge Another Copy…")), Key: desk.CtrlShift(fyne.KeyM),
			Act: desk.When(ms.CanWrite, ms.mergeProject),
		},
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Take Back the Latest Merge…")), Key: desk.CtrlShift(fyne.KeyT),
			Act: desk.When(ms.CanWrite, ms.takeBackMerge),
		},
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Join What Looks the Same…")), Key: desk.CtrlShift(fyne.KeyU),
			Act: desk.When(ms.CanWrite, ms.joinAlike),
		},
	}
}
