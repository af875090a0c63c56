package store

import (
	"context"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// About is what an action was about: the one thing that people would name when they speak of it, as it is now.
type About struct {
	Entity    Entity
	ID        ID        // zero: nothing that could be named
	Others    int       // how many things of its kind the action was about besides, as far as was looked
	Gone      bool      // it is deleted, or hidden with what it hangs on
	Name      string    // of what has a name or a title
	Kind      Kind      // of an annotation
	Article   ID        // in which an annotation stands, if that is there; of an article its own
	Span      text.Span // the first that the annotation has in the present text, in code points; empty if there is none
	Words     string    // of an annotation, or of the statement on which it rests: its exact words
	Parties   []string  // of an annotation: whom it names, who says it, or who holds it
	Target    string    // of a position
	Positions int       // that rest on a statement
}

// mostLookedAt is how many changes of an action are looked at to find what it was about: it is among the first.
const mostLookedAt = 200

// About returns what an action was about; the zero About if the project has no such action, or it changed nothing that has a name.
func (p *Project) About(ctx context.Context, action ID) (a About, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		done, err := findAction(s, action)
		if err != nil || done.key == 0 {
			return err
		}
		a, err = aboutAction(s, p.bodies, done)
		return err
	})
	return a, err
}

// aboutAction finds what an action was about. Of the things that it changed, or whose parts it changed, that is the first of the kind
// that its title speaks of, or else the first.
func aboutAction(src sqlite.Source, bodies *bodies, done action) (About, error) {
	entity, kind := done.told().Code.about()
	rows, err := firstRows(src, done.key)
	if err != nil {
		return About{}, err
	}
	var best []rowKey
	fit := 0
	for _, row := range rows {
		of, is, err := namable(src, row, kind)
		if err != nil {
			return About{}, err
		}
		n := 1
		if of.entity == entity {
			n = 2
		}
		if n == 2 && is == kind {
			n = 3
		}
		switch {
		case of == (rowKey{}) || n < fit:
		case n > fit:
			best, fit = []rowKey{of}, n
		case !slices.Contains(best, of):
			best = append(best, of)
		}
	}
	if len(best) == 0 {
		return About{}, nil
	}
	d := describer{historian: newHistorian(src, bodies, ID{})}
	a, err := d.describe(best[0])
	a.Others = len(best) - 1
	return a, err
}

// renew brings what an action was about up to date after it was taken back or brought back. What is gone by that keeps the words in
// which it can be told.
func (a *About) renew(src sqlite.Source, bodies *bodies, done action) error {
	now, err := aboutAction(src, bodies, done)
	if now.Gone {
		a.Gone, a.Article = true, now.Article
	} else {
		*a = now
	}
	return err
}

// firstRows lists the first rows that an action changed.
func firstRows(src sqlite.Source, key int64) (rows []rowKey, err error) {
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var row rowKey
		err := scan((*stringColumn)(&row.entity), (*idColumn)(&row.id))
		if len(rows) == 0 || rows[len(rows)-1] != row {
			rows = append(rows, row)
		}
		return err
	}, `SELECT entity, id FROM change WHERE action = ? ORDER BY rowid LIMIT ?`, key, mostLookedAt)
	return rows, err
}

// namable returns what people name when they speak of a row: itself, or what it belongs to. What was done to a position of a statement
// was done to the statement, if the action is about one. kind is that of an annotation.
func namable(src sqlite.Source, row rowKey, wanted Kind) (of rowKey, kind Kind, err error) {
	t := tableFor(row.entity)
	if t == nil || row.entity == EntityCoder {
		return rowKey{}, "", nil
	}
	f, err := t.get(src, row.id)
	if err != nil || f == nil {
		return rowKey{}, "", err
	}
	if owner := ownerOf(row.entity, f.row); owner != (rowKey{}) {
		return namable(src, owner, wanted)
	}
	switch r := f.row.(type) {
	case *Annotation:
		if r.Kind == KindPosition && wanted == KindStatement && r.Statement != (ID{}) {
			return namable(src, rowKey{EntityAnnotation, r.Statement}, "")
		}
		return row, r.Kind, nil
	case *Article, *Actor, *Issue, *Tag, *Report:
		return row, "", nil
	}
	return rowKey{}, "", nil
}

// describer says what things are, be they deleted or not.
type describer struct{ *historian }

func (d describer) describe(row rowKey) (a About, err error) {
	if row.id, err = d.mergedInto(row); err != nil {
		return a, err
	}
	f, err := tableFor(row.entity).get(d.src, row.id)
	if err != nil || f == nil {
		return a, err
	}
	a = About{Entity: row.entity, ID: row.id, Gone: !f.live()}
	annotation, ok := f.row.(*Annotation)
	if !ok {
		if row.entity == EntityArticle {
			a.Article = row.id
		}
		a.Name, err = d.name(row)
		return a, err
	}
	return a, d.annotation(&a, annotation)
}

