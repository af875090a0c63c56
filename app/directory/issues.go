package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// issueSubject makes a directory the view of all issues.
type issueSubject struct{ desk *desk.Desk }

func (issueSubject) entity() store.Entity { return store.EntityIssue }

func (issueSubject) words() subjectWords {
	return subjectWords{
		one: lang.L("Issue"), all: lang.L("Issues"), find: lang.L("Find an issue…"),
		create: lang.L("New issue"), createNamed: lang.L("New issue “%s”"),
		none:      lang.L("No issues yet. Name one as the target of a position in an article, or add one here."),
		noneFound: lang.L("No issue has “%s” in its name."),
		choose:    lang.L("Choose an issue at the left to see who stands where on it."),
		quiet: words.Sentence("Nobody has taken a position on this issue yet. Select where somebody does in an article and press %s.",
			desk.KeyPosition),
		add: store.TitleAddIssue, edit: store.TitleEditIssue, delete: store.TitleDeleteIssue, merge: store.TitleMergeIssues,
		unfinished:   lang.L("Unfinished issue"),
		mergedInto:   lang.L("“%s” is shown as “%s”, which then has its annotations: %s. Undo takes it back."),
		mergedUnused: lang.L("“%s” goes, “%s” stays. Undo takes it back."),
		handedOver:   lang.L("“%s” goes. “%s” gets its annotations: %s. Undo takes it back."),
		left:         lang.L("“%s” goes. Until it is restored, its annotations stay in the articles without a target: %s. Undo takes it back."),
		newCommand:   lang.L("New Issue"), newKey: fyne.KeyI,
		mergeCommand: lang.L("Merge Issue Into…"), deleteCommand: lang.L("Delete Issue"),
		count:         func(n int) string { return words.Counted(n, "{{.Count}} issue") },
		deleteSeveral: func(n int) string { return words.Counted(n, "Delete {{.Count}} Issue") },
		mergeSeveral:  func(n int) string { return words.Counted(n, "Merge {{.Count}} Issue…") },
		askMergeSeveral: func(n int) string {
			return words.Counted(n, "{{.Count}} issue becomes one, which then has the annotations of all. Undo takes it back.")
		},
		askSeveral: func(n int) string {
			return words.Counted(n, "Delete {{.Count}} issue? Until it is restored, its annotations stay in the articles without a target. "+
				"Undo takes it back.")
		},
	}
}

func (s issueSubject) items(query string) []control.Item { return s.desk.IssueItems(query) }

func (issueSubject) rows(ctx context.Context, p *store.Project, q listQuery) ([]listRow, int, error) {
	found, total, err := p.Issues(ctx, issueQuery(q))
	rows := make([]listRow, len(found))
	for i, r := range found {
		rows[i] = listRow{id: r.ID, name: r.Name, colour: r.Colour, facts: func(n names.Names) []string { return issueFacts(r, n) }}
	}
	return rows, total, err
}

func (issueSubject) rank(ctx context.Context, p *store.Project, q listQuery, id store.ID) (int, error) {
	return p.IssueRank(ctx, issueQuery(q), id)
}

func (issueSubject) ids(ctx context.Context, p *store.Project, q listQuery) ([]store.ID, error) {
	return p.IssueIDs(ctx, issueQuery(q))
}

func issueQuery(q listQuery) store.IssueQuery {
	query := store.IssueQuery{Text: q.text, In: q.in, Sort: store.IssuesByName, Page: q.Page}
	if q.busiest {
		query.Sort = store.IssuesByPositions
	}
	return query
}

// issueFacts is the line under an issue's name in the list.
func issueFacts(r store.IssueRow, n names.Names) []string {
	var facts []string
	if parent := n.Issues[r.Parent].Name; parent != "" {
		facts = append(facts, words.Sentence("part of %s", parent))
	}
	used := issueUsage(r)
	if used.isZero() {
		return append(facts, lang.L("not in use"))
	}
	return append(facts, used.recorded()...)
}

func issueUsage(r store.IssueRow) usage {
	return usage{statements: r.Statements, positions: r.Positions}
}

func (issueSubject) load(ctx context.Context, p *store.Project, id store.ID) (profile, error) {
	found := profile{id: id}
	rows, _, err := p.Issues(ctx, store.IssueQuery{ID: id})
	if err != nil {
		return found, err
	}
	if len(rows) == 0 {
		return found, store.NewError(store.CodeNotFound, nil, "This issue was deleted or merged.")
	}
	i := rows[0]
	found.usage = issueUsage(i)
	found.particulars = form.Particulars{Name: i.Name, Colour: i.Colour, Description: i.Description}
	if i.Parent != (store.ID{}) {
		found.particulars.Parent = names.TargetPick{ID: i.Parent}
	}
	return found, nil
}

func (issueSubject) complete(e *form.Particulars, n names.Names) {
	e.Parent.Name = n.Issues[e.Parent.ID].Name
}

// facts are the line under an issue's name.
func (issueSubject) facts(p profile) []string {
	if p.particulars.Parent.Name == "" {
		return nil
	}
	return []string{words.Sentence("part of %s", p.particulars.Parent.Name)}
}

func (issueSubject) fields(set *fieldset) ownFields { return newIssueFields(set) }

func (issueSubject) save(b *store.Batch, id store.ID, before, after form.Particulars) (store.ID, error) {
	return form.SaveIssue(b, id, before, after)
}

// name is what an issue is called.
func (s issueSubject) name(id store.ID) string { return s.desk.Names.Issue(id).Name }

// commands are those for issues alone: there are none.
func (issueSubject) commands(func() (store.ID, bool)) []desk.Command { return nil }
