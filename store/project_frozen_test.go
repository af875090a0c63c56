package store_test

import (
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestWhatIsReadOfAFrozenProjectFitsTogether(t *testing.T) {
	ctx, p := t.Context(), newProject(t)
	if _, err := storetest.Fill(ctx, p, storetest.Size{Articles: 3, Annotations: 30}); err != nil {
		t.Fatal(err)
	}
	before, err := p.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	err = p.Frozen(ctx, func(now *store.Project) error {
		if _, err := storetest.Fill(ctx, p, storetest.Size{Articles: 3, Annotations: 30, Seed: 1}); err != nil {
			return err
		}
		counts, err := now.Counts(ctx)
		if err == nil && counts != before {
			t.Errorf("frozen at %+v, it shows %+v", before, counts)
		}
		if _, err := now.Do(ctx, storetest.Titled("Write"), func(*store.Batch) error { return nil }); store.CodeOf(err) != store.CodeReadOnly {
			t.Errorf("writing to it gives %v", err)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if after, err := p.Counts(ctx); err != nil || after == before {
		t.Errorf("what was written meanwhile is not there: %+v, %v", after, err)
	}
}
