package intake

// Provenance is from where a field of an article was recognised.
type Provenance struct {
	Place Place
	Name  string // of a column, as its table calls it, or of a file beside the record; "" of other kinds
}

// Place is a kind of place that says something of an article.
type Place string

// The places, each a word that lasts.
const (
	PlaceHead       Place = "head"       // lines at the head of a text, "Title: …"
	PlaceText       Place = "text"       // the text itself: its first sentence, its commonest words
	PlaceJSONLD     Place = "json-ld"    // what a page says for programs
	PlaceMeta       Place = "meta"       // meta elements of a page
	PlacePage       Place = "page"       // what readers of a page see: its heading, its byline
	PlaceAddress    Place = "address"    // the address of a page
	PlaceColumn     Place = "column"     // a column of a table, a field of an object
	PlaceProperties Place = "properties" // of a document
	PlaceMail       Place = "mail"       // the head of a mail message
	PlaceReference  Place = "reference"  // a field of a list of references
	PlaceAttachment Place = "attachment" // a file that belongs to a record
	PlaceDownload   Place = "download"   // a label in a download from a database
	PlaceAnalyst    Place = "analyst"    // who typed it
)

// Provenances are from where the fields of an article were recognised; of a field that is empty there is none.
type Provenances map[Field]Provenance
