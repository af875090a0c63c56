package store

import (
	"hash/fnv"
	"slices"

	"standpoint/store/internal/sqlite"
)

// colours are the names of the palette from which the program chooses by itself; grey is left to people. Their order is part
// of the file format, as the colour of a row without one follows from it.
var colours = []string{"amber", "red", "blue", "green", "violet", "teal", "orange", "pink", "sky", "olive", "brown"}

// ColourOf returns the name of the colour to show something in: the one that it has, or, when it has none of the palette,
// one that follows from its id alone, so that everybody who opens the project sees the same.
func ColourOf(colour string, id ID) string {
	if colour == "grey" || slices.Contains(colours, colour) {
		return colour
	}
	h := fnv.New32a()
	_, _ = h.Write(id[:])
	return colours[h.Sum32()%uint32(len(colours))]
}

// AddActorIn adds an actor that is made while an article is worked on; the zero ID is none. If it has no colour it gets
// the one that is least used in the article, among those the one that is least used in the project, and keeps it. with
// are actors that the same action names there.
func (b *Batch) AddActorIn(article ID, a Actor, with ...ID) (Actor, error) {
	if a.Colour == "" {
		here, everywhere, err := b.coloursUsed(article, with)
		if err != nil {
			return a, err
		}
		a.Colour = slices.MinFunc(colours, func(x, y string) int {
			if here[x] != here[y] {
				return here[x] - here[y]
			}
			return everywhere[x] - everywhere[y]
		})
	}
	a, err := b.AddActor(a)
	if err == nil {
		b.made = append(b.made, a.ID)
	}
	return a, err
}

// coloursUsed counts the actors of each colour in an article and in the whole project, those made by the same batch
// included.
func (b *Batch) coloursUsed(article ID, with []ID) (here, everywhere map[string]int, err error) {
	present := map[ID]bool{}
	for _, id := range slices.Concat(with, b.made) {
		present[id] = true
	}
	named, err := ids(b.w.db, `SELECT DISTINCT h.id FROM annotation x CROSS JOIN listing l ON l.annotation = x.id
		CROSS JOIN heading h ON h.key = l.heading WHERE x.shown_in = ? AND h.entity = 'actor'`, article[:])
	if err != nil {
		return nil, nil, err
	}
	for _, id := range named {
		present[id] = true
	}
	here, everywhere = map[string]int{}, map[string]int{}
	err = sqlite.Each(b.w.db, func(scan func(...any) error) error {
		var id ID
		var colour string
		err := scan((*idColumn)(&id), (*stringColumn)(&colour))
		colour = ColourOf(colour, id)
		everywhere[colour]++
		if present[id] {
			here[colour]++
		}
		return err
	}, `SELECT id, colour FROM actor WHERE deleted = 0 AND merged_into IS NULL`)
	return here, everywhere, err
}
