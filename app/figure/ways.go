package figure

import (
	"slices"

	"standpoint/app/discourse"
	"standpoint/store"
)

// shapeAt is the shape at a spot.
func (s *Sheet) shapeAt(spot int) *Shape { return s.Shape(s.Spot(spot).Shape) }

// NodeAt is the node of a network at a spot; false if that is none's.
func (s *Sheet) NodeAt(spot int) (discourse.Node, bool) {
	shape := s.shapeAt(spot)
	if shape.Kind == Line || len(shape.Of) != 1 || shape.Leads != (store.ID{}) {
		return discourse.Node{}, false
	}
	return shape.Of[0], true
}

// isTie reports whether a shape is that of a tie between two nodes.
func (s *Shape) isTie() bool { return s.Kind == Line && len(s.Of) == 2 }

// ends are the spots of the two nodes of a tie; -1 where there is none.
func (s *Sheet) ends(tie int) [2]int {
	ends := [2]int{-1, -1}
	for i, of := range s.shapeAt(tie).Of {
		for spot := range s.Spots() {
			if n, is := s.NodeAt(spot); is && n.Key() == of.Key() {
				ends[i] = spot
				break
			}
		}
	}
	return ends
}

// TiesOf are the spots of the ties of the node at a spot, the strongest first.
func (s *Sheet) TiesOf(spot int) []int {
	n, is := s.NodeAt(spot)
	if !is {
		return nil
	}
	var list []int
	for i := range s.Spots() {
		if tie := s.shapeAt(i); tie.isTie() && slices.ContainsFunc(tie.Of, func(of discourse.Node) bool { return of.Key() == n.Key() }) {
			list = append(list, i)
		}
	}
	slices.Reverse(list) // the strongest lies over the others
	return list
}

// Along is the spot at which one comes from another along the ties of a node, by so many of them: from the node itself to its strongest
// tie, and on to weaker ones. Neither end is passed.
func (s *Sheet) Along(node, from, by int) int {
	way := append([]int{node}, s.TiesOf(node)...)
	at := slices.Index(way, from)
	return way[min(max(at+by, 0), len(way)-1)]
}

// HasTies reports whether one goes along ties in the picture.
func (s *Sheet) HasTies() bool {
	all, is := s.on.(*spread)
	return is && slices.ContainsFunc(all.places, all.isOfTie)
}

// endOf is the end of a tie that lies in a direction; the tie itself if neither does.
func (s *Sheet) endOf(tie, right, down int) int {
	best, farthest := tie, 0.0
	middle := s.Spot(tie).Middle()
	for _, end := range s.ends(tie) {
		if end < 0 {
			continue
		}
		to := s.Spot(end).Middle()
		if along := (to.X-middle.X)*float64(right) + (to.Y-middle.Y)*float64(down); along > max(farthest, .5) {
			best, farthest = end, along
		}
	}
	return best
}

// OtherEnd is the spot of the node to which a tie leads from the node at a spot; -1 if it leads nowhere.
func (s *Sheet) OtherEnd(tie, spot int) int {
	ends := s.ends(tie)
	if ends[0] == spot {
		return ends[1]
	}
	return ends[0]
}
