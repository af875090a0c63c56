package command

import (
	"context"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// standingFlags say which positions count, and how.
type standingFlags struct {
	From        store.Date `placeholder:"DATE" help:"Only positions of this day, month or year, or later."`
	To          store.Date `placeholder:"DATE" help:"Only positions of this day, month or year, or earlier."`
	Source      []string   `placeholder:"OUTLET" sep:"none" help:"Only from this outlet; this and the next ones may be given several times."`
	Actor       []string   `placeholder:"NAME" sep:"none" help:"Only of this holder."`
	Kind        []string   `enum:"person,organisation,state,group" placeholder:"KIND" sep:"none" help:"Only of holders of this kind."`
	Issue       []string   `placeholder:"NAME" sep:"none" help:"Only on this issue."`
	Tag         string     `placeholder:"NAME" help:"Only positions with this tag."`
	By          []string   `placeholder:"NAME" sep:"none" help:"Only what this coder recorded."`
	Status      []string   `enum:"unread,in_progress,coded,reviewed" placeholder:"STATUS" sep:"none" help:"Only from articles of this status."`
	AccordingTo string     `enum:"yes,no,only" default:"yes" help:"With positions that somebody else told of: ${enum}."`
	Conditional string     `enum:"whole,half,apart,none" default:"whole" help:"How positions under a condition count: ${enum}."`
	Level       string     `enum:"recorded,affiliation" default:"recorded" help:"For whom positions of persons count: ${enum}."`
}

// filter returns what the flags ask.
func (f standingFlags) filter(ctx context.Context, p *store.Project) (asked discourse.Filter, err error) {
	asked = discourse.Filter{
		Outlets: f.Source, AccordingTo: discourse.AccordingTo(f.AccordingTo), Conditional: discourse.Conditional(f.Conditional),
		Level: discourse.Level(f.Level),
	}
	if asked.From, err = store.ParseDate(string(f.From)); err != nil {
		return asked, err
	}
	if asked.To, err = store.ParseDate(string(f.To)); err != nil {
		return asked, err
	}
	for _, kind := range f.Kind {
		asked.Kinds = append(asked.Kinds, store.ActorKind(kind))
	}
	for _, status := range f.Status {
		asked.Statuses = append(asked.Statuses, store.Status(strings.Replace(status, "unread", "", 1)))
	}
	for _, named := range []struct {
		e     store.Entity
		given []string
		into  *[]store.ID
	}{{store.EntityActor, f.Actor, &asked.Actors}, {store.EntityIssue, f.Issue, &asked.Issues}, {store.EntityCoder, f.By, &asked.Coders}} {
		if *named.into, err = allCalled(ctx, p, named.e, named.given); err != nil {
			return asked, usageError{err}
		}
	}
	if f.Tag != "" {
		tag, err := called(ctx, p, store.EntityTag, f.Tag)
		if err != nil {
			return asked, usageError{err}
		}
		if asked.Tagged, err = discourse.TaggedPositions(ctx, p, tag); err != nil {
			return asked, err
		}
	}
	return asked, asked.Check()
}

// rows returns the positions that pass the flags, and says so if there are none.
func (f standingFlags) rows(e *environment, p *store.Project) (discourse.Rows, error) {
	asked, err := f.filter(e.ctx, p)
	if err != nil {
		return discourse.Rows{}, err
	}
	h, err := p.Holdings(e.ctx)
	if err != nil {
		return discourse.Rows{}, err
	}
	rows := asked.Select(h)
	if len(rows.List) == 0 {
		e.say("No position counts: record some, or ask for more with other flags.")
	}
	return rows, nil
}
