//go:build window

package main_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

// A hand presses the next key when the window has answered to the one before, however long a busy machine takes for that. What the window
// is asked is what window managers ask to learn whether a program still listens (_NET_WM_PING): it answers in turn, after all that was
// sent to it before.

// pinger asks windows of a display whether they listen. It speaks as much of the X protocol as that takes.
type pinger struct {
	conn               net.Conn
	root               uint32
	protocols, netPing uint32 // atoms
	serial             uint32
}

// What the pinger sends and receives.
const (
	changeWindowAttributes = 2
	internAtom             = 16
	sendEvent              = 25
	isError                = 0
	isReply                = 1
	clientMessage          = 33
	eventMask              = 0x800    // in what is changed of a window
	substructureNotify     = 0x080000 // the events that answers come among
)

// pingAgain is how long an answer may take before the window is asked again. It may have closed instead.
const pingAgain = time.Second

// newPinger connects to a display such as ":7".
func newPinger(display string) (*pinger, error) {
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(display, ":"))
	if err != nil {
		return nil, err
	}
	p := &pinger{conn: conn}
	if err := p.greet(); err != nil {
		return nil, fmt.Errorf("greeting the display %s: %w", display, err)
	}
	if p.protocols, err = p.atom("WM_PROTOCOLS"); err != nil {
		return nil, err
	}
	if p.netPing, err = p.atom("_NET_WM_PING"); err != nil {
		return nil, err
	}
	return p, p.request(changeWindowAttributes, 0, p.root, eventMask, substructureNotify)
}

// greet says hello and learns which window is the root.
func (p *pinger) greet() error {
	if _, err := p.conn.Write([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(p.conn, head); err != nil {
		return err
	}
	rest := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(p.conn, rest); err != nil {
		return err
	}
	if head[0] != 1 {
		return fmt.Errorf("it says %q", rest)
	}
	const fixed, format = 32, 8
	vendor, formats := int(binary.LittleEndian.Uint16(rest[16:])), int(rest[21])
	p.root = binary.LittleEndian.Uint32(rest[fixed+(vendor+3)/4*4+format*formats:])
	return nil
}

// request sends a request of four-byte words.
func (p *pinger) request(code, data byte, words ...uint32) error {
	message := []byte{code, data}
	message = binary.LittleEndian.AppendUint16(message, uint16(1+len(words)))
	for _, w := range words {
		message = binary.LittleEndian.AppendUint32(message, w)
	}
	_, err := p.conn.Write(message)
	return err
}

// atom is the number of a name.
func (p *pinger) atom(name string) (uint32, error) {
	padded := name + strings.Repeat("\x00", (4-len(name)%4)%4)
	words := []uint32{uint32(len(name))}
	for at := 0; at < len(padded); at += 4 {
		words = append(words, binary.LittleEndian.Uint32([]byte(padded[at:])))
	}
	if err := p.request(internAtom, 0, words...); err != nil {
		return 0, err
	}
	answer := make([]byte, 32)
	if _, err := io.ReadFull(p.conn, answer); err != nil {
		return 0, err
	}
	if answer[0] != isReply {
		return 0, fmt.Errorf("the display has no number for %s: %v", name, answer)
	}
	return binary.LittleEndian.Uint32(answer[8:]), nil
}

// ping asks a window and waits until it has answered or is gone; false if it does neither.
func (p *pinger) ping(window uint32) (bool, error) {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		p.serial++
		const format32 = 32
		if err := p.request(sendEvent, 0, window, 0,
			clientMessage|format32<<8, window, p.protocols, p.netPing, p.serial, window, 0, 0); err != nil {
			return false, err
		}
		answered, err := p.answered()
		if answered || err != nil {
			return answered, err
		}
	}
	return false, nil
}

// answered waits for the answer to the last question, or to hear that nobody is there to answer; false if neither comes for a while.
func (p *pinger) answered() (bool, error) {
	if err := p.conn.SetReadDeadline(time.Now().Add(pingAgain)); err != nil {
		return false, err
	}
	said := make([]byte, 32)
	for {
		_, err := io.ReadFull(p.conn, said)
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded):
			return false, nil
		case err != nil:
			return false, err
		}
		word := func(n int) uint32 { return binary.LittleEndian.Uint32(said[4*n:]) }
		switch kind := said[0] & 0x7f; {
		case kind == isError: // there is no such window
			return true, nil
		case kind == clientMessage && word(2) == p.protocols && word(3) == p.netPing && word(4) == p.serial:
			return true, nil
		}
	}
}

// answered waits until the window in front has used all that was sent to it.
func (d *display) answered() {
	d.t.Helper()
	if d.front == "" {
		return
	}
	if d.pinger == nil {
		p, err := newPinger(d.name)
		if err != nil {
			d.t.Fatal(err)
		}
		d.pinger = p
		d.t.Cleanup(func() { _ = p.conn.Close() })
	}
	id, err := strconv.ParseUint(d.front, 10, 32)
	if err != nil {
		d.t.Fatal(err)
	}
	if ok, err := d.pinger.ping(uint32(id)); !ok || err != nil {
		d.t.Fatalf("the window does not answer to what was pressed (%v); the screen then: %s", err, d.keep("failed-"+pictureName(d.t.Name())))
	}
}
