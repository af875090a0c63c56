package command

import (
	"context"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// standingFlags say which positions count, and how.
type standingFlags struct {
	Kept        string     `name:"filter" placeholder:"NAME" help:"What was saved under a name; other flags are instead of what it asks."`
	From        store.Date `placeholder:"DATE" help:"Only positions of this day, month or year, or later."`
	To          store.Date `placeholder:"DATE" help:"Only positions of this day, month or year, or earlier."`
	Source      []string   `placeholder:"OUTLET" sep:"none" help:"Only from this outlet; this and the next ones may be given several times."`
	Actor       []string   `placeholder:"NAME" sep:"none" help:"Only of this holder."`
	Kind        []string   `enum:"person,organisation,state,group" placeholder:"KIND" sep:"none" help:"Only of holders of this kind."`
	Issue       []string   `placeholder:"NAME" sep:"none" help:"Only on this issue."`
	Tag         []string   `placeholder:"NAME" sep:"none" help:"Only positions with this tag."`
	By          []string   `placeholder:"NAME" sep:"none" help:"Only what this coder recorded."`
	Status      []string   `enum:"unread,in_progress,coded,reviewed" placeholder:"STATUS" sep:"none" help:"Only from articles of this status."`
	AccordingTo string     `enum:",yes,no,only" default:"" placeholder:"WAY" help:"What others told: yes, no, only."`
	Conditional string     `enum:",whole,half,apart,none" default:"" placeholder:"WAY" help:"Under a condition: whole, half, apart, none."`
	Duplicates  string     `enum:",all,article,day,week,month,year" default:"" placeholder:"IN" help:"Once in an article, day, …; all."`
	Level       string     `enum:",recorded,affiliation" default:"" placeholder:"LEVEL" help:"For whom persons count: recorded, affiliation."`
}

// filter returns what the flags ask.
func (f standingFlags) filter(ctx context.Context, p *store.Project) (asked discourse.Filter, err error) {
	if f.Kept != "" {
		if asked, err = savedFilter(ctx, p, f.Kept); err != nil {
			return asked, usageError{err}
		}
	}
	for _, day := range []struct {
		given store.Date
		into  *store.Date
	}{{f.From, &asked.From}, {f.To, &asked.To}} {
		date, err := store.ParseDate(string(day.given))
		if err != nil {
			return asked, err
		}
		set(day.into, date)
	}
	set(&asked.AccordingTo, discourse.AccordingTo(f.AccordingTo))
	set(&asked.Conditional, discourse.Conditional(f.Conditional))
	set(&asked.Duplicates, discourse.Duplicates(f.Duplicates))
	set(&asked.Level, discourse.Level(f.Level))
	setList(&asked.Outlets, f.Source, func(outlet string) string { return outlet })
	setList(&asked.Kinds, f.Kind, func(kind string) store.ActorKind { return store.ActorKind(kind) })
	setList(&asked.Statuses, f.Status, func(status string) store.Status { return store.Status(strings.Replace(status, "unread", "", 1)) })
	for _, named := range []struct {
		e     store.Entity
		given []string
		into  *[]store.ID
	}{
		{store.EntityActor, f.Actor, &asked.Actors},
		{store.EntityIssue, f.Issue, &asked.Issues},
		{store.EntityTag, f.Tag, &asked.Tags},
		{store.EntityCoder, f.By, &asked.Coders},
	} {
		ids, err := allCalled(ctx, p, named.e, named.given)
		if err != nil {
			return asked, usageError{err}
		}
		setList(named.into, ids, func(id store.ID) store.ID { return id })
	}
	if err := asked.Check(); err != nil {
		return asked, err
	}
	return asked.Reading(ctx, p)
}

// setList sets several values, if any are given.
func setList[T, G any](into *[]T, given []G, value func(G) T) {
	if len(given) == 0 {
		return
	}
	*into = nil
	for _, g := range given {
		*into = append(*into, value(g))
	}
}

// savedFilter returns what was saved under a name, whatever its case.
func savedFilter(ctx context.Context, p *store.Project, name string) (discourse.Filter, error) {
	list, err := p.SavedFilters(ctx)
	if err != nil {
		return discourse.Filter{}, err
	}
	i := slices.IndexFunc(list, func(f store.SavedFilter) bool { return text.Fold(f.Name) == text.Fold(name) })
	if i < 0 {
		return discourse.Filter{}, say.Errorf("There is no saved filter “%s”. List them with “list PROJECT filters”.", name)
	}
	return discourse.ReadKept(ctx, p, list[i])
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
