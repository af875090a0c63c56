package store

// Note is a coder's free text on an article, actor, issue or annotation. Each coder has at most one on each.
type Note struct {
	ID      ID
	On      Entity `field:"on"`
	Subject ID     `field:"subject" of:"any,owner"`
	Coder   ID     `field:"coder" of:"coder"`
	Text    string `field:"text" words:"text" shown:"title"`
}

// Coder is a person who annotates.
type Coder struct {
	ID         ID
	Name       string `field:"name" words:"name"`
	MergedInto ID     `field:"merged_into" of:"coder,merged"`
}
