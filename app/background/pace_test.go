package background

import (
	"testing"
	"time"
)

func TestThePaceOfAJobIsKnownAfterAWhileAndBeginsAnewWithEachPartOfIt(t *testing.T) {
	begun := time.Date(2031, 5, 16, 9, 0, 0, 0, time.UTC)
	var p pace
	p.follow(0, 200, begun)
	if p.follow(5, 200, begun.Add(100*time.Millisecond)); p.rate != 0 || p.left != 0 {
		t.Errorf("at once the rate is %v, %v are left", p.rate, p.left)
	}
	if p.follow(50, 200, begun.Add(2*time.Second)); p.rate != 25 || p.left != 6*time.Second {
		t.Errorf("the rate is %v, %v are left", p.rate, p.left)
	}
	p.follow(0, 80, begun.Add(8*time.Second))
	if p.follow(40, 80, begun.Add(10*time.Second)); p.rate != 20 || p.left != 2*time.Second {
		t.Errorf("of the second part the rate is %v, %v are left", p.rate, p.left)
	}
}
