package candidates

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextsSideBySideShowWhichWordsDiffer(t *testing.T) {
	got := Differences("The talks began in Lissel.\n\nNobody came.", "The talks ended in Lissel.\n\nNobody came.\n\nSnow fell.")
	want := []Pair{
		{
			Left:  []Piece{{"The talks ", false}, {"began ", true}, {"in Lissel.", false}},
			Right: []Piece{{"The talks ", false}, {"ended ", true}, {"in Lissel.", false}},
		},
		{Left: []Piece{{"Nobody came.", false}}, Right: []Piece{{"Nobody came.", false}}},
		{Right: []Piece{{"Snow fell.", true}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTextsWithoutSpacesAreComparedSignBySign(t *testing.T) {
	got := Differences("双方同意停火。", "双方拒绝停火。")
	if len(got) != 1 || len(got[0].Left) != 3 || got[0].Left[1] != (Piece{"同意", true}) || Words(got[0].Right) != "双方拒绝停火。" {
		t.Errorf("the difference is %+v", got)
	}
}
