package clipboard

import (
	"encoding/binary"
	"errors"
	"time"
)

// holder has the clipboard of an X server with a picture on it, and hands it to whoever asks, as section 2 of the ICCCM has it.
type holder struct {
	*connection

	png       []byte
	clipboard uint32
	targets   uint32
	picture   uint32 // the name of the form
	parts     uint32 // that of what is handed over in parts
	handing   map[handed][]byte
}

// handed is where a picture is handed over in parts: a property of a window.
type handed struct{ window, property uint32 }

// The requests, events and atoms that a holder needs beside those of x11.go.
const (
	requestChangeAttributes  = 2
	requestChangeProperty    = 18
	requestSetSelectionOwner = 22
	requestSendEvent         = 25

	isPropertyEvent    = 28
	isSelectionClear   = 29
	isSelectionRequest = 30

	atomAtom = 4
)

// hold takes the clipboard with a picture, and serves it until another program takes it.
func (d *display) hold(png []byte) error {
	c, err := d.connect()
	if err != nil {
		return err
	}
	h := &holder{connection: c, png: png, handing: map[handed][]byte{}}
	if err := h.take(); err != nil {
		return errors.Join(err, c.Close())
	}
	if err := c.SetDeadline(time.Time{}); err != nil {
		return errors.Join(err, c.Close())
	}
	go func() {
		defer func() { _ = c.Close() }() // nobody asks any more
		h.serve()
	}()
	return nil
}

// take makes a window that nobody sees the owner of the clipboard.
func (h *holder) take() (err error) {
	for _, a := range []struct {
		name string
		into *uint32
	}{{"CLIPBOARD", &h.clipboard}, {"TARGETS", &h.targets}, {"image/png", &h.picture}, {"INCR", &h.parts}} {
		if *a.into, err = h.atom(a.name); err != nil {
			return err
		}
	}
	const inputOnly, now = 2, 0
	create := u32(request(requestCreateWindow, 8), h.window, h.root)
	create = u32(u16(create, 0, 0, 1, 1, 0, inputOnly), 0, 0)
	if err := h.send(u32(append(create, request(requestSetSelectionOwner, 4)...), h.window, h.clipboard, now)); err != nil {
		return err
	}
	_, of, err := h.connection.clipboard()
	if err == nil && of != owner(h.window) {
		err = errRefused
	}
	return err
}

// serve answers until another program has the clipboard. What the server refuses, as of a window that is gone, ends nothing.
func (h *holder) serve() {
	for {
		told, err := h.next()
		if errors.Is(err, errRefused) {
			continue
		}
		if err != nil {
			return
		}
		word := func(at int) uint32 { return binary.LittleEndian.Uint32(told[at:]) }
		switch told[0] &^ isSent {
		case isSelectionClear:
			return
		case isSelectionRequest:
			err = h.answer(word(4), word(12), word(20), word(24))
		case isPropertyEvent:
			const deleted = 1
			if told[16] == deleted {
				err = h.handOn(handed{word(4), word(8)})
			}
		}
		if err != nil {
			return
		}
	}
}

// answer hands the picture, or in which forms there is one, to a window, and tells it so; of anything else it tells that there is none.
func (h *holder) answer(at, window, form, property uint32) error {
	if property == 0 { // as old programs ask
		property = form
	}
	var err error
	switch form {
	case h.targets:
		err = h.put(window, property, atomAtom, 32, u32(nil, h.targets, h.picture))
	case h.picture:
		err = h.hand(handed{window, property})
	default:
		property = 0
	}
	if err != nil {
		return err
	}
	event := u32([]byte{isSelectionEvent, 0, 0, 0}, at, window, h.clipboard, form, property)
	return h.send(append(u32(request(requestSendEvent, 11), window, 0), append(event, make([]byte, 32-len(event))...)...))
}

// hand hands the picture over: at once, or where it is too large for one request, in parts, each as soon as the one before is taken.
func (h *holder) hand(to handed) error {
	if len(h.png) <= h.most() {
		return h.put(to.window, to.property, h.picture, 8, h.png)
	}
	const propertyChanges, eventMask = 1 << 22, 1 << 11
	h.handing[to] = h.png
	if err := h.send(u32(request(requestChangeAttributes, 4), to.window, eventMask, propertyChanges)); err != nil {
		return err
	}
	return h.put(to.window, to.property, h.parts, 32, u32(nil, uint32(len(h.png))))
}

// handOn hands the next part over; the last one is empty.
func (h *holder) handOn(to handed) error {
	rest, is := h.handing[to]
	if !is {
		return nil
	}
	n := min(len(rest), h.most())
	if h.handing[to] = rest[n:]; n == 0 {
		delete(h.handing, to)
	}
	return h.put(to.window, to.property, h.picture, 8, rest[:n])
}

// most is how many bytes one request may hand over.
func (h *holder) most() int { return 4*h.units - 64 }

// put sets a property of a window.
func (h *holder) put(window, property, kind uint32, bits byte, data []byte) error {
	r := u32(request(requestChangeProperty, uint16(6+(len(data)+3)/4)), window, property, kind)
	r = u32(append(r, bits, 0, 0, 0), uint32(len(data)/int(bits/8)))
	return h.send(padded(append(r, data...)))
}
