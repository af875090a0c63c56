package panel

import (
	"testing"

	"standpoint/store"
)

func TestMarksOfOtherTagsAndCodersArePale(t *testing.T) {
	tag, ada, ben := store.NewID(), store.NewID(), store.NewID()
	tagged := store.Annotation{Kind: store.KindStatement, Tags: []store.ID{tag}, Coder: ada}
	plain := store.Annotation{Kind: store.KindStatement, Coder: ben}
	position := store.Annotation{Kind: store.KindPosition, Coder: ada}
	of := func(f Filter) MarkFilter { return MarkFilter{Filter: f} }
	for name, tt := range map[string]struct {
		filter    MarkFilter
		a         store.Annotation
		positions []store.Annotation
		want      bool
	}{
		"its tag":            {of(Filter{Tag: tag}), tagged, nil, true},
		"another's tag":      {of(Filter{Tag: tag}), plain, nil, false},
		"its position's tag": {of(Filter{Tag: tag}), plain, []store.Annotation{tagged}, true},
		"its coder":          {of(Filter{Coder: ada}), tagged, nil, true},
		"another coder":      {of(Filter{Coder: ada}), plain, nil, false},
		"its position's":     {of(Filter{Coder: ada}), plain, []store.Annotation{position}, true},
		"tag, but not coder": {of(Filter{Tag: tag, Coder: ben}), tagged, nil, false},
		"nothing asked for":  {of(Filter{}), plain, nil, true},
	} {
		if got := tt.filter.Shows(tt.a, tt.positions); got != tt.want {
			t.Errorf("%s: stands out is %v", name, got)
		}
	}
}
