package desk

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/names"
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

// taggable are annotations or articles.
func (d *Desk) taggable() (Selected, bool) {
	s, has := d.SelectedRows()
	return s, has && s.Of != KindOfResults && d.CanWrite()
}

// tagLabel says what tags would be put on.
func (d *Desk) tagLabel() string {
	s, _ := d.SelectedRows()
	if n := max(len(s.IDs), 1); s.Of == KindOfAnnotations {
		return words.Counted(n, "Add a Tag to {{.Count}} Annotation…")
	}
	return lang.L("Tags of the Articles…")
}

// askTag asks for tags, there or new, for what is selected.
func (d *Desk) askTag(s Selected) {
	if s.Of == KindOfArticles {
		d.askArticleTags(s.IDs)
		return
	}
	d.askPick(lang.L("Add a tag"), lang.L("Add"), control.TypeAheadOptions{
		PlaceHolder: lang.L("add a tag"), Items: d.TagItems, Create: true,
	}, func(tag control.Item) {
		var tags []store.ID
		d.DoRows(store.Title{Code: store.TitleTagAnnotations, Count: len(s.IDs)}, store.RowWrite{
			First: func(b *store.Batch) (err error) {
				tags, err = names.AddTags(b, ItemTags([]control.Item{tag}))
				return err
			},
			Each: func(b *store.Batch, _ store.Entity, ids []store.ID) error { return b.TagAnnotations(tags[0], ids...) },
		}, func(err error) { d.Failed(err) }, annotations(s.IDs))
	})
}

// askArticleTags asks which tags to put on articles and which to take off them, of those that they carry.
func (d *Desk) askArticleTags(articles []store.ID) {
	Query(d, &d.gathering, func(ctx context.Context, p *store.Project) (map[store.ID][]store.Name, error) {
		return p.ArticleTags(ctx, articles)
	}, func(tags map[store.ID][]store.Name) {
		s := message.Sheet{Over: d.Boxes}
		put := s.Tokens(control.TypeAheadOptions{
			Caption: lang.L("Put on"), PlaceHolder: lang.L("add a tag"), Items: d.TagItems, Create: true,
		})
		var fields control.Choosers
		fields.Add("put", put, nil)
		taken := func() []control.Item { return nil }
		if carried := d.carriedItems(tags); len(carried) > 0 {
			take := s.Tokens(control.TypeAheadOptions{
				Caption: lang.L("Take off"), PlaceHolder: lang.L("a tag that they carry"),
				Items: func(string) []control.Item { return carried },
			})
			fields.Add("take", take, nil)
			taken = take.Items
		}
		box := &message.Message{
			Title: words.Counted(len(articles), "Tags of {{.Count}} article"), Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"),
			First: put.Focus,
		}
		box.Agreed = func() {
			if left := fields.Settle(); left != nil { // it is asked again
				left.SetError(words.NotPicked(left.Pending()))
				box.First = left.Focus
				d.Post(box)
				return
			}
			d.tagArticles(articles, ItemTags(put.Items()), ItemTags(taken()))
		}
		d.Post(box)
	})
}

// carriedItems are the tags that articles carry, by name.
func (d *Desk) carriedItems(tags map[store.ID][]store.Name) []control.Item {
	var items []control.Item
	for _, of := range tags {
		for _, tag := range of {
			if !slices.ContainsFunc(items, func(i control.Item) bool { return i.ID == tag.ID }) {
				items = append(items, d.NameItem(tag))
			}
		}
	}
	slices.SortFunc(items, func(a, b control.Item) int { return strings.Compare(a.Name, b.Name) })
	return items
}

// tagArticles puts tags on articles and takes others off them, as one action.
func (d *Desk) tagArticles(articles []store.ID, put, take []names.TagPick) {
	title := store.Title{Code: store.TitleTagArticles, Count: len(articles)}
	switch {
	case len(put)+len(take) == 0:
		return
	case len(put) == 0:
		title.Code = store.TitleUntagArticles
	}
	var used []store.ID
	d.DoRows(title, store.RowWrite{
		First: func(b *store.Batch) (err error) {
			used, err = names.AddTags(b, put)
			return err
		},
		Each: func(b *store.Batch, _ store.Entity, articles []store.ID) error {
			for _, tag := range used {
				if err := b.TagArticles(tag, articles...); err != nil {
					return err
				}
			}
			for _, tag := range take {
				if err := b.UntagArticles(tag.ID, articles...); err != nil {
					return err
				}
			}
			return nil
		},
	}, func(err error) {
		if !d.Failed(err) {
			d.Use(used)
		}
	}, store.Rows{Entity: store.EntityArticle, IDs: articles})
}

// askIssue asks for an issue, there or new, and has the selected positions be on it.
func (d *Desk) askIssue(s Selected) {
	d.askPick(lang.L("Set the issue of the positions"), lang.L("Save"), control.TypeAheadOptions{
		PlaceHolder: lang.L("what is it about?"), Items: d.IssueItems, Create: true,
	}, func(issue control.Item) {
		id := store.ID(issue.ID)
		set := updateEach(func(a *store.Annotation) { a.Target = store.Target{Issue: id} })
		if issue.New {
			set.First = func(b *store.Batch) error {
				made, err := b.AddIssue(store.Issue{Name: issue.Name})
				id = made.ID
				return err
			}
		}
		d.setPositions(s, store.TitleSetIssues, set)
	})
}

func (d *Desk) setStance(s Selected, stance store.Stance) {
	d.setPositions(s, store.TitleSetStances, updateEach(func(a *store.Annotation) { a.Stance = stance }))
}

// setPositions changes the positions that are selected, and those that rest on selected statements.
func (d *Desk) setPositions(s Selected, title store.TitleCode, change store.RowWrite) {
	Query(d, &d.gathering, func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		return p.PositionsAmong(ctx, s.IDs)
	}, func(ids []store.ID) {
		if len(ids) == 0 {
			d.Tell(lang.L("None of the selected rows is a position, and no position rests on one of them."))
			return
		}
		d.DoRows(store.Title{Code: title, Count: len(ids)}, change, func(err error) { d.Failed(err) }, annotations(ids))
	})
}

func annotations(ids []store.ID) store.Rows {
	return store.Rows{Entity: store.EntityAnnotation, IDs: ids}
}

func updateEach(change func(*store.Annotation)) store.RowWrite {
	return store.EachRow(func(b *store.Batch, _ store.Entity, id store.ID) error { return b.UpdateAnnotation(id, change) })
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
