package figure

import (
	"cmp"
	"math"
	"slices"

	"standpoint/app/discourse"
	"standpoint/store"
)

// of puts the rows and columns of a table into an order.
func (o Order) of(t *discourse.Table) *discourse.Table {
	if len(t.Rows) == 0 || o == ByName || o == "" {
		return t
	}
	return t.Ordered(o.sorted(t), o.sorted(t.Turned()))
}

// sorted are the places of the rows of a table in an order.
func (o Order) sorted(t *discourse.Table) []int {
	list := make([]int, len(t.Rows))
	for i := range list {
		list[i] = i
	}
	if o == ByNumber {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(t.Rows[b].Positions, t.Rows[a].Positions) })
		return list
	}
	along := agreement(t)
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(along[a], along[b]) })
	return list
}

// agreement places the rows of a table along the direction in which their latest stances differ most: those who support what others oppose
// stand at one end. It is turned so that the first row by name stands nearer to the beginning.
func agreement(t *discourse.Table) []float64 {
	stances := cells(len(t.Rows), len(t.Columns))
	for i, row := range t.Cells {
		for j := range row {
			if latest := row[j].Latest(); latest != nil {
				switch latest.Position.Stance {
				case store.StanceSupport:
					stances[i][j] = 1
				case store.StanceOppose:
					stances[i][j] = -1
				}
			}
		}
	}
	main := stances.direction(nil)
	along := make([]float64, len(stances))
	for i, row := range stances {
		along[i] = math.Round(dot(row, main)*1e6) / 1e6
	}
	first := slices.IndexFunc(along, func(x float64) bool { return x != 0 })
	if first >= 0 && along[first] > 0 {
		for i := range along {
			along[i] = -along[i]
		}
	}
	return along
}
