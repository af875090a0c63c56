package notesview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// reports are those of the project, and which of them is worked on: what is chosen anywhere in the window is put into that one.
type reports struct {
	desk    *desk.Desk
	list    []store.ReportRow // by title
	current store.ID          // worked on last in this copy of the project; zero for none
	landed  store.ID          // the part that was put in last; zero for none
	changed func()            // there are others, or another is the current one

	reading, putting background.Latest
}

// localReport is the key of the report that was worked on last, among what a copy of a project keeps for itself.
const localReport = "report"

// renew reads what reports there are, and which is the current one.
func (r *reports) renew() {
	r.reach(r.changed)
}

// reach does something when it is known which report is the current one.
func (r *reports) reach(do func()) {
	desk.Query(r.desk, &r.reading, readReports, func(read knownReports) {
		r.list, r.current = read.list, read.current
		do()
	})
}

// knownReports are the reports of a project.
type knownReports struct {
	list    []store.ReportRow
	current store.ID
}

// readReports reads the reports; the current one is the one that was worked on last, or if that is gone the newest.
func readReports(ctx context.Context, p *store.Project) (k knownReports, err error) {
	if k.list, err = p.Reports(ctx); err != nil {
		return k, err
	}
	kept, err := p.Local(ctx, localReport)
	for _, row := range k.list {
		if slices.Equal(row.ID[:], kept) {
			k.current = row.ID
			break
		}
		if slices.Compare(row.ID[:], k.current[:]) > 0 {
			k.current = row.ID
		}
	}
	return k, err
}

// forget knows of no reports, as another project is open.
func (r *reports) forget() {
	r.reading.Overtake()
	r.putting.Overtake()
	r.list, r.current, r.landed = nil, store.ID{}, store.ID{}
}

// work makes a report the current one.
func (r *reports) work(id store.ID) {
	if r.current == id || r.desk.Project == nil {
		return
	}
	r.current = id
	if r.desk.CanWrite() {
		r.desk.Keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, localReport, id[:]) })
	}
}

// find is a report by its id; false if it is not there.
func (r *reports) find(id store.ID) (store.ReportRow, bool) {
	at := slices.IndexFunc(r.list, func(row store.ReportRow) bool { return row.ID == id })
	if at < 0 {
		return store.ReportRow{}, false
	}
	return r.list[at], true
}

// putting is what is to be put into a report, and what that has already.
type putting struct {
	knownReports
	report store.Report       // without an id: one that is to be made
	there  []store.ReportItem // its parts
	parts  []store.ReportItem // to be put in
	left   int                // results of a search that are nothing to be quoted
}

// put puts what is chosen into the current report. If there is none, it is asked what the one is called that is made for it.
func (r *reports) put(s desk.Selected) {
	r.gather(s, store.ID{}, func(p putting) {
		if p.report.ID != (store.ID{}) {
			r.write(p)
			return
		}
		r.askTitle(lang.L("New report"), "", lang.L("Put In"), func(title string) {
			p.report.Title = title
			r.write(p)
		})
	})
}

// putElsewhere puts what is chosen into another report, which is the current one from then on.
func (r *reports) putElsewhere(s desk.Selected) {
	desk.Query(r.desk, &r.putting, readReports, func(k knownReports) {
		sheet := message.Sheet{Over: r.desk.Boxes}
		pick := sheet.Pick(control.TypeAheadOptions{PlaceHolder: lang.L("which report?"), Create: true, Items: func(string) []control.Item {
			items := make([]control.Item, len(k.list))
			for i, row := range k.list {
				items[i] = control.Item{ID: row.ID, Name: row.Title, Detail: words.Counted(row.Items, "{{.Count}} part")}
			}
			return items
		}})
		r.desk.Post(&message.Message{
			Title: lang.L("Put into a report"), Body: sheet.Object(), Yes: lang.L("Put In"), No: lang.L("Cancel"), First: pick.Focus,
			Agreed: func() {
				if item, picked := pick.Item(); picked {
					r.gather(s, item.ID, func(p putting) {
						if item.New {
							p.report, p.there = store.Report{Title: item.Name}, nil
						}
						r.write(p)
					})
				}
			},
		})
	})
}

// gather reads what is to be put into a report; the zero ID is the current one.
func (r *reports) gather(s desk.Selected, into store.ID, do func(putting)) {
	desk.Query(r.desk, &r.putting, func(ctx context.Context, p *store.Project) (g putting, err error) {
		if g.knownReports, err = readReports(ctx, p); err != nil {
			return g, err
		}
		if into == (store.ID{}) {
			into = g.current
		}
		if into != (store.ID{}) {
			if g.report, g.there, err = p.Report(ctx, into); err != nil {
				return g, err
			}
		}
		ids := s.IDs
		if s.Of == desk.KindOfResults {
			of, err := p.EntitiesOf(ctx, ids)
			if err != nil {
				return g, err
			}
			ids = slices.DeleteFunc(slices.Clone(ids), func(id store.ID) bool { return !slices.Contains(of[store.EntityAnnotation], id) })
			g.left = len(s.IDs) - len(ids)
		}
		for _, id := range ids {
			g.parts = append(g.parts, partOf(s.Of, id))
		}
		return g, nil
	}, do)
}

