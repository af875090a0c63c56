package store

// Event tells subscribers what a committed batch touched.
type Event struct {
	Action   ID
	Touched  map[Entity][]ID
	Articles []ID // whose annotations or fields changed
}

// Touches reports whether rows of the entity changed.
func (e Event) Touches(entity Entity) bool { return len(e.Touched[entity]) > 0 }

// TouchesArticle reports whether the article or one of its annotations changed.
func (e Event) TouchesArticle(id ID) bool {
	for _, a := range e.Articles {
		if a == id {
			return true
		}
	}
	return false
}
