package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// largeZip writes an archive of texts of a megabyte each that packs small.
func largeZip(t testing.TB, texts int) string {
	t.Helper()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i := range texts {
		w, err := z.Create(fmt.Sprintf("%03d.txt", i))
		if err != nil {
			t.Fatal(err)
		}
		sentence := fmt.Sprintf("The harbour of Arland is closed for the %dth day. ", i)
		if _, err := w.Write([]byte(strings.Repeat(sentence, 1_000_000/len(sentence)))); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return writeFile(t, "texts.zip", packed.String())
}

// largeMbox writes a mailbox of messages of a megabyte each.
func largeMbox(t testing.TB, messages int) string {
	t.Helper()
	var b strings.Builder
	for i := range messages {
		fmt.Fprintf(&b, "From wire@example.org Fri May 16 10:00:00 2025\nFrom: Wire <wire@example.org>\nSubject: Day %d\n"+
			"Date: Fri, 16 May 2025 10:00:00 +0000\nMessage-ID: <%d@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n", i, i)
		b.WriteString(strings.Repeat("The harbour of Arland is closed. \n", 30_000) + "\n")
	}
	return writeFile(t, "wire.mbox", b.String())
}

func writeFile(t testing.TB, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// An archive may unfold to many times what memory should hold.
func TestWhatALargeFileHoldsIsHandedOnInPortions(t *testing.T) {
	const articles = 40
	for name, path := range map[string]string{"zip": largeZip(t, articles), "mbox": largeMbox(t, articles)} {
		t.Run(name, func(t *testing.T) {
			at, portions := 0, 0
			for list := range ReadFiles(t.Context(), []string{path}, Options{}) {
				portions++
				size := 0
				for _, r := range list {
					if r.Err != nil || r.At != at || r.Last != (at == articles-1) {
						t.Fatalf("reading %d is the one at %d, the last %v: %v", at, r.At, r.Last, r.Err)
					}
					at++
					size += len(r.Draft.Body)
				}
				if size > 2*portionSize+2_000_000 { // the last two go together
					t.Errorf("%d bytes are handed on at once", size)
				}
			}
			if at != articles || portions < 4 {
				t.Errorf("%d articles come in %d portions", at, portions)
			}
		})
	}
}

// A PDF may take minutes: what is behind it in its folder does not wait for it.
func TestAFileThatTakesLongHoldsUpNoOther(t *testing.T) {
	paths := files(t, "The ferry sails.", "The band stays.", "The quay is shut.")
	others := make(chan struct{}, len(paths))
	begin := func(ctx context.Context, next weighed) reading {
		if next.path != paths[0] {
			return next.begin(ctx, Options{})
		}
		slow := make(chan []Reading)
		go func() {
			defer close(slow)
			<-others
			<-others
			slow <- []Reading{{Path: next.path, Last: true}}
		}()
		return reading{next, slow}
	}
	var order []string
	for list := range asTheyCome(t.Context(), paths, begin) {
		order = append(order, list[0].Path)
		others <- struct{}{}
	}
	if len(order) != 3 || order[2] != paths[0] {
		t.Errorf("they came as %v", order)
	}
}

func TestWhoStopsReadingFilesAsTheyComeWaitsForNone(t *testing.T) {
	paths := files(t, "The ferry sails.", "The band stays.", "The quay is shut.")
	n := 0
	for range ReadFilesAsTheyCome(t.Context(), paths, Options{}) {
		n++
		break
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for range ReadFilesAsTheyCome(ctx, paths, Options{}) {
		n++
	}
	if n != 1 {
		t.Errorf("%d were handed out", n)
	}
}
