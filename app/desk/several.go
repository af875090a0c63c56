package desk

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// severalCommands set something in all annotations that are selected in a list, or in the selected articles, as one action.
func (d *Desk) severalCommands() []Command {
	list := []Command{
		{In: SectionSelected, Label: d.tagLabel, Key: AltShift(fyne.KeyT), Act: With(d.taggable, d.askTag)},
		{
			In: SectionSelected, Label: Fixed(lang.L("Set the Issue of the Positions…")), Key: AltShift(fyne.KeyI),
			Act: With(d.annotated, d.askIssue),
		},
	}
	keys := []fyne.KeyName{fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	for i, stance := range control.StanceOptions() {
		list = append(list, Command{
			In: SectionSelected.Within(lang.L("Stance of the Positions")), Label: Fixed(stance.Word), Key: AltShift(keys[i]),
			Act: With(d.annotated, func(s Selected) { d.setStance(s, store.Stance(stance.Key)) }),
		})
	}
	return list
}

// annotated are the annotations that are selected, if they can be changed.
func (d *Desk) annotated() (Selected, bool) {
	s, has := d.SelectedRows()
	return s, has && s.Of == KindOfAnnotations && d.CanWrite()
}

// taggable are annotations, or articles whose annotations are meant.
func (d *Desk) taggable() (Selected, bool) {
	s, has := d.SelectedRows()
	return s, has && s.Of != KindOfResults && d.CanWrite()
}

// tagLabel says what a tag would be put on.
func (d *Desk) tagLabel() string {
	s, _ := d.SelectedRows()
	if n := max(len(s.IDs), 1); s.Of == KindOfAnnotations {
		return words.Counted(n, "Add a Tag to {{.Count}} Annotation…")
	}
	return lang.L("Tag All Annotations of the Articles…")
}

// askTag asks for a tag, there or new, and puts it on what is selected.
func (d *Desk) askTag(s Selected) {
	d.askPick(lang.L("Add a tag"), lang.L("Add"), control.TypeAheadOptions{
		PlaceHolder: lang.L("add a tag"), Items: d.TagItems, Create: true,
	}, func(tag control.Item) {
		Query(d, &d.gathering, func(ctx context.Context, p *store.Project) ([]store.ID, error) {
			if s.Of == KindOfArticles {
				return p.AnnotationsIn(ctx, s.IDs)
			}
			return s.IDs, nil
		}, func(ids []store.ID) {
			if len(ids) == 0 {
				d.Tell(lang.L("Nothing is annotated in the selected articles, and a tag is of an annotation. A collection holds articles as such."))
				return
			}
			d.tag(tag, ids)
		})
	})
}

// tag puts a tag on annotations.
func (d *Desk) tag(tag control.Item, ids []store.ID) {
	d.Do(store.Title{Code: store.TitleTagAnnotations, Count: len(ids)}, func(b *store.Batch) error {
		id := store.ID(tag.ID)
		if tag.New {
			made, err := b.AddTag(store.Tag{Name: tag.Name})
			if err != nil {
				return err
			}
			id = made.ID
		}
		return b.TagAnnotations(id, ids...)
	}, func(err error) { d.Failed(err) })
}

// askIssue asks for an issue, there or new, and has the selected positions be on it.
func (d *Desk) askIssue(s Selected) {
	d.askPick(lang.L("Set the issue of the positions"), lang.L("Save"), control.TypeAheadOptions{
		PlaceHolder: lang.L("what is it about?"), Items: d.IssueItems, Create: true,
	}, func(issue control.Item) {
		d.setPositions(s, store.TitleSetIssues, func(b *store.Batch, ids []store.ID) error {
			id := store.ID(issue.ID)
			if issue.New {
				made, err := b.AddIssue(store.Issue{Name: issue.Name})
				if err != nil {
					return err
				}
				id = made.ID
			}
			return updateEach(b, ids, func(a *store.Annotation) { a.Target = store.Target{Issue: id} })
		})
	})
}

func (d *Desk) setStance(s Selected, stance store.Stance) {
	d.setPositions(s, store.TitleSetStances, func(b *store.Batch, ids []store.ID) error {
		return updateEach(b, ids, func(a *store.Annotation) { a.Stance = stance })
	})
}

// setPositions changes the positions that are selected, and those that rest on selected statements.
func (d *Desk) setPositions(s Selected, title store.TitleCode, change func(*store.Batch, []store.ID) error) {
	Query(d, &d.gathering, func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		return p.PositionsAmong(ctx, s.IDs)
	}, func(ids []store.ID) {
		if len(ids) == 0 {
			d.Tell(lang.L("None of the selected rows is a position, and no position rests on one of them."))
			return
		}
		d.Do(store.Title{Code: title, Count: len(ids)}, func(b *store.Batch) error { return change(b, ids) },
			func(err error) { d.Failed(err) })
	})
}

func updateEach(b *store.Batch, ids []store.ID, change func(*store.Annotation)) error {
	for _, id := range ids {
		if err := b.UpdateAnnotation(id, change); err != nil {
			return err
		}
	}
	return nil
}

// askPick asks for one of several things, and does something with it.
func (d *Desk) askPick(title, yes string, from control.TypeAheadOptions, do func(control.Item)) {
	s := message.Sheet{Over: d.Boxes}
	pick := s.Pick(from)
	d.Post(&message.Message{
		Title: title, Body: s.Object(), Yes: yes, No: lang.L("Cancel"), First: pick.Focus,
		Agreed: func() {
			if item, picked := pick.Item(); picked {
				do(item)
			}
		},
	})
}
