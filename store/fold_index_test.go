package store

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// Another program may count its ids upwards; what tells ours apart is then the same for all of them.
func TestRowsWithIDsCountedUpwardsAreIndexedByAFewQueriesEach(t *testing.T) {
	const most = 4 // looking whether the row is indexed, whether its key is free, and for the one behind the last
	p, _, _ := crowd(t)
	queries := 0
	watch := func(query string, _ []any, _ int) {
		if strings.Contains(query, "FROM found WHERE") {
			queries++
		}
	}
	if err := p.on(t.Context(), func(w *writer) error {
		w.db.Watch = watch
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	const rows = 300
	if _, err := p.Do(t.Context(), testTitle("Fill"), func(b *Batch) error {
		for i := range rows {
			id := ID{0: 1, 6: 0x70, 8: 0x80}
			binary.BigEndian.PutUint32(id[12:], uint32(i))
			if _, err := b.AddTag(Tag{ID: id, Name: fmt.Sprint("counted ", i)}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if queries == 0 || queries > most*rows {
		t.Errorf("indexing %d rows takes %d queries of the index", rows, queries)
	}
	hits, err := p.Search(t.Context(), SearchQuery{Text: "counted"})
	if err != nil || len(hits) != rows {
		t.Errorf("%d of %d rows are found: %v", len(hits), rows, err)
	}
}
