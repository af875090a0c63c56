package words

import (
	"math"
	"time"
)

// Pace says how many are done in a second, and how long the rest takes.
func Pace(rate float64, left time.Duration) []string {
	facts := []string{Sentence("fewer than one a second")}
	if n := int(math.Round(rate)); n > 0 {
		facts = []string{Counted(n, "{{.Count}} a second")}
	}
	switch seconds := int(math.Ceil(left.Seconds())); {
	case seconds <= 0:
		return facts
	case seconds < 100:
		return append(facts, Counted(seconds, "{{.Count}} second left"))
	default:
		return append(facts, Counted((seconds+59)/60, "{{.Count}} minute left"))
	}
}
