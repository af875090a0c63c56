package intake

import (
	"bufio"
	"os"

	"standpoint/store"
	"standpoint/store/say"
)

// sharedWords are the words that the cells of a workbook share, each named by its number. They may be all of the text that there is: many
// are on the disk.
type sharedWords struct {
	ends []int64 // of each
	held []byte
	disk *os.File // nil if all are held
}

// mostWordsHeld is how many bytes the shared words may have that are held. Tests set it lower.
var mostWordsHeld int64 = 8_000_000

// mostSharedWords is how many there may be.
const mostSharedWords = 10_000_000

// readWords reads the words that the cells of a workbook share.
func (b *workbookFile) readWords() (*sharedWords, error) {
	const name = "xl/sharedStrings.xml"
	words := &sharedWords{}
	r, err := b.open(name)
	if r == nil {
		return words, err
	}
	defer r.close()
	out := wordsWriter{sharedWords: words}
	for out.err == nil && r.next() {
		if r.begins("si") {
			r.allow()
			out.add(withSigns(r.runs("si")))
			if len(words.ends) > mostSharedWords {
				r.err = b.file.bomb(name)
			}
		}
	}
	if out.end(); out.err != nil && r.err == nil {
		r.err = refusal(store.CodeInvalid, out.err, "“%s” cannot be read: there is no room for its words in the folder %s (%v). Make room "+
			"there, and import it again.", b.file.name, os.TempDir(), out.err)
	}
	if r.err != nil {
		words.close()
	}
	return words, r.err
}

// wordsWriter takes shared words one after another.
type wordsWriter struct {
	*sharedWords

	size int64
	out  *bufio.Writer // to the disk; nil while all are held
	err  error         // why they cannot be kept
}

func (w *wordsWriter) add(words string) {
	w.size += int64(len(words))
	w.ends = append(w.ends, w.size)
	if w.out == nil && w.size > mostWordsHeld && w.err == nil {
		w.toDisk()
	}
	if w.out == nil {
		w.held = append(w.held, words...)
	} else {
		_, _ = w.out.WriteString(words) // the end tells what is wrong
	}
}

// toDisk puts what is held on the disk, and has what comes follow it. An open file without a name leaves nothing behind after a crash.
func (w *wordsWriter) toDisk() {
	if w.disk, w.err = os.CreateTemp("", "standpoint-*.words"); w.err != nil {
		return
	}
	_ = os.Remove(w.disk.Name()) // where it may not be removed while it is open, close does it
	w.out = bufio.NewWriter(w.disk)
	_, _ = w.out.Write(w.held) // the end tells what is wrong
	w.held = nil
}

func (w *wordsWriter) end() {
	if w.out != nil {
		w.err = w.out.Flush()
	}
}

// at are the words of a number.
func (w *sharedWords) at(n int) (string, error) {
	if n < 0 || n >= len(w.ends) {
		return "", say.Errorf("there are no shared words with the number %d", n)
	}
	begin := int64(0)
	if n > 0 {
		begin = w.ends[n-1]
	}
	if w.disk == nil {
		return string(w.held[begin:w.ends[n]]), nil
	}
	words := make([]byte, w.ends[n]-begin)
	_, err := w.disk.ReadAt(words, begin)
	return string(words), err
}

// close lets go of the words.
func (w *sharedWords) close() {
	if w.disk != nil {
		_ = w.disk.Close()
		_ = os.Remove(w.disk.Name()) // it is gone already where an open file may be removed
	}
}
