// Package journal holds the logic of a project's journal: the clock that orders changes, the fold that makes rows of
// them, the chain that shows a forked history, and what taking an action back sets. It knows no entity and no database.
package journal

import "time"

// Clock is a hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
type Clock int64

const counterBits = 16

// At returns the first clock of the millisecond of t.
func At(t time.Time) Clock { return Clock(t.UnixMilli() << counterBits) }

// Next returns a clock that is after last, and at now if now is later. A computer whose clock stands before the year 2000
// writes as if it were then.
func Next(last Clock, now time.Time) Clock {
	return max(last+1, At(now), firstClock)
}

// The clocks that make sense: from the year 2000 on, and with room to count on for centuries.
var (
	firstClock = At(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC))
	lastClock  = At(time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC))
)

// lastArriving leaves the copy that changes arrive in as much room again.
var lastArriving = At(time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC))

// MayArrive reports whether the clock makes sense, and leaves the copy that takes the change over room for later clocks of its own.
func (c Clock) MayArrive() bool { return firstClock <= c && c < lastArriving }

// IsSensible reports whether a computer may have had this clock: also one that was set wrong by years, but not one so late that no
// later change could follow it.
func (c Clock) IsSensible() bool { return firstClock <= c && c < lastClock }

// Time returns the wall time of the clock, to the millisecond, in UTC.
func (c Clock) Time() time.Time { return time.UnixMilli(c.Milli()).UTC() }

// Milli returns the milliseconds since 1970.
func (c Clock) Milli() int64 { return int64(c) >> counterBits }
