package app

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
)

// async runs work that must not hold up the window. Writes go one after
// another in the order they were asked for; reads go beside them.
type async struct {
	ctx    context.Context
	cancel context.CancelFunc
	writes chan func()
	spawn  func(func())      // starts a goroutine; tests run the work at once
	onUI   func(func())      // brings a result to the window's goroutine
	crash  func(any, []byte) // told of a panic in the background

	// later does something on the window's goroutine after a while, unless it is
	// stopped before.
	later func(time.Duration, func()) (stop func())
}

// newAsync returns the async of a running window.
func newAsync(crash func(any, []byte)) *async {
	ctx, cancel := context.WithCancel(context.Background())
	s := &async{
		ctx: ctx, cancel: cancel, writes: make(chan func(), 64),
		spawn: func(f func()) { go f() },
		onUI:  fyne.Do,
		crash: crash,
		later: func(d time.Duration, f func()) func() {
			timer := time.AfterFunc(d, func() { fyne.Do(f) })
			return func() { timer.Stop() }
		},
	}
	go func() {
		for f := range s.writes {
			f()
		}
	}()
	return s
}

// newInlineAsync returns an async that does everything at once on the calling
// goroutine, for tests.
func newInlineAsync() *async {
	ctx, cancel := context.WithCancel(context.Background())
	return &async{
		ctx: ctx, cancel: cancel,
		spawn: func(f func()) { f() },
		onUI:  func(f func()) { f() },
		later: func(_ time.Duration, f func()) func() { f(); return func() {} },
		crash: func(cause any, stack []byte) { panic(fmt.Sprintf("%v\n%s", cause, stack)) },
	}
}

// read runs work beside the window and hands its result back to it.
func (s *async) read(work func(context.Context) (show func())) {
	s.spawn(func() {
		defer s.recover()
		if show := work(s.ctx); show != nil {
			s.onUI(show)
		}
	})
}

// write is read, but in the order of the calls.
func (s *async) write(work func(context.Context) (show func())) {
	f := func() {
		defer s.recover()
		if show := work(s.ctx); show != nil {
			s.onUI(show)
		}
	}
	if s.writes == nil {
		f()
		return
	}
	s.writes <- f
}

// drain waits until all writes that were asked for are done.
func (s *async) drain() {
	if s.writes == nil {
		return
	}
	done := make(chan struct{})
	s.writes <- func() { close(done) }
	<-done
}

// stop drains the writes and ends the work.
func (s *async) stop() {
	s.drain()
	if s.writes != nil {
		close(s.writes)
	}
	s.cancel()
}

func (s *async) recover() {
	if cause := recover(); cause != nil {
		s.crash(cause, debug.Stack())
	}
}

// latest numbers the requests of one reader of the project, so that an answer
// that was overtaken by a newer question is dropped. It is used on the window's
// goroutine alone.
type latest struct{ asked int }

func (l *latest) ask() (isLatest func() bool) {
	l.asked++
	mine := l.asked
	return func() bool { return l.asked == mine }
}
