package preview

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/message"
	"standpoint/app/words"
)

// set sets a field of candidates.
func (r *Room) set(field intake.Field, value string, ids []int) error {
	if r.batch == nil {
		return nil
	}
	if err := r.batch.Set(field, value, ids...); err != nil {
		return err
	}
	r.list.list.Reload()
	r.list.showHead()
	r.desk.RefreshMenu()
	return nil
}

// answer says which stands first in dates that can be two days.
func (r *Room) answer(order intake.DateOrder) {
	r.Focus() // the button goes
	r.run(lang.L("Looking at the files…"), func(ctx context.Context, b *candidates.Batch) error { return b.Answer(ctx, order) })
}

// reread reads the files of the selected candidates in another way, which Undo takes back.
func (r *Room) reread(kind candidates.StepKind, change func(*intake.Options)) {
	ids := r.list.all()
	r.run(lang.L("Looking at the files…"), func(ctx context.Context, b *candidates.Batch) error {
		return b.Reread(ctx, kind, change, ids...)
	})
}

// run does something with the batch beside the window, and shows the rows anew.
func (r *Room) run(title string, do func(ctx context.Context, b *candidates.Batch) error) {
	b := r.batch
	r.running++
	r.desk.Start(r.project, title, func(ctx context.Context, progress func(done, total int)) func() {
		err := do(ctx, b)
		if err == nil {
			err = b.Compare(ctx, r.sketches, func(p candidates.Progress) { progress(p.Done, p.Total) })
		}
		return func() {
			if r.batch == b {
				r.running--
				r.list.refresh()
				r.page.fill()
				r.desk.RefreshMenu()
			}
			r.desk.Failed(err)
		}
	})
}

// canImport reports whether something is ticked and read.
func (r *Room) canImport() bool { return r.batch != nil && !r.isBusy && r.batch.Totals().Ticked > 0 }

// IsImporting reports whether what was ticked is being written.
func (r *Room) IsImporting() bool { return r.isBusy && !r.reading }

// ImportTicked imports what is ticked, if all is read; else it says that it is not.
func (r *Room) ImportTicked() {
	switch {
	case r.canImport():
		r.doImport()
	case r.batch != nil && r.reading:
		r.desk.Tell(words.Sentence("Files are still being read. What is ticked can be imported when that has ended, or when %s has stopped it.",
			desk.KeyCancel))
	}
}

// doImport imports what is ticked, and leaves the room. When it is cancelled it is asked whether what is done stays.
func (r *Room) doImport() {
	b, p := r.batch, r.project
	r.desk.Sign(func() {
		if r.isBusy || r.batch != b { // something else began while it was asked who is at work
			return
		}
		r.isBusy = true
		r.list.showHead()
		r.desk.RefreshMenu()
		r.desk.Start(p, lang.L("Importing…"), func(ctx context.Context, progress func(done, total int)) func() {
			result, err := b.Import(ctx, true, func(p candidates.Progress) { progress(p.Done, p.Total) })
			return func() { r.didImport(b, result, err) }
		})
	}, func() {})
}

func (r *Room) didImport(b *candidates.Batch, result intake.Result, err error) {
	r.isBusy = false
	defer r.next()
	if r.batch != b {
		r.imported(result)
		r.desk.Failed(err)
		return
	}
	if errors.Is(err, context.Canceled) {
		r.Appear()
		if len(result.Added) > 0 {
			r.askToKeep(b, result)
		}
		return
	}
	result.Failed = append(r.failed, result.Failed...)
	r.end()
	r.imported(result)
	r.desk.Failed(err)
}

// askToKeep asks whether what was imported before it was cancelled stays.
func (r *Room) askToKeep(b *candidates.Batch, result intake.Result) {
	r.desk.Post(&message.Message{
		Title: lang.L("Import"),
		Body:  message.Prose(words.Counted(len(result.Added), "{{.Count}} article is in the project already. Keep it, or take it back?")),
		Yes:   lang.L("Keep"), No: lang.L("Take Back"), Offer: true,
		Agreed: func() { r.keep(b, result) },
		Refused: func() {
			r.desk.StartWriting(r.project, lang.L("Taking back…"), func(ctx context.Context, _ func(done, total int)) func() {
				taken, err := b.TakeBack(ctx, result)
				return func() {
					if !r.desk.Failed(err) {
						r.desk.Tell(words.TakenBack(taken))
					}
				}
			})
		},
	})
}

// keep leaves in the project what was imported before it was cancelled. The others wait on.
func (r *Room) keep(b *candidates.Batch, result intake.Result) {
	b.KeepImported()
	if r.batch == b {
		if b.Len() == 0 {
			r.end()
		} else {
			r.list.refresh()
		}
	}
	r.imported(result)
}

// askColumns asks what the columns of the selected table hold.
func (r *Room) askColumns() {
	id := r.list.chosen()
	columns := r.batch.ColumnsOf(id)
	options := []control.Option{{Key: "", Word: fieldWord(intake.FieldNone)}}
	for _, f := range intake.Fields() {
		options = append(options, control.Option{Key: string(f), Word: fieldWord(f)})
	}
	sheet := &message.Sheet{Over: r.desk.Boxes}
	var choices []*control.Select
	for _, c := range columns {
		sheet.Heading(c.Name)
		if c.Sample != "" {
			sheet.Muted(c.Sample)
		}
		choice := sheet.Choice(c.Name, options)
		choice.SetValue(string(c.Field))
		choices = append(choices, choice)
	}
	r.desk.Post(&message.Message{
		Title: lang.L("What the columns hold"), Body: sheet.Object(), Yes: lang.L("Read Again"), No: lang.L("Cancel"),
		Agreed: func() {
			chosen := map[string]intake.Field{}
			for i, c := range columns {
				chosen[c.Name] = intake.Field(choices[i].Value())
			}
			rememberColumns(r.desk.Prefs, columns, chosen)
			r.reread(candidates.Columns, func(o *intake.Options) { o.Columns = chosen })
		},
	})
}
