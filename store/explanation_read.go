package store

import (
	"context"
	"encoding/json"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// Explanations lists what is explained of positions that are there, in the order in which it was first written. Whether it still holds is
// not said: Holdings know. What is not readable, because it is of a later version, is left out.
func (p *Project) Explanations(ctx context.Context) (list []Explanation, err error) {
	var read []explained
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		read, err = explanationsIn(s)
		return err
	})
	for _, e := range read {
		if e.isReadable {
			list = append(list, e.Explanation)
		}
	}
	return list, err
}

// explained is an explanation with the exact words that its positions have now.
type explained struct {
	Explanation

	earlierWords, laterWords string
	isReadable               bool
}

// explanationsIn reads what is explained of positions that are shown, by when it was first written.
func explanationsIn(src sqlite.Source) (list []explained, err error) {
	t := tableFor(EntityExplanation)
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var row explanation
		var at int64
		var earlier, later struct{ own, said text.Anchor }
		err := scan(append(t.destinations(&row), (*idColumn)(&row.Coder), &at, (*anchorColumn)(&earlier.own), (*anchorColumn)(&earlier.said),
			(*anchorColumn)(&later.own), (*anchorColumn)(&later.said))...)
		e := explained{
			Explanation: Explanation{
				Earlier: row.Earlier, Later: row.Later, Coder: row.Coder, Note: row.Note, At: journal.Clock(at).Time(),
			},
			earlierWords: wordsOf(earlier.own, earlier.said), laterWords: wordsOf(later.own, later.said),
		}
		e.isReadable = json.Unmarshal([]byte(row.EarlierHeld), &e.EarlierHeld) == nil &&
			json.Unmarshal([]byte(row.LaterHeld), &e.LaterHeld) == nil
		list = append(list, e)
		return err
	}, `SELECT `+t.selection("e")+`, coalesce(k.canonical, e.coder),
			(SELECT max(c.clock) FROM change c WHERE c.entity = '`+string(EntityExplanation)+`' AND c.id = e.id),
			x.anchor, xs.anchor, y.anchor, ys.anchor
		FROM explanation e JOIN annotation x ON x.id = e.earlier AND x.shown_in IS NOT NULL
		JOIN annotation y ON y.id = e.later AND y.shown_in IS NOT NULL
		LEFT JOIN annotation xs ON xs.id = x.statement AND xs.shown_in IS NOT NULL
		LEFT JOIN annotation ys ON ys.id = y.statement AND ys.shown_in IS NOT NULL
		LEFT JOIN coder k ON k.id = e.coder WHERE e.deleted = 0 ORDER BY e.created, e.id`)
	return list, err
}

// wordsOf are the exact words of a position: its own, else those of its statement.
func wordsOf(own, said text.Anchor) string {
	if own.IsZero() {
		return said.Exact()
	}
	return own.Exact()
}

// pair is two positions between which a change lies, whichever comes first: that of two on one day may turn with an edit of the text.
type pair [2]ID

func pairOf(one, other ID) pair {
	if compareIDs(one, other) > 0 {
		one, other = other, one
	}
	return pair{one, other}
}

// Explained returns what has been explained of the change between two positions, in the order in which it was first written, also what
// does not hold any more.
func (h *Holdings) Explained(one, other ID) []Explanation { return h.explained[pairOf(one, other)] }

// IsExplained reports whether somebody has explained the change between two positions as they are.
func (h *Holdings) IsExplained(one, other ID) bool {
	return slices.ContainsFunc(h.Explained(one, other), func(e Explanation) bool { return len(e.Changed) == 0 })
}

// explained reads what is explained of the positions, and says what of it does not hold any more.
func (r *holdingsReader) explained() error {
	r.h.explained = nil
	list, err := explanationsIn(r.s)
	if err != nil || len(list) == 0 {
		return err
	}
	stands, err := r.standing(list)
	if err != nil {
		return err
	}
	at := map[ID]int{} // of the positions that are explained
	for _, e := range list {
		at[e.Earlier], at[e.Later] = -1, -1
	}
	for i := range r.h.Positions {
		if _, is := at[r.h.Positions[i].ID]; is {
			at[r.h.Positions[i].ID] = i
		}
	}
	r.h.explained = map[pair][]Explanation{}
	for _, e := range list {
		earlier, later := at[e.Earlier], at[e.Later]
		if earlier < 0 || later < 0 { // one is on an actor by now
			continue
		}
		for _, side := range [...]struct {
			was Held
			now Held
		}{
			{e.EarlierHeld, r.h.Positions[earlier].Held(e.earlierWords)}, {e.LaterHeld, r.h.Positions[later].Held(e.laterWords)},
		} {
			for _, part := range side.was.changed(side.now, stands) {
				if !slices.Contains(e.Changed, part) {
					e.Changed = append(e.Changed, part)
				}
			}
		}
		key := pairOf(e.Earlier, e.Later)
		r.h.explained[key] = append(r.h.explained[key], e.Explanation)
	}
	return nil
}

// standing returns what says which actor or issue stands for one that explained positions named: for one that was merged since, another.
func (r *holdingsReader) standing(list []explained) (func(ID) ID, error) {
	stands := map[ID]ID{}
	for e, shown := range map[Entity]map[ID]Name{EntityActor: r.h.Actors, EntityIssue: r.h.Issues} {
		var gone []ID
		for _, x := range list {
			for _, held := range []Held{x.EarlierHeld, x.LaterHeld} {
				named := held.Holders
				if e == EntityIssue {
					named = []ID{held.Issue}
				}
				for _, id := range named {
					if _, is := shown[id]; !is && !slices.Contains(gone, id) {
						gone = append(gone, id)
					}
				}
			}
		}
		err := sqlite.EachPortion(gone, func(in string, args []any) error {
			return sqlite.Each(r.s, func(scan func(...any) error) error {
				var id, canonical ID
				err := scan((*idColumn)(&id), (*idColumn)(&canonical))
				stands[id] = canonical
				return err
			}, `SELECT id, canonical FROM `+tableFor(e).name()+` WHERE id IN (`+in+`)`, args...)
		})
		if err != nil {
			return nil, err
		}
	}
	return func(id ID) ID {
		if other, merged := stands[id]; merged {
			return other
		}
		return id
	}, nil
}
