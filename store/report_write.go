package store

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// AddReport adds a report without parts.
func (b *Batch) AddReport(r Report) (Report, error) {
	return r, b.add(EntityReport, &r)
}

// RenameReport gives a report another title.
func (b *Batch) RenameReport(id ID, title string) error {
	return update(b, EntityReport, id, func(r *Report) { r.Title = title }, func(_, _ *Report) error { return nil })
}

// AppendReportItems adds parts at the end of a report, in their order. A quote without words takes them, and the facts, from its
// annotation as that was before this batch; CodeNotFound if it is gone. CodeInvalid if a part has what parts of its kind do not have, or
// lacks what they need. The parts are returned as they were added.
func (b *Batch) AppendReportItems(report ID, items ...ReportItem) ([]ReportItem, error) {
	there, err := b.reportItems(report)
	if err != nil {
		return nil, err
	}
	added, _, err := b.insertReportItems(report, there, len(there), items)
	if err == nil {
		err = b.hasAbout(added...)
	}
	return added, err
}

// InsertReportItems adds parts behind a part of a report, or in front of all if after is zero; else it is as AppendReportItems.
func (b *Batch) InsertReportItems(report, after ID, items ...ReportItem) ([]ReportItem, error) {
	there, err := b.reportItems(report)
	if err != nil {
		return nil, err
	}
	at, err := placeAfter(there, after)
	if err != nil {
		return nil, err
	}
	added, _, err := b.insertReportItems(report, there, at, items)
	if err == nil {
		err = b.hasAbout(added...)
	}
	return added, err
}

// reportItems returns the parts of a report that is there.
func (b *Batch) reportItems(report ID) ([]ReportItem, error) {
	if err := b.exists(EntityReport, report, "The report is not in the project (%s). Add it first."); err != nil {
		return nil, err
	}
	return reportItems(b.w.db, report)
}

// placeAfter returns the place behind a part; the first if that is zero.
func placeAfter(items []ReportItem, after ID) (int, error) {
	if after == (ID{}) {
		return 0, nil
	}
	at := slices.IndexFunc(items, func(i ReportItem) bool { return i.ID == after })
	if at < 0 {
		return 0, invalidf("The report has no part %s to put something behind.", after)
	}
	return at + 1, nil
}

// insertReportItems adds parts at a place among those that are there, and returns them, and then all.
func (b *Batch) insertReportItems(report ID, there []ReportItem, at int, items []ReportItem) (added, all []ReportItem, err error) {
	added = slices.Clone(items)
	if err := b.takeQuotes(added); err != nil {
		return nil, nil, err
	}
	for n := range added {
		i := &added[n]
		if i.Report != (ID{}) && i.Report != report {
			return nil, nil, invalidf("A part of a report stays in that report. Add another one.")
		}
		i.Report = report
		i.Usual()
		if err := i.Check(); err != nil {
			return nil, nil, err
		}
		if i.Rank, err = b.rankAt(there, at); err != nil {
			return nil, nil, err
		}
		row, err := i.row()
		if err != nil {
			return nil, nil, err
		}
		if err := b.add(EntityReportItem, &row); err != nil {
			return nil, nil, err
		}
		*i = row.shown()
		there = slices.Insert(there, at, *i)
		at++
	}
	return added, there, nil
}

// takeQuotes fills in words and facts of quotes that have no words.
func (b *Batch) takeQuotes(items []ReportItem) error {
	var bare []ID
	for _, i := range items {
		if i.Kind == ItemQuote && i.Words == "" {
			bare = append(bare, i.Of)
		}
	}
	if len(bare) == 0 {
		return nil
	}
	now, err := quotedNow(b.w.db, bare)
	if err != nil {
		return err
	}
	for n := range items {
		i := &items[n]
		if i.Kind != ItemQuote || i.Words != "" {
			continue
		}
		quoted, there := now[i.Of]
		if !there {
			return notFoundf("What is to be quoted is not in the project, or it was deleted: annotation %s.", i.Of)
		}
		i.Words, i.Facts = quoted.Words, quoted.Facts
	}
	return nil
}

