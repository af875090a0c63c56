package store

// Issue is what positions are about. It may have a parent issue.
type Issue struct {
	ID          ID
	Name        string `field:"name" words:"name" shown:"title"`
	Description string `field:"description" words:"text"`
	Colour      string `field:"colour" words:"line"`
	Parent      ID     `field:"parent" of:"issue"`
	MergedInto  ID     `field:"merged_into" of:"issue,merged"`
}

// IssueSort is the order of a list of issues.
type IssueSort string

// The orders of a list of issues.
const (
	IssuesByName      IssueSort = "name"
	IssuesByPositions IssueSort = "positions" // most positions first
)

// IssueQuery selects issues. The zero value selects all, by name.
type IssueQuery struct {
	ID   ID            // only this one; none: all
	Text string        // part of the name; "" for all
	In   ArticleFilter // with a position on it, or a statement about it, in an article that it leaves; the zero filter: all
	Sort IssueSort
	Page
}

// IssueRow is an issue as lists show it. Parent is the parent after merges, none where it would close a circle.
type IssueRow struct {
	Issue
	Positions  int // live positions on it
	Statements int // live statements with such a position
}

// Tag is a free label for articles and annotations. It may have a parent tag.
type Tag struct {
	ID         ID
	Name       string `field:"name" words:"name" shown:"title"`
	Colour     string `field:"colour" words:"line"`
	Parent     ID     `field:"parent" of:"tag"`
	MergedInto ID     `field:"merged_into" of:"tag,merged"`
}

// TagQuery selects tags, by name. The zero value selects all.
type TagQuery struct {
	Text string // part of the name; "" for all
	Page
}

// TagRow is a tag as lists show it.
type TagRow struct {
	Tag
	Annotations int // live annotations that carry it
	Articles    int // live articles that carry it themselves
}
