package store

import "standpoint/store/text"

// Article is a text that analysts read, with what is known about it. The body is kept apart, by its hash.
type Article struct {
	ID        ID
	Title     string    `field:"title" words:"line" shown:"title"`
	Body      text.Hash `field:"body"`
	Source    string    `field:"source" words:"line"` // the outlet
	Author    string    `field:"author" words:"line"`
	Published Date      `field:"published"`
	URL       string    `field:"url" words:"line"`
	Section   string    `field:"section" words:"line"`
	Language  string    `field:"language" words:"line"` // BCP 47
	Status    Status    `field:"status"`
	File      string    `field:"file" words:"line"` // it was imported from: its path below the folder that was chosen, with slashes
	Original  FileHash  `field:"original"`          // of that file
	// Attachment is the file that the text came of, where what is known of the article came of another, a list of references.
	Attachment     string   `field:"attachment" words:"line"`
	AttachmentHash FileHash `field:"attachment_hash"` // of that file
	MergedInto     ID       `field:"merged_into" of:"article,merged"`
}

// Status says how far the work on an article has come.
type Status string

// The statuses of an article.
const (
	StatusUnread     Status = ""
	StatusInProgress Status = "in_progress"
	StatusCoded      Status = "coded"
	StatusReviewed   Status = "reviewed"
)

// Page selects part of a list: Limit rows from row Offset on. A Limit of 0 means all.
type Page struct{ Offset, Limit int }

// ArticleSort is the order of a list of articles.
type ArticleSort string

// The orders of a list of articles.
const (
	ArticlesByPublished   ArticleSort = "published" // newest first, undated last
	ArticlesByTitle       ArticleSort = "title"
	ArticlesBySource      ArticleSort = "source"      // of one outlet newest first; without one last
	ArticlesByLanguage    ArticleSort = "language"    // of one language newest first; without one last
	ArticlesByAdded       ArticleSort = "added"       // last first, also of one import
	ArticlesByStatus      ArticleSort = "status"      // unread first
	ArticlesByAnnotations ArticleSort = "annotations" // most first, of whatever kind
	ArticlesByMentions    ArticleSort = "mentions"    // most first
	ArticlesByStatements  ArticleSort = "statements"  // most first
	ArticlesByPositions   ArticleSort = "positions"   // most first
	ArticlesByHighlights  ArticleSort = "highlights"  // most first
)

// ArticleQuery selects articles. The zero value selects all, newest first.
type ArticleQuery struct {
	ArticleFilter
	Sort      ArticleSort
	Backwards bool // the other way round: oldest first, last title first
	After     ID   // a page begins behind this article, without counting from the beginning of the list; then Offset is 0
	Page
}

// ArticleRow is an article as lists show it, with the number of its live annotations of each kind.
type ArticleRow struct {
	Article
	Mentions, Statements, Positions, Highlights int
	Unplaced                                    int // annotations whose own anchor names another body

	Tags []Name // that it carries itself, by name, as what they were merged into
}
