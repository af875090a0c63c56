package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"standpoint/store/text"
)

func drawSpan(t *rapid.T, name string) text.Span {
	start := rapid.IntRange(0, 20).Draw(t, name+" start")
	return text.Span{Start: start, End: start + rapid.IntRange(0, 10).Draw(t, name+" length")}
}

func TestWhatIsCutOutIsNoLongerThereAndAllElseIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, cut := drawSpan(t, "span"), drawSpan(t, "cut")
		left := s.Without(cut)
		end := -1
		for _, part := range left {
			if part.Start <= end || part.Empty() && !s.Empty() {
				t.Fatalf("left is %v", left)
			}
			end = part.End
		}
		for pos := range 40 {
			has := false
			for _, part := range left {
				has = has || part.Contains(pos)
			}
			if has != (s.Contains(pos) && !cut.Contains(pos)) {
				t.Fatalf("%v without %v leaves %v", s, cut, left)
			}
		}
	})
}
