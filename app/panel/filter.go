package panel

import "standpoint/store"

// Filter says which rows the panel shows; zero values show all.
type Filter struct {
	Actor, Issue store.ID
	Stance       *store.Stance
	Tag, Coder   store.ID
	Text         string
}
