package command_test

import (
	"strings"
	"testing"

	"standpoint/store"
)

// Who works at a terminal knows names, not ids.
func TestActorsIssuesTagsAndCodersAreNamedByTheirNames(t *testing.T) {
	path := newLibrary(t)
	var twice, once store.ID
	writeInto(t, path, func(b *store.Batch) error {
		for _, a := range []store.Actor{{Name: "Smith, Anna"}, {Name: "José Ox"}, {Name: "Ben"}, {Name: "Ben"}} {
			a, err := b.AddActor(a)
			if err != nil {
				return err
			}
			if a.Name == "José Ox" {
				once = a.ID
			}
			twice = a.ID
		}
		return b.AddAlias(once, "The Ox")
	})
	for _, name := range []string{"Smith, Anna", "jose ox", "the ox", once.String(), twice.String()} {
		status, out, errs := run(nil, "export", path, "--document", "actors", "--actor", name, "--format", "text", "-o", "-")
		if status != 0 || !strings.Contains(out, "1 actor") {
			t.Errorf("--actor %s: status %d, %s%s", name, status, errs, out)
		}
	}
	for given, want := range map[string]string{
		"Nobody": "there is no actor called “Nobody”, and it is no id", "Ben": "more than one actor is called “Ben”. Give one by its id: ",
	} {
		for _, args := range [][]string{
			{"export", path, "--format", "text", "-o", "-", "--actor", given}, {"list", path, "articles", "--actor", given},
		} {
			if status, _, errs := run(nil, args...); status != 1 || !strings.Contains(errs, want) {
				t.Errorf("%v: status %d, %s", args, status, errs)
			}
		}
	}
	for _, args := range [][]string{
		{"list", path, "articles", "--tag", "nothing"},
		{"list", path, "articles", "--by", "nobody"},
		{"list", path, "positions", "--issue", "nothing"},
	} {
		if status, _, errs := run(nil, args...); status != 1 || !strings.Contains(errs, "there is no ") {
			t.Errorf("%v: status %d, %s", args, status, errs)
		}
	}
	if status, _, errs := run(nil, "list", path, "articles", "--by", "ada"); status != 0 {
		t.Errorf("--by ada: status %d, %s", status, errs)
	}
}
