package daytest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"standpoint/app/names"
	"standpoint/store"
)

// Record is all that is in a project, a line for each thing, in order.
func Record(ctx context.Context, p *store.Project) ([]string, error) {
	all, err := names.Load(ctx, p)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, i := range all.Issues {
		lines = append(lines, "issue "+i.Name)
	}
	actors, _, err := p.Actors(ctx, store.ActorQuery{})
	if err != nil {
		return nil, err
	}
	for _, a := range actors {
		lines = append(lines, actorLine(all, a))
	}
	articles, total, err := p.Articles(ctx, store.ArticleQuery{})
	if err != nil {
		return nil, err
	}
	lines = append(lines, fmt.Sprintf("articles: %d", total))
	for _, a := range articles {
		lines = append(lines, "article "+a.Title+", "+cmp.Or(string(a.Status), "unread"))
		annotations, err := p.Annotations(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range annotations {
			lines = append(lines, annotationLine(all, a))
		}
	}
	slices.Sort(lines)
	return lines, nil
}

func actorLine(all names.Names, a store.ActorRow) string {
	line := "actor " + a.Name + ", " + string(a.Kind)
	if len(a.Aliases) > 0 {
		line += ", also " + strings.Join(a.Aliases, ", ")
	}
	if a.Affiliation != nil {
		line += fmt.Sprintf(", %s of %s", a.Affiliation.Role, all.Actor(a.Affiliation.Organisation).Name)
	}
	return line
}

func annotationLine(all names.Names, a store.Annotation) string {
	line := string(a.Kind)
	if exact := strings.Trim(a.Anchor.Exact(), "“”"); exact != "" {
		line += " “" + exact + "”"
	}
	switch a.Kind {
	case store.KindMention:
		line += ": " + all.Actor(a.Actor).Name
	case store.KindStatement:
		line += fmt.Sprintf(": %s, %s", a.Act, a.Quotation)
	case store.KindPosition:
		line += fmt.Sprintf(" %s %s", cmp.Or(string(a.Stance), "no stance on"), all.Target(a.Target))
	}
	if a.Condition != "" {
		line += " if " + a.Condition
	}
	for _, p := range a.Participants {
		line += fmt.Sprintf(", %s %s", p.Role, cmp.Or(all.Actor(p.Actor).Name, "“"+p.Words+"”"))
	}
	if cue := a.Cue.Exact(); cue != "" {
		line += ", by “" + cue + "”"
	}
	if a.On != "" {
		line += ", on " + string(a.On)
	}
	if a.Statement != (store.ID{}) {
		line += ", on a statement"
	}
	return line
}
