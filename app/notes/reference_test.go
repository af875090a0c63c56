package notes_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/intake"
	"standpoint/app/notes"
	"standpoint/store"
)

// What other programs are given of an article is what a reader of references has of it.
func TestReferencesAreReadAsTheyWereWritten(t *testing.T) {
	read := time.Date(2031, 5, 4, 23, 0, 0, 0, time.UTC)
	for name, a := range map[string]store.Article{
		"whole": {
			Title: "“A tax on rain”: 100 % of the toll & more", Source: "Harbour Wire", Author: "Nell Ashgrove; Piet Lanvers",
			Published: "2031-03-24", URL: "https://harbourwire.example/~a_b?c=d&e=50%25", Language: "en",
		},
		"a month":  {Title: "Ціна хліба {зросла} #1", Source: "Вісник", Author: "О. Ткач", Published: "2031-03", Language: "uk"},
		"a year":   {Title: "Ein Jahr", Published: "2031"},
		"no date":  {Title: "Nothing known"},
		"an hour":  {Title: "Late", Published: "2031-03-24T18:40:00+01:00", Source: "Wire"},
		"two line": {Title: "No name", Source: "$5_Daily"},
	} {
		a.ID = store.NewID()
		for form, file := range map[notes.ReferenceForm]string{
			notes.ReferenceRIS: "a.ris", notes.ReferenceBibTeX: "a.bib", notes.ReferenceCSL: "a.json",
		} {
			written := notes.Reference(form, a, read)
			whole := strings.NewReplacer("ER  - ", "AB  - It rains.\r\nER  - ", "\n}\n", ",\n  abstract = {It rains.}\n}\n",
				"\"type\":", "\"abstract\": \"It rains.\", \"type\":").Replace(written)
			drafts, err := intake.Parse(t.Context(), file, []byte(whole), intake.Options{})
			if err != nil || len(drafts) != 1 {
				t.Errorf("%s as %s: %d articles, %v:\n%s", name, form, len(drafts), err, written)
				continue
			}
			got := drafts[0].Article
			want := store.Article{
				Title: a.Title, Source: a.Source, Author: a.Author, URL: a.URL, Language: a.Language, Published: a.Published,
			}
			if a.Published.Precision() == store.PrecisionTime { // references have days
				want.Published = store.Date(a.Published.First())
			}
			got = store.Article{
				Title: got.Title, Source: got.Source, Author: got.Author, URL: got.URL, Language: got.Language, Published: got.Published,
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s\n%s", name, form, diff, written)
			}
		}
	}
}
