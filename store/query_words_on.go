package store

import (
	"cmp"
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// WordsOn are the words of the text in which a position on an issue is recorded: its own, or those of the statement on which it rests.
type WordsOn struct {
	Position ID
	Issue    ID     // none: what was asked for is no position on an issue, or is not there any more
	Words    string // exact
}

// WordsOnIssues returns in which words positions on issues are recorded, without any order; without issues, on all.
func (p *Project) WordsOnIssues(ctx context.Context, issues ...ID) (list []WordsOn, err error) {
	const from = `heading t INDEXED BY heading_what CROSS JOIN listing l ON l.heading = t.key CROSS JOIN annotation a ON a.id = l.annotation`
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		if len(issues) == 0 {
			list, err = allWordsOn(s)
			return err
		}
		return sqlite.EachPortion(issues, func(in string, args []any) error {
			more, err := wordsOn(s, from, ` AND t.id IN (`+in+`)`, args...)
			list = append(list, more...)
			return err
		})
	})
	return list, err
}

// allWordsOn reads the words of all positions on issues. Single rows are not looked up: a walk over all annotations takes less.
func allWordsOn(s sqlite.Snapshot) (list []WordsOn, err error) {
	targets, err := issueTargets(s)
	if err != nil {
		return nil, err
	}
	said := map[ID]string{} // the anchors of statements, as they are stored
	var rests []ID          // on which statement each of the list rests
	var anchors []string    // and its own anchor
	var id, target, statement ID
	var anchor string
	into := []any{(*idColumn)(&id), (*idColumn)(&target), (*idColumn)(&statement), (*stringColumn)(&anchor)}
	err = sqlite.Each(s, func(scan func(...any) error) error {
		err := scan(into...)
		if target == (ID{}) {
			said[id] = anchor
		} else if issue, is := targets[target]; is {
			list, rests, anchors = append(list, WordsOn{Position: id, Issue: issue}), append(rests, statement), append(anchors, anchor)
		}
		return err
	}, `SELECT id, target_issue, statement, anchor FROM annotation NOT INDEXED WHERE shown_in IS NOT NULL
		AND (kind = '`+string(KindPosition)+`' AND target_issue IS NOT NULL OR kind = '`+string(KindStatement)+`')`)
	for i := 0; err == nil && i < len(list); i++ {
		var at text.Anchor
		err = (*anchorColumn)(&at).Scan(cmp.Or(anchors[i], said[rests[i]]))
		list[i].Words = at.Exact()
	}
	return list, err
}

// WordsOnIssuesAmong returns the same of what is among annotations, and of the positions that rest on these; of each that is no position
// on an issue any more, it tells that.
func (p *Project) WordsOnIssuesAmong(ctx context.Context, annotations []ID) (list []WordsOn, err error) {
	const from = `annotation a CROSS JOIN listing l INDEXED BY listing_annotation ON l.annotation = a.id
		CROSS JOIN heading t ON t.key = l.heading`
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		asked := slices.Clone(annotations)
		err := sqlite.EachPortion(annotations, func(in string, args []any) error {
			resting, err := ids(s, `SELECT id FROM annotation WHERE statement IN (`+in+`)`, args...)
			asked = append(asked, resting...)
			return err
		})
		if err != nil {
			return err
		}
		err = sqlite.EachPortion(asked, func(in string, args []any) error {
			more, err := wordsOn(s, from, ` AND a.id IN (`+in+`)`, args...)
			list = append(list, more...)
			return err
		})
		there := make(map[ID]bool, len(list))
		for _, w := range list {
			there[w.Position] = true
		}
		for _, id := range asked {
			if !there[id] {
				there[id] = true
				list = append(list, WordsOn{Position: id})
			}
		}
		return err
	})
	return list, err
}

// wordsOn reads the words of positions a that are listed under the headings t of issues.
func wordsOn(s sqlite.Source, from, where string, args ...any) (list []WordsOn, err error) {
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var w WordsOn
		var at text.Anchor
		err := scan((*idColumn)(&w.Position), (*idColumn)(&w.Issue), (*anchorColumn)(&at))
		w.Words = at.Exact()
		list = append(list, w)
		return err
	}, `SELECT a.id, t.id, coalesce(nullif(a.anchor, ''), s.anchor) FROM `+from+` LEFT JOIN annotation s ON s.id = a.statement
		WHERE t.role = '`+headTarget+`' AND t.entity = '`+string(EntityIssue)+`'`+where, args...)
	return list, err
}
