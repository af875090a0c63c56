package learn

// Curve makes scores the shares that are right: a line through the logarithms of the odds.
type Curve struct{ Slope, Shift float64 }

// Judged is a score of something that was left out when it was learnt, and whether that is right.
type Judged struct {
	Score float64
	Right bool
}

const (
	curveSteps = 60
	curvePrior = 4 // how many examples speak for the curve that changes nothing
)

// FitCurve finds the curve that makes scores the likeliest. Few examples change little.
func FitCurve(all []Judged) Curve {
	c := Curve{Slope: 1}
	for range curveSteps { // Newton's method
		gs, gb := curvePrior*(c.Slope-1), curvePrior*c.Shift/4
		ss, sb, bb := float64(curvePrior), 0.0, float64(curvePrior)/4
		for _, j := range all {
			p := Share(c.Slope*j.Score + c.Shift)
			wrong, bend := p, p*(1-p)
			if j.Right {
				wrong--
			}
			gs += wrong * j.Score
			gb += wrong
			ss += bend * j.Score * j.Score
			sb += bend * j.Score
			bb += bend
		}
		of := ss*bb - sb*sb
		if of < tiny {
			break
		}
		slope, shift := (gs*bb-gb*sb)/of, (gb*ss-gs*sb)/of
		const most = 0.5 // at one step, so that it goes nowhere far
		c.Slope -= min(max(slope, -most), most)
		c.Shift -= min(max(shift, -most), most)
	}
	c.Slope = max(c.Slope, leastSlope)
	return c
}

// leastSlope keeps what is surer from becoming less sure than the rest.
const leastSlope = 0.05

// At is the share that is right of those with a score.
func (c Curve) At(score float64) float64 { return Share(c.Slope*score + c.Shift) }
