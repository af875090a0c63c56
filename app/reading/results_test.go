package reading

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// Of the searches for each beginning of a word only that for the whole word is read to its end.
func TestTypingAWordIntoTheSearchReadsOneQueryToItsEnd(t *testing.T) {
	d := desktest.New(t)
	d.AddArticle(t, store.Article{Title: "Talks"}, "Both sides agreed on ceasefires.")
	view := newReads(d).view
	until := d.ReadBeside(t)

	r := view.left.results
	begun, goOn := make(chan string, 100), make(chan struct{})
	var mu sync.Mutex
	ended := map[string]int{}
	wait := func(ctx context.Context, words string) {
		begun <- words
		select {
		case <-ctx.Done():
		case <-goOn:
		}
	}
	note := func(words string, err error) {
		if err == nil {
			mu.Lock()
			ended[words]++
			mu.Unlock()
		}
	}
	r.find = func(p *store.Project, ctx context.Context, q store.SearchQuery) ([]store.Hit, error) {
		wait(ctx, q.Text)
		hits, err := p.Search(ctx, q)
		note(q.Text, err)
		return hits, err
	}
	r.count = func(p *store.Project, ctx context.Context, words string) (int, error) {
		wait(ctx, words)
		n, err := p.SearchCount(ctx, words)
		note(words, err)
		return n, err
	}
	d.Put(view.SearchField()) // it stands in the window's bar
	r.field.Focus()
	for _, letter := range "ceasefires" {
		d.Window.Canvas().Focused().TypedRune(letter)
		for range 2 { // rows and their number are being read when the next letter is typed
			select {
			case <-begun:
			case <-time.After(time.Minute):
				t.Fatal("nothing is looked for after a letter")
			}
		}
	}
	close(goOn)
	until(func() bool {
		mu.Lock()
		defer mu.Unlock()
		return r.rows.Len() == 1 && ended["ceasefires"] == 2
	}, "the word was not found")
	mu.Lock()
	defer mu.Unlock()
	if diff := cmp.Diff(map[string]int{"ceasefires": 2}, ended); diff != "" {
		t.Errorf("queries read to their end (-want +got):\n%s", diff)
	}
}