// partOf is the part of a report that says of something what was recorded.
func partOf(kind desk.Kind, id store.ID) store.ReportItem {
	switch kind {
	case desk.KindOfActors:
		return store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: id}}
	case desk.KindOfIssues:
		return store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: id}}
	}
	return store.ReportItem{Kind: store.ItemQuote, Of: id}
}

// isSame reports whether two parts of a report say the same.
func isSame(a, b store.ReportItem) bool {
	return a.Kind == b.Kind && a.Of == b.Of && a.About == b.About && a.Kind != store.ItemHeading && a.Kind != store.ItemParagraph
}

// write puts into a report what that does not have yet, as one action, and says so.
func (r *reports) write(p putting) {
	if len(p.parts) == 0 {
		r.desk.Tell(lang.L("None of these results can be quoted: annotations can."))
		return
	}
	var fresh []store.ReportItem
	var has store.ID
	for _, part := range p.parts {
		at := slices.IndexFunc(p.there, func(i store.ReportItem) bool { return isSame(i, part) })
		if at >= 0 {
			has = p.there[at].ID
		} else {
			fresh = append(fresh, part)
		}
	}
	if len(fresh) == 0 {
		r.landed = has
		r.work(p.report.ID)
		r.desk.Tell(words.Counted(len(p.parts), "It is in the report “%s” already. %s leads there.", p.report.Title, desk.KeyGoToReport))
		return
	}
	report, first := p.report, store.ID{}
	ids := make([]store.ID, len(fresh))
	parts := map[store.ID]store.ReportItem{}
	for n, part := range fresh {
		ids[n] = subjectOf(part)
		parts[ids[n]] = part
	}
	r.desk.DoRows(store.Title{Code: store.TitleAddToReport, Count: len(fresh)}, store.RowWrite{
		First: func(b *store.Batch) (err error) {
			if report.ID == (store.ID{}) {
				report, err = b.AddReport(report)
			}
			return err
		},
		Each: func(b *store.Batch, _ store.Entity, ids []store.ID) error {
			var list []store.ReportItem
			for _, id := range ids {
				list = append(list, parts[id])
			}
			added, err := b.AppendReportItems(report.ID, list...)
			if len(added) > 0 && first == (store.ID{}) {
				first = added[0].ID
			}
			return err
		},
	}, func(err error) {
		if r.desk.Failed(err) {
			return
		}
		r.landed = first
		r.work(report.ID)
		r.tell(report.Title, len(fresh), len(p.parts)-len(fresh), p.left)
		r.desk.RefreshMenu()
	}, store.Rows{Entity: entityOf(fresh[0]), IDs: ids})
}

// tell says what was put into a report, and what was not.
func (r *reports) tell(title string, put, there, left int) {
	said := []string{words.Counted(put, "Put into the report “%s”: {{.Count}} part. %s leads there, %s takes it back.",
		title, desk.KeyGoToReport, desk.KeyUndo)}
	if there > 0 {
		said = append(said, words.Counted(there, "{{.Count}} was there already."))
	}
	if left > 0 {
		said = append(said, words.Counted(left, "{{.Count}} result is nothing to be quoted."))
	}
	r.desk.Tell(words.Dotted(said...))
}

// subjectOf is what a part of a report quotes, or is about.
func subjectOf(i store.ReportItem) store.ID {
	switch i.Kind {
	case store.ItemQuote:
		return i.Of
	case store.ItemStatements:
		return i.About.Actor
	}
	if i.About.Actor != (store.ID{}) {
		return i.About.Actor
	}
	return i.About.Issue
}

func entityOf(i store.ReportItem) store.Entity {
	switch {
	case i.Kind == store.ItemQuote:
		return store.EntityAnnotation
	case i.About.Actor != (store.ID{}):
		return store.EntityActor
	}
	return store.EntityIssue
}

// askTitle asks for the title of a report, and does something with it.
func (r *reports) askTitle(title, is, yes string, do func(title string)) {
	r.desk.AskName(desk.NameQuestion{
		Title: title, Caption: lang.L("Title"), Is: is, Yes: yes, Missing: lang.L("A report needs a title."),
	}, do)
}

// add makes a report, which is the current one then.
func (r *reports) add(title string, done func(store.Report)) {
	made := store.Report{Title: title}
	r.desk.Do(store.Title{Code: store.TitleAddReport}, func(b *store.Batch) (err error) {
		made, err = b.AddReport(made)
		return err
	}, func(err error) {
		if !r.desk.Failed(err) {
			r.work(made.ID)
			done(made)
		}
	})
}

// rename gives a report another title.
func (r *reports) rename(row store.ReportRow, title string) {
	r.desk.Do(store.Title{Code: store.TitleRenameReport}, func(b *store.Batch) error { return b.RenameReport(row.ID, title) },
		func(err error) { r.desk.Failed(err) })
}

// remove deletes a report. Its parts are there again when that is taken back.
func (r *reports) remove(row store.ReportRow) {
	r.desk.Do(store.Title{Code: store.TitleDeleteReport}, func(b *store.Batch) error { return b.Delete(store.EntityReport, row.ID) },
		func(err error) { r.desk.Failed(err) })
}
