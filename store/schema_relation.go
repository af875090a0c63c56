package store

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// relation is a field of one entity that names a row of another. What it means is said once, in the tag `of` of the struct
// field: the entity that it names and how the row is tied to that one. Whatever follows rows along what they name (deriving,
// purging, merging, the history) asks here.
type relation struct {
	from   *table // whose field it is
	field  string // its name in the journal
	column string // in the folded table
	index  []int  // of the struct field
	to     Entity // what it names; "" where another field of the row says so, as a note's does
	tie    tie
}

// tie is how a row is tied to the one that it names.
type tie string

const (
	refers tie = ""       // it names it, and makes sense without it: the organisation of an affiliation
	ends   tie = "ends"   // it makes no sense without it for as long as it names it: the actor of a mention
	home   tie = "home"   // it stands in it for good, as an annotation does in its article
	owner  tie = "owner"  // it belongs to it for good, and is told of with it: an alias of an actor
	merged tie = "merged" // the other stands for it
)

// Relations in the order of the tables and their fields, and what follows from them.
var (
	relations = relationsIn(tables)

	// Those of an entity's own fields, and those by which others may name its rows, but for merges.
	relationsOf = byEntity(func(e Entity, r relation) bool { return r.from.entity == e })
	relationsTo = byEntity(func(e Entity, r relation) bool { return r.tie != merged && r.mayName(e) })

	// Those by which annotations name the rows of an entity, those of the rows that belong to annotations alone, and those by which an
	// annotation rests on another, as a position does on its statement.
	annotationsNaming = allNamings()
	annotationMembers = ownedBy(EntityAnnotation)
	restings          = between(EntityAnnotation, ends)
)

// relationsIn gathers the relations of tables. It panics where a field names a row and does not say of which entity, or names rows
// in a way that no relation follows.
func relationsIn(tables []*table) []relation {
	var all []relation
	for _, t := range tables {
		for _, f := range t.fields {
			of := t.typ.Field(f.index)
			switch of.Type {
			case typeID:
				all = append(all, newRelation(t, f.name, f.columns[0].name, of))
			case typeTarget:
				for i := range typeTarget.NumField() {
					r := newRelation(t, f.name, f.columns[i].name, typeTarget.Field(i))
					r.index = []int{f.index, i}
					all = append(all, r)
				}
			default:
				if holdsID(of.Type) {
					panic(fmt.Sprintf("the field %s of %s names rows, but is no ID: what it names would not be followed", f.name, t.entity))
				}
			}
		}
	}
	return all
}

