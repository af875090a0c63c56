package exchange

import (
	"context"
	"errors"
	"slices"

	"standpoint/store"
)

// reportsOf returns the rows of all reports, by id.
func reportsOf(ctx context.Context, p *store.Project) ([]Report, error) {
	list, err := p.Reports(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]Report, len(list))
	for i, r := range list {
		_, items, err := p.Report(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		rows[i] = Report{ID: r.ID, Title: r.Title}
		for _, item := range items {
			rows[i].Items = append(rows[i].Items, ReportItem{
				item.ID, item.Kind, item.Level, item.Text, item.Of, item.Words, item.Facts, Target(item.About), item.Form,
			})
		}
		if err := rows[i].resolve(ctx, p); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(rows, func(a, b Report) int { return compareIDs(a.ID, b.ID) })
	return rows, nil
}

// resolve has the parts name what stands for what they are about. What is gone stays as it is.
func (r *Report) resolve(ctx context.Context, p *store.Project) error {
	for _, of := range []struct {
		entity store.Entity
		id     func(*ReportItem) *store.ID
	}{
		{store.EntityIssue, func(i *ReportItem) *store.ID { return &i.About.Issue }},
		{store.EntityActor, func(i *ReportItem) *store.ID { return &i.About.Actor }},
	} {
		var ids []store.ID
		for i := range r.Items {
			ids = append(ids, *of.id(&r.Items[i]))
		}
		by, err := p.Standing(ctx, of.entity, ids)
		if err != nil {
			return err
		}
		for i := range r.Items {
			if id := of.id(&r.Items[i]); by[*id] != (store.ID{}) {
				*id = by[*id]
			}
		}
	}
	return nil
}

// items are the parts as the store has them.
func (r Report) items() []store.ReportItem {
	items := make([]store.ReportItem, len(r.Items))
	for i, item := range r.Items {
		items[i] = store.ReportItem{
			ID: item.ID, Kind: item.Kind, Level: item.Level, Text: item.Text, Of: item.Of, Words: item.Words, Facts: item.Facts,
			About: store.Target(item.About), Form: item.Form,
		}
	}
	return items
}

// report checks what the store asks of a report and its parts. What these name need not be there.
func (c *checker) report(at spot, r *Report) error {
	err := c.words(at, store.EntityReport, r)
	for i := range r.Items {
		if err != nil {
			return err
		}
		err = c.reportItem(at.field("items").index(i), &r.Items[i])
	}
	return err
}

func (c *checker) reportItem(at spot, r *ReportItem) error {
	switch {
	case r.ID == (store.ID{}):
		return c.found.tell(at.field("id"), "It is missing.")
	case c.seen.reportItems[r.ID]:
		return c.found.tell(at.field("id"), "%s is the id of another part already.", r.ID)
	}
	c.seen.reportItems[r.ID] = true
	item := Report{Items: []ReportItem{*r}}.items()[0]
	item.Usual()
	r.Level, r.Text, r.Form = item.Level, item.Text, item.Form
	if wrong, is := errors.AsType[*store.Error](item.Check()); is {
		return c.found.note(at, wrong.Sentence())
	}
	return nil
}

func (p *plan) planReports() error {
	here, err := reportsOf(p.ctx, p.project)
	if err != nil {
		return err
	}
	p.seen.reportItems = map[store.ID]bool{} // the rows are checked once more
	return eachRow(p, p.report, func(r Report) error {
		row := named(store.EntityReport, r.ID, r.Title)
		set := func(b *store.Batch) error { return b.SetReport(r.ID, r.Title, r.items()) }
		i := slices.IndexFunc(here, func(h Report) bool { return h.ID == r.ID })
		switch {
		case p.gone(store.EntityReport, r.ID):
			p.leave(row)
		case i >= 0:
			if err := r.resolve(p.ctx, p.project); err != nil {
				return err
			}
			p.compare(row, here[i], r, set)
		default:
			p.add(row, func(b *store.Batch) error {
				if _, err := b.AddReport(store.Report{ID: r.ID, Title: r.Title}); err != nil {
					return err
				}
				return set(b)
			})
		}
		return nil
	})
}
