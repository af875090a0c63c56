package standings

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// slowMaking is how long another figure may take to be made until the one before goes, so that what is made at once does not flicker.
const slowMaking = 100 * time.Millisecond

// stage is what is done to make a figure.
type stage int

// The stages, in their order.
const (
	stageReading stage = iota // positions are read and selected
	stageWeaving              // a network is laid out
	stageDrawing              // a figure is drawn from positions
	stageFailed               // nothing is done any more, as that failed
)

// inWords says what is done.
func (s stage) inWords() string {
	switch s {
	case stageWeaving:
		return lang.L("The network is being laid out…")
	case stageDrawing:
		return lang.L("The figure is being drawn…")
	case stageFailed:
		return lang.L("The positions could not be read.")
	}
	return lang.L("The positions are being read…")
}

// awaiting is what is shown until another figure is there.
type awaiting struct {
	stage  stage
	before made   // what was shown, which comes back if nothing else can be made
	stop   func() // stops the clock; nil: none runs
}

// stage is what is done once the positions are selected.
func (m making) stage() stage {
	if m.tab == tabNetwork {
		return stageWeaving
	}
	return stageDrawing
}

// await has a figure go that is another than the one that is made, if that takes a while.
func (v *View) await(m making) {
	w := &v.awaiting
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
	if w.stage = stageReading; m.counted != nil {
		w.stage = m.stage()
	}
	if !v.made.isAwaited() {
		w.before = made{}
	}
	v.reach(w.stage)
	if !v.anew || v.made.isAwaited() {
		return
	}
	w.stop = v.desk.Work.Later(slowMaking, func() {
		if v.isMaking && v.anew && !v.made.isAwaited() {
			w.before = v.made
			v.showMade(made{tab: v.tab})
		}
	})
}

// isAwaited reports whether nothing is made yet.
func (m made) isAwaited() bool { return m.counted == nil }

// reach says what is done now, where that is what is to be seen.
func (v *View) reach(s stage) {
	v.awaiting.stage = s
	if v.made.isAwaited() {
		v.sayLacking()
	}
}