// Usual puts a part in its usual form, in which it is kept.
func (i *ReportItem) Usual() {
	switch i.Kind {
	case ItemHeading:
		i.Level, i.Text = cmp.Or(i.Level, firstItemLevel), strings.TrimSpace(i.Text)
	case ItemPositions, ItemStatements:
		i.Form = cmp.Or(i.Form, FormList)
	}
}

// hasAbout refuses parts that are about what is not there.
func (b *Batch) hasAbout(items ...ReportItem) error {
	for _, i := range items {
		e, id := EntityActor, i.About.Actor
		if i.About.Issue != (ID{}) {
			e, id = EntityIssue, i.About.Issue
		}
		if id == (ID{}) {
			continue
		}
		if err := b.exists(e, id, "A part of the report is about something that is not in the project (%s). Add it first."); err != nil {
			return err
		}
	}
	return nil
}

// rankAt returns a rank for a new part at a place among those that are there. Where two have the same rank, so that there is none between
// them, those that follow get others.
func (b *Batch) rankAt(there []ReportItem, at int) (string, error) {
	var after, before string
	if at > 0 {
		after = there[at-1].Rank
	}
	if at < len(there) {
		before = there[at].Rank
	}
	coder := rankFrom(b.w.project.Coder().ID)
	if rank, ok := rankBetween(after, before, coder); ok {
		return rank, nil
	}
	rank, _ := rankBetween(after, "", coder)
	last := rank
	for n := at; n < len(there) && there[n].Rank <= last; n++ {
		last, _ = rankBetween(last, "", coder)
		if err := b.setRank(there[n].ID, last); err != nil {
			return "", err
		}
		there[n].Rank = last
	}
	return rank, nil
}

func (b *Batch) setRank(item ID, rank string) error {
	return update(b, EntityReportItem, item, func(r *reportItem) { r.Rank = rank }, func(_, _ *reportItem) error { return nil })
}

// MoveReportItems puts parts of one report behind another of its parts, or in front of all if after is zero, in the order in which they
// are named.
func (b *Batch) MoveReportItems(after ID, items ...ID) error {
	if len(items) == 0 {
		return nil
	}
	first, err := find[reportItem](b.w.db, EntityReportItem, items[0])
	if err != nil {
		return err
	}
	all, err := b.reportItems(first.Report)
	if err != nil {
		return err
	}
	rest := slices.DeleteFunc(slices.Clone(all), func(i ReportItem) bool { return slices.Contains(items, i.ID) })
	if len(rest)+len(items) != len(all) {
		return invalidf("Parts are moved within one report, and each is named once.")
	}
	at, err := placeAfter(rest, after)
	if err != nil {
		return err
	}
	there := slices.Clone(rest)
	for n, id := range items {
		rest = slices.Insert(rest, at+n, ReportItem{ID: id})
	}
	if slices.EqualFunc(all, rest, func(x, y ReportItem) bool { return x.ID == y.ID }) {
		return nil // they are there already
	}
	for n, id := range items {
		if there, err = b.putReportItem(there, at+n, id); err != nil {
			return err
		}
	}
	return nil
}

// putReportItem puts a part at a place among others, and returns them with it.
func (b *Batch) putReportItem(there []ReportItem, at int, item ID) ([]ReportItem, error) {
	rank, err := b.rankAt(there, at)
	if err != nil {
		return nil, err
	}
	return slices.Insert(there, at, ReportItem{ID: item, Rank: rank}), b.setRank(item, rank)
}

