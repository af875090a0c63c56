package intake

// What the files within one file may unfold to. A document of a thousand pages stays far below each; a file made to fill a computer does
// not.
const (
	mostUnfolded  = 1_000_000_000 // bytes, all entries together, of a file that is not large itself
	mostEntry     = 300_000_000   // bytes of one entry
	mostRatio     = 300           // bytes of an entry for each packed one, where it is large
	usualRatio    = 20            // bytes that a large archive unfolds to, for each of its own
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

// newBudget is that of a file of so many bytes. Of a large one no more is in memory at once than of a small one.
func newBudget(size int64) *budget {
	return &budget{bytes: max(mostUnfolded, usualRatio*size), entries: mostEntries, nesting: mostNesting}
}
