package intake

import (
	"bytes"
	"context"
)

// file is a file whose articles are to be read.
type file struct {
	ctx     context.Context
	name    string  // stands for it in messages
	from    string  // what its articles say of where they come from; "" for none
	data    []byte  // its content; of one that is too large to be held, its beginning
	disk    *onDisk // nil if data is all
	options Options
	budget  *budget // shared with the files in it
	within  within
	place   Place
	beside  *beside             // what stands beside it; nil if nothing is to be opened with it
	taken   []string            // files beside it that belong to its articles, by their names in that room
	origin  *origin             // of its articles; nil before the first was read
	inUTF8  bool                // data is UTF-8 by now, whatever is declared or chosen
	encoded string              // the encoding that its text was read in, if another can be chosen; "" if none is of account
	hand    func([]Draft) error // takes portions of what a large archive holds; nil if all is wanted at once
}

// within reads what a file holds: a file of an archive, markup below head lines. A reader knows the other readers by this alone, as it
// stands in their table itself.
type within interface {
	read(f *file) ([]Draft, error)
	isMarkup(data []byte) bool // of a format that is more than plain text
}

// start is the file from its first sign on.
func start(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte(byteOrderMark)), " \t\r\n")
}
