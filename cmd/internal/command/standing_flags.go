package command

import (
	"context"
	"slices"
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
	Duplicates  string     `enum:"all,article,day,week,month,year" default:"all" help:"Within what equal positions count once: ${enum}."`
	Level       string     `enum:"recorded,affiliation" default:"recorded" help:"For whom positions of persons count: ${enum}."`
	Stances     string     `default:"support=1,oppose=-1,neutral=0" placeholder:"NUMBERS" help:"What stances count as; left out if not named."`
}

// filter returns what the flags ask.
func (f standingFlags) filter(ctx context.Context, p *store.Project) (asked discourse.Filter, err error) {
	asked = discourse.Filter{
		Outlets: f.Source, AccordingTo: discourse.AccordingTo(f.AccordingTo), Conditional: discourse.Conditional(f.Conditional),
		Duplicates: discourse.Duplicates(f.Duplicates), Level: discourse.Level(f.Level),
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

// counted returns the positions that pass the flags, with their values.
func (f standingFlags) counted(ctx context.Context, p *store.Project) (discourse.Rows, []discourse.Valued, error) {
	values, err := discourse.ParseValues(f.Stances)
	if err != nil {
		return discourse.Rows{}, nil, usageError{err}
	}
	asked, err := f.filter(ctx, p)
	if err != nil {
		return discourse.Rows{}, nil, err
	}
	h, err := p.Holdings(ctx)
	if err != nil {
		return discourse.Rows{}, nil, err
	}
	rows := asked.Select(h)
	return rows, slices.Clip(rows.Value(values, asked.Duplicates)), nil
}
