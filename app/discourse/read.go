package discourse

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// ParseValues reads what stances count as, such as "support=1,oppose=-1,neutral=0". A stance that is not named is left out.
func ParseValues(s string) (Values, error) {
	known := []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear}
	values := Values{}
	for part := range strings.SplitSeq(s, ",") {
		name, number, _ := strings.Cut(part, "=")
		stance := store.Stance(strings.TrimSpace(name))
		value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		_, twice := values[stance]
		switch {
		case !slices.Contains(known, stance):
			return nil, say.Errorf("“%s” is no stance. Write support, oppose, neutral or unclear with a number: support=1,oppose=-1.", stance)
		case err != nil || value-value != 0:
			return nil, say.Errorf("“%s” is not a number for %s. Write one behind the equals sign: support=1,oppose=-1.", number, stance)
		case twice:
			return nil, say.Errorf("%s has two numbers. Give it one.", stance)
		}
		values[stance] = value
	}
	return values, nil
}

// Standing returns what stands now for each of the actors, issues, tags and coders that the filter asks for: itself, or what it was merged
// into. Of those that are deleted nothing does.
func (f Filter) Standing(ctx context.Context, p *store.Project) (map[store.ID]store.ID, error) {
	all := map[store.ID]store.ID{}
	for _, of := range []struct {
		entity store.Entity
		ids    []store.ID
	}{
		{store.EntityActor, f.Actors}, {store.EntityIssue, f.Issues}, {store.EntityTag, f.Tags}, {store.EntityCoder, f.Coders},
	} {
		if len(of.ids) == 0 {
			continue
		}
		standing, err := p.Standing(ctx, of.entity, of.ids)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, standing)
	}
	return all, nil
}

// With returns the filter with what stands for the rows that it asks for, each once. Those of which nothing is said stay.
func (f Filter) With(standing map[store.ID]store.ID) Filter {
	for _, ids := range []*[]store.ID{&f.Actors, &f.Issues, &f.Tags, &f.Coders} {
		var now []store.ID
		for _, id := range *ids {
			if by, is := standing[id]; is {
				id = by
			}
			if !slices.Contains(now, id) {
				now = append(now, id)
			}
		}
		*ids = now
	}
	return f
}

// Reading returns the filter with the positions on which one of its tags is: their own, their statement's or their article's.
func (f Filter) Reading(ctx context.Context, p *store.Project) (Filter, error) {
	f.Tagged = nil
	if len(f.Tags) > 0 {
		f.Tagged = map[store.ID]bool{}
	}
	for _, tag := range f.Tags {
		list, err := p.PositionIDs(ctx, store.PositionQuery{Tag: tag})
		if err != nil {
			return f, err
		}
		for _, id := range list {
			f.Tagged[id] = true
		}
	}
	return f, nil
}

// Quotes reads the exact words of positions.
func Quotes(ctx context.Context, p *store.Project, positions []store.ID) (map[store.ID]string, error) {
	words, _, err := Told(ctx, p, positions)
	return words, err
}

// Told reads the exact words of positions, and who reported them where somebody did.
func Told(ctx context.Context, p *store.Project, positions []store.ID) (words, carriers map[store.ID]string, err error) {
	recorded, err := Recorded(ctx, p, positions)
	words, carriers = make(map[store.ID]string, len(positions)), map[store.ID]string{}
	for id, position := range recorded {
		words[id] = position.Quote
		var names []string
		for _, c := range position.Carriers {
			names = append(names, c.Label())
		}
		if len(names) > 0 {
			carriers[id] = strings.Join(names, ", ")
		}
	}
	return words, carriers, err
}

// Recorded reads positions as they are recorded; those that are not there any more are left out.
func Recorded(ctx context.Context, p *store.Project, positions []store.ID) (map[store.ID]store.PositionRow, error) {
	in, err := p.RecordedAmong(ctx, positions)
	of := make(map[store.ID]store.PositionRow, len(positions))
	for _, recorded := range in {
		for _, position := range recorded.Positions {
			of[position.ID] = position
		}
	}
	return of, err
}
