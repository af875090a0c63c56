package exchange_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
	"standpoint/store"
)

// mustCheck opens a JSON document and checks it.
func mustCheck(t *testing.T, p *store.Project, document string) *exchange.Checked {
	t.Helper()
	doc, err := standpoint.Open(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	checked, err := exchange.Check(t.Context(), p, doc, "test.json")
	if err != nil {
		t.Fatal(err)
	}
	return checked
}

// TestPlanSaysWhatWriteDoes has rows that are new, the same, different and deleted.
func TestPlanSaysWhatWriteDoes(t *testing.T) {
	for _, overwrite := range []bool{false, true} {
		p := open(t)
		mustImport(t, p, string(assets.Sample), exchange.Options{})
		mustDo(t, p, func(b *store.Batch) error {
			return errors.Join(
				b.Delete(store.EntityActor, actorNamed(t, p, "Casimir Dray")), b.Delete(store.EntityActor, actorNamed(t, p, "Pilots’ Guild")))
		})
		before, last := mustExport(t, p), p.UndoTitle()
		document := strings.NewReplacer(
			`"name": "Ilse Varonne"`, `"name": "Ilse von Varonne"`, `"name": "number"`, `"name": "figure"`,
			`"tags": [`+"\n    {", `"tags": [`+"\n    "+`{"id": "`+id(4)+`", "name": "new"},`+"\n    {",
		).Replace(string(assets.Sample))

		checked, rows := mustCheck(t, p, document), 0
		plan, err := checked.Plan(t.Context(), exchange.Options{Overwrite: overwrite, Progress: func(done, _ int) { rows = done }})
		if err != nil {
			t.Fatal(err)
		}
		if plan.Added[store.EntityTag] != 1 || plan.Same == 0 || len(plan.Deleted) < 2 || (plan.Changed == 2) != overwrite ||
			(len(plan.Differ) == 2) == overwrite {
			t.Errorf("overwrite %t: the plan is %+v", overwrite, plan)
		}
		if mustExport(t, p) != before || p.UndoTitle() != last {
			t.Error("planning changed the project")
		}
		if rows == 0 {
			t.Error("nothing is told of the progress of the plan")
		}
		result, err := checked.Write(t.Context(), exchange.Options{Overwrite: overwrite})
		if err != nil {
			t.Fatal(err)
		}
		if isZero(result.Action) {
			t.Error("nothing was written")
		}
		result.Action = store.ID{}
		if diff := cmp.Diff(plan, result); diff != "" {
			t.Errorf("overwrite %t: planned and written differ (-plan +written):\n%s", overwrite, diff)
		}
	}
}

// What is planned is shown for a while before it is written, and somebody may work meanwhile.
func TestWriteLooksAtTheProjectAsItIsThen(t *testing.T) {
	p := open(t)
	checked := mustCheck(t, p, small(""))
	plan, err := checked.Plan(t.Context(), exchange.Options{})
	if err != nil || len(plan.Added) != 3 {
		t.Fatalf("%+v, %v", plan, err)
	}
	mustImport(t, p, small(""), exchange.Options{})
	ann := actorNamed(t, p, "Ann")
	mustDo(t, p, func(b *store.Batch) error { return b.Delete(store.EntityActor, ann) })
	result, err := checked.Write(t.Context(), exchange.Options{})
	if err != nil || result.Same != 2 || len(result.Deleted) != 1 || len(result.Added) > 0 {
		t.Errorf("%+v, %v", result, err)
	}
}