// mergedInto returns what a row was merged into, be it several times; the row itself if it was not.
func (d describer) mergedInto(row rowKey) (id ID, err error) {
	if !isMergeable(row.entity) {
		return row.id, nil
	}
	found, err := sqlite.One(d.src, []any{(*idColumn)(&id)}, `SELECT canonical FROM `+tableFor(row.entity).name()+` WHERE id = ?`, row.id[:])
	if !found {
		id = row.id
	}
	return id, err
}

// annotation fills in what an annotation is. A position takes words and holders from the statement on which it rests until it has its own.
func (d describer) annotation(a *About, r *Annotation) error {
	a.Kind = r.Kind
	article, err := d.mergedInto(rowKey{EntityArticle, r.Article})
	if err != nil {
		return err
	}
	a.Article = article
	anchor, role := r.Anchor, RoleSpeaker
	if r.Kind == KindPosition {
		role = RoleHolder
	}
	if a.Parties, err = d.parties(r, role); err != nil {
		return err
	}
	if r.Kind == KindPosition {
		if a.Target, err = d.target(r.Target); err != nil {
			return err
		}
		if statement, err := d.statement(r); err != nil || statement == nil {
			return err
		} else if anchor.IsZero() {
			anchor = statement.Anchor
		}
	}
	if r.Kind == KindStatement {
		if a.Positions, err = sqlite.Number(d.src, `SELECT count(*) FROM annotation WHERE statement = ? AND deleted = 0`, r.ID[:]); err != nil {
			return err
		}
	}
	a.Words = anchor.Exact()
	return d.place(a, anchor)
}

// statement returns the statement on which a position rests; nil if there is none.
func (d describer) statement(r *Annotation) (*Annotation, error) {
	if r.Statement == (ID{}) {
		return nil, nil //nolint:nilnil // as the comment says
	}
	f, err := tableFor(EntityAnnotation).get(d.src, r.Statement)
	if err != nil || f == nil {
		return nil, err
	}
	return f.row.(*Annotation), nil
}

// place fills in where an annotation stands, and whether that is to be seen.
func (d describer) place(a *About, anchor text.Anchor) error {
	f, err := tableFor(EntityArticle).get(d.src, a.Article)
	if err != nil || f == nil {
		return err
	}
	if !f.live() {
		a.Article, a.Gone = ID{}, true
		return nil
	}
	if len(anchor.Quotes) > 0 && anchor.Body == f.row.(*Article).Body {
		a.Span = anchor.Quotes[0].Span
	}
	return nil
}

// parties are the names, or the words, of who has a part in an annotation.
func (d describer) parties(r *Annotation, role Role) (names []string, err error) {
	if r.Kind == KindMention {
		name, err := d.canonicalName(rowKey{EntityActor, r.Actor})
		return []string{name}, err
	}
	list, err := participantsOf(d.src, r.ID)
	if err != nil {
		return nil, err
	}
	for _, p := range list {
		if p.Role != role {
			continue
		}
		name := p.Words
		if p.Actor != (ID{}) {
			if name, err = d.canonicalName(rowKey{EntityActor, p.Actor}); err != nil {
				return nil, err
			}
		}
		names = append(names, name)
	}
	if len(names) > 0 || role != RoleHolder {
		return names, nil
	}
	statement, err := d.statement(r)
	if err != nil || statement == nil {
		return nil, err
	}
	return d.parties(statement, RoleSpeaker)
}

// target names what a position is on; "" if that is not set.
func (d describer) target(t Target) (string, error) {
	if t.Issue != (ID{}) {
		return d.canonicalName(rowKey{EntityIssue, t.Issue})
	}
	return d.canonicalName(rowKey{EntityActor, t.Actor})
}

// canonicalName is the name of what stands for a row; "" for none.
func (d describer) canonicalName(row rowKey) (string, error) {
	if row.id == (ID{}) {
		return "", nil
	}
	id, err := d.mergedInto(row)
	if err != nil {
		return "", err
	}
	return d.name(rowKey{row.entity, id})
}

// about returns what a title speaks of: an entity, and of annotations the kind. Both are "" for what may be anything.
func (c TitleCode) about() (Entity, Kind) {
	_, kind, _ := strings.Cut(string(c), "_")
	switch Kind(kind) {
	case KindHighlight, KindMention, KindStatement, KindPosition:
		return EntityAnnotation, Kind(kind)
	}
	f, _ := c.form()
	if f.about == EntityAnnotation {
		return f.about, KindMention
	}
	return f.about, ""
}
