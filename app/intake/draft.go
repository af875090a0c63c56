package intake

import (
	"context"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Draft is an article as it was read, not yet in a project.
type Draft struct {
	Article    store.Article // without ID and Body
	Body       string
	Abstract   string         // of a text that came of a file beside the record
	Joined     int            // how many line ends of the file were taken for spaces
	Notes      []say.Sentence // sentences on what was not understood, or in a way that may surprise; with the line of the file
	Left       []error        // why of parts of the file no article comes, each with its name; with the first article, or that of a portion
	Highlights []Highlight    // what was marked in the file
	Encoding   string         // that the text was read in, if another can be chosen (Options); "" if the file says for certain how it is read
	Columns    []Column       // of the table that the file is, in its first article
	From       Provenances    // where the fields were recognised
	Doubt      *Doubt         // the date, if it can be two days and nothing says which
	Settled    *Settled       // how the date was read, if it can be two days and something says which
	Shows      DateOrder      // what stands first in dates, by this one

	original []byte                                // the file, or that in an archive, which its articles share; nil if it is not to be kept
	attached func(context.Context) ([]byte, error) // the file that the text came of, if it is another and is to be kept; else nil
}

// Highlight is a place that somebody marked in a document, or wrote a comment on.
type Highlight struct {
	Span   text.Span // in the body of the draft, in code points
	Note   string    // the comment; "" if it was only marked
	Author string    // who wrote it; "" if the document does not say
}

// Options say what an import may do.
type Options struct {
	Copies    bool             // add articles whose text is in the project already, under another source or date
	KeepLines bool             // keep every line end, also where a text looks as if lines were broken at one width
	Encoding  string           // of texts that do not say theirs by a byte order mark, one of Encodings; "" to find it out
	Columns   map[string]Field // which field a column of a table holds, by its name; of others its name tells
	DateOrder DateOrder        // of dates that can be two days, where neither the language nor the other dates of the file say it
	OrderBy   Settler          // who says so; the analyst if empty
	Folders   []string         // that were chosen: of a file in one of them is noted where it stands from there on
	Originals bool             // keep the files with their articles
	Beside    bool             // somebody works on the project meanwhile: batches are short, so that no save waits for long
}

// maxTitle is how many code points a title taken from the text may have.
const maxTitle = 80
