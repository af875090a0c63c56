package intake

import (
	"archive/zip"
	"io"

	"standpoint/store"
)

// What the files within one file may unfold to. A document of a thousand pages stays far below each; a file made to fill a computer does
// not.
const (
	mostUnfolded  = 1_000_000_000 // bytes, all entries together
	mostEntry     = 300_000_000   // bytes of one entry
	mostRatio     = 300           // bytes of an entry for each packed one, where it is large
	smallEntry    = 5_000_000     // bytes; a smaller entry may be packed as tightly as it can
	mostEntries   = 200_000
	mostNesting   = 4   // archives within archives
	mostDepth     = 500 // elements of XML or HTML within one another
	mostParagraph = 20_000_000
)

// budget is what a file and all files within it may still unfold to.
type budget struct {
	bytes   int64
	entries int
	nesting int
}

func newBudget() *budget {
	return &budget{bytes: mostUnfolded, entries: mostEntries, nesting: mostNesting}
}

// unfold reads an entry of a zip file. It is refused before it takes more room than the budget has; the size that the archive states is
// not believed.
func (f *file) unfold(entry *zip.File) ([]byte, error) {
	f.budget.entries--
	limit := min(int64(mostEntry), f.budget.bytes)
	if packed := int64(entry.CompressedSize64); packed*mostRatio < limit { //nolint:gosec // a size, below 2⁶³ in any file
		limit = max(packed*mostRatio, min(smallEntry, f.budget.bytes))
	}
	if f.budget.entries < 0 || f.budget.bytes <= 0 {
		return nil, f.bomb(entry.Name)
	}
	r, err := entry.Open()
	if err != nil {
		return nil, f.damaged(entry.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	f.budget.bytes -= int64(len(data))
	switch {
	case err != nil:
		return nil, f.damaged(entry.Name, err)
	case int64(len(data)) > limit:
		return nil, f.bomb(entry.Name)
	}
	return data, f.ctx.Err()
}

func (f *file) bomb(entry string) error {
	return refusal(store.CodeInvalid, nil,
		"“%s” unfolds to more than a document can hold (at “%s” in it). If you trust it, unpack it and import the files in it.", f.name, entry)
}

func (f *file) damaged(entry string, cause error) error {
	return refusal(store.CodeInvalid, cause,
		"“%s” is damaged or cut off: “%s” in it cannot be read (%v). Get it anew, or open it in the program that it was made with and save it "+
			"again.",
		f.name, entry, cause)
}

// checkZip refuses a zip archive that another reader would unfold beyond the budget, by the sizes that it states.
func (f *file) checkZip() error {
	z, err := f.unzip()
	if err != nil {
		return err
	}
	for _, entry := range z.File {
		f.budget.entries--
		f.budget.bytes -= int64(min(entry.UncompressedSize64, mostUnfolded+1)) //nolint:gosec // below 2⁶³
		tight := entry.UncompressedSize64 > smallEntry && entry.UncompressedSize64 > mostRatio*entry.CompressedSize64
		if f.budget.bytes < 0 || f.budget.entries < 0 || tight {
			return f.bomb(entry.Name)
		}
	}
	return nil
}