// EditReportItem changes what fn sets of a part: the level and words of a heading, the words of a paragraph, what a part that renews
// itself is about and its form, and the kind of a part that is no quote. The words of a quote stay; AcceptQuotes takes new ones.
func (b *Batch) EditReportItem(id ID, fn func(*ReportItem)) error {
	row, err := find[reportItem](b.w.db, EntityReportItem, id)
	if err != nil {
		return err
	}
	before := row.shown()
	after := before
	fn(&after)
	switch {
	case after.ID != before.ID || after.Report != before.Report:
		return invalidf("A part of a report stays in that report. Add another one.")
	case after.Rank != before.Rank:
		return invalidf("A part of a report is moved by itself.")
	case after.Of != before.Of || after.Words != before.Words || !reflect.DeepEqual(after.Facts, before.Facts):
		return invalidf("The words of a quote are those of the article. Accept what they are now, or add another quote.")
	}
	if after.About != before.About {
		if err := b.hasAbout(after); err != nil {
			return err
		}
	}
	return b.setReportItem(before, after)
}

// setReportItem writes what is another in a part.
func (b *Batch) setReportItem(before, after ReportItem) error {
	after.Usual()
	if err := after.Check(); err != nil {
		return err
	}
	row, err := after.row()
	if err != nil {
		return err
	}
	return update(b, EntityReportItem, before.ID, func(r *reportItem) { *r = row }, func(_, _ *reportItem) error { return nil })
}

// AcceptQuotes has quotes say what their annotations say now, as these were before this batch. CodeNotFound if one of these is gone.
func (b *Batch) AcceptQuotes(items ...ID) error {
	for _, id := range items {
		row, err := find[reportItem](b.w.db, EntityReportItem, id)
		if err != nil {
			return err
		}
		if row.Kind != ItemQuote {
			return invalidf("This part of a report is no quote.")
		}
		before := row.shown()
		now := []ReportItem{before}
		now[0].Words = ""
		if err := b.takeQuotes(now); err != nil {
			return err
		}
		if err := b.setReportItem(before, now[0]); err != nil {
			return err
		}
	}
	return nil
}

// SetReport makes a report what is given, for imports: its title, and its parts in their order. Parts without an id are added, and so are
// those whose id is not known; those that are not named are deleted, and those that were deleted stay so. What parts name need not be
// there.
func (b *Batch) SetReport(id ID, title string, items []ReportItem) error {
	if err := b.RenameReport(id, title); err != nil {
		return err
	}
	there, err := b.reportItems(id)
	if err != nil {
		return err
	}
	named := map[ID]bool{}
	for _, i := range items {
		named[i.ID] = true
	}
	for _, i := range there {
		if !named[i.ID] {
			if err := b.setDeleted(EntityReportItem, i.ID, true); err != nil {
				return err
			}
		}
	}
	there = slices.DeleteFunc(there, func(i ReportItem) bool { return !named[i.ID] })
	at := 0
	for _, i := range items {
		known, err := tableFor(EntityReportItem).get(b.w.db, i.ID)
		if err != nil {
			return err
		}
		if known != nil && !known.live() {
			continue
		}
		if there, err = b.setReportItemAt(id, there, at, i, known != nil); err != nil {
			return err
		}
		at++
	}
	return nil
}

// setReportItemAt has a part stand at a place among those of its report, and returns these.
func (b *Batch) setReportItemAt(report ID, there []ReportItem, at int, i ReportItem, known bool) ([]ReportItem, error) {
	is := slices.IndexFunc(there, func(h ReportItem) bool { return h.ID == i.ID })
	switch {
	case is < 0 && known:
		return nil, invalidf("A part of a report stays in that report. Add another one.")
	case is < 0:
		_, there, err := b.insertReportItems(report, there, at, []ReportItem{i})
		return there, err
	case is != at:
		before := there[is]
		there, err := b.putReportItem(slices.Delete(there, is, is+1), at, i.ID)
		if err != nil {
			return nil, err
		}
		before.Rank, i.Rank, i.Report = there[at].Rank, there[at].Rank, report
		return there, b.setReportItem(before, i)
	}
	before := there[at]
	i.Rank, i.Report = before.Rank, report
	return there, b.setReportItem(before, i)
}
