package store

import (
	"context"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// ReportRow is a report as lists show it.
type ReportRow struct {
	Report
	Items int // how many parts it has
}

// Reports lists the reports by title.
func (p *Project) Reports(ctx context.Context) (rows []ReportRow, err error) {
	t := tableFor(EntityReport)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r ReportRow
			err := scan(append(t.destinations(&r.Report), &r.Items)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("r")+`, (SELECT count(*) FROM report_item i WHERE i.report = r.id AND i.deleted = 0)
			FROM report r WHERE r.deleted = 0 ORDER BY r.id`)
	})
	slices.SortStableFunc(rows, func(a, b ReportRow) int { return text.CompareNames(a.Title, b.Title) })
	return rows, err
}

// Report returns a report and its parts in their order; CodeNotFound if it is not there or deleted.
func (p *Project) Report(ctx context.Context, id ID) (r Report, items []ReportItem, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		if r, err = find[Report](s, EntityReport, id); err != nil {
			return err
		}
		items, err = reportItems(s, id)
		return err
	})
	return r, items, err
}

// reportItems returns the parts of a report that are there, in their order.
func reportItems(src sqlite.Source, report ID) (items []ReportItem, err error) {
	t := tableFor(EntityReportItem)
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var r reportItem
		err := scan(t.destinations(&r)...)
		items = append(items, r.shown())
		return err
	}, `SELECT `+t.selection("i")+` FROM report_item i WHERE i.report = ? AND i.deleted = 0`, report[:])
	slices.SortFunc(items, func(a, b ReportItem) int {
		if c := strings.Compare(a.Rank, b.Rank); c != 0 {
			return c
		}
		return compareIDs(a.ID, b.ID)
	})
	return items, err
}

// ReportsWith lists the reports that quote an annotation, by title.
func (p *Project) ReportsWith(ctx context.Context, annotation ID) (list []Report, err error) {
	t := tableFor(EntityReport)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r Report
			err := scan(t.destinations(&r)...)
			list = append(list, r)
			return err
		}, `SELECT `+t.selection("r")+` FROM report r WHERE r.deleted = 0
			AND r.id IN (SELECT report FROM report_item WHERE "of" = ? AND deleted = 0) ORDER BY r.id`, annotation[:])
	})
	slices.SortStableFunc(list, func(a, b Report) int { return text.CompareNames(a.Title, b.Title) })
	return list, err
}

// Quoted returns what annotations would be quoted as now, a few queries for all. Those that are gone, or hidden with what they hang on,
// are left out.
func (p *Project) Quoted(ctx context.Context, annotations []ID) (now map[ID]Quoted, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		now, err = quotedNow(s, annotations)
		return err
	})
	return now, err
}

func quotedNow(src sqlite.Source, annotations []ID) (map[ID]Quoted, error) {
	l := newLoader(src)
	if err := l.load(annotations); err != nil {
		return nil, err
	}
	now := make(map[ID]Quoted, len(annotations))
	for _, id := range annotations {
		if a := l.listed[id]; a != nil {
			now[id] = Quoted{Article: a.article, Coder: a.Coder, Words: l.anchor(a).Exact(), Facts: l.facts(a)}
		}
	}
	return now, nil
}

// facts returns what an annotation says beside its words.
func (l *loader) facts(a *listed) Facts {
	in := l.articles[a.article]
	f := Facts{
		Kind: a.Kind, Title: in.Title, Source: in.Source, Published: in.Published, Language: in.Language, Paragraph: a.paragraph,
	}
	switch a.Kind {
	case KindMention:
		f.Who = labels([]PartyRef{l.parties[rowKey{EntityActor, a.Actor}]})
	case KindStatement:
		f.Who, f.Addressees, f.Carriers = labels(l.role(a, RoleSpeaker)), labels(l.role(a, RoleAddressee)), labels(l.role(a, RoleCarrier))
		f.Quotation, f.Act, f.Date, f.Translation = a.Quotation, a.Act, a.date, a.Translation
	case KindPosition:
		f.Who, f.Carriers = labels(l.holders(a)), labels(l.carriers(a))
		f.Target, f.Stance, f.Condition = l.target(a).Label(), a.Stance, strings.TrimSpace(a.Condition)
		f.Date, f.Translation = a.date, a.Translation
		if s := l.statementOf(a); s != nil && f.Translation == "" {
			f.Translation = s.Translation
		}
	}
	return f
}

// labels are the names, or the words, of those who have one.
func labels(refs []PartyRef) (list []string) {
	for _, r := range refs {
		if label := r.Label(); label != "" {
			list = append(list, label)
		}
	}
	return list
}
