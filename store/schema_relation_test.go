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
article_tag.article   owner   article
article_tag.tag       ends    tag
note.subject          owner   any
note.coder                    coder
coder.merged_into     merged  coder
collected.collection  owner   collection
collected.article     ends    article
report_item.report    owner   report
report_item.of                annotation
report_item.about_issue       issue
report_item.about_actor       actor
decision.article      home    article
decision.annotation   owner   annotation
explanation.earlier   home    annotation
explanation.later     owner   annotation
explanation.coder             coder
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
		"belong to annotations": {"participant tagging decision explanation", strings.Join(members, " ")},
		"rest on another":       {"statement", strings.Join(resting, " ")},
		"name a text by hash":   {"body", strings.Join(hashFields, " ")},
		"stand on a text":       {"anchor cue", strings.Join(anchorFields, " ")},
		"are of such entities":  {"'article', 'annotation', 'decision'", withTexts},
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
	type several struct {
		ID     ID
		Actors []ID `field:"actors"`
	}
	type perhaps struct {
		ID    ID
		Actor *ID `field:"actor" of:"actor"`
	}
	type within struct {
		ID   ID
		Pair struct{ One, Other ID } `field:"pair"`
	}
	type nobody struct {
		ID    ID
		Actor ID `field:"actor" of:"actr"`
	}
	type untied struct {
		ID    ID
		Actor ID `field:"actor" of:"actor,end"`
	}
	for of, made := range map[string]*table{
		"no entity": tableOf[silent]("silent", nil), "several rows": tableOf[several]("several", nil),
		"a pointer": tableOf[perhaps]("perhaps", nil), "rows within": tableOf[within]("within", nil),
		"an unknown entity": tableOf[nobody]("nobody", nil), "an unknown tie": tableOf[untied]("untied", nil),
	} {
		t.Run(of, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("a field that names a row is taken without a relation that is followed")
				}
			}()
			relationsIn([]*table{made})
		})
	}
}
