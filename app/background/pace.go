package background

import "time"

// pace is how fast a job gets on. It begins anew when the job turns to something else, which is less far.
type pace struct {
	begun       time.Time
	from        int // how far it was then
	done, total int
	rate        float64
	left        time.Duration
}

// leastPaced is how long a job must have gone on before anything is said of its pace.
const leastPaced = time.Second

// follow notes how far the job is now.
func (p *pace) follow(done, total int, now time.Time) {
	if p.begun.IsZero() || done < p.done || total != p.total {
		*p = pace{begun: now, from: done, total: total}
	}
	p.done = done
	took := now.Sub(p.begun)
	if took < leastPaced || done == p.from {
		return
	}
	p.rate = float64(done-p.from) / took.Seconds()
	p.left = time.Duration(float64(total-done) / p.rate * float64(time.Second))
}