// holdsID reports whether a value of the type can hold the ID of a row.
func holdsID(t reflect.Type) bool {
	if t == typeID {
		return true
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return holdsID(t.Elem())
	case reflect.Map:
		return holdsID(t.Key()) || holdsID(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if holdsID(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}

func byEntity(has func(Entity, relation) bool) map[Entity][]relation {
	lists := map[Entity][]relation{}
	for _, t := range tables {
		for _, r := range relations {
			if has(t.entity, r) {
				lists[t.entity] = append(lists[t.entity], r)
			}
		}
	}
	return lists
}

// between returns the relations between rows of one entity with a tie.
func between(e Entity, how tie) (list []relation) {
	for _, r := range relationsOf[e] {
		if r.to == e && r.tie == how {
			list = append(list, r)
		}
	}
	return list
}

// ownedBy returns the relations of the rows that belong to rows of the entity and of no other.
func ownedBy(e Entity) (list []relation) {
	for _, r := range relations {
		if r.to == e && r.tie == owner {
			list = append(list, r)
		}
	}
	return list
}

func newRelation(t *table, field, column string, of reflect.StructField) relation {
	to, how, _ := strings.Cut(of.Tag.Get("of"), ",")
	r := relation{from: t, field: field, column: column, index: of.Index, to: Entity(to), tie: tie(how)}
	switch {
	case to == "":
		panic(fmt.Sprintf("the field %s of %s names a row, and its tag does not say of which entity", field, t.entity))
	case to == "any":
		r.to = ""
	case tableFor(r.to) == nil:
		panic(fmt.Sprintf("the field %s of %s is said to name a row of %q, which is no entity", field, t.entity, to))
	}
	if !slices.Contains([]tie{refers, ends, home, owner, merged}, r.tie) {
		panic(fmt.Sprintf("the field %s of %s is tied by %q, which is no tie", field, t.entity, how))
	}
	return r
}

// names returns the row that a row names by the relation; the zero key if it names none.
func (r relation) names(row any) rowKey {
	v := reflect.ValueOf(row).Elem()
	id := v.FieldByIndex(r.index).Interface().(ID)
	if id == (ID{}) {
		return rowKey{}
	}
	if n, ok := row.(*Note); ok && r.to == "" {
		return rowKey{n.On, id}
	}
	return rowKey{r.to, id}
}

// set has the row that row points to name another by the relation.
func (r relation) set(row any, to ID) {
	reflect.ValueOf(row).Elem().FieldByIndex(r.index).Set(reflect.ValueOf(to))
}

// isParent reports whether the relation puts a row below another of its kind, in a tree.
func (r relation) isParent() bool { return r.tie == refers && r.to == r.from.entity }

// isEdge reports whether rows and those that they name by the relation are a graph of one kind of rows, which must have no circle.
func (r relation) isEdge() bool { return r.tie == merged || r.isParent() }

// endsFor reports whether the row goes for good when what it names does.
func (r relation) endsFor() bool { return r.tie == home || r.tie == owner }

// mayName reports whether the relation can name a row of the entity.
func (r relation) mayName(e Entity) bool {
	return r.to == e || r.to == "" && slices.Contains(noted, e)
}

// firstRelation returns the first relation of an entity's own fields that is as asked; false if none is.
func firstRelation(e Entity, is func(relation) bool) (relation, bool) {
	i := slices.IndexFunc(relationsOf[e], is)
	if i < 0 {
		return relation{}, false
	}
	return relationsOf[e][i], true
}

// ownerRelation returns the relation that says to whom an entity's rows belong; false for an entity whose rows belong to none.
func ownerRelation(e Entity) (relation, bool) {
	return firstRelation(e, func(r relation) bool { return r.tie == owner })
}

// mergeRelation returns the relation that says into what an entity's rows were merged; false for an entity whose rows cannot be.
func mergeRelation(e Entity) (relation, bool) {
	return firstRelation(e, func(r relation) bool { return r.tie == merged })
}

// parentRelation returns the relation that puts an entity's rows below others; false for an entity whose rows are no tree.
func parentRelation(e Entity) (relation, bool) { return firstRelation(e, relation.isParent) }

// isMergeable reports whether rows of the entity can be merged.
func isMergeable(e Entity) bool {
	_, ok := mergeRelation(e)
	return ok
}

// noted are the entities on which there can be notes.
var noted = []Entity{EntityArticle, EntityActor, EntityIssue, EntityAnnotation}

// query returns the query for the ids of the rows that name the row ?1 by the relation.
func (r relation) query() string {
	return `SELECT id FROM ` + r.from.name() + ` WHERE "` + r.column + `" = ?1`
}

// namingAny returns the query for the ids of the rows that name one of several rows by the relation; list has the ids or their places.
func (r relation) namingAny(list string) string {
	return `SELECT id FROM ` + r.from.name() + ` WHERE "` + r.column + `" IN (` + list + `)`
}

// namedByAny returns the query for the ids of the rows that several rows name by the relation.
func (r relation) namedByAny(list string) string {
	return `SELECT "` + r.column + `" FROM ` + r.from.name() + ` WHERE id IN (` + list + `) AND "` + r.column + `" IS NOT NULL`
}

// ownerOf returns the row to which a row belongs; none for rows that stand alone.
func ownerOf(e Entity, row any) rowKey {
	if r, ok := ownerRelation(e); ok {
		return r.names(row)
	}
	return rowKey{}
}

// naming is a way in which annotations, or what belongs to them, name a row.
type naming struct {
	relation
	annotation string // the column with the annotation's id
}

func allNamings() map[Entity][]naming {
	all := map[Entity][]naming{}
	for e, list := range relationsTo {
		for _, r := range list {
			if r.from.entity == EntityAnnotation {
				all[e] = append(all[e], naming{r, "id"})
			} else if o, ok := ownerRelation(r.from.entity); ok && o.to == EntityAnnotation && r.column != o.column {
				all[e] = append(all[e], naming{r, o.column})
			}
		}
	}
	return all
}

// query returns the query for the ids of the annotations that name the row ?1.
func (n naming) query() string {
	return `SELECT "` + n.annotation + `" FROM ` + n.from.name() + ` WHERE "` + n.column + `" = ?1`
}
