package background

import (
	"context"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestAnAnswerIsShownWhileItComesAboutUntilItIsOvertaken(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	var latest Latest
	reader := Reader{Work: NewInline(), Project: func() *store.Project { return p }, Failed: func(err error) bool { return err != nil }}
	var shown []int
	ask := func(query func(soFar func(int)) int) {
		ReadOn(reader, &latest, func(_ context.Context, _ *store.Project, soFar func(int)) (int, error) {
			return query(soFar), nil
		}, func(n int) { shown = append(shown, n) })
	}
	ask(func(soFar func(int)) int { soFar(1); soFar(2); return 3 })
	if want := []int{1, 2, 3}; !slices.Equal(shown, want) {
		t.Errorf("shown were %v, want %v", shown, want)
	}
	shown = nil
	ask(func(soFar func(int)) int {
		soFar(1)
		latest.Overtake()
		soFar(2)
		return 3
	})
	if want := []int{1}; !slices.Equal(shown, want) {
		t.Errorf("overtaken, shown were %v, want %v", shown, want)
	}
	shown = nil
	ask(func(soFar func(int)) int {
		p = storetest.NewProject(t, "Ada")
		soFar(1)
		return 2
	})
	if len(shown) > 0 {
		t.Errorf("of another project were shown %v", shown)
	}
}
