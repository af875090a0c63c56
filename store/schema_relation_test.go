package store

import (
	"fmt"
	"strings"
	"testing"
)

// What goes with what, and what is told with what, follows from this table alone.
func TestRelationsAreThese(t *testing.T) {
	const want = `
article.merged_into   merged  article
actor.merged_into     merged  actor
alias.actor           owner   actor
affiliation.actor     owner   actor
affiliation.organisation      actor
external_id.actor     owner   actor
issue.parent                  issue
issue.merged_into     merged  issue
tag.parent                    tag
tag.merged_into       merged  tag
annotation.article    home    article
annotation.actor      ends    actor
annotation.statement  ends    annotation
annotation.target_issue       issue
annotation.target_actor       actor
participant.annotation owner  annotation
participant.actor             actor
tagging.annotation    owner   annotation
tagging.tag           ends    tag
note.subject          owner   any
note.coder                    coder
coder.merged_into     merged  coder
collected.collection  owner   collection
collected.article     ends    article
`
	var got strings.Builder
	for _, r := range relations {
		to := string(r.to)
		if to == "" {
			to = "any"
		}
		fmt.Fprintf(&got, "%s.%s %s %s\n", r.from.entity, r.column, r.tie, to)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if squeeze(got.String()) != squeeze(want) {
		t.Errorf("relations are\n%s\nwant\n%s", got.String(), want)
	}
}

func TestWhatFollowsFromTheRelationsIsThis(t *testing.T) {
	var mergeable, trees, members, resting []string
	for _, of := range tables {
		if isMergeable(of.entity) {
			mergeable = append(mergeable, string(of.entity))
		}
		if _, isTree := parentRelation(of.entity); isTree {
			trees = append(trees, string(of.entity))
		}
	}
	for _, r := range annotationMembers {
		members = append(members, string(r.from.entity))
	}
	for _, r := range restings {
		resting = append(resting, r.column)
	}
	for what, lists := range map[string][2]string{
		"can be merged":         {"article actor issue tag coder", strings.Join(mergeable, " ")},
		"are trees":             {"issue tag", strings.Join(trees, " ")},
		"belong to annotations": {"participant tagging", strings.Join(members, " ")},
		"rest on another":       {"statement", strings.Join(resting, " ")},
		"name a text by hash":   {"body", strings.Join(hashFields, " ")},
		"stand on a text":       {"anchor cue", strings.Join(anchorFields, " ")},
		"are of such entities":  {"'article', 'annotation'", withTexts},
	} {
		if lists[0] != lists[1] {
			t.Errorf("%s: %q, want %q", what, lists[1], lists[0])
		}
	}
}

func TestAFieldThatNamesARowMustSayOfWhichEntity(t *testing.T) {
	type silent struct {
		ID    ID
		Actor ID `field:"actor"`
	}
	defer func() {
		if recover() == nil {
			t.Error("a field that names a row is taken without its relation")
		}
	}()
	relationsIn([]*table{tableOf[silent]("silent", nil)})
}
